"""Deeds: a verb joined with its object over free words, and nothing else."""

from __future__ import annotations

from itertools import pairwise

import pytest

import aimatch
from aimatch import data

DEEDS = data.table("language/deeds")["deed"]


def stated(text: str) -> set[str]:
    """The skills that a text states, as asserted."""
    return {m.skill for m in aimatch.extract(text) if not m.is_behaviour and m.status == "asserted"}


@pytest.mark.parametrize(
    "deed", DEEDS, ids=lambda deed: f"{deed['skill']}: {deed['verbs'][0]} ... {deed['objects'][0]}"
)
def test_each_deed_is_of_a_known_skill_and_its_examples_hold(deed: dict[str, list[str]]) -> None:
    assert aimatch.load_taxonomy().find(str(deed["skill"])) is not None
    assert deed["examples"]
    assert [text for text in deed["examples"] if deed["skill"] not in stated(text)] == []
    assert [text for text in deed.get("counter_examples", ()) if deed["skill"] in stated(text)] == []


@pytest.mark.parametrize(
    ("text", "quote", "reason"),
    [
        ("Managed a shift of nine workers.", "Managed a shift of nine workers", "from the verb to its object"),
        ("MANAGED 14 RETAIL EMPLOYEES", "MANAGED 14 RETAIL EMPLOYEES", "capitals and figures between"),
        ("Managed nine new\nshop workers.", "Managed nine new\nshop workers", "over the end of a line"),
        ("Managed a $1.5M travel budget.", "Managed a $1.5M travel budget", "an amount of money between"),
        ("Supported over 1,200 end users.", "Supported over 1,200 end users", "a number with a comma between"),
        (
            "Skilled at gathering, sorting and plotting datasets.",
            "gathering",
            "verbs that share the object behind them",
        ),
        ("Collects, sorts and shares noise data.", "Collects", "verbs with the same ending"),
    ],
)
def test_a_deed_is_quoted_to_the_letter(text: str, quote: str, reason: str) -> None:
    assert quote in {m.quote for m in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Managed invoices. Employees were paid weekly.", "people-management", "the sentence ends between"),
        ("Managed invoices, employees were paid weekly.", "people-management", "the clause ends between"),
        ("Managed 12, employees were paid weekly.", "people-management", "the clause ends behind a number"),
        ("Managed\n\nemployees", "people-management", "a blank line between"),
        ("Managed the long and winding road of our own kind employees", "people-management", "too far apart"),
        ("Managed the invoices for employees", "people-management", "a preposition parts them"),
        ("Employees managed", "people-management", "the object stands before the verb"),
        ("Projects handled\nProject: loom driver", "project-management", "its object stands in front, another behind"),
        ("Paid the partners, and visited two teams", "collaboration", "a noun before another verb"),
        ("Gathering, new tools, datasets", "data-collection", "items of a list"),
    ],
)
def test_what_is_apart_is_no_deed(text: str, skill: str, reason: str) -> None:
    assert skill not in stated(text), reason


def test_a_deed_leaves_what_is_found_already() -> None:
    spans = sorted(
        (m.start, m.end)
        for m in aimatch.extract("Managed scrum teams, trained ten staff and led two crews of riggers.")
        if not m.is_behaviour
    )
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_a_skill_between_verb_and_object_is_another_one() -> None:
    found = {m.skill: m.status for m in aimatch.extract("Worked with the data science team on stock forecasts.")}
    assert (found["collaboration"], found["data-science"]) == ("asserted", "other-person")


@pytest.mark.parametrize(
    ("text", "quotes", "reason"),
    [
        ("Trained 20 manual testers.", {"Trained 20"}, "persons named by their skill are trained all the same"),
        ("Led front-end developers.", set(), "nothing but the verb is left, which is a word of its own"),
        ("Trained test automation, testers waited.", set(), "the persons stand in another clause"),
        ("Managed dashboards for data scientists.", set(), "a preposition parts them"),
    ],
)
def test_a_skill_may_be_the_name_of_the_persons(text: str, quotes: set[str], reason: str) -> None:
    found = {
        m.quote for m in aimatch.extract(text) if m.via == "phrase" and aimatch.load_taxonomy()[m.skill].kind == "soft"
    }
    assert found == quotes, reason


@pytest.mark.parametrize(
    ("text", "skill", "stands", "reason"),
    [
        (
            "Presented the sales figures to the board.",
            "presentation",
            True,
            "an object of the kind in front of the preposition",
        ),
        ("2015 - Present\nSales of shoes", "presentation", False, "no preposition between"),
        ("Set the sales strategy of a bakery.", "strategic-planning", True, "no other skill between"),
        ("Defined the sharding strategy.", "strategic-planning", False, "another skill between"),
    ],
)
def test_what_must_and_must_not_stand_between(text: str, skill: str, stands: bool, reason: str) -> None:
    assert (skill in stated(text)) is stands, reason
