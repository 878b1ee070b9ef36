"""Sentences of a resume: the stretches of text in which words are read together.

A resume's sentence ends at a full stop, at a blank line, at a bullet, or at a line end that is no soft wrap (the next
line begins in lower case, or the line is long and the next is no bullet and no heading).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from aimatch.deferred import Deferred

# Of both patterns the character stands first and what decides on it behind, so that the search jumps from one such
# character to the next.
_END = re.compile(
    r"[.!?;\n\u2022\u27a2\u25aa\u25cf\u25a0\uf0b7](?:(?<=[.!?;])(?=\s)(?<!\b[Rr]s\.)(?<!\bca\.)(?<!approx\.)|(?<=\n)(?:\s*\n|(?![ \t]*[a-z(&,]))"
    r"|(?<=[\u2022\u27a2\u25aa\u25cf\u25a0\uf0b7]))"
)

# Words behind which no sentence ends, so that a line end there is a soft wrap whatever the next line begins with.
_GOES_ON = (
    r"(?<! a\n)(?<! (?:an|as|at|by|in|of|on|or|to)\n)(?<! (?:and|for|the|via)\n)(?<! (?:from|into|like|with)\n)"
    r"(?<! using\n)"
)
# A sentence ends at a stop before white space, a blank line, or a line end that is no soft wrap; a row of a table is none,
# whose first cell a sign parts from the next: "never | Rust", "daily    Go".
_STOP = re.compile(
    r"[.!?;\n\u2022](?:(?<=[.!?;])(?=\s|$)(?<!e\.g\.)(?<!i\.e\.)(?<!excl\.)(?<!incl\.)(?<!\bM[rs]\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bProf\.)(?<!\s[ABE-IL-QS-Z]\.)|(?<=\n)(?:\s*\n|(?<!,\n)(?![ \t]*[a-z(])"
    + _GOES_ON
    + r"|(?=[ \t]*[a-z][\w+#./ '-]{0,20}?(?::[ \n]|\t|   +\S| ?\||\s*\.{3,} |(?: [\u2013\u2014=-]| ->) )))|(?<=\u2022))"
)
# So do the signs between the items of a line, which many texts do without.
_STOP_OR_BAR = Deferred(_STOP.pattern + r"|\s(?:[|]|//)\s")
#: Characters from which a sentence is cut: what one takes to read grows with the square of its length.
_LONGEST = 3000


class Sentences:
    """The sentence boundaries of one text."""

    def __init__(self, text: str) -> None:
        starts = [0]
        starts += [match.end() for match in _END.finditer(text)]
        if cuts := [
            cut for start, end in zip(starts, (*starts[1:], len(text)), strict=True) for cut in _cuts(text, start, end)
        ]:
            starts = sorted([*starts, *cuts])
        self._starts = starts
        self._length = len(text)

    def around(self, at: int) -> tuple[int, int]:
        """The span of the sentence that holds an offset."""
        number = bisect_right(self._starts, at)
        return self._starts[number - 1], self._starts[number] if number < len(self._starts) else self._length


def _cuts(text: str, start: int, end: int) -> Iterator[int]:
    """Where a sentence is cut that is longer than any: text that lost its signs, or a name repeated ten thousand times."""
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        start = start + _LONGEST if blank <= start else blank + 1
        yield start


@lru_cache(maxsize=4)
def sentences(text: str) -> Sentences:
    """The sentences of a text; the last few texts are kept, as several steps ask for the same one."""
    return Sentences(text)


@lru_cache(maxsize=4)
def stops(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text stop, as cues of status see them, and where what stops them ends."""
    barred = "|" in text or text.count("//") > text.count("://")
    spans = [stop.span() for stop in (_STOP_OR_BAR if barred else _STOP).finditer(text)]
    begins, ends = [start for start, _ in spans], [end for _, end in spans]
    cuts = [cut for end, begin in zip((0, *ends), (*begins, len(text)), strict=True) for cut in _cuts(text, end, begin)]
    return (sorted([*begins, *(cut - 1 for cut in cuts)]), sorted([*ends, *cuts])) if cuts else (begins, ends)


def sentence_of(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence, as cues of status see it, from that of one place to that of another behind it."""
    starts, ends = stops(text)
    first, last = bisect_right(ends, start) - 1, bisect_left(starts, end)
    return ends[first] if first >= 0 else 0, starts[last] if last < len(starts) else len(text)
