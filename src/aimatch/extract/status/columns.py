"""Tables whose columns or rows are degrees of use: "| daily | rusty | never |", "not yet    Rust, Go", "0: Scala".

The words of such headers are data (``[columns]`` and ``[answers]`` of ``language/status.toml``), and labels that are
composed (:mod:`aimatch.extract.status.labels`) head rows too. Tables with columns are those of Markdown, whose header is
ruled off by a line of hyphens; rows are keyed lines of which two stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimatch import data
from aimatch.extract.rules.cues import words
from aimatch.extract.status.labels import composed
from aimatch.extract.status.scene import CLAIMED, Scene

_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"[^|\n]+")
# The key of a row, parted by a rule, a tab or a gap, or a rating before a colon: "not yet | Rust", "Level 0: Scala".
_ROW = re.compile(
    r"^[ \t]*[\u2022*+-]?[ \t]*(?:(?P<key>[A-Za-z\u00c0-\u024f0-9][^\n|:;,.()\t]{0,30}?)(?:[ \t]*\||[ \t]*\t| {3,})"
    r"|(?P<rating>(?:[a-z]{4,6} )?\d\d?)(?: ?/ ?\d\d?)?[ \t]*(?:[:|=\u2013]|\t| {3,}|- ))[ \t]*(?=[^\s|])",
    re.MULTILINE | re.IGNORECASE,
)
_KEY_END = re.compile(r"[ \t]*\|[ \t]*(?=[^\s|])")
_NOTHING = re.compile(r"\b0\Z")
_ENDS = re.compile(r"[.!]\s|\n")
_SHORTEST_KEY = 2  # "No" heads a column of numbers


def headed_row(scene: Scene, start: int, end: int) -> int | None:
    """Where the row begins that the words at a place are the key of: "no use of | Rust, Go"; None: of none."""
    key = _KEY_END.match(scene.text, end)
    line = scene.text.rfind("\n", 0, start) + 1
    return None if key is None or scene.text[line:start].strip(" \t*+-\u2022") else key.end()


def _keyed(key: str) -> str:
    """The status of the row that a key heads, or ""."""
    low = key.strip(" \t*_").lower().replace("\u2019", "'")
    if len(low) <= _SHORTEST_KEY:
        return ""
    if told := words().columns.get(low):
        return told
    answers = data.table("language/status")["answers"]
    return next((status for status in ("negated", "aspirational") if low in answers[status]), "") or composed(low)


def _rows(scene: Scene) -> Iterator[tuple[str, int]]:
    """The mentions of the keyed rows of denial, of wishes and of others, next to rows that are keyed the same way."""
    rows = list(_ROW.finditer(scene.text))
    for place, row in enumerate(rows):
        kind = row.lastgroup or ""
        stop = _ENDS.search(scene.text, row.end())
        ruled = scene.within(row.end(), stop.start() if stop else len(scene.text))
        if (
            not ruled
            or any(scene.kinds[number] not in CLAIMED for number in scene.within(*row.span()))
            or not any(
                other.group(kind) and scene.text.count("\n", *sorted((row.end(), other.start()))) <= 1
                for other in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
            )
        ):
            continue
        status = _keyed(row.group(kind)) if kind == "key" else "negated" if _NOTHING.search(row.group(kind)) else ""
        for number in ruled if status else ():
            if not (scene.excepted(number, row.end()) if status == "negated" else scene.completed(number)):
                yield status, number


def ruled(scene: Scene) -> Iterator[tuple[str, int]]:
    """(status, number) of each mention that stands under a header of denial or of wishes, or in such a row."""
    yield from _rows(scene)
    if "|" not in scene.text or "--" not in scene.text:
        return
    for rule in _RULE.finditer(scene.text):
        top = scene.text.rfind("\n", 0, max(0, rule.start() - 1)) + 1
        header = [cell.strip(" \t*_").lower() for cell in scene.text[top : rule.start()].strip().strip("|").split("|")]
        told = {place: status for place, cell in enumerate(header) if (status := words().columns.get(cell))}
        if not told:
            continue
        at = rule.end() + 1
        while (end := scene.text.find("\n", at)) >= 0 or at < len(scene.text):
            end = end if end >= 0 else len(scene.text)
            line = scene.text[at:end]
            if "|" not in line:
                break
            shift = at + (len(line) - len(line.lstrip()))
            if scene.text[shift] == "|":
                shift += 1
            for place, cell in enumerate(_CELL.finditer(scene.text, shift, end)):
                if place in told:
                    for number in scene.within(cell.start(), cell.end()):
                        yield told[place], number
            at = end + 1
