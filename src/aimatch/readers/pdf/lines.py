"""One page's text as pieces with geometry, at the price of a few calls a line.

A piece is a stretch of one visual line without a wide gap inside: a whole line of prose, one cell of a table row, one
side of a two-column line. pdfium tells boxes by the character or by the text object ("rects"); asking for each
character would cost more than parsing the page did, so the boxes asked for are those of text objects where a page has
few, and those of the first and last character of each word where it has many.
"""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left, bisect_right

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.geometry import OBLIQUE_TURN, Frame, Piece
from aimatch.readers.pdf.words import (
    GAP_EM,
    LEFTWARD,
    groups_of,
    in_order,
    is_level,
    letter_spaced,
    without,
    words_of,
)

# A line this much wider than its page's usual letters would make it holds a gap inside one text object.
STRETCHED = 1.12
# Text that rises by more than this share of its length is oblique, as watermarks are.
OBLIQUE = 0.2

# pdfium puts U+FFFE where a hyphen ends a line, in place of the line break.
_LINE = re.compile(r"(?:[^\r\n\ufffe]+|\r(?!\n))+\ufffe?")
# A part of a word of a heading in spaced letters.
_SCRAP = re.compile(r"(?:\A| )[^\W\d_]{1,2}(?: |\Z)")
_WRITTEN_SPACE = re.compile(r"[ \xa0]*[\t\r][ \xa0\t\r]*")
_WRITTEN_HYPHEN = re.compile("-?\xad+\u2010?")
# Of letters printed twice in one place, as a shadow, pdfium keeps one, but not of ligatures.
_TWICE = re.compile("(ffi|ffl|ff|fi|fl)\\1")
_BREAK_MARKS = "\ufffe\xad"
# pdfium counts a character beyond U+FFFF, an emoji, as two; the second one has this place in the text.
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_SECOND = "\u2060"


_l, _t, _r, _b = (ctypes.c_double() for _ in range(4))
_L, _T, _R, _B = (ctypes.byref(value) for value in (_l, _t, _r, _b))
_matrix = (ctypes.c_float * 6)()
_MATRIX = ctypes.byref(_matrix)


