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

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.sentences import sentences
from aimatch.flags import words
from aimatch.model import Mention, Position, Project, Resume
from aimatch.resume.jobs import jobs
from aimatch.taxonomy import Taxonomy

#: Claims that one half of a point carries: a normal skills section. Above it, each point carries ``CLAIMS_A_POINT``.
CLAIMS_OF_A_NORMAL_LIST = 30
#: A claim in twenty that is told in full: far below what any labelled account of real work has (one in three and more).
CLAIMS_A_POINT = 20
#: What one sentence is worth at most, and one that only says the word.
IN_FULL, IN_PART = 1.0, 0.5
#: Share of a sentence's words that are skills' names, from which it is a list and tells nothing.
LIST_SHARE = 0.6
#: Distinct words of four letters and more, beside names and words that fit any job, by which a sentence tells what was
#: done and for what: read off labelled sentences, where vague ones have up to five.
TELLING_WORDS = 6
_LONG_WORD = 4
#: Words that a measure needs around it: "99.9% accuracy" alone measures nothing that is named.
_WORDS_AROUND_A_MEASURE = 5

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
_WORD = re.compile(r"[^\W_]+")
_LAST_WORD = re.compile(r"([^\W\d_]+),?[ \t]*\r?\n\Z")
_HEADING_LINES = 3


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
        """Whether other work on data is told in full."""
        return any(one.points >= IN_FULL and not one.about_ai for one in self.statements)

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
    families = _families(taxonomy)
    first: dict[str, Mention] = {}
    technical: set[str] = set()
    for mention in resume.mentions:
        if mention.status == "asserted" and mention.kind in ("technology", "method") and _claimed(mention):
            technical.add(mention.skill)
            if mention.skill in families.ai:
                first.setdefault(mention.skill, mention)
    claims = tuple(first.values())
    return AiAccount(
        claims=claims,
        cutting_edge=tuple(one for one in claims if one.skill in families.cutting_edge),
        share=len(claims) / len(technical) if technical else 0.0,
        statements=tuple(_statements(resume, families)) if claims else (),
    )


def _claimed(mention: Mention) -> bool:
    return mention.position is not None or mention.section not in _UNCLAIMED


# --------------------------------------------------------------------------------------------- statements
@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    entry: Position | Project | None
    section: str
    is_heading: bool
    mentions: tuple[Mention, ...]


def _statements(resume: Resume, families: _Families) -> Iterator[Statement]:
    text = resume.document.text
    told = list(_told(resume, families))
    ai_entries = {_key(one.entry) for one in told if one.entry is not None and families.name_ai(one.mentions)}
    titled = [entry for entry in resume.positions if _titled_ai(entry, resume, families)]
    ai_entries |= {_key(entry) for entry in titled}
    # What stands in no entry that could be made out belongs to its section.
    ai_sections = {one.section for one in told if one.entry is None and families.name_ai(one.mentions)}
    ai_sections |= {_section(resume, entry.text_start) for entry in titled}
    for one in told:
        names_ai = families.name_ai(one.mentions)
        beside_ai = one.section in ai_sections if one.entry is None else _key(one.entry) in ai_entries
        about_ai = names_ai or families.prepare(one.mentions) or beside_ai
        if not about_ai and not families.name_data(one.mentions):
            continue
        measured = _is_measured(text, one.start, one.end)
        if one.is_heading and not measured and not _own_data().search(text, one.start, one.end):
            continue
        # Whoever stands in another sentence may use anything.
        used = names_ai and words.first(text, "used_by", one.start, one.end) is not None
        statement = Statement(
            start=one.start,
            end=one.end,
            points=_points(text, one, measured, used, families),
            about_ai=about_ai,
            names_ai=names_ai,
            measured=measured,
            used=used,
            at_length=_is_at_length(text, one),
        )
        if one.entry is not None or one.section not in _UNHEADED or statement.points or statement.at_length:
            yield statement


