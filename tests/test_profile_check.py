"""What a profile asks that it should not, by itself and against a pool of reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import aimatch
from aimatch.errors import ProfileError
from aimatch.profile_check import ProfileCheck, check_profile

DAY = date(2026, 11, 1)


def profile(*rows: Mapping[str, Any], **fields: Any) -> aimatch.Profile:
    return aimatch.load_profile({"id": "role", "requirements": [dict(row) for row in rows], **fields})


def kinds(check: ProfileCheck) -> set[tuple[str, str, tuple[str, ...]]]:
    return {(finding.kind, finding.severity, finding.requirements) for finding in check.findings}


PYTHON = {"id": "python", "skills": ["python"]}
SQL = {"id": "sql", "skills": ["sql"]}

BY_ITSELF = [
    # rows, fields of the profile, finding, why
    ([{"id": "chain", "skills": ["langchain"], "min_years": 10}], {}, ("unmatchable", "problem", ("chain",)), "older than the tool itself"),
    ([{**PYTHON, "min_years": 60}], {}, ("unmatchable", "problem", ("python",)), "longer than a working life"),
    ([PYTHON, {"id": "again", "skills": ["python"]}], {}, ("double-counted", "problem", ("python", "again")), "one skill as two rows"),
    ([PYTHON, {"id": "any", "skills": ["python", "r"]}], {}, ("double-counted", "note", ("python", "any")), "one skill counts in two rows"),
    ([{"id": "torch", "skills": ["pytorch"]}, {"id": "ml", "skills": ["machine-learning"]}], {}, ("double-counted", "note", ("ml", "torch")), "the narrower meets the broader"),
    ([PYTHON, {"id": "again", "skills": ["python"], "need": "nice"}], {}, ("contradictory", "problem", ("python", "again")), "needed and only welcome"),
    ([{**PYTHON, "min_years": 2}, {"id": "again", "skills": ["python"], "min_years": 5}], {}, ("contradictory", "problem", ("python", "again")), "two numbers of years"),
    ([{"id": "torch", "skills": ["pytorch"]}, {"id": "ml", "skills": ["machine-learning"], "need": "nice"}], {}, ("contradictory", "note", ("ml", "torch")), "welcome, and always met"),
    ([{**PYTHON, "weight": 0}, SQL], {}, ("contradictory", "problem", ("python",)), "a must without weight"),
    ([{**PYTHON, "min_years": 5}], {"min_years": 3}, ("contradictory", "problem", ("python",)), "more years than overall"),
    ([PYTHON], {"min_years": 8, "seniority": "intern"}, ("contradictory", "problem", ()), "an intern of eight years"),
    ([PYTHON, {"id": "d", "measure": "degree", "degree_min": "phd"}], {"degree_min": "master"}, ("contradictory", "problem", ("d",)), "two levels of degree"),
    ([PYTHON, {"id": "d", "measure": "degree"}], {"degree_min": "none"}, ("contradictory", "problem", ("d",)), "a degree and none"),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "fields", "finding", "why"), BY_ITSELF, ids=[row[3] for row in BY_ITSELF])
def test_what_a_profile_should_not_ask(
    rows: list[dict[str, Any]], fields: dict[str, Any], finding: tuple[str, str, tuple[str, ...]], why: str
) -> None:
    assert finding in kinds(check_profile(profile(*rows, **fields), as_of=DAY)), why


def test_of_a_chain_each_is_told_by_its_nearest_only() -> None:
    chain = [{"id": id_, "skills": [id_]} for id_ in ("resnet", "deep-learning", "machine-learning")]
    found = {finding.requirements for finding in check_profile(profile(*chain)).findings}
    assert found == {("machine-learning", "deep-learning"), ("deep-learning", "resnet")}


SOUND = [
    ([PYTHON, SQL], "two skills"),
    ([{"id": "chain", "skills": ["langchain"], "min_years": 2}], "as old as the tool"),
    ([{"id": "either", "skills": ["langchain", "python"], "min_years": 10}], "an older alternative"),
    ([PYTHON, {"id": "d", "measure": "degree", "fields": ["quantitative"]}], "a degree"),
]


@pytest.mark.parametrize(("rows", "why"), SOUND, ids=[row[1] for row in SOUND])
def test_what_is_sound_is_not_reported(rows: list[dict[str, Any]], why: str) -> None:
    assert check_profile(profile(*rows), as_of=DAY).findings == (), why


@pytest.mark.parametrize("name", aimatch.profile_names())
def test_the_shipped_profiles_have_no_problem(name: str) -> None:
    check = check_profile(aimatch.load_profile(name), as_of=DAY)
    assert [finding for finding in check.findings if finding.severity == "problem"] == []


@pytest.mark.parametrize("name", aimatch.profile_names())
def test_who_meets_the_narrower_is_credited_for_the_broader(name: str) -> None:
    role = aimatch.load_profile(name)
    blank = aimatch.score("Rea Doe", role, as_of=DAY)
    rows = {row.id: row for row in role.requirements}
    for finding in check_profile(role).findings:
        if "is met by whoever meets" in finding.message:
            broad, *narrower = finding.requirements
            for skill in {skill for id_ in narrower for skill in rows[id_].skills}:
                change = next(one for one in blank.what_if(add=skill, months=60).changes if one.id == broad)
                assert "in part" not in change.reason, (finding, skill)


def test_what_counts_in_part_does_not_meet_the_broader() -> None:
    rows = [{"id": "torch", "skills": ["pytorch"]}, {"id": "ml", "skills": ["machine-learning"]}]
    assert len(check_profile(profile(*rows)).findings) == 1
    rows[1]["partial"] = {"dl-frameworks": 0.6}  # type: ignore[assignment]
    assert check_profile(profile(*rows)).findings == ()


def test_a_skill_that_the_taxonomy_does_not_know_is_unmatchable() -> None:
    made = profile(PYTHON)
    unknown = replace(made, requirements=(replace(made.requirements[0], skills=("no-such-skill",)),))
    check = check_profile(unknown)
    assert kinds(check) == {("unmatchable", "problem", ("python",))}
    assert "no-such-skill" in check.findings[0].message


# ------------------------------------------------------------------------------------------------ against a pool
ROLE = profile({**PYTHON, "weight": 3.0}, {**SQL, "weight": 3.0}, {"id": "kafka", "skills": ["kafka"], "weight": 1.0})
BLANK = aimatch.score("Rea Doe\nSkills\nExcel", ROLE, as_of=DAY)


def reports(*credits: Sequence[float]) -> list[aimatch.Report]:
    """One report a row of credits, named a, b, c, …"""
    return [
        replace(
            BLANK,
            source="abcdefghij"[number],
            requirements=tuple(
                replace(row, credit=credit) for row, credit in zip(BLANK.requirements, given, strict=True)
            ),
        )
        for number, given in enumerate(credits)
    ]


def test_what_nobody_and_what_everybody_meets() -> None:
    pool = reports((0.95, 0.3, 0.0), (0.85, 0.9, 0.1), (1.0, 0.0, 0.2), (0.95, 0.5, 0.0), (0.8, 0.3, 0.0))
    assert kinds(check_profile(ROLE, pool)) == {
        ("met-by-everybody", "note", ("python",)),
        ("met-by-nobody", "note", ("kafka",)),
    }


def test_a_few_reports_say_nothing_of_who_meets_what() -> None:
    assert check_profile(ROLE, reports((1.0, 0.0, 0.0), (1.0, 0.0, 0.0))).findings == ()


def test_the_weights_that_decide_a_shortlist() -> None:
    # a and b stand close: python carries a, sql carries b; c is far behind them.
    pool = reports((0.95, 0.30, 0.0), (0.30, 0.94, 0.0), (0.0, 0.1, 0.0))
    check = check_profile(ROLE, pool, shortlist=1)
    assert check.shortlist == ("a",)
    moves = {one.requirement: one for one in check.sensitivity}
    assert (moves["python"].leave_up, moves["python"].leave_down, moves["python"].enter_down) == ((), ("a",), ("b",))
    assert (moves["sql"].leave_up, moves["sql"].enter_up, moves["sql"].leave_down) == (("a",), ("b",), ())
    assert moves["kafka"].moved == 0
    assert check.sensitivity[-1].requirement == "kafka"


def test_who_is_not_clearly_below_the_shortlist() -> None:
    bounds = {"a": (0.8, 0.9), "b": (0.5, 0.7), "c": (0.4, 0.55), "d": (0.1, 0.2)}
    pool = [
        replace(one, low=bounds[one.source or ""][0], high=bounds[one.source or ""][1])
        for one in reports((1.0, 1.0, 0.0), (0.8, 0.8, 0.0), (0.5, 0.5, 0.0), (0.1, 0.1, 0.0))
    ]
    check = check_profile(ROLE, pool, shortlist=2)
    assert (check.shortlist, check.tied) == (("a", "b"), ("c",))


def test_a_shortlist_of_all_cannot_change() -> None:
    pool = reports((0.9, 0.3, 0.0), (0.3, 0.9, 0.0))
    assert all(one.moved == 0 for one in check_profile(ROLE, pool, shortlist=10).sensitivity)


def test_a_pool_of_another_profile_is_refused_by_name() -> None:
    with pytest.raises(ProfileError, match="other requirements"):
        check_profile(profile(PYTHON), reports((0.1, 0.2, 0.3)))


def test_a_shortlist_without_places_is_refused() -> None:
    with pytest.raises(ValueError, match="shortlist"):
        check_profile(ROLE, shortlist=0)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(*[st.floats(0, 1)] * 3), min_size=1, max_size=10),
    st.integers(1, 12),
    st.floats(0.01, 100),
)
def test_the_check_depends_on_the_proportions_of_the_weights_only(
    credits: list[tuple[float, ...]], places: int, factor: float
) -> None:
    pool = reports(*(tuple(round(credit, 3) for credit in row) for row in credits))
    scaled = replace(ROLE, requirements=tuple(replace(row, weight=row.weight * factor) for row in ROLE.requirements))
    one, other = check_profile(ROLE, pool, shortlist=places), check_profile(scaled, pool, shortlist=places)
    assert one == other
    assert len(one.shortlist) == min(places, len(pool))
    for move in one.sensitivity:
        assert len(move.leave_up) == len(move.enter_up)
        assert set(move.leave_down) <= set(one.shortlist)
        assert not set(move.enter_down) & set(one.shortlist)
