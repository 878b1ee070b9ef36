"""keyword-stuffing: repetition beyond a normal skills section, and lists that nobody has read over."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import aimatch
from aimatch.model import Flag

Raise = Callable[..., Flag | None]

TOOLS = "Python, PyTorch, TensorFlow, Keras, LLM, RAG, LangChain, Docker, Kubernetes, MLflow, Airflow, Spark"
CLIENTS = "".join(
    f"Engineer, Client {name}, 20{n} - 20{n + 2}\n- Delivered value\nEnvironment: {TOOLS}\n"
    for n, name in enumerate("ABCD", 14)
)
JOB = "EXPERIENCE\nAssistant, Copy Corner, Jan 2021 - Present\n- Photocopying\n\n"
STUFFED = (
    "SKILLS\nDocker, docker, DOCKER, neural networks, Neural Networks, SQL, ETL, SQL/ETL, data pipelines, Kubernetes, kubernetes, "
    "SQL, ETL, Docker, SQL, ETL, Spark, spark, BigQuery, streaming, SQL, Docker, ETL, neural networks\n"
)
WORDS = "Budget, Phones, Fax, Filing, Letters, Mail, Minutes, Orders, Stock, Tills, Tools, Trucks, Vans, Wages, Welding, Windows"
ITEMS = sorted(f"{word}{kind}" for word in WORDS.split(", ") for kind in ("ist", "ology", "ward", "wright"))
LONG = ", ".join(ITEMS)
GROUPS = ", ".join(["React", "Redux", "HTML", "ES6", *reversed(ITEMS), "HTML", "React", "ES6", "Redux"])

TAGS = "#Robots #RPA #Bots #NoCode #Automation #UiPath #Efficiency #Oslo"

ASKED = [
    (JOB + STUFFED, "caution", "the same few names again and again"),
    (
        JOB + f"SKILLS\n{LONG}, client, clients, network, networks, server, servers, invoice, invoices\n",
        "info",
        "some stand twice",
    ),
    (f"SKILLS\n{LONG}\n\n{JOB}SKILLS\n{LONG}, more\n", "info", "the same list twice"),
    (
        JOB
        + "SKILLS\n"
        + "".join(f"        {left}, {right}\n" for left, right in zip(ITEMS[::2], ITEMS[1::2], strict=True))
        + f"\nSKILLS\n{LONG}\n",
        "info",
        "the same list twice, once broken over lines",
    ),
    (
        JOB
        + "SKILLS\n"
        + ", ".join(
            f"{way} {what}"
            for way in ("test", "writing", "running", "manual", "system", "case")
            for what in ["plans", "suites", "scripts", "reports", "cases", "runs", "tools", "data", "logs", "sheets"]
        )
        + "\n",
        "info",
        "sixty names made of sixteen words",
    ),
    (
        JOB + "SKILLS\n" + " ".join(f"{name} {name}" for name in TOOLS.split(", ")) + "\n",
        "caution",
        "each name twice running",
    ),
    (
        JOB + "SKILLS\n" + ", ".join(TOOLS.split(", ") + TOOLS.split(", ")[:4] * 2) + "\n",
        "caution",
        "four names three times each, among others",
    ),
    (JOB + f"KEYWORDS\n{TOOLS}, Kafka, Scala, dbt, Terraform\n", "info", "its heading says what it is for"),
    (JOB + f"\n{TAGS}\n", "info", "a row of hashtags"),
    (JOB + f"\n{TAGS} #NoCode #Robots #NoCode #Robots\n", "caution", "a row of hashtags that repeats itself"),
    (JOB + f"\n{TAGS.replace(' ', ', ')}\n", "info", "hashtags between commas"),
    (
        JOB
        + "SEO: robot coach Oslo, robot coach Bergen, robotics expert, bot builder, RPA guru, RPA expert, RPA Oslo, best bots\n",
        "info",
        "a line that says that it is for a search",
    ),
    (
        JOB
        + "tags: Python PyTorch TensorFlow Keras LLM RAG LangChain Docker Kubernetes MLflow Airflow Spark Kafka Scala dbt\n",
        "info",
        "names behind such a label, without commas",
    ),
]
NOT_ASKED = [
    (
        JOB
        + "SKILLS\nPython, SQL, Spark, Airflow, Docker, Kubernetes, Git, Linux, Java, Scala, Kafka, dbt, Terraform\n",
        "a normal list",
    ),
    (
        JOB
        + "SKILLS\nLanguages: Python, SQL\nLibraries: pandas, NumPy\n\nPROJECTS\nShop forecast: Python, SQL, pandas\n"
        "Leaf photos: Python, PyTorch, NumPy\n",
        "the tools of each project",
    ),
    (
        JOB
        + "- M3 Java, M3 interfaces, M3 reports, M3 ERP upgrades, M3 security, ERP testing, ERP training, ERP rollouts\n",
        "eight things",
    ),
    (
        JOB + "".join(f"- {tool} of Movex ERP\n" for tool in ("Java", "SQL", "DB2", "Git", "Python", "Docker")),
        "one name that is two skills, of six things",
    ),
    (JOB + f"SKILLS\n{LONG}, client, clients\n", "a long list with one slip"),
    (JOB + f"SKILLS\n{GROUPS}\n", "the tools of several fields, each in its own order"),
    (
        "SKILLS\n"
        + " ".join(
            f"In {year} I built the whole shop of a customer who sold bicycles and repaired them himself, wrote the code of its cart and "
            "of whatever else he asked for, explained all of that to him at length. Stack: React, Redux, JS, HTML, CSS, Git."
            for year in range(2001, 2021)
        ),
        "a text without line breaks, in which the work follows the list",
    ),
    (
        f"HIGHLIGHTS\n{', '.join(ITEMS[:30])}\n\n{JOB}SKILLS\n{', '.join(ITEMS[5:])}\n",
        "a few of a list are put first",
    ),
    (JOB + "KEYWORDS\nPython, SQL, Docker\n", "a few words for an archive"),
    (JOB + "- Ran the channel of the shop: #copycorner #print #oslo\n", "the hashtags of some work"),
    (JOB + "- Issues #4711, #4712, #4713, #4714, #4715, #4716, #4717, #4718, #4719 closed\n", "numbers"),
    (
        JOB
        + "PUBLICATIONS\nPaper folds in the cold. 2022.\nKeywords: paper, folds, cold, ink, Python, SQL, toner, drums, heat\n",
        "what a paper is about",
    ),
    (JOB + "Tags: Python, Flask, SQL\n", "a few tags"),
    (JOB + f"SKILLS\n{TOOLS}, PyTorch, Docker, Python\n", "a list with three slips"),
    (f"SKILLS\n{TOOLS}\n\nEXPERIENCE\n{CLIENTS}", "the tools of each job are listed, and not told"),
]


@pytest.mark.parametrize(("text", "severity", "reason"), ASKED, ids=[row[2] for row in ASKED])
def test_asked(raised: Raise, text: str, severity: str, reason: str) -> None:
    flag = raised("keyword-stuffing", text)
    assert flag is not None, reason
    assert flag.severity == severity


@pytest.mark.parametrize(("text", "reason"), NOT_ASKED, ids=[row[1] for row in NOT_ASKED])
def test_not_asked(raised: Raise, text: str, reason: str) -> None:
    assert raised("keyword-stuffing", text) is None, reason


def test_words_that_join_are_not_what_a_list_repeats() -> None:
    heads = ["network", "windows", "server", "office", "mail"]
    tails = [
        "setup and care",
        "tests and logs",
        "users and groups",
        "plans and costs",
        "audits and rules",
        "moves and adds",
    ]
    names = [f"{head} {tail}" for head in heads for tail in tails] * 2 + ["chess", "tea"]
    report = aimatch.score(
        "SKILLS\n" + ", ".join(names) + "\n\nEXPERIENCE\nClerk, Foo Ltd, Mar 2020 - Present\n- Filed\n"
    )
    messages = [flag.message for flag in report.flags if flag.id == "keyword-stuffing"]
    assert messages
    assert "network" in messages[0]
    assert "and (" not in messages[0]
