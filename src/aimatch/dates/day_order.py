"""Whether a date in digits names its day or its month first: 05/03/2019."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from aimatch.data import table
from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

_FULL_DATE = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")
#: Months of a year: a greater number is a day.
_MONTHS = 12
#: Characters between the two ends of a span.
_BETWEEN = 12
#: Dates of which all are the first of some month, and places of which one alone may be another country's.
_PAIR = 2
#: A telephone number of another country than those that write "+1".
_ABROAD = Deferred(r"\+ ?[2-9]\d{0,2}[ ()\d/.-]{6,}")
#: A number with its area code, as the United States write it.
_PHONE = Deferred(r"(?<![\d-])(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-.]\d{4}(?![\d-])")


class _Order(NamedTuple):
    first: int
    second: int
    year: int
    start: int
    end: int


@lru_cache(maxsize=8)
def writes_day_first(text: str, sign: str) -> bool:
    """Whether 05/03/2019, with such a ``sign``, is in March: as the text's other dates show, or the country that its places
    and numbers are of; else yes. Full stops part the dates of those who write the day first."""
    told = _told(text)
    return (sign == "." or not _is_american(text)) if told is None else told


@lru_cache(maxsize=4)
def _told(text: str) -> bool | None:
    """What the dates of a text tell of their order: a day beyond the twelfth, a span that would end before it begins, an end
    on the day before the next start, spans that all begin with a month."""
    dates = []
    for match in _FULL_DATE.finditer(text):
        first, second, year = map(int, match.groups())
        if first > _MONTHS:
            return True
        if second > _MONTHS:
            return False
        dates.append(_Order(first, second, year, *match.span()))
    for signs in (_turned(dates, text), _neighbours(dates), _firsts(dates)):
        if signs[0] != signs[1]:
            return signs[0] > signs[1]
    return None


def _turned(dates: list[_Order], text: str) -> tuple[int, int]:
    """How many spans end before they begin if the month stands first, and if the day does."""
    day = month = 0
    for one, other in pairwise(dates):
        between = text[one.end : other.start]
        if len(between) <= _BETWEEN and "\n" not in between:
            day += one[2::-1] > other[2::-1]
            month += (one.year, *one[:2]) > (other.year, *other[:2])
    return (month, day) if not (day and month) else (0, 0)


def _neighbours(dates: list[_Order]) -> tuple[int, int]:
    """How many dates are followed by the next day if the day stands first, and if the month does."""
    known = {date[:3] for date in dates}
    return (
        sum((first + 1, second, year) in known for first, second, year in known),
        sum((first, second + 1, year) in known for first, second, year in known),
    )


def _firsts(dates: list[_Order]) -> tuple[int, int]:
    """Whether all dates are the first of some month if the day stands first, and if the month does."""
    firsts, seconds = {date.first for date in dates}, {date.second for date in dates}
    return int(firsts == {1} and len(seconds) >= _PAIR), int(seconds == {1} and len(firsts) >= _PAIR)


@lru_cache(maxsize=4)
def _is_american(text: str) -> bool:
    """Whether a text is one of the United States, by its towns, postal codes, telephone numbers and pay grades."""
    if _ABROAD.search(text):
        return False
    known = _american()
    if known.code.search(text) or known.grade.search(text):
        return True
    places = set(known.place.findall(text))
    return len(places) >= _PAIR or (bool(places) and _PHONE.search(text) is not None)


class _American(NamedTuple):
    place: Deferred
    code: Deferred
    grade: Deferred


@cache
def _american() -> _American:
    data = table("language/dates")["month_first"]
    state, country = alternatives(data["states"]), alternatives(data["countries"])
    return _American(
        place=Deferred(rf"[^\W\d_]{{3,}}, ({state})(?![\w-])"),
        code=Deferred(rf", (?:{state}) \d{{5}}(?:-\d{{4}})?(?![\d-])(?! (?!(?:{country})\b)[A-Z][a-z])"),
        grade=Deferred(rf"(?<![\w-])(?:{alternatives(data['grades'])})-\d{{1,4}}(?:-\d{{1,2}})?(?![\w-])"),
    )
