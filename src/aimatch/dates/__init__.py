"""Dates as resumes write them: spans of time in a text, and months counted from them.

A day never matters in a career, so every date is the first of its month. The month of the end counts: from March 2021
to February 2024 are 36 months. Where only years are written, the true months are unknown and anything from
``12 * (b - a - 1)`` to ``12 * (b - a + 1)`` months may be meant. Careful readers settle a little above the middle, which is
met by reading the first year as its April and the last as its September: 2014-2019 counts 66 months and 2017 alone six.

What lasts until "present" needs a day to be counted to; it is always passed in (``as_of``), never taken from the clock.
The month of that day counts once half of it has passed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from aimatch.dates.beside import word_before
from aimatch.dates.joined import closed_below, in_table_of_spans, joined, lasts_joined
from aimatch.dates.month_numbers import from_month_number, month_number
from aimatch.dates.plain import plain, whole_end
from aimatch.dates.points import Point, Precision, find_points
from aimatch.dates.seasons import seasons
from aimatch.dates.terms import stated, term
from aimatch.dates.words import DASHES, Words, words
from aimatch.wordlist import lowered

__all__ = [
    "MONTH_OF_A_YEAR_BEGUN", "MONTH_OF_A_YEAR_ENDED", "DateRange", "Dated", "covered_months", "find_ranges", "from_month_number", "lowered",
    "month_number", "months",
]  # fmt: skip

_STOP = re.compile(r"[.)\s]*(?:\Z|\n|\|)|\.\s+(?=[A-Z])")
#: The empty last cell of a row behind a date.
_EMPTY_CELL = re.compile(r"[ \t]*(?:\|[ \t|]*)?(?:\n|\Z)")
_FIRST_WORD = re.compile(r"[^\w'/-]|_")
_NEAR = 40  # characters of the line before a date that are looked at: a file can be one endless line
_YEAR_STARTS, _YEAR_ENDS = 3, 8  # April and September, counted from 0: see the module's docstring
#: The months (1 to 12) in which a date begins, and by which it has ended, that may be no more than a year.
MONTH_OF_A_YEAR_BEGUN, MONTH_OF_A_YEAR_ENDED = _YEAR_STARTS + 1, _YEAR_ENDS + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class DateRange:
    """A span of time in a text. ``start`` and ``end`` are the first of their month.

    ``start`` is None where only an end is written ("until 2018"); ``end`` is None while it lasts (``current``). A ``single`` date (a day, month or year with no second end) has both. ``end`` may lie before ``start``: it is kept
    as written. ``text_start:text_end`` spans the dates and what joins them.
    """

    start: date | None
    end: date | None
    current: bool
    precision: Precision
    text_start: int
    text_end: int
    single: bool = False


class Dated(Protocol):
    """Anything with a start and an end: a date range, a position, a project."""

    @property
    def start(self) -> date | None:
        """The first month, as its first day; None if unknown."""

    @property
    def end(self) -> date | None:
        """The last month, as its first day; None while it lasts."""


def months(start: date, end: date | None, as_of: date) -> int:
    """Whole calendar months from ``start`` to ``end`` (to ``as_of`` if None or later), both counted; never negative."""
    last = _today(as_of) if end is None else min(month_number(end), _today(as_of))
    return max(0, last - month_number(start) + 1)


def covered_months(spans: Iterable[Dated], as_of: date) -> int:
    """The months that the spans cover together, each once, up to ``as_of``.

    A span without start, or with an end before its start, covers nothing.
    """
    today = _today(as_of)
    bounds = sorted(
        (month_number(span.start), min(today, month_number(span.end)) if span.end is not None else today)
        for span in spans
        if span.start is not None
    )
    total, reached = 0, -1
    for first, last in bounds:
        total += max(0, last - max(first, reached + 1) + 1)
        reached = max(reached, last)
    return total


def find_ranges(text: str) -> tuple[DateRange, ...]:
    """The spans of time and single dates written in ``text``, in order of place, not overlapping."""
    written = text
    text, lower = plain(text)
    known, points = words(), find_points(text, lower)
    found: list[DateRange] = []
    index = 0
    while index < len(points):
        point = points[index]
        following = points[index + 1] if index + 1 < len(points) else None
        if point.whole or (following is not None and following.whole):
            point, following = _school_years(text, lower, point, following, known)
        if following is not None and not point.whole and joined(text, lower, point, following, known):
            found += _each(lower, point, following, known) or [_range(point, following)]
            index += 2
            continue
        if following and (to := closed_below(text, lower, point, following, known)) is not None:
            found.append(replace(_range(point, following), text_end=to))
            index += 1
        elif (told := term(lower, point)) is not None:
            found.append(_of_length(point, *told))
        elif (open_ended := _lasting(text, lower, point, known)) is not None:
            found.append(open_ended)
        elif point.whole:
            found.append(_range(point, point))
        elif point.sure:
            found.append(_alone(lower, point, known))
        index += 1
    spans = tuple(_narrowed(span, lower) for span in _straightened(found))
    if text is written:
        return spans
    return tuple(replace(span, text_end=whole_end(text, written, span.text_end)) for span in spans)


def _narrowed(span: DateRange, lower: str) -> DateRange:
    """A span of bare years with the length that is stated behind it in brackets, if that may be meant: as long, within it."""
    if span.precision != "year" or span.start is None or span.end is None:
        return span
    told = stated(lower, span.text_start, span.text_end)
    years = span.end.year - span.start.year
    if told is None or not 12 * (years - 1) < told[0] <= 12 * (years + 1):
        return span
    last = min(month_number(span.start) + told[0] - 1, span.end.year * 12 + 11)
    return replace(
        span,
        start=from_month_number(last - told[0] + 1),
        end=from_month_number(last),
        text_start=told[1],
        text_end=told[2],
    )


def _school_years(
    text: str, lower: str, point: Point, following: Point | None, known: Words
) -> tuple[Point, Point | None]:
    """Two dates in a row, school years ("2004/05") among them as the months from September to August where they are the
    ends of one range, or the first of them the start of one that lasts."""
    first, second = point.school_year(), following.school_year() if following else None
    start, end = first or point, second or following
    if end and (first or second) and not (start.whole or end.whole) and joined(text, lower, start, end, known):
        return start, end
    return (first, following) if first and _lasting(text, lower, first, known) else (point, following)


def _each(lower: str, first: Point, second: Point, known: Words) -> list[DateRange]:
    """The seasons of each of several years."""
    spans, start, end = seasons(lower, first, second, known)
    return [
        DateRange(start=begins, end=ends, current=False, precision="season", text_start=start, text_end=end)
        for begins, ends in spans
    ]


def _range(first: Point, second: Point) -> DateRange:
    return DateRange(
        start=_start(first),
        end=_end(second),
        current=False,
        precision=_precision(first, second),
        text_start=first.at,
        text_end=second.to,
    )


def _of_length(point: Point, length: int, start: int, end: int) -> DateRange:
    return DateRange(
        start=_start(point), end=from_month_number(point.first + length - 1), current=False, precision="month",
        text_start=start, text_end=end,
    )  # fmt: skip


def _lasting(text: str, lower: str, point: Point, known: Words) -> DateRange | None:
    """The range that ``point`` opens if words say that it lasts."""
    if point.whole:
        return None
    at, to = point.at, 0
    following = lower[point.to : point.to + 24].lstrip(" \t\r\n,.)]([")
    # Cheap test first: what follows is a dash, or a word that begins one of the expressions.
    likely = following and (
        following[0] in DASHES
        or following[0] == "/"
        or not following[0].isascii()
        or _FIRST_WORD.split(following, 1)[0] in known.lasting
    )
    behind = text[point.to : point.to + 3]
    cell = behind.lstrip(" \t")[:1] == "|" or behind[:1] == "\t" or behind[:2] in {"  ", " \t"}
    if (
        (likely and (match := known.present_after.match(lower, point.to)) and _ends_word(text, match.end()))
        or (cell and (match := known.present_cell.match(lower, point.to)))
        or (
            (likely or ".." in behind or "…" in behind)
            and (match := known.open_end.match(lower, point.to))
            and (match[2] or not text[slice(*match.span(1))].istitle())
        )
        or (match := lasts_joined(lower, point, known))
    ):
        to = match.end()
    elif _EMPTY_CELL.match(text, point.to) and in_table_of_spans(text, lower, point.at, known):
        to = point.to
    elif (
        (point.sure or point.precision == "month")
        and (word := word_before(lower, point.at, known.articles))[0]
        and (
            word[0] in known.since
            or (word[0] in known.opening and "\n" not in lower[word[1] : point.at] and _STOP.match(text, point.to))
        )
    ):
        at, to = word[1], point.to
    elif text[max(0, point.at - 4) : point.at].rstrip()[-1:] in {*DASHES, "o", "m"} and (
        match := known.present_before.search(lower, max(0, point.at - 24), point.at)
    ):
        at, to = match.start(), point.to
    else:
        # "2019 -" with nothing behind it. Only its neighbourhood is looked at, since a file can be one endless line.
        dash = known.dangling.match(lower, point.to)
        if dash is None or not (point.sure or point.precision == "month"):
            return None
        line = text[max(0, point.at - _NEAR) : point.at]
        opens = not line[line.rfind("\n") + 1 :].strip(" \t([|")
        # "2024/09 -     Postdoc": the empty end of a column of dates.
        bare = point.precision == "year" and text[dash.end("dash") - 1] in DASHES
        goes_on = bare and opens and text[dash.end() + 1 : dash.end() + 2].isalnum()
        if goes_on if dash.group("gap") is None else not opens:
            return None
        to = dash.end("dash")
    return DateRange(start=_start(point), end=None, current=True, precision=point.precision, text_start=at, text_end=to)


def _ends_word(text: str, end: int) -> bool:
    following = text[end : end + 1]
    if following == "_":  # emphasis in Markdown: "_January 2015 – Present_"
        return not text[end + 1 : end + 2].isalnum()
    return not following.isalnum() or (following.isupper() and text[end - 1].islower())


def _alone(lower: str, point: Point, known: Words) -> DateRange:
    word, start = word_before(lower, point.at)
    until = word in known.until
    return DateRange(
        start=None if until else _start(point),
        end=_end(point),
        current=False,
        precision=point.precision,
        text_start=start if until else point.at,
        text_end=point.to,
        single=not until,
    )


def _straightened(found: list[DateRange]) -> list[DateRange]:
    """Turn ranges round where the writer puts the later date first throughout; a lone one is kept as an error."""
    closed = [span for span in found if span.start and span.end and not span.single]
    turned = [span for span in closed if span.start and span.end and span.end < span.start]
    if len(turned) < 2 or len(turned) < len(closed):
        return found
    return [
        _turned(span) if span.start and span.end and span.end < span.start and not span.single else span
        for span in found
    ]


def _turned(span: DateRange) -> DateRange:
    start, end = span.end, span.start
    if span.precision == "year" and start and end and (start.month, end.month) == (_YEAR_ENDS + 1, _YEAR_STARTS + 1):
        start, end = start.replace(month=_YEAR_STARTS + 1), end.replace(month=_YEAR_ENDS + 1)
    return replace(span, start=start, end=end)


def _precision(first: Point, second: Point) -> Precision:
    kinds = {first.precision, second.precision}
    return "year" if "year" in kinds else "season" if "season" in kinds else "month"


def _start(point: Point) -> date:
    return from_month_number(point.first + _YEAR_STARTS if point.precision == "year" else point.first)


def _end(point: Point) -> date:
    return from_month_number(point.last - 11 + _YEAR_ENDS if point.precision == "year" else point.last)


def _today(as_of: date) -> int:
    return month_number(as_of) - (as_of.day < 15)
