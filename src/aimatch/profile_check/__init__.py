"""What a role profile asks that it should not: requirements that nothing can meet, that count one thing twice or that
contradict each other; and, against a pool of reports, those that tell nobody apart and those that decide a shortlist.

:func:`aimatch.load_profile` refuses what is wrong in form. What is found here is well formed and yet likely a mistake;
a finding of severity ``note`` may well be meant.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from aimatch.flags import switched_off
from aimatch.profile import Profile, with_implied
from aimatch.profile_check import alone, pooled
from aimatch.profile_check.finding import Finding, Sensitivity
from aimatch.report import Report
from aimatch.taxonomy import Taxonomy, load_taxonomy

__all__ = ["Finding", "ProfileCheck", "Sensitivity", "check_profile"]

#: Fewer reports say nothing about a requirement.
SMALLEST_POOL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileCheck:
    """What was found, problems first, and how firm the shortlist stands (empty without a pool), shakiest first.

    ``pool`` is the number of reports, ``shortlist`` who is on it with the weights as they are, best first; ``tied`` who is
    not on it and yet not clearly below the last on it: their intervals of coverage overlap.
    """

    findings: tuple[Finding, ...]
    pool: int
    shortlist: tuple[str, ...]
    tied: tuple[str, ...]
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
        UnknownFlag: The profile switches off what is no flag.
        ValueError: ``shortlist`` is below 1.
    """
    if shortlist < 1:
        raise ValueError(f"shortlist: must be 1 or more, not {shortlist}")
    switched_off(profile)
    known = taxonomy or load_taxonomy()
    profile = with_implied(profile)  # as a report's profile is
    reports = tuple(pool)
    pooled.same_requirements(profile, reports)
    found = list(alone.findings(profile, known, as_of))
    if len(reports) >= SMALLEST_POOL:
        found += pooled.undecided(profile, reports)
    names = pooled.names(reports)
    credits = [tuple(row.credit for row in report.requirements) for report in reports]
    weights = [row.weight for row in profile.requirements]
    best = pooled.best_of(credits, weights, shortlist)
    sensitivity = [pooled.sensitivity(number, profile, credits, weights, best, names) for number in range(len(weights))]
    return ProfileCheck(
        findings=tuple(sorted(found, key=lambda finding: finding.severity != "problem")),
        pool=len(reports),
        shortlist=tuple(names[number] for number in best),
        tied=tuple(names[number] for number in pooled.tied(reports, best)),
        sensitivity=tuple(sorted(sensitivity, key=lambda one: -one.moved)) if reports else (),
    )
