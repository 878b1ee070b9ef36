"""What stands in form fields, text boxes typed onto a page and attached files."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.errors import ReadError
from aimatch.readers.pdf import read

Build = Callable[..., bytes]

LABELS = "BT /F1 10 Tf 40 700 Td (Employer) Tj 0 -40 Td (Position) Tj ET "
HELVETICA = "/Font<</F1 3 0 R>>"


def field(name: str, value: str, y: float, *, drawn: bool) -> str:
    """A field of a form; not ``drawn``: the program that filled it in left that to the reader."""
    look = f"/AP<</N {11 if name == 'a' else 12} 0 R>>" if drawn else ""
    return (
        f"<</Type/Annot/Subtype/Widget/FT/Tx/T({name})/V({value})/Rect[120 {y - 6} 400 {y + 12}]/F 4"
        f"/DA(/F1 10 Tf 0 g){look}>>"
    )


def appearance(value: str) -> str:
    content = f"/Tx BMC BT /F1 10 Tf 2 6 Td ({value}) Tj ET EMC"
    return (
        f"<</Type/XObject/Subtype/Form/BBox[0 0 280 18]/Resources<<{HELVETICA}>>/Length {len(content)}>>"
        f"stream\n{content}\nendstream"
    )


@pytest.mark.parametrize("drawn", [True, False])
def test_fields_of_a_form_are_read_beside_their_labels(drawn: bool, build: Build) -> None:
    objects = [
        f"<</Fields[13 0 R 14 0 R]/DA(/F1 10 Tf 0 g)/DR<<{HELVETICA}>>/NeedAppearances {str(not drawn).lower()}>>",
        appearance("Northwind"),
        appearance("Engineer"),
        field("a", "Northwind", 700, drawn=drawn),
        field("b", "Engineer", 660, drawn=drawn),
    ]
    data = build(LABELS, page="/Annots[13 0 R 14 0 R]", catalog="/AcroForm 10 0 R", objects=objects)
    assert read(data).text.split() == ["Employer", "Northwind", "Position", "Engineer"]


def test_the_fields_of_a_long_form_are_no_column_of_their_own(build: Build) -> None:
    """Their text stands two points above that of their labels."""
    form = [
        ("Application form", ""), ("Full name", "Ada Example"), ("E-mail", "ada@example.com"), ("Experience", ""),
        ("Job title", "Engineer of locks"), ("Firm", "Northwind Harbours of the North"), ("Span", "Feb 2022 - Present"),
        ("Duties", "Planned the berths of the ships of the whole of the coast"), ("Job title", "Analyst of tides"),
        ("Firm", "Contoso Freight and Shipping"), ("Span", "Sep 2018 - Jan 2022"),
        ("Duties", "Wrote the reports that the ministry of the coast reads"), ("Education", ""),
        ("Degree", "Master of Science in Oceanography"), ("School", "Example University of the Coast"), ("Skills", ""),
        ("Software", "Python, Rust, SQL, Docker and Git"),
    ]  # fmt: skip
    filled = {row: value for row, (_, value) in enumerate(form) if value}
    labels = "".join(f"BT /F1 9 Tf 40 {700 - 24 * row} Td ({label}) Tj ET " for row, (label, _) in enumerate(form))
    fields = [
        f"<</Type/Annot/Subtype/Widget/FT/Tx/T(f{row})/V({value})/Rect[120 {696 - 24 * row} 500 {714 - 24 * row}]/F 4"
        f"/DA(/F1 9 Tf 0 g)/AP<</N {30 + row} 0 R>>>>"
        for row, value in filled.items()
    ]
    numbers = " ".join(f"{11 + row} 0 R" for row in range(len(filled)))
    fields_of = f"<</Fields[{numbers}]/DA(/F1 9 Tf 0 g)/DR<<{HELVETICA}>>>>"
    objects = [fields_of, *fields, *["null"] * (30 - 11 - len(filled)), *(appearance(value) for _, value in form)]
    data = build(labels, page=f"/Annots[{numbers}]", catalog="/AcroForm 10 0 R", objects=objects)
    lines = [line for line in read(data).text.split("\n") if line]
    assert lines == [f"{label}\t{value}".rstrip() for label, value in form]


def test_text_typed_onto_a_page_is_read_in_its_place(build: Build) -> None:
    note = "<</Type/Annot/Subtype/FreeText/Rect[40 670 320 688]/F 4/Contents(Engineer)/DA(/F1 10 Tf)/AP<</N 11 0 R>>>>"
    data = build(LABELS, page="/Annots[10 0 R]", objects=[note, appearance("Northwind Harbours")])
    assert [line for line in read(data).text.split("\n") if line] == ["Employer", "Northwind Harbours", "Position"]


def test_the_remarks_of_a_reader_are_not_read(build: Build) -> None:
    note = "<</Type/Annot/Subtype/Text/Rect[300 700 320 720]/Contents(Ask about Rust)>>"
    assert "Rust" not in read(build(LABELS, page="/Annots[10 0 R]", objects=[note])).text


ATTACHED = {
    "catalog": "/Names<</EmbeddedFiles<</Names[(cv.docx) 10 0 R]>>>>",
    "objects": [
        "<</Type/Filespec/F(cv.docx)/UF(cv.docx)/EF<</F 11 0 R>>>>",
        "<</Type/EmbeddedFile/Length 2>>stream\nPK\nendstream",
    ],
}


def test_a_cover_sheet_around_attached_files_is_an_error_that_names_them(build: Build) -> None:
    cover = "BT /F1 10 Tf 40 700 Td (Open this PDF portfolio in a viewer that knows portfolios.) Tj ET"
    with pytest.raises(ReadError, match=r"attached files \(cv\.docx\).*save the file in it"):
        read(build(cover, **ATTACHED))


def test_files_attached_to_a_resume_are_noted(build: Build) -> None:
    lines = "".join(
        f"BT /F1 10 Tf 40 {700 - 14 * n} Td (Built the model of harbour number {n}.) Tj ET " for n in range(20)
    )
    assert read(build(lines, **ATTACHED)).notes == ("Attached files, not read: cv.docx.",)


def test_a_form_for_one_maker_s_programs_alone_says_so(build: Build) -> None:
    wait = "BT /F1 10 Tf 40 700 Td (Please wait... ) Tj 0 -14 Td (If this message is not eventually replaced by the contents) Tj ET"
    with pytest.raises(ReadError, match="print it to PDF"):
        read(build(wait))
