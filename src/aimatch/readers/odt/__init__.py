"""Reads ODT (OpenDocument 1.3, ISO 26300): headers, body, notes and footers in the order of the page.

Hidden, and reported as such: ``text:display="none"``, tiny or background-coloured text, deleted text, comments,
long descriptions of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from aimatch.errors import EncryptedFile, ReadError
from aimatch.model import Document
from aimatch.readers.archive import Archive, parse_xml
from aimatch.readers.flow import BULLET, GAP, HEADING_LENGTH, PAGE_END, Flow
from aimatch.readers.limits import Limits
from aimatch.readers.odt.styles import DRAW, OFFICE, PLAIN, STYLE, SVG, TABLE, TEXT, Look, Styles
from aimatch.readers.table import join_rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MOST_SPACES = 1_000


def read(data: bytes, name: str | None, limits: Limits) -> Document:
    """What a person sees in an OpenDocument text.

    Raises:
        ReadError: It is damaged or holds no text document.
        LimitExceeded: It unpacks to more than ``limits`` allow.
        EncryptedFile: It is protected by a password.
    """
    flow = Flow(name=name, limits=limits)
    if data.startswith(b"PK"):
        archive = Archive(data, name=name, limits=limits)
        if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise EncryptedFile("is protected by a password", source=name, remedy="save it without a password")
        if "content.xml" not in archive:
            raise ReadError("holds no content.xml", source=name, remedy="save it again, or export it as PDF")
        roots = [archive.xml("content.xml")]
        if "styles.xml" in archive:
            roots.append(archive.xml("styles.xml"))
    else:
        roots = [parse_xml(data, name=name, place="content")]
    body = roots[0].find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise ReadError("holds no text document", source=name, remedy="save it as ODT, DOCX or PDF")
    reader = _Reader(flow, roots)
    for margin in ("header", "footer"):
        if margin == "footer":
            flow.lines(reader.blocks(body))
            flow.gap()
            flow.lines(reader.notes)
        flow.gap()
        for part in dict.fromkeys(part for root in roots for part in root.iter(f"{STYLE}{margin}")):
            flow.lines(reader.blocks(part))
        flow.gap()
    return flow.document(format="odt", data=data)


class _Reader:
    def __init__(self, flow: Flow, roots: list[Element]) -> None:
        self._flow = flow
        self._styles = Styles(roots)
        self._background: str | None = self._styles.page_background(roots)
        self._pieces: list[str] = []
        self._boxes: list[list[str]] = []
        self._forced: str | None = None
        self._lists: list[tuple[str, int]] = []
        self._count = 0
        self.notes: list[str] = []
        self._block: dict[str, Callable[[Element], list[str]]] = {
            f"{TEXT}p": self._paragraph,
            f"{TEXT}h": self._paragraph,
            f"{TEXT}list": self._list,
            f"{TABLE}table": self._table,
            f"{TEXT}section": self._section,
            f"{TEXT}tracked-changes": self._changes,
            f"{TEXT}soft-page-break": lambda element: [PAGE_END],
        }

    # ------------------------------------------------------------------------------------------------ blocks
    def blocks(self, container: Element) -> list[str]:
        """The lines of a body, cell, box, note, header or footer."""
        lines: list[str] = []
        for child in container:
            if not isinstance(child.tag, str):
                continue
            if child.tag in self._block:
                lines += self._block[child.tag](child)
            elif child.tag.startswith(DRAW):
                self._inline(child, PLAIN)
                lines += self._take_boxes()
            elif len(child) and not child.tag.startswith((OFFICE + "forms", TEXT + "sequence", TEXT + "variable")):
                lines += self.blocks(child)
        return lines

    def _take_boxes(self) -> list[str]:
        boxes, self._boxes = self._boxes, []
        return [line for box in boxes for line in [GAP, *box, GAP]]

    def _paragraph(self, element: Element) -> list[str]:
        self._count += 1
        style = element.get(f"{TEXT}style-name")
        before, self._pieces = self._pieces, []
        background = self._background
        fill = self._styles.painted("paragraph", style, "paragraph-properties")
        if fill not in (None, "transparent"):
            self._background = fill
        boxes, self._boxes = self._boxes, []
        self._inline(element, self._styles.default.under(self._styles.look("paragraph", style)))
        self._background = background
        text, self._pieces = "".join(self._pieces), before
        self._flow.count(len(text))
        heading = element.tag == f"{TEXT}h" or (len(text) <= HEADING_LENGTH and self._styles.is_ruled(style))
        lines = [GAP] if heading and text.strip() else []
        if text.strip():
            for page, part in enumerate(text.split(PAGE_END)):
                lines += [PAGE_END] * (page > 0) + part.split("\n")
        elif not self._boxes:
            lines.append(GAP)
        lines += self._take_boxes()
        self._boxes = boxes
        return lines

    def _list(self, element: Element) -> list[str]:
        outer = self._lists[-1] if self._lists else ("", 0)
        name = element.get(f"{TEXT}style-name") or outer[0]
        level = outer[1] + 1
        self._lists.append((name, level))
        is_bullet = self._styles.is_bullet(name, level)
        lines: list[str] = []
        number = 0
        for item in element:
            inner = self.blocks(item)
            first = next((at for at, line in enumerate(inner) if line.strip()), None)
            plain = any(child.tag in {f"{TEXT}p", f"{TEXT}h"} for child in item)
            if first is not None and plain and item.tag == f"{TEXT}list-item":
                number += 1
                inner[first] = (BULLET if is_bullet else f"{number}. ") + inner[first].lstrip()
            lines += inner
        self._lists.pop()
        return lines

    def _section(self, element: Element) -> list[str]:
        before = self._forced
        if element.get(f"{TEXT}display") == "none":
            self._forced = before or "style"
        lines = self.blocks(element)
        self._forced = before
        return lines

    def _changes(self, element: Element) -> list[str]:
        before, self._forced = self._forced, self._forced or "revision"
        for deletion in element.iter(f"{TEXT}deletion"):
            self.blocks(deletion)
        self._forced = before
        return []

    def _table(self, table: Element) -> list[str]:
        rows = [[self._cell(cell) for cell in _through(row, "table-cell")] for row in _through(table, "table-row")]
        return [GAP, *join_rows(rows), GAP]

    def _cell(self, cell: Element) -> list[str]:
        background = self._background
        fill = self._styles.painted("table-cell", cell.get(f"{TABLE}style-name"), "table-cell-properties")
        if fill not in (None, "transparent"):
            self._background = fill
        lines = self.blocks(cell)
        self._background = background
        return lines

    # ------------------------------------------------------------------------------------------------ text
    def _inline(self, element: Element, look: Look) -> None:
        self._emit(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, look)
            self._emit(child.tail, look)

    def _child(self, child: Element, look: Look) -> None:
        tag = str(child.tag)
        if tag == f"{TEXT}span":
            self._inline(child, look.under(self._styles.look("text", child.get(f"{TEXT}style-name"))))
        elif tag in {f"{TEXT}tab", f"{TEXT}line-break"}:
            self._emit("\t" if tag == f"{TEXT}tab" else "\n", look)
        elif tag == f"{TEXT}s":
            count = child.get(f"{TEXT}c", "1")
            self._emit(" " * (min(int(count), _MOST_SPACES) if count.isdecimal() else 1), look)
        elif tag == f"{TEXT}soft-page-break":
            self._pieces.append(PAGE_END)
        elif tag == f"{OFFICE}annotation":
            self._aside(child, "comment")
        elif tag == f"{TEXT}note":
            body = child.find(f"{TEXT}note-body")
            self.notes += [] if body is None else self.blocks(body)
        elif tag in {f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"}:
            self._conditional(child, look)
        elif tag in {f"{SVG}title", f"{SVG}desc"}:
            self._flow.attribute("".join(child.itertext()), place="description of a picture or shape")
        elif tag in {f"{DRAW}text-box", f"{DRAW}custom-shape", f"{DRAW}rect", f"{DRAW}ellipse"}:
            self._box(child)
        elif tag not in {f"{TEXT}ruby-text", f"{OFFICE}event-listeners", f"{OFFICE}annotation-end"}:
            self._inline(child, look)

    def _conditional(self, child: Element, look: Look) -> None:
        if child.get(f"{TEXT}is-hidden") == "true":
            self._aside(child, "style")
        else:
            self._inline(child, look)

    def _aside(self, element: Element, technique: str) -> None:
        words = "\n".join("".join(part.itertext()) for part in element.iter(f"{TEXT}p")) or "".join(element.itertext())
        self._flow.count(len(words))
        self._flow.seal()
        self._flow.hide(words, technique=technique, place=f"paragraph {self._count}")
        self._flow.seal()

    def _box(self, element: Element) -> None:
        background, self._background = self._background, None
        boxes, self._boxes = self._boxes, []
        lines = self.blocks(element)
        self._background = background
        self._boxes = [*boxes, lines]

    def _emit(self, text: str | None, look: Look) -> None:
        if not text:
            return
        if text not in {"\t", "\n"}:
            # White space in the file is laid out like in HTML; tabs, breaks and rows of blanks have elements.
            text = re.sub(r"[ \t\r\n]+", " ", text) if not text.isspace() or "\n" in text else text
        technique = self._forced or look.technique(self._background)
        if technique:
            self._flow.count(len(text))
            self._flow.hide(text, technique=technique, place=f"paragraph {self._count}")
            return
        if not text.isspace():
            self._flow.seal(text)
        self._pieces.append(text)


def _through(element: Element, kind: str) -> list[Element]:
    """The rows of a table or the cells of a row, groups and headers of them looked into, repeats not repeated."""
    found: list[Element] = []
    for child in element:
        if child.tag == f"{TABLE}{kind}":
            found.append(child)
        elif child.tag in {f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"}:
            found += _through(child, kind)
    return found
