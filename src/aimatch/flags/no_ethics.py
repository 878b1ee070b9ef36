"""no-ethics-awareness: AI that decides about people, and not a word of bias, fairness, privacy or explanation."""

from __future__ import annotations

from aimatch.flags import words
from aimatch.flags.heuristic import Case, Finding, Heuristic

#: Distinct AI skills shown at work from which the silence is worth a question, where decisions about people are made.
CLAIMS_AI = 1


def check(case: Case) -> Finding | None:
    """AI work on decisions about people without any word of ethics, where the role asks for it."""
    if not any(requirement.id == "responsible-ai" for requirement in case.profile.requirements):
        return None
    at_work = [mention for mention in case.ai_mentions if mention.position is not None]
    if len({mention.skill for mention in at_work}) < CLAIMS_AI:
        return None
    if words.first(case.text, "ethics"):
        return None
    positions = {mention.position for mention in at_work}
    stakes = [
        match
        for number in sorted(p for p in positions if p is not None)
        for match in words.found(
            case.text[
                case.evidence.resume.positions[number].text_start : case.evidence.resume.positions[number].text_end
            ],
            "high_stakes",
        )
    ]
    if not stakes:
        return None
    return Finding(
        message="Models that bear on people are described, without a word on bias, fairness, privacy or explanation. How "
        "were such risks looked at?",
        evidence=tuple(case.quote(mention.start, mention.end, mention.name) for mention in at_work[:3]),
    )


FLAG = Heuristic(
    id="no-ethics-awareness",
    severity="info",
    title="Nothing on ethics, bias or privacy",
    reason="The role asks for an eye on bias and governance; the resume does not mention it.",
    source="Job description, Red Flags to Watch For: AI ethics and bias considerations",
    innocent_explanations=(
        "it was another team's task",
        "the resume keeps to results, as most do",
        "the work was reviewed, and the review goes without saying",
    ),
    check=check,
)
