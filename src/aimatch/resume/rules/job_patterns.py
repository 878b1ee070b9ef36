"""Patterns built of the words of positions: how much is worked, what begins with a word and is no name, what counts entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aimatch.wordlist import alternatives


def arrangement(words: Iterable[str], load: Mapping[str, Iterable[str]]) -> re.Pattern[str]:
    """Parentheses that only tell how somebody was employed ("(full-time, 32 hours a week)")."""
    amount = rf"(?:\d+\s?(?:{alternatives(load['to'])}|-|–)\s?)?\d+\s?(?:%|{alternatives(load['units'])})"
    one = rf"(?:{alternatives(words)}|{amount}(?:\s?(?:/|{alternatives(load['per'])})\s?(?:{alternatives(load['week'])}))?)"
    return re.compile(rf"\s*\(\s*{one}(?:[\s,;/|&+-]+{one})*\s*\)", re.IGNORECASE)


def opening(words: Iterable[str]) -> re.Pattern[str]:
    """What begins with such words and is no name: it goes on in small letters, or behind a sign."""
    return re.compile(rf"(?i:{alternatives(words)})(?:\s*[(:,;–—-].*|\s+[^A-Z\W].*)?\Z")


def numbered(counters: Iterable[str]) -> re.Pattern[str]:
    """What counts the entries of a career before their names ("v4: ", "Chapter 2 - ")."""
    number = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})"
    return re.compile(rf"\A[\W_]*(?:v|(?:{alternatives(counters)})\s?){number}\s*[:.)–—-]\s+", re.IGNORECASE)
