"""The table of formats."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest

from aimatch import outputs
from aimatch.outputs import FORMATS, career, wording
from aimatch.report import Report


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_renders_a_report(name: str, report: Report) -> None:
    one = FORMATS[name]
    assert one.name == name
    assert one.suffix.startswith(".")
    assert one.render(report).strip()


def test_the_table_is_sorted_and_each_module_has_its_row() -> None:
    assert list(FORMATS) == sorted(FORMATS)
    folder = Path(outputs.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {
        "__init__",
        "answers",
        "career",
        "copies",
        "row",
        "wording",
    }
    assert modules == {one.module for one in FORMATS.values()}


def test_the_wording_is_as_its_docstrings_say() -> None:
    assert doctest.testmod(wording).failed == 0
    assert doctest.testmod(career).failed == 0
