"""Room that style sheets make on a line: columns of a grid, and elements that stand apart without a space between."""

from __future__ import annotations

import re

from aimatch.readers.flow import GAP

# Properties that keep an element at a distance from the text beside it, and lengths that are more than nothing.
_ROOM = ("padding", "margin", "border")
_ROOMY = re.compile(r"(?<![-\d.])[0.]*[1-9]")
_REPEAT = re.compile(r"repeat\((\d{1,2}),[^()]*(?:\([^()]*\)[^()]*)*\)")
_FUNCTION = re.compile(r"(?<![\w-])[\w-]+\([^()]*\)")
_LONGEST = 500


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
