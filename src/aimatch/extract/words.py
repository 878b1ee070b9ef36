"""The words of a normal text, and the words of ordinary language."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from aimatch import data
from aimatch.wordlist import only_words

#: Words as a text writes them, with the signs within and behind them: "don't", "C++", "scikit-learn", "Node.js".
WRITTEN_WORDS = re.compile(r"[^\W_][\w'+#.-]*")


class Words(NamedTuple):
    """A normal text, its words (runs of letters and digits) and where each begins."""

    text: str
    words: list[str]
    starts: list[int]


def split_words(text: str) -> Words:
    """The words of a normal text."""
    words: list[str] = []
    starts: list[int] = []
    at = 0
    for piece in only_words(text).split(" "):
        if piece:  # none stands between two spaces
            words.append(piece)
            starts.append(at)
            at += len(piece)
        at += 1
    return Words(text, words, starts)


def by_start(words: Words) -> dict[int, str]:
    """The words by where they begin."""
    return dict(zip(words.starts, words.words, strict=True))


@cache
def plain_words() -> frozenset[str]:
    """The words of ordinary language (``language/plain-words.toml``): no misspelled names, no names of persons."""
    return frozenset(data.table("language/plain-words")["words"])


@cache
def ordinary_words() -> frozenset[str]:
    """The plain words without those that are given names as well (``language/usage.toml``): "by David" names a person."""
    return plain_words() - set(data.table("language/usage")["plain_given_names"])
