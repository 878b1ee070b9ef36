"""How long somebody has worked: by the dates of positions, or by what the resume states where it gives no dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from aimatch.dates import MONTH_OF_A_YEAR_BEGUN, MONTH_OF_A_YEAR_ENDED, covered_months
from aimatch.model import Position, PositionKind, Project, Resume

#: Kinds of position that are paid work; volunteering and board seats are shown, not counted.
PAID: frozenset[PositionKind] = frozenset({"employment", "part-time", "internship", "freelance", "teaching-assistant"})

#: Dates that cover no more than a fourth of what is stated are plainly not the whole career, and those of a single position
#: among undated ones if they cover no more than half of it.
_EVIDENTLY_PARTIAL, _PARTIAL_IF_ONE = 4, 2


#: What a number of months rests on: the ``dates`` of positions (and the lengths told of undated ones beside them), the
#: ``lengths`` told of undated positions alone, or a total that is ``stated``. Without any: ``unpaid`` where all positions that
#: were read are no paid work, ``unread`` where nothing tells how long anybody worked.
Basis = Literal["dates", "lengths", "stated", "unpaid", "unread"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """How long somebody has worked: ``months`` of paid work, overlaps once, and what they rest on (``basis``).

    ``positions`` holds the months of each of :attr:`Resume.positions` by itself, paid or not, ``None`` where neither dates nor
    words tell; ``projects`` is how many dated projects count as work.
    """

    months: int
    basis: Basis
    positions: tuple[int | None, ...]
    projects: int


def paid_positions(resume: Resume) -> tuple[Position, ...]:
    """The positions that count as work."""
    return tuple(position for position in resume.positions if position.kind in PAID)


def total_months(resume: Resume, as_of: date) -> int:
    """Months of paid work up to ``as_of``, overlaps once.

    Dates come first, since a sum stated in words is rounded and grows old. Projects dated within the experience section
    count with them (consultants date their projects, not their employer), and so does what is told of the length of
    undated positions ("for 3 years"). Where no work is dated, the stated total counts, then the longest stated experience
    in any one subject.

    The stated total counts beside dates too where these cover less than it and are evidently a part of the career only:
    where other positions stand undated beside them, where none of them lasts (the list is older than the resume), or where
    they are no more than a quarter of it. The experience in a subject does so where positions stand undated and the dated
    ones are no more than a quarter of it, or no more than half where only one is dated.
    """
    return experience(resume, as_of).months


def experience(resume: Resume, as_of: date) -> Experience:
    """The months of paid work as :func:`total_months` tells them, with what they rest on."""
    paid = paid_positions(resume)
    whole = _with_whole_years(paid)
    projects = _work_projects(resume)
    dated = covered_months([*whole, *projects], as_of)
    told = sum(position.stated_months or 0 for position in paid)
    general = [item.years for item in resume.stated_years if not item.subject]
    stated = round(max(general or [item.years for item in resume.stated_years] or [0.0]) * 12)
    undated = any(position.start is None for position in resume.positions)
    over = not any(position.current for position in paid)
    one = undated and sum(position.start is not None for position in paid) == 1
    part = 1 if general and (undated or over) else _PARTIAL_IF_ONE if one else _EVIDENTLY_PARTIAL
    basis: Basis = "dates"
    months = dated + told
    if not dated or ((general or undated) and (dated + told) * part <= stated):
        months = max(stated, told)
        basis = "stated" if stated > told else "lengths"
    if not months:
        basis = _without_months(resume)
    as_counted = dict(zip(map(id, paid), whole, strict=True))
    return Experience(
        months=months,
        basis=basis,
        positions=tuple(_months_of(as_counted.get(id(position), position), as_of) for position in resume.positions),
        projects=sum(project.start is not None for project in projects),
    )


def _without_months(resume: Resume) -> Basis:
    """Why there are none: dated work that has not begun counts none for sure, and so do positions without pay."""
    paid = paid_positions(resume)
    if any(position.start is not None for position in paid):
        return "dates"
    return "unpaid" if resume.positions and not paid else "unread"


def _months_of(position: Position, as_of: date) -> int | None:
    return position.stated_months if position.start is None else covered_months([position], as_of)


def _with_whole_years(positions: Sequence[Position]) -> list[Position]:
    """The positions, those dated by years through to the next one where each begins in the year after the last ("2009 - 2011",
    "2012 - 2015"): who writes so counts the years in, and who lets jobs share one ("2009 - 2012", "2012 - 2015") doesn't."""
    ends = {one.end.year: one for one in positions if one.end and _by_year(one, one.end, MONTH_OF_A_YEAR_ENDED)}
    starts = {one.start.year for one in positions if one.start and _by_year(one, one.start, MONTH_OF_A_YEAR_BEGUN)}
    if not starts.isdisjoint(ends):
        return list(positions)
    januaries = {one.start.year for one in positions if one.start and one.start.month == 1}
    whole = []
    for one in positions:
        if one.end and ends.get(one.end.year) is one and one.end.year + 1 in starts | januaries:
            one = replace(one, end=one.end.replace(month=12))
        if one.start and _by_year(one, one.start, MONTH_OF_A_YEAR_BEGUN) and one.start.year - 1 in ends:
            one = replace(one, start=one.start.replace(month=1))
        whole.append(one)
    return whole


def _by_year(position: Position, day: date, month: int) -> bool:
    return position.precision == "year" and day.month == month


def _work_projects(resume: Resume) -> list[Project]:
    spans = [(section.start, section.end) for section in resume.sections if section.kind == "experience"]
    return [project for project in resume.projects if any(start <= project.text_start < end for start, end in spans)]
