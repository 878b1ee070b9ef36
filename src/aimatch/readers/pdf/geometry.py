"""Places on a page: pieces of lines, and the frame that turns the page's own coordinates into what is seen."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from aimatch.model import Box

# The direction of text that runs level with no edge of the page. Odd, as that of upright text is: neither has rows.
OBLIQUE_TURN = 5


class Piece(NamedTuple):
    """A stretch of one line: its text, its place (points from the page's top left corner), its type size.

    ``base`` is the baseline. ``soft``: the word at its end goes on at the start of the next piece. ``turn`` is the
    direction of writing in quarter turns, clockwise from left-to-right, or :data:`OBLIQUE_TURN`. ``start`` is the index of its first character
    in pdfium's page text.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    base: float
    size: float
    start: int
    soft: bool = False
    turn: int = 0


def joint(above: Piece, below: Piece) -> str:
    """What stands between two lines that are read as one: nothing where a hyphen broke a word."""
    if not above.soft:
        return " "
    return "" if below.text[0].islower() else "-"


class Frame(NamedTuple):
    """The visible part of a page in its own coordinates (origin bottom left) and its rotation in quarter turns."""

    left: float
    bottom: float
    right: float
    top: float
    turns: int

    @property
    def width(self) -> float:
        """Width as seen, in points."""
        return self.top - self.bottom if self.turns % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """Height as seen, in points."""
        return self.right - self.left if self.turns % 2 else self.top - self.bottom

    def place(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """A box in page coordinates (left, bottom, right, top) as seen: left, top, right, bottom from the top left."""
        if self.turns == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.turns == 1:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.turns == 2:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0


def turned_back(box: Box, turns: int, width: float, height: float) -> Box:
    """A box of a page that was turned clockwise by quarters, on the page as it is, ``width`` by ``height`` points."""
    wide, high = (height, width) if turns % 2 else (width, height)
    turned = Frame(0.0, 0.0, wide, high, (4 - turns) % 4)
    x0, y0, x1, y1 = turned.place(box.x0, high - box.y1, box.x1, high - box.y0)
    return Box(page=box.page, x0=x0, y0=y0, x1=x1, y1=y1)


def median(values: Iterable[float]) -> float:
    """The middle one of some values, or the mean of the two in the middle; the library's takes 3 ms of each start to load."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2
