"""Times away from work that a resume explains: parental leave, study, illness, care, service, travel."""

from __future__ import annotations

import re

from aimatch.model import Break
from aimatch.resume.entries import Dated, Role
from aimatch.resume.rules.jobs import NOTHING, jobs
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import BULLETS, Line

#: Words of a line that says no more than why nobody was worked for.
_FEW = 4
_CLAUSE = re.compile(r"[,.;(]")
_NAMES = frozenset({"employer", "title"})


def with_labelled_breaks(
    entries: list[tuple[Dated, Role]], lines: list[Line], outline: Outline
) -> list[tuple[Dated, Role]]:
    """``entries`` (a date in its line, and its role) with those as breaks whose time, labelled or alone in its line, has no
    employer and no title beside it, and tells of care, study, service or no work: "Period: 2003 - 2006", "Unemployed"."""
    return [
        (
            dated,
            "break"
            if role == "position"
            and (_is_labelled_break(dated, lines, outline) or _is_told_near(dated, lines, outline))
            else role,
        )
        for dated, role in entries
    ]


def _is_told_near(dated: Dated, lines: list[Line], outline: Outline) -> bool:
    """Whether nothing stands beside a date, and the line above it or the first clause below says why nobody was worked for."""
    below = dated.last_line + 1
    if dated.rest.strip("=#*_| ") or dated.span.single:
        return False
    above = lines[dated.line - 1] if dated.line and not lines[dated.line].blank_before else None
    if above is not None and outline.owner[dated.line - 1] == outline.owner[dated.line] and _is_name(above.text):
        return True
    if below >= len(lines) or lines[below].blank_before:
        return False
    first = _CLAUSE.split(lines[below].text)[0]
    words = first.lstrip(BULLETS + " ").split()
    reason = time_away().reason(first) and not all(word[0].isupper() or word in jobs().joining for word in words)
    told = outline.owner[below] == outline.owner[dated.line] and (reason or time_away().named(first))
    return bool(told) and not jobs().names_title(first)


def _is_name(text: str) -> bool:
    """Whether a line is no more than the name of a time away: "Career break", "Parental leave"."""
    known = time_away()
    named = known.named(text) or (known.reason(text) and len(text.split()) <= _FEW)
    return known.is_whole(text) or bool(named and not (jobs().names_title(text) or jobs().names_employer(text)))


def _is_labelled_break(dated: Dated, lines: list[Line], outline: Outline) -> bool:
    label = jobs().label(lines[dated.line].text)
    if (
        label is None
        or label[0] != "dates"
        or not (lines[dated.line].blank_before or outline.owner[dated.line - 1] < 0)
    ):
        return False
    told: list[tuple[str, str]] = []
    for line in lines[dated.last_line + 1 :]:
        if line.blank_before:
            break
        kind, body = jobs().label(line.text) or ("", 0)
        told.append((kind, line.text[body:].strip()))
    named = [value for kind, value in told if kind in _NAMES and value.lower() not in NOTHING]
    if not told or not all(map(time_away().names, named)):
        return False
    text = named[0] if named else told[0][1]
    first = _CLAUSE.split(text)[0]
    if jobs().names_title(first) or jobs().names_employer(first):
        return False
    return (
        time_away().names(first)
        or not time_away().may_be_job(first)
        or (len(text.split(".")[0].split()) <= _FEW and time_away().names(text))
    )


def find_breaks(lines: list[Line], entries: list[tuple[Dated, Role]]) -> tuple[Break, ...]:
    """The explained breaks, in order of place: dated lines that name a reason."""
    known = time_away()
    found = {}
    for dated, role in entries:
        if dated.span.single and dated.span.precision == "month":
            continue  # "Participant of a boot camp, May 2019"
        reason = known.reason(lines[dated.line].text) if role in {"break", "none"} else None
        if role == "break" and reason is None:
            below = lines[dated.last_line + 1 : dated.last_line + 2]  # "Break. 2022 - 2024" above what it was for
            names = [*(line.text for line in below), dated.rest]
            reason = next((told for name in names if (told := known.reason(name) or known.named(name))), None)
        # The first of several dates of a line is the break's: "2019 to 2025: parental leave; in 2023 a course".
        if reason and dated.line not in found:
            found[dated.line] = Break(
                reason=reason,
                start=dated.span.start,
                end=dated.span.end,
                text_start=lines[dated.line].start,
                text_end=lines[dated.last_line].end,
            )
    return tuple(found[line] for line in sorted(found))
