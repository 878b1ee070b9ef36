"""From a document to the career in it: sections, positions, education, projects, breaks and stated years.

Only structure is read here; which skills the text mentions is :mod:`aimatch.extract`'s matter. Everything is a span of
``document.text``, in order of place.
"""

from __future__ import annotations

from aimatch.dates import find_ranges, lowered
from aimatch.model import Document, Resume
from aimatch.resume.account import heading_end
from aimatch.resume.breaks import find_breaks
from aimatch.resume.education import completed_degrees, field_kind, find_education, highest_degree
from aimatch.resume.entries import place, role_of, with_jobs_told_as_projects
from aimatch.resume.experience import paid_positions, total_months
from aimatch.resume.lines import lines_of
from aimatch.resume.positions import find_positions
from aimatch.resume.projects import find_projects
from aimatch.resume.sections import outline
from aimatch.resume.stated_years import find_stated_years

__all__ = [
    "completed_degrees",
    "field_kind",
    "heading_end",
    "highest_degree",
    "paid_positions",
    "parse",
    "total_months",
]


def parse(document: Document) -> Resume:
    """The structure of a resume; its ``mentions`` are left empty."""
    text = document.text
    lower = lowered(text)
    lines = lines_of(document)
    if not lines:
        return Resume(document=document, sections=())
    parts = outline(text, lines)
    starts = [line.start for line in lines]
    entries = []
    for span in find_ranges(text):
        dated = place(lines, starts, text, span)
        entries.append((dated, role_of(dated, lines, parts)))
    entries = with_jobs_told_as_projects(entries, lines, parts)
    return Resume(
        document=document,
        sections=parts.sections,
        positions=find_positions(lines, parts, entries, text),
        education=find_education(lines, parts, entries, lower),
        projects=find_projects(lines, parts, entries, text),
        breaks=find_breaks(lines, entries),
        stated_years=find_stated_years(text, lower),
    )
