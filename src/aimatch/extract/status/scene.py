"""A text with its mentions, as cues of status see it: its sentences, and the lists and items that mentions make up."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from aimatch.extract.candidates import Candidate
from aimatch.extract.lines import bracket_around, line_end, line_start
from aimatch.extract.rules.listed import Deferred, any_of
from aimatch.extract.rules.scopes import (
    AFTER_YEARS,
    BECAME_WORK,
    BROUGHT,
    COMPLETED_IT,
    IDIOMS,
    JOINING,
    LIST_STOPS,
    STOPS,
)
from aimatch.extract.sentences import stops as stops_of
from aimatch.extract.status.clauses import parted
from aimatch.extract.words import WRITTEN_WORDS

_CAME_TRUE = any_of("came_true")
_INSTEAD = Deferred(r"\s+(?:{instead}|only(?! (?:{only_so})\b))\b|,\s+not\b")
_LETTERS = re.compile(r"[^\W\d_]")
_LIST_GAP_WORDS = 2  # "Rust and some Kubernetes": words that may stand between the items of a list
_CLAUSE_SIGN = Deferred(
    r"[;:)]|\((?=(?:I|my|we|our)\b)|\s[\u2013\u2014-]\s|,\s(?:and|so|then|who|which)\s(?:I|my|we|our|they|he|she|the)\b|,\s(?:I|my|we)\b"
)
_SLASHED = 2  # slashes with spaces that make a list; "Java / Kotlin (learning)" may be one item
_ITEM_EDGE = Deferred(r"[,;|\n\u2022\u00b7]|\band\b|\s[\u2013\u2014-]\s|  +(?=\w[\w+#./-]*: )")
_DASHES = frozenset("\u2013\u2014-")
_BULLET = Deferred(
    r"[ \t]*(?:[\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7*+>~\u2013\u2014-]|\(?\d\d?[.)](?=[ \t]))\s*\S"
)
_OR_OTHER = Deferred(r",\s(?:or|and|nor)\s[^,]{1,30}\b(?:of|in|on|with|to|for),\s")  # "no training in, or use of, Rust"
_OR_THE = re.compile(r"\b(n?or )(?:the|an?|any|their|its) ")  # "in the Docker builds or the Jenkins pipelines"
_RELATIVE = Deferred(r"\s*,\s*(?:which|that|whom)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\b(and|or),\s[^,]{1,30},\s")
_ROLE = re.compile(r"\bas an?\b", re.IGNORECASE)
#: What marks a thing as the writer's own.
MINE = re.compile(r"\b(?:my|our)\b", re.IGNORECASE)
_LIST_SIGN = Deferred(r"[:(]|\s[\u2013\u2014-]\s")  # no list goes on across it: "services - Terraform by the vendor"
_REMARKED = Deferred(r"\s*(?:[:(\u2013-]\s*\w+(?: \w+){0,2}\s*)?,\s*")  # "Scala: rusty, not used since 2014"
_HEADING = Deferred(r"(?<=[a-z] )[A-Z][a-z][\w &/-]{1,50}:")
_USING = re.compile(r"\b(?:with|using)\b", re.IGNORECASE)
_THAN = re.compile(r"\bthan\b", re.IGNORECASE)
_LEAVING = re.compile(r"\bfrom\b", re.IGNORECASE)
_TOWARDS = Deferred(r"\b(?:to|towards?|into)\b", re.IGNORECASE)
#: Kinds of mention that tell what a person is like: a wish for a role does not put them off.
CLAIMED = ("soft", "behaviour")
_OF_ALL = Deferred(r"\b(?:both|all|these|neither|none)\b", re.IGNORECASE)
_ENUMERATED_WORDS, _LISTED = 3, 120  # words of an item, and characters to either side, that tell of a bare list
#: Characters before a place within which its sentence begins; longer ones are cut.
LOOK_BACK = 400
#: The distance of what is told by a mark, a heading or a column: anything said of the name itself is nearer.
LEAST = 10**6
#: The numbers of mentions, each with its distance from the cue in characters.
Ruled = Iterator[tuple[int, int]]


class Scene:
    """The mentions of a text among its sentences. Every method that rules mentions yields them with their distance."""

    def __init__(self, original: str, found: Sequence[Candidate], sections: Sequence[int] = ()) -> None:
        self.text = original
        self.sections = sections  # where each begins
        self.spans = [candidate.original for candidate in found]
        self.starts = [start for start, _ in self.spans]
        self.kinds = [candidate.reading.kind if candidate.reading is not None else "" for candidate in found]
        self.stops, self.ends = self._apart(*stops_of(original))

    def _apart(self, stops: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
        """The stops but for the line ends within names: "a post as Data / Analyst or engineer" is one sentence."""
        within: set[int] = set()
        for start, end in self.spans:
            if "\n" in self.text[start:end]:
                within.update(range(bisect_right(stops, start), bisect_left(stops, end)))
        if not within:
            return stops, ends
        kept = [number for number in range(len(stops)) if number not in within]
        return [stops[number] for number in kept], [ends[number] for number in kept]

    def sentence_end(self, at: int) -> int:
        """Where the sentence of a place ends."""
        number = bisect_left(self.stops, at)
        return self.stops[number] if number < len(self.stops) else len(self.text)

    def sentence_start(self, at: int) -> int:
        """Where the sentence of a place begins."""
        number = bisect_right(self.ends, at) - 1
        return max(self.ends[number] if number >= 0 else 0, at - LOOK_BACK)

    def came_true(self, at: int) -> bool:
        """Whether the rest of a sentence, or what a semicolon joins to it, tells that a wish came true: "began learning
        Elixir in 2018; since 2020 it has been my paid work"."""
        stop = self.sentence_end(at)
        if COMPLETED_IT.search(self.text, at, stop):
            return True
        end = self.sentence_end(stop + 2) if self.text.startswith("; ", stop) else stop
        became = BECAME_WORK.search(self.text, at, end)
        return became is not None and (became.start() < stop or not self.within(stop, became.start()))

    def within(self, start: int, end: int) -> range:
        """The numbers of the mentions that begin in a stretch of text."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def clause_end(self, at: int, *, wish: bool = False) -> int:
        """Where the clause of a place ends: at a sign, or before a word that begins another.

        ``wish``: words that only set something aside ("beyond MATLAB towards Julia") end no wish, and a list that a wish
        governs goes on in the next line behind a comma.
        """
        stop = self.sentence_end(at)
        while wish and self.text[stop - 1 : stop + 1] == ",\n":
            stop = self.sentence_end(stop + 1)
        if sign := _CLAUSE_SIGN.search(self.text, at, stop):
            stop = sign.start()
        for turn in STOPS.finditer(self.text, at, stop):
            if not (wish and BROUGHT.fullmatch(turn.group())):
                return turn.start()
        return stop

    def forward(self, at: int, reach: int, *, skip_soft: bool, wish: bool = False) -> Ruled:
        """The first mention within some words behind a place, and the list that it begins."""
        stop = self.sentence_end(at)
        if wish and self.came_true(at):
            return
        edge, allowed, depth = at, reach, 0
        for number in self.within(at, stop):
            start, end = self.spans[number]
            gap = IDIOMS.sub("", _OR_OTHER.sub(" ", _ASIDE.sub(r"\1 ", self.text[edge:start])))
            stops = STOPS if edge == at else LIST_STOPS
            if not wish and edge == at and (_THAN.search(gap) or _ROLE.search(gap)):
                break  # "no framework heavier than Flask"
            if wish and any(one.search(gap) for one in (MINE, _CAME_TRUE, AFTER_YEARS)):
                break  # "want to use my Python skills", "an interest in maps led to a QGIS plugin"
            if edge == at and ((")" in gap and "(" not in gap) or '"' in gap.rstrip(' "')):
                break  # the cue stands in brackets or quotes, which end its clause
            if wish and edge == at and (left := _LEAVING.search(self.text, at, start)):
                reached = _TOWARDS.search(self.text, left.end(), stop)  # "moving from Excel towards Python"
                if reached:
                    yield from self.forward(reached.end(), reach, skip_soft=skip_soft)
                return
            if wish and edge != at and (_USING.search(gap) or _HEADING.match(self.text, start)):
                break  # "exploring churn with XGBoost"; in lost line ends: "interest in OCI | Software Engineering: Scrum"
            if not wish and edge != at and _INSTEAD.match(self.text, end):
                break  # "no AWS or GCP, and on-premise SQL Server instead", "instead of Docker, uv instead of pip"
            depth += gap.count("(") - gap.count(")")
            if depth < 0:
                break  # "Vue (but not React), Sass"
            if edge != at and ":" in gap and not (wish and reach > 2 and gap.lstrip().startswith(":")):
                break  # "zero machine learning in it: SQL and patience", "aspiring AI engineer: pandas"
            if stops.search(gap) or len(WRITTEN_WORDS.findall(_OR_THE.sub(r"\1", gap))) > allowed:
                break
            if edge == at and allowed == reach and ", " in gap and reach < 6:
                break  # "with no support, Kubernetes ...": the comma ends what is denied
            if not (skip_soft and self.kinds[number] == "soft"):
                yield number, start - at
            edge, allowed = max(end, edge), _LIST_GAP_WORDS
        # A line that is itself an item, or names what it denies, heads no list: "- a model below it doesn't ship" over "- ONNX".
        line = line_start(self.text, at)
        named = ":" not in self.text[at : at + 2] and self.within(line, at)
        if edge == at and reach > 1 and not named and not _BULLET.match(self.text, line, at):
            yield from self.list_below(at)

    def enumerated(self, start: int, end: int) -> bool:
        """Whether a stretch stands among the short items of a bare list: "..., notary, office supplies, payroll, ..."."""
        if self.text.count(",", max(0, start - _LISTED), start) < 2 or self.text.count(",", end, end + _LISTED) < 2:
            return False
        before = self.text[max(self.sentence_start(start), start - _LISTED) : start].split(",")[:-1]
        behind = self.text[end : min(self.sentence_end(end), end + _LISTED)].split(",")[1:]
        return (
            len(before) >= 2
            and len(behind) >= 2
            and all(0 < len(WRITTEN_WORDS.findall(item)) <= _ENUMERATED_WORDS for item in (*before[-2:], *behind[:2]))
        )

    def list_below(self, at: int) -> Ruled:
        """The bulleted lines under a line that ends with a colon, or that its cue fills."""
        edge = self.text.find("\n", at)
        if edge < 0 or self.text[at:edge].strip(" \t:)"):
            return
        below = line_end(self.text, edge + 1)
        while not _BULLET.match(self.text, edge + 1, below) and self.lists_names(edge + 1):
            yield from ((number, self.starts[number] - at) for number in self.within(edge + 1, below))
            edge, below = below, line_end(self.text, below + 1)
        while edge >= 0:
            following = self.text.find("\n", edge + 1)
            stop = following if following >= 0 else len(self.text)
            if not _BULLET.match(self.text, edge + 1, stop):
                break
            yield from ((number, self.starts[number] - at) for number in self.within(edge + 1, stop))
            edge = following

    def lists_from(self, at: int) -> bool:
        """Whether a bulleted line begins at a place, or in the line after it."""
        return _BULLET.match(self.text, at + self.text.startswith("\n", at)) is not None

    def backward(self, at: int, reach: int, *, commas: bool = False, remark: bool = False) -> Ruled:
        """The mention within some words before a place, and the list that it ends.

        ``commas``: whether commas may stand between; ``remark``: whether one may, behind which the place is a remark on
        the mention alone ("Terraform, never used").
        """
        floor, edge, allowed = self.sentence_start(at), at, reach
        for number in range(bisect_left(self.starts, at) - 1, -1, -1):
            start, end = self.spans[number]
            if number and self.spans[number - 1][0] == start:
                end = max(end, self.spans[number - 1][1])  # "Azure" within "Azure AI Engineer"
            if end > at:
                continue
            if start < floor:
                break
            gap = self.text[end:edge] if end <= edge else ""
            if edge == at:
                gap = _RELATIVE.sub(" ", gap)
            if len(WRITTEN_WORDS.findall(gap)) > allowed or (
                edge != at and (_LIST_SIGN.search(gap) or LIST_STOPS.search(gap) or self.parted(number, at))
            ):
                break
            if edge == at and not commas and "," in gap and not (remark and _REMARKED.fullmatch(gap)):
                break
            yield number, at - end
            ends = gap.strip() == "," or (remark and "," in gap) or self.text[at : at + 1] in (":", "?")
            ends = ends or ("(" in gap and self.text[start - 2 : start] == ", " and not _OF_ALL.search(gap))
            if edge == at and ends:
                break  # "Azure: none" speaks of what stands before the colon alone, "Go, Java (outsourced)" of Java
            edge, allowed = min(start, edge), _LIST_GAP_WORDS - 1

    def parted(self, number: int, at: int) -> bool:
        """Whether a mention belongs to the clause before that whose subject the last mention before a place is."""
        last = bisect_left(self.starts, at) - 1
        if number >= last:
            return False
        floor = self.sentence_start(self.starts[number])
        return parted(self.text, floor, self.spans[number], self.spans[last], last - number)

    def unnamed(self, start: int, end: int) -> str:
        """A stretch of text without the names of its mentions."""
        left, parts = start, []
        for number in self.within(start, end):
            parts.append(self.text[left : self.starts[number]])
            left = max(left, self.spans[number][1])
        return " ".join([*parts, self.text[left:end]])

    def end_of_names(self, at: int) -> int:
        """Where the sentence of a place ends, and what follows it in its line and is nothing but names, if the place stands in
        the line's first sentence: behind the label of "No: Java. Go. C++"."""
        stop, end = self.sentence_end(at), line_end(self.text, at)
        if self.sentence_start(at) > line_start(self.text, at):
            return stop
        while stop < end:
            following = min(self.sentence_end(stop + 1), end)
            if not self.within(stop, following) or _LETTERS.search(JOINING.sub(" ", self.unnamed(stop, following))):
                break
            stop = following
        return stop

    def lists_names(self, at: int) -> bool:
        """Whether the rest of a line is a list of mentions and nothing else."""
        end = line_end(self.text, at)
        return bool(self.within(at, end)) and not _LETTERS.search(JOINING.sub(" ", self.unnamed(at, end)))

    def item(self, at: int) -> Ruled:
        """The mentions in the item of a list that ends here."""
        opened = bracket_around(self.text, max(0, at - 60, self.sentence_start(at)), at)
        if opened >= 0:
            # The remark is on what stands before its brackets, or on a name of theirs: "PyTorch (TensorFlow: never)".
            at = at if any(self.spans[number][1] <= at for number in self.within(opened, at)) else opened
        begin = max(0, at - 80, self.sentence_start(at))
        inner = self.text.rfind("(", begin, at) if self.text[begin:at].rstrip().endswith(")") else at
        if at > opened >= 0:
            begin = max(begin, opened)
        inner = inner if inner >= 0 else at
        for edge in _ITEM_EDGE.finditer(self.text, begin, inner):
            if edge.group()[1:2] not in _DASHES or self.within(edge.end(), inner):
                begin = edge.end()  # what stands in brackets belongs to the item that they close
        first = self.sentence_start(at)
        if self.text.count(" / ", first, inner) >= _SLASHED:
            begin = max(
                begin, self.text.rfind(" / ", first, inner)
            )  # "Premiere Pro / After Effects / Blender (learning)"
        if not self.text[begin:at].strip():  # a bracket or comma right before: the item is the one that it closes
            begin = max(self.sentence_start(at), begin - 40)
        if self.text[at : at + 1] == "(" and not self.within(begin, at) and self.text[begin:at].islower():
            begin = max(self.sentence_start(at), at - 60)  # "Machine Learning course, online (enrolled)"
        for number in self.within(begin, at):
            if self.spans[number][1] <= at:
                yield number, at - self.spans[number][1]
