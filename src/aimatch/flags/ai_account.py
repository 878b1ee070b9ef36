"""What a resume claims in AI, and what it tells of AI work: the two that three flags hold against each other.

A **claim** is a distinct AI skill that the person asserts, wherever it stands but in study and in wishes. A
**statement** is a sentence that tells of AI work: it stands in a position, a project or a narrative section, it is no
heading and no list, and it names AI or belongs to an entry that does. What a statement holds decides what it is worth:

- a **quantity** of something real or measured ("2.4M documents", "AUC 0.77", "22k questions a day"), or the name of a
  product that data or models live on (PostgreSQL, Docker, S3): told in full, 1 point;
- a **word** of work on data or of running a model ("collected", "deployed"): told in part, 1/2 point.

A sentence about a tutorial's data set is worth nothing: everybody has worked on it, and it is clean. Nor is one about what
was spoken of, or shown and not used yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aimatch.flags import telling, words
from aimatch.flags.families import Families, families
from aimatch.model import Mention, Position, Project, Resume, SectionKind
from aimatch.resume import heading_end
from aimatch.taxonomy import Taxonomy

#: Claims that one half of a point carries: a normal skills section. Above it each point carries ``CLAIMS_A_POINT``, and wherever
#: promotion sets the tone ``WHERE_PROMOTED``: one "60+ agents across 14 industries" stands for no list of twenty-seven.
CLAIMS_OF_A_NORMAL_LIST = 30
#: A claim in fifteen that is told in full, in ten where promotion sets the tone: far below what any labelled account of real
#: work has (one in four and more).
CLAIMS_A_POINT, WHERE_PROMOTED = 15, 10
#: What one sentence is worth at most, and one that only says the word.
IN_FULL, IN_PART = 1.0, 0.5
#: Share of an entry's sentences that name AI, from which the others count as told of AI work too: one chatbot tried out
#: among twenty duties of a consultant makes none of these AI.
AI_SHARE = 0.2
#: Words below which a line of an entry's heading is one: a place, a date, a form of employment.
HEADING_WORDS = 8
#: Sections in which nothing is told of work done.
_UNTOLD: frozenset[SectionKind] = frozenset(
    {
        "skills", "objective", "interests", "languages", "learning", "not-used", "references", "personal", "education",
        "courses", "certifications", "awards", "activities",
    }
)  # fmt: skip
#: Parts whose heading says nothing, or is not known: work may be told there in any form, and so may a name and address.
_UNHEADED: frozenset[SectionKind] = frozenset({"header", "other"})
_FREE: frozenset[SectionKind] = _UNHEADED | {"experience"}
#: Sections in which naming a skill claims no use of it.
_UNCLAIMED: frozenset[SectionKind] = frozenset(
    {
        "education", "courses", "certifications", "awards", "activities", "interests", "learning", "objective", "not-used",
        "publications",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A sentence that tells of AI work. ``points`` is 0, 1/2 or 1; ``names_ai`` whether it names AI itself, ``measured``
    whether it holds a number of something, ``used`` whether it says who uses the result. ``about_ai`` is False where it
    tells of other work on data: by it the person has met real data, if not with AI. ``at_length``: it says so much beside
    names that a reader knows what was done, and for what. ``job``: the position that it belongs to, if that is AI work by
    its title or by its other sentences."""

    start: int
    end: int
    points: float
    about_ai: bool
    names_ai: bool
    measured: bool
    used: bool
    at_length: bool
    job: Position | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AiAccount:
    """The claims and the statements of one resume.

    ``claims`` holds the first mention of each claimed AI skill, ``cutting_edge`` those of them whose naming alone
    impresses; ``share`` is that of the claims among all claimed technical skills (0..1); ``told`` how many sentences tell
    of anything done, in AI or not; ``loud`` whether promotion sets the tone.
    """

    claims: tuple[Mention, ...]
    cutting_edge: tuple[Mention, ...]
    share: float
    statements: tuple[Statement, ...]
    told: int
    loud: bool = False

    @property
    def points(self) -> float:
        """What the statements about AI are worth together."""
        return sum(one.points for one in self.statements if one.about_ai)

    @property
    def told_about_ai(self) -> tuple[Statement, ...]:
        """The statements about AI."""
        return tuple(one for one in self.statements if one.about_ai)

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
        if self.loud:
            return max(IN_PART, number / WHERE_PROMOTED)
        return IN_PART if number <= CLAIMS_OF_A_NORMAL_LIST else number / CLAIMS_A_POINT


def account(resume: Resume, taxonomy: Taxonomy, *, loud: bool = False, promoted: bool = False) -> AiAccount:
    """Read a resume's claims and statements. ``loud``: promotion sets its tone, and a sentence of promotion is worth only
    what it measures ("leveraged cutting-edge vector databases to disrupt the knowledge economy"). ``promoted``: it holds a
    word of promotion, and counting listeners tells of no work."""
    known = families(taxonomy)
    first: dict[str, Mention] = {}
    technical: set[str] = set()
    for mention in resume.mentions:
        if mention.status == "asserted" and mention.kind in ("technology", "method") and _claimed(mention):
            technical.add(mention.skill)
            if mention.skill in known.ai:
                first.setdefault(mention.skill, mention)
    claims = tuple(first.values())
    told = tuple(_told(resume, known)) if claims else ()
    return AiAccount(
        claims=claims,
        cutting_edge=tuple(one for one in claims if one.skill in known.cutting_edge),
        share=len(claims) / len(technical) if technical else 0.0,
        statements=tuple(_statements(resume, told, known, loud, promoted)),
        told=len(told),
        loud=loud,
    )


