"""Rows and blocks: pieces on one baseline, and the rows that no wide gap parts.

Within a column nothing else has to be told: what stands level is read from left to right, and white space clearly wider
than the leading begins another paragraph.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece, median
from aimatch.readers.pdf.layout.columns import BY_BASE
from aimatch.readers.pdf.layout.sides import ROW_EM

# A label in the margin that was set above its text stands closer to it than any line (em).
HUNG_EM = 0.6
# A row ends so far below its last baseline (em), be it of several lines that were put together.
DEPTH_EM = 0.22

Row = list[Piece]


class Block(NamedTuple):
    """Rows that belong together; ``aside``: they stand in a sidebar."""

    rows: list[Row]
    aside: bool = False


def rows_of(pieces: list[Piece]) -> list[Row]:
    """Pieces as rows, from top to bottom, each from left to right: near one baseline, none above another."""
    rows: list[Row] = []
    for piece in sorted(pieces, key=BY_BASE):
        if rows:
            row = rows[-1]
            near = piece.base - row[0].base <= ROW_EM * min(piece.size, row[0].size)
            if near and not any(piece.x0 < other.x1 - 1 and other.x0 < piece.x1 - 1 for other in row):
                row.append(piece)
                continue
        rows.append([piece])
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.x0)
    return rows


def blocks_of(rows: list[Row]) -> list[list[Row]]:
    """Rows as blocks: a gap clearly wider than the usual leading begins a new one, and so does a label in the margin."""
    if not rows:
        return []
    ends = [row[0].base if len(row) > 1 else max(row[0].base, row[0].bottom - DEPTH_EM * row[0].size) for row in rows]
    steps = [
        (below[0].base - end) / max(above[0].size, below[0].size)
        for end, (above, below) in zip(ends[:-1], pairwise(rows), strict=True)
    ]
    usual = median(step for step in steps) if steps else 1.2
    limit = min(max(1.3 * usual, 1.45), 2.2)
    blocks = [[rows[0]]]
    for number, (step, row) in enumerate(zip(steps, rows[1:], strict=True), 1):
        if step > limit or _is_hung(rows, number):
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return blocks


def _is_hung(rows: list[Row], number: int) -> bool:
    """Whether a row is a label left of its text, set less than a line above it (see ``rails``)."""
    row = rows[number]
    if len(row) > 1 or number + 1 >= len(rows):
        return False
    below = rows[number + 1][0]
    return row[0].x1 < below.x0 and below.base - row[0].base <= HUNG_EM * below.size
