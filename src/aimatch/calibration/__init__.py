"""Weights fitted to one's own outcomes: how candidates did, as interviewers' ratings or as hired and not hired.

The coverage stays what it is, a weighted mean of credits; only the weights move, and they stay near the profile's:

.. math:: \\min_{b,\\,s \\ge 0,\\,m \\ge 0} \\; \\sum_k \\Bigl(y_k - b - \\sum_i w_i m_i c_{ki}\\Bigr)^2
          + \\lambda \\sum_i (m_i - s)^2

with the profile's weights :math:`w_i`, the credits :math:`c_{ki}` and the outcomes :math:`y_k` of the reports. The
fitted weights are :math:`w_i m_i`: none is negative, and the penalty draws their proportions to the profile's, the more
the larger :math:`\\lambda` is. It is chosen by cross-validation, as the largest one within a standard error of the best,
:math:`\\infty` (the profile's own weights) among them. Outcomes of two values are fitted the same way: least squares on
0 and 1 finds the direction of Fisher's linear discriminant.

What past decisions preferred, weights fitted to them prefer too. Look at what is rewarded (the table of weights) and at
whom it concerns before using them.
"""

from __future__ import annotations

import math
import warnings
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, TypeGuard

from aimatch.errors import CalibrationError, CalibrationWarning
from aimatch.profile import Profile
from aimatch.report import Failure, Report

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from aimatch.calibration.fitting import Fit, Tested

__all__ = ["Calibration", "WeightChange", "fit_weights"]

