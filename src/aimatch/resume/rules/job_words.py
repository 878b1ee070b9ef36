"""The words of a line, and those that the look-ups of positions are made of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

WORDS = re.compile(r"[^\W\d_]+(?:[.'’][^\W\d_]+)*")
#: A word of two letters with a slash between them ("A/S").
_SLASHED = re.compile(r"(?<![\w/])[^\W\d_]/[^\W\d_](?![\w/])")
#: Letters of a legal form that is written with full stops ("S.p.A.").
_DOTTED = 4
NOTHING = frozenset({"", "none", "n/a", "na", "-", "–", "—", "nil"})  # what stands behind a label for nothing


class Label(NamedTuple):
    """A label in a line: what it labels (employer, title, dates, text, project), and the span of what it labels."""

    kind: str
    body: int
    stop: int


def telling(cues: Iterable[str]) -> frozenset[str]:
    """The longest word of each cue: a text without any of them holds no cue."""
    return frozenset(max(WORDS.findall(cue), key=len) for cue in cues)


@lru_cache(maxsize=1024)
def words_of(text: str) -> frozenset[str]:
    """The words of a line in lower case. Kept for a while, since the same line is asked about several times."""
    lower = text.lower()
    return frozenset(WORDS.findall(lower) + (_SLASHED.findall(lower) if "/" in lower else []))


def as_written(forms: Iterable[str]) -> frozenset[str]:
    """The legal forms that hold a sign: short ones with their full stops ("s.r.l"), and those with a slash."""
    dotted = {".".join(form) for form in forms if 1 < len(form) <= _DOTTED and form.isalpha()}
    return frozenset(dotted.union(form for form in forms if "/" in form))
