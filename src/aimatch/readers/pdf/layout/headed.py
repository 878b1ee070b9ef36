"""Short columns below headings that stand side by side.

Lists of a few words, set on one grid, look like the rows of a table: "Python  English", "Rust  Norwegian". Headings of
sections on one line ("Skills", "Languages") tell that each has its own list below it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece, median
from aimatch.readers.pdf.layout.label_words import heading_kind, is_listed, names_column
from aimatch.readers.pdf.layout.sides import COLUMN_ROWS

# A column begins at its heading's edge within this (points).
EDGE = 3.0
# A line below all columns is none of theirs if it stands further off than this (em).
SET_OFF_EM = 1.7
# Columns of a grid; type larger than most by this factor is that of headings.
LEAST_COLUMNS = 3
LARGER = 1.15


# A heading in spaced capitals at the beginning or the end of a line of other text, and how far from it it is read (em):
# more than what stands in one row, less than half a line.
_SPACED = r"[^\W\d_a-z](?: [^\W\d_a-z]){3,}"
_APART = re.compile(rf"\A{_SPACED}(?= .*[a-z]{{2}})|(?<= ){_SPACED}\Z")
_ABOVE_EM = 0.5


def with_headings_apart(pieces: list[Piece]) -> list[Piece]:
    """The pieces with headings in spaced capitals that share a line with other text ("S K I L L S  Lathes") as own lines."""
    kept: list[Piece] = []
    for piece in pieces:
        kept.append(piece)
        found = None if piece.turn else _APART.search(piece.text)
        if found is not None and is_listed(heading := found[0].replace(" ", "")):
            step = (_ABOVE_EM if found.start() else -_ABOVE_EM) * piece.size
            kept[-1] = piece._replace(text=(piece.text[: found.start()] + piece.text[found.end() :]).strip())
            kept.append(piece._replace(text=heading, base=piece.base + step, soft=False))
    return kept


class Headed(NamedTuple):
    """The rows of a page, by number, that columns take, and the columns from the left."""

    first: int
    end: int
    columns: list[list[Piece]]


def headed_columns(rows: list[list[Piece]]) -> Headed | None:
    """The first columns below headings on one row; ``None`` if there are none. The page is given as its rows."""
    for number, row in enumerate(rows):
        if len(row) > 1 and are_headings(row) and (found := _columns(rows, number)):
            return found
    return None


def are_headings(row: list[Piece]) -> bool:
    """Whether all pieces of a row are headings of different sections."""
    kinds = {heading_kind(piece.text) for piece in row if is_listed(piece.text) and not names_column(piece.text)}
    return len(kinds) == len(row)


def end_of_grid(rows: list[list[Piece]]) -> int:
    """The number of the row of headings below a grid of columns, which ends them all; 0 if there is none.

    The sections below have columns of their own, or the same ones: what stands above is read first.
    """
    grid = _grid(rows)
    if grid is None:
        return 0
    usual = median(piece.size for row in rows for piece in row)
    for number in range(grid + 1, len(rows)):
        row = rows[number]
        if len(row) > 1 and (are_headings(row) or _are_larger(row, usual)):
            return number
    return 0


def _grid(rows: list[list[Piece]]) -> int | None:
    """The number of the row by which so many others begin at the same three edges or more; ``None`` if there is none."""
    grids: list[tuple[list[Piece], int]] = []
    for number, row in enumerate(rows):
        if len(row) < LEAST_COLUMNS:
            continue
        for at, (first, count) in enumerate(grids):
            if len(first) == len(row) and all(abs(a.x0 - b.x0) <= EDGE for a, b in zip(first, row, strict=True)):
                if count + 1 >= COLUMN_ROWS:
                    return number
                grids[at] = (first, count + 1)
                break
        else:
            grids.append((row, 1))
    return None


def _are_larger(row: list[Piece], usual: float) -> bool:
    return all(piece.size > LARGER * usual and abs(piece.size - row[0].size) < 0.1 for piece in row)


def _columns(rows: list[list[Piece]], first: int) -> Headed | None:
    starts = [piece.x0 for piece in rows[first]]
    columns: list[list[Piece]] = [[piece] for piece in rows[first]]
    owners: list[list[int]] = []
    for row in rows[first + 1 :]:
        own = [_column(piece, starts) for piece in row]
        if None in own or len(set(own)) < len(own) or (len(row) > 1 and are_headings(row)):
            break
        owners.append([column for column in own if column is not None])
    # The heading of what follows stands below all columns, at the edge of the first.
    while owners and len(owners[-1]) == 1:
        column = owners[-1][0]
        before = next((at for at in range(len(owners) - 2, -1, -1) if column in owners[at]), -1)
        piece = rows[first + len(owners)][0]
        above = rows[first + 1 + before][owners[before].index(column)] if before >= 0 else rows[first][column]
        if before == len(owners) - 2 or piece.base - above.base <= SET_OFF_EM * piece.size:
            break
        owners.pop()
    for number, taken in enumerate(owners, first + 1):
        for piece, at in zip(rows[number], taken, strict=True):
            columns[at].append(piece)
    if any(len(column) < 2 for column in columns):
        return None
    return Headed(first, first + 1 + len(owners), columns)


def _column(piece: Piece, starts: list[float]) -> int | None:
    """The column that a piece stands in; ``None`` if it stands in none, or in more than one."""
    column = bisect_right(starts, piece.x0 + EDGE) - 1
    if column < 0 or (column + 1 < len(starts) and piece.x1 > starts[column + 1]):
        return None
    return column
