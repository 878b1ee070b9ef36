"""Gutters: whether a page's pieces stand in columns, and which parts of the page these are.

What a person reads by is white space. A vertical gutter with text flowing on both sides separates columns; a gutter
whose sides only make sense row by row (dates in a margin, places at the right edge, label and value) does not.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.margins import BULLETS, is_date

# A gutter is at least this wide (in em); a space in loose justified text is narrower.
GUTTER_EM = 0.9
# A side of a gutter has at least this many rows before it may be a column.
COLUMN_ROWS = 3
# White space that runs beside this many rows is no accident, so that a narrower stripe (in em) will do.
TALL_ROWS = 10
TALL_GUTTER_EM = 0.6
# In points: the narrowest stripe looked at as a gutter; how far the left ends of one edge may stand apart.
NARROWEST_GUTTER = 3.0
EDGE = 3.0
# So many rows on the same baselines by chance only where two columns are set on one grid.
GRID_ROWS = 8
# How many gutters are tried, and which share of a page's pieces may run across one.
MOST_CUTS = 8
MOST_ACROSS = 0.34
# Baselines this close (in em of the smaller type) are one row.
ROW_EM = 0.42

# A column narrower than this share of the one beside it is a sidebar, if it is at least so tall (share of the page).
SIDEBAR = 0.7
TALL = 0.4

BY_BASE = attrgetter("base", "x0")


class Part(NamedTuple):
    """Pieces to be read together; ``aside``: they are a sidebar beside a wider column."""

    pieces: list[Piece]
    aside: bool = False


def split(pieces: list[Piece], main: str) -> list[Part]:
    """The pieces as parts to be read one after another, by the best gutter; empty if there is none."""
    ordered = sorted(pieces, key=BY_BASE)
    height = ordered[-1].bottom - ordered[0].top
    most = 0.0
    best: list[Part] = []
    for lesser, cut in _cuts(pieces):
        if lesser * height <= most:
            break
        gain, parts = _bands(ordered, cut, main)
        if gain > most:
            most, best = gain, parts
    return best


def _cuts(pieces: list[Piece]) -> list[tuple[int, float]]:
    """Where a gutter may end: right ends of upright stripes that few pieces cross, and places where several begin.

    Each with the number of pieces on its lesser side, the most promising first.
    """
    starts = sorted([piece.x0 for piece in pieces])
    ends = sorted([piece.x1 for piece in pieces])
    cuts = []
    at = 0
    while at < len(starts):
        following = at + 1
        while following < len(starts) and starts[following] - starts[following - 1] <= EDGE:
            following += 1
        start = starts[at]
        ended = bisect_right(ends, start - NARROWEST_GUTTER)
        lesser = min(ended, len(starts) - at)
        if lesser >= COLUMN_ROWS:
            crossing = at - ended
            if crossing <= MOST_ACROSS * len(starts) or following - at >= COLUMN_ROWS:
                cuts.append((lesser, round(start, 1)))
        at = following
    return sorted(cuts, reverse=True)[:MOST_CUTS]


def _bands(ordered: list[Piece], cut: float, main: str) -> tuple[float, list[Part]]:
    """The parts that a gutter left of ``cut`` makes, and what they are worth: rows taken apart times their height.

    Lines that run across the gutter end a band above them; a band whose sides are no columns stays with its
    neighbours.
    """
    gain = 0.0
    parts: list[Part] = []
    loose: list[Piece] = []
    left: list[Piece] = []
    right: list[Piece] = []
    across: Piece | None = None  # the last line across the gutter, while the paragraph that it belongs to may go on

    def close() -> None:
        nonlocal gain, loose, left, right
        worth = _columns(left, right) if len(left) >= COLUMN_ROWS <= len(right) else 0
        if worth:
            gain += worth * _shared_height(left, right)
            if loose:
                parts.append(Part(loose))
            tall = _shared_height(left, right) >= TALL * (ordered[-1].bottom - ordered[0].top)
            loose = [] if tall else _tail(left, right)
            parts.extend(_in_turn(left, right, main) if tall else (Part(left), Part(right)))
        else:
            loose.extend(left)
            loose.extend(right)
        left, right = [], []

    for piece in ordered:
        if piece.x0 >= cut - 1:
            right.append(piece)
            across = None
        elif piece.x1 <= cut - 0.3 * piece.size:
            if across is not None and _goes_on(across, piece):
                loose.append(piece)
                across = piece
            else:
                left.append(piece)
                across = None
        else:
            close()
            loose.append(piece)
            across = piece
    close()
    if loose and gain:
        parts.append(Part(loose))
    return gain, parts if gain else []


def _tail(left: list[Piece], right: list[Piece]) -> list[Piece]:
    """Take off the left column what stands below both, set off from it: it is read after the right one."""
    end = right[-1].base
    for number in range(COLUMN_ROWS, len(left)):
        above, piece = left[number - 1], left[number]
        if piece.base > end + piece.size and piece.base - above.base > 1.6 * max(piece.size, above.size):
            tail = left[number:]
            del left[number:]
            return tail
    return []


def _shared_height(left: list[Piece], right: list[Piece]) -> float:
    """Points from where both sides have begun to where one has ended: tall gutters part columns, low ones cells."""
    top = max(left[0].top, right[0].top)
    return max(1.0, min(left[-1].bottom, right[-1].bottom) - top)


def _in_turn(left: list[Piece], right: list[Piece], main: str) -> tuple[Part, Part]:
    """Two columns in the order they are read, the wider one where ``main`` wants it, the narrower one as a sidebar."""
    wide_left = max(piece.x1 for piece in left) - min(piece.x0 for piece in left)
    wide_right = max(piece.x1 for piece in right) - min(piece.x0 for piece in right)
    if min(wide_left, wide_right) > SIDEBAR * max(wide_left, wide_right):
        return Part(left), Part(right)  # columns of a kind: the right one goes on where the left one ends
    first, second = Part(left, wide_left < wide_right), Part(right, wide_right < wide_left)
    return (second, first) if main and first.aside == (main == "first") else (first, second)


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Whether the piece is the (shorter) next line of the paragraph of the one above."""
    return (
        abs(piece.x0 - above.x0) <= EDGE
        and abs(piece.size - above.size) < 0.1
        and 0 < piece.base - above.base <= 1.5 * piece.size
    )


