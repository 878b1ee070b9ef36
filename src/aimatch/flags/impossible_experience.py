"""impossible-experience: more years with a technology than it exists, or than the career lasted."""

from __future__ import annotations

import re

from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import StatedYears

#: Years of grace over a technology's age: previews, and years that are counted by the calendar.
RELEASE_SLACK = 1.0
#: Years of grace over the career's length: study, unpaid work and rounding.
CAREER_SLACK = 4.0
_WORK = re.compile(r"\b(?:commercial|professional|industry|industrial|work|paid|corporate)\b", re.IGNORECASE)
_WORK_SLACK = 2.0


def check(case: Case) -> Finding | None:
    """Stated years of a technology against its release year, and of work against the dated career."""
    as_of = case.evidence.as_of
    now = as_of.year + (as_of.month - 1) / 12
    for stated in case.evidence.resume.stated_years:
        for id_ in _skills(case, stated):
            released = case.taxonomy[id_].released
            if released is not None and stated.years > now - released + RELEASE_SLACK:
                return Finding(
                    message=f"{stated.years:g} years of {case.taxonomy.name(id_)} are stated, which was first released in "
                    f"{released}. What do the years count?",
                    evidence=(case.quote(stated.start, stated.end),),
                )
    career = _career_years(case, now)
    if career is None:
        return None
    for stated in case.evidence.resume.stated_years:
        around = case.text[max(0, stated.start - 60) : stated.end + 60]
        slack = _WORK_SLACK if _WORK.search(around) else CAREER_SLACK
        if stated.years > career + slack and stated.years > 1.5 * career:
            return Finding(
                message=f"{stated.years:g} years of experience are stated, while the first dated position or study lies "
                f"{career:.0f} years back. Is earlier work left out?",
                evidence=(case.quote(stated.start, stated.end),),
            )
    return None


def _skills(case: Case, stated: StatedYears) -> list[str]:
    """The technologies that a stated length is said of."""
    found = case.taxonomy.find(stated.subject) if stated.subject else None
    if found is not None:
        return [found.id]
    return [
        mention.skill
        for mention in case.evidence.resume.mentions
        if mention.kind == "technology" and stated.start <= mention.start < stated.end
    ]


def _career_years(case: Case, now: float) -> float | None:
    """Years since the first dated position or, where that is earlier, the first study; ``None`` without dates."""
    starts = [span.start for span in case.evidence.resume.positions if span.start is not None]
    if not starts:
        return None
    first = min(starts)
    return max(0.0, now - first.year - (first.month - 1) / 12)


FLAG = Heuristic(
    id="impossible-experience",
    severity="caution",
    title="More years than there can be",
    reason="A length of experience that can't be true makes the other figures worth checking.",
    source="First-release years of the taxonomy, each with its source; the resume's own dates",
    innocent_explanations=(
        "years with a forerunner are counted (Torch for PyTorch)",
        "early work is left out of the resume",
        "a template or an agency wrote the summary",
        "a slip in a number",
    ),
    check=check,
)
