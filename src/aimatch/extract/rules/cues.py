"""Cues of status: the phrases of ``language/status.toml`` (whose head describes its format), with their slots filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aimatch import data
from aimatch.errors import TaxonomyError
from aimatch.extract.rules import cue_check
from aimatch.extract.rules.phrases import OR, split


@dataclass(frozen=True, slots=True)
class Cue:
    """What a cue says, which way it acts, within how many words, and on what kind of skill alone ("": on every kind).

    ``beside``: words of which one must stand in the same sentence, near by. ``rest``: the phrases of which one must follow the words
    by which the cue is found (see :mod:`aimatch.extract.rules.phrases`; "": nothing more).
    """

    status: str
    direction: str
    reach: int
    kind: str = ""
    beside: tuple[str, ...] = ()
    rest: str = ""


def phrases_of_cues() -> Iterator[tuple[str, list[Any]]]:
    """(the words by which a cue is found, the fields of its :class:`Cue` as JSON types).

    Raises:
        TaxonomyError: Cues that are not written as they must be, all of them.
    """
    table = data.table("language/status")
    if faults := cue_check.problems(table):
        raise TaxonomyError("the cues of status can't be read", faults)
    for entry in table["cue"]:
        row = [
            entry["status"],
            entry["direction"],
            entry.get("reach", 2),
            entry.get("kind", ""),
            entry.get("beside", []),
        ]
        rests: dict[str, dict[str, None]] = {}
        for phrase in entry["phrases"]:
            found, rest = split(phrase, table["slots"])
            for text in found:
                rests.setdefault(text, {})[rest] = None
        for text, several in rests.items():
            if "" in several:
                yield text, [*row, ""]
            if longer := [rest for rest in several if rest]:
                yield text, [*row, OR.join(longer)]
    for noun in table["others"]["people"]:
        yield noun, ["other-person", "people", 0, "", [], ""]
    for pronoun in table["others"]["pronouns"]:
        yield pronoun, ["other-person", "pronoun", 0, "", [], ""]
