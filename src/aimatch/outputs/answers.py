"""Plain text for the terminal: what would raise a coverage, what sets two apart, what to ask."""

from __future__ import annotations

from collections.abc import Iterable

from aimatch.calibration import Calibration
from aimatch.comparison import Comparison, Difference
from aimatch.interview import InterviewGuide
from aimatch.outputs.text import Page
from aimatch.outputs.wording import interval, percent, points, quoted, raised, supposed, verdict
from aimatch.what_if import WhatIf

_WIDTH = 100
_MOST_DIFFERENCES = 10


def what_if(answer: WhatIf, *, width: int = _WIDTH, colour: bool = False) -> str:
    """What a coverage would be with further evidence, as text that ends with a newline."""
    page = Page(width, colour)
    page.paragraph(_heading(answer), style="bold")
    _changes(page, answer)
    return page.text()


def next_best(answers: Iterable[WhatIf], *, width: int = _WIDTH, colour: bool = False) -> str:
    """The evidence that would raise a coverage most, as a numbered list; each answer stands for itself."""
    page = Page(width, colour)
    listed = tuple(answers)
    if not listed:
        page.line("Nothing that the role asks for is missing.")
    for number, answer in enumerate(listed, start=1):
        page.paragraph(f"{number}. {_heading(answer)}", indent="   ", first="", style="bold")
        _changes(page, answer)
    if listed:
        page.line(page.styled("Each by itself; they don't add up where they meet the same requirement.", "dim"))
    return page.text()


def comparison(one: Comparison, *, width: int = _WIDTH, colour: bool = False) -> str:
    """Two reports side by side, as text that ends with a newline."""
    page = Page(width, colour)
    page.line(page.styled(f"{one.a} and {one.b} for {one.profile_title}", "bold"))
    for name, coverage, low, high in (
        (one.a, one.coverage_a, one.low_a, one.high_a),
        (one.b, one.coverage_b, one.low_b, one.high_b),
    ):
        bounds = interval(low, high)
        page.line(f"  {percent(coverage):>5}{f'  ({bounds})' if bounds else '':<16}  {name}")
    page.paragraph(verdict(one))
    for note in one.notes:
        page.paragraph(f"Not alike: {note}.")
    for name, rows in ((one.a, one.for_a), (one.b, one.for_b)):
        if rows:
            page.line()
            page.line(page.styled(f"Higher in {name}: {points(sum(abs(row.points) for row in rows))} points", "bold"))
            for row in rows[:_MOST_DIFFERENCES]:
                _difference(page, row)
            if len(rows) > _MOST_DIFFERENCES:
                rest = rows[_MOST_DIFFERENCES:]
                page.line(f"        and {len(rest)} more: {points(sum(abs(row.points) for row in rest))} points")
    for name, flags in ((one.a, one.flags_a), (one.b, one.flags_b)):
        if flags:
            page.line()
            page.paragraph(f"Asked of {name} only (flags are never part of the score): {', '.join(flags)}")
    return page.text()


def interview(guide: InterviewGuide, *, width: int = _WIDTH, colour: bool = False) -> str:
    """An interview guide as text that ends with a newline."""
    page = Page(width, colour)
    page.line(page.styled(f"Interview guide: {guide.source or 'resume'} for {guide.profile_title}", "bold"))
    if not guide.questions:
        page.line("Every requirement is met and no flag is raised: ask what the candidate wants to ask.")
    number = 0
    for area, questions in guide.by_area():
        page.line()
        page.line(page.styled(area, "cyan"))
        for one in questions:
            number += 1
            page.paragraph(f"{number:>2}. {one.ask}", indent="    ", first="", style="bold")
            about = f"flag {one.id}" if one.about == "flag" else f"{one.label} (credit {one.credit:.2f})"
            page.paragraph(f"About {about}: {one.why}", indent="      ", first="    ", style="dim")
            for piece in one.evidence:
                page.paragraph(quoted(piece), indent="      ", first="    ", style="dim")
            page.paragraph(f"Listen for: {one.listen_for}", indent="      ", first="    ")
    return page.text()


def calibration(one: Calibration, *, width: int = _WIDTH, colour: bool = False) -> str:
    """Fitted weights as text that ends with a newline."""
    page = Page(width, colour)
    page.line(page.styled(f"Weights of {one.profile.title} fitted to {one.reports} outcomes", "bold"))
    page.line(
        f"Agreement with them, held out: {one.agreement_after:.3f}; of the profile's own weights:"
        f" {one.agreement_before:.3f} (standard error of the difference: {one.error:.3f}; 0.5 is chance)"
    )
    for doubt in one.warnings:
        page.paragraph(f"Warning: {doubt}{'' if doubt.endswith('?') else '.'}", style="yellow")
    page.line()
    page.line(page.styled("  before   after", "dim"))
    for row in one.weights:
        silent = "" if row.varies else "  (equal in all reports: the outcomes say nothing about it)"
        page.line(f"{row.before:>8.2f}{row.after:>8.2f}  {row.label}{silent}")
    return page.text()


def _heading(answer: WhatIf) -> str:
    if not answer.changes:
        return f"{supposed(answer)}: {points(answer.before)} % would stay as it is"
    return f"{supposed(answer)}: {raised(answer)}"


def _changes(page: Page, answer: WhatIf) -> None:
    for change in answer.changes:
        page.paragraph(
            f"+{points(change.points)}  {change.label}: {change.before:.2f} to {change.after:.2f} ({change.reason})",
            indent="          ", first="    ",
        )  # fmt: skip
    if not answer.changes:
        page.line("    no requirement would gain by it")


def _difference(page: Page, row: Difference) -> None:
    page.paragraph(row.label, indent=" " * 9, first=f"  {points(abs(row.points)):>5}  ")
    for credit, reason in ((row.credit_a, row.reason_a), (row.credit_b, row.reason_b)):
        page.paragraph(f"{credit:.2f}  {reason}", indent="               ", first="         ", style="dim")
