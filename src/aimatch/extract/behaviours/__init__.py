"""Behaviours: what people show by what they write, where no product name would tell.

Some are shown by where a line stands (a course in the section of courses) or by a credential. The rest by words:
``skill_taxonomy/language/behaviours.toml`` holds sets of words and patterns over them; a pattern holds where its parts
stand in one sentence, each within ``gap`` words of the one before. Parts are sets (``@audience``), words, quantities
(:mod:`aimatch.extract.behaviours.quantities`), or any technical skill (``#skill``). The lexicon finds the words of all sets in its
one pass. A sentence shows a behaviour once, as clearly as any part of it does.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from operator import itemgetter
from typing import NamedTuple

from aimatch.extract.behaviours.company import Company
from aimatch.extract.behaviours.quantities import quantities
from aimatch.extract.bullets import with_plain_bullets
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Hit as LexiconHit
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.normalise import NormalText
from aimatch.extract.places import Places
from aimatch.extract.rules.behaviours import SKILL, Pattern, Rules, rules
from aimatch.extract.rules.deeds import begins_deed
from aimatch.extract.sentences import sentences
from aimatch.extract.status.assertion import statuses
from aimatch.extract.status.cue_search import FoundCues
from aimatch.model import Mention, Resume
from aimatch.taxonomy import Taxonomy

_WORD = re.compile(r"[^\W_][\w'.%+/-]*")
_DIGIT = re.compile(r"\d")
_PARTING = re.compile(r"[,;|/\u00b7\u2726\t]|\s{3}")
_LINE = re.compile(r"[^\W_][^\n]*[^\s]")
_LONGEST_WORD = 40  # characters; a part farther off than so many times its gap can't be within it
#: Sections where naming a behaviour only claims it.
_CLAIMING = frozenset({"skills", "interests", "objective", "languages", "learning"})


#: A group of words that a sentence holds, and its span.
_Hit = tuple[str, int, int]
_Span = tuple[Pattern, int, int]
_Patterns = dict[str, list[Pattern]]  # those that may hold in a sentence, by the groups that they may begin with


def find_behaviours(
    resume: Resume,
    normal: NormalText,
    hits: Sequence[LexiconHit],
    cues: FoundCues,
    mentions: Sequence[Mention],
    taxonomy: Taxonomy,
) -> list[Mention]:
    """The behaviours that a resume shows, as mentions of kind ``behaviour``, by start offset."""
    known = rules()
    text = with_plain_bullets(resume.document.text)
    found: dict[tuple[str, int, int], _Span] = {}
    technical = [mention for mention in mentions if mention.kind in ("technology", "method")]
    company = Company(mentions, taxonomy, text, resume.positions, Places(resume), known)
    for sentence, patterns in _by_sentence(text, normal, hits, technical, known):
        for at, (group, start, _) in enumerate(sentence):
            for pattern in patterns.get(group, ()):
                end = _reach(text, sentence, at, pattern)
                if end:
                    key = (pattern.behaviour, start, end)
                    other = found.get(key)
                    if (other is None or (other[0].weak and not pattern.weak)) and company.found(pattern, *key[1:]):
                        weaker = replace(pattern, weak=True) if company.only_far(pattern, *key[1:]) else pattern
                        found[key] = (weaker, start, end)
    for pattern, start, end in _by_place(resume, mentions, technical, known):
        found.setdefault((pattern.behaviour, start, end), (pattern, start, end))
    spans = _without_last(sorted(found.values(), key=lambda one: (one[1], -one[2], one[0].behaviour)))
    return _once_a_sentence(text, _mentions(resume, normal, spans, cues, known))


def _without_last(spans: list[_Span]) -> list[_Span]:
    """Patterns of last resort only where nothing else shows the behaviour, and then once."""
    shown = {pattern.behaviour for pattern, _, _ in spans if not pattern.last}
    kept = []
    for span in spans:
        if span[0].last:
            if span[0].behaviour in shown:
                continue
            shown.add(span[0].behaviour)
        kept.append(span)
    return kept


def _by_place(
    resume: Resume, mentions: Sequence[Mention], technical: Sequence[Mention], known: Rules
) -> Iterator[_Span]:
    """Lines that show a behaviour by the section they stand in, and credentials."""
    text = resume.document.text
    starts = [mention.start for mention in technical]
    for section in resume.sections:
        for place in known.sections.get(section.kind, ()):
            for line in _LINE.finditer(text, section.body_start, section.end):
                start, end = line.span()
                if len(_WORD.findall(text, start, end)) > place.words:
                    continue
                if not place.naming:
                    yield place.pattern, start, end
                    continue
                named = {mention.status for mention in technical[bisect_left(starts, start) : bisect_left(starts, end)]}
                # "Machine learning course (enrolled)" is a line of wishes.
                if "asserted" in named or (place.pattern.behaviour in known.wished and "aspirational" in named):
                    yield place.pattern if "asserted" in named else replace(place.pattern, weak=True), start, end
    for mention in mentions:
        # A colleague's certificate, or one not held, shows nothing of the person.
        if mention.kind in known.kinds and mention.status in ("asserted", "aspirational"):
            yield known.kinds[mention.kind], mention.start, mention.end


def _by_sentence(
    text: str,
    normal: NormalText,
    found: Sequence[LexiconHit],
    technical: Sequence[Mention],
    known: Rules,
) -> Iterator[tuple[list[_Hit], _Patterns]]:
    """The sentences in which a pattern may hold: what stands in each, by place, and which patterns."""
    marks = sentences(text)
    starts = [mention.start for mention in technical]
    names = iter(technical)
    name = next(names, None)

    def complete(hits: list[_Hit], bounds: tuple[int, int]) -> Iterator[tuple[list[_Hit], _Patterns]]:
        holding = _may_hold(frozenset([group for group, _, _ in hits]))
        if not holding.patterns:
            return
        added = len(hits)
        # Numbers and names are looked for only where a pattern waits for no more than these.
        if holding.measured:
            hits += [(f"#{kind}", start, end) for kind, start, end in quantities(text, *bounds)]
        if holding.naming:
            named = technical[bisect_left(starts, bounds[0]) : bisect_left(starts, bounds[1])]
            hits += [(SKILL, mention.start, mention.end) for mention in named]
        if len(hits) > added:
            hits.sort(key=itemgetter(1))
        yield hits, holding.patterns

    bounds = (-1, -1)
    hits: list[_Hit] = []
    spans = normal.originals((start, end) for start, end, _, _ in found)
    for (_, _, entry, _), span in zip(found, spans, strict=True):
        groups = entry.groups
        while name is not None and name.end <= span[0]:
            name = next(names, None)
        if name is not None and name.start <= span[0] and span[1] <= name.end and span != (name.start, name.end):
            groups = tuple(group for group in groups if group not in known.apart)  # "learning" of "machine learning"
        if span[0] >= bounds[1]:
            if hits:
                yield from complete(hits, bounds)
            bounds, hits = marks.around(span[0]), []
        hits += [(group, *span) for group in groups]
    if hits:
        yield from complete(hits, bounds)


class _Holding(NamedTuple):
    """The patterns that may hold in a sentence, and whether any has a part that is a quantity, or a technical skill."""

    patterns: _Patterns
    measured: bool
    naming: bool


@lru_cache(maxsize=8192)
def _may_hold(groups: frozenset[str]) -> _Holding:
    """The patterns of which a sentence with these groups has all that is no number. Most sentences have a few groups, and
    many the same ones."""
    known = rules()
    found = {
        id(pattern): pattern
        for group in groups
        for pattern, others in known.told.get(group, ())
        if not (others and any(map(groups.isdisjoint, others))) and pattern.without.isdisjoint(groups)
    }
    begun = {group for pattern in found.values() for group in pattern.parts[0]}
    return _Holding(
        patterns={group: [one for one in known.first[group] if id(one) in found] for group in begun},
        measured=any(pattern.measured for pattern in found.values()),
        naming=any(pattern.naming for pattern in found.values()),
    )


def _reach(text: str, sentence: list[_Hit], at: int, pattern: Pattern) -> int:
    """The end of a pattern that begins with the hit ``at``, 0 if it does not hold there."""
    end = sentence[at][2]
    for part in pattern.parts[1:]:
        for place in range(at + 1, len(sentence)):
            group, start, stop = sentence[place]
            if group in part and start >= end:
                if (
                    start - end <= _LONGEST_WORD * (pattern.gap + 1)
                    # So many words and the signs between them take up so many characters at least.
                    and (start - end < 2 * pattern.gap or len(_WORD.findall(text, end, start)) <= pattern.gap)
                    and not (pattern.joined and _PARTING.search(text, end, start))
                ):
                    at, end = place, stop
                    break
                return 0
        else:
            return 0
    return end


def _mentions(
    resume: Resume, normal: NormalText, spans: list[_Span], cues: FoundCues, known: Rules
) -> Iterator[Mention]:
    places = Places(resume)
    text = resume.document.text
    candidates = [
        Candidate(
            start=normal.at(start),
            end=normal.at(end),
            original=(start, end),
            readings=(),
            reading=_reading(pattern.behaviour),
        )
        for pattern, start, end in spans
    ]
    ruled = statuses(with_plain_bullets(text), candidates, cues, resume.sections)
    for (pattern, start, end), status in zip(spans, ruled, strict=True):
        place = places.of(start)
        wished = status == "aspirational" and pattern.behaviour in known.wished
        claimed = (
            place.section in _CLAIMING
            and pattern.behaviour not in known.facts
            and not (_DIGIT.search(text, start, end) or begins_deed(text, start))
        )
        weak = pattern.weak or (wished and not pattern.wished) or claimed
        yield Mention(
            skill=pattern.behaviour,
            name=known.names[pattern.behaviour],
            kind="behaviour",
            start=start,
            end=end,
            quote=text[start:end],
            status="asserted" if wished else status,
            section=place.section,
            position=place.position,
            project=place.project,
            page=resume.document.page_at(start),
            boxes=resume.document.boxes(start, end) if resume.document.runs else (),
            via="behaviour-weak" if weak else "behaviour",
            certainty=0.9 if weak else 0.95,
        )


@cache
def _reading(behaviour: str) -> Reading:
    return Reading(
        skill=behaviour, name=rules().names[behaviour], kind="behaviour", via="behaviour", plural=False, version=False
    )


def _once_a_sentence(text: str, mentions: Iterator[Mention]) -> list[Mention]:
    """Of each behaviour the first clear mention of each sentence, else the first: one place shows it once."""
    marks = sentences(text)
    kept: dict[tuple[str, int], Mention] = {}
    for mention in mentions:
        key = (mention.skill, marks.around(mention.start)[0])
        other = kept.get(key)
        if other is None or _worth(mention) > _worth(other):
            kept[key] = mention
    return sorted(kept.values(), key=lambda mention: (mention.start, mention.end))


def _worth(mention: Mention) -> tuple[bool, bool]:
    return mention.status == "asserted", mention.via != "behaviour-weak"
