"""Marks beside names, and the legends that explain them: "T = a team mate does it", "(● every week, ○ never opened)",
"1 = sehr gut, 6 = keine", "(box empty = can't)".

What a legend says behind a mark is judged as a remark on a name is; what it tells holds for the names that bear the mark, in the
lines around the legend: before them, behind them, or in another cell of their row. Marks are read in the text as it was
written, since those that open a line are bullets to all other rules.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aimatch import data
from aimatch.extract.rules.cues import words
from aimatch.extract.status import remarks
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.extract.status.vocabulary import composed
from aimatch.wordlist import alternatives

_SYMBOL = r"[^\w\s.,;:()\[\]{}'\"\u2018-\u201d/\\|&@#%<>=!?\u2022\u00b7\u2026$\u20ac\u00a3\u00a9\u00ae\u2122\u00b0\u2190-\u21ff+~\u2013\u2014-]\ufe0f?"
_BRACKETED = r"\([^\s()]\)|\[[^\[\]\n]?\]"
_SAID = r"[ \t]*(?:[=:\u2192]|[\u2013\u2014-](?=\s))[ \t]*"
# Where a legend may be, told by what is rare in a text: an equals sign, a colon or a dash behind a lone sign, a sign in brackets,
# or signs of which several stand in one line.
_HINT = re.compile(
    r"=|:(?:(?<=[\s(;,/|].:)|(?<=[\s(;,/|].\s:))|[\u2013\u2014-](?<=\n\S\s.)(?=\s)|[(\[](?=[^\s()\[\]][)\]]| \])"
    r"|\((?=[a-z ]{4,14}:)"
)
_GRADES = re.compile(r"\bA [a-z]{2}[^\n]{0,60}?[,;] B [a-z]{2}")
_WORDS = 12  # of what a legend says of one mark
_GRADED = 3  # letters without a sign that make a legend: "A daily, B weekly, C never"
_SILENT = 2  # lines without a marked name behind which the marks of a legend mean nothing
_APART = 3  # words between a name and the mark behind it
_TAIL = " \t,;/|\u00b7"
_LEAD = " \t|*>\u2022\u00b7\u25aa\u25a0\u25cf\u25e6-"
_ENDS = re.compile(r"[ \t]*(?:[,;|)\]\n\u00b7/(]|\.?\Z|\.\s)|[ \t]{2}")  # an item, behind its letter
_OPENS = re.compile(r"[ \t]*[)\]:=.|\u2013-]{0,2}[ \t]*")  # what parts a letter from the name that it opens
_LEADER = re.compile(r"[._\u2026\u00b7]{3,}")
_LETTER = re.compile(r"[^\W\d_]")
_ITEMS = re.compile(r"[,;|\u00b7\t]| {3}")
_SENTENCE = re.compile(r"[.!?]\s")
_RULED = (":", "|", "=", "\t")  # behind which a mark is on all that its row names
#: A box with nothing in it, and one that is ticked.
EMPTY_BOX = r"\[[ _]?\]|[\u2610\u2b1c\u25fb\U0001f532]"
TICKED_BOX = r"\[[xX*\u2713\u2714]\]|[\u2611\u2612\u2705]"
_BOXES = {"[ ]": EMPTY_BOX, "[x]": TICKED_BOX}
_OTHER = {"[ ]": "[x]", "-": "+"}  # a mark that stands beside one, whether a legend names it or not
_BRACKET = re.compile(r"\((?:[^()\n]|\([^()\n]{1,3}\))*\)")


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


def marked(scene: Scene, cues: FoundCues, written: str) -> Marked:
    """What the marks of a text tell. ``written``: the text with its signs as they were written."""
    ruled: list[tuple[str, int]] = []
    spans: list[tuple[int, int]] = []
    for group in _legends(scene, written):
        told: dict[str, str] = {}
        for entry in group:
            told[entry.mark] = told.get(entry.mark) or _verdict(scene, cues, entry)
        if any(told.values()):
            told |= {other: "" for mark, other in _OTHER.items() if mark in told and other not in told}
            whole = (group[0].start, group[-1].end)
            found = list(_borne(scene, written, told, whole, group))
            ruled += found
            spans += [(entry.start, entry.end) for entry in group] if found else []
    return Marked(ruled, sorted(spans))


def beside(cues: FoundCues, told: Marked) -> FoundCues:
    """The cues that stand in no legend."""
    if not told.spans:
        return cues
    starts = [start for start, _ in told.spans]
    return [cue for cue in cues if (place := bisect_right(starts, cue[0]) - 1) < 0 or told.spans[place][1] <= cue[0]]


def _verdict(scene: Scene, cues: FoundCues, entry: _Entry) -> str:
    said = scene.text[entry.said : entry.end].strip(" \t.,;:()\"'").lower().replace("\u2019", "'")
    told = remarks.told(scene, cues, entry.said, entry.end) or words().columns.get(said, "") or composed(said)
    answers = data.table("language/status")["answers"]
    return told or next((status for status, listed in answers.items() if said in listed), "")


@lru_cache(maxsize=1)
def _entries() -> re.Pattern[str]:
    """A mark and what parts it from what it means."""
    signs = alternatives(words().marks)
    return re.compile(
        rf"(?<![^\s(\[;,/|\u00b7])(?:(?P<signed>[A-Z]{{1,2}}|[a-z]|\d\d?|[+~*\u2013\u2014-]|{_SYMBOL}|{_BRACKETED}|(?i:{signs})){_SAID}"
        rf"|(?P<bare>[*]|{_SYMBOL}|{_BRACKETED})[ \t]+|(?P<level>\d\d?) (?=\([a-z])|(?P<grade>[A-F]) (?=[a-z]{{2}}))(?=[^\W\d_(])"
    )


def _legends(scene: Scene, written: str) -> Iterator[list[_Entry]]:
    """The legends of a text, each a list of entries in one line, or in lines that follow each other."""
    group: list[_Entry] = []
    last = -1
    for start, end in _lines(written):
        found = _of_line(scene, written, start, end)
        if group and (not found or start != last + 1):
            yield from _proved(group)
            group = []
        group += found
        last = end
    yield from _proved(group)


def _proved(group: list[_Entry]) -> Iterator[list[_Entry]]:
    if any(entry.firm for entry in group) or len({entry.mark for entry in group}) > 1:
        yield group


@lru_cache(maxsize=4)
def _lines(written: str) -> tuple[tuple[int, int], ...]:
    """The lines in which a legend may stand."""
    places = {match.start() for match in _HINT.finditer(written)}
    if ", B " in written and (graded := _GRADES.search(written)):
        places.add(graded.start())
    signs = {sign for sign in set(written) if sign > "\x7f" and re.fullmatch(_SYMBOL, sign)}
    if len(signs) > 1:
        places.update(place for sign in signs for place in _places(written, sign))
    lines = {written.rfind("\n", 0, place) + 1 for place in places}
    return tuple((start, end if (end := written.find("\n", start)) >= 0 else len(written)) for start in sorted(lines))


def _places(text: str, sign: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def _of_line(scene: Scene, written: str, start: int, end: int) -> list[_Entry]:
    """The entries of a line: those in brackets, or else those of a sentence that names no skill."""
    stretches = [match.span() for match in _BRACKET.finditer(written, start, end)]
    stretches = [stretch for stretch in stretches if stretch[1] - stretch[0] > 3]
    for stretch in (*((first + 1, last - 1) for first, last in stretches), (start, end)):
        found = list(_of_stretch(scene, written, *stretch))
        several = len({entry.mark for entry in found}) > 1
        found = found if several else [entry for entry in found if entry.firm or stretch == (start, end)]
        if found:
            return found
    return []


def _of_stretch(scene: Scene, written: str, start: int, end: int) -> Iterator[_Entry]:
    matches = list(_entries().finditer(written, start, end))
    kinds = [match.lastgroup for match in matches]
    bare = len({match.group("bare") for match in matches if match.group("bare")})
    for place, match in enumerate(matches):
        if (kinds[place] == "grade" and kinds.count("grade") < _GRADED) or (kinds[place] == "bare" and bare < 2):
            continue
        stop = matches[place + 1].start() if place + 1 < len(matches) else end
        sentence = _SENTENCE.search(written, match.end(), stop)
        stop = sentence.start() if sentence else stop
        closed = written.find(")", match.end() + 1, stop) if kinds[place] == "level" else -1
        stop = match.end() + len(written[match.end() : closed if closed >= 0 else stop].rstrip(_TAIL))
        named = any(
            scene.starts[number] == match.end()
            and (scene.kinds[number] in ("technology", "credential") or scene.spans[number][1] == stop)
            for number in scene.within(match.end(), stop)
        )
        if not named and len(written[match.end() : stop].split()) <= _WORDS:
            mark = match.group(kinds[place] or "")
            firm = "=" in match.group() or (kinds[place] == "signed" and mark.lower() in words().marks)
            yield _Entry(words().marks.get(mark.lower(), mark), match.start(), match.end(), stop, firm)


def _borne(
    scene: Scene, written: str, told: Mapping[str, str], legend: tuple[int, int], group: list[_Entry]
) -> Iterator[tuple[str, int]]:
    """(status, number) of the mentions around a legend that bear a mark of which it tells something."""
    token = re.compile("|".join(map(_token, sorted(told, key=len, reverse=True))))
    said = [(entry.start, entry.end) for entry in group]
    for step in (-1, 1):
        start = end = legend[0] if step < 0 else legend[1]
        start = written.rfind("\n", 0, start) + 1
        silent = 0
        while silent < _SILENT:
            end = written.find("\n", start)
            end = end if end >= 0 else len(written)
            borne = list(of_names(scene, written, token, start, end, said))
            yield from ((told[_key(mark.group())] or "asserted", number) for mark, number in borne)
            own = any(start <= first < end for first, _ in said)
            silent = 0 if borne or own else silent + bool(_LETTER.search(written, start, end))
            if (step > 0 and end >= len(written)) or (step < 0 and not start):
                break
            start = end + 1 if step > 0 else written.rfind("\n", 0, start - 1) + 1


def _key(token: str) -> str:
    return next((mark for mark, box in _BOXES.items() if re.fullmatch(box, token)), token)


def _token(mark: str) -> str:
    inner = re.escape(mark)
    if mark[0] in "([":
        return _BOXES.get(mark, inner)
    if mark.isalnum():
        return rf"(?<![\w.+#/-]){inner}(?![\w+#/-]|\.\w)"
    return rf"(?<![^\s\w(\[|,.:]){inner}(?=[\s\w)\]|,;]|\Z)"


def of_names(
    scene: Scene, text: str, token: re.Pattern[str], start: int, end: int, legend: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[re.Match[str], int]]:
    """(mark, number) of the mentions of a line that bear one of some marks."""
    marks = [mark for mark in token.finditer(text, start, end) if not any(a <= mark.start() < b for a, b in legend)]
    taken = [*legend, *(mark.span() for mark in marks)]  # a mark may be read as a name: "C"
    names = [
        number
        for number in scene.within(start, end)
        if scene.kinds[number] not in CLAIMED and not any(a <= scene.starts[number] < b for a, b in taken)
    ]
    if not marks or not names:
        return
    first = marks[0]
    opens = first.start() < scene.starts[names[0]] and (
        not first.group().strip("([])").isalnum()
        or (
            not text[start : first.start()].strip(_LEAD) and _OPENS.fullmatch(text, first.end(), scene.starts[names[0]])
        )
    )
    edge = start
    for place, mark in enumerate(marks):
        if opens:
            stop = marks[place + 1].start() if place + 1 < len(marks) else end
            yield from ((mark, number) for number in names if mark.end() <= scene.starts[number] < stop)
            continue
        before = [number for number in names if edge <= scene.starts[number] < mark.start()]
        edge = mark.end()
        if not before:
            continue
        gap = _LEADER.sub("\t", text[scene.spans[before[-1]][1] : mark.start()])
        if len(gap.split()) > _APART or _SENTENCE.search(gap):
            continue
        if mark.group().isalnum() and not _ENDS.match(text, mark.end()):
            continue
        if not any(sign in gap for sign in _RULED):
            floor = max((cut.end() for cut in _ITEMS.finditer(text, start, scene.starts[before[-1]])), default=start)
            before = [number for number in before if scene.starts[number] >= floor]
        yield from ((mark, number) for number in before)
