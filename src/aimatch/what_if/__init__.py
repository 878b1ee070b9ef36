"""What further evidence would do to a coverage, and which evidence would do most.

The question is answered by the score itself: the evidence of the resume with one more position in which the skills are
used (or a project, or a degree), put through the same formula. It tells what the coverage would be if a resume showed
this; it is no advice to write down what is not so.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Iterable, Iterator
from typing import cast, get_args

from aimatch.errors import UnknownSkill
from aimatch.evidence import STRENGTHS
from aimatch.model import CareerEvidence, Degree, RequirementResult
from aimatch.profile import Profile, Requirement, behaviour_ids, name_of, unknown_skill
from aimatch.score import credit, points, shares
from aimatch.taxonomy import Taxonomy
from aimatch.what_if.answer import Change, NextBest, WhatIf
from aimatch.what_if.supposed import with_more

__all__ = ["Change", "NextBest", "WhatIf", "next_best", "what_if"]

#: A year at work is what a suggestion asks for where the role asks for no years.
USUAL_MONTHS = 12
#: Fifty years: no career is longer.
MOST_MONTHS = 600


def what_if(
    career: CareerEvidence,
    profile: Profile,
    rows: tuple[RequirementResult, ...],
    taxonomy: Taxonomy,
    *,
    add: str | Iterable[str] = (),
    months: int = USUAL_MONTHS,
    degree: Degree | None = None,
) -> WhatIf:
    """The coverage if a resume also showed something.

    Nothing is lowered: what the supposed position would age in the rest of the career is left out.

    Args:
        career: The evidence of the resume as it is.
        profile: The role that it was scored for.
        rows: The report's requirements, in the profile's order.
        taxonomy: As of the report.
        add: Skills by any name, or behaviours by id ("shows-communication"), each used in one more position.
        months: How long the position lasted; 0: a project instead.
        degree: A degree completed besides, in a field that the role asks for.

    Raises:
        UnknownSkill: A name is no skill of the taxonomy; lists every one.
        ValueError: Neither a skill nor a degree is supposed, ``months`` is negative or longer than a career, or ``degree`` is
            none.
        TypeError: ``months`` is no whole number, or ``add`` holds what is no name.
    """
    months = _whole("months", months)
    if not 0 <= months <= MOST_MONTHS:
        raise ValueError(f"months: must be 0 to {MOST_MONTHS}, not {months}")
    if degree is not None and degree not in get_args(Degree):
        raise ValueError(f"degree: must be one of {', '.join(get_args(Degree))}, not {degree!r}")
    ids = _ids(_names(add), taxonomy)
    if not ids and degree is None:
        raise ValueError("nothing is supposed: name skills with add, or a degree (what would raise it most: next_best)")
    supposed = with_more(career, ids, months, degree, taxonomy)
    changes = []
    gained = 0.0
    for requirement, share, row in zip(profile.requirements, shares(profile), rows, strict=True):
        if row.credit >= 1.0:
            continue
        earned = credit(requirement, supposed, profile, taxonomy)
        more = points(min(1.0, earned.value), share) - row.points
        if earned.value > row.credit and more > 0:
            gained += more
            change = Change(
                id=row.id, label=row.label, before=row.credit, after=min(1.0, earned.value), points=more,
                reason=earned.reason,
            )  # fmt: skip
            changes.append(change)
    before = sum(row.points for row in rows)
    return WhatIf(
        add=ids,
        names=tuple(name_of(id_, taxonomy) for id_ in ids),
        months=months,
        degree=degree,
        before=before,
        after=before + gained,
        changes=tuple(sorted(changes, key=lambda change: -change.points)),
    )


def next_best(
    career: CareerEvidence,
    profile: Profile,
    rows: tuple[RequirementResult, ...],
    taxonomy: Taxonomy,
    n: int = 3,
) -> NextBest:
    """The evidence that would raise the coverage most, best first, at most ``n``.

    Searched are each single skill that the profile names, be it in full, in part, as one of several, as a hint or in an area;
    where a requirement is not met in full, all that are missing of those that are all needed, and for breadth as many
    areas as are missing; and the degree asked for. A skill is supposed for a year's work, or as many years as a
    requirement that names it asks for, and judged over all requirements, whichever names it. Not searched are skills that
    the profile does not name, and other sets of several. Each answer stands for itself. Of several that meet the same
    requirement the best one is given; of equals, the skill that the profile names first.

    Raises:
        ValueError: ``n`` is below 1.
        TypeError: ``n`` is no whole number.
    """
    if _whole("n", n) < 1:
        raise ValueError(f"n: must be 1 or more, not {n}")
    found: dict[tuple[tuple[str, ...], int, Degree | None], WhatIf] = {}
    for add, months, degree in _options(career, profile, rows):
        if (add, months, degree) not in found:
            found[add, months, degree] = what_if(career, profile, rows, taxonomy, add=add, months=months, degree=degree)
    best: list[WhatIf] = []
    raised: set[str] = set()
    for answer in sorted(found.values(), key=lambda one: -one.gain):
        # What it is worth beyond the answers before it: else the best skill's siblings would fill the list.
        new = [change for change in answer.changes if change.id not in raised]
        if math.fsum(change.points for change in new) * 2 > answer.gain > 0:
            best.append(answer)
            raised.update(change.id for change in answer.changes)
        if len(best) == n:
            break
    return NextBest(best)


def _options(
    career: CareerEvidence, profile: Profile, rows: tuple[RequirementResult, ...]
) -> Iterator[tuple[tuple[str, ...], int, Degree | None]]:
    """The evidence to try: skills, months at work, or a degree."""
    every = tuple(dict.fromkeys(id_ for requirement in profile.requirements for id_ in requirement.named))
    for requirement, row in zip(profile.requirements, rows, strict=True):
        months = max(USUAL_MONTHS, math.ceil(12 * (requirement.min_years or 0.0)))
        if row.credit < 1.0 and requirement.weight > 0:
            for add, degree in _together(requirement, career, profile):
                yield add, months if add else 0, degree
        # Years asked for in general are years in any skill of the profile.
        for id_ in requirement.named or (every if requirement.measure == "experience" else ()):
            yield (id_,), months, None


def _together(
    requirement: Requirement, career: CareerEvidence, profile: Profile
) -> Iterator[tuple[tuple[str, ...], Degree | None]]:
    """What is asked for besides single skills: a degree, areas, or all of several skills."""
    if requirement.measure == "degree":
        yield (), requirement.degree_min or profile.degree_min or "bachelor"
    elif requirement.measure == "breadth":
        missing = [ids for _, ids in requirement.groups if not _used(career, ids)]
        shown = len(requirement.groups) - len(missing)
        needed = max(1, requirement.at_least - shown)
        for start in range(max(1, len(missing) - needed + 1)):
            yield tuple(ids[0] for ids in missing[start : start + needed]), None
    elif requirement.all_of:
        yield tuple(id_ for id_ in requirement.all_of if not _used(career, (id_,))) or requirement.all_of, None


def _used(career: CareerEvidence, ids: Iterable[str]) -> bool:
    used = STRENGTHS.index("project")
    return any(id_ in career.skills and STRENGTHS.index(career.skills[id_].strength) >= used for id_ in ids)


def _whole(name: str, value: int) -> int:
    try:
        return operator.index(value)  # numpy's whole numbers too
    except TypeError:
        raise TypeError(f"{name} is a whole number, not {value!r}") from None


def _names(add: object) -> tuple[str, ...]:
    names: tuple[object, ...] = tuple(add) if isinstance(add, Iterable) and not isinstance(add, str) else (add,)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"add takes names of skills, not {type(name).__name__}")
    return cast("tuple[str, ...]", names)


def _ids(names: tuple[str, ...], taxonomy: Taxonomy) -> tuple[str, ...]:
    behaviours = behaviour_ids()
    found = {name: name if name in behaviours or name in taxonomy else None for name in names}
    for name, id_ in found.items():
        skill = taxonomy.find(name) if id_ is None else None
        if skill is not None:
            found[name] = skill.id
    unknown = [name for name, id_ in found.items() if id_ is None]
    if unknown:
        raise UnknownSkill(
            "add",
            [unknown_skill(name, taxonomy) for name in unknown],
        )
    return tuple(dict.fromkeys(id_ for id_ in found.values() if id_ is not None))