def _columns(left: list[Piece], right: list[Piece]) -> int:
    """Whether the two sides of a gutter are columns, as the rows of the lesser side; 0 when they are cells of rows."""
    gutter = min([piece.x0 for piece in right]) - max([piece.x1 for piece in left])
    size = median([piece.size for piece in left] + [piece.size for piece in right])
    if gutter < TALL_GUTTER_EM * size:
        return 0
    rows_left, rows_right = _levels(left), _levels(right)
    low, high = max(rows_left[0], rows_right[0]), min(rows_left[-1], rows_right[-1])
    shared_left = [level for level in rows_left if low - size <= level <= high + size]
    shared_right = [level for level in rows_right if low - size <= level <= high + size]
    lesser = min(len(rows_left), len(rows_right))
    if lesser < COLUMN_ROWS or min(len(shared_left), len(shared_right)) < 2:
        return 0
    if gutter < GUTTER_EM * size and min(len(shared_left), len(shared_right)) < TALL_ROWS:
        return 0
    if _margin(left) or _margin(right) or _labels(left):
        return 0
    if _listed(left) and _listed(right):
        return lesser
    tolerance = 0.12 * size
    paired_left = _paired(shared_left, sorted(piece.base for piece in right), tolerance)
    paired_right = _paired(shared_right, sorted(piece.base for piece in left), tolerance)
    for few, many, paired, side in (
        (shared_left, shared_right, paired_left, left),
        (shared_right, shared_left, paired_right, right),
    ):
        # Labels, places, dates beside what they belong to: short, each on the baseline of its row.
        if paired >= 0.9 and _short(side) and (len(few) < GRID_ROWS or _flush_right(side)):
            return 0
        if paired >= 0.95 and _short(left) and _short(right) and _apart(few):  # a form: labels and values
            return 0
        if paired >= 0.75 and len(few) <= 0.6 * len(many) and _short(side) and not _dense(few, size):
            return 0
    if min(paired_left, paired_right) >= 0.85:  # every row has both sides: a table, or columns set on one grid
        return lesser if _wordy(left) and _wordy(right) else 0
    return lesser


def _margin(side: list[Piece]) -> bool:
    """Whether the side is a column of dates beside the entries they date."""
    return sum(1 for piece in side if is_date(piece)) >= 0.5 * len(side)


def _flush_right(side: list[Piece]) -> bool:
    """Whether the side ends at one edge and begins at none, as places and dates at the end of a row do."""
    starts = {round(piece.x0 / EDGE) for piece in side}
    ends = {round(piece.x1 / EDGE) for piece in side}
    return len(ends) <= 2 < len(starts)


def _listed(side: list[Piece]) -> bool:
    """Whether the side is a list whose items run over several lines: items of a row of cells do not."""
    items = sum(1 for piece in side if piece.text[0] in BULLETS)
    return 1 < items < len(side)


def _labels(side: list[Piece]) -> bool:
    return sum(1 for piece in side if piece.text.endswith(":")) >= 0.6 * len(side) and _short(side)


def _levels(side: list[Piece]) -> list[float]:
    levels: list[float] = []
    for base, size in sorted((piece.base, piece.size) for piece in side):
        if not levels or base - levels[-1] > ROW_EM * size:
            levels.append(base)
    return levels


def _paired(levels: list[float], others: list[float], tolerance: float) -> float:
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
