"""What the type, the page and the columns of a document tell of its sections."""

from __future__ import annotations

import pytest

from aimatch.model import Box, Document, Page, Resume, Run
from aimatch.resume import parse

# (text, size of its type); an empty text is an empty line.
Lines = list[tuple[str, float]]


def typed(
    lines: Lines, asides: tuple[tuple[int, int], ...] = (), page_at: int | None = None, origin: str = "text"
) -> Resume:
    """A resume with the given lines; ``asides`` and ``page_at`` count lines."""
    runs, starts, at = [], [], 0
    for text, size in lines:
        starts.append(at)
        if text:
            box = Box(page=1, x0=0, y0=at, x1=100, y1=at + 1)
            runs.append(Run(start=at, end=at + len(text), box=box, size=size))
        at += len(text) + 1
    starts.append(at)
    cut = starts[page_at] if page_at is not None else at
    pages = [Page(number=1, width=612, height=792, start=0, end=cut, origin=origin)]  # type: ignore[arg-type]
    if page_at is not None:
        pages.append(Page(number=2, width=612, height=792, start=cut, end=at))
    spans = tuple((starts[first], starts[last] - 1) for first, last in asides)
    text = "\n".join(text for text, _ in lines)
    return parse(Document(text=text, format="pdf", sha256="0" * 64, runs=tuple(runs), pages=tuple(pages), asides=spans))


def kinds(resume: Resume) -> list[tuple[str, str]]:
    return [(section.kind, section.title) for section in resume.sections]


def section_of(resume: Resume, quote: str) -> str:
    at = resume.document.text.index(quote)
    return next(section.kind for section in resume.sections if section.start <= at < section.end)


ENTRY: Lines = [
    ("Engineer, Northwind, 2016 - 2018", 10),
    ("Built a model of the harbour", 10),
    ("and kept it running", 10),
]
CAREER: Lines = [
    ("Robin Example", 20),
    ("Experience", 14),
    *ENTRY,
    ("Education", 14),
    ("B.Sc. in mathematics, Example University", 10),
]


@pytest.mark.parametrize(
    ("line", "size", "expected", "reason"),
    [
        ("Things worth a look", 14, ("other", "Things worth a look"), "set as headings are, in unusual words"),
        ("Customer Care Experience", 14, ("experience", "Customer Care Experience"), "its last word tells the kind"),
        (
            "Selected Prizes and Honors",
            14,
            ("awards", "Selected Prizes and Honors"),
            "no empty line before it is needed",
        ),
        ("Publications", 10, None, "a heading's word in the type of the text"),
        ("Publications", 12, ("publications", "Publications"), "larger than the text, smaller than other headings"),
        ("Northwind 2016", 14, None, "figures stand in entries"),
        ("Engineer | Northwind", 14, None, "signs stand in entries"),
    ],
)
def test_type_tells_headings(line: str, size: float, expected: tuple[str, str] | None, reason: str) -> None:
    found = kinds(typed([*CAREER, (line, size), ("What stands there, in a sentence", 10)]))
    assert (expected in found) if expected else all(title != line for _, title in found), reason


def test_small_letters_under_capitals_open_no_section() -> None:
    capitals = [(text.upper() if size == 14 else text, size) for text, size in CAREER]
    found = kinds(typed([*capitals, ("Publications", 12), ("A paper about numbers", 10)]))
    assert "Publications" not in [title for _, title in found]


def test_type_recognised_in_a_picture_tells_nothing() -> None:
    lines: Lines = [*CAREER, ("Publications", 10), ("A paper about numbers", 10)]
    assert ("publications", "Publications") in kinds(typed(lines, origin="ocr"))


def test_names_set_as_headings_are_open_no_section() -> None:
    """More unknown lines of that type than headings: they are employers."""
    entries: Lines = []
    for name in ("Northwind", "Contoso", "Fabrikam", "Tailspin", "Wingtip"):
        entries += [(name, 14), ("Engineer, 2016 - 2018", 10), ("Built a model of the harbour", 10)]
    found = kinds(typed([("Experience", 14), ("", 0), *entries, ("Education", 14), ("B.Sc., 2012", 10)]))
    assert [kind for kind, _ in found] == ["experience", "education"]


def test_the_column_goes_on_behind_a_sidebar() -> None:
    sidebar: Lines = [("Skills", 14), ("Python", 10), ("Education", 14), ("B.Sc. in mathematics", 10)]
    after: Lines = [("Kept it running", 10), ("Analyst, Contoso, 2014 - 2016", 10)]
    lines: Lines = [("Robin Example", 20), ("Experience", 14), *ENTRY, *sidebar, *after]
    start = 2 + len(ENTRY)
    resume = typed(lines, asides=((start, start + len(sidebar)),))
    assert [section_of(resume, quote) for quote in ("Python", "B.Sc.", "Kept", "Analyst")] == [
        "skills", "education", "experience", "experience",
    ]  # fmt: skip
    assert [position.employer for position in resume.positions] == ["Northwind", "Contoso"]
    assert resume.sections[-1].title == "Experience"


