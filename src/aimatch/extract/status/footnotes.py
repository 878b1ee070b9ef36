"""Footnotes: "Docker*, Helm**" over "** not used yet" tells of Helm what its note says.

A mark stands right behind a name, and again at the beginning of a line or of what brackets hold, where its note follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aimatch.extract.status.labels import composed
from aimatch.extract.status.scene import Scene

_MARKS = "*\u2020\u2021\u00b9\u00b2\u00b3\u2074\u2075"
_PART = re.compile(r"[,;.\n()]")
_MARK = re.compile(rf"(?<=\w)[{_MARKS}]{{1,3}}(?![{_MARKS}\w])")
_NOTE = re.compile(rf"(?:^|[\n(])[ \t]*([{_MARKS}]{{1,3}})(?![{_MARKS}])[ \t]*[:=]?[ \t]*([^\n)]{{3,80}})")


def noted(scene: Scene) -> Iterator[tuple[int, int, list[int]]]:
    """(start, end, the mentions that bear its mark) of each footnote that holds no mention of its own."""
    if not any(mark in scene.text for mark in _MARKS):
        return
    if _MARK.search(scene.text) is None:
        return
    notes = list(_NOTE.finditer(scene.text))
    if not notes:
        return
    marked: dict[str, list[int]] = {}
    for mark in _MARK.finditer(scene.text):
        stop = _PART.search(scene.text, mark.end())
        # The mark is on the name before it, or on the noun of the names behind it: "Reports* in Power BI".
        bearing = [
            number for number in scene.within(mark.start() - 60, mark.start()) if scene.spans[number][1] == mark.start()
        ]
        bearing += scene.within(mark.end(), stop.start() if stop else len(scene.text))
        marked.setdefault(mark.group(), []).extend(bearing)
    for note in notes:
        bearers = marked.get(note.group(1))
        if bearers and not scene.within(*note.span(2)):
            yield note.start(2), note.end(2), bearers


def remarks(scene: Scene, notes: Sequence[tuple[int, int, list[int]]]) -> Iterator[tuple[str, int]]:
    """(status, number) of each mention whose footnote is composed as a remark is: "not used yet"."""
    for start, end, bearers in notes:
        status = composed(scene.text[start:end], remark=True)
        for number in bearers if status else ():
            yield status, number