#: With fewer reports nothing can be held out to test on.
FEWEST = 10
#: With fewer reports, or fewer of the rarer of two outcomes, an agreement is known too badly to rely on: its standard
#: error is about 0.06 at 30 ratings, and of two outcomes about ten of each are the usual least.
FEW, FEW_OF_TWO = 30, 10
_DECIMALS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightChange:
    """One requirement's weight (by its ``id`` and ``label``): ``before`` and ``after``, on the scale of the profile.

    ``varies``: whether its credit differs between the reports; where it doesn't, the outcomes say nothing about it.
    """

    id: str
    label: str
    before: float
    after: float
    varies: bool


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Calibration:
    """Weights fitted to outcomes.

    Attributes:
        profile: The profile with the fitted weights, their sum as before, and a version of its own.
        reports: How many reports it was fitted to; ``binary``: whether the outcomes have two values.
        agreement_before: The agreement of the profile's own weights with the outcomes (0..1): of the pairs of reports
            with different outcomes, the share that the coverage puts in the same order, a tie counting half. 0.5 is
            chance; for outcomes of two values it is the area under the ROC curve.
        agreement_after: The same for fitted weights, each report held out of the fit that scores it (5 folds, the mean
            of 4 divisions).
        error: The standard error of their difference (jackknife over the reports).
        shrinkage: The chosen penalty, as a multiple of the mean energy of a column; ``inf``: the profile's own weights.
        weights: One row a requirement, the largest change first.
        warnings: Why the data can't carry the fit; empty where nothing speaks against it.
    """

    profile: Profile
    reports: int
    binary: bool
    agreement_before: float
    agreement_after: float
    error: float
    shrinkage: float
    weights: tuple[WeightChange, ...]
    warnings: tuple[str, ...]

    def __repr__(self) -> str:
        return (
            f"<Calibration of {self.profile.id} on {self.reports} outcomes: agreement {self.agreement_before:.3f} becomes"
            f" {self.agreement_after:.3f}, {len(self.warnings)} warnings>"
        )

    @property
    def gain(self) -> float:
        """How much better the fitted weights agree on reports that they were not fitted to (-1..1)."""
        return self.agreement_after - self.agreement_before

    @property
    def reliable(self) -> bool:
        """Whether nothing speaks against using the fitted weights."""
        return not self.warnings

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON types, in the order of the attributes; the profile as ``load_profile`` takes it."""
        from aimatch.outputs import json

        content = json.answer_to_dict(self, gain=self.gain, reliable=self.reliable)
        content["profile"] = json.profile_to_dict(self.profile)
        # JSON has no infinity.
        content["shrinkage"] = None if math.isinf(self.shrinkage) else self.shrinkage
        return content

    def to_text(self, *, width: int = 100, colour: bool = False) -> str:
        """The figures for the terminal; ``width`` (columns) and ``colour`` as it has them."""
        from aimatch.outputs import answers

        return answers.calibration(self, width=width, colour=colour)

    def to_frame(self) -> pd.DataFrame:
        """One row a requirement: ``id``, ``label``, ``before``, ``after``, ``varies``."""
        from aimatch.outputs import table

        return table.records_frame(self.weights, WeightChange)

    def _repr_html_(self) -> str:
        from aimatch.outputs import html

        return html.render_answer("calibration.html", answer=self)


def fit_weights(
    reports: Iterable[Report], outcomes: Sequence[float] | Mapping[str, float] | pd.Series[Any]
) -> Calibration:
    """Fit a profile's weights to how candidates turned out.

    Args:
        reports: Reports made with one profile, at least ten.
        outcomes: One number a report, in their order, larger being better (ratings of any scale, or 0 and 1, False and
            True); or a mapping from the reports' ``source``, as is a Series whose index holds names. Reports that the
            mapping lacks are left out.

    Returns:
        The profile with the fitted weights and the figures to judge it by. Where the data can't carry the fit,
        ``warnings`` says why, and a ``CalibrationWarning`` is issued.

    Raises:
        CalibrationError: The reports or the outcomes can't be used; lists every problem.
        TypeError: ``reports`` holds what is neither a ``Report`` nor a ``Failure``, or ``outcomes`` is no collection.
    """
    import numpy as np

    from aimatch.calibration import fitting

    used, results = _paired(tuple(reports), outcomes)
    profile = used[0].role
    before = np.array([row.weight for row in profile.requirements])
    credits = np.array([[row.credit for row in report.requirements] for report in used])
    outcome = np.array(results)
    # The weights don't depend on the scale of the outcomes; on 0..1 no scale is too large to compute with.
    outcome = outcome / np.abs(outcome).max()
    outcome = (outcome - outcome.min()) / np.ptp(outcome)
    binary = len(set(results)) == 2
    fit = fitting.fit(credits, before / before.sum(), outcome, binary=binary)
    tested = fitting.cross_validated(credits, before / before.sum(), outcome, binary=binary)
    after = np.round(fit.weights * before.sum(), _DECIMALS)
    varies = np.ptp(credits, axis=0) > 0
    found = _doubts(outcome, tested, fit, binary=binary)
    for doubt in found:
        warnings.warn(doubt, CalibrationWarning, stacklevel=2)
    return Calibration(
        profile=_weighted(profile, after, len(used)),
        reports=len(used),
        binary=binary,
        agreement_before=tested.before,
        agreement_after=tested.after,
        error=tested.error,
        shrinkage=fit.shrinkage,
        weights=_changes(profile, after, varies),
        warnings=found,
    )


def _paired(
    reports: tuple[Report, ...], outcomes: Sequence[float] | Mapping[str, float] | pd.Series[Any]
) -> tuple[tuple[Report, ...], list[float]]:
    """The reports that have an outcome, and the outcomes; everything that is wrong with them at once."""
    _check_types(reports, outcomes)
    problems = []
    named = [report.source or f"report {number}" for number, report in enumerate(reports)]
    given: list[Any]
    if _is_named(outcomes):
        outcomes = {str(name): value for name, value in outcomes.items()}
    if isinstance(outcomes, Mapping):
        twice = [name for name, count in Counter(named).items() if count > 1 and name in outcomes]
        problems += [f"{name}: is the source of several reports; give the outcomes in their order" for name in twice]
        unknown = [str(name) for name in outcomes if name not in set(named)]
        problems += [f"{name}: has an outcome and no report" for name in unknown]
        kept = [number for number, name in enumerate(named) if name in outcomes]
        given = [outcomes[named[number]] for number in kept]
    else:
        given = list(outcomes)
        kept = list(range(min(len(given), len(reports))))
        if len(given) != len(reports):
            problems.append(f"{len(reports)} reports and {len(given)} outcomes; give one outcome for each report")
    used = tuple(reports[number] for number in kept)
    results = []
    for number, value in zip(kept, given, strict=False):
        try:
            results.append(float(value))
        except (TypeError, ValueError):
            results.append(math.nan)
        if not math.isfinite(results[-1]):
            problems.append(f"{named[number]}: its outcome is {value!r}, not a number")
    if len(used) < FEWEST:
        problems.append(f"{len(used)} reports with an outcome are too few; at least {FEWEST} are needed")
    elif len(set(results)) < 2:
        problems.append("all outcomes are equal, so there is nothing to fit to")
    for number in kept[1:]:
        if reports[number].role.requirements != used[0].role.requirements:
            problems.append(f"{named[number]}: was made with other requirements or weights; score all with one profile")
    if problems:
        raise CalibrationError("the weights can't be fitted", problems)
    return used, results


def _is_named(outcomes: object) -> TypeGuard[pd.Series[Any]]:
    """Whether outcomes are a Series whose index names the reports, and does not only count them."""
    index = getattr(outcomes, "index", None)
    return not callable(index) and index is not None and len(index) > 0 and all(isinstance(one, str) for one in index)


def _check_types(reports: tuple[object, ...], outcomes: object) -> None:
    # A batch yields both, and the failures are easily forgotten.
    if failed := [one.source for one in reports if isinstance(one, Failure)]:
        problems = [f"{name}: is no report but a failure; leave it out" for name in failed]
        raise CalibrationError("the weights can't be fitted", problems)
    other = [one for one in reports if not isinstance(one, Report)]
    if other or not isinstance(outcomes, Iterable):
        raise TypeError(
            f"fit_weights takes reports and an outcome for each, not {type([*other, outcomes][0]).__name__}"
        )


def _doubts(outcome: np.ndarray, tested: Tested, fit: Fit, *, binary: bool) -> tuple[str, ...]:
    """Why the data can't carry the fit."""
    found = []
    if len(outcome) < FEW:
        found.append(f"{len(outcome)} outcomes are few: with fewer than {FEW} the figures may well be chance")
    if binary and (rarer := int(min((outcome == value).sum() for value in set(outcome.tolist())))) < FEW_OF_TWO:
        have = "report has" if rarer == 1 else "reports have"
        found.append(
            f"only {rarer} {have} the rarer outcome: with fewer than {FEW_OF_TWO} the figures may well be chance"
        )
    if tested.before + tested.before_error < 0.5:
        found.append("the outcomes fall as the coverage rises: is a larger outcome better?")
    if math.isinf(fit.shrinkage):
        found.append("no other weights predict the outcomes better than the profile's own; they are kept")
    elif tested.after - tested.before <= tested.error:
        found.append(
            f"on reports held out the fitted weights agree with {tested.after:.3f} of the pairs, the profile's own with"
            f" {tested.before:.3f}: no more than chance would give (standard error {tested.error:.3f}); keep the profile's"
        )
    return tuple(found)


def _weighted(profile: Profile, weights: np.ndarray, reports: int) -> Profile:
    digest = blake2b(repr(weights.tolist()).encode(), digest_size=4).hexdigest()
    rows = tuple(
        replace(
            row,
            weight=weight,
            source=f"{row.source}; weight fitted to {reports} outcomes, before {row.weight:g}".lstrip("; "),
        )
        for row, weight in zip(profile.requirements, weights.tolist(), strict=True)
    )
    return replace(profile, requirements=rows, version=f"{profile.version}+fit-{digest}")


def _changes(profile: Profile, after: np.ndarray, varies: np.ndarray) -> tuple[WeightChange, ...]:
    rows = [
        WeightChange(id=row.id, label=row.label, before=row.weight, after=weight, varies=differs)
        for row, weight, differs in zip(profile.requirements, after.tolist(), varies.tolist(), strict=True)
    ]
    return tuple(sorted(rows, key=lambda row: -abs(row.after - row.before)))
