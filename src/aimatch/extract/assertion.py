"""The status of a mention: asserted, negated, aspirational, or another person's.

Cues (``skill_taxonomy/language/status.toml``, which defines their directions) are found in one pass; only where a cue
and a mention share a sentence is anything decided. A scope runs from the cue over the mentions that are joined to it as
a list and ends at a full stop, a semicolon, a line end, or a word such as "but". Where cues disagree on a mention, the
one whose text stands nearest wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Cue, Hit, Lexicon
from aimatch.extract.normalise import NormalText
from aimatch.model import Section, Status

# A sentence ends at a stop before white space, a blank line, or a line end that is no soft wrap.
_STOP = re.compile(r"[.!?;](?=\s|$)(?<!e\.g\.)(?<!i\.e\.)|\n\s*\n|\n(?![ \t]*[a-z(])|\s[|]\s|\u2022")
_WORDS = re.compile(r"[^\W_][\w'+#.-]*")
_LIST_GAP_WORDS = 2  # "Rust and some Kubernetes": words that may stand between the items of a list
_ITEM_EDGE = re.compile(r"[,;|\n\u2022\u00b7]|\band\b")
_BULLET = re.compile(r"[ \t]*[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>\u2013\u2014-]\s*\S")
_LOOK_BACK = 400  # characters; longer sentences are cut


@dataclass(frozen=True, slots=True)
class _Cues:
    stops: re.Pattern[str]
    determiners: re.Pattern[str]
    own_determiners: frozenset[str]
    own_nouns: frozenset[str]
    own_after: tuple[str, ...]
    belongs: tuple[str, ...]
    sections: dict[str, Status]


@cache
def _cues() -> _Cues:
    table = data.table("language/status")
    others = table["others"]
    determiners = "|".join(others["determiners"])
    return _Cues(
        stops=re.compile(r"\b(?:" + "|".join(map(re.escape, table["stops"])) + r")\b", re.IGNORECASE),
        determiners=re.compile(rf"(?:^|[\s:,])({determiners})\s+((?:[\w'\u2019-]+\s+){{0,3}})\Z", re.IGNORECASE),
        own_determiners=frozenset(others["own_determiners"]),
        own_nouns=frozenset(others["own_nouns"]),
        own_after=tuple(others["own_after"]),
        belongs=tuple(others["belongs"]),
        sections=dict(table["sections"]),
    )


#: Cues with their spans in the original text.
FoundCues = list[tuple[int, int, Cue]]


def found_cues(normal: NormalText, hits: Sequence[Hit], lexicon: Lexicon) -> FoundCues:
    """The cues among the hits of a text, the longest at each place, in order."""
    found: FoundCues = []
    covered = 0
    for start, end, number in hits:
        if start < covered:
            continue
        cues = lexicon.entry(number).cues
        if cues:
            covered = end
            span = normal.original(start, end)
            found += ((*span, cue) for cue in cues if cue.direction != "none")
    return found


def statuses(original: str, found: Sequence[Candidate], cues: FoundCues, sections: Sequence[Section]) -> list[Status]:
    """The status of each candidate, in their order."""
    rules = _cues()
    result: list[Status] = ["asserted"] * len(found)
    if not found:
        return result
    distance = [10**9] * len(found)
    for section in sections:
        ruled = rules.sections.get(section.kind)
        if ruled is not None:
            for number, candidate in enumerate(found):
                if section.body_start <= candidate.original[0] < section.end:
                    result[number] = ruled
                    distance[number] = 10**6  # anything said in the sentence itself is nearer
    if not cues:
        return result
    scene = _Scene(original, found, rules)
    for start, end, cue in cues:
        for number, far in scene.ruled(start, end, cue):
            if far < distance[number] or (far == distance[number] and cue.status == "negated"):
                distance[number] = far
                result[number] = cast("Status", cue.status)
    return result


class _Scene:
    """The text with its mentions, as the cues see it."""

    def __init__(self, original: str, found: Sequence[Candidate], cues: _Cues) -> None:
        self.text = original
        self.spans = [candidate.original for candidate in found]
        self.soft = [candidate.reading is not None and candidate.reading.kind == "soft" for candidate in found]
        self.cues = cues
        self.stops: list[int] = []
        self.ends: list[int] = []
        for stop in _STOP.finditer(original):
            self.stops.append(stop.start())
            self.ends.append(stop.end())

    def ruled(self, start: int, end: int, cue: Cue) -> Iterator[tuple[int, int]]:
        """The numbers of the mentions that a cue at a place rules, each with its distance in characters."""
        if any(a < end and start < b and (a, b) != (start, end) and b - a > end - start for a, b in self.spans):
            return  # the words of the cue are part of a skill's name
        if cue.direction == "forward":
            yield from self._forward(end, cue.reach, skip_soft=cue.status == "aspirational")
        elif cue.direction == "backward":
            yield from self._backward(start, cue.reach)
        elif cue.direction == "item":
            yield from self._item(start)
        elif cue.direction == "label":
            yield from self._label(end)
        elif cue.direction == "clause":
            yield from self._clause(start, end)

    def _sentence_end(self, at: int) -> int:
        number = bisect_left(self.stops, at)
        return self.stops[number] if number < len(self.stops) else len(self.text)

    def _sentence_start(self, at: int) -> int:
        number = bisect_right(self.ends, at) - 1
        return max(self.ends[number] if number >= 0 else 0, at - _LOOK_BACK)

    def _forward(self, at: int, reach: int, *, skip_soft: bool) -> Iterator[tuple[int, int]]:
        stop = self._sentence_end(at)
        edge, allowed, cue_end = at, reach, at
        for number, (start, end) in enumerate(self.spans):
            if start < at:
                continue
            if start >= stop:
                break
            gap = self.text[edge:start]
            if self.cues.stops.search(gap) or len(_WORDS.findall(gap)) > allowed:
                break
            if allowed == reach and edge == at and ", " in gap and reach < 6:
                break  # "with no support, Kubernetes ...": the comma ends what is denied
            if not (skip_soft and self.soft[number]):
                yield number, start - cue_end
            edge, allowed = max(end, edge), _LIST_GAP_WORDS
        else:
            if edge == at:
                yield from self._list_below(at, stop)
            return
        if edge == at:
            yield from self._list_below(at, stop)

    def _list_below(self, at: int, stop: int) -> Iterator[tuple[int, int]]:
        """The bulleted lines under a line that ends with a colon."""
        line_end = self.text.find("\n", at)
        if line_end < 0 or not self.text[at:line_end].rstrip().endswith(":"):
            return
        edge = line_end
        while edge >= 0:
            following = self.text.find("\n", edge + 1)
            line = self.text[edge + 1 : following if following >= 0 else len(self.text)]
            if not _BULLET.match(line):
                break
            stop_at = following if following >= 0 else len(self.text)
            for number, (start, _) in enumerate(self.spans):
                if edge < start < stop_at:
                    yield number, start - at
            edge = following

    def _backward(self, at: int, reach: int) -> Iterator[tuple[int, int]]:
        floor = self._sentence_start(at)
        edge, allowed = at, reach
        for number in range(len(self.spans) - 1, -1, -1):
            start, end = self.spans[number]
            if end > at:
                continue
            if start < floor:
                break
            gap = self.text[end:edge]
            if len(_WORDS.findall(gap)) > allowed or self.cues.stops.search(gap) or (edge == at and "," in gap):
                break
            yield number, at - end
            if self.text[at : at + 1] == ":":
                break  # "Azure: none" speaks of what stands before the colon alone
            edge, allowed = start, _LIST_GAP_WORDS - 1

    def _item(self, at: int) -> Iterator[tuple[int, int]]:
        begin = max(0, at - 80)
        for edge in _ITEM_EDGE.finditer(self.text, begin, at):
            begin = edge.end()
        for number, (start, end) in enumerate(self.spans):
            if begin <= start and end <= at:
                yield number, at - end

    def _label(self, at: int) -> Iterator[tuple[int, int]]:
        if self.text[at : at + 2].lstrip()[:1] != ":":
            return
        stop = self._sentence_end(at)
        inside = False
        for number, (start, _) in enumerate(self.spans):
            if at <= start < stop:
                inside = True
                yield number, start - at
        if not inside:
            yield from self._list_below(at, stop)

    def _clause(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """What others did: a clause that begins with them, a label answered by them, what belongs to them."""
        floor = self._sentence_start(start)
        before = self.text[floor:start]
        match = self.cues.determiners.search(before)
        if match is None:
            return
        noun = self.text[start:end].lower()
        determiner, modifier = match.group(1).lower(), match.group(2).strip()
        if determiner in self.cues.own_determiners and noun in self.cues.own_nouns:
            return
        possessive = self.text[end : end + 2] in ("'s", "\u2019s")
        if noun in ("team", "teams") and determiner in ("the", "a", "an") and not modifier:
            return  # "the team" includes the candidate
        lead = before[: match.start(1)]
        after = self.text[end : end + 12].lstrip("'\u2019s ").lower()
        if any(after.startswith(own) for own in self.cues.own_after):
            return
        if any(lead.rstrip().lower().endswith(word) for word in self.cues.belongs) or (
            any(
                f"{word} {determiner}".endswith(f"{lead.split()[-1].lower()} {determiner}")
                for word in self.cues.belongs
            )
            if lead.split() and possessive
            else False
        ):
            for number, (one, stop) in enumerate(self.spans):
                if floor <= one and stop <= start:
                    yield number, start - stop
            if possessive:
                stop_at = self._sentence_end(end)
                for number, (one, _) in enumerate(self.spans):
                    if end <= one < stop_at:
                        yield number, one - end
            return
        opening = lead.strip(" \t\n\"'(-\u2022\u00b7*>\u2013\u2014")
        if opening.endswith(":"):
            for number, (one, stop) in enumerate(self.spans):
                if floor <= one and stop <= start and self.text[stop:start].lstrip()[:1] == ":":
                    yield number, start - stop
            return
        if opening and not opening.endswith(","):
            return
        stop_at = self._sentence_end(end)
        own = re.compile(r"[,;] (?:and |while |but )?(?:I|my|mine)\b|\band I\b").search(self.text, end, stop_at)
        stop_at = own.start() if own else stop_at
        # What stands right before the noun ("a Rust developer") is theirs, and what follows in the clause.
        for number, (one, _) in enumerate(self.spans):
            if floor + match.start(1) <= one < stop_at and not self.soft[number]:
                yield number, max(0, one - end)
