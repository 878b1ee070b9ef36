"""A text with its dates written plainly: without the emphasis of Markdown around them, and with the counters of Chinese,
Japanese and Korean as the signs that part numbers elsewhere. Every offset stays."""

from __future__ import annotations

import re

from aimatch.wordlist import lowered

_EMPHASIS = re.compile(r"(?<![\w*])[*_]{1,3}(?=\d)|(?<=[\d–-])[*_]{1,3}(?![\w*])")
_COUNTED = re.compile(r"((?:19|20)\d\d) ?[年년](?: ?(\d{1,2}) ?[月월](?: ?\d{1,2} ?[日일])?)?")


def plain(text: str) -> tuple[str, str]:
    """The text, and the same in lower case."""
    dated = text
    if "*" in text or "_" in text:
        dated = _EMPHASIS.sub(lambda signs: " " * len(signs[0]), dated)
    if "年" in text or "년" in text:
        dated = _COUNTED.sub(_numbers, dated)
    return dated, lowered(dated)


def whole_end(text: str, written: str, end: int) -> int:
    """Where a date that ends at ``end`` of the plain ``text`` ends with the signs that this leaves out of what is ``written``."""
    spaces = len(text) - len(text[end:].lstrip(" "))
    return end + len(written[end:spaces].rstrip())


def _numbers(date: re.Match[str]) -> str:
    month = f".{int(date[2]):02}" if date[2] else ""
    return f"{date[1]}{month}".ljust(len(date[0]))
