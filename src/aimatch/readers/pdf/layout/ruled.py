"""Tables whose cells a page parts with lines, read row by row and cell by cell.

Lines that touch make a grid. What lies between the same four of them is a cell, wherever its text stands in it, so that
cells merged across rows or columns are told too. A frame around a page, the line below a heading and one between two
columns are no grids: a table has two rows of two cells at least.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece, joint
from aimatch.readers.pdf.layout.margins import BULLETS, is_date
from aimatch.readers.pdf.objects import Bounds

Row = list[Piece]

# Lines this close (points) are one: the frames of two cells side by side. Those that touch are this close at least.
CLOSE = 5.0
# Lines that make the smallest table, across it and down.
LEAST_LINES = 3
# Rows with two cells that hold something.
LEAST_ROWS = 2
# More lines (of either direction) are a drawing.
MOST_LINES = 150
# A piece that reaches across a line by this much (points) on both sides stands in no cell; so many (share) are chance.
ACROSS = 4.0
MOST_ACROSS = 0.05
# Letters between the line and the space at which such a piece is parted.
NEAR = 4
# Pieces of text whose baselines are this close (em) stand in one line.
SAME_LINE = 0.5
# Characters of a cell that stands beside others in one line.
SHORT = 90
SHORT_LINES = 5
# A cell that breaks its first line where there is room for the next word tells of something from so many characters on.
SHORT_OPENED = 60
# The space between words (em).
SPACE_EM = 0.3


class Rule(NamedTuple):
    """A straight line: ``at`` is its place across its direction, ``start`` and ``end`` where it begins and ends."""

    at: float
    start: float
    end: float


class TableRow(NamedTuple):
    """A row of a table: its short cells side by side in one line, and the long ones, each to be read by itself.

    ``mark`` stands for it among the other pieces of the page: a piece that takes up its place.
    """

    mark: Piece
    front: Row
    accounts: list[Row]


def with_tables_marked(pieces: list[Piece], rules: Sequence[Bounds]) -> tuple[list[Piece], dict[int, TableRow]]:
    """The pieces of a page with a mark for each row of its ruled tables in the place of what the row holds, and those rows
    by ``start`` of their marks, which is below 0. ``rules`` are the boxes of the thin lines, from the top left corner."""
    marks: dict[int, TableRow] = {}
    level = _merged([Rule((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if x1 - x0 > y1 - y0])
    upright = _merged([Rule((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if x1 - x0 <= y1 - y0])
    if not LEAST_LINES <= len(level) <= MOST_LINES or not LEAST_LINES <= len(upright) <= MOST_LINES:
        return pieces, marks
    for across, down in _grids(level, upright):
        held, rest, crossing = _cells(pieces, across, down)
        rows: dict[float, dict[float, Row]] = {}
        for (top, left), cell in held.items():
            rows.setdefault(top, {})[left] = cell
        if sum(len(cells) > 1 for cells in rows.values()) < LEAST_ROWS or crossing > MOST_ACROSS * len(pieces):
            continue
        for top in sorted(rows):
            row = _row([cell for _, cell in sorted(rows[top].items())], -1 - len(marks))
            marks[row.mark.start] = row
            rest.append(row.mark)
        pieces = rest
    return pieces, marks


def _merged(rules: list[Rule]) -> list[Rule]:
    """The lines that are drawn in parts, whole."""
    whole: list[Rule] = []
    for rule in sorted(rules):
        number = len(whole) - 1
        while number >= 0 and rule.at - whole[number].at <= CLOSE:
            other = whole[number]
            if rule.start <= other.end + CLOSE and rule.end >= other.start - CLOSE:
                break
            number -= 1
        if number >= 0 and rule.at - whole[number].at <= CLOSE:
            whole[number] = Rule(other.at, min(rule.start, other.start), max(rule.end, other.end))
        else:
            whole.append(rule)
    return sorted(whole)


def _grids(level: list[Rule], upright: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Lines that touch one another, directly or through others: those across, and those down."""
    grids = []
    left = set(range(len(upright)))
    unseen = set(range(len(level)))
    while unseen:
        across, down, new = set[int](), set[int](), [unseen.pop()]
        while new:
            number = new.pop()
            across.add(number)
            touching = {one for one in left if _touch(level[number], upright[one])}
            left -= touching
            down |= touching
            below = {one for one in unseen for other in touching if _touch(level[one], upright[other])}
            unseen -= below
            new.extend(below)
        if len(across) >= LEAST_LINES and len(down) >= LEAST_LINES:
            grids.append(([level[one] for one in sorted(across)], [upright[one] for one in sorted(down)]))
    return grids


def _touch(across: Rule, down: Rule) -> bool:
    return across.start - CLOSE <= down.at <= across.end + CLOSE and down.start - CLOSE <= across.at <= down.end + CLOSE


