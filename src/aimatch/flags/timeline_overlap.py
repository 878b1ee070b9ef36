"""timeline-overlap: two full-time jobs at the same time, for longer than a change of jobs takes."""

from __future__ import annotations

from itertools import combinations

from aimatch.flags import words
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import stretch
from aimatch.model import Position

#: Months of overlap that a notice period, a hand-over or a rounded date explains.
UNASKED_MONTHS = 3
#: Dates in years only overlap by a year for most people who changed jobs within it.
UNASKED_MONTHS_OF_YEARS = 12


def check(case: Case) -> Finding | None:
    """Two positions of full employment at different employers that overlap."""
    resume = case.evidence.resume
    full = [
        position for position in resume.positions if position.kind == "employment" and not _part_time(case, position)
    ]
    for one, other in combinations(full, 2):
        if _same_employer(one, other) or _nested(one, other):
            continue
        a, b = (stretch(position, case.evidence.as_of) for position in (one, other))
        if a is None or b is None:
            continue
        shared = min(a.last, b.last) - max(a.first, b.first) + 1
        by_year = "month" not in (one.precision, other.precision)
        if shared > (UNASKED_MONTHS_OF_YEARS if by_year else UNASKED_MONTHS):
            return Finding(
                message=f"Two full-time positions overlap by {shared} months: {one.title or one.employer} and "
                f"{other.title or other.employer}. How were they held together?",
                evidence=(case.first_line(one), case.first_line(other)),
            )
    return None


def _part_time(case: Case, position: Position) -> bool:
    heading = case.text[position.text_start : min(position.text_end, position.text_start + 240)]
    return words.first(heading, "side_work") is not None


def _same_employer(one: Position, other: Position) -> bool:
    a, b = one.employer.lower().strip(" .,"), other.employer.lower().strip(" .,")
    # Without an employer's name nothing tells that they are two.
    return not a or not b or a in b or b in a


def _nested(one: Position, other: Position) -> bool:
    return (one.text_start <= other.text_start and other.text_end <= one.text_end) or (
        other.text_start <= one.text_start and one.text_end <= other.text_end
    )


FLAG = Heuristic(
    id="timeline-overlap",
    severity="caution",
    title="Two full-time jobs at once",
    reason="Dates that can't both be full-time work may be mistaken, or tell of something the resume leaves out.",
    source="Common screening practice; checked against the dates alone",
    innocent_explanations=(
        "one of the two was part-time, freelance or advisory without saying so",
        "a company was bought or renamed, so that one job stands twice",
        "a consultant's client stands beside the employer",
        "a slip in a date",
    ),
    check=check,
)
