"""Word lists find what the regular expression they stand for would find."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.wordlist import WordList, alternatives

CASES = [
    (["cost"], "Costs, cost and costume", ["cost"], "whole words only"),
    (["cost*"], "Costs, cost and costume", ["Cost", "cost", "cost"], "a beginning ends where its letters do"),
    (["data quality"], "data quality; data\nquality", ["data quality"], "a phrase as it is written"),
    (["on call", "on"], "on call and on", ["on call", "on"], "the longest at a place"),
    (["a b", "b c"], "a b c", ["a b"], "none overlapping, the first wins"),
    (["f1", "p95"], "F1 of p95; af1", ["F1", "p95"], "digits are letters here"),
    (["café"], "CAFÉ\u0130 CAFÉ", ["CAFÉ"], "a letter that grows in lower case keeps the places"),
]


@pytest.mark.parametrize(("entries", "text", "expected", "reason"), CASES, ids=[case[3] for case in CASES])
def test_found(entries: list[str], text: str, expected: list[str], reason: str) -> None:
    assert [one.group() for one in WordList(entries).found(text)] == expected, reason


def test_a_part_of_the_text() -> None:
    words = WordList(["sql", "data quality"])
    text = "SQL, data quality, SQL"
    assert [one.start() for one in words.found(text, 1)] == [5, 19]
    assert [one.start() for one in words.found(text, 0, 16)] == [0], "what reaches over the end does not stand in it"
    first = words.first(text, 1)
    assert first is not None
    assert (first.start(), first.end(), first.group()) == (5, 17, "data quality")
    assert words.first(text, 1, 4) is None


def test_one_word() -> None:
    words = WordList(["deploy*", "on call", "live"])
    assert [word for word in ("Deployment", "LIVE", "on", "alive") if word in words] == ["Deployment", "LIVE"]


def test_loose_phrases() -> None:
    words = WordList(["rate this"], loose=True)
    assert words.first("please rate\n\n  \u201cthis") is not None
    assert words.first("rates this, rate all of this") is None


def test_an_entry_that_begins_with_a_sign() -> None:
    with pytest.raises(ValueError, match=r"\.net"):
        WordList([".net"])


@given(
    st.lists(st.text("ab1 *", min_size=1, max_size=6).filter(lambda one: one[0].isalnum()), min_size=1, max_size=6),
    st.text("aAb1 _*\n", max_size=40),
)
def test_like_the_regular_expression(entries: list[str], text: str) -> None:
    # Stars inside of an entry mean nothing; the end of one that holds no letter before them is no beginning of a word.
    entries = [re.sub(r"\*(?!\Z)", "", entry).rstrip() for entry in entries]
    entries = [entry for entry in entries if entry.strip(" *")]
    ordered = sorted({entry.lower() for entry in entries}, key=lambda one: (-len(one), one))
    alternatives = "|".join(
        re.escape(one[:-1]) if one.endswith("*") else re.escape(one) + r"(?![^\W_])" for one in ordered
    )
    expected = re.finditer(rf"(?<![^\W_])(?:{alternatives})", text, re.IGNORECASE) if entries else ()
    assert [(one.start(), one.end()) for one in WordList(entries).found(text)] == [one.span() for one in expected]


PARTS = [
    (["want to", "plan to"], "mostly plan to", True, "what stands before the first holds for the second"),
    (["want to", "plan to"], "mostly want tomatoes", False, "what stands behind the last holds for the first"),
    (["rust"], "mostly rust", True, "of one phrase"),
    (["c++", "c"], "mostly c++", False, "a sign is taken as it stands, and is no word's end"),
]


@pytest.mark.parametrize(("phrases", "text", "found", "reason"), PARTS, ids=[row[3] for row in PARTS])
def test_alternatives_are_one_part_of_a_pattern(phrases: list[str], text: str, found: bool, reason: str) -> None:
    assert bool(re.fullmatch(rf"mostly {alternatives(phrases)}\b", text)) is found, reason


def test_alternatives_of_nothing_are_no_pattern() -> None:
    assert alternatives([]) == ""
