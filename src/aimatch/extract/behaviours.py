"""Behaviours: what people show by what they write, where no product name would tell.

Some are shown by where a line stands (a course in the section of courses) or by a credential. The rest by words:
``skill_taxonomy/language/behaviours.toml`` holds sets of words and patterns over them; a pattern holds where its parts
stand in one sentence, in order, each within ``gap`` words of the one before. Parts are sets (``@audience``), words, or
kinds of number (``#percent``, ``#money``, ``#count``, ``#large``). The lexicon finds the words of all sets in its one pass.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import NamedTuple

from aimatch import data
from aimatch.extract.assertion import FoundCues, statuses
from aimatch.extract.candidates import Candidate
from aimatch.extract.entries import Reading
from aimatch.extract.lexicon import Hit as LexiconHit
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.normalise import NormalText
from aimatch.extract.patterns import phrase_group
from aimatch.extract.places import Places
from aimatch.extract.sentences import sentences
from aimatch.model import Mention, Resume
from aimatch.taxonomy import Taxonomy

_WORD = re.compile(r"[^\W_][\w'.%+/-]*")
_NUMBER = re.compile(
    r"(?P<money>[$\u20ac\u00a3\u20b9]\s?\d[\d.,]*\s?(?:k|m|mn|bn|b|million|billion|lakh|lakhs|crore|crores)?\b"
    r"|\b(?:eur|usd|gbp|inr|rs\.?|chf)\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:eur|usd|gbp|inr|chf)\b)"
    r"|(?P<percent>\b\d[\d.,]*\s?(?:%|percent\b|per cent\b|pp\b|percentage points))"
    r"|(?P<large>\b\d[\d.,]*\s?(?:k|m|mn|bn|million|billion|thousand|lakh|lakhs|crore)\b\+?|\b\d{1,3}(?:,\d{3})+\b|\b(?!(?:19|20)\d\d\b)\d{4,}\b)"
    r"|(?P<count>\b\d+(?:\.\d+)?x?\b\+?)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LINE = re.compile(r"[^\W_][^\n]*[^\s]")
#: Sections where naming a behaviour only claims it.
_CLAIMING = frozenset({"skills", "interests", "objective", "languages", "learning"})


@dataclass(frozen=True, slots=True)
class _Pattern:
    behaviour: str
    parts: tuple[str, ...]
    gap: int
    weak: bool
    within: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A section whose lines show a behaviour; with ``naming`` only those that name a technical skill."""

    behaviour: str
    weak: bool
    naming: bool


@dataclass(frozen=True, slots=True)
class _Rules:
    names: dict[str, str]
    wished: frozenset[str]
    sections: dict[str, tuple[_Place, ...]]
    kinds: dict[str, str]
    statuses: dict[str, tuple[str, bool]]
    first: dict[str, tuple[_Pattern, ...]]
    beside_numbers: frozenset[str]


@cache
def _rules() -> _Rules:
    table = data.table("language/behaviours")
    patterns: list[_Pattern] = []
    sections: dict[str, list[_Place]] = {}
    kinds: dict[str, str] = {}
    by_status: dict[str, tuple[str, bool]] = {}
    for behaviour in table["behaviour"]:
        for row in behaviour["pattern"]:
            weak, within = row.get("strength", "clear") == "weak", row.get("with", "")
            for section in row.get("sections", ()):
                place = _Place(behaviour["id"], weak, row.get("naming") == "technical")
                sections.setdefault(section, []).append(place)
            if "kind" in row:
                kinds[row["kind"]] = behaviour["id"]
            if "status" in row:
                by_status[row["status"]] = (behaviour["id"], weak)
            if "phrases" in row:
                patterns.append(_Pattern(behaviour["id"], (phrase_group(behaviour["id"], row),), 0, weak, within))
            if "sequence" in row:
                patterns.append(_Pattern(behaviour["id"], tuple(row["sequence"]), row.get("gap", 5), weak, within))
    first: dict[str, list[_Pattern]] = {}
    for pattern in dict.fromkeys(patterns):
        # A pattern is tried from its first part that is a word: numbers stand everywhere.
        first.setdefault(pattern.parts[0], []).append(pattern)
    return _Rules(
        names={row["id"]: row["name"] for row in table["behaviour"]},
        wished=frozenset(row["id"] for row in table["behaviour"] if row.get("wished")),
        sections={section: tuple(places) for section, places in sections.items()},
        kinds=kinds,
        statuses=by_status,
        first={part: tuple(found) for part, found in first.items()},
        beside_numbers=frozenset(
            part for pattern in patterns if any(one[0] == "#" for one in pattern.parts) for part in pattern.parts
        ),
    )


class _Hit(NamedTuple):
    group: str
    start: int
    end: int


def find_behaviours(
    resume: Resume,
    normal: NormalText,
    hits: Sequence[LexiconHit],
    cues: FoundCues,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    taxonomy: Taxonomy,
) -> list[Mention]:
    """The behaviours that a resume shows, as mentions of kind ``behaviour``, by start offset."""
    rules = _rules()
    text = resume.document.text
    found: dict[tuple[str, int, int], tuple[_Pattern, int, int]] = {}
    for sentence in _by_sentence(text, normal, hits, lexicon, rules):
        for at, hit in enumerate(sentence):
            for pattern in rules.first.get(hit.group, ()):
                end = _reach(text, sentence, at, pattern)
                if end:
                    key = (pattern.behaviour, hit.start, end)
                    known = found.get(key)
                    if known is None or (known[0].weak and not pattern.weak):
                        found[key] = (pattern, hit.start, end)
    for pattern, start, end in _by_place(resume, mentions, rules):
        found.setdefault((pattern.behaviour, start, end), (pattern, start, end))
    spans = sorted(found.values(), key=lambda one: (one[1], -one[2], one[0].behaviour))
    return list(_mentions(resume, normal, spans, cues, mentions, taxonomy, rules))


