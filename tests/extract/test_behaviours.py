"""Behaviours: the examples and counter-examples that stand beside the patterns, and where a behaviour may stand."""

from __future__ import annotations

import pytest

import aimatch
from aimatch.data import table

PATTERNS = [
    (behaviour["id"], number, row)
    for behaviour in table("language/behaviours")["behaviour"]
    for number, row in enumerate(behaviour["pattern"])
]
EXAMPLES = [(id_, text) for id_, _, row in PATTERNS for text in row.get("examples", ())]
COUNTER_EXAMPLES = [(id_, text) for id_, _, row in PATTERNS for text in row.get("counter_examples", ())]


def shown(text: str) -> set[str]:
    """The behaviours that a line of a job shows."""
    # Behaviours that need company of a family find it in the line before.
    resume = f"Experience\nEngineer, Acme Corp, Jan 2019 - Dec 2021\n- {text}\n"
    return {m.skill for m in aimatch.extract(resume) if m.kind == "behaviour" and m.status == "asserted"}


@pytest.mark.parametrize(("behaviour", "text"), EXAMPLES)
def test_an_example_shows_its_behaviour(behaviour: str, text: str) -> None:
    assert behaviour in shown(text)


@pytest.mark.parametrize(("behaviour", "text"), COUNTER_EXAMPLES)
def test_a_counter_example_does_not(behaviour: str, text: str) -> None:
    assert behaviour not in shown(text)


def test_every_pattern_has_an_example_or_a_place() -> None:
    bare = [f"{id_}[{number}]" for id_, number, row in PATTERNS if not row.get("examples") and "sections" not in row]
    assert not bare


def test_patterns_name_known_sets() -> None:
    sets = table("language/behaviours")["sets"]
    parts = {part for _, _, row in PATTERNS for part in row.get("sequence", ()) if part.startswith("@")}
    assert parts == {f"@{name}" for name in sets} & parts
    assert not {f"@{name}" for name in sets} - parts, "a set that no pattern uses"


PLACES = [
    (
        "Certifications\nKite Surveying, Dune Academy, 2020",
        "shows-continuous-learning",
        "a line among the certificates",
    ),
    (
        "Activities\nMachine learning with Python",
        "shows-continuous-learning",
        "an activity that names a technical skill",
    ),
    ("Summary\nCurrently learning PyTorch", "shows-continuous-learning", "who is learning keeps learning"),
]


@pytest.mark.parametrize(("text", "behaviour", "why"), PLACES, ids=[row[2] for row in PLACES])
def test_places_show_behaviours(text: str, behaviour: str, why: str) -> None:
    assert behaviour in {m.skill for m in aimatch.extract(text) if m.status == "asserted"}, why
