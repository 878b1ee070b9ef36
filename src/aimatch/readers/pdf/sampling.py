"""Pages of one object a letter: lines and words sampled (see :mod:`aimatch.readers.pdf.objects`).

Which object a letter is comes from comparing addresses, the cheapest thing to ask for, at the ends of each word; between
them only where the letters' objects don't just follow one another. The objects that are no letters are looked at one by
one: spaces, shapes.

pdfium leaves out spaces that some producers write with type drawn close; it guesses them from the distance of letters,
and often guesses wrong. An object without ink between two letters of a "word" is such a space.
"""

from __future__ import annotations

import ctypes
import re
from itertools import repeat

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import (
    MOST_OBJECTS,
    Bounds,
    Painted,
    TextObject,
    claim_of,
    clip_of,
    has_ink,
    see_shape,
    walk,
)

# So many objects may stand between two letters of a word for a space among them to be taken for one of the word's.
MOST_BETWEEN = 4

_WORD = re.compile(r"[^\s\ufffe]+")
# Where an object is looked for around the number that the letters before it lead to expect: spaces and shapes are
# painted between them, and some spaces of the text are painted by none.
_AROUND = (1, -1, 2, 3, -2, 4, 5, 6)
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)
_rgba = (ctypes.c_uint * 4)()
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.byref(_rgba, 4 * channel) for channel in range(4))


def sample(page: calls.Handle, text: PageText) -> Painted:
    """What the page paints, its text as stretches of one colour within a line. Notes missing spaces in ``text``."""
    painted = Painted()
    letters = _Letters(page, text)
    char_colour, textpage, same, whole = calls.char_colour, text.textpage, text.same, text.text
    for start, end in text.spans:
        words = [word.span() for word in _WORD.finditer(whole, start, end)]
        if not words:
            continue
        order = letters.follow(words)
        if order is None:  # in a form, not on the page itself
            return walk(page)
        first = calls.get_object(page, order)
        mode, clip = calls.render_mode(first), clip_of(first, painted.clips)
        claim = claim_of(first, painted)
        begin, before = words[0]
        colour = b""
        for low, high in words:
            # The middle of a word, for a letter at its beginning may be set off by colour.
            middle = (low + high) // 2
            char_colour(textpage, middle if same else text.index(middle), _RED, _GREEN, _BLUE, _ALPHA)
            rgba = bytes(_rgba)
            if rgba != colour:
                if colour:
                    painted.texts.append(_text(text, begin, before, colour, first, order, mode, clip, claim))
                begin, colour = low, rgba
            before = high
        painted.texts.append(_text(text, begin, before, colour, first, order, mode, clip, claim))
    others = _others(page, letters.others(), painted)
    text.missing = [
        place
        for place, before, number in letters.parted
        if any(passed in others and not has_ink(others[passed]) for passed in range(before + 1, number))
    ]
    return painted


