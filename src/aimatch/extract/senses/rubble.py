"""Lines that a scanner misread beyond repair: there two or three letters that make a name are chance.

Such a line is told by its tokens: half of them hold what no word, number or name does ("g_", "\\CE", "o..SfT").
"""

from __future__ import annotations

import re

from aimatch.extract.lines import line_of

#: Letters of a name that may come about by chance.
SHORT = 4
_FEWEST = 3  # tokens that are no words in a line of rubble
_LONGEST = 300  # characters of a line that is looked at
_NO_WORD = re.compile(
    r"[\\^~]|\b_|_\b(?!\w)|(?<=\w)[.,;:'\u00b7]{2,}(?=\w)|^[,;:.'\u00b7-]{2,}|[\u00b7'-]{2,}$|(?<=[A-Za-z])[>|<\]}](?=[A-Za-z])"
)


def in_rubble(text: str, start: int, end: int) -> bool:
    """Whether a place stands in a line of rubble."""
    begin, stop = line_of(text, start, end)
    if stop - begin > _LONGEST:
        return False
    tokens = [token for token in text[begin:stop].split() if len(token) > 1 and token.strip(".-_*=\u2022")]
    strange = sum(1 for token in tokens if _NO_WORD.search(token))
    return strange >= _FEWEST and 2 * strange >= len(tokens)
