"""What the patterns of the lexicon stand for: readings as a skill, cues of status, words of behaviours and deeds."""

from __future__ import annotations

import json
from array import array
from dataclasses import dataclass
from typing import Any, Literal

from aimatch.extract.lexicon.patterns import OBJECT, QUOTE, SHOWS, VERB
from aimatch.extract.rules.cues import Cue
from aimatch.model import Kind, Via
from aimatch.taxonomy import AmbiguousForm
from aimatch.taxonomy.skill import ambiguous_form, with_groups


@dataclass(frozen=True, slots=True)
class Reading:
    """What a pattern may mean. ``ambiguous`` holds the rule that settles it, ``None`` for a form that is sure.

    ``plural``: an ``s`` may follow; ``version``: digits may be glued on; ``shows``: in running text it tells of a deed that shows
    the skill and does not name it.
    """

    skill: str
    name: str
    kind: Kind
    via: Via
    plural: bool
    version: bool
    ambiguous: AmbiguousForm | None = None
    shows: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """What a pattern stands for: readings as a skill (``None``: it is none; empty: a phrase known to be no skill), cues
    of status, groups of words that behaviours are made of, and the numbers of the deeds of which it is verb or object.
    ``never``: no ambiguous name within it is a skill. ``open``: a reading is ambiguous; ``plural``: an ``s`` may follow it;
    ``names``: it matters to what is a skill. ``rests``: what must follow for each of its cues to hold ("": nothing)."""

    readings: tuple[Reading, ...] | None
    cues: tuple[Cue, ...]
    groups: tuple[str, ...]
    verb_of: tuple[int, ...] = ()
    object_of: tuple[int, ...] = ()
    never: bool = False
    open: bool = False
    plural: bool = False
    names: bool = False
    rests: tuple[str, ...] = ()


class Entries(dict[int, Entry]):
    """Entries by the number of their pattern; each is read when it is first found. Many patterns share one."""

    def __init__(self, of: array[int], rows: list[str]) -> None:
        super().__init__()
        self._of = of
        self._rows = rows
        self._by_row: dict[int, Entry] = {}

    def __missing__(self, pattern: int) -> Entry:
        row = self._of[pattern]
        known = self._by_row.get(row)
        if known is None:
            known = self._by_row[row] = _entry(*json.loads(self._rows[row].replace(QUOTE, '"')))
        self[pattern] = known
        return known


def _entry(readings: list[list[Any]] | None, cues: list[list[Any]], groups: list[str], never: bool) -> Entry:
    meant = None if readings is None else tuple(_reading(*row) for row in readings)
    return Entry(
        readings=meant,
        cues=tuple(
            Cue(status, way, reach, kind, tuple(beside), rest) for status, way, reach, kind, beside, rest in cues
        ),
        groups=tuple(group for group in groups if group[0] not in (VERB, OBJECT)),
        verb_of=tuple(int(group[1:]) for group in groups if group[0] == VERB),
        object_of=tuple(int(group[1:]) for group in groups if group[0] == OBJECT),
        never=never,
        open=any(reading.ambiguous is not None for reading in meant or ()),
        plural=meant is not None and any(reading.plural for reading in meant[:1]),
        names=meant is not None or never,
        rests=tuple(rest for *_, rest in cues),
    )


def _reading(id_: str, name: str, kind: Kind, via: Via | Literal["shows"], rule: dict[str, Any] | None) -> Reading:
    return Reading(
        skill=id_,
        name=name,
        kind=kind,
        via="phrase" if via == SHOWS else via,
        plural=kind in ("method", "soft") or name.isupper() or via in ("phrase", SHOWS),
        version=kind == "technology",
        ambiguous=None if rule is None else with_groups(ambiguous_form(rule)),
        shows=via == SHOWS or (rule is not None and rule["shows"]),
    )
