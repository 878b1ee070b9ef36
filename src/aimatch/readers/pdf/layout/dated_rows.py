"""Rows with dates at one edge that share their gutter with columns above or below them.

A template that dates its entries in a margin and lists skills in columns of the same measures has one stripe of white down
the page. Taken whole it looks like a gutter between two columns: the dates, the headings and the first list on one side,
the entries and the other lists on the other. The stretch where one side holds little but dates, each level with a line of
the other, is to be read row by row.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.label_words import heading_kind, is_heading
from aimatch.readers.pdf.layout.margins import is_date

# Dates that make such a stretch.
LEAST = 2
# Dates are more than this share of what stands between the first and the last of them, headings aside.
LEAST_SHARE = 0.4
# A date is level with a line within this (em); two columns set on one grid have more than dates on their sides.
LEVEL_EM = 0.2
# Lines that begin within this (points) begin at one edge.
EDGE = 3.0
# Lines this close (em) belong to one entry; what stands further off is set apart.
STEP_EM = 1.6


class Stretch(NamedTuple):
    """Both sides of a gutter above a stretch of dated rows, its rows, and both sides below."""

    above: tuple[list[Piece], list[Piece]]
    rows: list[Piece]
    below: tuple[list[Piece], list[Piece]]


def dated_stretch(left: list[Piece], right: list[Piece]) -> Stretch | None:
    """The stretch of dated rows between two sides that are sorted by their baselines; ``None`` if there is none."""
    for side, other in ((left, right), (right, left)):
        bases = [piece.base for piece in other]
        dates = [piece for piece in side if is_date(piece)]
        if len(dates) < LEAST or not all(_level(piece, bases) for piece in dates):
            continue
        own = [piece.base for piece in side]
        if any(_level(piece, own, most=1) for piece in dates):  # a date in a row of cells
            continue
        within = [piece for piece in side if dates[0].base <= piece.base <= dates[-1].base]
        if any(_heads(piece, right) for piece in right if dates[0].base < piece.base < dates[-1].base):
            continue
        if len(dates) < 0.5 * sum(_level(piece, bases) for piece in within):
            continue
        if len(dates) <= LEAST_SHARE * sum(heading_kind(piece.text) is None for piece in within):
            continue  # a column whose entries hold dates
        top, bottom = _reach(dates, sorted(left + right, key=lambda piece: piece.base))
        above = _up_to(left, top), _up_to(right, top)
        below = left[len(above[0]) :], right[len(above[1]) :]
        rows = _taken(below[0], bottom) + _taken(below[1], bottom)
        _lead(below, rows)
        _trail(above, rows)
        return Stretch(above, rows, below)
    return None


def _heads(piece: Piece, side: list[Piece]) -> bool:
    """Whether a piece is a heading at the edge of what stands on its side; those of rows stand left, or in the middle."""
    return is_heading(piece.text) and sum(abs(other.x0 - piece.x0) <= EDGE for other in side) > LEAST


def _level(piece: Piece, bases: list[float], most: int = 0) -> bool:
    """Whether more than ``most`` lines are level with a piece."""
    near = LEVEL_EM * piece.size
    return bisect_right(bases, piece.base + near) - bisect_left(bases, piece.base - near) > most


def _reach(dates: list[Piece], both: list[Piece]) -> tuple[float, float]:
    """The first and the last baseline of the entries that the dates belong to."""
    bases = [piece.base for piece in both]
    first, last = bisect_left(bases, dates[0].base), bisect_right(bases, dates[-1].base) - 1
    while first and bases[first] - bases[first - 1] <= STEP_EM * both[first].size:
        first -= 1
    while last + 1 < len(both) and bases[last + 1] - bases[last] <= STEP_EM * both[last].size:
        last += 1
    return bases[first], bases[last]


def _up_to(side: list[Piece], top: float) -> list[Piece]:
    return side[: bisect_left([piece.base for piece in side], top)]


def _taken(side: list[Piece], bottom: float) -> list[Piece]:
    """Take off a side what stands no lower than ``bottom``."""
    end = bisect_right([piece.base for piece in side], bottom)
    taken = side[:end]
    del side[:end]
    return taken


def _lead(below: tuple[list[Piece], list[Piece]], rows: list[Piece]) -> None:
    """Move to the rows what stands below them before both sides go on: the rest of an entry, a heading of the columns."""
    left, right = below
    while left and right and abs(left[0].base - right[0].base) > max(left[0].size, right[0].size):
        rows.append((left if left[0].base < right[0].base else right).pop(0))


def _trail(above: tuple[list[Piece], list[Piece]], rows: list[Piece]) -> None:
    """Move to the rows a heading that stands between the columns above and them, set apart from the columns."""
    for side, other in (above, above[::-1]):
        while side and (not other or side[-1].base > other[-1].base + side[-1].size):
            if len(side) > 1 and side[-1].base - side[-2].base <= STEP_EM * side[-1].size:
                break
            rows.append(side.pop())
