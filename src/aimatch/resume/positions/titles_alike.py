"""Titles of which no word is in the data, where those of the entries beside them stand, and those that open the
account."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from aimatch.dates import find_ranges
from aimatch.model import Position
from aimatch.resume.names.parts import trim
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import is_item
from aimatch.resume.sections.content import tells_of_work
from aimatch.resume.sections.lines import Line

#: Entries that show where the titles of a section stand, lines around a date that may be one, and characters of it.
_PAIR, _AROUND, _TITLE = 2, 2, 60
#: Words of a title that opens an account.
_FEW = 5
_OPENING = re.compile(r"([^\W\d_][^.,;:()\d]{2,39})[.,]\s")
_NO_TITLE = frozenset("|\t:;()@0123456789")

Entry = tuple[Position, int, int]


def with_titles_alike(found: list[Entry], lines: list[Line], owners: Sequence[int], known: Jobs) -> list[Entry]:
    """The positions with the titles that stand as far from their dates as those of their neighbours do, each in a line
    of its own ("Newspaper round" where "Barista" and "Lifeguard" stand), or that open the line below ("Pipe welder.
    All the time.")."""
    places: dict[int, Counter[int]] = {}
    for one, first, last in found:
        if one.title and one.employer:
            place = next((at for at in _places(first, last, lines) if lines[at].text.startswith(one.title)), None)
            counts = places.setdefault(owners[first], Counter())
            counts[0 if place is None else place - (first if place < first else last)] += 1
    result = list(found)
    for number, (one, first, last) in enumerate(found):
        if one.title or not one.employer:
            continue
        counts = places.get(owners[first], Counter())
        offset = next(iter(counts), 0)
        title = ""
        if len(counts) == 1 and offset and counts[offset] >= _PAIR:
            title = _named(first + offset if offset < 0 else last + offset, one, (first, last), lines, owners, known)
        if not title:
            title = _opening(last + 1, one, (first, last), lines, owners, known)
        if title:
            result[number] = replace(one, title=title), first, last
    return result


def _places(first: int, last: int, lines: list[Line]) -> list[int]:
    """The lines around a date that may hold a title."""
    near = [*range(first - _AROUND, first), *range(last + 1, last + 1 + _AROUND)]
    return [at for at in near if 0 <= at < len(lines)]


def _named(
    at: int, one: Position, dated: tuple[int, int], lines: list[Line], owners: Sequence[int], known: Jobs
) -> str:
    """The line of a title, if it may be one whatever its words."""
    if not 0 <= at < len(lines) or owners[at] != owners[dated[0]]:
        return ""
    between = range(min(at, dated[1]) + 1, max(at, dated[0]) + 1)
    text = lines[at].text
    if any(lines[number].blank_before for number in between) or one.employer in text or is_item(text):
        return ""
    plain = text[0].isupper() and len(text) <= _TITLE and text[-1].isalpha() and _NO_TITLE.isdisjoint(text)
    if not plain or is_prose(text) or known.names_company(text) or any(find_ranges(text)):
        return ""
    return trim(text)


def _opening(
    at: int, one: Position, dated: tuple[int, int], lines: list[Line], owners: Sequence[int], known: Jobs
) -> str:
    """The title that is the first sentence, or clause, of the line below a date."""
    if at >= len(lines) or owners[at] != owners[dated[0]] or lines[at].blank_before or is_item(lines[at].text):
        return ""
    match = _OPENING.match(lines[at].text)
    if match is None or not match[1][0].isupper() or not known.names_title(match[1]) or one.employer in match[1]:
        return ""
    if not all(span.single for span in find_ranges(lines[at].text)):
        return ""  # one of the posts that the employer's range is the range of
    words = match[1].split()
    small = known.joining.isdisjoint(words) and known.speakers.isdisjoint(map(str.lower, words))
    return match[1].strip() if small and len(words) <= _FEW and not tells_of_work(lines, at, at + 1) else ""
