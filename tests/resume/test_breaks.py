"""Times away from work, in the layouts of dates: they are no positions, and are told as what they are."""

from __future__ import annotations

import pytest

import aimatch

LAYOUTS = [
    "== {dates} ==\n* {told}\n",
    "{dates}: {told}\n",
    "{dates}\n{told}\n",
    "* {dates}: {told}\n",
    "{told} ({dates})\n",
    "{dates} - {told}\n",
]
AWAY = [
    "laid off with everybody, then took care of my dad",
    "took care of our mother",
    "parental leave",
    "helped in my family's bakery while preparing for the board exam",
    "between jobs, some courses",
    "studied full time for the bar exam",
    "recovering from surgery",
    "house renovation, no paid work",
    "knee operation, no work",
    "let go when the mill closed, then sailed with my cousin",
    "travel and some thinking",
    "Travelling in South America",
    "relocation & settling in",
    "From Lisbon to Tallinn: travel. On a bicycle",
]  # fmt: skip
WORK = [
    "Nurse, Corrib Hospital: care of 28 patients",
    "Travelling salesman for Fern Tools",
    "Clerk, Travel and Tours Ltd",
]


def career(entry: str) -> aimatch.Resume:
    return aimatch.read(
        "Ann Lee\nann@example.com\n\nEXPERIENCE\n\nDeveloper, Copper Games, Leeds, 01/2021 - 12/2023\n* Wrote tools in Python\n\n"
        f"{entry}\nDeveloper, Hollow Lantern, York, 01/2016 - 02/2019\n* C++ and Lua\n\nEDUCATION\nBSc Physics, 2015\n"
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("told", AWAY)
def test_a_time_away_is_no_position(layout: str, told: str) -> None:
    resume = career(layout.format(dates="Mar 2019 - Dec 2020", told=told))
    assert (len(resume.positions), len(resume.breaks)) == (2, 1)


@pytest.mark.parametrize("layout", ["== {dates} ==\n* {told}\n", "{dates}: {told}\n", "{dates}\n{told}\n"])
@pytest.mark.parametrize("told", WORK)
def test_work_among_the_sick_and_on_the_road_is_one(layout: str, told: str) -> None:
    resume = career(layout.format(dates="Mar 2019 - Dec 2020", told=told))
    assert (len(resume.positions), len(resume.breaks)) == (3, 0)


@pytest.mark.parametrize(
    "layout", ["{dates}: {told}\n", "{told} ({dates})\n", "{dates} - {told}\n", "{dates}  {told}.\n"]
)
@pytest.mark.parametrize("told", ["no job", "jobless", "ill", "relocation", "with my kids", "personal reasons"])
def test_a_name_beside_dates_is_enough(layout: str, told: str) -> None:
    resume = career(layout.format(dates="Mar 2019 - Dec 2020", told=told))
    assert (len(resume.positions), len(resume.breaks)) == (2, 1)


#: Names of a time away that firms, wards and jobs begin with too.
WHOLE = [
    "Retired", "Early retirement", "Pregnancy", "Pregnancy and childcare", "Bereavement", "Death of my father", "Divorce",
    "Relocated to Canada", "Emigrated to Norway with my family", "Visa processing", "Work permit pending", "Asylum procedure",
    "Imprisoned", "Jail", "House arrest", "Furloughed", "Lockdown", "Gardening leave", "Hospital stay", "In rehab", "Mother of two",
    "Volunteer mother", "Housewife", "Ruhestand", "Grossesse", "Hiatus", "Parental leave", "Career break", "Seeking new opportunities",
]  # fmt: skip
BESIDE_WHOLE = [
    "Visa processing, Foo Global", "Retired Officers Club, bar", "Foo County Jail, cook", "Divorce lawyer, Foo LLP", "Refugee Council, interpreter",
    "Pregnancy Help Clinic, receptionist", "Relocation consultant, Foo Movers", "Lockdown Brewing Co, brewer", "Volunteer, Red Harbour",
    "Retirement home Elm Court, carer", "Mother Goose Nursery, assistant", "Surgery and trauma ward", "Father Abbey, gardener",
]  # fmt: skip


@pytest.mark.parametrize(
    "layout", ["{told}, {dates}\n", "{dates}: {told}\n", "{told} ({dates})\n", "{told}\n{dates}\n"]
)
@pytest.mark.parametrize("told", WHOLE)
def test_a_time_away_that_is_the_whole_entry(layout: str, told: str) -> None:
    resume = career(layout.format(dates="Mar 2019 - Dec 2020", told=told))
    assert len(resume.positions) == 2


@pytest.mark.parametrize("layout", ["{told}, {dates}\n", "{dates}: {told}\n"])
@pytest.mark.parametrize("told", BESIDE_WHOLE)
def test_work_that_begins_like_a_time_away(layout: str, told: str) -> None:
    resume = career(layout.format(dates="Mar 2019 - Dec 2020", told=told))
    assert (len(resume.positions), len(resume.breaks)) == (3, 0)


# a time away by its name and what it was for, as it stands where a title and an employer would
NAMED_AS_JOBS = [
    ("Career Break", "Full-time parenting"), ("Career break", "Health recovery"), ("Maternity Leave", "two children"),
    ("Sabbatical", "travel in Asia"), ("Career Break", "Relocation"), ("Personal leave", "Eldercare"), ("Full-time parent", ""),
    ("Stay-at-home mom", ""), ("Parental leave", ""), ("Arbeitsuchend", ""), ("Elternzeit", ""), ("Caring for my father", ""),
    ("Career Break", "Caregiver for family member"), ("Career Break", "Looking for a new challenge"), ("Föräldraledig", ""), ("Excedencia", ""), ("Retired", ""),
]  # fmt: skip
# how all of the entries are written: name and what stands behind it, and the time
DRESSES = [
    "{name} — {about}\n{dates}", "{name} - {about}\n{dates}", "{name} | {about}\n{dates}", "{name}, {about}\n{dates}",
    "{dates}\n{name} | {about}", "{name}\n{about}\n{dates}", "{name}\t{dates}\n{about}", "{name}\n{dates}\n{about}",
    "{dates} {name} - {about}", "{name}, {about}, {dates}",
]  # fmt: skip
JOBS = [
    ("QA Engineer", "Dovetail Apps", "Feb 2024 – Present"),
    ("Test Analyst", "Northern Rail", "Sep 2014 – Apr 2019"),
]


def dressed(dress: str, name: str, about: str, dates: str) -> str:
    lines = dress.format(name=name, about=about, dates=dates).splitlines()
    bare = (line.strip(" —-|,").replace(", ,", ",") if not about else line for line in lines)
    return "\n".join(line for line in bare if line)


@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n- Wrote the tests of the booking flow\n"])
@pytest.mark.parametrize("dress", DRESSES)
@pytest.mark.parametrize(("name", "about"), NAMED_AS_JOBS)
def test_a_break_dressed_as_a_job_takes_no_neighbour_along(name: str, about: str, dress: str, gap: str) -> None:
    first, last = (dressed(dress, *job) for job in JOBS)
    away = dressed(dress, name, about, "May 2019 – Jan 2024")
    resume = aimatch.read(f"Jo Doe\nExperience\n{first}{gap}{away}\n{last}\nEducation\nBSc Physics, 2010\n")
    assert [(one.title, one.employer) for one in resume.positions] == [job[:2] for job in JOBS]
    assert len(resume.breaks) == 1


@pytest.mark.parametrize("dress", ["{name} — {about}\n{dates}", "{name}\n{about}\n{dates}", "{name}, {about}, {dates}"])
@pytest.mark.parametrize(
    ("name", "about", "reason"),
    [
        ("Maternity leave cover", "Foo Ltd", "who stands in for somebody works"),
        ("Career break", "Bookkeeper for Foo Ltd", "a job within the break"),
        ("Sabbatical Officer", "Foo Students' Union", "a title"),
        ("Recovery Coach", "Foo Clinic", "a title"),
        ("Recovery", "Foo Trucks Ltd", "a department"),
        ("Caregiver", "Oak Home", "a trade"),
        ("Relocation Consultant", "Foo Moves", "a title"),
    ],
)
def test_a_job_that_begins_like_a_break_stays_one(name: str, about: str, reason: str, dress: str) -> None:
    resume = career(dress.format(name=name, about=about, dates="Mar 2019 - Dec 2020"))
    assert len(resume.positions) == 3, reason
