"""Months as numbers: there and back, over the ends of years."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aimatch.dates import from_month_number, month_number

APART = [
    (date(2020, 12, 1), date(2021, 1, 1), 1, "over the end of a year"),
    (date(2020, 1, 1), date(2020, 12, 1), 11, "within one"),
    (date(2020, 3, 31), date(2020, 3, 1), 0, "the day does not matter"),
    (date(2021, 3, 1), date(2020, 3, 1), -12, "back"),
]


@pytest.mark.parametrize(("one", "other", "months", "reason"), APART, ids=[row[3] for row in APART])
def test_how_many_months_lie_between(one: date, other: date, months: int, reason: str) -> None:
    assert month_number(other) - month_number(one) == months, reason


@given(st.dates())
def test_there_and_back(day: date) -> None:
    assert from_month_number(month_number(day)) == day.replace(day=1)
