"""Months behind their year: "2016 April - 2018 March", "2019 (Jan) - now".

A month belongs to the year before it only where a range shows so: a dash and another year, or a word for the present,
follow it, or a dash stands before the year and nothing behind the month. "2016, March 2017" stays two dates.
"""

from __future__ import annotations

import re

from aimatch.dates.words import Words

_CLOSES = re.compile(r"(?<=\.) |[ \t\u00a0]*(?:[\n)\].,;:|]|\t| {2}|[*_]+(?!\w)|\Z)")


def month_behind(text: str, lower: str, at: int, to: int, known: Words) -> tuple[int, int, int] | None:
    """The first and the last month (1..12) of what is named behind the year at ``at:to``, a month or a numbered part, and
    where it ends, if it belongs to that year."""
    found = known.month_after.match(lower, to)
    if found is None:
        return None
    month = known.months.get(found[1])
    part = (month, month) if month else known.parts.get(found[1]) if found[1][-1].isdigit() else None
    if part is None:
        return None
    opens = known.opens_behind.match(lower, found.end())
    if (opens and (opens[1] or opens[2] in known.lasting)) or known.dangling.match(lower, found.end()):
        return *part, found.end()
    ended = text[found.end() - 1] == ")" or _CLOSES.match(text, found.end())  # "2006 (March) to 2012 (May) – Clerk"
    closes = ended and known.closes_before.search(lower, max(0, at - 8), at)
    return (*part, found.end()) if closes else None
