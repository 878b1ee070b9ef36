"""Where the text boxes of a DOCX stand, and the order in which the eye reads them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from aimatch.readers.docx.names import WP, WPS, A, number
from aimatch.readers.flow import GAP
from aimatch.readers.table import join_rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_EMU = 12_700
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 1.0}
_LENGTH = re.compile(r"([+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?)(pt|in|cm|mm|px|)$")
_SAME_COLUMN = 0.5
_TOUCHING = 0.1
_MOST = 0.8

PAGE = "page"
"""The frame of what is placed from the page's top left corner."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where a drawing stands. ``x`` and ``y`` count from a corner of ``frame`` and are ``None`` when not told.

    Lengths are points, or the units of the group that a shape is part of; only within a frame can they be compared.
    """

    x: float | None
    y: float | None
    width: float
    height: float
    frame: str
    hidden: bool = False

    @property
    def is_clipped(self) -> bool:
        """Whether the frame is too small to show anything."""
        return 0 < self.width < 1 or 0 < self.height < 1

    def is_off(self, page: tuple[float, float]) -> bool:
        """Whether no part of it is on the page, of which width and height are given (0: unknown)."""
        if self.frame != PAGE:
            return False
        off_x = self.x is not None and (self.x + self.width <= 0 or self.x >= page[0] > 0)
        off_y = self.y is not None and (self.y + self.height <= 0 or self.y >= page[1] > 0)
        return off_x or off_y


Box = tuple[Placement | None, list[str]]
"""A text box: its place, if it is known, and its lines."""


def placement(anchor: Element) -> Placement:
    """The placement of a ``wp:anchor`` or ``wp:inline``."""
    properties = anchor.find(f"{WP}docPr")
    frame_x, x = _offset(anchor, "positionH")
    frame_y, y = _offset(anchor, "positionV")
    extent = anchor.find(f"{WP}extent")
    return Placement(
        x=x,
        y=y,
        width=_length(extent, "cx"),
        height=_length(extent, "cy"),
        frame=" ".join(dict.fromkeys(filter(None, (frame_x, frame_y)))),
        hidden=properties is not None and properties.get("hidden") in {"1", "true"},
    )


def _offset(anchor: Element, axis: str) -> tuple[str, float | None]:
    position = anchor.find(f"{WP}{axis}")
    if position is None:
        return "", None
    offset = number(position.findtext(f"{WP}posOffset"))
    return position.get("relativeFrom") or "", None if offset is None else offset / _EMU


def _length(element: Element | None, name: str) -> float:
    return 0.0 if element is None else (number(element.get(name)) or 0.0) / _EMU


def member_placement(shape: Element) -> Placement | None:
    """The placement of a ``wps:wsp`` or ``wpg:grpSp`` within its group."""
    offset = shape.find(f"{WPS}spPr/{A}xfrm/{A}off")
    extent = shape.find(f"{WPS}spPr/{A}xfrm/{A}ext")
    if offset is None or extent is None:
        return None
    return Placement(
        x=_length(offset, "x"),
        y=_length(offset, "y"),
        width=_length(extent, "cx"),
        height=_length(extent, "cy"),
        frame="group",
    )


def css(element: Element) -> dict[str, str]:
    """The ``style`` attribute of a VML shape."""
    pairs = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def vml_placement(shape: Element) -> Placement:
    """The placement of a VML shape or group."""
    style = css(shape)
    in_group = "left" in style or "top" in style
    frames = [style.get(f"mso-position-{axis}-relative", "text") for axis in ("horizontal", "vertical")]
    return Placement(
        x=_points(style.get("left" if in_group else "margin-left")),
        y=_points(style.get("top" if in_group else "margin-top")),
        width=_points(style.get("width")) or 0.0,
        height=_points(style.get("height")) or 0.0,
        frame="group" if in_group else " ".join(dict.fromkeys(frames)),
        hidden=style.get("visibility") == "hidden",
    )


def _points(value: str | None) -> float | None:
    match = _LENGTH.match(value.strip()) if value else None
    return float(match[1]) * _UNITS[match[2]] if match else None


def in_reading_order(boxes: list[Box]) -> list[str]:
    """The lines of all boxes, each a block of its own, in the order that a person reads them.

    Boxes in even rows are a table; others are read by columns, each from top to bottom; boxes of which not all places
    are known, in the order of the file.
    """
    places = [where for where, _ in boxes if where is not None and where.x is not None and where.y is not None]
    if len(boxes) > 1 and len(places) == len(boxes) and len({where.frame for where in places}) == 1:
        placed = [(where, lines) for where, (_, lines) in zip(places, boxes, strict=True)]
        rows = _rows(placed)
        if rows is not None:
            return [GAP, *join_rows(rows), GAP]
        return _apart([lines for column in _columns(placed) for lines in column])
    return _apart([lines for _, lines in boxes])


def _apart(blocks: list[list[str]]) -> list[str]:
    return [line for lines in blocks for line in (GAP, *lines, GAP)]


def _rows(placed: list[tuple[Placement, list[str]]]) -> list[list[list[str]]] | None:
    """The boxes as rows of cells, when there are several rows of as many boxes each."""
    rows: list[list[tuple[Placement, list[str]]]] = []
    for where, lines in sorted(placed, key=lambda box: (-box[0].height, box[0].y or 0.0)):
        middle = (where.y or 0.0) + where.height / 2
        for row in rows:
            top = row[0][0].y or 0.0
            if top <= middle <= top + row[0][0].height:
                row.append((where, lines))
                break
        else:
            rows.append([(where, lines)])
    if len(rows) == 1 or len({len(row) for row in rows}) > 1 or len(rows[0]) == 1:
        return None
    rows = [sorted(row, key=lambda box: box[0].x or 0.0) for row in sorted(rows, key=lambda row: row[0][0].y or 0.0)]
    # Boxes of two columns may happen to be level; the cells of a table touch.
    pairs = [(left, right) for row in rows for (left, _), (right, _) in pairwise(row)]
    touching = [abs((right.x or 0.0) - (left.x or 0.0) - left.width) <= _TOUCHING * left.width for left, right in pairs]
    return [[lines for _, lines in row] for row in rows] if sum(touching) >= _MOST * len(pairs) else None


def _columns(placed: list[tuple[Placement, list[str]]]) -> list[list[list[str]]]:
    columns: list[tuple[float, float, list[tuple[float, list[str]]]]] = []
    for where, lines in sorted(placed, key=lambda box: (box[0].x or 0.0, box[0].y or 0.0)):
        left, right, top = where.x or 0.0, (where.x or 0.0) + where.width, where.y or 0.0
        for at, (start, end, members) in enumerate(columns):
            if min(right, end) - max(left, start) > _SAME_COLUMN * min(where.width, end - start):
                columns[at] = (min(left, start), max(right, end), [*members, (top, lines)])
                break
        else:
            columns.append((left, right, [(top, lines)]))
    return [[lines for _, lines in sorted(members, key=lambda member: member[0])] for _, _, members in columns]
