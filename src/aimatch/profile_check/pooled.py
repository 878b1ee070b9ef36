"""A profile against a pool of reports: what tells nobody apart, and which weights decide a shortlist."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from aimatch.errors import ProfileError
from aimatch.profile import Profile
from aimatch.profile_check.finding import Finding, Sensitivity
from aimatch.report import Report
from aimatch.score import MET_FROM, MISSING_BELOW

#: How far each weight is moved, up and down, to see whether the shortlist rests on it.
STEP = 0.2
# Coverages nearer to each other than this are equal: the rest is the rounding of a sum.
_DIGITS = 9


def same_requirements(profile: Profile, reports: Sequence[Report]) -> None:
    """Raise a :class:`ProfileError` that names each report which was made with other requirements."""
    ids = [row.id for row in profile.requirements]
    others = [
        f"{name}: was made with profile {report.profile!r} or other requirements; score it with {profile.id!r} first"
        for name, report in zip(names(reports), reports, strict=True)
        if [row.id for row in report.requirements] != ids
    ]
    if others:
        raise ProfileError(f"the pool for {profile.id}", others)


def names(reports: Sequence[Report]) -> list[str]:
    """What each report is called: its file, or the beginning of its digest."""
    return [report.source or report.input_sha256[:12] for report in reports]


def undecided(profile: Profile, reports: Sequence[Report]) -> Iterator[Finding]:
    """The requirements that nobody, or everybody, of the pool meets."""
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


def best_of(credits: Sequence[tuple[float, ...]], weights: Sequence[float], count: int) -> list[int]:
    """The numbers of the best reports, best first; of equals the earlier one."""
    total = math.fsum(weights) or 1.0  # weights made by hand may all be 0: then all are equal
    covered = [
        round(math.fsum(weight * credit for weight, credit in zip(weights, row, strict=True)) / total, _DIGITS)
        for row in credits
    ]
    return sorted(range(len(covered)), key=lambda number: (-covered[number], number))[:count]


def tied(reports: Sequence[Report], best: Sequence[int]) -> Iterator[int]:
    """The numbers of the reports beside the best ones whose interval reaches that of the last of them."""
    if best:
        last = reports[best[-1]]
        yield from (number for number, one in enumerate(reports) if number not in best and one.high >= last.low)


def sensitivity(
    number: int,
    profile: Profile,
    credits: Sequence[tuple[float, ...]],
    weights: Sequence[float],
    best: Sequence[int],
    names: Sequence[str],
) -> Sensitivity:
    """How the shortlist ``best`` changes with the weight of one requirement, by its number."""

    def moved(factor: float) -> tuple[tuple[str, ...], tuple[str, ...]]:
        changed = [weight * factor if at == number else weight for at, weight in enumerate(weights)]
        now = best_of(credits, changed, len(best))
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
