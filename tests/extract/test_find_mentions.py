"""What is found in a text: one table of (text, skills expected in order), each row with its reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aimatch


def found(text: str) -> list[tuple[str, str]]:
    """(skill id, quote) of the asserted skills, in order, behaviours and soft skills left out."""
    return [
        (mention.skill, mention.quote)
        for mention in aimatch.extract(text)
        if mention.kind not in ("behaviour", "soft") and mention.status == "asserted"
    ]


NAMES = [
    ("Tuned SQL Server since 2008", {"sql-server", "query-optimization"}, "a deed that ends within a longer name"),
    ("HTML/CSS/JS, SQL/PL-SQL", {"html", "css", "javascript", "sql", "pl-sql"}, "two names with a slash"),
    ("Stack: sklearn, k8s, Postgres", {"scikit-learn", "kubernetes", "postgresql"}, "common short forms"),
    ("Languages: C, C++, C#", {"c", "cpp", "csharp"}, "three languages that share a letter"),
    ("Objective-C for a legacy app", {"objective-c"}, "Objective-C is not C"),
    ("celery, redis, kafka, flask", {"celery", "redis", "kafka", "flask"}, "four do"),
    (
        "Skills: BIs, QAs, MLs, UIs",
        {"business-intelligence", "qa-engineering", "machine-learning", "ui-design"},
        "plurals of two letters",
    ),
    ("Built the UI in JavaScript", {"javascript"}, "JavaScript is not Java"),
    ("Nightly loads from SQL Server", {"sql-server"}, "the longer name wins"),
    ("Environment: Python3.10, CUDA11.8", {"python", "cuda"}, "versions glued to names"),
    ("Stack: Angular14, .NET6", {"angular", "dotnet"}, "a version glued to a name with a dot"),
    ("Frameworks: Djnago, FastAPI", {"django", "fastapi"}, "a misspelling in a list of known names"),
    ("Two winters of machine and deep learning", {"machine-learning", "deep-learning"}, "a shared head noun"),
    ("Scheduling: Air\ufb02ow", {"airflow"}, "a ligature"),
    ("EXPERT IN MACHINE LEARNING AND PYTORCH", {"machine-learning", "pytorch"}, "all capitals"),
    ("Programming: Python/R/Scala", {"python", "r", "scala"}, "slashes without spaces"),
    ("Firmware: Python; burn-in at 40 \u00b0C and 60 \u00b0 C", {"firmware", "python"}, "degrees are no language"),
    ("Tuned the Spark shuffle of a cluster of 30 nodes", {"spark"}, "an ambiguous name with its context"),
    ("ASP.NET MVC, VB.NET\nmail: dana@example.com", {"asp-net-mvc", "vb-net"}, "names that look like domains"),
    ("Bayesian models in Stan and R", {"r"}, "a single letter at the very end"),
    ("Moved the services from Python to Go", {"python", "go"}, "a short name after a preposition"),
    ("Used Keras and TensorFlow.Work history", {"keras", "tensorflow"}, "a full stop without its space"),
    ("Node.js, H2O.ai and Socket.IO", {"node-js", "h2o", "socket-io"}, "dots that belong to the name"),
    (
        "Built on Node.js20, D3.js7 and SQL Server2019",
        {"node-js", "d3-js", "sql-server"},
        "a version glued to a name of two words",
    ),
    ("Scheduled the nightly loads with Air-\nflow.", {"airflow"}, "a name divided at the end of its line"),
    ("Projects using transfer learningEDUCATION\nB.Sc.", {"transfer-learning"}, "a heading glued to the name"),
    ("B.Tech (Civil), 2019DATA SCIENTIST", {"data-science"}, "a title glued to the year before it"),
    ("Two tickets a week, service requests and go live", {"incident-management"}, "what bars a part of it: requests"),
    ("C++- 6 months\nC- 8 months\nPython- 2 years", {"cpp", "c", "python"}, "a dash glued to a letter"),
    ("Single-page app: React with TypeScript", {"react", "typescript"}, "a verb's construction, yet the library"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), NAMES, ids=[row[2] for row in NAMES])
def test_names_are_found(text: str, expected: set[str], reason: str) -> None:
    assert expected <= {skill for skill, _ in found(text)}, reason


TRAPS = [
    ("celery, redis, kafka", "celery", "three names in lower case tell nothing of how a list is written"),
    ("Wilma R. Tadlock, R&D secretary", "r", "an initial and a department"),
    ("Ready to go live; happy to go the extra mile", "go", "a verb"),
    ("I excel under pressure", "excel", "a verb"),
    ("Sous Chef, Bistro Verde", "chef", "a profession"),
    ("Volunteer: feeding of giant pandas", "pandas", "animals"),
    ("Field biologist, West Java", "java", "an island"),
    ("Sewed costumes for the Scala in Milan", "scala", "an opera house"),
    ("Crane operator, Chatham Dockyard", "docker", "a place that looks like a misspelling"),
    ("Prof. H. Pandya, Dr. L. Sparks", "pandas", "surnames are not corrected"),
    ("T E C H N I C A L   S K I L L S", "c", "letter-spaced headings"),
    ("Quick to react when a line stops", "react", "a verb"),
    ("Excel at turning strangers into teams", "excel", "a verb that opens a sentence"),
    ("Lead and excel in sales", "excel", "a verb behind another"),
    (
        "EXPERIENCE\nCook, Salt & Ember Studio, Jan 2020 - Dec 2021\n- Lunches",
        "ember-js",
        "a word of an employer's name",
    ),
    ("EXPERIENCE\nClerk, Northern Spark Labs, Jan 2020 - Dec 2021\n- Letters", "spark", "within an employer's name"),
    ("Contact: r.python@example.com", "python", "an address"),
    ("Finance lead: Oracle R12 upgrade", "r", "a release number"),
    (
        "Skills: maintenance, billing, budgets, MS Excel",
        "software-maintenance",
        "a word of every trade in a plain list",
    ),
    ("Skills: Database, Decision Support", "database-administration", "two items of a list are no joint phrase"),
]


@pytest.mark.parametrize(("text", "skill", "reason"), TRAPS, ids=[row[2] for row in TRAPS])
def test_traps_are_avoided(text: str, skill: str, reason: str) -> None:
    assert skill not in {found_skill for found_skill, _ in found(text)}, reason


def test_soft_skills_in_one_list_speak_for_each_other() -> None:
    text = "Strengths\nPunctuality, flexible, creative"
    assert {"punctuality", "flexibility", "creativity"} <= {mention.skill for mention in aimatch.extract(text)}


TECHNICAL = (
    "Stack: Python, PostgreSQL, MySQL, Docker, Kubernetes, Jenkins, nginx, FastAPI, PyTorch, Airflow\n\nExperience\n"
)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (f"{TECHNICAL}Took care of the weekly backups.", True, "the method, in a technical text"),
        ("Took care of the weekly backups.", False, "a plain word where nothing speaks for the skill"),
    ],
)
def test_a_technical_text_gives_plain_names_of_methods_their_sense(text: str, expected: bool, reason: str) -> None:
    assert ("backup-recovery" in {skill for skill, _ in found(text)}) is expected, reason


def test_no_name_goes_on_into_a_heading() -> None:
    text = "EDUCATION\nBA : Hotel Management, minor in Business Management\nSkills\nExcel, payroll"
    assert {mention.quote for mention in aimatch.extract(text)} == {"Excel"}
    assert "Data\nScience" in {mention.quote for mention in aimatch.extract("SKILLS\nPython, Data\nScience, SQL")}


@given(
    st.lists(
        st.sampled_from(
            [
                "Python",
                "R",
                "Go",
                "C++",
                "deep learning",
                "Kubernetes",
                "no",
                "\n",
                ", ",
                "- ",
                "learning",
                "\ufb02",
                "\u00ad",
                "PyTorch",
            ]
        ),
        max_size=20,
    ).map(" ".join)
)
def test_quotes_stand_in_the_text(text: str) -> None:
    mentions = aimatch.extract(text) if text.strip() else ()
    assert list(mentions) == sorted(mentions, key=lambda mention: mention.start)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.quote
        assert mention.quote


def test_the_same_text_gives_the_same_mentions() -> None:
    text = "Skills\nPython, Spark, Kafka\nExperience\nML Engineer, Acme, 2019 - 2021\n- Built models in PyTorch"
    assert aimatch.extract(text) == aimatch.extract(text)


OWN = """
[[skill]]
id = "own-beekeeping"
name = "Beekeeping"
kind = "soft"
aliases = ["care of hives"]
shows = ["(visited|checked) the hives", "swarms"]
ambiguous = [{form = "swarms", case = "any", trust = "open", never = ["swarms of (agents|drones)"]}]
source = "own"
"""


@pytest.mark.parametrize(
    ("text", "kinds", "reason"),
    [
        ("Experience\nClerk, Foo Ltd, 2018 - 2020\n- Checked the hives daily", ["behaviour"], "a deed shows the skill"),
        (
            "Experience\nClerk, Foo Ltd, 2018 - 2020\n- Moved swarms to new boxes",
            ["behaviour"],
            "so does an ambiguous form",
        ),
        ("Experience\nClerk, Foo Ltd, 2018 - 2020\n- Simulated swarms of drones", [], "which keeps its rules"),
        ("Experience\nClerk, Foo Ltd, 2018 - 2020\n- Care of hives", ["soft"], "an alias names it"),
        ("Skills\nSwarms, honey, Excel", ["soft"], "in a section of skills every form names it"),
    ],
)
def test_what_shows_a_skill_is_evidence_of_it(tmp_path: Path, text: str, kinds: list[str], reason: str) -> None:
    path = tmp_path / "own.toml"
    path.write_text(OWN, "utf-8")
    found = aimatch.extract(text, taxonomy=aimatch.load_taxonomy(path))
    assert [one.kind for one in found if one.skill == "own-beekeeping"] == kinds, reason
