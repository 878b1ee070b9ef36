"""Counterfactual swaps: what is found and exchanged, that no number moves, and that one that moves is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import aimatch
from aimatch.audit.swaps import _moved, audit_swaps
from aimatch.data import table
from aimatch.taxonomy import load_taxonomy

AS_OF = date(2026, 11, 1)
PERSON = """Mr. Otto Bauer
12 Elm Street, Springfield, IL 62704 | otto.bauer@example.com | +1 555 010 2030
linkedin.com/in/otto-bauer
Date of birth: 12 May 1958 | Nationality: Austrian | Marital status: married
Age: 68, two children, he/him
Photo: enclosed

Summary
Otto Bauer is a data engineer. He led a team of five, and his reports went to the board.

Experience
Chairman, Data Club, Jan 2021 - Dec 2022
- Built ETL pipelines in Python and Airflow; Ms. Lund gave him the SQL, MS Office was hers

Education
BSc Computer Science, University of Graz, 2012 - 2016
Diploma, Polytechnic of Linz, 2010

Skills
Python, SQL, Ms Office
"""


def made(text: str) -> dict[str, dict[str, str]]:
    """What the first swap of each kind replaces."""
    found: dict[str, dict[str, str]] = {}
    for one in audit_swaps(text.encode(), as_of=AS_OF).swaps:
        found.setdefault(one.kind, {row.quote: row.by for row in one.replacements})
    return found


def test_who_somebody_is_is_found_and_exchanged() -> None:
    found = made(PERSON)
    assert found["name"] == {"Otto Bauer": "Greta Lindholm"}
    assert set(found["contact"]) == {
        "12 Elm Street, Springfield, IL 62704", "otto.bauer@example.com", "+1 555 010 2030", "linkedin.com/in/otto-bauer",
    }  # fmt: skip
    assert set(found["personal"]) == {
        "12 May 1958", "Austrian", "married", "68", "two children", "he/him", "enclosed",
    }  # fmt: skip
    assert found["gender"] == {
        "Mr": "Ms", "he": "she", "him": "her", "He": "She", "his": "her", "Chairman": "Chairwoman",
    }  # fmt: skip
    assert found["school"] == {"Graz": "Valmora", "Linz": "Brookvale"}
    assert list(found)[-1] == "all"
    assert found["all"].items() >= found["name"].items(), "of each kind the first swap"


def test_no_number_moves() -> None:
    audit = audit_swaps(PERSON.encode(), as_of=AS_OF)
    assert audit.identical, [one for one in audit.swaps if one.moved]
    assert len(audit.swaps) > len({one.kind for one in audit.swaps}) > 5
    assert dict(audit.not_made) == {"photo": "no picture was found"}
    for one in audit.swaps:
        assert all(PERSON[row.start : row.end] == row.quote for row in one.replacements)
    assert audit.coverage == aimatch.score(PERSON, as_of=AS_OF).coverage
    assert list(audit.to_frame()["moved"]) == [0] * len(audit.swaps)


def test_the_other_gender_becomes_the_one() -> None:
    text = PERSON.replace("Mr. Otto", "Mrs. Anna").replace("Chairman", "Chairwoman")
    text = text.replace("He led", "She led").replace("his reports", "her reports").replace("gave him", "gave her")
    masculine = next(one for one in audit_swaps(text.encode(), as_of=AS_OF).swaps if one.into == "masculine")
    assert [(row.quote, row.by) for row in masculine.replacements] == [
        ("Mrs", "Mr"), ("She", "He"), ("her", "his"), ("Chairwoman", "Chairman"), ("Ms", "Mr"), ("her", "him"), ("hers", "his"),
    ]  # fmt: skip
    assert not masculine.moved


def test_what_is_not_found_is_told() -> None:
    audit = audit_swaps("Skills\nPython, SQL\n", as_of=AS_OF)
    assert audit.swaps == ()
    assert [kind for kind, _ in audit.not_made] == ["name", "gender", "contact", "personal", "school", "photo"]
    assert audit.identical


NO_NAMES = ["Data Engineer", "Concrete Construction", "Acme Systems Ltd", "Python, Kafka", "Senior Java Developer"]


@pytest.mark.parametrize("line", NO_NAMES)
def test_a_title_or_a_firm_is_no_name(line: str) -> None:
    assert "name" not in made(f"{line}\n\nExperience\nEngineer, Foo, Jan 2020 - Dec 2021\n- Wrote SQL\n")


def test_a_number_that_moves_is_told_with_what_it_rested_on(tmp_path: Path) -> None:
    # A method that is called like one of the names that are put in: a name that is a skill's, as far as anyone can tell.
    own = tmp_path / "own.toml"
    own.write_text(
        '[[skill]]\nid = "lindholm"\nname = "Lindholm"\nkind = "method"\nsource = "invented"\nexamples = ["Built it by Lindholm."]\n',
        "utf-8",
    )
    taxonomy = load_taxonomy(own)
    role = {"id": "r", "requirements": [{"id": "a", "skills": ["lindholm"]}, {"id": "b", "skills": ["python"]}]}
    audit = audit_swaps(PERSON, role, as_of=AS_OF, taxonomy=taxonomy)
    assert not audit.identical
    moved = next(one for one in audit.swaps if one.into == "Greta Lindholm").moved
    rows = {(row.number, row.id): row for row in moved}
    assert rows["coverage", ""].before != rows["coverage", ""].after
    assert any("Lindholm" in quote for quote in rows["requirement", "a"].gained)
    assert rows["skill", "lindholm"].before == "not found"
    assert ("requirement", "b") not in rows
    shown = audit.to_text()
    assert "moved numbers" in shown
    assert "Lindholm" in shown


def test_the_data_that_is_put_in_is_invented_and_varied() -> None:
    swaps = table("language/swaps")
    lists = [swaps["names"]["with"], swaps["schools"]["with"], *(row["with"] for row in swaps["personal"])]
    lists += [swaps["contact"][name] for name in ("mails", "phones", "links", "places")]
    assert all(len(set(one)) > 1 for one in lists)
    assert all("example." in mail for mail in swaps["contact"]["mails"])


EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "resumes").iterdir())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_bundled_resumes_are_fair(path: Path) -> None:
    try:
        audit = audit_swaps(path, as_of=AS_OF)
    except aimatch.ReadError:
        assert path.name == "oskar-lindqvist.pdf"  # broken on purpose
        return
    assert audit.identical, [one for one in audit.swaps if one.moved]
    assert {"name", "contact"} <= {one.kind for one in audit.swaps}


MOVES = [
    {"coverage": 0.0}, {"low": 0.0}, {"high": 1.0}, {"experience_months": 7}, {"ml_months": 7}, {"degree": "phd"},
    {"missing_musts": ("a",)},
]  # fmt: skip


@pytest.mark.parametrize("change", MOVES, ids=lambda change: ", ".join(change))
def test_each_number_of_a_report_is_compared(change: dict[str, object]) -> None:
    before = aimatch.score(PERSON, as_of=AS_OF)
    assert not list(_moved(before, before))
    assert [one.number for one in _moved(before, replace(before, **change))] == list(change)  # type: ignore[arg-type]
