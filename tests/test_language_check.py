"""Mistakes that a person makes in the data are told with their file and place."""

from __future__ import annotations

import copy
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from aimatch import data, language_check
from aimatch.errors import TaxonomyError

Change = Callable[[dict[str, Any]], Any]


def faults(name: str, change: Change) -> list[str]:
    table = copy.deepcopy(dict(data.table(name)))
    change(table)
    return list(language_check._shape(name, table))


@pytest.mark.parametrize(
    ("name", "change", "told"),
    [
        ("strength", lambda table: table.update(doing="built"), "doing: must be a list of texts"),
        ("strength", lambda table: table["doing"].append(1), "doing: must be a list of texts"),
        ("strength", lambda table: table["doing"].append(" "), "(or a table of such lists), not ' '"),
        ("usage", lambda table: table.update(smal_words=["of"]), "nothing reads 'smal_words'; is it misspelt?"),
        ("degrees", lambda table: table.update(university_years="four"), "university_years: must be a number"),
        (
            "dates",
            lambda table: table["seasons"].update(spring=[3, 15]),
            "seasons.spring: must be a list of months, 1 to 12",
        ),
        ("deeds", lambda table: table["deed"][0].pop("verbs"), "deed[1]: verbs is missing"),
        (
            "deeds",
            lambda table: table["deed"][1].update(verb=["do"]),
            "deed[2]: unknown field 'verb'; it has skill, verbs",
        ),
        ("deeds", lambda table: table["deed"][0].update(reach="4"), "deed[1].reach: must be a number"),
        ("deeds", lambda table: table.update(deed=table["deed"][0]), "deed: begin each entry with [[deed]]"),
        (
            "injection",
            lambda table: table["pattern"][0].update(pattern="(?:a"),
            "pattern[1].pattern: must be a regular expression: missing ), unterminated subpattern at position 0",
        ),
        ("interview", lambda table: table["flag"].append(table["flag"][0]), "stands twice"),
        (
            "behaviours",
            lambda table: table["behaviour"][0]["pattern"][0].update(order="some"),
            "behaviour[1].pattern[1].order: must be one of any",
        ),
        ("spelling", lambda table: table["endings"].append("s"), "endings: must be a list of lists of texts"),
    ],
)
def test_a_mistake_is_told(name: str, change: Change, told: str) -> None:
    (fault,) = faults(f"language/{name}", change)
    assert fault.startswith(f"language/{name}.toml: ")
    assert told in fault


def test_the_shipped_files_have_none() -> None:
    assert language_check.problems() == []


def test_a_file_that_nothing_reads_is_told() -> None:
    assert list(language_check._shape("language/headngs", {})) == [
        "language/headngs.toml: nothing reads a file of this name; see the others in language/"
    ]


def test_a_name_that_is_missing_says_where() -> None:
    with pytest.raises(TaxonomyError, match=r"language/headings\.toml: kinds\.no_such_kind is missing, or misspelt"):
        data.table("language/headings")["kinds"]["no_such_kind"]


def test_ids_of_no_skill_are_told() -> None:
    tables = copy.deepcopy({name: dict(one) for name, one in data.load_data().items() if name.startswith("language/")})
    tables["language/flags"]["families"]["ai"].append("machine-lerning")
    tables["language/deeds"]["deed"][0]["skill"] = "adaptibility"
    tables["language/interview"]["flag"][0]["id"] = "hidden-txt"
    tables["language/behaviours"]["behaviour"][0]["pattern"][0]["without"] = ["@schoolin"]
    assert [*language_check._references(tables)] == [
        "language/deeds.toml: deed[1].skill: 'adaptibility' is no id of a skill; is adaptability meant?",
        "language/flags.toml: families.ai: 'machine-lerning' is no id of a skill; is machine-learning meant?",
        "language/behaviours.toml: '@schoolin' is none of its sets",
        "language/interview.toml: flag[1]: 'hidden-txt' is no id of a flag",
    ]


def test_the_command_tells_what_the_code_misses(tmp_path: Path) -> None:
    """Once, in a process of its own: rules are made of the files but once."""
    for path in data.directory().glob("*/*.toml"):
        copied = tmp_path / path.parent.name / path.name
        copied.parent.mkdir(exist_ok=True)
        text = path.read_text("utf-8")
        if path.name == "headings.toml":
            text = text.replace("[kinds]", "[hints_of_kinds]", 1).replace("[cores]", "[core]", 1)
        copied.write_text(text, "utf-8")
    code = (
        f"import pathlib, aimatch.data as data; data.directory = lambda: pathlib.Path({str(tmp_path)!r});"
        " from aimatch.language_check import problems; print(*problems(), sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300)
    assert "language/headings.toml: nothing reads 'hints_of_kinds'; is it misspelt?" in done.stdout
