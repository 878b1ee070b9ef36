"""Times away from work that a resume explains: parental leave, study, illness, care, service, travel."""

from __future__ import annotations

from aimatch.model import Break
from aimatch.resume.entries import Dated, Role
from aimatch.resume.rules.time_away import time_away
from aimatch.resume.sections.lines import Line


def find_breaks(lines: list[Line], entries: list[tuple[Dated, Role]]) -> tuple[Break, ...]:
    """The explained breaks, in order of place: dated lines that name a reason."""
    known = time_away()
    found = {}
    for dated, role in entries:
        reason = known.reason(lines[dated.line].text) if role in {"break", "none"} else None
        if role == "break" and reason is None:
            below = lines[dated.last_line + 1 : dated.last_line + 2]  # "Break. 2022 - 2024" above what it was for
            reason = next((told for line in below if (told := known.reason(line.text))), known.named(dated.rest))
        # The first of several dates of a line is the break's: "2019 to 2025: parental leave; in 2023 a course".
        if reason and dated.line not in found:
            found[dated.line] = Break(
                reason=reason,
                start=dated.span.start,
                end=dated.span.end,
                text_start=lines[dated.line].start,
                text_end=lines[dated.last_line].end,
            )
    return tuple(found[line] for line in sorted(found))
