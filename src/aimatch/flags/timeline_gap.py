"""timeline-gap: a year or more between two jobs that nothing in the text explains."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aimatch.dates import MONTH_OF_A_YEAR_ENDED, Dated, month_number
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import Stretch, gaps, name, widened
from aimatch.model import Education, Position, Resume
from aimatch.resume.rules.time_away import time_away

#: Whole months without a job from which on it is asked: a shorter search, a birth or a move is common and says nothing. From
#: the last month written to the next these are 13 ("07/2019 to 08/2020"), and of years a whole one ("2013 - 2015, 2017 - 2023").
ASKED_MONTHS = 12
#: Words up to which a line that names a break is about the break: longer ones tell of work ("cared for patients with ...").
BREAK_WORDS = 10
#: Months behind a gap in which a degree may end that was studied for in it: the next job is often found before the exam.
STUDY_ENDS_LATER = 12
#: Months before its end that a degree of which only the end is written may have been studied for: a doctorate beside work.
LONGEST_STUDY = 96
#: Years of a gap that lines outside of the positions name, from which a job was left out and not interrupted: "Supervisor of
#: the year 2010, 2011", "Sushi course 2009". One or two may be a school's or a product's.
YEARS_TOLD_OF = 3
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def check(case: Case) -> Finding | None:
    """A gap between dated positions that no study, project or stated break covers.

    None is asked about where a position or a named break carries no date: it may lie in any gap. Volunteering, board seats and
    part-time work fill gaps like any other position.
    """
    resume, as_of = case.evidence.resume, case.evidence.as_of
    by_year = _dated_by_year(resume.positions)
    of_januaries = [one for one in resume.positions if _is_of_januaries(one)]
    if len(of_januaries) == 1:  # a chance
        of_januaries = []
    spans = [
        (one, widened(one, as_of, by_year=by_year or one.precision != "month" or one in of_januaries))
        for one in resume.positions
    ]
    jobs = [(one, span) for one, span in spans if span is not None]
    # A position without a span has no start, or ends before it begins: future-dates asks about that.
    if len(jobs) < max(2, len(spans)):
        return None
    told: list[Dated] = [*resume.education, *resume.breaks, *resume.projects]
    explained = [known for span in told if (known := widened(span, as_of, by_year=True)) is not None]
    # How long a job lasted of which one date is written is not known, so nothing is known of what follows it.
    open_ended = {span.last for one, span in jobs if _has_one_date(case.text, one)}
    found: list[tuple[Stretch, Stretch]] = []  # gaps, and what of each is unexplained
    for gap in gaps(span for _, span in jobs):
        rest = _unexplained(gap, [*explained, *_studied(gap, resume.education)])
        if gap.first - 1 not in open_ended and rest is not None and rest.months >= ASKED_MONTHS:
            found.append((gap, rest))
    if not found or _names_a_break(case.text):
        return None
    years = _years_told_of(resume)
    found = [
        (gap, rest)
        for gap, rest in found
        if sum(gap.first <= 12 * year + 11 and 12 * year <= gap.last for year in years) < YEARS_TOLD_OF
    ]
    if not found:
        return None
    longest = max((rest for _, rest in found), key=lambda rest: rest.months)
    edges = {edge for gap, _ in found for edge in (gap.first - 1, gap.last + 1)}
    return Finding(
        message=f"What did the person do from {name(longest.first)} to {name(longest.last)} ({longest.months} months)? "
        "The resume does not say.",
        evidence=tuple(case.first_line(one) for one, span in jobs if not edges.isdisjoint((span.first, span.last))),
    )


def _years_told_of(resume: Resume) -> set[int]:
    """The years named outside of the positions, and not in a product's name ("Windows 2008")."""
    taken = [(one.text_start, one.text_end) for one in resume.positions]
    taken += [(one.start, one.end) for one in resume.mentions]
    return {
        int(match.group())
        for match in _YEAR.finditer(resume.document.text)
        if not any(start <= match.start() < end for start, end in taken)
    }


def _names_a_break(text: str) -> bool:
    """Whether a short line names a time away from work without saying when: it may explain any gap."""
    return any(
        len(line.split()) <= BREAK_WORDS and not _DIGIT.search(line) and time_away().reason(line)
        for line in text.splitlines()
    )


def _has_one_date(text: str, position: Position) -> bool:
    """Whether a position begins and ends in one month since no other date is written."""
    start = position.start
    if start is None or start != position.end:
        return False
    return text.count(str(start.year), position.text_start, position.text_end) < 2


def _dated_by_year(positions: tuple[Position, ...]) -> bool:
    """Whether all dates are Januaries: a form that asks for a month makes people choose the first."""
    days = [day for one in positions for day in (one.start, one.end) if day is not None]
    return len(days) > 2 and all(day.month == 1 for day in days)


def _is_of_januaries(position: Position) -> bool:
    """Whether a position of some length begins and ends in January, as years do that a form made months of."""
    start, end = position.start, position.end
    return start is not None and end is not None and start < end and start.month == end.month == 1


def _studied(gap: Stretch, education: tuple[Education, ...]) -> Iterator[Stretch]:
    """What the degrees explain of which only the end is written: the years of study up to it, within the gap, also where it was
    taken soon after."""
    for one in education:
        if one.level in (None, "none") or one.start is not None or one.end is None:
            continue
        end = month_number(one.end)
        if one.end.month == MONTH_OF_A_YEAR_ENDED:
            end = one.end.year * 12 + 11  # perhaps no more than the year is written
        if gap.first <= end <= gap.last + STUDY_ENDS_LATER:
            yield Stretch(max(gap.first, end - LONGEST_STUDY + 1), end)


def _unexplained(gap: Stretch, explained: list[Stretch]) -> Stretch | None:
    """The longest run of the gap's months that nothing covers."""
    edges = [Stretch(gap.first - 1, gap.first - 1), Stretch(gap.last + 1, gap.last + 1)]
    inside = [one for one in explained if one.last >= gap.first and one.first <= gap.last]
    return max(gaps([*edges, *inside]), key=lambda rest: rest.months, default=None)


FLAG = Heuristic(
    id="timeline-gap",
    severity="info",
    title="A gap of a year or more",
    raised_when=(
        f"{ASKED_MONTHS} whole months or more lie between a dated job and the next, and no dated study, project, break or side work "
        f"explains them, nor do lines outside of the jobs name {YEARS_TOLD_OF} years of them, as those of awards and courses may"
    ),
    reason="A long time without work or study may hold what the role needs to know, or nothing at all.",
    source="Literature on resume screening: gaps are asked about, yet predict performance poorly",
    innocent_explanations=(
        "care for a child or a relative",
        "illness or recovery",
        "study or work that the resume leaves out as unrelated",
        "a search in a weak labour market, a move to another country, or a permit to wait for",
    ),
    check=check,
)
