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
        ("TDD/BDD", "bdd", "a part of a name that joins two"),
        ("Agile and waterfall teams", "agile", "its first part"),
        ("REST and GraphQL APIs", "rest-api", "a part whose head is shared, of a phrase that is a name itself"),
        ("Troubleshooting and debugging", "debugging", "its second part"),
    ],
)
def test_each_is_named(text: str, skill: str, reason: str) -> None:
    assert skill in {mention.skill for mention in aimatch.extract(text)}, reason


@pytest.mark.parametrize(
    ("text", "skill", "reason"),
    [
        ("Skills: Database, Decision Support", "database-administration", "two items of a list"),
        ("Wrote PL/SQL packages", "sql", "what the whole is a case of is no part of it"),
        ("Precision and accuracy", "accuracy-metric", "a trait, not two figures"),
        ("Desks in the front, back-end development", "frontend-development", "no hyphen, no head"),
    ],
)
def test_what_shares_nothing_is_not(text: str, skill: str, reason: str) -> None:
    assert skill not in {mention.skill for mention in aimatch.extract(text)}, reason
