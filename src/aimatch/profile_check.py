"""What a role profile asks that it should not: requirements that nothing can meet, that count one thing twice or that
contradict each other; and, against a pool of reports, those that tell nobody apart and those that decide a shortlist.

:func:`aimatch.load_profile` refuses what is wrong in form. What is found here is well formed and yet likely a mistake;
a finding of severity ``note`` may well be meant.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Literal

from aimatch.errors import ProfileError
from aimatch.interview import MET_FROM
from aimatch.profile import Profile, Requirement, behaviour_ids
from aimatch.report import Report
from aimatch.score import MISSING_BELOW
from aimatch.taxonomy import Taxonomy, load_taxonomy

__all__ = ["Finding", "ProfileCheck", "Sensitivity", "check_profile"]

Kind = Literal["unmatchable", "double-counted", "contradictory", "met-by-nobody", "met-by-everybody"]

#: Fewer reports say nothing about a requirement.
SMALLEST_POOL = 5
#: How far each weight is moved, up and down, to see whether the shortlist rests on it.
STEP = 0.2
#: No working life is longer, in years.
_LONGEST_CAREER = 45
#: A title of these levels and this many years do not go together.
_MOST_YEARS = {"intern": 1.0, "junior": 3.0}
_FIELDS = ("quantitative", "other")
# Coverages nearer to each other than this are equal: the rest is the rounding of a sum.
_DIGITS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at. ``requirements`` are the ids concerned (none: the profile as a whole); ``message`` says what
    is the matter and what would settle it."""

    kind: Kind
    severity: Literal["problem", "note"]
    requirements: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """How a shortlist changes with one weight.

    Attributes:
        requirement: The id of the requirement whose weight is moved.
        leave_up: Who leaves the shortlist when the weight is raised by a fifth, best first; ``enter_up`` who comes in.
        leave_down: Who leaves it when the weight is lowered by a fifth; ``enter_down`` who comes in.
    """

    requirement: str
    leave_up: tuple[str, ...]
    enter_up: tuple[str, ...]
    leave_down: tuple[str, ...]
    enter_down: tuple[str, ...]

    @property
    def moved(self) -> int:
        """How many places of the shortlist the weight decides, at most: 0 where nothing changes."""
        return max(len(self.leave_up), len(self.leave_down))


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCheck:
    """What was found, problems first, and how firm the shortlist stands (empty without a pool), shakiest first.

    ``pool`` is the number of reports, ``shortlist`` who is on it with the weights as they are, best first.
    """

    findings: tuple[Finding, ...]
    pool: int
    shortlist: tuple[str, ...]
    sensitivity: tuple[Sensitivity, ...]


def check_profile(
    profile: Profile,
    pool: Iterable[Report] = (),
    *,
    shortlist: int = 10,
    as_of: date | None = None,
    taxonomy: Taxonomy | None = None,
) -> ProfileCheck:
    """Check what a profile asks, and how it tells a pool of candidates apart.

    Args:
        profile: The profile.
        pool: Reports made with it. Below five of them nothing is said of who meets what.
        shortlist: How many candidates a shortlist holds.
        as_of: The day against which years are checked that are longer than a technology exists; ``None``: they aren't.
        taxonomy: The taxonomy; default: the shipped one.

    Raises:
        ProfileError: A report of the pool was made with other requirements; each such report is named.
        ValueError: ``shortlist`` is below 1.
    """
    if shortlist < 1:
        raise ValueError(f"shortlist: must be 1 or more, not {shortlist}")
    known = taxonomy or load_taxonomy()
    reports = tuple(pool)
    _same_requirements(profile, reports)
    found = [*_unmatchable(profile, known, as_of), *_twice(profile, known), *_contradictory(profile, known)]
    if len(reports) >= SMALLEST_POOL:
        found += _undecided(profile, reports)
    names = _names(reports)
    credits = [tuple(row.credit for row in report.requirements) for report in reports]
    weights = [row.weight for row in profile.requirements]
    best = _best(credits, weights, shortlist)
    sensitivity = [_sensitivity(number, profile, credits, weights, best, names) for number in range(len(weights))]
    return ProfileCheck(
        findings=tuple(sorted(found, key=lambda finding: finding.severity != "problem")),
        pool=len(reports),
        shortlist=tuple(names[number] for number in best),
        sensitivity=tuple(sorted(sensitivity, key=lambda one: -one.moved)) if reports else (),
    )


