"""Line ends of Windows change nothing that is read, and places are those of the very string."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aimatch

EXAMPLES = Path(__file__).parents[1] / "examples" / "resumes"
AS_OF = date(2026, 11, 1)
RESUME = """Ana Lopes
Self-
taught data analyst

Work
Clerk, Foo Ltd, Sep 2008 to 2013 Feb.
- Raised sales by $3
  million with machine
  learning in Python

Education
BSc Physics, 2007
""" + "\n".join(["Travel"] * 3)


def _read(text: str) -> tuple[object, ...]:
    resume = aimatch.read(text)
    return (
        [(one.skill, one.status, one.via, one.position) for one in resume.mentions],
        [(one.title, one.employer, one.start, one.end) for one in resume.positions],
        [(one.degree, one.field, one.end) for one in resume.education],
        [section.kind for section in resume.sections],
        [(one.years, one.subject) for one in resume.stated_years],
    )


@pytest.mark.parametrize("text", [RESUME, *(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.md")))])
def test_they_change_nothing(text: str) -> None:
    windows = text.replace("\n", "\r\n")
    assert _read(windows) == _read(text)
    scores = [aimatch.score(one, as_of=AS_OF) for one in (text, windows)]
    assert scores[0].coverage == scores[1].coverage
    assert [flag.id for flag in scores[0].flags] == [flag.id for flag in scores[1].flags]


@given(st.lists(st.booleans(), min_size=RESUME.count("\n"), max_size=RESUME.count("\n")))
def test_places_are_those_of_the_string_however_its_line_ends_are_mixed(long: list[bool]) -> None:
    lines = RESUME.split("\n")
    text = "".join(line + ("\r\n" if one else "\n") for line, one in zip(lines, [*long, False], strict=True))
    resume = aimatch.read(text)
    assert resume.document.text == text
    plain = aimatch.read(text.replace("\r\n", "\n"))
    for mention, other in zip(resume.mentions, plain.mentions, strict=True):
        assert text[mention.start : mention.end] == mention.quote
        assert mention.quote.replace("\r\n", "\n") == other.quote
    for section, other_section in zip(resume.sections, plain.sections, strict=True):
        shown = text[section.start : section.end].replace("\r\n", "\n")
        assert shown == plain.document.text[other_section.start : other_section.end]
    for one, another in zip((*resume.positions, *resume.education), (*plain.positions, *plain.education), strict=True):
        shown = text[one.text_start : one.text_end].replace("\r\n", "\n")
        assert shown == plain.document.text[another.text_start : another.text_end]
