"""Degrees told in sentences that nobody took: wished for, refused, or somebody else's (``untaken`` of ``language/degrees.toml``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch.data import table
from aimatch.wordlist import WordList

#: Characters before a degree in which what is said of it begins, and behind it in which it is put off.
_BEFORE, _BEHIND = 80, 40
#: The article of a degree that no one has yet, with up to two words of its kind ("a company-sponsored part-time").
_ARTICLE = re.compile(r"\b(?:an?|two|three|(the))\s+(?:[\w'’-]+\s+){0,2}\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!;](?=\s)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    wished: WordList
    taken: WordList
    denied: WordList
    others: WordList
    put_off: WordList


@cache
def _words() -> _Words:
    data = table("language/degrees")["untaken"]
    return _Words(
        wished=WordList(data["wished"]),
        taken=WordList(data["taken"]),
        denied=WordList(data["denied"]),
        others=WordList(data["others"]),
        put_off=WordList(data["put_off"]),
    )


def is_untaken(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]``, the name of a degree, is told as one that the person neither holds nor studies for.

    >>> line = "Dreaming of a PhD in ethics."
    >>> is_untaken(line, line.index("PhD"), line.index("PhD") + 3)
    True
    >>> line = "Next I did a PhD in ethics."
    >>> is_untaken(line, line.index("PhD"), line.index("PhD") + 3)
    False
    """
    words = _words()
    begin = max(0, start - _BEFORE)
    for sign in _SENTENCE_END.finditer(text, begin, start):
        begin = sign.end()
    article = _ARTICLE.search(text, begin, start)
    if article is None:
        return False
    behind = _SENTENCE_END.search(text, end, end + _BEHIND)
    if not article[1] and words.put_off.first(text, end, behind.start() if behind else min(len(text), end + _BEHIND)):
        return True
    if not article[1] and words.others.first(text, begin, article.start()):
        return True
    denied = [one.stop for one in words.denied.found(text) if begin <= one.begin and one.stop <= article.start()]
    if denied and not text[denied[-1] : article.start()].strip():
        return True
    if article[1]:
        return False  # "looking back on the MSc"
    wished = words.wished.first(text, begin, article.start())
    return wished is not None and words.taken.first(text, wished.stop, article.start()) is None
