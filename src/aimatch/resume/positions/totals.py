"""How long somebody was with an employer in all, between its name and the first of the jobs held there, as exports of
profiles write it: "Foo Labs", "5 years", "Lead", "2022 - 2024 (2 years)". All jobs within that time were held there."""

from __future__ import annotations

from datetime import date

from aimatch.dates.lengths import lengths_in
from aimatch.resume.entries import Dated
from aimatch.resume.names import merge_names
from aimatch.resume.names.parts import split_names, trim
from aimatch.resume.positions.head import Head
from aimatch.resume.positions.name_lines import LINE
from aimatch.resume.prose import is_prose
from aimatch.resume.rules.jobs import Jobs
from aimatch.resume.sections import Outline, is_item
from aimatch.resume.sections.lines import Line

#: Lines from the employer's name to the first date, that of the title between them; months by which lengths are rounded.
_EMPLOYER, _ROUNDED = 3, 1
_MONTHS = 12


def heads_by_totals(dates: list[Dated], lines: list[Line], outline: Outline, known: Jobs) -> dict[int, Head]:
    """The headings of the jobs below such a length, by the line of their date. Each has its title right above the date:
    what stands above that is the end of another's account."""
    found: dict[int, Head] = {}
    employer, owner, begun = "", -1, 0
    for dated in dates:
        if named := _employer(dated, lines, outline, known):
            months, ended = _total(lines[dated.line - 2].text, known), _ended(dated, known)
            employer, owner, begun = named, outline.owner[dated.line], ended - months - _ROUNDED if ended else 0
        elif owner != outline.owner[dated.line] or dated.line - 1 in found:
            begun = 0
        start = dated.span.start
        if not begun or start is None or _count(start) < begun:
            begun = 0
        elif _is_title(lines[dated.line - 1].text, dated, known):
            text = lines[dated.line - 1].text
            title = merge_names((split_names(text, known), []), known).title or trim(text)
            found[dated.line] = Head(
                title=title, employer=employer, first_line=dated.line - 1, last_line=dated.last_line, text=text
            )
    return found


def _employer(dated: Dated, lines: list[Line], outline: Outline, known: Jobs) -> str:
    """The name above a length of time that stands above a title and its date."""
    first = dated.line - _EMPLOYER
    if first < 0 or outline.owner[first] != outline.owner[dated.line] or not _total(lines[first + 1].text, known):
        return ""
    name = lines[first].text
    plain = len(name) <= LINE and not is_item(name) and not is_prose(name) and not name.endswith((".", ":"))
    return trim(name) if plain else ""


def _total(text: str, known: Jobs) -> int:
    """The months of a line that holds a length of time, and beside it at most how one was employed; otherwise 0."""
    lengths = [*lengths_in(text, text.lower())] if len(text) <= LINE else []
    if len(lengths) != 1:
        return 0
    rest = (text[: lengths[0].start] + text[lengths[0].end :]).strip(" \t·•|,-–()")
    return round(lengths[0].months) if not rest or known.is_arrangement(rest) else 0


def _is_title(text: str, dated: Dated, known: Jobs) -> bool:
    """Whether a line above a date that stands alone, or before its length, is a title."""
    alone = not dated.rest or _total(dated.rest, known) > 0
    return alone and len(text) <= LINE and not is_item(text) and (known.names_title(text) or not is_prose(text))


def _ended(dated: Dated, known: Jobs) -> int:
    """The month behind the last one of a job, counted; of a present job that which its length tells; 0 if untold."""
    if dated.span.end is not None:
        return _count(dated.span.end) + 1
    months = _total(dated.after, known)
    return _count(dated.span.start) + months if months and dated.span.start else 0


def _count(day: date) -> int:
    return day.year * _MONTHS + day.month