# ------------------------------------------------------------------------------------------------ the profile by itself
def _ids(row: Requirement) -> tuple[str, ...]:
    return (*row.skills, *row.all_of, *(id_ for id_, _ in row.partial), *(id_ for _, ids in row.groups for id_ in ids))


def _unmatchable(profile: Profile, taxonomy: Taxonomy, as_of: date | None) -> Iterator[Finding]:
    for row in profile.requirements:
        for message in _hopeless(row, taxonomy, as_of):
            yield Finding(kind="unmatchable", severity="problem", requirements=(row.id,), message=message)


def _hopeless(row: Requirement, taxonomy: Taxonomy, as_of: date | None) -> Iterator[str]:
    behaviours = behaviour_ids()
    unknown = [id_ for id_ in _ids(row) if id_ not in taxonomy and id_ not in behaviours]
    if unknown:
        yield f"{', '.join(unknown)}: no skill of the taxonomy, so no resume shows it; find the right id"
    if row.measure == "skills" and not _ids(row):
        yield "names no skill, so nothing meets it; name one or delete the requirement"
    if row.measure == "breadth" and len(row.groups) < row.at_least:
        yield f"asks for {row.at_least} areas and names {len(row.groups)}; name more or lower at_least"
    if row.measure == "degree" and (strange := [field for field in row.fields if field not in _FIELDS]):
        yield f"{', '.join(strange)}: no kind of field of study; those are {', '.join(_FIELDS)}"
    if row.min_years is None:
        return
    if row.min_years > _LONGEST_CAREER:
        yield f"asks for {row.min_years:g} years, longer than a working life; correct min_years"
    elif as_of is not None and row.skills and not row.all_of:
        released = [taxonomy[id_].released if id_ in taxonomy else None for id_ in row.skills]
        years = [as_of.year - year for year in released if year is not None]
        if len(years) == len(released) and max(years) < row.min_years:
            yield f"asks for {row.min_years:g} years of what was first released {max(years)} years ago; lower min_years"


def _twice(profile: Profile, taxonomy: Taxonomy) -> Iterator[Finding]:
    """Pairs of requirements that one piece of evidence meets."""
    rows = [row for row in profile.requirements if row.measure == "skills" and row.weight > 0]
    for one, other in combinations(rows, 2):
        shared = sorted({*one.skills, *one.all_of} & {*other.skills, *other.all_of})
        if shared:
            same = _accepted(one) == _accepted(other)
            yield Finding(
                kind="double-counted",
                severity="problem" if same else "note",
                requirements=(one.id, other.id),
                message=f"{', '.join(shared)} counts in both; "
                + ("merge them and add their weights" if same else "keep both only if it is meant to weigh more"),
            )
    for broad in rows:
        narrow = [row for row in rows if _implied(row, broad, taxonomy) and (row.need, broad.need) != ("must", "nice")]
        if narrow:
            ids = ", ".join(row.id for row in narrow)
            yield Finding(
                kind="double-counted",
                severity="note",
                requirements=(broad.id, *(row.id for row in narrow)),
                message=f"whoever meets {ids} meets {broad.id} by it; keep both only if it is meant to weigh more",
            )


def _accepted(row: Requirement) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(row.skills), frozenset(row.all_of)


def _implied(narrow: Requirement, broad: Requirement, taxonomy: Taxonomy) -> bool:
    """Whether each skill that meets ``narrow`` is a case of one that meets ``broad``, and none is the same."""
    if not narrow.skills or narrow.all_of or broad.all_of or not set(narrow.skills).isdisjoint(broad.skills):
        return False
    return all(id_ in taxonomy and not set(taxonomy.broader(id_)).isdisjoint(broad.skills) for id_ in narrow.skills)


