"""future-dates: work that begins after the day of reading, or ends before it begins, and years that no calendar has."""

from __future__ import annotations

import re

from aimatch.dates.words import words
from aimatch.flags import words as flag_words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import month, name

#: Months after the day of reading from which a start is asked about: a signed contract starts within a few.
UNASKED_MONTHS = 1
#: A digit too many: "May 20014", "August 17th 20004".
_TOO_LONG = re.compile(r"(?<!\d)(?:19|20)\d{3}(?![\d.,]?\d)")
_BEFORE = re.compile(r"([^\W\d_]+)\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\Z")
_LONGEST_BEFORE = 24


def check(case: Case) -> Finding | None:
    """A position with a start in the future that is told as held, or with an end before its start; a degree told as held with
    a date to come; a year of five digits behind a month."""
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
    return _degree_to_come(case, now) or _long_year(case)


def _degree_to_come(case: Case, now: int) -> Finding | None:
    """A degree that is said to be held, with a date still to come."""
    for one in case.evidence.resume.education:
        if one.end is None or one.expected or month(one.end) <= now + UNASKED_MONTHS:
            continue
        if flag_words.first(case.text, "degree_held", one.text_start, one.text_end):
            return Finding(
                message=f"A degree is told as held, and dated {name(month(one.end))}. Is it still to come, or is the date a slip?",
                evidence=(case.quote(one.text_start, one.text_end),),
            )
    return None


def _long_year(case: Case) -> Finding | None:
    for year in _TOO_LONG.finditer(case.text):
        before = _BEFORE.search(case.text, max(0, year.start() - _LONGEST_BEFORE), year.start())
        if before and before.group(1).lower() in words().months:
            date = " ".join(case.text[before.start() : year.end()].split())
            return Finding(
                message=f"A date reads {date}. Which year is meant?",
                evidence=(case.quote(before.start(), year.end()),),
                severity="info",
            )
    return None


FLAG = Heuristic(
    id="future-dates",
    severity="caution",
    title="Dates that can't be",
    raised_when=(
        f"a position ends before it begins, begins more than {UNASKED_MONTHS} month after the day of reading, or ends more than a "
        "year after it, a degree said to be held is dated in the future, or a year has five digits (the last two as information only)"
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
