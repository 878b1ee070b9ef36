"""Rendering a page with and without some of its text, to see whether that text makes a difference to the picture."""

from __future__ import annotations

import ctypes
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.geometry import Frame
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import Bounds, TextObject

# Pixels of the picture at most, and pixels a point at best. Type of ten points is still told apart at the least scale.
MOST_PIXELS = 4_000_000
BEST_SCALE = 2.0
LEAST_SCALE = 0.4
# A pixel differs where a channel does by more than this (0..255).
SEEN = 12
# Paper as scanned differs by up to this where nothing is written (0..255); recognised text stands off by this share of
# its height.
INK = 40
ERRS = 0.5
INVISIBLE = 3


def unseen(page: pypdfium2.PdfPage, frame: Frame, suspects: list[TextObject], text: PageText) -> list[bool]:
    """For each suspect whether the page looks the same without it.

    The suspects are all switched off together: two of them in one place may clear each other, never accuse. ``False``
    for every one where the page can't be rendered at a useful scale.
    """
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if width <= 0 or height <= 0:
        return [False] * len(suspects)
    scale = min(BEST_SCALE, (MOST_PIXELS / (width * height)) ** 0.5)
    if scale < LEAST_SCALE:
        return [False] * len(suspects)
    handles = [_objects(suspect, text) for suspect in suspects]
    before = _picture(page, scale, notes=True)
    switched = []
    for group in handles:
        for handle in group:
            mode = calls.render_mode(handle)
            if mode >= 0 and calls.set_render_mode(handle, INVISIBLE):
                switched.append((handle, mode))
    try:
        after = _picture(page, scale, notes=True)
    finally:
        for handle, mode in switched:
            calls.set_render_mode(handle, mode)
    return [not _differs(before, after, frame, suspect.bounds, scale) for suspect in suspects]


def blank(page: pypdfium2.PdfPage, frame: Frame, texts: list[TextObject]) -> list[bool]:
    """For each text whether the page is of one colour where it stands, and as far around it as recognised text errs."""
    width, height = frame.right - frame.left, frame.top - frame.bottom
    if width <= 0 or height <= 0 or not texts:
        return [False] * len(texts)
    scale = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    picture = _picture(page, scale)
    found = []
    for text in texts:
        x0, y0, x1, y1 = frame.place(*text.bounds)
        around = ERRS * (y1 - y0)
        left, right = max(0, int(x0 * scale)), min(picture.width, int(x1 * scale) + 1)
        top, bottom = max(0, int((y0 - around) * scale)), min(picture.height, int((y1 + around) * scale) + 1)
        if left >= right or top >= bottom:
            found.append(False)
            continue
        rows = [
            picture.data[row * picture.stride + 4 * left : row * picture.stride + 4 * right]
            for row in range(top, bottom)
        ]
        # The fourth byte of a pixel means nothing; the green one tells light from dark best.
        greens = [row[1::4] for row in rows]
        found.append(max(map(max, greens)) - min(map(min, greens)) <= INK)
    return found


def _objects(suspect: TextObject, text: PageText) -> list[calls.Handle]:
    if suspect.span is None:
        return [suspect.handle]
    found = {}
    for place in range(*suspect.span):
        handle = calls.char_object(text.textpage, text.index(place))
        if handle.value is not None:
            found[handle.value] = handle
    return list(found.values())


class _Picture:
    """The bytes of a rendered page, four a pixel, and its measures."""

    def __init__(self, bitmap: Any) -> None:
        self.stride = int(bitmap.stride)
        self.width = int(bitmap.width)
        self.height = int(bitmap.height)
        self.data = ctypes.string_at(bitmap.buffer, self.stride * self.height)


def _picture(page: pypdfium2.PdfPage, scale: float, *, notes: bool = False) -> _Picture:
    bitmap = page.render(
        scale=scale, may_draw_forms=False, draw_annots=notes, force_bitmap_format=pdfium.FPDFBitmap_BGRx
    )
    try:
        return _Picture(bitmap)
    finally:
        bitmap.close()


def _differs(before: _Picture, after: _Picture, frame: Frame, bounds: Bounds, scale: float) -> bool:
    x0, y0, x1, y1 = frame.place(*bounds)
    left, right = max(0, int(x0 * scale) - 1), min(before.width, int(x1 * scale) + 2)
    top, bottom = max(0, int(y0 * scale) - 1), min(before.height, int(y1 * scale) + 2)
    if left >= right:
        return False
    for row in range(top, bottom):
        low, high = row * before.stride + 4 * left, row * before.stride + 4 * right
        one, other = before.data[low:high], after.data[low:high]
        if one != other and any(abs(a - b) > SEEN for a, b in zip(one, other, strict=True)):
            return True
    return False
