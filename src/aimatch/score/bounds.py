"""How far a credit, and with it the coverage, may lie from what was found: uncertain mentions, claims, inferred dates.

- **Mentions** that a careful reader could decide otherwise: the credit could be as much lower as they are uncertain.
- **Claims**: what a skill earns that is only listed may be half as much (nothing stands behind it) or half as much
  again (it was used, and the resume does not tell).
- **Dates** of which the resume gives less than the month: where months count, the credit is computed again for the
  shortest and for the longest career that the dates allow.

The doubts of a resume's requirements have common causes (whoever pads one list pads the others; the dates are the same
for all), so they add up as they are, and the coverage's bounds are the sums of the requirements' ones. The interval is
what the resume leaves open. It holds no doubt of the weights, and none of what the resume states.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Literal

from aimatch.dates import covered_months, from_month_number, month_number
from aimatch.model import CareerEvidence, Position, SkillEvidence
from aimatch.profile import Profile, Requirement
from aimatch.resume import paid_positions
from aimatch.score.measures import credit
from aimatch.score.skill import Credit
from aimatch.taxonomy import Taxonomy

#: The share of a listed skill's credit that is in doubt, either way.
CLAIM = 0.5
#: How much longer, in months, a position may have lasted of which the resume gives one month only.
ONE_DATE_MONTHS = 12

Reading = Literal["shortest", "longest"]


def date_readings(evidence: CareerEvidence) -> tuple[CareerEvidence, CareerEvidence] | None:
    """The evidence as the shortest and as the longest career that its dates allow; ``None`` where all are exact."""
    if all(_exact(position) for position in paid_positions(evidence.resume)):
        return None
    return _reading(evidence, "shortest"), _reading(evidence, "longest")


def credit_bounds(
    requirement: Requirement,
    earned: Credit,
    readings: tuple[CareerEvidence, CareerEvidence] | None,
    profile: Profile,
    taxonomy: Taxonomy,
) -> tuple[float, float]:
    """The bounds (0..1) of a credit that was earned for a requirement; the credit lies between them."""
    values = [earned.value]
    if readings is not None and requirement.min_years is not None:
        values += (credit(requirement, reading, profile, taxonomy).value for reading in readings)
    claim = CLAIM * earned.claimed
    return min(values) * earned.certainty * (1.0 - claim), min(1.0, max(values) * (1.0 + claim))


def _exact(position: Position) -> bool:
    return position.start is None or (position.precision == "month" and position.start != position.end)


def _reading(evidence: CareerEvidence, reading: Reading) -> CareerEvidence:
    positions = tuple(map(partial(_read, reading=reading), evidence.resume.positions))
    paid = frozenset(map(id, paid_positions(replace(evidence.resume, positions=positions))))
    by_number = {number: position for number, position in enumerate(positions) if id(position) in paid}
    skills = {
        id_: replace(shown, months=_months(shown, by_number, evidence.as_of)) if shown.months else shown
        for id_, shown in evidence.skills.items()
    }
    return replace(evidence, resume=replace(evidence.resume, positions=positions), skills=skills)


def _months(shown: SkillEvidence, positions: dict[int, Position], as_of: date) -> int:
    return covered_months([position for number, position in positions.items() if number in shown.named_in], as_of)


def _read(position: Position, *, reading: Reading) -> Position:
    """A position with the dates that make it the shortest or the longest."""
    start, end = position.start, position.end
    if start is None or _exact(position):
        return position
    if position.precision == "month":  # one date only: as written, or until some months later
        return position if reading == "shortest" else replace(position, end=_later(start, ONE_DATE_MONTHS))
    if position.precision == "season":  # a month either way
        step = 1 if reading == "shortest" else -1
        start, end = _later(start, step), end and _later(end, -step)
    else:
        first, last = (12, 1) if reading == "shortest" else (1, 12)
        start, end = start.replace(month=first), end and end.replace(month=last)
    if end is not None and end < start:  # within one year, or one season: a month at least
        start = end = position.start
    return replace(position, start=start, end=end)


def _later(day: date, months: int) -> date:
    return from_month_number(month_number(day) + months)
