"""Walks the paragraphs, tables and text boxes of one DOCX part in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aimatch.readers.docx.drawing import (
    Placement,
    chart_lines,
    diagram_lines,
    placement,
    shape_fill,
    vml_placement,
)
from aimatch.readers.docx.names import DGM, MC, WP, WPS, C, M, R, V, W, is_on, number, val
from aimatch.readers.docx.numbering import Numbering
from aimatch.readers.docx.styles import Look, Styles, numbering_of
from aimatch.readers.flow import BULLET, GAP, PAGE_END, Flow
from aimatch.readers.table import join_rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CLIPPING_LINE = 40
"""Twentieths of a point: a line or row of exactly this height shows nothing of its text."""
_HEADING_LENGTH = 60
_OFF_PAGE_INDENT = 14_400
"""Twentieths of a point (ten inches): text indented further to the left is off the page."""


@dataclass(slots=True, kw_only=True)
class _Paragraph:
    """What has been read of one paragraph so far."""

    look: Look
    background: str | None
    page_mark: str | None
    pieces: list[str] = field(default_factory=list)
    boxes: list[tuple[Placement | None, list[str]]] = field(default_factory=list)
    page_before: bool = False
    page_after: bool = False

    def page_end(self) -> None:
        if any(piece.strip() for piece in self.pieces):
            self.page_after = True
        else:
            self.page_before = True


class Walker:
    """Reads one part. ``related`` gives the root of another part by relationship id, or ``None``."""

    def __init__(
        self,
        *,
        part: str,
        flow: Flow,
        styles: Styles,
        numbering: Numbering,
        related: Callable[[str], Element | None],
        page: tuple[float, float],
        page_mark: str | None = None,
        painted: bool = False,
    ) -> None:
        self._part = part
        self._flow = flow
        self._styles = styles
        self._numbering = numbering
        self._related = related
        self._page = page
        self._page_mark = page_mark
        self._painted = painted
        self._count = 0
        self._fields: list[bool] = []
        self._forced: str | None = None
        self.footnotes: list[tuple[str, str]] = []
        self._inline: dict[str, Callable[[Element, _Paragraph], None]] = {
            f"{W}r": self._run,
            f"{W}t": self._text,
            f"{M}t": self._text,
            f"{W}delText": self._deleted_text,
            f"{W}del": self._deleted,
            f"{W}moveFrom": self._deleted,
            f"{W}fldChar": self._field,
            f"{W}br": self._break,
            f"{W}lastRenderedPageBreak": self._rendered_break,
            f"{W}sym": self._symbol,
            f"{W}footnoteReference": self._footnote,
            f"{W}endnoteReference": self._footnote,
            f"{MC}AlternateContent": self._alternate,
            f"{WP}anchor": self._drawing,
            f"{WP}inline": self._drawing,
            f"{WPS}wsp": self._shape,
            f"{V}shape": self._vml_shape,
            f"{V}rect": self._vml_shape,
            f"{V}roundrect": self._vml_shape,
            f"{V}textpath": self._text_path,
            f"{DGM}relIds": self._diagram,
            f"{C}chart": self._chart,
        }
        for tag, text in (("tab", "\t"), ("ptab", "\t"), ("cr", "\n"), ("noBreakHyphen", "-")):
            self._inline[f"{W}{tag}"] = lambda element, paragraph, text=text: self._emit(text, paragraph)  # type: ignore[misc]
        for tag in ("rPr", "pPr", "sdtPr", "sdtEndPr", "instrText", "delInstrText", "rt", "fldData", "tblPr", "sectPr"):
            self._inline[f"{W}{tag}"] = lambda element, paragraph: None
        # A box without a shape of its own around it (a damaged or foreign drawing) is still read.
        self._inline[f"{W}txbxContent"] = lambda element, paragraph: self._box(element, paragraph, None, "unknown")

    # ------------------------------------------------------------------------------------------------ blocks
    def blocks(self, container: Element, background: str | None) -> list[str]:
        """The lines of everything in a body, cell, text box, header or note."""
        lines: list[str] = []
        for child in container:
            lines += self.block(child, background)
        return lines

    def block(self, element: Element, background: str | None) -> list[str]:
        """The lines of one block."""
        if element.tag == f"{W}p":
            return self._paragraph(element, background)
        if element.tag == f"{W}tbl":
            return self._table(element, background)
        if element.tag == f"{MC}AlternateContent":
            chosen = _choice(element)
            return [] if chosen is None else self.blocks(chosen, background)
        if element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}:
            return self.blocks(element, background)
        if element.tag in {f"{W}del", f"{W}moveFrom"}:
            with self._hiding("revision"):
                return self.blocks(element, background)
        if element.tag == f"{W}altChunk":
            self._flow.note("an embedded document of another format was not read")
        return []

    def _paragraph(self, element: Element, background: str | None) -> list[str]:
        self._count += 1
        # The instruction of a field that never ends would otherwise swallow the rest of the document.
        self._fields = [True] * len(self._fields)
        properties = element.find(f"{W}pPr")
        style_id = val(properties.find(f"{W}pStyle")) if properties is not None else None
        style = self._styles.paragraph(style_id)
        fill = style.fill
        if properties is not None and (shading := properties.find(f"{W}shd")) is not None:
            fill = self._styles.fill(shading)
        paragraph = _Paragraph(
            look=style.look,
            background=background if fill in (None, "auto") else fill,
            page_mark=self._page_mark,
        )
        with self._hiding(_paragraph_technique(properties)):
            self._children(element, paragraph)
        text = "".join(paragraph.pieces)
        self._flow.count(len(text))
        heading = style.heading
        if properties is not None:
            heading = heading or properties.find(f"{W}outlineLvl") is not None
            heading = heading or properties.find(f"{W}pBdr/{W}bottom") is not None
            if self._page_mark == "br" and is_on(properties.find(f"{W}pageBreakBefore")):
                paragraph.page_before = True
        # Some people write whole sentences in a heading's style; those are no headings.
        heading = heading and len(text) <= _HEADING_LENGTH
        numbering = numbering_of(properties, style.numbering)
        if text.strip() and numbering is not None:
            label = self._numbering.label(numbering)
            # A sign before a heading is an ornament; as part of the line it would make an item of it.
            text = ("" if heading and label == BULLET else label) + text.lstrip()
        return self._assemble(text, heading, paragraph)

    def _assemble(self, text: str, heading: bool, paragraph: _Paragraph) -> list[str]:
        lines = [PAGE_END] if paragraph.page_before else []
        if heading and text.strip():
            lines.append(GAP)
        if text.strip():
            lines += text.split("\n")
        elif not paragraph.boxes:
            lines.append(GAP)
        for box in _in_reading_order(paragraph.boxes):
            lines += [GAP, *box, GAP]
        if paragraph.page_after:
            lines.append(PAGE_END)
        return lines

    def _table(self, table: Element, background: str | None) -> list[str]:
        properties = table.find(f"{W}tblPr")
        fill = self._styles.fill(properties.find(f"{W}shd")) if properties is not None else None
        if properties is not None and properties.find(f"{W}tblStyle") is not None and fill in (None, "auto"):
            # A table style may paint its first row or every other one; which, is not worth knowing here.
            background = background if self._is_plain(properties) else None
        elif fill not in (None, "auto"):
            background = fill
        rows = []
        for row in _through(table, f"{W}tr"):
            row_properties = row.find(f"{W}trPr")
            technique = None
            if row_properties is not None:
                if is_on(row_properties.find(f"{W}hidden")):
                    technique = "style"
                elif row_properties.find(f"{W}del") is not None:
                    technique = "revision"
                elif _is_exactly_tiny(row_properties.find(f"{W}trHeight"), "hRule", "val"):
                    technique = "clipped"
            with self._hiding(technique):
                rows.append([self._cell(cell, background) for cell in _through(row, f"{W}tc")])
        return [GAP, *join_rows(rows), GAP]

    def _is_plain(self, properties: Element) -> bool:
        return not self._styles.paints(val(properties.find(f"{W}tblStyle")))

    def _cell(self, cell: Element, background: str | None) -> list[str]:
        properties = cell.find(f"{W}tcPr")
        covered = None
        if properties is not None:
            fill = self._styles.fill(properties.find(f"{W}shd"))
            background = background if fill in (None, "auto") else fill
            merge = properties.find(f"{W}vMerge")
            # Only the first cell of a vertical merge is shown.
            if merge is not None and val(merge) != "restart":
                covered = "covered"
        with self._hiding(covered):
            return self.blocks(cell, background)

    # ------------------------------------------------------------------------------------------------ runs
    def _children(self, element: Element, paragraph: _Paragraph) -> None:
        for child in element:
            handler = self._inline.get(child.tag) if isinstance(child.tag, str) else None
            if handler is not None:
                handler(child, paragraph)
            elif len(child):
                self._children(child, paragraph)

    def _run(self, run: Element, paragraph: _Paragraph) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return self._shown(run, paragraph, paragraph.look)
        character = self._styles.character(val(properties.find(f"{W}rStyle")))
        return self._shown(run, paragraph, paragraph.look.under(character).under(self._styles.look(properties)))

    def _shown(self, run: Element, paragraph: _Paragraph, look: Look) -> None:
        with self._hiding(look.technique(paragraph.background)):
            self._children(run, paragraph)

    def _emit(self, text: str, paragraph: _Paragraph) -> None:
        if self._forced is None and all(self._fields):
            if not text.isspace():
                self._flow.seal()
            paragraph.pieces.append(text)
        else:
            self._flow.count(len(text))
            place = f"{self._part}, paragraph {self._count}"
            self._flow.hide(text, technique=self._forced or "style", place=place)

    @contextmanager
    def _hiding(self, technique: str | None) -> Iterator[None]:
        before = self._forced
        self._forced = before or technique
        try:
            yield
        finally:
            self._forced = before

    def _text(self, element: Element, paragraph: _Paragraph) -> None:
        if element.text:
            self._emit(element.text.replace("\n", " "), paragraph)

    def _deleted_text(self, element: Element, paragraph: _Paragraph) -> None:
        with self._hiding("revision"):
            self._text(element, paragraph)

    def _deleted(self, element: Element, paragraph: _Paragraph) -> None:
        with self._hiding("revision"):
            self._children(element, paragraph)

    def _field(self, element: Element, paragraph: _Paragraph) -> None:
        kind = val(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _break(self, element: Element, paragraph: _Paragraph) -> None:
        kind = val(element, "type")
        if kind == "page" and self._page_mark == "br":
            paragraph.page_end()
        self._emit("\n", paragraph)

    def _rendered_break(self, element: Element, paragraph: _Paragraph) -> None:
        if self._page_mark == "rendered":
            paragraph.page_end()

    def _symbol(self, element: Element, paragraph: _Paragraph) -> None:
        try:
            code = int(val(element, "char") or "", 16)
        except ValueError:
            return
        if 0x20 <= code <= 0xFFFF and not 0xD800 <= code <= 0xDFFF:
            self._emit(chr(code), paragraph)

    def _footnote(self, element: Element, paragraph: _Paragraph) -> None:
        if isinstance(element.tag, str):
            self.footnotes.append((element.tag.removeprefix(W).removesuffix("Reference"), val(element, "id") or ""))

    # ------------------------------------------------------------------------------------------------ drawings
    def _alternate(self, element: Element, paragraph: _Paragraph) -> None:
        chosen = _choice(element)
        if chosen is not None:
            self._children(chosen, paragraph)

    def _drawing(self, anchor: Element, paragraph: _Paragraph) -> None:
        where = placement(anchor)
        properties = anchor.find(f"{WP}docPr")
        if properties is not None:
            words = properties.get("descr") or ""
            self._flow.attribute(words, place=f"{self._part}, description of a picture or shape")
        technique = "layer" if where.hidden else "off-page" if where.is_off(self._page) else None
        if where.is_clipped and anchor.find(f".//{WPS}bodyPr/*") is None:
            technique = technique or "clipped"
        first = len(paragraph.boxes)
        with self._hiding(technique):
            self._children(anchor, paragraph)
        # A group places its boxes within itself; only a box that is the whole drawing has the drawing's place.
        if len(paragraph.boxes) == first + 1:
            paragraph.boxes[first] = (where, paragraph.boxes[first][1])

    def _shape(self, shape: Element, paragraph: _Paragraph) -> None:
        for content in shape.iterfind(f"{WPS}txbx/{W}txbxContent"):
            self._box(content, paragraph, None, shape_fill(shape, self._styles.theme))

    def _vml_shape(self, shape: Element, paragraph: _Paragraph) -> None:
        where = vml_placement(shape)
        with self._hiding("layer" if where.hidden else "off-page" if where.is_off(self._page) else None):
            for child in shape:
                if child.tag == f"{V}textbox":
                    for content in child.iterfind(f"{W}txbxContent"):
                        self._box(content, paragraph, where, shape_fill(shape, self._styles.theme))
                elif child.tag == f"{V}textpath":
                    self._text_path(child, paragraph)

    def _box(self, content: Element, paragraph: _Paragraph, where: Placement | None, fill: str) -> None:
        background: str | None = None if fill == "unknown" else fill
        if fill == "none":
            background = None if self._painted else paragraph.background
        fields, self._fields = self._fields, []
        lines = self.blocks(content, background)
        self._fields = fields
        paragraph.boxes.append((where, lines))

    def _text_path(self, element: Element, paragraph: _Paragraph) -> None:
        parent = element.getparent()
        watermark = parent is not None and "WaterMark" in (parent.get("id") or "")
        if element.get("string") and not watermark:
            self._emit(f"{element.get('string')}\n", paragraph)

    def _diagram(self, element: Element, paragraph: _Paragraph) -> None:
        root = self._related(element.get(f"{R}dm") or "")
        if root is not None:
            self._add_words(diagram_lines(root), paragraph)

    def _chart(self, element: Element, paragraph: _Paragraph) -> None:
        root = self._related(element.get(f"{R}id") or "")
        if root is not None:
            self._add_words(chart_lines(root), paragraph)

    def _add_words(self, lines: list[str], paragraph: _Paragraph) -> None:
        self._flow.count(sum(map(len, lines)))
        if self._forced is None:
            paragraph.boxes.append((None, lines))


def _choice(element: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` to read: the modern one when it holds anything, never both."""
    choices = [choice for choice in element.iterfind(f"{MC}Choice") if len(choice)]
    return choices[0] if choices else element.find(f"{MC}Fallback")


def _through(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those that a content control or a revision is wrapped around."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            yield from _through(child, tag)


def _paragraph_technique(properties: Element | None) -> str | None:
    if properties is None:
        return None
    if _is_exactly_tiny(properties.find(f"{W}spacing"), "lineRule", "line"):
        return "clipped"
    indent = properties.find(f"{W}ind")
    left = number(val(indent, "left") or val(indent, "start"))
    return "off-page" if left is not None and left <= -_OFF_PAGE_INDENT else None


def _is_exactly_tiny(element: Element | None, rule: str, amount: str) -> bool:
    height = number(val(element, amount))
    return val(element, rule) == "exact" and height is not None and 0 < height <= _CLIPPING_LINE


def _in_reading_order(boxes: list[tuple[Placement | None, list[str]]]) -> list[list[str]]:
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
