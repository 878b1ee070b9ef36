"""A margin whose lines label what stands beside them is no column, though white space runs beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import aimatch
from aimatch.readers.pdf import read

Build = Callable[..., bytes]


def show(text: str, x: float, y: float, size: float = 10) -> str:
    return f"BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET "


def stack(lines: list[str], x: float, top: float, step: float = 13, size: float = 10) -> str:
    return "".join(show(text, x, top - step * number, size) for number, text in enumerate(lines))


SECTIONS = [
    (["SUMMARY"], ["Engineer of harbours who plans the berths of ships and", "keeps the models that do it running."]),
    (
        ["WORK", "EXPERIENCE"],
        ["Engineer, Northwind Harbour Office", "March 2019 - Present", "Built the model that plans the berths of ships",
         "Taught two colleagues how to keep it running"],
    ),
    (["EDUCATION"], ["Bachelor of Science in mathematics", "Example University, 2012 - 2016", "Thesis on the tides"]),
    (["SKILLS"], ["Python, Rust, SQL", "Linear algebra, statistics"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("size", "drop", "reason"),
    [
        (10, 0, "on the baseline of the first line"),
        (13, 1.2, "in larger type, its letters' tops level with those of the first line"),
        (9, -0.8, "in smaller type"),
    ],
)
def test_headings_in_the_margin_precede_their_sections(size: float, drop: float, reason: str, build: Build) -> None:
    content, y = "", 700.0
    for label, body in SECTIONS:
        content += stack(label, 40, y - drop, step=1.25 * size, size=size) + stack(body, 180, y)
        y -= 13 * len(body) + 22
    resume = aimatch.read(build(content))
    text = resume.document.text
    for section, (_, body) in zip(resume.sections, SECTIONS, strict=True):
        for line in body:
            assert section.start <= text.index(line) < section.end, (reason, line)
    assert [section.kind for section in resume.sections] == ["summary", "experience", "education", "skills"], reason


ENTRIES = [
    (["Jan 2020 - Present", "Springfield"], ["Engineer", "Northwind", "Built the model of the harbour and its tides"]),
    (["Apr 2016 - Dec 2019", "Shelbyville"], ["Analyst", "Contoso", "Wrote the reports that the ministry reads"]),
    (["Jun 2013 - Mar 2016", "Ogdenville"], ["Assistant", "Fabrikam", "Filed the charts of the coast by year"]),
]


def test_dates_left_of_entries_of_several_lines_date_them(build: Build) -> None:
    content = show("WORK EXPERIENCE", 40, 720, 13)
    for number, (dates, entry) in enumerate(ENTRIES):
        content += stack(dates, 40, 700 - 60 * number) + stack(entry, 170, 700 - 60 * number)
    content += show("EDUCATION", 40, 510, 13) + show("2009 - 2013", 40, 492) + show("Bachelor of Arts", 170, 492)
    resume = aimatch.read(build(content))
    found = [(position.title, position.start and position.start.isoformat()[:7]) for position in resume.positions]
    assert found == [("Engineer", "2020-01"), ("Analyst", "2016-04"), ("Assistant", "2013-06")]


BROKEN = [
    (["August 2019 -", "Present"], "August 2019 - Present", "after its dash"),
    (["September 2017", "- July 2019"], "September 2017 - July 2019", "before its dash"),
    (["May 2017 - August", "2017"], "May 2017 - August 2017", "between month and year"),
    (["September", "2017 - July", "2019"], "September 2017 - July 2019", "over three lines"),
    (["May 2017 - Au-", "gust 2017"], "May 2017 - August 2017", "within the name of a month"),
]


@pytest.mark.parametrize(("lines", "whole", "reason"), BROKEN, ids=lambda value: str(value)[:24])
def test_a_range_of_dates_broken_by_a_narrow_margin_is_whole(
    lines: list[str], whole: str, reason: str, build: Build
) -> None:
    body = ["Engineer, Northwind Harbour Office", "Built the model of the harbour", "Kept it running by night and day"]
    content = stack(lines, 40, 700) + stack(body, 170, 700)
    content += stack(["2012 - 2016"], 40, 640) + stack(["Analyst, Contoso", "Wrote reports"], 170, 640)
    assert f"{whole}\tEngineer, Northwind Harbour Office" in read(build(content)).text, reason


APART = [
    (["2019", "2017"], "two years of two entries"),
    (["2019 - Present", "2015"], "a whole range and the year of another entry"),
    (["Northwind -", "Contoso"], "no dates"),
]


@pytest.mark.parametrize(("lines", "reason"), APART, ids=lambda value: str(value)[:24])
def test_lines_that_are_no_parts_of_one_range_stay_apart(lines: list[str], reason: str, build: Build) -> None:
    content = stack(lines, 40, 700) + stack(["First entry of the list", "Second entry of the list"], 170, 700)
    text = read(build(content)).text
    assert " ".join(lines) not in text, reason
    assert all(line in text for line in lines)


def test_a_sidebar_set_on_the_grid_of_the_main_column_is_no_rail(build: Build) -> None:
    """Every line has a mate on its baseline; the groups of the sidebar still belong together."""
    side = ["CONTACT", "Springfield", "", "SKILLS", "Python", "Rust", "", "LANGUAGES", "English", "Spanish"]
    main = [f"Line {number} of the account of what was done at Northwind" for number in range(10)]
    content = stack(main, 180, 700)
    content += "".join(show(line, 40, 700 - 13 * number) for number, line in enumerate(side) if line)
    text = read(build(content)).text
    assert text.index("Spanish") < text.index("Line 0")


def test_rows_that_label_words_and_dates_alike_stay_rows(build: Build) -> None:
    """A table of the old kind: dates, then names of groups of skills, and a heading between in the same margin."""
    content = show("WORK EXPERIENCE", 40, 740, 12)
    for number, (dates, entry) in enumerate(ENTRIES):
        content += show(dates[0], 44, 720 - 56 * number) + stack(entry, 170, 720 - 56 * number)
    content += show("SKILLS", 40, 540, 12)
    for number, (label, names) in enumerate(
        (("Languages", "Python, Rust"), ("Methods", "statistics"), ("Tools", "Git"))
    ):
        content += show(label, 44, 520 - 15 * number) + show(names, 170, 520 - 15 * number)
    lines = read(build(content)).text.split("\n")
    assert "Jan 2020 - Present\tEngineer" in lines
    assert "Methods\tstatistics" in lines


MARGIN = [
    (["Summary"], ["Engineer of harbours who plans the berths of ships and", "keeps the models that do it running."]),
    (
        ["Work Experience", "and Internships"],
        ["Engineer, Northwind Harbour Office", "March 2019 - Present", "Built the model that plans the berths of ships",
         "Taught two colleagues how to keep it running"],
    ),
    (["Education"], ["Bachelor of Science in mathematics", "Example University, 2012 - 2016"]),
    (["Technical", "Skills"], ["Languages: Python, Rust, SQL", "Platforms: Linux, Docker"]),
    (["Licenses and", "Certifications"], ["Certified Master of Harbour Models", "Certified Reader of Tides"]),
    (["Interests"], ["Rowing, chess"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("step", "drop", "reason"),
    [
        (13, 0, "each line level with one of the text, in the type of the text"),
        (11, 0, "set closer than the text"),
        (13, 4, "a third of a line lower than the text"),
        (13, -6, "half a line higher"),
        (13, 6, "half a line lower, as margins of a web page make it"),
    ],
)
def test_what_is_all_headings_is_a_margin(step: float, drop: float, reason: str, build: Build) -> None:
    content, y = "", 700.0
    for label, body in MARGIN:
        content += stack(label, 40, y - drop, step) + stack(body, 180, y)
        y -= 13 * len(body) + 16
    resume = aimatch.read(build(content))
    text = resume.document.text
    kinds = ["summary", "experience", "education", "skills", "certifications", "interests"]
    for kind, (label, body) in zip(kinds, MARGIN, strict=True):
        section = next(one for one in resume.sections if one.kind == kind)
        assert section.title == " ".join(label), reason
        for line in body:
            assert section.start <= text.index(line) < section.end, (reason, line)


def test_two_kinds_of_listed_headings_make_a_margin(build: Build) -> None:
    margin = [
        (["PROFESSIONAL", "QUALIFICATION"], ["B.Tech in harbour works (Example College,", "Leeds) (2004 - 2008)"]),
        (["ACADEMIC", "QUALIFICATION"], ["Plus Two (Board of Tides)", "(2002 - 2004)"]),
        (["PRESENT JOB", "STATUS"], ["Harbour Engineer, Northwind Harbour Office", "(July 2016 - till date)"]),
    ]
    content, y = "", 700.0
    for label, body in margin:
        content += stack(label, 40, y + 11) + stack(body, 180, y)
        y -= 60
    resume = aimatch.read(build(content))
    assert [one.end and one.end.year for one in resume.education] == [2008, 2004]
    assert [(one.title, one.employer) for one in resume.positions] == [("Harbour Engineer", "Northwind Harbour Office")]


def test_headings_one_below_the_other_in_a_form_stay_apart(build: Build) -> None:
    content, y = "", 700.0
    for label, body in (MARGIN[0], MARGIN[1], MARGIN[2]):
        content += stack(label, 40, y) + stack(body, 180, y)
        y -= 13 * len(body) + 16
    content += stack(["Languages", "Hobbies"], 40, y) + stack(["English, French", "Rowing, chess"], 180, y)
    text = read(build(content)).text
    assert text.index("Languages") < text.index("English") < text.index("Hobbies") < text.index("Rowing")


def columns_below(y: float, xs: tuple[float, float, float] = (40, 160, 330)) -> str:
    lists = (
        ["Tools", "Git", "Make", "Bash"],
        ["Stores", "Redis", "Kafka", "MySQL"],
        ["Clouds", "Azure", "Heroku", "AWS"],
    )
    return "".join(stack(names, x, y) for names, x in zip(lists, xs, strict=True))


def test_dates_in_a_margin_above_columns_of_skills_date_their_entries(build: Build) -> None:
    content = show("Experience", 40, 720, 13)
    for number, (dates, entry) in enumerate(ENTRIES):
        content += show(dates[0], 40, 700 - 56 * number) + stack(entry, 160, 700 - 56 * number)
    content += show("Skills", 40, 515, 13) + columns_below(495)
    resume = aimatch.read(build(content))
    found = [(position.title, position.start and position.start.isoformat()[:7]) for position in resume.positions]
    assert found == [("Engineer", "2020-01"), ("Analyst", "2016-04"), ("Assistant", "2013-06")]
    skills = next(section for section in resume.sections if section.kind == "skills")
    for name in ("Git", "Kafka", "AWS"):
        assert skills.start <= resume.document.text.index(name) < skills.end, name


def test_dates_at_the_right_edge_above_columns_date_their_entries(build: Build) -> None:
    content = show("Experience", 40, 720, 13)
    for number, (dates, entry) in enumerate(ENTRIES):
        y = 700 - 56 * number
        content += stack([entry[1], entry[0], f"- {entry[2]}"], 40, y) + stack([dates[1], dates[0]], 400, y)
    content += show("Skills", 40, 515, 13) + columns_below(495, (40, 230, 400))
    resume = aimatch.read(build(content))
    found = [(position.title, position.start and position.start.isoformat()[:7]) for position in resume.positions]
    assert found == [("Engineer", "2020-01"), ("Analyst", "2016-04"), ("Assistant", "2013-06")]


def test_a_date_that_a_narrow_margin_broke_behind_a_short_month_is_whole(build: Build) -> None:
    content = show("Experience", 130, 720, 14)
    entries = [
        ([("Sep", 102.2), ("2018-Mar", 77.2), ("2021", 97.8)], "Engineer, Northwind, Springfield"),
        ([("Apr", 104.4), ("2016-Aug", 76.7), ("2018", 97.8)], "Analyst, Contoso"),
    ]
    for number, (dates, head) in enumerate(entries):
        top = 700 - 60 * number
        content += "".join(show(part, x, top - 13 * row) for row, (part, x) in enumerate(dates))
        content += show(head, 130, top) + show("Built the model of the harbour and of its tides", 130, top - 14)
    found = [(one.title, str(one.start), str(one.end)) for one in aimatch.read(build(content)).positions]
    assert found == [("Engineer", "2018-09-01", "2021-03-01"), ("Analyst", "2016-04-01", "2018-08-01")]


def test_labels_that_end_at_one_edge_precede_their_text_without_dates_and_gaps(build: Build) -> None:
    rows = [
        ("Mother tongue", 106.4, "Norwegian"),
        ("Communication skills", 77.1, "Talked to the pilots of the harbour"),
        ("Digital competence", 87.1, "Python, Rust, SQL"),
        ("Driving licence", 106.4, "B"),
    ]
    content = show("PERSONAL SKILLS", 185, 720)
    for number, (label, x, text) in enumerate(rows):
        content += show(label, x, 700 - 16 * number) + show(text, 185, 700 - 16 * number)
    text = read(build(content)).text
    assert [line for line in text.split("\n") if line][1:] == [f"{label}\t{text}" for label, _, text in rows]


def test_a_date_broken_in_the_middle_of_its_box_is_whole(build: Build) -> None:
    content = show("Experience", 40, 720, 14)
    for top, first, second in ((690, "Sep 2018 - Mar", "2021"), (620, "Jun 2016 - Aug", "2018")):
        content += show(first, 250, top) + show(second, 250 + (70.6 - 22.2) / 2, top - 12)
        content += stack(["Engineer", "Northwind Works"], 40, top, 13) + show(
            "Built the model of the harbour", 350, top
        )
    found = [(str(one.start), str(one.end)) for one in aimatch.read(build(content)).positions]
    assert found == [("2018-09-01", "2021-03-01"), ("2016-06-01", "2018-08-01")]


def test_labels_of_a_form_in_two_lines_with_bullets_precede_their_text(build: Build) -> None:
    rows = [
        (["\\267 Dates \\(from - to\\)"], ["March 2020 - present"]),
        (["\\267 Name and address of", "employer"], ["Northwind Harbours"]),
        (["\\267 Occupation or position held"], ["Engineer"]),
        (
            ["\\267 Main activities and", "responsibilities"],
            ["Built the model of the harbour and of", "its tides in Rust"],
        ),
    ]
    content, y = show("WORK EXPERIENCE", 50, 720), 700.0
    for label, text in rows:
        content += stack(label, 50, y) + stack(text, 250, y)
        y -= 13 * max(len(label), len(text)) + 10
    resume = aimatch.read(build(content))
    assert "Main activities and responsibilities\tBuilt the model" in resume.document.text
    assert [(one.title, one.employer, one.end) for one in resume.positions] == [
        ("Engineer", "Northwind Harbours", None)
    ]


def test_a_sidebar_that_ends_at_one_edge_is_a_column(build: Build) -> None:
    side = ["Contact", "555-0101", "ada@example.com", "Springfield", "", "Languages", "English", "Norwegian", "", "Skills",
            "Python", "Rust", "SQL", "Docker"]  # fmt: skip
    widths = {word: sum(5.6 if letter not in "ilj.t-" else 2.8 for letter in word) for word in side}
    content = "".join(show(word, 160 - widths[word], 700 - 14 * n) for n, word in enumerate(side) if word)
    main = ["Experience", "Engineer, Northwind Harbours, 2019 - 2023", "Built the model of the harbour and its tides",
            "Taught two colleagues how to keep it running", "Analyst, Contoso Tides, 2015 - 2018",
            "Wrote the reports that the ministry of ports reads", "Drew the charts of the coast by hand and by pen",
            "Education", "BSc Mathematics, Example University, 2011 - 2015"]  # fmt: skip
    content += "".join(show(line, 200, 696 - 17 * n) for n, line in enumerate(main))
    text = read(build(content)).text
    assert text.index("Docker") < text.index("Experience") or text.index("Example University") < text.index("Contact")


SIDEBAR = [
    "Ada Example", "ada@example.com", "555-0101", "Springfield", "Languages", "English", "Norwegian", "French",
    "Interests", "Tides", "Lighthouses", "Chess", "Old maps",
]  # fmt: skip
STACKED = [
    (["Northwind", "Springfield", "Jan 2020 - Present"], "Harbour Engineer"),
    (["Contoso", "Freight Works", "Shelbyville", "Apr 2016 - Dec 2019"], "Port Analyst"),
    (["Fabrikam", "Ogdenville", "Jun 2013 - Mar 2016"], "Chart Assistant"),
]


@pytest.mark.parametrize(("top", "step"), [(740, 17), (720, 24)], ids=["free", "on the grid of the labels"])
def test_labels_between_a_sidebar_and_their_entries_are_no_column(top: float, step: float, build: Build) -> None:
    """The gutter right of them is longer than the one that parts the sidebar, and so would win."""
    content = stack(SIDEBAR, 20, top, step=step) + show("Experience", 160, 740, 13)
    y = 720.0
    for labels, title in STACKED:
        body = [
            "- Built the model of the harbour and of its tides by hand",
            "with those who had sailed there for years",
        ] * 3
        content += stack(labels, 160, y, step=12, size=9) + show(title, 290, y, 11) + stack(body, 296, y - 15)
        y -= 120
    resume = aimatch.read(build(content))
    text = resume.document.text
    found = [(position.title, position.start and position.start.isoformat()[:7]) for position in resume.positions]
    assert found == [("Harbour Engineer", "2020-01"), ("Port Analyst", "2016-04"), ("Chart Assistant", "2013-06")]
    assert all(text.index(line) < text.index("Experience") for line in SIDEBAR)


BODIES = [
    [
        "- Built the model of the harbour and its tides for the many who sail",
        "with those who had sailed there for years",
    ],
    ["- Built the model of the harbour and its tides", "with those who had sailed there"],
    ["Rust, tides and charts"],
]
JOBS = [
    ("Harbour Engineer, Northwind", "Jan 2020 - Present"),
    ("Port Analyst, Contoso", "Apr 2016 - Dec 2019"),
    ("Chart Assistant, Fabrikam", "Jun 2013 - Mar 2016"),
    ("Deck Hand, Litware", "Feb 2011 - May 2013"),
]
HELD = [
    ("Harbour Engineer", "2020-01"),
    ("Port Analyst", "2016-04"),
    ("Chart Assistant", "2013-06"),
    ("Deck Hand", "2011-02"),
]


@pytest.mark.parametrize(
    ("dates_at", "side", "drop", "reason"),
    [
        (290, 430, -0.5, "on the rows of the titles, a little higher"),
        (310, 470, -0.5, "further off"),
        (330, 450, -0.5, "near to the sidebar"),
        (320, 450, -2.4, "in smaller type, the tops of the letters level"),
    ],
)
@pytest.mark.parametrize("body", BODIES, ids=["below the dates", "beside them", "short"])
@pytest.mark.parametrize("place", ["", "Springfield"], ids=["", "above a place"])
def test_dates_at_the_right_end_of_a_main_column_are_its_own(
    dates_at: float, side: float, drop: float, reason: str, body: list[str], place: str, build: Build
) -> None:
    """A sidebar stands right of them: they label the rows left of them, not it, however far off these end."""
    content = stack(SIDEBAR, side, 740, step=17) + show("Experience", 30, 740, 13)
    for number, (title, dates) in enumerate(JOBS):
        y = 720 - 80 * number
        content += show(title, 30, y, 10) + stack([dates, place], dates_at, y - drop, step=11, size=9)
        content += stack(body * 2, 36, y - 14)
    resume = aimatch.read(build(content))
    found = [(position.title, position.start and position.start.isoformat()[:7]) for position in resume.positions]
    assert found == HELD, reason
    text = resume.document.text
    assert text.index("Deck Hand") < text.index("Ada Example") or text.index("Old maps") < text.index("Experience")


def test_dates_left_of_the_entries_of_a_narrow_right_column_are_its_own(build: Build) -> None:
    """They stand between two columns as well, but on the rows of the right one."""
    content = show("Summary", 30, 740, 13) + stack(
        ["Engineer of harbours who plans the berths of ships and of", "boats and keeps the models that do it running."]
        * 9,
        30,
        722,
    )
    content += show("Education", 320, 740, 13)
    for number, (years, degree) in enumerate(
        (("2014 - 2016", "Master of Science"), ("2010 - 2013", "Bachelor of Arts"), ("2008 - 2010", "Diploma"))
    ):
        content += show(years, 320, 720 - 50 * number, 9) + stack([degree, "Example College"], 400, 720 - 50 * number)
    text = read(build(content)).text
    assert text.index("running.") < text.index("Education") < text.index("2014 - 2016\tMaster of Science")
    assert "2010 - 2013\tBachelor of Arts" in text


@pytest.mark.parametrize("dash", [False, True], ids=["alone", "under a dash"])
def test_headings_beside_the_second_line_of_their_text(dash: bool, build: Build) -> None:
    sections = [
        ("Skills", ["Python, Rust, SQL, Docker, Git and whatever else the harbour", "needs of them"]),
        ("Experience", ["Northwind / Engineer", "FEBRUARY 2022 - PRESENT", "Planned the berths of the ships of the coast"]),
        ("Education", ["Example University / BSc in mathematics", "SEPTEMBER 2014 - MAY 2018"]),
        ("Awards", ["Best paper about the tides, 2020"]),
    ]  # fmt: skip
    content, y = show("Ada Example", 200, 740, 20), 690
    for heading, lines in sections:
        content += "".join(show(line, 200, y - 14 * number) for number, line in enumerate(lines))
        content += show(heading, 60, y - 14) + (show("-", 60, y) if dash else "")
        y -= 14 * len(lines) + 18
    lines = [line for line in read(build(content)).text.split("\n") if line]
    assert lines[1:] == [line for heading, below in sections for line in (heading, *below)]
