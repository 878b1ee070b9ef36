"""The kinds of the model are those of the data: a set of kinds in the code that names another one is found by the types."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from aimatch import data
from aimatch.model import DEGREE_NAMES, DEGREES, BreakReason, PositionKind, SectionKind
from aimatch.outputs.wording import DEGREE_LABELS
from aimatch.resume.experience import PAID
from aimatch.resume.rules.degrees import RANK
from aimatch.resume.rules.headings import headings

HEADINGS = data.table("language/headings")
POSITIONS = data.table("language/positions")

HELD = [
    (SectionKind, headings().kinds.values(), "the headings"),
    (SectionKind, HEADINGS["cores"], "their words"),
    (SectionKind, HEADINGS["hints"], "words that hint at them"),
    (SectionKind, HEADINGS["priority"], "their order"),
    (
        SectionKind,
        [one for kinds in data.table("language/strength")["sections"].values() for one in kinds],
        "strengths",
    ),
    (SectionKind, data.table("language/status")["sections"], "the status of what they hold"),
    (SectionKind, data.table("language/usage")["sections"], "where nothing is used"),
    (PositionKind, POSITIONS["kinds"], "kinds of positions"),
    (PositionKind, PAID, "those that are paid"),
    (BreakReason, POSITIONS["breaks"], "reasons of a time away"),
    (BreakReason, POSITIONS["break_names"], "its names"),
    (BreakReason, POSITIONS["break_wholes"], "its names where they are all that is told"),
]


@pytest.mark.parametrize(("kinds", "named", "reason"), HELD, ids=[row[2] for row in HELD])
def test_the_data_names_no_other_kinds(kinds: Any, named: Any, reason: str) -> None:
    assert set(named) <= set(get_args(kinds)), reason


def test_each_kind_of_section_has_a_heading() -> None:
    assert set(get_args(SectionKind)) == {*headings().kinds.values(), *headings().cores.values(), *HEADINGS["priority"]}


def test_each_strength_of_a_section_is_listed_once() -> None:
    named = [one for kinds in data.table("language/strength")["sections"].values() for one in kinds]
    assert sorted(named) == sorted(get_args(SectionKind))


def test_degrees_have_one_order_and_one_set_of_names() -> None:
    assert DEGREES == ("none", "associate", "bachelor", "master", "phd"), "from the lowest"
    assert sorted(RANK, key=RANK.__getitem__) == list(DEGREES)
    assert tuple(DEGREE_NAMES) == tuple(DEGREE_LABELS) == DEGREES
    assert DEGREE_LABELS["bachelor"] == "bachelor's degree"
    assert DEGREE_LABELS["none"] == "no degree found"
