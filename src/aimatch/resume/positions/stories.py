"""Careers told in sentences, over paragraphs: "From 2015 to 2018 I was a tester at Foo. In May 2018 I joined Bar as a clerk
and stayed until 2020; since then ...".

Each sentence, or half of one, that holds a date and the verb of a job is a position. Where only the first month is told
("In 2018 I moved to Bar"), it lasted until the next one that is told so, or lasts still.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from aimatch.data import table
from aimatch.dates import DateRange
from aimatch.deferred import Deferred
from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.rules.named_degrees import find_degrees
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line
from aimatch.resume.told import Told, names_told
from aimatch.wordlist import WordList, alternatives

#: Sections in which people tell of their careers.
_PLACES = frozenset({"header", "summary", "objective", "experience", "other", ""})
#: Characters of the shortest paragraph that tells one.
_PARAGRAPH = 60
#: Jobs of which sentences tell rather than lines.
_FEWEST = 2
#: Jobs that are told for each that a verb tells.
_UNSPOKEN = 3
_SENTENCE = Deferred(
    r"[.!?;](?:(?<=;)|(?=\s+[A-ZÀ-Þ])(?:(?<=[^\W\d_]{3}.)(?<![Pp]vt.)(?<![Pp]te.)(?<![Pp]ty.)|(?<=[\d)].)|(?<=I[ ]am.)))\s+"
)

Entry = tuple[Position, int, int]


_VERBS = ("held", "joined", "hired", "other")


@dataclass(eq=False, repr=False, slots=True, kw_only=True)
class Story:
    """The words of ``story`` in ``language/positions.toml`` as patterns: verbs that a title follows (``held``), that an
    employer follows (``joined``) and others, all in ``verb`` and ``verbs``; those after which a job lasts, and those that tell until when;
    what parts two jobs of a sentence; what stands before the names where no verb does."""

    verb: Deferred
    verbs: WordList
    begins: Deferred
    stays: Deferred
    parts: Deferred
    front: Deferred


@cache
def story() -> Story:
    """The table ``story`` of ``language/positions.toml``."""
    data = table("language/positions")["story"]
    verbs = "|".join(rf"(?P<{kind}>{alternatives(data[kind])})" for kind in _VERBS)
    return Story(
        verbs=WordList([verb for kind in _VERBS for verb in data[kind]]),
        verb=Deferred(rf"(?<![\w'’])(?:{verbs})(?![\w'’])", re.IGNORECASE),
        begins=Deferred(rf"(?<![\w'’])(?:{alternatives(data['begins'])})(?![\w'’])", re.IGNORECASE),
        stays=Deferred(rf"(?<![\w'’])(?:{alternatives(data['stays'])})(?![\w'’])", re.IGNORECASE),
        parts=Deferred(
            rf"(?:[,;]|(?<=\)))?\s+(?:(?:{alternatives(data['and'])})\s+)?(?:{alternatives(data['then'])})(?!\w)"
            rf"|[,;]\s+(?:{alternatives(data['and'])})\s+|(?<=\)),\s+",
            re.IGNORECASE,
        ),
        front=Deferred(rf"\A(?:[\W_]*(?:{alternatives([*data['then'], *data['and'], *data['front']])})(?!\w))*[\W_]*", re.IGNORECASE),
    )  # fmt: skip


def told_instead(
    found: list[Entry], lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], known: Jobs, text: str
) -> list[Entry]:
    """The positions ``found`` line by line, or those that the sentences of paragraphs tell, where all that is dated stands
    in these, and they name as much of it."""
    paragraphs = []
    inside: set[int] = set()
    spoken = 0
    for first, last in _paragraphs(lines, outline):
        start, end = lines[first].start, lines[last].end
        spans = [dated.span for dated, _ in entries if start <= dated.span.text_start and dated.span.text_end <= end]
        if spans and _is_story(lines[first : last + 1]):
            paragraphs.append((first, last, spans))
            spoken += len(story().verbs.found(text, start, end))
            inside.update(range(first, last + 1))
    least = max(_named(found), _FEWEST)
    # Most resumes have a date elsewhere, or too few verbs of a job for so many stories.
    fewest = min(least, max(len(found), 1) + 1) / _UNSPOKEN
    if spoken < fewest or any(one.start is not None and last not in inside for one, _, last in found):
        return found
    told: list[Entry] = []
    begun: list[int] = []
    spoken = 0
    for first, last, spans in paragraphs:
        for at, to, span in _clauses(text, lines[first].start, lines[last].end, spans):
            position = _position(text, at, to, span, known)
            if position is None:
                continue
            spoken += story().verb.search(text, at, to) is not None
            if span.single and (until := _stayed_until(text, span, spans)) is not None:
                position = replace(position, end=until)
            elif span.single:
                begun.append(len(told))
            number = next(number for number in range(last, first - 1, -1) if lines[number].start <= span.text_start)
            told.append((position, number, number))
    as_much = _named(told) >= least or len(told) > max(len(found), 1)
    return _with_ends(told, begun) if as_much and _UNSPOKEN * spoken >= len(told) else found


def _stayed_until(text: str, span: DateRange, spans: list[DateRange]) -> date | None:
    """The end that the next date of a paragraph tells of a job that began on ``span`` ("I stayed there until May 2019")."""
    later = next((one for one in spans if one.text_start >= span.text_end), span)
    told = later.start is None and story().stays.search(text, span.text_end, later.text_start)
    return later.end if told else None


def _named(found: list[Entry]) -> int:
    return sum(bool(one.title and one.employer) for one, _, _ in found)


def _paragraphs(lines: list[Line], outline: Outline) -> Iterator[tuple[int, int]]:
    """The first and the last line of each paragraph that sentences may fill."""
    first = 0
    for number in range(1, len(lines) + 1):
        goes_on = (
            number < len(lines)
            and not lines[number].blank_before
            and not is_item(lines[number].text)
            and outline.owner[number] == outline.owner[first]
        )
        if goes_on:
            continue
        if not is_item(lines[first].text) and outline.kind(first) in _PLACES:
            yield first, number - 1
        first = number


def _is_story(lines: list[Line]) -> bool:
    told = " ".join(line.text for line in lines)
    return len(told) >= _PARAGRAPH and is_prose(told)


def _clauses(text: str, start: int, end: int, spans: list[DateRange]) -> Iterator[tuple[int, int, DateRange]]:
    """The sentences of a paragraph, or the parts of one that tells of several jobs, each with its date."""
    stops = [stop.end() for stop in _SENTENCE.finditer(text, start, end)]
    within = {
        stop
        for span in spans
        for stop in stops[bisect_right(stops, span.text_start) : bisect_right(stops, span.text_end)]
    }
    bounds = [start, *(stop for stop in stops if stop not in within), end]
    for at, to in pairwise(bounds):
        own = [span for span in spans if at <= span.text_start < to]
        for number, span in enumerate(own):
            stop = to
            if number + 1 < len(own):
                parted = story().parts.search(text, span.text_end, own[number + 1].text_start)
                if parted is None:
                    continue
                stop = parted.start()
            yield at, stop, span
            at = stop


def _position(text: str, at: int, to: int, span: DateRange, known: Jobs) -> Position | None:
    """The job that a part of a sentence tells, if it tells of one."""
    before, after = text[at : span.text_start], text[span.text_end : to]
    told = " ".join(f"{before} \n {after}".replace(" \n ", " ; ").split())
    words = story()
    if span.start is None or (span.single and words.begins.search(told) is None):
        return None
    verb = words.verb.search(told)
    names = _names(told, verb, known)
    titled = known.names_title(names.title)
    if not (names.employer and (titled or verb)) and not (titled and verb):
        return None
    if time_away().names(told) and not titled:
        return None
    if find_degrees(told[:160], trusted=False) and not titled:
        return None
    return Position(
        title=names.title,
        employer=names.employer,
        start=span.start,
        end=span.end,
        text_start=at + len(text[at:to]) - len(text[at:to].lstrip()),
        text_end=to,
        kind=known.kind(told),
        precision=span.precision,
        current=span.current,
    )


def _names(told: str, verb: re.Match[str] | None, known: Jobs) -> Told:
    if verb is None:
        return names_told(told[story().front.match(told).end() :], known, verb=False)  # type: ignore[union-attr]
    kind = verb.lastgroup
    rest = told[verb.end() :]
    if kind == "held":
        rest = story().front.sub("", rest, count=1)
        return names_told(rest, known, titled=True)
    if kind == "hired":
        names = names_told(rest, known)
        subject = told[: verb.start()].rpartition(";")[2].strip(" ,")
        return names if names.employer or not subject[:1].isupper() else Told(names.title, subject)
    return names_told(rest.lstrip(" ;"), known, placed=kind == "joined")


def _with_ends(found: list[Entry], begun: list[int]) -> list[Entry]:
    """The positions of which only the beginning is told with the ends that the next beginnings tell."""
    result = list(found)
    for number in begun:
        position, first, last = found[number]
        later = min(
            (one.start for one, _, _ in found if one.start and position.start and one.start > position.start),
            default=None,
        )
        result[number] = replace(position, end=later, current=later is None), first, last
    return result
