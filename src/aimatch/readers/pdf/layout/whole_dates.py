"""Ranges of dates that a narrow margin breaks, or stacks with the end above the start, put together.

Read line by line, an end would be paired with the start of the entry above.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from aimatch.dates import find_ranges
from aimatch.dates.words import DASHES
from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.margins import goes_on, is_date
from aimatch.readers.pdf.layout.rails import LONGEST, ON_BASELINE_EM, STEP_EM

# A range of dates is broken into so many parts at most; a dash in a justified line stands this far off (em).
MOST_DATE_LINES = 3
DASH_EM = 6.0
# Where a line ends whose last sign is a dash or an arrow is known as well as that (em).
ARROW_EM = 0.5
YEAR = re.compile(r"(?:19|20)\d\d")
# Signs between an end and the start below it; steps of a margin that differ from those of the text by so much (em) are its own.
UPWARDS = frozenset("|↑^│¦–—-")
OWN_STEP_EM = 0.12
# A date centred beside two lines that begin at one edge (within so many points) has nothing so near on its side (em), and
# these stand no further off than this, nor as near as this.
EDGE, ALONE_EM, NEAR_EM, LEVEL_EM = 3.0, 2.0, 1.2, 0.2


def with_whole_dates(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each range of dates that a narrow margin broke ("May 2017 – August", "2017") as one, also where its
    end stands above its start ("Present", "May 2017").

    ``pieces`` are sorted by their baselines.
    """
    pieces = _parted(pieces)
    bases: list[float] = []
    gone: dict[int, Piece | None] = {}
    for piece in pieces:
        if id(piece) in gone or len(piece.text) > LONGEST or piece.turn or not _may_open(piece.text):
            continue
        bases = bases or [other.base for other in pieces]
        parts = [piece]
        while len(parts) < MOST_DATE_LINES:
            following = _next_part(parts[-1], pieces, bases)
            if following is None or id(following) in gone:
                break
            parts.append(following)
            text = _whole([f"{part.text}-" if part.soft else part.text for part in parts])
            if text := text or _stacked(parts, pieces, bases):
                gone[id(piece)] = piece._replace(
                    text=text,
                    x0=min(part.x0 for part in parts),
                    x1=max(part.x1 for part in parts),
                    bottom=max(part.bottom for part in parts),
                    soft=False,
                )
                gone.update((id(part), None) for part in parts[1:])
                break
    if gone:
        pieces = [kept for piece in pieces if (kept := gone.get(id(piece), piece)) is not None]
    return _on_first_lines(pieces)


def _parted(pieces: list[Piece]) -> list[Piece]:
    """The pieces with those in two that begin with a date too wide for its margin and go on with the text beside it."""
    dates = [piece for piece in pieces if len(piece.text) <= LONGEST and not piece.turn and is_date(piece)]
    if not dates:
        return pieces
    edges = sorted(piece.x0 for piece in dates)
    kept: list[Piece] = []
    bases: list[float] = []
    for piece in pieces:
        kept.append(piece)
        at = bisect_left(edges, piece.x0 - EDGE)
        if piece.turn or piece.start < 0 or at == len(edges) or edges[at] > piece.x0 + EDGE:
            continue  # the mark of a table's row, or no date of the margin
        if not YEAR.search(piece.text, 0, LONGEST):
            continue
        found = find_ranges(piece.text)
        if not found or found[0].text_start or not 0 < found[0].text_end < len(piece.text) - 1:
            continue
        end = found[0].text_end
        begins = piece.x0 + (piece.x1 - piece.x0) * end / len(piece.text)
        bases = bases or [other.base for other in pieces]
        for date in dates:
            beside = _rows(date, LEVEL_EM, pieces, bases) if abs(date.x0 - piece.x0) <= EDGE else []
            x0 = min((other.x0 for other in beside if other.x0 > date.x1), default=0.0)
            if abs(x0 - begins) <= piece.size and piece.text[end:].strip():
                rest = piece.text[end:].lstrip()
                kept[-1] = piece._replace(text=piece.text[:end], x1=min(begins, x0 - 0.5 * piece.size), soft=False)
                kept.append(piece._replace(text=rest, x0=x0, start=piece.start + len(piece.text) - len(rest)))
                break
    return kept


def _on_first_lines(pieces: list[Piece]) -> list[Piece]:
    """The pieces with dates that a margin centres beside the two lines of an entry's heading on the first of these."""
    raised: dict[int, Piece] = {}
    bases: list[float] = []
    for piece in pieces:
        if len(piece.text) <= LONGEST and not piece.turn and is_date(piece):
            bases = bases or [other.base for other in pieces]
            if any(other.x0 <= piece.x1 for other in _rows(piece, ALONE_EM, pieces, bases) if other is not piece):
                continue
            lines = [other for other in _rows(piece, NEAR_EM, pieces, bases) if other is not piece]
            if any(abs(other.base - piece.base) <= LEVEL_EM * piece.size for other in lines):
                continue
            above = [other for other in lines if other.base < piece.base]
            below = [other for other in lines if other.base > piece.base]
            if len(above) == 1 and below and abs(above[0].x0 - below[0].x0) <= EDGE:
                raised[id(piece)] = piece._replace(base=above[0].base)
    if not raised:
        return pieces
    return sorted((raised.get(id(piece), piece) for piece in pieces), key=lambda piece: (piece.base, piece.x0))


