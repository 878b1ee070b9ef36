"""The answers to questions about reports: JSON as its schema says, and text that fits the terminal."""

from __future__ import annotations

import json
import re
from datetime import date
from importlib import resources
from typing import Any

import jsonschema
import pytest

import aimatch
from aimatch.outputs import answers
from aimatch.outputs.json import SCHEMA_VERSION

SCHEMA = json.loads(resources.files("aimatch.outputs").joinpath("answers.schema.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
AS_OF = date(2026, 11, 1)
STRONG = "Experience\nML Engineer, Acme Corp, Jan 2019 - Dec 2023\n- Built PyTorch models of ocean tides in Python\n"
LISTED = "Skills\nPython, PyTorch, Kubernetes, Spark, Kafka, Airflow, MLflow, Terraform, Docker"


def made() -> dict[str, Any]:
    strong, listed = aimatch.score(STRONG, as_of=AS_OF), aimatch.score(LISTED, as_of=AS_OF)
    return {
        "what_if": listed.what_if(add=["sql", "shows-leadership"], months=24, degree="master"),
        "comparison": aimatch.compare(strong, listed),
        "interview": listed.interview_guide(),
    }


def test_the_schema_is_a_schema_of_the_version_in_use() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    answers_named = [row["$ref"].rpartition("/")[2] for row in SCHEMA["oneOf"]]
    named = [SCHEMA["$defs"][name] for name in answers_named if name != "next_best"]
    assert {one["properties"]["schema"]["const"] for one in named} == {SCHEMA_VERSION}


@pytest.mark.parametrize("name", ["what_if", "comparison", "interview"])
def test_answers_hold_to_the_schema(name: str) -> None:
    content = json.loads(json.dumps(made()[name].to_dict()))
    VALIDATOR.validate(content)
    assert set(SCHEMA["$defs"][name]["required"]) == set(content)
    for key in content:
        assert not VALIDATOR.is_valid({other: value for other, value in content.items() if other != key}), key


@pytest.mark.filterwarnings("ignore::aimatch.CalibrationWarning")
def test_a_calibration_holds_to_it_too() -> None:
    texts = [STRONG, LISTED, "Skills: SQL, Java", "Cooked for eighty guests", STRONG + "\n" + LISTED]
    reports = [aimatch.score(text, as_of=AS_OF) for text in texts] * 2
    content = aimatch.fit_weights(reports, [8, 4, 3, 1, 9, 7, 4, 2, 1, 10]).to_dict()
    VALIDATOR.validate(json.loads(json.dumps(content)))
    assert set(SCHEMA["$defs"]["calibration"]["required"]) == set(content)


@pytest.mark.parametrize("name", ["what_if", "comparison", "interview"])
def test_answers_print_as_wide_and_as_coloured_as_they_are_asked_to(name: str) -> None:
    answer = made()[name]
    assert max(map(len, answer.to_text(width=60).splitlines())) <= 60 < max(map(len, answer.to_text().splitlines()))
    assert "\x1b[" in answer.to_text(colour=True)
    assert "\x1b[" not in answer.to_text()


@pytest.mark.filterwarnings("ignore::aimatch.CalibrationWarning")
def test_so_does_a_calibration() -> None:
    texts = (STRONG, LISTED, "Skills: SQL, Java", "Cooked for eighty guests", STRONG + "\n" + LISTED)
    reports = [aimatch.score(text, as_of=AS_OF) for text in texts] * 2
    fitted = aimatch.fit_weights(reports, [8, 4, 3, 1, 9, 7, 4, 2, 1, 10])
    narrow = fitted.to_text(width=60)
    assert narrow != fitted.to_text()
    assert "\x1b[" in fitted.to_text(colour=True)


RENDER = {"what_if": answers.what_if, "comparison": answers.comparison, "interview": answers.interview}


@pytest.mark.parametrize("name", RENDER)
@pytest.mark.parametrize("width", [60, 100])
def test_text_fits_and_colours_are_only_added(name: str, width: int) -> None:
    answer = made()[name]
    plain = RENDER[name](answer, width=width)
    assert max(map(len, plain.splitlines()[1:])) <= width
    assert "\033" not in plain
    assert re.sub(r"\033\[\d+m", "", RENDER[name](answer, width=width, colour=True)) == plain


@pytest.mark.parametrize("name", ["what_if", "comparison", "interview"])
def test_a_notebook_gets_a_piece_of_a_page(name: str) -> None:
    fragment = made()[name]._repr_html_()
    assert fragment.startswith('<div class="aimatch am-alone">')
    assert "<html" not in fragment
    assert "https://" not in fragment


def test_answers_show_themselves_in_one_line() -> None:
    for answer in made().values():
        assert len(repr(answer)) < 200
        assert repr(answer).startswith("<")
