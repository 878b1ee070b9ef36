"""Signs that open an item, as one sign.

People and programs open their items with dozens of them: "\u25e6", "\u2714", "\u27a4", a lone "o" that was a hollow bullet in Word, signs
of private fonts. What ends a sentence or begins an item is told by a few, so all others are read as "\u2022".
"""

from __future__ import annotations

import re
from functools import lru_cache

from aimatch.wordlist import beyond_ascii

BULLET = "\u2022"
_SIGNS = (
    "\u203a\u00bb\u2023\u2043\u204c\u204d\u2219\u2192\u21d2\u21e8\u25a1\u25ab\u25ac\u25b6\u25b8\u25b9\u25ba\u25bb\u25c6\u25c7\u25c8\u25cb\u25c9\u25ce\u25e6\u25fe\u2605\u2606\u2610\u2611\u2612\u2713\u2714\u2716\u2726\u2727"
    "\u272a\u2730\u2756\u2765\u2794\u2799\u279c\u279d\u279e\u27a1\u27a3\u27a4\u27b2\u2b25\u2b50\u2bc8\u2981\u29bf\u29be"
)
# At the head of a line, or behind the frame that is drawn around it, and not one of several, which are marks ("\u2605\u2605\u2605\u2606"); the letter only before a capital.
_OPENING = re.compile(rf"(?m)^[ \t\u2500-\u257f]*(?:[{_SIGNS}\uf000-\uf0ff](?![{_SIGNS}])|o(?=[ \t]+[A-Z]))")
# Numbers in a circle, which open items within a line too ("\u2460Spark \u2461Hive").
_CIRCLED = dict.fromkeys((*range(0x2460, 0x2474), *range(0x24F5, 0x24FF), *range(0x2776, 0x2794)), BULLET)
# Without one of these no sign opens a line: the signs, frames included, and the lone letter with white space around it.
_SIGN_SET = frozenset(_SIGNS).union(map(chr, (*range(0x2500, 0x2580), *range(0xF000, 0xF100), *_CIRCLED)))
_LONE = ("o ", "o\t")
_LONE_WITHIN = tuple(f"{before}{lone}" for before in "\n \t" for lone in _LONE)


@lru_cache(maxsize=4)
def with_plain_bullets(text: str) -> str:
    """The text with every sign that opens a line as "\u2022"; each character keeps its place.

    The last few texts are kept, as several steps ask for the same one.
    """
    if (
        _SIGN_SET.isdisjoint(beyond_ascii(text))
        and not text.startswith(_LONE)
        and not any(o in text for o in _LONE_WITHIN)
    ):
        return text
    return _OPENING.sub(lambda match: match.group()[:-1] + BULLET, text).translate(_CIRCLED)
