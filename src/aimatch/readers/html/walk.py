"""Walks the elements of an HTML page and lays their text out in lines."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from aimatch.errors import LimitExceeded
from aimatch.readers.flow import BULLET, GAP, Flow
from aimatch.readers.html.css import Sheet
from aimatch.readers.html.room import beside_date, in_turn, is_pair_grid, stands_apart
from aimatch.readers.html.sight import Sight, step
from aimatch.readers.limits import Limits
from aimatch.readers.table import dated_entry, is_margin, join_rows

if TYPE_CHECKING:
    from lxml.html import HtmlElement as Element

# A line of its own, and what also parts blocks.
_LINES = frozenset(
    ["address", "blockquote", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form",
     "legend", "li", "p", "pre", "tr"]
)  # fmt: skip
_BLOCKS = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article", "header", "footer", "main",
     "aside", "nav", "hr", "details", "summary", "body"]
)  # fmt: skip
_SKIPPED = frozenset(
    ["script", "style", "head", "title", "meta", "link", "base", "object", "embed", "video", "audio", "canvas",
     "iframe", "frameset", "noframes", "param", "source", "track", "area", "map", "datalist"]
)  # fmt: skip
_UNSEEN = frozenset({"template", "noscript"})
_BLOCK_DISPLAYS = ("block", "flex", "grid", "list-item", "table", "table-row", "flow-root")
_NEWLINE = "\x01"
_TAB = "\x02"
_MARKERS = dict.fromkeys([1, 2])
_SPACE = re.compile(r"[ \t\n\r\f]+")
# A tab within a line, as word processors save those of a tab stop; those that indent a page's source follow a line break.
_INNER_TAB = re.compile(r"(?:(?<=\S)|\A)\t+(?=\S)")
_MOST_COLUMNS = 1_000


class Walker:
    """Lays out one page. Text that is not seen goes to the flow's hidden text."""

    def __init__(
        self, *, flow: Flow, sheet: Sheet, limits: Limits, name: str | None, left_out: frozenset[Element]
    ) -> None:
        self._left_out = left_out
        self._flow = flow
        self._sheet = sheet
        self._limits = limits
        self._name = name
        self._lines: list[str] = []
        self._pieces: list[str] = []
        #: What floats to the right end of the line that is being laid out.
        self._right: list[str] = []
        self._marker = ""
        self._depth = 0

    def lines(self, element: Element, sight: Sight) -> list[str]:
        """The lines of an element and everything in it."""
        outer, self._lines = self._lines, []
        pieces, self._pieces = self._pieces, []
        right, self._right = self._right, []
        marker, self._marker = self._marker, ""
        self._element(element, sight)
        self._break()
        found, self._lines, self._pieces, self._marker = self._lines, outer, pieces, marker
        self._right = right
        return found

    # ------------------------------------------------------------------------------------------------ elements
    def _element(self, element: Element, sight: Sight) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag:
            self.comment(element)
            return
        tag = tag.lower()
        if tag in _SKIPPED or element in self._left_out:
            return
        self._depth += 1
        if self._depth > self._limits.max_depth:
            raise LimitExceeded(
                f"nests its elements deeper than {self._limits.max_depth} levels",
                source=self._name,
                place=f"line {element.sourceline}",
                remedy="raise Limits.max_depth if this is a resume",
            )
        said = self._sheet.of(element)
        if said or element.attrib:
            sight = step(sight, element, said)
        elif sight.flex:
            sight = replace(sight, flex=False)
        if tag in _UNSEEN and sight.technique is None:
            sight = replace(sight, technique="style", place=f"<{tag}>, line {element.sourceline}")
        elif tag == "dialog" and "open" not in element.attrib and "display" not in said and sight.technique is None:
            sight = replace(sight, technique="style", place=f"closed <dialog>, line {element.sourceline}")
        elif tag == "del" and sight.technique is None:
            sight = replace(sight, technique="revision", place=f"<del>, line {element.sourceline}")
        self._open(element, tag, sight, said)
        self._depth -= 1

    def _open(self, element: Element, tag: str, sight: Sight, said: dict[str, str]) -> None:
        hidden = sight.hides() is not None
        display = said.get("display", "")
        is_block = tag in _BLOCKS and not (tag in {"ul", "ol"} and _is_in_item(element))
        is_line = tag in _BLOCKS or tag in _LINES or display.startswith(_BLOCK_DISPLAYS)
        if display.startswith("inline") and tag not in _BLOCKS:
            is_line = False
        if hidden:
            is_block = is_line = False
        apart = not is_line and not hidden and bool(said) and stands_apart(said)
        floats = not is_line and not hidden and said.get("float") == "right"
        if is_line:
            self._break(gap=is_block)
        elif apart and not floats:
            self._text(" ", sight)
        begun = len(self._pieces)
        self._special(element, tag, sight)
        if tag == "table" and not hidden:
            self._table(element, sight)
        elif is_line and not hidden and (sight.flex or is_pair_grid(said)) and self._pairs(element, sight):
            pass
        else:
            self._content(element, tag, sight)
        if is_line:
            # A heading stays with what it heads.
            self._break(gap=is_block and not re.fullmatch("h[1-6]|summary", tag))
        elif floats:
            self._float(begun)
        elif apart:
            self._text(" ", sight)

    def _float(self, begun: int) -> None:
        """Move the pieces behind ``begun`` to the end of the line, where a page shows what floats to the right."""
        pieces = self._pieces[begun:]
        if any(map(str.strip, pieces)) and _NEWLINE not in pieces:
            del self._pieces[begun:]
            self._right += [_TAB, *pieces]

    def _special(self, element: Element, tag: str, sight: Sight) -> None:
        if tag == "br":
            self._set_right()
            self._text(_NEWLINE, sight)
        elif tag == "li" and sight.hides() is None:
            self._marker = self._list_sign(element)
        elif tag == "img":
            self._attribute(element, "alt")
        elif tag == "input" and element.get("value"):
            kind = (element.get("type") or "text").lower()
            if kind == "hidden":
                self._attribute(element, "value")
            elif kind in {"text", "email", "tel", "url", "button", "submit"}:
                self._text(f" {element.get('value')} ", sight)
        elif element.get("aria-label"):
            self._attribute(element, "aria-label")

    def _list_sign(self, element: Element) -> str:
        parent = element.getparent()
        if parent is None or parent.tag != "ol":
            return BULLET
        items = [child for child in parent if child.tag == "li"]
        start = parent.get("start") or "1"
        first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
        return f"{first + items.index(element)}. " if len(items) <= _MOST_COLUMNS else BULLET

    def _content(self, element: Element, tag: str, sight: Sight) -> None:
        if tag in {"pre", "textarea"}:
            sight = replace(sight, preformatted=True)
        self._text(element.text, sight)
        above = None
        for child in element:
            if sight.flex and isinstance(child.tag, str) and any(map(str.strip, self._pieces)):
                self._text(_TAB, sight)
            elif above is not None and (room := beside_date(above, child)):
                self._text(_TAB if room == "\t" else room, sight)
            above = child if above is None or len(child) or child.text or child.tail else above
            self._element(child, sight)
            self._text(child.tail, sight)

    def _pairs(self, element: Element, sight: Sight) -> bool:
        """Lay out the two sides of a row, or of each row of a grid, where a side has lines; False if there are no such."""
        sides = [child for child in element if isinstance(child.tag, str)]
        loose = [element.text, *(child.tail for child in element)]
        if len(sides) % 2 or (sight.flex and len(sides) > 2) or any(map(str.strip, filter(None, loose))):
            return False
        if not any(map(len, sides)):
            return False
        below = replace(sight, flex=False)
        rows: list[str] = []
        for left, right in zip(sides[::2], sides[1::2], strict=True):
            cells = [self.lines(left, below), self.lines(right, below)]
            cells = [[line for line in cell if line != GAP] for cell in cells] if all(map(is_margin, cells)) else cells
            rows += dated_entry(cells) or in_turn(cells)
        if rows:
            rows[0], self._marker = self._marker + rows[0], ""
        self._lines += rows
        for child in element:
            if not isinstance(child.tag, str):
                self.comment(child)
        return True

    # ------------------------------------------------------------------------------------------------ text
    def _text(self, text: str | None, sight: Sight) -> None:
        if not text:
            return
        self._flow.count(len(text))
        hides = sight.hides()
        if hides is not None:
            if text not in {_NEWLINE, _TAB}:
                self._flow.hide(f"{text} " if sight.technique else text, technique=hides[0], place=hides[1])
            return
        if text not in {_NEWLINE, _TAB}:
            text = text.translate(_MARKERS)
            if "\t" in text:
                text = _INNER_TAB.sub(_TAB, text)
            if not text.isspace():
                self._flow.seal(text)
            if sight.preformatted:
                text = text.replace("\r\n", "\n").replace("\n", _NEWLINE).replace("\t", _TAB)
        self._pieces.append(text)

    def _break(self, gap: bool = False) -> None:
        """End the line, and the block if there is a ``gap``."""
        self._set_right()
        text = _SPACE.sub(" ", "".join(self._pieces))
        self._pieces = []
        lines = [line.strip() for line in text.replace(_TAB, "\t").split(_NEWLINE)]
        if any(lines):
            while not lines[0]:
                del lines[0]
            while not lines[-1]:
                del lines[-1]
            lines[0] = self._marker + lines[0]
            self._marker = ""
            self._lines += lines
        if gap:
            self._lines.append(GAP)

    def _set_right(self) -> None:
        self._pieces += self._right
        self._right = []

    def comment(self, element: Element) -> None:
        """Add a comment to the hidden text, unless it is markup of a tool."""
        from lxml import etree

        words = (element.text or "").strip() if element.tag is etree.Comment else ""
        # Conditional comments of Office and comments of a build tool are markup.
        if words and not words.startswith("[if") and not words.startswith("<![") and " " in words:
            self._flow.count(len(words))
            self._flow.seal()
            self._flow.hide(words, technique="comment", place=f"comment, line {element.sourceline}")
            self._flow.seal()

    def _attribute(self, element: Element, name: str) -> None:
        self._flow.attribute(element.get(name) or "", place=f"{name} of <{element.tag}>, line {element.sourceline}")

    # ------------------------------------------------------------------------------------------------ tables
    def _table(self, table: Element, sight: Sight) -> None:
        rows: list[list[list[str]]] = []
        caption: list[str] = []
        for part, part_sight in self._rows(table, sight):
            if part.tag == "caption":
                caption += self.lines(part, part_sight)
                continue
            said = self._sheet.of(part)
            row_sight = step(part_sight, part, said) if said or part.attrib else part_sight
            if row_sight.hides() is not None:
                self._content(part, "tr", row_sight)
                continue
            rows.append([self.lines(cell, row_sight) for cell in part if cell.tag in {"td", "th"}][:_MOST_COLUMNS])
        self._lines += [*caption, *join_rows(rows)]

    def _rows(self, table: Element, sight: Sight) -> list[tuple[Element, Sight]]:
        found: list[tuple[Element, Sight]] = []
        for child in table:
            if child.tag in {"tr", "caption"}:
                found.append((child, sight))
            elif child.tag in {"thead", "tbody", "tfoot"}:
                said = self._sheet.of(child)
                below = step(sight, child, said) if said or child.attrib else sight
                found += [(row, below) for row in child if row.tag == "tr"]
            elif isinstance(child.tag, str) and child.tag not in {"colgroup", "col"}:
                # What a careless page puts between the rows is shown before the table.
                self._element(child, sight)
        return found


def _is_in_item(element: Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "li"
