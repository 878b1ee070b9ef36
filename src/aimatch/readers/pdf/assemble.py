"""Pieces in reading order -> text with runs: joins cells, broken words and letter-spaced headings."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from aimatch.data import table
from aimatch.model import Box, Run
from aimatch.readers.pdf.geometry import Piece, turned_back
from aimatch.readers.pdf.layout.blocks import Block

_REST = re.compile(r"[^\W\d_]+[^\s]*")
_BROKEN = re.compile(r"[^\W\d_]{2}-$")
_FRAGMENT = re.compile(r"[^\W\d_]+$")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")


@cache
def _keeping_hyphen() -> frozenset[str]:
    return frozenset(table("language/hyphens")["first"])


class TextBuilder:
    """Collects the text and the runs of a document, page after page."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self.runs: list[Run] = []
        self.asides: list[tuple[int, int]] = []
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

    def add(self, number: int, blocks: list[Block], turns: int = 0, measures: tuple[float, float] = (0.0, 0.0)) -> None:
        """Append the blocks of page ``number``.

        Where the page was turned upright to be read, by quarter ``turns`` clockwise, the boxes of its runs are turned
        back; ``measures`` are its width and height as it is.
        """
        first = len(self.runs)
        self._append(number, blocks)
        if turns:
            self.runs[first:] = [replace(run, box=turned_back(run.box, turns, *measures)) for run in self.runs[first:]]

    def _append(self, number: int, blocks: list[Block]) -> None:
        begun: dict[int, int] = {}  # characters of a piece that stand at the end of one before, by its identity
        for block_number, block in enumerate(blocks):
            parting = "\n\n" if block_number else ""
            start = self.length + len(parting)
            for row_number, row in enumerate(block.rows):
                parting = parting or ("\n" if row_number else "")
                for cell_number, piece in enumerate(row):
                    parting = parting or ("\t" if cell_number else "")
                    taken = begun.pop(id(piece), 0)
                    if cell_number + 1 < len(row) and not piece.soft and _BROKEN.search(piece.text):
                        # pdfium takes no hyphen for that of a broken word where the file writes a date behind it.
                        below = _follower(block.rows, row_number, cell_number)
                        if below is not None and below.text[0].islower():
                            piece = piece._replace(text=piece.text[:-1], soft=True)
                    text = piece.text[taken:].lstrip() if taken else piece.text
                    if not text:
                        continue
                    self._put(parting)
                    parting = ""
                    self._run(number, piece, text)
                    if piece.soft:
                        follower = _follower(block.rows, row_number, cell_number)
                        rest = self._rejoin(number, piece, follower) if follower is not None else 0
                        if follower is not None and rest:
                            begun[id(follower)] = rest
                        else:
                            self._put("-")
            if block.aside:
                if block_number and blocks[block_number - 1].aside:
                    start = self.asides.pop()[0]
                self.asides.append((start, self.length))

    def _run(self, number: int, piece: Piece, text: str) -> None:
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

    def _rejoin(self, number: int, piece: Piece, follower: Piece) -> int:
        """Write the rest of a word broken at the end of a line behind its beginning; returns its length, 0 if none."""
        rest = _REST.match(follower.text)
        begun = _FRAGMENT.search(piece.text)
        if rest is None or begun is None:
            return 0
        word = rest[0]
        before = piece.text[: begun.start()]
        if before.endswith("-") or not word[0].islower() or begun[0].isupper() or begun[0].lower() in _keeping_hyphen():
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
        return len(word)


def _follower(rows: list[list[Piece]], row_number: int, cell_number: int) -> Piece | None:
    """The piece that goes on with the word broken at the end of a piece: the first of the next row, below it.

    The piece is the last of its row, or has nothing but a place or dates behind it.
    """
    if cell_number not in (0, len(rows[row_number]) - 1) or row_number + 1 >= len(rows):
        return None
    piece, below = rows[row_number][cell_number], rows[row_number + 1][0]
    return below if below.x0 < piece.x1 and below.x1 > piece.x0 else None
