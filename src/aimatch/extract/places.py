"""Where in a resume a place of its text stands: the section, and the innermost position or project."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from aimatch.model import Position, Project, Resume


class Place(NamedTuple):
    """A section's kind, and the numbers of the position and the project that hold a place, if any."""

    section: str
    position: int | None
    project: int | None


class Places:
    """The places of one resume."""

    def __init__(self, resume: Resume) -> None:
        self._sections = resume.sections
        self._starts = [section.start for section in resume.sections]
        self._positions = _shortest_first(resume.positions)
        self._projects = _shortest_first(resume.projects)
        # Between two edges all offsets stand in the same place, so that each stretch is looked at once.
        spans = (*self._positions, *self._projects)
        self._edges = sorted({*self._starts, *(edge for start, end, _ in spans for edge in (start, end))})
        self._known: dict[int, Place] = {}

    def of(self, at: int) -> Place:
        """Where an offset stands."""
        stretch = bisect_right(self._edges, at)
        known = self._known.get(stretch)
        if known is None:
            known = self._known[stretch] = self._look(at)
        return known

    def _look(self, at: int) -> Place:
        number = bisect_right(self._starts, at) - 1
        return Place(
            section=self._sections[number].kind if number >= 0 else "header",
            position=_innermost(self._positions, at),
            project=_innermost(self._projects, at),
        )


def _shortest_first(entries: Sequence[Position | Project]) -> list[tuple[int, int, int]]:
    """The spans of entries with their numbers, so that the first that holds a place is the innermost."""
    spans = [(entry.text_start, entry.text_end, number) for number, entry in enumerate(entries)]
    return sorted(spans, key=lambda span: span[1] - span[0])


def _innermost(spans: list[tuple[int, int, int]], at: int) -> int | None:
    for start, end, number in spans:
        if start <= at < end:
            return number
    return None
