"""Names of an entry's heading that the width of a column broke."""

from __future__ import annotations

import pytest

from aimatch.model import Box, Document, Page, Run
from aimatch.resume import parse

#: Lines of an account, which show how wide the column is.
BODY = ["- Planned the berths of the ships in", "four harbours of the coast"]


def column(lines: list[str], step: float = 14, hanging: tuple[str, ...] = ()) -> Document:
    """A column of lines in type of 10 points, every letter 5 points wide; ``hanging`` ones begin further in."""
    runs, at = [], 0
    for number, text in enumerate(lines):
        x0 = 52 if text in hanging else 40
        box = Box(page=1, x0=x0, y0=100 + step * number, x1=x0 + 5 * len(text), y1=110 + step * number)
        runs.append(Run(start=at, end=at + len(text), box=box, size=10))
        at += len(text) + 1
    pages = (Page(number=1, width=612, height=792, start=0, end=at),)
    return Document(text="\n".join(lines), format="pdf", sha256="0" * 64, runs=tuple(runs), pages=pages)


@pytest.mark.parametrize(
    ("head", "title", "employer", "reason"),
    [
        (["Project Accountant, Meridian Blue", "Stoneworks", "Feb 2019 - Present"], "Project Accountant",
         "Meridian Blue Stoneworks", "the rest of the employer's name"),
        (["Senior Machine Learning Platform", "Engineer", "Foo Ltd, Feb 2019 - Present"],
         "Senior Machine Learning Platform Engineer", "Foo Ltd", "the rest of the title"),
        (["Lead Backend Platform Developer", "Quillfeather", "Feb 2019 - Present"], "Lead Backend Platform Developer",
         "Quillfeather", "a title that is whole, and the employer below it"),
        (["Northern Harbour Freight Group", "Analyst", "Feb 2019 - Present"], "Analyst",
         "Northern Harbour Freight Group", "the whole name of a company, and the title below it"),
        (["Data Analyst", "Contoso", "Feb 2019 - Present"], "Data Analyst", "Contoso", "lines that had room for more"),
    ],
)  # fmt: skip
def test_heads_of_a_narrow_column(head: list[str], title: str, employer: str, reason: str) -> None:
    resume = parse(column(["EXPERIENCE", *head, *BODY]))
    assert [(one.title, one.employer) for one in resume.positions] == [(title, employer)], reason


@pytest.mark.parametrize(
    "lines",
    [
        ["BSc in Mathematics", "Example College of Science, Sep 2011", "- Jun 2014"],
        ["BSc in Mathematics", "Example College of Science, Sep", "2011 - Jun 2014"],
    ],
)
def test_dates_that_go_on_below_a_school(lines: list[str]) -> None:
    resume = parse(column(["EDUCATION", *lines, *BODY]))
    found = resume.education[0]
    assert (found.institution, str(found.start), str(found.end)) == (
        "Example College of Science", "2011-09-01", "2014-06-01",
    )  # fmt: skip


def test_offsets_are_those_of_the_text() -> None:
    document = column(["EXPERIENCE", "Project Accountant, Meridian Blue", "Stoneworks", "Feb 2019 - Present", *BODY])
    position = parse(document).positions[0]
    assert document.text[position.text_start :].startswith("Project Accountant, Meridian Blue\nStoneworks")


@pytest.mark.parametrize(
    ("hanging", "employer", "reason"),
    [
        (("Canvas and Ink",), "", "the end of the item above"),
        ((), "Canvas and Ink", "a name at the edge of the entries"),
    ],
)
def test_what_hangs_below_an_item_names_nobody(hanging: tuple[str, ...], employer: str, reason: str) -> None:
    lines = [
        "EXPERIENCE",
        "Analyst",
        "Foo Ltd, May 2015 - May 2019",
        "• Drew the posters of the office in",
        "Canvas and Ink",
    ]
    resume = parse(column([*lines, "English Tutor, March 2012 - April 2014", "• Taught"], hanging=hanging))
    assert resume.positions[1].employer == employer, reason
