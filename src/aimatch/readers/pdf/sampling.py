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

# So many spaces are looked for in one "word" at once.
MOST_MISSING = 6

_WORD = re.compile(r"[^\s\ufffe]+")
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)
_u = [ctypes.c_uint() for _ in range(4)]
_red, _green, _blue, _alpha = (ctypes.byref(value) for value in _u)


def sample(page: calls.Handle, text: PageText) -> Painted:
    """What the page paints, its text as stretches of one colour within a line. Notes missing spaces in ``text``."""
    painted = Painted()
    follower = _Follower(page, text, painted)
    char_colour, textpage, index = calls.char_colour, text.textpage, text.index
    same = text.same
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
            middle = (low + high) // 2
            char_colour(textpage, middle if same else index(middle), _red, _green, _blue, _alpha)
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
        self.textpage = text.textpage
        self._index = None if text.same else text.index
        self._char_address = calls.char_address
        self._object_address = calls.object_address

    def follow(self, start: int, end: int) -> bool:
        """Go on to the word ``text[start:end]``; ``False`` if its letters are not found."""
        index = self._index
        first = self._char_address(self.textpage, start if index is None else index(start))
        # Most often one space lies between, and pdfium has it too, so that only its being no shape needs a look.
        if self._object_address(self.page, self.at + 2) == first:
            between = calls.get_object(self.page, self.at + 1)
            self.at += 2
            if calls.render_mode(between) < 0:
                self.painted.count = self.at - 1
                see_shape(between, self.painted)
        elif not self._to(first):
            return False
        length = end - start
        if length == 1:
            return True
        last = self._char_address(self.textpage, end - 1 if index is None else index(end - 1))
        begin = self.at
        for more in range(MOST_MISSING):
            behind = begin + length - 1 + more
            if behind < self.count and self._object_address(self.page, behind) == last:
                self.at = behind
                return more == 0 or self._between(begin, start, start, 0, end - 1, more)
        return self._by_letters(start, end)

    def _between(self, begin: int, word: int, low: int, less: int, high: int, more: int) -> bool:
        """Find the letters between ``low`` and ``high`` before which an object stands that is none of the letters.

        ``less`` and ``more`` count such objects passed before either; the letter at ``place`` is then the object
        ``begin + place - word`` plus what was passed.
        """
        if less == more:
            return True
        if high - low == 1:
            spaces = False
            for number in range(begin + low - word + less + 1, begin + high - word + more):
                spaces = self._pass(number) or spaces
            if spaces:
                self.text.missing.append(high)
            return True
        middle = (low + high) // 2
        address = self._char_address(self.textpage, self.text.index(middle))
        for passed in range(less, more + 1):
            if self._object_address(self.page, begin + middle - word + passed) == address:
                return self._between(begin, word, low, less, middle, passed) and self._between(
                    begin, word, middle, passed, high, more
                )
        return False

    def _by_letters(self, start: int, end: int) -> bool:
        """Go through a word letter by letter: several may be one object, and much may stand between them."""
        for place in range(start + 1, end):
            address = self._char_address(self.textpage, self.text.index(place))
            if address is None or address == self._object_address(self.page, self.at):
                continue
            missing = len(self.text.missing)
            if not self._to(address, place):
                del self.text.missing[missing:]
                return False
        return True

    def finish(self) -> None:
        """Look at what is painted after the last letter."""
        for number in range(self.at + 1, self.count):
            self._pass(number)

    def _to(self, address: int | None, inside: int | None = None) -> bool:
        """Go on to the object at ``address`` if it is near; what is passed ``inside`` a word may be a space."""
        page, object_address = self.page, self._object_address
        first = self.at + 1
        for number in range(first, min(self.count, first + MOST_BETWEEN)):
            if object_address(page, number) == address:
                self.at = number
                spaces = [self._pass(passed) for passed in range(first, number)]
                if inside is not None and any(spaces):
                    self.text.missing.append(inside)
                return True
        return False

    def _pass(self, number: int) -> bool:
        """Note a shape; returns whether the object is a space."""
        obj = calls.get_object(self.page, number)
        if calls.render_mode(obj) < 0:
            self.painted.count = number
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
    claim = calls.actual_text(first) if calls.count_marks(first) > 0 else None
    return TextObject(first, order, bounds, colour, mode, clip, span=(start, end), claim=claim)
