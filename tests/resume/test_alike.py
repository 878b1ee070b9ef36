"""Which dated lines are jobs because they are written like one, and which are none though they are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume
from aimatch.resume import total_months

Read = Callable[[str], Resume]

#: (text, months, reason)
LISTS = [
    (
        "Ann Lee\n\nTRAWL\n1/1 2024 – 31/12 2025   Bødker, Østre Havn\n1/9 2022 – 31/12 2023   Glasmester, Randby\n",
        40,
        "two entries in one form, of which no word is known",
    ),
    (
        "Ann Lee\n\nLE FOURNIL\n\nTourière — Maison Fougeret\n(janvier 2024 à décembre 2025)\nPains spéciaux\n\n"
        "Mitronne — Maison Corbel\n(septembre 2022 à décembre 2023)\n",
        40,
        "the same with the dates below the names",
    ),
    (
        "Ann Lee\n\nCareer\n\n2024.01 ~ 2025.12   Foo Data, Engineer\n - SQL\n\n2022.01 ~ 2023.12   Bar University, master course, Speech Lab\n"
        " - Python\n\n2021.01 ~ 2021.06   Intern, Qux Games\n",
        30,
        "a course of study among the jobs, without a degree",
    ),
    (
        "Ann Lee\n\n■ Career\n\n2024.01 ~ 2025.12   Foo Data, Engineer\n - Thesis: a reader of forms\n - SQL\n\n"
        "2021.01 ~ 2021.06   Intern, Qux Games\n\n■ Education\nBSc Physics, Bar University, 2020\n",
        30,
        "an item in a section whose heading is set with another sign",
    ),
    (
        "Ann Lee\n\nSTORY\n\nI joined Foo City Schools in January 2024 as a Chemistry Teacher and stayed\nuntil June 2025, coaching on the way. "
        "In July 2025 I moved\nto Bar Academy as Head of Science, and left in December 2025.\n",
        24,
        "words of leaving that a line's end parts",
    ),
    (
        "Ann Lee\n\nWORK\n\nTechnician, Foo Air ........ 3 1/2 yrs\n   Boilers\nHelper, Foo Air ........... 2 yrs\n   Tools\n",
        66,
        "lengths behind dots that lead to them, one with a half",
    ),
    (
        "Ann Lee\n\nPROFILE\nFourteen years of numbers. I look for a post.\n\nSURVEYS\nObservatory of Work, Lyon, Feb. 2024 – Dec. 2025. Statistician, then "
        "head of unit\n– Samples\n\nDIPLOMAS\nMSc Statistics, Foo University, 2005\n",
        23,
        "a heading of one word in capitals above an entry that names employer and title",
    ),
    ("Ann Lee\n\nTRAWL\n1/1 2024 – 31/12 2025   Bødker, Østre Havn\n", 0, "a lone one"),
    (
        "WORK\n• Planner, Foo Ltd | Jan 2024 - Dec 2025\n   The new yard (Feb 2024 - Aug 2024)\n• Packer, Bar Ltd | Jan 2022 - Dec 2023\n",
        48,
        "what was done below an item that is a job",
    ),
    (
        "Lev Brandt\n\n2024-01 – 2025-12   Research engineer, Aareblick AG\n* Lidar\n"
        "2022-05 – 2023-12   Gap-filler on building sites round Thun\n* Cement\n",
        44,
        "the dates open each line, without a heading above",
    ),
    (
        "CAREER\nMoortown Pharmacy, 05/2024 to 12/2025. Responsible pharmacist\nSQL reports.\n\n"
        "Kirkgate Labs, 12/2020 to 04/2024. Bench and fume cupboard\nHPLC.\n",
        61,
        "an employer before the dates, words that name no known title behind them",
    ),
    (
        "POSITIONS\n\nLab technician, Institute of Soils (January 2024 to December 2025)\nSieves.\n\n"
        "On the ferries between Oban and Mull (January to December 2022)\nRopes.\n",
        36,
        "dates in brackets behind a phrase",
    ),
    (
        "HISTORY\n* Jan 2023 to Dec 2025: data engineer with Wigeon Gas\n* Jan 2020 to Dec 2022: the same with Teal Power\n",
        72,
        "a list of items",
    ),
    (
        "Jan Wolski\n\n2023-01 - 2025-12  Statistician, Foo Foods\n2018-10 - 2022-12  PhD student, University of Foo\n"
        "2013-10 - 2018-06  Mathematics, University of Foo\n",
        36,
        "studies in the same list are none",
    ),
    (
        "Experience\nTechnician, Helix Pumps, Jan 2024 – Dec 2025\nFull-time course in Delft, Jan 2022 - Dec 2023\n",
        24,
        "nor is a course",
    ),
    (
        "WORK\nAnalyst, Foo AB, Aug 2018 - Dec 2020\n> SQL\n\nTown library, shelver, Jun 2015 - Jul 2016, half time beside my studies\n",
        43,
        "a remark in small letters behind the dates",
    ),
    (
        "Goal: servers\n\n2020-02 / 2025-12   System administrator, Foo Combine\n    Backups\n2017-09 / 2020-01   Help desk, same place\n",
        100,
        "ends joined by a slash, below a label",
    ),
    (
        "EXPERIENCE\nTester, Foo Ltd (Jan 2024 - Dec 2025)\nBugs.\n\nThe reports of my time here go back to 2019 - 2020 and "
        "still are read by some.\n",
        24,
        "dates within a sentence",
    ),
    (
        "EXPERIENCE\nTester, Foo Ltd (Jan 2024 - Dec 2025)\nBugs.\n\nSIDE THINGS\nAllotment committee, chair (Jan 2019 - Dec 2023)\n",
        24,
        "an honorary post is shown, not counted",
    ),
]


@pytest.mark.parametrize(("text", "months", "reason"), LISTS)
def test_what_is_written_like_a_job_is_one(read: Read, text: str, months: int, reason: str) -> None:
    assert total_months(read(text), date(2026, 11, 1)) == months, reason


PARTS = [
    (
        "WORK\nGrönlund Maskin AB, test engineer, since 2020 group lead (four people). March 2018 to September 2023\nRigs.",
        67,
        "a later title before the dates",
    ),
    (
        "Work\n\n01/2018 - 12/2025   Nurse, from 2019 ward manager, St Oda Clinic\n - rota\n01/2016 - 12/2017  Nurse, Foo Clinic\n",
        120,
        "a later title behind the dates",
    ),
    (
        "EXPERIENCE\n\nHalcyon Ferries, Head of IT. January 2020 - June 2025\n* 2020-2021: moved the ticket office\n"
        "* 2024 - 2025: a data team of three\n",
        66,
        "years of a job's parts, each an item",
    ),
    (
        "EXPERIENCE\nHalcyon Ferries, January 2020 - December 2025\n* 2023 - 2025 Head of IT\n* 2020 - 2022 Network engineer\n",
        72,
        "roles by years fill the months of their employer's range",
    ),
    (
        "Employment\n2023-01 - 2025-12  Research scientist, Kettle Labs\n"
        "2019-01 - 2022-12  PhD candidate (salaried), University of Anholt\n",
        84,
        "a doctorate that is a job",
    ),
]


@pytest.mark.parametrize(("text", "months", "reason"), PARTS)
def test_a_job_is_counted_by_its_own_dates(read: Read, text: str, months: int, reason: str) -> None:
    assert total_months(read(text), date(2026, 11, 1)) == months, reason


BREAKS = [
    ("Pause. January 2021 - December 2022\nMoved country with my husband.", "sabbatical"),
    ("Break. January 2021 - December 2022\nBirth of our son.", "parental"),
    ("Family (two children), 01/2021 - 12/2022", "parental"),
    ("**Maternity** (01/2021 - 12/2022)", "parental"),
    ("Interruption – accident and rehabilitation, Jan 2021 – Dec 2022", "sabbatical"),
    ("01/2021 - 12/2022  Not working: recovering from surgery", "illness"),
    ("01/2021 - 12/2022  Round the world by bicycle", "travel"),
    ("Time at home with my daughter, Jan 2021 - Dec 2022", "parental"),
]


@pytest.mark.parametrize(("lines", "reason"), BREAKS)
def test_a_break_is_no_job_whatever_it_is_called(read: Read, lines: str, reason: str) -> None:
    resume = read(
        f"EXPERIENCE\n\nEngineer, Foo Ltd, Jan 2023 - Dec 2025\n- x\n\n{lines}\n\nEngineer, Bar Ltd, Jan 2018 - Dec 2020\n- y"
    )
    assert [one.reason for one in resume.breaks] == [reason]
    assert total_months(resume, date(2026, 11, 1)) == 72


PROSE = [
    (
        "I trained as a nurse and from January 2018 to December 2020 I worked on the wards of Foo Hospital. From January 2021 "
        "until December 2022 I was employed by the region as data steward.",
        60,
        "dates before their verb",
    ),
    (
        "Hello! I joined Foo GmbH as a data analyst in November 2021 and I'm still there. Before that I spent two years at "
        "the statistical office (November 2019 to October 2021).",
        84,
        "what lasts, said in words",
    ),
]


@pytest.mark.parametrize(("text", "months", "reason"), PROSE)
def test_jobs_told_in_a_letter(read: Read, text: str, months: int, reason: str) -> None:
    assert total_months(read(text), date(2026, 11, 1)) == months, reason
