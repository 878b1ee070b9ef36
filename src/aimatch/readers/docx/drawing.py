"""Shapes and pictures of a DOCX: where text boxes stand, what is painted behind text, the words in diagrams."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from aimatch.readers.colour import WHITE, is_unseen, parse_hex
from aimatch.readers.docx.names import DGM, MC, PIC, WP, WPG, WPS, A, C, V, W, number
from aimatch.readers.docx.styles import Theme

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

EMU = 12_700
"""English metric units in a point."""
_BACKDROP_AREA = 2_000.0
"""Square points (two fifths of a square inch) from which a shape can carry a line of text."""
_LINE_HEIGHT = 10.0
_PAGE_HEIGHT = 800.0
_SLACK = 2
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75, "": 1.0}
_LENGTH = re.compile(r"([+-]?\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|px|)$")

Fill = Literal["none", "unknown"] | str
"""A colour as six digits, ``none`` for no paint, ``unknown`` for gradients, pictures and what a style decides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where an anchored drawing stands, in points; ``x`` and ``y`` are ``None`` when they depend on the text flow."""

    x: float | None
    y: float | None
    width: float
    height: float
    hidden: bool = False

    @property
    def is_clipped(self) -> bool:
        """Whether the frame is too small to show anything."""
        return 0 < self.width < 1 or 0 < self.height < 1

    def is_off(self, page: tuple[float, float]) -> bool:
        """Whether no part of it is on the page."""
        off_x = self.x is not None and (self.x + self.width <= 0 or self.x >= page[0] > 0)
        off_y = self.y is not None and (self.y + self.height <= 0 or self.y >= page[1] > 0)
        return off_x or off_y


def placement(anchor: Element) -> Placement:
    """The placement of a ``wp:anchor`` or ``wp:inline``."""
    extent = anchor.find(f"{WP}extent")
    width, height = (
        (0.0, 0.0) if extent is None else ((number(extent.get("cx")) or 0) / EMU, (number(extent.get("cy")) or 0) / EMU)
    )
    properties = anchor.find(f"{WP}docPr")
    return Placement(
        x=_offset(anchor, "positionH"),
        y=_offset(anchor, "positionV"),
        width=width,
        height=height,
        hidden=properties is not None and properties.get("hidden") in {"1", "true"},
    )


def _offset(anchor: Element, axis: str) -> float | None:
    position = anchor.find(f"{WP}{axis}")
    if position is None or position.get("relativeFrom") != "page":
        return None
    offset = number(position.findtext(f"{WP}posOffset"))
    return None if offset is None else offset / EMU


def css(element: Element) -> dict[str, str]:
    """The ``style`` attribute of a VML shape."""
    pairs = (part.partition(":") for part in (element.get("style") or "").split(";"))
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def points(value: str | None) -> float:
    """A CSS length in points; 0 for none."""
    match = _LENGTH.match(value.strip()) if value else None
    return float(match[1]) * _UNITS[match[2]] if match else 0.0


def vml_placement(shape: Element) -> Placement:
    """The placement of a VML shape."""
    style = css(shape)
    on_page = "page" in style.get("mso-position-horizontal-relative", "")
    on_page_y = "page" in style.get("mso-position-vertical-relative", "")
    return Placement(
        x=points(style.get("margin-left")) if on_page else None,
        y=points(style.get("margin-top")) if on_page_y else None,
        width=points(style.get("width")),
        height=points(style.get("height")),
        hidden=style.get("visibility") == "hidden",
    )


def shape_fill(shape: Element, theme: Theme) -> Fill:
    """What a ``wps:wsp`` or VML shape is painted with."""
    if isinstance(shape.tag, str) and shape.tag.startswith(V):
        if (shape.get("filled") or "t").lower() in {"f", "false"}:
            return "none"
        fill = shape.find(f"{V}fill")
        if fill is not None and fill.get("type", "solid") != "solid":
            return "unknown"
        colour = shape.get("fillcolor")
        # White is what VML paints with unless told otherwise; a colour's name or theme reference is not worth knowing.
        return WHITE if colour is None else parse_hex(colour.split(" ")[0]) or "unknown"
    properties = shape.find(f"{WPS}spPr")
    if properties is None:
        return "unknown"
    if properties.find(f"{A}noFill") is not None:
        return "none"
    solid = properties.find(f"{A}solidFill")
    if solid is None:
        painted = any(properties.find(f"{A}{kind}Fill") is not None for kind in ("grad", "blip", "patt", "grp"))
        reference = shape.find(f"{WPS}style/{A}fillRef")
        styled = reference is not None and reference.get("idx") != "0"
        return "unknown" if painted or styled else "none"
    colour = solid.find(f"{A}srgbClr")
    if colour is not None and not len(colour):
        return parse_hex(colour.get("val")) or "unknown"
    colour = solid.find(f"{A}schemeClr")
    if colour is not None and not len(colour):
        return theme.colour(colour.get("val")) or "unknown"
    return "unknown"


class Backdrop:
    """Which blocks of a part may stand on something painted, so that white text there is no secret.

    Word's layout is not computed; a shape is taken to lie behind as many paragraphs around its anchor as its height
    could hold, or a page's worth when it is placed on the page. A false accusation is the worse error.
    """

    def __init__(self, blocks: list[Element], headers: list[Element], theme: Theme) -> None:
        self._sizes = [max(1, sum(1 for _ in block.iter(f"{W}p"))) for block in blocks]
        self._behind: set[int] = set()
        self.shapes = 0
        for index, block in enumerate(blocks):
            for y, height in _painted(block, theme):
                self.shapes += 1
                self._spread(index, _PAGE_HEIGHT if y is not None else height)
        for header in headers:
            for y, height in _painted(header, theme):
                self.shapes += 1
                tall = (y or 0) + height > _PAGE_HEIGHT / 2
                self._behind.update(range(len(blocks)) if tall else ())
                self._spread(0, (y or 0) + height)

    def _spread(self, index: int, height: float) -> None:
        for step in (1, -1):
            lines = height / _LINE_HEIGHT + _SLACK
            at = index
            while 0 <= at < len(self._sizes) and lines > 0:
                self._behind.add(at)
                lines -= self._sizes[at]
                at += step

    def is_behind(self, index: int) -> bool:
        """Whether something may be painted behind the block at ``index``."""
        return index in self._behind


def _painted(block: Element, theme: Theme) -> Iterator[tuple[float | None, float]]:
    """The (y on the page or ``None``, height) of each floating shape or picture that text could stand on."""
    for anchor in block.iter(f"{WP}anchor"):
        where = placement(anchor)
        fills = {shape_fill(shape, theme) for shape in anchor.iter(f"{WPS}wsp")}
        if anchor.find(f".//{PIC}pic") is not None or anchor.find(f".//{WPG}wgp") is not None:
            fills.add("unknown")
        if where.width * where.height >= _BACKDROP_AREA and any(_can_carry(fill) for fill in fills):
            yield where.y, where.height
    for shape in block.iter(f"{V}shape", f"{V}rect", f"{V}roundrect"):
        if any(parent.tag == f"{MC}Fallback" for parent in shape.iterancestors()):
            continue
        where = vml_placement(shape)
        picture = shape.find(f"{V}imagedata") is not None
        floating = css(shape).get("position") == "absolute"
        if (
            floating
            and where.width * where.height >= _BACKDROP_AREA
            and (picture or _can_carry(shape_fill(shape, theme)))
        ):
            yield where.y, where.height


def _can_carry(fill: Fill) -> bool:
    return fill == "unknown" or (fill != "none" and not is_unseen(WHITE, fill))


def diagram_lines(root: Element) -> list[str]:
    """The words of a SmartArt's data part, one line per paragraph."""
    found = []
    for point in root.iter(f"{DGM}pt"):
        for paragraph in point.iter(f"{A}p"):
            found.append("".join(paragraph.itertext(f"{A}t")))
    return [line for line in found if line.strip()]


