"""Projects outside of positions: the entries of a project section, and dated projects within the experience."""

from __future__ import annotations

from bisect import bisect_right

from aimatch.model import Project
from aimatch.resume.entries import Dated, Role
from aimatch.resume.positions.sheets import Sheet, columns
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.sections import BULLETS, Outline, is_item
from aimatch.resume.sections.lines import Line

#: Characters of a project's title.
_TITLE = 90


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
                title=titles.get(number) or _title(lines[number].text, its if its and its.line == number else None),
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


def _named_above(lines: list[Line], outline: Outline, number: int, dated: dict[int, Dated]) -> bool:
    """Whether the line above a date is the name of its project: it begins a block, and the date's line goes on below."""
    line, above = lines[number], lines[number - 1]
    if number == 0 or line.blank_before or number - 1 in dated or outline.owner[number - 1] != outline.owner[number]:
        return False
    begins = above.blank_before or number == 1 or outline.owner[number - 2] != outline.owner[number - 1]
    plain = not is_item(above.text) and not is_prose(above.text) and above.text[-1] not in ".,;:"
    return begins and plain and len(above.text) <= _TITLE and not is_item(line.text) and not is_prose(line.text)


def _title(text: str, dated: Dated | None) -> str:
    title = dated.before or dated.after if dated else text.strip(BULLETS + " ")
    label = jobs().label(title)
    return title[label[1] :].strip() if label and label[0] == "project" else title
