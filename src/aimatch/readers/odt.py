"""Reads ODT (OpenDocument 1.3, ISO 26300): headers, body, notes and footers in the order of the page.

Hidden, and reported as such: ``text:display="none"``, tiny or background-coloured text, deleted text, comments,
long descriptions of pictures.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from aimatch.errors import EncryptedFile, ReadError
from aimatch.model import Document
from aimatch.readers.archive import Archive, parse_xml
from aimatch.readers.colour import BLACK, WHITE, is_unseen, parse_hex
from aimatch.readers.flow import BULLET, GAP, PAGE_END, Flow
from aimatch.readers.limits import Limits
from aimatch.readers.table import join_rows

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, TABLE, STYLE, DRAW, SVG, FO = (
    _NAMESPACE % name for name in ("office", "text", "table", "style", "drawing", "svg-compatible", "xsl-fo-compatible")
)
_POINTS = re.compile(r"([\d.]{1,12})(pt|in|cm|mm|px)$")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 28.35, "mm": 2.835, "px": 0.75}
_TINY = 1.5
_DEPTH = 30
_MOST_SPACES = 1_000
_MOST_REPEATS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """Properties of text; ``None`` where nothing is said. ``size`` in points."""

    colour: str | None = None
    fill: str | None = None
    size: float | None = None
    hidden: bool | None = None

    def under(self, other: _Look) -> _Look:
        said = {field.name: getattr(other, field.name) for field in fields(other)}
        return replace(self, **{name: value for name, value in said.items() if value is not None})

    def technique(self, background: str | None) -> str | None:
        if self.hidden:
            return "style"
        if self.size is not None and self.size <= _TINY:
            return "tiny"
        behind = self.fill if self.fill not in (None, "transparent") else background
        return "colour" if is_unseen(self.colour or BLACK, behind) else None


_PLAIN = _Look()


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
        self._styles: dict[tuple[str, str], Element] = {}
        self._looks: dict[tuple[str, str], _Look] = {}
        self._bullets: dict[str, dict[int, bool]] = {}
        self._default = _PLAIN
        for root in roots:
            for style in root.iter(f"{STYLE}style"):
                self._styles.setdefault((style.get(f"{STYLE}family", ""), style.get(f"{STYLE}name", "")), style)
            for default in root.iter(f"{STYLE}default-style"):
                if default.get(f"{STYLE}family") == "paragraph":
                    self._default = self._default.under(self._own_look(default))
            for listed in root.iter(f"{TEXT}list-style"):
                self._bullets[listed.get(f"{STYLE}name", "")] = {
                    int(level.get(f"{TEXT}level", "1")): not str(level.tag).endswith("number")
                    for level in listed
                    if level.get(f"{TEXT}level", "1").isdecimal()
                }
        self._background: str | None = self._page_background(roots)
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

    # ------------------------------------------------------------------------------------------------ styles
    def _own_look(self, style: Element) -> _Look:
        text = style.find(f"{STYLE}text-properties")
        if text is None:
            return _PLAIN
        size = _POINTS.match(text.get(f"{FO}font-size", ""))
        automatic = text.get(f"{STYLE}use-window-font-color") == "true"
        return _Look(
            colour=BLACK if automatic else parse_hex(text.get(f"{FO}color")),
            fill=_fill(text),
            size=float(size[1]) * _UNITS[size[2]] if size and size[1].count(".") < 2 and size[1] != "." else None,
            hidden={"none": True, "true": False}.get(text.get(f"{TEXT}display", "")),
        )

    def _chain(self, family: str, name: str | None) -> list[Element]:
        chain: list[Element] = []
        while name is not None and (family, name) in self._styles and len(chain) < _DEPTH:
            style = self._styles[family, name]
            if style in chain:
                break
            chain.append(style)
            name = style.get(f"{STYLE}parent-style-name")
        return chain[::-1]

    def _look(self, family: str, name: str | None) -> _Look:
        key = (family, name or "")
        if key not in self._looks:
            look = _PLAIN
            for style in self._chain(family, name):
                look = look.under(self._own_look(style))
            self._looks[key] = look
        return self._looks[key]

    def _painted(self, family: str, name: str | None, properties: str) -> str | None:
        for style in reversed(self._chain(family, name)):
            found = style.find(f"{STYLE}{properties}")
            if found is not None and (fill := _fill(found)) is not None:
                return fill
        return None

    def _page_background(self, roots: list[Element]) -> str | None:
        for root in roots:
            for graphic in root.iter(f"{STYLE}graphic-properties"):
                # A shape behind the text may carry text of any colour.
                if graphic.get(f"{STYLE}run-through") == "background":
                    return None
        for root in roots:
            for page in root.iter(f"{STYLE}page-layout-properties"):
                if (fill := _fill(page)) not in (None, "transparent"):
                    return fill
        return WHITE

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
                self._inline(child, _PLAIN)
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
        fill = self._painted("paragraph", style, "paragraph-properties")
        if fill not in (None, "transparent"):
            self._background = fill
        boxes, self._boxes = self._boxes, []
        self._inline(element, self._default.under(self._look("paragraph", style)))
        self._background = background
        text, self._pieces = "".join(self._pieces), before
        self._flow.count(len(text))
        lines = [GAP] if element.tag == f"{TEXT}h" and text.strip() else []
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
        is_bullet = self._bullets.get(name, {}).get(level, True)
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
        fill = self._painted("table-cell", cell.get(f"{TABLE}style-name"), "table-cell-properties")
        if fill not in (None, "transparent"):
            self._background = fill
        lines = self.blocks(cell)
        self._background = background
        return lines

    # ------------------------------------------------------------------------------------------------ text
    def _inline(self, element: Element, look: _Look) -> None:
        self._emit(element.text, look)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, look)
            self._emit(child.tail, look)

    def _child(self, child: Element, look: _Look) -> None:
        tag = str(child.tag)
        if tag == f"{TEXT}span":
            self._inline(child, look.under(self._look("text", child.get(f"{TEXT}style-name"))))
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

    def _conditional(self, child: Element, look: _Look) -> None:
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

    def _emit(self, text: str | None, look: _Look) -> None:
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
            self._flow.seal()
        self._pieces.append(text)


def _fill(properties: Element) -> str | None:
    """The colour that properties paint behind text: six digits, ``transparent``, or ``None`` when nothing is said."""
    said = properties.get(f"{FO}background-color")
    return "transparent" if said == "transparent" else parse_hex(said)


def _through(element: Element, kind: str) -> list[Element]:
    """The rows of a table or the cells of a row, groups and headers of them looked into, repeats not repeated."""
    found: list[Element] = []
    for child in element:
        if child.tag == f"{TABLE}{kind}":
            found.append(child)
        elif child.tag in {f"{TABLE}table-header-rows", f"{TABLE}table-rows", f"{TABLE}table-row-group"}:
            found += _through(child, kind)
    return found
