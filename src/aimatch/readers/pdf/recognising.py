"""Pages of which OCR is asked: whole, or for lines whose characters can't be trusted."""

from __future__ import annotations

import pypdfium2

from aimatch.errors import MissingExtra
from aimatch.readers import ocr
from aimatch.readers.pdf.gathered import Reading
from aimatch.readers.pdf.geometry import Frame
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.sight import glyphs


def recognised_in(page: pypdfium2.PdfPage, reading: Reading) -> ocr.Recognised | None:
    """The page as OCR reads it; ``None`` without OCR."""
    try:
        ocr.engine()
    except MissingExtra:
        return None
    reading.recognised += 1
    width, height = page.get_size()
    scale = ocr.LONGEST_SIDE / max(1.0, width, height)
    return ocr.recognise(page.render(scale=scale).to_pil().convert("RGB"), scale)


def see_instead(
    page: pypdfium2.PdfPage, text: PageText, frame: Frame, lines: list[tuple[int, int]], reading: Reading
) -> None:
    """Put what OCR reads in the place of lines, where it can."""
    recognised = recognised_in(page, reading) if reading.recognised < ocr.most_pages(reading.limits.seconds) else None
    if recognised and not recognised.turns:
        for start, end in lines:
            if seen := glyphs.shown(glyphs.Doubt(start, end), text, frame, recognised.pieces):
                text.claims.append((start, end, seen))
