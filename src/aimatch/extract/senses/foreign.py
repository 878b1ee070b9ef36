"""Words of other languages that are spelled like a name: "j'ai", "amis", "quanto" in a line of French or Italian.

A line is of a language if two different function words of it stand there (``skill_taxonomy/language/foreign.toml``).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lines import line_of
from aimatch.wordlist import words_in

_LEAST = 2
_WORDS = re.compile(r"[^\W\d_]+")


def without_homographs(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates that are no word of the language of their line."""
    tongues = _homographs()
    return [
        candidate
        for candidate in found
        if (known := tongues.get(text[slice(*candidate.original)])) is None
        or not known & _languages(text, candidate.original[0])
    ]


def is_foreign(text: str, at: int) -> bool:
    """Whether the line around a place is of another language than English."""
    return bool(_languages(text, at))


def _languages(text: str, at: int) -> set[str]:
    """The languages that the line around a place may be of; a line of English has none."""
    possible = _possible(text)
    if not possible:
        return set()
    line = text[slice(*line_of(text, at))]
    there = {word.lower() for word in _WORDS.findall(line)}
    return {language for language in possible if len(_function_words()[language] & there) >= _LEAST}


@lru_cache(maxsize=4)
def _possible(text: str) -> tuple[str, ...]:
    """The languages of which a text holds enough function words for a line to be of them."""
    there = words_in(text)
    return tuple(language for language, words in _function_words().items() if len(words & there) >= _LEAST)


@cache
def _function_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words) for language, words in data.table("language/foreign")["function_words"].items()}


@cache
def _homographs() -> dict[str, frozenset[str]]:
    """The languages of which each word is one."""
    found: dict[str, set[str]] = {}
    for language, words in data.table("language/foreign")["homographs"].items():
        for word in words:
            found.setdefault(word, set()).add(language)
    return {word: frozenset(languages) for word, languages in found.items()}
