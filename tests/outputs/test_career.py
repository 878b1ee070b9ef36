"""The career as read: seen beside the totals that rest on it, in the terminal, on the page and in the JSON."""

from __future__ import annotations

import json
from datetime import date

import pytest

import aimatch
from aimatch.outputs import career, html, text
from aimatch.outputs.json import report_to_dict, resume_to_dict
from aimatch.outputs.row import row
from aimatch.report import Report

AS_OF = date(2026, 11, 1)
HEAD = "Rea Doe\n\nExperience\n"
JOB = "Data Engineer, Acme Corp, Jan 2020 - Dec 2023\n- Wrote pipelines in Python for the tills of a bakery\n\n"
BESIDE = "Developer, Beta Ltd, Jul 2023 - Jun 2024\n- Wrote the order forms of a florist in Python\n\n"
INTERN = "Data Intern, Gamma Ltd, Jun 2019 - Aug 2019\n- Cleaned the address lists of a theatre in Python\n\n"
UNDATED = "Clerk, Delta Ltd\n- Filed letters and answered the door\n\n"
STUDY = "Education\nBachelor of Science in Physics, Example University, 2015 - 2018\n"


def scored(resume: str) -> Report:
    return aimatch.score(resume, as_of=AS_OF)


def test_each_entry_is_told_with_its_dates_and_length() -> None:
    report = scored(HEAD + JOB + INTERN + STUDY)
    job, intern = career.positions(report)
    assert (job.when, job.months, job.what, job.note) == (
        "Jan 2020 – Dec 2023", "4 y", "Data Engineer, Acme Corp", "",
    )  # fmt: skip
    assert (intern.months, intern.note) == ("3 m", "internship")
    (course,) = career.education(report)
    assert course.when == "2015 – 2018"
    assert course.what == "Bachelor of Science in Physics, Example University"
    assert course.note == "", "a level that the degree spells out is not told twice"


TOTALS = [
    (HEAD + JOB, "In total 4 years: the dates of 1 position, overlaps counted once.", "one"),
    (
        HEAD + JOB + BESIDE,
        "In total 4 years 6 months: the dates of 2 positions, overlaps counted once.",
        "two that overlap by half a year",
    ),
    (
        HEAD + JOB + UNDATED,
        "In total 4 years: the dates of 1 position, overlaps counted once; 1 without readable dates counts nothing.",
        "an entry without dates is told",
    ),
    (
        HEAD + JOB.replace("Jan 2020 - Dec 2023", "2020 - 2023"),
        "In total 3 years 6 months: the dates of 1 position, overlaps counted once; of dates without months the middle is taken.",
        "years alone",
    ),
    (
        "Rea Doe\n\nSummary\n6 years of experience.\n\nExperience\n" + UNDATED,
        "In total 6 years: as the resume states in words; its dates were not read.",
        "a total in words",
    ),
    (HEAD + UNDATED, "No dates were read, so how long the person has worked is not known.", "none"),
    (
        "Rea Doe\n\nSkills\nPython\n",
        "No position was made out, so how long the person has worked is not known.",
        "no job",
    ),
    (
        "Rea Doe\n\nVolunteering\nVolunteer, Food Bank, Jan 2020 - Dec 2021\n- Packed boxes\n",
        "No paid work is told: the positions read are voluntary or on boards.",
        "unpaid work alone",
    ),
]


@pytest.mark.parametrize(("resume", "says", "reason"), TOTALS, ids=[reason for _, _, reason in TOTALS])
def test_the_total_says_how_it_comes_about(resume: str, says: str, reason: str) -> None:
    assert career.basis(scored(resume)) == says, reason


KNOWN = [
    (HEAD + JOB, 48, "dated work"),
    (HEAD + UNDATED, None, "a job without dates may have lasted years"),
    ("Rea Doe\n\nSkills\nPython\n", None, "no position was made out, which is not to have held none"),
    ("Rea Doe\n\nVolunteering\nVolunteer, Food Bank, Jan 2020 - Dec 2021\n- Packed boxes\n", 0, "unpaid work alone"),
    (HEAD + JOB.replace("Jan 2020 - Dec 2023", "Jan 2027 - Dec 2027"), 0, "work that has not begun"),
]


@pytest.mark.parametrize(("resume", "months", "reason"), KNOWN, ids=[reason for _, _, reason in KNOWN])
def test_months_are_missing_where_no_dates_were_read(resume: str, months: int | None, reason: str) -> None:
    report = scored(resume)
    assert report.experience_months == (months or 0), "the contract of a report has a number"
    assert row(report).experience_months == months, reason
    assert (row(report).ml_months is None) == (months is None), reason
    line = text.ranking([row(report)]).splitlines()[1]
    assert ("–" in line) == (months is None), reason
    assert ("<dd>–</dd>" in html.render(report)) == (months is None), reason


def test_the_career_stands_above_what_rests_on_it() -> None:
    report = scored(HEAD + JOB + UNDATED + STUDY)
    shown = " ".join(text.render(report).split())
    page = html.render(report)
    for where, following in ((shown, "must Python with its data"), (page, "How the coverage adds up")):
        at = [where.index(one) for one in ("The career as read", "Data Engineer, Acme Corp", "overlaps counted once")]
        assert at == sorted(at)
        assert at[-1] < where.index(following)
        assert "no dates read" in where
        assert "Example University" in where
    assert '<tr class="am-undated"><td>no dates read</td>' in page


def test_what_a_resume_writes_for_a_title_is_not_run() -> None:
    page = html.render(scored(HEAD + JOB.replace("Acme Corp", "<b>Acme</b> Corp")))
    assert "<b>Acme</b>" not in page


@pytest.mark.parametrize("width", [60, 80, 120])
def test_no_entry_is_wider_than_the_terminal(width: int) -> None:
    long = JOB.replace("Acme Corp", "The Very Long Company of Tides, Harbours and Lighthouses Ltd")
    shown = text.render(scored(HEAD + long + STUDY), width=width)
    read = shown[shown.index("The career as read") : shown.index("\nmust")]
    assert max(map(len, read.splitlines())) <= width


def test_the_json_holds_the_career_as_extract_does() -> None:
    resume = aimatch.read(HEAD + JOB + INTERN + STUDY)
    report = report_to_dict(aimatch.score(resume, as_of=AS_OF))
    read = json.loads(json.dumps(resume_to_dict(resume)))
    assert report["positions"] == read["positions"]
    assert report["education"] == read["education"]
    assert len(report["positions"]) == 2
    assert report["experience_basis"] == "dates"
    for skill in report["skills"]:
        for mention in skill["mentions"]:
            assert mention["position"] is None or mention["position"] < len(report["positions"])
