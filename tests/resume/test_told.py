"""Jobs told in sentences, in one line or wrapped over several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

TOLD = [
    ("1. Working as Junior Payroll Officer for Heron Paper Mills Ltd-Board\nUnit, Lakeside, Springfield (Wages and\n"
     "Leave) – August 2019 to Till Date.", "Junior Payroll Officer", "Heron Paper Mills Ltd", "wrapped, numbered"),
    ("• Worked With M/S Gull Glass & Mirror Ltd, Shed No. 4, Dock Road,\nShelbyville As A Kiln Planner from 3 Feb. 2008 to "
     "21st July 2011.", "Kiln Planner", "M/S Gull Glass & Mirror Ltd", "the title behind the break"),
    ("2. Working as Executive for Wren Ropes Pvt Ltd C/O Lark Twines Pvt\nLtd, Lakeside\nFrom March 2003 to October 2006.", "Executive",
     "Wren Ropes Pvt Ltd", "the dates on a line of their own"),
    ("3. Working as canteen in charge for Finch Enterprises (agency) of\nSwift Tea Gardens Pvt Ltd, Lakeside – April 1999 to\n"
     "May 2002.", "canteen in charge", "Finch Enterprises", "'in charge' names no place"),
    ("Worked as an Depot Manager and Purchase in M/s Crane Cold Stores\nPvt.Ltd., From Jul 2004 to Jan 2007.",
     "Depot Manager and Purchase", "M/s Crane Cold Stores Pvt.Ltd", "a legal form behind the break"),
    ("working in.Heron Tyres Ltd. Lakeside Depot (Ohio) As a Post Of Typist from 2005 to 2007.", "Typist",
     "Heron Tyres Ltd", "a full stop glued to 'in'"),
    ("• Gull & Company Limited-Springfield as Claims Examiner (Trainee)\nMarch 2011 to August 2012", "Claims Examiner (Trainee)",
     "Gull & Company Limited", "no verb, the dates below the item"),
    ("Intern in Heron Robotics as a Technical Writer (02-2018 to 07-2018).", "Technical Writer", "Heron Robotics", "two titles"),
    ("Working with Crane Looms Pvt. Ltd. as Manager – Training (July 2001 to May\n2004)", "Manager – Training",
     "Crane Looms Pvt. Ltd", "a bare title and its field"),
    ("Working as a Co-founder , HBW (Heron Bicycle Works) Since 2014", "Co-founder", "HBW", "a comma for 'at'"),
    ("Currently working at Heron Hospital, Springfield in the capacity of Staff Nurse since May 2016", "Staff Nurse",
     "Heron Hospital", "'in the capacity of'"),
    ("Employed at Wren Bakery as a packer from May 2014 to May 2016", "packer", "Wren Bakery", "a title of no known word"),
    ("Joined Lark Textiles Ltd as Trainee Engineer in May 2014 - May 2016", "Trainee Engineer", "Lark Textiles Ltd", "'joined'"),
    ("Worked in Design Department as a fitter from May 2014 to May 2016", "fitter", "",
     "a department is no employer"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), TOLD)
def test_names_in_a_sentence(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}\n\n• Did things").positions
    assert (position.title, position.employer) == (title, employer), why


def test_a_sentence_above_a_heading_is_not_its_beginning(read: Read) -> None:
    text = (
        "EXPERIENCE\n\nEngineer, Heron Ltd, Jan 2014 - Dec 2016\n"
        "• Worked as a lead with Gull Works and its many suppliers on all of the new lines\n"
        "Clerk, Wren Ltd, Jan 2012 - Dec 2013\n• Did things"
    )
    assert [(one.title, one.employer) for one in read(text).positions] == [
        ("Engineer", "Heron Ltd"),
        ("Clerk", "Wren Ltd"),
    ]


UNDATED = [
    ("1. Working as a Librarian in Heron Music School-\n[Gull Group].\n• Keeps the scores\n\n2. Worked as a Tutor & Office Assistant in "
     "Wren Academy .\n• Led rehearsals\n\n3. Worked as a Lecturer in Lark Dental College,\nShelbyville for 9 months (2006 to 2007).",
     [("Librarian", "Heron Music School"), ("Tutor & Office Assistant", "Wren Academy"), ("Lecturer", "Lark Dental College")],
     "numbered sentences, of which one has dates"),
    ("• Heron Dyes Pvt Ltd Lakeside as Lab Chemist with two years Experience .It was a night shift.\n• Mixed new colours",
     [("Lab Chemist", "Heron Dyes Pvt Ltd")], "a firm and 'as', without a verb"),
    ("• Gull & Company Limited-Springfield as Claims Examiner (Trainee)\nMarch 2011 to August 2012\n• M.V HERON Ferry – Gull Quay, "
     "Norway as Catering Officer (Training)       for Five Weeks.",
     [("Claims Examiner (Trainee)", "Gull & Company Limited"), ("Catering Officer (Training)", "M.V HERON Ferry")],
     "an item in the form of a dated one"),
    ("2years worked as a nurse in St.Gulls\nPrimary School at Lakeside.\n\nWorked in Heron hr.sec.\nSchool-Lakeside for Past 5 years as\n"
     "8th Standard History Teacher.", [("nurse", "St.Gulls Primary School"), ("8th Standard History Teacher",
     "Heron hr.sec. School-Lakeside")], "wrapped, with abbreviations at the ends of lines"),
    ("Presently working in Heron Company, here my work is:\n• Reports", [("", "Heron Company")], "an employer alone"),
    ("Engineer, Heron Ltd, Jan 2014 - Dec 2016\n• Worked as a lead in Wren Academy on its new site", [("Engineer", "Heron Ltd")],
     "a sentence of an entry's account"),
    ("• Worked closely with the design team to build services in Java\n• Worked as part of a team with Python", [],
     "what was done is no job"),
    ("1. Working as a Senior Draughtsman in HERON GROUPS OF COMPANY, Shelbyville.\nDESIGNATION : Senior draughtsman\n"
     "TENURE : May 2009 to June 2012\n• Drew", [("Senior draughtsman", "HERON GROUPS OF COMPANY")], "labels below the sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "names", "why"), UNDATED)
def test_sentences_of_the_experience(read: Read, entries: str, names: list[tuple[str, str]], why: str) -> None:
    assert [(one.title, one.employer) for one in read(f"EXPERIENCE\n\n{entries}").positions] == names, why


NO_EMPLOYER = [
    ("2020 - now: Backend developer, (Israel, Rehovot)\n• x", "Backend developer", "", "a place in brackets"),
    ("2017/04 - 2018/10 Heron (Holon, Israel) Web Developer\n• x", "Web Developer", "Heron", "a place between the names"),
    ("Clerk, Jodhpur, 2016 - 2018\n• x", "Clerk", "", "a city"),
    ("Clerk\nWork Experience: 1 year - 2014-15.\n• x", "Clerk", "", "a heading"),
    ("Clerk, Heron & Wren (India) Pvt. Ltd. 2016 - 2018\n• x", "Clerk", "Heron & Wren (India) Pvt. Ltd", "a country within a name"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "title", "employer", "why"), NO_EMPLOYER)
def test_places_and_headings_are_no_employers(read: Read, entry: str, title: str, employer: str, why: str) -> None:
    (position,) = read(f"EXPERIENCE\n\n{entry}").positions
    assert (position.title, position.employer) == (title, employer), why


def test_a_sentence_above_or_below_the_date_that_stands_alone(read: Read) -> None:
    above = (
        "EXPERIENCE\nWorking in Heron Steel Industries as a Quality Inspector.\nFrom 05.06.2016 To Till Date\n"
        "Worked in Gull Forge Pvt Ltd as a Trainee.\nFrom 01.02.2014 To 30.05.2016"
    )
    below = (
        "EXPERIENCE\nSep 2012 – Nov 2014\nWorked as Security Guard in Heron Security Services, Lakeside.\nDec 2014 – to date\n"
        "Working as Supervisor in Gull Security Services, Lakeside."
    )
    assert [(one.title, one.employer) for one in read(above).positions] == [
        ("Quality Inspector", "Heron Steel Industries"),
        ("Trainee", "Gull Forge Pvt Ltd"),
    ]
    assert [(one.title, one.employer) for one in read(below).positions] == [
        ("Security Guard", "Heron Security Services"),
        ("Supervisor", "Gull Security Services"),
    ]


def test_a_title_above_the_date_goes_before_the_sentence_below(read: Read) -> None:
    text = "EXPERIENCE\nSenior Analyst, Heron Ltd\nSep 2015 - till date\nWorking as a security consultant in Heron, on its network"
    assert [(one.title, one.employer) for one in read(text).positions] == [("Senior Analyst", "Heron Ltd")]


LENGTHS = [
    ("➢ 3 years experience in M/s Heron Brothers as Electrician.", [("Electrician", "M/s Heron Brothers", 36)], "'M/s' marks a firm"),
    ("➢ 2 years experience as Plumber in Gull Contracting.", [("Plumber", "Gull Contracting", 24)], "the title first"),
    ("➢ 3 years experience in Java as Developer.", [], "a skill is no firm"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "positions", "why"), LENGTHS)
def test_experience_in_a_firm(read: Read, line: str, positions: list[tuple[str, str, int]], why: str) -> None:
    found = read(f"EXPERIENCE\n\n{line}").positions
    assert [(one.title, one.employer, one.stated_months) for one in found] == positions, why


def test_each_sentence_of_a_line_that_tells_its_dates_is_a_job(read: Read) -> None:
    text = (
        "CAREER\nFrom 2014 to 2016 I taught maths in Leeds. From September 2017 to August 2021 I tested firmware at "
        "Heron Lifts. Since July 2022 I have tuned databases at Wren Hospital."
    )
    found = [
        (str(one.start)[:7], str(one.end)[:7], text[one.text_start : one.text_end]) for one in read(text).positions
    ]
    assert [one[:2] for one in found[1:]] == [("2017-09", "2021-08"), ("2022-07", "None")]
    assert [("maths" in body, "firmware" in body, "databases" in body) for _, _, body in found] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


def test_sentences_of_an_item_are_no_jobs(read: Read) -> None:
    text = "EXPERIENCE\nEngineer, Heron Ltd, Jan 2014 - Dec 2021\n• Wrote tests. From 2016 to 2018 I led a team of two."
    assert len(read(text).positions) == 1


def test_during_two_years(read: Read) -> None:
    (position,) = read("EXPERIENCE\nDuring 2019 and 2020 I designed reports at Wren Hospital.\n").positions
    assert position.start is not None
    assert position.end is not None
    assert (position.start.year, position.end.year) == (2019, 2020)


def test_a_story_that_begins_within_the_last_line_is_read(read: Read) -> None:
    line = "There is no till in the shop that I did not mend; I have been its mechanic at Foo Oven Works since 2016.\n"
    assert {position.employer for position in read(2 * line).positions} == {"Foo Oven Works"}
