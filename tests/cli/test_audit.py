"""The fairness audit from the command line, and the mistakes that people make with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from aimatch.cli import main


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "in"
    folder.mkdir()
    for number, name in enumerate(("Anna Bauer", "Otto Lund", "Mia Roth")):
        (folder / f"{number}.txt").write_text(
            f"{name}\nx{number}@example.com\n\nSkills\n{'Python, SQL, Docker'[: 6 + 6 * number]}\n"
        )
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "groups.csv").write_text("file,sex,invited\n0.txt,f,yes\n1.txt,m,no\n2.txt,f,no\nbroken.pdf,m,no\n")
    (tmp_path / "role.toml").write_text('id = "r"\n[[requirements]]\nid = "a"\nskills = ["python"]')
    assert run("batch", "in", "--out", "results", "--engine", "inline", "-p", "role.toml").exit_code == 1
    return tmp_path


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [*arguments], input=stdin)


def test_ratios_are_shown(here: Path) -> None:
    shown = run("audit", "ratios", "results", "--groups", "groups.csv", "--selected", "invited", "--smallest", "1")
    assert shown.exit_code == 0, shown.output
    assert "Selection rates by sex" in shown.stdout
    assert "Scoring rates (above the median coverage) by sex" in shown.stdout
    assert "aimatch guesses nobody's" in shown.stdout
    assert "by invited" not in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 100


def test_ratios_as_json(here: Path) -> None:
    content = json.loads(
        run(
            "audit", "ratios", "results/results.parquet", "-g", "groups.csv", "--top", "1", "--by", "sex", "--json"
        ).stdout
    )
    assert content["failed"] == 1
    assert [row["failed"] for one in content["tables"] for row in one["groups"]] != []


MISTAKES = [
    (("--cutoff", "60"), 2, "for 60 % write 0.6"),
    (("--by", "gender"), 2, "groups.csv: has no column 'gender'; it has 'sex', 'invited'"),
    (("--selected", "hired"), 2, "no column 'hired' of decisions"),
    (("--selected", "sex"), 2, "'f' in 2 rows: write yes or no"),
    (("--top", "2", "--cutoff", "0.5"), 2, "in one way"),
    (("--top", "0"), 2, "1 or more"),
]


@pytest.mark.parametrize(("options", "code", "said"), MISTAKES)
def test_a_mistake_with_ratios_is_told(here: Path, options: tuple[str, ...], code: int, said: str) -> None:
    result = run("audit", "ratios", "results", "--groups", "groups.csv", *options)
    assert (result.exit_code, said in result.output) == (code, True), result.output


def test_tables_that_can_not_be_read_are_told(here: Path) -> None:
    Path("bad.csv").write_bytes("file,n\u00e4me\n".encode("latin-1"))
    result = run("audit", "ratios", "results", "-g", "bad.csv")
    assert result.exit_code == 1
    assert "aimatch: bad.csv, byte 6: is not UTF-8 (save it as CSV (UTF-8))" in result.output
    assert json.loads(run("audit", "ratios", "results", "-g", "bad.csv", "--json").stdout)["source"] == "bad.csv"
    assert run("audit", "ratios", "nowhere", "-g", "groups.csv").exit_code == 2
    result = run("audit", "ratios", "in", "-g", "groups.csv")
    assert result.exit_code == 1
    assert "holds no results.csv" in result.output
    assert "Missing option '--groups'" in run("audit", "ratios", "results").output


def test_swaps_of_a_file_a_folder_and_the_standard_input(here: Path) -> None:
    shown = run("audit", "swaps", "in/0.txt", "-p", "role.toml")
    assert shown.exit_code == 0, shown.output
    assert "name      identical: 'Anna Bauer' to 'Greta Lindholm'" in shown.stdout
    assert "photo     not made: no picture was found" in shown.stdout
    assert "No swap moved any number of 1 resume" in shown.stdout
    folder = run("audit", "swaps", "in", "-p", "role.toml")
    assert folder.exit_code == 1  # a file of it is broken, and told
    assert "broken.pdf: can't be opened as PDF" in folder.output
    assert "No swap moved any number of 3 resumes" in folder.stdout
    assert (
        run("audit", "swaps", "-", "-p", "role.toml", stdin="Anna Bauer\nx@example.com\n\nSkills\nPython").exit_code
        == 0
    )
    (here / "empty").mkdir()
    assert run("audit", "swaps", "empty").exit_code == 2
    assert run("audit", "swaps", "nowhere.txt").exit_code == 1


def test_a_number_that_moves_is_no_success(here: Path) -> None:
    Path("own.toml").write_text(
        '[[skill]]\nid = "lindholm"\nname = "Lindholm"\nkind = "method"\nsource = "invented"\nexamples = ["Built it by Lindholm."]\n'
    )
    result = run("audit", "swaps", "in/0.txt", "-p", "role.toml", "--taxonomy", "own.toml")
    assert result.exit_code == 1
    assert "moved numbers" in result.stdout
    content = json.loads(
        run("audit", "swaps", "in/0.txt", "-p", "role.toml", "--taxonomy", "own.toml", "--json").stdout
    )
    assert content["identical"] is False
