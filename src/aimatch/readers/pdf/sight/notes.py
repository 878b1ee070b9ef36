"""Annotations that are painted over a page: a square, a stamp or a text box can cover what the page says, and the fields
of a form and text typed onto a page are what a person reads there."""

from __future__ import annotations

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium

from aimatch.readers.pdf.objects import Shape

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


def with_notes_written(pdf: pypdfium2.PdfDocument, number: int, page: pypdfium2.PdfPage) -> pypdfium2.PdfPage:
    """Page ``number`` (from 1) with the text of its form fields and text boxes as text of its own, reloaded; closes ``page``.

    Where it has none, or pdfium can't draw them, the page is returned as it was.
    """
    if (
        not _holds_written(page)
        or pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) != pdfium.FLATTEN_SUCCESS
    ):
        return page
    page.close()
    return pdf[number - 1]


def _holds_written(page: pypdfium2.PdfPage) -> bool:
    for number in range(min(MOST, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not note:
            continue
        try:
            if pdfium.FPDFAnnot_GetSubtype(note) in WRITTEN:
                return True
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return False


def notes_over(page: pypdfium2.PdfPage, order: int) -> list[Shape]:
    """The annotations of a page that may cover its text, as shapes painted after the ``order`` objects of the page."""
    found: list[Shape] = []
    for number in range(min(MOST, pdfium.FPDFPage_GetAnnotCount(page.raw))):
        note = pdfium.FPDFPage_GetAnnot(page.raw, number)
        if not note:
            continue
        try:
            rect = pdfium.FS_RECTF()
            if pdfium.FPDFAnnot_GetSubtype(note) in COVERING and pdfium.FPDFAnnot_GetRect(note, ctypes.byref(rect)):
                bounds = (rect.left, rect.bottom, rect.right, rect.top)
                found.append(Shape(order + 1 + number, bounds, None, False))
        finally:
            pdfium.FPDFPage_CloseAnnot(note)
    return found
