"""What a resume claims in AI, and what it tells of AI work: the two that three flags hold against each other.

A **claim** is a distinct AI skill that the person asserts, wherever it stands but in study and in wishes. A
**statement** is a sentence that tells of AI work: it stands in a position, a project or a narrative section, it is no
heading and no list, and it names AI or belongs to an entry that does. What a statement holds decides what it is worth:

- a **quantity** of something real or measured ("2.4M documents", "AUC 0.77", "22k questions a day"), or the name of a
  product that data or models live on (PostgreSQL, Docker, S3): told in full, 1 point;
- a **word** of work on data or of running a model ("collected", "deployed"): told in part, 1/2 point.

A sentence about a tutorial's data set is worth nothing: everybody has worked on it, and it is clean.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aimatch.flags import telling, words
from aimatch.flags.families import Families, families
from aimatch.model import Mention, Position, Resume
from aimatch.resume import heading_end
from aimatch.taxonomy import Taxonomy

#: Claims that one half of a point carries: a normal skills section. Above it, each point carries ``CLAIMS_A_POINT``.
CLAIMS_OF_A_NORMAL_LIST = 30
#: A claim in twenty that is told in full: far below what any labelled account of real work has (one in three and more).
CLAIMS_A_POINT = 20
#: What one sentence is worth at most, and one that only says the word.
IN_FULL, IN_PART = 1.0, 0.5
#: Sections in which nothing is told of work done.
_UNTOLD = frozenset(
    {
        "skills", "objective", "interests", "languages", "learning", "not-used", "references", "contact", "personal", "education",
        "courses", "trainings", "certifications", "awards", "activities",
    }
)  # fmt: skip
#: Parts whose heading says nothing, or is not known: work may be told there in any form, and so may a name and address.
_UNHEADED = frozenset({"header", "other"})
_FREE = _UNHEADED | {"experience"}
#: Sections in which naming a skill claims no use of it.
_UNCLAIMED = frozenset(
    {
        "education", "courses", "trainings", "certifications", "awards", "activities", "interests", "learning", "objective", "not-used",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence that tells of AI work. ``points`` is 0, 1/2 or 1; ``names_ai`` whether it names AI itself, ``measured``
    whether it holds a number of something, ``used`` whether it says who uses the result. ``about_ai`` is False where it
    tells of other work on data: by it the person has met real data, if not with AI. ``at_length``: it says so much beside
    names that a reader knows what was done, and for what."""

    start: int
    end: int
    points: float
    about_ai: bool
    names_ai: bool
    measured: bool
    used: bool
    at_length: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AiAccount:
    """The claims and the statements of one resume.

    ``claims`` holds the first mention of each claimed AI skill, ``cutting_edge`` those of them whose naming alone
    impresses; ``share`` is that of the claims among all claimed technical skills (0..1).
    """

    claims: tuple[Mention, ...]
    cutting_edge: tuple[Mention, ...]
    share: float
    statements: tuple[Statement, ...]

    @property
    def points(self) -> float:
        """What the statements about AI are worth together."""
        return sum(one.points for one in self.statements if one.about_ai)

    @property
    def is_told_at_length(self) -> bool:
        """Whether any statement about AI says what was done, and for what."""
        return any(one.at_length for one in self.statements if one.about_ai)

    @property
    def has_other_data_work(self) -> bool:
        """Whether other work on data is told in full, or in part and at length."""
        return any(
            not one.about_ai and (one.points >= IN_FULL or (one.points > 0 and one.at_length))
            for one in self.statements
        )

    @property
    def is_overloaded(self) -> bool:
        """Whether there are more claims than a normal list has, and far too little told for so many."""
        return len(self.claims) > CLAIMS_OF_A_NORMAL_LIST and self.points < self.needed

    @property
    def needed(self) -> float:
        """What they would have to be worth for as many claims."""
        number = len(self.claims)
        return IN_PART if number <= CLAIMS_OF_A_NORMAL_LIST else number / CLAIMS_A_POINT


def account(resume: Resume, taxonomy: Taxonomy) -> AiAccount:
    """Read a resume's claims and statements."""
    known = families(taxonomy)
    first: dict[str, Mention] = {}
    technical: set[str] = set()
    for mention in resume.mentions:
        if mention.status == "asserted" and mention.kind in ("technology", "method") and _claimed(mention):
            technical.add(mention.skill)
            if mention.skill in known.ai:
                first.setdefault(mention.skill, mention)
    claims = tuple(first.values())
    return AiAccount(
        claims=claims,
        cutting_edge=tuple(one for one in claims if one.skill in known.cutting_edge),
        share=len(claims) / len(technical) if technical else 0.0,
        statements=tuple(_statements(resume, known)) if claims else (),
    )


