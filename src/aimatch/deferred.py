"""Regular expressions that are compiled when they are first asked.

To compile one takes 0.1 to 10 ms, and a resume needs half of the nine hundred that there are: a tenth of the time of a command
that scores one file. So those of many words, or that few resumes need, are kept as text until then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any


class Deferred:
    """A pattern; it is asked as a compiled one is."""

    search: Callable[..., re.Match[str] | None]
    match: Callable[..., re.Match[str] | None]
    fullmatch: Callable[..., re.Match[str] | None]
    finditer: Callable[..., Iterator[re.Match[str]]]
    findall: Callable[..., list[str]]
    split: Callable[..., list[str]]
    sub: Callable[..., str]

    def __init__(self, pattern: str, flags: re.RegexFlag = re.NOFLAG) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        # What is asked is kept under its name: the next call is one of the compiled pattern, and no dearer.
        if name not in Deferred.__annotations__:
            raise AttributeError(name)
        asked = self.__dict__[name] = getattr(self.compiled, name)
        return asked
