"""Text in pictures (OCR), by RapidOCR with the optional extra ``aimatch[ocr]``.

Its models ship in its wheel: nothing else has to be installed and nothing is fetched. It runs on one thread, so that the
same picture gives the same text on any machine. A picture that lies on its side or on its head is turned, a slanted one
straightened.
"""

from __future__ import annotations

import math
import re
import threading
from typing import TYPE_CHECKING, Any, NamedTuple

from aimatch.errors import MissingExtra

if TYPE_CHECKING:
    from aimatch.readers.pdf.geometry import Piece

# The longest side (pixels) of a picture as it is looked at. Larger ones were read no better, and cost more.
LONGEST_SIDE = 1280
# And as lines are looked for, at half the cost and no loss.
DETECTED_SIDE = 960
# Lines that the engine itself gives less than this (0..1) are stains more often than text.
LEAST_SURE = 0.6
# Upright text is recognised with a mean certainty above this, upside down well below.
UPRIGHT = 0.85
# Share of a detected box's height that is the size of its type; share of it that lies below the baseline.
TYPE_HEIGHT = 0.75
BELOW_BASE = 0.25
# Boxes whose middles are this close (share of the lower one's height) stand in one row.
SAME_ROW = 0.4
# A single letter this near (in heights) to a line's left is a bullet, if others stand level with it.
BULLET_NEAR = 4.0
_SHORT = 2
# The engine leaves out spaces between a date and a word ("18/03/2011TO14/05/2014").
_GLUED = re.compile(r"(?<=/(?:19|20)\d\d)(?=[^\W\d_])|(?<=[^\W\d_])(?=\d\d?/\d\d?/(?:19|20)\d\d)")

SECONDS_A_PAGE = 6
MOST_PAGES = 20

_lock = threading.Lock()
_engine: list[Any] = []


class Recognised(NamedTuple):
    """The lines of a picture as if it lay upright, and the quarter turns (clockwise) that put it so."""

    pieces: list[Piece]
    turns: int


class _Line(NamedTuple):
    corners: Any  # four points: top left, top right, bottom right, bottom left
    text: str
    score: float


