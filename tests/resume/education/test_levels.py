"""What a degree's name leads to, wherever it stands in its line."""

from __future__ import annotations

import pytest

import aimatch

NAMES = {
    "phd": ["PhD", "Ph. D.", "D.Phil.", "Doctor of Philosophy", "EngD", "D.Eng.", "Ed.D.", "D.B.A.", "JD", "Psy.D.", "Doctor of Letters", "Candidate of Sciences", "Doctor en", "Dr.-Ing.", "Dr. techn.", "Dr. phil.", "Doutorado"],
    "master": [
        "M.Sc.", "Masters of Science", "M. Tech.", "M.E.", "MBA", "MMath", "MPhys", "MSci", "MASc", "MRes", "MSDS", "MMus", "MLitt", "Diplom-Informatiker",
        "Dipl.-Ing.", "Diplom-Kauffrau", "Magisterexamen", "M.S.Ed.", "MLS", "MPA", "M.A.T.", "Laurea Magistrale", "Maestría",
        "Cand.polit.", "Kandidatgrad", "Sivilingeniør", "Filosofian maisteri",
    ],
    "bachelor": [
        "BSc (Hons)", "B. Tech.", "B.E.", "BASc", "BMath", "MBChB", "BVSc", "B.A.Sc.", "BCA", "Licenciatura", "Bacharelado", "Undergraduate degree",
        "B.S.Ed.", "BScN", "B.Comm.", "BSocSc", "B.G.S.", "BAS", "HBSc", "Bakkalaureat", "Filosofie kandidat", "Lisans",
        "Contaduría Pública", "Tradenomi", "Licence pro", "Graduado en",
    ],
    "associate": ["A.A.S.", "Associate's degree", "Foundation Degree", "HND", "HNC", "FdSc", "Assoc. of Applied Business", "A.A.B.", "NDip", "Högskoleexamen"],
    "none": ["High School Diploma", "A-levels", "Abitur", "Nanodegree", "Executive Certificate", "Pós-graduação"],
}  # fmt: skip
FORMS = [
    "{} in Computer Science, Foo University, 2015",
    "Foo University, {} in Computer Science, 2015",
    "2015 {} Computer Science, Foo University",
    "{} Computer Science\n2015\nFoo University",
]
CASES = [(level, name) for level, names in NAMES.items() for name in names]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("level", "name"), CASES, ids=[name for _, name in CASES])
def test_level(level: str, name: str, form: str) -> None:
    text = f"EDUCATION\n{form.format(name)}\n\nEXPERIENCE\nDeveloper, Bar Ltd, Jan 2021 - Present\n"
    assert aimatch.score(text, "ai-engineer").degree == level


