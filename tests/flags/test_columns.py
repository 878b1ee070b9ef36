"""Columns side by side in plain text, and what looks like them."""

from __future__ import annotations

import pytest

from aimatch.flags.columns import stand_side_by_side

LEFT = [
    "SKILLS",
    "Python",
    "pandas",
    "SQL",
    "Git",
    "Excel",
    "",
    "LANGUAGES",
    "Dutch",
    "English",
    "German",
    "STRENGTHS",
    "Patience",
]
RIGHT = [f"- Line {n} of what was done in that year" for n in range(len(LEFT))]

CASES = [
    ("\n".join(f"{left:<40}{right}" for left, right in zip(LEFT, RIGHT, strict=True)), True, "two columns"),
    ("\n".join([*LEFT, *RIGHT]), False, "one below the other"),
    ("\n".join(f"{left:<24}: {right}" for left, right in zip(LEFT, RIGHT, strict=True)), False, "labels and values"),
    ("\n".join(f"  -   {right}" for right in RIGHT), False, "bullets"),
    (
        "\n".join(
            f"Engineer, Foo {'x' * n}{'Jan 2020 - Present':>30}\n{right}\n{right}" for n, right in enumerate(RIGHT)
        ),
        False,
        "dates at the right margin",
    ),
    ("", False, "no text"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), CASES, ids=[row[2] for row in CASES])
def test_stand_side_by_side(text: str, expected: bool, reason: str) -> None:
    assert stand_side_by_side(text) is expected, reason
