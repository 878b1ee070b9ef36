"""One name in two senses within a line, and names that nothing but the job around them speaks for."""

from __future__ import annotations

import pytest

import aimatch

#: (text, the skill, which of the places of its word name it).
TWICE = [
    ("At the helm of a ferry for years; releases go out with Helm charts.", "helm", [1], "small and capital"),
    ("A chef in hospitals. Cookbooks for 200 servers in Chef.", "chef", [1], "a sentence with nothing technical"),
    (
        "Lightning hit the barn. The crop model was trained with Lightning on two GPUs.",
        "pytorch-lightning",
        [1],
        "weather",
    ),
    ("Unity of purpose, says our motto. A crane trainer built in Unity with C#.", "unity", [1], "a virtue"),
    (
        "Washed a flask in the lab, later wrote the lab's rota in Flask with SQLAlchemy.",
        "flask",
        [1],
        "against the first only",
    ),
    ("Sifted salt; rolled out updates with Salt states on Linux.", "saltstack", [1], "seasoning"),
    ("Fabric buyer for a tailor; month-end figures land in Fabric and Power BI.", "microsoft-fabric", [1], "cloth"),
    ("Tuned Spark on EMR. Taught Spark to six analysts.", "spark", [0, 1], "one sense, and both speak for themselves"),
    ("Spark, Hive, Kafka. Moved the Spark jobs to Kubernetes.", "spark", [0, 1], "a list needs no other"),
    ("Notes on java for beginners; services in Java 17.", "java", [0, 1], "one language in two hands"),
]


@pytest.mark.parametrize(("text", "skill", "meant", "reason"), TWICE, ids=[row[0] for row in TWICE])
def test_a_name_in_two_senses(text: str, skill: str, meant: list[int], reason: str) -> None:
    word = {"pytorch-lightning": "lightning", "saltstack": "salt", "microsoft-fabric": "fabric"}.get(skill, skill)
    places = [at for at in range(len(text)) if text.lower().startswith(word, at)]
    found = [m.start for m in aimatch.extract(text) if m.skill == skill]
    assert [number for number, at in enumerate(places) if at in found] == meant, reason


JOB = "EXPERIENCE\n{title}, Foo Freight, May 2021 - Aug 2023\n{lines}\n"
ITEMS = [
    ("Ops Engineer", "- Puppet on 600 hosts", "puppet"),
    ("Ops Engineer", "- Chef", "chef"),
    ("QA Engineer", "- Cypress and Cucumber", "cypress"),
    ("Web Developer", "- Spring", "spring"),
    ("Data Analyst", "- R", "r"),
    ("Site Reliability Engineer", "- Consul, Nomad", "consul"),
]


@pytest.mark.parametrize(("title", "lines", "skill"), ITEMS)
def test_an_item_of_a_technical_job_is_the_technology(title: str, lines: str, skill: str) -> None:
    assert skill in {m.skill for m in aimatch.extract(JOB.format(title=title, lines=lines))}


NO_ITEMS = [
    ("Pastry Cook", "- Chef", "chef"),
    ("Hotel Manager", "- Express lunches", "express-js"),
    ("Nurse", "- Glue", "aws-glue"),
    ("Systems Engineer", "- Spring cleaning of the depot", "spring"),
    ("Systems Engineer", "- Storm damage", "apache-storm"),
]


@pytest.mark.parametrize(("title", "lines", "skill"), NO_ITEMS)
def test_an_item_of_another_trade_or_a_longer_phrase_is_none(title: str, lines: str, skill: str) -> None:
    assert skill not in {m.skill for m in aimatch.extract(JOB.format(title=title, lines=lines))}


def test_a_given_name_before_a_surname_is_a_person() -> None:
    text = "Julia Sandford, statistician. Rewrote the sampler in Julia."
    assert [m.start for m in aimatch.extract(text) if m.skill == "julia"] == [text.rindex("Julia")]


PERSONS = [
    ("Java Roberts\n12 Elm Street, Leeds\n\nExperience\nNurse, City Hospital", "a family name among the plain words"),
    ("Mentored by Julia Hartmann and Jasper Rust.", "a given and a family name that are both skills"),
    ("References: Java Richardson (manager)", "a known family name behind a given one"),
    ("Reporting to Rust Cohle, I kept the files.", "any family name behind what persons stand behind"),
    ("Referee 1: Kotlin Berg, Head of Sales", "a numbered one"),
    ("Flask, Marcus - invoice clerk", "the family name first"),
    ("Rust, J. and Weber, K. (2020). On soil.", "an initial in a bibliography"),
]


@pytest.mark.parametrize(("text", "reason"), PERSONS)
def test_a_technology_beside_the_other_name_of_a_person_is_none(text: str, reason: str) -> None:
    assert not [m for m in aimatch.extract(text) if m.kind == "technology"], reason


NO_PERSONS = [
    ("Skills: Julia, Rust, Python", {"julia", "rust", "python"}),
    ("Languages: Java Kotlin Scala Ruby Rust", {"java", "kotlin", "scala", "ruby", "rust"}),
    ("Skills: Java, Ruby, J. Python", {"java", "ruby", "python"}),
    ("Reporting to Java Lead, I built apps in Python.", {"java", "python"}),
    ("Managed by Jenkins Pipelines", {"jenkins"}),
]


@pytest.mark.parametrize(("text", "skills"), NO_PERSONS)
def test_technologies_beside_each_other_are_no_persons(text: str, skills: set[str]) -> None:
    assert skills <= {m.skill for m in aimatch.extract(text)}


VERSIONED = [
    ("Shop front in Vue3, built by Vite4.", "vue-js", True),
    ("Jobs moved to Spark3.4.", "spark", True),
    ("Sat in the Spring2024 seminar.", "spring", False),
]


@pytest.mark.parametrize(("text", "skill", "meant"), VERSIONED)
def test_a_version_glued_on_makes_a_name(text: str, skill: str, meant: bool) -> None:
    assert (skill in {m.skill for m in aimatch.extract(text)}) == meant


def test_a_certificate_names_its_technology_too() -> None:
    found = {m.skill for m in aimatch.extract("Passed the Google Cloud Professional Data Engineer exam.")}
    assert {"google-cloud", "gcp-data-engineer"} <= found