@pytest.mark.parametrize(
    ("line", "level", "reason"),
    [
        ("Diploma in Retail Management, Foo Community College, 2011", "associate", "a college's, of a field"),
        ("Foo Polytechnic - Diploma in Tourism (2011)", "associate", "a polytechnic's"),
        ("National Diploma: Fashion, Foo College, 2011", "associate", "a word before it that is a part of its name"),
        ("Diploma, Foo College, 2011", "none", "of no field: a school of the last years of schooling may be called so"),
        ("High School Diploma in Arts, Foo College, 2011", "none", "schooling"),
        ("Post Graduate Diploma in Marketing, Foo College, 2011", "none", "beside a degree"),
        ("Diploma in Bookkeeping, Foo Evening School, 2011", "none", "no college"),
        ("Diploma in Massage, Foo College, 3 months, 2011", "none", "a course of months"),
        ("LLM Computer Science\nFoo Grange, 2011", "master", "letters before a field, without a school in their line"),
        ("MAT, Foo Grange, 2011", "none", "letters with neither"),
        ("BTS Tourisme – 2011", "associate", "letters that open the line, before a field that no list knows"),
        ("S1 Ilmu Tanah, Universitas Foo, 2011", "bachelor", "a degree by the number of its stage"),
        ("S2 Ilmu Tanah, Universitas Foo, 2011", "master", "the next"),
        ("Room S2, Foo Grange, 2011", "none", "the same sign elsewhere"),
        ("S1 and D3 in a course of Foo University, 2011", "none", "names of products"),
        ("Cloud course, Foo University: EC2, S2, 2011", "none", "the same in a list"),
        (
            "BSc Nursing, Foo College, 2011. Exam passed in June 2011 (registered since 2012)",
            "bachelor",
            "the time of a licence",
        ),
        (
            "Foo: BA History (a bachelor's degree), 2008–2011\nBar: Greek, no degree taken, 2007–2008",
            "bachelor",
            "of the line below",
        ),
        ("2011年3月 北都大学 文学部 卒業", "bachelor", "a faculty left at its end"),
        ("2011年3月 北都高等学校 卒業", "none", "a school left at its end"),
        (
            "BA History, Foo University, 2009\nPostgraduate Diploma in Care, Bar University, 2015 (never went on to the MSc)",
            "bachelor",
            "refused with 'the'",
        ),
        ("Doctorado en Minas, Foo University: iniciado en 2014, congelado en 2015", "none", "left in Spanish"),
        ("理学修士, 北都大学, 2011", "master", "what it is of, before the degree without a space"),
    ],
)
def test_level_beside_a_school(line: str, level: str, reason: str) -> None:
    text = f"EDUCATION\n{line}\n\nEXPERIENCE\nDeveloper, Bar Ltd, Jan 2021 - Present\n"
    assert aimatch.score(text, "ai-engineer").degree == level, reason


@pytest.mark.parametrize(
    ("below", "kind"),
    [
        ("BSc Computing, Foo University, 2015", "education"),
        ("BSc Computing, Foo University, 2015\nFirst aider\nDriver's licence, class B", "education"),
        ("Quick with numbers, Python", "skills"),
    ],
)
def test_qualifications_are_what_stands_below(below: str, kind: str) -> None:
    sections = aimatch.read(
        f"Mara Lind\n\nQualifications\n{below}\n\nExperience\nDeveloper, Bar Ltd, 2021 - now\n"
    ).sections
    assert next(one.kind for one in sections if one.title == "Qualifications") == kind


@pytest.mark.parametrize(
    ("line", "level", "reason"),
    [
        ("2006 - 2012 Foo Aviation Institute Honours degree", "bachelor", "a degree by its honours"),
        ("2006 - 2012 Foo Aviation Institute Red diploma", "bachelor", "a diploma with honours"),
        ("Foo Aviation Institute (2006 - 2012), diploma with honours", "bachelor", "the same behind the school"),
        ("2006 - 2012 Foo State University, Rocketry, with honors", "bachelor", "honours alone"),
        ("2006 - 2012\nFoo Aviation Institute\nRed diploma", "bachelor", "one a line"),
        ("2006 - 2012 Фу авиационный институт, красный диплом", "bachelor", "in Russian"),
        ("2006 - 2010 Foo High School, with honors", "none", "schooling"),
        ("2006 - 2010 Foo Institute High School Diploma with honors", "none", "schooling at an institute"),
        ("2006 - 2011 Foo Music School with honours", "none", "no school of degrees"),
        ("2006 - 2010 Foo Academy with honors", "none", "perhaps a school of the last years"),
        ("2010 - 2011 Foo Institute, Diploma with honours", "none", "a course of a year"),
        ("Foo University, course in rowing, with distinction, 2011", "none", "a course"),
        ("2011 - now Foo State University with honours", "none", "not left yet"),
    ],
)
def test_a_school_that_was_left_with_honours(line: str, level: str, reason: str) -> None:
    text = f"EDUCATION\n{line}\n\nEXPERIENCE\nDeveloper, Bar Ltd, Jan 2021 - Present\n"
    assert aimatch.score(text, "ai-engineer").degree == level, reason


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("2006 - 2012 Foo State University, Law, with honours", "Law"),
        ("2006 - 2012 Foo State University, with honours", ""),
    ],
)
def test_the_field_at_a_school_that_was_left_with_honours(line: str, field: str) -> None:
    (study,) = aimatch.read(f"EDUCATION\n{line}\n").education
    assert study.field == field
