"""Where a clause ends and another begins, told by the words of a text alone: what holds of the one isn't said of the other.

The words are data (``[clauses]`` of ``language/status.toml``).
"""

from __future__ import annotations

import re

from aimatch.extract.lines import first_word
from aimatch.extract.rules.grammar import tells_a_deed
from aimatch.extract.rules.listed import Deferred, word_set

_DASH = re.compile(r"\s[\u2013\u2014-]\s")


# A clause of the candidate's own, opened by a sign; a predicate of one or several behind a subject; a verb; what saying has as its object.
_OWN = Deferred(r"(?:[(:]|\s(?:[\u2013\u2014-]|--))\s?(?:(?:{clauses.joined_by}) )?(?:{clauses.own})\b")
_PREDICATE = Deferred(r"(?: [\w-]+){0,2}?(?: (?:{clauses.of_one+clauses.of_several})|, which|, [a-z]+(?:ed|en) by)\b")
_SEVERAL = Deferred(r" (?:{clauses.of_several})\Z")
_TOLD = re.compile(r" (?:I|never)\Z")
_VERB = Deferred(r"\b(?:I|[Ww]e) \w|\b(?:{clauses.of_one}|are|were)\b")


def own_clause(text: str, start: int, end: int) -> int:
    """Where a sign opens a clause of the candidate's own in a stretch of text, or its end."""
    own = _OWN.search(text, start, end)
    return own.start() if own else end


def parted(text: str, floor: int, name: tuple[int, int], subject: tuple[int, int], names: int) -> bool:
    """Whether a name belongs to the clause before that of a subject: "I built it in Go and | Scala is new to me".

    A verb stands before the one and behind the other. ``floor``: where the sentence begins; ``names``: how many the
    subject would have without this one; a plural verb asks for two.
    """
    predicate = _PREDICATE.match(text, subject[1])
    if predicate is None:
        return False
    between = text[name[1] : subject[0]]
    if not between.strip():
        return False  # two names of one thing: "the Snowflake cluster"
    if _DASH.search(between):
        return True
    several = _SEVERAL.search(predicate.group())
    if (
        several and names < 2 and (several.start() == 0 or "," not in between)
    ):  # "Go and Scala were", "Go, the Scala jobs were"
        return False
    if _VERB.search(text, floor, name[0]) or _VERB.search(between):
        return True
    word = first_word(text, floor, name[0])
    if word in word_set(
        "clauses.fronted"
    ):  # "After six years of Go, Scala is ..."; but "With Go, Scala and C I have no experience"
        return "," in between and _TOLD.search(predicate.group()) is None
    return tells_a_deed(word)
