"""The years that a posting asks for, in the ways in which postings say them."""

from __future__ import annotations

import pytest

import aimatch

AMOUNTS = [
    "3+ years", "3 or more years", "at least three years", "minimum of three (3) years", "min. 3 years", "3 years plus", "3-5 years",
    "three to five years", "between 3 and 5 years", "more than 3 years", ">= 3 years", "3+ yrs", "not less than three years", "36+ months",
]  # fmt: skip
FORMS = [
    "Requirements\n- {} of experience in machine learning\n- Python",
    "You have {} of hands-on experience with Python and PyTorch.\n\nRequirements\n- SQL",
    "Qualifications\n- Bachelor's degree and {} of relevant work experience\n- Python",
    "Experience: {}\nRequirements: Python, SQL",
]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("amount", AMOUNTS)
def test_three_years(amount: str, form: str) -> None:
    profile = aimatch.profile_from_job(f"Machine Learning Engineer\n\nFoo builds maps.\n\n{form.format(amount)}\n")
    asked = {profile.min_years, *(row.min_years for row in profile.requirements)}
    assert 3 in asked
    assert asked <= {3, None}


@pytest.mark.parametrize(
    "line",
    [
        "Mindestens drei Jahre Berufserfahrung mit Python",
        "3 bis 5 Jahre Erfahrung in Python",
        "Au moins 3 ans d'exp\u00e9rience en Python",
        "Entre 3 et 5 ans d'exp\u00e9rience en Python",
        "M\u00ednimo 3 a\u00f1os de experiencia en Python",
        "De 3 a 5 a\u00f1os de experiencia en Python",
        "Minimaal 3 jaar ervaring met Python",
    ],
)
def test_three_years_in_other_languages(line: str) -> None:
    profile = aimatch.profile_from_job(f"Engineer\n\nFoo builds maps.\n\n- {line}\n- SQL\n")
    assert [row.min_years for row in profile.requirements if "python" in row.skills] == [3]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Duration: 12 months, Python", "the length of a contract"),
        ("Python, after a probation of 6 months", "the time on probation"),
        ("Python, for a company with a history of 30 years", "the age of a company"),
    ],
)
def test_no_years_of_experience(line: str, reason: str) -> None:
    profile = aimatch.profile_from_job(f"Machine Learning Engineer\n\nRequirements\n- {line}\n- SQL\n")
    assert {profile.min_years, *(row.min_years for row in profile.requirements)} == {None}, reason


@pytest.mark.parametrize(
    "form",
    [
        "Extra credit for {}",
        "Beneficial: {}",
        "Some {} would be nice",
        "{} (optional)",
        "Brownie points: {}",
        "{} is welcome but not required",
    ],
)
def test_welcome(form: str) -> None:
    text = f"Machine Learning Engineer\n\nRequirements\n- Python and SQL\n\n{form.format('Kubernetes')}\n"
    (row,) = (row for row in aimatch.profile_from_job(text).requirements if "kubernetes" in row.skills)
    assert row.need == "nice"


@pytest.mark.parametrize(
    ("line", "years", "overall"),
    [
        ("5+ years of professional experience, at least 3 with Go or Java", 3, 5),
        ("5 years of experience, including two with Go or Java", 2, 5),
        ("8 years of engineering, of which at least 4 in Go or Java", 4, 8),
        ("Mindestens 5 Jahre Berufserfahrung, davon mindestens 3 mit Go oder Java", 3, 5),
        ("5+ years of professional experience with Go or Java", 5, 5),
        ("5+ years of experience with Go or Java, at least 3 offices visited a month", 5, 5),
        ("5+ years of experience, at least 9 with Go or Java", 5, 5),  # no part of five
    ],
)
def test_a_part_of_the_years_needs_no_unit(line: str, years: int, overall: int) -> None:
    profile = aimatch.profile_from_job(f"Engineer\n\nRequirements\n- {line}\n- SQL\n")
    assert [row.min_years for row in profile.requirements if "go" in row.skills] == [years]
    assert profile.min_years == overall


@pytest.mark.parametrize(
    ("years", "asked", "reason"),
    [(20, 20, "a long career"), (25, 25, "the longest that is asked for"), (26, None, "no career")],
)
def test_the_most_years_that_are_asked_for(years: int, asked: float | None, reason: str) -> None:
    profile = aimatch.profile_from_job(
        f"Engineer\n\nFoo builds maps.\n\nRequirements\n- {years}+ years of Python\n- SQL\n"
    )
    (row,) = (row for row in profile.requirements if "python" in row.skills)
    assert row.min_years == asked, reason


@pytest.mark.parametrize(
    ("line", "years", "reason"),
    [
        ("5+ years of experience", 5, "the years are of the title's skill"),
        ("Ideally 5+ years of experience", None, "years that are only welcome ask nothing of it"),
    ],
)
def test_overall_years_are_of_the_title_where_they_are_asked_for(line: str, years: float | None, reason: str) -> None:
    profile = aimatch.profile_from_job(
        f"Python Developer\n\nFoo builds maps.\n\nRequirements\n- Python\n- SQL\n- {line}\n"
    )
    (row,) = (row for row in profile.requirements if "python" in row.skills)
    assert row.min_years == years, reason


@pytest.mark.parametrize(
    ("line", "spark"),
    [
        ("Minimum 6 years of total IT experience with 3+ years in Spark", 3),
        ("6 years of IT experience, of which 3 with Spark", 3),
    ],
)
def test_years_in_the_trade_are_of_no_skill(line: str, spark: float) -> None:
    profile = aimatch.profile_from_job(f"Data Engineer\n\nRequirements\n- {line}\n- SQL\n")
    years = {skill: row.min_years for row in profile.requirements for skill in row.skills}
    assert profile.min_years == 6
    assert years["spark"] == spark
    assert "it-operations" not in years


def test_it_operations_are_a_skill() -> None:
    profile = aimatch.profile_from_job("Engineer\n\nRequirements\n- Experience in IT operations\n")
    assert "it-operations" in {skill for row in profile.requirements for skill in row.skills}
