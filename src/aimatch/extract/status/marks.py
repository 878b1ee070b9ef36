"""Which names of a text bear a mark: those behind it, or before it in its item or row.

Marks are read in the text as it was written, since those that open a line are bullets to all other rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aimatch.extract.lines import line_end, line_start
from aimatch.extract.status.scene import CLAIMED, Scene

_REACH = 200  # lines to either side of a legend in which its marks are looked for
_SILENT = 2  # lines without a marked name behind which the marks of a legend mean nothing
_APART = 3  # words between a name and the mark behind it
_LEAD = " \t|*>\u2022\u00b7\u25aa\u25a0\u25cf\u25e6-"
_ENDS = re.compile(r"[ \t]*(?:[,;|)\]\n\u00b7/(]|\.?\Z|\.\s)|[ \t]{2}")  # an item, behind its letter
_OPENS = re.compile(r"[ \t]*[)\]:=.|\u2013-]{0,2}[ \t]*")  # what parts a letter from the name that it opens
_LEADER = re.compile(r"[._\u2026\u00b7]{3,}")
_LETTER = re.compile(r"[^\W\d_]")
_ITEMS = re.compile(r"[,;|\u00b7\t]| {3}")
_RULED = (":", "|", "=", "\t")  # behind which a mark is on all that its row names
#: Where a sentence ends within a line.
SENTENCE_ENDS = re.compile(r"[.!?]\s")
#: A box with nothing in it, and one that is ticked.
EMPTY_BOX = r"\[[ _]?\]|[\u2610\u2b1c\u25fb\U0001f532]"
TICKED_BOX = r"\[[xX*\u2713\u2714]\]|[\u2611\u2612\u2705]"
RAISED = "[\u00b9\u00b2\u00b3\u2074-\u2079]"  # the figure of a footnote
_BOXES = {"[ ]": EMPTY_BOX, "[x]": TICKED_BOX}


def around(
    scene: Scene, written: str, marks: Iterable[str], legend: Sequence[tuple[int, int]]
) -> Iterator[tuple[str, int]]:
    """(mark, number) of the mentions that bear one of some marks, in the lines around the stretches of their legend."""
    token = re.compile("|".join(map(_token, sorted(marks, key=len, reverse=True))))
    for step in (-1, 1):
        start = end = legend[0][0] if step < 0 else legend[-1][1]
        start = line_start(written, start)
        silent = seen = 0
        while silent < _SILENT and seen < _REACH:
            seen += 1
            end = line_end(written, start)
            borne = list(of_names(scene, written, token, start, end, legend))
            yield from ((_key(mark.group()), number) for mark, number in borne)
            own = any(start <= first < end for first, _ in legend)
            silent = 0 if borne or own else silent + bool(_LETTER.search(written, start, end))
            if (step > 0 and end >= len(written)) or (step < 0 and not start):
                break
            start = end + 1 if step > 0 else line_start(written, start - 1)


def _key(token: str) -> str:
    return next((mark for mark, box in _BOXES.items() if re.fullmatch(box, token)), token)


def _token(mark: str) -> str:
    inner = re.escape(mark)
    if mark[0] in "([":
        return _BOXES.get(mark, inner)
    if re.fullmatch(RAISED, mark):
        return rf"(?<=\w){mark}"
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
        if len(gap.split()) > _APART or SENTENCE_ENDS.search(gap):
            continue
        if mark.group().isalnum() and not (_ENDS.match(text, mark.end()) or re.fullmatch(RAISED, mark.group())):
            continue
        if len(mark.group()) > 2 and mark.group().isalpha() and not any(sign in gap for sign in "([:|=\t"):
            continue  # a word is a mark in brackets or in a row: "Docker (green)", "Docker: green"
        if not any(sign in gap for sign in _RULED):
            floor = max((cut.end() for cut in _ITEMS.finditer(text, start, scene.starts[before[-1]])), default=start)
            before = [number for number in before if scene.starts[number] >= floor]
        yield from ((mark, number) for number in before)