def chart_lines(root: Element) -> list[str]:
    """The words of a chart: its titles, the names of its series and its categories."""
    found = ["".join(title.itertext(f"{A}t")) for title in root.iter(f"{C}title")]
    for series in root.iter(f"{C}ser"):
        for kind in (f"{C}tx", f"{C}cat"):
            for part in series.iterfind(kind):
                found += [value.text or "" for value in part.iter(f"{C}v")]
    return list(dict.fromkeys(line for line in found if line.strip()))


def in_reading_order(boxes: list[tuple[Placement | None, list[str]]]) -> list[list[str]]:
    """The boxes of one anchor by columns, each from top to bottom, when their places on the page are all known."""
    placed = [(where, lines) for where, lines in boxes if where is not None and where.x is not None]
    if len(placed) < len(boxes) or len(boxes) < 2 or any(where.y is None for where, _ in placed):
        return [lines for _, lines in boxes]
    columns: list[tuple[float, float, list[tuple[float, list[str]]]]] = []
    for where, lines in sorted(placed, key=lambda box: (box[0].x or 0, box[0].y or 0)):
        left, right, top = where.x or 0.0, (where.x or 0.0) + where.width, where.y or 0.0
        for at, (start, end, members) in enumerate(columns):
            if min(right, end) - max(left, start) > 0.5 * min(where.width, end - start):
                columns[at] = (min(left, start), max(right, end), [*members, (top, lines)])
                break
        else:
            columns.append((left, right, [(top, lines)]))
    return [lines for _, _, members in columns for _, lines in sorted(members, key=lambda member: member[0])]
