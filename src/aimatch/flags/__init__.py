"""Red flags: questions for the recruiter to ask, each with its evidence and its innocent explanations.

A flag is one file with one :class:`~aimatch.flags.heuristic.Heuristic` and one row of :data:`HEURISTICS`. Flags are never
part of the score. A profile and a caller switch each off (``flags_off``). Precision comes before recall: a
false accusation is worse than a missed flag.
"""

from __future__ import annotations

from collections.abc import Collection

from aimatch.errors import UnknownFlag
from aimatch.flags import (
    contradictory_claims,
    copied_posting,
    future_dates,
    hidden_text,
    hype_without_production,
    impossible_experience,
    keyword_stuffing,
    no_ethics_awareness,
    no_real_data_or_infrastructure,
    prompt_injection,
    timeline_gap,
    timeline_overlap,
    unclear_explanation,
    unsupported_skills,
)
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import CareerEvidence, Flag
from aimatch.profile import Profile
from aimatch.taxonomy import Taxonomy

__all__ = ["HEURISTICS", "Case", "Finding", "Heuristic", "raise_flags", "switched_off"]

#: Every flag, in the order in which a report lists them.
HEURISTICS: tuple[Heuristic, ...] = (
    hype_without_production.FLAG,
    unclear_explanation.FLAG,
    no_real_data_or_infrastructure.FLAG,
    no_ethics_awareness.FLAG,
    unsupported_skills.FLAG,
    keyword_stuffing.FLAG,
    timeline_gap.FLAG,
    timeline_overlap.FLAG,
    impossible_experience.FLAG,
    contradictory_claims.FLAG,
    future_dates.FLAG,
    copied_posting.FLAG,
    prompt_injection.FLAG,
    hidden_text.FLAG,
)


def raise_flags(
    evidence: CareerEvidence,
    profile: Profile,
    taxonomy: Taxonomy,
    *,
    posting: str | None = None,
    flags_off: Collection[str] = (),
) -> tuple[Flag, ...]:
    """The flags that a resume raises, in the order of :data:`HEURISTICS`.

    Args:
        evidence: The resume with what was gathered from it.
        profile: The role; its ``flags_off`` are not looked for.
        taxonomy: The skills.
        posting: The text of the job posting, for the flag that compares the two; ``None``: it is not looked for.
        flags_off: The ids of further flags not to look for; one alone may be a ``str``.

    Raises:
        UnknownFlag: ``flags_off``, or the profile's, names what is no flag; every one is listed.
    """
    off = switched_off(profile, flags_off)
    case = Case(evidence=evidence, profile=profile, taxonomy=taxonomy, posting=posting)
    raised = (heuristic.flag(case) for heuristic in HEURISTICS if heuristic.id not in off)
    return tuple(flag for flag in raised if flag is not None)


def switched_off(profile: Profile, flags_off: Collection[str] = ()) -> frozenset[str]:
    """The ids of the flags that a profile or a caller switches off.

    Raises:
        UnknownFlag: One of them is no flag; every one is listed with its place.
        TypeError: ``flags_off`` holds something else than text.
    """
    known = [heuristic.id for heuristic in HEURISTICS]
    if isinstance(flags_off, str):
        flags_off = (flags_off,)
    given_as: object = flags_off
    if not isinstance(given_as, Collection) or not all(isinstance(id_, str) for id_ in given_as):
        raise TypeError(f"flags_off must be flag ids as text, not {flags_off!r}")
    given = [(f"profile {profile.id}", id_) for id_ in profile.flags_off] + [("flags_off", id_) for id_ in flags_off]
    problems = [f"{place}: {id_!r} is no flag{_meant(id_, known)}" for place, id_ in given if id_ not in known]
    if problems:
        raise UnknownFlag(f"flags to switch off (known are {', '.join(known)})", problems)
    return frozenset(id_ for _, id_ in given)


def _meant(id_: str, known: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(id_, known, n=1)
    return f"; {near[0]} may be meant" if near else ""
