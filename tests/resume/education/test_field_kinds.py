"""Of what kind the field of a degree is, told beside the degree or by its name alone."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.data import table
from aimatch.resume import field_kind
from aimatch.resume.education.field_kinds import field_of
from aimatch.resume.rules.certificates import normal
from aimatch.resume.rules.degrees import degrees

KINDS = [
    ("Computer reference legal systems", "other", "law, with the help of computers"),
    ("Computer Law", "other", "law about computers"),
    ("Law and Economics", "quantitative", "two subjects, of which one is quantitative"),
    ("Law, Information Technology", "quantitative", "two in a list"),
    ("Computer-aided Fashion Design", "other", "fashion, with the help of computers"),
    ("Music Technology", "other", "music"),
    ("Computer Science and Music", "quantitative", "a second subject takes nothing away"),
    ("Library & Information Science", "other", "one subject of two words that is told with a sign"),
    ("Information Science", "quantitative", "without the library"),
    ("Physical Education", "other", "sport"),
    ("Educación Física", "other", "sport, in Spanish"),
    ("Física", "quantitative", "physics, in Spanish"),
    ("Home Economics", "other", "housekeeping"),
    ("Agricultural Economics", "quantitative", "economics of a trade"),
    ("Derecho Civil", "other", "law, with a word that engineers have too"),
    ("Ingeniería Civil", "quantitative", "engineers' own use of it"),
    ("Industrial Design", "other", "design"),
    ("Industrial Engineering", "quantitative", "the same word of engineers"),
    ("Industrial Psychology", "other", "psychology"),
    ("Data Entry", "other", "typing"),
    ("Surgical Technology", "other", "a trade of hospitals"),
    ("Business Statistics", "quantitative", "a method applied to another subject"),
    ("Health Informatics", "quantitative", "the same"),
    ("Wirtschaftsrecht", "other", "a subject that German joins into one word"),
    ("Medieninformatik", "quantitative", "another"),
    ("Volkswirtschaftslehre", "quantitative", "economics"),
    ("Betriebswirtschaftslehre", "other", "business"),
    ("Wirtschaftsinformatikerin", "quantitative", "the trade instead of its subject"),
    ("Sozialpädagoge", "other", "another"),
    ("Sciences politiques", "other", "in French"),
    ("Sciences économiques", "quantitative", "in French"),
    ("Прикладная математика", "quantitative", "in Russian"),
    ("Юриспруденция", "other", "in Russian"),
    ("Marine Lore", "unknown", "of neither list"),
    ("", "unknown", "no field"),
]


@pytest.mark.parametrize(("field", "kind", "reason"), KINDS, ids=[field for field, _, _ in KINDS])
def test_field_kind(field: str, kind: str, reason: str) -> None:
    assert field_kind(field) == kind, reason


IMPLIED = [
    ("JD", "law"), ("M.D.", "medicine"), ("PharmD", "pharmacy"), ("DDS", "dentistry"), ("DVM", "veterinary medicine"), ("MPH", "public health"),
    ("M.S.W.", "social work"), ("MFA", "fine arts"), ("MPA", "public administration"), ("Ed.D.", "education"),
    ("DNP", "nursing"), ("Magister Artium", "humanities"), ("cand. jur.", "law"), ("cand.polyt.", "engineering"),
    ("Bachelor of Commerce", "commerce"), ("Masters of Engineering", "engineering"), ("Bachelor in Business Administration", "business administration"),
    ("mgr inż.", "engineering"), ("Licence de droit", ""), ("MSc", ""), ("Doctor of Philosophy", ""), ("Bachelor of Science", ""), ("Dr. rer. nat.", ""),
]  # fmt: skip


@pytest.mark.parametrize(("name", "field"), IMPLIED)
def test_a_degree_tells_its_field_by_its_name(name: str, field: str) -> None:
    assert field_of(name) == field


def test_what_names_imply_are_fields_of_degrees() -> None:
    """A form that no degree has tells nothing, and a field of no kind would count as if it were unknown."""
    data = table("language/degrees")
    forms = {*degrees().levels, *map(str.lower, degrees().short), *map(normal, data["qualifications"])}
    unread = [form for forms_of in data["implied"].values() for form in forms_of if normal(form) not in forms]
    assert not unread
    fields = {
        *data["implied"],
        *data["implied_of"],
        *data["diploma_trades"]["fields"],
        *data["diploma_trades"]["abbreviated"],
    }
    assert {field for field in fields if field_kind(field) == "unknown"} == {"architecture"}, "a field of no list"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("JD, Foo University, 2010", "a doctorate (law), not in a field that the role asks for"),
        ("Diplom-Kauffrau, Universität Foo, 2010", "a master's degree (business administration), not in a field"),
        ("Dipl.-Inf., Universität Foo, 2010", "a master's degree (computer science)"),
        ("Dipl.-Ing. Textiles, Universität Foo, 2010", "a master's degree (engineering)"),
        ("MBA in Data Analytics, Foo University, 2010", "a master's degree (Data Analytics)"),
    ],
)
def test_the_reason_tells_the_field(line: str, said: str) -> None:
    report = aimatch.score(f"Education\n{line}\n", "ai-engineer")
    assert next(row.reason for row in report.requirements if row.id == "degree").startswith(said)


@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        ("Specialist degree, Foo State University, Faculty of Law, 2012", "Law", "behind the school"),
        (
            "Foo State University, Faculty of Mathematics, 2006 - 2012, Master's degree",
            "Mathematics",
            "before the degree",
        ),
        ("Master's degree, Foo State University, 2012\nFaculty of Law", "Law", "below"),
        ("MSc Physics, Foo University, Faculty of Science and Law, 2012", "Physics", "the degree's own comes first"),
        ("MBA, Foo University, Faculty of Mathematics, 2012", "", "what the degree's name tells comes first"),
        ("MSc, Foo University, Department of Lost Boats, 2012", "", "of no known field"),
    ],
)
def test_the_faculty_tells_the_field_where_nothing_else_does(line: str, field: str, reason: str) -> None:
    (study,) = aimatch.read(f"Education\n{line}\n").education
    assert study.field == field, reason
