"""Letters that are not what they are said to be: fonts whose tables (ToUnicode) swap one letter for another.

What a reader extracts and what a person sees then differ letter by letter, and no attribute tells. The shapes do: a "g"
reaches below its line, a "k" above the small letters, an "e" neither. One look at one letter of each line finds lines to
doubt; only these are measured letter by letter, and only what fails that is held against the rendered page.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Frame, Piece, median
from aimatch.readers.pdf.lines import PageText
from aimatch.readers.pdf.sight.stretches import box_of

BELOW, ABOVE, SMALL = "gpqy", "bdfhkl", "acemnorsuvwxz"
# A glyph reaches below its line if this share of its height does, and above small letters if it is so many times as high.
REACHES_BELOW = 0.12
REACHES_ABOVE = 1.18
# Lines with fewer letters of known shape say nothing; share of wrong shapes from which a line is doubted.
LEAST_LETTERS = 10
DOUBTFUL = 0.35
# Heights that differ by less than this share in a word of so many letters are those of capitals, large or small.
ALIKE = 0.12
LEAST_ALIKE = 4

# What is read off the page and is this much like what is claimed clears the claim.
LIKE = 0.6

_WORD = re.compile(r"\S+")
_BELOW = re.compile(r"(?<=[a-z])[gpqy]|[gpqy](?=[a-z])")


class Doubt(NamedTuple):
    """A stretch of a page's text whose glyphs have other shapes."""

    start: int
    end: int


def doubts(text: PageText) -> list[Doubt]:
    """The lines of a page whose letters do not look like what they are said to be."""
    found = []
    missed = 0
    for start, end in text.spans:
        place = _BELOW.search(text.text, start, end)
        if place is None or _is_below(text, place.start()):
            continue
        missed += 1
        doubt = _measured(text, start, end)
        if doubt is not None:
            found.append(doubt)
    if found:
        # Where one line lies, those without a letter to look at may too.
        looked = {doubt.start for doubt in found}
        for start, end in text.spans:
            if start not in looked and _BELOW.search(text.text, start, end) is None:
                doubt = _measured(text, start, end)
                if doubt is not None:
                    found.append(doubt)
    return sorted(found)


def _is_below(text: PageText, place: int) -> bool:
    _, bottom, _, top = text.box(place)
    if top - bottom <= 0.01:
        return True  # no shape to tell by
    return text.origin(place)[1] - bottom >= REACHES_BELOW * (top - bottom)


def _measured(text: PageText, start: int, end: int) -> Doubt | None:
    words = [_letters(text, *word.span()) for word in _WORD.finditer(text.text, start, end)]
    letters = [letter for word in words if not _in_capitals(word) for letter in word]
    small = [above for letter, above, _ in letters if letter in SMALL]
    if len(letters) < LEAST_LETTERS or not small:
        return None
    usual = median(small)
    if usual <= 0:
        return None
    wrong = 0
    for letter, above, below in letters:
        reaches_below = below >= REACHES_BELOW * (above + below)
        reaches_above = above > REACHES_ABOVE * usual
        wrong += reaches_below != (letter in BELOW) or (letter not in BELOW and reaches_above != (letter in ABOVE))
    return Doubt(start, end) if wrong / len(letters) >= DOUBTFUL else None


def _letters(text: PageText, start: int, end: int) -> list[tuple[str, float, float]]:
    """The letters of known shape of a word, each with how far it reaches above its line and below it."""
    letters = []
    for place in range(start, end):
        letter = text.text[place]
        if letter in BELOW or letter in ABOVE or letter in SMALL:
            left, bottom, right, top = text.box(place)
            if top - bottom > 0.01 and right - left > 0.01:
                base = text.origin(place)[1]
                letters.append((letter, top - base, base - bottom))
    return letters


def _in_capitals(word: list[tuple[str, float, float]]) -> bool:
    """Whether the small letters of a word are drawn as capitals: all as high, none below its line."""
    if len(word) < LEAST_ALIKE:
        return False
    heights = [above for _, above, _ in word]
    lowest = min(heights)
    return max(heights) - lowest <= ALIKE * lowest and all(below < REACHES_BELOW * lowest for _, _, below in word)


def shown(doubt: Doubt, text: PageText, frame: Frame, seen: list[Piece]) -> str:
    """What the rendered page shows in the place of a doubted line, given all that was read off it."""
    x0, y0, x1, y1 = frame.place(*box_of(text, doubt.start, doubt.end))
    within = [
        piece
        for piece in seen
        if y0 - 1 <= (piece.top + piece.bottom) / 2 <= y1 + 1 and piece.x0 < x1 and piece.x1 > x0
    ]
    return " ".join(piece.text for piece in sorted(within, key=lambda piece: piece.x0))


def clears(doubt: Doubt, text: PageText, read: str) -> bool:
    """Whether what was read in the place of a doubted line is what it is said to be."""
    claimed = "".join(filter(str.isalnum, text.text[doubt.start : doubt.end].lower()))
    found = "".join(filter(str.isalnum, read.lower()))
    return SequenceMatcher(None, claimed, found, autojunk=False).ratio() >= LIKE
