"""Accents that are characters of their own, put together with the letters they are drawn over.

TeX's older fonts (OT1) have no "é": an accent and an "e" are drawn in one place. pdfium gives the accent before its
letter or behind it, and one that is raised to a capital at the end of its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from unicodedata import normalize

from aimatch.readers.pdf.lines import PageText

_COMBINING = {
    "´": "\u0301", "`": "\u0300", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "ˇ": "\u030c", "˘": "\u0306",
    "¯": "\u0304", "˙": "\u0307", "˚": "\u030a", "˝": "\u030b", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_ACCENT = re.compile(f"[{''.join(_COMBINING)}]")
_BELOW = "¸˛"
_DOTLESS = {"ı": "i", "ȷ": "j"}
# An accent begins no further above its letter than this (em), and no further below its top.
_REACH_EM = 0.4
# So many accents of a page are looked at, and for those beside no letter so many characters on both sides.
_MOST = 2000
_AROUND = 150


def compose_accents(text: PageText) -> None:
    """Fill in the letters with their accents, and nothing for the accents."""
    for number, found in enumerate(_ACCENT.finditer(text.text)):
        if number == _MOST:
            return
        place = found.start()
        letter = next((other for other in _around(place, len(text.text)) if _is_under(text, place, other)), None)
        if letter is None:
            continue
        base = text.instead.get(letter, text.text[letter])
        whole = normalize("NFC", _DOTLESS.get(base, base) + _COMBINING[found[0]])
        if len(whole) == 1:
            text.instead[letter] = whole
            # pdfium may take the way back to the letter for a space.
            text.instead.update(dict.fromkeys(range(place, letter) if 0 < letter - place < 3 else (place,), ""))


def _around(place: int, length: int) -> Iterator[int]:
    """Places around an accent, those beside it first."""
    near = (place + 1, place - 1, place + 2, place - 2)
    return (
        other
        for other in chain(near, range(max(0, place - _AROUND), min(length, place + _AROUND)))
        if 0 <= other < length
    )


def _is_under(text: PageText, place: int, letter: int) -> bool:
    if not text.text[letter].isalpha():
        return False
    x0, bottom, x1, top = text.box(place)
    left, low, right, high = text.box(letter)
    if not left <= (x0 + x1) / 2 <= right:
        return False
    reach = _REACH_EM * text.size(letter)
    gap = low - top if text.text[place] in _BELOW else bottom - high
    return -reach <= gap <= reach
