"""Lengths of time as words tell them: "6 years", "2 years 10 months", "a decade", "eighteen (18) months", "5+ yrs"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

_MONTHS_OF_YEAR = 12
_MONTHS_OF_DECADE = 120
#: Characters before a unit in which its number stands.
_NUMBER = 28


class Length(NamedTuple):
    """A length of time in a text: its months, whether a sign or word says that they are the least, and its span."""

    months: float
    minimum: bool
    start: int
    end: int


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class _Words:
    """The words of lengths. ``units`` maps them to their months; ``plain`` is a pattern of a number, at least a space or a
    hyphen, and a unit, as two groups that :func:`months_of` reads."""

    units: Mapping[str, int]
    stems: tuple[str, ...]
    numbers: Mapping[str, int]
    numbers_or_plus: frozenset[str]
    #: "a" before a decade, and what halves it.
    one: Deferred
    before: Deferred
    and_months: Deferred
    plain: str


@cache
def _words() -> _Words:
    """The words of ``language/dates.toml``."""
    data = table("language/dates")
    listed = data["lengths"]
    units = (
        dict.fromkeys(listed["years"], _MONTHS_OF_YEAR)
        | dict.fromkeys(listed["months"], 1)
        | dict.fromkeys(listed["decades"], _MONTHS_OF_DECADE)
    )
    stems = sorted(unit for unit in units if not any(unit != other and unit.startswith(other) for other in units))
    numbers = {word: int(number) for number, words in data["numbers"].items() for word in words}
    number = rf"(?:\d{{1,3}}(?:[.,]\d{{1,2}})?|{alternatives(numbers)})"
    return _Words(
        units=units,
        stems=tuple(stems),
        numbers=numbers,
        numbers_or_plus=frozenset(
            [*numbers, *listed["further"], *listed["full"], *(half.split()[-1] for half in listed["and_a_half"])]
        ),
        one=Deferred(rf"(?<!\w)(?:({alternatives(listed['halves'])})\s)?({alternatives(listed['articles'])})\s\Z"),
        before=Deferred(
            rf"(?<![\w.,])({number})\s*(?:\(\d{{1,2}}\)\s*)?(\+|(?:{alternatives(listed['further'])})\s)?\s*"
            rf"(?:(?:-|–|{alternatives(listed['between'])})\s*{number}\s*(\+)?\s*)?"
            rf"(?P<half>(?:{alternatives(listed['and_a_half'])})\s)?(?:(?:{alternatives(listed['full'])})\s|-)?\Z"
        ),
        and_months=Deferred(
            rf"[\s,]*(?:&|{alternatives(data['words']['and'])})?\s*(\d{{1,2}}|{alternatives(numbers)})\s*([^\W\d_]+)"
        ),
        plain=rf"(\d{{1,2}}|{alternatives(numbers)})[ -]({alternatives([*listed['years'], *listed['months']])})(?!\w)",
    )


def length_words() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """The months of each unit of time, and the numbers that are written in words."""
    return _words().units, _words().numbers


def plain_length() -> str:
    """A pattern, for text in lower case, of a length without more ("six-month", "2 years"): its number, its unit."""
    return _words().plain


def months_of(number: str, unit: str) -> int:
    """The months of the two parts of a plain length."""
    known = _words()
    return (known.numbers.get(number) or int(number)) * known.units[unit]


def lengths_in(text: str, lower: str) -> Iterator[Length]:
    """The lengths of time in ``text``, of whatever they are, in order of place; ``lower`` is the text in lower case."""
    known = _words()
    reached = 0
    for at in _unit_places(lower):
        length = _length(text, lower, at, known) if at >= reached else None
        if length is not None:
            yield length
            reached = length.end


def may_state_length(lower: str, start: int, end: int) -> bool:
    """Whether a stretch of a text in lower case may hold a length of time."""
    places = _unit_places(lower)
    at = bisect_left(places, start)
    return at < len(places) and places[at] < end


@lru_cache(maxsize=4)
def _unit_places(lower: str) -> tuple[int, ...]:
    """Where the words of units may begin, in order."""
    places: set[int] = set()
    for stem in _words().stems:
        at = lower.find(stem)
        while at >= 0:
            if at and not lower[at - 1].isalpha():
                places.add(at)
            at = lower.find(stem, at + 1)
    return tuple(sorted(places))


def _length(text: str, lower: str, at: int, known: _Words) -> Length | None:
    unit_end = at
    while unit_end < len(lower) and lower[unit_end].isalpha():
        if text[unit_end].isupper() and text[unit_end - 1].islower():
            break  # "12 monthsCompany Details": the next line is glued to it
        unit_end += 1
    unit = known.units.get(lower[at:unit_end])
    if unit is None:
        return None
    if unit > _MONTHS_OF_YEAR and (one := known.one.search(lower, max(0, at - _NUMBER), at)):
        return None if one.group(1) else Length(months=unit, minimum=False, start=one.start(2), end=unit_end)
    # Cheap test first: a number, or a number's word, ends right before the unit.
    tail = lower[max(0, at - _NUMBER) : at].rstrip(" +-)\t\n")
    if (
        not tail[-1:].isnumeric()
        and tail[tail.rfind(" ") + 1 :].rsplit("\n", 1)[-1].lstrip("([") not in known.numbers_or_plus
    ):
        return None
    number = known.before.search(lower, max(0, at - _NUMBER), at)
    if number is None:
        return None
    written = number.group(1)
    months = float(known.numbers.get(written) or written.replace(",", ".")) * unit
    if number["half"]:
        months += unit / 2
    end = unit_end
    if (
        unit == _MONTHS_OF_YEAR
        and (more := known.and_months.match(lower, unit_end))
        and known.units.get(more.group(2)) == 1
    ):
        months += known.numbers.get(more.group(1)) or int(more.group(1))
        end = more.end()
    minimum = bool(number.group(2) or number.group(3))
    return Length(months=months, minimum=minimum, start=number.start(), end=end)
