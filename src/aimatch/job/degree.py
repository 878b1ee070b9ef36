"""The degree that a posting asks for: the lowest level that suffices, the fields it names, and whether it is needed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from aimatch.data import table
from aimatch.job.needs import need_of
from aimatch.job.parts import Unit
from aimatch.job.words import JobWords, last_match
from aimatch.model import Degree, Need
from aimatch.resume import field_kind
from aimatch.resume.rules.certificates import Named
from aimatch.resume.rules.degrees import RANK
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.wordlist import alternatives

_TO_FIELDS = re.compile(
    r"[^.;\n]{0,60}?\b(?:in|of)\b\s*:?\s*(?:an?\s+|the\s+)?(?:(?:preferably|ideally)\s+(?:in\s+)?)?"
)
_IN = re.compile(r"\b(?:degree|is|in|of)\b")
_LISTED = re.compile(r"\s*[,:(]\s*")
_STOP = re.compile(r"(?<!e\.g)(?<!i\.e)\.(?!g|e\b)|[;)\n:]|\s[-\u2013\u2014]\s")
_FIELD = re.compile(r"[^\W\d_](?:[^\W\d_]|[ &'-]){1,40}")
_SMALL = frozenset({"science", "arts", "technology", "the", "a", "an", "field", "fields", "discipline", "area", "etc"})
_MOST_FIELD_WORDS = 4
_BESIDE = 12
_MOST_UNKNOWN = 3
#: Letters of what may be a mark, a class or a standard ("X", "AA").
_SHORT = 2
_COLLEAGUES = frozenset({"associate", "associates"})
_DEGREE_GOES_ON = re.compile(
    r"\s+(?:in|of|level|or higher|degree)\b|\s*(?:/|\bor\b)\s*(?:an?\s+)?(?:bachelor|master|as\b|aas\b|bs\b|ba\b)"
)
_COMMA = re.compile(r"\W*,\W*")
_PIECE = re.compile(r"[,;(]|\s[-\u2013\u2014]\s")

_NamedDegree = tuple[Degree, int, int]  # level, start, end


class _Joining(NamedTuple):
    """What stands between degrees and fields: what ``split``s two fields, what keeps two things ``apart``, and what joins
    two degrees of which ``either`` suffices; a comma alone does where such a link follows ("BS, MS or PhD")."""

    split: re.Pattern[str]
    apart: re.Pattern[str]
    either: re.Pattern[str]


@cache
def _joining() -> _Joining:
    words = table("language/jobs")["alternatives"]
    or_, and_ = alternatives(words["or_degrees"]), alternatives(words["and_degrees"])
    return _Joining(
        split=re.compile(
            rf"\s*(?:\(?\s*(?:e\.g\.?|i\.e\.?|such as|preferably(?: in)?)|,|/|;|\(|\b(?:{or_})\b|\b(?:{and_})\b|&)\s*"
        ),
        apart=re.compile(rf"[,;:/(]|\b(?:{or_}|{and_})\b"),
        either=re.compile(
            rf"(?:.*(?:\b(?:{or_})\b|/)\s*(?:an?\s+|eine?r?n?\s+|une?\s+|una?\s+)?\(?|\W*(?:degree\W*)?(?:and|&)\s*(?:an?\s+)?)\Z",
            re.DOTALL,
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedDegree:
    """A degree that is asked for. ``fields`` are as written, in lower case; ``start:end`` spans level and fields; ``instead``:
    experience or a training would do in its place."""

    level: Degree
    fields: tuple[str, ...]
    need: Need
    start: int
    end: int
    instead: bool = False


def asked_degrees(text: str, lower: str, unit: Unit, words: JobWords) -> tuple[AskedDegree, ...]:
    """The degree that a sentence needs, and a higher one that it would welcome beside that ("BS, ideally a PhD")."""
    named = _named(text, lower, unit, words)
    if not named:
        return ()
    needs = [
        (level, need_of(lower, piece, start, end, words), start, end)
        for choice, piece in _choices(lower, unit, named)
        for level, start, end in choice
    ]
    musts = [one for one in needs if one[1] == "must"]
    wishes = [one for one in needs if one[1] == "nice"]
    lowest = min((musts or wishes), key=_rank)
    chosen = [(lowest, musts or wishes)]
    if musts and wishes and _rank(wish := min(wishes, key=_rank)) > _rank(lowest):
        chosen.append((wish, wishes))
    start = min(one[2] for one in needs)
    named_fields = {one[3]: _fields(lower, one[2], one[3], unit.end, words) for one in needs}
    end = max(*named_fields, *(stop for _, stop in named_fields.values()))
    instead = words.degree_instead.search(lower, start, unit.end)
    if instead is not None:
        end = max(end, instead.end())
    everywhere = [field for fields, _ in named_fields.values() for field in fields]
    return tuple(
        AskedDegree(
            level=one[0],
            # "Bachelor's (ideally Master's) in physics": the field is said of both.
            fields=tuple(
                dict.fromkeys([field for other in alike for field in named_fields[other[3]][0]] or everywhere)
            ),
            need=one[1],
            instead=instead is not None,
            start=start,
            end=end,
        )
        for one, alike in chosen
        if one[0] != "none"  # where a school's certificate does, no degree is asked for
    )


def _rank(one: tuple[Degree, Need, int, int]) -> int:
    return RANK[one[0]]


def _named(text: str, lower: str, unit: Unit, words: JobWords) -> list[_NamedDegree]:
    """(level, start, end) of each degree that a sentence names."""
    sure = "degree" in lower[unit.start : unit.end] or unit.place in ("asked", "nice")
    of_resumes: list[_NamedDegree] = [
        (one.level, unit.start + one.start, unit.start + one.end)
        for one in find_degrees(text[unit.start : unit.end], trusted=sure)
        if one.level in ("bachelor", "master", "phd") or _is_lower(lower, unit, one)
    ]
    of_postings: dict[Degree, list[_NamedDegree]] = {
        level: [(level, *match.span()) for match in pattern.finditer(lower, unit.start, unit.end)]
        for level, pattern in words.degrees
    }
    found: list[_NamedDegree] = []
    # "An advanced degree in" is no bare "degree in", and neither is "Master's degree in": the first of these lists wins.
    for one in (
        *of_postings["phd"],
        *of_postings["master"],
        *of_postings["associate"],
        *of_resumes,
        *of_postings["bachelor"],
    ):
        if not any(_is_one_name(lower, one, other) for other in found):
            found.append(one)
    return sorted(found, key=lambda one: one[1])


def _is_lower(lower: str, unit: Unit, named: Named) -> bool:
    """Whether a name is that of an associate's degree, and no colleagues' ("sales associates"), or of schooling.

    Schooling with more years in the place of a degree ("or a high school diploma and four more years") leaves it asked for.
    """
    if named.level == "none":
        return len(named.form) > _SHORT and "years" not in lower[unit.start : unit.end]
    if named.form in _COLLEAGUES or len(named.form) <= _SHORT:
        return _DEGREE_GOES_ON.match(lower, unit.start + named.end, unit.end) is not None
    return True


def _is_one_name(lower: str, one: _NamedDegree, other: _NamedDegree) -> bool:
    """Whether two names overlap, or stand beside each other with nothing between that tells them apart."""
    end, start = min(one[2], other[2]), max(one[1], other[1])
    return start - end <= _BESIDE and _joining().apart.search(lower, end, max(end, start)) is None


def _choices(lower: str, unit: Unit, named: list[_NamedDegree]) -> Iterator[tuple[list[_NamedDegree], Unit]]:
    """The degrees of which one suffices ("BS, MS or PhD"), each list with the piece of the sentence that tells its need.

    "Bachelor's in physics, Master's preferred" is two pieces: what is preferred is the second only.
    """
    chosen = [[named[-1]]]
    linked = False
    for one in reversed(named[:-1]):
        gap = lower[one[2] : chosen[-1][0][1]]
        linked = _joining().either.match(gap) is not None or (linked and _COMMA.fullmatch(gap) is not None)
        if linked:
            chosen[-1].insert(0, one)
        else:
            chosen.append([one])
    chosen.reverse()
    start = unit.start
    for number, choice in enumerate(chosen):
        end = unit.end
        if number + 1 < len(chosen):
            end = chosen[number + 1][0][1]
            mark = last_match(_PIECE, lower[choice[-1][2] : end])
            end = choice[-1][2] + mark.start() if mark else end
        yield choice, replace(unit, start=start, end=end)
        start = end


def _fields(lower: str, start: int, at: int, end: int, words: JobWords) -> tuple[list[str], int]:
    """The fields named behind a degree at ``start:at``, the first of them maybe in its name, and where they end."""
    opened = _LISTED.match(lower, at, end) if lower[at - 2 : at] != "in" else None
    said = words.degree_fields.search(lower, at, end)
    # "(Bachelor/Master) der Informatik"
    lead = words.degree_leads.match(lower[at:end].lstrip(" )"))
    if words.degree_leads.fullmatch(lower[:at].rpartition(" ")[2]) is not None:  # "Grado en", "degree in"
        begin = at
    elif (inside := lower.rfind(" in ", start, at)) >= 0:  # "Bachelor's in engineering" is a name
        begin = inside + len(" in ")
    elif lead is not None:
        begin = end - len(lower[at:end].lstrip(" )")) + lead.end()
    else:
        to_fields = _TO_FIELDS.match(lower, at, end)
        between = lower[at : to_fields.end()] if to_fields is not None else ""
        if not any(letter.isalnum() for letter in _IN.sub("", words.degree_needed.sub("", between))):
            between = ""
        if to_fields is not None and words.degree_breaks.search(between) is None:
            begin = to_fields.end()
        elif said is not None:
            begin = said.end()
        elif opened is not None:
            begin = opened.end()
        else:
            return [], at
    stop = _STOP.search(lower, begin, end)
    limit = stop.start() if stop else end
    found: list[str] = []
    reached = at
    place = begin
    while place < limit:
        mark = _joining().split.search(lower, place, limit)
        piece_end = mark.start() if mark else limit
        piece = lower[place:piece_end]
        cut = words.degree_ends.search(piece)
        name = (piece[: cut.start()] if cut else piece).strip(" -'\"")
        name = next((whole for short, whole in words.short_fields if short == name), name)
        fits = _FIELD.fullmatch(name) and name not in _SMALL and len(name.split()) <= _MOST_FIELD_WORDS
        first = name.partition(" ")[0]
        deed = first.endswith("ing") and field_kind(first) == "unknown"  # "a degree of developing models" is no field
        if fits and not deed and field_kind(name) != "unknown":
            found.append(name)
            reached = place + len(piece[: cut.start()] if cut else piece)
        elif len(name.split()) > _MOST_UNKNOWN:
            break  # prose, and no field that is only unknown here
        if cut or mark is None:
            break
        place = mark.end()
    return found, reached
