"""Headings of other languages, with and without their accents, and headings whose lines tell which of two kinds they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

HEADINGS = [
    ("Berufliche Erfahrung", "experience", "German"),
    ("Berufliche Taetigkeiten", "experience", "German, its umlauts spelt out"),
    ("Studium und Schule", "education", "German, two schools in one"),
    ("Technische Fähigkeiten", "skills", "German"),
    ("Allgemeine und berufliche Bildung", "education", "the German form of the European curriculum vitae"),
    ("Voluntary and board roles", "volunteering", "two kinds of unpaid office"),
    ("Staff positions", "experience", "beside work on one's own account"),
    ("EXPERIENCE PROFESSIONNELLE", "experience", "French capitals without their accents"),
    ("Parcours universitaire", "education", "French"),
    ("FORMACION ACADEMICA", "education", "Spanish capitals without their accents"),
    ("Trayectoria laboral", "experience", "Spanish"),
    ("Percorso di studi", "education", "Italian"),
    ("Habilitações literárias", "education", "Portuguese"),
    ("Genoten opleidingen", "education", "Dutch"),
    ("Färdigheter", "skills", "Swedish"),
    ("Ferdigheter", "skills", "Norwegian"),
    ("Uddannelsesbaggrund", "education", "Danish"),
    ("Osaaminen", "skills", "Finnish"),
    ("Historia zatrudnienia", "experience", "Polish"),
    ("Dosažené vzdělání", "education", "Czech"),
    ("Odborná prax", "experience", "Slovak"),
    ("Iskolai végzettség", "education", "Hungarian"),
    ("Competenţe", "skills", "Romanian with cedillas"),
    ("EĞİTİM BİLGİLERİ", "education", "Turkish capitals"),
    ("Δεξιότητες", "skills", "Greek"),
    ("ΣΠΟΥΔΕΣ", "education", "Greek capitals"),
    ("Навички", "skills", "Ukrainian"),
    ("Трудовая деятельность", "experience", "Russian"),
    ("Vještine", "skills", "Croatian"),
    ("Oskused", "skills", "Estonian"),
    ("Kỹ năng", "skills", "Vietnamese"),
    ("Riwayat kerja", "experience", "Indonesian"),
    ("获奖情况", "awards", "Chinese"),
    ("Societies", "activities", "English, of those who belong to them"),
]


@pytest.mark.parametrize(("heading", "kind", "why"), HEADINGS)
def test_heading(read: Read, heading: str, kind: str, why: str) -> None:
    resume = read(
        f"Ada Example\nada@example.com\n\nSummary\n\nBuilds harbours.\n\n{heading}\n\nFoo and bar since 2014\n"
    )
    assert resume.sections[-1].kind == kind


TONGUES = [
    ("Jezici", "hrvatski, engleski", "Croatian"),
    ("Języki obce", "angielski, francuski", "Polish"),
    ("语言能力", "英语", "Chinese"),
    ("Keeleoskus", "eesti, inglise", "Estonian"),
]


@pytest.mark.parametrize(("heading", "body", "why"), TONGUES)
def test_languages_in_a_language(read: Read, heading: str, body: str, why: str) -> None:
    assert read(f"Ada Example\n\nSummary\n\nBuilds harbours.\n\n{heading}\n{body}\n").sections[-1].kind == "languages"


JOBS = [
    (
        "Professional Background",
        "March 2015 – May 2019\tClerk\nFoo Ltd, Leeds\n- Kept the books",
        "experience",
        "one job",
    ),
    ("Career Highlights", "Clerk, Foo Ltd, 2015 - 2019\n- Kept the books", "experience", "one job beside earlier ones"),
    ("Career Highlights", "- Raised sales by 20 % from 2015 to 2019", "summary", "what was reached"),
    ("Career Overview", "An engineer of harbours who worked for Foo Ltd from 2010 to 2015.", "summary", "a sentence"),
]


@pytest.mark.parametrize(("heading", "body", "kind", "why"), JOBS)
def test_a_summary_that_begins_with_a_job_is_experience(
    read: Read, heading: str, body: str, kind: str, why: str
) -> None:
    resume = read(f"Ada Example\n\n{heading}\n\n{body}\n\nEarlier experience\n\nCashier, Bar Ltd, 2010 - 2014\n")
    assert [section.kind for section in resume.sections] == ["header", kind, "experience"]


AMONG_SKILLS = [
    ("Budgeting\nLeadership\nNegotiation", ["header", "skills", "education"], "an item in a line of its own"),
    ("SEO\n\nLeadership\n\nHubSpot", ["header", "skills", "education"], "items set apart"),
    ("SQL, Python\n\nLeadership\nHead of the chess club", ["header", "skills", "activities", "education"], "a heading"),
]


@pytest.mark.parametrize(("body", "kinds", "why"), AMONG_SKILLS)
def test_a_skill_called_like_a_heading(read: Read, body: str, kinds: list[str], why: str) -> None:
    text = f"Ada Example\n\nSkills\n\n{body}\n\nEducation\n\nBA History, Foo University, 2010\n"
    assert [section.kind for section in read(text).sections] == kinds


def test_qualifications_of_a_trade_are_education_and_no_job(read: Read) -> None:
    resume = read(
        "Ada Example\n\nExperience\n\nElectrician, Foo Ltd, July 2008 – Aug 2015\n- Wired\n\nQualifications\n\n"
        "2004 – 2008\t\tNVQ Level 3 in Electrotechnical Installation\nBar College\n"
    )
    assert [section.kind for section in resume.sections][-1] == "education"
    assert [position.title for position in resume.positions] == ["Electrician"]
    (study,) = resume.education
    assert (study.level, study.field, study.institution) == ("none", "Electrotechnical Installation", "Bar College")
