"""contradictory-claims: the total of years that the resume states is far from what its dates add up to, or a skill is denied
outright and told of."""

from __future__ import annotations

from collections.abc import Sequence

from aimatch.dates import covered_months, find_ranges
from aimatch.flags import telling
from aimatch.flags.denials import SENTENCES, denied_and_told
from aimatch.flags.heuristic import Case, Finding, Heuristic
from aimatch.flags.timeline import is_read_too_early
from aimatch.flags.whose_years import are_others
from aimatch.model import Position, SectionKind, StatedYears
from aimatch.resume.experience import paid_positions

#: Times the dated years that the stated total must reach: rounding and part-time work explain less.
TIMES = 2.0
#: Years that must lie between the two: half the careers' totals are rounded by one or two.
YEARS_BETWEEN = 3.0
#: Dated years from which earlier work is rightly left out: advisers recommend to show the last ten.
SHOWN_IN_FULL = 8.0
_YEAR = 12
_STUDY: frozenset[SectionKind] = frozenset({"education", "courses", "certifications", "awards"})


def check(case: Case) -> Finding | None:
    """A stated total far above the dates, or a skill that is denied and told of."""
    return _total(case) or denied_and_told(case)


def _total(case: Case) -> Finding | None:
    """A stated total of at least twice the dated years, in a resume whose positions all carry dates.

    A stated total *below* the dates is not asked about: it is an old text or a narrower count, and claims nothing.
    """
    resume = case.evidence.resume
    positions = paid_positions(resume)
    if not positions or any(one.start is None for one in positions) or is_read_too_early(case):
        return None
    dated = covered_months(positions, case.evidence.as_of) / _YEAR
    if dated >= SHOWN_IN_FULL:
        return None
    totals = [stated for stated in resume.stated_years if not stated.subject]
    for stated in totals:
        # What other dates cover may be work that was not made out as such; they are looked for where there is something to ask.
        if (
            _is_far(stated, dated)
            and not are_others(case.text, stated.start, stated.end)
            and _is_far(stated, _written(case, positions))
        ):
            return Finding(
                message=f"A total of {stated.years:g} years of experience is stated, and the dates of the positions add up to "
                f"{dated:.1f}. What makes up the rest?",
                evidence=(case.quote(stated.start, stated.end), *map(case.first_line, positions)),
            )
    return None


def _is_far(stated: StatedYears, dated: float) -> bool:
    return stated.years >= TIMES * dated and stated.years - dated >= YEARS_BETWEEN


def _written(case: Case, positions: Sequence[Position]) -> float:
    """The years that all spans of time in the text cover, those of study aside."""
    ranges = [
        one
        for one in find_ranges(case.text)
        if one.start is not None and telling.section_at(case.evidence.resume, one.text_start) not in _STUDY
    ]
    return covered_months([*positions, *ranges], case.evidence.as_of) / _YEAR


FLAG = Heuristic(
    id="contradictory-claims",
    severity="info",
    title="Claims that contradict each other",
    raised_when=(
        f"the stated total is at least {TIMES:g} times the dated years, and {YEARS_BETWEEN:g} years above them, and fewer than "
        f"{SHOWN_IN_FULL:g} years are dated; or a skill is denied without any limit and told of in {SENTENCES} sentences of jobs, or "
        "rated in years in a list of skills"
    ),
    reason="Where two statements disagree, one of them can't be relied upon.",
    source="Arithmetic on the dates as written, and the text beside itself; common screening practice",
    innocent_explanations=(
        "earlier or unrelated work is left out",
        "freelance work, study or unpaid work is counted",
        "a summary that was written for a group, or by an agency",
        "dates that a machine read wrongly",
        "a denial left over from an older text",
    ),
    check=check,
)
