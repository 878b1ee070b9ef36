"""Tables whose cells run over several lines, read row by row and cell by cell.

Read line by line, the second line of one cell would stand behind that of the next: "Northwind  Lead" and "Harbours
Engineer" are two names broken by their columns. A table is told from columns by its rows: each begins with a line that
has every cell, below a header that names the cells or with white space above it in every column.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece, joint
from aimatch.readers.pdf.layout.cell_lines import EDGE, STEP_EM, Column, Line, cells_of, follows, line_of, text_of
from aimatch.readers.pdf.layout.headed import are_headings
from aimatch.readers.pdf.layout.label_words import ends_title, names_column
from aimatch.readers.pdf.layout.margins import BULLETS, is_date

# Rows of centred cells are set off by a step larger than that of their lines by this factor.
BAND = 1.18
# Columns that make a table; two are an entry and its date, which other rules read.
LEAST_COLUMNS = 3
# A row of a table without names is set off by a step larger than those within its cells by this factor.
SET_OFF = 1.15
# Cells of the first line that are names of columns where it is a header.
LEAST_NAMED = 2
# A cell of more characters or lines is an account, which is read after the row it belongs to.
LONGEST = 80
MOST_LINES = 4
# Words of a sentence, at least.
SHORTEST = 3


class Table(NamedTuple):
    """The rows of a page, by number, that a table takes, and the blocks of rows it is read as."""

    first: int
    end: int
    blocks: list[list[list[Piece]]]


def tables(rows: list[list[Piece]]) -> list[Table]:
    """The tables of a page whose cells run over several lines, from the top; the page is given as its rows."""
    found: list[Table] = []
    number = 0
    while number < len(rows):
        if len(rows[number]) >= LEAST_COLUMNS and are_headings(rows[number]):
            break  # what follows stands in the columns of these sections
        if len(rows[number]) >= LEAST_COLUMNS and (table := _table(rows, number)):
            found.append(table)
            number = table.end
        else:
            number += 1
    return found


def _table(rows: list[list[Piece]], first: int) -> Table | None:
    """The table whose first line is row ``first``."""
    columns = [Column(cell[0].x0, cell[-1].x1) for cell in cells_of(rows[first])]
    if len(columns) < LEAST_COLUMNS:
        return None
    lines: list[Line] = []
    for row in rows[first:]:
        line = line_of(row, columns)
        if line is None or (lines and not follows(line, lines, len(columns))):
            break
        lines.append(line)
    named = sum(names_column(text_of(cell)) for cell in lines[0].cells.values()) >= LEAST_NAMED if lines else False
    if any(line.centred for line in lines):
        heads = _bands(lines, len(columns)) if named else []
    else:
        heads = _heads(lines, len(columns), named=named)
    if len(heads) < 2 or heads[-1] - heads[0] + 1 == len(heads) == len(lines):
        return None
    starts = [column.x0 for column in columns]
    parts = [lines[head:end] for head, end in zip(heads, [*heads[1:], len(lines)], strict=True)]
    if not any(_interleaved(part, starts) for part in parts):
        return None
    widths = [_width(lines, at) for at in range(len(columns))]
    return Table(first, first + len(lines), [_read(part, starts, widths) for part in parts])


def _width(lines: list[Line], column: int) -> float:
    """The width of a column as its cells show it."""
    cells = [line.cells[column] for line in lines if column in line.cells]
    return max((cell[-1].x1 for cell in cells), default=0.0) - min((cell[0].x0 for cell in cells), default=0.0)


def _heads(lines: list[Line], columns: int, *, named: bool) -> list[int]:
    """The lines that begin a row; none if the lines are no table. ``named``: the first one names the columns."""
    full = [number for number, line in enumerate(lines) if len(line.cells) == columns]
    dates = [column for column in range(columns) if sum(_dated(lines[number], column) for number in full) >= 2]
    if dates:
        column = dates[0]
        heads = [number for number, line in enumerate(lines) if _dated(line, column) and len(line.cells) >= columns - 1]
        if named and heads[0] > 0:
            heads.insert(0, 0)
    else:
        heads = full
    if not heads or heads[0] != 0:
        return []
    return heads if named or _set_off(lines, heads) else []


def _bands(lines: list[Line], columns: int) -> list[int]:
    """The lines that begin a row where cells stand at the middle of theirs: white space runs across between two rows."""
    last: dict[int, float] = {}
    within: list[float] = []
    for line in lines:
        for column, cell in line.cells.items():
            step = cell[-1].base - last.get(column, -1000.0)
            if step <= STEP_EM * cell[-1].size:
                within.append(step)
            last[column] = cell[-1].base
    if not within:
        return []
    usual = sorted(within)[len(within) // 2]
    heads = [0]
    for number, (above, line) in enumerate(pairwise(lines), 1):
        if line.base - above.base >= BAND * usual:
            heads.append(number)
    bands = [lines[head:end] for head, end in zip(heads, [*heads[1:], len(lines)], strict=True)]
    whole = all(len({column for line in band for column in line.cells}) >= columns - 1 for band in bands)
    # Rows that no white space parts: what stands below the names of the columns is none of these.
    below = {column for line in bands[0][1:] for column in line.cells}
    parted = not any(column in lines[0].cells and names_column(text_of(lines[0].cells[column])) for column in below)
    return heads if whole and parted else []


def _dated(line: Line, column: int) -> bool:
    return column in line.cells and is_date(line.cells[column][0])


def _set_off(lines: list[Line], heads: list[int]) -> bool:
    """Whether each row has more white space above it, in every column, than stands between the lines of its cells."""
    within = 0.0
    between: list[float] = []
    last: dict[int, float] = {}
    for number, line in enumerate(lines):
        for column, cell in line.cells.items():
            base = cell[-1].base
            if column in last:
                step = base - last[column]
                if number in heads:
                    between.append(step)
                else:
                    within = max(within, step)
            last[column] = base
    return bool(within and between) and min(between) >= SET_OFF * within


def _interleaved(lines: list[Line], starts: list[float]) -> bool:
    """Whether line by line, the text of one cell of a row would stand within that of another."""
    below = {column for line in lines[1:] for column in line.cells}
    if any(_labels(lines, column) for column in below):
        return False  # each label has its own line beside it
    if len(below) != 1:
        return len(below) > 1
    column = below.pop()
    cell = [line.cells[column] for line in lines if column in line.cells]
    if _is_account(cell):
        return cell[0][0].text[0] in BULLETS
    if column + 1 == len(starts) or len(cell) == 1:
        return False
    return len(_joined(cell, starts[column + 1] - starts[column] - cell[0][-1].size)) < len(cell)


def _labels(lines: list[Line], column: int) -> bool:
    """Whether the lines of a cell are the labels of a form."""
    cell = [text_of(line.cells[column]) for line in lines if column in line.cells]
    return sum(text.rstrip(" -–").endswith(":") for text in cell) >= 0.6 * len(cell)


def _read(lines: list[Line], starts: list[float], widths: list[float]) -> list[list[Piece]]:
    """The lines of one row of a table as they are read: its short cells side by side, then its accounts."""
    if not _interleaved(lines, starts):
        return [[piece for _, cell in sorted(line.cells.items()) for piece in cell] for line in lines]
    front: list[Piece] = []
    more: list[list[Piece]] = []
    accounts: list[list[Piece]] = []
    for column, width in enumerate(widths):
        cell = [line.cells[column] for line in lines if column in line.cells]
        if not cell:
            continue
        if _is_account(cell):
            accounts.extend(cell)
            continue
        parts = _joined(cell, width)
        front.extend(parts[0])
        more.extend(parts[1:])
    return [*([front] if front else []), *more, *accounts]


def _is_account(cell: list[list[Piece]]) -> bool:
    """Whether a cell tells of the work, rather than naming something: items, a sentence, or much of anything."""
    if len(cell) > MOST_LINES or any(piece.text[0] in BULLETS for line in cell for piece in line):
        return True
    words = " ".join(map(text_of, cell)).split()
    small = sum(word[0].islower() for word in words)
    return sum(map(len, words)) > LONGEST or 2 * small > len(words) > SHORTEST


def _joined(cell: list[list[Piece]], width: float) -> list[list[Piece]]:
    """The lines of a cell, each with those that the width of its column broke off it."""
    parts = [cell[0]]
    room = width - (cell[0][-1].x1 - cell[0][0].x0)
    for line in cell[1:]:
        above, piece = parts[-1][-1], line[0]
        word = piece.text.split(None, 1)[0]
        broken = above.soft or (piece.x1 - piece.x0) * (len(word) + 1) / len(piece.text) > room - EDGE
        ended = ends_title(above.text) and piece.text[0].isupper() and not ends_title(piece.text)
        room = width - (piece.x1 - piece.x0)
        if broken and not ended and len(line) == 1:
            parts[-1] = [*parts[-1][:-1], _one(above, piece)]
        else:
            parts.append(line)
    return parts


def _one(above: Piece, piece: Piece) -> Piece:
    return above._replace(
        text=above.text + joint(above, piece) + piece.text,
        x0=min(above.x0, piece.x0),
        x1=max(above.x1, piece.x1),
        bottom=piece.bottom,
        soft=piece.soft,
    )
