"""The signs and numbers that Word puts before the paragraphs of a list; the file holds only the rule for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from aimatch.readers.docx.names import W, number, val
from aimatch.readers.flow import BULLET

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
_ROMAN_ONES = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_LARGEST_ROMAN = 3999


@dataclass(frozen=True, slots=True, kw_only=True)
class _Level:
    format: str = "decimal"
    text: str = ""
    start: int = 1


class Numbering:
    """The lists of one document, each counting on from paragraph to paragraph."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, tuple[str, dict[int, _Level]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if root is None:
            return
        for abstract in root.iterfind(f"{W}abstractNum"):
            levels = {_index(level): _level(level) for level in abstract.iterfind(f"{W}lvl")}
            self._levels[val(abstract, "abstractNumId") or ""] = levels
        for instance in root.iterfind(f"{W}num"):
            abstract_id = val(instance.find(f"{W}abstractNumId")) or ""
            own = {
                _index(override): _level(level)
                for override in instance.iterfind(f"{W}lvlOverride")
                if (level := override.find(f"{W}lvl")) is not None
            }
            self._lists[val(instance, "numId") or ""] = (abstract_id, own)

    def label(self, numbering: tuple[str, int]) -> str:
        """What stands before the next paragraph of this list and level, with the space behind it; empty for nothing."""
        number_id, index = numbering
        if number_id not in self._lists:
            return ""
        abstract_id, own = self._lists[number_id]
        levels = {**self._levels.get(abstract_id, {}), **own}
        level = levels.get(index, _Level())
        if level.format == "bullet":
            return BULLET
        counts = self._counts.setdefault(abstract_id, {})
        counts[index] = counts.get(index, level.start - 1) + 1
        for deeper in [other for other in counts if other > index]:
            del counts[deeper]
        if level.format == "none":
            return ""

        def count(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            shown = levels.get(other, _Level())
            return _format(counts.get(other, shown.start), shown.format)

        text = re.sub(r"%([1-9])", count, level.text)
        return f"{text} " if text.strip() else ""


def _index(element: Element) -> int:
    return int(number(val(element, "ilvl")) or 0)


def _level(element: Element) -> _Level:
    picture = element.find(f"{W}lvlPicBulletId")
    return _Level(
        format="bullet" if picture is not None else val(element.find(f"{W}numFmt")) or "decimal",
        text=val(element.find(f"{W}lvlText")) or "",
        start=int(number(val(element.find(f"{W}start"))) or 1),
    )


def _format(count: int, format: str) -> str:
    if format in {"lowerLetter", "upperLetter"} and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min(1 + (count - 1) // 26, 9)
        return letter.upper() if format == "upperLetter" else letter
    if format in {"lowerRoman", "upperRoman"} and 0 < count <= _LARGEST_ROMAN:
        roman = ""
        for value, sign in (*_ROMAN, *_ROMAN_ONES):
            roman += sign * (count // value)
            count %= value
        return roman.upper() if format == "upperRoman" else roman
    if format == "decimalZero":
        return f"{count:02d}"
    return str(count)
