"""hype-without-production: cutting-edge techniques are claimed, and no told work of AI stands behind them."""

from __future__ import annotations

from aimatch.flags.ai_account import WHERE_PROMOTED, AiAccount
from aimatch.flags.columns import stand_side_by_side
from aimatch.flags.heuristic import Case, Finding, Heuristic

#: Cutting-edge skills claimed, from which a resume is asked what stands behind them; one may be a fashionable word.
CUTTING_EDGE = 2
#: Cutting-edge skills from which hardly anything told is too little, if AI makes up this share of the technical claims ...
CROWDED, MOSTLY_AI = 6, 0.6
#: ... and from which it is whatever else is claimed.
CROWDED_ANYHOW = 12
#: AI skills claimed in a tone of promotion from which each point must carry no more than ``WHERE_PROMOTED``: half a normal list.
LOUD_CLAIMS = 15
#: Share of the technical skills that the AI claims make up; below it AI is a side remark of another profession.
SIDE_REMARK = 0.1
_SHOWN = 4


def check(case: Case) -> Finding | None:
    """Cutting-edge claims, yet no sentence tells of doing AI work, or far too little for so many claims.

    Where promotion sets the tone, one claim is enough to ask, and only a sign of real use answers it.
    """
    account = case.ai
    if not account.cutting_edge or stand_side_by_side(case.text):
        return None
    loud = bool(case.promotion)
    if len(account.cutting_edge) < (1 if loud else CUTTING_EDGE) or not (loud or account.share >= SIDE_REMARK):
        return None
    if not loud and case.only_studied:
        return None
    told = account.told_about_ai
    silent = not any(one.points or one.used for one in told)
    if silent and not loud and len(told) >= SIDE_REMARK * account.told:
        silent = not any(one.names_ai or one.measured or one.at_length for one in told)
    if not silent and not account.is_overloaded and not _is_crowded(account) and not (loud and _is_loud(account)):
        return None
    places = [case.quote(match.start(), match.end(), "promotion") for match in case.promotion[:_SHOWN]]
    places += [case.quote(one.start, one.end, one.name) for one in account.cutting_edge[:_SHOWN]]
    named = ", ".join(dict.fromkeys(one.name for one in account.cutting_edge[:_SHOWN]))
    return Finding(
        message=f"{named}: what was built with it, who used it, and what did it take (cost, speed, data quality, "
        "monitoring, failures)? The resume names it and does not say.",
        evidence=tuple(places),
        severity="info" if case.is_beginner and not loud else None,
    )


def _is_crowded(account: AiAccount) -> bool:
    """Whether many cutting-edge skills are claimed and no sentence about AI holds data, a measure or what it ran on."""
    number = len(account.cutting_edge)
    return not account.points and (number >= CROWDED_ANYHOW or (number >= CROWDED and account.share >= MOSTLY_AI))


def _is_loud(account: AiAccount) -> bool:
    """Whether far too little is told for what promotion claims."""
    return len(account.claims) >= LOUD_CLAIMS and account.points * WHERE_PROMOTED < len(account.claims)


FLAG = Heuristic(
    id="hype-without-production",
    severity="caution",
    title="Cutting-edge words, no sign of production",
    raised_when=(
        f"{CUTTING_EDGE} or more cutting-edge skills are claimed (one, where promotion sets the tone), and no sentence of work or "
        f"projects tells of AI, or far too few for so many claims (half as many suffice where promotion sets the tone), or with {CROWDED} and more none holds data, a measure or what it ran on; "
        "a beginner is asked gently, and not at all about what stands in projects and study only"
    ),
    reason="The role needs people who know what production demands; naming a technique does not show it.",
    source="Job description, Red Flags to Watch For: cutting-edge techniques without production constraints",
    innocent_explanations=(
        "a researcher or a student who has not worked in production yet",
        "a short resume that leaves such detail to the interview",
        "work under a confidentiality agreement",
        "an agency that rewrote the resume for its key words",
    ),
    check=check,
)
