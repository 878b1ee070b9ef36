"""Names broken over a line end, or by a hyphen ("Mem-cached"): "Mon-" / "goDB". Read as one word where that, alone
or with the words beside it, is a sure name and the halves are none.

A break at a joining hyphen ("scikit-" / "learn") needs none of this: in the normal text both are one space.
"""

from __future__ import annotations

import re

from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.normalise import NormalText

# The hyphen stands first and what decides on it behind, so that the search jumps from one to the next.
_HYPHEN = re.compile(r"[-\u2010\u00ad](?:[ \t]*\r?\n[ \t]*|(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2}))")
_FIRST_HALF = re.compile(r"[^\W\d_]+\Z")
_SECOND_HALF = re.compile(r"[^\W\d_]+")
_WORD_BEFORE = re.compile(r"[^\W_]+ ")
_WORD_BEHIND = re.compile(r" [^\W_]+")
_WORDS = 2  # words on either side that may belong to the same name
_LONGEST = 40  # letters of a half that are looked at
_SHORTEST = 5  # letters of a name; a shorter one is too often made of two words by chance
_SHORTEST_OPEN = 7  # the same of one that something may speak against
_SHORTEST_IN_LINE = 8  # the same of a name with a hyphen in its line: compounds are many


def mend(original: str, normal: NormalText, found: list[Candidate], lexicon: Lexicon) -> list[Candidate]:
    """The candidates of a text with those added that a line end breaks; what was read into their halves is dropped."""
    reached = 0
    for hyphen in _HYPHEN.finditer(original):
        first = _FIRST_HALF.search(original, max(reached, hyphen.start() - _LONGEST), hyphen.start())
        second = _SECOND_HALF.match(original, hyphen.end())
        if first is None or second is None:
            continue
        begin, end = first.start(), second.end()
        reached = end
        name = (first.group() + second.group()).lower()
        parted = "\n" in hyphen.group()
        least = _SHORTEST if parted else _SHORTEST_IN_LINE
        look = lexicon.open if parted and len(name) >= _SHORTEST_OPEN else lexicon.sure
        reading = look(name) if len(name) >= least else None
        if reading is None and parted:
            reading, begin, end = _longer(original, name, begin, end, lexicon)
        if reading is None or reading.kind == "soft":
            continue
        if any(one.original[0] <= begin and end <= one.original[1] for one in found):
            continue
        found = [one for one in found if one.original[1] <= begin or end <= one.original[0]]
        found.append(
            Candidate(
                start=normal.at(begin),
                end=normal.at(end),
                original=(begin, end),
                readings=(reading,),
                reading=reading,
                via="variant",
            )
        )
    return found


def _longer(original: str, word: str, begin: int, end: int, lexicon: Lexicon) -> tuple[Reading | None, int, int]:
    """The name of several words that a broken one is part of ("natural lan-" / "guage processing"), the longest, with
    its span."""
    before = list(_WORD_BEFORE.finditer(original, max(original.rfind("\n", 0, begin) + 1, begin - _LONGEST), begin))
    line_end = original.find("\n", end)
    behind = list(
        _WORD_BEHIND.finditer(original, end, min(end + _LONGEST, line_end if line_end >= 0 else len(original)))
    )
    # Only words that follow each other with one space are one name.
    left = [begin]
    for one in reversed(before):
        if one.end() != left[-1]:
            break
        left.append(one.start())
    right = [end]
    for one in behind:
        if one.start() != right[-1]:
            break
        right.append(one.end())
    spans = sorted(
        (
            (start, stop)
            for start in left[: _WORDS + 1]
            for stop in right[: _WORDS + 1]
            if (start, stop) != (begin, end)
        ),
        key=lambda span: span[0] - span[1],
    )
    for start, stop in spans:
        reading = lexicon.sure(f"{original[start:begin]}{word}{original[end:stop]}".lower())
        if reading is not None:
            return reading, start, stop
    return None, begin, end
