"""The words and families of the flags (``skill_taxonomy/language/flags.toml``)."""

from __future__ import annotations

import re
from functools import cache

from aimatch import data


def found(text: str, name: str) -> list[re.Match[str]]:
    """The matches of a named word list in a text, in order, in any case."""
    return list(_pattern(name).finditer(text))


def first(text: str, name: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
    """The first match of a named word list in ``text[start:end]``."""
    return _pattern(name).search(text, start, len(text) if end is None else end)


def is_whole(word: str, name: str) -> bool:
    """Whether one word is on a named list, or begins like one that ends in ``*``."""
    return _pattern(name).match(word) is not None


def listed(name: str) -> tuple[str, ...]:
    """A named word list as it stands."""
    return tuple(data.table("language/flags")["words"][name])


def family(name: str) -> tuple[str, ...]:
    """The ids at the head of a named family of skills."""
    return tuple(data.table("language/flags")["families"][name])


def alternatives(words: tuple[str, ...]) -> str:
    """A pattern for any of the words, whole, or as a beginning where they end in ``*``; the longest first."""
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word[:-1]) if word.endswith("*") else re.escape(word) + r"(?![^\W_])" for word in ordered)


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])(?:{alternatives(listed(name))})", re.IGNORECASE)
