"""Projects outside of positions: the entries of a project section, and dated projects within the experience."""

from __future__ import annotations

import re
from bisect import bisect_right

from aimatch.model import Project
from aimatch.resume.entries import Dated, Role
from aimatch.resume.positions.sheets import Sheet, columns
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line

#: Characters of a project's title.
_TITLE = 90
#: "1. Chat with PDF": a list of projects with their numbers.
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]\s+(?=\S)")
#: "Chat with PDF: answers from manuals", "- Sudoku solver - in Rust": a name with its description behind it in one line.
_DESCRIBED = re.compile(
    rf"(?P<sign>[{re.escape(BULLETS)}]?)\s*(?P<name>[A-Z0-9][^:|,;.]{{2,50}}?)(?P<mark>:| [-–—|])\s+\S"
)


def find_projects(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], sheets: list[Sheet], text: str
) -> tuple[Project, ...]:
    """The projects, in order of place, each reaching to the next, to a position or to the end of its section; ``sheets``
    are those that some of the entries are the dates of."""
    dated = {found.line: found for found, role in entries if role == "project"}
    positions = sorted(found.line for found, role in entries if role == "position")
    jobs_at = {line for found, role in entries if role == "position" for line in (found.line, found.line - 1)}
    titles: dict[int, str] = {}
    for sheet in sheets:
        jobs_at.update(range(sheet.first, sheet.last + 1))
        if sheet.dated.line in dated:
            dated[sheet.first] = dated.pop(sheet.dated.line)
            titles[sheet.first] = sheet.project or sheet.client
        else:
            positions.append(sheet.first)
    positions.sort()
    firsts = set(dated)
    for number in range(len(lines)):
        free = outline.kind(number) == "projects" and number not in dated and number not in jobs_at
        if free and _opens(lines, outline, number, dated):
            firsts.add(number)
    # "OpenTool - a free kit" above "Example University | 2019 - 2021": the name stands above the line of the date.
    for number in sorted(dated):
        if number not in titles and outline.kind(number) == "projects" and _named_above(lines, outline, number, dated):
            firsts.remove(number)
            firsts.add(number - 1)
            dated[number - 1] = dated[number]
    sections = outline.sections
    ordered = sorted(firsts)
    found = []
    for place, number in enumerate(ordered):
        owner = outline.owner[number]
        limit = sections[owner].end if owner >= 0 else lines[number].end
        if place + 1 < len(ordered):
            limit = min(limit, lines[ordered[place + 1]].start)
        # What a job tells is not told of the project above it.
        following = bisect_right(positions, number)
        if following < len(positions):
            limit = min(limit, lines[positions[following]].start)
        its = dated.get(number)
        span = its.span if its else None
        body = text[lines[number].start : max(limit, lines[number].end)].rstrip()
        found.append(
            Project(
                title=titles.get(number) or _title(lines[number].text, its, number),
                start=span.start if span else None,
                end=span.end if span else None,
                text_start=lines[number].start,
                text_end=lines[number].start + len(body),
            )
        )
    return tuple(found)


def _opens(lines: list[Line], outline: Outline, number: int, dated: dict[int, Dated]) -> bool:
    """Whether an undated line begins a project: the first line of its section, or a name behind a description."""
    line = lines[number]
    first = number == 0 or outline.owner[number - 1] != outline.owner[number]
    if first:
        return number + 1 not in dated and not columns(line.text)
    if _is_next_of_list(lines, outline, number):
        return True
    if (
        len(line.text) > _TITLE
        or is_item(line.text)
        or is_prose(line.text)
        or line.text[0].islower()
        or line.text[-1] == "."
    ):
        return False
    below = lines[number + 1].text if number + 1 < len(lines) else ""
    label = jobs().label(line.text)
    return bool(label and label[0] == "project") or (
        (line.blank_before or is_item(lines[number - 1].text)) and bool(below) and is_item(below)
    )


def _is_next_of_list(lines: list[Line], outline: Outline, number: int) -> bool:
    """Whether a line is built like the first of its section, which lists its projects one a line: with numbers, or each
    with its description behind the name."""
    text = lines[number].text
    numbered, described = _NUMBERED.match(text), _DESCRIBED.match(text)
    if not numbered and not described:
        return False
    first = number
    while first and outline.owner[first - 1] == outline.owner[number]:
        first -= 1
    opening = lines[first].text
    if numbered or _NUMBERED.match(opening):
        return bool(numbered and _NUMBERED.match(opening))
    like = _DESCRIBED.match(opening)
    return bool(
        like
        and described
        and like["sign"] == described["sign"]
        and like["mark"] == described["mark"]
        and not any(_is_label(one["name"]) for one in (like, described))
    )


def _is_label(name: str) -> bool:
    """Whether a name is one of the labels that entries carry ("Role", "Technologies used")."""
    return key_of(name) in headings().labels or jobs().label(f"{name}:") is not None


def _named_above(lines: list[Line], outline: Outline, number: int, dated: dict[int, Dated]) -> bool:
    """Whether the line above a date is the name of its project: it begins a block, and the date's line goes on below."""
    line, above = lines[number], lines[number - 1]
    if number == 0 or line.blank_before or number - 1 in dated or outline.owner[number - 1] != outline.owner[number]:
        return False
    begins = above.blank_before or number == 1 or outline.owner[number - 2] != outline.owner[number - 1]
    plain = not is_item(above.text) and not is_prose(above.text) and above.text[-1] not in ".,;:"
    return begins and plain and len(above.text) <= _TITLE and not is_item(line.text) and not is_prose(line.text)


def _title(text: str, dated: Dated | None, number: int) -> str:
    if dated and dated.line == number:
        title = dated.before or dated.after
    else:
        title = _NUMBERED.sub("", text.strip(BULLETS + " "), count=1)
    label = jobs().label(title)
    if label and label[0] == "project":
        return title[label[1] :].strip()
    described = None if dated else _DESCRIBED.match(title)
    return title if described is None or _is_label(described["name"]) else described["name"]
