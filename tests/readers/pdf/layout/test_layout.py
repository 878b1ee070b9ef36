"""Reading order comes from where things stand on the page, whatever the order of the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.model import Document
from aimatch.readers.pdf import read, words

Build = Callable[..., bytes]

LEFT = [
    "SKILLS",
    "Python and Rust",
    "Linear algebra",
    "Statistics",
    "LANGUAGES",
    "English",
    "Spanish",
    "Portuguese",
]
MAIN = [
    "EXPERIENCE",
    "Engineer at the Northwind harbour office",
    "Built the model that plans the berths of ships",
    "Taught two colleagues how to keep it running",
    "Analyst at the Contoso weather service",
    "Wrote the reports that the ministry reads",
    "EDUCATION",
    "Bachelor of Science in mathematics, Example University",
]


def show(text: str, x: float, y: float, size: float = 10, font: str = "F1") -> str:
    return f"BT /{font} {size} Tf {x} {y} Td ({text}) Tj ET "


def column(lines: list[str], x: float, *, top: float = 700, step: float = 14) -> list[str]:
    return [show(text, x, top - step * number) for number, text in enumerate(lines)]


def in_order(document: Document, *lines: str) -> bool:
    places = [document.text.find(line) for line in lines]
    return -1 not in places and places == sorted(places)


SIDEBAR, BODY = column(LEFT, 40, step=15), column(MAIN, 220)
ORDERS = {
    "sidebar first": SIDEBAR + BODY,
    "main column first": BODY + SIDEBAR,
    "line by line across": [part for pair in zip(SIDEBAR, BODY, strict=True) for part in pair],
    "backwards": list(reversed(SIDEBAR + BODY)),
    "every other line first": (SIDEBAR + BODY)[::2] + (SIDEBAR + BODY)[1::2],
}


@pytest.mark.parametrize("order", ORDERS)
def test_two_columns_whatever_the_order_of_the_file(order: str, build: Build) -> None:
    document = read(build("".join(ORDERS[order])))
    assert in_order(document, *LEFT)
    assert in_order(document, *MAIN)
    assert document.text.index("Portuguese") < document.text.index("EXPERIENCE")


@given(order=st.permutations(SIDEBAR + BODY))
def test_any_order_of_the_file_gives_the_same_text(order: list[str], build: Build) -> None:
    assert read(build("".join(order))).text == read(build("".join(SIDEBAR + BODY))).text


def test_three_columns(build: Build) -> None:
    thirds = [[f"{name} line {number} of it" for number in range(1, 7)] for name in ("first", "second", "third")]
    rows = [show(thirds[at][row], 40 + 180 * at, 700 - 13 * row - 4 * at) for row in range(6) for at in range(3)]
    assert in_order(read(build("".join(rows))), *(line for third in thirds for line in third))


def test_a_line_across_parts_what_is_above_from_what_is_below(build: Build) -> None:
    across = show("A line that runs across both of the columns from the left margin to the right one", 40, 560)
    lower = column(["alpha one", "alpha two", "alpha three"], 40, top=530, step=15)
    lower += column(["beta one is a longer line", "beta two is a longer line", "beta three"], 220, top=530)
    document = read(build("".join(SIDEBAR + BODY) + across + "".join(lower)))
    assert in_order(document, "SKILLS", "EXPERIENCE", "A line that runs", "alpha one", "alpha three", "beta one")


MARGINS = {
    "dates at the left": (40, 150),
    "dates at the right": (470, 40),
}


@pytest.mark.parametrize("place", MARGINS)
def test_dates_in_a_margin_stay_with_their_row(place: str, build: Build) -> None:
    dates_x, text_x = MARGINS[place]
    dates = ["2019 - 2021", "2016 - 2019", "2012 - 2016", "2010 - 2012"]
    titles = ["Engineer, Northwind", "Analyst, Contoso", "Student helper, Fabrikam", "Tutor, Example School"]
    content = ""
    for number, (date, title) in enumerate(zip(dates, titles, strict=True)):
        y = 700 - 40 * number
        content += (
            show(date, dates_x, y) + show(title, text_x, y) + show("What was done there, in a line", text_x, y - 13)
        )
    lines = read(build(content)).text.split("\n")
    for date, title in zip(dates, titles, strict=True):
        assert (f"{date}\t{title}" if dates_x < text_x else f"{title}\t{date}") in lines


def test_rows_of_a_table_stay_on_a_line(build: Build) -> None:
    rows = [
        ("Language", "Level", "Since"),
        ("Python", "expert", "2012"),
        ("Java", "good", "2015"),
        ("Go", "fair", "2020"),
    ]
    cells = [show(cell, 60 + 150 * at, 700 - 16 * number) for at in range(3) for number, row in enumerate(rows)
             for cell in [row[at]]]  # fmt: skip
    assert read(build("".join(cells))).text == "\n".join("\t".join(row) for row in rows)


def test_letter_spaced_headings_are_words(build: Build) -> None:
    content = show("W O R K   E X P E R I E N C E", 60, 700, 14) + show("Engineer at Northwind", 60, 680)
    assert read(build(content)).text.split("\n")[0] == "WORK EXPERIENCE"


@pytest.mark.parametrize("apart", [3, 4, 6])
def test_letter_spaced_headings_whose_letters_are_kerned_are_words(apart: int, build: Build) -> None:
    """pdfium sees a space between most of their letters, and none within the pairs that are drawn closer together."""
    heading = f"BT /F1 12 Tf {apart} Tc 60 700 Td [(W) 250 (ORK)-278(EX) (PERIENC)250(E)] TJ ET "
    assert read(build(heading + show("Engineer at Northwind", 60, 680))).text.split("\n")[0] == "WORK EXPERIENCE"


def test_headings_in_capitals_keep_their_short_words(build: Build) -> None:
    lines = ["WHAT I DO", "A TO Z OF IT", "J. B. EXAMPLE", "VITAMIN C AND D"]
    assert read(build("".join(show(line, 60, 700 - 30 * at) for at, line in enumerate(lines)))).text.split() == (
        " ".join(lines).split()
    )


BROKEN = [
    ("the collec-", "tion of stamps", "the collection\nof stamps", "a word broken at a syllable"),
    ("a cross-", "functional team", "a cross-functional\nteam", "a compound known to keep its hyphen"),
    ("state-of-the-", "art tools", "state-of-the-art\ntools", "a compound with a hyphen before"),
    ("the user of SQL-", "Server", "the user of SQL-Server", "a name goes on with a capital"),
    ("from 2019 -", "2021 there", "from 2019 -\n2021 there", "a dash is no hyphen"),
]


@pytest.mark.parametrize(("above", "below", "text", "reason"), BROKEN, ids=lambda value: str(value)[:20])
def test_a_word_broken_at_the_end_of_a_line_is_whole(
    above: str, below: str, text: str, reason: str, build: Build
) -> None:
    assert read(build(show(above, 60, 700) + show(below, 60, 687))).text == text, reason


def test_a_word_broken_with_the_sign_for_a_hyphen_is_whole(build: Build) -> None:
    """U+2010, which some producers write where they hyphenate; the fonts of others have it as any other character."""
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        "1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfrange\n<20> <7A> <0020>\nendbfrange\n"
        "1 beginbfchar\n<7E> <2010>\nendbfchar endcmap end end"
    )
    objects = [
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 11 0 R>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    content = show("Built the collec~", 60, 700, font="F3") + show("tion of stamps", 60, 687, font="F3")
    text = read(build(content, resources="/Font<</F1 3 0 R/F3 10 0 R>>", objects=objects)).text
    assert text == "Built the collection\nof stamps"


def test_a_column_with_gaps_goes_on_below_the_end_of_the_other(build: Build) -> None:
    """Its paragraphs stand further apart than lines, and break where those above them do."""
    lines = [f"the line {number} of the first column ends" for number in range(24)]
    places = [700 - 13 * number - 9 * (number // 2) for number in range(24)]
    content = "".join(show(text, 40, y) for text, y in zip(lines, places, strict=True))
    others = [f"the line {number} of the other" for number in range(7)]
    content += "".join(column(others, 330, step=15))
    document = read(build(content + show("at the very end", 40, 60)))
    assert in_order(document, *lines, *others)


def test_justified_lines_hold_no_cells(build: Build) -> None:
    content = "BT /F1 10 Tf 9 Tw 60 700 Td (A line that is drawn out to the margin) Tj ET "
    content += show("and the one that follows it and fills the whole of its width", 60, 687)
    assert "\t" not in read(build(content)).text


def test_words_that_run_from_right_to_left_stand_in_the_order_they_are_read(build: Build) -> None:
    """Two Hebrew words in an English line, drawn as they stand: the first one read is at the right."""
    hebrew = {code: chr(0x05D0 + code) for code in range(1, 9)}
    rows = "\n".join(f"<{code:02X}> <{letter.encode('utf-16-be').hex()}>" for code, letter in hebrew.items())
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n{len(hebrew)} beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
    objects = [
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 11 0 R/FirstChar 1/LastChar 8/Widths[600 600 600 600 600 600 600 600]"
        "/Encoding<</Differences[1/a/b/c/d/e/f/g/h]>>>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    content = (
        "BT /F2 10 Tf 60 700 Td (Speaks) Tj ET BT /F3 10 Tf 102 700 Td <08070605> Tj ET"
        " BT /F3 10 Tf 132 700 Td <04030201> Tj ET BT /F2 10 Tf 162 700 Td (and more English) Tj ET"
    )
    text = read(build(content, resources="/Font<</F2 4 0 R/F3 10 0 R>>", objects=objects)).text
    first = "".join(hebrew[code] for code in (1, 2, 3, 4))
    second = "".join(hebrew[code] for code in (5, 6, 7, 8))
    assert text == f"Speaks {first} {second} and more English"


def test_paragraphs_are_parted_by_a_blank_line(build: Build) -> None:
    content = "".join(column(["one", "two", "three"], 60)) + "".join(column(["four", "five"], 60, top=620))
    assert read(build(content)).text == "one\ntwo\nthree\n\nfour\nfive"


def test_a_heading_turned_in_the_margin_precedes_its_section(build: Build) -> None:
    content = "".join(column(["Engineer at Northwind", "Built a model", "Kept it running", "Left it to others"], 90))
    content += "BT /F1 12 Tf 0 1 -1 0 60 655 Tm (WORK) Tj ET"
    assert in_order(read(build(content)), "WORK", "Engineer at Northwind", "Left it to others")


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_reads_as_it_is_seen(turn: int, build: Build) -> None:
    matrix = {0: "1 0 0 1 60 700", 90: "0 1 -1 0 60 60", 180: "-1 0 0 -1 500 60", 270: "0 -1 1 0 500 700"}[turn]
    content = f"BT /F1 10 Tf {matrix} Tm (Engineer at Northwind) Tj 0 -14 Td (Built a model) Tj ET"
    document = read(build(content, page=f"/Rotate {turn}"))
    assert document.text == "Engineer at Northwind\nBuilt a model"
    assert document.pages[0].width == (792 if turn in (90, 270) else 612)
    first, second = (run.box for run in document.runs)
    assert first.y1 <= second.y1
    assert first.x1 - first.x0 > first.y1 - first.y0


def test_a_sidebar_does_not_part_the_main_column_from_its_next_page(build: Build) -> None:
    right = [show(text, 430, 700 - 15 * number) for number, text in enumerate(LEFT)]
    main = [show(text, 40, 700 - 14 * number) for number, text in enumerate(MAIN)]
    document = read(build("".join(main + right), show("Diploma in the history of numbers", 40, 700)))
    assert in_order(document, "SKILLS", "EDUCATION", "Diploma in the history")
    assert [page.number for page in document.pages] == [1, 2]
    assert document.page_at(document.text.index("Diploma")) == 2


def test_spaces_that_pdfium_drops_are_put_back(build: Build) -> None:
    """One object a letter, each space an object of its own, drawn so close that pdfium sees no gap."""
    words = "supply chain management of the harbour"
    content = ""
    for row in range(14):
        x = 60.0
        for letter in words:
            content += show(letter, round(x, 1), 700 - 14 * row, font="F2")
            x += 3.2 if letter == " " else 6
    assert set(read(build(content)).text.split("\n")) == {words}


def test_runs_cover_the_text_with_boxes_on_the_page(build: Build) -> None:
    document = read(build("".join(SIDEBAR + BODY)))
    covered = "".join(document.text[run.start : run.end] for run in document.runs)
    assert "".join(covered.split()) == "".join(document.text.split())
    place = document.text.index("Northwind")
    (box,) = document.boxes(place, place + len("Northwind"))
    assert 220 < box.x0 < box.x1 < 612
    assert 792 - 700 < box.y1 < 792 - 670
    assert all(run.size == pytest.approx(10, abs=0.1) for run in document.runs)
    assert document.runs == tuple(sorted(document.runs, key=lambda run: run.start))


def test_pages_tell_which_part_of_the_text_is_theirs(build: Build) -> None:
    document = read(build(show("first page", 60, 700), "", show("third page", 60, 700)))
    assert [document.text[page.start : page.end] for page in document.pages] == ["first page", "", "third page"]
    assert [page.origin for page in document.pages] == ["text", "none", "text"]


def test_upright_letters_drawn_one_by_one_are_a_word(build: Build) -> None:
    content = "".join(column(["Engineer at Northwind", "Built a model", "Kept it running", "Left it to others"], 90))
    y = 600.0
    for letter, width in (("A", 8), ("d", 7), ("a", 7), (" ", 4), ("L", 7), ("o", 7), ("u", 7)):
        content += f"BT /F1 12 Tf 0 1 -1 0 60 {y} Tm ({letter}) Tj ET "
        y += width
    assert "Ada Lou" in read(build(content)).text.split("\n")


def test_a_watermark_across_a_page_is_read_behind_it(build: Build) -> None:
    lines = [f"Line {number} of the account of what was done there" for number in range(8)]
    content = "BT /F1 80 Tf 0.87 0.5 -0.5 0.87 120 600 Tm (RESUME) Tj ET " + "".join(column(lines, 60))
    assert in_order(read(build(content)), *lines, "RESUME")


def test_a_grid_of_skills_ends_where_entries_with_dates_begin(build: Build) -> None:
    """A heading and an entry below the grid are no ends of its columns, though no line runs across the gutter."""
    content = show("SKILLS", 40, 740, 13)
    for number in range(5):
        content += show(f"\u00b7 skill {number}", 40, 720 - 14 * number)
        content += show(f"\u00b7 craft {number}", 300, 720 - 14 * number)
    content += show("WORK EXPERIENCE", 40, 625, 13)
    content += show("Engineer", 40, 605) + show("March 2019 - Present", 460, 605)
    content += show("Northwind", 40, 591) + show("Springfield", 460, 591)
    content += show(
        "Built the model that plans the berths of the ships of a harbour with so many of them that", 40, 577
    )
    content += show("nobody could", 40, 563)
    text = read(build(content)).text
    assert "Engineer\tMarch 2019 - Present" in text.split("\n")
    assert text.index("craft 4") < text.index("WORK EXPERIENCE")


def test_a_page_number_does_not_make_a_column_tall(build: Build) -> None:
    """The short second column ends far above; the number below the first one's last line belongs to neither."""
    short = [f"aside {number} of the list" for number in range(9)]
    long = [f"line {number} of what was done at the harbour" for number in range(40)]
    content = "".join(column(short, 330, step=15)) + "".join(column(long, 40)) + show("1", 326, 40)
    document = read(build(content))
    assert in_order(document, *long)
    assert in_order(document, *short)
    assert document.text.endswith("\n1")


