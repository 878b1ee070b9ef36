"""Of which words the labels of a status are composed: "On the list for this winter", "Not exposed to so far".

A label or heading is one of a status where each of its words belongs to the vocabulary of that status and at least one is a
head (``[labels]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch import data

_MOST_WORDS, _MOST_OF_LINE = 8, 10
_TOLD_WORDS = 5  # of so many words a line is a label though its head is none by itself: "What you will not find here"
_LETTERS = re.compile(r"[\w'\u2019]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of which the labels of a status are composed.

    ``never``: whole labels that are none. ``remarks``: further words of remarks; ``limits``: those that make a remark tell
    of a limit instead.
    """

    status: str
    heads: frozenset[str]
    fillers: frozenset[str]
    never: frozenset[str]
    remarks: frozenset[str]
    limits: frozenset[str]
    objects: frozenset[str]


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabularies of ``language/status.toml``."""
    return tuple(
        Vocabulary(
            status=status,
            heads=frozenset(row["heads"]),
            fillers=frozenset(row["fillers"]),
            never=frozenset(row["never"]),
            remarks=frozenset(row["remarks"]),
            limits=frozenset(row["limits"]),
            objects=frozenset(row.get("objects", ())),
        )
        for status, row in data.table("language/status")["labels"].items()
    )


def composed(label: str, *, remark: bool = False, line: bool = False) -> str:
    """The status of which a label is, or ""; ``remark``: of what stands behind a name instead; ``line``: it is all of a
    line, which may name what is wished for too ("WISH LIST FOR THE NEXT JOB")."""
    words = [word.replace("\u2019", "'") for word in _LETTERS.findall(label.lower())]
    if not 0 < len(words) <= (_MOST_OF_LINE if line else _MOST_WORDS):
        return ""
    for vocabulary in vocabularies():
        if vocabulary.heads.isdisjoint(words) or " ".join(words) in vocabulary.never:
            continue
        if remark and not vocabulary.limits.isdisjoint(words):
            continue
        # "TOOLS AND SKILLS LIST": a head that is no label by itself needs another one.
        alone = line and len(words) < _TOLD_WORDS and len(heads := vocabulary.heads.intersection(words)) < 2
        if alone and heads <= vocabulary.never:
            continue
        further = vocabulary.remarks if remark else vocabulary.objects if line else ()
        known = (vocabulary.heads, vocabulary.fillers, further)
        if all(any(word in one for one in known) or word.isdigit() for word in words):
            return vocabulary.status
    return ""
