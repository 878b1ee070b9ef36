"""Margins: places, dates and lengths stacked beside an entry, and lines that every page repeats at its edge.

Some templates stack "San Francisco", "June 2023 – present", "2 years" at the edge of the page, each level with a line
of the entry by accident. Read row by row, they would end up inside its sentences. They belong to the entry's first line.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from aimatch.dates.words import words
from aimatch.readers.pdf.geometry import Frame, Piece
from aimatch.readers.pdf.layout.label_words import is_heading
from aimatch.readers.pdf.objects import Bounds

_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d|['\u2019]\d\d|\d/\d\d")
_MONTHS_IN_FULL = re.compile(r"[^\W\d_]{3,9}\.? (?:19|20)\d\d ?[\u2013\u2014-] ?[^\W\d_]{3,9}\.?(?: (?:19|20)\d\d)?\Z")
# Characters of a date or a range of dates before its last sign or word.
_LONGEST_DATE = 24
# Lines of a margin are shorter than this; they follow one another within this many ems, ends level within this many
# points.
_LONGEST = 32
_STEP_EM = 1.7
_HIGHEST = 4
# The text of an entry begins within this below its heading (ems).
_REACH_EM = 4.0
_EDGE = 3.0
_LEVEL_EM = 0.42
# What is longer than this is text of an entry, not its heading.
_LONG = 60
# A bullet begins within this distance of its line and is no larger than that (ems).
BULLET_EM = 2.2
BULLET_SIZE = 0.55
BULLETS = "•●▪■◦‣⁃∙·○➢➤✓✔❖►"
# Share of a page's height, above and below, where lines that all pages repeat may stand.
_OUTER = 0.1
# A running header or footer stands this far from the rest of the page.
_SET_OFF_EM = 1.9
# How far the same line may stand apart on two pages (points).
_SAME_PLACE = 3.0


def is_date(piece: Piece) -> bool:
    """Whether a piece is a date or a range of dates and little else, or was folded and holds one."""
    text = piece.text
    return _is_date(text) or ("\t" in text and any(map(_is_date, text.split("\t"))))


def _is_date(text: str) -> bool:
    """Whether a text is a date or a range of dates and little else: it holds a year and ends as a date does."""
    # Most pieces hold no digit, which is told faster than that they are no date.
    if _DIGIT.search(text) is None:
        return False
    if _MONTHS_IN_FULL.match(text):
        return True
    ended = words().ends_range.search(text.lower()) if _YEAR.search(text) else None
    return ended is not None and ended.start() <= _LONGEST_DATE


def goes_on(text: str) -> bool:
    """Whether a text ends as a date does that another one must follow."""
    return words().goes_on.search(text.lower()) is not None


def folded(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each stack in a margin as one piece on the baseline of its first line.

    Only the lines of a stack that stand level with an entry's text are moved; those beside its heading lines, or beside
    nothing, are right where they are.
    """
    dates = [piece for piece in pieces if not piece.turn and len(piece.text) <= _LONGEST and _is_date(piece.text)]
    if len(dates) < 2:
        return pieces
    ordered = sorted(pieces, key=lambda piece: piece.base)
    bases = [piece.base for piece in ordered]
    gone: dict[int, Piece | None] = {}
    for date in dates:
        if id(date) in gone:
            continue
        stack = _stack(date, ordered, bases)
        if len(stack) < 2:
            continue
        _fold(stack, ordered, bases, gone)
    if not gone:
        return pieces
    return [kept for piece in pieces if (kept := gone.get(id(piece), piece)) is not None]


def _near(ordered: list[Piece], bases: list[float], low: float, high: float) -> list[Piece]:
    return ordered[bisect_left(bases, low) : bisect_left(bases, high)]


def _stack(date: Piece, ordered: list[Piece], bases: list[float]) -> list[Piece]:
    """The short lines above and below a date that end, or begin, where it does; none in a column of dates."""
    stack = [date]
    for direction in (-1, 1):
        while len(stack) <= _HIGHEST:
            edge = stack[0] if direction < 0 else stack[-1]
            step = _STEP_EM * edge.size
            end = edge.bottom - 0.22 * edge.size  # the last baseline of a date that was broken and joined
            low, high = (edge.base - step, edge.base - 1) if direction < 0 else (end + 1, end + step)
            beside = [
                piece
                for piece in _near(ordered, bases, low, high)
                if len(piece.text) <= _LONGEST
                and not piece.turn
                and (abs(piece.x1 - date.x1) <= _EDGE or abs(piece.x0 - date.x0) <= _EDGE)
            ]
            if not beside:
                break
            nearest = min(beside, key=lambda piece: abs(piece.base - edge.base))
            if _is_date(nearest.text) and not goes_on((nearest if direction < 0 else edge).text):
                return []
            stack = [nearest, *stack] if direction < 0 else [*stack, nearest]
    return stack


