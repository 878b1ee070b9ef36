"""Pages of one object a letter: lines sampled instead of objects walked (see :mod:`aimatch.readers.pdf.objects`)."""

from __future__ import annotations

import ctypes
import re

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import MOST_OBJECTS, Bounds, Painted, TextObject, clip_of, see_shape, walk

# So many objects may stand between one line and the next (underlines, spaces) before the order of the file is taken to
# be another than that of the text, and the page is walked whole.
MOST_BETWEEN = 96

_WORD = re.compile(r"[^\s\ufffe]+")
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)
_u = [ctypes.c_uint() for _ in range(4)]
_U = [ctypes.byref(value) for value in _u]


def sample(page: calls.Handle, text: PageText) -> Painted:
    """What the page paints, its text as stretches of one colour within a line."""
    painted = Painted()
    get, count = calls.get_object, min(calls.count_objects(page), MOST_OBJECTS)
    at = 0
    for start, end in text.spans:
        if not text.text[start:end].strip():
            continue
        while text.text[start].isspace():
            start += 1
        while text.text[end - 1].isspace() or text.text[end - 1] == "\ufffe":
            end -= 1
        first = calls.char_object(text.textpage, text.index(start))
        last = calls.char_object(text.textpage, text.index(end - 1)).value
        found = _find(page, first.value, at, at + MOST_BETWEEN, count, painted)
        if found is None:
            return walk(page)
        _line(text, start, end, first, found, painted)
        at = found + end - start - 1
        if at >= count or get(page, at).value != last:
            there = _find(page, last, found, found + 2 * (end - start) + MOST_BETWEEN, count, painted)
            if there is None:
                return walk(page)
            at = there
        at += 1
    while at < count:
        painted.count = at
        obj = get(page, at)
        if calls.render_mode(obj) < 0:
            see_shape(obj, painted)
        at += 1
    return painted


def _find(page: calls.Handle, wanted: int | None, at: int, limit: int, count: int, painted: Painted) -> int | None:
    """The number of the object ``wanted``, from ``at`` on; notes the shapes passed on the way."""
    while at < limit and at < count:
        obj = calls.get_object(page, at)
        if obj.value == wanted:
            return at
        if calls.render_mode(obj) < 0:
            painted.count = at
            see_shape(obj, painted)
        at += 1
    return None


def _line(text: PageText, start: int, end: int, first: calls.Handle, order: int, painted: Painted) -> None:
    mode = calls.render_mode(first)
    clip = clip_of(first)
    colours = []
    for word in _WORD.finditer(text.text, start, end):
        # The middle of a word, for a letter at its beginning may be set off by colour.
        calls.char_colour(text.textpage, text.index((word.start() + word.end()) // 2), *_U)
        colours.append((word.start(), word.end(), (_u[0].value, _u[1].value, _u[2].value, _u[3].value)))
    if not colours:
        return
    begin, finish, colour = colours[0]
    for low, high, other in [*colours[1:], (end, end, (-1, -1, -1, -1))]:
        if other == colour:
            finish = high
            continue
        bounds = _bounds(text, begin, finish)
        painted.texts.append(TextObject(first, order, bounds, colour, mode, clip, span=(begin, finish)))
        begin, finish, colour = low, high, other


def _bounds(text: PageText, start: int, end: int) -> Bounds:
    size = text.size(start)
    calls.char_origin(text.textpage, text.index(start), _X, _Y)
    x0, y0 = _x.value, _y.value
    calls.char_origin(text.textpage, text.index(end - 1), _X, _Y)
    x1, y1 = _x.value, _y.value
    return (min(x0, x1), min(y0, y1), max(x0, x1) + 0.3 * size, max(y0, y1) + 0.6 * size)
