"""Shapes and pictures of a DOCX: what is painted behind text, the words in charts and diagrams."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from aimatch.readers.colour import WHITE, is_unseen, parse_hex
from aimatch.readers.docx.boxes import PAGE, css, placement, vml_placement
from aimatch.readers.docx.names import DGM, MC, PIC, WP, WPG, WPS, A, C, V, W
from aimatch.readers.docx.styles import Theme

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BACKDROP_AREA = 2_000.0
"""Square points (two fifths of a square inch) from which a shape can carry a line of text."""
_LINE_HEIGHT = 10.0
_PAGE_HEIGHT = 800.0
_SLACK = 2

Fill = Literal["none", "unknown"] | str
"""A colour as six digits, ``none`` for no paint, ``unknown`` for gradients, pictures and what a style decides."""


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
            yield (where.y if where.frame == PAGE else None), where.height
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
            yield (where.y if where.frame == PAGE else None), where.height


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
