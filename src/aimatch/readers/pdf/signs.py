"""Signs that a font draws without saying which characters they are: TeX's ligatures and dashes, and bullets.

TeX's bitmap fonts have no names for their glyphs, so that a reader gets their codes: as ASCII for most, and as control
characters for ligatures, dashes and bullets. Which these are follows from TeX's font encodings.
"""

from __future__ import annotations

import re
from collections import Counter

from aimatch.readers.pdf import calls
from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.label_words import heading_kind
from aimatch.readers.pdf.layout.margins import BULLETS
from aimatch.readers.pdf.lines import PageText

# TeX's T1 ("Cork") encoding, and the bullet of its companion TS1. Source: the LaTeX font encodings guide (encguide).
CORK = {
    "\x10": "“", "\x11": "”", "\x12": "„", "\x13": "«", "\x14": "»", "\x15": "–", "\x16": "—",
    "\x1b": "ff", "\x1c": "fi", "\x1d": "fl", "\x1e": "ffi", "\x1f": "ffl", "\x88": "•",
}  # fmt: skip
_UNREADABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd]")
_LIGATURE_OR_DASH = re.compile(r"[^\W\d_][\x1b-\x1f]|[\x1b-\x1f][^\W\d_]|[\w ]\x15[\w ]")
_BROKEN = re.compile(r"(?<=[^\W\d_])-(?=\r?\n[\x1b-\x1f])")
# In a text set by TeX, few characters are unreadable; where more are, the codes are arbitrary.
_MOST_SHARE = 0.06
# What begins so many lines of a page, and no word, is a bullet, whatever its font calls it.
LEAST_MARKS = 2
# Small and capital letters mixed within a word, in a line that may be a heading.
_MIXED = re.compile(r"[a-z][A-Z]")
_CAMEL = re.compile(r"(?:[A-Z][a-z]+ ?)+")
LONGEST_HEADING = 40
# What symbol fonts hold from their bullets on, where a file says no more of it.
_SYMBOLS = frozenset(map(chr, range(0xF06C, 0xF100)))
_NO_MARK = frozenset("\"'`“”‘’„«»([<$€£#@&%§\\/=?!¿¡,;:…†‡©®™°~^_")


def read_as_cork(text: PageText) -> bool:
    """Fill in a page's unreadable characters from TeX's encoding; False if they are not such."""
    found = _UNREADABLE.findall(text.text)
    if not found or len(found) > _MOST_SHARE * len(text.text) or not CORK.keys() >= set(found):
        return False
    if _LIGATURE_OR_DASH.search(text.text) is None or any(_is_named(text, text.text.find(one)) for one in set(found)):
        return False
    for match in _UNREADABLE.finditer(text.text):
        text.instead[match.start()] = CORK[match[0]]
    # A word broken before a ligature: pdfium tells a broken word only by a letter on the next line.
    for match in _BROKEN.finditer(text.text):
        text.instead[match.start()] = "\ufffe"
    return True


def _is_named(text: PageText, place: int) -> bool:
    """Whether the font at a place has a name, so that it is none of TeX's bitmap fonts."""
    font = calls.font_of(text.textpage, text.index(place))
    return font is not None and bool(calls.font_name(font))


def with_marks(pieces: list[Piece]) -> list[Piece]:
    """The pieces with a plain bullet in place of the sign of a symbol font that begins several lines."""
    signs = Counter(piece.text[0] for piece in pieces if piece.text[1:2] == " " and _may_be_mark(piece.text[0]))
    marks = {sign for sign, count in signs.items() if count >= LEAST_MARKS or sign in _SYMBOLS}
    if not marks:
        return pieces
    return [
        piece._replace(text=f"\N{BULLET}{piece.text[1:]}")
        if piece.text[0] in marks and piece.text[1:2] == " "
        else piece
        for piece in pieces
    ]


def with_small_capitals(pieces: list[Piece]) -> list[Piece]:
    """The pieces with headings in small capitals in one case: where a font draws "s" and "S" alike, some producers give
    one of them for both ("SkillS", "cErtificationS")."""
    found = {
        number: piece.text.title()
        for number, piece in enumerate(pieces)
        if len(piece.text) <= LONGEST_HEADING
        and _MIXED.search(piece.text)
        and not _CAMEL.fullmatch(piece.text)
        and heading_kind(piece.text.title())
    }
    return (
        [piece._replace(text=found.get(number, piece.text)) for number, piece in enumerate(pieces)] if found else pieces
    )


def _may_be_mark(sign: str) -> bool:
    return not sign.isalnum() and sign not in BULLETS and sign not in _NO_MARK and sign not in "-–—+*|."
