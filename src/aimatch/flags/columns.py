"""Whether a plain text holds columns side by side, as a page printed to text does: each line then belongs to two parts.

What stands under which heading can't be told there, so a flag about what is *not* told stays silent. Files with geometry
(PDF, DOCX) are read column by column and need no such care.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

#: Lines in which the second column must begin at one and the same place, and their share of all lines with text: a table
#: of a few labels and values, or dates at the right margin, stay far below it.
FEWEST_LINES = 10
SHARE = 0.33
#: Characters from the left at which a second column may begin: before them stands a bullet or a label.
LEFT_MARGIN = 20
#: A stretch of white space between two columns; a colon on either side makes it one between a label and its value.
_GAP = re.compile(r" {3,}(?=[^\s:])")


@lru_cache(maxsize=4)
def stand_side_by_side(text: str) -> bool:
    """Whether so many lines go on at the same place behind a gap that they are two columns."""
    if "   " not in text:
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    begins = Counter(
        gap.end()
        for line in lines
        if "   " in line
        for gap in _GAP.finditer(line)
        if gap.end() >= LEFT_MARGIN and line[: gap.start()][-1:].strip(": \t")
    )  # a line has few gaps, and each at another place
    most = max(begins.values(), default=0)
    return most >= FEWEST_LINES and most >= SHARE * len(lines)
