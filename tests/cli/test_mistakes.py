"""What people get wrong at the command line, and what they are told."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result
from rich.cells import cell_len

import aimatch
import aimatch.pipeline
from aimatch.batch.publish import json_name
from aimatch.cli import main

RESUME = "Zoe Quist\n\nExperience\nData Engineer, Acme, Jan 2020 - Dec 2022\n- Built pipelines in Python\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "zoe.txt").write_text(RESUME)
    (tmp_path / "role.toml").write_text(
        'id = "r"\n[[requirements]]\nid = "py"\nskil = ["python"]\nskills = ["kubernetes engin"]\nweigth = 2\n'
    )
    (tmp_path / "broken.toml").write_text('id = "r')
    (tmp_path / "broken.yaml").write_text('id: "r\n')
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "results.csv").write_text("name,turnover\nZoe,3\n")
    (tmp_path / "afile").write_text("")
    (tmp_path / "folder").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("score", "zoe.txt", "-p", "ai-enginer"), "; ai-engineer may be meant"),
        (("score", "zoe.txt", "-p", "role.toml"), "requirements[0].weigth: unknown field; 'weight' may be meant"),
        (("score", "zoe.txt", "-p", "role.toml"), "requirements[0].skil: unknown field; 'skills' may be meant"),
        (("score", "zoe.txt", "-p", "role.toml"), "'kubernetes engin' is no skill of the taxonomy; 'kubernetes"),
        (("score", "zoe.txt", "-p", "broken.toml"), "broken.toml: 1 problem can't be parsed"),
        (("score", "zoe.txt", "--as-of", "2026-13-01"), "'2026-13-01' is no day; write one as 2026-11-30"),
        (("score", ""), "the name of a file is empty"),
        (("extract", ""), "the name of a file is empty"),
        (("profile", "show", "ai-enginer"), "Invalid value for NAME: ai-enginer"),
        (("taxonomy", "show", "pyton"), "'Python'"),
        (("what-if", "zoe.txt", "--add", "pyton"), "'python'"),
        (("what-if", "zoe.txt", "--add", "docker", "--months", "100000"), "--months"),
        (("batch", "folder", "--out", "folder"), "holds no files to score"),
        (("batch", ".", "--out", "afile/below"), "afile/below can't be written to: Not a directory"),
        (("batch", ".", "--out", "afile"), "'afile' is a file"),
        (("batch", ".", "--out", "."), "--out: is the folder of the resumes itself"),
        (("batch", ".", "--out", "theirs"), "theirs holds results.csv, made by something else"),
        (("score", "zoe.txt", "zoe.txt", "--format", "csv"), "--format csv takes one file; `aimatch batch FOLDER`"),
        (("score", "zoe.txt", "zoe.txt", "--format", "html"), "--format html takes one file"),
        (
            ("score", "zoe.txt", "-p", "broken.yaml"),
            "no valid YAML: found unexpected end of stream (at line 2, column 1)",
        ),
    ],
)
def test_wrong_usage_says_what_may_be_meant(here: Path, arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert says in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("arguments", "failed"),
    [
        (("score", "no.pdf"), "no.pdf"),
        (("score", "folder"), "folder"),
        (("extract", "no.pdf"), "no.pdf"),
        (("compare", "zoe.txt", "no.pdf"), "no.pdf"),
        (("compare", "folder", "zoe.txt"), "folder"),
        (("what-if", "afile"), "afile"),
        (("interview", "no.pdf"), "no.pdf"),
        (("profile", "from-job", "no.txt"), "no.txt"),
    ],
)
def test_an_input_that_fails_is_named_in_words_and_in_json(here: Path, arguments: tuple[str, ...], failed: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"aimatch: {failed}: ")
    assert result.stderr.count(f"{failed}:") == 1
    result = run(*arguments, "--json")
    assert result.exit_code == 1
    failure = json.loads(result.stdout)
    assert failure["source"] == failed
    assert failure["error"] in ("ReadError", "FileNotFoundError")
    assert failure["reason"]
    assert not failure["reason"].startswith(failed)


def test_a_name_that_may_be_meant_is_told_where_one_looks_it_up(here: Path) -> None:
    result = run("taxonomy", "find", "pyton", "python")
    assert result.exit_code == 1
    assert "pyton: unknown; 'Python'" in result.stderr
    assert result.stdout.startswith("python: python")


def test_nothing_to_suggest_is_said(here: Path) -> None:
    result = run("taxonomy", "suggest", "folder")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no unknown term" in result.stderr


def test_a_folder_that_can_not_be_opened_is_a_row(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Root opens every folder, so the system's answer is made up.
    (here / "in" / "shut").mkdir(parents=True)
    (here / "in" / "zoe.txt").write_text(RESUME)
    scandir, access = os.scandir, os.access

    def closed(path: str) -> object:
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", closed)
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("shut") and access(path, mode))
    result = run("batch", "in", "--engine", "inline", "--json")
    assert result.exit_code == 1
    rows = {row["file"]: row for row in json.loads(result.stdout)["results"]}
    assert rows["zoe.txt"]["status"] == "scored"
    assert "can't be opened" in rows["shut"]["reason"]


@pytest.mark.parametrize(
    "name", ["Zoë Müller – CV (final).txt", "resümé/Зоя.txt", "C:\\Users\\zoe\\cv.txt", "-cv.txt", "'=1+1.txt"]
)
def test_names_of_any_kind(here: Path, name: str) -> None:
    path = here / "in" / name
    path.parent.mkdir(parents=True)
    path.write_text(RESUME)
    assert run("score", "--json", "--", f"in/{name}").exit_code == 0
    result = run("batch", "in", "--engine", "inline", "--out", "out put", "--json")
    assert result.exit_code == 0
    assert [row["file"] for row in json.loads(result.stdout)["results"]] == [name]
    assert (here / "out put" / "json" / f"{name}.json").is_file()
    assert 'id="candidate-1"' in (here / "out put" / "report.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (b"r\xe9sum\xe9.txt", "r\ufffdsum\ufffd.txt"),  # Latin-1, out of an old archive
        (b"line\nbreak.txt", "line\nbreak.txt"),
        (b"red\x1b[31m.txt", "red\x1b[31m.txt"),
        (b"n" * 250 + b".txt", "n" * 250 + ".txt"),
    ],
    ids=["no UTF-8", "line break", "escape", "long"],
)
def test_names_that_break_things(here: Path, name: bytes, shown: str) -> None:
    folder = here / "in"
    folder.mkdir()
    try:
        (folder / os.fsdecode(name)).write_text(RESUME)
    except OSError:
        pytest.skip("a file system that takes no such names")
    result = run("batch", "in", "--out", "out", "--workers", "1")
    assert result.exit_code == 0
    # One line a candidate, and nothing that steers the terminal.
    assert [line for line in result.stdout.splitlines() if ".txt" in line and "%" in line]
    assert "\x1b[31m" not in result.stdout
    rows = pd.read_csv(here / "out" / "results.csv")
    assert list(rows["file"]) == [shown]
    (kept,) = (here / "out" / "json").iterdir()
    assert kept.name == json_name(shown)
    assert json.loads(kept.read_text("utf-8"))["source"] == shown
    assert json.loads(run("score", f"in/{os.fsdecode(name)}", "--json").stdout)["source"] == shown


def test_a_link_that_leads_nowhere_is_a_row_without_a_path(here: Path) -> None:
    folder = here / "in"
    folder.mkdir()
    (folder / "cv.pdf").symlink_to(here / "gone.pdf")
    result = run("batch", "in", "--engine", "inline", "--json")
    assert result.exit_code == 1
    (row,) = json.loads(result.stdout)["results"]
    assert (row["file"], row["reason"]) == ("cv.pdf", "is a link that leads nowhere")


def test_wide_letters_keep_the_columns_of_a_ranking(here: Path) -> None:
    folder = here / "in"
    folder.mkdir()
    for name in ("ascii.txt", "履歴書.txt", "Zoe\u0308.txt", "職務経歴書" * 9 + ".txt"):
        (folder / name).write_text(RESUME)
    result = run("batch", "in", "--engine", "inline")
    lines = [line for line in result.stdout.splitlines() if ".txt" in line and "%" in line]
    assert {cell_len(line[: line.index("%")]) for line in lines} == {cell_len(lines[0][: lines[0].index("%")])}
    assert len(lines) == 4


def test_one_file_that_can_not_be_read_does_not_end_the_mining(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = here / "in"
    folder.mkdir()
    (folder / "a.png").write_bytes(b"")
    (folder / "b.txt").write_text(RESUME)
    read = aimatch.pipeline.read

    def without_ocr(path: Path, **arguments: object) -> aimatch.Resume:
        if path.suffix == ".png":
            raise aimatch.MissingExtra("reading a picture", "ocr")
        return read(path, **arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("aimatch.pipeline.read", without_ocr)
    result = run("taxonomy", "suggest", "in")
    assert result.exit_code == 1
    assert "a.png: reading a picture needs an optional dependency" in result.stderr
    assert "no unknown term" in result.stderr


def test_a_flag_that_is_none_is_a_problem_of_the_role(tmp_path: Path) -> None:
    role = tmp_path / "role.toml"
    role.write_text('id = "r"\nflags_off = ["timeline-gab"]\n[[requirements]]\nid = "py"\nskills = ["python"]\n')
    checked = run("profile", "check", str(role))
    assert checked.exit_code == 1
    assert "role.toml: 1 problem" in checked.output
    assert "'timeline-gab' is no flag; timeline-gap may be meant" in checked.output