def test_a_word_broken_beside_a_date_is_whole(build: Build) -> None:
    content = show("Senior Engineer, Northwind Com-", 40, 700) + show("2019 - 2021", 480, 700)
    content += show("merce and Shipping", 40, 687) + show("Built the model", 40, 674)
    text = read(build(content)).text
    assert text.startswith("Senior Engineer, Northwind Commerce\t2019 - 2021\nand Shipping")


def test_a_ligature_printed_twice_is_read_once(build: Build) -> None:
    """Of a letter printed twice in one place pdfium keeps one; of a ligature it kept both."""
    rows = "<01> <00660069>\n<02> <0043>\n<03> <0074>"
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        f"1 begincodespacerange <00> <FF> endcodespacerange\n3 beginbfchar\n{rows}\nendbfchar endcmap end end"
    )
    objects = [
        "<</Type/Font/Subtype/Type1/BaseFont/Courier/ToUnicode 11 0 R/FirstChar 1/LastChar 3/Widths[600 600 600]"
        "/Encoding<</Differences[1/a/b/c]>>>>",
        f"<</Length {len(cmap)}>>stream\n{cmap}\nendstream",
    ]
    content = "".join(f"BT /F3 10 Tf 60 700 Td <020103> Tj ET {show('once', 100, 700)}" for _ in range(2))
    text = read(build(content, resources="/Font<</F1 3 0 R/F3 10 0 R>>", objects=objects)).text
    assert text.split() == ["Cfit", "once"]


