"""Plain text for the terminal: a report, and a ranking of many. Colours only where asked for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from aimatch.evidence import STRENGTHS
from aimatch.model import Flag, RequirementResult
from aimatch.outputs import career
from aimatch.outputs.copies import in_order, one_application
from aimatch.outputs.row import Row
from aimatch.outputs.wording import (
    DEGREE_LABELS,
    STRENGTH_LABELS,
    duration,
    file_name,
    fitted,
    interval,
    one_line,
    percent,
    points,
    quoted,
    rank,
    short_duration,
    standing,
)
from aimatch.report import Report

_BAR = 10
#: The columns of an entry's dates and of its length.
_WHEN, _LONG = 19, 9
#: The columns from which a ranking shows all of its own.
_FULL_WIDTH = 96
_WORK_WIDTH = 72
#: The coverages from which a bar is green and yellow. For the eye only: no place in the ranking goes by them.
_STRONG, _MIDDLING = 0.6, 0.3
#: So many groups of files that may be one application are printed, and so many files of each; the table holds all.
_MOST_GROUPS, _MOST_FILES = 10, 5
#: So many files are printed of which the reader notes something, such as a page that is a picture.
_MOST_NOTED = 10
_CODES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}


def render(report: Report, *, width: int = 100, colour: bool = False, quotes: int = 1) -> str:
    """A report as text that ends with a newline.

    Args:
        report: What to show.
        width: The terminal's columns; at least 60 are used.
        colour: Whether to use terminal colours.
        quotes: At most so many pieces of evidence for each requirement.
    """
    page = Page(max(60, width), colour)
    title = f"{file_name(report.source or 'resume')} for {report.profile_title}"
    page.line(page.styled(title, "bold"))
    blank = not report.career.resume.document.text.strip()
    if blank:
        page.line(page.styled("Not scored: the file holds no text that a person can see", "bold"))
    else:
        page.line(f"{page.styled('Coverage ' + percent(report.coverage), 'bold')}{_bounds(report)}")
        page.line(_facts(report))
        _career(page, report)
    for note in report.notes:
        page.paragraph(f"Note: {one_line(note)}", indent="  ", first="", style="yellow")
    page.line()
    if not blank:
        _requirements(page, report, quotes)
    _flags(page, report)
    page.line()
    if not blank:
        _skills(page, report)
        page.line()
    versions = ", ".join(f"{name} {version}" for name, version in report.versions.items())
    page.line(page.styled(f"As of {report.as_of}; {versions}", "dim"))
    return page.text()


def _requirements(page: Page, report: Report, quotes: int) -> None:
    """What is met, the most points first, and what is not."""
    total = sum(one.weight for one in report.requirements) or 1.0
    ordered = sorted(report.requirements, key=lambda one: (-one.points, -one.weight))
    for one in ordered:
        if one.credit:
            _requirement(page, one, one.weight / total, quotes)
    if unmet := [one for one in ordered if not one.credit]:
        page.line()
        page.line(page.styled("No evidence found", "bold"))
        for one in unmet:
            _numbers(page, one, one.weight / total)
    if report.missing_musts:
        labels = {one.id: one.label for one in report.requirements}
        page.line()
        page.paragraph(
            "Musts missing (no evidence, or a hint of it): " + "; ".join(labels[id] for id in report.missing_musts)
        )
    page.line()


def ranking(rows: Iterable[Row], *, width: int = 100, colour: bool = False, limit: int | None = None) -> str:
    """Results as a table, best first and failures last, that ends with a newline.

    Args:
        rows: One a file, in any order.
        width: The terminal's columns, at least 60; a file's name takes what the other columns leave.
        colour: Whether to use terminal colours.
        limit: Show at most so many scored rows, and say how many more there are.
    """
    page = Page(max(60, width), colour)
    listed = list(rows)
    scored = in_order(one for one in listed if one.coverage is not None)
    failed = sorted((one for one in listed if one.coverage is None), key=lambda one: one.file)
    # On a narrow terminal the names matter more than the bars and the degree, on a very narrow one than the time as well.
    full = page.width >= _FULL_WIDTH
    work = page.width >= _WORK_WIDTH
    names = page.width - (69 if full else 47 if work else 39)
    bar, degree = (f"{'coverage':<{_BAR + 6}}", f"  {'degree':<9}") if full else (f"{'cover':>5}", "")
    head = f"{'rank':>7}  {'file':<{names}}  {bar}{'    work' if work else ''}{degree}  {'musts':>5}  flags"
    page.line(page.styled(head, "bold"))
    held = [(one.rank or 0, one.rank_last or 0) for one in scored]
    for one, (first, last) in list(zip(scored, held, strict=True))[:limit]:
        page.line(_ranked(page, rank(first, last), one, names, full=full, work=work))
    if limit is not None and len(scored) > limit:
        page.line(f"{'':>7}  and {len(scored) - limit} more")
    for one in failed:
        remedy = f" ({one.remedy})" if one.remedy else ""
        page.paragraph(
            f"not scored: {file_name(one.file)}: {one.reason}{remedy}", indent=" " * 9, style="red", first=f"{'–':>7}  "
        )
    noted = [one for one in scored[:limit] if one.notes]
    for one in noted[:_MOST_NOTED]:
        page.paragraph(f"note on {file_name(one.file)}: {one.notes}", indent=" " * 9, style="yellow")
    if len(noted) > _MOST_NOTED:
        page.line(f"{'':>9}and {len(noted) - _MOST_NOTED} more; the column notes holds all")
    same = one_application(scored)
    for files in same[:_MOST_GROUPS]:
        more = f" and {len(files) - _MOST_FILES} more" if len(files) > _MOST_FILES else ""
        named = f"{' | '.join(map(file_name, files[:_MOST_FILES]))}{more}"
        page.paragraph(
            f"perhaps one application (the same text or contact data): {named}", indent=" " * 9, style="yellow"
        )
    if len(same) > _MOST_GROUPS:
        page.line(f"{'':>9}and {len(same) - _MOST_GROUPS} more such groups; the column duplicates names them")
    if scored:
        if any(first != last for first, last in held):
            page.paragraph("a rank such as 2–4: ties; the resumes leave open which of them covers more", style="dim")
        if any(one.copy_of for one in scored):
            page.paragraph("copies of one text hold one rank together", style="dim")
        page.paragraph(
            "musts: how many are missing; flags: how many questions to ask, never part of the score", style="dim"
        )
    return page.text()


class Page:
    """Lines of text of a width, with colours or without."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self._colour = colour
        self._lines: list[str] = []

    def line(self, text: str = "") -> None:
        """Add a line as it is."""
        self._lines.append(text.rstrip())

    def paragraph(self, text: str, *, indent: str = "", first: str | None = None, style: str = "") -> None:
        """Add a text, wrapped; ``first`` stands before its first line and ``indent`` before the others."""
        start = indent if first is None else first
        for line in textwrap.wrap(text, self.width, initial_indent=start, subsequent_indent=indent):
            self.line(self.styled(line, style))

    def styled(self, text: str, style: str) -> str:
        """A text in a style, where colours are wanted."""
        return f"\033[{_CODES[style]}m{text}\033[0m" if self._colour and style else text

    def text(self) -> str:
        """All lines, each ended."""
        return "\n".join(self._lines) + "\n"


