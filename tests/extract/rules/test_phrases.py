"""Phrases with slots: what they are found by, and what follows."""

from __future__ import annotations

import pytest

from aimatch.extract.rules.phrases import OR, Worded, expand, follows, split
from aimatch.extract.words import split_words

SLOTS = {"verb": ["use", "used", "work (with|on)"], "gap": ["#2"]}


def test_a_phrase_stands_for_every_combination() -> None:
    assert sorted(expand("not [yet] {verb}", SLOTS)) == sorted(
        [
            "not use",
            "not used",
            "not work with",
            "not work on",
            "not yet use",
            "not yet used",
            "not yet work with",
            "not yet work on",
        ]
    )


def test_a_phrase_is_found_by_the_words_that_it_begins_with() -> None:
    assert split("(never|not) [yet] {verb}", SLOTS) == (["never", "not"], " [yet] {verb}")
    assert split("not a word", SLOTS) == (["not a word"], "")


def test_a_slot_that_is_not_defined_is_an_error_wherever_it_stands() -> None:
    with pytest.raises(KeyError):
        split("never {verbs}", SLOTS)


@pytest.mark.parametrize(
    ("rest", "text", "end"),
    [
        (" [ever] used", "never used it", 10),
        (" [ever] used", "never ever used it", 15),
        (" [ever] used", "never reused", None),
        (" use", "never used", None),  # whole words only
        (" [{w2}] (chance|time) to", "never had a chance to", 21),
        (" [{w2}] (chance|time) to", "never chance to", 15),
        (" [{w2}] (chance|time) to", "never, had a chance to", None),  # a gap goes across no sign
        (" [{w2}] (chance|time) to", "never had any real chance to", None),
        (" a" + OR + " a b", "never a b", 9),  # the longest of several
    ],
)
def test_what_follows(rest: str, text: str, end: int | None) -> None:
    read = Worded(split_words(text))
    assert follows(rest, read, len("never"), read.following(len("never"))) == end