def most_pages(seconds: float) -> int:
    """How many pages are read in a file that may take so long: a dense one takes some six seconds at most."""
    return max(1, min(MOST_PAGES, int(seconds // SECONDS_A_PAGE)))


def available() -> bool:
    """Whether pictures can be read here."""
    try:
        engine()
    except MissingExtra:
        return False
    return True


def engine() -> Any:
    """The engine, made once a process.

    Raises:
        MissingExtra: The extra ``ocr`` is not installed.
    """
    with _lock:
        if not _engine:
            try:
                from rapidocr import RapidOCR

                made = RapidOCR(
                    params={
                        "Global.log_level": "critical",
                        "Global.max_side_len": LONGEST_SIDE,
                        "Global.use_cls": False,
                        "Det.limit_type": "max",
                        "Det.limit_side_len": DETECTED_SIDE,
                        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
                        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
                    }
                )
            except ImportError as error:
                raise MissingExtra("reading text in pictures (OCR)", "ocr") from error
            _engine.append(made)
        return _engine[0]


def recognise(picture: Any, scale: float) -> Recognised:
    """The text of a picture: a piece for each line, or each cell of a row.

    Args:
        picture: A ``PIL.Image.Image`` in RGB.
        scale: Pixels a point.

    Returns:
        Pieces in points from the top left corner of the picture turned upright.

    Raises:
        MissingExtra: The extra ``ocr`` is not installed.
    """
    lines = _lines(picture)
    if not lines:
        return Recognised([], 0)
    turns = 0
    if sum(_width(line) < _height(line) for line in lines) > len(lines) / 2:
        # The engine turns tall boxes to the left, and reads them well if that puts them upright.
        turns = 3 if _certainty(lines) >= UPRIGHT else 1
        lines = _lines(_turned(picture, turns))
    if lines and _certainty(lines) < UPRIGHT:
        other = _lines(_turned(picture, turns + 2))
        if _certainty(other) > _certainty(lines):
            turns, lines = turns + 2, other
    return Recognised(_with_bullets(_levelled(_pieces(lines, scale))), turns % 4)


def _turned(picture: Any, turns: int) -> Any:
    return picture.rotate(-90 * (turns % 4), expand=True)


def _lines(picture: Any) -> list[_Line]:
    import numpy as np

    recognised = engine()
    with _lock:
        found = recognised(np.asarray(picture)[:, :, ::-1])
    if found.txts is None:
        return []
    return [
        _Line(corners, _GLUED.sub(" ", text).strip(), float(score))
        for corners, text, score in zip(found.boxes.tolist(), found.txts, found.scores, strict=True)
        if text.strip()
    ]


def _certainty(lines: list[_Line]) -> float:
    letters = sum(len(line.text) for line in lines)
    return sum(line.score * len(line.text) for line in lines) / letters if letters else 0.0


def _width(line: _Line) -> float:
    (x0, y0), (x1, y1) = line.corners[0], line.corners[1]
    return math.hypot(x1 - x0, y1 - y0)


def _height(line: _Line) -> float:
    (x0, y0), (x1, y1) = line.corners[0], line.corners[3]
    return math.hypot(x1 - x0, y1 - y0)


def _slant(lines: list[_Line]) -> float:
    """The angle of the lines, by the long ones, in radians."""
    from statistics import median  # which takes 3 ms to load, and pictures are rare

    long = [line for line in lines if _width(line) > 5 * _height(line)]
    if not long:
        return 0.0
    return median(
        math.atan2(line.corners[1][1] - line.corners[0][1], line.corners[1][0] - line.corners[0][0]) for line in long
    )


def _pieces(lines: list[_Line], scale: float) -> list[Piece]:
    from aimatch.readers.pdf.geometry import Piece

    slant = _slant(lines)
    cos, sin = math.cos(-slant), math.sin(-slant)
    pieces: list[Piece] = []
    for line in lines:
        if line.score < LEAST_SURE:
            continue
        points = [((x * cos - y * sin) / scale, (x * sin + y * cos) / scale) for x, y in line.corners]
        x0, x1 = min(x for x, _ in points), max(x for x, _ in points)
        top = (points[0][1] + points[1][1]) / 2
        bottom = (points[2][1] + points[3][1]) / 2
        height = max(1.0, bottom - top)
        base = bottom - BELOW_BASE * height
        pieces.append(Piece(line.text, x0, x1, top, bottom, base, TYPE_HEIGHT * height, len(pieces)))
    return pieces


def _levelled(pieces: list[Piece]) -> list[Piece]:
    """The pieces with one baseline a row: boxes are as high as their letters, and no two rows of cells alike."""
    from statistics import median

    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: piece.top + piece.bottom):
        middle = (piece.top + piece.bottom) / 2
        height = piece.bottom - piece.top
        if rows:
            row = rows[-1]
            level = sum(other.top + other.bottom for other in row) / (2 * len(row))
            lowest = min(height, *(other.bottom - other.top for other in row))
            if middle - level <= SAME_ROW * lowest and not any(
                piece.x0 < other.x1 - height / 2 and other.x0 < piece.x1 - height / 2 for other in row
            ):
                row.append(piece)
                continue
        rows.append([piece])
    return [piece._replace(base=median(other.base for other in row)) for row in rows for piece in row]


def _with_bullets(pieces: list[Piece]) -> list[Piece]:
    """Bullets are often taken for a letter ("A", "V"): single letters that stand level with one another, each close to
    the left of a line, are bullets."""
    lone = [piece for piece in pieces if len(piece.text) <= _SHORT and not any(map(str.isdigit, piece.text))]
    marks = []
    for piece in lone:
        near = BULLET_NEAR * (piece.bottom - piece.top)
        beside = any(
            abs(other.base - piece.base) < piece.size and 0 < other.x0 - piece.x0 < near and len(other.text) > _SHORT
            for other in pieces
        )
        level = sum(abs(other.x0 - piece.x0) < piece.size for other in lone) > 1
        if beside and level:
            marks.append(piece)
    return [piece._replace(text="\N{BULLET}") if piece in marks else piece for piece in pieces]
