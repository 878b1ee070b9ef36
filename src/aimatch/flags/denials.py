"""What a resume denies outright in one place and tells of in another: "I have no experience with Kubernetes" above a job
that ran three clusters."""

from __future__ import annotations

import re

from aimatch.flags import telling, words
from aimatch.flags.heuristic import Case, Finding
from aimatch.model import Mention

#: Sentences of jobs that name the skill, one of them telling of a doing: one alone may be a colleague's work that no word gives away.
SENTENCES = 2
#: Characters behind a name in a list of skills within which its level or years stand: "Java (expert, 8 years)".
_LEVEL_REACH = 24
_TECHNICAL = ("technology", "method")
_YEARS = re.compile(r"\b\d{1,2}\+? ?(?:years?|yrs?)\b")


def denied_and_told(case: Case) -> Finding | None:
    """A technology or method that is denied without any limit, and told of in jobs or rated in a list of skills."""
    resume, text = case.evidence.resume, case.text
    for denied in resume.mentions:
        if denied.status != "negated" or denied.kind not in _TECHNICAL or not _is_outright(text, denied):
            continue
        claimed = [one for one in resume.mentions if one.skill == denied.skill and one.status == "asserted"]
        rated = [one for one in claimed if _is_rated(text, one)]
        told = rated or [one for one in claimed if one.position is not None and not _is_listed(case, one)]
        places = {telling.sentence(text, one.start) for one in told}
        if rated or (len(places) >= SENTENCES and any(telling.tells_of_doing(text, *place) for place in places)):
            name = case.taxonomy.name(denied.skill)
            return Finding(
                message=f"{name} is denied in one place and told of in another. Which of the two holds?",
                evidence=(
                    case.quote(denied.start, denied.end, "denied"),
                    *(case.quote(one.start, one.end, "told of") for one in told[:SENTENCES]),
                ),
            )
    return None


def _is_outright(text: str, denied: Mention) -> bool:
    """Whether the sentence denies all of a skill, and not its use at work, of late or in depth."""
    start, end = telling.sentence(text, denied.start)
    return (
        words.first(text, "outright_denial", start, denied.start) is not None
        and words.first(text, "limits_of_denial", start, end) is None
    )


def _is_listed(case: Case, mention: Mention) -> bool:
    """Whether the sentence of a mention only names what there was: "Environment: Java, Kubernetes"."""
    start, end = telling.sentence(case.text, mention.start)
    return telling.is_list(case.text, start, end, telling.mentions_in(case.evidence.resume, start, end))


def _is_rated(text: str, mention: Mention) -> bool:
    """Whether years stand behind a name in a list of skills."""
    if mention.section != "skills":
        return False
    near = text[mention.end : mention.end + _LEVEL_REACH].partition("\n")[0]
    return near.lstrip().startswith(("(", "-", "\u2013", ":")) and _YEARS.search(near.lower()) is not None
