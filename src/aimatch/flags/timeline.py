"""Months on a line, for the flags about time: what a career's dates cover, and how surely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from aimatch.dates import Dated, month_number
from aimatch.flags.heuristic import Case


@dataclass(frozen=True, slots=True)
class Stretch:
    """Months ``first`` to ``last``, both counted, as months since year 0."""

    first: int
    last: int

    @property
    def months(self) -> int:
        """How many months; 0 or less if it ends before it begins."""
        return self.last - self.first + 1


def stretch(span: Dated, as_of: date) -> Stretch | None:
    """The months of a span, or ``None`` without a start or with an end before it."""
    if span.start is None:
        return None
    last = month_number(as_of) if span.end is None else month_number(span.end)
    return Stretch(month_number(span.start), last) if last >= month_number(span.start) else None


def widened(span: Dated, as_of: date, *, by_year: bool) -> Stretch | None:
    """The months that a span may cover: whole calendar years where only years are written."""
    known = stretch(span, as_of)
    if known is None or not by_year:
        return known
    return Stretch(known.first // 12 * 12, known.last // 12 * 12 + 11)


def narrowed(span: Dated, as_of: date, *, by_year: bool) -> Stretch | None:
    """The months that a span surely covers: from the last of the year that it begins in to the first of that it ends in,
    where only years are written."""
    known = stretch(span, as_of)
    if known is None or not by_year:
        return known
    return Stretch(known.first // 12 * 12 + 11, known.last if span.end is None else known.last // 12 * 12)


def gaps(stretches: Iterable[Stretch]) -> Iterator[Stretch]:
    """What lies between stretches, in order, none before the first or after the last."""
    reached: int | None = None
    for one in sorted(stretches, key=lambda known: (known.first, known.last)):
        if reached is not None and one.first > reached + 1:
            yield Stretch(reached + 1, one.first - 1)
        reached = one.last if reached is None else max(reached, one.last)


def years_since(day: date, as_of: date) -> float:
    """Years from a day to the day of reading, 0 at least."""
    return max(0.0, (month_number(as_of) - month_number(day)) / 12)


def is_read_too_early(case: Case) -> bool:
    """Whether the resume names a technology that was released after the day of reading: it was written later, so that
    lengths of time up to that day can't be held against it."""
    year = case.evidence.as_of.year
    return any(
        (released := case.taxonomy.released(mention.skill)) is not None and released > year
        for mention in case.evidence.resume.mentions
        if mention.kind == "technology"
    )


def name(number: int) -> str:
    """A month number as people write it: ``2021-03``."""
    return f"{number // 12:04d}-{number % 12 + 1:02d}"
