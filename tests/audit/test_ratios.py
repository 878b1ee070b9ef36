"""Impact ratios from tables as people have them, and the mistakes that people make."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner

import aimatch
from aimatch.cli import main
from aimatch.outputs import table

ROOT = Path(__file__).resolve().parents[2]

COVERAGES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1]
RESULTS = pd.DataFrame(
    {
        "file": [f"{number}.txt" for number in range(10)],
        "status": ["scored"] * 9 + ["failed"],
        "coverage": [*COVERAGES, None],
        "duplicates": ["", "2.txt", "1.txt"] + [""] * 7,
    }
)
GROUPS = pd.DataFrame(
    {
        "file": [f"{number}.txt" for number in range(10)],
        "sex": ["f", "m"] * 5,
        "origin": ["x", "x", "y", "y", "", "x", "x", "y", "y", "y"],
        "invited": ["yes", "No", "1", "0", "", "TRUE", "n", "no", "no", "yes"],
    }
)


def by_group(found: aimatch.ImpactRatios, measure: str, *by: str) -> dict[str, tuple[int, int]]:
    rows = next(one for one in found.tables if one.measure == measure and one.by == by).groups
    return {row.group: (row.selected, row.people) for row in rows}


def test_a_cutoff_selects_and_the_median_parts() -> None:
    found = aimatch.impact_ratios(RESULTS, GROUPS, cutoff=0.6, by=["sex", "origin"])
    assert by_group(found, "selection", "sex") == {"f": (2, 5), "m": (2, 4)}
    assert found.median == 0.5
    assert by_group(found, "scoring", "sex") == {"f": (2, 5), "m": (2, 4)}  # above, not at
    assert by_group(found, "selection", "sex", "origin") == {
        "f × x": (1, 2), "f × y": (1, 2), "m × x": (1, 2), "m × y": (1, 2),
    }  # fmt: skip
    assert [(one.measure, one.by, one.without_group) for one in found.tables] == [
        ("selection", ("sex",), 0), ("selection", ("origin",), 1), ("selection", ("sex", "origin"), 1),
        ("scoring", ("sex",), 0), ("scoring", ("origin",), 1), ("scoring", ("sex", "origin"), 1),
    ]  # fmt: skip
    assert (found.files, found.failed) == (10, 1)
    assert any("2 files may be one application" in note for note in found.notes)


def test_the_first_so_many_are_selected_with_their_ties() -> None:
    tied = RESULTS.assign(coverage=[0.9, 0.8, 0.8, 0.8, *[0.1] * 5, None])
    found = aimatch.impact_ratios(tied, GROUPS, top=2, by="sex")
    assert by_group(found, "selection", "sex") == {"f": (2, 5), "m": (2, 4)}
    assert any("4 are selected, not 2" in note for note in found.notes)
    assert any("all 9" in note for note in aimatch.impact_ratios(RESULTS, GROUPS, top=50, by="sex").notes)


def test_decisions_of_ones_own_count_failed_files_too() -> None:
    found = aimatch.impact_ratios(RESULTS, GROUPS, selected="invited")
    assert by_group(found, "selection", "sex") == {"f": (2, 4), "m": (2, 5)}
    assert found.undecided == 1
    assert ("invited",) not in {one.by for one in found.tables}


def test_without_a_selection_only_scoring_rates_are_told() -> None:
    found = aimatch.impact_ratios(RESULTS, GROUPS, by="sex")
    assert {one.measure for one in found.tables} == {"scoring"}
    assert found.selection == ""
    assert list(found.to_frame().columns[:4]) == ["measure", "by", "group", "people"]


def test_tables_come_from_files_of_spreadsheets_too(tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text(
        "\ufeffrank;file;status;coverage\n1;'=odd.txt;scored;0,75\n2;sub/b.txt;scored;0,25\n;c.txt;failed;\n", "utf-8"
    )
    (tmp_path / "groups.csv").write_text(
        "\ufefffile;sex;\n=odd.txt;f;\nsub\\b.txt; m ;\nc.txt;m;\n;;\nghost.txt;f;\n", "utf-8"
    )
    found = aimatch.impact_ratios(tmp_path, tmp_path / "groups.csv", cutoff=0.5)
    assert by_group(found, "selection", "sex") == {"f": (1, 1), "m": (0, 1)}
    assert found.tables[0].groups[1].failed == 1
    assert found.unknown == ("ghost.txt",)
    RESULTS.to_parquet(tmp_path / "results.parquet")
    again = aimatch.impact_ratios(tmp_path / "results.parquet", GROUPS, cutoff=0.6, by="sex")
    assert again == aimatch.impact_ratios(RESULTS, GROUPS, cutoff=0.6, by="sex")


ROWS_WITHOUT_A_FILE = [
    ("", "none, to compare the others with"),
    ("nobody,f\n", "a file that is in no result"),
    (",f\n", "a row of totals above the others, which named no file"),
    (" ,f\n", "a cell of white space alone"),
    (",f\n,m\n", "two of them, which are no file named twice"),
]


@pytest.mark.parametrize("at", [0, 1, 2, 3], ids=lambda at: f"row {at}")
@pytest.mark.parametrize(("row", "why"), ROWS_WITHOUT_A_FILE, ids=lambda one: repr(one))
def test_a_row_that_names_no_file_moves_nobody_into_another_group(tmp_path: Path, row: str, why: str, at: int) -> None:
    results = pd.DataFrame({"file": list("abc"), "status": "scored", "coverage": [0.9, 0.8, 0.1]})
    rows = ["a,f\n", "b,m\n", "c,m\n"]
    (tmp_path / "groups.csv").write_text("".join(["file,sex\n", *rows[:at], row, *rows[at:]]))
    found = aimatch.impact_ratios(results, tmp_path / "groups.csv", cutoff=0.5)
    assert by_group(found, "selection", "sex") == {"f": (1, 1), "m": (1, 2)}, why
    assert found.unknown == (("nobody",) if "nobody" in row else ())


def test_the_frame_of_a_folder_can_be_audited(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text("Skills\nPython\n")
    frame = aimatch.score_folder(tmp_path, engine="inline")
    groups = pd.DataFrame({"file": ["a.txt", "b.txt"], "sex": ["f", "m"]})
    assert by_group(aimatch.impact_ratios(frame, groups, top=1), "selection", "sex") == {"f": (1, 1), "m": (1, 1)}
    assert set(frame.columns) >= set(table.COLUMNS)


def test_notes_tell_what_is_wrong_with_the_groups() -> None:
    def notes(**columns: list[str]) -> str:
        return " ".join(aimatch.impact_ratios(RESULTS, GROUPS[["file"]].assign(**columns), cutoff=0.99).notes)

    assert "gives no file of the results a group" in notes(sex=[""] * 10)
    assert "one group only ('f')" in notes(sex=["f"] * 10)
    assert "'F' and 'f'" in notes(sex=["f", "F"] * 5)
    assert "nobody with a group in 'sex' was selected" in notes(sex=["f", "m"] * 5)
    assert "no two groups are large enough" in notes(sex=list("abcdefghij"))


DECISIONS = [
    ({"cutoff": 0.5}, True, "the decision is taken for one of the columns of groups"),
    ({"cutoff": 0.5, "by": ["sex"]}, False, "the columns of groups are named"),
    ({"cutoff": 0.5, "by": ["invited"]}, False, "so is this one, which may be what people told of themselves"),
    ({"selected": "invited"}, False, "it is named as the decision"),
]


@pytest.mark.parametrize(("asked", "noted", "why"), DECISIONS, ids=lambda one: one if isinstance(one, str) else "")
def test_a_column_of_decisions_among_the_groups_is_noted(asked: dict[str, Any], noted: bool, why: str) -> None:
    notes = aimatch.impact_ratios(RESULTS, GROUPS, **asked).notes
    assert any("'invited': holds only yes and no" in note for note in notes) == noted, why
    assert not any("'sex': holds only" in note for note in notes)


def test_the_commands_of_the_documentation_take_no_decision_for_a_group(tmp_path: Path) -> None:
    page = (ROOT / "docs/fairness.md").read_text("utf-8")
    given = re.search(r"(?m)(?:^    .*\n)*^    file,.*\n(?:^    .*\n)+", page)
    assert given is not None
    (tmp_path / "groups.csv").write_text("".join(line.strip() + "\n" for line in given.group().splitlines()))
    files = [line.split(",")[0] for line in given.group().split()[1:]]
    results = pd.DataFrame({"file": files, "status": "scored", "coverage": 0.7})
    commands = re.findall(r"(?m)^    aimatch (audit ratios .+)$", page)
    assert len(commands) > 2
    results.to_csv(tmp_path / "results.csv", index=False)
    for command in commands:
        arguments = command.replace("results/", str(tmp_path)).replace("groups.csv", str(tmp_path / "groups.csv"))
        done = CliRunner().invoke(main, [*arguments.split(), "--json"])
        assert done.exit_code == 0, done.output
        assert not any("invited" in one["by"] for one in json.loads(done.stdout)["tables"]), command


MISTAKES = [
    ({"cutoff": 60}, ValueError, "for 60 % write 0.6"),
    ({"cutoff": -0.1}, ValueError, "a share of 0 to 1"),
    ({"top": 0}, ValueError, "1 or more"),
    ({"smallest": 0}, ValueError, "1 or more"),
    ({"top": 3, "cutoff": 0.5}, ValueError, "in one way"),
    ({"by": "gender"}, aimatch.AuditError, "no column 'gender'; it has 'sex'"),
    ({"selected": "hired"}, aimatch.AuditError, "no column 'hired' of decisions"),
    ({"selected": "origin"}, aimatch.AuditError, "'x' in 4 rows: write yes or no"),
    ({"groups": GROUPS.rename(columns={"file": "name"})}, aimatch.AuditError, "no column 'file'"),
    ({"groups": GROUPS.assign(file="other.pdf").head(1)}, aimatch.AuditError, "none of its files is in the results"),
    ({"groups": pd.concat([GROUPS, GROUPS.head(1)])}, aimatch.AuditError, "'0.txt' stands in 2 rows"),
    ({"groups": GROUPS[["file"]]}, aimatch.AuditError, "no column of groups"),
    ({"groups": GROUPS.head(0)}, aimatch.AuditError, "names no file"),
    ({"results": GROUPS}, aimatch.AuditError, "no column 'coverage'"),
    ({"results": RESULTS.head(0)}, aimatch.AuditError, "hold no file"),
    ({"results": ["a.txt"]}, TypeError, "a path or a DataFrame"),
    ({"groups": "nowhere.csv"}, FileNotFoundError, "no such file"),
]


@pytest.mark.parametrize(("given", "error", "said"), MISTAKES, ids=lambda one: one if isinstance(one, str) else "")
def test_a_mistake_is_told_with_its_remedy(given: dict[str, object], error: type[Exception], said: str) -> None:
    arguments: dict[str, object] = {"results": RESULTS, "groups": GROUPS} | given
    with pytest.raises(error) as raised:
        aimatch.impact_ratios(arguments.pop("results"), arguments.pop("groups"), **arguments)  # type: ignore[arg-type]
    assert said in str(raised.value)


FILES = [
    ("groups.csv", b"", "is empty"),
    ("groups.csv", "file,n\u00e4me\na,b\n".encode("latin-1"), "is not UTF-8"),
    ("groups.csv", b"file,sex,sex\na,f,f\n", "names a column twice"),
    ("groups.csv", b"file,sex\nLindholm, Greta.pdf,f\n", "row 2: has more cells"),
    ("groups.xlsx", b"PK", "is a spreadsheet"),
    ("groups.parquet", b"PAR1", "can't be read as a table"),
]


@pytest.mark.parametrize(("name", "content", "said"), FILES, ids=lambda one: one if isinstance(one, str) else "")
def test_a_file_that_is_no_table_is_told_with_its_place(tmp_path: Path, name: str, content: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(aimatch.ReadError) as raised:
        aimatch.impact_ratios(RESULTS, tmp_path / name)
    assert said in str(raised.value)
    assert raised.value.source == name
    assert raised.value.remedy


def test_a_folder_without_results_is_told(tmp_path: Path) -> None:
    with pytest.raises(aimatch.ReadError, match=r"holds no results\.csv"):
        aimatch.impact_ratios(tmp_path, GROUPS)


@pytest.mark.parametrize(("groups", "asked"), [(30, False), (31, True)], ids=["as many as there may be", "one more"])
def test_a_column_of_very_many_groups_may_be_none(groups: int, asked: bool) -> None:
    names = [f"{number}.txt" for number in range(80)]
    results = pd.DataFrame({"file": names, "status": "scored", "coverage": 0.5, "duplicates": ""})
    column = [f"g{number % groups:02}" for number in range(80)]
    notes = aimatch.impact_ratios(results, pd.DataFrame({"file": names, "team": column}), cutoff=0.9).notes
    assert any(f"has {groups} groups; is it a column of groups?" in note for note in notes) is asked


@pytest.mark.parametrize(("told", "noted"), [("", False), ("10 of 60 files", True)], ids=["whole", "interrupted"])
def test_a_run_that_was_interrupted_is_noted(told: str, noted: bool) -> None:
    notes = aimatch.impact_ratios(RESULTS.assign(incomplete=told), GROUPS, cutoff=0.5, by=["sex"]).notes
    assert any("interrupted (10 of 60 files)" in note for note in notes) is noted
