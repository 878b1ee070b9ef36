"""Patterns that name lists of words: what they stand for, and that no list is named that is not there, nor kept that nobody names."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

import aimatch
from aimatch import data
from aimatch.errors import TaxonomyError
from aimatch.extract.rules.listed import Deferred, any_of, cased, filled, listed

PACKAGE = Path(aimatch.__file__).parent / "extract"


def patterns() -> list[Deferred]:
    for module in pkgutil.walk_packages([str(PACKAGE)], "aimatch.extract."):
        importlib.import_module(module.name)
    gc.unfreeze()  # a command that ran before in this process set its objects aside
    return [one for one in gc.get_objects() if isinstance(one, Deferred)]


@pytest.mark.parametrize(
    ("pattern", "text", "told"),
    [
        (any_of("joining"), "Go AND Java", "AND"),
        (any_of("list_stops+joining"), "Go and Java", "and"),
        (cased(r"({doing:told/nouns_too})\b"), "model", None),
        (cased(r"({doing:told})\b"), "modelled", "modelled"),
        (cased(r"{!given_to}\bme\b"), "she gave me", None),
        (cased(r"(?:{%openers})\b"), "where\nI can", "where\nI can"),
        (cased(r"\b(?:{~formal})\b"), "certified", "certified"),
        (Deferred(r"a{2,3}(?:{quantities.percent})"), "aapercent", "aapercent"),
    ],
)
def test_what_a_name_in_braces_stands_for(pattern: Deferred, text: str, told: str | None) -> None:
    found = pattern.search(text)
    assert (found.group() if found else None) == told


@pytest.mark.parametrize(
    ("document", "told"),
    [
        ("I MODELLED it", ["MODELLED"]),
        ("Nothing of the kind", []),
        (
            "L\u0131sted with \u0130tems that were l\u0131sted",
            ["L\u0131sted", "l\u0131sted"],
        ),  # Turkish letters are an "i" too
    ],
)
def test_items_that_a_document_does_not_hold_are_left_out_until_the_third(document: str, told: list[str]) -> None:
    filler = " -" * 100
    pattern = cased(r"\b(?:{doing:told}|listed)\b")
    for count in range(4):
        text = document + filler * (count + 1)
        assert [found.group() for found in pattern.finditer(text)] == told
        assert [found.group() for found in pattern.finditer(document)] == told
    assert len(pattern.compiled.pattern) > 1000
    assert len(filled(pattern.pattern, document)) < 100


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(TaxonomyError, match="no_such_list is missing"):
        listed("no_such_list")
    with pytest.raises(TaxonomyError, match="no_such_list is missing"):
        filled("{remarks.no_such_list}")


def test_every_pattern_can_be_compiled() -> None:
    found = patterns()
    assert len(found) > 100
    for pattern in found:
        assert isinstance(pattern.compiled, re.Pattern)


def test_every_list_is_named_somewhere() -> None:
    code = "\n".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    table = data.table("language/status")
    rows = [("", table)] + [(name, row) for name, row in table.items() if isinstance(row, dict) and name != "slots"]
    unused = [
        f"{place}.{name}"
        for place, row in rows
        for name, items in row.items()
        if isinstance(items, list)
        and name != "cue"
        and place != "marks"
        and not re.search(rf"\b{re.escape(name)}\b", code)
    ]
    assert unused == []