class PageText:
    """The text of one page as pdfium gives it, with look-ups of places by index in that text."""

    def __init__(self, textpage: calls.Handle, frame: Frame) -> None:
        self.textpage = textpage
        self.frame = frame
        count = max(0, calls.count_chars(textpage))
        buffer = (ctypes.c_ushort * (count + 1))()
        got = calls.get_text(textpage, 0, count, ctypes.byref(buffer)) if count else 0
        written = bytes(memoryview(buffer)[: max(0, got - 1)]).decode("utf-16-le", "replace")
        beyond = len(written) < got - 1
        self.text = _BEYOND.sub(rf"\g<0>{_SECOND}", written) if beyond else written
        self.count = count
        # Characters without a Unicode value have an index but no place in the text; then indexes must be looked up.
        self.same = len(self.text) == count
        # Places before which a space stands in the file that pdfium left out; sorted.
        self.missing: list[int] = []
        # What stands where pdfium gives no readable character: by place, from a second opinion.
        self.instead: dict[int, str] = {found.end(): "" for found in _BEYOND.finditer(self.text)} if beyond else {}
        if self.same and _TWICE.search(self.text):
            self._drop_doubled()
        # Stretches whose glyphs show another text than the file claims, with the text shown.
        self.claims: list[tuple[int, int, str]] = []
        self.spans = [found.span() for found in _LINE.finditer(self.text)]
        self._leftward = not self.text.isascii() and LEFTWARD.search(self.text) is not None

    def _drop_doubled(self) -> None:
        for found in _TWICE.finditer(self.text):
            if self.box(found.start()) == self.box(found.end(1)):
                self.instead.update(dict.fromkeys(range(found.end(1), found.end()), ""))

    def index(self, place: int) -> int:
        """The character index for a place in :attr:`text`."""
        return place if self.same else int(calls.char_index(self.textpage, place))

    def size(self, place: int) -> float:
        """The type size at a place in :attr:`text`, in points as seen."""
        return self._size(self.index(place))

    def turn(self, place: int) -> int:
        """The direction of the text at a place in :attr:`text`; see ``Piece.turn``."""
        self._size(self.index(place))
        return self._turn()

    def box(self, place: int) -> tuple[float, float, float, float]:
        """The box of the character at a place in :attr:`text`: left, bottom, right, top in page coordinates."""
        calls.char_box(self.textpage, self.index(place), _L, _R, _B, _T)
        return _l.value, _b.value, _r.value, _t.value

    def origin(self, place: int) -> tuple[float, float]:
        """Where the character at a place in :attr:`text` begins on its baseline, in page coordinates."""
        calls.char_origin(self.textpage, self.index(place), _L, _B)
        return _l.value, _b.value

    def piece(self, start: int, end: int, shown: str) -> Piece:
        """The stretch of text as a piece that reads ``shown``."""
        boxes = [self.box(place) for place in range(start, end) if not self.text[place].isspace()]
        found: list[Piece] = []
        x0, x1 = min(box[0] for box in boxes), max(box[2] for box in boxes)
        self._add(found, start, end, (x0, self.origin(start)[1], x1), self.size(start), 0, joined=shown)
        return found[0]

    def pieces(self, hidden: list[tuple[int, int]]) -> list[Piece]:
        """The page's pieces in the order of the file, without the stretches of text in ``hidden`` (sorted)."""
        text, spans = self.text, self.spans
        if hidden:
            spans = without(spans, hidden)
        words = text.count(" ") + len(spans)
        rects = calls.count_rects(self.textpage, 0, -1)
        found: list[Piece] = []
        if rects > 1.2 * words or hidden:
            for start, end in spans:
                self._by_words(start, end, found)
        else:
            self._by_rects(spans, rects, found)
        return found

    # ------------------------------------------------------------------------------------------ by text objects
    def _by_rects(self, spans: list[tuple[int, int]], total: int, found: list[Piece]) -> None:
        textpage, get_rect = self.textpage, calls.get_rect
        boxes = []
        for number in range(total):
            get_rect(textpage, number, _L, _T, _R, _B)
            boxes.append((_l.value, _b.value, _r.value, _t.value))
        lines = []
        at = 0
        widths = []
        for start, end in spans:
            first = self.index(start)
            many = calls.count_rects(textpage, first, self.index(end - 1) - first + 1)
            mine = boxes[at : at + many]
            at += many
            if not mine:
                continue
            size = self._size(self._letter(start, end, first))
            x0, x1 = min(box[0] for box in mine), max(box[2] for box in mine)
            pace = (x1 - x0) / ((end - start) * size)
            odd = (
                self._spaced(start, end)
                or self._turn() != 0
                or "   " in self.text[start:end]  # an icon between two cells
                or (self._leftward and LEFTWARD.search(self.text, start, end) is not None)
            )
            lines.append((start, end, first, size, mine, x0, x1, pace, odd))
            if end - start > 20:
                widths.append(pace)
        if at != total:  # an object spans two lines: which box belongs to which line can't be told
            for start, end in spans:
                self._by_words(start, end, found)
            return
        usual = sorted(widths)[len(widths) // 2] if widths else 0.5
        for start, end, first, size, mine, x0, x1, pace, odd in lines:
            stretched = (pace - usual * STRETCHED) * (end - start) > GAP_EM
            if odd or stretched or (len(mine) > 1 and not is_level(mine, size)):
                self._by_words(start, end, found)
                continue
            calls.char_origin(textpage, first, _L, _B)
            self._add(found, start, end, (x0, _b.value, x1), size, 0)

    # ------------------------------------------------------------------------------------------ by words
    def _by_words(self, start: int, end: int, found: list[Piece]) -> None:
        textpage, text = self.textpage, self.text
        size = self._size(self._letter(start, end, self.index(start)))
        turn = self._turn()
        if turn != self.frame.turns or turn:
            self._turned(start, end, size, turn, found)
            return
        words = words_of(textpage, text, start, end, size, None if self.same else self.index)
        if not words:
            return
        spaced = letter_spaced(text, words, size, self.box) if len(words) > 1 and self._spaced(start, end) else None
        groups = [group for group, _ in spaced] if spaced else groups_of(text, words, size)
        for number, group in enumerate(groups):
            last = group[-1]
            if number:
                size = self._size(self.index(group[0].start))
                if turn := self._turn():  # upright text that pdfium takes for the rest of a level line
                    self._turned(group[0].start, end, size, turn, found)
                    return
            x0 = min(word.x0 for word in group) if len(group) > 1 else group[0].x0
            x1 = max(word.x1 for word in group) if len(group) > 1 else last.x1
            shown = spaced[number][1] if spaced else (in_order(text, group, self.origin) if self._leftward else None)
            self._add(found, group[0].start, last.end, (x0, group[0].y, x1), size, 0, joined=shown)

    def _spaced(self, start: int, end: int) -> bool:
        """Whether the letters of a line may be set apart: many stand alone, or some of one in capitals, or in pairs."""
        line = self.text[start:end]
        return 2.5 * (line.count(" ") + 1) > len(line) > 4 or (line.isupper() and _SCRAP.search(line) is not None)

    def _turned(self, start: int, end: int, size: float, turn: int, found: list[Piece]) -> None:
        """Text that does not run from left to right in the page's own coordinates: one piece, boxed whole."""
        boxes = []
        for place in range(start, end):
            if not self.text[place].isspace() and calls.char_box(self.textpage, self.index(place), _L, _R, _B, _T):
                boxes.append((_l.value, _b.value, _r.value, _t.value))
        if not boxes:
            return
        x0, y0 = min(box[0] for box in boxes), min(box[1] for box in boxes)
        x1, y1 = max(box[2] for box in boxes), max(box[3] for box in boxes)
        self._add(found, start, end, (x0, y0, x1), size, turn, y1)

    # ------------------------------------------------------------------------------------------ both
    def _size(self, index: int) -> float:
        calls.char_matrix(self.textpage, index, _MATRIX)
        scale = (_matrix[2] ** 2 + _matrix[3] ** 2) ** 0.5
        size = abs(calls.font_size(self.textpage, index)) * (scale or 1.0)
        return size if size > 0.1 else 0.1

    def _letter(self, start: int, end: int, first: int) -> int:
        """The index of a line's first letter: bullets are often set in another size, and the space that pdfium puts in
        behind an icon without a Unicode value has none."""
        text = self.text
        while text[start] == " " and start < end - 1:
            start, first = start + 1, self.index(start + 1)
        if end - start > 2 and not text[start].isalnum() and text[start + 1] in " \t":
            return self.index(start + 2)
        return first

    def _turn(self) -> int:
        """The direction of the character whose size was asked for last, in quarter turns as seen; see ``Piece.turn``."""
        a, b = _matrix[0], _matrix[1]
        if min(abs(a), abs(b)) > OBLIQUE * max(abs(a), abs(b)):
            return OBLIQUE_TURN
        own = 0 if abs(a) >= abs(b) else (3 if b > 0 else 1)
        if own == 0 and a < 0 and _matrix[3] < 0:
            own = 2
        return (own + self.frame.turns) % 4

    def written(self, start: int, end: int) -> str:
        """The page's text between two places, with the spaces and characters that pdfium could not give."""
        missing = self.missing
        if self.instead:
            return "".join(
                (" " if place in missing and place > start else "") + self.instead.get(place, self.text[place])
                for place in range(start, end)
            )
        if not missing:
            return self.text[start:end]
        parts = []
        for place in missing[bisect_right(missing, start) : bisect_left(missing, end)]:
            parts.append(self.text[start:place])
            start = place
        parts.append(self.text[start:end])
        return " ".join(parts)

    def _add(
        self,
        found: list[Piece],
        start: int,
        end: int,
        place: tuple[float, float, float],
        size: float,
        turn: int,
        top: float | None = None,
        joined: str | None = None,
    ) -> None:
        text = joined or self.written(start, end)
        if not text:  # an accent that its letter holds
            return
        # pdfium marks the hyphen-minus that breaks a word; some producers break it with the sign for a hyphen.
        soft = text[-1] in _BREAK_MARKS or (text[-1] == "\u2010" and text[-2:-1].islower())
        if soft:
            text = text[:-1]
            if text[-1:].isspace():  # "Example College -" ends with a dash
                text, soft = f"{text}-", False
        # Some producers write a space as tab, return and no-break space together, a hyphen as three kinds at once. A
        # soft hyphen inside a line is the font's visible hyphen: a page shows whatever it holds.
        if "\r" in text or "\t" in text:
            text = _WRITTEN_SPACE.sub(" ", text)
        if "\xad" in text:
            text = _WRITTEN_HYPHEN.sub("-", text)
        text = text.strip()
        if not text:
            return
        x0, base, x1 = place
        if top is None and not self.frame.turns:
            base = self.frame.top - base
            left = self.frame.left
            found.append(
                Piece(text, x0 - left, x1 - left, base - 0.8 * size, base + 0.22 * size, base, size, start, soft)
            )
            return
        upper = base + 0.8 * size if top is None else top
        lower = base - 0.22 * size if top is None else base
        seen = self.frame.place(x0, lower, x1, upper)
        level = seen[3] - (0.22 * size if turn == 0 else 0.0)
        found.append(Piece(text, seen[0], seen[2], seen[1], seen[3], level, size, start, soft, turn))
