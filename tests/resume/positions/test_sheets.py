"""Projects told as sheets of client, role and time: the work of consultants, unless listed positions cover it."""

from __future__ import annotations

from datetime import date

import pytest

import aimatch
from aimatch.resume import total_months

AS_OF = date(2026, 11, 1)


def sheet(client: str, role: str, time: str, *more: str) -> str:
    return "\n".join((f"Client: {client}", f"Role: {role}", f"Duration: {time}", *more)) + "\n\n"


ONE = sheet("Meridian Airways", "UI Developer", "Jun 2018 to Nov 2020", "Environment: Angular, Jest")
TWO = sheet("Foo Bank", "Tester", "Jan 2021 - Mar 2022", "Environment: Selenium")
JOB = "PROFESSIONAL EXPERIENCE\nSoftware Engineer, Acme Ltd, Apr 2022 - Present\n- Built services in Java\n\n"
LONG_JOB = JOB.replace("Apr 2022", "May 2018")
MERIDIAN = ("UI Developer", "Meridian Airways")

#: The text, (title, employer) of the positions, months of work, and why.
SHEETS = [
    (f"PROJECTS HANDLED\n{ONE}", [MERIDIAN], 30, "nothing else tells of work"),
    (f"PROJECTS HANDLED\n{ONE}{TWO}", [MERIDIAN, ("Tester", "Foo Bank")], 45, "two sheets"),
    (f"{JOB}PROJECTS\n{ONE}", [("Software Engineer", "Acme Ltd"), MERIDIAN], 85, "before the listed job"),
    (f"{LONG_JOB}PROJECTS\n{ONE}", [("Software Engineer", "Acme Ltd")], 102, "within the listed job"),
    (f"PROJECTS\n{ONE}{sheet('Foo Bank', 'Developer', 'Jan 2020 - Mar 2021')}", None, 34, "overlaps count once"),
    (
        "PROJECTS\nClient: Foo Bank / Role: Tester / Duration: Jan 2021 - Mar 2022 / Environment: Selenium, Java\n",
        [("Tester", "Foo Bank")],
        15,
        "a sheet in one line",
    ),
    (
        "PROJECT EXPERIENCE\n\nProject\tClient\tRole\tDuration\nPortal\tMeridian Airways\tUI Developer\tJun 2018 - Nov 2020\n",
        [MERIDIAN],
        30,
        "the row of a table",
    ),
    (
        "PROJECTS\nClient\tMeridian Airways\nRole\tUI Developer\nDuration\tJun 2018 - Nov 2020\nTeam size\t6\n",
        [MERIDIAN],
        30,
        "labels in the first column of a table",
    ),
    (
        f"{JOB}PROJECT DETAILS\nOrganization: Infotel Ltd\nClient: Foo Bank\nEnvironment: Java\nTeam Size: 8\n"
        "Period: Jan 2016 - Mar 2018\nRole: Senior Tester\nResponsibilities:\n- Wrote test plans\n",
        [("Software Engineer", "Acme Ltd"), ("Senior Tester", "Infotel Ltd")],
        82,
        "the employer beside the client, other labels between",
    ),
    (
        f"PROFESSIONAL EXPERIENCE\n{ONE}{TWO}",
        [MERIDIAN, ("Tester", "Foo Bank")],
        45,
        "under a heading of experience the client stands for the employer",
    ),
    (f"ACADEMIC PROJECTS\n{ONE}", [], 0, "a heading of study"),
    (f"PERSONAL PROJECTS\n{ONE}", [], 0, "a heading of leisure"),
    (f"PROJECTS\n{sheet('Self', 'Developer', 'Jun 2018 to Nov 2020')}", [], 0, "no client"),
    (
        f"EDUCATION\nB.Tech Computer Science, Foo University, 2017 - 2021\n\nPROJECTS\n{ONE}",
        [],
        0,
        "within the time of a degree",
    ),
    ("PROJECTS\nProject: Portal\nDuration: Jun 2018 to Nov 2020\nTools: Angular\n", [], 0, "no client and no role"),
]


@pytest.mark.parametrize(("text", "expected", "months", "reason"), SHEETS, ids=[row[3] for row in SHEETS])
def test_a_sheet_is_work_where_no_position_covers_it(
    text: str, expected: list[tuple[str, str]] | None, months: int, reason: str
) -> None:
    resume = aimatch.read(f"Ravi Example\nravi@example.com\n\n{text}")
    if expected is not None:
        assert [(one.title, one.employer) for one in resume.positions] == expected, reason
    assert total_months(resume, AS_OF) == months, reason


def test_a_sheet_that_is_no_position_is_one_project() -> None:
    text = f"{LONG_JOB}PROJECT DETAILS\nProject #1: Loyalty portal\n{ONE}Project #2: Claims\n{TWO}"
    resume = aimatch.read(f"Ravi Example\n\n{text}")
    assert [(one.title, one.start) for one in resume.projects] == [
        ("Loyalty portal", date(2018, 6, 1)),
        ("Claims", date(2021, 1, 1)),
    ]


def test_a_position_of_a_sheet_ends_where_the_next_begins() -> None:
    resume = aimatch.read(f"Ravi Example\n\n{JOB}PROJECTS\n{ONE}{sheet('Foo Bank', 'Lead', 'May 2022 - Present')}")
    position = resume.positions[1]
    told = resume.document.text[position.text_start : position.text_end]
    assert told.startswith("Client: Meridian")
    assert told.endswith("Angular, Jest")


def test_months_of_a_sheet_are_months_of_its_skills() -> None:
    report = aimatch.score(f"Ravi Example\n\n{JOB}PROJECTS\n{ONE}", "ai-engineer", as_of=AS_OF)
    assert {one.skill: one.months for one in report.skills if one.skill in ("angular", "jest")} == {
        "angular": 30,
        "jest": 30,
    }


def test_a_company_above_labels_is_a_job_under_a_heading_within_the_job_before() -> None:
    resume = aimatch.read(
        "EXPERIENCE\nHarbour Power Ltd\nDesignation: Shift Engineer\nService Period: April 2013 to May 2015\n\n"
        "Projects Completed\n- A boiler for a mill\n\n"
        "Tower Telecom Pvt. Limited (Leeds)\nDesignation: Project Engineer\nService Period: June 2007 to July 2010\n"
    )
    assert [(one.title, one.employer) for one in resume.positions] == [
        ("Shift Engineer", "Harbour Power Ltd"),
        ("Project Engineer", "Tower Telecom Pvt. Limited"),
    ]


def test_a_company_above_labels_is_a_job_under_a_heading_of_a_summary() -> None:
    resume = aimatch.read(
        "PROFESSIONAL SYNOPSIS\nTen years in power plants.\n\nHarbour Power Ltd\n"
        "Designation: Store Supervisor (Spare Parts)\nService Period: April 2013 to May 2015\n"
    )
    assert [(one.title, one.employer) for one in resume.positions] == [
        ("Store Supervisor (Spare Parts)", "Harbour Power Ltd")
    ]