def _next_part(above: Piece, pieces: list[Piece], bases: list[float]) -> Piece | None:
    """What goes on behind or below a part of a date: a lone dash on its line, or the next line of the margin."""
    near = ON_BASELINE_EM * above.size
    low = bisect_left(bases, above.base - near)
    middle = bisect_right(bases, above.base + near)
    for other in pieces[low:middle]:
        if other.text in DASHES and 0 <= other.x0 - above.x1 <= DASH_EM * above.size:
            return other
    for other in pieces[middle : bisect_right(bases, above.base + STEP_EM * above.size, middle)]:
        lone = above.text in DASHES and other.x0 < above.x0
        middle_off = abs(other.x0 + other.x1 - above.x0 - above.x1) / 2
        end_off = abs(other.x1 - above.x1) - (ARROW_EM * above.size if above.text[-1] in DASHES else 0)
        if len(other.text) <= LONGEST and (lone or min(abs(other.x0 - above.x0), end_off, middle_off) <= 2):
            return other
    return None


def _may_open(text: str) -> bool:
    """Whether a line may be the beginning of a range of dates that goes on below: a year, a dash at its end, a month."""
    return text[-1] in DASHES or (len(text) >= 3 and (text.isalpha() or any(letter.isdigit() for letter in text)))


def _whole(parts: list[str]) -> str:
    """The parts as one range of dates; empty if they are not all of one."""
    first, second = parts[0], parts[1]
    awaited = goes_on(parts[-2])
    if not awaited and not any(letter.isdigit() for letter in "".join(parts[1:])):
        return ""
    joints = [" ".join(parts)]
    if len(first) > 1 and first[-1] == "-" and first[-2].isalpha():  # a month's name, broken by a hyphen
        joints.append(" ".join([first[:-1] + second, *parts[2:]]))
    elif not awaited and not any(dash in joints[0] for dash in DASHES):
        return ""
    for text in joints:
        ranges = find_ranges(text)
        if len(ranges) != 1 or ranges[0].single:
            continue
        if ranges[0].text_start <= 1 and ranges[0].text_end >= len(text) - 1:
            return text
    return ""


def _stacked(parts: list[Piece], pieces: list[Piece], bases: list[float]) -> str:
    """A range whose end stands above its start, or below it without a dash, as one; empty if the parts are no such.

    Dates of a list, one a row, are level with their rows; what is stacked has a step of its own, or a sign between.
    """
    first, last = parts[0], parts[-1]
    if len(parts) > 2 and parts[1].text not in UPWARDS:
        return ""
    upper, lower = (_beside(part, pieces, bases) for part in (first, last))
    text = _range(last.text, first.text) if upper is not None else ""
    if not text and len(parts) == 2 and any(piece.x0 > first.x1 for piece in _rows(first, 1.0, pieces, bases)):
        text = _range(first.text, last.text)
    level = upper is not None and lower is not None and abs(upper - lower) < OWN_STEP_EM
    if len(parts) == 2 and level:
        return ""
    return "" if any(_dated_next(part, way, pieces, bases) for part, way in ((first, -1), (last, 1))) else text


def _range(start: str, end: str) -> str:
    """Two dates as one range; empty if they are none, or not in this order."""
    first = find_ranges(start)
    if len(first) != 1 or not first[0].single:
        return ""
    last, whole = find_ranges(end), find_ranges(text := f"{start} – {end}")
    if len(whole) != 1 or whole[0].single or whole[0].text_end < len(text):
        return ""
    ordered = len(last) == 1 and last[0].single and last[0].start and first[0].start and last[0].start > first[0].start
    return text if whole[0].current or ordered else ""


def _beside(part: Piece, pieces: list[Piece], bases: list[float]) -> float | None:
    """How far below a line of a margin that of its text stands (em); ``None`` where it has none."""
    steps = [(piece.base - part.base) / part.size for piece in _rows(part, 0.5, pieces, bases) if piece.x0 > part.x1]
    return min(steps, key=abs, default=None)


def _rows(part: Piece, reach: float, pieces: list[Piece], bases: list[float]) -> list[Piece]:
    """What stands within so many em above or below a piece, itself included."""
    reach *= part.size
    return pieces[bisect_left(bases, part.base - reach) : bisect_right(bases, part.base + reach)]


def _dated_next(part: Piece, way: int, pieces: list[Piece], bases: list[float]) -> bool:
    """Whether another date stands on the next line of a margin, above or below."""
    low, high = sorted((part.base + way, part.base + way * STEP_EM * part.size))
    return any(
        is_date(piece) and min(abs(piece.x0 - part.x0), abs(piece.x1 - part.x1)) <= 2
        for piece in pieces[bisect_left(bases, low) : bisect_right(bases, high)]
    )
