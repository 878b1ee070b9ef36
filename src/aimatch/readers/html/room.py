"""Room that style sheets make on a line: columns of a grid, and elements that stand apart without a space between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from aimatch.readers.flow import GAP

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

# Properties that keep an element at a distance from the text beside it, and lengths that are more than nothing.
_ROOM = ("padding", "margin", "border")
_ROOMY = re.compile(r"(?<![-\d.])[0.]*[1-9]")
_REPEAT = re.compile(r"repeat\((\d{1,2}),[^()]*(?:\([^()]*\)[^()]*)*\)")
_FUNCTION = re.compile(r"(?<![\w-])[\w-]+\([^()]*\)")
_LONGEST = 500
_INLINE = frozenset(["a", "b", "big", "em", "font", "i", "label", "small", "span", "strong", "time", "u"])
# A date that opens or ends what an element holds: "Jan 2022 - Present", "03/2019", "2014 bis heute".
_DATE_FIRST = re.compile(r"\s*\(?(?:[^\W\d_]{3,9}\.?,? )?(?:\d{1,2}[./-])?(?:19|20)\d\d(?![\w%])")
_DATE_LAST = re.compile(r"(?<![\w.,$€£])(?:19|20)\d\d\)?\s*\Z")
_YEAR = re.compile(r"\(?\d{4}\)?")


def is_pair_grid(said: dict[str, str]) -> bool:
    """Whether an element is a grid of two columns."""
    columns = _REPEAT.sub(lambda found: int(found[1]) * " 1fr", said.get("grid-template-columns", "")[:_LONGEST])
    return "grid" in said.get("display", "") and len(_FUNCTION.sub("1fr", columns).split()) == 2


def stands_apart(said: dict[str, str]) -> bool:
    """Whether an element within a line has room around it, as the tags of a list of skills do: no space is written there."""
    if said.get("float", "none") not in {"none", "inherit", "initial"}:
        return True
    return any(prop.startswith(_ROOM) and _ROOMY.search(_sides(value)) for prop, value in said.items())


def _sides(value: str) -> str:
    """What a shorthand for four sides says of the left and the right."""
    parts = value.split()
    return parts[1] if len(parts) in {2, 3} and not value.startswith("calc") else value


def in_turn(cells: list[list[str]]) -> list[str]:
    """The lines of cells that stand beside one another: on one line where each has one, else one cell after the other."""
    if all(len(cell) == 1 for cell in cells):
        return ["\t".join(cell[0] for cell in cells)]
    return [line for cell in cells for line in (*cell, GAP)]


def beside_date(above: Element, element: Element) -> str:
    """What parts two elements within a line, with nothing between them, of which one begins or ends with a date that
    the other touches with a word: a page sets one to the left and one to the right. Words in two colours
    ("<b>Git</b><b>Hub</b>") stay one. A year alone may belong to a name ("<b>Excel</b><b>2016</b>") and is parted by a
    space."""
    if above.tail or above.tag not in _INLINE or element.tag not in _INLINE:
        return ""
    before, behind = "".join(above.itertext()), "".join(element.itertext())
    if not before or not behind or before[-1].isspace() or behind[0].isspace():
        return ""
    if (before[-1].isalpha() or before[-1] in ").,") and _DATE_FIRST.match(behind):
        return " " if _YEAR.fullmatch(behind.strip()) else "\t"
    if behind[0].isalpha() and _DATE_LAST.search(before):
        return " " if _YEAR.fullmatch(before.strip()) else "\t"
    return ""
