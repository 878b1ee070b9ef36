"""Why one stands above another."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

import aimatch
from aimatch.errors import ProfileError

AS_OF = date(2026, 11, 1)
STRONG = """Experience
ML Engineer, Acme Corp, Jan 2019 - Dec 2023
- Built and deployed PyTorch models in Python, cut cost by 30%
"""
WEAK = "Skills\nPython, Java, Azure, Kubernetes"


@pytest.fixture(scope="module")
def found() -> aimatch.Comparison:
    return aimatch.compare(aimatch.score(STRONG, as_of=AS_OF), aimatch.score(WEAK, as_of=AS_OF))


def test_the_differences_sum_to_the_gap(found: aimatch.Comparison) -> None:
    assert sum(one.points for one in found.differences) == pytest.approx(found.gap, abs=1e-12)
    assert found.gap == found.coverage_a - found.coverage_b > 0
    sizes = [abs(one.points) for one in found.differences]
    assert sizes == sorted(sizes, reverse=True)
    assert len(found.differences) == 33


def test_each_side_has_what_speaks_for_it(found: aimatch.Comparison) -> None:
    assert "ml-experience" in [one.id for one in found.for_a]
    assert "azure" in [one.id for one in found.for_b]
    azure = next(one for one in found.differences if one.id == "azure")
    assert (azure.credit_a, azure.reason_a, azure.evidence_a) == (0.0, "no evidence found", ())
    assert "only listed" in azure.reason_b
    assert azure.evidence_b


def test_it_is_the_same_seen_from_the_other_side(found: aimatch.Comparison) -> None:
    other = aimatch.compare(aimatch.score(WEAK, as_of=AS_OF), aimatch.score(STRONG, as_of=AS_OF))
    assert other.gap == -found.gap
    assert {one.id: -one.points for one in other.differences} == {one.id: one.points for one in found.differences}
    assert (other.flags_a, other.flags_b) == (found.flags_b, found.flags_a)


def test_overlapping_intervals_are_a_tie() -> None:
    a, b = aimatch.score("Skills: Python", as_of=AS_OF), aimatch.score("Skills: Python, Java", as_of=AS_OF)
    found = aimatch.compare(a, b)
    assert found.tied
    assert "it is a tie" in found.to_text()
    assert "Both have the same coverage" in aimatch.compare(a, a).to_text()


def test_it_is_firm_where_the_intervals_are_apart(found: aimatch.Comparison) -> None:
    assert not found.tied
    assert "stands clearly above" in found.to_text()


def test_reports_of_other_profiles_or_weights_are_refused() -> None:
    one = aimatch.score(STRONG, as_of=AS_OF)
    other = aimatch.score(STRONG, "computer-vision-engineer", as_of=AS_OF)
    with pytest.raises(ProfileError, match="score both with one profile") as caught:
        aimatch.compare(one, other)
    assert len(caught.value.problems) == 1, "of two roles the names say enough"
    profile = aimatch.load_profile("ai-engineer")
    shorter = dataclasses.replace(profile, requirements=profile.requirements[2:])
    with pytest.raises(ProfileError, match="java") as caught:
        aimatch.compare(
            one, aimatch.score(STRONG, dataclasses.replace(shorter, requirements=shorter.requirements[1:]), as_of=AS_OF)
        )
    assert len(caught.value.problems) == 3, "of two versions of one role every difference is told"
    rows = (dataclasses.replace(profile.requirements[0], weight=1.0), *profile.requirements[1:])
    heavier = aimatch.score(STRONG, dataclasses.replace(profile, requirements=rows), as_of=AS_OF)
    with pytest.raises(ProfileError, match="python: weighs"):
        aimatch.compare(one, heavier)


def test_other_days_are_noted() -> None:
    found = aimatch.compare(aimatch.score(STRONG, as_of=AS_OF), aimatch.score(STRONG, as_of=date(2025, 1, 1)))
    assert found.notes == ("as of 2026-11-01 and 2025-01-01",)
    assert "Not alike: as of" in found.to_text()


def test_it_has_every_form(found: aimatch.Comparison) -> None:
    content = found.to_dict()
    assert content["gap"] == found.gap
    assert content["tied"] is False
    frame = found.to_frame()
    assert list(frame["id"]) == [one.id for one in found.differences]
    assert "evidence_a" not in frame
    page = found.to_html()
    assert page.startswith("<!DOCTYPE html>")
    assert "https://" not in page
    assert "<html" not in found._repr_html_()


def test_what_a_file_is_called_is_shown_not_run() -> None:
    report = aimatch.score(STRONG, as_of=AS_OF)
    page = aimatch.compare(dataclasses.replace(report, source="<script>x</script>.pdf"), report).to_html()
    assert "<script>x" not in page
