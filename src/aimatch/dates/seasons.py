"""The same season of several years: "Summers 2018 - 2020", "2009-06 to 2016-08, each summer"."""

from __future__ import annotations

from datetime import date

from aimatch.dates.beside import word_before
from aimatch.dates.points import Point
from aimatch.dates.words import Words

#: Years in a row ("Summers 2004 - 2018"); more are no resume's.
_MOST_YEARS = 15


def seasons(lower: str, first: Point, second: Point, known: Words) -> tuple[list[tuple[date, date]], int, int]:
    """The first and the last month of the season of each year from ``first`` to ``second``, if a word for it stands before
    bare years or "each" and its name behind them; and where all of it begins and ends."""
    word, start = word_before(lower, first.at)
    end = second.to
    months = known.each.get(word) if first.precision == second.precision == "year" else None
    if months is None and (found := known.each_behind.match(lower, end)):
        months, start, end = known.parts[found[1]], first.at, found.end()
    years = range(first.first // 12, second.first // 12 + 1)
    if months is None or not 1 < len(years) <= _MOST_YEARS:
        return [], start, end
    return [(date(year, months[0], 1), date(year, months[1], 1)) for year in years], start, end
