"""Words and limits that all outputs share."""

from __future__ import annotations

import pytest

from aimatch.outputs.row import COLUMNS
from aimatch.outputs.wording import standing
from aimatch.score import MET_FROM, MISSING_BELOW

CREDITS = [
    (1.0, "full", "shown in full"),
    (MET_FROM, "full", "just met"),
    (MET_FROM - 0.01, "part", "just not met"),
    (MISSING_BELOW, "part", "just not missing"),
    (MISSING_BELOW - 0.01, "hint", "what a report lists as missing"),
    (0.0, "hint", "nothing"),
]


@pytest.mark.parametrize(("credit", "expected", "reason"), CREDITS, ids=[row[2] for row in CREDITS])
def test_how_far_a_credit_goes(credit: float, expected: str, reason: str) -> None:
    assert standing(credit) == expected, reason


def test_what_is_no_more_than_a_hint_follows_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aimatch.outputs.wording.MISSING_BELOW", 0.5)
    assert standing(0.4) == "hint"


def test_the_column_of_missing_musts_says_from_which_credit_on_one_is_missing() -> None:
    assert f"less credit than {MISSING_BELOW:g}" in COLUMNS["missing_musts"]
