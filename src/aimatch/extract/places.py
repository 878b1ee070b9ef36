"""Where in a resume a place of its text stands: the section, and the innermost position or project."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from aimatch.model import Position, Project, Resume


@dataclass(frozen=True, slots=True)
class Place:
    """A section's kind, and the numbers of the position and the project that hold a place, if any."""

    section: str
    position: int | None
    project: int | None


class Places:
    """The places of one resume."""

    def __init__(self, resume: Resume) -> None:
        self._sections = resume.sections
        self._starts = [section.start for section in resume.sections]
        self._positions = resume.positions
        self._projects = resume.projects

    def of(self, at: int) -> Place:
        """Where an offset stands."""
        number = bisect_right(self._starts, at) - 1
        return Place(
            section=self._sections[number].kind if number >= 0 else "header",
            position=_innermost(self._positions, at),
            project=_innermost(self._projects, at),
        )


def _innermost(entries: Sequence[Position | Project], at: int) -> int | None:
    if not entries:
        return None
    best: tuple[int, int] | None = None
    for number, entry in enumerate(entries):
        length = entry.text_end - entry.text_start
        if entry.text_start <= at < entry.text_end and (best is None or length < best[0]):
            best = (length, number)
    return None if best is None else best[1]
