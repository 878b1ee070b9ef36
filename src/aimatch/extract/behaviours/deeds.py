"""Deeds: a verb and its object that state a skill with free words between them: "trained nine new employees".

What counts is data (``skill_taxonomy/language/deeds.toml``). The verbs and objects stand in the lexicon, so that they
are found in the one pass over the text; here a verb is joined with the first of its objects that follows in the same
clause. A verb or object that another mention covers is left to it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from aimatch import data
from aimatch.extract.candidates import Candidate
from aimatch.extract.lexicon import Hit
from aimatch.extract.lexicon.entries import Reading
from aimatch.extract.normalise import NormalText
from aimatch.model import Section
from aimatch.taxonomy import Taxonomy

# Words of one clause, no punctuation but that of an amount: "managed a $1.5M budget", "trained over 1,200 users".
_WORD = r"(?:[$€£~]?[^\W_](?:[\w'/&+-]|(?<=\d)[.,](?=\d))*|&)"
_BETWEEN = re.compile(rf"{_WORD}(?: {_WORD})*")
# Verbs behind a comma that share the object: ", organise, analyse and share"; without "and" their endings must tell.
_SHARED = re.compile(r"(?:, (?:and |& )?[^\W\d_]+(?=[ ,]|$))+(?:,? (?:and|&) [^\W\d_]+(?= |$))?")
_ENDINGS = ("ing", "ed", "s")
_LONGEST_GAP = 60  # characters between a verb and its object
_PERSONS = frozenset({"{people}", "{listeners}"})


@dataclass(frozen=True, slots=True)
class _Deed:
    skill: str
    ends: frozenset[str]
    reach: int
    needs: frozenset[str]
    alone: bool
    shows: bool
    to_persons: bool


@cache
def _deeds() -> tuple[_Deed, ...]:
    table = data.table("language/deeds")
    ends = frozenset(table["ends"])
    return tuple(
        _Deed(
            row["skill"],
            ends - frozenset(row.get("through", ())),
            row["reach"],
            frozenset(row.get("needs", ())),
            row.get("alone", False),
            row.get("shows", False),
            not _PERSONS.isdisjoint(row["objects"]),
        )
        for row in table["deed"]
    )


def deeds(
    normal: NormalText,
    found: Sequence[Candidate],
    hits: Sequence[Hit],
    taxonomy: Taxonomy,
    sections: Sequence[Section] = (),
) -> list[Candidate]:
    """The candidates that deeds state, outside of what is found already.

    Args:
        normal: The text as the search sees it.
        found: What is found already, by place.
        hits: The verbs and objects found in the text, by place.
        taxonomy: Where the skills of the deeds stand; a deed whose skill a user's own taxonomy lacks is passed over.
        sections: The sections of the text; no deed reaches from a heading into what stands beneath.
    """
    verbs = [(start, end, number) for start, end, entry, _ in hits for number in entry.verb_of]
    wanted = {number for _, _, number in verbs}
    objects: dict[int, list[tuple[int, int]]] = {}
    for start, end, entry, _ in hits:
        for number in wanted.intersection(entry.object_of):  # a noun like "team" is the object of many deeds
            objects.setdefault(number, []).append((start, end))
    if not objects:
        return []
    taken = [(each.start, each.end, each.reading.kind) for each in found if each.reading is not None]
    bodies = [section.body_start for section in sections]
    made: list[Candidate] = []
    for start, end, number in verbs:
        targets = objects.get(number, ())
        following = bisect_left(targets, (end,))
        if following == len(targets) or targets[following][0] - end > _LONGEST_GAP:
            continue
        deed = _deeds()[number]
        before = bisect_left(targets, (start,)) - 1
        if before >= 0 and targets[before][1] == start - 1:
            continue  # "PROJECTS HANDLED / Project Name": its object stands in front
        found_object = _object(normal.text, end, targets[following:], deed)
        if found_object is None or (made and start < made[-1].end):
            continue
        begin, stop, shared = found_object
        # A skill between the two is another one: "worked with the data science team".
        if _covered(taken, start, end) or deed.skill not in taxonomy or (deed.alone and _covered(taken, end, begin)):
            continue
        if not shared and (other := _covering(taken, begin, stop)) is not None:
            if not deed.to_persons or other[2] == "soft" or other[1] != stop or other[0] < end:
                continue
            # Persons named by their skill are persons: "trained 20 manual testers" trains, whatever the testers do.
            stop = end + len(normal.text[end : other[0]].rstrip(" "))
        if shared:
            stop = end  # "collecting, analysing, charting data": each verb states its own
        first, last = normal.original(start, stop)
        if bisect_left(bodies, first + 1) < bisect_left(bodies, last):
            continue  # "WORK BACKGROUND / Experts Hub"
        name, kind = taxonomy.name(deed.skill), taxonomy.kind(deed.skill)
        reading = Reading(deed.skill, name, kind, "phrase", plural=False, version=False, shows=deed.shows)
        made.append(Candidate(start, stop, (first, last), (reading,), False, reading, "phrase", 0.85))
    return made


def _object(text: str, end: int, objects: Sequence[tuple[int, int]], deed: _Deed) -> tuple[int, int, bool] | None:
    """The first of the objects behind a verb that follows it in its clause, within reach, and whether other verbs share it."""
    for start, stop in objects:
        if start - end > _LONGEST_GAP:
            return None
        between = text[end:start].strip(" ")
        shared = _sharing(text, end, between)
        between = between[shared:].strip(" ")
        words = between.split(" ") if between else []
        if deed.needs and deed.needs.isdisjoint(words):
            continue  # "presented the sales figures to the board": an object of the same kind in front of the preposition
        free = len(words) <= deed.reach and not deed.ends.intersection(words)
        return (start, stop, shared > 0) if not between or (free and _BETWEEN.fullmatch(between)) else None
    return None


def _sharing(text: str, end: int, between: str) -> int:
    """How many characters behind a verb are verbs that share its object: "collecting, analysing and charting data"."""
    match = _SHARED.match(between) if between.startswith(",") else None
    if match is None:
        return 0
    others = re.findall(r"[^\W\d_]+", match.group())
    ending = next((ending for ending in _ENDINGS if text.endswith(ending, 0, end)), "")
    if ending:
        return match.end() if all(other.endswith(ending) for other in others if other != "and") else 0
    return match.end() if "and" in others or "&" in match.group() else 0


def _covered(taken: Sequence[tuple[int, int, str]], start: int, end: int) -> bool:
    return _covering(taken, start, end) is not None


def _covering(taken: Sequence[tuple[int, int, str]], start: int, end: int) -> tuple[int, int, str] | None:
    """The first of the places taken that shares a character with a stretch."""
    at = bisect_left(taken, (start,))
    if at > 0 and taken[at - 1][1] > start:
        return taken[at - 1]
    return taken[at] if at < len(taken) and taken[at][0] < end else None
