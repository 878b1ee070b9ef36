"""Gutters: whether a page's pieces stand in columns, and which parts of the page these are.

What a person reads by is white space. A vertical gutter with text flowing on both sides separates columns; a gutter
whose sides only make sense row by row (dates in a margin, places at the right edge, label and value) does not.
"""

from __future__ import annotations

from operator import attrgetter
from typing import NamedTuple

from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.dated_rows import dated_stretch
from aimatch.readers.pdf.layout.gutters import bounds, cuts_of
from aimatch.readers.pdf.layout.label_words import heading_kind, is_listed
from aimatch.readers.pdf.layout.margins import BULLETS
from aimatch.readers.pdf.layout.rails import folded_rail
from aimatch.readers.pdf.layout.sides import (
    COLUMN_ROWS,
    EDGE,
    ROW_EM,
    is_grid_of_entries,
    is_margin,
    paired,
    sides_are_columns,
)

# The number of a page ("Page 2 of 3") has no more characters, and stands further below the rest than this (em).
NUMBER = 12
FAR_EM = 2.5
# Rows set apart from those above by more than this (em) across both sides of a gutter may be no part of the columns.
SET_OFF_EM = 1.5

# Lines that end within this share of a column's width from its edge were broken there; so many show that it goes on.
FULL_LINE = 0.12
FULL_LINES = 3

# The lines of a paragraph, or of a list, follow one another within this (em).
GOES_ON_EM = 1.5

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
    foot = _foot(ordered)
    if foot:
        ordered = ordered[: -len(foot)]
    height = ordered[-1].bottom - ordered[0].top
    most, at = 0.0, 0.0
    best: list[Part] = []
    cuts = cuts_of(pieces)
    low, high = 0.0, float("inf")
    for lesser, cut in cuts:
        if lesser * height <= most:
            break
        gain, parts = _bands(ordered, cut, main) if low <= cut <= high else (0.0, [])
        if gain > most:
            first, last = bounds(ordered, cut, cuts)
            low, high = max(low, first), min(high, last)
            if low <= cut <= high:
                most, at, best = gain, cut, parts
        if not low <= at <= high:
            most, best = 0.0, []
    if best and foot:
        best = [*best[:-1], Part(best[-1].pieces + foot)] if len(best) == 1 else [*best, Part(foot)]
    return best


def _foot(ordered: list[Piece]) -> list[Piece]:
    """The number of the page, far below all else: it would make the column it stands in look as tall as the page."""
    piece = ordered[-1]
    if len(ordered) > 1 and len(piece.text) <= NUMBER and any(map(str.isdigit, piece.text)):
        above = ordered[-2]
        if piece.base - above.base > FAR_EM * piece.size:
            return [piece]
    return []


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

    def close(below: Piece | None = None) -> None:
        nonlocal left, right
        part_sides(left, right, below=below)
        left, right = [], []

    def part_sides(left: list[Piece], right: list[Piece], *, dated: bool = True, below: Piece | None = None) -> None:
        nonlocal gain, loose
        enough = len(left) >= COLUMN_ROWS <= len(right)
        rail = folded_rail(left, right) if enough else None
        worth = sides_are_columns(left, right) if enough and rail is None else 0
        stretch = dated_stretch(left, right) if worth and dated and not is_grid_of_entries(left, right) else None
        if stretch is not None:
            part_sides(*stretch.above, dated=False)
            loose.extend(stretch.rows)
            part_sides(*stretch.below, dated=False)
            return
        ends = _rows_below(left, right) if worth else []
        if ends:
            worth = sides_are_columns(left, right) if len(left) >= COLUMN_ROWS <= len(right) else 0
        if worth:
            gain += worth * _shared_height(left, right)
            if loose:
                parts.append(Part(loose))
            tall = _shared_height(left, right) >= TALL * (ordered[-1].bottom - ordered[0].top)
            box = None if tall or below is None else _box(left, right, below)
            if box is not None:
                parts.append(box)
                loose = left if box.pieces is right else right
                return
            # What ends a page's tall columns goes on with the column on the next page, unless text across follows it.
            loose = _below_grid(left, right) if tall and below is None else _tail(left, right)
            parts.extend(_in_turn(left, right, main) if tall else (Part(left), Part(right)))
        else:
            if rail is not None:
                gain += len(rail) * _shared_height(left, right)
            loose.extend(left if rail is None else rail)
            loose.extend(right)
        loose.extend(ends)

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
            close(piece)
            loose.append(piece)
            across = piece
    close()
    if loose and gain:
        parts.append(Part(loose))
    return gain, parts if gain else []


def _box(left: list[Piece], right: list[Piece], below: Piece) -> Part | None:
    """The narrower side as a box that the text beside it flows around and goes on below; ``None`` if it is none."""
    for box, text in ((right, left), (left, right)):
        last = text[-1]
        wide = max(piece.x1 for piece in text) - min(piece.x0 for piece in text)
        narrow = max(piece.x1 for piece in box) - min(piece.x0 for piece in box)
        follows = last.base < below.base <= last.base + GOES_ON_EM * below.size and box[-1].base < last.base + 1
        same = abs(below.size - last.size) < 0.1
        if follows and same and narrow < SIDEBAR * wide and is_listed(box[0].text):
            return Part(box, aside=True)
    return None


