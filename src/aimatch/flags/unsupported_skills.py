"""unsupported-skills: a long list of skills of which few are ever shown in use."""

from __future__ import annotations

from aimatch.flags.heuristic import Case, Finding, Heuristic

#: Listed technical skills from which a list is long enough to ask.
LONG_LIST = 8
#: Share of the listed skills that is nowhere shown in use (nor anything narrower).
UNSUPPORTED_SHARE = 0.7
#: How many of them the flag names.
NAMED = 12


def check(case: Case) -> Finding | None:
    """Most of a long list without any use in work, projects or study."""
    resume = case.evidence.resume
    listed: dict[str, int] = {}
    shown: set[str] = set()
    for number, mention in enumerate(resume.mentions):
        if mention.kind not in ("technology", "method") or mention.status != "asserted":
            continue
        in_use = mention.position is not None or mention.project is not None or mention.section in (
            "projects", "experience", "education", "courses", "trainings", "publications", "research", "certifications",
        )  # fmt: skip
        if in_use:
            shown |= {mention.skill, *case.taxonomy.broader(mention.skill)}
        elif mention.section in ("skills", "summary", "header"):
            listed.setdefault(mention.skill, number)
    if len(listed) < LONG_LIST:
        return None
    idle = [id_ for id_ in listed if id_ not in shown]
    if len(idle) < UNSUPPORTED_SHARE * len(listed):
        return None
    names = [case.taxonomy.name(id_) for id_ in idle]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return Finding(
        message=f"{len(idle)} of {len(listed)} listed skills are nowhere shown in use: {', '.join(names[:NAMED])}{more}. "
        "Where were they used?",
        evidence=tuple(
            case.quote(resume.mentions[listed[id_]].start, resume.mentions[listed[id_]].end, "listed only")
            for id_ in idle[:NAMED]
        ),
    )


FLAG = Heuristic(
    id="unsupported-skills",
    severity="caution",
    title="Many skills listed, few shown",
    reason="What is only listed can't be weighed; a few questions tell use from hearsay.",
    source="Job description, Qualifications: hands-on experience, proven track record",
    innocent_explanations=(
        "a short resume, by habit or by advice",
        "a career beginner whose study used them",
        "an employer whose work may not be described",
    ),
    check=check,
)
