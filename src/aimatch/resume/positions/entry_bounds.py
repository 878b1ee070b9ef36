"""Where the entries of a section begin and end: with their dates, or with the names above these."""

from __future__ import annotations

import re

from aimatch.resume.entries import Dated
from aimatch.resume.names.parts import split_names
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import jobs
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line, is_item

#: Lines of a section, less one, of which every other closes an entry, rather than by chance.
_CLOSING = 3
#: Lines that begin at one edge do so within this (points).
_LEVEL = 2.0
#: Characters by which a date is set in from the names above it; more are a column of its own.
_INSET = 8
#: The number of an entry, and lines of its heading above its date.
_NUMBER, _HEAD = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]\s+(?=[^\W\d_])"), 3


def leads(taken: dict[int, bool], outline: Outline, dated: Dated) -> bool:
    """Whether the section's first date stands in its first line and opens it."""
    owner = outline.owner[dated.line]
    first = dated.line
    while first > 0 and outline.owner[first - 1] == owner:
        first -= 1
    return first != dated.line and taken.get(first, False)


def closes(taken: dict[int, bool], lines: list[Line], outline: Outline, dated: Dated) -> bool:
    """Whether each of the section's dates closes its entry: a line without a date stands above every one of them, and
    nothing below the last."""
    owner = outline.owner[dated.line]
    if dated.line - 1 in taken or dated.line + 1 in taken:
        return False
    first = last = dated.line
    while first > 0 and outline.owner[first - 1] == owner:
        first -= 1
    while last + 1 < len(lines) and outline.owner[last + 1] == owner:
        last += 1
    if last not in taken or last - first < _CLOSING:
        return False
    return all((number in taken) == bool((number - first) % 2) for number in range(first, last + 1))


def begins_block(number: int, lines: list[Line], outline: Outline) -> bool:
    """Whether a line opens a section, or a block behind an empty line or the account of another entry."""
    if number < 1 or outline.owner[number - 1] != outline.owner[number]:
        return number >= 0
    above = lines[number - 1].text
    inset = lines[number - 1].indent > lines[number].indent
    goes_on = above[-1] in ",&" or above.rpartition(" ")[2] in jobs().joining
    account = (is_item(above) or is_prose(above)) and not goes_on
    return lines[number].blank_before or inset or account or above.endswith(".")


def hangs(number: int, dated: int, lines: list[Line]) -> bool:
    """Whether a line above that of a date goes on with the item above both, which the line of the date does not: it begins
    right of the item's bullet, by its place on the page."""
    line = lines[number]
    if not line.left or line.blank_before or abs(lines[dated].left - line.left) <= _LEVEL:
        return False
    above = number - 1
    while above >= 0 and not is_item(lines[above].text):
        if lines[above].blank_before or abs(lines[above].left - line.left) > _LEVEL:
            return False
        above -= 1
    return above >= 0 and line.left > lines[above].left + _LEVEL


def opens_next(number: int, dated: Dated, lines: list[Line], outline: Outline) -> bool:
    """Whether a line below a date opens the next entry: it has a number as one above the date has, or it stands as far out as
    the title and the employer above, from which the date is set in."""
    first = dated.line
    above = [at for at in range(first - 1, max(-1, first - 1 - _HEAD), -1) if outline.owner[at] == outline.owner[first]]
    if _NUMBER.match(lines[number].text):
        return any(_NUMBER.match(lines[at].text) for at in above)
    if not above or dated.rest or lines[first].blank_before:
        return False
    head = lines[above[0]]
    inset = 0 < lines[first].indent - head.indent <= _INSET and head.indent == lines[number].indent
    several = [len(split_names(text, jobs())) > 1 for text in (head.text, lines[number].text)]
    return inset and several[0] and (several[1] or jobs().holds_title(head.text))
