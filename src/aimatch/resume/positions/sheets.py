"""Projects that are the work itself: those of a resume without a list of jobs, and the sheets of consultants.

A sheet tells in labels, or in the row of a table, for which client something was done, in which role and when. Where listed
positions cover its time it tells of their work; where they don't, it is a position of its own. Sheets under a heading of
study or leisure, and those within the time of a degree, are exercises.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aimatch.data import table
from aimatch.dates import DateRange, covered_months
from aimatch.model import Position
from aimatch.resume.entries import Dated, Role
from aimatch.resume.names.parts import trim
from aimatch.resume.names.placed import without_place
from aimatch.resume.positions.name_lines import employer_above
from aimatch.resume.rules.heading_forms import key_of
from aimatch.resume.rules.headings import headings
from aimatch.resume.rules.jobs import jobs, words_of
from aimatch.resume.sections import Outline
from aimatch.resume.sections.lines import Line

#: Lines of labels to either side of the date of a sheet.
_LINES = 6
#: What a sheet names beside its time.
_NAMING = ("client", "employer", "title", "project")
#: The cells of a row.
_CELLS = re.compile(r"\s*\|\s*|\t+|\s{2,}")
#: The least of a table: client, role and time.
_COLUMNS = 3
#: Lines above a row in which the table's header may stand.
_TABLE = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The first and the last line of a sheet's labels, its date, and what it names: ``client``, ``title``, ``project``
    ("" where no label tells it)."""

    first: int
    last: int
    dated: Dated
    client: str
    title: str
    project: str

    def position(self, lines: Sequence[Line], heading: str) -> Position:
        """The position that the sheet tells of, under a heading; it ends with the labels."""
        span = self.dated.span
        return Position(
            title=self.title,
            employer=self.client,
            start=span.start,
            end=span.end,
            text_start=lines[self.first].start,
            text_end=lines[self.last].end,
            kind=jobs().kind(" | ".join((self.client, self.title, heading))),
            precision=span.precision,
            current=span.current,
        )


def find_sheets(lines: Sequence[Line], outline: Outline, entries: Iterable[tuple[Dated, Role]]) -> list[Sheet]:
    """The sheets under headings of projects, in order of place."""
    dates = {
        dated.line: dated
        for dated, role in entries
        if role == "project" and not dated.span.single and outline.kind(dated.line) == "projects"
    }
    found = []
    free = 0  # the first line that belongs to no sheet yet
    for dated in dates.values():
        sheet = _in_labels(lines, outline, dated, dates, free) or _in_row(lines, outline, dated)
        if sheet is not None:
            found.append(sheet)
            free = sheet.last + 1
    return found


def _in_labels(
    lines: Sequence[Line], outline: Outline, dated: Dated, dates: Mapping[int, Dated], free: int
) -> Sheet | None:
    """The sheet whose labels stand in the line of a date and right above and below it."""
    values: dict[str, str] = {}
    first = last = dated.line

    def take(number: int) -> bool:
        labels = jobs().labels(lines[number].text)
        named = {label.kind: lines[number].text[label.body : label.stop] for label in labels if label.kind in _NAMING}
        told = bool(labels) or headings().is_label(jobs().first_label(lines[number].text))
        if not told or not values.keys().isdisjoint(named):
            return False  # no label, or one more of its kind: another sheet's
        values.update(named)
        return True

    if not take(dated.line):
        return None
    for number in range(dated.line - 1, max(free, dated.line - _LINES) - 1, -1):
        if outline.owner[number] != outline.owner[dated.line] or number in dates or not take(number):
            break
        first = number
    for number in range(dated.last_line + 1, min(len(lines), dated.last_line + _LINES)):
        if outline.owner[number] != outline.owner[dated.line] or number in dates or not take(number):
            break
        last = number
    # A heading within a job ("Projects completed") may leave the next one among projects: its company stands above its labels.
    if (
        values.keys().isdisjoint(("client", "employer"))
        and first > free
        and jobs().has_legal_form(lines[first - 1].text)
    ):
        values["employer"] = employer_above(lines, outline, first, jobs())
        first -= 1
    return _sheet(first, last, dated, values)


def _in_row(lines: Sequence[Line], outline: Outline, dated: Dated) -> Sheet | None:
    """The sheet that a row of a table is, whose header names client and role."""
    values = cells_of(lines, outline, dated)
    return _sheet(dated.line, dated.line, dated, values) if values else None


