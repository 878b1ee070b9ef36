"""impossible-experience: more years with a technology or a method than it exists, or than lie behind the first dated study or job;
or its use in a job that ended before it was released."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aimatch.dates.lengths import lengths_in
from aimatch.flags import telling, words
from aimatch.flags.before_release import YEARS_APART, used_before_release
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import is_read_too_early, years_since
from aimatch.flags.whose_years import are_others
from aimatch.model import Mention, StatedYears
from aimatch.wordlist import lowered

#: Years of grace over a technology's age: previews, and years that are counted by the calendar.
RELEASE_SLACK = 1.0
#: Years of grace over the time since study or work began: a job before study, unpaid work and rounding.
CAREER_SLACK = 4.0
#: The same where the resume says that paid work is meant.
WORK_SLACK = 2.0
#: Times the time since then that the stated years must exceed besides, so that a long career is no sharper judged.
CAREER_TIMES = 1.5
_AROUND = 60
#: In a text in lower case; what stands before the word is looked at last, so that the search jumps from one to the next.
_SINCE = re.compile(r"since(?<!\w.{5})\s+(?:[^\W\d_]+\s+)?((?:19|20)\d\d)\b", re.DOTALL)
#: Characters before a length in which the word stands that says how long something lasted ("for more than").
_LEAD = 24
#: Characters between a length and the subject that is said to follow it ("years of").
_SUBJECT_APART = 12
#: Characters behind a length in which the technology stands that it is said of; a sign between them ends the clause.
_LEADING = 70
_CLOSED = re.compile(r"[.,;:()|\n]")
#: Signs between a technology and its length in a row or a list of such, what opens a row and an entry, and what ends it.
_ROW_SIGNS = ":-–—|\t"
_OPENED = re.compile(r"[^\w\n]*")
_ENTRY = re.compile(r"[,;|•:]\s*\Z")
_ROW_END = re.compile(r"\+?[ \t]*(?:[,;|•)]|$)", re.MULTILINE)
#: What may stand between a technology and such a length: a few words, and nothing that ends its clause.
_OPEN = re.compile(r"(?:\s+[^\W\d_]+){0,4}\s+")


def check(case: Case) -> Finding | None:
    """Stated years of a technology against its release year; of anything, against the time since the first dated study.

    The second is asked only where study is dated too: a resume that begins with a job of ten years ago has most often
    left out what came before, as many advisers recommend, and older people do so for good reason.
    """
    for mention, year, position in used_before_release(case):
        return Finding(
            message=f"{case.taxonomy.name(mention.skill)} ({mention.quote}) is told of in a job that ended in {position.end:%Y}; it was first "
            f"released or published in {year}. When was it used?",
            evidence=(case.first_line(position), case.quote(*telling.sentence(case.text, mention.start))),
        )
    if is_read_too_early(case):
        return None
    now = case.evidence.as_of.year + (case.evidence.as_of.month - 1) / 12
    stated_of = [
        (id_, stated.years, stated.start, stated.end)
        for stated in case.evidence.resume.stated_years
        for id_ in _skills(case, stated)
    ]
    for id_, years, start, end in (*stated_of, *_told_of(case, now), *_told_behind(case), *_told_in_rows(case)):
        released = case.taxonomy.released(id_)
        if released is not None and years > now - released + RELEASE_SLACK and not are_others(case.text, start, end):
            return Finding(
                message=f"{years:.3g} years of {case.taxonomy.name(id_)} are stated, which "
                f"was first released or published in {released}. What do the years count?",
                evidence=(case.quote(start, end),),
            )
    return _beyond_the_career(case)


def _told_of(case: Case, now: float) -> Iterator[tuple[str, float, int, int]]:
    """The technologies that a sentence names and then how long, with the years and their place: "I have run Kubernetes
    clusters for 19 years", "Rust developer since 1999"."""
    text = case.text
    told = [
        (
            length.months / 12,
            length.start,
            length.end,
            words.first(text, "lasting", max(0, length.start - _LEAD), length.start),
        )
        for length in lengths_in(text, lowered(text))
    ]
    lengths = [
        (years, lead.start(), end) for years, start, end, lead in told if lead and not text[lead.end() : start].strip()
    ]
    lengths += [(now - int(one.group(1)), one.start(), one.end()) for one in _SINCE.finditer(lowered(text))]
    for years, start, end in lengths:
        first = telling.sentence(text, start)[0]
        named = [
            mention
            for mention in telling.mentions_in(case.evidence.resume, first, start)
            if _has_age(case, mention) and mention.status == "asserted" and mention.end <= start
        ]
        between = text[named[-1].end : start] if named else ""
        if named and _OPEN.fullmatch(between) and words.first(between, "relative") is None:
            yield named[-1].skill, years, named[-1].start, end


