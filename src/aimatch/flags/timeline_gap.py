"""timeline-gap: more than a year between two jobs that nothing in the text explains."""

from __future__ import annotations

from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import Span, Stretch, gaps, name, widened

#: Months between two jobs that are not asked about: a year's search, a birth or a move is common and says nothing.
UNASKED_MONTHS = 12


def check(case: Case) -> Finding | None:
    """A gap between dated positions that no study, project or stated break covers."""
    resume, as_of = case.evidence.resume, case.evidence.as_of
    jobs = [
        known
        for position in resume.positions
        if (known := widened(position, as_of, by_year=position.precision != "month")) is not None
    ]
    if len(jobs) < 2:
        return None
    spans: list[Span] = [*resume.education, *resume.breaks, *resume.projects]
    explained = [known for span in spans if (known := widened(span, as_of, by_year=True)) is not None]
    # A break without dates may explain any gap; which one can't be told, so none is asked about.
    if any(one.start is None for one in resume.breaks):
        return None
    found = [gap for gap in gaps(jobs) if gap.months > UNASKED_MONTHS and _unexplained(gap, explained) > UNASKED_MONTHS]
    if not found:
        return None
    longest = max(found, key=lambda gap: gap.months)
    places = []
    for gap in found:
        for position in resume.positions:
            known = widened(position, as_of, by_year=position.precision != "month")
            if known is not None and (known.last + 1 == gap.first or known.first - 1 == gap.last):
                places.append(case.first_line(position))
    return Finding(
        message=f"What did the person do from {name(longest.first)} to {name(longest.last)} ({longest.months} months)? "
        "The resume does not say.",
        evidence=tuple(places),
    )


def _unexplained(gap: Stretch, explained: list[Stretch]) -> int:
    """The longest run of the gap's months that nothing covers."""
    edges = [Stretch(gap.first - 1, gap.first - 1), Stretch(gap.last + 1, gap.last + 1)]
    inside = [one for one in explained if one.last >= gap.first and one.first <= gap.last]
    return max((rest.months for rest in gaps([*edges, *inside])), default=0)


FLAG = Heuristic(
    id="timeline-gap",
    severity="info",
    title="A gap of more than a year",
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