class _Letters:
    """The numbers on the page of the objects that write the letters of its text.

    A page paints its letters mostly in the order of its text, so that the number of one letter tells where to look for
    the next. Where the ends of a word are as far apart in the text as their objects are on the page, so are all between.
    """

    def __init__(self, page: calls.Handle, text: PageText) -> None:
        self._page = page
        self._text = text
        self._count = min(calls.count_objects(page), MOST_OBJECTS)
        self._expected = 0
        self._by_address: dict[int, int] | None = None
        # The first and the last number of letters whose objects follow one another.
        self._stretches: list[tuple[int, int]] = []
        #: Neighbouring letters with a few objects between theirs: the second's place, the numbers of both.
        self.parted: list[tuple[int, int, int]] = []

    def follow(self, words: list[tuple[int, int]]) -> int | None:
        """Find the objects of a line's words; returns the number of its first, None if it isn't on the page itself."""
        first: int | None = None
        expected, find = self._expected, self._number
        text, page = self._text, self._page
        textpage, same, address, look = text.textpage, text.same, calls.char_address, calls.object_address
        gap = 0  # objects between two words: mostly one, the space, or none, the same throughout a page
        for low, end in words:
            # Most letters are where they are expected, which is told here, without a call for each.
            number: int | None = expected + gap
            letter = address(textpage, low if same else text.index(low))
            if letter is None or look(page, number) != letter:
                number = find(low, expected + gap)
            if number is None:
                if first is None:
                    return None
                continue
            if first is None:
                first = number
            else:
                gap = max(0, number - expected)
            length = end - low
            expected = number + length
            if length > 1:
                letter = address(textpage, end - 1 if same else text.index(end - 1))
                if letter is None or look(page, expected - 1) != letter:
                    expected = self._part(low, number, end - 1, find(end - 1, expected - 1)) + 1
                    continue
            self._stretches.append((number, expected - 1))
        self._expected = expected
        return first

    def _part(self, low: int, number: int, high: int, last: int | None) -> int:
        """The same for the letters ``low`` to ``high`` of a word with other objects among them, or several letters to
        an object. Returns the last number."""
        if last is not None and last - number == high - low:
            self._stretches.append((number, last))
            return last
        if last is not None and last - number > high - low > 1:
            middle = (low + high) // 2
            between = self._number(middle, number + middle - low)
            if between is not None:
                self._part(low, number, middle, between)
                return self._part(middle, between, high, last)
        for place in range(low + 1, high + 1):
            found = self._number(place, number + 1)
            if found is not None:
                if 1 < found - number <= MOST_BETWEEN and place == low + 1:
                    self.parted.append((place, number, found))
                self._stretches.append((number, number))
                low, number = place, found
        self._stretches.append((number, number))
        return number

    def _number(self, place: int, expected: int) -> int | None:
        """The number of a letter's object, looked for where it is expected first; ``None`` for what pdfium put in."""
        text, page, look = self._text, self._page, calls.object_address
        address = calls.char_address(text.textpage, place if text.same else text.index(place))
        if address is None:
            return None
        if look(page, expected) == address:
            return expected
        if self._by_address is None:
            for step in _AROUND:
                if look(page, expected + step) == address:
                    return expected + step
            # Elsewhere: the page is not painted in the order of its text, so that all objects are asked for.
            addresses = map(look, repeat(page), range(self._count))
            self._by_address = dict(zip(addresses, range(self._count), strict=True))
        return self._by_address.get(address)

    def others(self) -> list[int]:
        """The numbers of the objects that are no letters."""
        found: list[int] = []
        reached = 0
        for first, last in sorted(self._stretches):
            found += range(reached, first)
            reached = max(reached, last + 1)
        found += range(reached, self._count)
        return found


def _others(page: calls.Handle, numbers: list[int], painted: Painted) -> dict[int, calls.Handle]:
    """Look at the objects that are no letters of the page's text; returns those that are text all the same."""
    others = {}
    get, render_mode = calls.get_object, calls.render_mode
    for number in numbers:
        item = get(page, number)
        if render_mode(item) >= 0:
            others[number] = item
        else:
            painted.count = number
            see_shape(item, painted)
    return others


def _text(
    text: PageText,
    start: int,
    end: int,
    rgba: bytes,
    first: calls.Handle,
    order: int,
    mode: int,
    clip: Bounds | None,
    claim: str | None,
) -> TextObject:
    red, green, blue, alpha = memoryview(rgba).cast("I")
    size = text.size(start)
    calls.char_origin(text.textpage, text.index(start), _X, _Y)
    x0, y0 = _x.value, _y.value
    calls.char_origin(text.textpage, text.index(end - 1), _X, _Y)
    x1, y1 = _x.value, _y.value
    bounds = (min(x0, x1), min(y0, y1), max(x0, x1) + 0.3 * size, max(y0, y1) + 0.6 * size)
    return TextObject(first, order, bounds, (red, green, blue, alpha), mode, clip, span=(start, end), claim=claim)