def _tail(left: list[Piece], right: list[Piece]) -> list[Piece]:
    """Take off the left column what stands below both, set off from it: it is read after the right one."""
    end = right[-1].base
    for number in range(COLUMN_ROWS, len(left)):
        above, piece = left[number - 1], left[number]
        step = piece.base - above.base
        far = step > FAR_EM * max(piece.size, above.size)
        if piece.base > end + (0 if far else piece.size) and step > 1.6 * max(piece.size, above.size):
            tail = left[number:]
            if (
                _fills(tail, left[:number])
                or _within_section(tail, left[:number], right)
                or _list_goes_on(tail, left[:number], right)
            ):
                return []
            del left[number:]
            return tail
    return []


def _below_grid(left: list[Piece], right: list[Piece]) -> list[Piece]:
    """Take off the left column what stands below a grid of entries, from its heading on, where the right column has
    none."""
    if not is_grid_of_entries(left, right) or any(heading_kind(piece.text) is not None for piece in right):
        return []
    end = right[-1].base
    for number, piece in enumerate(left):
        if number >= COLUMN_ROWS and piece.base > end and is_listed(piece.text):
            tail = left[number:]
            del left[number:]
            return tail
    return []


def _within_section(tail: list[Piece], column: list[Piece], box: list[Piece]) -> bool:
    """Whether a column goes on in the middle of a section below a narrower box beside it."""
    wide = max(piece.x1 for piece in column) - min(piece.x0 for piece in column)
    narrow = max(piece.x1 for piece in box) - min(piece.x0 for piece in box)
    return (
        narrow < SIDEBAR * wide
        and heading_kind(tail[0].text) is None
        and any(is_listed(piece.text) for piece in column)
        and is_listed(box[0].text)
    )


def _list_goes_on(tail: list[Piece], column: list[Piece], right: list[Piece]) -> bool:
    """Whether the right column begins with the rest of a list that the left one ends with: with an item at the height of
    what opens the left one, and none of these is beside it."""
    first = right[0]
    beside = [piece for piece in column if abs(piece.base - first.base) <= max(piece.size, first.size)]
    opened = beside and (beside[0] is column[0] or heading_kind(beside[0].text) is not None)
    items = [piece.text[0] in BULLETS + "-–*" for piece in (first, tail[-1], *beside)]
    return bool(opened) and all(items[:2]) and not any(items[2:])


def _fills(tail: list[Piece], column: list[Piece]) -> bool:
    """Whether lines break where those of the column above them do, so that they are its continuation."""
    start, end = min(piece.x0 for piece in column), max(piece.x1 for piece in column)
    return sum(piece.x1 >= end - FULL_LINE * (end - start) for piece in tail) >= FULL_LINES


def _rows_below(left: list[Piece], right: list[Piece]) -> list[Piece]:
    """Take off both sides the rows at their end that are set off from the columns and hold dates at their right edge.

    A heading and the first lines of an entry below a grid of columns would else be read as the ends of the columns.
    """
    both = sorted(left + right, key=BY_BASE)
    for number in range(len(both) - 1, 0, -1):
        piece, above = both[number], both[number - 1]
        if piece.base - above.base <= SET_OFF_EM * max(piece.size, above.size):
            continue
        first, second = _from(left, piece.base), _from(right, piece.base)
        ends = right[second:]
        bases = [other.base for other in left[first:]]
        level = all(paired([end.base], bases, ROW_EM * end.size) for end in ends)
        if not bases or not level or not (not ends or is_margin(ends)):
            return []
        if ends:
            del left[first:], right[second:]
            return both[number:]
    return []


def _from(side: list[Piece], base: float) -> int:
    return next((number for number, piece in enumerate(side) if piece.base >= base - 1), len(side))


def _shared_height(left: list[Piece], right: list[Piece]) -> float:
    """Points from where both sides have begun to where one has ended: tall gutters part columns, low ones cells."""
    top = max(left[0].top, right[0].top)
    return max(1.0, min(left[-1].bottom, right[-1].bottom) - top)


def _in_turn(left: list[Piece], right: list[Piece], main: str) -> tuple[Part, Part]:
    """Two columns in the order they are read, the wider one where ``main`` wants it, the narrower one as a sidebar."""
    wide_left = max(piece.x1 for piece in left) - min(piece.x0 for piece in left)
    wide_right = max(piece.x1 for piece in right) - min(piece.x0 for piece in right)
    lines = [max(piece.x1 - piece.x0 for piece in side) for side in (left, right)]
    alike = max(min(wide_left, wide_right) / max(wide_left, wide_right), min(lines) / max(lines)) > SIDEBAR
    if alike and main != "beside":
        return Part(left), Part(right)  # columns of a kind: the right one goes on where the left one ends
    first, second = Part(left, wide_left < wide_right), Part(right, wide_right < wide_left)
    return (second, first) if main and first.aside == (main == "first") else (first, second)


def _goes_on(above: Piece, piece: Piece) -> bool:
    """Whether the piece is the (shorter) next line of the paragraph of the one above."""
    return (
        abs(piece.x0 - above.x0) <= EDGE
        and abs(piece.size - above.size) < 0.1
        and 0 < piece.base - above.base <= GOES_ON_EM * piece.size
    )
