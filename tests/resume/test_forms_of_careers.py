"""Careers in the forms that people write them in: each date form and each layout with the months that it must give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume
from aimatch.resume import total_months
from aimatch.resume.prose import is_prose

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


#: (head of an entry that is dated "mar 2019 to aug 2021", title, employer, reason)
IN_SMALL_LETTERS = [
    ("harbour light (loans), senior data engineer, {}", "senior data engineer", "harbour light (loans)", "a bracket"),
    ("tyne rack & cloud, junior linux sysadmin, {}", "junior linux sysadmin", "tyne rack & cloud", "an ampersand"),
    (
        "head of data @ museum of tin and glass ({})",
        "head of data",
        "museum of tin and glass",
        "a weak word of a title",
    ),
    ("deputy manager of the returns desk | tern | {}", "deputy manager of the returns desk", "tern", "a long title"),
    ("night cleaner for city of farnholm, {}", "night cleaner", "city of farnholm", "'for' before the employer"),
    ("working student, tern gmbh, {}", "working student", "tern gmbh", "a verb that is a part of a title"),
    (
        "{}: the little print shop - night shift supervisor",
        "night shift supervisor",
        "the little print shop",
        "date first",
    ),
]


@pytest.mark.parametrize("heading", ["EXPERIENCE\n", "## what i did\n", ""])
@pytest.mark.parametrize("dress", ["{}", "## {}", "**{}**", "- {}"])
@pytest.mark.parametrize(("entry", "title", "employer", "reason"), IN_SMALL_LETTERS)
def test_heads_in_small_letters(
    read: Read, heading: str, dress: str, entry: str, title: str, employer: str, reason: str
) -> None:
    heads = [dress.format(entry.format(time)) for time in ("mar 2019 to aug 2021", "feb '17 to jan '19")]
    text = f"jo marsh\njo@example.com\n\n{heading}{heads[0]}\n  * kept the desk in order\n\n{heads[1]}\n  * filed\n"
    found = [
        (one.title, one.employer.split(" (")[0], str(one.start)[:7], str(one.end)[:7]) for one in read(text).positions
    ]
    named = title, employer.split(" (")[0]
    assert found == [(*named, "2019-03", "2021-08"), (*named, "2017-02", "2019-01")], (reason, dress)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("trained the new engineer, rebuilt the ledger, 2016 to 2017", "an article stands before the title"),
        ("with the analyst, wrote the rota of the depot, 2016 to 2017", "a sentence opens with a small word"),
    ],
)
def test_deeds_in_small_letters_are_no_heads(read: Read, line: str, reason: str) -> None:
    text = f"Jo Marsh\n\nExperience\nClerk, Foo Ltd, 03/2019 - 08/2021\nKept the books.\n{line}\n"
    assert [one.title for one in read(text).positions] == ["Clerk"], reason


@pytest.mark.parametrize(
    ("entry", "title", "employer", "reason"),
    [
        ("Cleaner for Tern (a bakery chain), {}", "Cleaner", "Tern", "brackets that tell what the employer does"),
        ("Cleaner with Adler Partner AG, {}", "Cleaner", "Adler Partner AG", "a title's word in a company's name"),
        (
            "deputy manager of the returns desk\ntern depot, {}",
            "deputy manager of the returns desk",
            "tern depot",
            "two lines in small letters",
        ),
        ("Tern (maps for sailors)\nCleaner   {}", "Cleaner", "Tern (maps for sailors)", "small letters in brackets"),
        ("Working Student, Tern GmbH, {}", "Working Student", "Tern GmbH", "'working' opens no sentence"),
    ],
)
def test_employers_beside_titles(read: Read, entry: str, title: str, employer: str, reason: str) -> None:
    text = f"Jo Marsh\n\nEXPERIENCE\n\n{entry.format('Mar 2019 - Aug 2021')}\n- Kept the desk\n\nClerk, Foo Ltd, 2017 - 2018\n- Filed\n"
    first = read(text).positions[0]
    assert (first.title, first.employer, str(first.end)[:7]) == (title, employer, "2021-08"), reason


def test_who_speaks_is_no_part_of_a_title() -> None:
    assert is_prose("Since then I have been head porter at the small depot")
    assert not is_prose("since then head porter at the small depot")


#: (entry, reason): two entries written so, of 30 and of 24 months
LENGTHS = [
    ("{1}, {0}, {2}", "behind a comma"),
    ("{1}, {0} ({2})", "in brackets"),
    ("{0} — {1} — {2}", "behind a dash"),
    ("{2}: {1}, {0}", "first"),
    ("{0}: {2} as {1}", "between employer and title"),
    ("{1} at {0} · {2}", "behind a dot"),
    ("{0}, {2}", "beside an employer"),
    ("- {0} ({2})", "in an item"),
    ("{1} ({2}), {0}", "in brackets behind the title"),
    ("{1}\n{0}\n{2}", "in a line of its own"),
    ("{1} - {2}\n{0}", "above the employer"),
]


@pytest.mark.parametrize(("entry", "reason"), LENGTHS)
@pytest.mark.parametrize(
    ("length", "months"),
    [("2 years 6 months", 30), ("18 months", 18), ("about 3 years", 36), ("three years", 36), ("3+ yrs", 36)],
)
def test_lengths_beside_names(read: Read, entry: str, reason: str, length: str, months: int) -> None:
    first, second = entry.format("Acme Ltd", "Data engineer", length), entry.format("Foo Bank", "Clerk", "2 years")
    text = f"Mara Lind\n\nWork\n\n{first}\n- Built the pipelines of three teams\n\n{second}\n- Filed\n"
    assert total_months(read(text), date(2026, 11, 1)) == months + 24, reason


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ("Python, 3 years\nAmazon Web Services, 4 years\nTeam management: 3 years", "skills and deeds"),
        (
            "Data engineer, Acme Ltd\n- Cut the close, 3 years in a row\n- A plan of 5 years\n- Contract for a bank, 3 years",
            "items of an account",
        ),
        ("Data engineer, Acme Ltd\nNotice period, 2 months", "a notice period"),
        ("For six years I drew the charts of ports by hand.\nNow a network does.", "who speaks is no employer"),
    ],
)
def test_lengths_of_no_job(read: Read, lines: str, reason: str) -> None:
    positions = read(f"Mara Lind\n\nWork\n\n{lines}\n").positions
    assert not any(one.stated_months for one in positions), reason


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
    *(
        (f"Work\n\nAnalyst, Brightwater, Jan 2024 - now\n- SQL\n\n{entry}\n- more\n", 34 + further, reason)
        for entry, further, reason in [
            ("FOO LTD - Data Analyst (senior since 2023) - ago/2021 > dez/2023", 29, "a remark with a date in brackets before the dates"),
            ("FOO LTD - Data Analyst (promoted 2023) - fev/2021 > nov/2023", 34, "a remark without a word for since"),
            ("Data Analyst (lead desde 2022), FOO LTD, set/2021 - dez/2022", 16, "a Portuguese remark"),
            ("Clerk, Foo Ltd (Jan 2019) - (Dec 2021)", 36, "both ends in brackets"),
            ("Clerk, Foo Ltd (from Jan 2019) - Dec 2021", 36, "a bracket around 'from' and the first end"),
            ("Maths, Flat Creek High School, Term 1 2018 to Term 2 2020", 30, "terms"),
            ("Teacher, Hillcrest Primary (T3, 2018 – T4, 2019)", 18, "terms of two letters"),
            ("Teacher, Hillcrest Primary, from Term 3 of 2018 until the end of Term 4 2019", 18, "words around terms"),
            ("Teacher, Hillcrest Primary, 2018 Term 2 to 2019 Term 4", 21, "terms behind their years"),
            ("Tutor, Norfield University, Semester 2, 2018 - Semester 1 2019", 12, "semesters"),
            ("The Farnholm Post, junior reporter 2014, reporter 2017, then picture desk (desk of two) 2020 to March 2023", 108,
             "steps told in one line, the last not by a title"),
            ("Corner Bakes: apprentice baker 2012, baker 2015, shift leader 2018 - 2022", 126, "steps behind a colon"),
            ("Hansen Freight — clerk (2014), dispatcher (2016), head of depot (2019 to June 2023)", 111, "steps in brackets"),
            ("Bar Ltd: trainee in 2012, buyer from 2014, head of buying 2016 until May 2019", 86, "steps behind words"),
            ("Oak Hospital, nurse 2010; head nurse 2013; nurse manager 2016-2019", 114, "steps between semicolons"),
            ("Clerk 2014 → senior clerk 2017 → office manager 2020–2022, Bar Ltd", 102, "steps between arrows"),
            ("Clerk 2014, Bar Bank, analyst 2018-2020", 30, "a further employer begins a job of its own"),
            ("Clerk 2014, degree in law 2016, analyst, Foo Ltd, 2018-2020", 30, "a degree is no step"),
            ("AI Fellow | Lone Code Academy (bootcamp, 12 weeks) | Jul 2023 - Oct 2023", 0, "a fellow at a boot camp"),
            ("Student, Data Science Bootcamp, Lone School, Jul 2023 - Oct 2023", 0, "a student of a boot camp"),
            ("Participant, full-time coding boot camp, Lone School, Jul 2023 - Oct 2023", 0, "who took part in one"),
            ("Instructor, Data Science Bootcamp, Lone School, Jul 2023 - Oct 2023", 4, "who taught at one"),
            ("Research Fellow, Norfield University, Jul 2023 - Oct 2023", 4, "a fellow who worked"),
        ]
    ),
    *(
        (f"Work\n\nPeriod: 01/2019 – now\nEmployer: Foo Ltd\nPosition: Clerk\n\n{entry}\n", months, reason)
        for entry, months, reason in [
            ("Period: 01/2014 – 12/2018\nChild care, unemployed. A course in bookkeeping.", 94, "no work, below a labelled time"),
            ("Dates: 01/2014 – 12/2018\nLooking after my mother, later looking for work.", 94, "care below a labelled time"),
            ("Period: 01/2014 – 12/2018\nActivity: parental leave", 94, "leave behind another label"),
            ("Period: 01/2014 – 12/2018\nEmployer: none\nPosition: childcare leave", 94, "leave in the place of a title"),
            ("Duration: 01/2014 – 12/2018\nCompulsory military service, radio unit.", 94, "service below a labelled time"),
            ("Duration: 01/2014 – 12/2018\nStudies of chemistry, not finished.", 94, "studies below a labelled time"),
            ("Duration: 01/2014 – 12/2018\nEmployer: Baz Ltd\nDuties: travelling to the customers", 154, "an employer beside it"),
            ("Period: 01/2014 – 12/2018\nCook in the canteen, until I was laid off.", 154, "a title below it"),
        ]
    ),
    *(
        (f"Work\n\nAnalyst, Brightwater, Jan 2024 - now\n- SQL\n\n{entry}\n", 34 + further, reason)
        for entry, further, reason in [
            ("Intern, Lys Textile, 2019 (3 months)", 3, "a stated length narrows a bare year"),
            ("Intern, Lys Textile (2019, 4 months)", 4, "within the brackets of the year"),
            ("Intern, Lys Textile, 4 months in 2019", 4, "before the year"),
            ("Clerk, Bar Ltd, 2015 - 2018 (2 years 4 months)", 28, "a stated length narrows two years"),
            ("Clerk, Bar Ltd, 2015 - 2018 · 3 yrs 2 mos", 38, "as exports of profiles write it"),
            ("Clerk, Bar Ltd, 2015 - 2018 (10 years)", 42, "a length that can't be meant changes nothing"),
            ("Fitter, Foo Yard, 2009 to 2012, each summer", 12, "a season of each year behind the years"),
            ("Jan 2020 - Dec 2021\n* laid off with the whole studio, then took care of my aunt", 0, "a break told below its dates"),
            ("== Jan 2020 - Dec 2021 ==\nParental leave, and a move", 0, "between the signs of a heading"),
            ("Jan 2020 - Dec 2021\nTravelling Theatre of Norfield\nStage hand", 24, "an employer whose name holds a cue of a break"),
            ("2015 - 2017: MSc Statistics, Norfield University", 0, "a degree among the jobs"),
            ("MSc Statistics, Norfield University, 2017", 0, "a degree among the jobs, with one date"),
            ("PhD researcher, Norfield University, Jan 2015 - Dec 2017", 36, "a title behind a degree"),
            ("Associate Professor, Norfield University, Jan 2015 - Dec 2017", 36, "a title that begins like a degree"),
            ("Engineer III, Foo Ltd, Jan 2019 - Dec 2020", 24, "a grade before the dates"),
            ("Hobbies\n\nChess since III/2019, club captain 2015/16 to 2018/19", 0, "dates of leisure"),
            ("Education\n\nBSc Statistics, Norfield University, 2012\n\nContracts\n\nContracts with suppliers, 2019 to 2021", 0, "no list of dates below the heading"),
            ("Education\n\n2012 - 2016 Foo College\n\nDates\n\n2012-2016 BSc Statistics, Norfield University", 0, "dates of degrees"),
        ]
    ),
    *(
        (f"Work\n\nAnalyst, Brightwater, Jan 2024 - now\n- SQL\n\nEducation\n\n{entry}\n", 34 + further, reason)
        for entry, further, reason in [
            ("Foo School, Norfield 1999. Then army and three years fitter at the yard (2001 - 2004).", 42, "work told behind a school"),
            ("Foo School, Norfield 1999. Afterwards nurse at Foo Hospital, 2001 - 2004", 42, "another word for then"),
            ("Foo College 1999. Later worked as clerk in Bar Ltd from 2001 to 2004.", 42, "with a verb"),
            ("Foo College; then student of law, 2001 - 2004", 0, "more study"),
            ("BSc Statistics, Norfield University, 2001. Then MSc, Norfield University, 2001 - 2003", 0, "another degree"),
            ("Foo School 1999. Class teacher Ms Ode (1995 - 1999)", 0, "who taught, without a word for then"),
        ]
    ),
    ("Skills\nPython developer 2014, Java developer 2016, C# developer 2018-2020\n\nWork\n\nAnalyst, Brightwater, Jan 2024 - now\n", 34,
     "no steps among skills"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "months", "reason"), FORMS)
def test_forms_of_careers(read: Read, text: str, months: int, reason: str) -> None:
    assert total_months(read(f"Mara Lind\n\n{text}"), date(2026, 11, 1)) == months, reason
