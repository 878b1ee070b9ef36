"""The few pdfium functions that run hundreds of times a page, bound so that a call costs as little as it can.

pypdfium2's own bindings declare argument types, and converting a pointer to its declared type takes longer than the
function itself. Here the same C functions are called without declared arguments: pointers travel as ``c_void_p``
objects, out-parameters as references made once. A handle must therefore never be passed as a plain ``int``: it would be
cut to 32 bits. Only quick look-ups belong here, for they hold Python's global lock; whatever can take long (opening,
parsing, rendering) goes through pypdfium2 itself.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as pdfium


class Handle(ctypes.c_void_p):
    """A pointer into pdfium. The subclass keeps ctypes from turning results into plain integers."""


def handle(pointer: Any) -> Handle:
    """The same pointer, as this module's functions take it."""
    return ctypes.cast(pointer, Handle)


def _quick(name: str, result: Any = ctypes.c_int) -> Callable[..., Any]:
    function = getattr(pdfium, name)
    address = ctypes.cast(function, ctypes.c_void_p).value
    if address is None:  # pragma: no cover - only if pdfium was built without the function
        raise ImportError(f"pdfium lacks {name}")
    return ctypes.PYFUNCTYPE(result)(address)


count_chars = _quick("FPDFText_CountChars")
count_rects = _quick("FPDFText_CountRects")
get_rect = _quick("FPDFText_GetRect")
char_box = _quick("FPDFText_GetCharBox")
char_origin = _quick("FPDFText_GetCharOrigin")
char_matrix = _quick("FPDFText_GetMatrix")
char_colour = _quick("FPDFText_GetFillColor")
char_object = _quick("FPDFText_GetTextObject", Handle)
font_size = _quick("FPDFText_GetFontSize", ctypes.c_double)
# The same two as plain numbers: quicker, but only to compare with one another.
char_address = _quick("FPDFText_GetTextObject", ctypes.c_void_p)
object_address = _quick("FPDFPage_GetObject", ctypes.c_void_p)
get_text = _quick("FPDFText_GetText")
char_index = _quick("FPDFText_GetCharIndexFromTextIndex")

count_objects = _quick("FPDFPage_CountObjects")
get_object = _quick("FPDFPage_GetObject", Handle)
object_type = _quick("FPDFPageObj_GetType")
object_bounds = _quick("FPDFPageObj_GetBounds")
object_matrix = _quick("FPDFPageObj_GetMatrix")
object_colour = _quick("FPDFPageObj_GetFillColor")
stroke_colour = _quick("FPDFPageObj_GetStrokeColor")
has_transparency = _quick("FPDFPageObj_HasTransparency")
object_clip = _quick("FPDFPageObj_GetClipPath", Handle)
render_mode = _quick("FPDFTextObj_GetTextRenderMode")
text_font = _quick("FPDFTextObj_GetFont", ctypes.c_void_p)
set_render_mode = _quick("FPDFTextObj_SetTextRenderMode")
object_font_size = _quick("FPDFTextObj_GetFontSize")
draw_mode = _quick("FPDFPath_GetDrawMode")
count_segments = _quick("FPDFPath_CountSegments")
count_clips = _quick("FPDFClipPath_CountPaths")
count_clip_segments = _quick("FPDFClipPath_CountPathSegments")
clip_segment = _quick("FPDFClipPath_GetPathSegment", Handle)
segment_point = _quick("FPDFPathSegment_GetPoint")
count_form_objects = _quick("FPDFFormObj_CountObjects")
form_object = _quick("FPDFFormObj_GetObject", Handle)
count_marks = _quick("FPDFPageObj_CountMarks")
get_mark = _quick("FPDFPageObj_GetMark", Handle)
mark_name = _quick("FPDFPageObjMark_GetName")
count_parameters = _quick("FPDFPageObjMark_CountParams")
string_parameter = _quick("FPDFPageObjMark_GetParamStringValue")


_LONGEST_NAME = 128
_size = ctypes.c_float()
_matrix = (ctypes.c_float * 6)()


def size_of(text_object: Handle) -> float:
    """The type size of a text object, in points before its matrix."""
    object_font_size(text_object, ctypes.byref(_size))
    return abs(_size.value)


def matrix_of(page_object: Handle) -> tuple[float, ...]:
    """The matrix of a page object: a, b, c, d, e, f."""
    object_matrix(page_object, ctypes.byref(_matrix))
    return tuple(_matrix)


_name = ctypes.create_string_buffer(64)
_length = ctypes.c_ulong()
_OC = "OC".encode("utf-16-le")


def in_layer(page_object: Handle) -> bool:
    """Whether a page object is marked as optional content."""
    for number in range(min(16, count_marks(page_object))):
        mark = get_mark(page_object, number)
        if mark_name(mark, ctypes.byref(_name), ctypes.c_ulong(64), ctypes.byref(_length)) and _name.raw[:5] == (
            _OC + b"\0"
        ):
            return True
    return False


_text = ctypes.create_string_buffer(2 * 2048)
_TEXT, _LENGTH, _ROOM = ctypes.byref(_text), ctypes.byref(_length), ctypes.c_ulong(len(_text))


def actual_text(mark: Handle) -> str | None:
    """The text that a mark claims its content to be, if it claims one."""
    if count_parameters(mark) > 0 and string_parameter(mark, b"ActualText", _TEXT, _ROOM, _LENGTH):
        return _text.raw[: min(_length.value, len(_text))].decode("utf-16-le", "replace").rstrip("\0")
    return None


def font_of(textpage: Handle, index: int) -> int | None:
    """Which font a character is set in: a number that tells it from the others of the page; ``None`` for what pdfium put in."""
    shown = char_object(textpage, index)
    font: int | None = text_font(shown) if shown.value else None
    return font


def font_name(font: int) -> str:
    """The name of a font, less what marks a part of it ("ABCDEF+"); TeX's bitmap fonts have none."""
    buffer = ctypes.create_string_buffer(_LONGEST_NAME)
    pdfium.FPDFFont_GetBaseFontName(ctypes.cast(font, pdfium.FPDF_FONT), buffer, _LONGEST_NAME)
    return buffer.value.decode("latin-1").partition("+")[2] or buffer.value.decode("latin-1")
