"""Wishes under a heading end with its section, be there a blank line or none, as in the text of a page."""

from __future__ import annotations

import pytest

import aimatch

WISH = "want to pick up Rust next year."
BELOW = [
    (f"Jane Roe\n\nLearning\n{WISH}\nSkills\nReact, TypeScript\n", "no blank line below"),
    (
        f"Jane Roe\n\n## Learning\n{WISH}\n## School\nBSc Physics\n## Tools\nReact, TypeScript\n",
        "Markdown, two sections on",
    ),
    (f"Jane Roe\n\nSkills\nReact, TypeScript\nLearning\n{WISH}\n", "the wishes come last"),
]


@pytest.mark.parametrize(("text", "why"), BELOW, ids=[row[1] for row in BELOW])
def test_wishes_end_with_their_section(text: str, why: str) -> None:
    told = {one.name: one.status for one in aimatch.extract(text) if one.kind == "technology"}
    assert told == {"Rust": "aspirational", "React": "asserted", "TypeScript": "asserted"}, why
