"""Lines that were broken only because the page was full, as one line.

A PDF ends a line where its column does, a Word file where its paragraph does. What is read by lines (the words around an
ambiguous name, the end of a sentence that has no stop) must be the same for both. A line was broken where the first word
of the next one would not have fitted any more.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import pairwise

# What opens an item, or a row behind a label or a first cell ("never: Rust"), is no rest of the line above.
_SIGN = re.compile(r"[ \t]*(?:[^\w\s(\"'\u201c\u2018&/$\u20ac\u00a3<]|\(?\d\d?[.)][ \t])")
_ROW = re.compile(
    r"[ \t]*[^\W\d_][\w+#./ '-]{0,20}?(?:[^:.,;()\n]{0,20}?:[ \n]|\t|   +\S| ?\||\s*\.{2,} |(?: [=\u2013\u2014-]| ->) )"
)
# Words broken at a hyphen are put together by rules of their own.
_HYPHENS = "-\u2010\u00ad"
# The narrowest column (characters). Letters differ in width, so that a full line may have this share of the longest.
_NARROWEST = 32
_FULL = 0.88


def unwrapped(text: str, headings: Collection[int] = ()) -> str:
    """The text with each soft wrap as a space; every character keeps its place. No heading is joined to anything."""
    found: list[int] = []
    at = 0
    for block in text.split("\n\n"):
        lines = block.split("\n")
        if len(lines) > 1:
            longest = max(map(len, lines))
            if longest >= _NARROWEST:
                found += _wraps(at, lines, _FULL * longest, headings)
        at += len(block) + 2
    if not found:
        return text
    return " ".join([text[after + 1 : place] for after, place in pairwise([-1, *found, len(text)])])


def _wraps(at: int, lines: list[str], full: float, headings: Collection[int]) -> Iterator[int]:
    """The soft wraps of a block that begins at ``at``; a line longer than ``full`` with the next word reaches its end."""
    item = (
        False  # whether a sign has opened an item, so that a full line goes on even if the next begins with a capital
    )
    for line, below in pairwise(lines):
        start, at = at, at + len(line) + 1
        # Most lines are too short, which is told first.
        room = full - len(line) - 1
        first = below.lstrip()
        if not line or not first or first.find(" ", 0, max(0, int(room) + 1)) >= 0 or len(first) <= room:
            item = False
            continue
        item = item or _SIGN.match(line) is not None
        if not (item or first[0].islower() or first[0] in "(&"):
            continue
        if (
            line[-1] in _HYPHENS
            or "\t" in line
            or "|" in line
            or start in headings
            or at in headings
            or _SIGN.match(below)
            or _ROW.match(below)
        ):
            item = False
        else:
            yield at - 1
