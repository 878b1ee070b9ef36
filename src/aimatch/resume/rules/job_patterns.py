"""Patterns built of the words of positions: how much is worked, what begins with a word and is no name, what counts entries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from aimatch.deferred import Deferred
from aimatch.wordlist import alternatives

#: Signs that part the names of a heading.
_PARTING = r"\||[•●∙◦]|·|—|–|--+|\t+|\s{2,}|\s-\s|-\s|\s\.\s|\s/\s|\s-|;|,\s|@|:\s|»|>>|ï¼\S?|â€“"
#: What joins the two names of a column ("Role and tasks").
BOTH = re.compile(r"\s*[/&]\s*|\s(?:and|und|et|y|e|en)\s")
_SIGN = re.compile(r"[:：\t–-]|\s{3}")


def arrangement(words: Iterable[str], load: Mapping[str, Iterable[str]]) -> Deferred:
    """Parentheses that only tell how somebody was employed ("(full-time, 32 hours a week)")."""
    amount = rf"(?:\d+\s?(?:{alternatives(load['to'])}|-|–)\s?)?\d+\s?(?:%|{alternatives(load['units'])})"
    one = rf"(?:{alternatives(words)}|{amount}(?:\s?(?:/|{alternatives(load['per'])})\s?(?:{alternatives(load['week'])}))?)"
    return Deferred(rf"\s*\(\s*{one}(?:[\s,;/|&+-]+{one})*\s*\)", re.IGNORECASE)


def opening(words: Iterable[str]) -> Deferred:
    """What begins with such words and is no name: it goes on in small letters, or behind a sign."""
    return Deferred(rf"(?i:{alternatives(words)})(?:\s*[(:,;–—-].*|\s+[^A-Z\W].*)?\Z")


def acting(words: Iterable[str]) -> Deferred:
    """What tells before a title that somebody held it ("Currently working as a", "Post of")."""
    return Deferred(
        rf"\A(?:(?:(?:[\w-]+\s){{0,2}}[\w-]+(?:ed|ing)\s)?(?:{alternatives(words)})\s(?:an?\s|the\s)?)?"
        r"(?:post\sof\s(?:an?\s)?)?",
        re.IGNORECASE,
    )


def numbered(counters: Iterable[str]) -> Deferred:
    """What counts the entries of a career before their names ("v4: ", "Chapter 2 - ")."""
    number = r"(?:\d{1,2}(?:\.\d{1,2})*|[IVX]{1,4})"
    return Deferred(rf"\A[\W_]*(?:v|(?:{alternatives(counters)})\s?){number}\s*[:.)–—-]\s+", re.IGNORECASE)


def parting(words: Iterable[str]) -> Deferred:
    """What parts a title from its employer: signs, and such words."""
    return Deferred(rf"\s*(?:{_PARTING}|\s(?:{alternatives(words)})\s)\s*")


def may_be_label(head: str) -> bool:
    """Whether the beginning of a line holds what ends a label."""
    if head.isprintable() and "   " not in head and "-" not in head and ":" not in head and head.isascii():
        return False  # most lines
    return _SIGN.search(head) is not None
