"""Positions without dates: of a resume that gives none, and beside others that have them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.names import SET_OFF, merge_names
from aimatch.resume.names.parts import split_names
from aimatch.resume.positions.head import may_name_employer
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line
from aimatch.resume.told import opening, told_in

#: Characters of a line that names a job.
_SHORT = 80
#: Lines below its first over which a sentence is wrapped.
_WRAPPED = 3
_ABBREVIATED = re.compile(r"(?<!\w)\w{1,4}\.\Z")
_DIGITS = re.compile(r"\d+")


def undated(
    lines: list[Line], outline: Outline, known: Jobs, only: Iterable[int] | None = None
) -> list[tuple[Position, int, int]]:
    """Positions of a resume that gives no dates: lines of the experience (of those in ``only``) that read like a title."""
    found = []
    for number in range(len(lines)) if only is None else only:
        line = lines[number]
        text = line.text
        if outline.kind(number) != "experience" or len(text) > _SHORT or is_item(text) or text[-1] in ".:;,":
            continue
        if text[0].islower() or is_prose(text) or not known.names_title(text) or opening(text, known) is not None:
            continue
        title, employer, *_ = merge_names((split_names(text, known), []), known)
        below = lines[number + 1] if number + 1 < len(lines) else line
        if title and not employer and outline.owner[number + 1 : number + 2] == (outline.owner[number],):
            following = below.text
            plain = not is_item(following) and not is_prose(following) and not known.names_title(following)
            if plain and not below.blank_before and may_name_employer(following, known):
                employer = merge_names((split_names(following, known), []), known).employer or following
        if title:
            position = Position(
                title=title, employer=employer, start=None, end=None, text_start=line.start, text_end=line.end,
                kind=known.kind(text),
            )  # fmt: skip
            found.append((position, number, number))
    return found


def undated_beside(
    lines: list[Line], outline: Outline, known: Jobs, dated: list[tuple[Position, int, int]]
) -> list[tuple[Position, int, int]]:
    """Positions without dates beside others that have them: lines behind an empty one that name title and employer.

    A line that stands more than once, but for a number, is a running header ("Ada Example, Data Engineer, page 2").
    """
    near = {line for _, first, last in dated for line in (first - 1, *range(first, last + 1), last + 1)}
    inside = {outline.owner[first] for _, first, _ in dated}
    starts = {position.text_start for position, _, _ in dated}
    lone = [
        number
        for number, line in enumerate(lines)
        if line.blank_before and outline.owner[number] in inside and number not in near and line.start not in starts
    ]
    times = Counter(_DIGITS.sub("", line.text) for line in lines) if lone else Counter()
    lone = [number for number in lone if times[_DIGITS.sub("", lines[number].text)] == 1]
    found = []
    for position, first, last in undated(lines, outline, known, lone):
        text = lines[first].text
        away = time_away().tells(text)  # "Career break | Carer for my mother"
        away = away or headings().is_label(known.first_label(text))  # "Environment: C#, SQL Server"
        if (
            not away
            and not known.label(text)
            and merge_names((split_names(text, known), []), known).strength >= SET_OFF
        ):
            found.append((position, first, last))
    return found


def told_undated(
    lines: list[Line], outline: Outline, known: Jobs, found: list[tuple[Position, int, int]]
) -> list[tuple[Position, int, int]]:
    """Positions without dates that sentences of the experience tell ("1. Working as a clerk in Foo Academy"), where all
    that its section dates is told so, too: beside entries with headings, sentences tell of these."""
    starts = [line.start for line in lines]
    near: set[int] = set()
    headed: set[int] = set()
    told: set[int] = set()
    for position, _, last in found:
        first = bisect_right(starts, position.text_start) - 1  # a story may begin within a line
        near.update(range(first, last + 1))
        (told if _tells(lines[first].text, known) else headed).add(outline.owner[first])
    added = []
    for number, line in enumerate(lines):
        apart = outline.kind(number) == "experience" and outline.owner[number] not in headed and number not in near
        if not apart or not _tells(line.text, known):
            continue
        last = number
        while last + 1 < len(lines) and last - number < _WRAPPED and _wraps(lines, last, outline):
            last += 1
        sentence = " ".join(part.text for part in lines[number : last + 1])
        names = told_in(sentence.lstrip(BULLETS + " "), known)
        sure = not is_item(line.text) or outline.owner[number] in told
        if (names.title and known.names_company(names.employer)) or (
            sure and ((known.names_title(names.title) and names.employer) or known.names_firm(names.employer))
        ):
            position = Position(
                title=names.title, employer=names.employer, start=None, end=None, text_start=line.start,
                text_end=lines[last].end, kind=known.kind(sentence),
            )  # fmt: skip
            added.append((position, number, last))
    return added


def _tells(text: str, known: Jobs) -> bool:
    """Whether a line begins a sentence that tells of a job."""
    return opening(text, known) is not None or (is_item(text) and known.acting_as.search(text) is not None)


def _wraps(lines: list[Line], number: int, outline: Outline) -> bool:
    """Whether a sentence goes on in the line below ``number``."""
    below = lines[number + 1]
    return (
        not below.blank_before
        and not is_item(below.text)
        and outline.owner[number] == outline.owner[number + 1]
        and (not lines[number].text.endswith((".", ":")) or _ABBREVIATED.search(lines[number].text) is not None)
    )


def dated_elsewhere(
    found: list[tuple[Position, int, int]], entries: list[tuple[Dated, Role]]
) -> list[tuple[Position, int, int]]:
    """The positions, those without dates with the ones that stand behind their employer's name elsewhere in the text, in a
    summary or an overview, where no position took them. A name of one word may be anything."""
    taken = {(position.start, position.end) for position, _, _ in found}
    free = [
        dated
        for dated, role in entries
        if role in {"none", "prose"} and not dated.span.single and (dated.span.start, dated.span.end) not in taken
    ]
    result = []
    for position, first, last in found:
        name = position.employer.lower()
        near = next((dated for dated in free if dated.before.lower().endswith(name)), None) if " " in name else None
        if position.start is None and near is not None:
            span = near.span
            position = replace(position, start=span.start, end=span.end, precision=span.precision, current=span.current)
            free.remove(near)
        result.append((position, first, last))
    return result
