"""no-real-data-or-infrastructure: AI or ML work is claimed, yet no messy data, scale, pipeline or deployment shows."""

from __future__ import annotations

from aimatch.flags import words
from aimatch.flags.heuristic import Case, Finding, Heuristic

#: Distinct signs of real data or of infrastructure that settle the question.
ENOUGH_SIGNS = 3
#: Distinct tutorial data sets that are asked about even where the words for AI are few.
TUTORIALS = 2


def check(case: Case) -> Finding | None:
    """AI skills, or tutorial projects, without signs of real data or infrastructure."""
    tutorials = words.found(case.text, "tutorial")
    names = {match.group().lower() for match in tutorials}
    skills = {mention.skill for mention in case.ai_mentions}
    if not skills or (len(skills) < 2 and len(names) < TUTORIALS):
        return None
    signs = {match.group().lower() for match in words.found(case.text, "real_data")}
    if len(signs) >= ENOUGH_SIGNS:
        return None
    shown = {"shows-production-ai", "shows-model-monitoring"}
    if any(
        mention.via == "behaviour"
        for id_ in shown & case.evidence.skills.keys()
        for mention in case.evidence.skills[id_].mentions
    ):
        return None
    places = [case.quote(match.start(), match.end(), "a tutorial data set") for match in tutorials[:4]]
    places += [case.quote(mention.start, mention.end, mention.name) for mention in case.ai_mentions[:3]]
    return Finding(
        message="AI work is claimed, but no real-world data and no infrastructure is described. Where did the data come "
        "from, what was wrong with it, and where did the model run?",
        evidence=tuple(places),
    )


FLAG = Heuristic(
    id="no-real-data-or-infrastructure",
    severity="caution",
    title="AI work without real data or infrastructure",
    reason="Clean tutorial data teaches little of what data quality and infrastructure demand.",
    source="Job description, Red Flags to Watch For: real-world data quality and infrastructure challenges",
    innocent_explanations=(
        "a student or a career changer, at the beginning",
        "a short resume that names projects without telling of them",
        "a theoretical role, where data and infrastructure were others' work",
    ),
    check=check,
)
