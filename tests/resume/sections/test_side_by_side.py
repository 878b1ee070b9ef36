"""Two columns pasted as plain text, and text that only looks so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise, zip_longest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.model import Document, Resume
from aimatch.resume import parse, total_months

Read = Callable[[str], Resume]

LEFT = [
    "Ada Example", "Springfield", "", "SKILLS", "Python", "SQL", "Docker", "", "NOT YET", "Kubernetes", "Go", "",
    "LANGUAGES", "English, German",
]  # fmt: skip
RIGHT = [
    "EXPERIENCE", "", "Data Analyst, Foo Ltd", "Jan 2018 - Dec 2020", "- Reports for the board", "- A dashboard", "",
    "Junior Analyst, Bar Ltd", "Mar 2015 - Dec 2017", "- Orders and stock", "", "EDUCATION", "BSc Physics, Foo University, 2014",
]  # fmt: skip


def side_by_side(left: list[str], right: list[str], width: int = 30) -> str:
    return "\n".join(f"{one:<{width}}{other}".rstrip() for one, other in zip_longest(left, right, fillvalue=""))


def test_each_column_is_read_by_itself(read: Read) -> None:
    resume = read(side_by_side(LEFT, RIGHT))
    assert [(one.title, one.employer, one.start) for one in resume.positions] == [
        ("Data Analyst", "Foo Ltd", date(2018, 1, 1)),
        ("Junior Analyst", "Bar Ltd", date(2015, 3, 1)),
    ]
    assert total_months(resume, date(2026, 11, 1)) == 70
    assert [(one.degree, one.institution) for one in resume.education] == [("BSc", "Foo University")]


def test_a_short_column_beside_a_long_one_has_a_heading_in_the_same_line(read: Read) -> None:
    left = [
        "EXPERIENCE", "", "Study Nurse", "Foo Institute", "06/2021 - Present", "- Nine trials", "- Binders", "- Audits",
        "- Budgets and invoices", "- Training of new nurses", "- Board", "- Shipping", "", "Nurse", "Bar Hospital",
        "07/2015 - 07/2020", "- Forty draws a day", "- The supply room", "- Two health fairs",
    ]  # fmt: skip
    right = [
        "EDUCATION",
        "",
        "B.S., Biology",
        "Foo University, 2015",
        "",
        "SKILLS",
        "Excel",
        "Epic",
        "",
        "",
        "",
        "",
        "GCP",
    ]
    found = [(one.title, one.employer, one.current) for one in read(side_by_side(left, right)).positions]
    assert found == [("Study Nurse", "Foo Institute", True), ("Nurse", "Bar Hospital", False)]


def test_a_column_of_dates_has_no_heading(read: Read) -> None:
    rows = [("EXPERIENCE", "")]
    for number in range(8):
        rows += [(f"Clerk, Foo {number} Ltd", f"{2001 + number} - {2002 + number}"), ("- Stock", ""), ("", "")]
    found = read("\n".join(f"{one:<30}{other}".rstrip() for one, other in rows)).positions
    assert [one.employer for one in found] == [f"Foo {number} Ltd" for number in range(8)]


def test_every_line_keeps_the_section_of_its_column(read: Read) -> None:
    text = side_by_side(LEFT, RIGHT)
    resume = read(text)

    def kind(quote: str) -> str:
        at = text.index(quote)
        return next(section.kind for section in resume.sections if section.start <= at < section.end)

    found = {quote: kind(quote) for quote in ("Docker", "A dashboard", "Kubernetes", "Orders", "BSc", "German")}
    assert found == {
        "Docker": "skills",
        "A dashboard": "experience",
        "Kubernetes": "not-used",
        "Orders": "experience",
        "BSc": "education",
        "German": "languages",
    }


NO_COLUMNS = [
    (
        "Ada Example\n\nSKILLS\n" + "\n".join(f"{f'Skill {n}':<30}Other {n}" for n in range(8))
        + "\n\nEXPERIENCE\nAnalyst, Foo, 2015 - 2018\n" + "- Built reports and ran them for everybody who asked\n" * 12,
        "a table of skills in a page of lines",
    ),
    (
        "EXPERIENCE\n" + "\n".join(f"{f'Analyst, Foo {n}':<40}201{n} - 201{n + 1}\n- Did things of many kinds for the firm, {n}" for n in range(8)),
        "dates at the edge of the page",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "why"), NO_COLUMNS)
def test_other_gaps_part_no_columns(read: Read, text: str, why: str) -> None:
    resume = read(text)
    assert all(section.title in {"", "SKILLS", "EXPERIENCE"} for section in resume.sections), why
    assert [position.title for position in resume.positions][:1] == ["Analyst"], why
    assert len(resume.sections) <= 3, why


@given(
    st.lists(st.sampled_from(LEFT), min_size=8, max_size=20), st.lists(st.sampled_from(RIGHT), min_size=8, max_size=20)
)
def test_sections_cover_the_text_without_overlap(left: list[str], right: list[str]) -> None:
    text = side_by_side(left, right)
    sections = parse(Document(text=text, format="text", sha256="")).sections
    if text.strip():
        assert (sections[0].start, sections[-1].end) == (0, len(text))
    assert all(before.end == after.start for before, after in pairwise(sections))
    assert all(section.start <= section.body_start <= section.end for section in sections)
