"""future-dates: work that begins after the day of reading, or ends before it begins, and years that no calendar has."""

from __future__ import annotations

import re

from aimatch.dates.month_numbers import month_number
from aimatch.dates.points import find_points
from aimatch.dates.words import words
from aimatch.flags import telling
from aimatch.flags import words as flag_words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import name
from aimatch.wordlist import lowered

#: Months after the day of reading from which a start is asked about: a signed contract starts within a few.
UNASKED_MONTHS = 1
#: A digit too many: "May 20014", "August 17th 20004".
_TOO_LONG = re.compile(r"(?:19|20)(?<!\d..)\d{3}(?![\d.,]?\d)")
_BEFORE = re.compile(r"([^\W\d_]+)\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\Z")
_LONGEST_BEFORE = 24
#: Characters before a date in which the word stands that says that something was done on it ("obtained in").
_DONE_BEFORE = 16
_RANGE_BEFORE = re.compile(r"\d\s*[-–—/]\Z")
_YEAR = re.compile(r"(?<![\d.,$€£])20\d\d(?![\d.,]?\d)")


def check(case: Case) -> Finding | None:
    """A position with a start in the future that is told as held, or with an end before its start; a degree told as held with
    a date to come; an award won, or a thing done, on one; a year of five digits behind a month."""
    now = month_number(case.evidence.as_of)
    for position in case.evidence.resume.positions:
        if position.start is None:
            continue
        start = month_number(position.start)
        if position.end is not None and month_number(position.end) < start:
            return Finding(
                message=f"A position ends in {name(month_number(position.end))}, before it begins in {name(start)}. "
                "Which of the two dates is meant?",
                evidence=(case.first_line(position),),
            )
        if start > now + UNASKED_MONTHS:
            return Finding(
                message=f"A position begins in {name(start)}, after the day of reading. Is it held, or planned?",
                evidence=(case.first_line(position),),
            )
        if position.end is not None and month_number(position.end) > now + 12 and position.kind == "employment":
            return Finding(
                message=f"A position ends in {name(month_number(position.end))}, long after the day of reading. "
                "Is it a fixed term, or a slip?",
                evidence=(case.first_line(position),),
                severity="info",
            )
    return _degree_to_come(case, now) or _done_to_come(case, now) or _long_year(case)


def _degree_to_come(case: Case, now: int) -> Finding | None:
    """A degree that is said to be held, with a date still to come."""
    for one in case.evidence.resume.education:
        if one.end is None or one.expected or month_number(one.end) <= now + UNASKED_MONTHS:
            continue
        # "To be awarded in June" is told as to come, and no reader would ask.
        if flag_words.first(case.text, "planned", one.text_start, one.text_end):
            continue
        if flag_words.first(case.text, "degree_held", one.text_start, one.text_end):
            return Finding(
                message=f"A degree is told as held, and dated {name(month_number(one.end))}. Is it still to come, or is the date a slip?",
                evidence=(case.quote(one.text_start, one.text_end),),
            )
    return None


def _done_to_come(case: Case, now: int) -> Finding | None:
    """An award with a date to come, or anything of which the word before such a date says that it was done on it."""
    text = case.text
    if not any(int(year.group()) > case.evidence.as_of.year for year in _YEAR.finditer(text)):
        return None
    lower = lowered(text)
    for point in find_points(text, lower):
        if point.first <= now + UNASKED_MONTHS or not point.sure:
            continue
        start, end = telling.sentence(text, point.at)
        start = max(start, text.rfind("\n", start, point.at) + 1)
        if flag_words.first(text, "planned", start, end):
            continue
        done = flag_words.first(text, "degree_held", max(start, point.at - _DONE_BEFORE), point.at)
        told = done is not None and all(
            flag_words.is_whole(word, "on_a_date") for word in telling.WORD.findall(lower[done.end() : point.at])
        )
        dated = name(point.first) if point.precision != "year" else point.first // 12
        if told or (telling.section_at(case.evidence.resume, point.at) == "awards" and _is_apart(text, point.at)):
            return Finding(
                message=f"Something is told as done, and dated {dated}. Is it still to come, or is the date a slip?",
                evidence=(case.quote(start, max(point.to, end)),),
            )
    return None


def _is_apart(text: str, at: int) -> bool:
    """Whether a date stands by itself, behind a sign or "in": no part of a name ("Vision 2030"), no end of a range."""
    before = text[max(0, at - _DONE_BEFORE) : at].rstrip()
    return _RANGE_BEFORE.search(before) is None and (
        not before[-1:].isalnum() or before.endswith((" in", " im", " en"))
    )


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
        f"a position ends before it begins or begins more than {UNASKED_MONTHS} month after the day of reading, or a degree said to be "
        "held, an award or a thing told as done is dated in the future; as information only: a job ends more than a year after the "
        "day of reading, or a year has five digits"
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
