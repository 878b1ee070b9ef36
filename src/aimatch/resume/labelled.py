"""Entries written as labelled lines: "Company: Foo", "Designation: Bar", "Duration: 2015 - 2017"."""

from __future__ import annotations

from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.jobs import Jobs
from aimatch.resume.lines import Line
from aimatch.resume.names import merge_names, split_names, trim
from aimatch.resume.sections import Outline

_HEAD_LINES = 8
_NEAR = 90
_NOTHING = frozenset({"", "none", "n/a", "na", "-", "nil"})


def labelled_entries(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], known: Jobs
) -> tuple[list[tuple[Position, int, int]], set[int]]:
    """The positions that begin with an employer's label, each with its first and last heading line, and the ids of the
    dates that they use. The dates are those of a date label, else the first span in the lines right behind."""
    labels = {
        number: label
        for number, line in enumerate(lines)
        if (label := known.label(line.text)) and outline.kind(number) not in {"education", "projects", "references"}
    }
    by_line: dict[int, list[Dated]] = {}
    for dated, role in entries:
        if role not in {"education", "project"}:
            by_line.setdefault(dated.line, []).append(dated)
    firsts = [number for number, label in labels.items() if label[0] == "employer"]
    found: list[tuple[Position, int, int]] = []
    used: set[int] = set()
    for place, first in enumerate(firsts):
        stop = firsts[place + 1] if place + 1 < len(firsts) else len(lines)
        stop = min(stop, first + _HEAD_LINES)
        owner = outline.owner[first]
        stop = next((number for number in range(first + 1, stop) if outline.owner[number] != owner), stop)
        inside = {number: labels[number][0] for number in range(first, stop) if number in labels}
        if len(inside) < 2:
            continue
        employer = trim(lines[first].text[labels[first][1] :])
        title = ""
        for number, meaning in inside.items():
            if meaning == "title" and not title:
                title = trim(lines[number].text[labels[number][1] :])
        when = _when(by_line, inside, first, stop)
        last = first
        if when is not None:
            used.add(id(when))
            last = when.last_line
            if not title:
                names = split_names(when.before[:_NEAR], known), split_names(when.after[:_NEAR], known)
                merged = merge_names(names, known)
                title = merged.title
                employer = employer if employer.lower() not in _NOTHING else merged.employer
        if employer.lower() in _NOTHING and not title and when is None:
            continue
        head = " | ".join((employer, title, lines[last].text[:120]))
        position = Position(
            title=title,
            employer=employer,
            start=when.span.start if when else None,
            end=when.span.end if when else None,
            text_start=lines[first].start,
            text_end=lines[last].end,
            kind=known.kind(head),
            precision=when.span.precision if when else "month",
            current=bool(when and when.span.current),
        )
        found.append((position, first, last))
    return found, used


def _when(by_line: dict[int, list[Dated]], inside: dict[int, str], first: int, stop: int) -> Dated | None:
    near = [dated for line in range(first, stop) for dated in by_line.get(line, ())]
    for dated in near:
        if inside.get(dated.line) == "dates":
            return dated
    for dated in near:
        if not dated.span.single and (dated.line <= first + 1 or inside.get(dated.line) is not None):
            return dated
    return None
