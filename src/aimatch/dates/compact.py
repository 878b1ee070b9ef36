"""Spans of time written in digits alone, in the fewest: "3/19-4/20", "20152018", "2004/05 - 2012/13"."""

from __future__ import annotations

import re

from aimatch.dates.beside import word_before
from aimatch.dates.words import DASHES, Words, words
from aimatch.deferred import Deferred

_SHORT_PAIR = Deferred(
    rf"(?<![\w./-])(\d{{1,2}})([/.])(\d\d)(?: [{re.escape(DASHES)}] |[{re.escape(DASHES)}])(\d{{1,2}})\2(\d\d)(?![\w/.%-]\d|[\w%])"
)
#: The rest of a pair of years that both have four digits.
NEXT_YEAR = re.compile(r"/(?:19|20)(\d\d)(?![\d/.,%-]\d|\d|%)")
_PAIR = r"((?:19|20)\d\d)/(\d\d)"
_PAIR_BEHIND = Deferred(rf"\s?(?:[{re.escape(DASHES)}]+|[^\W\d_]{{1,7}})\s?{_PAIR}(?!\d)")
_PAIR_BEFORE = Deferred(rf"(?<!\d){_PAIR}\s?(?:[{re.escape(DASHES)}]+|[^\W\d_]{{1,7}})\s?\Z")
#: Characters before a pair of years that hold another one.
_OTHER = 19
#: A day and a month, or a month with both its figures, set apart from the year behind it, and what may stand before the latter.
_SPACED = Deferred(r"(?:(?:(?<![\d./-])|(?<=\d{4}-))(\d{1,2})(?:/|\.\s?)(\d{1,2})\.?|(?<!\d)(0[1-9]|1[0-2])) \Z")
_OPENED = Deferred(rf"(?:\.\.\.|[\n\t()\[:;,|•·{re.escape(DASHES)}]|\A) *\Z")
#: Years with their months on the other side of a slash.
_MONTHS_SLASHED = Deferred(r"(?:19|20)\d\d-[01]\d /[ \n]\Z")
_SLASHED_MONTHS = Deferred(r" /[ \n](?:19|20)\d\d-[01]\d(?!\d)")
#: Days of the longest month.
LONGEST_MONTH = 31
_TWO_YEARS = Deferred(r"((?:19[5-9]|20[0-4])\d)((?:19[5-9]|20[0-4])\d)")


def short_pair(text: str, at: int) -> tuple[int, int, int, int] | None:
    """A range whose years have two digits ("3/19-4/20"), of which the first begins at ``at``: where it begins and ends, and
    its first and last month counted from year 0, if both ends may be months in their order."""
    match = _SHORT_PAIR.search(text, max(0, at - 3), at + 10)
    if match is None or match.start(3) != at:
        return None
    months = int(match.group(1)), int(match.group(4))
    years = [2000 + value if value < 50 else 1900 + value for value in (int(match.group(3)), int(match.group(5)))]
    first, last = (year * 12 + month - 1 for year, month in zip(years, months, strict=True))
    if not all(1 <= month <= 12 for month in months) or first >= last:
        return None
    return match.start(), match.end(), first, last


def spaced_month(text: str, lower: str, at: int) -> tuple[int, int] | None:
    """Where the date begins whose year stands at ``at`` behind a space ("28/2 2019", "28. 2. 2019", "03 2019"), and its
    month."""
    found = _SPACED.search(text, max(0, at - 8), at)
    if found is None or not 1 <= int(found[2] or found[3]) <= 12 or int(found[1] or 1) > LONGEST_MONTH:
        return None
    start = found.start()
    if found[3] and not _OPENED.search(text, max(0, start - 8), start):
        known, word = words(), word_before(lower, start)[0]
        if word not in known.to | known.from_words | known.since | known.opening | known.until:
            return None
    return start, int(found[2] or found[3])


def two_years(text: str, at: int, to: int) -> tuple[int, int] | None:
    """The years in eight digits at ``at:to`` that open a line or stand alone in brackets: a dash without spaces was lost
    ("20152018"; as a day it would have no month)."""
    years = _TWO_YEARS.fullmatch(text, at, to)
    if years is None or years[1] >= years[2]:
        return None
    bracket = text[at - 1 : at] == "(" and text[to : to + 1] == ")"
    return (int(years[1]), int(years[2])) if bracket or at == 0 or text[at - 1] == "\n" else None


def in_school_years(text: str, at: int, to: int, year: int, month: int) -> bool:
    """Whether "2004/05" at ``at:to`` is no May, since the other end of the range is a pair of years, too ("2012/13")."""
    other = _PAIR_BEHIND.match(text, to) or _PAIR_BEFORE.search(text, max(0, at - _OTHER), at)
    return (year + 1) % 100 == month and other is not None and (int(other[1]) + 1) % 100 == int(other[2])


def in_range(text: str, at: int, to: int, known: Words) -> bool:
    """Whether what may be a year and its month, or two years, stands beside what joins the ends of a span."""
    before, after = text[max(0, at - 9) : at].lower().split(), text[to : to + 9].lower().split()
    # "1998-09 / 2010-12"
    slashed = _MONTHS_SLASHED.search(text, max(0, at - 12), at) or _SLASHED_MONTHS.match(text, to)
    return bool(
        slashed
        or (before and (before[-1][-1] in DASHES or before[-1] in known.to))
        or (after and (after[0][0] in DASHES or after[0] in known.to))
    )