def _claimed(mention: Mention) -> bool:
    return mention.position is not None or mention.section not in _UNCLAIMED


# --------------------------------------------------------------------------------------------- statements
@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    entry: telling.Entry | None
    section: str
    is_heading: bool
    mentions: tuple[Mention, ...]


def _statements(resume: Resume, known: Families) -> Iterator[Statement]:
    text = resume.document.text
    told = list(_told(resume, known))
    ai_entries = {telling.key(one.entry) for one in told if one.entry is not None and known.name_ai(one.mentions)}
    titled = [entry for entry in resume.positions if _titled_ai(entry, resume, known)]
    ai_entries |= {telling.key(entry) for entry in titled}
    # What stands in no entry that could be made out belongs to its section.
    ai_sections = {one.section for one in told if one.entry is None and known.name_ai(one.mentions)}
    ai_sections |= {telling.section_at(resume, entry.text_start) for entry in titled}
    for one in told:
        names_ai = known.name_ai(one.mentions)
        beside_ai = one.section in ai_sections if one.entry is None else telling.key(one.entry) in ai_entries
        about_ai = names_ai or known.prepare(one.mentions) or beside_ai
        own_data = telling.names_own_data(text, one.start, one.end)
        if not about_ai and not own_data and not known.name_data(one.mentions):
            continue
        measured = telling.is_measured(text, one.start, one.end)
        at_length = telling.is_at_length(text, one.start, one.end, one.mentions)
        if one.is_heading and not (measured or at_length or own_data):
            continue
        # Whoever stands in another sentence may use anything.
        used = names_ai and words.first(text, "used_by", one.start, one.end) is not None
        statement = Statement(
            start=one.start,
            end=one.end,
            points=_points(text, one, measured, used, known),
            about_ai=about_ai,
            names_ai=names_ai,
            measured=measured,
            used=used,
            at_length=at_length,
        )
        if one.entry is not None or one.section not in _UNHEADED or statement.points or statement.at_length:
            yield statement


def _told(resume: Resume, known: Families) -> Iterator[_Sentence]:
    """The sentences that tell of something done: in an entry any, elsewhere those with a verb of doing before a name."""
    text = resume.document.text
    at = 0
    while at < len(text):
        start, end = telling.sentence(text, at)
        at = max(end, at + 1)
        if not telling.WORD.search(text, start, end):
            continue
        inside = telling.mentions_in(resume, start, end)
        wished = any(one.status == "aspirational" for one in inside) or words.first(text, "wishes", start, end)
        if wished or telling.is_list(text, start, end, inside):
            continue
        entry = telling.entry_at(resume, start, end)
        section = telling.section_at(resume, start)
        if not isinstance(entry, Position):
            if section in _UNTOLD:
                continue
            if entry is None and section not in _FREE:
                last = max((one.start for one in inside if known.name_ai((one,))), default=start)
                if not telling.tells_of_doing(text, start, last):
                    continue
        heading = entry is not None and start < heading_end(text, entry)
        yield _Sentence(start, end, entry, section, heading, inside)


def _titled_ai(entry: Position, resume: Resume, known: Families) -> bool:
    end = heading_end(resume.document.text, entry)
    return known.name_ai(tuple(one for one in resume.mentions if entry.text_start <= one.start < end))


def _points(text: str, one: _Sentence, measured: bool, used: bool, known: Families) -> float:
    if words.first(text, "tutorial", one.start, one.end):
        return 0.0
    real = [mention for mention in one.mentions if mention.status == "asserted" and mention.skill in known.real_world]
    if measured or any(mention.kind == "technology" for mention in real):
        return IN_FULL
    # "Removing noise" may be about anything: a description counts as preparing data only where it has its name.
    if any(mention.via != "phrase" or mention.skill not in known.preparation for mention in real):
        return IN_PART
    said = any(words.first(text, name, one.start, one.end) for name in ("data_work", "running"))
    return IN_PART if said or used or telling.names_own_data(text, one.start, one.end) else 0.0
