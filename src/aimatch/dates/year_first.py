"""Months behind their year: "2016 April - 2018 March", "2019 (Jan) - now".

A month belongs to the year before it only where a range shows so: a dash and another year, or a word for the present,
follow it, or a dash stands before the year and nothing behind the month. "2016, March 2017" stays two dates.
"""

from __future__ import annotations

import re

from aimatch.dates.words import Words

_MONTH = re.compile(r"(?:,?[ \t\u00a0]|[ \t\u00a0]?\(|-)([^\W\d_]{3,10})\.?\)?")
_CLOSES = re.compile(r"[ \t\u00a0]*(?:[\n)\].,;:|]|\t| {2}|\Z)")


def month_behind(text: str, lower: str, at: int, to: int, known: Words) -> tuple[int, int] | None:
    """The month (1..12) behind the year at ``at:to`` and where it ends, if it belongs to that year."""
    found = _MONTH.match(lower, to)
    month = known.months.get(found[1]) if found else None
    if found is None or month is None:
        return None
    opens = known.opens_behind.match(lower, found.end())
    if opens and (opens[1] or opens[2] in known.lasting):
        return month, found.end()
    closes = _CLOSES.match(text, found.end()) and known.closes_before.search(lower, max(0, at - 8), at)
    return (month, found.end()) if closes else None
