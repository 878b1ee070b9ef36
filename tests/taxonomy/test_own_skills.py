"""Skills of one's own, used from end to end: found, asked for by a profile, scored, in every process and command."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

import aimatch
from aimatch.cli import main

OWN = """
[[skill]]
id = "acme-forge"
name = "Acme Forge"
kind = "technology"
broader = ["mlops"]
aliases = ["forge by acme"]
source = "ours"
examples = ["Deployed four models with Acme Forge"]
counter_examples = ["Worked at Acme in the old forge"]
"""
ROLE = {
    "id": "forge",
    "title": "Forge Engineer",
    "version": "1",
    "requirements": [
        {"id": "forge", "label": "Acme Forge", "skills": ["acme-forge"], "weight": 3},
        {"id": "python", "label": "Python", "skills": ["python"], "weight": 1},
    ],
}
RESUME = """Jo Doe
Experience
Platform Engineer, Foo Ltd, 01/2022 - 12/2024
- Rolled out nine ranking models for the shop with Acme Forge, each tested for a week before it took the traffic.
- Wrote the checks of the data in Python and looked after them at night.
"""
AS_OF = date(2026, 11, 1)


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "ours.toml"
    path.write_text(OWN, "utf-8")
    return path


@pytest.fixture(scope="module")
def taxonomy(own: Path) -> aimatch.Taxonomy:
    return aimatch.load_taxonomy(own)


def test_they_are_found(taxonomy: aimatch.Taxonomy) -> None:
    assert "acme-forge" in {mention.skill for mention in aimatch.extract(RESUME, taxonomy=taxonomy)}
    assert "acme-forge" not in {mention.skill for mention in aimatch.extract(RESUME)}


def test_a_profile_asks_for_them_and_the_report_goes_by_them(taxonomy: aimatch.Taxonomy) -> None:
    report = aimatch.score(RESUME, ROLE, as_of=AS_OF, taxonomy=taxonomy)
    (forge, _) = report.requirements
    assert forge.credit > 0.9
    assert report.versions["taxonomy"] == taxonomy.version
    assert report.what_if(add="forge by acme", months=12).after >= report.coverage
    with pytest.raises(aimatch.ProfileError, match="no skill of the taxonomy"):
        aimatch.score(RESUME, ROLE, as_of=AS_OF)


def test_a_shipped_role_credits_them_by_what_they_are_a_case_of(taxonomy: aimatch.Taxonomy) -> None:
    def mlops(report: aimatch.Report) -> float:
        return next(row.credit for row in report.requirements if row.id == "mlops")

    with_own = aimatch.score(RESUME, as_of=AS_OF, taxonomy=taxonomy)
    assert mlops(with_own) > mlops(aimatch.score(RESUME, as_of=AS_OF))


def test_a_batch_uses_them_in_every_process(tmp_path: Path, taxonomy: aimatch.Taxonomy) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(RESUME, "utf-8")
    frame = aimatch.score_folder(tmp_path, ROLE, as_of=AS_OF, workers=2, taxonomy=taxonomy)
    assert frame["status"].tolist() == ["scored"] * 3
    assert (frame["credit.forge"] > 0.9).all()


def test_a_posting_asks_for_them(taxonomy: aimatch.Taxonomy) -> None:
    posting = "Platform Engineer\n\nRequirements\n- 3 years of experience with Acme Forge\n- Python\n"
    profile = aimatch.profile_from_job(posting, taxonomy=taxonomy)
    assert "acme-forge" in {skill for row in profile.requirements for skill in row.skills}


def test_a_pickle_is_small_and_means_the_same(taxonomy: aimatch.Taxonomy) -> None:
    for known in (taxonomy, aimatch.load_taxonomy()):
        packed = pickle.dumps(known)
        assert len(packed) < 2_000
        assert pickle.loads(packed) is known, "one process keeps one"


def test_they_are_compiled_once_and_kept(own: Path, user_cache: Path, taxonomy: aimatch.Taxonomy) -> None:
    aimatch.extract(RESUME, taxonomy=taxonomy)
    kept = {path.name.partition("-")[0] for path in user_cache.rglob("aimatch/**/*.marshal")}
    assert kept == {"entries", "lexicon"}


@pytest.mark.parametrize(
    "command",
    [
        ["score", "{resume}", "--profile", "{role}", "--json"],
        ["extract", "{resume}", "--json"],
        ["what-if", "{resume}", "--profile", "{role}", "--add", "Acme Forge", "--json"],
        ["interview", "{resume}", "--profile", "{role}"],
        ["compare", "{resume}", "{resume}", "--profile", "{role}", "--json"],
        ["profile", "show", "{role}", "--json"],
        ["taxonomy", "find", "Acme Forge", "--json"],
        ["taxonomy", "show", "Acme Forge", "--json"],
        ["profile", "check", "{role}", "--json"],
        ["profile", "from-job", "{resume}", "--json"],
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_every_command_that_names_skills_takes_them(command: list[str], tmp_path: Path, own: Path) -> None:
    resume, role = tmp_path / "jo.txt", tmp_path / "role.json"
    resume.write_text(RESUME, "utf-8")
    role.write_text(json.dumps(ROLE), "utf-8")
    arguments = [part.format(resume=resume, role=role) for part in command]
    result = CliRunner().invoke(main, [*arguments, "--taxonomy", str(own)])
    assert result.exit_code == 0, result.output
    shipped = CliRunner().invoke(main, arguments)
    assert shipped.exit_code != 0 or shipped.output != result.output, "without them it is another answer"


def test_the_check_runs_their_examples(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(OWN.replace("with Acme Forge", "with another forge"), "utf-8")
    result = CliRunner().invoke(main, ["taxonomy", "check", str(path)])
    assert result.exit_code == 1
    assert "acme-forge: not found in its example" in result.output


def test_what_takes_the_place_of_a_shipped_skill_is_told(tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text('[[skill]]\nid = "prolog"\nname = "Prolog"\nkind = "technology"\nsource = "field"\n', "utf-8")
    result = CliRunner().invoke(main, ["taxonomy", "check", str(path)])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines()[-1] == f"{path} takes the place of shipped skills: prolog"


def test_wrong_ones_are_wrong_usage(tmp_path: Path) -> None:
    path, resume = tmp_path / "ours.toml", tmp_path / "jo.txt"
    path.write_text(OWN.replace("mlops", "no-such-id"), "utf-8")
    resume.write_text(RESUME, "utf-8")
    result = CliRunner().invoke(main, ["score", str(resume), "--taxonomy", str(path)])
    assert result.exit_code == 2
    assert "no-such-id" in result.output
    assert str(path) in result.output.replace("\n", ""), "the message names the file"
    with pytest.raises(FileNotFoundError, match=r"nowhere\.toml"):
        aimatch.load_taxonomy(tmp_path / "nowhere.toml")


MISSHAPEN = [
    ('[skill]\nid = "a"\n', "begin each entry with [[skill]]"),
    ('skill = "x"\n', "begin each entry with [[skill]]"),
    ('[[skill]]\nid = ["a"]\nname = "A"\nkind = "method"\nsource = "x"\n', "id is missing or no text"),
    ('[[skill]]\nid = "a"\nname = "A"\nkind = ["method"]\nsource = "x"\n', "kind must be one of"),
    (
        '[[skill]]\nid = "a"\nname = "A"\nkind = "method"\nsource = "x"\nambiguous = [{ form = "A", context = 5 }]\n',
        "context must be a list of texts",
    ),
]


@pytest.mark.parametrize(("content", "said"), MISSHAPEN, ids=[row[0][:30] for row in MISSHAPEN])
def test_a_misshapen_file_is_said_to_be_one(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(content, "utf-8")
    with pytest.raises(aimatch.TaxonomyError, match=r"ours\.toml") as caught:
        aimatch.load_taxonomy(path)
    assert said in str(caught.value)


def test_a_path_is_no_taxonomy(own: Path) -> None:
    with pytest.raises(TypeError, match="load_taxonomy"):
        aimatch.score("Python", taxonomy=own)  # type: ignore[arg-type]
