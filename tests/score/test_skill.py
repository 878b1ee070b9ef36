"""What one skill or behaviour earns by its strength, its places and the work that followed it: exact figures."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch

AS_OF = date(2026, 11, 1)


def row_of(text: str, skill: str, **asked: object) -> aimatch.RequirementResult:
    profile = {"id": "ours", "requirements": [{"id": "asked", "skills": [skill], **asked}]}
    return aimatch.score(text, profile, as_of=AS_OF).requirements[0]


def job(dates: str, *did: str, title: str = "Engineer", employer: str = "Acme Corp") -> str:
    return f"{title}, {employer}, {dates}\n" + "".join(f"- {line}\n" for line in did) + "\n"


X, WHEN = "Experience\n", "Jan 2019 - Dec 2021"
PROJECT = "Projects\nImage sorter\n- Trained a network in TensorFlow on 3,400 photos of oysters\n\n"
WROTE = "Wrote the booking service in Python for growers"
PRESENTED = "Presented the timetable to the board of nine depots"
CREDITS = [
    ("Skills\nPython", "python", 0.3, "only listed"),
    ("Education\nBSc Physics, 2014 - 2018, thesis with PyTorch", "pytorch", 0.45, "studied"),
    (PROJECT, "tensorflow", 0.85, "used in a project"),
    (X + job(WHEN, WROTE), "python", 0.95, "used at work"),
    (X + job(WHEN, "Cut the oyster losses by 14 % with PyTorch"), "pytorch", 1.0, "with a measured result"),
    (X + job(WHEN, PRESENTED), "shows-communication", 0.85, "a behaviour shown once"),
    (
        X + job(WHEN, PRESENTED, "Explained the models to the managers in plain words"),
        "shows-communication",
        1.0,
        "shown twice",
    ),
    (
        "Summary\nI present results to boards and explain models to managers.",
        "shows-communication",
        0.35,
        "only claimed",
    ),
    (
        "Summary\nCommunication with vendors.\n\nSkills\nCommunication\n\n"
        + X
        + job(WHEN, "Communication with vendors of nine shops"),
        "shows-communication",
        0.3,
        "suggested in two places: a list of skills is none of them",
    ),
]


@pytest.mark.parametrize(("text", "skill", "credit", "reason"), CREDITS, ids=[row[3] for row in CREDITS])
def test_credit(text: str, skill: str, credit: float, reason: str) -> None:
    assert row_of(text, skill).credit == pytest.approx(credit), reason


def after(last: str, *later: str) -> str:
    jobs = (
        job(dates, "Cooked for eighty guests", title="Chef", employer=name)
        for dates, name in zip(later, ("Bistro Verde", "Casa Nova"), strict=False)
    )
    return X + job(f"Jan 2008 - {last}", WROTE) + "".join(jobs)


FADING = [
    (after("Dec 2009", "Jan 2010 - Dec 2013"), 1.0, "four years of later work fade nothing"),
    (after("Dec 2009", "Jan 2010 - Jan 2014"), 1 - 0.15 / 96, "the month behind them does"),
    (after("Dec 2009", "Jan 2010 - Dec 2017"), 1 - 0.15 / 2, "half-way"),
    (after("Dec 2009", "Jan 2010 - Dec 2021"), 0.85, "faded after twelve years"),
    (after("Dec 2009", "Jan 2010 - Dec 2024"), 0.85, "and no further"),
    (after("Dec 2009", "Jan 2015 - Dec 2018"), 1.0, "a break ages nothing"),
    (
        after("Dec 2014", "Jan 2015 - Jan 2015", "Feb 2015 - Jan 2019"),
        1 - 0.15 / 96,
        "work that ended in the first month behind it followed it too",
    ),
]


@pytest.mark.parametrize(("text", "share", "reason"), FADING, ids=[row[2] for row in FADING])
def test_a_skill_fades_by_the_work_that_followed(text: str, share: float, reason: str) -> None:
    assert row_of(text, "python").credit == pytest.approx(0.95 * share), reason


def test_fewer_years_than_asked_earn_half_at_once_and_the_rest_by_months() -> None:
    row = row_of(X + job(WHEN, WROTE), "python", min_years=6)
    assert row.credit == pytest.approx(0.95 * (0.5 + 0.5 * 36 / 72))


def test_what_was_done_at_work_is_shown_before_a_project() -> None:
    row = row_of(PROJECT + X + job(WHEN, "Trained a network in TensorFlow for nine growers"), "tensorflow")
    assert [one.note for one in row.evidence] == ["Engineer, Acme Corp", "Image sorter"]
