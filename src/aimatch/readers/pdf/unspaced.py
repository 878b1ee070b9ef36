"""Pages without spaces, whose fonts claim letters too wide to leave room for any: words are told by the gaps one sees.

pdfium puts a space where two letters stand further apart than the font says the first one is wide. A font made by a
poor converter gives all of its letters one width, an em say, and then no gap is wide enough.
"""

from __future__ import annotations

import re
from itertools import pairwise

from aimatch.readers.pdf.geometry import median
from aimatch.readers.pdf.lines import PageText

# A page has a space in six characters or so. Scripts that write none are not Latin, lists of names have short lines.
_FEWEST_SPACES = 1 / 30
_LEAST_JUDGED = 200
_LONG = re.compile(r"[A-Za-z]{25}")
_FEWEST_LONG = 3
# Letters of a word stand about a tenth of an em apart as they are drawn, words a third; this much beyond the letters'
# usual gap begins a word.
_WORD_GAP_EM = 0.15
# A "1" is drawn narrower than the room that every figure has.
_FIGURE_GAP_EM = 0.35


def is_unspaced(text: str) -> bool:
    """Whether the words of a page run together."""
    if len(text) < _LEAST_JUDGED or text.count(" ") > _FEWEST_SPACES * len(text):
        return False
    return len(_LONG.findall(text)) >= _FEWEST_LONG


def word_starts(text: PageText) -> list[int]:
    """The places in the page's text before which a reader sees a space, in order."""
    gaps: list[tuple[int, float]] = []
    for start, end in text.spans:
        size = text.size(start)
        places = [place for place in range(start, end) if not text.text[place].isspace()]
        boxes = [text.box(place) for place in places]
        for (_, before), (place, box) in pairwise(zip(places, boxes, strict=True)):
            gaps.append((place, (box[0] - before[2]) / size))
    if not gaps:
        return []
    usual = median(gap for _, gap in gaps)
    starts = []
    for place, gap in gaps:
        last, first = text.text[place - 1], text.text[place]
        wide = _FIGURE_GAP_EM if last.isdigit() and first.isdigit() else _WORD_GAP_EM
        if gap > usual + wide and not last.isspace():
            starts.append(place)
    return starts
