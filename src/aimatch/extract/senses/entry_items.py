"""Names that open or fill an item of a technical job: "- Puppet on 600 hosts" below "Ops Engineer".

Nothing else in such a line may speak for an ambiguous name; the job does. Which words make a job's title technical, and
which words may follow the name, is data (``language/usage.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aimatch import data
from aimatch.extract.lines import line_start
from aimatch.model import Position
from aimatch.wordlist import only_words

_OPENS = re.compile(r"[ \t]*(?:[\u2022\u00b7*\u2013>+-][ \t]*)?")
_JOINED = re.compile(r"[ \t]*(?:[,;/&+]|and\b|or\b)[ \t]*")


class TechnicalJobs:
    """The jobs of a resume whose titles are technical."""

    def __init__(self, positions: Sequence[Position]) -> None:
        self._positions = positions
        self._spans: list[tuple[int, int]] | None = None

    def item(self, text: str, start: int, end: int) -> bool:
        """Whether a capitalised name opens a line of such a job and fills it, is joined to more, or is followed by where or
        what it was used for."""
        line = line_start(text, start)
        if not _OPENS.fullmatch(text, line, start) or not (_follows().match(text, end) or _JOINED.match(text, end)):
            return False
        return any(begin < line and start < stop for begin, stop in self._technical())

    def _technical(self) -> list[tuple[int, int]]:
        if self._spans is None:
            words = _titles()
            self._spans = [
                (one.text_start, one.text_end)
                for one in self._positions
                if not words.isdisjoint(only_words(one.title.lower()).split())
            ]
        return self._spans


@cache
def _titles() -> frozenset[str]:
    return frozenset(data.table("language/usage")["technical_titles"])


@cache
def _follows() -> re.Pattern[str]:
    """The end of the line, or a word of use: "for 90 kiosks"."""
    words = "|".join(data.table("language/usage")["use_follows"])
    return re.compile(rf"[ \t]*(?:\.?[ \t]*(?=\n|\Z)| (?:{words})\b)")
