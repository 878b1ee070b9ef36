"""Careers in the forms that people write them in: each date form and each layout with the months that it must give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume
from aimatch.resume import total_months

Read = Callable[[str], Resume]

STUDY = "\n\nEducation\nB.Sc. Statistics, Norfield University, 2008 - 2012\n\nSkills\nPython, SQL\n"

#: (the time of the first job, which lasts; that of the second), 58 and 14 months; reason
DATES = [
    ("2022/01 → now", "2020/11 → 2021/12", "arrows, the year first"),
    ("01/2022 —> today", "11/2020 —> 12/2021", "arrows of two signs"),
    ("January 2022 - actually", "November 2020 - December 2021", "'actually' for 'at present'"),
    ("January 2022 - in course", "November 2020 - December 2021", "'in course', translated"),
    ("January 2022 to now", "November 2020 to December 2021", "words"),
    ("Jan 2022 – still here", "Nov 2020 – Dec 2021", "'still here'"),
    ("Jan-22 - now", "Nov-20 - Dec-21", "short years behind a hyphen"),
    ("2022-Jan to now", "2020-Nov to 2021-Dec", "a month behind its year and a hyphen"),
    ("since 01.2022", "11.2020 – 12.2021", "'since' beside a range"),
    ("01/2022 – heute", "11/2020 bis 12/2021", "German words"),
]
LAYOUTS = [
    ("Work\n\nData analyst, Brightwater ({})\n- Reports\n\nTeacher, Hillcrest ({})\n- Lessons", "in brackets"),
    ("Jobs\n\n### Brightwater — Data analyst ({})\n- Reports\n\n### Hillcrest — Teacher ({})\n- Lessons", "headings"),
    ("So far\n\n{}    Data analyst, Brightwater\n{}    Teacher, Hillcrest", "dates first"),
    ("Work\n- {}: Data analyst, Brightwater\n- {}: Teacher, Hillcrest", "items"),
]


@pytest.mark.parametrize(("first", "second", "reason"), DATES)
@pytest.mark.parametrize(("layout", "place"), LAYOUTS)
def test_dates_in_a_career(read: Read, first: str, second: str, reason: str, layout: str, place: str) -> None:
    text = f"Mara Lind\n\n{layout.format(first, second)}{STUDY}"
    assert total_months(read(text), date(2026, 11, 1)) == 72, (reason, place)


#: (text, months, reason)
FORMS = [
    (
        "Jobs\n\nTidewater FZ-LLC, Leeds\nField technician (01/2023), then lead technician (since 06/2024)\n- Pumps\n",
        46,
        "a promotion in one line, each title with its beginning",
    ),
    (
        "## 2024/01 → now: Kestrel Freight (a carrier of parcels)\nData engineer; since Jan 2025 lead of four\n- **Prices.** SQL\n\n"
        "## 2020/01 → 2023/12: Dorrin Ride (taxis)\nSRE, later platform\n- Linux\n\n## 2019/01 → 2019/12: Levanto Hosting\nServers.\n",
        94,
        "headings of Markdown that their dates open, without a heading above; a later title below a job that lasts",
    ),
    (
        "Work\n\n### Brightwater — Data engineer (since 01.2024)\n- SQL\n\n"
        "### Escola dos Cinco Montes — Software developer, library information system (2022 – 12.2023)\n- C#\n",
        55,
        "names in small letters between dashes and commas; a year beside a month",
    ),
    (
        "Work\n- Data analyst, Brightwater (Jan 2024 - now)\n- Kitchen help, Da Rosa (Jan 2022 - Dec 2023)\n",
        58,
        "an item written like the one above it",
    ),
    (
        "Work\n\nJunior analyst. Brightwater. January 2024 - now\n- SQL\n\n"
        "Practice (3 months, without salary). Fundación Mar. June - August 2023\n- Sheets\n",
        34,
        "practice without pay is shown, not counted",
    ),
    (
        "Work\n\nAnalyst, Brightwater, Jan 2024 - now\n- SQL\n\nNational Youth Service, Hospital of Oba, records unit, 2022/23\n",
        34,
        "a year of service",
    ),
    ("Work\n\nAnalyst, Brightwater, Jan 2024 - now\n- SQL\n\nJan 2022 - Dec 2023: course and care of my baby\n", 34, "a break"),
    (
        "Work\n\nAnalyst, Brightwater, Jan 2024 - now\n\nSkills\nPython: 2016 - present\nJava developer tools: 2012 - 2015\n",
        34,
        "years in which a skill was used",
    ),
    (
        "Work\n\nBrightwater — Software developer, library information system (since January 2024)\n- C#\n\n"
        "Bar Ltd | Leeds\nSRE, from the second year platform | 01/2023 - 12/2023\n- Linux\n",
        46,
        "a title and in small letters what it is about",
    ),
    (
        "| Role | Company | Dates |\n|---|---|---|\n| Analyst | Brightwater | from January 2024 |\n"
        "| Clerk | Bar Ltd | from January 2023 to December 2023 |\n",
        46,
        "'from' in the last cell of a row",
    ),
    (
        "Work\n\nI have been a business analyst at City of Farnholm since January 2024. Reports.\n\n"
        "I was a store manager at Corner Bakes from January 2023 to December 2023. Bread.\n",
        46,
        "sentences that begin with 'I have been'",
    ),
    ("Work\n\nAnalyst, Brightwater, Q1/2024 - now\n\nClerk, Bar Ltd, Q1/2022 - Q4/2023\n", 58, "quarters with a slash"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "months", "reason"), FORMS)
def test_forms_of_careers(read: Read, text: str, months: int, reason: str) -> None:
    assert total_months(read(f"Mara Lind\n\n{text}"), date(2026, 11, 1)) == months, reason
