"""Jobs told in sentences, in one line or wrapped over several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]

TOLD = [
    ("1. Working as Deputy Store Manager for Heron Oil Corporation Ltd-Energies\nDivision, Lakeside, Springfield (Sales and\n"
     "Dispatch) – February 2015 to Till Date.", "Deputy Store Manager", "Heron Oil Corporation Ltd", "wrapped, numbered"),
    ("• Worked With M/S Gull Stamping & Forging Ltd, Plot No. 12, Sec-25,\nShelbyville As A Quality Engineer from 15 Nov. 2013 to "
     "14th April 2015.", "Quality Engineer", "M/S Gull Stamping & Forging Ltd", "the title behind the break"),
    ("2. Working as Executive for Wren Seeds Pvt Ltd C/O Lark Seeds Pvt\nLtd, Lakeside\nFrom January 2012 to January 2015.", "Executive",
     "Wren Seeds Pvt Ltd", "the dates on a line of their own"),
    ("3. Working as warehouse in charge for Finch Enterprises (CFA) of\nSwift Life Style Pvt Ltd, Lakeside – September 2008 to\n"
     "December 2011.", "warehouse in charge", "Finch Enterprises", "'in charge' names no place"),
    ("Worked as an Support Manager and Administration in M/s Crane Certification Services\nPvt.Ltd., From Oct 2011 to Sep 2014.",
     "Support Manager and Administration", "M/s Crane Certification Services Pvt.Ltd", "a legal form behind the break"),
    ("working in.Heron Foods India Ltd. Lakeside Branch (Ohio) As a Post Of Cashier from 2012 to 2013.", "Cashier",
     "Heron Foods India Ltd", "a full stop glued to 'in'"),
    ("• Gull & Company Limited-Springfield as Quality Assurance (Trainee)\nJune 2016 to May 2017", "Quality Assurance (Trainee)",
     "Gull & Company Limited", "no verb, the dates below the item"),
    ("Intern in Heron Technologies as a Web Designer (06-2014 to 10-2014).", "Web Designer", "Heron Technologies", "two titles"),
    ("Working with Crane Power India Pvt. Ltd. as Manager – Marketing (April 2009 to June\n2011)", "Manager – Marketing",
     "Crane Power India Pvt. Ltd", "a bare title and its field"),
    ("Working as a Co-founder , HRPC (Heron Renewable Power Company) Since 2011", "Co-founder", "HRPC", "a comma for 'at'"),
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
    ("1. Working as a Counselor in Heron Career Academy-\n[Gull Group].\n• Sees clients\n\n2. Worked as a Faculty & Admin Counselor in "
     "Wren Academy .\n• Led talks\n\n3. Worked as a Lecturer in Lark Polytechnic College,\nShelbyville for 6 months (2013 to 2014).",
     [("Counselor", "Heron Career Academy"), ("Faculty & Admin Counselor", "Wren Academy"), ("Lecturer", "Lark Polytechnic College")],
     "numbered sentences, of which one has dates"),
    ("• Heron Metals Pvt Ltd Lakeside as Design Engineer with one year Experience .We were three.\n• Developed new parts",
     [("Design Engineer", "Heron Metals Pvt Ltd")], "a firm and 'as', without a verb"),
    ("• Gull & Company Limited-Springfield as Quality Assurance (Trainee)\nJune 2016 to May 2017\n• T.S.H.D HERON Ship – Gull Port, "
     "Norway as Safety Officer (Training)       for Three Week.",
     [("Quality Assurance (Trainee)", "Gull & Company Limited"), ("Safety Officer (Training)", "T.S.H.D HERON Ship")],
     "an item in the form of a dated one"),
    ("1year worked as a teacher in St.Gulls\nPrimary School at Lakeside.\n\nWorked in Heron hr.sec.\nSchool-Lakeside for Past 8 years as\n"
     "10th Standard Biology Teacher.", [("teacher", "St.Gulls Primary School"), ("10th Standard Biology Teacher",
     "Heron hr.sec. School-Lakeside")], "wrapped, with abbreviations at the ends of lines"),
    ("Presently working in Heron Company, here my work is:\n• Reports", [("", "Heron Company")], "an employer alone"),
    ("Engineer, Heron Ltd, Jan 2014 - Dec 2016\n• Worked as a lead in Wren Academy on its new site", [("Engineer", "Heron Ltd")],
     "a sentence of an entry's account"),
    ("• Worked closely with the design team to build services in Java\n• Worked as part of a team with Python", [],
     "what was done is no job"),
    ("1. Working as an Electrical Engineer in HERON GROUPS OF COMPANY, Shelbyville.\nDESIGNATION : Electrical engineer\n"
     "TENURE : Jan 2017 to Jan 2019\n• Wired", [("Electrical engineer", "HERON GROUPS OF COMPANY")], "labels below the sentence"),
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
