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
