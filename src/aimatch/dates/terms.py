"""Terms: a first month and how long it lasted, which give the last: "from May 2022 (six-month contract)", "nine months
from May 2021"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aimatch.data import table
from aimatch.dates.points import Point

_REACH = 30  # characters before a month that hold a length
_MONTHS_OF_YEAR = 12


class _Patterns(NamedTuple):
    numbers: dict[str, int]
    years: frozenset[str]
    behind: re.Pattern[str]
    before: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    known = table("language/dates")
    listed = known["lengths"]
    numbers = {word: int(number) for number, words in known["numbers"].items() for word in words}

    def any_of(words: list[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    length = rf"(\d{{1,2}}|{any_of([*numbers])})[ -]({any_of([*listed['years'], *listed['months']])})(?!\w)"
    kinds, never = any_of(listed["terms"]), any_of([*listed["experience"], *listed["of"]])
    return _Patterns(
        numbers=numbers,
        years=frozenset(listed["years"]),
        behind=re.compile(
            rf"[ \t]*(?:,?[ ]?(?:{any_of(listed['for'])})[ ]|(?:,[ ]|\([ ]?)(?=[\w-]+[ -][\w]+[ -](?:{kinds})))"
            rf"(?:an?[ ])?{length}(?![ -](?:{never})\b)"
        ),
        before=re.compile(rf"(?<![\w.]){length}[ ](?:{any_of(listed['counted_from'])})[ ]\Z"),
    )


def term(lower: str, point: Point) -> tuple[int, int, int] | None:
    """(months, start, end) of the length that is told of what begins in a month, if one is; the span of both."""
    if point.precision != "month":
        return None
    known = _patterns()
    if match := known.behind.match(lower, point.to):
        start, end = point.at, match.end()
    elif match := known.before.search(lower, max(0, point.at - _REACH), point.at):
        start, end = match.start(), point.to
    else:
        return None
    number, unit = match.group(1), match.group(2)
    count = known.numbers.get(number) or int(number)
    return count * (_MONTHS_OF_YEAR if unit in known.years else 1), start, end
