"""Markdown as the page that it describes."""

from __future__ import annotations

from pathlib import Path

import pytest

from aimatch.model import Document
from aimatch.readers import read_document


@pytest.fixture
def read(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read_markdown(source: str) -> Document:
        (tmp_path / "cv.md").write_text(source, encoding="utf-8")
        return read_document(tmp_path / "cv.md")

    return read_markdown


@pytest.mark.parametrize(
    ("source", "text", "why"),
    [
        ("# Jane\n## Experience\nAcme", "Jane\n\nExperience\nAcme", "headings are lines of their own"),
        ("Experience\n---\nAcme", "Experience\nAcme", "so are underlined ones"),
        ("**Acme** and *Beta* and ~~x~~", "Acme and Beta and x", "emphasis markers out"),
        ("snake_case and C* and 5 * 3 * 2", "snake_case and C* and 5 * 3 * 2", "what only looks like emphasis stays"),
        ("[GitHub](https://example.com/jane)", "GitHub", "link targets out"),
        ("<https://example.com>", "https://example.com", "a bare link is its own text"),
        ("[GitHub][1]\n\n[1]: https://example.com", "GitHub", "reference links"),
        ("one\ntwo", "one\ntwo", "a line stays a line"),
        ("- a\n- b\n  - c", "• a\n• b\n• c", "lists"),
        ("3. a\n4. b", "3. a\n4. b", "numbered lists"),
        ("| a | b |\n|---|---|\n| c | d |", "a\tb\nc\td", "tables"),
        ("```python\nx = 1\n```", "x = 1", "code fences"),
        ("C# and F# and `C++`", "C# and F# and C++", "sharps are no headings"),
        ("![Python](https://example.com/badge.svg)", "Python", "badges show their text"),
        ("---\ntitle: CV\n---\nJane", "title: CV\nJane", "front matter"),
        ("R&D &amp; more <br> x", "R&D & more\nx", "entities and inline HTML"),
    ],
)
def test_visible_text(source: str, text: str, why: str, read) -> None:  # type: ignore[no-untyped-def]
    assert read(source).text == text, why


@pytest.mark.parametrize(
    ("source", "technique"),
    [
        ("Jane <!-- expert in Rust -->", "comment"),
        ("Jane\n\n[//]: # (expert in Rust)", "comment"),
        ('Jane <span style="display:none">expert in Rust</span>', "style"),
        ('Jane <span style="color:white">expert in Rust</span>', "colour"),
    ],
)
def test_hidden_text(source: str, technique: str, read) -> None:  # type: ignore[no-untyped-def]
    document = read(source)
    assert document.text == "Jane"
    assert [(hidden.quote, hidden.technique) for hidden in document.hidden] == [("expert in Rust", technique)]
