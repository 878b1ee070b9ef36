"""The words of a normal text, and the words of ordinary language."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from aimatch import data

_ASCII_SIGNS = [sign for sign in map(chr, range(128)) if not sign.isalnum() and sign != " "]


class Words(NamedTuple):
    """A normal text, its words (runs of letters and digits) and where each begins."""

    text: str
    words: list[str]
    starts: list[int]


def split_words(text: str) -> Words:
    """The words of a normal text."""
    flat = text
    for sign in _ASCII_SIGNS if text.isascii() else set(text):
        if not sign.isalnum():
            flat = flat.replace(sign, " ")
    words, starts = [], []
    at = 0
    for word in flat.split(" "):
        if word:
            words.append(word)
            starts.append(at)
            at += len(word)
        at += 1
    return Words(text, words, starts)


@cache
def plain_words() -> frozenset[str]:
    """The words of ordinary language (``language/plain-words.toml``): no misspelled names, no names of persons."""
    return frozenset(data.table("language/plain-words")["words"])
