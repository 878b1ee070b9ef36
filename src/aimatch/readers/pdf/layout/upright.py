"""Pages that are shown turned, or whose text runs up or down the page, turned so that their text is level.

pdfium finds words and lines well where text is level in the page's own coordinates, and takes letters apart where it is
not. So the page itself is turned, in memory, and everything that follows has one case less to think of.
"""

from __future__ import annotations

from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium

from aimatch.readers.pdf.lines import PageText

# So many places of a page are looked at, and as many of them must run one way, before it is turned.
SAMPLES = 9
LEAST = 7


def as_shown(pdf: pypdfium2.PdfDocument, number: int, page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    """The page with the turn that its ``/Rotate`` asks for done to its content; the page itself if there is none."""
    turns = page.get_rotation() // 90
    return turned(pdf, number, page, turns) if turns else page


def turned(pdf: pypdfium2.PdfDocument, number: int, page: pypdfium2.PdfPage, turns: int) -> pypdfium2.PdfPage:
    """Page ``number`` (from 1) with its content turned clockwise by quarter ``turns``, reloaded; closes ``page``.

    Its visible part begins at the origin then. Where pdfium can't turn it, the page is returned as it was.
    """
    left, bottom, right, top = page.get_bbox()
    matrix, width, height = {
        1: ((0, -1, 1, 0, -bottom, right), top - bottom, right - left),
        2: ((-1, 0, 0, -1, right, top), right - left, top - bottom),
        3: ((0, 1, -1, 0, top, -left), top - bottom, right - left),
    }[turns]
    if not pdfium.FPDFPage_TransFormWithClip(page.raw, pdfium.FS_MATRIX(*matrix), None):
        return page
    page.set_rotation(0)
    page.set_mediabox(0, 0, width, height)
    page.set_cropbox(0, 0, width, height)
    page.close()
    return pdf[number - 1]


def direction(text: PageText) -> int:
    """The quarter turns clockwise that would make most of a page's text level; 0 if it is, or has no one direction."""
    spans = text.spans
    if not spans:
        return 0
    chosen = spans[:: max(1, len(spans) // SAMPLES)][:SAMPLES]
    turns = Counter(text.turn(start) for start, _ in chosen)
    turn, count = turns.most_common(1)[0]
    return (4 - turn) % 4 if 0 < turn < 4 and count >= min(LEAST, len(chosen)) else 0
