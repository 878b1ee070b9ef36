"""Rates by group, their ratio to the most selected group, and what may be concluded from it.

The rules, each with its source:

- **Four fifths.** A rate below four fifths of that of the group with the highest is generally taken as evidence of adverse
  impact; a smaller difference may be adverse where it is significant, and a greater one may not be where it rests on small
  numbers and is not significant (Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4 D).
- **One person.** Where the selection of one other person would have given the group the higher rate of the two, nothing is
  concluded (Questions and Answers on the Uniform Guidelines, 44 FR 11996, 1979, question 21).
- **Too few.** A group below two per cent of those counted may be left out of the ratios, with its numbers told (Rules of the
  City of New York, 6 RCNY 5-301; 29 CFR 1607.15 A also asks for no determination below two per cent). So is one of fewer
  than five people: of them one is more than the fifth that the rule turns on. Neither is judged, nor compared with.
- **Chance.** Fisher's exact test of the two groups, two-sided, at 5 %; nothing is adjusted for the number of groups.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

#: The share of the highest rate below which one is judged; a fraction, so that four fifths exactly is not below it.
FOUR_FIFTHS = Fraction(4, 5)
SIGNIFICANT = 0.05
#: People below which a group is too small: one of four is a quarter of it.
SMALLEST = 5
#: The share of those counted below which it is.
SMALLEST_SHARE = 0.02

Measure = Literal["selection", "scoring"]
Finding = Literal["most-selected", "met", "significant", "below", "chance", "one-person", "too-few", "none-selected"]

#: What each finding says.
FINDINGS: dict[Finding, str] = {
    "most-selected": "the group that others are compared with",
    "met": "at least four fifths",
    "significant": "at least four fifths, yet no chance (p < .05): may be adverse all the same",
    "below": "below four fifths, and no chance (p < .05): evidence of adverse impact",
    "chance": "below four fifths; may be chance, so not judged",
    "one-person": "below four fifths; one other person selected would turn it, so not judged",
    "too-few": "too few people to judge",
    "none-selected": "nothing to compare with",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRate:
    """One group of a column of groups.

    Attributes:
        group: Its name as the user's table writes it.
        people: How many were counted; ``selected`` how many of them were selected, or scored above the median.
        failed: How many more could not be scored, and so are not among ``people``.
        rate: The share of the people who were selected.
        ratio: The impact ratio, ``rate`` over that of the most selected group; ``None`` where that is 0 or there is none.
        low: The bounds of the ratio's 95 % interval (Katz, 1978), ``low`` and ``high``; ``None`` where there is no finite one.
        p: The probability of a difference as large by chance (Fisher's exact test, two-sided).
        finding: What may be concluded, an id of ``FINDINGS``.
    """

    group: str
    people: int
    selected: int
    failed: int
    rate: float
    ratio: float | None
    low: float | None
    high: float | None
    p: float | None
    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTable:
    """The rates of one column of groups, or of two crossed.

    Attributes:
        measure: ``selection`` (who was selected) or ``scoring`` (whose coverage lies above the median of all).
        by: The column, or the two columns.
        groups: One row a group, the highest rate first.
        without_group: How many counted rows the user's table gives no group.
    """

    measure: Measure
    by: tuple[str, ...]
    groups: tuple[GroupRate, ...]
    without_group: int


def rated(
    groups: Sequence[str], outcomes: Sequence[bool | None], failed: Sequence[bool], *, smallest: int = SMALLEST
) -> tuple[GroupRate, ...]:
    """The rates of groups, one entry a person: the group's name ("" for none), the outcome (``None``: not counted), and whether
    the file could not be scored."""
    people = Counter(name for name, one in zip(groups, outcomes, strict=True) if name and one is not None)
    selected = Counter(name for name, one in zip(groups, outcomes, strict=True) if name and one)
    lost = Counter(
        name for name, one, bad in zip(groups, outcomes, failed, strict=True) if name and bad and one is None
    )
    total = sum(people.values())
    few = {name for name, count in people.items() if count < smallest or count < SMALLEST_SHARE * total}
    rates = {name: selected[name] / count for name, count in people.items()}
    # Of equal rates the larger group: a comparison with it says more.
    best = min(people.keys() - few, key=lambda name: (-rates[name], -people[name], name), default=None)
    found = [
        _compared(name, people, selected, lost[name], best, few=name in few)
        for name in sorted(people, key=lambda name: (-rates[name], name))
    ]
    gone = [name for name in sorted(lost) if name not in people]
    return (*found, *(_unseen(name, lost[name]) for name in gone))


def _unseen(name: str, lost: int) -> GroupRate:
    """A group of which nobody could be scored."""
    return GroupRate(
        group=name, people=0, selected=0, failed=lost, rate=0.0, ratio=None, low=None, high=None, p=None,
        finding="too-few",
    )  # fmt: skip


def _compared(
    name: str, people: Counter[str], selected: Counter[str], lost: int, best: str | None, *, few: bool
) -> GroupRate:
    ratio = low = high = p = None
    if best is not None and selected[best]:
        ratio, low, high, p = _against((selected[name], people[name]), (selected[best], people[best]))
    if name == best:
        low = high = p = None
    return GroupRate(
        group=name,
        people=people[name],
        selected=selected[name],
        failed=lost,
        rate=selected[name] / people[name],
        ratio=ratio,
        low=low,
        high=high,
        p=p,
        finding=_finding(name, people, selected, best, ratio, p, few=few),
    )


def _against(own: tuple[int, int], best: tuple[int, int]) -> tuple[float, float | None, float | None, float]:
    """The ratio of the rate ``own`` to ``best`` (each selected, people), its interval, and the exact test."""
    from scipy.stats import fisher_exact
    from scipy.stats.contingency import relative_risk

    risk = relative_risk(*own, *best)
    interval = risk.confidence_interval(0.95)
    table = [[one[0], one[1] - one[0]] for one in (own, best)]
    p = float(fisher_exact(table, alternative="two-sided").pvalue)
    return float(risk.relative_risk), _finite(interval.low), _finite(interval.high), p


def _finite(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _finding(
    name: str,
    people: Counter[str],
    selected: Counter[str],
    best: str | None,
    ratio: float | None,
    p: float | None,
    *,
    few: bool,
) -> Finding:
    if few:
        return "too-few"
    if best is None or ratio is None:
        return "none-selected"
    if name == best:
        return "most-selected"
    significant = p is not None and p < SIGNIFICANT
    if selected[name] * people[best] >= FOUR_FIFTHS * selected[best] * people[name]:
        return "significant" if significant else "met"
    if (selected[name] + 1) * people[best] > (selected[best] - 1) * people[name]:
        return "one-person"
    return "below" if significant else "chance"


def crossed(one: Iterable[str], other: Iterable[str]) -> list[str]:
    """The names of two columns' groups crossed; "" where either has none."""
    return [f"{a} × {b}" if a and b else "" for a, b in zip(one, other, strict=True)]
