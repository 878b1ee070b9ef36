"""A second opinion by pdfminer.six, for characters and pages that pdfium can't read.

pdfminer is an order of magnitude slower, so it is asked only where pdfium's text shows that it failed: control
characters where letters should be (ligatures of fonts without Unicode values), replacement characters, pages with text
objects but without text. It reads glyph names that pdfium does not look at, and never believes an ActualText.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice
from typing import Any

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.lines import PageText

_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
# An unreadable character beside a letter is a part of a word; alone it is most often an icon.
_IN_WORD = re.compile(
    r"[^\W\d_] ?[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd][^\W\d_]"
)
# A glyph stands for up to this many letters honestly ("ffi", "fft"); claims this much like the glyphs are honest; lies
# shorter than this are the names of icons and logos.
_LONGEST_LIGATURE = 3
_ALIKE = 0.6
_LEAST_LIE = 8
# More letters to a glyph than the longest sign (an icon with an address for its name) could be said to have.
_CROWD = 8
_MOST_UNREADABLE = 0.3
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())
_LEAST_JUDGED = 300
_FEWEST_VOWELS = 0.2
# Letters of Armenian to Sinhala, of Georgian, Ethiopic and Cherokee between two small Latin ones; scripts that are written
# without spaces, and Greek and Cyrillic, do stand beside them.
_FAR = re.compile("[\u0531-\u0dff\u10a0-\u10ff\u1200-\u13ff]")
_STREWN = re.compile(f"[a-z\u00df-\u00ff]{_FAR.pattern}{{1,2}}[a-z\u00df-\u00ff]")
_LEAST_STREWN = 3
# Two readers place the same character within this (points).
_SAME_PLACE = 1.0


class SecondOpinion:
    """What pdfminer reads of the pages of one file, which it parses when it is first asked; fonts are kept from page to
    page."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._opened: tuple[Any, Any] | None = None

    def layout(self, number: int, *, lines: bool = False) -> tuple[Any, tuple[float, float]] | None:
        """The layout of page ``number`` (from 1), and the corner of its media box, which pdfminer moves to the origin.

        Letters stand as they are painted; with ``lines`` they are put together to lines, which takes as long again.
        ``None`` where pdfminer can't read the page.
        """
        from pdfminer.converter import PDFPageAggregator
        from pdfminer.layout import LAParams
        from pdfminer.pdfdocument import PDFDocument
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
        from pdfminer.pdfpage import PDFPage
        from pdfminer.pdfparser import PDFParser

        logging.getLogger("pdfminer").setLevel(logging.ERROR)
        try:
            if self._opened is None:
                self._opened = PDFDocument(PDFParser(io.BytesIO(self._data))), PDFResourceManager()
            document, resources = self._opened
            page = next(islice(PDFPage.create_pages(document), number - 1, None), None)
            if page is None:
                return None
            device = PDFPageAggregator(resources, laparams=LAParams() if lines else None)
            PDFPageInterpreter(resources, device).process_page(page)
            left, bottom, _, _ = page.mediabox
            return device.get_result(), (float(left), float(bottom))
        except Exception:  # pdfminer raises whatever a broken file makes it stumble on; pdfium's reading then stands
            return None


def needed(text: str) -> bool:
    """Whether the page's text shows that pdfium could not read some of it."""
    # Most pages hold no such character, which the plain search tells ten times as fast as the one beside letters.
    if _UNREADABLE.search(text) is None:
        return False
    return _IN_WORD.search(text) is not None or len(_UNREADABLE.findall(text)) > _MOST_UNREADABLE * max(1, len(text))


def garbled(text: str) -> bool:
    """Whether the Latin letters of a page make no words: its fonts tell codes of their own instead of characters.

    Every language written in Latin letters has a vowel in three letters or fewer; over 359 resumes no stretch of 600
    characters had under 0.33 of them, and text in codes has the share of a random choice of letters, 0.16.
    """
    letters = text.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    if len(letters) < _LEAST_JUDGED:
        return False
    return len(letters) - len(letters.translate(None, b"aeiouyAEIOUY")) < _FEWEST_VOWELS * len(letters)


def strewn(text: PageText) -> list[tuple[int, int]]:
    """The lines of a page with letters of far scripts, if its fonts give these for letters of their own."""
    return [span for span in text.spans if _FAR.search(text.text, *span)] if has_strange_letters(text.text) else []


