"""A table whose cells run over several lines is read row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import aimatch
from aimatch.readers.pdf import read

Build = Callable[..., bytes]
Cells = list[list[str]]

STARTS = (40, 140, 240, 340)


def show(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def drawn(rows: list[Cells], top: float = 700, apart: float = 8) -> str:
    """Rows of cells of lines, each row as tall as its tallest cell and ``apart`` from the next."""
    content, y = "", top
    for row in rows:
        for x, cell in zip(STARTS, row, strict=False):
            content += "".join(show(text, x, y - 12 * number) for number, text in enumerate(cell))
        y -= 12 * max(map(len, row)) + apart
    return content


JOBS: list[Cells] = [
    [["Mar 2019 -", "Present"], ["Northwind", "Harbours"], ["Senior Data", "Engineer"],
     ["Built the model that plans the berths", "of ships in four harbours", "Taught two colleagues to run it"]],
    [["Jan 2016 -", "Feb 2019"], ["Contoso", "Shipping"], ["Data Analyst"],
     ["Wrote the reports that the ministry", "reads every week"]],
    [["May 2013 -", "Dec 2015"], ["Fabrikam"], ["Accounts Payable", "Clerk"],
     ["Filed the charts of the coast by year", "and by the depth of the water"]],
]  # fmt: skip
HEADER: Cells = [["Period"], ["Employer"], ["Position"], ["Duties"]]


@pytest.mark.parametrize(
    ("rows", "apart", "reason"),
    [
        ([HEADER, *JOBS], 8, "a header, and white space between the rows"),
        ([HEADER, *JOBS], 0.4, "a header, and rows that follow one another like lines"),
        (JOBS, 8, "no header: white space parts the rows"),
    ],
)
def test_jobs_in_a_table_have_their_whole_names(rows: list[Cells], apart: float, reason: str, build: Build) -> None:
    content = show("WORK EXPERIENCE", 40, 730, 13) + drawn(rows, apart=apart)
    resume = aimatch.read(build(content))
    found = [(position.title, position.employer, str(position.start)[:7]) for position in resume.positions]
    assert found == [
        ("Senior Data Engineer", "Northwind Harbours", "2019-03"),
        ("Data Analyst", "Contoso Shipping", "2016-01"),
        ("Accounts Payable Clerk", "Fabrikam", "2013-05"),
    ], reason
    assert "plans the berths\nof ships in four harbours\nTaught two" in resume.document.text, reason


def test_a_title_above_its_employer_in_one_cell_stays_a_line_of_its_own(build: Build) -> None:
    rows: list[Cells] = [
        [["Period"], ["Position"], ["Duties"]],
        [["2019 - 2023"], ["Lead Engineer", "Northwind Office"], ["- Planned the berths of", "ships"]],
        [["2016 - 2018"], ["Data Analyst", "Contoso Freight"], ["- Wrote the reports of", "the ministry"]],
    ]
    resume = aimatch.read(build(show("WORK EXPERIENCE", 40, 730, 13) + drawn(rows)))
    found = [(position.title, position.employer) for position in resume.positions]
    assert found == [("Lead Engineer", "Northwind Office"), ("Data Analyst", "Contoso Freight")]


def test_lists_side_by_side_are_no_table(build: Build) -> None:
    lists: list[Cells] = [
        [["Languages", "Python", "Rust"], ["Frameworks", "PyTorch", "FastAPI", "Polars"], ["Cloud", "AWS"]],
        [["Databases", "PostgreSQL"], ["Systems", "Linux", "FreeBSD"], ["Tools", "Git", "Make", "Docker"]],
    ]
    text = read(build(show("SKILLS", 40, 730, 13) + drawn(lists, apart=14))).text
    for group in (group for row in lists for group in row):
        for word in group:
            assert word in text.replace("\t", "\n").split("\n"), word


def test_labels_beside_values_are_read_line_by_line(build: Build) -> None:
    form: list[Cells] = [
        [["1."], ["Company: -", "Role: -", "Client: -"], ["Northwind", "Engineer", "Contoso"]],
        [["2."], ["Company: -", "Role: -", "Client: -"], ["Fabrikam", "Analyst", "Tailspin"]],
    ]
    text = read(build(drawn(form))).text
    assert "1.\tCompany: -\tNorthwind\nRole: -\tEngineer\nClient: -\tContoso" in text


def test_the_one_cell_that_goes_on_stays_behind_its_row(build: Build) -> None:
    rows: list[Cells] = [
        [["2019 - 2023"], ["Northwind Office"], ["Springfield"]],
        [["2016 - 2018"], ["Contoso", "Wrote reports"], ["Shelbyville"]],
        [["2013 - 2015"], ["Fabrikam", "Filed charts"], ["Ogdenville"]],
    ]
    text = read(build(drawn(rows))).text
    assert "2016 - 2018\tContoso\tShelbyville\nWrote reports" in text


def centred(text: str, middle: float, y: float) -> str:
    """A line of Courier (6 points a letter at 10) around its middle."""
    return f"BT /F2 10 Tf {middle - 3 * len(text):.1f} {y:.1f} Td ({text}) Tj ET "


def test_cells_at_the_middle_of_theirs_are_read_row_by_row(build: Build) -> None:
    """Text stands at the middle of each cell, across and down, so that no two cells of a row begin on one line."""
    rows: list[Cells] = [
        [["Period"], ["Company"], ["Position"], ["Duties"]],
        [["Mar 2019 -", "Present"], ["Northwind", "Harbours"], ["Senior Data", "Platform", "Engineer"],
         ["Planned the berths of the", "ships of four harbours and", "taught two colleagues of the", "office to run it all"]],
        [["Jan 2016 -", "Feb 2019"], ["Contoso"], ["Data Analyst"],
         ["Wrote the reports that the", "ministry reads", "every single week"]],
    ]  # fmt: skip
    content, y = show("WORK EXPERIENCE", 40, 730, 13), 700.0
    for row in rows:
        height = 12 * max(map(len, row))
        for middle, cell in zip((80, 180, 280, 440), row, strict=True):
            top = y - (height - 12 * len(cell)) / 2
            content += "".join(centred(text, middle, top - 12 * number) for number, text in enumerate(cell))
        y -= height + 6
    resume = aimatch.read(build(content))
    found = [(position.title, position.employer, str(position.start)[:7]) for position in resume.positions]
    assert found == [
        ("Senior Data Platform Engineer", "Northwind Harbours", "2019-03"),
        ("Data Analyst", "Contoso", "2016-01"),
    ]
    assert "Planned the berths of the\nships of four harbours and\ntaught two" in resume.document.text
