"""Why one resume stands above another: the difference of their coverages, requirement by requirement.

The points of each report sum to its coverage exactly, so the differences of the points sum to the difference of the
coverages: nothing is left to be explained otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from aimatch.errors import ProfileError
from aimatch.model import Evidence, Need, RequirementResult
from aimatch.report import Report

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Comparison", "Difference", "compare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One requirement in two reports.

    Attributes:
        id: The requirement's id, with its ``label``, ``need`` and ``weight``.
        credit_a: The credit (0..1) in the first report; ``credit_b`` in the second.
        points: The points (0..1) of the first less those of the second.
        reason_a: What the first credit rests on; ``reason_b`` the second.
        evidence_a: What the first resume says to it; ``evidence_b`` the second.
    """

    id: str
    label: str
    need: Need
    weight: float
    credit_a: float
    credit_b: float
    points: float
    reason_a: str
    reason_b: str
    evidence_a: tuple[Evidence, ...]
    evidence_b: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Comparison:
    """Two reports on one role, side by side.

    Attributes:
        a: What the first report is called: its file, or the beginning of its digest; ``b`` the second.
        profile_title: The role.
        coverage_a: The first coverage (0..1) and its bounds ``low_a``, ``high_a``; so the second.
        differences: Every requirement, the largest difference first, of equals in the profile's order. The points sum to
            ``coverage_a - coverage_b``.
        flags_a: The ids of the flags that only the first report has; ``flags_b`` only the second. No part of it.
        notes: What makes the two less comparable: other days or versions.
    """

    a: str
    b: str
    profile_title: str
    coverage_a: float
    low_a: float
    high_a: float
    coverage_b: float
    low_b: float
    high_b: float
    differences: tuple[Difference, ...]
    flags_a: tuple[str, ...]
    flags_b: tuple[str, ...]
    notes: tuple[str, ...]

    def __repr__(self) -> str:
        return f"<Comparison of {self.a} and {self.b}: {self.coverage_a:.3f} and {self.coverage_b:.3f}>"

    @property
    def gap(self) -> float:
        """How far the first stands above the second (-1..1); negative where it stands below."""
        return self.coverage_a - self.coverage_b

    @property
    def tied(self) -> bool:
        """Whether the two intervals overlap: then the resumes leave open which covers more."""
        return self.low_a <= self.high_b and self.low_b <= self.high_a

    @property
    def for_a(self) -> tuple[Difference, ...]:
        """The requirements in which the first stands higher, the largest difference first."""
        return tuple(one for one in self.differences if one.points > 0)

    @property
    def for_b(self) -> tuple[Difference, ...]:
        """The requirements in which the second stands higher, the largest difference first."""
        return tuple(one for one in self.differences if one.points < 0)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as JSON types, in the order of its attributes."""
        from aimatch.outputs import json

        return json.answer_to_dict(self, gap=self.gap, tied=self.tied)

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The comparison for the terminal; ``width`` (columns) and ``colour`` as it has them."""
        from aimatch.outputs import answers

        return answers.comparison(self, width=width, colour=colour)

    def to_html(self) -> str:
        """The comparison as one self-contained page."""
        from aimatch.outputs import html

        return html.render_page(f"{self.a} and {self.b}", html.render_answer("comparison.html", answer=self))

    def to_frame(self) -> pd.DataFrame:
        """One row a requirement, the fields of :class:`Difference` as columns, the evidence left out."""
        from aimatch.outputs import table

        return table.records_frame(self.differences, Difference, leave_out=("evidence_a", "evidence_b"))

    def _repr_html_(self) -> str:
        from aimatch.outputs import html

        return html.render_answer("comparison.html", answer=self)


def compare(a: Report, b: Report) -> Comparison:
    """Compare two reports made with the same requirements and weights.

    Args:
        a: The report that differences are counted from: positive where it stands higher.
        b: The other.

    Raises:
        ProfileError: The reports were made with other requirements or weights; lists every difference.
        TypeError: One of them is no report.
    """
    for one in (a, b):
        if not isinstance(one, Report):
            raise TypeError(f"compare takes two reports, as aimatch.score gives them, not {type(one).__name__}")
    if problems := _unlike(a, b):
        raise ProfileError("the reports can't be compared", problems)
    differences = [_difference(one, other) for one, other in zip(a.requirements, b.requirements, strict=True)]
    flags_a, flags_b = ({flag.id: None for flag in report.flags} for report in (a, b))
    notes = [f"as of {a.as_of} and {b.as_of}"] if a.as_of != b.as_of else []
    notes += [
        f"{name} {a.versions.get(name)} and {b.versions.get(name)}"
        for name in a.versions
        if a.versions.get(name) != b.versions.get(name)
    ]
    return Comparison(
        a=_name(a),
        b=_name(b),
        profile_title=a.profile_title,
        coverage_a=a.coverage,
        low_a=a.low,
        high_a=a.high,
        coverage_b=b.coverage,
        low_b=b.low,
        high_b=b.high,
        differences=tuple(sorted(differences, key=lambda one: -abs(one.points))),
        flags_a=tuple(id_ for id_ in flags_a if id_ not in flags_b),
        flags_b=tuple(id_ for id_ in flags_b if id_ not in flags_a),
        notes=tuple(notes),
    )


def _unlike(a: Report, b: Report) -> list[str]:
    weights_a = {row.id: row.weight for row in a.requirements}
    weights_b = {row.id: row.weight for row in b.requirements}
    if list(weights_a) == list(weights_b):
        return [
            f"{id_}: weighs {weight:g} in {_name(a)} and {weights_b[id_]:g} in {_name(b)}; score both with one profile"
            for id_, weight in weights_a.items()
            if weight != weights_b[id_]
        ]
    if a.profile != b.profile:
        return [f"one was scored for {a.profile!r}, the other for {b.profile!r}; score both with one profile"]
    only = [(id_, a) for id_ in weights_a if id_ not in weights_b] + [
        (id_, b) for id_ in weights_b if id_ not in weights_a
    ]
    if not only:
        return ["the requirements stand in another order; score both with one profile"]
    # One profile in two versions: what came or went is told, since its id does not.
    return [f"{id_}: is asked for in {_name(report)} only; score both with one profile" for id_, report in only]


def _difference(one: RequirementResult, other: RequirementResult) -> Difference:
    return Difference(
        id=one.id,
        label=one.label,
        need=one.need,
        weight=one.weight,
        credit_a=one.credit,
        credit_b=other.credit,
        points=one.points - other.points,
        reason_a=one.reason,
        reason_b=other.reason,
        evidence_a=one.evidence,
        evidence_b=other.evidence,
    )


def _name(report: Report) -> str:
    return report.source or report.input_sha256[:12]
