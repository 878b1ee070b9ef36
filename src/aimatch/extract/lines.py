"""The lines of a text, and what is looked for in them by plain search."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIRST_WORD = re.compile(r"\W*(\w+)")


def line_start(text: str, at: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a place ends."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def line_of(text: str, start: int, end: int | None = None) -> tuple[int, int]:
    """The span of the line of a place, or of those from one place to another."""
    return line_start(text, start), line_end(text, start if end is None else end)


def places(text: str, sign: str) -> Iterator[int]:
    """Where a sign or word stands in a text."""
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + 1)


def bracket_around(text: str, floor: int, at: int) -> int:
    """Where the brackets open in which a place stands, not before ``floor``; -1: in none."""
    opened = text.rfind("(", floor, at)
    return -1 if ")" in text[opened:at] else opened


def first_word(text: str, start: int = 0, end: int | None = None) -> str:
    """The first word of a stretch of text, in lower case, or ""."""
    first = _FIRST_WORD.match(text, start, len(text) if end is None else end)
    return "" if first is None else first.group(1).lower()
