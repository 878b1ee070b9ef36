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
