"""Weights fitted to outcomes: they find what is there, and say so where nothing is."""

from __future__ import annotations

import math
import warnings
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

import aimatch
from aimatch.calibration.fitting import concordance, fit

PROFILE = aimatch.load_profile(
    {
        "id": "ours",
        "title": "Ours",
        "version": "1",
        "requirements": [
            {"id": id_, "label": id_, "skills": [id_], "weight": 2, "source": "a test"}
            for id_ in ("python", "sql", "kafka", "java", "docker")
        ],
    }
)
BLANK = aimatch.score("Cooked for eighty guests", PROFILE, as_of=date(2026, 11, 1))
TRUTH = np.array([6.0, 3.0, 1.0, 0.0, 0.0])


def reports(credits: np.ndarray) -> list[aimatch.Report]:
    return [
        replace(
            BLANK,
            source=f"{number}.pdf",
            requirements=tuple(
                replace(row, credit=float(credit)) for row, credit in zip(BLANK.requirements, given, strict=True)
            ),
        )
        for number, given in enumerate(credits)
    ]


def drawn(count: int, *, noise: float, truth: Sequence[float] = tuple(TRUTH)) -> tuple[np.ndarray, np.ndarray]:
    random = np.random.default_rng(7)
    credits = random.choice([0.0, 0.3, 0.85, 1.0], size=(count, 5))
    weights = np.array(truth)
    return credits, 20 + 60 * (credits @ weights) / weights.sum() + random.normal(0, noise, count)


@pytest.fixture(scope="module")
def found() -> aimatch.Calibration:
    credits, outcome = drawn(120, noise=6)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return aimatch.fit_weights(reports(credits), outcome.tolist())


def weights(one: aimatch.Calibration) -> list[float]:
    return [row.weight for row in one.profile.requirements]


def test_weights_move_to_what_went_with_a_good_outcome(found: aimatch.Calibration) -> None:
    python, sql, kafka, java, docker = weights(found)
    assert python > sql > max(kafka, java, docker)
    assert found.agreement_after > found.agreement_before + found.error
    assert found.reliable
    assert found.gain == found.agreement_after - found.agreement_before


def test_no_weight_is_negative_and_their_sum_stays(found: aimatch.Calibration) -> None:
    assert min(weights(found)) >= 0
    assert sum(weights(found)) == pytest.approx(10, abs=0.01)


def test_the_profile_says_what_was_done_and_can_be_kept(found: aimatch.Calibration, tmp_path: object) -> None:
    assert found.profile.version.startswith("1+fit-")
    assert found.profile.requirements[0].source == "a test; weight fitted to 120 outcomes, before 2"
    path = tmp_path / "fitted.toml"  # type: ignore[operator]
    path.write_text(found.profile.to_toml(), "utf-8")
    assert aimatch.load_profile(path) == found.profile
    assert aimatch.score("Skills: Python", found.profile).versions["profile"] == found.profile.version


def test_the_same_data_give_the_same_weights(found: aimatch.Calibration) -> None:
    credits, outcome = drawn(120, noise=6)
    assert aimatch.fit_weights(reports(credits), outcome.tolist()) == found


def test_the_scale_of_outcomes_and_of_weights_changes_nothing(found: aimatch.Calibration) -> None:
    credits, outcome = drawn(120, noise=6)
    moved = aimatch.fit_weights(reports(credits), (outcome * 0.1 - 3).tolist())
    assert weights(moved) == pytest.approx(weights(found), abs=0.01)


def test_outcomes_may_be_named_and_of_two_values() -> None:
    credits, outcome = drawn(120, noise=6)
    hired = outcome > np.median(outcome)
    by_name = {f"{number}.pdf": bool(value) for number, value in enumerate(hired)}
    one = aimatch.fit_weights(reports(credits), by_name)
    other = aimatch.fit_weights(reports(credits), pd.Series(hired))
    assert one == other
    assert one.binary
    assert weights(one)[0] > weights(one)[3]
    some = dict(list(by_name.items())[:90])
    assert aimatch.fit_weights(reports(credits), some).reports == 90


@pytest.mark.parametrize(("low", "high"), [(0.5, 1.5), (-5, 0.1), (2.5, 4), (-1e300, 1e300)])
def test_two_values_may_be_any(low: float, high: float) -> None:
    credits, outcome = drawn(120, noise=6)
    hired = outcome > np.median(outcome)
    one = aimatch.fit_weights(reports(credits), np.where(hired, high, low).tolist())
    assert one.binary
    assert weights(one) == weights(aimatch.fit_weights(reports(credits), hired.tolist()))


def test_a_series_whose_index_names_the_reports_goes_by_its_names() -> None:
    credits, outcome = drawn(120, noise=6)
    made = reports(credits)
    named = pd.Series(outcome, index=[report.source for report in made])
    assert aimatch.fit_weights(made, named.sample(frac=1, random_state=3)) == aimatch.fit_weights(
        made, outcome.tolist()
    )


@pytest.mark.filterwarnings("ignore::aimatch.CalibrationWarning")
def test_chance_is_not_said_to_fall() -> None:
    credits, _ = drawn(40, noise=6)
    for seed in range(8):
        outcome = np.random.default_rng(seed).normal(size=40)
        one = aimatch.fit_weights(reports(credits), outcome.tolist())
        if one.agreement_before > 0.46:
            assert not any("fall" in doubt for doubt in one.warnings)


UNCARRIED = [
    (15, 6.0, tuple(TRUTH), "15 outcomes are few"),
    (60, 500.0, tuple(TRUTH), "own"),  # noise alone: kept, or no better than chance
    (60, 6.0, (1.0, 1.0, 1.0, 1.0, 1.0), "the profile's own"),
]


