"""Patterns that are compiled when they are first asked, and tried only where a look at the next word leaves them a chance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from aimatch.wordlist import heads_of

_NEXT = re.compile(r"\s*(?:,\s*)?([^\W_]+)")
_ENDING = 60  # characters before a noun phrase in which what it ends in is looked for: the longest is half of that


class Deferred:
    """A pattern that is compiled when it is first asked: one resume needs few of the grammar's, and to compile all of them
    takes a command that scores one file a tenth of its time. It is asked as a compiled one is.
    """

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self._source = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._source)

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """As of a compiled pattern."""
        return self._compiled.search

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """As of a compiled pattern."""
        return self._compiled.match

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As of a compiled pattern."""
        return self._compiled.finditer


class Ending:
    """A pattern that ends with what precedes a place; only as much of that is searched as may matter.

    ``last``: what the pattern's matches may end with, in lower case; most of what precedes a place does not.
    """

    def __init__(self, pattern: str, last: Iterable[str]) -> None:
        self._pattern = Deferred(pattern, re.IGNORECASE)
        self._last = tuple(last)

    def ends(self, lead: str) -> bool:
        """Whether what precedes ends so."""
        near = lead[-_ENDING:]
        return near.rstrip().lower().endswith(self._last) and self._pattern.search(near) is not None


class Opening:
    """A pattern for what goes on at a place, tried only where the next word may begin it: most words do not.

    ``heads``: the words with which the pattern's matches may begin, white space and a comma aside.
    """

    def __init__(self, pattern: str, heads: Iterable[str]) -> None:
        self._pattern = Deferred(pattern, re.IGNORECASE)
        self._heads = heads_of(heads)

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """What goes on so at a place."""
        word = _NEXT.match(text, at)
        if word is None or word.group(1).lower() not in self._heads:
            return None
        return self._pattern.match(text, at)
