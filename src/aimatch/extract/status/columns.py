"""Rows whose keys are degrees of use: "never | Rust", "not yet    Rust, Go", "0: Scala"; and the columns of tables.

The words of such keys are data (``[columns]`` and ``[answers]`` of ``language/status.toml``), and labels that are
composed (:mod:`aimatch.extract.status.labels`) head rows too. Rows are keyed lines of which two stand together; columns are
read by :mod:`aimatch.extract.status.tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from aimatch.extract.lines import line_end
from aimatch.extract.status import remarks, tables
from aimatch.extract.status.clauses import own_clause
from aimatch.extract.status.cue_search import FoundCues
from aimatch.extract.status.scene import CLAIMED, LEAST, Scene
from aimatch.extract.status.spared import completed, excepted
from aimatch.extract.status.vocabulary import keyed

# The key of a row, parted by a rule, a tab, a gap or a sign, or a rating before a colon: "| never | Java |", "not yet | Rust",
# "**gone** - Perl", "[never] Go", "none ..... Java", "Level 0: Scala".
_ROW = re.compile(
    r"[ \t]*(?:[\u2022*+|-][ \t]*)?[*_[]{0,2}"
    r"(?:(?P<rating>(?:[a-z]{4,6} )?\d\d?)(?: ?/ ?\d\d?)?[ \t]*(?:[:|=\u2013]|\t| {3,}|- )"
    r"|(?P<key>[A-Za-z\u00c0-\u024f0-9][^\n|:;,.()\t=\]\u2013\u2014>]{0,30}?)"
    r"(?:[*_]{0,2}:?[*_]{0,2}(?:[ \t]*(?:\||\t|=|->|>|\.{2,}(?= ))| {3,}| [\u2013\u2014-](?= ))|[*_]{0,2}:[*_]{0,2}(?= )|\](?= )))"
    r"[ \t]*(?=[^\s|])",
    re.IGNORECASE,
)
# What no key holds, and what may part it from its row: most lines have neither where a key could end.
_KEY = re.compile(r"[^|:;,.()\t=\]\u2013\u2014>]*")
_PARTING = frozenset("|:\t=]\u2013\u2014>")
_BEFORE_KEY = " \t\u2022*+|-"
_LONGEST_KEY = 44  # characters of a key with the signs around it
_NOTHING = re.compile(r"\b0\Z|\Ano\Z", re.IGNORECASE)
_ENDS = re.compile(r"[.!]\s|\n")
_APART = re.compile(r"[.:]?[ \t]+")
_SHORTEST_KEY = 2  # "No" heads a column of numbers, but where names alone stand beside it


@lru_cache(maxsize=4)
def _rows_of(text: str) -> tuple[re.Match[str], ...]:
    """The keyed rows of a text, which is asked once for the names of skills and once for behaviours."""
    rows: list[re.Match[str]] = []
    start = 0
    for line in text.split("\n"):
        head = line.lstrip(_BEFORE_KEY)[:_LONGEST_KEY]
        key = _KEY.match(head)[0]  # type: ignore[index]  # it matches nothing, too
        sign = head[len(key) : len(key) + 2]
        parted = sign[:1] in _PARTING or sign == ".." or "- " in key or "   " in key
        if parted and (row := _ROW.match(text, start)) is not None:
            rows.append(row)
        start += len(line) + 1
    return tuple(rows)


def _rows(scene: Scene) -> Iterator[tuple[str, int]]:
    """The mentions of the keyed rows of denial, of wishes and of others, next to rows that are keyed the same way."""
    rows = _rows_of(scene.text)
    for place, row in enumerate(rows):
        kind = row.lastgroup or ""
        whole = kind == "key" and len(row.group(kind)) > _SHORTEST_KEY
        status = (
            keyed(row.group(kind), others=False) if whole else "negated" if _NOTHING.search(row.group(kind)) else ""
        )
        if not status:
            continue  # most rows
        stop = _ENDS.search(scene.text, row.end())
        beside = any(
            other.group(kind) and scene.text.count("\n", *sorted((row.end(), other.start()))) <= 1
            for other in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
        )
        # "Never - Rust, Go" needs no row beside it.
        listed = kind == "key" and "," in scene.text[row.end() : stop.start() if stop else len(scene.text)]
        if not beside and not (listed and keyed(row.group(kind), others=False) == "negated"):
            continue
        end = own_clause(scene.text, row.end(), stop.start() if stop else len(scene.text))
        if stop and end == stop.start():
            end = max(end, scene.end_of_names(row.end()))
        ruled = scene.within(row.end(), end)
        named = [number for number in scene.within(*row.span()) if scene.kinds[number] not in CLAIMED]
        if named or not ruled:
            continue
        if kind == "key" and not whole and not scene.lists_names(row.end()):
            continue
        for number in ruled:
            if not (excepted(scene, number, row.end()) if status == "negated" else completed(scene, number)):
                yield status, number


def of_others(scene: Scene, cues: FoundCues, number: int) -> bool:
    """Whether what follows a name in its line tells that others have it: "- Azure. Some customers run on it"."""
    start = _APART.match(scene.text, scene.spans[number][1])
    return start is not None and remarks.of_others(scene, cues, start.end(), line_end(scene.text, start.end())) != ""


def ruled(scene: Scene) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of each mention in a row that denies, wishes or is others', or in such a column of a table."""
    yield from ((*told, LEAST) for told in _rows(scene))
    yield from tables.ruled(scene)
