"""Whether words tell of a deed: a verb in the past tense at their head, and no trait that is written like one."""

from __future__ import annotations

import re
from functools import cache

from aimatch import data
from aimatch.wordlist import alternatives

#: What joins a trait to what may be another one, or a verb.
_JOINED = re.compile(r",?[ ](?:and|or|&)[ ]|,[ ]")


def begins_deed(text: str, start: int = 0) -> bool:
    """Whether a verb in the past tense, by its ending or as one of the listed irregular ones, begins at a place.

    >>> begins_deed("Organized the summer fair"), begins_deed("Organized and punctual"), begins_deed("Organized and led")
    (True, False, True)
    """
    known, at = data.table("language/strength"), start
    while verb := _past().match(text, at):
        word = verb["verb"].lower()
        if word not in known["traits"] and word not in known["never_deeds"]:
            return True
        if word in known["never_deeds"]:
            return False
        joined = _JOINED.match(text, verb.end())
        if joined is None or not _past().match(text, joined.end()):
            return _alone().match(text, verb.end()) is None
        at = joined.end()
    return False


@cache
def _past() -> re.Pattern[str]:
    """A past tense, with what may be joined before it ("co-led"); "self-motivated" and "team-oriented" are none."""
    words = data.table("language/strength")
    before, irregular = alternatives(words["joined"]), alternatives(words["irregular"])
    return re.compile(rf"(?:{before}-)?(?P<verb>[^\W\d_]+ed|{irregular})\b(?!-)", re.IGNORECASE)


@cache
def _alone() -> re.Pattern[str]:
    """What stands behind a trait, where a verb would have what was done so."""
    persons = alternatives(data.table("language/strength")["trait_of"])
    return re.compile(
        r"\s*(?:\n|\Z|[.,;:()|/&\u00b7\u2022])"
        rf"|[ ](?:(?:and|or|but|yet|about|at|by|for|in|of|on|to|towards?|with|while)\b|{persons}s?\b)",
        re.IGNORECASE,
    )
