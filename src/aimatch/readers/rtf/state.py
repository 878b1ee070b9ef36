"""What the RTF reader keeps while it reads: the state of a group, and the parts that text goes to."""

from __future__ import annotations

from dataclasses import dataclass, field


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


@dataclass(slots=True)
class Target:
    """Lines of the body, of a header, a footer or the notes, and the paragraph being read."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    cell: list[str] = field(default_factory=list)
    row: list[list[str]] = field(default_factory=list)
    rows: list[list[list[str]]] = field(default_factory=list)
