"""What the RTF reader keeps while it reads: the state of a group, and the parts that text goes to."""

from __future__ import annotations

from dataclasses import dataclass, field

from aimatch.readers.flow import GAP, HEADING_LENGTH
from aimatch.readers.table import join_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a group hands down."""

    skipped: bool = False
    target: str = "body"
    vanish: bool = False
    deleted: bool = False
    size: int = 24
    colour: int = 0
    behind: int = 0
    shading: int = 0
    cell_shading: int = 0
    charset: str | None = None
    fallback: int = 1
    in_table: bool = False
    ruled: bool = False


@dataclass(slots=True)
class Target:
    """Lines of the body, of a header, a footer or the notes, and the paragraph being read."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    row: list[list[str]] = field(default_factory=list)
    rows: list[list[list[str]]] = field(default_factory=list)

    def end_line(self, *, in_table: bool, ruled: bool = False) -> None:
        """End a paragraph; one outside of a table ends the table before it, a short one above a line is a heading."""
        lines = self._taken()
        if not any(line.strip() for line in lines):
            lines = [GAP]
        elif ruled and sum(map(len, lines)) <= HEADING_LENGTH:
            lines = [GAP, *lines]
        if in_table:
            self.cell += lines
        else:
            self._end_table()
            self.lines += lines

    def end_cell(self) -> None:
        """End a cell of a table."""
        self.row.append([*self.cell, *self._taken()])
        self.cell = []

    def end_row(self) -> None:
        """End a row of a table."""
        if self.row:
            self.rows.append(self.row)
            self.row = []

    def finished(self) -> list[str]:
        """All its lines, with what the end of the file cut off."""
        if self.pieces:
            if self.row or self.cell:
                self.cell += self._taken()
            else:
                self._end_table()
                self.lines += self._taken()
        self._end_table()
        return self.lines

    def _taken(self) -> list[str]:
        text = "".join(self.pieces)
        self.pieces = []
        return text.split("\n")

    def _end_table(self) -> None:
        if self.cell or self.row:
            self.rows.append([*self.row, self.cell])
            self.row, self.cell = [], []
        if self.rows:
            self.lines += [GAP, *join_rows(self.rows), GAP]
            self.rows = []
