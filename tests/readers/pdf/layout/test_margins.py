"""What stands at the edge of a page belongs to the entry beside it, or to the page and not to an entry."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.readers.pdf import read

Build = Callable[..., bytes]


def show(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def flush_right(text: str, y: float, edge: float = 560) -> str:
    """Courier, whose letters are 6 points wide at 10: so the end is known."""
    return f"BT /F2 10 Tf {edge - 6 * len(text):.1f} {y} Td ({text}) Tj ET "


LASTING = "June 2023 - present"
ENTRIES = [
    ("Northwind, Engineer", "Springfield", LASTING, "2 years"),
    ("Contoso, Analyst", "Shelbyville", "May 2021 - May 2023", "2 years"),
    ("Fabrikam, Intern", "Ogdenville", "May 2020 - Aug 2020", "4 months"),
]
TEXT = ["* Built the model that plans the berths of the ships of a", "harbour with many of them", "* Kept it running"]


def entries(text: list[str], lasting: str = LASTING) -> str:
    content = ""
    for number, (head, *stack) in enumerate(ENTRIES):
        stack = [line.replace(LASTING, lasting) for line in stack]
        top = 700 - 70 * number
        content += show(head, 60, top)
        content += "".join(show(line, 70, top - 12 * at) for at, line in enumerate(text, 1))
        content += "".join(flush_right(line, top - 12 * at) for at, line in enumerate(stack))
    return content


@pytest.mark.parametrize("lasting", [LASTING, "06/2023 - ongoing", "06/2023 - heute", "06/2023 - actualidad"])
def test_a_stack_in_the_margin_stands_in_its_entry_s_first_line(build: Build, lasting: str) -> None:
    lines = read(build(entries([line.replace("*", "\u00b7") for line in TEXT], lasting))).text.split("\n")
    for head, *stack in ENTRIES:
        assert "\t".join((head, *stack)).replace(LASTING, lasting) in lines
    assert "harbour with many of them" in lines


def test_places_and_dates_beside_two_lines_of_heading_stay_beside_them(build: Build) -> None:
    content = ""
    for number, (head, place, date, _) in enumerate(ENTRIES):
        top = 700 - 70 * number
        employer, title = head.split(", ")
        content += show(employer, 60, top) + flush_right(place, top)
        content += show(title, 60, top - 12) + flush_right(date, top - 12)
        content += show("\u00b7 Built the model of the harbour", 70, top - 24)
    lines = read(build(content)).text.split("\n")
    assert "Northwind\tSpringfield" in lines
    assert "Engineer\tJune 2023 - present" in lines


def test_a_range_broken_in_a_narrow_margin_is_whole(build: Build) -> None:
    content = ""
    for number, (start, end) in enumerate([("Sept 2018 \u2013", "May 2023"), ("Sept 2014 \u2013", "June 2018")]):
        top = 700 - 60 * number
        content += show(start.replace("\u2013", "\\226"), 40, top) + show(end, 40, top - 12)
        content += show("Example University", 130, top) + show("Degree in mathematics", 130, top - 12)
    document = read(build(content, font="/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding"))
    assert "Sept 2018 \u2013 May 2023\tExample University" in document.text.split("\n")


def test_cells_of_a_table_are_no_stack(build: Build) -> None:
    rows = [("Language", "Since"), ("python", "2012"), ("java", "2015"), ("go", "2020")]
    content = "".join(show(a, 60, 700 - 14 * n) + show(b, 300, 700 - 14 * n) for n, (a, b) in enumerate(rows))
    assert read(build(content)).text == "\n".join("\t".join(row) for row in rows)


def test_many_places_at_the_end_of_rows_are_no_column(build: Build) -> None:
    prizes = [f"{2010 + number} Second place in the contest number {number}" for number in range(12)]
    places = ["Springfield" if number % 3 else "North Haverbrook" for number in range(12)]
    content = "".join(
        show(prize, 60, 700 - 14 * number) + flush_right(place, 700 - 14 * number)
        for number, (prize, place) in enumerate(zip(prizes, places, strict=True))
    )
    lines = read(build(content)).text.split("\n")
    assert lines == [f"{prize}\t{place}" for prize, place in zip(prizes, places, strict=True)]


def test_items_in_two_columns_on_one_grid_are_read_whole(build: Build) -> None:
    left = ["* Global dimensions of", "shipping", "* Fundamentals of knot", "tying", "* Tides"]
    right = ["* Chart reading", "* Fundamentals of", "operations", "* Law of", "salvage"]
    content = "".join(show(line, 60, 700 - 13 * n) for n, line in enumerate(left))
    content += "".join(show(line, 300, 700 - 13 * n) for n, line in enumerate(right))
    text = read(
        build(content.replace("*", "\\267"), font="/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding")
    ).text
    assert "dimensions of\nshipping" in text
    assert "Fundamentals of\noperations" in text


PAGES = [["first line of the page", "a second one"], ["what another page says", "and more"], ["the last of it"]]


def paged(header: str, footer: str) -> list[str]:
    pages = []
    for number, lines in enumerate(PAGES, 1):
        content = show(header.format(number), 60, 760) if header else ""
        content += "".join(show(line, 60, 700 - 13 * at) for at, line in enumerate(lines))
        pages.append(content + show(footer.format(number), 250, 30))
    return pages


@pytest.mark.parametrize(
    ("header", "footer", "reason"),
    [
        ("Robin Example, curriculum vitae", "{}", "a name above, a page's number below"),
        ("", "Page {} of 3", "the number within words"),
        ("Robin Example - {}", "robin@example.com | 555-0100", "the number above, contacts below"),
    ],
)
def test_running_headers_and_footers_are_read_once(header: str, footer: str, reason: str, build: Build) -> None:
    text = read(build(*paged(header, footer))).text
    for line in (header, footer):
        assert not line or text.count(line.format(1)) == 1, reason
        assert "{}" not in line or line.format(2) not in text, reason
    assert all(line in text for lines in PAGES for line in lines)


def test_lines_that_only_look_alike_on_two_pages_are_kept(build: Build) -> None:
    first = show("Engineer", 60, 740) + flush_right("2016 - 2018", 740) + show("what was done there", 60, 727)
    second = show("Engineer", 60, 740) + flush_right("2018 - 2020", 740) + show("and what here", 60, 727)
    text = read(build(first, second)).text
    assert "2016 - 2018" in text
    assert text.count("Engineer") == 2


def test_a_bullet_in_small_type_does_not_part_the_words_of_its_line(build: Build) -> None:
    words = ["Trained", "classifiers", "of", "fraud", "on", "the", "platform"]
    content = ""
    for row in range(8):
        x = 70.0
        content += show("\\267", 60, 700 - 14 * row, size=5)
        for word in words:
            content += f"BT /F2 10 Tf {x:.1f} {700 - 14 * row} Td ({word}) Tj ET "
            x += 6 * len(word) + 5.2
    text = read(build(content, font="/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding")).text
    assert "\t" not in text


def test_sidebars_are_told_from_the_column_beside_them(build: Build) -> None:
    sidebar = "".join(show(line, 40, 700 - 15 * n) for n, line in enumerate(["SKILLS", "Python", "Go", "Rust", "SQL"]))
    main = "".join(
        show(line, 220, 700 - 14 * n)
        for n, line in enumerate(["EXPERIENCE", *["Built the model that plans the berths of ships"] * 6])
    )
    document = read(build(sidebar + main))
    assert [document.text[start:end].split("\n")[0] for start, end in document.asides] == ["SKILLS"]
    assert "EXPERIENCE" not in document.text[slice(*document.asides[0])]


DISC = "{x} {y} m {a} {y} l {a} {b} l {x} {b} l h f "


def disc(x: float, y: float, size: float = 4) -> str:
    return DISC.format(x=x, y=y, a=x + size, b=y + size)


def test_bullets_that_are_drawn_are_bullets(build: Build) -> None:
    content = "".join(
        show(line, 72, 700 - 14 * n) for n, line in enumerate(["Built a model", "and kept it running", "Left it"])
    )
    text = read(build(content + disc(60, 701.5) + disc(60, 673.5))).text
    assert text == "\u2022 Built a model\nand kept it running\n\u2022 Left it"


@pytest.mark.parametrize(
    ("drawn", "reason"),
    [
        (disc(200, 701) + disc(208, 701) + disc(216, 701), "points of a rating"),
        (disc(20, 701), "a mark of a timeline, far off"),
        (disc(58, 700, 7), "a mark as large as the letters"),
        (disc(60, 690), "a mark between two lines"),
    ],
)
def test_other_marks_are_no_bullets(drawn: str, reason: str, build: Build) -> None:
    content = show("Built a model", 72, 700) + show("Python", 225, 700) + show("Kept it running", 72, 670)
    assert "\u2022" not in read(build(content + drawn)).text, reason


def test_a_dash_at_the_end_of_a_line_stays_one(build: Build) -> None:
    content = show("Associate of Arts: Example College -", 60, 700) + show("Bachelor of Science", 60, 687)
    assert read(build(content)).text == "Associate of Arts: Example College -\nBachelor of Science"


def test_what_follows_a_list_in_two_columns_is_read_after_it(build: Build) -> None:
    left = ["Customer care", "Contracts", "Prospects", "Marketing", "Good will"]
    right = ["Talented in talks", "Resolving conflicts", "Hiring and training", "Operations"]
    content = "".join(show(line, 70, 700 - 13 * n) for n, line in enumerate(left))
    content += "".join(show(line, 240, 694 - 13 * n) for n, line in enumerate(right))
    content += show("Education", 60, 612) + show("Associate of Arts, Example College, which is a long line", 60, 599)
    content += show("References on request, as always in such a place", 60, 400)
    text = read(build(content)).text
    assert text.index("Good will") < text.index("Talented") < text.index("Operations") < text.index("Education")


def test_a_footer_with_the_number_of_pages_is_told_from_text_on_the_last_page_too(build: Build) -> None:
    pages = [show(f"Line {n} of page {page}", 72, 700 - 14 * n) for page in (1, 2) for n in (0,)]
    footed = [page + show(f"Ada Example - {number} / 2", 72, 30, 8) for number, page in enumerate(pages, 1)]
    assert read(build(*footed)).text.count("Ada Example") == 1


STACKED = [
    (["Jun 2022", "Aug 2019"], 11, "Aug 2019 – Jun 2022", "closer than its text"),
    (["Present", "Aug 2019"], 11, "Aug 2019 – Present", "an end that lasts"),
    (["Jun 2022", "|", "Aug 2019"], 14, "Aug 2019 – Jun 2022", "a line between"),
    (["2022", "2019"], 14, "2022", "dated rows, level with theirs"),
    (["2022", "2021", "2019"], 11, "2022", "a list of years"),
    (["2019", "2022"], 11, "2019 – 2022", "a start above its end, without a dash"),
]


@pytest.mark.parametrize(("dates", "step", "first", "reason"), STACKED, ids=[case[3] for case in STACKED])
def test_an_end_that_stands_above_its_start(
    dates: list[str], step: float, first: str, reason: str, build: Build
) -> None:
    entry = ["Engineer of harbours", "Northwind", "Planned the berths of the ships"]
    content = "".join(show(date, 60, 700 - step * number) for number, date in enumerate(dates))
    content += "".join(show(line, 150, 700 - 14 * number) for number, line in enumerate(entry))
    assert read(build(content)).text.startswith(f"{first}\tEngineer of harbours"), reason
