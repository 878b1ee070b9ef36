"""Sentences that begin like those that tell what somebody wants to do or learn."""

from __future__ import annotations

import pytest

from aimatch.resume.rules.headings import headings

SENTENCES = [
    ("Want to learn Rust", True, "a wish"),
    ("This year I plan to read about Go", True, "a lead-in"),
    ("Next year planning to learn Rust", True, "a lead-in before another wish"),
    ("Mostly hoping to read about Rust", True, "a word before it"),
    ("Eventually want to try Go", True, "a word before the last one of the list"),
    ("I'd like to see more of Kafka", True, "an apostrophe"),
    ("Want tomatoes in every pot", False, "another word that begins like one"),
    ("Built the tool that all of the clerks want to use", False, "further on"),
]


@pytest.mark.parametrize(("sentence", "wishes", "reason"), SENTENCES, ids=[row[2] for row in SENTENCES])
def test_a_wish(sentence: str, wishes: bool, reason: str) -> None:
    assert headings().wishes(sentence) is wishes, reason
