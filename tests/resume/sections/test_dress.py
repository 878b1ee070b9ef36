"""Headings in unusual words are told by their dress, their kind by their words or by what stands below."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

BODIES = {
    "summary": "I count parcels for a living and like it when two lists agree. Nine years in depots.",
    "experience": "Data Analyst, Nordhafen Parcel Ltd, Bremen, March 2020 - present\n- Forecast of the night shift in Python\n\n"
    "Depot Clerk, Hansen Freight GmbH, 06/2014 - 02/2020\n- Kept the tour plan in Excel",
    "skills": "Python, pandas, SQL\nExcel, Power BI, Git",
    "education": "B.Sc. Logistics, Hochschule Leerhafen, 2014",
    "certifications": "AWS Certified Cloud Practitioner, 2023\nScrum Master certificate, 2021",
    "learning": "I want to learn Kubernetes next. I hope to try PyTorch on parcel photos.",
    "other": "Sailing in all weathers, and a rowing club on Sundays with three old friends.",
}
#: What the lines of a section may be read as beside their own kind, where nothing depends on it.
LIKE = {
    "summary": {"header", "other"},
    "certifications": {"education", "courses"},
    "learning": {"other"},
    "other": {"interests", "activities", "personal"},
}
WORDINGS = {
    "usual": ("Profile", "Work experience", "Skills", "Education", "Certificates", "Learning", "Interests"),
    "talking": ("Who I am", "What I do all day", "Tools I reach for", "How I got here", "Letters after my name",
                "Currently on the bench", "Off the clock"),
    "compound": ("In a few words", "Track record", "How well, honestly", "School and papers", "Certs, talks and other noise",
                 "Still ahead of me", "Things people ask me"),
    "unknown": ("First things first", "Parcels and people", "Nuts and bolts", "On hard chairs", "Framed on the wall",
                "Ahead of me", "Apart from all that"),
}  # fmt: skip
DRESSES: dict[str, Callable[[str, int], str]] = {
    "capitals": lambda text, _: text.upper(),
    "white space": lambda text, _: text,
    "hash": lambda text, _: f"## {text}",
    "bold": lambda text, _: f"**{text}**",
    "stars": lambda text, _: f"*** {text.upper()} ***",
    "equals": lambda text, _: f"=== {text} ===",
    "underlined": lambda text, _: f"{text}\n{'-' * len(text)}",
    "ruled": lambda text, _: f"{'=' * 30}\n{text}\n{'=' * 30}",
    "box": lambda text, _: f"[{text}]",
    "colon": lambda text, _: f"{text}:",
    "number": lambda text, order: f"{order + 1}. {text}",
    "letter": lambda text, order: f"{'ABCDEFG'[order]}) {text}",
    "star": lambda text, _: f"★ {text}",
    "arrow": lambda text, _: f"➤ {text}",
    "spaced": lambda text, _: " ".join(text.upper()),
}
ORDERS = (
    ("summary", "experience", "skills", "education", "certifications", "learning", "other"),
    ("education", "experience", "other", "learning", "certifications", "skills", "summary"),
)


@pytest.mark.parametrize("order", ORDERS, ids=("jobs first", "studies first"))
@pytest.mark.parametrize("wording", WORDINGS)
@pytest.mark.parametrize("dress", DRESSES)
def test_sections_are_told_by_the_dress_of_headings(
    read: Read, dress: str, wording: str, order: tuple[str, ...]
) -> None:
    words = dict(zip(ORDERS[0], WORDINGS[wording], strict=True))
    text = "Ines Walloch\nDepot clerk turned analyst\nines@example.com\n"
    for number, kind in enumerate(order):
        text += f"\n{DRESSES[dress](words[kind], number)}\n{BODIES[kind]}\n"
    resume = read(text)
    for kind, body in BODIES.items():
        start = text.index(body)
        found = {one.kind for one in resume.sections if one.start < start + len(body) and one.end > start}
        assert found <= {kind} | LIKE.get(kind, set()), (kind, found)
    assert [one.title for one in resume.positions] == ["Data Analyst", "Depot Clerk"]
    told = "".join(text[one.text_start : one.text_end] for one in resume.positions)
    assert not any(body in told for kind, body in BODIES.items() if kind != "experience")


JOBS = "Clerk, Foo Ltd, 2015 - 2020\n- filed"
RATINGS = "Python ██████ 90%\nSQL ████ 60%"
KINDS = [
    (f"JOBS\n{JOBS}\n\nABOUT\nx\n\nSKILL CHART\n{RATINGS}", ["experience", "summary", "skills"], "bars"),
    (f"JOBS\n{JOBS}\n\nABOUT\nx\n\nMARKS\nPython .... 4\nRust .... 0", ["experience", "summary", "skills"], "dotted marks"),
    (f"JOBS\n{JOBS}\n\nABOUT\nx\n\nTABLE\n| Git | 4 |\n| Go | 0 |", ["experience", "summary", "skills"], "a table of marks"),
    (f"JOBS\n{JOBS}\n\nABOUT\nx\n\nEDUCATION & TEA\nBSc Physics, Foo University, 2014", ["experience", "summary", "education"],
     "a known word beside another"),
    (f"# Jobs\n{JOBS}\n\n## Clerks' choir\n- sang\n\n# Skills\nSQL", ["experience", "skills"], "another level of headings"),
    (f"JOBS\n\n{JOBS}\n\nBARLEY FOODS\nPorter, 2012 - 2014\n\nSKILLS\nSQL", ["experience", "skills"], "an employer in capitals"),
    (f"Jobs\n\n{JOBS}\n\nBarley Foods\nPorter\n2012 - 2014\n\nSkills\nSQL", ["experience", "skills"], "an employer set apart"),
    (f"Jobs\n\n{JOBS}\n\nFraud platform\n- built\n\nPorter, Bar Ltd, 2012 - 2014\n\nSkills\nSQL", ["experience", "skills"],
     "a project between two jobs"),
    (f"JOBS:\n{JOBS}\n\nROLES AND RESPONSIBILTIES:\n- filed\n\nSKILLS:\nSQL", ["experience", "skills"], "duties, misspelt"),
    ("Education\n\nFoo University, Town\nTaught there are the sciences of the sea and of all that swims.\n\nSkills\nSQL\n\nProfile\nx",
     ["education", "skills", "summary"], "a school set apart"),
    ("## 2015 - 2020: Foo Ltd\nClerk\n- filed\n\n## 2012 - 2014: Bar Ltd\nPorter\n- bore\n\n## On paper\nBSc Physics, Foo University, "
     "2011", ["header", "experience", "education"], "entries set as headings are"),
    ("Who I am\nA clerk.\n\nFoo Ltd\nClerk 2015 - 2020\n\nBar Ltd\nPorter 2012 - 2014\n\nSkills\nSQL",
     ["summary", "experience", "skills"], "jobs without a heading behind the lines about the person"),
    (f"JOBS\n{JOBS}\n\nABOUT\nx\n\nLEARNING & GROWTH ACHIEVED\nTaught ten colleagues to read the ledger of the port.",
     ["experience", "summary", "other"], "no plan without its words"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds", "why"), KINDS)
def test_what_wears_the_dress_of_headings(read: Read, text: str, kinds: list[str], why: str) -> None:
    resume = read(f"Ann Example\n\n{text}\n")
    found = [one.kind for one in resume.sections]
    assert found[found[0] == "header" and kinds[0] != "header" :] == kinds, why


def test_a_label_means_what_it_does_in_the_section_told_by_dress(read: Read) -> None:
    text = f"JOBS\n{JOBS}\n\nSKILLS\nSQL\n\nEDUCATION & TEA\nBSc Physics, Foo University, 2014\n\nLanguages: Greek, English\n"
    assert [one.kind for one in read(f"Ann\n\n{text}").sections][1:] == [
        "experience",
        "skills",
        "education",
        "languages",
    ]


def test_a_second_sentence_below_a_degree_is_about_another_examination(read: Read) -> None:
    text = "EDUCATION\nBSc Chemistry, Foo University, 2014\nChartered? No. Begun the first part, did not finish.\n"
    assert [one.completed for one in read(f"Ann\n\n{text}").education] == [True]


TALKED = (
    "Fractional CFX, various startups, Leeds / remote, 2023 – now\n- ran\n\nWeb designer, Town, 2014 – 2022\n- sites"
)
#: Headings of a career in capitals that no list knows, or that only their words tell.
CAREERS = [
    "ENGAGEMENTS (freelance, selected)", "ASSIGNMENTS THAT MATTERED", "MANDATES (since 2014)", "GIGS", "WHO HIRED ME", "THE LONG BIT",
    "WHAT I DID FOR A LIVING", "PAYCHEQUES, IN ORDER", "ODD CORNERS", "STINTS",
]  # fmt: skip


@pytest.mark.parametrize("heading", CAREERS)
def test_a_career_in_capitals_between_other_headings(read: Read, heading: str) -> None:
    text = f"SUPERPOWERS\nPython, SQL, Excel, Git, Docker\n\n{heading}\n\n{TALKED}\n\nLEARNING & CREDENTIALS\n- Weekend of rope work, 2023\n- Exploring the tides\n- Two evenings with maps\n\nSPEAKING\nA talk at a meetup.\n"
    kinds = [one.kind for one in read(f"Ann Example\n\n{text}").sections]
    assert kinds == ["header", "skills", "experience", "certifications", "publications"]


@pytest.mark.parametrize(
    "heading", ["What I've done for a living", "How I earn my living", "In front of the class", "Chalk"]
)
@pytest.mark.parametrize(
    "entry",
    [
        "Head Teacher Mathematics, Flat Creek High School, 2018 to 2025\n  * ran a faculty",
        "Maths, Flat Creek High School, 2018 - 2025\n  * taught Years 7 to 12",
        "Lachlan High School, teaching physics, 2018 - 2025",
    ],
)
def test_the_school_of_who_teaches_is_an_employer(read: Read, heading: str, entry: str) -> None:
    others = (
        "What I've studied since\n-----\nGraduate Certificate in Data Science, Foo University, 2026\nBachelor of Education, Bar Hills, 2010\n\n"
        "Marks\n-----\nExcel    4\nPython   2.5\nGit      1 (I can commit)\nPower BI     0, on the list\n"
    )
    resume = read(f"Ann Example\n\n{heading}\n-----\n{entry}\n\n{others}")
    assert [one.kind for one in resume.sections] == ["header", "experience", "education", "skills"]
    assert len(resume.positions) == 1


def test_a_course_between_two_parts_of_the_jobs(read: Read) -> None:
    text = f"JOBS\n{JOBS}\n\nTHE BOOTCAMP\nLone Data School, Town. 16 weeks.\nSQL\n\nTHE LONG BIT\nPorter, Bar Ltd, 2010 - 2014\n- bore\n\nSKILLS\nSQL"
    assert [one.kind for one in read(f"Ann\n\n{text}\n").sections][1:] == [
        "experience",
        "education",
        "experience",
        "skills",
    ]
    school = text.replace(
        "THE BOOTCAMP\nLone Data School, Town. 16 weeks.\nSQL", "OAK HIGH SCHOOL\nPorter, 2014 - 2015\n- bore"
    )
    assert [one.kind for one in read(f"Ann\n\n{school}\n").sections][1:] == ["experience", "experience", "skills"]
