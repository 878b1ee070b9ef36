"""The README is true: its examples run, its links lead somewhere, its commands exist, its output is the real one."""

from __future__ import annotations

import doctest
import re
from datetime import date
from pathlib import Path

import click
import pytest

from aimatch.batch import score_folder
from aimatch.cli import main
from aimatch.outputs.table import COLUMNS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")


def test_the_examples_hold() -> None:
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "skill_taxonomy/README.md"])
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_the_commands_exist() -> None:
    table = TEXT[TEXT.index("## On the command line") : TEXT.index("## In Python")]
    named = {
        (command, name)
        for row in re.findall(r"^\| (`aimatch .+?) \|", table, re.MULTILINE)
        for command, first in [re.findall(r"`aimatch ([\w-]+) ?([\w-]*)", row)[0]]
        for name in ([first, *re.findall(r", `([\w-]+)`", row)] if first.islower() else [""])
    }
    existing = {
        (command, name)
        for command, one in main.commands.items()
        for name in (one.commands if isinstance(one, click.Group) else [""])
    }
    assert named == existing


def test_the_ranking_is_the_one_that_the_demo_prints() -> None:
    shown = re.findall(r"^ +([\d–]+)  (\S+) +[█·]+ +(\d+) %", TEXT, re.MULTILINE)
    frame = score_folder(ROOT / "examples" / "resumes", as_of=date(2026, 11, 1), workers=2)
    scored = frame[frame["status"] == "scored"].sort_values("coverage", ascending=False)
    assert [name for _, name, _ in shown] == list(scored["file"])
    for (_, name, percent), coverage in zip(shown, scored["coverage"], strict=True):
        # A few words more in the taxonomy may move a point or two; more than that and the README tells an old story.
        assert abs(int(percent) - 100 * coverage) <= 3, name


def test_the_columns_are_where_the_readme_says() -> None:
    assert "aimatch.outputs.table.COLUMNS" in TEXT
    assert all(COLUMNS.values())
