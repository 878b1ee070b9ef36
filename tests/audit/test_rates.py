"""Rates, ratios and what is concluded from them, by the rules that `aimatch.audit.rates` names."""

from __future__ import annotations

from fractions import Fraction

import pytest

from aimatch.audit.rates import FINDINGS, GroupRate, crossed, rated


def rates(**groups: tuple[int, int]) -> dict[str, GroupRate]:
    """Groups given as (selected, people)."""
    names: list[str] = []
    outcomes: list[bool | None] = []
    for name, (selected, people) in groups.items():
        names += [name] * people
        outcomes += [True] * selected + [False] * (people - selected)
    return {row.group: row for row in rated(names, outcomes, [False] * len(names))}


CASES = [
    # a: selected, people; b likewise; what is found of b
    ((48, 80), (12, 40), "below"),  # 60 and 30 %: ratio 0.5
    ((50, 100), (40, 100), "met"),  # four fifths exactly is not below them
    ((50, 100), (39, 100), "chance"),  # 0.78, p = .16
    ((500, 1000), (430, 1000), "significant"),  # 0.86, and p = .002
    ((4, 10), (3, 10), "one-person"),  # one other selected: 3 and 4 of 10
    ((6, 10), (5, 11), "one-person"),
    ((8, 10), (6, 10), "chance"),  # one other selected makes them equal, and not the other way round
    ((9, 10), (4, 10), "chance"),  # 0.44, p = .057
    ((9, 10), (2, 10), "below"),
    ((9, 10), (0, 4), "too-few"),
    ((0, 10), (0, 10), "none-selected"),
    ((300, 400), (1, 7), "too-few"),  # less than two per cent
]


@pytest.mark.parametrize(("a", "b", "finding"), CASES)
def test_what_may_be_concluded(a: tuple[int, int], b: tuple[int, int], finding: str) -> None:
    found = rates(a=a, b=b)
    assert found["b"].finding == finding
    assert set(FINDINGS) >= {row.finding for row in found.values()}
    if finding not in ("none-selected",):
        assert found["a"].finding == "most-selected"
        assert found["b"].ratio == pytest.approx(b[0] / b[1] / (a[0] / a[1]))


@pytest.mark.parametrize(("share", "finding"), [(Fraction(1, 2), "met"), (Fraction(4, 5), "chance")])
def test_the_share_that_is_judged_is_the_named_one(
    monkeypatch: pytest.MonkeyPatch, share: Fraction, finding: str
) -> None:
    monkeypatch.setattr("aimatch.audit.rates.FOUR_FIFTHS", share)
    assert rates(a=(50, 100), b=(39, 100))["b"].finding == finding


def test_the_figures_are_those_of_the_library() -> None:
    # The example of scipy's documentation of the relative risk, and the convicts' twins of R's of fisher.test.
    row = rates(a=(12, 225), b=(10, 75))["a"]
    assert (row.ratio, row.low, row.high) == pytest.approx((0.4, 1 / 5.549850800541033, 1 / 1.1261564003469628))
    assert rates(a=(10, 13), b=(2, 17))["b"].p == pytest.approx(0.0005367, rel=0.001)


def test_a_group_too_small_is_told_and_never_the_measure_of_others() -> None:
    found = rates(one=(1, 1), men=(10, 20), women=(9, 20))
    assert (found["one"].finding, found["one"].rate) == ("too-few", 1.0)
    assert found["men"].finding == "most-selected"
    assert found["women"].ratio == pytest.approx(0.9)
    assert next(iter(found)) == "one"  # the highest rate first all the same


def test_nothing_is_dropped_in_silence() -> None:
    names = ["f", "f", "m", "m", "m", "", "x"]
    outcomes = [True, None, False, True, None, True, None]
    failed = [False, True, False, False, False, False, True]
    found = {row.group: row for row in rated(names, outcomes, failed, smallest=1)}
    assert (found["f"].people, found["f"].failed) == (1, 1)
    assert (found["m"].people, found["m"].failed) == (2, 0)  # undecided is not failed
    assert (found["x"].people, found["x"].failed, found["x"].finding) == (0, 1, "too-few")


def test_of_a_group_of_which_nobody_is_selected_the_interval_is_open() -> None:
    row = rates(a=(9, 10), b=(0, 10))["b"]
    assert (row.ratio, row.low, row.high) == (0.0, 0.0, None)
    assert row.finding == "below"


def test_two_columns_are_crossed_where_both_are_known() -> None:
    assert crossed(["f", "m", ""], ["x", "", "y"]) == ["f × x", "", ""]


def test_of_equal_rates_the_larger_group_is_the_measure() -> None:
    found = rates(a=(5, 10), b=(20, 40), c=(2, 20))
    assert [found[name].finding for name in "abc"] == ["met", "most-selected", "below"]
    assert found["c"].p == pytest.approx(0.003774, rel=0.001)
