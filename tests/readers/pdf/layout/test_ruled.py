"""Tables whose cells a page parts with lines: their rows are rows, wherever in its cell the text stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.readers import read_document

Build = Callable[..., bytes]
#: Lines across and down a page, in points from its lower left corner: (x0, y0, x1, y1).
Rules = list[tuple[int, int, int, int]]


def show(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n"


def grid(across: list[int], down: list[int]) -> Rules:
    left, right, low, high = min(down), max(down), min(across), max(across)
    return [(left, y, right, y) for y in across] + [(x, low, x, high) for x in down]


def stroked(rules: Rules) -> str:
    return "0.5 w\n" + "".join(f"{x0} {y0} m {x1} {y1} l S\n" for x0, y0, x1, y1 in rules)


def filled(rules: Rules) -> str:
    """As word processors draw the borders of cells: a thin box for each side of each cell."""
    return "".join(f"{x0} {y0} {max(0.5, x1 - x0)} {max(0.5, y1 - y0)} re f\n" for x0, y0, x1, y1 in rules)


DEGREES = (
    show("Year of", 75, 668) + show("passing", 75, 656) + show("Course", 170, 662) + show("Institute", 300, 662)
    + show("2015", 75, 632) + show("Diploma in", 160, 638) + show("surveying", 160, 626) + show("Foo College", 290, 644)
    + show("of Arts and", 290, 632) + show("Trades", 290, 620)
    + show("2012", 75, 598) + show("XII", 160, 598) + show("Bar School", 290, 598)
)  # fmt: skip
LINES = grid([680, 650, 612, 585], [70, 150, 280, 400])


@pytest.mark.parametrize("draw", [stroked, filled])
def test_a_table_is_read_row_by_row(draw: Callable[[Rules], str], build: Build) -> None:
    page = draw(LINES) + show("EDUCATION", 72, 700) + DEGREES + show("SKILLS", 72, 560) + show("SQL", 72, 545)
    assert [line for line in read_document(build(page)).text.split("\n") if line] == [
        "EDUCATION",
        "Year of passing\tCourse\tInstitute",
        "2015\tDiploma in surveying\tFoo College of Arts and Trades",
        "2012\tXII\tBar School",
        "SKILLS",
        "SQL",
    ]


def test_a_cell_merged_over_rows_stands_in_the_first_of_them(build: Build) -> None:
    rules = [
        *grid([700, 640], [70, 150, 400]),
        (150, 670, 400, 670),
        (70, 610, 400, 610),
        (70, 610, 70, 640),
        (150, 610, 150, 640),
        (400, 610, 400, 640),
    ]
    page = stroked(rules) + show("Diploma", 80, 666) + show("A radio", 160, 682) + show("A clock", 160, 652)
    page += show("Degree", 80, 622) + show("A door", 160, 622)
    assert read_document(build(page)).text.split() == ["Diploma", "A", "radio", "A", "clock", "Degree", "A", "door"]


def test_a_long_cell_is_read_by_itself_behind_its_label(build: Build) -> None:
    deeds = [f"Did the thing numbered {number}" for number in range(1, 7)]
    page = stroked(grid([700, 670, 580], [70, 170, 400])) + show("Employer", 80, 682) + show("Foo Ltd", 180, 682)
    page += show("Duties", 80, 625) + "".join(show(deed, 180, 655 - 13 * at) for at, deed in enumerate(deeds))
    lines = [line for line in read_document(build(page)).text.split("\n") if line]
    assert lines == ["Employer\tFoo Ltd", "Duties", *deeds]


def test_a_word_that_pdf_gives_with_that_of_the_next_cell_is_parted_from_it(build: Build) -> None:
    page = (
        stroked(grid([700, 670, 640], [70, 120, 200]))
        + show("2008-2012 First class", 74, 682)
        + show("2006", 74, 652)
        + show("Second", 124, 652)
    )
    assert "2008-2012\tFirst class" in read_document(build(page)).text


NO_TABLE: list[tuple[Rules, str]] = [
    (grid([720, 560], [60, 420]), "a frame around the page"),
    ([(70, y, 400, y) for y in (690, 650, 610)], "lines below headings"),
    ([(220, 560, 220, 720), (70, 690, 400, 690)], "a line between two columns"),
]


@pytest.mark.parametrize(("rules", "reason"), NO_TABLE)
def test_lines_that_are_no_grid_change_nothing(rules: Rules, reason: str, build: Build) -> None:
    assert read_document(build(stroked(rules) + DEGREES)).text == read_document(build(DEGREES)).text, reason


def test_lines_that_justification_stretched_are_read_whole(build: Build) -> None:
    page = stroked(grid([700, 684, 620, 560], [70, 170, 280, 520]))
    page += show("Dates", 75, 688) + show("Employer", 175, 688) + show("Position and duties", 285, 688)
    page += show("2018 - Present", 75, 670) + show("Wharf", 175, 670) + show("Foundation", 223, 670)
    page += show("Museum, Bergen", 175, 658) + show("Keeper of Charts, Second Floor", 285, 670)
    page += show("Catalogued the charts of the coast of the north", 285, 658) + show("and lent them out", 285, 646)
    page += show("2012 - 2018", 75, 606) + show("Contoso Coast", 175, 606) + show("Archivist", 285, 606)
    page += show("Sorted the letters of five harbour masters of old", 285, 594) + show("by year and by ship", 285, 582)
    text = read_document(build(page)).text
    assert "2018 - Present\tWharf Foundation Museum, Bergen\tKeeper of Charts, Second Floor\n" in text
    assert "2012 - 2018\tContoso Coast\tArchivist\n\nSorted the letters" in text


def test_parts_of_a_line_of_a_cell_stay_apart(build: Build) -> None:
    page = stroked(grid([700, 650, 600], [70, 170, 400]))
    page += show("Work", 75, 680) + show("Wharf Museum", 175, 680) + show("Bergen", 340, 680) + show("Keeper", 175, 668)
    page += show("Study", 75, 630) + show("Example College", 175, 630) + show("Oslo", 340, 630) + show("BSc", 175, 618)
    assert "Wharf Museum\tBergen" in read_document(build(page)).text