def _contradictory(profile: Profile, taxonomy: Taxonomy) -> Iterator[Finding]:
    def finding(message: str, *rows: Requirement, severity: Literal["problem", "note"] = "problem") -> Finding:
        return Finding(
            kind="contradictory", severity=severity, requirements=tuple(row.id for row in rows), message=message
        )

    for one, other in combinations(profile.requirements, 2):
        if one.id == other.id:
            yield finding("two requirements have this id; rename one", one)
        if one.measure != "skills" or other.measure != "skills" or not _ids(one):
            continue
        if _accepted(one) == _accepted(other):
            if one.need != other.need:
                yield finding("the same is needed in one and only welcome in the other; keep one", one, other)
            if one.min_years is not None and other.min_years is not None and one.min_years != other.min_years:
                years = f"{one.min_years:g} and {other.min_years:g}"
                yield finding(f"the same is asked for {years} years; keep one", one, other)
        for must, nice in ((one, other), (other, one)):
            if (must.need, nice.need) == ("must", "nice") and _implied(must, nice, taxonomy):
                message = f"{nice.id} is only welcome, yet whoever meets the must {must.id} meets it"
                yield finding(message, must, nice, severity="note")
    for row in profile.requirements:
        if row.need == "must" and row.weight == 0:
            yield finding("is a must and weighs nothing; give it a weight or make it nice", row)
        if profile.min_years is not None and row.min_years is not None and row.min_years > profile.min_years:
            yield finding(
                f"asks for {row.min_years:g} years, the whole profile for {profile.min_years:g}; raise min_years", row
            )
        if row.measure == "degree" and row.need == "must" and profile.degree_min == "none":
            yield finding("needs a degree, and degree_min is none; correct one of them", row)
    most = _MOST_YEARS.get(profile.seniority or "")
    if most is not None and profile.min_years is not None and profile.min_years > most:
        yield finding(f"the level is {profile.seniority}, yet {profile.min_years:g} years are asked for")


# ------------------------------------------------------------------------------------------------ against a pool
def _same_requirements(profile: Profile, reports: Sequence[Report]) -> None:
    ids = [row.id for row in profile.requirements]
    others = [
        f"{name}: was made with profile {report.profile!r} or other requirements; score it with {profile.id!r} first"
        for name, report in zip(_names(reports), reports, strict=True)
        if [row.id for row in report.requirements] != ids
    ]
    if others:
        raise ProfileError(f"the pool for {profile.id}", others)


def _names(reports: Sequence[Report]) -> list[str]:
    """What each report is called: its file, or the beginning of its digest."""
    return [report.source or report.input_sha256[:12] for report in reports]


def _undecided(profile: Profile, reports: Sequence[Report]) -> Iterator[Finding]:
    for number, row in enumerate(profile.requirements):
        credits = [report.requirements[number].credit for report in reports]
        if max(credits) < MISSING_BELOW:
            yield Finding(
                kind="met-by-nobody",
                severity="note",
                requirements=(row.id,),
                message=f"none of {len(reports)} shows it"
                + (": as a must it excludes everybody" if row.need == "must" else "")
                + "; is it asked for in the words that people use?",
            )
        elif min(credits) >= MET_FROM:
            yield Finding(
                kind="met-by-everybody",
                severity="note",
                requirements=(row.id,),
                message=f"all of {len(reports)} meet it, so it tells nobody apart",
            )


def _best(credits: Sequence[tuple[float, ...]], weights: Sequence[float], count: int) -> list[int]:
    """The numbers of the best reports, best first; of equals the earlier one."""
    total = math.fsum(weights) or 1.0  # weights made by hand may all be 0: then all are equal
    covered = [
        round(math.fsum(weight * credit for weight, credit in zip(weights, row, strict=True)) / total, _DIGITS)
        for row in credits
    ]
    return sorted(range(len(covered)), key=lambda number: (-covered[number], number))[:count]


def _sensitivity(
    number: int,
    profile: Profile,
    credits: Sequence[tuple[float, ...]],
    weights: Sequence[float],
    best: Sequence[int],
    names: Sequence[str],
) -> Sensitivity:
    def moved(factor: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        changed = [weight * factor if at == number else weight for at, weight in enumerate(weights)]
        now = _best(credits, changed, len(best))
        leave = tuple(names[one] for one in best if one not in now)
        return leave, tuple(names[one] for one in now if one not in best)

    leave_up, enter_up = moved(1 + STEP)
    leave_down, enter_down = moved(1 - STEP)
    return Sensitivity(
        requirement=profile.requirements[number].id,
        leave_up=leave_up,
        enter_up=enter_up,
        leave_down=leave_down,
        enter_down=enter_down,
    )
