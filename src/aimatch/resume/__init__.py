"""From a document to the career in it: sections, positions, education, projects, breaks and stated years.

Only structure is read here; which skills the text mentions is :mod:`aimatch.extract`'s matter. Everything is a span of
``document.text``, in order of place.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from aimatch.dates import find_ranges, lowered
from aimatch.model import Break, Document, Education, Position, Project, Resume
from aimatch.resume.alike import with_entries_alike
from aimatch.resume.breaks import find_breaks, with_labelled_breaks
from aimatch.resume.education import completed_degrees, find_education, highest_degree
from aimatch.resume.education.field_kinds import field_kind
from aimatch.resume.education.named import as_studied
from aimatch.resume.entered import with_last_days
from aimatch.resume.entries import Dated, Role, place, role_of
from aimatch.resume.experience import paid_positions, total_months
from aimatch.resume.positions import find_positions
from aimatch.resume.positions.account import heading_end
from aimatch.resume.positions.named import as_named
from aimatch.resume.positions.sheets import find_sheets, with_jobs_told_as_projects, worked
from aimatch.resume.positions.wrapped import with_whole_names
from aimatch.resume.projects import find_projects
from aimatch.resume.sections import Outline, outline
from aimatch.resume.sections.lines import Line, lines_of
from aimatch.resume.sections.side_by_side import columns_of, interleaved
from aimatch.resume.stated_years import find_stated_years
from aimatch.resume.told import with_told_ends

__all__ = [
    "completed_degrees",
    "field_kind",
    "heading_end",
    "highest_degree",
    "paid_positions",
    "parse",
    "total_months",
]


Placed = TypeVar("Placed", Position, Education, Project, Break)


def parse(document: Document) -> Resume:
    """The structure of a resume; its ``mentions`` are left empty."""
    text = document.text
    lower = lowered(text)
    if columns := columns_of(document):
        outlines = [(lines, outline(text, lines)) for lines in columns]
        parts = [_career(document, lower, lines, parts) for lines, parts in outlines]
        return Resume(
            document=document,
            sections=interleaved(outlines, text),
            positions=_in_order(part.positions for part in parts),
            education=_in_order(part.education for part in parts),
            projects=_in_order(part.projects for part in parts),
            breaks=_in_order(part.breaks for part in parts),
            stated_years=find_stated_years(text, lower),
        )
    lines = with_whole_names(lines_of(document), document)
    if not lines:
        return Resume(document=document, sections=())
    return _career(document, lower, lines, outline(text, lines))


def _career(document: Document, lower: str, lines: list[Line], parts: Outline) -> Resume:
    """What the lines of a resume, or of one of its columns, tell."""
    text = document.text
    starts = [line.start for line in lines]
    entries: list[tuple[Dated, Role]] = []
    for span in with_told_ends([*with_last_days(find_ranges(text), text, lower)], text, lower):
        dated = place(lines, starts, text, span)
        # In a column, the dates of the other one stand behind the ends of the lines.
        if span.text_start < lines[dated.line].end and span.text_start >= lines[dated.line].start:
            entries.append((dated, role_of(dated, lines, parts)))
    sheets = find_sheets(lines, parts, entries)
    if sheets:
        work = {id(sheet.dated) for sheet in worked(sheets, parts, entries)}
        entries = [(dated, "sheet" if id(dated) in work else role) for dated, role in entries]
    entries = with_labelled_breaks(with_jobs_told_as_projects(entries, lines, parts), lines, parts)
    entries = with_entries_alike(entries, lines, parts)
    return Resume(
        document=document,
        sections=parts.sections,
        positions=as_named(find_positions(lines, parts, entries, sheets, text), document),
        education=as_studied(find_education(lines, parts, entries, lower), document),
        projects=find_projects(lines, parts, entries, sheets, text),
        breaks=find_breaks(lines, entries, parts),
        stated_years=find_stated_years(text, lower),
    )


def _in_order(parts: Iterable[tuple[Placed, ...]]) -> tuple[Placed, ...]:
    return tuple(sorted((one for part in parts for one in part), key=lambda one: one.text_start))