def has_strange_letters(text: str) -> bool:
    """Whether letters of far scripts stand in the midst of words in Latin letters."""
    return not text.isascii() and len(_STREWN.findall(text)) >= _LEAST_STREWN


def mend(opinion: SecondOpinion, number: int, text: PageText) -> None:
    """Fill in what pdfium could not read on page ``number`` with what pdfminer reads in the same places."""
    places = [found.start() for found in _UNREADABLE.finditer(text.text)]
    found = opinion.layout(number)
    if found is None:
        return
    layout, shift = found
    letters: dict[tuple[int, int], list[tuple[float, float, str]]] = {}
    for letter in _letters(layout):
        x, y = letter.matrix[4], letter.matrix[5]
        letters.setdefault((round(x), round(y)), []).append((x, y, letter.get_text()))
    for place in places:
        x, y = text.origin(place)
        x, y = x - shift[0], y - shift[1]
        near = [
            candidate
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for candidate in letters.get((round(x) + dx, round(y) + dy), ())
        ]
        near.sort(key=lambda candidate: abs(candidate[0] - x) + abs(candidate[1] - y))
        if near and abs(near[0][0] - x) <= _SAME_PLACE and _readable(near[0][2]):
            text.instead[place] = near[0][2]


def contradicted(
    opinion: SecondOpinion,
    number: int,
    text: PageText,
    claims: Sequence[tuple[int, int, tuple[float, float, float, float]]],
) -> list[tuple[int, int]]:
    """Which of the claimed stretches of page ``number`` are not what the glyphs within their bounds show.

    pdfminer reads the glyphs. A claim stands where it reads much the same, or cannot read them. Where it reads another
    text, that text is put in place of the claim.
    """
    found = opinion.layout(number)
    if found is None:
        return []
    layout, (dx, dy) = found
    shown = sorted((letter.matrix[4], letter.matrix[5], letter.get_text()) for letter in _letters(layout))
    lies = []
    for start, end, (left, bottom, right, top) in claims:
        glyphs = [
            letter
            for x, y, letter in shown
            if left - _SAME_PLACE <= x + dx <= right and bottom - _SAME_PLACE - 0.3 * (top - bottom) <= y + dy <= top
        ]
        written = "".join(letter if len(letter) <= _LONGEST_LIGATURE else "\ufffd" for letter in glyphs).strip()
        claimed = "".join(filter(str.isalnum, text.text[start:end].lower()))
        seen = "".join(filter(str.isalnum, written.lower()))
        if not glyphs or SequenceMatcher(None, claimed, seen, autojunk=False).ratio() >= _ALIKE:
            continue
        if len(claimed) < _LEAST_LIE:
            continue
        if seen and _readable(written):
            lies.append((start, end))
            text.claims.append((start, end, written))
        elif len(claimed) > _CROWD * len(glyphs):
            lies.append((start, end))
    return lies


def pieces(opinion: SecondOpinion, number: int) -> list[Piece]:
    """The pieces of page ``number`` as pdfminer reads it, for pages of which pdfium reads nothing."""
    read = opinion.layout(number, lines=True)
    if read is None:
        return []
    layout, _ = read
    found: list[Piece] = []
    for line in _lines(layout):
        written = "".join(line.get_text().split("\n")).strip()
        if not _readable(written):
            continue
        size = max(0.1, float(line.height) / 1.2)
        x0, x1 = float(line.x0), float(line.x1)
        base = float(layout.height) - float(line.y0) - 0.22 * size
        found.append(Piece(written, x0, x1, base - 0.8 * size, base + 0.22 * size, base, size, len(found)))
    return found


def _readable(written: str) -> bool:
    return bool(written.strip()) and "(cid:" not in written and _UNREADABLE.search(written) is None


def _letters(item: Any) -> Iterator[Any]:
    from pdfminer.layout import LTChar

    if isinstance(item, LTChar):
        yield item
    elif hasattr(item, "__iter__"):
        for part in item:
            yield from _letters(part)


def _lines(item: Any) -> Iterator[Any]:
    from pdfminer.layout import LTTextLineHorizontal

    if isinstance(item, LTTextLineHorizontal):
        yield item
    elif hasattr(item, "__iter__"):
        for part in item:
            yield from _lines(part)
