"""Jobs of which only the first month is written, among others that have both ends: each lasted until the next began;
and those of which a dash behind the first year says that they last.

Where the newest job, listed first, has a start and no end, the person was in it as the resume was written.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from aimatch.dates.words import DASHES
from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

#: Months to the next start beyond which it says nothing of when the job before it ended.
_LONGEST = 12
#: Jobs of which only the first months are written.
_FEWEST = 3
_DASH = re.compile(rf"\s?[{re.escape(DASHES)}]\s+\S")


def with_open_years(
    entries: list[tuple[Dated, Role]], lines: list[Line], outline: Outline, known: Jobs
) -> list[tuple[Dated, Role]]:
    """The dates with the years that a dash leaves open before a title ("2009 - Professor, Foo University") as lasting,
    where others of their section open their lines with both ends ("2004 - 2009 Lecturer"). Nobody stays an intern."""
    both = {
        outline.owner[dated.line]
        for dated, role in entries
        if role == "position" and not (dated.span.single or dated.span.current or dated.before or dated.bullet)
    }
    result = []
    for dated, role in entries:
        span, line = dated.span, lines[dated.line]
        if (
            role == "position"
            and span.single
            and span.precision == "year"
            and outline.owner[dated.line] in both
            and span.text_start == line.start
            and _DASH.match(line.text, span.text_end - line.start)
            and known.kind(dated.after) == "employment"
            and not known.is_deed(dated.after)
        ):
            dated = replace(dated, span=replace(span, end=None, current=True, single=False))
        result.append((dated, role))
    return result


def with_open_starts(
    found: list[tuple[Position, int, int]], single: Collection[int], whole: Collection[int]
) -> list[tuple[Position, int, int]]:
    """The dated positions, in order of place, with the ends that the starts of later ones tell. ``single`` holds the numbers
    of those of which only one month is written; they are starts only where at least as many have both ends. In the line of
    both names, behind them (``whole``), such a month is all of a job: "Camera operator, Foo Games, July 2022"."""
    if not single or (2 * len(single) > len(found) and not _are_starts(found, single)):
        return found
    every = len(single) == len(found)
    result = list(found)
    starts = sorted(position.start for position, _, _ in found if position.start)
    for number in single:
        if number in whole and not every:
            continue
        position, first, last = found[number]
        if (position.kind != "employment" and not every) or position.precision != "month" or position.start is None:
            continue
        later = next((start for start in starts if start > position.start), None)
        if later is None and (number == 0 or (every and number == len(found) - 1)):
            result[number] = replace(position, end=None, current=True), first, last
        elif later is not None and (every or _months(position, later.year * 12 + later.month) <= _LONGEST):
            result[number] = replace(position, end=later), first, last
    return result


def _are_starts(found: list[tuple[Position, int, int]], single: Collection[int]) -> bool:
    """Whether all that is written are months in a row, one for each of several jobs."""
    starts = [position.start for position, _, _ in found if position.start and position.precision == "month"]
    ordered = starts == sorted(set(starts)) or starts == sorted(set(starts), reverse=True)
    return ordered and len(found) == len(single) == len(starts) >= _FEWEST


def _months(position: Position, until: int) -> int:
    return until - (position.start.year * 12 + position.start.month) if position.start else 0
