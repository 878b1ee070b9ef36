"""Reads what stands inside a paragraph of a DOCX: runs, fields, revisions and drawings."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from aimatch.readers.docx.boxes import Box, Placement, in_reading_order, member_placement, placement, vml_placement
from aimatch.readers.docx.drawing import chart_lines, diagram_lines, shape_fill
from aimatch.readers.docx.names import DGM, MC, WP, WPG, WPS, C, M, R, V, W, is_on, val
from aimatch.readers.docx.styles import Look, Styles
from aimatch.readers.flow import Flow

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(slots=True, kw_only=True)
class Paragraph:
    """What has been read of one paragraph so far."""

    look: Look
    background: str | None
    pieces: list[str] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)
    page_before: bool = False
    page_after: bool = False

    def page_end(self) -> None:
        """Mark the end of a page: before the paragraph's line when nothing has been read yet, behind it otherwise."""
        if any(piece.strip() for piece in self.pieces):
            self.page_after = True
        else:
            self.page_before = True


class InlineReader(ABC):
    """The state of reading one part, and what it does with each element of a paragraph."""

    def __init__(
        self,
        *,
        part: str,
        flow: Flow,
        styles: Styles,
        related: Callable[[str], Element | None],
        page: tuple[float, float],
        page_mark: str | None = None,
        painted: bool = False,
    ) -> None:
        self._part = part
        self._flow = flow
        self._styles = styles
        self._related = related
        self._page = page
        self._page_mark = page_mark
        self._painted = painted
        self._count = 0
        self._fields: list[bool] = []
        self._forced: str | None = None
        self.footnotes: list[tuple[str, str]] = []
        self._inline: dict[str, Callable[[Element, Paragraph], None]] = {
            f"{W}r": self._run,
            f"{W}sdt": self._control,
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
            f"{WPG}wgp": self._group,
            f"{WPG}grpSp": self._group,
            f"{V}group": self._group,
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

    @abstractmethod
    def blocks(self, container: Element, background: str | None) -> list[str]:
        """The lines of everything in a body, cell, text box, header or note."""

    # ------------------------------------------------------------------------------------------------ runs
    def _children(self, element: Element, paragraph: Paragraph) -> None:
        for child in element:
            handler = self._inline.get(child.tag) if isinstance(child.tag, str) else None
            if handler is not None:
                handler(child, paragraph)
            elif len(child):
                self._children(child, paragraph)

    def _control(self, control: Element, paragraph: Paragraph) -> None:
        if not self._unfilled(control):
            self._children(control, paragraph)

    def _unfilled(self, element: Element) -> bool:
        """Whether a content control still shows its template's words ("Name a skill, for example Python"), which are nobody's."""
        shown = element.find(f"{W}sdtPr/{W}showingPlcHdr")
        if shown is None or not is_on(shown):
            return False
        self._flow.note("fields of the template that are not filled in were left out")
        return True

    def _run(self, run: Element, paragraph: Paragraph) -> None:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return self._shown(run, paragraph, paragraph.look)
        character = self._styles.character(val(properties.find(f"{W}rStyle")))
        return self._shown(run, paragraph, paragraph.look.under(character).under(self._styles.look(properties)))

    def _shown(self, run: Element, paragraph: Paragraph, look: Look) -> None:
        with self._hiding(look.technique(paragraph.background)):
            self._children(run, paragraph)

    def _emit(self, text: str, paragraph: Paragraph) -> None:
        if self._forced is None and all(self._fields):
            if not text.isspace():
                self._flow.seal(text)
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

    def _text(self, element: Element, paragraph: Paragraph) -> None:
        if element.text:
            self._emit(element.text.replace("\n", " "), paragraph)

    def _deleted_text(self, element: Element, paragraph: Paragraph) -> None:
        with self._hiding("revision"):
            self._text(element, paragraph)

    def _deleted(self, element: Element, paragraph: Paragraph) -> None:
        with self._hiding("revision"):
            self._children(element, paragraph)

    def _field(self, element: Element, paragraph: Paragraph) -> None:
        kind = val(element, "fldCharType")
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _break(self, element: Element, paragraph: Paragraph) -> None:
        kind = val(element, "type")
        if kind == "page" and self._page_mark == "br":
            paragraph.page_end()
        self._emit("\n", paragraph)

    def _rendered_break(self, element: Element, paragraph: Paragraph) -> None:
        if self._page_mark == "rendered":
            paragraph.page_end()

    def _symbol(self, element: Element, paragraph: Paragraph) -> None:
        try:
            code = int(val(element, "char") or "", 16)
        except ValueError:
            return
        if 0x20 <= code <= 0xFFFF and not 0xD800 <= code <= 0xDFFF:
            self._emit(chr(code), paragraph)

    def _footnote(self, element: Element, paragraph: Paragraph) -> None:
        if isinstance(element.tag, str):
            self.footnotes.append((element.tag.removeprefix(W).removesuffix("Reference"), val(element, "id") or ""))

    # ------------------------------------------------------------------------------------------------ drawings
    def _alternate(self, element: Element, paragraph: Paragraph) -> None:
        chosen = choice(element)
        if chosen is not None:
            self._children(chosen, paragraph)

    def _drawing(self, anchor: Element, paragraph: Paragraph) -> None:
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
        # One box, or one group of them, is the whole drawing and has the drawing's place.
        if len(paragraph.boxes) == first + 1:
            paragraph.boxes[first] = (where, paragraph.boxes[first][1])

    def _group(self, group: Element, paragraph: Paragraph) -> None:
        boxes, paragraph.boxes = paragraph.boxes, []
        where = vml_placement(group) if group.tag == f"{V}group" else None
        with self._hiding("layer" if where is not None and where.hidden else None):
            self._children(group, paragraph)
        if paragraph.boxes:
            boxes.append((where, in_reading_order(paragraph.boxes)))
        paragraph.boxes = boxes

    def _shape(self, shape: Element, paragraph: Paragraph) -> None:
        for content in shape.iterfind(f"{WPS}txbx/{W}txbxContent"):
            self._box(content, paragraph, member_placement(shape), shape_fill(shape, self._styles.theme))

    def _vml_shape(self, shape: Element, paragraph: Paragraph) -> None:
        where = vml_placement(shape)
        with self._hiding("layer" if where.hidden else "off-page" if where.is_off(self._page) else None):
            for child in shape:
                if child.tag == f"{V}textbox":
                    for content in child.iterfind(f"{W}txbxContent"):
                        self._box(content, paragraph, where, shape_fill(shape, self._styles.theme))
                elif child.tag == f"{V}textpath":
                    self._text_path(child, paragraph)

    def _box(self, content: Element, paragraph: Paragraph, where: Placement | None, fill: str) -> None:
        background: str | None = None if fill == "unknown" else fill
        if fill == "none":
            background = None if self._painted else paragraph.background
        fields, self._fields = self._fields, []
        lines = self.blocks(content, background)
        self._fields = fields
        paragraph.boxes.append((where, lines))

    def _text_path(self, element: Element, paragraph: Paragraph) -> None:
        parent = element.getparent()
        watermark = parent is not None and "WaterMark" in (parent.get("id") or "")
        if element.get("string") and not watermark:
            self._emit(f"{element.get('string')}\n", paragraph)

    def _diagram(self, element: Element, paragraph: Paragraph) -> None:
        root = self._related(element.get(f"{R}dm") or "")
        if root is not None:
            self._add_words(diagram_lines(root), paragraph)

    def _chart(self, element: Element, paragraph: Paragraph) -> None:
        root = self._related(element.get(f"{R}id") or "")
        if root is not None:
            self._add_words(chart_lines(root), paragraph)

    def _add_words(self, lines: list[str], paragraph: Paragraph) -> None:
        self._flow.count(sum(map(len, lines)))
        if self._forced is None:
            paragraph.boxes.append((None, lines))


def choice(element: Element) -> Element | None:
    """The branch of an ``mc:AlternateContent`` to read: the modern one when it holds anything, never both."""
    choices = [choice for choice in element.iterfind(f"{MC}Choice") if len(choice)]
    return choices[0] if choices else element.find(f"{MC}Fallback")
