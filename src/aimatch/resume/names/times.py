"""Dates among the parts of a heading, which are no names."""

from __future__ import annotations

import re

from aimatch.dates.words import words
from aimatch.deferred import Deferred

_YEAR = re.compile(r"^(?:([^\W\d_]+)\.?\s|\d{1,2}[./-])?(?:19|20)\d\d(?:[./-]\d\d)?$")
_SPAN = Deferred(
    r"^\W*(?:([^\W\d_]{3,9})\.?\s?)?(?:19|20)\d\d\s?(?:[-–—]|to)\s?(?:([^\W\d_]{3,9})\.?\s?)?(?:19|20)\d\d\W*$"
)
_LENGTH = re.compile(r"^\d+\+? [^\W\d_]+(?: \d+ [^\W\d_]+)?$")


def is_time(piece: str) -> bool:
    """Whether a part is a date, a length of time, or a word between dates."""
    year = _YEAR.match(piece)
    known = words()
    if (
        piece[-1].isdigit()
        and (span := _SPAN.match(piece))
        and all(word is None or word.lower() in known.months for word in span.groups())
    ):
        return True
    between = known.present, known.to, known.since, known.from_words, known.opening, known.parts
    if any(piece.lower() in other for other in between):
        return True
    if year is not None:
        return year[1] is None or year[1].lower() in known.months or year[1].lower() in known.parts
    return _LENGTH.match(piece) is not None
