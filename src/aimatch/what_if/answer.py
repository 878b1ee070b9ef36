"""The answers to what further evidence would do, and how they show themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aimatch.model import Degree

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One requirement that the supposed evidence raises.

    Attributes:
        id: The requirement's id; ``label`` its label.
        before: Its credit (0..1) as the resume is; ``after`` with the supposed evidence.
        points: What this adds to the coverage (0..1).
        reason: What the credit would rest on.
    """

    id: str
    label: str
    before: float
    after: float
    points: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class WhatIf:
    """What a coverage would be with further evidence.

    Attributes:
        add: The ids of the skills and behaviours supposed; ``names`` what they are called.
        months: How long they are supposed to be used at work; 0: in a project.
        degree: The degree supposed to be completed, in a field that the role asks for, or ``None``.
        before: The coverage (0..1) as the resume is; ``after`` with the supposed evidence.
        changes: The requirements that it raises, the largest gain first.
    """

    add: tuple[str, ...]
    names: tuple[str, ...]
    months: int
    degree: Degree | None
    before: float
    after: float
    changes: tuple[Change, ...]

    def __repr__(self) -> str:
        supposed = ", ".join([*self.add, *([self.degree] if self.degree else [])])
        return f"<WhatIf {supposed} for {self.months} months: {self.before:.3f} becomes {self.after:.3f}>"

    @property
    def gain(self) -> float:
        """What is added to the coverage, 0..1."""
        return self.after - self.before

    def to_dict(self) -> dict[str, Any]:
        """The answer as JSON types, in the order of its attributes."""
        from aimatch.outputs import json

        return json.answer_to_dict(self, gain=self.gain)

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The answer for the terminal; ``width`` (columns) and ``colour`` as it has them."""
        from aimatch.outputs import answers

        return answers.what_if(self, width=width, colour=colour)

    def to_frame(self) -> pd.DataFrame:
        """One row a change: ``id``, ``label``, ``before``, ``after``, ``points``, ``reason``."""
        from aimatch.outputs import table

        return table.records_frame(self.changes, Change)

    def _repr_html_(self) -> str:
        from aimatch.outputs import html

        return html.render_answer("what_if.html", answer=self)


class NextBest(tuple[WhatIf, ...]):
    """The answers of :func:`next_best`, the best first: a tuple that can show itself."""

    __slots__ = ()

    def to_dict(self) -> list[dict[str, Any]]:
        """The answers as JSON types, as ``aimatch what-if FILE --json`` prints them."""
        return [one.to_dict() for one in self]

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The answers for the terminal, numbered; ``width`` (columns) and ``colour`` as it has them."""
        from aimatch.outputs import answers

        return answers.next_best(self, width=width, colour=colour)

    def to_frame(self) -> pd.DataFrame:
        """One row an answer: ``add``, ``names`` (both joined by " | "), ``months``, ``degree``, ``before``, ``after``, ``gain``
        and ``raises``, the ids of the requirements that it raises, joined by spaces."""
        from aimatch.outputs import table

        return table.records_frame(map(_Suggestion.of, self), _Suggestion)

    def _repr_html_(self) -> str:
        from aimatch.outputs import html

        return "".join(html.render_answer("what_if.html", answer=one) for one in self)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Suggestion:
    """A row of the table of :class:`NextBest`."""

    add: str
    names: str
    months: int
    degree: str
    before: float
    after: float
    gain: float
    raises: str

    @classmethod
    def of(cls, one: WhatIf) -> _Suggestion:
        return cls(
            add=" | ".join(one.add),
            names=" | ".join(one.names),
            months=one.months,
            degree=one.degree or "",
            before=one.before,
            after=one.after,
            gain=one.gain,
            raises=" ".join(change.id for change in one.changes),
        )
