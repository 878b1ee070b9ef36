"""Quantities: their kinds and spans."""

from __future__ import annotations

import pytest

from aimatch.extract.behaviours.quantities import quantities

CASES = [
    ("saved $2.3m a year", {("money", "$2.3m"), ("measure", "$2.3m")}, "a currency sign and a scale"),
    ("310 k\u20ac per line", {("money", "310 k\u20ac"), ("measure", "310 k\u20ac")}, "the sign behind"),
    ("1.9 MNOK", {("money", "1.9 MNOK"), ("measure", "1.9 MNOK")}, "scale and currency in one word"),
    ("11,8 % of all", {("percent", "11,8 %"), ("measure", "11,8 %")}, "a comma for the point"),
    ("38M queries", {("large", "38M"), ("measure", "38M")}, "a scale alone"),
    ("in 2019 with 7 people", {("count", "7")}, "a year is no count"),
    ("lift 50 pounds", {("count", "50")}, "a weight, not money"),
    ("5 h -> 22 min", {("count", "5"), ("count", "22"), ("change", "5 h -> 2")}, "an arrow between two figures"),
    ("from 14 to 9 days", {("count", "14"), ("count", "9"), ("change", "from 14 to 9")}, "from and to"),
    (
        "31 h/year before, 9 h now",
        {("count", "31"), ("count", "9"), ("change", "31 h/year before, 9")},
        "before and now",
    ),
    ("40 trays instead of 25", {("count", "40"), ("count", "25"), ("change", "40 trays instead of 2")}, "instead of"),
    (
        "4 servers where there were 11",
        {("count", "4"), ("count", "11"), ("change", "4 servers where there were 1")},
        "were",
    ),
    ("55 files a day, it was 30", {("count", "55"), ("count", "30"), ("change", "55 files a day, it was 3")}, "it was"),
    ("from 14 calls a week to 1", {("count", "14"), ("count", "1"), ("change", "from 14 calls a week to 1")}, "a unit"),
    ("12,000 francs", {("money", "12,000 francs"), ("measure", "12,000 francs")}, "a currency of many countries"),
    ("from 2016 to 2018", set(), "years are no change"),
    ("bill -40%", {("percent", "40%"), ("measure", "40%"), ("change", "-40%")}, "a signed percentage"),
    ("margin +\u20ac85k", {("money", "\u20ac85k"), ("measure", "\u20ac85k"), ("change", "+\u20ac85")}, "a signed sum"),
    ("claims 41 per year -> 6", {("count", "41"), ("count", "6"), ("change", " 41 per year -> 6")}, "a rate"),
    ("from three weeks to four days", {("change", "from three weeks to four")}, "figures in letters"),
    (
        "4.5 hours, before it was 14",
        {("count", "4.5"), ("count", "14"), ("change", "4.5 hours, before it was 1")},
        "it was so before",
    ),
    ("\n- 40 % of all", {("percent", "40 %"), ("measure", "40 %")}, "a bullet, not a sign"),
    ("from six hours to forty minutes", {("change", "from six hours to forty")}, "larger figures in letters"),
    ("14, now 5", {("count", "14"), ("count", "5"), ("change", "14, now 5")}, "now"),
    ("95% - 100% full", {("percent", "95%"), ("percent", "100%"), ("measure", "95%"), ("measure", "100%")}, "no sign"),
    ("10-20% of time", {("count", "10"), ("percent", "20%"), ("measure", "20%")}, "a range, not a sign"),
]


@pytest.mark.parametrize(("text", "expected", "why"), CASES, ids=[row[2] for row in CASES])
def test_quantities_of_a_text(text: str, expected: set[tuple[str, str]], why: str) -> None:
    assert {(kind, text[start:end]) for kind, start, end in quantities(text, 0, len(text))} == expected, why