# As many lines as a page has: pdfium tells the direction of its text by how much of the page they cover.
ENTRY = 6 * [
    ("Engineer at Northwind", "2019 - 2021"),
    ("Built the model that plans the berths of the ships", ""),
    ("Kept it running by night and day for all of them", ""),
]


def letter_by_letter(matrix: str, turn: tuple[int, int, int, int], left: float, top: float) -> str:
    """The entry in Courier, a letter an object, as some producers write; ``turn`` moves from letter to letter and line."""
    content = ""
    dx, dy, lx, ly = turn
    for row, cells in enumerate(ENTRY):
        for at, text in ((0, cells[0]), (60, cells[1])):
            for number, letter in enumerate(text, at):
                x, y = left + 6 * number * dx + 14 * row * lx, top + 6 * number * dy + 14 * row * ly
                content += f"BT /F2 10 Tf {matrix} {x} {y} Tm ({letter}) Tj ET " if letter != " " else ""
    return content


SIDEWAYS = [
    ("/Rotate 90", "0 1 -1 0", (0, 1, 1, 0), 100, 60, "turned by its entry, its content against it"),
    ("/Rotate 180", "-1 0 0 -1", (-1, 0, 0, 1), 500, 60, "upside down, turned by its entry"),
    ("/Rotate 270", "0 -1 1 0", (0, -1, -1, 0), 500, 700, "turned the other way"),
    ("", "0 1 -1 0", (0, 1, 1, 0), 100, 60, "text that runs up a page that is not turned"),
    ("", "0 -1 1 0", (0, -1, -1, 0), 500, 700, "text that runs down a page"),
    ("", "1 0 0 1", (1, 0, 0, -1), 60, 700, "level, for comparison"),
]


