"""The words of dates, read from ``language/dates.toml`` once and turned into look-ups."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from aimatch.data import table

#: Characters that stand between the two ends of a range.
DASHES = "-–—−‐‑‒―~→>"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Look-ups by lower-case word. ``parts`` maps seasons, quarters and the like to their first and last month, ``each``
    those of several years."""

    months: Mapping[str, int]
    parts: Mapping[str, tuple[int, int]]
    each: Mapping[str, tuple[int, int]]
    between: frozenset[str]
    products: frozenset[str]
    to: frozenset[str]
    joined: frozenset[str]
    year: tuple[str, ...]
    expected: frozenset[str]
    lasting: frozenset[str]
    present_after: re.Pattern[str]
    present_before: re.Pattern[str]
    present_cell: re.Pattern[str]
    since: frozenset[str]
    opening: frozenset[str]
    until: frozenset[str]
    from_before: re.Pattern[str]


def _any(words: Iterable[str]) -> str:
    # The longest first, since a regular expression takes the first alternative that fits.
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@cache
def words() -> Words:
    """The words of ``language/dates.toml``."""
    data = table("language/dates")
    listed = data["words"]
    # Besides dashes, signs that a broken encoding made of them ("â€“").
    dash = rf"(?:[{re.escape(DASHES)}]|[^\x00-\x7f]{{1,4}}(?=\s))"
    to = _any(listed["to"])
    present = _any(listed["present"]).replace("\\ ", r"\s+")
    return Words(
        months={word: int(number) for number, names in data["months"].items() for word in names},
        parts={word: (first, last) for word, (first, last) in data["seasons"].items()},
        each={word: (first, last) for word, (first, last) in data["seasons_each"].items()},
        between=frozenset(listed["between"]),
        products=frozenset(listed["products"]),
        to=frozenset(listed["to"]),
        joined=frozenset(listed["and"]),
        year=tuple(listed["year"]),
        expected=frozenset(listed["expected"]),
        lasting=frozenset(word.split()[0] for word in [*listed["present"], *listed["to"]]),
        # Only behind a dash or a word such as "to" may the line break. The word's end is checked where it is used:
        # the next line may be glued to it ("till dateFoo Ltd").
        present_after=re.compile(
            rf"(?:[\s,.)\]]*(?:{dash}+|(?:{to})(?!\w))[\s{re.escape(DASHES)}]*|[ \t]*(?:\.\.\.?|…)[ \t]*|[ \t,]{{0,3}}[(\[]?)"
            rf"(?:{present})"
        ),
        present_before=re.compile(rf"(?<!\w)(?:{present})\s*(?:{dash}+|(?:{to})(?!\w)|from)\s*\Z"),
        # The next cell of a table written with bars, and nothing else in it.
        present_cell=re.compile(rf"[ \t]*\|[ \t]*(?:{present})(?=[ \t]*(?:[|\n]|\Z))"),
        since=frozenset(listed["since"]),
        opening=frozenset(listed["opening"]),
        until=frozenset(listed["until"]),
        from_before=re.compile(rf"(?<!\w)(?:{_any(listed['from'])})\s*\Z"),
    )
