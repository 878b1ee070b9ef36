"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["unmatchable", "double-counted", "contradictory", "met-by-nobody", "met-by-everybody"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something to look at. ``requirements`` are the ids concerned (none: the profile as a whole); ``message`` says what
    is the matter and what would settle it."""

    kind: Kind
    severity: Literal["problem", "note"]
    requirements: tuple[str, ...]
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sensitivity:
    """How a shortlist changes with one weight.

    Attributes:
        requirement: The id of the requirement whose weight is moved.
        leave_up: Who leaves the shortlist when the weight is raised by a fifth, best first; ``enter_up`` who comes in.
        leave_down: Who leaves it when the weight is lowered by a fifth; ``enter_down`` who comes in.
    """

    requirement: str
    leave_up: tuple[str, ...]
    enter_up: tuple[str, ...]
    leave_down: tuple[str, ...]
    enter_down: tuple[str, ...]

    @property
    def moved(self) -> int:
        """How many places of the shortlist the weight decides, at most: 0 where nothing changes."""
        return max(len(self.leave_up), len(self.leave_down))
