"""Whether the two sides of a gutter are columns, or cells of rows that only make sense side by side."""

from __future__ import annotations

import re
from itertools import pairwise

from aimatch.readers.pdf.geometry import Piece, median
from aimatch.readers.pdf.layout.label_words import names_column
from aimatch.readers.pdf.layout.margins import BULLETS, is_date

# A gutter is at least this wide (in em); a space in loose justified text is narrower.
GUTTER_EM = 0.9
# A side of a gutter has at least this many rows before it may be a column.
COLUMN_ROWS = 3
# White space that runs beside this many rows is no accident, so that a narrower stripe (in em) will do.
TALL_ROWS = 10
TALL_GUTTER_EM = 0.6
# So many lines that begin with a colon are the values of a form.
VALUES = 3
# So many rows on the same baselines by chance only where two columns are set on one grid.
GRID_ROWS = 8
# Baselines this close (in em of the smaller type) are one row.
ROW_EM = 0.42
# Spans of time on either side of a gutter, level with one another, that make a grid of entries.
GRID_ENTRIES = 2
# Left or right ends of one edge stand within this (points).
EDGE = 3.0
_SPAN = re.compile(r"\d(?:\s+(?:[-–—]|to|bis|until)\s+|\s?[-–—]\s?(?=\d{4}|[^\W\d_]))\S")


def sides_are_columns(left: list[Piece], right: list[Piece]) -> int:
    """Whether the two sides of a gutter are columns, as the rows of the lesser side; 0 when they are cells of rows."""
    size = median([piece.size for piece in left] + [piece.size for piece in right])
    rows_left, rows_right = _levels(left), _levels(right)
    low, high = max(rows_left[0], rows_right[0]), min(rows_left[-1], rows_right[-1])
    lesser = min(len(rows_left), len(rows_right))
    # A centred name above tall columns may reach into their gutter.
    above, below = (low - size, high + size) if lesser >= TALL_ROWS else (0.0, left[-1].base + right[-1].base)
    ends = [piece.x1 for piece in left if above <= piece.base <= below]
    starts = [piece.x0 for piece in right if above <= piece.base <= below]
    gutter = min(starts) - max(ends) if starts and ends else 0.0
    if gutter < TALL_GUTTER_EM * size:
        return 0
    shared_left = [level for level in rows_left if low - size <= level <= high + size]
    shared_right = [level for level in rows_right if low - size <= level <= high + size]
    if lesser < COLUMN_ROWS or min(len(shared_left), len(shared_right)) < 2:
        return 0
    if gutter < GUTTER_EM * size and min(len(shared_left), len(shared_right)) < TALL_ROWS:
        return 0
    if is_margin(left) or is_margin(right) or _labels(left) or _values(right):
        return 0
    if (_listed(left) and _listed(right)) or is_grid_of_entries(left, right):
        return lesser
    tolerance = 0.12 * size
    level_left = paired(shared_left, sorted(piece.base for piece in right), tolerance)
    level_right = paired(shared_right, sorted(piece.base for piece in left), tolerance)
    for few, many, level, side in (
        (shared_left, shared_right, level_left, left),
        (shared_right, shared_left, level_right, right),
    ):
        # Labels, places, dates beside what they belong to: short, each on the baseline of its row.
        if level >= 0.9 and _short(side) and (len(few) < GRID_ROWS or flush_right(side)):
            return 0
        if level >= 0.95 and _short(left) and _short(right) and _apart(few):  # a form: labels and values
            return 0
        if level >= 0.75 and len(few) <= 0.6 * len(many) and _short(side) and not _dense(few, size):
            return 0
    if min(level_left, level_right) >= 0.85:  # every row has both sides: a table, or columns set on one grid
        return lesser if _wordy(left) and _wordy(right) else 0
    return lesser


