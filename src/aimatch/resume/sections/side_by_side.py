"""Two columns pasted as plain text: each line holds a line of the left column, a gap of spaces, and one of the right.

Where the gap always ends at the same place, the columns can be told apart again. Each is then read by itself, and the
sections follow one another as the text does, from the left part of a line to its right part and on to the next line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import repeat

from aimatch.model import Document, Section
from aimatch.resume.rules.headings import headings
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

_GAP = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_WIDE = re.compile(r"\S {3,}\S")
#: Columns narrower than this (characters) are tables or indents.
_NARROWEST = 15
#: Lines that must hold both columns, and share of the lines reaching into the right one that may run across the gap.
_LEAST = 6
#: Share of the lines that may run across the gap (a name, a heading) and it is still one between columns.
_ACROSS = 0.06


def columns_of(document: Document) -> tuple[list[Line], list[Line]] | None:
    """The lines of the left and of the right column, if the text is two columns side by side."""
    text = document.text
    if document.runs or text.count("   ") < _LEAST or len(_WIDE.findall(text)) < _LEAST:
        return None  # where the document tells the place of its text, its reader has put the columns in order
    rows = _rows(document.text)
    gutter = _gutter([row for _, row in rows])
    if gutter is None:
        return None
    left: list[Line] = []
    right: list[Line] = []
    seen = [-2, -2]  # the last row that held something, in the left and in the right column
    for number, (start, row) in enumerate(rows):
        for column, lines, piece, at in ((0, left, row[:gutter], 0), (1, right, row[gutter:], gutter)):
            bare = piece.strip()
            if not bare:
                continue
            indent = len(piece) - len(piece.lstrip())
            first = start + at + indent
            apart = seen[column] < number - 1
            lines.append(Line(first, first + len(bare), bare, indent, apart))
            seen[column] = number
    return left, right


def _rows(text: str) -> list[tuple[int, str]]:
    rows = []
    at = 0
    for row in text.split("\n"):
        rows.append((at, row.rstrip("\r")))
        at += len(row) + 1
    return rows


def _gutter(rows: Sequence[str]) -> int | None:
    """Where the right column begins; None if there is none."""
    starts = Counter(
        gap.end() for row in rows if "\t" not in row for gap in _GAP.finditer(row) if gap.end() >= _NARROWEST
    )
    if not starts:
        return None
    place, both = max(starts.items(), key=lambda item: (item[1], -item[0]))
    if both < _LEAST:
        return None
    reaching = [row for row in rows if len(row) > place]
    across = sum(bool(row[place - 2 : place].strip()) for row in reaching)
    alone = sum(not row[: place - 2].strip() for row in reaching)
    lefts = sum(bool(row[: place - 2].strip()) for row in rows)
    # A table of skills stands in a few lines; columns are most of the page.
    most = len(reaching) > len([row for row in rows if row.strip()]) / 2
    most = most or any(map(_heads_both, rows, repeat(place)))
    return place if most and alone and lefts >= _LEAST and across <= _ACROSS * len(reaching) else None


def _heads_both(row: str, place: int) -> bool:
    """Whether a line holds a heading of either column, two different ones: a short column by a long one, no table."""
    kinds = {headings().find(piece.strip())[0] for piece in (row[:place], row[place:]) if piece.strip()}
    return len(kinds) == len(("left", "right")) and None not in kinds


def interleaved(columns: Sequence[tuple[list[Line], Outline]], text: str) -> tuple[Section, ...]:
    """The sections of the columns in the order of the text."""
    pieces: list[tuple[int, int, Section]] = []
    for lines, outline in columns:
        opened = {section.start: section for section in outline.sections}
        current = outline.sections[0]
        for line, owner in zip(lines, outline.owner, strict=True):
            current = outline.sections[owner] if owner >= 0 else opened.get(line.start, current)
            heading = owner < 0
            pieces.append((line.start, line.end if heading else line.start, current))
    pieces.sort(key=lambda piece: piece[0])
    found: list[Section] = []
    for start, body, section in pieces:
        last = found[-1] if found else None
        if last is not None and (last.kind, last.title) == (section.kind, section.title):
            continue
        if last is not None:
            found[-1] = _until(last, start)
        found.append(
            Section(kind=section.kind, title=section.title, start=start if found else 0, body_start=body, end=len(text))
        )
    return tuple(found)


def _until(section: Section, end: int) -> Section:
    return Section(
        kind=section.kind, title=section.title, start=section.start, body_start=min(section.body_start, end), end=end
    )
