"""Dates in the account of a job, and beside the jobs, that make no job of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

HEAD = "EXPERIENCE\nClass Teacher, Foo School, Sep 2016 - Dec 2024\n"

# the account below a job, why nothing in it is a job
ASIDES = [
    ("Maths lead from 2020. Thirty children, five subjects.", "a post since a year opens the account"),
    ("Forty pupils. Exam coordinator from 2019.", "it ends the account"),
    ("Reading, sums, sports. Best teacher of the region in 2017.", "an honour of one year"),
    ("Mentor of two from 2018. Pupils.\nMaths lead from 2020. Sums.\nBest teacher of all in 2021.", "several in a row"),
    ("Mentor of two colleagues, head of the department from 2022, open days with the university.", "in a list"),
]


@pytest.mark.parametrize(("account", "why"), ASIDES)
def test_a_post_told_in_the_account_is_no_job(read: Read, account: str, why: str) -> None:
    found = read(f"{HEAD}{account}\n").positions
    assert [one.title for one in found] == ["Class Teacher"], why


# what stands below a job and is one, its title, why
JOBS = [
    ("\nMaths Lead since 2025\nBar School", "Maths Lead", "a heading behind an empty line"),
    ("Lecturer since 2019, Bar University.", "Lecturer", "it names another employer"),
    ("Driver at Bar Ltd since 2020.", "Driver", "behind 'at'"),
    ("Examiner, Bar, since 2024.", "Examiner", "since the year in which the other one ended"),
    ("Examiner, Bar Board Ltd, 2010 - 2014", "Examiner", "before the time of the one above"),
]


@pytest.mark.parametrize(("entry", "title", "why"), JOBS)
def test_another_job_stays_one(read: Read, entry: str, title: str, why: str) -> None:
    assert title in [one.title for one in read(f"{HEAD}{entry}\n").positions], why


def test_entries_of_one_line_each_are_jobs(read: Read) -> None:
    found = read("EXPERIENCE\nOwner, Foo Farm, since 2012.\nConsultant, Bar, since 2018.\n").positions
    assert [one.title for one in found] == ["Owner", "Consultant"]


CAREER = (
    "Positions held\n\nJan 2023 - today\tLead Analyst | Foo Energy BV\n- Forecasts\n\n"
    "Sep 2018 - Dec 2022\tAnalyst | Bar Water BV\n- Leaks\n"
)


def test_a_career_summed_up_is_no_job(read: Read) -> None:
    about = "What I do\nForecasts that people trust. Trained as a hydrologist, working\nas an analyst since 2020.\n\n"
    assert [one.title for one in read(about + CAREER).positions] == ["Lead Analyst", "Analyst"]


def test_what_the_jobs_do_not_tell_of_is_no_summary(read: Read) -> None:
    about = "What I do\nForecasts that people trust. Trained as a hydrologist, working\nas an analyst since 2009.\n\n"
    assert len(read(about + CAREER).positions) == 3


def test_a_membership_is_no_job(read: Read) -> None:
    body = "EXPERIENCE\nGeologist, Foo Gold, Mar 2018 - Feb 2020\n- Cores\n\nSOFTWARE\nQGIS, acQuire\n"
    text = f"{body}Professional institute member since 2018. First aid.\n"
    assert [one.title for one in read(text).positions] == ["Geologist"]


# a line without a heading of jobs above it, why it is one
MEMBERS = [
    ("Team member, Foo Institute, Mar 2018 - Feb 2020", "of a team"),
    ("Staff member since 2018, Foo Association", "of the staff"),
    ("Member, Foo Kitchen, Mar 2018 - Feb 2020\nDishwasher", "of no such body"),
]


@pytest.mark.parametrize(("entry", "why"), MEMBERS)
def test_who_belongs_to_a_team_works_there(read: Read, entry: str, why: str) -> None:
    assert len(read(f"Jo Example\nAstoria\n\n{entry}\n").positions) == 1, why


def test_work_for_a_client_within_the_own_firm_is_part_of_it(read: Read) -> None:
    text = (
        "EXPERIENCE\n2011-01 / today: independent consultant, Foo Legacy BV\n"
        "Assignment at Bar Bank, 2021-05 to today: pension rules in COBOL.\n"
        "Assignment at Port of Baz, 2016-02 to 2021-03: berth planning.\n"
    )
    assert [one.employer for one in read(text).positions] == ["Foo Legacy BV"]


# an entry among jobs, why it is none
NO_WORK = [
    ("Jul 2017 - Feb 2019   (none: cared for twins, moved house)", "nobody was worked for"),
    ("04/2017 - 10/2019: bars closed. Drove groceries for neighbours, no pay.", "unpaid, told in sentences"),
    ("Open to a new role from February 2027.", "from when somebody is free"),
]


@pytest.mark.parametrize(("entry", "why"), NO_WORK)
def test_rows_of_no_work_are_no_jobs(read: Read, entry: str, why: str) -> None:
    text = f"EXPERIENCE\nMar 2019 - present   Test Architect\n   Foo Signals Ltd\n\n{entry}\n\nJan 2013 - Jun 2017   Tester\n   Bar Ltd\n"
    assert [one.title for one in read(text).positions] == ["Test Architect", "Tester"], why


# what stands under a heading of education, why it is no job
LESSONS = [
    (
        "08/2009 - 06/2012\tFachinformatiker für Systemintegration (IHK)\nBerufsbildende Schulen Foo, Abschluss: gut",
        "the school's line",
    ),
    ("Local 5 apprenticeship classroom, 900 hours, 2014 - 2018", "the school of an apprenticeship"),
]


@pytest.mark.parametrize(("entry", "why"), LESSONS)
def test_a_trade_learnt_at_school_is_no_job(read: Read, entry: str, why: str) -> None:
    text = f"EXPERIENCE\nElectrician, Foo Ltd, Mar 2018 - present\n- Wires\n\nEDUCATION\n{entry}\n"
    assert [one.title for one in read(text).positions] == ["Electrician"], why


@pytest.mark.parametrize(("title", "employer"), [("Electrician", "Bar Works GmbH"), ("Teacher", "Bar School")])
def test_a_job_under_education_stays_one(read: Read, title: str, employer: str) -> None:
    text = f"EDUCATION\nBSc Physics, Foo University, 2012 - 2015\n08/2009 - 06/2012\t{title}\n{employer}\n"
    assert [one.title for one in read(text).positions] == [title]


FORM = (
    "EXPERIENCE\nWork Experience 1\n  Job Title: Statistician\n  Company: Foo Office\n  From: 07/2016   To:\n"
    "  Role Description: Survey weights.\nEducation 1\n  {school}: {name}\n  {degree}\n  From: 2012   To: 2016\n"
)


def test_an_education_in_the_form_of_an_application_is_no_job(read: Read) -> None:
    text = FORM.format(school="School or University", name="Bar University", degree="Degree: Master's Degree")
    (one,) = read(text).positions
    assert (one.title, one.current) == ("Statistician", True)


@pytest.mark.parametrize(("label", "name"), [("Company", "Bar Ltd"), ("School", "Bar School")])
def test_a_job_in_the_form_of_an_application_stays_one(read: Read, label: str, name: str) -> None:
    text = FORM.format(school="Job Title", name="Clerk", degree=f"{label}: {name}")
    assert [one.title for one in read(text).positions] == ["Statistician", "Clerk"]
