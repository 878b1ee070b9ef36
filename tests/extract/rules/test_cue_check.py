"""The check of the cues of status: each kind of fault is named with its place and a remedy."""

from __future__ import annotations

from typing import Any

import pytest

from aimatch import data
from aimatch.extract.rules import cue_check

SLOTS = {"verb": ["use", "work (with|on)"], "gap": ["#2"], "end": ["~(?=[.;]|\\Z)"]}


def cue(**fields: Any) -> dict[str, Any]:
    return {"status": "negated", "direction": "forward", "phrases": ["never {verb}"], **fields}


def problems(one: dict[str, Any], slots: dict[str, list[str]] = SLOTS) -> list[str]:
    return cue_check.problems({"slots": slots, "cue": [cue(), one]})


def test_the_shipped_cues_are_well_formed() -> None:
    assert cue_check.problems(data.table("language/status")) == []


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("not [yet [ever]] used", "'[' would be looked for to the letter"),
        ("(not (yet|ever)|never) used", "'|' would be looked for to the letter"),
        ("[do (not|never)] use", "'(' would be looked for to the letter"),
        ("not (yet) used", "'(' would be looked for to the letter"),
        ("not used]", "']' would be looked for to the letter"),
        ("yet | never", "'|' would be looked for to the letter"),
        ("(cold shoulder) to", "')' would be looked for to the letter"),
        ("never {verbs}", "{verbs} is not defined"),
        ("never [used {verbs}]", "{verbs} is not defined"),
        ("never [used {gap}]", "must fill an alternative alone"),
        ("{gap} never", "begins with a pattern or a gap"),
        ("{end} never", "begins with a pattern or a gap"),
        ("[ever]", "may be empty"),
    ],
)
def test_a_phrase_that_would_never_be_found_is_refused(phrase: str, said: str) -> None:
    found = problems(cue(phrases=["never used", phrase]))
    assert found[0].startswith(f"language/status.toml: cue 2 (negated, forward): {phrase!r}: ")
    assert said in found[0]


@pytest.mark.parametrize(
    "phrase",
    [
        "(in progress)",
        "(exam (in|on) {gap})",
        "never {verb} [a|the] {gap}",
        "(not|never) [{gap}] used{end}",
        "(enrolled",
    ],
    ids=["a remark", "choices in a remark", "a gap as a part", "a gap alone", "a remark that goes on"],
)
def test_a_phrase_with_slots_or_in_brackets_is_taken(phrase: str) -> None:
    assert problems(cue(phrases=[phrase])) == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"colour": "red"}, "unknown field 'colour'"),
        ({"direction": "upward"}, "direction must be one of"),
        ({"status": "denied"}, "status must be one of"),
        ({"kind": "tool"}, "kind must be one of"),
        ({"reach": -1}, "reach must be"),
        ({"phrases": []}, "phrases must be"),
        ({"beside": []}, "beside must be"),
        ({"beside": ["all of the"]}, "'all of the' is never found"),
        ({"beside": ["Course"]}, "'Course' is never found"),
        ({"holds": [{"sentence": "Never used Go.", "skill": "Golang"}]}, "holds:"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_each_kind_of_fault_of_a_cue_is_named(fields: dict[str, Any], said: str) -> None:
    assert any(said in problem for problem in problems(cue(**fields)))


@pytest.mark.parametrize(
    ("item", "said"),
    [
        ("~(", "can't be read"),
        ("#many", "a gap is #"),
        ("work (with", "looked for to the letter"),
        ("{verbs}", "not defined"),
    ],
)
def test_each_kind_of_fault_of_a_slot_is_named(item: str, said: str) -> None:
    (found,) = problems(cue(), {**SLOTS, "more": [item]})
    assert found.startswith("language/status.toml: slots.more: ")
    assert said in found


def test_every_fault_is_told_at_once() -> None:
    assert len(problems(cue(phrases=["a [b", "c]"], reach="far"))) == 3
