"""Questions about reports, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aimatch.cli import main


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text("Experience\nML Engineer, Acme, Jan 2020 - Dec 2023\n- Built PyTorch models in Python\n", "utf-8")
    b.write_text("Skills\nPython, Java\n", "utf-8")
    return a, b


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [*map(str, arguments), "--as-of", "2026-11-01"], input=stdin)


def test_compare(files: tuple[Path, Path]) -> None:
    shown = run("compare", *files)
    assert shown.exit_code == 0
    assert "a.txt stands clearly above b.txt" in shown.stdout
    content = json.loads(run("compare", *files, "--json").stdout)
    assert content["gap"] > 0
    assert run("compare", *files, "--html").stdout.startswith("<!DOCTYPE html>")


def test_what_if(files: tuple[Path, Path]) -> None:
    shown = run("what-if", files[1], "--add", "k8s", "--add", "docker", "--months", 24)
    assert "2 years of Kubernetes and Docker at work" in shown.stdout
    content = json.loads(run("what-if", files[1], "--degree", "master", "--json").stdout)
    assert content["degree"] == "master"
    assert content["gain"] > 0


def test_without_a_skill_it_tells_what_would_raise_the_coverage_most(files: tuple[Path, Path]) -> None:
    assert "1. " in run("what-if", files[1]).stdout
    assert len(json.loads(run("what-if", files[1], "--best", 2, "--json").stdout)) == 2


def test_an_unknown_skill_is_wrong_usage(files: tuple[Path, Path]) -> None:
    result = run("what-if", files[1], "--add", "flurbo")
    assert result.exit_code == 2
    assert "flurbo" in result.stderr


def test_interview(files: tuple[Path, Path]) -> None:
    assert "Listen for:" in run("interview", files[0]).stdout
    assert json.loads(run("interview", "-", "--json", stdin="Skills: Python\n").stdout)["questions"]
    assert run("interview", files[0], "--html").stdout.startswith("<!DOCTYPE html>")


def test_a_file_that_can_not_be_read_ends_with_1(tmp_path: Path, files: tuple[Path, Path]) -> None:
    result = run("compare", files[0], tmp_path / "none.txt")
    assert result.exit_code == 1
    assert "none.txt" in result.stderr
