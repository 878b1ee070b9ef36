"""What a certificate shows of its holder, and of nobody else."""

from __future__ import annotations

import pytest

import aimatch

SHOWN = [
    ("Passed the CKA exam in 2023.", True, "passed"),
    ("CKA, 2024", True, "listed"),
    ("I do not hold the CKA.", False, "not held"),
    ("My colleague holds the CKA.", False, "a colleague's"),
    ("Failed the CKA exam.", False, "not passed"),
]


@pytest.mark.parametrize(("line", "expected", "reason"), SHOWN, ids=[row[2] for row in SHOWN])
def test_learning_shown_by_a_certificate(line: str, expected: bool, reason: str) -> None:
    shown = {one.skill for one in aimatch.extract(f"Summary\n{line}\n") if one.kind == "behaviour"}
    assert ("shows-continuous-learning" in shown) is expected, reason
