"""The words and families of the flags (``skill_taxonomy/language/flags.toml``)."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aimatch import data
from aimatch.wordlist import Occurrence, WordList


def found(text: str, name: str) -> tuple[Occurrence, ...]:
    """The places where entries of a named word list stand in a text, in order, in any case."""
    return _list(name).found(text)


def first(text: str, name: str, start: int = 0, end: int | None = None) -> Occurrence | None:
    """The first place where an entry of a named word list stands in ``text[start:end]``."""
    return _list(name).first(text, start, end)


@lru_cache(maxsize=50_000)
def is_whole(word: str, name: str) -> bool:
    """Whether one word is on a named list, or begins like one that ends in ``*``."""
    return word in _list(name)


def listed(name: str) -> tuple[str, ...]:
    """A named word list as it stands."""
    return tuple(data.table("language/flags")["words"][name])


def family(name: str) -> tuple[str, ...]:
    """The ids at the head of a named family of skills."""
    return tuple(data.table("language/flags")["families"][name])


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, whole, or as a beginning where they end in ``*``; the longest first. It is a group."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    forms = (re.escape(word[:-1]) if word.endswith("*") else re.escape(word) + r"(?![^\W_])" for word in ordered)
    return f"(?:{'|'.join(forms)})"


@cache
def _list(name: str) -> WordList:
    return WordList(listed(name))
