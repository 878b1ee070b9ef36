"""The lines of a table: which cells of it stand in a row of a page, at the edge or at the middle of their columns."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.margins import BULLETS

# A centred cell stands at the middle of its column within this (points).
OFF_MIDDLE = 4.0
# Lines of one cell follow one another within this, lines of different rows of one table within that (em).
STEP_EM = 1.8
ROW_EM = 4.0
SAME_SIZE = 0.1
# A cell begins at its column's edge within this (points), the text of its items that much further in (em).
EDGE = 2.5
INDENT_EM = 3.0


class Column(NamedTuple):
    """Where the first cell of a column begins and ends."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """The middle between the two."""
        return (self.x0 + self.x1) / 2


class Line(NamedTuple):
    """A line of a table: by column the pieces of its cell."""

    cells: dict[int, list[Piece]]
    #: A cell stands at the middle of its column, and at no edge.
    centred: bool = False

    @property
    def base(self) -> float:
        """The highest baseline of its cells."""
        return min(cell[0].base for cell in self.cells.values())


def cells_of(row: list[Piece]) -> list[list[Piece]]:
    """The pieces of a row by cells: a bullet stands in one with its text."""
    cells: list[list[Piece]] = []
    for piece in row:
        if cells and cells[-1][-1].text in BULLETS and piece.x0 - cells[-1][-1].x1 <= INDENT_EM * piece.size:
            cells[-1].append(piece)
        else:
            cells.append([piece])
    return cells


def line_of(row: list[Piece], columns: list[Column]) -> Line | None:
    """A row as a line of the table with such columns; ``None`` if it is none."""
    cells: dict[int, list[Piece]] = {}
    centred = False
    for cell in cells_of(row):
        x0, x1 = cell[0].x0, cell[-1].x1
        column = bisect_right([column.x0 for column in columns], x0 + EDGE) - 1
        left = column >= 0 and x0 - columns[column].x0 <= INDENT_EM * cell[0].size
        if not left or (column + 1 < len(columns) and x1 >= columns[column + 1].x0):
            middle = (x0 + x1) / 2
            column = min(range(len(columns)), key=lambda at: abs(columns[at].middle - middle))
            if abs(columns[column].middle - middle) > OFF_MIDDLE:
                return None
            centred = True
        if column in cells:
            return None
        cells[column] = cell
    return Line(cells, centred)


def follows(line: Line, lines: list[Line], columns: int) -> bool:
    """Whether a line goes on with the table above it: with a row, or with cells that stand right above."""
    if line.base - lines[-1].base > ROW_EM * lines[-1].cells[min(lines[-1].cells)][0].size:
        return False
    if len(line.cells) >= columns - 1:
        return True
    if line.centred or lines[-1].centred:
        size = lines[0].cells[0][0].size
        return all(abs(piece.size - size) <= SAME_SIZE * size for cell in line.cells.values() for piece in cell)
    for column, cell in line.cells.items():
        above = next((other.cells[column][-1] for other in reversed(lines) if column in other.cells), None)
        if above is None or abs(cell[-1].size - above.size) > SAME_SIZE * above.size:
            return False
        if cell[-1].base - above.base > STEP_EM * above.size:
            return False
    return True


def text_of(cell: list[Piece]) -> str:
    """The text of a cell in one line."""
    return " ".join(piece.text for piece in cell)
