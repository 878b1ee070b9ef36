"""JSON: what the schema says, always the same bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from importlib import resources
from typing import Any

import jsonschema
import pytest

from aimatch import score
from aimatch.outputs import json as output
from aimatch.profile import Profile, load_profile, profile_names
from aimatch.report import Failure, Report

SCHEMA = json.loads(resources.files("aimatch.outputs").joinpath("report.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_reports_and_failures_hold_to_the_schema(report: Report, failure: Failure) -> None:
    VALIDATOR.validate(json.loads(output.render(report)))
    VALIDATOR.validate(json.loads(output.render(failure)))


@pytest.mark.parametrize(
    ("place", "value", "why"),
    [
        ("coverage", 1.01, "a coverage is a share"),
        ("degree", "diploma", "degrees are a closed list"),
        ("as_of", "yesterday", "a day is a date"),
        ("surprise", 1, "a new field is a change of the schema"),
        ("versions", {}, "a report without versions can't be made again"),
        ("input_sha256", "abc", "a digest has 64 digits"),
    ],
)
def test_the_schema_refuses_what_is_wrong(report: Report, place: str, value: object, why: str) -> None:
    content = {**report.to_dict(), place: value}
    assert not VALIDATOR.is_valid(content), why


def test_every_required_field_is_required_by_the_schema(report: Report) -> None:
    content = report.to_dict()
    assert set(SCHEMA["$defs"]["report"]["required"]) == set(content)
    for name in content:
        assert not VALIDATOR.is_valid({key: value for key, value in content.items() if key != name})


def test_it_holds_every_attribute_of_a_report(report: Report) -> None:
    # What questions about a report go by is no part of it.
    career = {"experience_basis", "positions", "education"}
    attributes = set(Report.__dataclass_fields__) - {"role", "career", "taxonomy"} | career
    assert set(report.to_dict()) - {"schema"} == attributes


def test_numbers_come_back_as_they_were(report: Report) -> None:
    # Points sum to the coverage exactly, so JSON must not round them.
    third = replace(report.requirements[0], points=1 / 3)
    content = json.loads(output.render(replace(report, coverage=1 / 3, requirements=(third,))))
    assert content["coverage"] == content["requirements"][0]["points"] == 1 / 3


def test_the_same_report_gives_the_same_bytes(report: Report) -> None:
    assert output.render(report) == output.render(replace(report))
    assert json.loads(output.render(report, indent=2)) == report.to_dict()
    assert report.to_json() == output.render(report)


def test_text_stays_readable_and_nan_is_refused(report: Report) -> None:
    assert "zoë" in output.render(report)
    with pytest.raises(ValueError, match="not JSON compliant"):
        output.render(replace(report, coverage=float("nan")))


def test_boxes_are_rounded_to_a_tenth_of_a_point(report: Report) -> None:
    boxes = report.to_dict()["skills"][0]["mentions"][0]["boxes"]
    assert boxes == [[1, 72.0, 100.0, 101.3, 112.0]]


@pytest.mark.parametrize("name", profile_names())
def test_a_profile_can_be_saved_and_loaded(name: str) -> None:
    role = load_profile(name)
    assert load_profile(json.loads(output.dumps(output.profile_to_dict(role)))) == role


def test_a_small_profile_leaves_its_defaults_out(role: Profile) -> None:
    first = output.profile_to_dict(role)["requirements"][0]
    assert first == {
        "id": "python", "label": "Python", "need": "must", "weight": 2.0, "source": "a test", "skills": ["python"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2026, 11, 1), "2026-11-01"),
        ((1, (2, 3)), [1, [2, 3]]),
        ({"b": (1,)}, {"b": [1]}),
        (frozenset({"b", "a"}), ["a", "b"]),  # a set has no order of its own
        (None, None),
    ],
)
def test_json_types(value: Any, expected: Any) -> None:
    assert output.to_json_types(value) == expected


def test_ids_of_ones_own_profile_may_be_words() -> None:
    role = {"id": "our role", "requirements": [{"id": "a language", "skills": ["python"]}]}
    VALIDATOR.validate(score("Skills\nPython", role, as_of=date(2026, 11, 1)).to_dict())
