"""unsupported-skills: a long list of skills of which few are ever shown in use."""

from __future__ import annotations

from collections.abc import Iterator

from aimatch.flags import telling, words
from aimatch.flags.columns import stand_side_by_side
from aimatch.flags.families import families
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.model import Mention, Project, Resume, SectionKind

#: Idle skills from which a list is long enough to ask about: labelled short resumes have it from seven on.
LONG_LIST = 7
#: Idle skills beside what everybody uses and nobody tells of (an office suite, an operating system), and their share of the
#: idle ones: a clerk's list is office programs for the most part.
PROFESSIONAL, PROFESSIONAL_SHARE = 5, 0.5
#: Share of the listed technical skills that is nowhere shown in use (nor anything narrower): clearly more than half.
IDLE_SHARE = 0.6
#: By how many the idle ones must outnumber the listed ones that are shown: of eleven, seven to four.
MORE_IDLE = 3
#: Idle skills for each that is told of in work, projects or papers: where clearly more are told of, the account stands for the
#: list. Below one, since what is told of need not be what is listed.
IDLE_FOR_EACH_TOLD = 0.8
#: Words of the resume for each idle skill, up to which the list is long in relation to what is told, and where promotion sets
#: the tone: its account is long and shows little.
WORDS_FOR_EACH_IDLE, WHERE_PROMOTED = 25, 35
#: Sentences with a verb of doing from which a text that has no part for work tells of it all the same, in a form that was not
#: made out: summaries and lists have one or two.
UNREAD_DOINGS = 5
#: How many of them the flag names.
NAMED = 12
#: Characters behind a name in which the colon stands that makes it a label.
_TO_A_COLON = 3

#: Sections in which naming a skill says where it was learned or proven.
_PROVEN: frozenset[SectionKind] = frozenset(
    {"education", "courses", "publications", "certifications", "awards", "activities"}
)
#: Those of them in which a researcher's work is told.
_PAPERS: frozenset[SectionKind] = frozenset({"publications"})
_TOLD: frozenset[SectionKind] = frozenset({"projects", "experience"})
#: How a description is marked that was read as a skill ("removing noise"): it lists nothing.
_DESCRIBED = "phrase"


def check(case: Case) -> Finding | None:
    """Most of a long list without any use in work, projects or study."""
    resume, text = case.evidence.resume, case.text
    known = families(case.taxonomy)
    mentions = [
        one
        for one in resume.mentions
        if one.kind in ("technology", "method") and one.status == "asserted" and one.skill not in known.managed
    ]
    most = len({one.skill for one in mentions})
    if most < LONG_LIST or stand_side_by_side(text):
        return None
    length = len(text.split())
    words_for_each = WHERE_PROMOTED if case.promotion else WORDS_FOR_EACH_IDLE
    if length > words_for_each * most:
        return None
    usage = _Usage(resume, loud=bool(case.promotion))
    listed: dict[str, Mention] = {}
    told: set[str] = set()
    # A certificate proves what it is about, wherever it stands.
    proven = [one.skill for one in resume.mentions if one.kind == "credential" and one.status == "asserted"]
    shown = {above for id_ in proven for above in case.taxonomy.broader(id_)}
    for mention in mentions:
        if usage.shows(mention):
            shown |= {mention.skill, *case.taxonomy.broader(mention.skill)}
            if mention.section not in _PROVEN - _PAPERS and not usage.is_of_a_course and mention.via != _DESCRIBED:
                told.add(mention.skill)
        elif mention.via != _DESCRIBED and not _is_label(text, mention):
            listed.setdefault(mention.skill, mention)
    idle = [mention for id_, mention in listed.items() if id_ not in shown]
    professional = sum(mention.skill not in known.taken_for_granted for mention in idle)
    if (
        len(idle) < LONG_LIST
        or professional < max(PROFESSIONAL, PROFESSIONAL_SHARE * len(idle))
        or len(idle) < max(IDLE_SHARE * len(listed), (len(listed) + MORE_IDLE) / 2)
        or len(idle) < IDLE_FOR_EACH_TOLD * len(told)
        or length > words_for_each * len(idle)
        or _is_unread(resume)
    ):
        return None
    names = [case.taxonomy.name(mention.skill) for mention in idle]
    within = sum(_is_in_entry(mention) for mention in idle)
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return Finding(
        message=(
            f"Of {len(idle)} of {len(listed)} listed skills no sentence tells what was done with them, though {within} "
            f"stand{'s' * (within == 1)} in the lists of jobs or projects: {', '.join(names[:NAMED])}{more}. What were they used for?"
            if within
            else f"{len(idle)} of {len(listed)} listed skills are nowhere shown in use: {', '.join(names[:NAMED])}{more}. "
            "Where were they used?"
        ),
        evidence=tuple(
            case.quote(mention.start, mention.end, "in a list of its entry" if _is_in_entry(mention) else "listed only")
            for mention in idle[:NAMED]
        ),
        severity="info" if case.is_beginner else None,
    )


def _is_in_entry(mention: Mention) -> bool:
    """Whether a skill is listed for a job or a project ("Environment: Java"), which the score takes for use there."""
    return mention.position is not None or mention.project is not None


