"""What a resume shows of each skill: how strongly, for how many months, and when last.

Strength is decided by where a mention stands and what its line does (rules and word lists:
``skill_taxonomy/language/strength.toml``):

- ``listed``: named in a skills list, a summary, a header, among interests; or in an entry (a position or project) that
  nowhere tells what was done, be it named there ever so often;
- ``studied``: named in education, a course or a certification, in what was spoken or written about, or in an exercise
  on a data set made for that;
- ``project``: used in a project, a publication or research; or told with a verb of doing outside of any position;
- ``work``: stands in a position;
- ``outcome``: stands in a line of a position or project that also states a measured result.

An entry tells what was done where its lines hold words beside the names of skills, the small words and those that fit
any job ("responsible for", "solutions", "projects"): see :class:`_Accounts`. Only asserted mentions count. A negated or aspirational mention never takes credit away from an asserted one: more text
of evidence never lowers a score.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from aimatch import data
from aimatch.dates import covered_months
from aimatch.model import CareerEvidence, Mention, Position, Project, Resume, SkillEvidence, Strength
from aimatch.resume import heading_end, highest_degree, total_months
from aimatch.resume.experience import PAID
from aimatch.taxonomy import Taxonomy
from aimatch.wordlist import WordList

STRENGTHS: tuple[Strength, ...] = ("listed", "studied", "project", "work", "outcome")
_RANK = {strength: rank for rank, strength in enumerate(STRENGTHS)}
_ABOUT_REACH = 60
_DIGIT = re.compile(r"\d")
_CONTENT = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(r"(?<![\w./])(?!(?:19|20)\d\d\b)(?!24/7)\d[\d.,/]*")
#: Skills whose use, or that of anything narrower, makes a position one of AI or ML work.
ML_ROOTS = ("artificial-intelligence", "machine-learning", "data-science")


@dataclass(frozen=True, slots=True)
class _Words:
    sections: dict[str, Strength]
    doing: WordList
    verbs: frozenset[str]
    deed: re.Pattern[str]
    result: re.Pattern[str]
    spoken: WordList
    about: re.Pattern[str]
    exercises: WordList
    generic: frozenset[str]


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    """A word without its English ending, so that one entry of the list covers "deploy", "deployed" and "deploying"."""
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            return word[: -len(ending)]
    return word


@cache
def _words() -> _Words:
    table, generic = data.table("language/strength"), data.table("language/generic-words")

    def any_of(words: Iterable[str]) -> str:
        return "|".join(sorted((re.escape(word) for word in words), key=len, reverse=True))

    return _Words(
        sections={section: strength for strength, names in table["sections"].items() for section in names},
        doing=WordList(table["doing"]),
        verbs=frozenset(table["doing"]),
        deed=re.compile(rf"\W*(?:i\s)?(?:{any_of(table['doing'])})\b"),
        result=re.compile("|".join(table["result_patterns"]), re.IGNORECASE),
        exercises=WordList(table["exercises"]["names"]),
        spoken=WordList(table["about"]["nouns"]),
        about=re.compile(
            rf"\b(?:{any_of(table['about']['nouns'])})\s(?:[^\W\d_]+\s){{0,2}}?(?:{any_of(table['about']['prepositions'])})\s[^.;:\n]*\Z",
            re.IGNORECASE,
        ),
        generic=frozenset(_stem(word) for words in generic.values() for word in words),
    )


def gather(resume: Resume, taxonomy: Taxonomy, *, as_of: date) -> CareerEvidence:
    """The evidence that a resume with its mentions holds, as of a day."""
    by_skill: dict[str, list[tuple[Mention, Strength]]] = {}
    lines = _Lines(resume.document.text)
    accounts = _Accounts(resume)
    for mention in resume.mentions:
        if mention.status == "asserted":
            by_skill.setdefault(mention.skill, []).append((mention, _strength(mention, resume, lines, accounts)))
    every: dict[str, list[Mention]] = {}
    for mention in resume.mentions:
        every.setdefault(mention.skill, []).append(mention)
    skills = {id_: _skill(id_, found, every[id_], resume, as_of) for id_, found in sorted(by_skill.items())}
    level, field = highest_degree(resume, as_of)
    return CareerEvidence(
        resume=resume,
        as_of=as_of,
        skills=skills,
        experience_months=total_months(resume, as_of),
        ml_months=months_in(resume, skills, ml_skills(taxonomy), as_of),
        told=frozenset(number for number, position in enumerate(resume.positions) if accounts.tells(position)),
        degree=level,
        degree_field=field,
    )


def months_in(
    resume: Resume,
    skills: Mapping[str, SkillEvidence],
    wanted: frozenset[str],
    as_of: date,
    *,
    told: bool = False,
    named: int = 2,
) -> int:
    """Months of paid positions that are work in the wanted skills, overlaps counted once.

    A position is so if its heading names one of them or its text as many as ``named``: one passing mention of a field
    does not make a job in it. Where no paid position has dates, the stated total is shared out evenly. ``told`` counts
    only the positions that show one of them in use.
    """
    texts: dict[int, set[str]] = {}
    used: set[int] = set()
    for id_ in skills.keys() & wanted:
        used |= skills[id_].used_in
        for mention in skills[id_].mentions:
            if mention.status == "asserted" and mention.position is not None:
                texts.setdefault(mention.position, set()).add(id_)
    headed = headed_by(resume, skills, wanted)
    paid = [number for number, position in enumerate(resume.positions) if _paid(position)]
    shown = [
        number
        for number in paid
        if (number in headed or len(texts.get(number, ())) >= named) and (not told or number in used)
    ]
    if shown and all(resume.positions[number].start is None for number in paid):
        return total_months(resume, as_of) * len(shown) // len(paid)
    return covered_months([resume.positions[number] for number in shown], as_of)


def headed_by(resume: Resume, skills: Mapping[str, SkillEvidence], wanted: frozenset[str]) -> frozenset[int]:
    """The positions, by number, whose heading names one of the wanted skills."""
    text = resume.document.text
    headed = set()
    for id_ in skills.keys() & wanted:
        for mention in skills[id_].mentions:
            if mention.status != "asserted" or mention.position is None:
                continue
            position = resume.positions[mention.position]
            head = text.find("\n", position.text_start, position.text_end)
            if mention.start < head or (position.title and mention.quote in position.title):
                headed.add(mention.position)
    return frozenset(headed)


@cache
def ml_skills(taxonomy: Taxonomy) -> frozenset[str]:
    """The ids of artificial intelligence, machine learning, data science and all that is narrower."""
    return frozenset(id_ for root in ML_ROOTS if root in taxonomy for id_ in (root, *taxonomy.narrower(root)))


def _paid(position: Position) -> bool:
    return position.kind in PAID


def _skill(
    id_: str, found: list[tuple[Mention, Strength]], every: list[Mention], resume: Resume, as_of: date
) -> SkillEvidence:
    best = max(_RANK[strength] for _, strength in found)
    held = {mention.position for mention, _ in found if mention.position is not None}
    positions = [resume.positions[number] for number in sorted(held) if _paid(resume.positions[number])]
    ends = [position.end or as_of for position in positions if position.start is not None]
    return SkillEvidence(
        skill=id_,
        name=found[0][0].name,
        months=covered_months(positions, as_of),
        last_used=min(max(ends), as_of).replace(day=1) if ends else None,
        strength=STRENGTHS[best],
        mentions=tuple(every),
        certainty=max(mention.certainty for mention, strength in found if _RANK[strength] == best),
        used_in=frozenset(
            mention.position
            for mention, strength in found
            if mention.position is not None and _RANK[strength] >= _RANK["work"]
        ),
    )


def _strength(mention: Mention, resume: Resume, lines: _Lines, accounts: _Accounts) -> Strength:
    words = _words()
    start, end = lines.around(mention.start)
    text = resume.document.text
    if mention.position is not None or mention.project is not None:
        if words.exercises.first(text, start, end):
            return "studied"
        if not accounts.around(mention):
            return "listed"
        near = max(start, mention.start - _ABOUT_REACH)
        if words.spoken.first(text, near, mention.start) and words.about.search(text, near, mention.start):
            return "studied"
        if lines.state_result(start, end):
            return "outcome"
        return "work" if mention.position is not None else "project"
    strength = words.sections.get(mention.section, "listed")
    # A sentence that tells what was done counts as such wherever it stands, a summary included.
    free = strength == "listed" and mention.section not in ("skills", "interests", "learning", "not-used")
    return "project" if free and words.doing.first(text, start, mention.start) else strength


class _Accounts:
    """Whether a position or project tells what was done, or only names skills.

    Counted are its distinct words and numbers that are neither names of skills nor generic, that is, found in resumes
    of every kind (``language/generic-words.toml``); years and the entry's heading do not count. With :attr:`SPECIFIC`
    of them, or :attr:`IN_A_LINE` of them in one line (a verb of doing that opens it is one), the entry tells, and the
    tools that it lists count as used in it. More text never makes an entry tell less.
    """

    SPECIFIC, IN_A_LINE = 3, 2

    def __init__(self, resume: Resume) -> None:
        self._resume = resume
        # A verb that states a skill ("trained") stays a verb.
        verbs = _words().verbs
        self._spans = sorted(
            (m.start, m.end) for m in resume.mentions if m.kind != "behaviour" and m.quote.lower() not in verbs
        )
        self._known: dict[tuple[int, int], bool] = {}

    def around(self, mention: Mention) -> bool:
        """Whether the position or project that holds a mention tells what was done."""
        entries: list[Position | Project] = []
        if mention.project is not None:
            entries.append(self._resume.projects[mention.project])
        if mention.position is not None:
            entries.append(self._resume.positions[mention.position])
        return any(self.tells(entry) for entry in entries)

    def tells(self, entry: Position | Project) -> bool:
        """Whether a position or project does."""
        place = entry.text_start, entry.text_end
        known = self._known.get(place)
        if known is None:
            known = self._known[place] = self._tells(entry)
        return known

    def _tells(self, entry: Position | Project) -> bool:
        # A project's heading tells what it is about; a position's holds names, which tell nothing.
        titled = isinstance(entry, Project)
        start, end = entry.text_start, entry.text_end
        head = heading_end(self._resume.document.text, entry)
        text = self._resume.document.text
        pieces, at = [], start if titled else head
        enough = self.IN_A_LINE if titled else self.SPECIFIC
        first = bisect_right(self._spans, (at, at))
        for left, right in self._spans[first:]:
            if left >= end:
                break
            if left >= at:
                pieces.append(text[at:left])
                at = right
        pieces.append(text[at:end])
        words = _words()
        specific: set[str] = set()
        for line in " ".join(pieces).lower().splitlines():
            found = {stem for word in _CONTENT.findall(line) if (stem := _stem(word)) not in words.generic}
            found.update(_NUMBER.findall(line))
            specific |= found
            deed = len(found) == self.IN_A_LINE - 1 and words.deed.match(line) is not None
            if len(found) + deed >= self.IN_A_LINE or len(specific) >= enough:
                return True
        return False


class _Lines:
    """Sentences by line: the stretch of text that a mention's strength is judged on, wrapped lines included."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._results: dict[int, bool] = {}
        self._starts = [0]
        # A line that begins in lower case continues the one before: text from a page is wrapped.
        self._starts += [match.end() for match in re.finditer(r"\n(?![a-z(])", text)]
        self._end = len(text)

    def around(self, at: int) -> tuple[int, int]:
        number = bisect_right(self._starts, at)
        return self._starts[number - 1], self._starts[number] if number < len(self._starts) else self._end

    def state_result(self, start: int, end: int) -> bool:
        """Whether the line that spans ``start:end`` states a measured result; every kind of result has a figure."""
        known = self._results.get(start)
        if known is None:
            figure = _DIGIT.search(self._text, start, end)
            known = figure is not None and _words().result.search(self._text, start, end) is not None
            self._results[start] = known
        return known
