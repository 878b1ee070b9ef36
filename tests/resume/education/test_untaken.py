"""Degrees that a sentence wishes for, refuses or gives to somebody else count for nothing; one's own do, however told."""

from __future__ import annotations

from itertools import product

import pytest

import aimatch

LEVELS = ["PhD", "Master's degree", "doctorate"]
UNTAKEN = [
    ("What's next? A bootcamp, then a {} in AI.", "a plan"),
    ("Dreaming of a {} in AI.", "a dream"),
    ("Hoping to start a {} in AI next year.", "a hope"),
    ("Thinking about a part-time {} in AI.", "a thought, with a word of its kind"),
    ("Goals for 2027: a {} in AI.", "a goal"),
    ("I do not have a {} in AI.", "a denial"),
    ("I turned down a {} in AI.", "an offer refused"),
    ("Equivalent to a {} in AI.", "what comes near one"),
    ("A {} in AI was not for me.", "a denial behind it"),
    ("A {} in AI is on my list.", "a plan behind it"),
    ("My wife has a {} in AI.", "a relative's"),
    ("Mentored by a {} in AI from Leeds.", "a mentor's"),
    ("Left a {} in AI after one year.", "one that was left"),
]
OWN = [
    ("I have a {} in AI.", "held"),
    ("Engineer with a {} in AI.", "brought along"),
    ("Completed a {} in AI in 2021.", "completed"),
    ("Next I did a {} in AI at Leeds, finished 2021.", "a word of plans, and one of doing"),
    ("Looking for a lead role; I bring a {} in AI.", "beside a wish"),
    ("I hope to put a {} in AI to use.", "the wish is for its use"),
    ("Then a {} in AI at the University of Leeds, 2019 - 2021.", "told in order"),
    ("Graduated with a {} in AI.", "graduated"),
]


def _level(sentence: str, heading: str) -> str:
    text = f"Nora Feld\n\n{heading}{sentence}\n\nExperience\nEngineer, Foo Ltd, Mar 2020 - Present\n- Wrote Python services.\n"
    return aimatch.score(text + "\nEducation\nBSc Physics, University of Leeds, 2016 - 2019\n").degree


@pytest.mark.parametrize(("sentence", "reason"), UNTAKEN, ids=[row[1] for row in UNTAKEN])
def test_untaken(sentence: str, reason: str) -> None:
    for degree, heading in product(LEVELS, ["Summary\n", "Education\n", ""]):
        assert _level(sentence.format(degree), heading) == "bachelor", (reason, degree, heading)


@pytest.mark.parametrize(("sentence", "reason"), OWN, ids=[row[1] for row in OWN])
def test_own(sentence: str, reason: str) -> None:
    for degree, heading in product(LEVELS, ["Summary\n", "Education\n", ""]):
        assert _level(sentence.format(degree), heading) in {"master", "phd"}, (reason, degree, heading)


@pytest.mark.parametrize("name", ["cand.mag.", "cand.scient.", "cand.merc."])
def test_degrees_of_denmark_and_norway(name: str) -> None:
    assert _level(f"{name} in linguistics, 2012", "Education\n") == "master"
