"""Of which words the labels of a status are composed: "On the list for this winter", "Not exposed to so far".

A label or heading is one of a status where each of its words belongs to the vocabulary of that status and at least one is a
head (``[labels]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from aimatch import data
from aimatch.extract.rules.scopes import columns
from aimatch.resume.rules.headings import headings

_MOST_WORDS, _MOST_OF_LINE = 8, 10
_AROUND_KEY = " \t*_\"'?:.,;()"
_TOLD_WORDS = 5  # of so many words a line is a label though its head is none by itself: "What you will not find here"
#: Words with the apostrophes within them.
LETTERS = re.compile(r"[\w'\u2019]+")


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
    table = data.table("language/status")["labels"]
    return tuple(data.filled(Vocabulary, [row, {"objects": ()}], status=status) for status, row in table.items())


@lru_cache(maxsize=1024)
def keyed(key: str, *, others: bool = True) -> str:
    """What the key of a row, the header of a column or a word of a legend tells: a status, or "". ``others``: an answer that
    names others is one; as the key of a row it is a label of what is left ("Others: Word, Excel")."""
    low = key.strip(_AROUND_KEY).lower().replace("\u2019", "'")
    answers = data.table("language/status")["answers"].items()
    answered = next((status for status, said in answers if low in said), "")
    return columns().get(low) or (answered if others or answered != "other-person" else "") or composed(low)


def composed(label: str, *, remark: bool = False, line: bool = False) -> str:
    """The status of which a label is, or ""; ``remark``: of what stands behind a name instead; ``line``: it is all of a
    line, which may name what is wished for too ("WISH LIST FOR THE NEXT JOB")."""
    words = [word.replace("\u2019", "'") for word in LETTERS.findall(label.lower())]
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
            return "" if headings().is_of_both(label) else vocabulary.status
    return ""
