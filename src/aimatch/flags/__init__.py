"""Red flags: questions for the recruiter to ask, each with its evidence and its innocent explanations.

A flag is one file with one :class:`~aimatch.flags.heuristic.Heuristic` and one row of :data:`HEURISTICS`. Flags are never
part of the score. A profile (``flags_off``) or a caller (``enabled``) switches each off. Precision comes before recall: a
false accusation is worse than a missed flag.
"""

from __future__ import annotations

from collections.abc import Collection

from aimatch.flags import (
    contradictory_claims,
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

__all__ = ["HEURISTICS", "Case", "Finding", "Heuristic", "raise_flags"]

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
    prompt_injection.FLAG,
    hidden_text.FLAG,
)


def raise_flags(
    evidence: CareerEvidence,
    profile: Profile,
    taxonomy: Taxonomy,
    *,
    enabled: Collection[str] | None = None,
    posting: str | None = None,
) -> tuple[Flag, ...]:
    """The flags that a resume raises, in the order of :data:`HEURISTICS`.

    Args:
        enabled: The ids of the flags to look for; ``None``: all but those that the profile switches off.
        posting: The text of the job posting, for the flag that compares the two.

    Raises:
        ValueError: ``enabled`` names an unknown flag.
    """
    known = {heuristic.id for heuristic in HEURISTICS}
    if enabled is not None and (unknown := sorted(set(enabled) - known)):
        raise ValueError(f"unknown flags {', '.join(unknown)}; known are {', '.join(sorted(known))}")
    wanted = known - set(profile.flags_off) if enabled is None else set(enabled)
    case = Case(evidence=evidence, profile=profile, taxonomy=taxonomy, posting=posting)
    raised = (heuristic.flag(case) for heuristic in HEURISTICS if heuristic.id in wanted)
    return tuple(flag for flag in raised if flag is not None)
