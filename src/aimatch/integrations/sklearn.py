"""A scikit-learn transformer: resumes in, one row of requirement credits each out, for models and clustering."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from os import PathLike
from typing import Any, cast

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from aimatch.pipeline import ProfileSource, Source, score
from aimatch.profile import load_profile
from aimatch.taxonomy import Taxonomy


class RequirementCredits(TransformerMixin, BaseEstimator):  # type: ignore[misc, unused-ignore]
    """Turns resumes into an array of shape (resumes, requirements) of credits, each 0..1.

    Args:
        profile: As for :func:`aimatch.score`.
        as_of: The day that "present" means; ``None``: today.
        taxonomy: Skills of one's own beside the shipped ones (``aimatch.load_taxonomy(file)``); ``None``: the shipped.
    """

    def __init__(
        self, profile: ProfileSource = "ai-engineer", as_of: date | None = None, taxonomy: Taxonomy | None = None
    ) -> None:
        self.profile = profile
        self.as_of = as_of
        self.taxonomy = taxonomy

    def fit(self, X: Iterable[Source], y: Any = None) -> RequirementCredits:
        """Nothing is learned; kept for pipelines."""
        return self

    def __sklearn_is_fitted__(self) -> bool:
        return True

    def transform(self, X: Iterable[Source]) -> np.ndarray[Any, np.dtype[np.float64]]:
        """The credits of each resume: an array of shape (resumes, requirements), in the order of both.

        Args:
            X: Resumes as :func:`aimatch.score` takes them: a list, a Series, an array, or a table with one column.

        Raises:
            TypeError: ``X`` is one resume instead of several, or a table of more than one column.
            AimatchError, FileNotFoundError: As :func:`aimatch.score`, at the first resume that can't be scored.
        """
        role = load_profile(self.profile, taxonomy=self.taxonomy)
        reports = (score(one, role, as_of=self.as_of, taxonomy=self.taxonomy) for one in _each(X))
        rows = [[row.credit for row in report.requirements] for report in reports]
        return np.asarray(rows, dtype=np.float64).reshape(len(rows), len(role.requirements))

    def get_feature_names_out(self, input_features: Any = None) -> np.ndarray[Any, np.dtype[np.object_]]:
        """The requirement ids, in the order of the columns."""
        return np.asarray(
            [row.id for row in load_profile(self.profile, taxonomy=self.taxonomy).requirements], dtype=object
        )


def _each(X: Any) -> Iterable[Source]:
    # One text or mapping would be taken apart into its letters or keys, a table into the names of its columns.
    if isinstance(X, (str, bytes, Mapping, PathLike)):
        raise TypeError(f"X holds several resumes, and is not one: give a list of it, not {type(X).__name__}")
    shape: tuple[int, ...] = getattr(X, "shape", ())
    if len(shape) < 2:
        return cast("Iterable[Source]", X)
    if shape[1] != 1:
        raise TypeError(f"X is one column of resumes, not a table of shape {shape}")
    return cast("Iterable[Source]", np.asarray(X, dtype=object)[:, 0])
