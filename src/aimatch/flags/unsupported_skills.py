"""unsupported-skills: a long list of skills of which few are ever shown in use."""

from __future__ import annotations

from aimatch.flags import telling
from aimatch.flags.families import families
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Mention, Resume

#: Idle skills from which a list is long enough to ask about: two lines of it.
LONG_LIST = 8
#: Idle skills beside what everybody uses and nobody tells of (an office suite, an operating system).
PROFESSIONAL = 5
#: Share of the listed technical skills that is nowhere shown in use (nor anything narrower).
IDLE_SHARE = 0.7
#: Idle skills for each that is shown: with more shown than idle, the account stands for the list.
IDLE_FOR_EACH_SHOWN = 1.0
#: Words of the resume for each idle skill, up to which the list is long in relation to what is told.
WORDS_FOR_EACH_IDLE = 40
#: How many of them the flag names.
NAMED = 12

#: Sections in which naming a skill says where it was learned or proven.
_PROVEN = frozenset({"education", "courses", "trainings", "publications", "research", "certifications"})
_TOLD = frozenset({"projects", "experience"})


def check(case: Case) -> Finding | None:
    """Most of a long list without any use in work, projects or study."""
    resume, text = case.evidence.resume, case.text
    known = families(case.taxonomy)
    told_entries = {telling.key(entry) for entry in telling.entries(resume) if _is_told(resume, entry)}
    listed: dict[str, Mention] = {}
    used: set[str] = set()
    shown: set[str] = set()
    for mention in resume.mentions:
        if (
            mention.kind not in ("technology", "method")
            or mention.status != "asserted"
            or mention.skill in known.managed
        ):
            continue
        if _is_in_use(resume, mention, told_entries):
            used.add(mention.skill)
            shown |= {mention.skill, *case.taxonomy.broader(mention.skill)}
        else:
            listed.setdefault(mention.skill, mention)
    idle = [mention for id_, mention in listed.items() if id_ not in shown]
    if (
        len(idle) < LONG_LIST
        or sum(mention.skill not in known.taken_for_granted for mention in idle) < PROFESSIONAL
        or len(idle) < IDLE_SHARE * len(listed)
        or len(idle) < IDLE_FOR_EACH_SHOWN * len(used)
        or len(text.split()) > WORDS_FOR_EACH_IDLE * len(idle)
    ):
        return None
    names = [case.taxonomy.name(mention.skill) for mention in idle]
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return Finding(
        message=f"{len(idle)} of {len(listed)} listed skills are nowhere shown in use: {', '.join(names[:NAMED])}{more}. "
        "Where were they used?",
        evidence=tuple(case.quote(mention.start, mention.end, "listed only") for mention in idle[:NAMED]),
        severity="info" if case.is_beginner else None,
    )


def _is_in_use(resume: Resume, mention: Mention, told_entries: set[tuple[int, int]]) -> bool:
    """Whether a mention shows use: in study or proof; in an entry; elsewhere in a sentence that tells at length.

    A line that only lists what there was ("Environment: ...") shows use if its entry tells what was done there.
    """
    text = resume.document.text
    if mention.section in _PROVEN:
        return True
    start, end = telling.sentence(text, mention.start)
    if telling.is_labelled(text, start, end):
        entry = telling.entry_at(resume, start, end)
        return entry is not None and telling.key(entry) in told_entries
    if telling.only_lists(text, start, end):
        return False
    if mention.position is not None or mention.project is not None or mention.section in _TOLD:
        return True
    inside = telling.mentions_in(resume, start, end)
    return telling.is_at_length(text, start, end, inside) and not telling.is_list(text, start, end, inside)


def _is_told(resume: Resume, entry: telling.Entry) -> bool:
    text, at = resume.document.text, entry.text_start
    while at < entry.text_end:
        start, end = telling.sentence(text, at)
        inside = telling.mentions_in(resume, start, end)
        if not telling.is_list(text, start, end, inside) and telling.is_at_length(text, start, end, inside):
            return True
        at = max(end, at + 1)
    return False


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