def goes_on_beside(pieces: list[Piece], following: list[Piece]) -> bool:
    """Whether columns go on side by side on the next page: its left one begins with the rest of a sentence that the width
    of this page's left one broke, and that of the right one did not."""
    if not following:
        return False
    top = min(piece.base for piece in following)
    row = [piece for piece in following if piece.base - top <= ROW_EM * piece.size and not piece.turn]
    row.sort(key=lambda piece: piece.x0)
    if len(row) != 2 or not row[0].text[0].islower():
        return False
    rest, beside = row
    right = [piece for piece in pieces if abs(piece.x0 - beside.x0) <= EDGE and not piece.turn]
    left = [piece for piece in pieces if piece.x1 < beside.x0 and not piece.turn]
    if min(len(left), len(right)) < COLUMN_ROWS:
        return False
    width = (rest.x1 - rest.x0) * (len(rest.text.split(None, 1)[0]) + 1) / len(rest.text)
    rooms = [max(piece.x1 for piece in side) - max(side, key=lambda piece: piece.base).x1 for side in (left, right)]
    return rooms[0] < width <= rooms[1]


def is_margin(side: list[Piece]) -> bool:
    """Whether the side is a column of dates beside the entries they date."""
    return sum(1 for piece in side if is_date(piece)) >= 0.5 * len(side)


def is_grid_of_entries(left: list[Piece], right: list[Piece]) -> bool:
    """Whether entries stand side by side: both sides hold spans of time, all of one level with some of the other. A
    table has them in one column, and single dates in two."""
    spans = [[piece for piece in side if is_date(piece) and _SPAN.search(piece.text)] for side in (left, right)]
    few, many = sorted(spans, key=len)
    bases = sorted(piece.base for piece in many)
    return len(few) >= GRID_ENTRIES and all(paired([piece.base], bases, ROW_EM * piece.size) for piece in few)


def flush_right(side: list[Piece]) -> bool:
    """Whether the side ends at one edge and begins at none, as places and dates at the end of a row do."""
    starts = {round(piece.x0 / EDGE) for piece in side}
    ends = {round(piece.x1 / EDGE) for piece in side}
    return len(ends) <= 2 < len(starts)


def _listed(side: list[Piece]) -> bool:
    """Whether the side is a list whose items run over several lines: items of a row of cells do not."""
    items = sum(1 for piece in side if piece.text[0] in BULLETS)
    return 1 < items < len(side)


def _labels(side: list[Piece]) -> bool:
    labels = sum(1 for piece in side if piece.text.rstrip(" -–").endswith(":") or names_column(piece.text))
    return labels >= 0.6 * len(side) and _short(side)


def _values(side: list[Piece]) -> bool:
    """Whether a side holds the values of a form, each behind a colon of its own."""
    values = sum(1 for piece in side if piece.text[0] == ":")
    return values >= VALUES and values >= 0.25 * len(side)


def _levels(side: list[Piece]) -> list[float]:
    levels: list[float] = []
    for base, size in sorted((piece.base, piece.size) for piece in side):
        if not levels or base - levels[-1] > ROW_EM * size:
            levels.append(base)
    return levels


def paired(levels: list[float], others: list[float], tolerance: float) -> float:
    """The share of the levels within ``tolerance`` of which there is one of the others; both are sorted."""
    at = 0
    hits = 0
    for level in levels:
        while at < len(others) and others[at] < level - tolerance:
            at += 1
        hits += at < len(others) and others[at] <= level + tolerance
    return hits / len(levels) if levels else 0.0


def _dense(levels: list[float], size: float) -> bool:
    """Whether most rows follow the one before at the distance of lines of one paragraph."""
    close = sum(1 for a, b in pairwise(levels) if b - a <= 1.7 * size)
    return close >= 0.6 * (len(levels) - 1)


def _apart(levels: list[float]) -> bool:
    """Whether rows stand in groups, as those of a form do; a list goes on evenly."""
    steps = [b - a for a, b in pairwise(levels)]
    return max(steps) > 1.4 * median(steps)


def _short(side: list[Piece]) -> bool:
    return sum(len(piece.text) for piece in side) <= 26 * len(side)


def _wordy(side: list[Piece]) -> bool:
    return sum(piece.text.count(" ") + 1 for piece in side) >= 3.5 * len(side)
