"""How strongly a place shows a skill, and the months of work in it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

import aimatch
from aimatch.evidence import STRENGTHS, gather, ml_skills, months_in
from aimatch.model import CareerEvidence

AS_OF = date(2026, 11, 1)
JOB = "Experience\nML Engineer, Acme Corp, Jan 2019 - Dec 2021\n"


def evidence(text: str) -> CareerEvidence:
    return gather(aimatch.read(text), aimatch.load_taxonomy(), as_of=AS_OF)


STRENGTH = [
    ("Skills: Python, Kafka", "kafka", "listed", "a list of skills"),
    ("Summary\nStrong in Kafka and Python.", "kafka", "listed", "a claim in a summary"),
    ("Summary\nBuilt pricing services on Kafka.", "kafka", "project", "a deed told in a summary"),
    ("Education\nBSc Physics, 2014 - 2018, thesis with PyTorch", "pytorch", "studied", "in the education"),
    ("Projects\nOyster counter\n- Fine-tuned YOLO on 3,400 photos", "yolo", "project", "a project that tells"),
    ("Projects\nOyster counting with PyTorch", "pytorch", "project", "a project told by its title"),
    ("Projects\nSentiment analysis using\nPyTorch.", "pytorch", "project", "what was made and what with"),
    ("Projects\nSentiment analysis, PyTorch, Kafka", "pytorch", "listed", "names of skills alone"),
    ("Projects\nTitanic survival with PyTorch", "pytorch", "studied", "an exercise"),
    (JOB + "- Trained PyTorch models of oyster growth", "pytorch", "work", "a job that tells"),
    (JOB + "- Cut the oyster losses by 14 % with PyTorch", "pytorch", "outcome", "a measured result"),
    (
        JOB + "- Responsible for PyTorch, AWS and Kafka\n- Involved in production 24/7",
        "pytorch",
        "listed",
        "no account",
    ),
    (
        JOB + "- Leveraged PyTorch to provide end-to-end solutions aligned with the business vision",
        "pytorch",
        "listed",
        "promotion is no account",
    ),
    (
        JOB + "- Counted oysters on photos for growers\nEnvironment: PyTorch, Kafka",
        "kafka",
        "work",
        "what a telling job lists was used in it",
    ),
    (
        JOB + "- Delivered AI solutions, utilised PyTorch as and when required, across the full lifecycle",
        "pytorch",
        "listed",
        "what any posting says is no account",
    ),
    (
        JOB + "- Counted oysters on photos for growers\n- Pioneered a next-generation fabric with PyTorch",
        "pytorch",
        "listed",
        "a boast within a job that tells of other things",
    ),
    (JOB + "- Building OCR models for the labels of old jars", "ocr", "work", "a narrow method that was made"),
    (JOB + "- Creation of chatbots using PyTorch", "pytorch", "work", "what it was made with"),
    (JOB + "- Delivered AI solutions using PyTorch", "pytorch", "listed", "a field as a whole is no account"),
    (JOB + "- Building cutting-edge OCR models", "ocr", "listed", "promotion is none either"),
    (
        JOB + "- Used OCR, chatbots, Kafka, Spark, Docker, Airflow, PyTorch",
        "ocr",
        "listed",
        "a list is none, whatever verb opens it",
    ),
    (
        JOB + "- Building OCR models\n- Responsible for Kafka",
        "kafka",
        "listed",
        "what was made tells of its own sentence only",
    ),
    ("Experience\nPyTorch Developer, Acme Corp, Jan 2019 - Dec 2021", "pytorch", "work", "what a job is called by"),
    (
        "Experience\nChatbot Developer, Acme Corp, Jan 2019 - Dec 2021",
        "chatbots",
        "listed",
        "a method is a word of the title",
    ),
    ("Activities\nMachine learning with PyTorch", "pytorch", "studied", "courses stand among activities"),
    ("Activities\nBuilt an oyster counter in PyTorch", "pytorch", "project", "deeds too"),
    (JOB + "- 06/2019: PyTorch and Kafka, until 11/2020", "pytorch", "listed", "dates are no figures of the work"),
    ("What I do\n- Agentic AI, PyTorch and vision roadmaps", "pytorch", "listed", "names under a heading of work"),
    ("What I do\n- Count oysters with PyTorch for nine growers", "pytorch", "project", "the same, told"),
    (JOB + "- Gave 12 keynotes on generative AI for growers", "generative-ai", "studied", "spoken about, not used"),
    (
        JOB + "- Counted oysters on photos for growers. I finished Acme Academy's Kafka course.",
        "kafka",
        "studied",
        "a course, told in the midst of a job",
    ),
    (
        JOB + "- Counted oysters on photos for growers, conversant with Kafka and Spark",
        "kafka",
        "listed",
        "acquaintance is a claim, also at work",
    ),
    (
        JOB + "- Counted oysters on photos for growers. In my spare time I sort them with PyTorch.",
        "pytorch",
        "project",
        "done at home",
    ),
    (
        "Experience\nQA Analyst, Acme Corp, Jan 2019 - Dec 2021\n- Wrote 600 test cases for claims of growers\n"
        "- Environment: Jira, Kafka, PyTorch",
        "pytorch",
        "listed",
        "AI in the tool line of a job that tells of none",
    ),
    (
        "Experience\nQA Analyst, Acme Corp, Jan 2019 - Dec 2021\n- Wrote 600 test cases for claims of growers\n"
        "- Environment: Jira, Kafka, PyTorch",
        "kafka",
        "work",
        "other tools of that line are believed",
    ),
]


@pytest.mark.parametrize(("text", "skill", "strength", "why"), STRENGTH, ids=[row[3] for row in STRENGTH])
def test_the_place_and_its_account_decide_the_strength(text: str, skill: str, strength: str, why: str) -> None:
    assert evidence(text).skills[skill].strength == strength, why


@given(st.lists(st.sampled_from([row[0].split("\n")[-1] for row in STRENGTH]), min_size=1, max_size=5))
def test_more_lines_never_weaken_a_skill(lines: list[str]) -> None:
    first = JOB + "- Trained PyTorch models of oyster growth\n"
    alone, longer = evidence(first), evidence(first + "\n".join(lines))
    for id_, one in alone.skills.items():
        assert STRENGTHS.index(longer.skills[id_].strength) >= STRENGTHS.index(one.strength), id_


MONTHS = [
    (JOB + "- Trained PyTorch models of oyster growth", 36, 36, "the heading names the field, the text tells"),
    (JOB + "- Responsible for PyTorch and TensorFlow", 36, 0, "named, not told"),
    (
        "Experience\nTechnician, Acme Corp, Jan 2019 - Dec 2021\n- Put a chat page with the OpenAI API on the intranet",
        0,
        0,
        "one passing mention does not make a job in the field",
    ),
    ("Experience\nTechnician, Acme Corp, Jan 2019 - Dec 2021\n- Printers", 0, 0, "other work"),
    (
        "Experience\nTechnician, Acme Corp, Jan 2019 - Dec 2021\n- Repaired 900 printers of growers. At home I run a small Llama on an "
        "old PC and tried LangChain with it. I took a machine learning course and a deep learning course.",
        0,
        0,
        "study and play beside a job are no months of it",
    ),
]


@pytest.mark.parametrize(("text", "held", "told", "why"), MONTHS, ids=[row[3] for row in MONTHS])
def test_months_of_a_field(text: str, held: int, told: int, why: str) -> None:
    known = evidence(text)
    wanted = ml_skills(aimatch.load_taxonomy())
    assert months_in(known.resume, known.skills, wanted, AS_OF) == held == known.ml_months, why
    assert months_in(known.resume, known.skills, wanted, AS_OF, told=True) == told, why


ML_WORK = [
    ("Analyst Intern, Acme Corp, Jan 2019 - Dec 2021\n- Building OCR models of jar labels", 36, "one method, and nothing else"),
    ("Backend Developer, Acme Corp, Jan 2019 - Dec 2021\n- Java, Spring, Hibernate, Oracle, JUnit, Kafka, gRPC, Grafana\n"
     "- Calls a CatBoost model of the data science group", 0, "two among many others"),
    ("Technician, Acme Corp, Jan 2019 - Dec 2021\n- Put a chat page with the OpenAI API on the intranet", 0, "a single tool"),
    ("Sales Manager, Acme Corp, Jan 2019 - Dec 2021\n- Forecasting for the shops", 0, "of another trade too"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "months", "why"), ML_WORK, ids=[row[2] for row in ML_WORK])
def test_a_position_is_ml_work_by_its_part_of_what_is_named(entry: str, months: int, why: str) -> None:
    assert evidence(f"Experience\n{entry}").ml_months == months, why


def test_seasons_under_one_heading_share_what_it_tells() -> None:
    text = "Experience\nData Engineer, Acme Fisheries: Mar 2021 - Aug 2021 and Mar 2022 - Aug 2022\n- Trained PyTorch models of the catch for nine skippers"
    assert evidence(text).skills["pytorch"].months == 12
