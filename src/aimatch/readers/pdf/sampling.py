"""Pages of one object a letter: words followed through the objects (see :mod:`aimatch.readers.pdf.objects`).

Where the object of a word's last letter stands as many places behind that of its first as the word has letters, all
objects between are its letters, and none needs a look. What is passed between words is looked at: spaces, shapes.

pdfium leaves out spaces that some producers write with type drawn close; it guesses them from the distance of letters,
and often guesses wrong. An object without ink passed in the middle of a "word" is such a space.
"""

from __future__ import annotations

import ctypes
import re

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import (
    MOST_OBJECTS,
    Bounds,
    Colour,
    Painted,
    TextObject,
    clip_of,
    has_ink,
    see_shape,
    walk,
)

# So many objects may stand between one word and the next before the order of the file is taken to be another than that
# of the text, and the page is walked whole.
MOST_BETWEEN = 64

_WORD = re.compile(r"[^\s\ufffe]+")
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)
_u = [ctypes.c_uint() for _ in range(4)]
_U = [ctypes.byref(value) for value in _u]


def sample(page: calls.Handle, text: PageText) -> Painted:
    """What the page paints, its text as stretches of one colour within a line. Notes missing spaces in ``text``."""
    painted = Painted()
    follower = _Follower(page, text, painted)
    char_colour, textpage, index = calls.char_colour, text.textpage, text.index
    for start, end in text.spans:
        stretch: tuple[int, int, Colour] | None = None
        order = follower.at
        first: calls.Handle | None = None
        for word in _WORD.finditer(text.text, start, end):
            low, high = word.span()
            if not follower.follow(low, high):
                text.missing.clear()
                return walk(page)
            if first is None:
                first = calls.char_object(textpage, index(low))
                order = follower.at
                mode, clip = calls.render_mode(first), clip_of(first)
            # The middle of a word, for a letter at its beginning may be set off by colour.
            char_colour(textpage, index((low + high) // 2), *_U)
            colour = (_u[0].value, _u[1].value, _u[2].value, _u[3].value)
            if stretch is None:
                stretch = (low, high, colour)
            elif stretch[2] == colour:
                stretch = (stretch[0], high, colour)
            else:
                painted.texts.append(_text(text, stretch, first, order, mode, clip))
                stretch = (low, high, colour)
        if stretch is not None and first is not None:
            painted.texts.append(_text(text, stretch, first, order, mode, clip))
    follower.finish()
    text.missing.sort()
    return painted


class _Follower:
    """Follows the letters of a page's text through its objects. ``at`` is the number of the object looked at last."""

    def __init__(self, page: calls.Handle, text: PageText, painted: Painted) -> None:
        self.page = page
        self.text = text
        self.painted = painted
        self.count = min(calls.count_objects(page), MOST_OBJECTS)
        self.at = -1

    def follow(self, start: int, end: int) -> bool:
        """Go on to the word ``text[start:end]``; ``False`` if its letters are not found."""
        textpage, index = self.text.textpage, self.text.index
        if self._to(calls.char_address(textpage, index(start))) < 0:
            return False
        if end - start == 1:
            return True
        last = calls.char_address(textpage, index(end - 1))
        behind = self.at + end - start - 1
        if behind < self.count and calls.object_address(self.page, behind) == last:
            self.at = behind
            return True
        for place in range(start + 1, end):
            address = calls.char_address(textpage, index(place))
            if address is None or address == calls.object_address(self.page, self.at):
                continue  # several characters of one object
            spaces = self._to(address)
            if spaces < 0:
                return False
            if spaces:
                self.text.missing.append(place)
        return True

    def finish(self) -> None:
        """Look at what is painted after the last letter."""
        while self.at + 1 < self.count:
            self.at += 1
            self._pass(calls.get_object(self.page, self.at))

    def _to(self, address: int | None) -> int:
        """Go on to the object at ``address``; returns how many spaces were passed, -1 if it is not among the next."""
        page, at = self.page, self.at + 1
        limit = min(self.count, at + MOST_BETWEEN)
        object_address = calls.object_address
        spaces = 0
        while at < limit:
            if object_address(page, at) == address:
                self.at = at
                return spaces
            self.at = at
            spaces += self._pass(calls.get_object(page, at))
            at += 1
        return -1

    def _pass(self, obj: calls.Handle) -> bool:
        """Note a shape; returns whether the object is a space."""
        if calls.render_mode(obj) < 0:
            self.painted.count = self.at
            see_shape(obj, self.painted)
            return False
        return not has_ink(obj)


def _text(
    text: PageText, stretch: tuple[int, int, Colour], first: calls.Handle, order: int, mode: int, clip: Bounds | None
) -> TextObject:
    start, end, colour = stretch
    size = text.size(start)
    calls.char_origin(text.textpage, text.index(start), _X, _Y)
    x0, y0 = _x.value, _y.value
    calls.char_origin(text.textpage, text.index(end - 1), _X, _Y)
    x1, y1 = _x.value, _y.value
    bounds = (min(x0, x1), min(y0, y1), max(x0, x1) + 0.3 * size, max(y0, y1) + 0.6 * size)
    return TextObject(first, order, bounds, colour, mode, clip, span=(start, end))
