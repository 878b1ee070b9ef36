"""Lists: which names are items of one list, and what the company of the others says for an unsure one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from itertools import pairwise

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.lines import line_start
from aimatch.extract.words import plain_words
from aimatch.wordlist import alternatives

_SEPARATOR = r"[\s,;/|&()\[\]:+*\u2022\u00b7\u25aa\u25cf\u25a0\u27a2\uf0b7\u2013\u2014\u2212<>=~\\\-.\"']"
_ITEM_LINK = re.compile(r"\s*[,;/|\u2022\u00b7]\s*[^,;|\n]{1,25}[,;/|\u2022\u00b7]\s*")
_LINE_ENDS = re.compile(r"[ \t\r]*(?:\n|\Z)")
_LONGEST_LINK = 40
_LONGEST_BULLET = 2
_UNSURE_RUN = 3  # names from which unsure ones settle each other
_FAR = 50  # items of a list to either side that are looked at: a name repeated ten thousand times is a list, too
_KIN = 2  # known items of one family from which a list settles an unsure name of it
_SHORTEST_KIN = 3  # letters of such a name
_HARD = frozenset({"technology", "method", "credential"})
# The kinds whose company in a list speaks for a name of a kind: "reliable, punctual" for a soft skill only.
_COMPANY = {"technology": _HARD, "method": _HARD, "credential": _HARD, "soft": _HARD | {"soft"}}


@cache
def levels() -> str:
    """The words for how well a skill is known, as alternatives of a pattern."""
    return alternatives(data.table("language/usage")["levels"])


@cache
def _link() -> re.Pattern[str]:
    """What may stand between two items of a list: separators, and how long or how well the one before is known."""
    return re.compile(
        rf"{_SEPARATOR}*(?:(?:\d[\d.+]*\s*(?:years?|yrs?|months?)?|\((?:{levels()})\)|\b(?:{levels()})\b){_SEPARATOR}*)?"
        rf"(?:(?:and|or|und|et|y|e|plus|incl|including|etc|with)\b)?{_SEPARATOR}*",
        re.IGNORECASE,
    )


@lru_cache(maxsize=4096)
def _separates(gap: str) -> bool:
    """Whether what stands between two names separates the items of a list; most lists use the same few signs."""
    return _link().fullmatch(gap) is not None


def links(original: str, found: list[Candidate], listed: Callable[[int], bool]) -> list[bool]:
    """For each candidate but the last whether it and the next are items of one list.

    ``listed``: whether a place lies in a section of lists, where each line may be one item.
    """
    linked = []
    for one, other in pairwise(found):
        start, end = one.original[1], other.original[0]
        gap = original[start:end] if end - start <= _LONGEST_LINK else None
        if not gap:
            linked.append(False)
        elif gap == " ":
            # Personal skills in capitals, a list that lost its separators: "Quick learner Flexibility Leadership".
            items = (one, other)
            linked.append(
                all(item.readings[0].kind == "soft" and original[item.original[0]].isupper() for item in items)
            )
        elif "\n" in gap:
            # One item a line is a list in a skills section, or where bullets stand before names alone; elsewhere the
            # line ends the list.
            apart = gap.count("\n") > 2
            linked.append(not apart and _separates(gap) and (listed(start) or _bulleted(original, one, other)))
        else:
            linked.append(
                (_separates(gap) and not _new_sentence(original, gap, other)) or _ITEM_LINK.fullmatch(gap) is not None
            )
    return linked


def _bulleted(original: str, one: Candidate, other: Candidate) -> bool:
    """Whether two names are whole items of a list with bullets: nothing else stands in their lines."""
    begin = line_start(original, one.original[0])
    before, between = original[begin : one.original[0]].strip(), original[one.original[1] : other.original[0]]
    return (
        0 < len(before) <= _LONGEST_BULLET
        and between.strip() == before
        and _LINE_ENDS.match(original, other.original[1]) is not None
    )


def _new_sentence(original: str, gap: str, other: Candidate) -> bool:
    """Whether a full stop before a name begins a sentence or a labelled list: "Moved to Exchange. Domino tournaments",
    "Herbs: juniper. Network: Cisco", not "Java. SQL."."""
    if not gap.startswith(". "):
        return False
    behind = original[other.original[1] : other.original[1] + 2].strip()
    return behind[:1] == ":" or (other.readings[0].kind == "technology" and behind.isalpha())


def run(number: int, linked: list[bool]) -> tuple[int, int]:
    """The first and the last candidate of the list that one is an item of, as far as a list is looked at."""
    first = last = number
    while first and linked[first - 1] and number - first < _FAR:
        first -= 1
    while last < len(linked) and linked[last] and last - number < _FAR:
        last += 1
    return first, last


def in_one_list(original: str, start: int, end: int) -> bool:
    """Whether the text between two names is only what separates the items of a list in one line."""
    gap = original[start:end]
    return 0 < len(gap) <= _LONGEST_LINK and gap != " " and "\n" not in gap and _separates(gap)


def in_company(found: list[Candidate], number: int, linked: list[bool], reading: Reading) -> bool:
    """Whether an unsure name is an item of a list whose other items speak for it being of a kind.

    A personal skill is known by any neighbour; beside it alone, "Go" or "R" is not known to be one. Two personal ones
    that are unsure settle each other: "dedicated and creative", "honest, punctual".
    """
    kind = reading.kind
    company = _COMPANY[kind]
    for step in (-1, 1):
        at = number
        while abs(at - number) < _FAR:
            edge = at - 1 if step < 0 else at
            if not 0 <= edge < len(linked) or not linked[edge]:
                break
            at += step
            known = found[at].reading
            if known is not None and known.kind in company and not _same_form(known, reading):
                return True
            if known is None and kind == "soft" and found[at].readings[0].kind == "soft":
                return True
    return False


def among_kin(
    original: str,
    found: list[Candidate],
    number: int,
    linked: list[bool],
    reading: Reading,
    parents: Callable[[str], tuple[str, ...]],
) -> bool:
    """Whether two known items of the list of an unsure name are cases of the very thing that it is a case of, or the thing
    itself: "Cursor, Windsurf, Devin". A word of the language and two letters may be anything in any list."""
    name = original[slice(*found[number].original)]
    if len(name) < _SHORTEST_KIN or name.lower() in plain_words():
        return False
    first, last = run(number, linked)
    above = {*parents(reading.skill), reading.skill}
    known = {one.reading.skill for one in found[first : last + 1] if one.reading is not None}
    return sum(not above.isdisjoint((skill, *parents(skill))) for skill in known - {reading.skill}) >= _KIN


def _same_form(known: Reading, reading: Reading) -> bool:
    """Whether both are the same unsure name: a name repeated does not vouch for itself."""
    one, other = known.ambiguous, reading.ambiguous
    return (
        reading.kind == "technology"
        and one is not None
        and other is not None
        and one.form.lower() == other.form.lower()
    )


def settle_each_other(original: str, found: list[Candidate], number: int, linked: list[bool]) -> bool:
    """Whether a list of unsure names alone is one of technologies: three or more, single letters among longer ones ("C,
    Go, R"). Letters by themselves are grades, and longer names may be persons or stones.
    """
    first, last = run(number, linked)
    names = {original[slice(*one.original)] for one in found[first : last + 1] if one.readings[0].kind == "technology"}
    letters = sum(len(name) == 1 for name in names)
    return len(names) >= _UNSURE_RUN and 0 < letters < len(names)
