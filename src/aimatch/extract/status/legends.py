"""Marks beside names, and the legends that explain them: "T = a team mate does it", "(● every week, ○ never opened)",
"1 = sehr gut, 6 = keine", "(box empty = can't)".

What a legend says behind a mark is judged as a remark on a name is; what it tells holds for the names that bear the mark, in the
lines around the legend: before them, behind them, or in another cell of their row. Marks are read in the text as it was
written, since those that open a line are bullets to all other rules.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from aimatch import data
from aimatch.extract.lines import line_end, line_start, places
from aimatch.extract.rules.listed import cased
from aimatch.extract.status import marks, remarks
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.people import is_own, phrase
from aimatch.extract.status.scene import Scene
from aimatch.extract.status.vocabulary import keyed
from aimatch.wordlist import alternatives, beyond_ascii

_SYMBOL = r"[^\w\s.,;:()\[\]{}'\"\u2018-\u201d/\\|&@#%<>=!?\u2022\u00b7\u2026$\u20ac\u00a3\u00a9\u00ae\u2122\u00b0\u2190-\u21ff+~\u2013\u2014-]\ufe0f?"
_BRACKETED = r"\([^\s()]\)|\[[^\[\]\n]?\]"
_SAID = r"[ \t]*(?:[=:\u2192]|[\u2013\u2014-](?=\s))[ \t]*"
# Where a legend may be, told by what is rare in a text: an equals sign, a colon or a dash behind a lone sign, a sign in brackets,
# or signs of which several stand in one line.
_HINT = re.compile(
    r"[=:\u2013\u2014(\[\u00b9\u00b2\u00b3\u2074-\u2079-](?:(?<==)|(?<=[\s(;,/|].:)|(?<=[\s(;,/|].\s:)|(?<=\n\S\s[\u2013\u2014-])(?=\s)"
    rf"|(?<=[(\[])(?=[^\s()\[\]][)\]]| \])|(?<=\()(?=[a-z ]{{4,14}}:)|(?<=[\s(]{marks.RAISED}))"
)
_GRADES = re.compile(r"\bA [a-z]{2}[^\n]{0,60}?[,;] B [a-z]{2}")
_LEGENDS = 20  # of a text
_MOST = 40  # entries of a legend
_WORDS = 12  # of what a legend says of one mark
_GRADED = 3  # letters without a sign that make a legend: "A daily, B weekly, C never"
_TAIL = " \t,;/|\u00b7"
_OTHER = {"[ ]": "[x]", "-": "+"}  # a mark that stands beside one, whether a legend names it or not
_LED = cased(r"[ \t#*_]*(?:{legends.heads})\b[^\n]{0,20}")
_BRACKET = re.compile(r"\((?:[^()\n]|\([^()\n]{1,3}\))*\)")


#: What a phrase tells of a name.
Judge = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Entry:
    """What a legend says of a mark: where it stands with its mark, and where it is said."""

    mark: str
    start: int
    said: int
    end: int
    firm: bool  # whether an equals sign says that it is a legend


@dataclass(frozen=True, slots=True)
class Marked:
    """What marks tell: (status, number) of the mentions that bear one; the stretches of the legends, whose cues speak of marks."""

    ruled: list[tuple[str, int]]
    spans: list[tuple[int, int]]


def marked(scene: Scene, cues: FoundCues, written: str, judge: Judge | None) -> Marked:
    """What the marks of a text tell. ``written``: the text with its signs as they were written."""
    ruled: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    used = 0
    for group in _legends(scene, written):
        legend = [(entry.start, entry.end) for entry in group]
        known = {entry.mark for entry in group}
        known |= {other for mark, other in _OTHER.items() if mark in known}
        borne = list(marks.around(scene, written, known, legend))
        told: dict[str, str] = {}
        for entry in group if borne else ():
            told[entry.mark] = told.get(entry.mark) or _verdict(scene, cues, entry, judge)
        if any(told.values()):
            ruled += [(told.get(mark) or "asserted", number) for mark, number in borne]
            spans += legend
        used += bool(borne)
        if used == _LEGENDS:
            break  # what has so many is no resume's list
    return Marked(ruled, sorted(spans))


def beside(cues: FoundCues, told: Marked) -> FoundCues:
    """The cues that stand in no legend."""
    if not told.spans:
        return cues
    starts = [start for start, _ in told.spans]
    return [cue for cue in cues if (place := bisect_right(starts, cue[0]) - 1) < 0 or told.spans[place][1] <= cue[0]]


def _verdict(scene: Scene, cues: FoundCues, entry: _Entry, judge: Judge | None) -> str:
    said = scene.text[entry.said : entry.end]
    if told := remarks.told(scene, cues, entry.said, entry.end) or keyed(said):
        return told
    alone = judge(said) if judge else "asserted"
    if alone != "asserted":
        return alone
    return "other-person" if _agents(scene, cues, entry) else ""


def _agents(scene: Scene, cues: FoundCues, entry: _Entry) -> bool:
    """Whether people are who does it: "the integrator takes care of it", "by the head office"."""
    for start, end, cue in cues[bisect_left(cues, entry.said, key=itemgetter(0)) :]:
        if start >= entry.end:
            break
        if cue.direction == "people":
            people = phrase(scene.text, entry.said, start, end)
            described = end == entry.end and people.determiner in ("a", "an", "")  # "A = expert"
            return people.first == entry.said and not described and not is_own(scene.text, people)
    return False


@cache
def _marks() -> Mapping[str, str]:
    """The marks by the words for them: "box empty"."""
    return {word: sign for sign, named in data.table("language/status")["marks"].items() for word in named}


@cache
def _entries() -> re.Pattern[str]:
    """A mark and what parts it from what it means."""
    signs = alternatives(_marks())
    few = rf"[+~*]{{1,3}}|(?:{_SYMBOL}){{1,3}}|{_BRACKETED}"
    lone = rf"[A-Z]{{1,2}}|[a-z]|\d\d?(?:[\u2013-]\d)?|[\u2013\u2014-]|{few}|(?i:{signs})"
    return re.compile(
        rf"(?<![^\s(\[;,/|\u00b7])(?:(?P<signed>{lone}){_SAID}|(?P<word>[^\W\d_]{{2,12}})[ \t]?=[ \t]?|(?P<bare>(?![+~]){few})[ \t]+"
        rf"|(?P<foot>{marks.RAISED})[ \t]?|(?P<level>\d\d?) (?=\([a-z])|(?P<grade>[A-F]) (?=[a-z]{{2}}))(?=[^\W\d_(])"
    )


def _legends(scene: Scene, written: str) -> Iterator[list[_Entry]]:
    """The legends of a text, each a list of entries in one line, or in lines that follow each other."""
    group: list[_Entry] = []
    last, led = -1, False
    for start, end in _lines(written):
        above = line_start(written, max(0, start - 1))
        led = (led and start == last + 1) or _LED.fullmatch(written, above, max(0, start - 1)) is not None
        found = _of_line(scene, written, start, end, led)
        if group and (not found or start != last + 1):
            yield from _proved(group)
            group = []
        group += found
        last = end
    yield from _proved(group)


def _proved(group: list[_Entry]) -> Iterator[list[_Entry]]:
    if any(entry.firm for entry in group[:_MOST]) or 1 < len({entry.mark for entry in group}) <= _MOST:
        yield group[:_MOST]


@lru_cache(maxsize=4)
def _lines(written: str) -> tuple[tuple[int, int], ...]:
    """The lines in which a legend may stand."""
    found = {match.start() for match in _HINT.finditer(written)}
    if ", B " in written and (graded := _GRADES.search(written)):
        found.add(graded.start())
    signs = {sign for sign in beyond_ascii(written) if re.fullmatch(_SYMBOL, sign)}
    if len(signs) > 1:
        found.update(place for sign in signs for place in places(written, sign))
    lines = {line_start(written, place) for place in found}
    return tuple((start, line_end(written, start)) for start in sorted(lines))


def _of_line(scene: Scene, written: str, start: int, end: int, led: bool) -> list[_Entry]:
    """The entries of a line: those in brackets, or else those of a sentence that names no skill."""
    stretches = [match.span() for match in _BRACKET.finditer(written, start, end)]
    stretches = [stretch for stretch in stretches if stretch[1] - stretch[0] > 3]
    for stretch in (*((first + 1, last - 1) for first, last in stretches), (start, end)):
        found = list(_of_stretch(scene, written, *stretch, led))
        several = len({entry.mark for entry in found}) > 1
        found = found if several else [entry for entry in found if entry.firm or stretch == (start, end)]
        if found:
            return found
    return []


def _of_stretch(scene: Scene, written: str, start: int, end: int, led: bool) -> Iterator[_Entry]:
    matches = list(_entries().finditer(written, start, end))
    kinds = [match.lastgroup for match in matches]
    bare = len({match.group("bare") for match in matches if match.group("bare")})
    for place, match in enumerate(matches):
        if (kinds[place] == "grade" and kinds.count("grade") < _GRADED) or (
            kinds[place] == "bare" and bare < 2 and not led
        ):
            continue
        stop = matches[place + 1].start() if place + 1 < len(matches) else end
        sentence = marks.SENTENCE_ENDS.search(written, match.end(), stop)
        stop = sentence.start() if sentence else stop
        closed = written.find(")", match.end() + 1, stop) if kinds[place] == "level" else -1
        stop = match.end() + len(written[match.end() : closed if closed >= 0 else stop].rstrip(_TAIL))
        named = (kinds[place] == "word" and scene.within(match.start(), match.end())) or any(
            scene.starts[number] == match.end()
            and (scene.kinds[number] in ("technology", "credential") or scene.spans[number][1] == stop)
            for number in scene.within(match.end(), stop)
        )
        if not named and len(written[match.end() : stop].split()) <= _WORDS:
            mark = match.group(kinds[place] or "")
            firm = "=" in match.group() or kinds[place] == "foot" or mark.lower() in _marks()
            for one in _each(_marks().get(mark.lower(), mark)):
                yield _Entry(one, match.start(), match.end(), stop, firm)


def _each(mark: str) -> Iterator[str]:
    """The marks of a range: "1-3 = never used"."""
    first, _, last = mark.replace("\u2013", "-").partition("-")
    yield from map(str, range(int(first), int(last) + 1)) if first.isdecimal() and last.isdecimal() else (mark,)
