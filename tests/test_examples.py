"""The bundled resumes: what the demo shows is true."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from aimatch.batch import find_files, stream
from aimatch.report import Failure, Report

ROOT = Path(__file__).parents[1]
RESUMES = ROOT / "examples" / "resumes"
PEOPLE = sorted((ROOT / "examples" / "people").glob("*.toml"))


@pytest.fixture(scope="module")
def results() -> dict[str, Report | Failure]:
    found = stream(find_files(RESUMES).items, as_of=date(2026, 11, 1), workers=2)
    return {one.source or "": one for one in found}


def generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_examples", ROOT / "examples" / "make_examples.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_person_has_a_resume_and_each_resume_a_person() -> None:
    files = [tomllib.loads(path.read_text("utf-8"))["file"] for path in PEOPLE]
    assert sorted(files) == sorted(path.name for path in RESUMES.iterdir())


def test_nobody_real_is_in_them() -> None:
    for path in PEOPLE:
        contact = " ".join(tomllib.loads(path.read_text("utf-8"))["contact"])
        assert "@example.com" in contact
        assert "555-01" in contact


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.stem)
def test_the_script_makes_the_same_text(path: Path) -> None:
    # PDF and DOCX differ between versions of the libraries that write them; what is plain text may not differ at all.
    make = generator()
    source = tomllib.loads(path.read_text("utf-8"))
    if source["layout"] in ("html", "text", "markdown"):
        made = make.LAYOUTS[source["layout"]](make.person(source))
        assert made == (RESUMES / source["file"]).read_bytes()
    else:
        assert make.LAYOUTS[source["layout"]](make.person(source))[:2] in (b"%P", b"PK")


def test_only_the_damaged_file_fails_and_says_why(results: dict[str, Report | Failure]) -> None:
    failures = [one for one in results.values() if isinstance(one, Failure)]
    assert [one.source for one in failures] == ["oskar-lindqvist.pdf"]
    assert failures[0].reason
    assert failures[0].error == "ReadError"


def test_the_order_is_the_one_that_a_careful_reader_would_give(results: dict[str, Report | Failure]) -> None:
    coverage = {name.partition(".")[0]: one.coverage for name, one in results.items() if isinstance(one, Report)}
    best = max(coverage, key=lambda name: coverage[name])
    worst = min(coverage, key=lambda name: coverage[name])
    assert (best, worst) == ("amara-nwosu", "sofia-marchetti")
    # A platform engineer without models of his own stands before the statistician, she before the cook.
    assert coverage["rahul-venkataraman"] > coverage["leila-haddad"] > 2 * coverage["sofia-marchetti"]
    assert coverage["mateo-fuentes-rivas"] > coverage["kwame-boateng"]


def test_flags_fall_where_they_should(results: dict[str, Report | Failure]) -> None:
    raised = {
        name.partition(".")[0]: {flag.id for flag in one.flags}
        for name, one in results.items()
        if isinstance(one, Report)
    }
    assert {"prompt-injection", "hidden-text", "impossible-experience", "unsupported-skills"} <= raised["jordan-ellery"]
    assert not raised["amara-nwosu"]
    assert not raised["mateo-fuentes-rivas"]
    # His two years of care are told in the resume: no gap to ask about.
    assert "timeline-gap" not in raised["tomasz-wieczorek"]


def test_hidden_text_of_an_example_adds_nothing(results: dict[str, Report | Failure]) -> None:
    jordan = results["jordan-ellery.pdf"]
    assert isinstance(jordan, Report)
    assert jordan.hidden_text_would_add > 0