def _bounds(report: Report) -> str:
    bounds = interval(report.low, report.high)
    return f"  (between {bounds.replace(' to ', ' and ')})" if bounds else ""


def _facts(report: Report) -> str:
    degree = DEGREE_LABELS[report.degree]
    if report.degree != "none" and report.degree_field:
        degree += f" in {one_line(report.degree_field, 60)}"
    work = f"{duration(report.experience_months)} of experience"
    if not report.experience_months:
        work = "no dated experience" if report.experience.basis == "unread" else "no paid work yet"
    learning = f", {duration(report.ml_months)} of it in AI or ML" if report.ml_months else ""
    return f"{work}{learning}; {degree}"


def _career(page: Page, report: Report) -> None:
    """What was read of the career, which the totals rest on."""
    page.line()
    page.line(page.styled("The career as read", "bold"))
    for one in career.positions(report):
        _entry(page, one)
    page.paragraph(career.basis(report), indent="  ")
    courses = career.education(report)
    for one in courses:
        _entry(page, one)
    if not courses:
        page.line("  No course of study was made out.")
    if report.notes:
        page.line()


def _entry(page: Page, one: career.Line) -> None:
    note = f" ({one.note})" if one.note else ""
    page.paragraph(
        f"{one.what}{note}",
        indent=" " * (_WHEN + _LONG + 6),
        first=f"  {one.when:<{_WHEN}}  {one.months:>{_LONG}}  ",
        style="" if one.dated else "yellow",
    )


