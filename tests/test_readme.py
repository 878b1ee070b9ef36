"""README and docs are true: its examples run, its links lead somewhere, its commands exist, its output is the real one."""

from __future__ import annotations

import doctest
import re
from datetime import date
from importlib import import_module
from pathlib import Path

import click
import pytest

from aimatch.batch import score_folder
from aimatch.cli import main
from aimatch.outputs.table import COLUMNS
from aimatch.profile import load_profile
from aimatch.profile_check import check_profile

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
TEXT = README.read_text("utf-8")
#: The folders whose pages are read by people.
PAGES = (".", "docs", "skill_taxonomy", "training")


def test_the_examples_hold() -> None:
    result = doctest.testfile(str(README), module_relative=False)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize(
    "page",
    sorted(path.relative_to(ROOT).as_posix() for folder in PAGES for path in (ROOT / folder).glob("*.md")),
)
def test_links_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\((?!https?://)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_every_page_of_the_documentation_is_linked() -> None:
    for page in (ROOT / "docs").glob("*.md"):
        assert f"(docs/{page.name})" in TEXT, page.name


TAXONOMY_README = (ROOT / "skill_taxonomy" / "README.md").read_text("utf-8")


#: The commands that look for no skills, or take such a file as what they are about.
NO_SKILLS = {"flags list", "flags show", "profile list", "audit ratios", "taxonomy check"}


def test_the_option_of_own_skills_is_where_it_is_said_to_be() -> None:
    assert "of every command that looks for skills" in TAXONOMY_README
    without = {
        f"{command} {name}".strip()
        for command, one in main.commands.items()
        for name, each in (one.commands.items() if isinstance(one, click.Group) else [("", one)])
        if not any("--taxonomy" in option.opts for option in each.params)
    }
    assert without == NO_SKILLS


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


def test_the_figures_of_the_score_are_those_of_the_code() -> None:
    rows = re.findall(
        r"^\| .+ \| (`.+`) \| ([\d., ]+) \|$", (ROOT / "docs" / "score.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) > 10
    for names, figures in rows:
        for name, figure in zip(re.findall("`(.+?)`", names), figures.split(","), strict=True):
            module, _, rest = name.rpartition(".")
            constant, _, key = rest.partition("[")
            value = getattr(import_module(".".join(filter(None, ("aimatch.score", module)))), constant)
            assert (value[key.strip('"]')] if key else value) == float(figure), name


OWN = (ROOT / "docs" / "own-profile.md").read_text("utf-8")


def test_the_worked_example_of_a_role_loads_and_is_sound(tmp_path: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text(re.findall(r"```toml\n(.*?)```", OWN, re.DOTALL)[0], "utf-8")
    role = load_profile(path)
    assert [one.id for one in role.requirements][:5] == ["python", "pipelines", "containers", "mentoring", "degree"]
    assert check_profile(role).findings == ()


def test_the_worked_example_runs() -> None:
    assert doctest.testfile(str(ROOT / "docs" / "own-profile.md"), module_relative=False).failed == 0


def test_the_examples_with_other_libraries_run() -> None:
    assert doctest.testfile(str(ROOT / "docs" / "integrations.md"), module_relative=False).failed == 0
