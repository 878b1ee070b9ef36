"""The flags about time. What is normal in a life is no flag: study, care, illness, service, a layoff, part-time work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import aimatch
from aimatch import data
from aimatch.flags import HEURISTICS, words
from aimatch.flags.heuristic import Heuristic
from aimatch.flags.timeline_gap import YEARS_TOLD_OF
from aimatch.model import Flag

Raise = Callable[..., Flag | None]


def registered(id_: str) -> Heuristic:
    return next(one for one in HEURISTICS if one.id == id_)


GAP = [
    (
        "Analyst, Foo Ltd, 2020 - Present\n- Reports\nClerk, Bar Ltd, 2015 - 2018\n- Letters\n",
        "years only: no job in all of 2019",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n",
        "nearly four years",
    ),
    (
        "Analyst, Foo Ltd, 2022 - Present\n- Reports\nClerk, Bar Ltd, 2015 - 2019\n- Letters\n",
        "years only, two whole ones missing",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports on SQL Server 2019 and Windows 2020\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n"
        "- Letters\n\nSKILLS\nSQL Server 2019, Windows Server 2019\n\nCERTIFICATIONS\nFirst aid, 2021\n",
        "a product's year explains nothing, nor does one certificate",
    ),
    (
        "Analyst, Foo Ltd, Jul 2022 - Present\n- Reports\nClerk, Bar Ltd, Jan 2020 - Jan 2021\n- Letters\n",
        "one job from January to January is a chance",
    ),
    (
        "Analyst, Foo Ltd, Jan 2006 - Present\n- Reports\nClerk, Bar Ltd, Feb 1995 - Mar 1998\n- Letters\n",
        "long ago: how long the resume reaches back is the writer's choice",
    ),
    (
        "Analyst, Foo Ltd, Aug 2020 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Jul 2019\n- Letters\n",
        "thirteen months from the one month written to the next",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n\n"
        "EDUCATION\nBSc Statistics, Foo University, May 2019\n",
        "a degree taken early in it explains what came before, and not the two years after",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n\n"
        "EDUCATION\nPrivacy certification, 2021\nBSc Statistics, Foo University\n",
        "the year of a certificate is not that of the degree below it",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 1985 - Mar 1988\n- Letters\n\n"
        "EDUCATION\nBSc Statistics, Foo University, 2021\n",
        "no degree takes three decades",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, March 2018 to March 2018\n- Letters\n",
        "a month written twice is when the job began and ended",
    ),
]
LONG_STUDY = (
    "Analyst, Foo Ltd, Jan 2020 - Present\n- Reports\nClerk, Bar Ltd, Feb 2006 - Dec {}\n- Letters\n\n"
    "EDUCATION\nPhD Physics, Foo University, June 2019\n"
)
GAP.append((LONG_STUDY.format(2008), "a doctorate takes eight years at the most, and this gap is longer"))
BETWEEN = "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\n{}\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n"
NO_GAP = [
    (
        "Analyst, Foo Ltd, 2019 - Present\n- Reports\nClerk, Bar Ltd, 2015 - 2018\n- Letters\n",
        "years only: a year may be none",
    ),
    (LONG_STUDY.format(2012), "six years and a half of a doctorate of which only the end is written"),
    (BETWEEN.format("Parental leave, Apr 2018 - Dec 2021"), "parental leave"),
    (BETWEEN.format("Full-time care for my father, Apr 2018 - Dec 2021"), "care"),
    (BETWEEN.format("Medical leave, Apr 2018 - Dec 2021"), "illness"),
    (BETWEEN.format("Military service, Apr 2018 - Dec 2021"), "military service"),
    (BETWEEN.format("Laid off, job search and retraining, Apr 2018 - Dec 2021"), "layoff"),
    (BETWEEN.format("Elternzeit, April 2018 - Dezember 2021"), "parental leave in German"),
    (BETWEEN.format("Sabbatical, Apr 2018 - Dec 2021"), "a sabbatical"),
    (BETWEEN.format("Parental leave"), "a break without dates may explain any gap"),
    (BETWEEN.format("Volunteer teacher, Foo School, Apr 2018 - Dec 2021\n- Taught arithmetic"), "volunteering"),
    (BETWEEN.format("Freelance illustrator, Apr 2018 - Dec 2021\n- Books"), "freelance work"),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n\n"
        "EDUCATION\nBSc Statistics, Foo University, 2018 - 2021\n",
        "study between the two",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n\n"
        "EDUCATION\nBSc Statistics, Foo University, 2021\n",
        "a degree finished between the two, its begin not written",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n\n"
        "EDUCATION\nBSc Statistics, Foo University, May 2022\n",
        "a degree taken soon after the next job began",
    ),
    (
        "Analyst, Foo Ltd, Jul 2020 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Jul 2019\n- Letters\n",
        "a year to the month",
    ),
    (
        "Analyst, Foo Ltd, Jan 2019 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n",
        "a search of ten months",
    ),
    (
        "Analyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, March 2018\n- Letters\n",
        "of one date nothing tells how long the job lasted",
    ),
    (
        "Analyst, Foo Ltd, Mar 2020 - Present\n- Reports\nClerk, Bar Ltd, Jan 2017 - Jan 2019\n- Letters\n"
        "Porter, Baz Ltd, Jan 2015 - Jan 2017\n- Bags\n",
        "Januaries, which a form made of years: all of 2019 may be worked",
    ),
    (
        BETWEEN.format("") + "\nAWARDS\nColleague of the year 2018, 2019 and 2020\n",
        "awards of the years between: a job was left out, not interrupted",
    ),
]


@pytest.mark.parametrize(("text", "reason"), GAP, ids=[row[1] for row in GAP])
def test_a_gap(raised: Raise, text: str, reason: str) -> None:
    flag = raised("timeline-gap", "EXPERIENCE\n" + text)
    assert flag is not None, reason
    assert flag.severity == "info", "a gap alone is never more than a question"
    assert flag.message.startswith("What did the person do from")


@pytest.mark.parametrize(("text", "reason"), NO_GAP, ids=[row[1] for row in NO_GAP])
def test_no_gap(raised: Raise, text: str, reason: str) -> None:
    assert raised("timeline-gap", "EXPERIENCE\n" + text) is None, reason


FIRST = "Data Scientist, Foo Savings, Feb 2019 - Nov 2023\n- Card fraud\n"
OVERLAP = [
    (
        "Engineering Manager, full-time, office-based, Foo Payments, Toronto - May 2023 to September 2026\n- Led eleven developers\n"
        "Staff Engineer, full-time, office-based, Bar Robotics, Singapore - July 2023 to August 2026\n- Motion planning in C++\n",
        "two offices on two continents; how the work is done is no employer's name",
    ),
    (FIRST + "ML Engineer, Kelpie Energy, Mar 2020 - Nov 2023\n- Forecasts\n", "two employers, years together"),
    (
        "Head Chef (full-time, on site), Foo Grill, Kiel, Mar 2019 - Oct 2022\n- Menus\n"
        "Bus Driver (full-time, on site), Bar Lines, Porto, May 2019 - Sep 2022\n- Line 4\n",
        "both said to be full-time",
    ),
]
OVERLAP += [
    (
        "Analyst, Company Name, Jan 2019 - Dec 2023\n- A\nPayroll Clerk, Company Name, Jan 2020 - Dec 2022\n- B\n",
        "names taken out, yet no common word in the titles and three years",
    ),
    (
        "Developer (full-time), Foo Systems, Bristol, Jan 2020 - Dec 2023\n- Django\n"
        "Developer (full-time), Bar Oy, Helsinki, Mar 2020 - Nov 2023\n- Spring Boot\n",
        "one title, yet both said to be full-time",
    ),
    (
        "Developer, Foo Systems (permanent, 40 h a week), 02/2021 – 01/2024\n- Java\n"
        "Developer, Bar Oy (permanent, 38.5 hours per week), March 2021 – February 2024\n- Go\n",
        "a full week in hours is no side job",
    ),
    (
        "".join(
            f"{title} (permanent, full-time), {firm}, {month} 2021 - Dec 2023\n- Work\n"
            for title, firm, month in (
                ("Java Developer", "Foo AG", "Jan"),
                ("Nurse", "Bar Clinic", "Feb"),
                ("Chemist", "Baz Oy", "Mar"),
                ("Roofer", "Qux BV", "Apr"),
            )
        ),
        "four at once that all say so",
    ),
    (
        "Developer (full-time), Foo Systems, Jan 2020 - Dec 2023\n- Java\n"
        "Developer (full-time), Bar Oy, Jan 2020 - Dec 2023\n- Go\n",
        "the same months, and both said to be full-time",
    ),
    ("Manager, Foo Garden, 2014 - 2021\n- Staff\nCook, Bar Inn, 2016 - 2019\n- Stock\n", "whole years within years"),
]
NO_OVERLAP = [
    ("Manager, Foo Garden, 4/2018 - 2/2024\n- Staff\nCook, Bar Inn, 2014 - 2018\n- Stock\n", "a year may end in March"),
    ("Manager, Foo Garden, 2017 - 2021\n- Staff\nCook, Bar Inn, 2014 - 2018\n- Stock\n", "years that share two"),
    (
        "- employer: Foo Pay\n  title: Platform Engineer\n  from: 2022-09\n  to: present\n"
        "- employer: Bar Hosting\n  title: DevOps engineer, since 2019 SRE\n  from: 2017-03\n  to: 2022-08\n",
        "a later title within an entry",
    ),
    (FIRST + "Nurse, Foo Clinic (50 %), Jun 2020 - May 2022\n- Ward\n", "half a post"),
    (FIRST + "Nurse, Foo Clinic, 60 %, Jun 2020 - May 2022\n- Ward\n", "a part of a post"),
    (FIRST + "Nurse\nFoo Clinic, Springfield\nJun 2020 - May 2022\nHours per week: 8\n- Ward\n", "the row of a form"),
    (FIRST + "Nurse, Foo Clinic, 24 hrs/week, Jun 2020 - May 2022\n- Ward\n", "24 hours a week"),
    (FIRST + "Nurse, Foo Clinic, 2 days a week, Jun 2020 - May 2022\n- Ward\n", "two days"),
    (FIRST + "Entwickler, Foo GmbH, 20 Wochenstunden, 06/2020 - 05/2022\n- Java\n", "20 hours, in German"),
    (FIRST + "CEO, Foo Robotics (own company), Jun 2020 - May 2022\n- Arms\n", "an own company"),
    (FIRST + "Freelance consultant, Jun 2020 - May 2022\n- Dashboards for two charities\n", "freelance"),
    (FIRST + "Statistics tutor (part-time), Foo College, Jun 2020 - May 2022\n- Evenings\n", "part-time"),
    (FIRST + "Lecturer, Foo University, Jun 2020 - May 2022\n- Taught statistics on Fridays\n", "teaching"),
    (FIRST + "Associate Professor, Foo University, Jun 2020 - May 2022\n- Statistics\n", "a professor"),
    (FIRST + "Engineer (project employment), Foo Ltd, Jun 2020 - May 2022\n- APIs\n", "work by the project"),
    (FIRST + "37/57, Foo University, Jun 2020 - May 2022\n- Statistics\n", "a page's number is no title"),
    (FIRST + "Board member, Foo Charity, Jun 2020 - May 2022\n- Budgets\n", "a board"),
    (FIRST + "Volunteer coach, Foo Club, Jun 2020 - May 2022\n- Juniors\n", "volunteering"),
    (FIRST + "Working student, Foo Lab, Jun 2018 - May 2020\n- Labels\n", "a student's job"),
    (FIRST + "ML Engineer, Kelpie Energy, Nov 2023 - Present\n- Forecasts\n", "a hand-over of two months"),
    (FIRST + "Senior Data Scientist, Foo Savings, Jan 2021 - Nov 2023\n- Lead\n", "a promotion"),
    (
        "Data Analyst, Company Name, Jan 2019 - Dec 2023\n- A\nLead Analyst, Company Name, Jan 2020 - Dec 2022\n- B\n",
        "names taken out, and perhaps a promotion",
    ),
    (
        "Analyst, Company Name, Jan 2019 - Dec 2023\n- A\nClerk, Company Name, Mar 2018 - Jun 2019\n- B\n",
        "names taken out, and half a year",
    ),
    (
        "Analyst, Company Name, Jan 2019 - Present\n- A\nClerk, Company Name, Jan 2020 - Present\n- B\n",
        "names taken out, and two posts openly held",
    ),
    (FIRST + "\nSKILLS\nWindows Server 2012/2016/2019, SQL Server 2014/2016/2019\n", "versions are no dates"),
    (
        "Advocate, Foo High Court - from 2008\n- Civil cases\nLegal Executive, Bar Paper Ltd, Jan 2012 - Present\n- Contracts\n",
        "only the beginning of the first is written",
    ),
    (
        "".join(
            f"{title}, Foo {place}, {month} 2004 - Present\n- Knees\n"
            for title, place, month in (
                ("Orthopaedic Surgeon", "Centre", "Aug"),
                ("Team Physician", "Rovers", "Sep"),
                ("Medical Director", "Rehabilitation", "Oct"),
                ("Examiner", "Council", "Nov"),
            )
        ),
        "posts of a physician, held side by side",
    ),
    (
        FIRST + "\nEDUCATION\nMSc Data Science, Foo University, 2019 - 2021\n",
        "study beside work",
    ),
    (
        FIRST
        + "Night Porter, Kelpie Hotels, Mar 2020 - Nov 2023\n- Kept the desk\n- While going to school full-time I did the night audit\n",
        "the entry tells of study beside it",
    ),
    (
        FIRST + "Kellner, Kelpie Stuben, Mar 2020 - Nov 2023\n- Neben dem Studium an drei Abenden bedient\n",
        "the same in German",
    ),
]


@pytest.mark.parametrize(("text", "reason"), OVERLAP, ids=[row[1] for row in OVERLAP])
def test_an_overlap(raised: Raise, text: str, reason: str) -> None:
    flag = raised("timeline-overlap", "EXPERIENCE\n" + text)
    assert flag is not None, reason
    assert len(flag.evidence) == 2
    assert flag.message.startswith("Two positions overlap by ")
    assert flag.message.endswith(("). Were both full time?", "). How were two full-time jobs held together?"))
    said = "full-time" in text or " per week" in text
    assert flag.message.endswith("together?") is said, "dates alone don't say full-time"


@pytest.mark.parametrize(("text", "reason"), NO_OVERLAP, ids=[row[1] for row in NO_OVERLAP])
def test_no_overlap(raised: Raise, text: str, reason: str) -> None:
    assert raised("timeline-overlap", "EXPERIENCE\n" + text) is None, reason


def test_what_a_summary_says_to_be_so_since_a_year_is_no_second_job(raised: Raise) -> None:
    jobs = "\n\nEXPERIENCE\nForecaster, Foo Shops, Mar 2021 - Present\n- Demand\nAnalyst, Bar Bank, Aug 2016 - Feb 2021\n- Reports\n"
    for told in (
        "Zoe Karlsen\nFirmware engineer by training, working with cameras since 2017. I like small boxes.",
        "SUMMARY\nData analyst, twelve years. First banks, then shops. Since 2018 my main work is forecasting of demand.",
    ):
        assert raised("timeline-overlap", told + jobs) is None, told


STUDY = "\nEDUCATION\nBSc Computer Science, Foo University, 2017 - 2020\n"
WORK = "\nEXPERIENCE\nPython Developer, Foo Ltd, Jan 2021 - Present\n- Django services\n"
IMPOSSIBLE = [
    ("SUMMARY\n15 years of hands-on PyTorch experience.\n" + WORK, "longer than the library exists"),
    ("SUMMARY\nArchitect, 12 years of hands-on LangChain in production.\n" + WORK, "the same, the name not at once"),
    ("SUMMARY\nOver 16 years of commercial Python experience.\n" + STUDY + WORK, "longer than since study began"),
    ("SUMMARY\nI have kept Kubernetes clusters alive for 19 years.\n" + WORK, "the length follows what was done"),
    ("SUMMARY\nFor 19 years I have built Kubernetes platforms.\n" + WORK, "the length opens the sentence"),
    ("SUMMARY\nRust developer since 1999.\n" + WORK, "since a year before its release"),
    ("SUMMARY\nNine years of building products on LangChain.\n" + WORK, "what was done stands between"),
    ("SUMMARY\n12 years of work with large language models and LangChain.\n" + WORK, "a method stands between"),
    ("SUMMARY\n18-year veteran of PyTorch.\n" + WORK, "a veteran"),
    ("SUMMARY\n14 years of RAG and vector search.\n" + WORK, "longer than the method is published"),
    ("SUMMARY\nBuilder.\n\nSKILLS\nPyTorch - 18 yrs\nSQL - 6 yrs\n" + WORK, "a row with its length"),
    ("SUMMARY\nBuilder.\n\nSKILLS\nSQL: 9 years, Kubernetes: 21+ years, Git: 4 years\n" + WORK, "a list of lengths"),
    ("SUMMARY\nBuilder.\n\nSKILLS\n- Terraform, 22 years\n" + WORK, "a comma behind the only name"),
    *(
        (f"SUMMARY\n{said}\n" + WORK, said)
        for said in (
            "30 years of PyTorch experience, and team lead of nine.",
            "I bring 18 years of Kubernetes experience to your team.",
            "Team lead with 19 years of Kubernetes experience.",
            "Company founder with 17 years of leadership and 15 years of LangChain.",
            "Architect with 15 years of hands-on LangChain experience in a team of four.",
        )
    ),
    ("SUMMARY\nMore than a decade with LangGraph and Qdrant.\n" + WORK, "a decade"),
]
POSSIBLE = [
    (
        "SUMMARY\n7 years of PyTorch.\n\nEXPERIENCE\nML Engineer, Foo, Jan 2018 - Present\n- Models\n",
        "fits the library and the career",
    ),
    ("SUMMARY\n25 years of experience in IT.\n" + WORK, "a career shown in part, as older people are advised to"),
    (
        "SUMMARY\n25 years of experience in sales.\n" + WORK.replace("2021", "2016") + STUDY,
        "study came after the first job: the career began elsewhere",
    ),
    ("SUMMARY\nFor our customers with 40 years of history.\n" + STUDY + WORK, "somebody else's years"),
    ("SUMMARY\n5 years of Python.\n" + STUDY + WORK, "within the dates"),
    ("SUMMARY\nKept the Docker hosts of a bank that has traded for 90 years.\n" + WORK, "the bank's years"),
    ("SUMMARY\nPython developer since 2001.\n" + WORK, "since after its release"),
    ("SUMMARY\nArchitect with 18 years of experience, lately in Snowflake.\n" + WORK, "the name has its own clause"),
    (
        "SUMMARY\n20 years of building applications with Java, React and Kubernetes.\n" + WORK,
        "a list grown over the years",
    ),
    *(
        (f"SUMMARY\n{said}\n" + STUDY + WORK, said)
        for said in (
            "Led engineers with 40 years of combined Kubernetes experience.",
            "The seven of my team have a combined 48 years of Python experience.",
            "I lead a team of twelve with over 80 years of Kubernetes experience.",
            "Our agency has 45 years of experience in machine learning.",
            "A family business with 60 years of Java experience.",
            "We are six engineers with 70 years of React experience between us.",
            "Together my colleagues have 50 years of Docker experience.",
            "Team of data scientists (total 55 years of PyTorch experience).",
            "The team adds up to 40 years of Terraform experience.",
            "Customers trust my employer for its 40 years of Docker experience.",
            "Mentored by people with 30 years of Kubernetes experience.",
            "Five developers, 42 years of Kubernetes experience in total.",
            "Team of eight engineers; 50 years of React experience altogether.",
            "My 6 backend developers: 40 years of Docker experience.",
            "45 years of Terraform experience across the team.",
        )
    ),
    (
        "SUMMARY\nBuilder.\n\nSKILLS\nJava, SQL, Kubernetes, 20 years\n" + WORK,
        "a length behind a list: of what is not said",
    ),
    ("SUMMARY\nBuilder.\n\nSKILLS\nPyTorch - 6 yrs, SQL - 22 yrs\n" + WORK, "each name has its own length"),
    (
        "SUMMARY\n20 years of experience with power transformers and RAG status reports.\n" + WORK,
        "neither names the method",
    ),
    ("SUMMARY\nHalf a decade with LangChain.\n" + WORK, "half of one"),
]


NOW = "EXPERIENCE\nML Engineer, Foo Retail, Jan 2018 - Present\n- Trained demand models in PyTorch for 400 shops\n\n"
THEN = NOW + "Data Scientist, Bar Shops, {}\n{}\n\nEDUCATION\nBSc Computing, Foo University, 2011 - 2014\n"
USED_TOO_EARLY = [
    ("Mar 2015 - Dec 2017", "- Brought a GPT-4 assistant made with LangChain to 120 branches"),
    ("Mar 2015 - Dec 2017", "- Reports\n- Orders were sorted by a prompt that we ran through ChatGPT every night"),
    ("Mar 2015 - Dec 2017", "Led the rollout of a LangGraph agent to the help desk."),
    ("Mar 2015 - Dec 2017", "- Deployed retrieval-augmented generation over 2,000 manuals"),
    ("2015 - 2018", "- Built a writer of letters with GPT-3"),
    ("2008 - 2010", "- Ran twelve services in Docker on Kubernetes"),
    ("Jan 2009 - Mar 2012", "- Trained a TensorFlow network that found cracks in 40,000 photos"),
]
USED_IN_TIME = [
    ("Jan 2011 - Mar 2014", "- Trained a TensorFlow network that found cracks", "the year before its release"),
    ("Mar 2015 - Present", "- Built a LangChain assistant for 300 shops", "a job that lasts"),
    ("Mar 2015 - Dec 2017", "- Built what would today be a LangChain agent, in plain Python", "hindsight"),
    ("Mar 2015 - Dec 2017", "- Wrote a search; it was later replaced by a LlamaIndex assistant", "what came later"),
    ("Mar 2015 - Dec 2017", "Environment: Python, LangChain, ChatGPT", "a label and a list"),
    ("Mar 2015 - Dec 2017", "- Python, SQL, LangChain, ChatGPT, Docker", "a list"),
    ("Mar 2015 - Dec 2017", "- Sorted tickets by rules (no LangChain back then)", "not used"),
    ("Mar 2015 - Dec 2017", "- Made red-amber-green (RAG) reports for 40 shops", "another sense"),
    ("Mar 2015 - Dec 2017", "- Built a search\n\nPrivate: built a chatbot with LangChain", "ran on from another entry"),
    ("Mar 2015 - Dec 2017", "- Built a search\n- 2023: rebuilt it with LangChain as a volunteer", "a later year"),
    ("Mar 2015 - Dec 2017", "- Built Vertex AI pipelines for 40 shops", "a product that was renamed"),
]


@pytest.mark.parametrize(("dates", "done"), USED_TOO_EARLY, ids=[row[1] for row in USED_TOO_EARLY])
def test_used_before_its_release(raised: Raise, dates: str, done: str) -> None:
    flag = raised("impossible-experience", THEN.format(dates, done))
    assert flag is not None
    assert len(flag.evidence) == 2


@pytest.mark.parametrize(("dates", "done", "reason"), USED_IN_TIME, ids=[row[2] for row in USED_IN_TIME])
def test_not_used_before_its_release(raised: Raise, dates: str, done: str, reason: str) -> None:
    assert raised("impossible-experience", THEN.format(dates, done)) is None, reason


def test_names_of_certain_releases_have_a_year() -> None:
    taxonomy, unknown = aimatch.load_taxonomy(), []
    for name in words.listed("certain_releases"):
        found = taxonomy.find(name.rstrip("*"))
        if found is None or taxonomy.released(found.id) is None:
            unknown.append(name)
    assert {name.rstrip("*") for name in unknown} <= {"dockeri", *data.table("language/flags")["versions"]}


@pytest.mark.parametrize(("text", "reason"), IMPOSSIBLE, ids=[row[1] for row in IMPOSSIBLE])
def test_impossible(raised: Raise, text: str, reason: str) -> None:
    assert raised("impossible-experience", text) is not None, reason


@pytest.mark.parametrize(("text", "reason"), POSSIBLE, ids=[row[1] for row in POSSIBLE])
def test_possible(raised: Raise, text: str, reason: str) -> None:
    assert raised("impossible-experience", text) is None, reason


def test_a_day_of_reading_before_the_writing_proves_nothing() -> None:
    # An archive read "as of" its folder's year: the resume names what came later, so it was written later.
    text = "SUMMARY\n12 years of experience, 7 with Selenium.\n\nEDUCATION\nBSc, Foo University, 1996 - 1999\n\nSKILLS\nKubernetes, PyTorch, Selenium\n"
    text += "\nEXPERIENCE\nDeveloper, Foo Ltd, Jan 2000 - Present\n- Services\n"
    raised = {flag.id for flag in aimatch.score(text, as_of=date(2001, 1, 1)).flags}
    assert "impossible-experience" not in raised
    assert "contradictory-claims" not in raised


def test_totals_far_from_the_dates(raised: Raise) -> None:
    text = (
        "SUMMARY\n9 years of professional experience.\n\nEXPERIENCE\nAnalyst, Foo Ltd, Jan 2023 - Present\n- Reports\n"
    )
    flag = raised("contradictory-claims", text)
    assert flag is not None
    assert flag.severity == "info"
    assert text[flag.evidence[0].start : flag.evidence[0].end] == "9 years"


AGREEING = [
    (
        "SUMMARY\n6 years of experience.\n\nEXPERIENCE\nTreasury team, Foo Bank, Jul 2010 - Dec 2012\n- Billing\n"
        "- Then with the pensions of another team from January 2013 to May 2017, on their accounts\n",
        "a span among the duties holds the rest",
    ),
    ("SUMMARY\n5 years of experience.\n\nEXPERIENCE\nAnalyst, Foo, Jan 2022 - Present\n- Reports\n", "rounded"),
    (
        "SUMMARY\n25 years of experience.\n\nEXPERIENCE\nAnalyst, Foo, Jan 2016 - Present\n- Reports\n",
        "the last ten years are shown",
    ),
    (
        "SUMMARY\n3 years of experience.\n\nEXPERIENCE\nAnalyst, Foo, Jan 2010 - Present\n- Reports\n",
        "an old summary claims less",
    ),
    (
        "SUMMARY\n9 years of experience.\n\nEXPERIENCE\nCompany: Foo Ltd\nDesignation: Analyst\nDuration: Jan 2023 - Present\n"
        "Company: Bar Ltd\nDesignation: Clerk\n",
        "an undated job may hold the rest",
    ),
    (
        "SUMMARY\nOur family firm has 45 years of experience.\n\nEXPERIENCE\nAnalyst, Foo, Jan 2022 - Present\n- Reports\n",
        "the firm's",
    ),
]


@pytest.mark.parametrize(("text", "reason"), AGREEING, ids=[row[1] for row in AGREEING])
def test_totals_near_enough(raised: Raise, text: str, reason: str) -> None:
    assert raised("contradictory-claims", text) is None, reason


DATES = [
    ("EXPERIENCE\nAnalyst, Foo Ltd, March 2027 - Present\n- Reports\n", True, "told as held, begins next year"),
    ("EXPERIENCE\nAnalyst, Foo Ltd, March 2022 - January 2021\n- Reports\n", True, "ends before it begins"),
    ("EXPERIENCE\nAnalyst, Foo Ltd, March 2022 - Present\n- Reports\n", False, "an ordinary job"),
    ("EDUCATION\nMSc Data Science, Foo University, expected June 2027\n", False, "an expected graduation"),
    ("EDUCATION\nMSc Data Science, Foo University, graduated in June 2030\n", True, "a degree held before its day"),
    ("EDUCATION\nMSc Data Science, Foo University, 2025 - 2028\n", False, "a course under way"),
    ("EDUCATION\nPhD Physics, Foo University, to be awarded in June 2028\n", False, "told as to come"),
    ("AWARDS\nWinner, Harbour Hackathon, May 2030: first of 30 teams\n", True, "an award from a day to come"),
    ("AWARDS\nStipend of the Foo fund, 2025 - 2030\n", False, "the end of a range"),
    ("AWARDS\nVision 2035 Fellow\n", False, "a year in a name"),
    ("CERTIFICATIONS\nCKA, obtained March 2029\n", True, "a certificate held before its day"),
    ("CERTIFICATIONS\nCKA, valid until March 2029\n", False, "the day it lapses"),
    ("SUMMARY\nThe move was completed in June 2030.\n", True, "a thing done before its day"),
    ("SUMMARY\nWrote the roadmap to 2035 and completed the first stage.\n", False, "a plan"),
    (
        "EXPERIENCE\nAnalyst, Foo Ltd, March 2025 - June 2027\n- Fixed term\n",
        False,
        "a fixed term that ends within a year",
    ),
    ("EXPERIENCE\nAnalyst, Foo Ltd, May 3rd 20014 - 2016\n- Reports\n", True, "a digit too many"),
    ("EXPERIENCE\nAnalyst, Foo Ltd, May 2014 - June 2016\n- 20014 reports\n", False, "a number that is no year"),
    ("Ada Example, 12 March Street, 20012 Foo\nEXPERIENCE\nAnalyst, Foo Ltd, 2014 - 2016\n", False, "a postal code"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), DATES, ids=[row[2] for row in DATES])
def test_future_dates(raised: Raise, text: str, expected: bool, reason: str) -> None:
    assert (raised("future-dates", text) is not None) is expected, reason


JOB = "EXPERIENCE\nClerk, Bar Ltd, Jan 2020 - Present\n- Letters\n"
SEVERITIES = [
    ("EXPERIENCE\nClerk, Bar Ltd, Mar 2020 - Jan 2019\n- Letters\n", "caution", "ends before it begins"),
    ("EXPERIENCE\nClerk, Bar Ltd, Mar 2029 - Present\n- Letters\n", "caution", "begins more than"),
    (JOB + "\nAWARDS\nBest clerk of the county, May 2029\n", "caution", "an award"),
    (JOB + "\nEDUCATION\nBSc Statistics, Foo University, awarded May 2029\n", "caution", "a degree said to be held"),
    ("EXPERIENCE\nClerk, Bar Ltd, Jan 2020 - Dec 2029\n- Letters\n", "info", "ends more than a year after"),
    ("EXPERIENCE\nClerk, Bar Ltd, May 20014 - Present\n- Letters\n", "info", "five digits"),
]


@pytest.mark.parametrize(("text", "severity", "said"), SEVERITIES, ids=[row[2] for row in SEVERITIES])
def test_a_date_that_can_not_be_weighs_what_the_flag_says(raised: Raise, text: str, severity: str, said: str) -> None:
    flag = raised("future-dates", text)
    assert flag is not None
    assert flag.severity == severity
    serious, _, information = registered("future-dates").raised_when.partition("as information only:")
    assert said in (information if severity == "info" else serious)


TOLD_IN_A_GAP = [
    ([2015], True, "one award"),
    ([2014, 2016], True, "two"),
    ([2014, 2015, 2016], False, "so many that a job was left out"),
]


@pytest.mark.parametrize(("years", "asked", "reason"), TOLD_IN_A_GAP, ids=[row[2] for row in TOLD_IN_A_GAP])
def test_awards_explain_a_gap_from_so_many_years_on_as_the_flag_says(
    raised: Raise, years: list[int], asked: bool, reason: str
) -> None:
    text = "EXPERIENCE\nCook, Foo Ltd, Jan 2018 - Present\n- Soups\nCook, Bar Ltd, Feb 2010 - Mar 2013\n- Soups\n\nAWARDS\n"
    text += "".join(f"Best cook of the county, May {year}\n" for year in years)
    assert (raised("timeline-gap", text) is not None) is asked, reason
    said = registered("timeline-gap").raised_when
    assert f"name {YEARS_TOLD_OF} years" in said
    assert "award explains" not in said


def test_a_gap_asks_only_about_what_is_unexplained(raised: Raise) -> None:
    text = (
        "EXPERIENCE\nAnalyst, Foo Ltd, Jan 2022 - Present\n- Reports\nClerk, Bar Ltd, Feb 2015 - Mar 2018\n- Letters\n"
    )
    flag = raised("timeline-gap", text + "\nEDUCATION\nBSc Statistics, Foo University, May 2019\n")
    assert flag is not None
    assert "from 2019-06 to 2021-12" in flag.message


WEEKS = [(34, False, "less than a full week"), (35, True, "a full one by the statistics"), (40, True, "more")]


@pytest.mark.parametrize(("hours", "expected", "reason"), WEEKS, ids=[row[2] for row in WEEKS])
def test_the_hours_from_which_two_jobs_overlap(raised: Raise, hours: int, expected: bool, reason: str) -> None:
    when = f"Jan 2019 - Dec 2020 ({hours} hours/week)"
    found = raised(
        "timeline-overlap", f"EXPERIENCE\nAnalyst, Foo Ltd, {when}\n- Reports\nClerk, Bar Ltd, {when}\n- Letters\n"
    )
    assert (found is not None) is expected, reason
    assert found is None or "24 months" in found.message


STATED = [
    (14, False, "within four years of the time since study began"),
    (15, False, "above them, and not by half of the ten years"),
    (17, True, "above both"),
]


@pytest.mark.parametrize(("years", "expected", "reason"), STATED, ids=[row[2] for row in STATED])
def test_stated_years_beyond_the_time_since_study_began(raised: Raise, years: int, expected: bool, reason: str) -> None:
    text = (
        f"SUMMARY\n{years} years of experience\n\nEXPERIENCE\nAnalyst, Foo Ltd, Jan 2020 - Present\n- Reports\n\n"
        "EDUCATION\nBSc Statistics, Foo University, 2016 - 2019\n"
    )
    assert (raised("impossible-experience", text) is not None) is expected, reason
