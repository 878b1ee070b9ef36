"""The fit itself and its cross-validation, on arrays: credits (reports by requirements), weights that sum to 1, outcomes.

A penalised least-squares problem is one of plain least squares with a row more for each weight, so scikit-learn's
non-negative regression solves it. The reports' rows are first reduced by a QR decomposition, which changes nothing in
the solution and makes its cost independent of their number.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold, StratifiedKFold

Array = NDArray[np.float64]

#: The penalties tried, as multiples of the mean energy of a column; the last one keeps the profile's own weights.
SHRINKAGES = (*(float(value) for value in np.logspace(-2, 3, 11)), float("inf"))
_FOLDS = 5
#: In how many ways the reports are divided into folds: their mean depends less on one division.
_DIVISIONS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Weights (non-negative, their sum 1) and the penalty they were fitted with. ``predict`` maps credits to outcomes by
    ``intercept + scale * (credits @ weights)``."""

    weights: Array
    shrinkage: float
    intercept: float
    scale: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Problem:
    """The least squares of one set of reports: the weights to start from, the mean credits and the mean outcome, the
    weighted credits and the outcomes (both centred) after the QR decomposition, and a column's mean sum of squares."""

    weights: Array
    mean: Array
    level: float
    reduced: Array
    energy: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Tested:
    """Agreement (0..1) of the weights given, with its standard error, and of weights fitted without the reports they
    score; the standard error of the difference."""

    before: float
    before_error: float
    after: float
    error: float


def fit(credits: Array, weights: Array, outcome: Array, *, binary: bool) -> Fit:
    """Fit weights to outcomes, with the penalty that cross-validation chooses."""
    shrinkage = _chosen(credits, weights, outcome, binary=binary)
    return _solved(_problem(credits, weights, outcome), shrinkage)


def cross_validated(credits: Array, weights: Array, outcome: Array, *, binary: bool) -> Tested:
    """The agreement of fitted weights on reports held out of the fit, its penalty chosen without them too."""
    before, left_before = concordance(credits @ weights, outcome)
    after, left_after = [], []
    for division in range(_DIVISIONS):
        covered = np.empty(len(outcome))
        for train, test in _folds(outcome, binary=binary, seed=division):
            found = fit(credits[train], weights, outcome[train], binary=binary)
            covered[test] = credits[test] @ found.weights
        value, left = concordance(covered, outcome)
        after.append(value)
        left_after.append(left)
    return Tested(
        before=before,
        before_error=_jackknife(left_before),
        after=float(np.mean(after)),
        error=_jackknife(np.mean(left_after, axis=0) - left_before),
    )


def _jackknife(without: Array) -> float:
    """The standard error of a figure of which this is the same without each report in turn."""
    count = len(without)
    return float(np.sqrt((count - 1) / count * np.sum((without - without.mean()) ** 2)))


def concordance(covered: Array, outcome: Array) -> tuple[float, Array]:
    """Of the pairs with different outcomes the share that stands in the same order, a tie counting half (0..1); and the
    same without each report in turn."""
    agreeing, decided = np.zeros(len(outcome)), np.zeros(len(outcome))
    for number in range(len(outcome)):
        order = np.sign(outcome[number] - outcome)
        same = np.sign(covered[number] - covered) * order
        decided[number] = np.count_nonzero(order)
        agreeing[number] = np.count_nonzero(same > 0) + 0.5 * np.count_nonzero((same == 0) & (order != 0))
    pairs = decided.sum()
    left = pairs - 2 * decided
    without = np.divide(agreeing.sum() - 2 * agreeing, left, out=np.full(len(outcome), 0.5), where=left > 0)
    return float(agreeing.sum() / pairs) if pairs else 0.5, without


def _chosen(credits: Array, weights: Array, outcome: Array, *, binary: bool) -> float:
    """The largest penalty whose error on held-out reports is within a standard error of the least."""
    errors = np.empty((_FOLDS, len(SHRINKAGES)))
    for fold, (train, test) in enumerate(_folds(outcome, binary=binary, seed=0)):
        problem = _problem(credits[train], weights, outcome[train])
        for number, shrinkage in enumerate(SHRINKAGES):
            found = _solved(problem, shrinkage)
            predicted = found.intercept + found.scale * (credits[test] @ found.weights)
            errors[fold, number] = np.mean((outcome[test] - predicted) ** 2)
    means = errors.mean(axis=0)
    best = int(means.argmin())
    allowed = means[best] + errors[:, best].std(ddof=1) / np.sqrt(_FOLDS)
    return max(shrinkage for shrinkage, mean in zip(SHRINKAGES, means, strict=True) if mean <= allowed)


def _problem(credits: Array, weights: Array, outcome: Array) -> _Problem:
    mean, level = credits.mean(axis=0), float(outcome.mean())
    columns = (credits - mean) * weights
    whole = np.column_stack([columns, outcome - level])
    reduced: Array = np.asarray(np.linalg.qr(whole, mode="r"))
    return _Problem(
        weights=weights,
        mean=mean,
        level=level,
        reduced=reduced,
        energy=float(np.sum(columns**2)) / max(1, int(np.count_nonzero(weights))),
    )


def _solved(problem: _Problem, shrinkage: float) -> Fit:
    weights, mean, level = problem.weights, problem.mean, problem.level
    columns, target = problem.reduced[:, :-1], problem.reduced[:, -1]
    if problem.energy == 0 or np.isinf(shrinkage):
        covered = columns.sum(axis=1)
        spread = float(covered @ covered)
        scale = max(0.0, float(covered @ target) / spread) if spread else 0.0
        return Fit(weights=weights, shrinkage=shrinkage, intercept=level - scale * float(mean @ weights), scale=scale)
    # The unknowns are a factor for each weight and, last, their common level, which the penalty draws them to.
    count = len(weights)
    penalty = np.sqrt(shrinkage * problem.energy)
    design = np.zeros((len(columns) + count, count + 1))
    design[: len(columns), :count] = columns
    design[len(columns) :, :count] = penalty * np.eye(count)
    design[len(columns) :, count] = -penalty
    wanted = np.concatenate([target, np.zeros(count)])
    factors: Array = LinearRegression(positive=True, fit_intercept=False).fit(design, wanted).coef_[:count]
    fitted = weights * factors
    total = float(fitted.sum())
    if total <= 0:  # nothing that is asked for goes with a better outcome
        return Fit(weights=weights, shrinkage=shrinkage, intercept=level, scale=0.0)
    return Fit(weights=fitted / total, shrinkage=shrinkage, intercept=level - float(mean @ fitted), scale=total)


def _folds(outcome: Array, *, binary: bool, seed: int) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Divisions of the reports; with two outcomes, each in the same proportion in every fold if there are enough."""
    rarer = min(np.count_nonzero(outcome == value) for value in np.unique(outcome)) if binary else 0
    kind = StratifiedKFold if rarer >= _FOLDS else KFold
    yield from kind(n_splits=_FOLDS, shuffle=True, random_state=seed).split(outcome, outcome if rarer else None)
