"""Where a clause ends and another begins, told by the words of a text alone: what holds of the one isn't said of the other.

The words are data (``[clauses]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.rules.grammar import grammar
from aimatch.wordlist import alternatives

_DASH = re.compile(r"\s[\u2013\u2014-]\s")
_FIRST = re.compile(r"\W*(\w+)")


@dataclass(frozen=True, slots=True)
class _Clauses:
    own: re.Pattern[str]
    predicate: re.Pattern[str]
    several: re.Pattern[str]
    told: re.Pattern[str]
    fronted: frozenset[str]
    verb: re.Pattern[str]
    said: re.Pattern[str]


@cache
def _clauses() -> _Clauses:
    table = data.table("language/status")["clauses"]
    own, several = alternatives(table["own"]), alternatives(table["of_several"])
    one = alternatives(table["of_one"])
    return _Clauses(
        own=re.compile(rf"(?:[(:]|\s(?:[\u2013\u2014-]|--))\s?(?:(?:{alternatives(table['joined_by'])}) )?(?:{own})\b"),
        predicate=re.compile(rf"(?: [\w-]+){{0,2}}?(?: (?:{one}|{several})|, which|, [a-z]+(?:ed|en) by)\b"),
        several=re.compile(rf" (?:{several})\Z"),
        told=re.compile(r" (?:I|never)\Z"),
        fronted=frozenset(table["fronted"]),
        verb=re.compile(rf"\b(?:I|[Ww]e) \w|\b(?:{one}|are|were)\b"),
        said=re.compile(rf"\bthat\b[^,;]{{0,20}}\Z|\bI (?:\w+ )?(?:{alternatives(table['saying'])})\b"),
    )


def own_opens(text: str, start: int, end: int) -> bool:
    """Whether a clause of the candidate's own is opened by a sign: "has never crossed my desk (my own tools were Java and Go)"."""
    return _clauses().own.search(text, start, end) is not None


def own_clause(text: str, start: int, end: int) -> int:
    """Where a sign opens a clause of the candidate's own in a stretch of text, or its end."""
    own = _clauses().own.search(text, start, end)
    return own.start() if own else end


def parted(text: str, floor: int, name: tuple[int, int], subject: tuple[int, int], names: int) -> bool:
    """Whether a name belongs to the clause before that of a subject: "I built it in Go and | Scala is new to me".

    A verb stands before the one and behind the other. ``floor``: where the sentence begins; ``names``: how many the
    subject would have without this one; a plural verb asks for two.
    """
    rules = _clauses()
    predicate = rules.predicate.match(text, subject[1])
    if predicate is None:
        return False
    between = text[name[1] : subject[0]]
    if not between.strip():
        return False  # two names of one thing: "the Snowflake cluster"
    if _DASH.search(between):
        return True
    several = rules.several.search(predicate.group())
    if (
        several and names < 2 and (several.start() == 0 or "," not in between)
    ):  # "Go and Scala were", "Go, the Scala jobs were"
        return False
    if rules.said.search(text, floor, name[0]):
        return False
    if rules.verb.search(text, floor, name[0]) or rules.verb.search(between):
        return True
    first = _FIRST.match(text, floor, name[0])
    word = first.group(1).lower() if first else ""
    if word in rules.fronted:  # "After six years of Go, Scala is ..."; but "With Go, Scala and C I have no experience"
        return "," in between and rules.told.search(predicate.group()) is None
    if word.endswith("ing"):
        return "," in between  # "Working in Go all day, ..."; but "Testing Go and Scala was ..."
    return word in grammar().finite or word.endswith("ed")
