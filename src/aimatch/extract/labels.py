"""Labels told by what they are composed of: "On the list for this winter:", "Not exposed to so far:", "Done by others:".

A label is short and stands between the beginning of a line or sentence and a colon. It is one of a status where each of
its words belongs to the vocabulary of that status and at least one is a head (``[labels]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.directions import Directions

_MOST_WORDS = 8
_LABEL = re.compile(
    r"(?:^|[\n.;|\u2022\u00b7]|\s[\u2013\u2014-]\s)[^\w\n]*([A-Za-z\u00c0-\u024f0-9][^\n.;:|()\u2022]{1,60}?)"
    r"(?:\s*\([^()\n]{1,40}\))?[ \t]*:(?!//)"
)
_WORDS = re.compile(r"[\w'\u2019]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The words of which the labels of a status are composed. ``never``: whole labels that are none."""

    status: str
    heads: frozenset[str]
    fillers: frozenset[str]
    never: frozenset[str]


@cache
def vocabularies() -> tuple[Vocabulary, ...]:
    """The vocabularies of ``language/status.toml``."""
    return tuple(
        Vocabulary(
            status=status,
            heads=frozenset(row["heads"]),
            fillers=frozenset(row["fillers"]),
            never=frozenset(row["never"]),
        )
        for status, row in data.table("language/status")["labels"].items()
    )


def composed(label: str) -> str:
    """The status of which a label is, or ""."""
    words = [word.replace("\u2019", "'") for word in _WORDS.findall(label.lower())]
    if not 0 < len(words) <= _MOST_WORDS:
        return ""
    for vocabulary in vocabularies():
        if vocabulary.heads.isdisjoint(words) or " ".join(words) in vocabulary.never:
            continue
        if all(word in vocabulary.heads or word in vocabulary.fillers or word.isdigit() for word in words):
            return vocabulary.status
    return ""


def ruled(directions: Directions) -> Iterator[tuple[str, int, int]]:
    """(status, number, distance) of each mention behind a composed label."""
    scene = directions.scene
    for match in _LABEL.finditer(scene.text):
        status = composed(match.group(1))
        if status and not scene.within(match.start(1), match.end(1)):
            for number, far in directions.after_label(match.end() - 1):
                if status != "negated" or not scene.excepted(number, match.end()):
                    yield status, number, far
