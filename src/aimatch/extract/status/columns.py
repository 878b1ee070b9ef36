"""Tables whose columns or rows are degrees of use: "| daily | rusty | never |", "not yet    Rust, Go", "0: Scala".

The words of such headers are data (``[columns]`` and ``[answers]`` of ``language/status.toml``), and labels that are
composed (:mod:`aimatch.extract.status.labels`) head rows too. Tables with columns are those of Markdown, whose header is
ruled off by a line of hyphens; rows are keyed lines of which two stand together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aimatch import data
from aimatch.extract.rules.cues import words
from aimatch.extract.status import remarks
from aimatch.extract.status.clauses import own_clause
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.scene import CLAIMED, Scene
from aimatch.extract.status.vocabulary import composed

_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"[^|\n]+")
# The key of a row, parted by a rule, a tab, a gap or a sign, or a rating before a colon: "| never | Java |", "not yet | Rust",
# "**gone** - Perl", "[never] Go", "Level 0: Scala".
_ROW = re.compile(
    r"[ \t]*(?:[\u2022*+|-][ \t]*)?[*_[]{0,2}"
    r"(?:(?P<rating>(?:[a-z]{4,6} )?\d\d?)(?: ?/ ?\d\d?)?[ \t]*(?:[:|=\u2013]|\t| {3,}|- )"
    r"|(?P<key>[A-Za-z\u00c0-\u024f0-9][^\n|:;,.()\t=\]\u2013\u2014>]{0,30}?)"
    r"(?:[*_]{0,2}:?[*_]{0,2}(?:[ \t]*(?:\||\t|=|->|>)| {3,}| [\u2013\u2014-](?= ))|[*_]{0,2}:[*_]{0,2}(?= )|\](?= )))"
    r"[ \t]*(?=[^\s|])",
    re.IGNORECASE,
)
_PARTED = re.compile(r"[|\t:=>\]\u2013\u2014-]| {3}")  # what parts a key from its row: most lines hold none
_KEY_END = re.compile(r"[ \t]*\|[ \t]*(?=[^\s|])")
# A row with one mark, far from its name, and the cells of a line that gaps part.
_MARKED = re.compile(r"^(?=\S)[^\n|]{2,60}? {3,}(?P<mark>[xX\u2713\u2714\u2022\u25cf]) *$", re.MULTILINE)
_GAPPED = re.compile(r"\S+(?: \S+)*")
_NOTHING = re.compile(r"\b0\Z|\Ano\Z", re.IGNORECASE)
_ENDS = re.compile(r"[.!]\s|\n")
_APART = re.compile(r"[.:]?[ \t]+")
_SHORTEST_KEY = 2  # "No" heads a column of numbers, but where names alone stand beside it


def headed_row(scene: Scene, start: int, end: int) -> int | None:
    """Where the row begins that the words at a place are the key of: "no use of | Rust, Go"; None: of none."""
    key = _KEY_END.match(scene.text, end)
    line = scene.text.rfind("\n", 0, start) + 1
    return None if key is None or scene.text[line:start].strip(" \t*+-\u2022") else key.end()


def _keyed(key: str) -> str:
    """The status of the row that a key heads, or ""."""
    low = key.strip(" \t*_").lower().replace("\u2019", "'")
    if told := words().columns.get(low):
        return told
    answers = data.table("language/status")["answers"]
    return next((status for status in ("negated", "aspirational") if low in answers[status]), "") or composed(low)


@lru_cache(maxsize=4)
def _rows_of(text: str) -> tuple[re.Match[str], ...]:
    """The keyed rows of a text, which is asked once for the names of skills and once for behaviours."""
    rows: list[re.Match[str]] = []
    start = 0
    for line in text.split("\n"):
        if _PARTED.search(line) and (row := _ROW.match(text, start)) is not None:
            rows.append(row)
        start += len(line) + 1
    return tuple(rows)


def _rows(scene: Scene) -> Iterator[tuple[str, int]]:
    """The mentions of the keyed rows of denial, of wishes and of others, next to rows that are keyed the same way."""
    rows = _rows_of(scene.text)
    for place, row in enumerate(rows):
        kind = row.lastgroup or ""
        stop = _ENDS.search(scene.text, row.end())
        beside = any(
            other.group(kind) and scene.text.count("\n", *sorted((row.end(), other.start()))) <= 1
            for other in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
        )
        # "Never - Rust, Go" needs no row beside it.
        listed = kind == "key" and "," in scene.text[row.end() : stop.start() if stop else len(scene.text)]
        if not beside and not (listed and _keyed(row.group(kind)) == "negated"):
            continue
        end = own_clause(scene.text, row.end(), stop.start() if stop else len(scene.text))
        ruled = scene.within(row.end(), end)
        named = [number for number in scene.within(*row.span()) if scene.kinds[number] not in CLAIMED]
        if named or not ruled:
            continue
        if kind == "key" and len(row.group(kind)) > _SHORTEST_KEY:
            status = _keyed(row.group(kind))
        else:
            nothing = _NOTHING.search(row.group(kind)) and (kind == "rating" or scene.lists_names(row.end()))
            status = "negated" if nothing else ""
        for number in ruled if status else ():
            if not (scene.excepted(number, row.end()) if status == "negated" else scene.completed(number)):
                yield status, number


def of_others(scene: Scene, cues: FoundCues, number: int) -> bool:
    """Whether what follows a name in its line tells that others have it: "- Azure. Some customers run on it"."""
    start = _APART.match(scene.text, scene.spans[number][1])
    if start is None:
        return False
    end = scene.text.find("\n", start.end())
    return bool(remarks.of_others(scene, cues, start.end(), end if end >= 0 else len(scene.text)))


def _marked(scene: Scene) -> Iterator[tuple[str, int]]:
    """The names of rows whose mark stands below a header of denial or wishes, where blanks alone part the columns."""
    header: list[tuple[int, str]] = []  # the middle of each header's columns, and what it tells
    below = -1
    for row in _MARKED.finditer(scene.text) if "   " in scene.text else ():
        if row.start() != below:
            top = scene.text.rfind("\n", 0, max(0, row.start() - 1)) + 1
            cells = _GAPPED.finditer(scene.text[top : row.start()].rstrip("\n"))
            header = [
                (sum(cell.span()) // 2, words().columns.get(cell.group().strip("*_").lower(), "")) for cell in cells
            ]
        below = row.end() + 1
        if len(header) > 1 and any(status for _, status in header):
            middle = row.start("mark") - row.start()
            status = min(header, key=lambda cell: abs(cell[0] - middle))[1]
            for number in scene.within(row.start(), row.start("mark")) if status else ():
                yield status, number


def ruled(scene: Scene) -> Iterator[tuple[str, int]]:
    """(status, number) of each mention that stands under a header of denial or of wishes, or in such a row."""
    yield from _rows(scene)
    yield from _marked(scene)
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
