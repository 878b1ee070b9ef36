"""Headings of entries of which each line is a paragraph, set apart from the next like a block: word processors and pages
with space between paragraphs do so. Their lines are read as standing close together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from aimatch.resume.entries import Dated, Role
from aimatch.resume.names.parts import split_names
from aimatch.resume.positions.name_lines import is_stack
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs, words_of
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Characters of a line that is a name and no sentence; lines of a heading: title, employer, place and date.
_SHORT, _MOST = 80, 5
#: Names of a heading of which no word is known.
_PAIR = 2
#: Words of a name, and what stands between it and its place.
_FEW = 5
_PLACED = re.compile(r", |\t| {3}| [·|–—] ")


def with_close_headings(
    lines: list[Line], outline: Outline, entries: list[tuple[Dated, Role]], known: Jobs
) -> list[Line]:
    """The lines, those of one entry's heading without the empty lines between them: short lines between two accounts that
    hold one date, and one title apart from it."""
    dates = {number for dated, _ in entries for number in range(dated.line, dated.last_line + 1)}
    closed = list(lines)
    for dated, role in entries:
        if role != "position" or dated.bullet or dated.span.single:
            continue
        if known.names_title(dated.rest) and len(split_names(dated.rest, known)) > 1:
            continue
        own = range(dated.line, dated.last_line + 1)
        over = [*_names(range(own[0] - 1, -1, -1), own[0], lines, outline, dates, known)]
        while over and not lines[over[-1]].blank_before and not _opens(over[-1], outline):
            over.pop()  # the rest of the account above
        under = [*_names(range(own[-1] + 1, len(lines)), own[-1], lines, outline, dates, known)]
        if not over and not lines[own[0]].blank_before and not _opens(own[0], outline):
            continue  # the date closes the account above it
        group = [*reversed(over), *own, *under]
        titles = [number for number in group if known.names_title(lines[number].text)]
        # "Foo Partner", beside a title of which no word is weak, is no title.
        titles = [number for number in titles if _names_job(lines[number].text, known)] or titles
        if len(group) > _MOST or len(titles) > 1 or (group[-1] + 1) in dates or (group[0] - 1) in dates:
            continue
        if not titles and (dated.rest or len({*over, *under}) != _PAIR or (over and under)):
            continue
        title = titles[0] if titles else (under or over)[-1]
        apart = range(min(title, own[0]) + 1, max(title, own[0]) + 1)
        others = [number for number in (*over, *under) if number != title]
        if any(lines[number].blank_before for number in apart) or all(
            _tells_employer(lines[number].text, known, plain=number in over) for number in others
        ):
            for number in group[1:]:
                closed[number] = replace(lines[number], blank_before=False)
    return closed


def _tells_employer(text: str, known: Jobs, *, plain: bool) -> bool:
    """Whether a line names an employer by its words or the place beside it, or, where that will do, is a ``plain`` name."""
    words = text.split()
    named = len(words) <= _FEW and all(word[0].isupper() or word in known.joining for word in words)
    return _PLACED.search(text) is not None or known.names_employer(text) or (plain and named)


def _names_job(text: str, known: Jobs) -> bool:
    """Whether a line names a job by a word that is no weak one."""
    return not (known.titles & words_of(text)) <= known.weak_titles


def _opens(number: int, outline: Outline) -> bool:
    """Whether a line is the first of its section."""
    return number == 0 or outline.owner[number - 1] != outline.owner[number]


def _names(numbers: range, at: int, lines: list[Line], outline: Outline, dates: set[int], known: Jobs) -> Iterator[int]:
    """Those of some lines, in order, that may be names of the entry dated in the line ``at``, up to the first that is none."""
    for number in numbers:
        text = lines[number].text
        account = is_item(text) or is_prose(text) or text.endswith((".", ":", ";")) or not text[0].isupper()
        named = not account and ":" not in text and len(text) <= _SHORT and known.label(text) is None
        if outline.owner[number] != outline.owner[at] or number in dates or not named or is_stack(text):
            return
        yield number
