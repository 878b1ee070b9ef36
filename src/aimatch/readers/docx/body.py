"""Walks the paragraphs, tables and text boxes of one DOCX part in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from aimatch.readers.docx.boxes import in_reading_order
from aimatch.readers.docx.inline import InlineReader, Paragraph, choice
from aimatch.readers.docx.names import MC, W, is_on, number, val
from aimatch.readers.docx.numbering import Numbering
from aimatch.readers.docx.styles import Styles, numbering_of
from aimatch.readers.flow import BULLET, GAP, HEADING_LENGTH, PAGE_END, Flow
from aimatch.readers.table import join_rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_CLIPPING_LINE = 40
"""Twentieths of a point: a line or row of exactly this height shows nothing of its text."""
_HEADING_WORDS = 5
_OFF_PAGE_INDENT = 14_400
"""Twentieths of a point (ten inches): text indented further to the left is off the page."""


class Walker(InlineReader):
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
        super().__init__(
            part=part,
            flow=flow,
            styles=styles,
            related=related,
            page=page,
            page_mark=page_mark,
            painted=painted,
        )
        self._numbering = numbering

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
            chosen = choice(element)
            return [] if chosen is None else self.blocks(chosen, background)
        if element.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}smartTag", f"{W}ins", f"{W}moveTo"}:
            return [] if self._unfilled(element) else self.blocks(element, background)
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
        paragraph = Paragraph(
            look=style.look,
            background=background if fill in (None, "auto") else fill,
        )
        with self._hiding(_paragraph_technique(properties)):
            self._children(element, paragraph)
        text = "".join(paragraph.pieces)
        self._flow.count(len(text))
        heading = style.heading
        if properties is not None:
            heading = heading or properties.find(f"{W}outlineLvl") is not None
            rule = properties.find(f"{W}pBdr/{W}bottom")
            # Some writers spell out on each paragraph that it has none.
            heading = heading or (rule is not None and val(rule) not in {"nil", "none"})
            if self._page_mark == "br" and is_on(properties.find(f"{W}pageBreakBefore")):
                paragraph.page_before = True
        # Some people write whole sentences in a heading's style; those are no headings.
        heading = heading and len(text) <= HEADING_LENGTH
        numbering = numbering_of(properties, style.numbering)
        if text.strip() and numbering is not None:
            label = self._numbering.label(numbering)
            heading = heading or (label == BULLET and _stands_out(element, text))
            # A sign before a heading is an ornament; as part of the line it would make an item of it.
            text = ("" if heading and label == BULLET else label) + text.lstrip()
        return self._assemble(text, heading, paragraph)

    def _assemble(self, text: str, heading: bool, paragraph: Paragraph) -> list[str]:
        lines = [PAGE_END] if paragraph.page_before else []
        if heading and text.strip():
            lines.append(GAP)
        if text.strip():
            lines += text.split("\n")
        elif not paragraph.boxes:
            lines.append(GAP)
        lines += in_reading_order(paragraph.boxes)
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


def _through(element: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or cells of a row, also those that a content control or a revision is wrapped around."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in {f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"}:
            yield from _through(child, tag)


def _stands_out(paragraph: Element, text: str) -> bool:
    """Whether a short paragraph is bold throughout, and in capitals or underlined: a heading behind a bullet."""
    if len(text.split()) > _HEADING_WORDS or any(letter.isdigit() for letter in text):
        return False
    underlined = True
    for run in paragraph.iterfind(f"{W}r"):
        if not "".join(run.itertext(f"{W}t")).strip():
            continue
        properties = run.find(f"{W}rPr")
        if properties is None or not is_on(properties.find(f"{W}b")):
            return False
        underlined = underlined and val(properties.find(f"{W}u")) not in {None, "none"}
    return underlined or text.isupper()


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
