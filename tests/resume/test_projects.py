"""Projects: dated or not, in their own section or within the experience."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from aimatch.model import Resume

Read = Callable[[str], Resume]


def test_each_entry_of_the_section_is_a_project(read: Read) -> None:
    text = "PROJECTS\nSong finder, Jan 2019 – May 2019\n- Python\nRoute planner\n- Rust\nSKILLS\nSQL"
    first, second = read(text).projects
    assert (first.title, first.start) == ("Song finder", date(2019, 1, 1))
    assert text[first.text_start : first.text_end] == "Song finder, Jan 2019 – May 2019\n- Python"
    assert text[second.text_start : second.text_end] == "Route planner\n- Rust"


def test_a_section_without_entries_is_one_project(read: Read) -> None:
    (project,) = read("PROJECTS\nTransformer based question\nanswering chatbot").projects
    assert project.start is None


def test_the_rest_of_an_item_is_no_project(read: Read) -> None:
    text = "PROJECTS\nTracer\n• A kit for services with built-in\nOpenTelemetry export.\n• Used by six teams."
    assert [project.title for project in read(text).projects] == ["Tracer"]


def test_a_project_s_name_may_stand_above_its_date(read: Read) -> None:
    text = (
        "PROJECTS\nOpenFoo - a free kit\nFoo University | 2019 - 2021\nIt reads things.\n\n"
        "Barfinder\nBar Institute | 2015 - 2018\nIt finds things."
    )
    found = [(project.title, project.start, project.text_start) for project in read(text).projects]
    assert found == [
        ("OpenFoo - a free kit", date(2019, 4, 1), text.index("OpenFoo")),
        ("Barfinder", date(2015, 4, 1), text.index("Barfinder")),
    ]


ON_OWN_ACCOUNT = [
    ("PROJECT HISTORY (freelance DevOps engineer)", "2022/03 – 2022/08  Foo client: runners\n2022/06 – 2022/11  Foo bank: modules"),
    ("FREELANCE PROJECTS", "Mar 2022 – Aug 2022: Utility company, streams\nSep 2022 – Nov 2022: Car maker, jobs"),
    ("PROJEKTLISTE (freiberuflich)", "03/2022 - 08/2022 Versicherung: Dienste\n10/2022 - 11/2022 Bank: Betrieb"),
    ("SELECTED ASSIGNMENTS", "2022/03 – 2022/08 Hospital: reports\n2022/09 – 2022/11 School board: charts"),
    ("CLIENT ENGAGEMENTS", "2022-03 to 2022-08  Bank: tuning\n2022-09 to 2022-11  Airline: upgrade"),
]  # fmt: skip
EXERCISES = ["PROJECTS", "PROJECT HISTORY (hobby)", "UNIVERSITY PROJECTS", "PERSONAL PROJECTS"]


@pytest.mark.parametrize(("heading", "body"), ON_OWN_ACCOUNT, ids=[row[0] for row in ON_OWN_ACCOUNT])
def test_projects_done_on_ones_own_account_are_work(read: Read, heading: str, body: str) -> None:
    positions = read(f"{heading}\n{body}\n").positions
    assert [one.start.month for one in positions if one.start][0:1] == [3]
    assert len(positions) == 2


@pytest.mark.parametrize("heading", EXERCISES)
def test_other_projects_with_dates_are_none(read: Read, heading: str) -> None:
    resume = read(f"{heading}\n2022/03 – 2022/08 Telescope: Arduino\n2022/09 – 2022/11 Chat app: Kotlin\n")
    assert resume.positions == ()


LISTED = [
    ("1. Chat with manuals: answers in Python\n2. Mask finder: a network in Keras", "numbers"),
    ("1) Chat with manuals\nAnswers questions, in Python.\n2) Mask finder\nFinds masks.", "numbers, with lines of their own below"),
    ("Chat with manuals: answers in Python\nMask finder: a network in Keras", "a description behind each name"),
    ("Chat with manuals: answers in Python\n\nMask finder: a network in Keras", "a blank line between"),
    ("- Chat with manuals - answers in Python\n- Mask finder - a network in Keras", "bullets and dashes"),
]  # fmt: skip
ONE_PROJECT = [
    ("Chat with manuals: answers in Python\nRole: developer\nTechnologies: Flask", "labels of its entry"),
    ("Chat with manuals: answers in Python\n- Retrieval: BM25\n- Model: a small one", "what its items say"),
    ("Chat with manuals\nRetrieval: BM25 over pages", "the first line is built in another way"),
]


@pytest.mark.parametrize(("body", "why"), LISTED, ids=[row[1] for row in LISTED])
def test_projects_listed_one_a_line_are_each_one(read: Read, body: str, why: str) -> None:
    found = read(f"PROJECTS\n{body}\n\nEDUCATION\nBSc Physics, 2020").projects
    assert [project.title for project in found] == ["Chat with manuals", "Mask finder"], why


@pytest.mark.parametrize(("body", "why"), ONE_PROJECT, ids=[row[1] for row in ONE_PROJECT])
def test_what_belongs_to_a_project_is_no_further_one(read: Read, body: str, why: str) -> None:
    assert [project.title for project in read(f"PROJECTS\n{body}").projects] == ["Chat with manuals"], why
