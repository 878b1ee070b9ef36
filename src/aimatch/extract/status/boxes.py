"""Boxes, ticks, crosses and strokes without a legend: "[x] Git  [ ] Rust", "\u2713 dbt \u2717 Looker", "~~Silverlight~~".

An empty box among ticked ones denies, or wishes where a remark on one of them does, or a task: "[ ] Rust (book arrives in May)", "[ ] finish the Svelte course". A box that
has no ticked one near it is a bullet, or a form that nobody filled in; a cross behind a name needs no tick beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimatch.extract.rules.listed import cased
from aimatch.extract.status import marks, remarks
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.scene import LEAST, Scene

_OFF = re.compile(rf"{marks.EMPTY_BOX}|[\u2717\u2718\u274c]")
_BOX = re.compile(rf"(?:{_OFF.pattern}|{marks.TICKED_BOX}|[\u2713\u2714])\ufe0f?")
_CROSSES = "\u2717\u2718\u274c"
_SIGNS = ("[ ]", "[_]", "[]", "\u2610", "\u2b1c", "\u25fb", "\U0001f532", *_CROSSES)
_STRUCK = re.compile(r"~~([^~\n]{1,80})~~")
_TASK = cased(r"[ \t]*(?:{cells.tasks})\b")
_NEAR = 2  # lines within which boxes belong together


def ruled(scene: Scene, cues: FoundCues, written: str) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of the mentions behind or before an empty box or a cross, and of those struck through."""
    if "~~" in written:
        for struck in _STRUCK.finditer(written):
            yield from (("negated", number, 1) for number in scene.within(*struck.span(1)))
    if not any(sign in written for sign in _SIGNS):
        return
    for group in _groups(scene, written):
        off = [(box, number) for box, number in group if _OFF.match(box.group())]
        ticked = len(off) < len(group)
        told = {number: _remark(scene, cues, box, number) for box, number in off}
        wished = "aspirational" in told.values() and "negated" not in told.values()
        for box, number in group:
            cross, behind = box.group()[0] in _CROSSES, box.start() > scene.starts[number]
            if number in told and (ticked or (cross and behind)):
                yield (
                    told[number] or ("aspirational" if wished and not cross else "negated"),
                    number,
                    1 if told[number] else LEAST,
                )


def _remark(scene: Scene, cues: FoundCues, box: re.Match[str], number: int) -> str:
    """What brackets behind a name and its box tell of it, or the task that it stands in: "[ ] find out how Svelte works"."""
    if box.end() <= scene.starts[number] and _TASK.match(scene.text, box.end(), scene.starts[number]):
        return "aspirational"
    return remarks.in_brackets(scene, cues, max(box.end(), scene.spans[number][1]))


def _groups(scene: Scene, written: str) -> Iterator[list[tuple[re.Match[str], int]]]:
    """The boxes and the mentions beside them, of lines that stand together."""
    group: list[tuple[re.Match[str], int]] = []
    last = start = 0
    for number, line in enumerate(written.split("\n")):
        borne = list(marks.of_names(scene, written, _BOX, start, start + len(line)))
        if borne and number - last > _NEAR:
            yield group
            group = []
        last = number if borne else last
        group += borne
        start += len(line) + 1
    yield group
