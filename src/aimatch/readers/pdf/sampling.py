"""Pages of one object a letter: lines and words sampled (see :mod:`aimatch.readers.pdf.objects`).

Which object a letter is comes from comparing addresses, the cheapest thing to ask for. The objects that are no letters
are looked at one by one: spaces, shapes.

pdfium leaves out spaces that some producers write with type drawn close; it guesses them from the distance of letters,
and often guesses wrong. An object without ink between two letters of a "word" is such a space.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable
from itertools import pairwise, repeat

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.objects import (
    MOST_OBJECTS,
    Bounds,
    Colour,
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
_x, _y = ctypes.c_double(), ctypes.c_double()
_X, _Y = ctypes.byref(_x), ctypes.byref(_y)
_u = [ctypes.c_uint() for _ in range(4)]
_red, _green, _blue, _alpha = (ctypes.byref(value) for value in _u)


def sample(page: calls.Handle, text: PageText) -> Painted:
    """What the page paints, its text as stretches of one colour within a line. Notes missing spaces in ``text``."""
    painted = Painted()
    count = min(calls.count_objects(page), MOST_OBJECTS)
    numbers = _numbers(page, text, count)
    char_colour, textpage, same, whole = calls.char_colour, text.textpage, text.same, text.text
    for start, end in text.spans:
        stretch: tuple[int, int, Colour] | None = None
        order = -1
        for word in _WORD.finditer(whole, start, end):
            low, high = word.span()
            if order < 0:
                found = numbers[low]
                if found is None:  # in a form, not on the page itself
                    return walk(page)
                order = found
                first = calls.get_object(page, order)
                mode, clip = calls.render_mode(first), clip_of(first, painted.clips)
                claim = claim_of(first, painted)
            # The middle of a word, for a letter at its beginning may be set off by colour.
            middle = (low + high) // 2
            char_colour(textpage, middle if same else text.index(middle), _red, _green, _blue, _alpha)
            colour = (_u[0].value, _u[1].value, _u[2].value, _u[3].value)
            if stretch is None:
                stretch = (low, high, colour)
            elif stretch[2] == colour:
                stretch = (stretch[0], high, colour)
            else:
                painted.texts.append(_text(text, stretch, first, order, mode, clip, claim))
                stretch = (low, high, colour)
        if stretch is not None:
            painted.texts.append(_text(text, stretch, first, order, mode, clip, claim))
    others = _others(page, count, set(numbers), painted)
    text.missing = [
        place
        for place, (before, number) in enumerate(pairwise(numbers), 1)
        if before is not None
        and number is not None
        and 1 < number - before <= MOST_BETWEEN
        and any(passed in others and not has_ink(others[passed]) for passed in range(before + 1, number))
    ]
    return painted


def _numbers(page: calls.Handle, text: PageText, count: int) -> list[int | None]:
    """The number of the object of each character of the page's text; ``None`` for what pdfium itself put in."""
    addresses = map(calls.object_address, repeat(page), range(count))
    by_address = dict(zip(addresses, range(count), strict=True))
    places: Iterable[int] = range(len(text.text))
    if not text.same:
        places = map(text.index, places)
    return list(map(by_address.get, map(calls.char_address, repeat(text.textpage), places)))


def _others(page: calls.Handle, count: int, letters: set[int | None], painted: Painted) -> dict[int, calls.Handle]:
    """Look at the objects that are no letters of the page's text; returns those that are text all the same."""
    others = {}
    for number in range(count):
        if number not in letters:
            obj = calls.get_object(page, number)
            if calls.render_mode(obj) >= 0:
                others[number] = obj
            else:
                painted.count = number
                see_shape(obj, painted)
    return others


def _text(
    text: PageText,
    stretch: tuple[int, int, Colour],
    first: calls.Handle,
    order: int,
    mode: int,
    clip: Bounds | None,
    claim: str | None,
) -> TextObject:
    start, end, colour = stretch
    size = text.size(start)
    calls.char_origin(text.textpage, text.index(start), _X, _Y)
    x0, y0 = _x.value, _y.value
    calls.char_origin(text.textpage, text.index(end - 1), _X, _Y)
    x1, y1 = _x.value, _y.value
    bounds = (min(x0, x1), min(y0, y1), max(x0, x1) + 0.3 * size, max(y0, y1) + 0.6 * size)
    return TextObject(first, order, bounds, colour, mode, clip, span=(start, end), claim=claim)
