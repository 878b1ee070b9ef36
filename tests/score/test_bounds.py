"""The interval of a credit: uncertain mentions, claims that are only listed, dates that are inferred."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import aimatch

AS_OF = date(2026, 11, 1)


def row_of(text: str, requirement: str, profile: object = "ai-engineer") -> aimatch.RequirementResult:
    report = aimatch.score(text, profile, as_of=AS_OF)  # type: ignore[arg-type]
    return next(row for row in report.requirements if row.id == requirement)


def worked(dates: str) -> str:
    return f"Experience\nML Engineer, Acme Corp, {dates}\n- Built machine learning models and neural networks in Python for twelve bakeries\n"


WIDE = [
    ("Skills: Python", "python", "listed: it may be hollow, or have been used"),
    (worked("2019 - 2020"), "ml-experience", "years without months: one to three years"),
    (worked("Summer 2024 - Winter 2025"), "ml-experience", "seasons: a month either way"),
    (worked("May 2023"), "ml-experience", "one date only: its end is missing"),
]
EXACT = [
    (worked("Jan 2019 - Dec 2020"), "ml-experience", "months are given"),
    (worked("2010 - 2020"), "ml-experience", "long enough however the years are read"),
    (worked("Jan 2019 - Dec 2020"), "deep-learning", "used at work: nothing is claimed only"),
    ("Education\nBSc Computer Science, 2014 - 2018", "degree", "a degree is a fact"),
    ("Skills: Python", "azure", "nothing is found, nothing is in doubt"),
]


@pytest.mark.parametrize(("text", "requirement", "reason"), WIDE, ids=[row[2] for row in WIDE])
def test_what_the_resume_leaves_open_widens_the_interval(text: str, requirement: str, reason: str) -> None:
    row = row_of(text, requirement)
    assert row.low <= row.credit < row.high, reason


@pytest.mark.parametrize(("text", "requirement", "reason"), EXACT, ids=[row[2] for row in EXACT])
def test_what_it_states_does_not(text: str, requirement: str, reason: str) -> None:
    row = row_of(text, requirement)
    assert row.low == row.credit == row.high, reason


def test_the_interval_holds_what_exact_dates_would_give() -> None:
    years = row_of(worked("2023 - 2024"), "ml-experience")
    for dates in ("Dec 2023 - Jan 2024", "Jan 2023 - Dec 2024", "Jun 2023 - Jun 2024"):
        exact = row_of(worked(dates), "ml-experience")
        assert years.low <= exact.credit <= years.high, dates


def test_years_asked_of_a_skill_are_bounded_too() -> None:
    profile = {"id": "ours", "requirements": [{"id": "python", "skills": ["python"], "min_years": 5}]}
    row = row_of(worked("2022 - 2024"), "python", profile)
    assert row.low < row.credit < row.high


def test_one_date_alone_may_be_a_year_and_no_more() -> None:
    """Exact, so that the year is held: 13 of 96 months, whatever lies around."""
    cook = "Chef, Casa Nova, {}\n- Cooked for eighty guests\n\n"
    alone = "Engineer, Beta Ltd, Jan 2015\n- Wrote the booking service in Python for nine growers\n\n"
    text = "Experience\n" + cook.format("Jan 2012 - Dec 2013") + alone + cook.format("Jan 2018 - Dec 2019")
    profile = {"id": "ours", "requirements": [{"id": "python", "skills": ["python"], "min_years": 8}]}
    row = row_of(text, "python", profile)
    assert row.credit == pytest.approx(0.95 * (0.5 + 0.5 * 1 / 96))
    assert row.high == pytest.approx(0.95 * (0.5 + 0.5 * 13 / 96))


PARTS = [
    "Skills: Python, SQL, Docker",
    worked("2019 - 2021"),
    worked("Mar 2021 - Apr 2023"),
    worked("Spring 2018 - Fall 2018"),
    "Projects\nSorter\n- Trained a convolutional network in TensorFlow",
    "Education\nBSc Computer Science, 2014 - 2018",
]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map("\n\n".join), st.sampled_from(aimatch.profile_names())
)
def test_every_credit_and_the_coverage_lie_within_their_bounds(text: str, profile: str) -> None:
    report = aimatch.score(text, profile, as_of=AS_OF)
    for row in report.requirements:
        assert 0.0 <= row.low <= row.credit <= row.high <= 1.0, row.id
    assert 0.0 <= report.low <= report.coverage <= report.high <= 1.0
