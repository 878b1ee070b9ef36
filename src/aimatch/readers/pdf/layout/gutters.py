"""Where a page may be parted: stripes of white that few lines cross, and what stands between two of them.

Labels between two gutters belong to one of their sides, and are not to be parted from it: names and dates to the entries
right of them, dates at the right end of the rows of a main column to these.
"""

from __future__ import annotations

from bisect import bisect_right

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.rails import folded_rail
from aimatch.readers.pdf.layout.sides import COLUMN_ROWS, EDGE, is_margin, paired

# The narrowest stripe looked at as a gutter (points).
NARROWEST_GUTTER = 3.0
# How many gutters are tried (a graphic full of labels has many), and which share of a page's pieces may run across one.
MOST_CUTS = 20
MOST_ACROSS = 0.34

# Labels that stand on the rows of a text within this (em), as most of them, are that text's own.
ON_ROW_EM = 0.12
MOST_OWN = 0.5
# So many dates make a margin.
LEAST_DATES = 2


def cuts_of(pieces: list[Piece]) -> list[tuple[int, float]]:
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


def bounds(ordered: list[Piece], cut: float, cuts: list[tuple[int, float]]) -> tuple[float, float]:
    """The first and the last gutter that part no labels beside ``cut`` from the text they belong to."""
    left = [piece for piece in ordered if piece.x1 <= cut - 0.3 * piece.size]
    right = [piece for piece in ordered if piece.x0 >= cut - 1]
    others = sorted(other for _, other in cuts)
    last = next((other for other in others if other > cut and _is_own(left, right, other)), 0.0)
    return last, _before_rail(left, right, [other for other in others if other < cut])


def _is_own(left: list[Piece], right: list[Piece], other: float) -> bool:
    """Whether what stands before a gutter on the right side are the dates of the rows of the left, wider one."""
    for piece in right:
        if piece.x0 < other - 1 and piece.x1 > other - 0.3 * piece.size:
            return False
    dates = [piece for piece in right if piece.x0 < other - 1]
    behind = [piece for piece in right if piece.x0 >= other - 1]
    if len(dates) < LEAST_DATES or not is_margin(dates):
        return False
    if not behind or _wide(behind) >= _wide(left) or folded_rail(dates, left) is None:
        return False
    return _level(dates, behind) <= max(MOST_OWN, _level(dates, left))


def _before_rail(left: list[Piece], right: list[Piece], others: list[float]) -> float:
    """The gutter that parts a sidebar from the labels of the text on the right side; infinite where there is none."""
    for other in others:
        rail = [piece for piece in left if piece.x0 >= other - 1]
        if len(rail) >= COLUMN_ROWS and folded_rail(rail, right) is not None:
            before = [piece for piece in left if piece.x1 < other]
            # Dates at the right end of the rows of a main column label these, not the sidebar behind them.
            own = _level(rail, before) >= MOST_OWN and _wide(before) > _wide(right)
            return other if len(before) >= COLUMN_ROWS and not own else float("inf")
    return float("inf")


def _level(labels: list[Piece], side: list[Piece]) -> float:
    """The share of the labels that stand on the rows of a side."""
    return paired([piece.base for piece in labels], [piece.base for piece in side], ON_ROW_EM * labels[0].size)


def _wide(side: list[Piece]) -> float:
    return max(piece.x1 for piece in side) - min(piece.x0 for piece in side)
