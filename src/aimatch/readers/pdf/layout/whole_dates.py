"""Ranges of dates that a narrow margin breaks, or stacks with the end above the start, put together.

Read line by line, an end would be paired with the start of the entry above.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from aimatch.dates import find_ranges
from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout.margins import is_date
from aimatch.readers.pdf.layout.rails import LONGEST, ON_BASELINE_EM, STEP_EM

# A range of dates is broken into so many parts at most; a dash in a justified line stands this far off (em).
MOST_DATE_LINES = 3
DASH_EM = 6.0
_DASHES = "–—-"
# Signs between an end and the start below it; steps of a margin that differ from those of the text by so much (em) are its own.
UPWARDS = frozenset("|↑^│¦–—-")
OWN_STEP_EM = 0.12


def with_whole_dates(pieces: list[Piece]) -> list[Piece]:
    """The pieces with each range of dates that a narrow margin broke ("May 2017 – August", "2017") as one, also where its
    end stands above its start ("Present", "May 2017").

    ``pieces`` are sorted by their baselines.
    """
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
            if text := text or _turned(parts, pieces, bases):
                gone[id(piece)] = piece._replace(
                    text=text,
                    x0=min(part.x0 for part in parts),
                    x1=max(part.x1 for part in parts),
                    bottom=max(part.bottom for part in parts),
                    soft=False,
                )
                gone.update((id(part), None) for part in parts[1:])
                break
    if not gone:
        return pieces
    return [kept for piece in pieces if (kept := gone.get(id(piece), piece)) is not None]


def _next_part(above: Piece, pieces: list[Piece], bases: list[float]) -> Piece | None:
    """What goes on behind or below a part of a date: a lone dash on its line, or the next line of the margin."""
    near = ON_BASELINE_EM * above.size
    low = bisect_left(bases, above.base - near)
    middle = bisect_right(bases, above.base + near)
    for other in pieces[low:middle]:
        if other.text in _DASHES and 0 <= other.x0 - above.x1 <= DASH_EM * above.size:
            return other
    for other in pieces[middle : bisect_right(bases, above.base + STEP_EM * above.size, middle)]:
        lone = above.text in _DASHES and other.x0 < above.x0
        middle_off = abs(other.x0 + other.x1 - above.x0 - above.x1) / 2
        if len(other.text) <= LONGEST and (
            lone or min(abs(other.x0 - above.x0), abs(other.x1 - above.x1), middle_off) <= 2
        ):
            return other
    return None


def _may_open(text: str) -> bool:
    """Whether a line may be the beginning of a range of dates that goes on below: a year, a dash at its end, a month."""
    return text[-1] in _DASHES or (len(text) >= 3 and (text.isalpha() or any(letter.isdigit() for letter in text)))


def _whole(parts: list[str]) -> str:
    """The parts as one range of dates; empty if they are not all of one."""
    first, second = parts[0], parts[1]
    if not any(letter.isdigit() for letter in "".join(parts[1:])) and parts[-2][-1] not in _DASHES:
        return ""
    joints = [" ".join(parts)]
    if len(first) > 1 and first[-1] == "-" and first[-2].isalpha():  # a month's name, broken by a hyphen
        joints.append(" ".join([first[:-1] + second, *parts[2:]]))
    elif not any(dash in joints[0] for dash in _DASHES):
        return ""
    for text in joints:
        ranges = find_ranges(text)
        if len(ranges) != 1 or ranges[0].single:
            continue
        if ranges[0].text_start <= 1 and ranges[0].text_end >= len(text) - 1:
            return text
    return ""


def _turned(parts: list[Piece], pieces: list[Piece], bases: list[float]) -> str:
    """A range whose end stands above its start, as one of the usual order; empty if the parts are no such.

    Dates of a list, one a row, are level with their rows; what is stacked has a step of its own, or a sign between.
    """
    first, last = parts[0], parts[-1]
    start = find_ranges(last.text)
    if len(start) != 1 or not start[0].single or (len(parts) > 2 and parts[1].text not in UPWARDS):
        return ""
    end, whole = find_ranges(first.text), find_ranges(text := f"{last.text} – {first.text}")
    if len(whole) != 1 or whole[0].single or whole[0].text_end < len(text):
        return ""
    if not whole[0].current and not (
        len(end) == 1 and end[0].single and end[0].start and start[0].start and end[0].start > start[0].start
    ):
        return ""
    beside = [_beside(part, pieces, bases) for part in (first, last)]
    if beside[0] is None or (len(parts) == 2 and beside[1] is not None and abs(beside[0] - beside[1]) < OWN_STEP_EM):
        return ""
    return "" if any(_dated_next(part, way, pieces, bases) for part, way in ((first, -1), (last, 1))) else text


def _beside(part: Piece, pieces: list[Piece], bases: list[float]) -> float | None:
    """How far below a line of a margin that of its text stands (em); ``None`` where it has none."""
    row = pieces[bisect_left(bases, part.base - 0.5 * part.size) : bisect_right(bases, part.base + 0.5 * part.size)]
    steps = [(piece.base - part.base) / part.size for piece in row if piece.x0 > part.x1]
    return min(steps, key=abs, default=None)


def _dated_next(part: Piece, way: int, pieces: list[Piece], bases: list[float]) -> bool:
    """Whether another date stands on the next line of a margin, above or below."""
    low, high = sorted((part.base + way, part.base + way * STEP_EM * part.size))
    return any(
        is_date(piece) and min(abs(piece.x0 - part.x0), abs(piece.x1 - part.x1)) <= 2
        for piece in pieces[bisect_left(bases, low) : bisect_right(bases, high)]
    )