def _told(resume: Resume, families: _Families) -> Iterator[_Sentence]:
    """The sentences that tell of something done: in an entry any, elsewhere those with a verb of doing before a name."""
    text = resume.document.text
    starts = [mention.start for mention in resume.mentions]
    at = 0
    while at < len(text):
        start, end = _sentence(text, at)
        at = max(end, at + 1)
        if not _WORD.search(text, start, end):
            continue
        inside = resume.mentions[bisect_left(starts, start) : bisect_left(starts, end)]
        wished = any(one.status == "aspirational" for one in inside) or words.first(text, "wishes", start, end)
        if wished or _is_list(text, start, end, inside):
            continue
        entry = _entry(resume, start, end)
        section = _section(resume, start)
        if not isinstance(entry, Position):
            if section in _UNTOLD:
                continue
            if entry is None and section not in _FREE:
                last = max((one.start for one in inside if families.name_ai((one,))), default=start)
                if not _doing().search(text, start, last):
                    continue
        heading = entry is not None and start < _heading_end(text, entry)
        yield _Sentence(start, end, entry, section, heading, inside)


def _sentence(text: str, at: int) -> tuple[int, int]:
    """The sentence at an offset; a line that ends in a joining word ("used to") goes on in the next."""
    marks = sentences(text)
    start, end = marks.around(at)
    while end < len(text):
        last = _LAST_WORD.search(text, start, end)
        if last is None or last.group(1).lower() not in jobs().joining:
            break
        end = marks.around(end)[1]
    return start, end


def _entry(resume: Resume, start: int, end: int) -> Position | Project | None:
    middle = (start + end) // 2
    entries: list[Position | Project] = [*resume.positions, *resume.projects]
    inside = [one for one in entries if one.text_start <= middle < one.text_end]
    return max(inside, key=lambda one: one.text_start, default=None)


def _section(resume: Resume, at: int) -> str:
    return next((one.kind for one in resume.sections if one.start <= at < one.end), "header")


def _key(entry: Position | Project) -> tuple[int, int]:
    return entry.text_start, entry.text_end


def _heading_end(text: str, entry: Position | Project) -> int:
    """Where the heading of an entry ends: with the last of its first lines that holds one of its names."""
    names = [entry.title] if isinstance(entry, Project) else [entry.title, entry.employer]
    start = end = entry.text_start
    for _ in range(_HEADING_LINES):
        stop = text.find("\n", start, entry.text_end)
        stop = entry.text_end if stop < 0 else stop
        if any(name and name in text[start:stop] for name in names):
            end = stop
        start = stop + 1
    return max(end, entry.text_start + 1)


def _titled_ai(entry: Position, resume: Resume, families: _Families) -> bool:
    end = _heading_end(resume.document.text, entry)
    return families.name_ai(tuple(one for one in resume.mentions if entry.text_start <= one.start < end))


def _is_list(text: str, start: int, end: int, inside: tuple[Mention, ...]) -> bool:
    """Whether a sentence only names: a label and names, a phrase of listing, or hardly a word besides names."""
    if _listing().match(text, start, end):
        return True
    total = len(_WORD.findall(text, start, end))
    named = sum(len(_WORD.findall(mention.quote)) for mention in inside if mention.kind in ("technology", "method"))
    return len(inside) > 1 and named >= LIST_SHARE * total and not _is_measured(text, start, end)


def _is_measured(text: str, start: int, end: int) -> bool:
    """Whether a sentence holds a quantity of something real, or a measure with what it measures."""
    if _quantity().search(text, start, end):
        return True
    return len(_WORD.findall(text, start, end)) >= _WORDS_AROUND_A_MEASURE and bool(_measure().search(text, start, end))


def _points(text: str, one: _Sentence, measured: bool, used: bool, families: _Families) -> float:
    if words.first(text, "tutorial", one.start, one.end):
        return 0.0
    real = [mention for mention in one.mentions if mention.status == "asserted" and mention.skill in families.real_world]
    if measured or any(mention.kind == "technology" for mention in real):
        return IN_FULL
    # "Removing noise" may be about anything: a description counts as preparing data only where it has its name.
    if any(mention.via != "phrase" or mention.skill not in families.preparation for mention in real):
        return IN_PART
    said = any(words.first(text, name, one.start, one.end) for name in ("data_work", "running"))
    return IN_PART if said or used or _own_data().search(text, one.start, one.end) else 0.0


