"""Plain text for the terminal: rates by group as tables, and what swaps have moved."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from aimatch.audit.rates import FINDINGS, Finding, GroupRate, RateTable
from aimatch.outputs.text import Page
from aimatch.outputs.wording import file_name, one_line, percent

if TYPE_CHECKING:
    from aimatch.audit.ratios import ImpactRatios
    from aimatch.audit.swaps import Moved, Swap, SwapAudit

_STYLES: dict[Finding, str] = {"below": "red", "significant": "yellow", "chance": "yellow", "one-person": "yellow"}
_MEASURES = {"selection": "Selection rates", "scoring": "Scoring rates (above the median coverage)"}
#: So many files are named that one of the two tables lacks; so many replacements and numbers of one swap are shown.
_MOST_FILES, _MOST_REPLACED, _MOST_MOVED = 5, 6, 12
#: The narrowest terminal that a table is drawn for.
_NARROWEST = 72


def ratios(found: ImpactRatios, *, width: int = 100, colour: bool = False) -> str:
    """Impact ratios as text that ends with a newline."""
    width = max(_NARROWEST, width)
    page = Page(width, colour)
    failed = f", {found.failed} of them could not be scored" if found.failed else ""
    page.line(page.styled(f"Impact ratios of {_counted(found.files, 'file')}{failed}", "bold"))
    if found.selection:
        undecided = f"; {found.undecided} without a decision are not counted" if found.undecided else ""
        page.paragraph(f"Selected: {found.selection}{undecided}.")
    if found.median is not None:
        page.paragraph(f"Median coverage: {found.median:.4f}.")
    page.paragraph("The groups are those of your table; aimatch guesses nobody's.")
    if found.unknown:
        named = ", ".join(map(file_name, found.unknown[:_MOST_FILES]))
        more = f" and {len(found.unknown) - _MOST_FILES} more" if len(found.unknown) > _MOST_FILES else ""
        page.paragraph(
            f"Not in the results, and so not counted: {len(found.unknown)} of your table ({named}{more}).",
            style="yellow",
        )
    for note in found.notes:
        page.paragraph(f"Note: {note}{'' if note.endswith('?') else '.'}", indent="  ", first="", style="yellow")
    parts = [page.text()]
    for one in found.tables:
        parts.append(_drawn(one, width, colour))
    page = Page(width, colour)
    page.line()
    shown = dict.fromkeys(row.finding for one in found.tables for row in one.groups)
    for finding in FINDINGS:
        if finding in shown and finding not in ("met", "most-selected"):
            page.paragraph(f"{finding}: {FINDINGS[finding]}", indent="    ", first="", style="dim")
    page.paragraph(
        "ratio: to the most selected group, with its 95 % interval; p: Fisher's exact test. Four fifths: 29 CFR 1607.4 D;"
        " scoring rates: 6 RCNY 5-300. docs/fairness.md says what these can't show.",
        style="dim",
    )
    return "".join([*parts, page.text()])


def _drawn(one: RateTable, width: int, colour: bool) -> str:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    lost = f"; {one.without_group} without a group are not counted" if one.without_group else ""
    title = Page(width, colour)
    title.line()
    title.line(title.styled(f"{_MEASURES[one.measure]} by {' × '.join(one.by)}{lost}", "bold"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    chosen = "selected" if one.measure == "selection" else "above"
    table.add_column("group", overflow="fold")
    for name in ("people", chosen, "rate", "ratio", "95 %", "p"):
        table.add_column(name, justify="right", no_wrap=True)
    failed = any(row.failed for row in one.groups)
    if failed:
        table.add_column("failed", justify="right", no_wrap=True)
    table.add_column("finding", no_wrap=True)
    for row in one.groups:
        cells = [*_cells(row), *([str(row.failed or "")] if failed else [])]
        # Names are the user's own words, never the markup of a terminal.
        table.add_row(Text(file_name(row.group)), *cells, Text(row.finding, style=_STYLES.get(row.finding, "")))
    out = io.StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, no_color=not colour, color_system="standard" if colour else None,
        highlight=False,
    )  # fmt: skip
    console.print(table)
    drawn = [line.rstrip() for line in out.getvalue().split("\n")]
    return title.text() + "\n".join(line for line in drawn if line) + "\n"


def _cells(row: GroupRate) -> list[str]:
    interval = ""
    if row.p is not None:
        low, high = (f"{value:.2f}" if value is not None else "?" for value in (row.low, row.high))
        interval = f"{low} to {high}"
    return [
        str(row.people),
        str(row.selected),
        percent(row.rate) if row.people else "",
        "" if row.ratio is None else f"{row.ratio:.2f}",
        interval,
        "" if row.p is None else f"{row.p:.3f}" if row.p >= 0.001 else "<.001",
    ]


def swaps(audits: Iterable[SwapAudit], *, width: int = 100, colour: bool = False) -> str:
    """Audits of swaps as text that ends with a newline."""
    page = Page(max(_NARROWEST, width), colour)
    listed = list(audits)
    for number, one in enumerate(listed):
        if number:
            page.line()
        title = f"{file_name(one.source or 'resume')} for {one.profile_title}: coverage {percent(one.coverage)}"
        page.line(page.styled(title, "bold"))
        kinds: dict[str, list[Swap]] = {}
        for swap in one.swaps:
            kinds.setdefault(swap.kind, []).append(swap)
        for kind, several in kinds.items():
            _kind(page, kind, several)
        for kind, why in one.not_made:
            page.paragraph(f"{kind:<9} not made: {why}", indent=" " * 12, first="  ", style="dim")
    moved = sum(not one.identical for one in listed)
    made = Counter(swap.kind for one in listed for swap in one.swaps)
    page.line()
    told = ", ".join(f"{count} of {kind}" for kind, count in made.items()) or "none could be made"
    if moved:
        verdict = f"Swaps moved numbers of {moved} of {_counted(len(listed), 'resume')}"
        page.paragraph(
            f"{verdict} ({told}). Each is a defect of aimatch, or words that are no name: please report it.",
            style="red",
        )
    else:
        page.paragraph(f"No swap moved any number of {_counted(len(listed), 'resume')} ({told}).", style="green")
    return page.text()


def _kind(page: Page, kind: str, several: Sequence[Swap]) -> None:
    first = several[0]
    shown = [f"{one_line(each.quote, 40)!r} to {one_line(each.by, 40)!r}" if each.by else each.quote
             for each in first.replacements[:_MOST_REPLACED]]  # fmt: skip
    if kind == "all":
        shown = [first.into]
    more = (
        f" and {len(first.replacements) - len(shown)} more"
        if kind != "all" and len(first.replacements) > len(shown)
        else ""
    )
    times = "" if len(several) == 1 else f"; {len(several)} ways in all"
    moved = [one for one in several if one.moved]
    verdict = f"{len(moved)} of {len(several)} moved numbers" if moved else "identical"
    page.paragraph(f"{kind:<9} {verdict}: {', '.join(shown)}{more}{times}", indent=" " * 12, first="  ",
                   style="red" if moved else "")  # fmt: skip
    for one in moved:
        page.paragraph(f"with {one.into}:", indent=" " * 12, first=" " * 12)
        for row in one.moved[:_MOST_MOVED]:
            _moved(page, row)
        if len(one.moved) > _MOST_MOVED:
            page.line(f"{'':14}and {len(one.moved) - _MOST_MOVED} more")


def _moved(page: Page, row: Moved) -> None:
    what = row.label if row.label == row.number or not row.id else f"{row.number} {row.label}"
    page.paragraph(f"{what}: {row.before} became {row.after}", indent=" " * 16, first=" " * 14)
    for said, quotes in (("no more", row.lost), ("new", row.gained)):
        for quote in quotes:
            page.paragraph(f"{said}: “{one_line(quote)}”", indent=" " * 18, first=" " * 16, style="dim")


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' * (number != 1)}"