def _cells(
    pieces: list[Piece], across: list[Rule], down: list[Rule]
) -> tuple[dict[tuple[float, float], Row], list[Piece], int]:
    """What stands in each cell, by its upper and left line, what stands in none, and how many pieces reach across lines."""
    held: dict[tuple[float, float], Row] = {}
    rest: list[Piece] = []
    crossing = 0
    left, right = down[0].at, down[-1].at
    top, bottom = across[0].at, across[-1].at
    waiting = list(pieces)
    while waiting:
        piece = waiting.pop()
        x, y = (piece.x0 + piece.x1) / 2, (piece.top + piece.bottom) / 2
        cell = None
        if left < x < right and top < y < bottom:
            beside = [rule.at for rule in down if rule.start <= y <= rule.end]
            over = [rule.at for rule in across if rule.start - CLOSE <= x <= rule.end + CLOSE]
            before, above = _last_before(beside, x), _last_before(over, y)
            if before is not None and above is not None and beside[-1] > x and over[-1] > y:
                cell = (above, before)
                parting = next((at for at in beside if piece.x0 + ACROSS < at < piece.x1 - ACROSS), None)
                if parting is not None and (parts := _parted(piece, parting)):
                    waiting += parts
                    continue
                crossing += parting is not None
        if cell is None:
            rest.append(piece)
        else:
            held.setdefault(cell, []).append(piece)
    return held, rest, crossing


def _parted(piece: Piece, at: float) -> list[Piece]:
    """A piece in two at the space that a line crosses, as near as its letters tell; none if there is no space near."""
    place = len(piece.text) * (at - piece.x0) / (piece.x1 - piece.x0)
    spaces = [number for number, letter in enumerate(piece.text) if letter == " " and abs(number - place) <= NEAR]
    if not spaces:
        return []
    cut = min(spaces, key=lambda number: abs(number - place))
    before, after = piece.text[:cut].rstrip(), piece.text[cut:].lstrip()
    if not before or not after:
        return []
    return [
        piece._replace(text=before, x1=at - ACROSS / 2, soft=False),
        piece._replace(text=after, x0=at + ACROSS / 2, start=piece.start + len(piece.text) - len(after)),
    ]


def _last_before(places: list[float], place: float) -> float | None:
    return max((at for at in places if at <= place), default=None)


def _row(cells: list[Row], start: int) -> TableRow:
    front: Row = []
    accounts: list[Row] = []
    for cell in cells:
        lines = _without_gaps(_lines(cell))
        cell = [piece for line in lines for piece in line]
        if len(cells) > 1 and _is_account(lines) and _opened(lines) and lines[0][0].text[0] not in BULLETS:
            front += lines[0]  # what the rest tells of
            accounts.append(cell[len(lines[0]) :])
        elif len(cells) == 1 or _is_account(lines):
            accounts.append(cell)
        elif all(len(line) == 1 for line in lines):
            front.append(_joined([line[0] for line in lines]))
        else:
            front += [piece for line in lines for piece in line]
    held = [piece for cell in cells for piece in cell]
    first = min(held, key=_BASE)
    mark = Piece(
        text="\t".join(piece.text for piece in (front or accounts[0][:1])),
        x0=min(piece.x0 for piece in held),
        x1=max(piece.x1 for piece in held),
        top=min(piece.top for piece in held),
        bottom=max(piece.bottom for piece in held),
        base=first.base,
        size=first.size,
        start=start,
    )
    return TableRow(mark, front, accounts)


def _is_account(lines: list[Row]) -> bool:
    """Whether a cell tells of something at length, or in a list."""
    if len(lines) == 1:
        return False
    items = sum(line[0].text[0] in BULLETS for line in lines)
    size = sum(len(piece.text) for line in lines for piece in line)
    return items > 1 or len(lines) > SHORT_LINES or size > (SHORT_OPENED if _opened(lines) else SHORT)


def _opened(lines: list[Row]) -> bool:
    """Whether the first line of a cell stands by itself: the first word of the next one would have had room behind it."""
    first = lines[1][0]
    room = max(line[-1].x1 for line in lines) - lines[0][-1].x1
    return room > (first.x1 - first.x0) * (len(first.text.split(None, 1)[0]) + 1) / len(first.text)


_BASE: Callable[[Piece], float] = lambda piece: piece.base  # noqa: E731 - a key


def _lines(cell: Row) -> list[Row]:
    lines: list[Row] = []
    for piece in sorted(cell, key=_BASE):
        if lines and piece.base - lines[-1][0].base <= SAME_LINE * piece.size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    for line in lines:
        line.sort(key=lambda piece: piece.x0)
    return lines


def _without_gaps(lines: list[Row]) -> list[Row]:
    """The lines of a cell, those whole that justification stretched: the next word has no room where they are not."""
    whole = list(lines)
    for number, (line, below) in enumerate(pairwise(lines)):
        first = below[0]
        word = (first.x1 - first.x0) * (len(first.text.split(None, 1)[0]) + 1) / len(first.text)
        gaps = line[-1].x1 - line[0].x0 - sum(piece.x1 - piece.x0 for piece in line)
        if len(line) > 1 and not any(map(is_date, line)) and gaps <= word + (len(line) - 1) * SPACE_EM * first.size:
            text = " ".join(piece.text for piece in line)
            whole[number] = [line[0]._replace(text=text, x1=line[-1].x1, soft=line[-1].soft)]
    return whole


def _joined(lines: list[Piece]) -> Piece:
    """The lines of a cell as one."""
    whole = lines[0]
    for piece in lines[1:]:
        whole = whole._replace(
            text=whole.text + joint(whole, piece) + piece.text,
            x0=min(whole.x0, piece.x0),
            x1=max(whole.x1, piece.x1),
            bottom=piece.bottom,
            soft=piece.soft,
        )
    return whole