def test_a_sidebar_goes_on_on_the_next_page() -> None:
    lines: Lines = [
        ("Robin Example", 20), ("Experience", 14), *ENTRY, ("Skills", 14), ("Python", 10), ("Rust", 10), ("Contoso, Analyst, 2014 - 2016", 10),
    ]  # fmt: skip
    at = 2 + len(ENTRY)
    resume = typed(lines, asides=((at, at + 2), (at + 2, at + 3)), page_at=at + 2)
    assert section_of(resume, "Rust") == "skills"
    assert section_of(resume, "Contoso") == "experience"


def test_a_sidebar_before_the_name_does_not_swallow_the_name() -> None:
    lines: Lines = [("Skills", 14), ("Python", 10), ("Robin Example", 20), ("Experience", 14), *ENTRY]
    resume = typed(lines, asides=((0, 2),))
    assert section_of(resume, "Robin") == "header"
    assert section_of(resume, "Python") == "skills"


def test_a_margin_without_a_heading_parts_nothing() -> None:
    lines: Lines = [
        ("Experience", 14),
        *ENTRY,
        ("2014 - 2016", 10),
        ("Analyst, Contoso", 10),
        ("Education", 14),
        ("B.Sc.", 10),
    ]
    at = 1 + len(ENTRY)
    resume = typed(lines, asides=((at, at + 1),))
    assert section_of(resume, "2014 - 2016") == "experience"


RAILS = [
    ("Experience\tEngineer, Northwind\t2016 - 2018", "experience", "level with its first entry"),
    ("Education\tB.Sc. in mathematics, Example University\t2012", "education", "level with a course of study"),
    ("Skills\tPython\tRust\tGo", "skills", "level with a list"),
    ("Education\tSchool\tYear", None, "the head of a table"),
    ("Technologies\tPython, Rust", None, "a label that entries carry"),
]


@pytest.mark.parametrize(("line", "kind", "reason"), RAILS)
def test_headings_in_the_margin(line: str, kind: str | None, reason: str) -> None:
    resume = typed([("Robin Example", 10), ("robin@example.com", 10), ("", 0), (line, 10), ("and what follows it", 10)])
    label, _, rest = line.partition("\t")
    if kind is None:
        assert kinds(resume) == [("header", "")], reason
    else:
        assert (kind, label) in kinds(resume), reason
        assert section_of(resume, rest) == kind


def test_a_heading_in_two_lines_of_the_margin() -> None:
    rows = ["Technical\tPython\tSQL", "Skills\tGo\tKafka"]
    resume = typed([("Robin Example", 10), ("robin@example.com", 10), ("", 0), *((row, 10) for row in rows)])
    assert section_of(resume, "Python") == section_of(resume, "Kafka") == "skills"
    table = ["Technical\tPython\tSQL", "Personal\tcalm\tfriendly"]
    resume = typed([("Robin Example", 10), ("robin@example.com", 10), ("", 0), *((row, 10) for row in table)])
    assert section_of(resume, "Python") == "header"


def test_a_heading_in_small_letters_is_one_in_the_type_of_headings() -> None:
    """Small capitals may be small letters in the file."""
    lines: Lines = [("Robin Example", 20), ("Summary", 14), ("Keeps harbours running", 10), ("experience", 14), *ENTRY,
                    ("Education", 14), ("B.Sc. in mathematics, Example University", 10)]  # fmt: skip
    assert section_of(typed(lines), "Built a model") == "experience"


def test_the_one_heading_of_its_kind_may_be_set_as_the_text_is() -> None:
    lines: Lines = [
        ("Ada Example", 18), ("", 0), ("Summary", 14), ("An engineer of harbours.", 10), ("", 0), ("Experience", 14),
        ("Engineer, Foo Ltd, May 2015 - June 2020", 10), ("- Planned the berths of ships", 10), ("", 0), ("Education", 10),
        ("", 0), ("BSc in Mathematics, Example University", 10), ("", 0), ("Skills", 14), ("SQL, Rust", 10),
    ]  # fmt: skip
    assert [kind for kind, _ in kinds(typed(lines))] == ["header", "summary", "experience", "education", "skills"]


@pytest.mark.parametrize(
    ("gap", "kind", "reason"),
    [([("", 0)], "skills", "white space above and below"), ([], "experience", "within the text of a job")],
)
def test_a_heading_of_several_words_may_be_set_as_the_text_is(gap: Lines, kind: str, reason: str) -> None:
    heading: Lines = [*gap, ("Computer Skills", 10), *gap]
    resume = typed([*CAREER[:-2], *heading, ("What stands there, in a sentence", 10), *CAREER[-2:]])
    assert section_of(resume, "What stands there") == kind, reason


def test_the_only_heading_of_a_kind_may_be_set_smaller_with_a_colon() -> None:
    lines: Lines = [
        *CAREER[:1],
        ("Objective:", 14),
        ("To build models.", 10),
        ("Skills:", 14),
        ("Models of harbours", 10),
    ]
    resume = typed(
        [*lines, ("Professional Experience :", 10), *ENTRY, ("Education:", 14), ("B.Sc., Foo University", 10)]
    )
    assert section_of(resume, "Engineer, Northwind") == "experience"
