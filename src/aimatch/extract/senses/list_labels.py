"""Names that only say what follows: kinds of technology that label a list of them ("Databases: MySQL, Oracle" names two databases
and no third skill), and headings called like a skill ("Volunteering").

Which kinds are such labels is data (``list_labels`` of ``language/usage.toml``). Of a longer label ("Programming and
scripting languages:") all kinds go. So are the skills that headings are called like (``headings``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.model import Section

#: What may stand between the name of the kind and the first name of the list.
_REST = re.compile(
    r"(?:[ \t]*(?:,|/|&|\band\b)[ \t]*[\w-]+(?: [\w-]+)?)?(?: [a-z]+)?[ \t]*(?::|\t|[-\u2013] )[ \t:\u2013-]*",
    re.IGNORECASE,
)


def without_list_labels(original: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates, in order of place, without the kinds of technology that label a list of technologies."""
    kinds = _kinds()
    labels = [one for one in found if one.reading is not None and one.reading.skill in kinds]
    if not labels:
        return found
    listed = {one.original[0] for one in found if one.reading is not None and one.reading.kind == "technology"}
    left = {id(one) for one in labels if _labels(original, one, listed)}
    return [one for one in found if id(one) not in left]


def without_headings(found: list[Candidate], sections: Sequence[Section]) -> list[Candidate]:
    """The candidates without those skills that the headings of sections are called like, where they stand in one."""
    called = frozenset(data.table("language/usage")["headings"])
    titles = [(one.start, one.body_start) for one in sections if one.title]
    return [
        one
        for one in found
        if one.reading is None
        or one.reading.skill not in called
        or not any(start <= one.original[0] and one.original[1] <= end for start, end in titles)
    ]


def _labels(original: str, kind: Candidate, listed: set[int]) -> bool:
    start, end = kind.original
    rest = _REST.match(original, end) if original[start].isupper() else None
    return rest is not None and rest.end() in listed


@cache
def _kinds() -> frozenset[str]:
    return frozenset(data.table("language/usage")["list_labels"])
