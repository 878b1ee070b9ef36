"""Joint phrases: skills whose shared word is written once; each row with its reason."""

from __future__ import annotations

import pytest

import aimatch


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Machine and deep learning", "machine-learning", "a head shared by two"),
        ("Unit, integration and end-to-end testing", "unit-testing", "an unsure name between does not part them"),
        ("Batch and stream processing", "batch-processing", "an open name"),
        ("Front- and back-end development", "frontend-development", "the hyphen stands for all that follows"),
        ("Technical and functional specifications", "business-requirements-documentation", "an open name"),
    ],
)
def test_each_is_named(text: str, skill: str, reason: str) -> None:
    assert skill in {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Skills: Database, Decision Support", "database-administration", "two items of a list"),
        ("Desks in the front, back-end development", "frontend-development", "no hyphen, no head"),
    ],
)
def test_what_shares_nothing_is_not(text: str, skill: str, reason: str) -> None:
    assert skill not in {mention.skill for mention in aimatch.extract(text)}, reason
