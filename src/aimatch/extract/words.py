"""The words of a normal text, and the words of ordinary language."""

from __future__ import annotations

from functools import cache
from itertools import accumulate, compress
from typing import NamedTuple

from aimatch import data

_ASCII_SIGNS = [sign for sign in map(chr, range(128)) if not sign.isalnum() and sign != " "]
_SHORT = 200  # characters of a text whose few signs are looked up first


class Words(NamedTuple):
    """A normal text, its words (runs of letters and digits) and where each begins."""

    text: str
    words: list[str]
    starts: list[int]


def split_words(text: str) -> Words:
    """The words of a normal text."""
    flat = text
    for sign in _ASCII_SIGNS if text.isascii() and len(text) > _SHORT else set(text):
        if not sign.isalnum():
            flat = flat.replace(sign, " ")
    pieces = flat.split(" ")
    starts = accumulate((len(piece) + 1 for piece in pieces), initial=0)
    # Without the empty pieces, which stand between two spaces.
    return Words(text, list(filter(None, pieces)), list(compress(starts, pieces)))


@cache
def plain_words() -> frozenset[str]:
    """The words of ordinary language (``language/plain-words.toml``): no misspelled names, no names of persons."""
    return frozenset(data.table("language/plain-words")["words"])
