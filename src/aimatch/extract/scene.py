"""A text with its mentions, as cues of status see it: sentences, lists of mentions, items, labels and what they rule."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from aimatch.extract.candidates import Candidate
from aimatch.extract.cues import Cue, closes, words
from aimatch.extract.sentences import stops as stops_of

_WORDS = re.compile(r"[^\W_][\w'+#.-]*")
_LIST_GAP_WORDS = 2  # "Rust and some Kubernetes": words that may stand between the items of a list
_LABEL_WORDS = 4  # words of a label beside its cue: "What I have not used in years:"
_LABEL_REACH = 50  # characters between a cue and the colon of its label
_FRONTED_WORDS = 4  # words between an object put in front and its cue: "Kubernetes is something I have yet to use"
_ITEM_EDGE = re.compile(r"[,;|\n\u2022\u00b7]|\band\b")
_BULLET = re.compile(r"[ \t]*[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>~\u2013\u2014-]\s*\S")
_BULLET_SIGNS = " \t\"'(-\u2022\u00b7*>~+\u2013\u2014\u25aa\u25cf\u25a0\u27a2\uf0b7\u2726"
_RELATIVE = re.compile(r"\s*,\s*(?:which|that|whom)\b", re.IGNORECASE)
_COUNT = re.compile(r"[\d=]\s*\Z")
_ASIDE = re.compile(r"\b(and|or),\s[^,]{1,30},\s")
_DASH = re.compile(r"[ \t]+[\u2013\u2014-][ \t]+")  # "Not mine - Terraform": a label as with a colon
_MINE = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_LEAVING = re.compile(r"\bfrom\b", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:to|towards?|into)\b", re.IGNORECASE)
_OBJECT_PRONOUN = re.compile(r"\s+(?:it|them)\b(?!\s+\w)", re.IGNORECASE)  # "Azure: never touched it"
_ITEM_WORDS = 5  # words of an item before the answer to it
_OPEN_REACH = 12  # cues that reach this far seek a role and have their object behind them
#: Kinds of mention that tell what a person is like: a wish for a role does not put them off.
CLAIMED = ("soft", "behaviour")
_ANSWER_SIGNS = frozenset(":=|(\u2192->\u2013\u2014")
_OR = re.compile(r"\s*(?:or|and|/|&)\s*", re.IGNORECASE)
_LABEL_ASIDE = re.compile(r"\s*\([^()\n]*\)(?=\s*:)")  # "Stack of the client (for context):"
_LISTED_WORDS = 2  # words of an item in a list that one answer closes: "Deep learning, cloud, Docker: none"
_ANSWER = re.compile(r"(?:[:?]|\s[-\u2013\u2014])\s*\Z")
_LOOK_BACK = 400  # characters; longer sentences are cut

Ruled = Iterator[tuple[int, int]]  # the number of a mention and its distance from the cue in characters


class Scene:
    """The mentions of a text among its sentences. Every method that rules mentions yields them with their distance."""

    def __init__(self, original: str, found: Sequence[Candidate]) -> None:
        self.text = original
        self.spans = [candidate.original for candidate in found]
        self.starts = [start for start, _ in self.spans]
        self.kinds = [candidate.reading.kind if candidate.reading is not None else "" for candidate in found]
        self.words = words()
        self.stops, self.ends = stops_of(original)

    def sentence_end(self, at: int) -> int:
        """Where the sentence of a place ends."""
        number = bisect_left(self.stops, at)
        return self.stops[number] if number < len(self.stops) else len(self.text)

    def sentence_start(self, at: int) -> int:
        """Where the sentence of a place begins."""
        number = bisect_right(self.ends, at) - 1
        return max(self.ends[number] if number >= 0 else 0, at - _LOOK_BACK)

    def within(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin in a stretch of text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def ruled(self, start: int, end: int, cue: Cue) -> Ruled:
        """The mentions that a cue at a place rules."""
        for number in self.within(start - 40, end):
            a, b = self.spans[number]
            soft = cue.status == "other-person" and self.kinds[number] in CLAIMED  # "worked closely with the QA team"
            if a < end and start < b and b - a > end - start and not soft:
                return  # the words of the cue are part of a skill's name
        if cue.beside and not self._has_beside(start, end, cue.beside):
            return
        chosen = {
            "forward": self._either,
            "backward": self._before,
            "answer": self._answered,
            "item": self._item,
            "label": self._label,
            "sentence": self._sentence,
            "clause": self._clause,
            "list": self._list,
            "unfinished": self._unfinished,
        }[cue.direction]
        for number, far in chosen(start, end, cue):
            if cue.kind in ("", self.kinds[number]) and not (cue.status == "negated" and self.excepted(number, end)):
                yield number, far

    def excepted(self, number: int, since: int) -> bool:
        """Whether a mention is what a denial before it leaves out: "Kubernetes beyond kubectl"."""
        start = self.starts[number]
        floor = max(since, self.sentence_start(start), self.text.rfind(",", 0, start))
        return start > floor and self.words.exceptions.search(self.text, floor, start) is not None

    def completed(self, number: int) -> bool:
        """Whether the sentence of a mention tells of study that is over or of something made: "finished in 2023"."""
        start = self.starts[number]
        floor, stop = self.sentence_start(start), self.sentence_end(start)
        return self.words.completed.search(self.text, floor, stop) is not None

    def _has_beside(self, start: int, end: int, beside: Sequence[str]) -> bool:
        sentence = self.text[self.sentence_start(start) : self.sentence_end(end)].lower()
        return not set(beside).isdisjoint(_WORDS.findall(sentence.replace(".", " ")))

    def _either(self, start: int, end: int, cue: Cue) -> Ruled:
        """What follows; what stands before where the clause ends here, or the cue is a remark or a label."""
        if cue.reach >= 6 or cue.status != "aspirational":
            opened = self.text.rfind("(", max(0, start - 30), start)
            if opened >= 0 and ")" not in self.text[opened:start] and self._remark(opened, start, end):
                yield from self.item(opened)
                return
        if self._in_label(start, end):
            labelled = list(self._after_label(end))
            if labelled:
                yield from labelled
                return
        if (
            cue.reach > 1
            and cue.reach < _OPEN_REACH
            and (self._closed(end) or _OBJECT_PRONOUN.match(self.text, end))
            and not _COUNT.search(self.text, max(0, start - 8), start)
        ):
            fronted = list(self._fronted(start, cue.reach))
            if fronted:
                yield from fronted
                return
        ruled = list(self.forward(end, cue.reach, skip_soft=cue.status != "negated", wish=cue.status == "aspirational"))
        contained = self._contained(start, end) if cue.status == "negated" else []
        yield from contained
        if cue.status == "negated" and ruled and self._about_a_head(ruled[-1][0], end):
            return
        yield from ruled
        if not ruled and not contained and cue.reach and _ANSWER.search(self.text, max(0, start - 4), start):
            yield from self._questioned(start)

    def _remark(self, opened: int, start: int, end: int) -> bool:
        """Whether brackets hold a remark on the name before them and no name of their own."""
        closed = self.text.find(")", end, end + 60)
        return (
            closed >= 0
            and len(_WORDS.findall(self.text[opened:start])) <= 2
            and not self.within(opened, closed)
            and any(self.spans[number][1] >= opened - 2 for number in self.within(opened - 60, opened))
        )

    def _contained(self, start: int, end: int) -> list[tuple[int, int]]:
        """Mentions among the words of the cue itself: "never trained"."""
        return [(number, 0) for number in self.within(start, end) if self.spans[number][1] <= end]

    def _about_a_head(self, last: int, at: int) -> bool:
        """Whether what is denied is the noun behind the names: "no Kafka outage"."""
        behind = _WORDS.match(self.text, min(len(self.text), self.spans[last][1] + 1))
        return behind is not None and behind.group().lower().rstrip(".") in self.words.heads

    def forward(self, at: int, reach: int, *, skip_soft: bool, wish: bool = False) -> Ruled:
        """The first mention within some words behind a place, and the list that it begins."""
        stop = self.sentence_end(at)
        if wish and self.words.completed_it.search(self.text, at, stop):
            return
        edge, allowed = at, reach
        for number in self.within(at, stop):
            start, end = self.spans[number]
            gap = _ASIDE.sub(r"\1 ", self.text[edge:start])
            stops = self.words.stops if edge == at else self.words.list_stops
            if wish and _MINE.search(gap):
                break  # "want to use my Python skills"
            if edge == at and ((")" in gap and "(" not in gap) or '"' in gap):
                break  # the cue stands in brackets or quotes, which end its clause
            if wish and edge == at and (left := _LEAVING.search(self.text, at, start)):
                reached = _TOWARDS.search(self.text, left.end(), stop)  # "moving from Excel towards Python"
                if reached:
                    yield from self.forward(reached.end(), reach, skip_soft=skip_soft)
                return
            if stops.search(gap) or len(_WORDS.findall(gap)) > allowed:
                break
            if edge == at and allowed == reach and ", " in gap and reach < 6:
                break  # "with no support, Kubernetes ...": the comma ends what is denied
            if not (skip_soft and self.kinds[number] == "soft"):
                yield number, start - at
            edge, allowed = max(end, edge), _LIST_GAP_WORDS
        if edge == at and reach > 1:
            yield from self.list_below(at)

    def list_below(self, at: int) -> Ruled:
        """The bulleted lines under a line that ends with a colon, or that its cue fills."""
        line_end = self.text.find("\n", at)
        if line_end < 0 or self.text[at:line_end].strip(" \t:)"):
            return
        edge = line_end
        below = self.text.find("\n", edge + 1)
        below = below if below >= 0 else len(self.text)
        if (
            ":" in self.text[at:edge]
            and ":" not in self.text[edge + 1 : below]
            and not _BULLET.match(self.text, edge + 1, below)
        ):
            for number in self.within(edge + 1, below):  # the list in the next line, without bullets
                yield number, self.starts[number] - at
            return
        while edge >= 0:
            following = self.text.find("\n", edge + 1)
            stop = following if following >= 0 else len(self.text)
            if not _BULLET.match(self.text, edge + 1, stop):
                break
            for number in self.within(edge + 1, stop):
                yield number, self.starts[number] - at
            edge = following

    def backward(self, at: int, reach: int, *, commas: bool = False) -> Ruled:
        """The mention within some words before a place, and the list that it ends."""
        floor = self.sentence_start(at)
        edge, allowed = at, reach
        for number in range(bisect_left(self.starts, at) - 1, -1, -1):
            start, end = self.spans[number]
            if end > at:
                continue
            if start < floor:
                break
            gap = self.text[end:edge] if end <= edge else ""
            stops = self.words.stops if edge == at else self.words.list_stops
            if edge == at:
                gap = _RELATIVE.sub(" ", gap)
            if len(_WORDS.findall(gap)) > allowed or (edge != at and (":" in gap or stops.search(gap))):
                break
            if edge == at and not commas and "," in gap:
                break
            yield number, at - end
            if edge == at and self.text[at : at + 1] in (":", "?"):
                break  # "Azure: none" speaks of what stands before the colon alone
            edge, allowed = min(start, edge), _LIST_GAP_WORDS - 1

    def _before(self, start: int, end: int, cue: Cue) -> Ruled:
        return self.backward(start, cue.reach)

    def _fronted(self, start: int, reach: int) -> Ruled:
        if _ANSWER.search(self.text, max(0, start - 4), start):
            return self._questioned(start)
        return self.backward(start, max(reach, _FRONTED_WORDS))

    def _answered(self, start: int, end: int, cue: Cue) -> Ruled:
        if (
            len(self.text[max(self.sentence_start(start), self.text.rfind(",", 0, start)) : start].split())
            > _ITEM_WORDS
        ):
            return self._listed(start)
        return self._questioned(start)

    def _questioned(self, at: int) -> Ruled:
        """The item before an answer, or the whole list where its sentence is nothing but a list."""
        whole = list(self._listed(at))
        return iter(whole) if whole else self.item(at)

    def _listed(self, at: int) -> Ruled:
        """The mentions of a sentence that is a bare list up to here: "Deep learning, cloud, Docker: none"."""
        floor = self.sentence_start(at)
        stretch = self.text[floor:at].strip(" \t:?-\u2013\u2014")
        items = _ITEM_EDGE.split(stretch)
        if (
            len(items) < 2
            or any(sign in stretch for sign in ":;(")
            or self.words.list_stops.search(self._unnamed(floor, at))
            or any(len(_WORDS.findall(item)) > _LISTED_WORDS for item in items)
        ):
            return
        for number in self.within(floor, at):
            yield number, at - self.spans[number][1]

    def _unfinished(self, start: int, end: int, cue: Cue) -> Ruled:
        return (
            (number, far)
            for number, far in self._sentence(start, end, cue)
            if not self.words.done.search(self.text, self.sentence_start(start), self.sentence_end(end))
        )

    def answered(self) -> dict[str, list[tuple[int, int]]]:
        """By status, the mentions to which a sign and a word behind them are an answer: "Helm = none"."""
        found: dict[str, list[tuple[int, int]]] = {}
        for number, (_, end) in enumerate(self.spans):
            near = self.text[end : end + 2]
            if _ANSWER_SIGNS.isdisjoint(near):
                continue
            for status, pattern in self.words.answers.items():
                match = pattern.match(self.text, end)
                if match:
                    ruled = found.setdefault(status, [])
                    ruled.append((number, match.end() - end))
                    if match.group().lstrip()[0] in ":=":
                        ruled += self._listed(end)
                        ruled += self._alternatives(number)
        return found

    def _alternatives(self, number: int) -> Ruled:
        """The mentions joined to one by "or": "any programming in Java or Python = no"."""
        while number and _OR.fullmatch(self.text, self.spans[number - 1][1], self.spans[number][0]):
            number -= 1
            yield number, 1

    def _unnamed(self, start: int, end: int) -> str:
        """A stretch of text without the names of its mentions."""
        left, parts = start, []
        for number in self.within(start, end):
            parts.append(self.text[left : self.starts[number]])
            left = max(left, self.spans[number][1])
        return " ".join([*parts, self.text[left:end]])

    def _clause(self, start: int, end: int, cue: Cue) -> Ruled:
        stop = self.sentence_end(end)
        turns = [
            match
            for match in (self.words.stops.search(self.text, end, stop), _MINE.search(self.text, end, stop))
            if match
        ]
        turn = min(turns, key=lambda match: match.start(), default=None)
        for number in self.within(start, turn.start() if turn else stop):
            yield number, max(0, self.starts[number] - end)

    def _list(self, start: int, end: int, cue: Cue) -> Ruled:
        stop = self.sentence_end(end)
        turn = self.words.list_ends.search(self.text, end, stop)
        for number in self.within(end, turn.start() if turn else stop):
            yield number, max(0, self.starts[number] - end)

    def _closed(self, at: int) -> bool:
        """Whether the clause ends here, by a sign or with its sentence."""
        return closes(self.text, at) or not self.text[at : self.sentence_end(at)].strip()

    def _item(self, start: int, end: int, cue: Cue) -> Ruled:
        return self.item(start)

    def item(self, at: int) -> Ruled:
        """The mentions in the item of a list that ends here."""
        opened = self.text.rfind("(", max(0, at - 60, self.sentence_start(at)), at)
        if opened >= 0 and ")" not in self.text[opened:at]:
            at = opened  # the remark is on what stands before its brackets
        begin = max(0, at - 80, self.sentence_start(at))
        inner = self.text.rfind("(", begin, at) if self.text[begin:at].rstrip().endswith(")") else at
        for edge in _ITEM_EDGE.finditer(self.text, begin, inner if inner >= 0 else at):
            begin = edge.end()  # what stands in brackets belongs to the item that they close
        if not self.text[begin:at].strip():  # a bracket or comma right before: the item is the one that it closes
            begin = max(self.sentence_start(at), begin - 40)
        if self.text[at : at + 1] == "(" and not self.within(begin, at):
            begin = max(self.sentence_start(at), at - 60)  # "Machine Learning course, online (enrolled)"
        numbers = [number for number in self.within(begin, at) if self.spans[number][1] <= at]
        for number in numbers:
            yield number, at - self.spans[number][1]

    def _sentence(self, start: int, end: int, cue: Cue) -> Ruled:
        for number in self.within(self.sentence_start(start), self.sentence_end(end)):
            yield number, abs(self.starts[number] - start)

    def _label(self, start: int, end: int, cue: Cue) -> Ruled:
        """What a label rules, if it is one: a colon behind it, or a line of its own over a list."""
        if "\n" in self.text[start:end]:
            return
        aside = _LABEL_ASIDE.match(self.text, end)
        if aside:
            end = aside.end()
        line_start = self.text.rfind("\n", 0, start) + 1
        alone = not self.text[line_start:start].strip(_BULLET_SIGNS)
        first = alone or not self.text[self.sentence_start(start) : start].strip(_BULLET_SIGNS)
        dash = _DASH.match(self.text, end) if first else None
        if dash:
            for number in self.within(dash.end(), self.sentence_end(dash.end())):
                yield number, self.starts[number] - end
        elif self.text[end : end + 3].lstrip()[:1] == ":" or self._in_label(start, end):
            yield from self._after_label(end)
        elif alone:
            yield from self.list_below(end)

    def _in_label(self, start: int, end: int) -> bool:
        """Whether a cue stands in a short label: few words, no mention, from the sentence's start to a colon."""
        colon = self.text.find(":", end, end + _LABEL_REACH)
        most = _LABEL_WORDS
        if colon < 0 or "\n" in self.text[end:colon]:
            return False
        begin = max(self.sentence_start(start), self.text.rfind("\n", 0, start) + 1)
        around = self.text[begin:start] + " " + self.text[end:colon]
        return (
            not any(sign in around.strip(_BULLET_SIGNS) for sign in ',.;:?"\u201d')
            and len(_WORDS.findall(around)) <= (most if self.text[begin:start].strip(_BULLET_SIGNS) else most + 4)
            and not [number for number in self.within(begin, colon) if not (start <= self.starts[number] < end)]
        )

    def _after_label(self, end: int) -> Ruled:
        colon = self.text.find(":", end)
        stop = self.sentence_end(colon)
        inside = self.within(colon, stop)
        for number in inside:
            yield number, self.starts[number] - end
        if not inside:
            yield from self.list_below(colon)
