"""Terms: a first month and how long it lasted, which give the last: "from May 2022 (six-month contract)", "nine months
from May 2021"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from aimatch.data import table
from aimatch.dates.beside import word_before
from aimatch.dates.lengths import months_of, plain_length
from aimatch.dates.points import Point
from aimatch.dates.words import words
from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

_REACH = 30  # characters before a month that hold a length


class _Patterns(NamedTuple):
    behind: Deferred
    #: The length behind a month that a word such as "start" opens, and these words.
    begun: Deferred
    begins: frozenset[str]
    before: Deferred
    beside: Deferred
    within: Deferred
    counted_in: tuple[str, ...]
    counted_from: tuple[str, ...]


@cache
def _patterns() -> _Patterns:
    data = table("language/dates")
    listed = data["lengths"]
    about = rf"(?:~|≈|c(?:irc)?a\.?|{alternatives(listed['about_so_long'])})"
    length, durations = plain_length(), alternatives(listed["durations"])
    kinds, never = alternatives(listed["terms"]), alternatives([*listed["experience"], *listed["of"]])
    return _Patterns(
        behind=Deferred(
            rf"[ \t]*(?:,?[ ]?(?:{alternatives(listed['for'])})[ ]|(?:,[ ]|\([ ]?)(?=[\w-]+[ -][\w]+[ -](?:{kinds})))"
            rf"(?:an?[ ])?{length}(?![ -](?:{never})\b)"
        ),
        begun=Deferred(
            rf"(?:[ \t]*(?:[,;·|][ \t]*|\([ ]?)?(?:(?:{durations}|{alternatives(listed['for'])})[ ]?:?[ ]?)?|[ \t]*\n[ \t]*(?:{durations})[ ]?:[ ]?)"
            rf"(?:{about}[ ]?)?{length}(?:[ ](?:{kinds}))?(?=[ \t]*(?:[:;,.)|–—-]|\n|\Z))"
        ),
        begins=frozenset(listed["begins"]),
        beside=Deferred(
            rf"[ \t]?(?:\([ ]?|[·,;][ ])(?:{about}[ ]?)?{length}(?:,?[ ](?:(?:{alternatives(data['words']['and'])})[ ])?{length})?[ ]?(?:\)|(?=\n|\Z))"
        ),
        counted_in=tuple(f" {word} " for word in listed["counted_in"]),
        counted_from=tuple(f" {word} " for word in listed["counted_from"]),
        within=Deferred(rf"(?<![\w.]){length}[ ](?:{alternatives(listed['counted_in'])})[ ]\Z"),
        before=Deferred(rf"(?<![\w.]){length}[ ](?:{alternatives(listed['counted_from'])})[ ]\Z"),
    )


def term(lower: str, point: Point) -> tuple[int, int, int] | None:
    """(months, start, end) of the length that is told of what begins in a month, if one is; the span of both."""
    if point.precision != "month":
        return None
    known = _patterns()
    if match := known.behind.match(lower, point.to):
        start, end = point.at, match.end()
    elif lower.endswith(known.counted_from, 0, point.at) and (
        match := known.before.search(lower, max(0, point.at - _REACH), point.at)
    ):
        start, end = match.start(), point.to
    else:
        word, start = word_before(lower, point.at)
        label = lower[max(0, point.at - _REACH) : point.at].rstrip().endswith(":") and (
            words().starts_before.search(lower, max(0, point.at - _REACH), point.at)
        )
        match = known.begun.match(lower, point.to) if word in known.begins or label else None
        if match is None:
            return None
        end = match.end()
    return months_of(match.group(1), match.group(2)), start, end


def stated(lower: str, start: int, end: int) -> tuple[int, int, int] | None:
    """(months, start, end) of the length that is stated beside the dates at ``start:end``, and the span of both ("2019 (6
    months)", "2015 – 2018 · 2 yrs 4 mos", "six months in 2019")."""
    known = _patterns()
    near = lower[max(0, start - _REACH) : start]
    if near.endswith(known.counted_in) and (within := known.within.search(near)):
        return months_of(*within.groups()), start - len(near) + within.start(), end
    opens = lower[end : end + 2].lstrip(" \t")[:1] in {*"(·,;"}
    match = known.beside.match(lower, end) if opens else None
    if match is None:
        return None
    months = months_of(match.group(1), match.group(2)) + (months_of(*match.group(3, 4)) if match.group(3) else 0)
    return months, start, match.end()
