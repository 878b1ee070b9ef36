"""The patterns of behaviours, read from ``skill_taxonomy/language/behaviours.toml``, whose head defines every field."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import permutations
from typing import Any

from aimatch import data

#: The part for which a technology or method that the text names stands.
SKILL = "#skill"
_ANY_LENGTH = 10**6
#: What of a row says what to look for; a row without names only the place.
_WORDS = frozenset({"phrases", "sequence"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What shows a behaviour: parts that stand in one sentence, in this order.

    Attributes:
        behaviour: The behaviour's id.
        parts: For each part the groups of words or kinds of number of which any one may stand there.
        gap: The most words between a part and the one before.
        joined: Neither a comma nor another sign of a list stands between them.
        weak: It only suggests the behaviour.
        family: The skills one of which must be asserted too (a name of ``families``); empty: none.
        near: That skill must stand in the same sentence; else two in the same position or project will do.
        far: Where no such skill stands in the same line either, it only suggests.
        without: Groups of words none of which may stand in the sentence.
        wished: A wish or a beginning shows the behaviour as well as a deed.
        sections: The kinds of section in which it holds; empty: in all.
        last: It holds at the first such place only, and only where nothing else in the text shows the behaviour.
        measured: A part is a quantity.
        naming: A part is a technical skill that the text names.
    """

    behaviour: str
    parts: tuple[frozenset[str], ...] = ()
    gap: int = 0
    joined: bool = False
    weak: bool = False
    family: str = ""
    near: bool = False
    far: bool = False
    without: frozenset[str] = frozenset()
    wished: bool = False
    sections: frozenset[str] = frozenset()
    last: bool = False
    measured: bool = False
    naming: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A section whose lines of at most so many words show a behaviour; with ``naming`` those that name a technical skill."""

    pattern: Pattern
    naming: bool
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The skills beside which some patterns hold: all that is narrower than ``roots``, and those in ``alone``, less what is
    narrower than ``bought``: products of others for whoever works with them."""

    roots: tuple[str, ...]
    bought: tuple[str, ...] = ()
    alone: tuple[str, ...]


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Rules:
    """All of it: patterns by the groups that they may begin with, places by the kind of their section. ``told``: the
    patterns again, with their parts that are all words, by the groups of the first such part: without a group of each of
    these no sentence can hold the pattern, and most sentences are told by that."""

    names: dict[str, str]
    wished: frozenset[str]
    facts: frozenset[str]
    enough: dict[str, int]
    apart: frozenset[str]
    families: dict[str, Family]
    sections: dict[str, tuple[Place, ...]]
    kinds: dict[str, Pattern]
    first: dict[str, tuple[Pattern, ...]]
    told: dict[str, tuple[tuple[Pattern, tuple[frozenset[str], ...]], ...]]