@pytest.mark.parametrize(("page", "matrix", "turn", "left", "top", "reason"), SIDEWAYS)
def test_a_page_set_sideways_reads_as_if_it_were_level(
    page: str, matrix: str, turn: tuple[int, int, int, int], left: float, top: float, reason: str, build: Build
) -> None:
    document = read(build(letter_by_letter(matrix, turn, left, top), page=page))
    rows = ["\t".join(filter(None, cells)) for cells in ENTRY]
    assert [line for line in document.text.split("\n") if line] == rows, reason
    assert not document.hidden
    (box,) = document.boxes(0, 8)
    width, height = document.pages[0].width, document.pages[0].height
    assert 0 <= box.x0 < box.x1 <= width
    assert 0 <= box.y0 < box.y1 <= height


@pytest.mark.parametrize(
    ("letters", "reason"),
    [((2, 1, 0), "letters in the order they stand"), ((0, 1, 2), "letters in the order they are read")],
)
def test_letters_that_run_from_right_to_left_are_told_by_their_places(letters: tuple[int, ...], reason: str) -> None:
    word = "\u05d0\u05d1\u05d2"
    text = "".join(word[at] for at in letters)
    places = [(60.0 - 6 * at, 0.0) for at in letters]
    shown = words.in_order(text, [words.Word(48.0, 66.0, 0.0, 0, 3)], places.__getitem__)
    assert (shown or text) == word, reason


SHARED = [
    ("S K I L L S  Lathes and looms", ["SKILLS", "Lathes and looms"], "at the beginning of a line"),
    (
        "ada@example.com in the city of Bergen E X P E R I E N C E",
        ["ada@example.com in the city of Bergen", "EXPERIENCE"],
        "at the end",
    ),
    ("V I S A  Lathes and looms", ["V I S A Lathes and looms"], "no heading"),
]


@pytest.mark.parametrize(("line", "lines", "reason"), SHARED, ids=[case[2] for case in SHARED])
def test_a_heading_in_spaced_capitals_is_parted_from_the_text_on_its_line(
    line: str, lines: list[str], reason: str, build: Build
) -> None:
    content = "".join(
        f"BT /F1 10 Tf 60 {700 - 20 * n} Td ({text}) Tj ET " for n, text in enumerate(["Ada", line, "Rust"])
    )
    assert read(build(content)).text.replace("\n\n", "\n").replace("  ", " ").split("\n") == ["Ada", *lines, "Rust"], (
        reason
    )
