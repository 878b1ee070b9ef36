"""Columns that are easily taken for something else: for rows, for margins, for the text that flows around a box."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import aimatch
from aimatch.readers import read_document
from aimatch.readers.pdf import read
from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.dated_rows import dated_stretch

Build = Callable[..., bytes]


def show(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def stack(lines: list[str], x: float, top: float, step: float = 14, size: float = 10) -> str:
    return "".join(show(text, x, top - step * number, size) for number, text in enumerate(lines))


def test_lists_below_headings_on_one_line_belong_to_them(build: Build) -> None:
    content = show("Summary", 50, 540, 13) + show(
        "An engineer of harbours who keeps the models running for years", 50, 522
    )
    lists = {
        "Contact": ["555-0101", "ada@example.com"],
        "Skills": ["Python", "Rust", "SQL", "Docker", "Git"],
        "Languages": ["English", "Norwegian"],
    }
    for number, (heading, words) in enumerate(lists.items()):
        content += show(heading, 60 + 150 * number, 660, 13) + stack(words, 60 + 150 * number, 644)
    resume = aimatch.read(build(content + show("Ada Example", 50, 700, 18)))
    text = resume.document.text
    found = {section.title: text[section.body_start : section.end].split() for section in resume.sections}
    assert {heading: found[heading] for heading in lists} == lists
    assert found["Summary"][:2] == ["An", "engineer"]


BESIDE = [
    "Experience", "Engineer", "Northwind Harbour, Jan 2020 - Present", "- Planned the berths of the ships",
    "- Taught two colleagues to run it", "Analyst", "Contoso Freight, May 2016 - Dec 2019",
]  # fmt: skip
BOX = ["Key achievements", "Saved twelve hours", "of work a week"]


@pytest.mark.parametrize(
    ("below", "reason"),
    [
        (["- Wrote the reports that the ministry of the coast reads every single week of the year"], "wide lines"),
        (["- Wrote reports that are read"], "lines as narrow as those beside the box"),
    ],
)
def test_a_box_does_not_part_the_text_that_flows_around_it(below: list[str], reason: str, build: Build) -> None:
    content = stack([*BESIDE, *below], 50, 650) + show("Education", 50, 500, 13) + show("BSc, Example College", 50, 484)
    content += show(BOX[0], 400, 640, 13) + stack(BOX[1:], 400, 625)
    resume = aimatch.read(build(content))
    text = resume.document.text
    last = resume.positions[-1]
    assert last.text_start < text.index("- Wrote") < last.text_end, reason
    for line in BOX[1:]:
        at = text.index(line)
        assert not any(position.text_start <= at < position.text_end for position in resume.positions), reason


LEFT = ["Jan 2019 - Dec 2020", "Analyst", "Contoso", "- Wrote reports for the ministry", "- Read them out"]
FIRST = ["Jan 2021 - Present", "Engineer", "Northwind", "- Planned the berths of ships", "- Taught two people"]
LAST = ["Jan 2016 - Dec 2018", "Assistant", "Fabrikam", "- Filed the charts of the coast", "- Drew some"]


def test_entries_left_and_right_of_a_line_in_turn(build: Build) -> None:
    """A timeline with entries on either side of it; the heading below it opens what is below both."""
    content = (
        show("Work Experience", 50, 720, 14) + stack(FIRST, 320, 700) + stack(LEFT, 50, 630) + stack(LAST, 320, 560)
    )
    content += show("Education", 50, 480, 14)
    content += show("Bachelor of Science in mathematics, Example University, Sep 2011 - Jun 2015", 50, 462)
    resume = aimatch.read(build(content))
    assert {position.title for position in resume.positions} == {"Engineer", "Analyst", "Assistant"}
    assert [section.kind for section in resume.sections] == ["experience", "education"]


def test_short_lines_of_a_column_are_no_margin(build: Build) -> None:
    """Titles, employers and dates one below the other, level with text of the other column by chance."""
    left, right = "", ""
    for number in range(3):
        top = 690 - 110 * number
        left += stack(["Data Engineer", f"Contoso {number}", f"Jan 201{number} - Dec 201{number + 1}"], 50, top)
        left += stack(
            ["- Planned the berths of the", "ships of four harbours and", "kept the plan up to date"], 50, top - 42
        )
    right += stack([f"- Wrote report {number} of the ministry" for number in range(24)], 320, 691, step=13)
    text = read(build(show("Experience", 50, 710, 13) + left + right)).text
    for number in range(3):
        assert f"Data Engineer\nContoso {number}\nJan 201{number} - Dec 201{number + 1}\n- Planned" in text


def test_dates_of_a_column_that_are_level_with_the_other_by_chance(build: Build) -> None:
    right = ""
    for number in range(3):
        top = 690 - 91 * number
        right += stack(
            ["Data Engineer", f"Contoso {number}", f"Jan 201{number} - Dec 201{number + 1}"], 320, top, step=13
        )
        right += stack(
            ["- Planned the berths of the", "ships of four harbours and", "kept the plan up to date"], 320, top - 39, 13
        )
    left = stack([f"- Wrote report {number} of the ministry" for number in range(24)], 50, 690, step=13)
    lines = read(build(left + right)).text.split("\n")
    assert "Jan 2010 - Dec 2011" in lines
    assert not any("\t" in line for line in lines)


# Widths of Helvetica's letters in points at 10 points; one more stands between any two.
WIDTHS = {"S": 6.67, "k": 5.0, "i": 2.22, "l": 2.22, "s": 5.0, " ": 2.78, "M": 8.33, "y": 5.0, "t": 2.78}


@pytest.mark.parametrize("turned", ["0 1 -1 0", "0 -1 1 0"])
def test_spaced_letters_of_upright_headings_are_words(turned: str, build: Build) -> None:
    """Thin letters leave wider gaps than others; the gap between words is wider than these."""
    content = "".join(
        show(text, 120, y)
        for text, y in (("Python, Rust, SQL", 600), ("Linear algebra and statistics", 586), ("Harbours", 572))
    )
    at = 0.0
    for letter in "My Skills":
        if letter != " ":
            y = 560 + at if turned.startswith("0 1") else 640 - at
            content += f"BT /F1 10 Tf {turned} 80 {y} Tm ({letter}) Tj ET "
        at += WIDTHS[letter] + 1
    assert "My Skills" in read(build(content)).text


HEADS = [
    ("Project Accountant, Meridian Blue", "Stoneworks", "right", "Meridian Blue Stoneworks", "the rest of the name"),
    ("Project Accountant, Meridian Blue", "Stoneworks", "left", "Meridian Blue Stoneworks", "the rest of the name"),
    ("Lead Backend Platform Developer", "Quillfeather", "right", "Quillfeather", "the employer below its title"),
]


@pytest.mark.parametrize(("name", "rest", "side", "employer", "reason"), HEADS)
def test_names_beside_a_date_are_whole(
    name: str, rest: str, side: str, employer: str, reason: str, build: Build
) -> None:
    x, date = (50, 215) if side == "right" else (160, 50)
    content = show("Experience", 50, 720, 14)
    content += show(name, x, 700) + show("Feb 2019 - Present", date, 700) + show(rest, x, 686)
    content += stack(
        ["- Planned the berths of all the ships", "in four harbours of the coast and", "kept the plan"], x, 666
    )
    position = aimatch.read(build(content)).positions[0]
    assert (position.title, position.employer) == (name.split(",")[0], employer), reason


def test_the_last_line_of_a_sidebar_alone_on_the_next_page(build: Build) -> None:
    side = stack(["Skills", "Python", "Rust", "SQL", "Interests", "Chess", "Rowing", "Reading"], 50, 700, 30)
    main = stack(["Experience", *[f"Wrote report number {number} of the ministry" for number in range(30)]], 220, 700)
    below = show("Painting", 50, 700) + show("Wrote the last report of the ministry", 220, 700)
    below += show("and read it out to the people there", 220, 686) + show("Education", 220, 660)
    below += show("Bachelor of Science, Example University", 220, 646)
    resume = aimatch.read(build(side + main, below))
    text = resume.document.text
    owner = {
        quote: next(section.kind for section in resume.sections if section.start <= text.index(quote) < section.end)
        for quote in ("Painting", "last report", "read it out", "Bachelor")
    }
    assert owner == {
        "Painting": "interests", "last report": "experience", "read it out": "experience", "Bachelor": "education",
    }  # fmt: skip


def test_two_names_of_a_row_that_go_on_below(build: Build) -> None:
    content = show("Education", 50, 720, 14)
    content += show("Sep 2011 - Jun 2015", 50, 700) + show("BSc in Information", 160, 700)
    content += show("Example Lakes", 250, 700) + show("Systems", 160, 686) + show("University", 250, 686)
    content += show("Wrote a thesis on the berths of ships in harbours of the sea", 50, 666) + show(
        "Skills", 50, 630, 14
    )
    study = aimatch.read(build(content)).education[0]
    assert (study.field, study.institution) == ("Information Systems", "Example Lakes University")


def test_headings_and_dates_in_one_margin(build: Build) -> None:
    """The labels are headings, but for the dates of the entries below some of them."""
    rows = [
        ("Profile", ["An engineer of harbours who keeps the models", "running for years"]), ("Experience", []),
        ("2019 - 2023", ["Engineer, Northwind Office", "Planned the berths of the ships"]),
        ("2015 - 2018", ["Analyst, Contoso Freight", "Wrote the reports of the ministry"]), ("Education", []),
        ("2011 - 2015", ["BSc in mathematics, Example University"]), ("Skills", ["Python, Rust, SQL"]),
        ("Languages", ["English, Norwegian"]), ("Interests", ["Chess, rowing"]),
    ]  # fmt: skip
    content, y = "", 700.0
    for label, lines in rows:
        content += show(label, 50, y) + stack(lines, 150, y, 13)
        y -= 13 * max(1, len(lines)) + 4
    resume = aimatch.read(build(content))
    assert [section.kind for section in resume.sections] == [
        "summary", "experience", "education", "skills", "languages", "interests",
    ]  # fmt: skip
    assert [position.title for position in resume.positions] == ["Engineer", "Analyst"]


def test_upright_text_behind_a_line_is_no_part_of_it(build: Build) -> None:
    content = show("Ada Example", 60, 720, 14) + show("ada@example.com", 60, 700)
    content += "".join(
        f"BT /F1 10 Tf 0 1 -1 0 66 {620 + 9 * at} Tm ({letter}) Tj ET " for at, letter in enumerate("PROFILE")
    )
    content += stack(["Plans the berths of ships", "in four harbours", "and keeps the models", "running"], 90, 680)
    lines = read(build(content)).text.split("\n")
    assert "ada@example.com" in lines
    assert any(line.replace(" ", "") == "PROFILE" for line in lines)


def test_three_columns_below_their_headings_are_no_table(build: Build) -> None:
    columns = {
        "Profile": ["Keeps the models of", "harbours running for", "years on end.", "Skills", "Python", "Rust", "SQL"],
        "Work Experience": ["Lead Engineer", "Northwind Harbours", "2019 - Present", "Planned the berths of all",
                            "ships in three ports", "Tide Analyst", "Contoso", "2016 - 2018", "Drew the charts"],
        "Education": ["BSc Mathematics", "Example University", "2012 - 2016", "Languages", "English", "Norwegian"],
    }  # fmt: skip
    content = show("Ada Example", 30, 560, 20)
    for x, (heading, lines) in zip((30, 230, 430), columns.items(), strict=True):
        content += show(heading, x, 500, 12) + stack(lines[:3], x, 480, 11) + stack(lines[3:], x, 434 - x / 40, 13)
    text = aimatch.read(build(content)).document.text
    for lines in columns.values():
        places = [text.index(line) for line in lines]
        assert places == sorted(places)
    assert text.index("SQL") < text.index("Lead Engineer") < text.index("Drew the charts") < text.index("BSc")


SCHOOLS = [
    ["Master of Science", "Example University", "2014 - 2016"],
    ["Bachelor of Arts", "Example College", "2010 - 2014"],
]


@pytest.mark.parametrize("step", [14.0, 14.4, 15.1])
@pytest.mark.parametrize(("main_at", "side_at"), [(40, 400), (190, 40)], ids=["right", "left"])
def test_entries_of_a_sidebar_are_no_stacks_in_the_margin_of_the_column_beside_it(
    main_at: float, side_at: float, step: float, build: Build
) -> None:
    """Their lines are level with items by accident; the sidebar has headings of its own, as the column has."""
    body = ["\267 Built the model of the harbour and of its tides", "with those who had sailed there for years"] * 4
    main = ["Experience", "Engineer, Northwind, Jan 2018 - Present", *body, "Analyst, Contoso, 2015 - 2017", *body]
    content = show("Education", side_at, 700, 12) + stack(main, main_at, 700, step)
    content += stack([*SCHOOLS[0], "", *SCHOOLS[1]], side_at, 700 - 2 * step)
    content += stack(["Skills", "Python", "Rust", "SQL", "Docker", "Git"], side_at, 560)
    lines = read(build(content)).text.split("\n")
    assert all(line in lines for names in SCHOOLS for line in names)


def lines_at(x: float, lines: dict[float, str]) -> list[Piece]:
    return [
        Piece(text=text, x0=x, x1=x + 5 * len(text), top=base - 8, bottom=base + 2, base=base, size=10, start=0)
        for base, text in lines.items()
    ]


@pytest.mark.parametrize(
    ("between", "at", "rows"),
    [
        ("Certificates", 330, False),  # a section of the right column
        ("Certificates", 310, True),  # in the middle of the page
        ("Example College", 330, True),  # a place below a date
    ],
)
def test_dates_of_sections_in_a_right_column_make_no_rows_of_the_page(between: str, at: float, rows: bool) -> None:
    """A heading stands between them at the edge of the column; that of dated rows stands left, or in the middle."""
    left = lines_at(40, dict.fromkeys(range(100, 250, 14), "Wrote the reports of the ministry"))
    right = lines_at(330, {115.0: "BSc in mathematics", 128.0: "2011 - 2015", 163.0: "Tides", 184.0: "2019"})
    right[2:2] = lines_at(at, {149.0: between})
    assert (dated_stretch(left, right) is not None) == rows


@pytest.mark.parametrize(("main_at", "side_at"), [(40, 400), (190, 40)], ids=["right", "left"])
def test_a_last_page_that_holds_nothing_but_the_rest_of_a_sidebar(main_at: float, side_at: float, build: Build) -> None:
    side = ["Skills", "Python", "Rust", "SQL", "", "Education", "BSc in mathematics", "Example University"]
    main = [
        "Experience",
        "Engineer, Northwind, Jan 2018 - Present",
        *[f"Wrote report {n} of the ministry" for n in range(30)],
    ]
    below = ["2011 - 2015", "", "Certificates", "Certified Master of the Tides", "Reader of Charts, 2019"]
    resume = aimatch.read(build(stack(side, side_at, 700, 60) + stack(main, main_at, 700), stack(below, side_at, 700)))
    assert [(position.title, position.start and position.start.year) for position in resume.positions] == [
        ("Engineer", 2018)
    ]


def test_a_column_beside_a_graphic_crowded_with_labels_is_read_as_one(build: Build) -> None:
    """Many gutters would part more labels than the right one parts lines."""
    labels = ["Tides", "Charts", "Boats", "Ports", "Locks"]
    content = "".join(
        show(labels[(row + number) % 5], 40 + 16 * ((3 * row + 5 * number) % 20), 740 - 14 * row)
        for row in range(30)
        for number in range(4)
    )
    years = [f"{2000 + number} Kept the log of the port" for number in range(9)]
    lines = read(build(content + stack(years, 420, 700, 36))).text.split("\n")
    assert "\n".join(years) in "\n".join(line for line in lines if line)


@pytest.mark.parametrize("rest", [["Hobbies", "Rowing"], ["Languages", "English", "Danish", "Hobbies", "Rowing"]])
@pytest.mark.parametrize(("main_at", "side_at"), [(40, 400), (190, 40)], ids=["right", "left"])
def test_a_sidebar_that_ends_early_on_the_next_page_parts_no_column(
    main_at: float, side_at: float, rest: list[str], build: Build
) -> None:
    side = ["Skills", "Python", "Rust", "SQL", "Education", "BSc in mathematics", "Example University"]
    main = ["Experience", *[f"Wrote report {number} of the ministry" for number in range(60)]]
    first = stack(side, side_at, 700, 60) + stack(main[:40], main_at, 740)
    document = read(build(first, stack(main[40:], main_at, 740) + stack(rest, side_at, 735)))
    assert "\n".join(main) in document.text.replace("\n\n", "\n")
    assert [document.text[start:end].split("\n")[0] for start, end in document.asides] == ["Skills", rest[0]]


LOWER = [["Education", "Skills", "Languages"], ["Where it began", "What I bring along"]]


@pytest.mark.parametrize("heads", LOWER, ids=["three sections", "two, in larger type"])
def test_a_row_of_headings_ends_the_columns_above_it(heads: list[str], build: Build) -> None:
    """Three jobs side by side, and sections below them: none is a sidebar that runs down the page."""
    jobs = [
        [dates, title, firm, *[f"\267 {verb} report {number} of it" for number in range(lines)]]
        for dates, title, firm, verb, lines in (
            ("2021 - 2024", "Engineer", "Northwind", "Wrote", 9),
            ("2018 - 2021", "Analyst", "Contoso", "Read", 6),
            ("2016 - 2018", "Clerk", "Fabrikam", "Filed", 5),
        )
    ]
    below = [[head, *[f"{head.split()[0]} {number}" for number in range(7)]] for head in heads]
    content = show("Ada Example", 50, 740, 18) + show("Experience", 50, 715, 13)
    content += "".join(stack(lines, 50 + 180 * number, 700) for number, lines in enumerate(jobs))
    for number, lines in enumerate(below):
        content += show(lines[0], 50 + 180 * number, 500, 13) + stack(lines[1:], 50 + 180 * number, 485, 14 + number)
    document = read(build(content))
    lines = [line.lstrip("• ") for line in document.text.split("\n") if line]
    assert lines[2:] == [line.lstrip("\267 ") for side in jobs + below for line in side]
    assert document.asides == ()


GOING_ON = [
    ("Experience", 16), ("Harbour Engineer", 10), ("Northwind Piers, Bergen", 10), ("May 2018 - Present", 10), ("", 8),
    ("- Planned the berths of ships", 10), ("", 8), ("Tide Analyst", 10), ("Contoso Coast, Oslo", 10),
    ("Jan 2012 - Apr 2018", 10), ("", 8), ("- Wrote the tables of the tides", 10), ("", 8), ("Skills", 16), ("", 4), ("- Python", 10),
    ("- SQL", 10),
]  # fmt: skip


@pytest.mark.parametrize(
    "more", [["- Docker", "- Kafka", "- Rust"], ["- Docker", "- Rust", "", "Memberships", "Guild of Pilots"]]
)
def test_a_short_second_column_goes_on_with_the_list_that_the_first_ends_with(more: list[str], build: Build) -> None:
    content = show("Ada Example", 40, 740, 20)
    top = 700.0
    for line, size in GOING_ON:
        top -= 1.15 * size
        content += show(line, 40 + 20 * line.startswith("-"), top, size)
    right = 696.0
    for line in more:
        right -= 12 if line else 8
        content += show(line, 310 + 20 * line.startswith("-"), right, 16 if line == "Memberships" else 10)
    resume = aimatch.read(build(content))
    text = resume.document.text
    assert [position.title for position in resume.positions] == ["Harbour Engineer", "Tide Analyst"]
    skills = next(section for section in resume.sections if section.title == "Skills")
    items = [line for line in more if line.startswith("-")]
    assert text[skills.body_start : skills.end].split() == " ".join(["- Python", "- SQL", *items]).split()


def test_lists_side_by_side_below_one_heading_end_before_the_next(build: Build) -> None:
    content = show("Skills", 50, 700, 14) + stack(["- Python", "- SQL", "- Rust"], 50, 680)
    content += stack(["- Docker", "- Kafka", "- Git"], 300, 680) + show("Experience", 50, 610, 14)
    content += stack(["Engineer", "Northwind, Jan 2016 - Dec 2019", "- Planned the berths"], 50, 590)
    text = read(build(content)).text
    assert text.index("- Git") < text.index("Experience")


def test_columns_of_a_table_go_on_side_by_side_on_the_next_page(build: Build) -> None:
    left = [
        "Experience",
        "Engineer",
        "Northwind Piers, Bergen",
        "Sep 2020 - Present",
        "- Planned the berths of the ships that",
    ]
    right = [
        "Schooling",
        "Bachelor of Science in Mechanics",
        "Example University, Oslo",
        "2010 - 2014",
        "Skills",
        "Python",
    ]
    first = show("Ada Example", 50, 230, 14) + stack(left, 50, 200) + stack(right, 300, 203, step=13)
    left = ["call at night", "Analyst", "Contoso Coast, Oslo", "Jan 2016 - Aug 2020", "- Wrote the tables of the tides"]
    second = stack(left, 50, 740) + stack(["pandas", "numpy", "scipy", "Languages", "Norwegian"], 300, 740, step=17)
    resume = aimatch.read(build(first, second))
    text = resume.document.text
    assert text.index("ships that\n") < text.index("call at night") < text.index("Analyst") < text.index("pandas")
    skills = [text[section.body_start : section.end].split() for section in resume.sections if section.kind == "skills"]
    assert [word for words in skills for word in words] == ["Python", "pandas", "numpy", "scipy"]
    assert {position.title for position in resume.positions} == {"Engineer", "Analyst"}


def test_columns_that_end_in_the_next_one_are_read_one_after_the_other(build: Build) -> None:
    """The rest of a sentence on the next page belongs to the right column, whose width broke it, too."""
    left = ["Experience", "Engineer", "Northwind Piers", "Sep 2020 - Present", "- Planned"]
    right = [
        "Analyst",
        "Contoso Coast",
        "Jan 2016 - Aug 2020",
        "- Wrote the tables of tides",
        "- Kept the charts of the coast",
    ]
    first = stack(left, 50, 200) + stack(right, 300, 203, step=13)
    second = stack(["and of its deep harbours", "Skills", "SQL"], 50, 740) + stack(
        ["Kafka", "Rust", "Go"], 300, 740, step=17
    )
    text = read(build(first, second)).text
    assert text.index("- Planned") < text.index("Analyst") < text.index("and of its deep")


LEFT_ENTRIES = [
    "Store Manager",
    "Foo Blooms Ltd",
    "Feb 2020 - Present",
    "",
    "Florist",
    "Bar Post Ltd",
    "Mar 2016 - Apr 2017",
]
RIGHT_ENTRIES = [
    "Shop Manager",
    "Foo Blooms Ltd",
    "May 2018 - Jan 2020",
    "",
    "Clerk",
    "Baz Garden Ltd",
    "Jun 2014 - Feb 2016",
]


def _lines(data: bytes) -> list[str]:
    return [line for line in read_document(data).text.split("\n") if line]


def test_a_grid_of_entries_ends_before_the_next_heading(build: Build) -> None:
    content = show("Ada Example", 50, 730, 18) + show("Experience", 50, 700, 13)
    content += show("Education", 50, 540, 13) + show("BSc Botany, 2014", 50, 522)
    content += show("Skills", 50, 490, 13) + show("Excel, Canva", 50, 472)
    for entries, x in ((LEFT_ENTRIES, 50), (RIGHT_ENTRIES, 320)):
        content += stack(entries, x, 680)
    assert _lines(build(content)) == [
        "Ada Example", "Experience", *filter(None, LEFT_ENTRIES), *filter(None, RIGHT_ENTRIES),
        "Education", "BSc Botany, 2014", "Skills", "Excel, Canva",
    ]  # fmt: skip


def test_a_column_that_goes_on_in_the_next_one_is_no_grid(build: Build) -> None:
    content = show("Experience", 50, 700, 13) + stack(
        [*LEFT_ENTRIES[:4], "Planned the rotas of the nine shops"], 50, 680
    )
    content += show("Skills", 50, 600, 13) + stack(["Excel", "Canva", "Floristry, and what goes with it"], 50, 582)
    content += stack(["Python and the rest", *RIGHT_ENTRIES], 320, 711)  # its dates level with none
    lines = _lines(build(content))
    assert lines.index("Skills") < lines.index("Shop Manager")


def test_a_table_with_a_column_of_spans_and_one_of_single_dates_is_read_by_rows(build: Build) -> None:
    rows = [("Feb 2020 - Jan 2022", "03/2022"), ("Mar 2016 - Apr 2017", "05/2017"), ("Jan 2012 - May 2014", "06/2014")]
    content = "".join(
        show(f"Grade {number}", 50, 650 - 14 * number)
        + show(span, 150, 650 - 14 * number)
        + show(day, 320, 650 - 14 * number)
        for number, (span, day) in enumerate(rows)
    )
    assert [line.split("\t")[1:] for line in _lines(build(content))] == [list(row) for row in rows]
