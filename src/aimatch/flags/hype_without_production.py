"""hype-without-production: cutting-edge topics without a sign of the constraints that production brings."""

from __future__ import annotations

from aimatch.flags import words
from aimatch.flags.heuristic import Case, Finding, Heuristic

#: Distinct AI skills from which a resume is taken to claim AI work.
CLAIMS_AI = 2
#: Distinct signs of production (users, latency, monitoring, evaluation, release ...) that settle the question.
ENOUGH_SIGNS = 2
#: Distinct words of promotion that, with no sign of production, are asked about even with one AI skill.
PROMOTION = 3


def check(case: Case) -> Finding | None:
    """AI claims, yet nothing on cost, latency, monitoring, data quality, users, failure or measured quality."""
    mentions = case.ai_mentions
    skills = {mention.skill for mention in mentions}
    promotion = words.found(case.text, "promotion")
    hyped = len({match.group().lower() for match in promotion}) >= PROMOTION
    if len(skills) < CLAIMS_AI and not (skills and hyped):
        return None
    shown = {"shows-production-ai", "shows-ml-pipelines", "shows-model-monitoring", "shows-business-impact"}
    if any(
        mention.via == "behaviour"
        for id_ in shown & case.evidence.skills.keys()
        for mention in case.evidence.skills[id_].mentions
    ):
        return None
    signs = {match.group().lower() for match in words.found(case.text, "constraints")}
    if len(signs) >= ENOUGH_SIGNS:
        return None
    places = [case.quote(match.start(), match.end(), "promotion") for match in promotion[:3]]
    places += [case.quote(mention.start, mention.end, mention.name) for mention in mentions[:3]]
    return Finding(
        message="AI is named, but nothing is said of cost, speed, monitoring, data quality, users or failures. What was "
        "brought into use, for whom, and what went wrong on the way?",
        evidence=tuple(places),
    )


FLAG = Heuristic(
    id="hype-without-production",
    severity="caution",
    title="Cutting-edge words, no sign of production",
    reason="The role needs people who know what production demands; buzzwords alone don't show it.",
    source="Job description, Red Flags to Watch For: cutting-edge techniques without production constraints",
    innocent_explanations=(
        "a researcher or a student who has not worked in production yet",
        "a short resume that leaves such detail to the interview",
        "work under a confidentiality agreement",
    ),
    check=check,
)
