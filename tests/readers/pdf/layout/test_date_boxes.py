"""Dates in a box of their own left of an entry: stacked, centred beside its heading, or too wide for their column."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import aimatch
from aimatch.readers.pdf import read

Build = Callable[..., bytes]

ENTRIES = [
    ("Harbour Engineer", "Northwind Piers, Bergen", "- Planned the berths of forty ships"),
    ("Tide Analyst", "Contoso Coast, Oslo", "- Wrote the tables of the tides"),
]
#: Dates of both entries, by line, and the months that they make.
BOXES = [
    ([("02/2019", "Present"), ("03/2016", "01/2019")], "start above end"),
    ([("Feb 2019 -", "Present"), ("Mar 2016 -", "Jan 2019")], "a dash at the end of the line"),
    ([("2019-02 to", "present"), ("2016-03 to", "2019-01")], "a word at the end of the line"),
    ([("02/2019 - Present",), ("03/2016 - 01/2019",)], "one line, between the two of the heading"),
]


def show(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F1 {size} Tf {x:.2f} {y:.2f} Td ({text}) Tj ET "


@pytest.mark.parametrize(("dates", "reason"), BOXES, ids=[case[1] for case in BOXES])
def test_dates_centred_beside_the_heading_of_their_entry(
    dates: list[tuple[str, ...]], reason: str, build: Build
) -> None:
    content = show("Ada Example", 40, 740, 18) + show("Experience", 40, 700, 14)
    for at, ((title, employer, item), lines) in enumerate(zip(ENTRIES, dates, strict=True)):
        top = 670 - 70 * at
        content += show(title, 150, top, 11) + show(employer, 150, top - 15) + show(item, 160, top - 36)
        for number, line in enumerate(lines):
            content += show(line, 50, top - 7 - 11.5 * number)
    content += show("Skills", 40, 510, 14) + "".join(
        show(word, 40, 490 - 13 * n) for n, word in enumerate(["SQL", "R"])
    )
    resume = aimatch.read(build(content))
    found = [
        (position.title, position.start and str(position.start)[:7], position.end and str(position.end)[:7])
        for position in resume.positions
    ]
    assert found == [("Harbour Engineer", "2019-02", None), ("Tide Analyst", "2016-03", "2019-01")], reason
    for position, (_, _, item) in zip(resume.positions, ENTRIES, strict=True):
        assert item in resume.document.text[position.text_start : position.text_end], reason


def test_dates_of_a_column_stay_on_their_lines(build: Build) -> None:
    """The dates of a sidebar stand below what they date, and beside lines of the other column by chance."""
    left, right = "", ""
    for number in range(3):
        for step, line in enumerate(["Diploma", f"Example College {number}", f"{2008 + number} - {2009 + number}"]):
            left += show(line, 40, 700 - 52 * number - 13 * step)
    for number in range(14):
        right += show(f"Wrote report {number} of the ministry of the coast", 220, 706 - 13 * number)
    text = read(build(left + right)).text
    for number in range(3):
        assert f"Example College {number}\n{2008 + number} - {2009 + number}" in text


WIDE = [("Sept 2015 - now", "Northwind Piers, Bergen"), ("July 2008 - Aug 2015", "Contoso Coast, Oslo")]


def test_a_date_too_wide_for_its_column_is_parted_from_the_text_beside_it(build: Build) -> None:
    content = show("Career", 40, 700, 12)
    for at, (date, employer) in enumerate(WIDE):
        top = 670 - 60 * at
        if at:  # the date ends where the column begins, and pdfium takes both for one text
            content += f"BT /F1 10 Tf 40 {top} Td ({date}) Tj ({employer}) Tj ET "
        else:
            content += show(date, 40, top) + show(employer, 133.5, top)
        content += show("Fitter", 133.5, top - 20) + show(f"- Kept {at + 2} cranes going", 133.5, top - 40)
    content += show("Schooling", 40, 550, 12) + show("2004 - 2008", 40, 530)
    content += show("Certificate in Fitting", 133.5, 530) + show("Example College", 133.5, 510)
    lines = read(build(content)).text.split("\n")
    assert "July 2008 - Aug 2015\tContoso Coast, Oslo" in lines
    assert "2004 - 2008\tCertificate in Fitting" in lines
    assert lines.index("- Kept 3 cranes going") < lines.index("Schooling")
