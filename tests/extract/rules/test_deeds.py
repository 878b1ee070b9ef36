"""Deeds, told by a verb in the past tense, and traits that are written like one."""

from __future__ import annotations

import pytest

from aimatch import data
from aimatch.extract.rules.deeds import begins_deed

CASES = [
    ("Organized the summer fair", True, "with its object"),
    ("Organized community events", True, "with one that has no article"),
    ("Organised 12 workshops", True, "with a figure"),
    ("Organized and punctual in the front office", False, "two traits"),
    ("Organized, punctual and kind", False, "a list of them"),
    ("Organized and led the summer fair", True, "a trait's word before a verb is one"),
    ("Organized, cleaned and stocked the shelves", True, "in a list, too"),
    ("Dedicated and committed to patients", False, "two that could be verbs"),
    ("Dedicated two evenings a week to the choir", True, "what was given"),
    ("Motivated by hard problems", False, "a preposition"),
    ("Motivated a team of five", True, "others were"),
    ("Motivated team player", False, "a person, behind it"),
    ("Dedicated\nBuilt a shed", False, "a line of its own"),
    ("Focused.", False, "a sentence of its own"),
    ("Experienced cook", False, "one that is never a deed"),
    ("Motivated and experienced cook", False, "nor behind another trait"),
    ("Self-motivated and curious", False, "of oneself"),
    ("Team-oriented", False, "of others"),
    ("Co-led the choir", True, "done with others"),
    ("Fine-tuned the ovens", True, "joined"),
    ("Taught two courses", True, "an irregular verb"),
    ("Mentored", True, "a verb without an object"),
    ("mentored two graduates", True, "in small letters"),
    ("Mentoring two graduates", False, "no past tense"),
    ("communication with vendors", False, "a noun"),
]


@pytest.mark.parametrize(("text", "deed", "reason"), CASES, ids=[row[2] for row in CASES])
def test_a_deed(text: str, deed: bool, reason: str) -> None:
    assert begins_deed(text) is deed, reason
    assert begins_deed(f"- {text}", 2) is deed, "within a text"


def test_a_trait_is_on_one_list() -> None:
    words = data.table("language/strength")
    assert not {*words["traits"]} & {*words["never_deeds"]}
    assert all(word.endswith("ed") for word in (*words["traits"], *words["never_deeds"]))
