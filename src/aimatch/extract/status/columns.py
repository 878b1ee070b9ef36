"""Tables whose columns are degrees of use: "| daily | rusty | never |" heads what stands under each.

The words of such headers are data (``[columns]`` of ``language/status.toml``); tables are those of Markdown, whose header
is ruled off by a line of hyphens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimatch.extract.rules.cues import words
from aimatch.extract.status.scene import Scene

_RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)+\|?[ \t]*$", re.MULTILINE)
_CELL = re.compile(r"[^|\n]+")


def _others_rows(scene: Scene, header: list[str], at: int) -> Iterator[tuple[str, int]]:
    """The mentions of the rows that a column gives to somebody else: "| Vendor | Snowflake |" under "| Who | What |"."""
    who = next((place for place, cell in enumerate(header) if cell in scene.words.who), None)
    if who is None:
        return
    while (end := scene.text.find("\n", at)) >= 0 or at < len(scene.text):
        end = end if end >= 0 else len(scene.text)
        cells = [cell.strip(" \t*_").lower() for cell in scene.text[at:end].strip().strip("|").split("|")]
        if len(cells) != len(header):
            return
        if cells[who] not in scene.words.mine:
            for number in scene.within(at, end):
                yield "other-person", number
        at = end + 1


def ruled(scene: Scene) -> Iterator[tuple[str, int]]:
    """(status, number) of each mention that stands under a header of denial or of wishes."""
    if "|" not in scene.text or "--" not in scene.text:
        return
    for rule in _RULE.finditer(scene.text):
        top = scene.text.rfind("\n", 0, max(0, rule.start() - 1)) + 1
        header = [cell.strip(" \t*_").lower() for cell in scene.text[top : rule.start()].strip().strip("|").split("|")]
        yield from _others_rows(scene, header, rule.end() + 1)
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