def cells_of(lines: Sequence[Line], outline: Outline, dated: Dated) -> Mapping[str, str]:
    """The cells of a row by what the header of their table labels ("employer", "title", "dates"); none if it is no row of
    a table whose header names a role and for whom it was held."""
    cells = _CELLS.split(lines[dated.line].text.strip(" |"))
    if len(cells) < _COLUMNS:
        return {}
    for number in range(dated.line - 1, max(-1, dated.line - _TABLE), -1):
        if outline.owner[number] != outline.owner[dated.line]:
            break
        header = columns(lines[number].text)
        if len(header) == len(cells):
            return dict(zip(header, cells, strict=True))
    return {}


def columns(text: str) -> list[str]:
    """What the cells of a line label, if it is the header of a table of sheets; else nothing."""
    if "  " not in text and "|" not in text and "\t" not in text:
        return []
    cells = _CELLS.split(text.strip(" |"))
    kinds = jobs().labels_by_key
    found = [kinds.get(key_of(cell), "") for cell in cells] if len(cells) >= _COLUMNS else []
    return found if "title" in found and ("client" in found or "employer" in found) else []


def _sheet(first: int, last: int, dated: Dated, values: Mapping[str, str]) -> Sheet | None:
    client, title, project = (
        trim(next((values[kind] for kind in kinds if kind in values), "")).strip(" /")
        for kinds in (("employer", "client"), ("title",), ("project",))
    )
    if not client or not title:
        return None
    client = without_place(client, jobs())
    return Sheet(first=first, last=last, dated=dated, client=client, title=title, project=project)


def worked(sheets: Iterable[Sheet], outline: Outline, entries: Iterable[tuple[Dated, Role]]) -> Iterator[Sheet]:
    """The sheets that are positions of their own."""
    not_work = frozenset(table("language/positions")["not_work"])
    by_role: dict[str, list[Dated]] = {}
    for dated, role in entries:
        by_role.setdefault(role, []).append(dated)
    listed = [dated.span for role in ("position", "told", "prose") for dated in by_role.get(role, ())]
    study = [dated.span for dated in by_role.get("education", ()) if not dated.span.single]
    every = [day for dates in by_role.values() for dated in dates for day in (dated.span.start, dated.span.end) if day]
    last = max(every)
    horizon = last.replace(year=last.year + 1)  # what lasts goes on for a year
    for sheet in sheets:
        heading = outline.sections[outline.owner[sheet.first]].title
        if not not_work.isdisjoint(words_of(heading)) or words_of(sheet.client) <= not_work:
            continue
        span = sheet.dated.span

        def beyond(others: list[DateRange], span: DateRange = span) -> int:
            return covered_months([*others, span], horizon) - covered_months(others, horizon)

        if beyond(study) and 2 * beyond(listed) > beyond([]):
            yield sheet


def with_jobs_told_as_projects(
    entries: list[tuple[Dated, Role]], lines: list[Line], outline: Outline
) -> list[tuple[Dated, Role]]:
    """The entries, with those of the projects as positions where they stand under a heading of work on one's own account
    ("PROJECTS (freelance)"), or where nothing else tells of work and they name an employer or a role: consultants date
    their projects, and have no list of jobs beside."""
    entries = [
        (dated, "position" if role == "project" and _on_own_account(dated, outline) else role)
        for dated, role in entries
    ]
    if any(role in {"position", "told", "prose"} for _, role in entries) or any(
        section.kind == "experience" for section in outline.sections
    ):
        return entries
    known = jobs()

    def held(dated: Dated) -> bool:
        below = lines[dated.last_line + 1].text if dated.last_line + 1 < len(lines) else ""
        label = known.label(below)
        return known.names_title(dated.rest) or (label is not None and label[0] == "title")

    projects = [dated for dated, role in entries if role == "project" and not dated.span.single]
    if not any(map(held, projects)):
        return entries
    at = {dated.line for dated in projects if held(dated) or known.names_employer(dated.rest)}
    return [(dated, "position" if role == "project" and dated.line in at else role) for dated, role in entries]


def _on_own_account(dated: Dated, outline: Outline) -> bool:
    """Whether a stretch of time stands under a heading of projects that names the work of a freelancer or contractor."""
    owner = outline.owner[dated.line]
    if dated.span.single or owner < 0 or outline.kind(dated.line) != "projects":
        return False
    return jobs().kind(outline.sections[owner].title) == "freelance"
