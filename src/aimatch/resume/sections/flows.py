"""Headings, and the two flows of text that a page with a sidebar holds: each goes on where the other ends."""

from __future__ import annotations

from dataclasses import dataclass

from aimatch.model import SectionKind
from aimatch.resume.sections.lines import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A line, or the front of one, that opens a section."""

    kind: SectionKind
    start: int
    body: int
    line: int
    #: A label whose words about learning or limits end with its line; then the section before it goes on.
    one_line: bool = False
    #: No heading, but the place where a column goes on that a sidebar interrupted, or the other way round.
    goes_on: str | None = None


def with_flows(found: list[Heading], lines: list[Line]) -> list[Heading]:
    """The headings, and the places where the main column goes on behind a sidebar, or a sidebar on its next page.

    Only a sidebar with a heading of its own parts anything; one without is a margin of the column beside it.
    """
    if not any(lines[heading.line].aside for heading in found):
        return found
    starts = {heading.line: heading for heading in found}
    last: dict[bool, Heading] = {}
    flows = []
    aside = False
    for number, line in enumerate(lines):
        switched = line.aside != aside
        if switched and line.aside:
            stop = next((at for at in range(number, len(lines)) if not lines[at].aside), len(lines))
            own = any(at in starts for at in range(number, stop))
            switched = own or (line.page_top and True in last)
            # A margin without a heading belongs to the column beside it.
            if not switched:
                continue
        aside = line.aside if switched else aside
        if number in starts:
            last[aside] = starts[number]
        elif switched:
            before = last.get(aside)
            kind, title = (before.kind, before.goes_on) if before else ("header", "")
            if before and title is None:
                title = lines[before.line].text[: before.body - before.start].strip().rstrip(":").strip()
            flows.append(Heading(kind=kind, start=line.start, body=line.start, line=number, goes_on=title or ""))
            last.setdefault(aside, flows[-1])
    return sorted(found + flows, key=lambda heading: heading.start)
