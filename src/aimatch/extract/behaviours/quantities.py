"""Quantities in a text: sums of money, percentages, large and small numbers, and changes from one figure to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from aimatch.extract.rules.listed import cased, listed
from aimatch.wordlist import lowered

_NUMBER = cased(
    r"(?P<money>(?:[$\u20ac\u00a3\u20b9\u00a5]|\b(?:eur|usd|gbp|inr|chf|rs\.?|r\$)\s?)\s?\d[\d.,]*\s?(?:(?:{quantities.scales})\b)?"
    r"|\b\d[\d.,]*\s?(?:{quantities.scales})?\s?(?:(?:{quantities.currencies})\b|[\u20ac\u00a3\u20b9])|\b\d[\d.,]*\s?(?:k|m)?(?:nok|sek|dkk|pln)\b)"
    r"|(?P<percent>\b\d[\d.,]*\s?(?:%|pp\b|{quantities.percent}))"
    r"|(?P<large>\b\d[\d.,]*\s?(?:{quantities.large})\b\+?|\b\d{1,3}(?:[,\u202f]\d{3})+\b|\b(?!(?:19|20)\d\d\b)\d{4,}\b)"
    r"|(?P<count>\b(?!(?:19|20)\d\d\b)\d+(?:\.\d+)?x?\b\+?)"
)
_AMOUNT = r"[$\u20ac\u00a3\u20b9]?\s?(?!(?:19|20)\d\d\b)\d[\d.,]*(?:\s?[%\u20ac\u00a3]|\s?[^\W\d_]{1,12}\b)?"
# What was so and is so now: "5 h -> 22 min", "from 14 to 9.5 minutes", "from 7 hours down to 50 minutes", "-27 %",
# "+€85k", "12 before me, 3 after", "6 days instead of 21", "55 a day, it was 30".
_CHANGE = cased(
    r"(?<![\w%.,])(?<![\d%]\s)(?:(?:[+\u2212\u2013-]|(?<=\S[ \t])[+\u2212\u2013-]\s)\d[\d.,]*\s?%|[+\u2212][$\u20ac\u00a3\u20b9]\s?\d[\d.,]*)"
    rf"|{_AMOUNT}(?:\s[^\W\d_]+){{0,2}}\s?(?:-+>|=>|\u2192|\u2794|\u27f6|\bdown to\b)\s?(?:\D{{0,4}}\b)?\d"
    rf"|{_AMOUNT}(?:\s[^\W\d_]+)? (?:{{quantities.instead}}) (?:[^\d\n]{{0,8}}\d|(?:{{quantities.numbers}})\b)"
    rf"|{_AMOUNT}(?:[ /][^\W\d_]+){{0,3}}(?: (?:{{quantities.before}}), (?:and |now )?|, (?:{{quantities.it_was}}) )\d"
    rf"|{_AMOUNT}, (?:now|today) \d"
    rf"|\bto {_AMOUNT}(?:\s[^\W\d_]+)? from [^\d\n]{{0,12}}\d"
    rf"|\bfrom (?:(?:{{quantities.about}}) )?(?:{_AMOUNT}|(?:{{quantities.numbers}})\b)(?:\s[^\W\d_]+){{0,2}},?"
    r" (?:(?:down|up) )?to (?:[^\d\n]{0,12}\d|(?:{quantities.numbers})\b)"
)
# One of these stands in whatever tells of a change, in lower case.
_SIGNS_OF_CHANGE = ("%", "+", "\u2212", ">", "\u2192", "\u2794", "\u27f6", "from", "down to", ", now", ", today")


@cache
def _signs_of_change() -> tuple[str, ...]:
    before = (f" {phrase}," for phrase in listed("quantities.before"))
    return (
        *_SIGNS_OF_CHANGE,
        *listed("quantities.instead"),
        *before,
        *(f", {one}" for one in listed("quantities.it_was")),
    )


_DIGIT = re.compile(r"\d")
_LONGEST_CURRENCY = 5  # characters of a number before its first digit: "eur  5"


def quantities(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The quantities in a stretch of text, each with its kind and its span.

    Kinds: ``money``, ``percent``, ``large`` (1,000 and more), ``count`` (any smaller number, years apart); each of the
    first three once more as ``measure``; and ``change``, which spans both its figures.
    """
    for match in _numbers(text, start, end):
        kind = match.lastgroup or ""
        yield kind, *match.span()
        if kind in ("percent", "money", "large"):
            yield "measure", *match.span()
    if any(lowered(text).find(sign, start, end) >= 0 for sign in _signs_in(text)):
        for match in _CHANGE.finditer(text, start, end):
            yield "change", *match.span()


@lru_cache(maxsize=4)
def _signs_in(text: str) -> tuple[str, ...]:
    """The signs of change that a whole text holds; most sentences are asked for a few of them."""
    return tuple(sign for sign in _signs_of_change() if sign in lowered(text))


def _numbers(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The matches of :data:`_NUMBER`, looked for where digits stand."""
    digit = _DIGIT.search(text, start, end)
    while digit is not None:
        match = _NUMBER.search(text, max(start, digit.start() - _LONGEST_CURRENCY), end)
        if match is None:
            return
        yield match
        start = match.end()
        digit = _DIGIT.search(text, start, end)