def _claimed(mention: Mention) -> bool:
    return mention.position is not None or mention.section not in _UNCLAIMED


# --------------------------------------------------------------------------------------------- statements
#: Where a sentence stands: its entry, or its section where it stands in none that could be made out.
_Place = tuple[int, int] | str


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    entry: telling.Entry | None
    section: str
    is_heading: bool
    mentions: tuple[Mention, ...]

    @property
    def place(self) -> _Place:
        return self.section if self.entry is None else telling.key(self.entry)


def _statements(
    resume: Resume, told: Sequence[_Sentence], known: Families, loud: bool, promoted: bool
) -> Iterator[Statement]:
    text = resume.document.text
    ai_places = _ai_places(resume, told, known)
    taught = {one.place for one in told if isinstance(one.entry, Project) and _is_taught(text, one)}
    for one in told:
        names_ai = known.name_ai(one.mentions)
        about_ai = names_ai or known.prepare(one.mentions) or one.place in ai_places
        own_data = telling.names_own_data(text, one.start, one.end)
        if not about_ai and not own_data and not known.name_data(one.mentions):
            continue
        if promoted and telling.only_reaches(text, one.start, one.end):
            continue
        measured = telling.is_measured(text, one.start, one.end)
        at_length = telling.is_at_length(text, one.start, one.end, one.mentions)
        if one.is_heading and not (measured or at_length or own_data):
            continue
        # Whoever stands in another sentence may use anything, and who is only conversant with it claims no use.
        acquainted = words.first(text, "acquainted", one.start, one.end) is not None
        used = names_ai and not acquainted and words.first(text, "used_by", one.start, one.end) is not None
        statement = Statement(
            start=one.start,
            end=one.end,
            points=0.0
            if one.place in taught or (loud and (not names_ai or telling.only_promotes(text, one.start, one.end)))
            else _points(text, one, measured, known),
            about_ai=about_ai,
            names_ai=names_ai,
            measured=measured,
            used=used,
            at_length=at_length,
            job=one.entry if isinstance(one.entry, Position) and one.place in ai_places else None,
        )
        if one.entry is not None or one.section not in _UNHEADED or statement.points or statement.at_length:
            yield statement


def _told(resume: Resume, known: Families) -> Iterator[_Sentence]:
    """The sentences that tell of something done: in an entry any, elsewhere those with a verb of doing before a name."""
    text = resume.document.text
    headings = {at for one in resume.sections for at in range(one.start, one.body_start)}
    at = 0
    while at < len(text):
        start, end = telling.sentence(text, at)
        at = max(end, at + 1)
        if not telling.WORD.search(text, start, end) or start in headings:
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
            # A name, an address: "O. J. Whitcombe" and "12 Elm St. Springfield" would be several sentences told.
            if entry is None and section in _UNHEADED and not inside and _is_short(text, start, end):
                continue
            if entry is None and section not in _FREE:
                last = max((one.start for one in inside if known.name_ai((one,))), default=start)
                if not telling.tells_of_doing(text, start, last):
                    continue
        yield _Sentence(start, end, entry, section, entry is not None and _is_heading(text, start, end, entry), inside)


def _is_heading(text: str, start: int, end: int, entry: telling.Entry) -> bool:
    """Whether a sentence belongs to an entry's heading: it names the entry, or is a scrap beside the names. An account may
    stand before them ("Built a model for leaf images. Intern, Aug 2020")."""
    if start >= heading_end(text, entry):
        return False
    names = (entry.title,) if isinstance(entry, Project) else (entry.title, entry.employer)
    return _is_short(text, start, end) or any(name and text.find(name, start, end) >= 0 for name in names)


def _is_short(text: str, start: int, end: int) -> bool:
    return len(telling.WORD.findall(text, start, end)) < HEADING_WORDS


def _ai_places(resume: Resume, told: Sequence[_Sentence], known: Families) -> set[_Place]:
    """The entries and sections of which the title or so many sentences name AI that the others are about it too."""
    total = Counter(one.place for one in told)
    named = Counter(one.place for one in told if known.name_ai(one.mentions))
    places = {place for place, count in named.items() if count >= AI_SHARE * total[place]}
    for entry in telling.entries(resume):
        if _titled_ai(entry, resume, known):
            places.add(telling.key(entry))
            if isinstance(entry, Position):
                places.add(telling.section_at(resume, entry.text_start))
    return places


def _titled_ai(entry: telling.Entry, resume: Resume, known: Families) -> bool:
    end = heading_end(resume.document.text, entry)
    return known.name_ai(telling.mentions_in(resume, entry.text_start, end))


def _is_taught(text: str, one: _Sentence) -> bool:
    return words.first(text, "tutorial", one.start, one.end) is not None


def _points(text: str, one: _Sentence, measured: bool, known: Families) -> float:
    if _is_taught(text, one) or any(words.first(text, name, one.start, one.end) for name in ("spoken", "unlaunched")):
        return 0.0
    claimed = words.first(text, "acquainted", one.start, one.end)
    real = [
        mention
        for mention in one.mentions
        if mention.status == "asserted"
        and mention.skill in known.real_world
        and (claimed is None or mention.start < claimed.start())
    ]
    if measured:
        return IN_FULL
    if words.first(text, "others_work", one.start, one.end):
        return 0.0
    if any(mention.kind == "technology" for mention in real):
        return IN_FULL
    # "Removing noise" may be about anything: a description counts as preparing data only where it has its name.
    if any(mention.via != "phrase" or mention.skill not in known.preparation for mention in real):
        return IN_PART
    said = any(words.first(text, name, one.start, one.end) for name in ("data_work", "recorded", "running"))
    return IN_PART if said or telling.names_own_data(text, one.start, one.end) else 0.0
