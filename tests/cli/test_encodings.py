"""Output where there is no UTF-8: nothing that is printed ends in an error, and what programs read stays UTF-8."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from aimatch.cli import main

TEXT = "Zo\u00eb Quist\n\nExperience\nEngineer \u2013 data, Acme, Jan 2020 - Dec 2022\n- Built \u2265 9 pipelines \u2192 in Python\n"


@pytest.fixture
def resume(tmp_path: Path) -> str:
    path = tmp_path / "zo\u00eb.txt"
    path.write_text(TEXT, "utf-8")
    return str(path)


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp437", "utf-8"])
def test_text_has_plain_signs_where_the_encoding_lacks_them(resume: str, encoding: str) -> None:
    result = CliRunner(charset=encoding).invoke(main, ["score", resume, "--as-of", "2026-11-30"])
    assert result.exit_code == 0, result.exception
    lines = result.stdout_bytes.decode(encoding)
    assert "used at work: Python" in lines
    has_blocks = encoding in ("cp437", "utf-8")
    assert ("\u2588" in lines, "##" in lines) == (has_blocks, not has_blocks)


@pytest.mark.parametrize("form", ["json", "html", "csv"])
def test_what_programs_read_is_utf_8_anywhere(resume: str, form: str) -> None:
    asked = ["score", resume, "--as-of", "2026-11-30", "--format", form]
    first, second = (CliRunner(charset=charset).invoke(main, asked).stdout_bytes for charset in ("cp1252", "utf-8"))
    assert first == second
    assert "Python" in first.decode("utf-8")
    if form == "json":
        assert json.loads(first)["coverage"] > 0


def test_a_folder_is_ranked_in_any_encoding(resume: str, tmp_path: Path) -> None:
    asked = ["batch", str(Path(resume).parent), "--out", str(tmp_path / "out"), "--as-of", "2026-11-30"]
    result = CliRunner(charset="latin-1").invoke(main, asked)
    assert result.exit_code == 0, result.exception
    assert b"zo\xeb.txt" in result.stdout_bytes
