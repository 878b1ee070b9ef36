"""Times away from work that a resume explains: parental leave, study, illness, care, service, travel."""

from __future__ import annotations

import re

from aimatch.dates import find_ranges
from aimatch.model import Break
from aimatch.resume.entries import Dated, Role
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import NOTHING, jobs
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import BULLETS, Line, is_item

#: Words of a line that says no more than why nobody was worked for.
_FEW = 4
_CLAUSE = re.compile(r"[,.;(]")
#: Lines above a date that name an entry.
_HEADING = 2
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
    """Whether nothing stands beside a date, and the lines above it or the first clause below say why nobody was
    worked for. Below a name and its date the next entry begins, unless the section's entries begin with their dates."""
    below = dated.last_line + 1
    if dated.rest.strip("=#*_| ") or dated.span.single:
        return False
    around = lines[max(0, dated.line - _HEADING) : below + 1]
    if not any(time_away().names(line.text) or time_away().tells(line.text) for line in around):
        return False
    near = [] if _opens_section(dated, lines, outline) else _names_above(dated, lines, outline)
    if near and _is_name(near[0]):
        return True
    if (
        len(near) > 1
        and _is_name(near[1])
        and (time_away().names(near[0]) or not (jobs().names_title(near[0]) or jobs().names_employer(near[0])))
    ):
        return True  # "Career break" above "Time for my health"
    if below >= len(lines) or lines[below].blank_before:
        return False
    if near and not is_prose(near[0]):
        return False
    first = _CLAUSE.split(lines[below].text)[0]
    words = first.lstrip(BULLETS + " ").split()
    # "Travelling Theatre of Norfield"
    cased = len(words) > 1 and all(word[0].isupper() or word in jobs().joining for word in words)
    reason = None if cased else time_away().reason(first)
    told = outline.owner[below] == outline.owner[dated.line] and (
        reason or time_away().named(first) or time_away().tells(lines[below].text)
    )
    return bool(told) and (time_away().tells(lines[below].text) or not jobs().names_title(first))


def _names_above(dated: Dated, lines: list[Line], outline: Outline) -> list[str]:
    """The lines right above a date in its block, from below, up to the two of a name and what it is about. An item
    tells of the entry before, and so does what stands below a date."""
    found: list[str] = []
    number = dated.line
    while len(found) < _HEADING and number and not lines[number].blank_before:
        number -= 1
        text = lines[number].text
        if outline.owner[number] != outline.owner[dated.line] or (found and (is_item(text) or any(find_ranges(text)))):
            break
        found.append(text)
    return found if not found or not is_item(found[0]) or _is_name(found[0]) else []


def _opens_section(dated: Dated, lines: list[Line], outline: Outline) -> bool:
    """Whether the section of a date begins with one alone in its line, so that the names of its entries stand below."""
    first = dated.line
    while first and outline.owner[first - 1] == outline.owner[dated.line]:
        first -= 1
    opening = next(iter(find_ranges(lines[first].text)), None)
    return first == dated.line or (opening is not None and not lines[first].text[: opening.text_start].strip("(["))


def _is_name(text: str) -> bool:
    """Whether a line is no more than the name of a time away, perhaps with what it was for behind a sign:
    "Career break", "Parental leave", "Career break - bringing up two sons"."""
    known = time_away()
    named = known.named(text) or (known.reason(text) and len(text.split()) <= _FEW)
    return known.tells(text) or bool(named and not (jobs().names_title(text) or jobs().names_employer(text)))


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


def find_breaks(lines: list[Line], entries: list[tuple[Dated, Role]], outline: Outline) -> tuple[Break, ...]:
    """The explained breaks, in order of place: dated lines that name a reason."""
    known = time_away()
    found = {}
    for dated, role in entries:
        if dated.span.single and dated.span.precision == "month":
            continue  # "Participant of a boot camp, May 2019"
        reason = known.reason(lines[dated.line].text) if role in {"break", "none"} else None
        if role == "break" and reason is None:
            below = lines[dated.last_line + 1 : dated.last_line + 2]  # "Break. 2022 - 2024" above what it was for
            over = dated.rest or _opens_section(dated, lines, outline)
            above = [] if over else [name for name in _names_above(dated, lines, outline) if _is_name(name)]
            names = [*above, *(line.text for line in below), dated.rest]
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