def _is_unread(resume: Resume) -> bool:
    """Whether a text without a position, a project or a part for them tells of doings: its account may have been misread."""
    if resume.positions or resume.projects or any(section.kind in _TOLD for section in resume.sections):
        return False
    text = resume.document.text
    doings = sum(telling.tells_of_doing(text, start, end) for start, end in _sentences(text, 0, len(text)))
    return doings >= UNREAD_DOINGS


def _is_label(text: str, mention: Mention) -> bool:
    """Whether a name only says what follows it ("Operating systems: Linux, Solaris")."""
    return text[mention.end : mention.end + _TO_A_COLON].lstrip().startswith(":")


class _Usage:
    """Whether mentions show use: in study or proof; in an entry; elsewhere in a sentence that tells at length, measures, or
    tells of a doing.

    Where promotion sets the tone (``loud``), a sentence of promotion shows none unless it measures something ("leveraging
    vector databases to disrupt hospitality"). A sentence that says that a course was taken is one of study wherever it stands. A line that only lists what there
    was ("Environment: ...", in a project also without a label) shows use if its entry tells what was done there. The
    mentions are asked about in order, so that each sentence is looked at once.
    """

    def __init__(self, resume: Resume, *, loud: bool) -> None:
        self._resume = resume
        self._loud = loud
        self._told: dict[tuple[int, int], bool] = {}
        self._start = self._end = self._known_from = 0
        self._in_entry = self._elsewhere = False
        # Hardly a text holds either, so each is looked for once before it is in every sentence.
        text = resume.document.text
        self._acquainted = words.first(text, "acquainted") is not None
        self._taken = words.first(text, "course_taken") is not None
        #: Whether the sentence last looked at says that a course was taken, wherever it stands.
        self.is_of_a_course = False

    def shows(self, mention: Mention) -> bool:
        """Whether a mention shows use."""
        if mention.section in _PROVEN:
            self.is_of_a_course = False  # of papers, at any rate
            return True
        if not self._start <= mention.start < self._end:
            self._look_at(mention.start)
        if self.is_of_a_course:
            return True
        if mention.start >= self._known_from:  # who is conversant with what follows does not say where it was used
            return False
        held = mention.position is not None or mention.project is not None or mention.section in _TOLD
        return self._in_entry if held else self._elsewhere

    def _look_at(self, at: int) -> None:
        text = self._resume.document.text
        start, end = self._start, self._end = telling.sentence(text, at)
        acquainted = words.first(text, "acquainted", start, end) if self._acquainted else None
        self._known_from = end if acquainted is None else acquainted.start()
        taken = words.first(text, "course_taken", start, end) if self._taken else None
        self.is_of_a_course = taken is not None and words.first(text, "course", taken.end(), end) is not None
        if self._loud and telling.only_promotes(text, start, end):
            self._in_entry = self._elsewhere = False
        elif telling.is_labelled(text, start, end):
            self._in_entry = self._elsewhere = self._tells(telling.entry_at(self._resume, start, end))
        elif telling.only_lists(text, start, end):
            self._in_entry = self._elsewhere = False
        else:
            project = self._listing_project(start, end)
            self._in_entry, self._elsewhere = project is None or self._tells(project), self._is_told(start, end)

    def _listing_project(self, start: int, end: int) -> Project | None:
        """The project that a line of names between commas stands in, as a list that ran on from the part above does. Of a
        job such a line is what it was done with; of a project's title ("fraud detection in Python") the names are two."""
        text = self._resume.document.text
        if text.find(",", start, end) < 0:
            return None
        entry = telling.entry_at(self._resume, start, end)
        if not isinstance(entry, Project):
            return None
        return entry if telling.is_list(text, start, end, telling.mentions_in(self._resume, start, end)) else None

    def _tells(self, entry: telling.Entry | None) -> bool:
        """Whether any sentence of an entry tells at length."""
        if entry is None:
            return False
        key, text = telling.key(entry), self._resume.document.text
        if key not in self._told:
            self._told[key] = any(
                self._is_told(start, end) for start, end in _sentences(text, entry.text_start, entry.text_end)
            )
        return self._told[key]

    def _is_told(self, start: int, end: int) -> bool:
        text = self._resume.document.text
        inside = telling.mentions_in(self._resume, start, end)
        if telling.is_list(text, start, end, inside):
            return False
        if telling.is_at_length(text, start, end, inside) or telling.is_measured(text, start, end):
            return True
        # "I did the cleaning in pandas" is short, and tells of a doing.
        return not self._loud and telling.tells_of_doing(text, start, inside[-1].start if inside else end)


def _sentences(text: str, at: int, last: int) -> Iterator[tuple[int, int]]:
    while at < last:
        start, end = telling.sentence(text, at)
        yield start, end
        at = max(end, at + 1)


FLAG = Heuristic(
    id="unsupported-skills",
    severity="caution",
    title="Many skills listed, few shown",
    raised_when=(
        f"{LONG_LIST} or more listed skills are shown nowhere in work, projects, study or certificates; they are {IDLE_SHARE:.0%} of "
        f"the list, {MORE_IDLE} more than those shown, and {IDLE_FOR_EACH_TOLD:g} for each skill told of; a beginner is asked gently"
    ),
    reason="What is only listed can't be weighed; a few questions tell use from hearsay.",
    source="Job description, Qualifications: hands-on experience, proven track record",
    innocent_explanations=(
        "a short resume, by habit or by advice",
        "a career beginner whose study used them",
        "an employer whose work may not be described",
    ),
    check=check,
)
