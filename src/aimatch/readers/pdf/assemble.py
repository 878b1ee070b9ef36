"""Pieces in reading order -> text with runs: joins cells, broken words and letter-spaced headings."""

from __future__ import annotations

import re

from aimatch.model import Box, Run
from aimatch.readers.pdf.geometry import Piece
from aimatch.readers.pdf.layout import Block

_REST = re.compile(r"[^\W\d_]+[^\s]*")
_FRAGMENT = re.compile(r"[^\W\d_]+$")
# A letter-spaced heading: single letters (and "&") set apart; words in it stand further apart still.
_SPACED = re.compile(r"(?:\S ){3,}\S(?: {2,}(?:\S ?)+)*\s*$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


class TextBuilder:
    """Collects the text and the runs of a document, page after page."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.runs: list[Run] = []
        self.length = 0

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """Everything so far."""
        return "".join(self._parts)

    def begin_page(self) -> int:
        """Part the next page from the last by a blank line; returns where its text begins."""
        if self.length:
            self._put("\n\n")
        return self.length

    def add(self, number: int, blocks: list[Block]) -> None:
        """Append the blocks of page ``number``."""
        pending: tuple[str, bool] | None = None
        for block_number, block in enumerate(blocks):
            if block_number:
                self._put("\n\n")
            rows = [list(row) for row in block]
            for row_number, row in enumerate(rows):
                if row_number:
                    self._put("\n")
                for cell_number, piece in enumerate(row):
                    if cell_number:
                        self._put("\t")
                    text = piece.text
                    if pending is not None:
                        text = text[len(pending[0]) :].lstrip()
                        pending = None
                    follower = _follower(rows, row_number, cell_number) if piece.soft else None
                    self._run(number, piece, text)
                    if follower is not None:
                        pending = self._rejoin(number, piece, follower)
                    elif piece.soft:
                        self._put("-")

    def _run(self, number: int, piece: Piece, text: str) -> None:
        if not text:
            return
        clean = _CONTROL.sub(" ", text)
        start = self.length
        self._put(clean)
        whole = len(piece.text)
        x0 = piece.x0 + (piece.x1 - piece.x0) * (whole - len(text)) / whole
        self.runs.append(
            Run(
                start=start,
                end=self.length,
                box=Box(page=number, x0=x0, y0=piece.top, x1=piece.x1, y1=piece.bottom),
                size=round(piece.size, 2),
            )
        )

    def _rejoin(self, number: int, piece: Piece, follower: Piece) -> tuple[str, bool] | None:
        """Write the rest of a word broken at the end of a line behind its beginning; returns what was taken."""
        rest = _REST.match(follower.text)
        begun = _FRAGMENT.search(piece.text)
        if rest is None or begun is None:
            self._put("-")
            return None
        word = rest[0]
        before = piece.text[: begun.start()]
        compound = before.endswith("-") or not word[0].islower() or begun[0].isupper()
        if compound:
            self._put("-")
        start = self.length
        self._put(word)
        width = (follower.x1 - follower.x0) * len(word) / len(follower.text)
        self.runs.append(
            Run(
                start=start,
                end=self.length,
                box=Box(page=number, x0=follower.x0, y0=follower.top, x1=follower.x0 + width, y1=follower.bottom),
                size=round(follower.size, 2),
            )
        )
        return word, compound


def _follower(rows: list[list[Piece]], row_number: int, cell_number: int) -> Piece | None:
    """The piece that goes on with the word broken at the end of a piece: the first of the next row, below it."""
    if cell_number != len(rows[row_number]) - 1 or row_number + 1 >= len(rows):
        return None
    piece, below = rows[row_number][cell_number], rows[row_number + 1][0]
    return below if below.x0 < piece.x1 and below.x1 > piece.x0 else None
