"""Lengths of experience stated in words, and lengths of other things."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

STATED = [
    ("4 years of experience", 4, "", False, "the plain form"),
    ("3.5 years IT-related employment, mainly on tills", 3.5, "", False, "a decimal, general words"),
    ("Almost 5 yrs experience, looking for more", 5, "", False, "abbreviated"),
    ("One year six months experience", 1.5, "", False, "years and months, both in words"),
    ("15+ years of professional experience", 15, "", True, "plus"),
    ("More than nine years of progressive management experience", 9, "", True, "in words"),
    ("2 years 10 months of experience", 2.83, "", False, "years and months"),
    ("Total experience: 4 years", 4, "", False, "experience first"),
    ("8 years of total experience in ship repair", 8, "", False, "the whole career, whatever follows"),
    ("6 years of Python experience", 6, "Python", False, "a subject within"),
    ("6 years of experience in data science", 6, "data science", False, "a subject behind"),
    ("12 years Kubernetes, much else", 12, "Kubernetes", False, "a name at once"),
    ("Four years of LLM products", 4, "LLM products", False, "'of' a subject"),
    ("9 years of hands-on LangChain in banks", 9, "LangChain", False, "how it was practised stands between"),
    ("Python (5 years), SQL", 5, "Python", False, "in brackets behind the subject"),
    ("Networking (Expert, 20+ years' experience)", 20, "Networking", True, "in brackets with a grade"),
    ("Python- Exprience - 31 months", 2.58, "Python", False, "a table row with a common misspelling"),
    ("Excel- Exprience - Less than 1 year", 0.5, "Excel", False, "the middle of what it leaves open"),
    ("10 Jahre Berufserfahrung", 10, "", False, "German"),
    ("5 años de experiencia", 5, "", False, "Spanish"),
    ("10 ans d'expérience en boulangerie", 10, "", False, "French, with an elision"),
    ("34 ans, 8 ans d’expérience", 8, "", False, "an age beside it"),
    ("Verheiratet, 12 Jahre Berufserfahrung", 12, "", False, "experience in the line of personal facts"),
]

NOT_EXPERIENCE = [
    ("Python: 8 years, SQL: 6 years, Docker: 3 years", "each is said of its name, none of all experience"),
    ("Less than 5 years of experience with Python", "no length is stated"),
    ("Age/Sex : 23years, Male, with experience", "an age"),
    ("34 ans – Permis B\nPlombier", "an age and a licence, in French"),
    ("43 años | Sevilla\nCocinera", "an age alone between signs, in Spanish"),
    ("29 anni, Torino\nEsperienza lavorativa", "an age above a heading, in Italian"),
    ("36 jaar\nWerkervaring", "an age in a line of its own, in Dutch"),
    ("38 anos, casado\nExperiência", "an age, in Portuguese"),
    ("Driving licence for 20 years\nExperience abroad", "how long a licence is held"),
    ("Née en 1991 (33 ans)", "an age in brackets behind the birth"),
    ("two years ago we moved to Berlin", "the past"),
    ("a 23 year old company", "an age"),
    ("cut costs by 12,000 per year over a 5 year period", "a period"),
    ("I've carried data for seven years, and others could train", "no word of experience"),
    ("six months of study and trans-cultural experience abroad", "a time of study"),
    ("ten years of transactions", "no experience, small letters"),
]


@pytest.mark.parametrize(("text", "years", "subject", "minimum", "why"), STATED)
def test_stated(read: Read, text: str, years: float, subject: str, minimum: bool, why: str) -> None:
    (stated,) = read(f"Summary\n{text}").stated_years
    assert (stated.years, stated.subject, stated.minimum) == (years, subject, minimum), why


@pytest.mark.parametrize(("text", "why"), NOT_EXPERIENCE)
def test_not_experience(read: Read, text: str, why: str) -> None:
    assert read(f"Summary\n{text}").stated_years == (), why
