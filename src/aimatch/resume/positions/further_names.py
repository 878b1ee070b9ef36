"""Names of dated entries that stand further off than the lines beside the date: behind a label below an account, at the top
of a block that its dates close; and the client's projects that are no positions beside the job they were done in."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from aimatch.model import Position
from aimatch.resume.names import merge_names
from aimatch.resume.names.parts import split_names, trim
from aimatch.resume.positions.entry_bounds import begins_block
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Lines below a date in which the label of the title may stand, and above one in which the entry may begin.
_BELOW, _ABOVE = 10, 6
#: Characters of a title, and of a line that holds names.
_TITLE, _NAMES = 70, 110

Entry = tuple[Position, int, int]


def with_same_employers(found: list[Entry], known: Jobs) -> list[Entry]:
    """The positions, in order of place, those whose employer is called the same ("same place") with that of the one above."""
    result: list[Entry] = []
    for position, first, last in found:
        above = next((one.employer for one, _, _ in reversed(result) if one.employer), "")
        words = position.employer.lower().split()[:2]
        if above and words and (words[0] in known.same or (words[0] == "the" and words[-1] in known.same)):
            position = replace(position, employer=above)
        result.append((position, first, last))
    return result


def with_further_names(found: list[Entry], lines: list[Line], outline: Outline, known: Jobs) -> list[Entry]:
    """The dated positions, in order of place, with the titles and employers that stand further off."""
    result = []
    for at, (position, first, last) in enumerate(found):
        if position.title or position.start is None:
            result.append((position, first, last))
            continue
        following = found[at + 1][0].text_start if at + 1 < len(found) else lines[-1].end + 1
        reached = found[at - 1][2] if at else -1
        if title := _labelled_below(last, following, lines, outline, known):
            position = replace(position, title=title)
        elif not position.employer and (above := _block_above(first, reached, lines, outline, known)) is not None:
            names = merge_names((split_names(lines[above].text, known), []), known)
            position = replace(
                position,
                title=names.title,
                employer=names.employer,
                text_start=lines[above].start,
                kind=known.kind(lines[above].text),
            )
            first = above
        result.append((position, first, last))
    return result


def _labelled_below(last: int, following: int, lines: list[Line], outline: Outline, known: Jobs) -> str:
    """The title behind its label ("Designation   Deputy Manager") below an entry's dates, before the next entry."""
    for number in range(last + 1, min(last + _BELOW, len(lines))):
        if lines[number].start >= following or outline.owner[number] != outline.owner[last]:
            break
        label = known.label(lines[number].text)
        if label is not None and label[0] == "title":
            title = trim(lines[number].text[label[1] :])
            return title if 0 < len(title) <= _TITLE and not is_prose(title) else ""
    return ""


def _block_above(first: int, reached: int, lines: list[Line], outline: Outline, known: Jobs) -> int | None:
    """The line with a title that opens the block which labelled dates ("Duration: March 2014 - May 2016") close."""
    label = known.label(lines[first].text)
    if label is None or label[0] != "dates":
        return None
    for number in range(first - 1, max(reached, first - _ABOVE) - 1, -1):
        if number <= reached or outline.owner[number] != outline.owner[first]:
            break
        if begins_block(number, lines, outline) and not is_item(lines[number].text):
            text = lines[number].text
            named = len(text) <= _NAMES and known.names_title(text) and not is_prose(text)
            if named or lines[number].blank_before:
                return number if named else None
    return None


def without_clients_work(found: list[Entry], lines: list[Line], known: Jobs) -> list[Entry]:
    """The positions less those that a client's label heads and a job elsewhere covers: projects done in it."""
    starts = [line.start for line in lines]
    jobs_told = [
        one
        for one, first, _ in found
        if one.employer and one.start and not _is_clients(one, first, starts, lines, known)
    ]
    return [
        entry
        for entry in found
        if not (
            entry[0].start is not None
            and _is_clients(entry[0], entry[1], starts, lines, known)
            and any(_covers(job, entry[0]) for job in jobs_told)
        )
    ]


def _is_clients(position: Position, first: int, starts: list[int], lines: list[Line], known: Jobs) -> bool:
    """Whether the label of a client, and none of an employer, heads an entry, or stands in the place of a title
    ("Assignment at Foo Bank")."""
    if position.title.lower() in known.engagements:
        return True
    top = bisect_left(starts, position.text_start)
    kinds = set()
    for number in range(max(0, min(top, first - 1)), first + 1):
        label = known.label(lines[number].text)
        if label is None and number > top - 1 and (bare := lines[number].text.lstrip("-•* ")) != lines[number].text:
            label = known.label(bare)
        if label is not None:
            kinds.add(label[0])
    return "client" in kinds and "employer" not in kinds


def _covers(outer: Position, inner: Position) -> bool:
    if outer.start is None or inner.start is None or inner.start < outer.start:
        return False
    return outer.end is None or (inner.end is not None and inner.end <= outer.end)