@pytest.mark.parametrize(("count", "noise", "truth", "said"), UNCARRIED, ids=["few", "noise", "nothing to gain"])
def test_what_the_data_cannot_carry_is_said(count: int, noise: float, truth: tuple[float, ...], said: str) -> None:
    credits, outcome = drawn(count, noise=noise, truth=truth)
    with pytest.warns(aimatch.CalibrationWarning, match="."):
        one = aimatch.fit_weights(reports(credits), outcome.tolist())
    assert not one.reliable
    assert any(said in doubt for doubt in one.warnings), one.warnings
    assert f"Warning: {one.warnings[0]}" in " ".join(one.to_text().split())


@pytest.mark.filterwarnings("ignore::aimatch.CalibrationWarning")
def test_where_nothing_is_to_be_gained_the_weights_stay() -> None:
    credits, outcome = drawn(60, noise=6, truth=(1, 1, 1, 1, 1))
    assert weights(aimatch.fit_weights(reports(credits), outcome.tolist())) == pytest.approx([2.0] * 5, abs=0.2)
    credits, outcome = drawn(60, noise=0, truth=(1, 1, 1, 1, 1))
    one = aimatch.fit_weights(reports(credits), outcome.tolist())
    assert weights(one) == [2.0] * 5
    assert math.isinf(one.shrinkage)
    assert one.to_dict()["shrinkage"] is None


@pytest.mark.filterwarnings("ignore::aimatch.CalibrationWarning")
def test_outcomes_upside_down_are_told() -> None:
    credits, outcome = drawn(60, noise=6)
    one = aimatch.fit_weights(reports(credits), (-outcome).tolist())
    assert any("is a larger outcome better?" in doubt for doubt in one.warnings)
    assert min(weights(one)) >= 0


@pytest.mark.filterwarnings("ignore::aimatch.CalibrationWarning")
def test_few_of_the_rarer_outcome_are_told() -> None:
    credits, outcome = drawn(60, noise=6)
    rare = outcome >= np.sort(outcome)[-4]
    assert any("only 4 reports" in doubt for doubt in aimatch.fit_weights(reports(credits), rare.tolist()).warnings)


def test_what_is_equal_in_all_reports_is_marked_and_follows_the_others() -> None:
    credits, outcome = drawn(120, noise=6)
    credits[:, 2] = 0.85
    one = aimatch.fit_weights(reports(credits), outcome.tolist())
    kafka = next(row for row in one.weights if row.id == "kafka")
    assert not kafka.varies
    assert sum(not row.varies for row in one.weights) == 1


WRONG = [
    (lambda made: (made[:5], [1, 2, 3, 4, 5]), "too few"),
    (lambda made: (made, [1.0] * 3), "20 reports and 3 outcomes"),
    (lambda made: (made, [1.0] * 20), "all outcomes are equal"),
    (lambda made: (made, [1.0, math.nan, *range(18)]), "1.pdf: its outcome is nan"),
    (lambda made: (made, ["good", *range(19)]), "0.pdf: its outcome is 'good'"),
    (
        lambda made: ([*made, replace(made[0], source="1.pdf")], {f"{n}.pdf": n for n in range(20)}),
        "1.pdf: is the source of several reports",
    ),
    (lambda made: (made, {"x.pdf": 1.0, **{f"{n}.pdf": n for n in range(20)}}), "x.pdf: has an outcome and no report"),
]


@pytest.mark.parametrize(("given", "said"), WRONG, ids=[row[1] for row in WRONG])
def test_what_can_not_be_used_is_an_error_that_names_it(given: object, said: str) -> None:
    made, outcomes = given(reports(drawn(20, noise=1)[0]))  # type: ignore[operator]
    with pytest.raises(aimatch.CalibrationError, match=said):
        aimatch.fit_weights(made, outcomes)


def test_reports_of_other_profiles_are_named() -> None:
    made = reports(drawn(20, noise=1)[0])
    made[3] = replace(made[3], role=aimatch.load_profile("ai-engineer"))
    with pytest.raises(aimatch.CalibrationError, match=r"3\.pdf: was made with other requirements"):
        aimatch.fit_weights(made, list(range(20)))


def test_the_agreement_is_the_share_of_ordered_pairs() -> None:
    covered, outcome = np.array([0.1, 0.2, 0.2, 0.9]), np.array([0.0, 0.0, 1.0, 1.0])
    value, without = concordance(covered, outcome)
    assert value == (1 + 1 + 0.5 + 1) / 4
    assert without[1] == 1.0


def test_the_more_it_is_shrunk_the_nearer_it_stays() -> None:
    credits, outcome = drawn(120, noise=6)
    start = np.full(5, 0.2)
    one = fit(credits, start, outcome, binary=False)
    assert one.weights.sum() == pytest.approx(1)
    assert np.abs(one.weights - TRUTH / TRUTH.sum()).sum() < np.abs(start - TRUTH / TRUTH.sum()).sum()


def test_it_has_every_form(found: aimatch.Calibration) -> None:
    content = found.to_dict()
    assert aimatch.load_profile(content["profile"]) == found.profile
    assert content["reliable"] is True
    frame = found.to_frame()
    assert list(frame.columns) == ["id", "label", "before", "after", "varies"]
    assert set(frame["id"]) == {row.id for row in PROFILE.requirements}
    assert "held out" in found.to_text()
    assert "fitted to 120 outcomes" in found._repr_html_()
