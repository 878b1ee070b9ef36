"""Reading order from geometry: columns, bands across them, tables, text in the margin.

The order of a file means nothing: some producers write a page line by line across its columns, some backwards. What a
person reads by is white space. A vertical gutter with text flowing on both sides separates columns; a gutter whose
sides only make sense row by row (dates in a margin, places at the right edge, label and value) does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Literal

from aimatch.readers.pdf.geometry import OBLIQUE_TURN, Piece
from aimatch.readers.pdf.layout.blocks import Block, Row, blocks_of, rows_of
from aimatch.readers.pdf.layout.cells import LEAST_COLUMNS, tables
from aimatch.readers.pdf.layout.columns import BY_BASE, split
from aimatch.readers.pdf.layout.dated_heads import with_whole_heads
from aimatch.readers.pdf.layout.headed import end_of_grid, headed_columns, with_headings_apart
from aimatch.readers.pdf.layout.margins import folded
from aimatch.readers.pdf.layout.ruled import TableRow, with_tables_marked
from aimatch.readers.pdf.layout.sides import COLUMN_ROWS, sides_are_columns
from aimatch.readers.pdf.layout.whole_dates import with_whole_dates
from aimatch.readers.pdf.objects import Bounds

# Vertical text up to this many characters is a heading in the margin.
LABEL = 32
# Letters of upright text stand closer than this (em), words further apart.
UPRIGHT_SPACE_EM = 0.2
# In spaced text the words stand further apart than most letters by this factor.
SPACED = 1.8
# Lines of a sidebar stand within its width on the page before by this much (points).
STRAY = 2.0
# A sidebar begins no further below the column beside it than this (em).
TOP_EM = 3.0
# Depth of columns within columns that is looked for.
NESTING = 4


def reading_order(
    pieces: list[Piece],
    main: Literal["", "first", "last", "beside"] = "",
    before: Sequence[Block] = (),
    rules: Sequence[Bounds] = (),
) -> list[Block]:
    """The blocks of a page in the order a person reads them.

    ``main`` says where a main column goes that has a sidebar beside it, so that it is not cut off from its
    continuation on the page before or after; by default the left one is first. ``beside``: both columns go on on the page
    after, so that one of two alike is a sidebar, too. Vertical text makes blocks of its own, after the rest. ``before``
    are the blocks of the page before: the last lines of its sidebar are no cells of the rows they stand in. ``rules`` are
    the boxes of thin lines, which part the cells of tables.
    """
    level = with_headings_apart([piece for piece in pieces if not piece.turn % 2])
    turned = [piece for piece in pieces if piece.turn % 2]
    level, marks = with_tables_marked(_glue(level), rules) if rules else (_glue(level), {})
    level = folded(with_whole_dates(level))
    strays = _strays(level, before) if any(block.aside for block in before) else []
    if strays:
        level = [piece for piece in level if all(piece is not stray for stray in strays)]
    blocks = _flow(level, NESTING, main) if level else []
    if marks:
        blocks = [part for block in blocks for part in _unmarked(block, marks)]
    if strays:
        blocks += _flow(strays, NESTING, aside=True)
    for piece in sorted(_upright(turned), key=lambda piece: (piece.x0, piece.top)):
        oblique = piece.turn == OBLIQUE_TURN
        label = len(piece.text) <= LABEL and not oblique
        # What is printed across a page, such as a watermark, belongs to no column.
        blocks.insert(_beside(blocks, piece) if label else len(blocks), Block([[piece]], aside=oblique))
    return blocks


def _unmarked(block: Block, marks: Mapping[int, TableRow]) -> list[Block]:
    """A block with the rows of ruled tables in the place of their marks; the long cells of a row are blocks of their own."""
    parts: list[Block] = []
    rows: list[Row] = []
    for row in block.rows:
        held = [marks[piece.start] for piece in row if piece.start in marks]
        front = [other for piece in row for other in (marks[piece.start].front if piece.start in marks else [piece])]
        if front:
            rows.append(front)
        for cell in (cell for table_row in held for cell in table_row.accounts):
            if rows:
                parts.append(Block(rows, block.aside))
            parts += _flow(cell, NESTING - 1, aside=block.aside)
            rows = []
    return [*parts, Block(rows, block.aside)] if rows else parts


def _strays(level: list[Piece], before: Sequence[Block]) -> list[Piece]:
    """The pieces that go on with the sidebar of the page before, in its width: what begins at the top of a page, or all of it."""
    aside = [piece for block in before if block.aside for row in block.rows for piece in row if not piece.turn]
    main = [piece for block in before if not block.aside for row in block.rows for piece in row if not piece.turn]
    if not aside or not main:
        return []
    x0, x1 = min(piece.x0 for piece in aside), max(piece.x1 for piece in aside)
    beside = [piece for piece in main if piece.x0 >= x1] if x0 < min(piece.x0 for piece in main) + 1 else []
    edge = min((piece.x0 for piece in beside), default=float("inf"))
    beside = beside or [piece for piece in main if piece.x1 <= x0]
    if 2 * len(beside) < len(main):
        return []
    own = [piece for piece in level if piece.x0 >= x0 - STRAY and piece.x1 < edge - STRAY]
    if not 0 < len(own) < len(level):
        return own
    others = [piece for piece in level if piece.x0 < x0 - STRAY or piece.x1 >= edge - STRAY]
    x1 = max(x1, *(piece.x1 for piece in own))
    if any(piece.x0 < x1 and piece.x1 > x0 for piece in others):
        return []
    if len(own) >= COLUMN_ROWS and not sides_are_columns(*((own, others) if x0 < others[0].x0 else (others, own))):
        return []
    return own if own[0].base <= others[0].base + TOP_EM * own[0].size else []


def _upright(turned: list[Piece]) -> list[Piece]:
    """Upright text with the letters and words put together that follow one another; pdfium often parts them."""
    lines: list[list[Piece]] = []
    for piece in sorted(turned, key=lambda piece: piece.top if piece.turn == 1 else -piece.bottom):
        for line in lines:
            last = line[-1]
            shared = min(last.x1, piece.x1) - max(last.x0, piece.x0)
            if (
                last.turn == piece.turn != OBLIQUE_TURN
                and shared > 0.5 * min(last.x1 - last.x0, piece.x1 - piece.x0)
                and -0.2 * last.size <= _step(last, piece) <= last.size
            ):
                line.append(piece)
                break
        else:
            lines.append([piece])
    return [_one_line(line) if len(line) > 1 else line[0] for line in lines]


def _step(above: Piece, piece: Piece) -> float:
    """The gap between two pieces of upright text that follow one another."""
    return piece.top - above.bottom if piece.turn == 1 else above.top - piece.bottom


def _one_line(parts: list[Piece]) -> Piece:
    """Pieces of upright text as one; where its letters are spaced, its words stand further apart than these."""
    gaps = [_step(above, piece) for above, piece in pairwise(parts)]
    space = max(UPRIGHT_SPACE_EM * parts[0].size, SPACED * sorted(gaps)[(len(gaps) - 1) // 2])
    return parts[0]._replace(
        text=parts[0].text
        + "".join((" " if gap > space else "") + piece.text for gap, piece in zip(gaps, parts[1:], strict=True)),
        x0=min(piece.x0 for piece in parts),
        x1=max(piece.x1 for piece in parts),
        top=min(piece.top for piece in parts),
        bottom=max(piece.bottom for piece in parts),
        base=max(piece.base for piece in parts),
    )


def _beside(blocks: list[Block], label: Piece) -> int:
    """The number of the first block that vertical text labels, as a heading in the margin labels its section.

    The label stands at the middle of its section: from the blocks beside it upwards, until a gap wider than theirs.
    """
    spans = [(block.rows[0][0].top, block.rows[-1][0].bottom) for block in blocks]
    beside = [number for number, (top, bottom) in enumerate(spans) if top < label.bottom and bottom > label.top]
    if not beside:
        return len(blocks)
    gaps = [spans[b][0] - spans[a][1] for a, b in pairwise(beside)]
    widest = max([*gaps, blocks[beside[0]].rows[0][0].size]) * 1.2
    first = beside[0]
    while first and 0 <= spans[first][0] - spans[first - 1][1] <= widest:
        first -= 1
    return first


def _glue(pieces: list[Piece]) -> list[Piece]:
    """Superscripts and the like, which stand off the baseline, put back to the piece they touch; sorted by baseline."""
    ordered = sorted(pieces, key=BY_BASE)
    number = 1
    while number < len(ordered):
        piece = ordered[number]
        back = number - 1
        while back >= 0 and piece.base - ordered[back].base <= 0.6 * max(piece.size, ordered[back].size):
            other = ordered[back]
            if piece.base - other.base > 0.05 * piece.size and _attached(other, piece):
                ordered[back] = _joined(other, piece)
                del ordered[number]
                number -= 1
                break
            back -= 1
        number += 1
    return ordered


def _attached(one: Piece, other: Piece) -> bool:
    larger = max(one.size, other.size)
    if min(one.size, other.size) > 0.85 * larger:
        return False
    near = one.x1 if one.x0 < other.x0 else other.x1
    return -0.1 * larger <= max(one.x0, other.x0) - near <= 0.3 * larger


def _joined(one: Piece, other: Piece) -> Piece:
    first, second = (one, other) if one.x0 < other.x0 else (other, one)
    base = max(one, other, key=lambda piece: piece.size)
    return base._replace(
        text=first.text + second.text,
        x0=first.x0,
        x1=second.x1,
        top=min(one.top, other.top),
        bottom=max(one.bottom, other.bottom),
        start=first.start,
        soft=second.soft,
    )


def _flow(pieces: list[Piece], depth: int, main: str = "", aside: bool = False) -> list[Block]:
    rows = rows_of(pieces)
    if depth and _may_hold_table(rows) and (found := tables(rows)):
        blocks: list[Block] = []
        at = 0
        for table in found:
            blocks += _part(rows[at : table.first], depth, main, aside)
            blocks += [Block(block, aside) for block in table.blocks]
            at = table.end
        return blocks + _part(rows[at:], depth, main, aside)
    if depth and _side_by_side(rows) >= 2:
        if end := end_of_grid(rows):
            above, below = _part(rows[:end], depth, main, aside), rows[end:]
            return above + (_headed(below, depth, main, aside) or _part(below, depth, main, aside))
        parts = split(pieces, main)
        if len(parts) > 1:
            return [block for part in parts for block in _flow(part.pieces, depth - 1, aside=aside or part.aside)]
        if parts:
            rows = rows_of(parts[0].pieces)
        if blocks := _headed(rows, depth, main, aside):
            return blocks
    return [Block(block, aside) for block in blocks_of(with_whole_heads(rows))]


def _part(rows: list[Row], depth: int, main: str, aside: bool) -> list[Block]:
    """The blocks of some rows of a page."""
    return _flow([piece for row in rows for piece in row], depth - 1, main, aside) if rows else []


def _headed(rows: list[Row], depth: int, main: str, aside: bool) -> list[Block]:
    """The blocks of rows that hold columns below headings on one row; none if they do not."""
    if (headed := headed_columns(rows)) is None:
        return []
    blocks = _part(rows[: headed.first], depth, main, aside)
    for column in headed.columns:
        blocks += _flow(column, depth - 1, aside=aside)
    return blocks + _part(rows[headed.end :], depth, main, aside)


def _may_hold_table(rows: list[Row]) -> bool:
    """Whether at least two rows have so many pieces as a table has columns."""
    wide = 0
    for row in rows:
        wide += len(row) >= LEAST_COLUMNS
        if wide > 1:
            return True
    return False


def _side_by_side(rows: list[Row]) -> int:
    """How many pairs of pieces stand beside one another, on one row or on neighbouring rows closer than a line."""
    pairs = 0
    for number, row in enumerate(rows):
        if len(row) > 1:
            pairs += 1
        elif number and row[0].base - rows[number - 1][0].base < 0.8 * row[0].size:
            before = rows[number - 1][-1]
            pairs += row[0].x0 > before.x1 or row[0].x1 < rows[number - 1][0].x0
    return pairs