def _by_place(resume: Resume, mentions: Sequence[Mention], rules: _Rules) -> Iterator[tuple[_Pattern, int, int]]:
    """Lines that show a behaviour by the section they stand in, and credentials."""
    text = resume.document.text
    starts = [mention.start for mention in mentions if mention.kind in ("technology", "method")]
    for section in resume.sections:
        for place in rules.sections.get(section.kind, ()):
            pattern = _Pattern(place.behaviour, (), 0, place.weak, "")
            for line in _LINE.finditer(text, section.body_start, section.end):
                start, end = line.span()
                if not place.naming or bisect_left(starts, start) < bisect_left(starts, end):
                    yield pattern, start, end
    for mention in mentions:
        if mention.kind in rules.kinds:
            yield _Pattern(rules.kinds[mention.kind], (), 0, False, ""), mention.start, mention.end
        elif mention.status in rules.statuses and mention.kind in ("technology", "method"):
            behaviour, weak = rules.statuses[mention.status]
            yield _Pattern(behaviour, (), 0, weak, ""), mention.start, mention.end


def _by_sentence(
    text: str, normal: NormalText, found: Sequence[LexiconHit], lexicon: Lexicon, rules: _Rules
) -> Iterator[list[_Hit]]:
    marks = sentences(text)
    bounds = (-1, -1)
    hits: list[_Hit] = []
    for start, end, number in found:
        groups = lexicon.entry(number).groups
        if not groups:
            continue
        span = normal.original(start, end)
        if span[0] >= bounds[1]:
            if hits:
                yield _with_numbers(text, bounds, hits, rules)
            bounds, hits = marks.around(span[0]), []
        hits += [_Hit(group, *span) for group in groups]
    if hits:
        yield _with_numbers(text, bounds, hits, rules)


def _with_numbers(text: str, bounds: tuple[int, int], hits: list[_Hit], rules: _Rules) -> list[_Hit]:
    if not _DIGIT.search(text, *bounds) or not any(hit.group in rules.beside_numbers for hit in hits):
        return hits
    for match in _NUMBER.finditer(text, *bounds):
        kind = match.lastgroup or ""
        hits.append(_Hit(f"#{kind}", *match.span()))
        if kind in ("percent", "money", "large"):
            hits.append(_Hit("#measure", *match.span()))
    hits.sort(key=attrgetter("start"))
    return hits


def _reach(text: str, sentence: list[_Hit], at: int, pattern: _Pattern) -> int:
    """The end of a pattern that begins with the hit ``at``, 0 if it does not hold there."""
    end = sentence[at].end
    for part in pattern.parts[1:]:
        for hit in sentence[at + 1 :]:
            if hit.group == part and hit.start >= end:
                if len(_WORD.findall(text, end, hit.start)) <= pattern.gap:
                    end = hit.end
                    break
                return 0
        else:
            return 0
    return end


def _mentions(
    resume: Resume,
    normal: NormalText,
    spans: list[tuple[_Pattern, int, int]],
    cues: FoundCues,
    mentions: Sequence[Mention],
    taxonomy: Taxonomy,
    rules: _Rules,
) -> Iterator[Mention]:
    places = Places(resume)
    text = resume.document.text
    candidates = [
        Candidate(
            start=normal.at(start),
            end=normal.at(end),
            original=(start, end),
            readings=(),
            reading=Reading(
                skill=pattern.behaviour,
                name=rules.names[pattern.behaviour],
                kind="behaviour",
                via="behaviour",
                plural=False,
                version=False,
            ),
        )
        for pattern, start, end in spans
    ]
    company = _Company(mentions, taxonomy, text)
    last: dict[str, int] = {}
    for (pattern, start, end), status in zip(spans, statuses(text, candidates, cues, resume.sections), strict=True):
        if start < last.get(pattern.behaviour, -1):
            continue  # one place shows one behaviour once
        place = places.of(start)
        if pattern.within and not company.has(pattern.within, start, end, place.position, place.project):
            continue
        last[pattern.behaviour] = end
        yield Mention(
            skill=pattern.behaviour,
            name=rules.names[pattern.behaviour],
            kind="behaviour",
            start=start,
            end=end,
            quote=text[start:end],
            status="asserted" if status == "aspirational" and pattern.behaviour in rules.wished else status,
            section=place.section,
            position=place.position,
            project=place.project,
            page=resume.document.page_at(start),
            boxes=resume.document.boxes(start, end) if resume.document.runs else (),
            via="behaviour-weak" if pattern.weak or place.section in _CLAIMING else "behaviour",
            certainty=0.9 if pattern.weak else 0.95,
        )


class _Company:
    """Whether a skill of some family is asserted in the same position, project or sentence."""

    def __init__(self, mentions: Sequence[Mention], taxonomy: Taxonomy, text: str) -> None:
        self._mentions = mentions
        self._taxonomy = taxonomy
        self._text = text
        self._families: dict[str, list[Mention]] = {}

    def has(self, root: str, start: int, end: int, position: int | None, project: int | None) -> bool:
        family = self._families.get(root)
        if family is None:
            wanted = {root, *self._taxonomy.narrower(root)} if root in self._taxonomy else {root}
            family = self._families[root] = [m for m in self._mentions if m.skill in wanted and m.status == "asserted"]
        bounds = sentences(self._text).around(start)
        return any(
            (position is not None and mention.position == position)
            or (project is not None and mention.project == project)
            or bounds[0] <= mention.start < max(bounds[1], end)
            for mention in family
        )
