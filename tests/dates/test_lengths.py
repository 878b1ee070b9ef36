"""Lengths of time as words tell them."""

from __future__ import annotations

import re

import pytest

from aimatch.dates.lengths import lengths_in, may_state_length, months_of, plain_length

LENGTHS = [
    ("worked there for 6 years", [(72, False)], "years"),
    ("2 years 10 months in Go", [(34, False)], "years and months are one length"),
    ("2 years and 3 months, then 8 weeks", [(27, False)], "a word between; weeks are none"),
    ("eighteen (18) months", [(18, False)], "the number twice"),
    ("5+ yrs of SQL", [(60, True)], "a sign that it is the least"),
    ("two and a half years", [(30, False)], "a half between the number and its unit"),
    ("3-5 years", [(36, False)], "the lower end of a range"),
    ("1,5 years", [(18, False)], "a decimal comma"),
    ("a decade of Java", [(120, False)], "a decade"),
    ("half a decade of Java", [], "what is halved is not told in numbers"),
    ("Years of practice", [], "no number"),
    ("Jahre: 2019", [], "a year is no length"),
]


@pytest.mark.parametrize(("text", "expected", "reason"), LENGTHS, ids=[row[2] for row in LENGTHS])
def test_lengths(text: str, expected: list[tuple[float, bool]], reason: str) -> None:
    lower = text.lower()
    found = list(lengths_in(text, lower))
    assert [(one.months, one.minimum) for one in found] == expected, reason
    for one in found:
        assert may_state_length(lower, one.start, one.end)


@pytest.mark.parametrize(
    ("text", "months"), [("six-month", 6), ("2 years", 24), ("eleven months", 11)], ids=["hyphen", "digits", "a word"]
)
def test_a_plain_length_is_its_number_and_its_unit(text: str, months: int) -> None:
    match = re.fullmatch(plain_length(), text)
    assert match is not None
    assert months_of(match.group(1), match.group(2)) == months