def _told_behind(case: Case) -> Iterator[tuple[str, float, int, int]]:
    """The technologies that a length leads up to by nothing but words of work ("nine years of building products on
    LangChain", "eleven years on dbt"), and a second one joined to the first. What a longer list holds came over the years."""
    text = case.text
    for length in lengths_in(text, lowered(text)):
        behind = telling.mentions_in(case.evidence.resume, length.end, length.end + _LEADING)
        named = [mention for mention in behind if _has_age(case, mention) and mention.status == "asserted"]
        if not named or not _leads_up(text, length.end, named[0].start, behind):
            continue
        joined = len(named) == 2 and telling.WORD.findall(text[named[0].end : named[1].start]) in (["and"], [])
        for mention in named if joined else named[:1]:
            yield mention.skill, length.months / 12, length.start, mention.end


def _told_in_rows(case: Case) -> Iterator[tuple[str, float, int, int]]:
    """The technologies that stand alone before a sign and a length: "PyTorch - 9 yrs", "Rust: 4+ years, Go: 2 years"."""
    text = case.text
    for length in lengths_in(text, lowered(text)):
        line = text.rfind("\n", 0, length.start) + 1
        named = [
            one for one in telling.mentions_in(case.evidence.resume, line, length.start) if one.end <= length.start
        ]
        if not named or not _has_age(case, named[-1]) or named[-1].status != "asserted":
            continue
        name = named[-1]
        between = text[name.end : length.start]
        apart = between.strip() or between.strip(" ")
        # "Python, Rust, 9 years" may be said of both or of neither: a comma counts behind what opens its line.
        opened = _OPENED.fullmatch(text[line : name.start]) is not None
        signs = _ROW_SIGNS if apart != "," else ("," if opened else "")
        if (
            apart
            and apart in signs
            and (opened or _ENTRY.search(text, line, name.start))
            and _ROW_END.match(text, length.end)
        ):
            yield name.skill, length.months / 12, name.start, length.end


def _has_age(case: Case, mention: Mention) -> bool:
    """Technologies, and the methods of which a publication tells the year."""
    return mention.kind == "technology" or (
        mention.kind == "method" and case.taxonomy.released(mention.skill) is not None
    )


def _leads_up(text: str, start: int, end: int, mentions: Iterable[Mention]) -> bool:
    """Whether between a length and a technology stand words of work alone, the names of methods apart."""
    at = start
    for mention in (*(one for one in mentions if one.end <= end), None):
        part = text[at : mention.start if mention else end]
        if _CLOSED.search(part) or not all(
            words.is_whole(word, "leading") for word in telling.WORD.findall(part.lower())
        ):
            return False
        at = mention.end if mention else end
    return True


def _beyond_the_career(case: Case) -> Finding | None:
    resume = case.evidence.resume
    studied = [day for one in resume.education if (day := one.start or one.end) is not None]
    worked = [one.start for one in resume.positions if one.start is not None]
    # Study that came after the first job shows that the career began elsewhere.
    if not studied or not worked or min(studied) > min(worked):
        return None
    career = years_since(min(studied), case.evidence.as_of)
    for stated in resume.stated_years:
        paid = words.first(case.text, "paid_work", max(0, stated.start - _AROUND), stated.end + _AROUND)
        slack = WORK_SLACK if paid else CAREER_SLACK
        if (
            stated.years > career + slack
            and stated.years > CAREER_TIMES * career
            and not are_others(case.text, stated.start, stated.end)
        ):
            return Finding(
                message=f"{stated.years:g} years of experience are stated, while the first dated study or work lies "
                f"{career:.0f} years back. What else do they count?",
                evidence=(case.quote(stated.start, stated.end),),
            )
    return None


def _skills(case: Case, stated: StatedYears) -> list[str]:
    """The technologies that a stated length is said of."""
    found = case.taxonomy.find(stated.subject) if stated.subject else None
    if found is not None:
        return [found.id]
    technologies = [one for one in case.evidence.resume.mentions if _has_age(case, one)]
    within = [one.skill for one in technologies if stated.start <= one.start < stated.end]
    if within or not stated.subject:
        return within
    # "For 19 years I have built Kubernetes platforms": the only technology of the subject.
    end = stated.end + len(stated.subject) + _SUBJECT_APART
    behind = {one.skill for one in technologies if stated.end <= one.start < end and one.quote in stated.subject}
    return sorted(behind) if len(behind) == 1 else []


FLAG = Heuristic(
    id="impossible-experience",
    severity="caution",
    title="More years than there can be",
    raised_when=(
        f"stated years with a technology exceed its age by more than {RELEASE_SLACK:g}, or stated years exceed the time since the "
        f"first dated study by more than {CAREER_SLACK:g} ({WORK_SLACK:g} where paid work is meant) and {CAREER_TIMES:g} times, "
        f"or a technology is told as used in a job that ended before the calendar year that is {YEARS_APART} before its release's"
    ),
    reason="A length of experience that can't be true makes the other figures worth checking.",
    source="First-release years of the taxonomy, each with its source; the resume's own dates",
    innocent_explanations=(
        "years with a forerunner are counted (Torch for PyTorch)",
        "study came late, and the work before it is left out",
        "a template or an agency wrote the summary",
        "a slip in a number",
    ),
    check=check,
)
