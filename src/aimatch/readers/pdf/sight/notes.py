"""Annotations that are painted over a page: a square, a stamp or a text box can cover what the page says, and the fields
of a form and text typed onto a page are what a person reads there."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2
import pypdfium2.raw as pdfium

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.objects import Bounds, Shape

# Notes that are opaque when somebody wants them to be. Links, marks with a highlighter and fields of forms cover nothing.
COVERING = frozenset(
    {
        pdfium.FPDF_ANNOT_FREETEXT,
        pdfium.FPDF_ANNOT_SQUARE,
        pdfium.FPDF_ANNOT_CIRCLE,
        pdfium.FPDF_ANNOT_POLYGON,
        pdfium.FPDF_ANNOT_STAMP,
        pdfium.FPDF_ANNOT_INK,
        pdfium.FPDF_ANNOT_LINE,
        pdfium.FPDF_ANNOT_REDACT,
    }
)
# Notes that hold text which a page shows.
WRITTEN = frozenset({pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT})
MOST = 200
# A field's text and its label are on one row where their baselines are this close (em).
ROW_EM = 0.6


def with_notes_written(
    pdf: pypdfium2.PdfDocument, number: int, page: pypdfium2.PdfPage
) -> tuple[pypdfium2.PdfPage, list[Bounds]]:
    """Page ``number`` (from 1) with the text of its form fields and text boxes as text of its own, reloaded; closes ``page``.

    Where it has none, or pdfium can't draw them, the page is returned as it was. The boxes are those of the fields.
    """
    written, fields = False, []
    for kind, bounds in _notes(page):
        written = written or kind in WRITTEN
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            fields.append(bounds)
    if not written or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS:
        return page, []
    page.close()
    return pdf[number - 1], fields


def _notes(page: pypdfium2.PdfPage) -> Iterator[tuple[int, Bounds]]:
    """The kinds and boxes of a page's annotations, less those without a box."""
    rect = pdfium.FS_RECTF()
    for number in range(min(MOST, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not note:
            continue
        try:
            if pdfium.FPDFAnnot_GetRect(note, ctypes.byref(rect)):
                yield pdfium.FPDFAnnot_GetSubtype(note), (rect.left, rect.bottom, rect.right, rect.top)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def notes_over(page: pypdfium2.PdfPage, order: int) -> list[Shape]:
    """The annotations of a page that may cover its text, as shapes painted after the ``order`` objects of the page."""
    return [
        Shape(order + 1 + number, bounds, None, False)
        for number, (kind, bounds) in enumerate(_notes(page))
        if kind in COVERING
    ]


def with_labels(pieces: list[Piece], fields: list[Bounds]) -> list[Piece]:
    """The pieces with what stands in each field of a form behind the label left of it, as cells of one row.

    A field's text stands a little higher or lower than its label. ``fields`` are boxes as seen.
    """
    if not fields:
        return pieces
    held = {id(piece): number for piece in pieces for number, box in enumerate(fields) if _is_in(piece, box)}
    values: dict[int, Piece] = {}
    for piece in sorted(pieces, key=lambda piece: (piece.base, piece.x0)):
        if id(piece) in held:
            values.setdefault(held[id(piece)], piece)
    rows: dict[int, Piece | None] = {}
    for value in values.values():
        beside = [
            piece for piece in pieces if piece.x1 <= value.x0 and abs(piece.base - value.base) <= ROW_EM * piece.size
        ]
        label = max(beside, key=lambda piece: piece.x1, default=None)
        if label is not None and id(label) not in held and id(label) not in rows:
            rows[id(label)] = label._replace(text=f"{label.text}\t{value.text}", x1=value.x1, soft=value.soft)
            rows[id(value)] = None
    return [kept for piece in pieces if (kept := rows.get(id(piece), piece)) is not None]


def _is_in(piece: Piece, box: Bounds) -> bool:
    x0, top, x1, bottom = box
    return x0 - 1 <= piece.x0 and piece.x1 <= x1 + 1 and top - 1 <= piece.base <= bottom + 1
