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
