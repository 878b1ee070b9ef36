"""Names broken over a line end, or by a hyphen ("Mem-cached"): "Mon-" / "goDB". Read as one word where that is a sure
name and the halves are none.

A break at a joining hyphen ("scikit-" / "learn") needs none of this: in the normal text both are one space.
"""

from __future__ import annotations

import re

from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Lexicon
from aimatch.extract.normalise import NormalText

# The hyphen stands first and what decides on it behind, so that the search jumps from one to the next.
_HYPHEN = re.compile(r"[-\u2010\u00ad](?:[ \t]*\r?\n[ \t]*|(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2}))")
_FIRST_HALF = re.compile(r"[^\W\d_]+\Z")
_SECOND_HALF = re.compile(r"[^\W\d_]+")
_LONGEST = 40  # letters of a half that are looked at
_SHORTEST = 5  # letters of a name; a shorter one is too often made of two words by chance
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
        look = lexicon.open if parted and len(name) >= _SHORTEST_IN_LINE else lexicon.sure
        reading = look(name) if len(name) >= least else None
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