def _is_at_length(text: str, one: _Sentence) -> bool:
    named = [(mention.start, mention.end) for mention in one.mentions if mention.kind != "behaviour"]
    telling = {
        match.group().lower()
        for match in _WORD.finditer(text, one.start, one.end)
        if len(match.group()) >= _LONG_WORD
        and not any(start <= match.start() < end for start, end in named)
        and not words.is_whole(match.group(), "generic")
    }
    return len(telling) >= TELLING_WORDS


# --------------------------------------------------------------------------------------------- data
@dataclass(frozen=True, slots=True)
class _Families:
    ai: frozenset[str]
    ai_work: frozenset[str]
    cutting_edge: frozenset[str]
    data_work: frozenset[str]
    real_world: frozenset[str]
    preparation: frozenset[str]

    def name_ai(self, mentions: tuple[Mention, ...]) -> bool:
        return any(
            one.skill in self.ai_work and one.status == "asserted" and (one.skill not in self.preparation or one.via != "phrase")
            for one in mentions
        )

    def name_data(self, mentions: tuple[Mention, ...]) -> bool:
        return any(one.skill in self.data_work and one.status == "asserted" for one in mentions)

    def prepare(self, mentions: tuple[Mention, ...]) -> bool:
        return any(one.skill in self.preparation and one.via != "phrase" for one in mentions)


@cache
def _families(taxonomy: Taxonomy) -> _Families:
    def below(*names: str) -> frozenset[str]:
        ids = [id_ for name in names for id_ in words.family(name) if id_ in taxonomy]
        return frozenset(one for id_ in ids for one in (id_, *taxonomy.narrower(id_)))

    ai = below("ai") - below("not_ai")
    return _Families(
        ai=ai,
        ai_work=ai | (below("ai_work") - below("not_ai")),
        cutting_edge=(below("cutting_edge") | frozenset(words.family("cutting_edge_alone"))) & ai,
        data_work=below("data_work"),
        real_world=below("real_world"),
        preparation=below("preparation"),
    )


@cache
def _doing() -> re.Pattern[str]:
    verbs = (*data.table("language/strength")["doing"], *words.listed("doing"))
    return re.compile(rf"(?<![^\W_])(?:{words.alternatives(verbs)})", re.IGNORECASE)


@cache
def _listing() -> re.Pattern[str]:
    phrases = words.alternatives(tuple(data.table("language/strength")["listing"]))
    labels = words.alternatives(words.listed("environment"))
    return re.compile(rf"\W*(?:(?:{phrases})|(?:[\w/&]+ )?(?:{labels})\s*(?:used\s*)?[:–-])", re.IGNORECASE)


@cache
def _quantity() -> re.Pattern[str]:
    # "2.4M policy documents", "1,350 claims agents", "22k questions a day": at most two words between.
    number = r"(?<![^\W_])(?!(?:19|20)\d\d\b)\d[\d.,]*\s?(?:k|m|mn|bn|b|million|billion|thousand|lakh|crore)?\+?"
    return re.compile(rf"{number}(?:[\s-][^\W\d_][\w-]*){{0,2}}?[\s-]?(?<![^\W_\d])(?:{words.alternatives(words.listed('counted'))})", re.IGNORECASE)


@cache
def _own_data() -> re.Pattern[str]:
    """Data that is somebody's: "test report data", "the bank's claims data", and not "big data" or "data science"."""
    no_owner = words.alternatives(words.listed("no_owner_of_data"))
    no_data = words.alternatives(words.listed("not_data"))
    whose = rf"(?!(?:{no_owner})\s)(?![^\W\d_]+(?:ed|ing)\s)[^\W\d_]{{3,}}"
    return re.compile(
        rf"(?<![^\W_])(?:{whose}\s+data(?![^\W_])(?![\s-]+(?:{no_data}))|data\s+(?:of|from)\s+{whose})", re.IGNORECASE
    )


@cache
def _measure() -> re.Pattern[str]:
    name = rf"(?<![^\W_])(?:{words.alternatives(words.listed('measured'))})"
    number = r"(?:\d?\.\d+|\d[\d.,]*\s?(?:%|ms|s\b|x\b|percent|mins?\b|hours?\b|seconds?\b|days?\b)|[$€£]\s?\d|\d\d?/\d)"
    return re.compile(rf"{name}[^.\n;]{{0,40}}?{number}|{number}[^.\n;]{{0,25}}?{name}", re.IGNORECASE)
