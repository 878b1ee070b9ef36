"""Months as numbers, for sums and differences: those since January of the year 0."""

from __future__ import annotations

from datetime import date


def month_number(day: date) -> int:
    """The number of a day's month.

    >>> month_number(date(2021, 1, 31)) - month_number(date(2020, 12, 1))
    1
    """
    return day.year * 12 + day.month - 1


def from_month_number(number: int) -> date:
    """The first day of a month.

    >>> from_month_number(month_number(date(2020, 12, 24)) + 1)
    datetime.date(2021, 1, 1)
    """
    return date(number // 12, number % 12 + 1, 1)
