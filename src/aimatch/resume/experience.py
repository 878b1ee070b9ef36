"""How long somebody has worked: by the dates of positions, or by what the resume states where it gives no dates."""

from __future__ import annotations

from datetime import date

from aimatch.dates import covered_months
from aimatch.model import Position, Project, Resume

#: Kinds of position that are paid work; volunteering and board seats are shown, not counted.
PAID = frozenset({"employment", "part-time", "internship", "freelance", "teaching-assistant"})

_EVIDENTLY_PARTIAL = 4


def paid_positions(resume: Resume) -> tuple[Position, ...]:
    """The positions that count as work."""
    return tuple(position for position in resume.positions if position.kind in PAID)


def total_months(resume: Resume, as_of: date) -> int:
    """Months of paid work up to ``as_of``, overlaps once.

    Dates come first, since a sum stated in words is rounded and grows old. Projects dated within the experience section
    count with them (consultants date their projects, not their employer). Where no work is dated, the stated total
    counts, then the longest stated experience in any one subject; so does the stated total where the dated positions
    cover less than a quarter of it, or less than it while other positions stand undated beside them, since then they are
    evidently a part of the career only, and the experience in a subject where both are so. What is told of the length of undated positions ("for 3 years") adds to the
    months that the dates cover.
    """
    paid = paid_positions(resume)
    dated = covered_months([*paid, *_work_projects(resume)], as_of)
    told = sum(position.stated_months or 0 for position in paid)
    general = [item.years for item in resume.stated_years if not item.subject]
    stated = round(max(general or [item.years for item in resume.stated_years] or [0.0]) * 12)
    undated = any(position.start is None for position in resume.positions)
    part = 1 if undated and general else _EVIDENTLY_PARTIAL
    if not dated or ((general or undated) and (dated + told) * part < stated):
        return max(stated, told)
    return dated + told


def _work_projects(resume: Resume) -> list[Project]:
    spans = [(section.start, section.end) for section in resume.sections if section.kind == "experience"]
    return [project for project in resume.projects if any(start <= project.text_start < end for start, end in spans)]