def _fold(stack: list[Piece], ordered: list[Piece], bases: list[float], gone: dict[int, Piece | None]) -> None:
    x0, x1 = min(piece.x0 for piece in stack), max(piece.x1 for piece in stack)
    mates = []
    for piece in stack:
        level = _LEVEL_EM * piece.size
        row = [mate for mate in _near(ordered, bases, piece.base - level, piece.base + level) if mate is not piece]
        if any(mate.x0 < x1 and mate.x1 > x0 for mate in row):
            return
        mates.append(row)
    if not mates[0]:
        return
    left = all(mate.x1 <= x0 for row in mates for mate in row)
    right = all(mate.x0 >= x1 for row in mates for mate in row)
    if not left and not right:
        return
    bound = min(mate.x0 for row in mates for mate in row) if right else float("inf")
    if _has_headings(stack, ordered, right):
        return
    if _goes_on_below(stack[-1], ordered, bases, (x0, x1, bound)):
        return  # a column of the page
    parts = [stack[0]]
    for piece, row in zip(stack[1:], mates[1:], strict=True):
        broken = right and goes_on(parts[-1].text)
        below = row or [
            mate
            for mate in _near(ordered, bases, piece.base, piece.base + _STEP_EM * piece.size)
            if mate.x1 <= x0 or mate.x0 >= x1
        ]
        if broken or (below and _is_body(min(below, key=lambda mate: (mate.base, mate.x0)))):
            last = parts[-1]
            parts[-1] = last._replace(
                text=f"{last.text}{' ' if broken else chr(9)}{piece.text}",
                x0=min(last.x0, piece.x0),
                x1=max(last.x1, piece.x1),
                bottom=piece.bottom,
            )
            gone[id(piece)] = None
        else:
            parts.append(piece)
    for part in parts:
        original = next(piece for piece in stack if piece.base == part.base)
        if part is not original:
            gone[id(original)] = part


def _has_headings(stack: list[Piece], ordered: list[Piece], right: bool) -> bool:
    """Whether sections of its own stand at the edge of a stack, and others beside it: a sidebar, no margin."""
    x0, x1 = min(piece.x0 for piece in stack), max(piece.x1 for piece in stack)
    headings = [piece for piece in ordered if is_heading(piece.text)]
    own = any(abs(piece.x0 - x0) <= _EDGE for piece in headings)
    return own and any(piece.x0 >= x1 if right else piece.x1 <= x0 for piece in headings)


def _goes_on_below(last: Piece, ordered: list[Piece], bases: list[float], place: tuple[float, float, float]) -> bool:
    """Whether text follows a stack within its own width, up to a bound, as an entry's does in a column of a page."""
    x0, x1, bound = place
    low = last.bottom - 0.22 * last.size + 1
    return any(
        x0 - _EDGE <= piece.x0 < x1 and piece.x1 < bound and (len(piece.text) > _LONGEST or piece.text[0] in BULLETS)
        for piece in _near(ordered, bases, low, low + _REACH_EM * last.size)
    )


def _is_body(piece: Piece) -> bool:
    """Whether a line is an entry's text, not its heading: an item, the rest of a sentence, or a long one."""
    text = piece.text
    if text[0] in BULLETS or text[0].islower():
        return True
    words = text.split()
    return len(text) > _LONG and 2 * sum(word[0].islower() for word in words) >= len(words)


def with_bullets(pieces: list[Piece], dots: Sequence[Bounds], frame: Frame) -> list[Piece]:
    """The pieces with the bullets that are drawn, not written, as letters before their lines.

    A bullet stands alone, close to the left of its line, at the height of the small letters; points of a rating stand
    in rows, marks of a timeline further off.
    """
    if not dots:
        return pieces
    places = sorted(frame.place(*dot) for dot in dots)
    marked = []
    for piece in pieces:
        if piece.turn:
            marked.append(piece)
            continue
        low = bisect_left(places, (piece.x0 - BULLET_EM * piece.size,))
        for x0, y0, x1, y1 in places[low : bisect_left(places, (piece.x0,))]:
            level = piece.top <= (y0 + y1) / 2 <= piece.base
            small = y1 - y0 <= BULLET_SIZE * piece.size
            if not (level and small and x1 <= piece.x0 and piece.text[0] not in BULLETS):
                continue
            lone = not any(
                x0 - other[2] < piece.size and other[1] < y1 and other[3] > y0
                for other in places[max(0, low - 8) : bisect_left(places, (x0,))]
            )
            if lone:
                piece = piece._replace(text=f"\N{BULLET} {piece.text}", x0=x0)
                break
        marked.append(piece)
    return marked


def without_repeats(pages: list[tuple[float, list[Piece]]]) -> list[list[Piece]]:
    """The pieces of each page less the running headers and footers that an earlier page has in the same place.

    These are the outermost rows of a page, set off from the rest. Numbers of pages count as the same; other figures do
    not, for the dates of two entries may stand in one place.
    """
    known: dict[str, list[float]] = {}
    kept = []
    for number, (height, pieces) in enumerate(pages, 1):
        page = re.compile(rf"(?<!\d)(?:{number}|{len(pages)})(?!\d)")  # "2 / 3"
        gone: set[int] = set()
        for outer in (
            sorted((piece for piece in pieces if piece.base < _OUTER * height), key=lambda piece: piece.base),
            sorted((piece for piece in pieces if piece.base > (1 - _OUTER) * height), key=lambda piece: -piece.base),
        ):
            gone |= _repeated(outer, pieces, [page.sub("#", piece.text) for piece in outer], known)
        kept.append([piece for piece in pieces if id(piece) not in gone] if gone else pieces)
    return kept


def _repeated(outer: list[Piece], pieces: list[Piece], keys: list[str], known: dict[str, list[float]]) -> set[int]:
    """The ids of the pieces, from the edge inwards, that are known; notes all of them as known from now on."""
    fresh = next(
        (
            number
            for number, (piece, key) in enumerate(zip(outer, keys, strict=True))
            if not any(abs(place - piece.base) <= _SAME_PLACE for place in known.get(key, ()))
        ),
        len(outer),
    )
    for piece, key in zip(outer, keys, strict=True):
        known.setdefault(key, []).append(piece.base)
    if not fresh:
        return set()
    last = outer[fresh - 1]
    others = [piece for piece in pieces if all(piece is not dropped for dropped in outer[:fresh])]
    # A place or a date at the end of a row of the page's own, or a line right above others, is repeated by chance.
    if any(abs(piece.base - last.base) < _SET_OFF_EM * last.size for piece in others):
        return set()
    return {id(piece) for piece in outer[:fresh]}