def _bar(share: float) -> str:
    full = round(share * _BAR)
    # A little credit shows, and so does a little that is missing.
    full = max(full, 1) if share > 0 else 0
    full = min(full, _BAR - 1) if share < 1 else _BAR
    return "█" * full + "·" * (_BAR - full)


def _requirement(page: Page, one: RequirementResult, worth: float, quotes: int) -> None:
    _numbers(page, one, worth)
    page.paragraph(one.reason, indent="      ", style="dim")
    for piece in one.evidence[:quotes]:
        page.paragraph(quoted(piece), indent="        ", first="      ")


def _numbers(page: Page, one: RequirementResult, worth: float) -> None:
    style = {"full": "green", "part": "yellow", "hint": "dim"}[standing(one.credit)]
    label_width = page.width - _BAR - 28
    label = one_line(one.label, label_width)
    numbers = f"{one.credit:4.2f} {points(one.points):>5} of {points(worth):>4}"
    page.line(f"{one.need:<4}  {label:<{label_width}}  {page.styled(_bar(one.credit), style)}  {numbers}")


def _flags(page: Page, report: Report) -> None:
    if not report.flags:
        page.line("No flags.")
        return
    page.line(page.styled("Questions to ask (flags are never part of the score)", "bold"))
    for flag in report.flags:
        _flag(page, flag)
    if report.hidden_text_would_add > 0:
        added = points(report.hidden_text_would_add)
        page.paragraph(f"Text that no person can see would have added {added} points; it added none.", indent="  ")


def _flag(page: Page, flag: Flag) -> None:
    style = {"serious": "red", "caution": "yellow"}.get(flag.severity, "cyan")
    page.paragraph(f"{flag.severity}: {flag.message}", indent="    ", first="  ", style=style)
    for piece in flag.evidence[:2]:
        page.paragraph(quoted(piece, 400), indent="      ", first="    ")
    if flag.innocent_explanations:
        page.paragraph("May be innocent: " + "; ".join(flag.innocent_explanations), indent="    ")


def _skills(page: Page, report: Report) -> None:
    for strength in reversed(STRENGTHS):
        names = [
            f"{one.name} ({short_duration(one.months)})" if one.months else one.name
            for one in report.skills
            if one.strength == strength
        ]
        if names:
            page.paragraph(f"{STRENGTH_LABELS[strength]}: {', '.join(names)}", indent="  ", first="")


def _ranked(page: Page, rank: str, one: Row, names: int, *, full: bool, work: bool) -> str:
    coverage = one.coverage or 0.0
    style = "green" if coverage >= _STRONG else "yellow" if coverage >= _MIDDLING else "dim"
    file = fitted(file_name(one.file), names)
    musts = len(one.missing_musts.split())
    flags = str(len(one.flags.split()) or "") + (f", {one.serious_flags} serious" if one.serious_flags else "")
    flag_style = "red" if one.serious_flags else "yellow" if flags else ""
    return (
        f"{rank:>7}  {file}  {page.styled(_bar(coverage), style) + '  ' if full else ''}{percent(coverage):>5}"
        f"{f' {short_duration(one.experience_months):>7}' if work else ''}  {f'{one.degree:<9}  ' if full else ''}{musts or '':>5}"
        f"  {page.styled(flags, flag_style)}"
    )