@cache
def rules() -> Rules:
    """The shipped rules."""
    table = data.table("language/behaviours")
    patterns: dict[Pattern, None] = {}
    sections: dict[str, list[Place]] = {}
    kinds: dict[str, Pattern] = {}
    itself = {row["id"]: frozenset(row.get("itself", ())) for row in table["behaviour"]}
    for behaviour, number, row in _rows(table):
        alone = Pattern(
            behaviour=behaviour,
            weak=row.get("strength", "clear") == "weak",
            family=row.get("with", ""),
            near=row.get("near", False),
            far=bool(itself[behaviour]) and "with" in row and not row.get("near"),
            without=frozenset(row.get("without", ())),
            joined=row.get("joined", False),
            wished=row.get("wished", False),
            sections=frozenset(row.get("sections", ())),
            last=row.get("last", False),
        )
        for section in alone.sections if _WORDS.isdisjoint(row) else ():
            place = Place(pattern=alone, naming=row.get("naming") == "technical", words=row.get("words", _ANY_LENGTH))
            sections.setdefault(section, []).append(place)
        if "kind" in row:
            kinds[row["kind"]] = alone
        patterns.update(dict.fromkeys(_in_words(alone, behaviour, number, row, itself[behaviour])))
    first: dict[str, list[Pattern]] = {}
    for pattern in patterns:
        for group in sorted(pattern.parts[0]):
            first.setdefault(group, []).append(pattern)
    beside_numbers = _beside_numbers(patterns)
    told: dict[str, list[tuple[Pattern, tuple[frozenset[str], ...]]]] = {}
    for pattern in patterns:
        worded = tuple(part for part in pattern.parts if not any(group[0] == "#" for group in part))
        # One of numbers alone is looked for where words stand that others hold beside numbers.
        for group in sorted(worded[0] if worded else beside_numbers):
            told.setdefault(group, []).append((pattern, worded[1:]))
    return Rules(
        names={row["id"]: row["name"] for row in table["behaviour"]},
        wished=frozenset(row["id"] for row in table["behaviour"] if row.get("wished")),
        facts=frozenset(row["id"] for row in table["behaviour"] if row.get("facts")),
        enough={row["id"]: row["enough"] for row in table["behaviour"] if "enough" in row},
        apart=frozenset(table["apart"]),
        families={
            name: Family(
                roots=tuple(row["roots"]), alone=tuple(row.get("alone", ())), bought=tuple(row.get("bought", ()))
            )
            for name, row in table["families"].items()
        },
        sections={section: tuple(places) for section, places in sections.items()},
        kinds=kinds,
        first={part: tuple(found) for part, found in first.items()},
        told={part: tuple(found) for part, found in told.items()},
    )


def words_of_behaviours() -> Iterator[tuple[str, str]]:
    """Every word or phrase that a pattern looks for, with the group that it belongs to."""
    table = data.table("language/behaviours")
    for name in table["sets"]:
        for word in _members(table["sets"], name):
            yield word, f"@{name}"
    for behaviour, number, row in _rows(table):
        for phrase in row.get("phrases", ()):
            yield phrase, _phrases(behaviour, number)
        for part in (*row.get("sequence", ()), row.get("without", ())):
            for group in (part,) if isinstance(part, str) else part:
                if group[0] not in "@#":
                    yield group, group


def _is_number(group: str) -> bool:
    return group[0] == "#" and group != SKILL


def _beside_numbers(patterns: Iterable[Pattern]) -> frozenset[str]:
    """The groups of all patterns that hold a number."""
    return frozenset(group for pattern in patterns if pattern.measured for part in pattern.parts for group in part)


def _rows(table: Mapping[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    for behaviour in table["behaviour"]:
        for number, row in enumerate(behaviour["pattern"]):
            yield behaviour["id"], number, row


def _members(sets: dict[str, list[str]], name: str) -> Iterator[str]:
    for word in sets[name]:
        if word[0] == "@":
            yield from _members(sets, word[1:])
        else:
            yield word


def _in_words(
    alone: Pattern, behaviour: str, number: int, row: dict[str, Any], itself: frozenset[str]
) -> Iterator[Pattern]:
    orders: list[tuple[frozenset[str], ...]] = []
    if "phrases" in row:
        orders.append((frozenset([_phrases(behaviour, number)]),))
    if "sequence" in row:
        parts = tuple(frozenset([part] if isinstance(part, str) else part) for part in row["sequence"])
        orders += _orders(parts) if row.get("order") == "any" else [parts]
    for parts in orders:
        groups = frozenset().union(*parts)
        yield replace(
            alone,
            parts=parts,
            far=alone.far and not any(part & itself for part in parts),
            gap=row.get("gap", 5),
            measured=any(_is_number(group) for group in groups),
            naming=SKILL in groups,
        )


def _orders(parts: tuple[frozenset[str], ...]) -> Iterable[tuple[frozenset[str], ...]]:
    return dict.fromkeys(permutations(parts))


def _phrases(behaviour: str, number: int) -> str:
    """The group of the phrases that one row of a behaviour lists."""
    return f"={behaviour}:{number}"
