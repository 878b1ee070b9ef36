"""Annotations that are painted over a page: a square, a stamp or a text box can cover what the page says."""

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
MOST = 200


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
