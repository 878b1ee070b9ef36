"""future-dates: work that begins after the day of reading, or ends before it begins."""

from __future__ import annotations

from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import month, name

#: Months after the day of reading from which a start is asked about: a signed contract starts within a few.
UNASKED_MONTHS = 1


def check(case: Case) -> Finding | None:
    """A position with a start in the future that is told as held, or with an end before its start."""
    now = month(case.evidence.as_of)
    for position in case.evidence.resume.positions:
        if position.start is None:
            continue
        start = month(position.start)
        if position.end is not None and month(position.end) < start:
            return Finding(
                message=f"A position ends in {name(month(position.end))}, before it begins in {name(start)}. "
                "Which of the two dates is meant?",
                evidence=(case.first_line(position),),
            )
        if start > now + UNASKED_MONTHS:
            return Finding(
                message=f"A position begins in {name(start)}, after the day of reading. Is it held, or planned?",
                evidence=(case.first_line(position),),
            )
        if position.end is not None and month(position.end) > now + 12 and position.kind == "employment":
            return Finding(
                message=f"A position ends in {name(month(position.end))}, long after the day of reading. "
                "Is it a fixed term, or a slip?",
                evidence=(case.first_line(position),),
                severity="info",
            )
    return None


FLAG = Heuristic(
    id="future-dates",
    severity="caution",
    title="Dates that can't be",
    raised_when=(
        f"a position ends before it begins, begins more than {UNASKED_MONTHS} month after the day of reading, or ends more than a "
        "year after it (the last as information only)"
    ),
    reason="A job that has not begun, or that ended before it began, can't have been held as told.",
    source="Arithmetic on the dates as written",
    innocent_explanations=(
        "a slip in a digit, or day and month exchanged",
        "a signed contract that starts soon",
        "a fixed-term contract with a known end",
    ),
    check=check,
)
