"""no-real-data-or-infrastructure: AI work is claimed, yet no sentence about it touches real data or what models run on."""

from __future__ import annotations

from aimatch.flags import telling, words
from aimatch.flags.ai_account import CLAIMS_OF_A_NORMAL_LIST
from aimatch.flags.columns import stand_side_by_side
from aimatch.flags.families import families
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import stretch

#: Distinct AI skills from which a resume claims AI work ...
CLAIMS_AI = 3
#: ... if they make up this share of its technical skills, or number this many: else AI is a side remark of another
#: profession, and its work is rightly told in full elsewhere.
SIDE_REMARK = 0.1
MANY_CLAIMS = 5
#: AI skills claimed of which not one is told with data, from which other work on data no longer answers for them: half of a
#: normal list.
UNTOLD_CLAIMS = CLAIMS_OF_A_NORMAL_LIST // 2
#: Months of AI jobs, each told so that a reader knows what it was for or who uses it, from which a short resume rather left
#: the data out than met none. Of the labelled resumes asked about rightly, none has more than one, but for claims too many.
SEASONED_MONTHS = 12
#: Distinct tutorial data sets from which the AI work told is a tutorial's.
TUTORIALS = 2
_SHOWN = 4


def check(case: Case) -> Finding | None:
    """AI claims that no statement about data, scale or infrastructure carries."""
    account = case.ai
    tutorials = [match for match in words.found(case.text, "tutorial") if _is_told(case, match.start(), match.end())]
    taught = len({match.group().lower() for match in tutorials}) >= TUTORIALS
    if not taught and len(account.claims) < CLAIMS_AI:
        return None
    if account.share < SIDE_REMARK and len(account.claims) < MANY_CLAIMS:
        return None
    if case.only_studied and not (taught or account.is_overloaded or case.promotion):
        return None
    if account.points >= account.needed or stand_side_by_side(case.text):
        return None
    # Whoever works on real data elsewhere has met it; unless the AI work told is a tutorial's, or the claims are many or loud.
    untold = not account.points and len(account.claims) >= UNTOLD_CLAIMS
    believed = not (taught or untold or account.is_overloaded or case.promotion)
    if believed and (account.has_other_data_work or _told_months(case) >= SEASONED_MONTHS):
        return None
    places = [case.quote(match.start(), match.end(), "a tutorial's data set") for match in tutorials[:_SHOWN]]
    # A line of an entry about AI that names none itself shows nothing by itself.
    told = [one for one in account.statements if one.names_ai]
    places += [case.quote(one.start, one.end, "no data, no scale, no place it ran") for one in told[:_SHOWN]]
    places += [case.quote(one.start, one.end, one.name) for one in account.claims[:_SHOWN]]
    return Finding(
        message=f"Where did the data of the AI work come from, {_asked(case)}? The resume does not say.",
        evidence=tuple(places),
        severity="info" if case.is_beginner else None,
    )


def _asked(case: Case) -> str:
    """What else is asked: where the models ran only if no sentence of a job names what they ran on ("on Jetson boards")."""
    known, resume = families(case.taxonomy), case.evidence.resume
    places = (one for one in resume.mentions if one.skill in known.infrastructure and one.status == "asserted")
    sentences = (telling.sentence(resume.document.text, one.start) for one in places if one.position is not None)
    ran = any(known.name_ai(telling.mentions_in(resume, start, end)) for start, end in sentences)
    return "and what was wrong with it" if ran else "what was wrong with it, and where did the models run"


def _told_months(case: Case) -> int:
    """The months of the AI jobs that are told at length or with who uses the result, overlaps counted once."""
    told = [
        one.job
        for one in case.ai.statements
        if one.job and one.names_ai and (one.at_length or one.used) and not _only_shown(case, one.start, one.end)
    ]
    worked = [stretch(job, case.evidence.as_of) for job in told]
    return len({number for one in worked if one for number in range(one.first, one.last + 1)})


def _only_shown(case: Case, start: int, end: int) -> bool:
    """Whether a sentence tells of what was spoken of, or shown and not used yet: "a demo to 80 people"."""
    return any(words.first(case.text, name, start, end) for name in ("spoken", "unlaunched"))


def _is_told(case: Case, start: int, end: int) -> bool:
    """Whether a stretch stands where work is told: "youtube.com/ada" in the address is no data set."""
    within = telling.entry_at(case.evidence.resume, start, end) is not None
    return within or any(one.start <= start < one.end for one in case.ai.told_about_ai)


FLAG = Heuristic(
    id="no-real-data-or-infrastructure",
    severity="caution",
    title="AI work without real data or infrastructure",
    raised_when=(
        f"{CLAIMS_AI} or more AI skills are claimed, or {TUTORIALS} tutorials' data sets named, and no sentence of work or projects "
        f"tells of real data, of a measure, or of what models ran on, nor do AI jobs of {SEASONED_MONTHS} months say what they were for; "
        "a beginner is asked gently, and not at all about what stands in projects and study only"
    ),
    reason="Clean tutorial data teaches little of what data quality and infrastructure demand.",
    source="Job description, Red Flags to Watch For: real-world data quality and infrastructure challenges",
    innocent_explanations=(
        "a student or a career changer, at the beginning",
        "a short resume that names projects without telling of them",
        "a theoretical role, where data and infrastructure were others' work",
    ),
    check=check,
)
