"""The command: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from aimatch import __version__
from aimatch.cli import main
from aimatch.cli.taxonomy import own_problems

SCHEMA = json.loads(resources.files("aimatch.outputs").joinpath("report.schema.json").read_text("utf-8"))
RESUME = """Zoe Quist

Experience
Machine Learning Engineer, Acme, Jan 2020 - Present
- Built PyTorch models in Python, serving 2M users

Education
MSc Physics, 2019
"""


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    path = tmp_path / "zoe.txt"
    path.write_text(RESUME)
    return path


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=stdin)


def read(result: Result) -> Any:
    return json.loads(result.stdout)


COMMANDS = ("score", "batch", "compare", "what-if", "interview", "extract", "profile", "taxonomy", "flags")


@pytest.mark.parametrize("arguments", [(), *((name,) for name in COMMANDS)])
def test_each_command_explains_itself(arguments: tuple[str, ...]) -> None:
    result = run(*arguments, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.stdout


def test_the_version() -> None:
    assert run("--version").stdout.split()[-1] == __version__


def test_a_score_is_explained(resume: Path) -> None:
    result = run("score", resume, "--as-of", "2026-11-01")
    assert result.exit_code == 0
    assert result.stderr == ""
    assert "zoe.txt for AI Engineer" in result.stdout
    assert "6 years 1" in result.stdout


def test_a_score_as_json_holds_to_the_schema(resume: Path) -> None:
    result = run("score", resume, "--as-of", "2026-11-01", "--json")
    assert result.exit_code == 0
    jsonschema.validate(read(result), SCHEMA)
    assert read(result)["as_of"] == "2026-11-01"


def test_several_files_are_scored_though_one_fails(resume: Path, tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("score", resume, tmp_path / "broken.pdf", tmp_path / "absent.pdf", resume, "--json")
    assert result.exit_code == 1
    assert ["coverage" in one for one in read(result)] == [True, False, False, True]
    text = run("score", resume, tmp_path / "absent.pdf")
    assert text.exit_code == 1
    assert "zoe.txt for" in text.stdout
    assert text.stderr == f"aimatch: {tmp_path / 'absent.pdf'}: no such file\n"


def test_json_goes_before_a_format_that_takes_one_file(resume: Path) -> None:
    result = run("score", resume, resume, "--json", "--format", "html")
    assert (result.exit_code, len(read(result))) == (0, 2)
    assert run("score", resume, resume, "--format", "html").exit_code == 2


def test_nothing_on_the_standard_input_is_said_so() -> None:
    result = run("score", "-", stdin="")
    assert (result.exit_code, result.stderr) == (1, "aimatch: the standard input: is empty (ask for the file again)\n")


def test_the_standard_input_is_a_file_too() -> None:
    result = run("score", "-", "--json", stdin=RESUME)
    assert result.exit_code == 0
    assert read(result)["source"] is None


@pytest.mark.parametrize(("form", "begins"), [("html", "<!DOCTYPE html>"), ("csv", "id,label"), ("json", "{")])
def test_a_score_in_other_formats(resume: Path, form: str, begins: str) -> None:
    assert run("score", resume, "--format", form).stdout.startswith(begins)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("score",), "Missing argument"),
        (("score", "x.txt", "--profile", "astronaut"), "neither a profile file nor a shipped profile"),
        (("score", "x.txt", "--as-of", "yesterday"), "is no day"),
        (("batch", "no-such-folder"), "does not exist"),
        (("batch", ".", "--workers", "0"), "--workers"),
        (("taxonomy", "show", "no such thing"), "is no skill"),
        (("flags", "show", "no-such-flag"), "is no flag"),
        (("conquer",), "No such command"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(arguments: tuple[str, ...], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())
    assert result.stdout == ""


def test_a_wrong_profile_lists_every_problem(tmp_path: Path, resume: Path) -> None:
    path = tmp_path / "role.toml"
    path.write_text('id = "x"\nrequirements = [{id = "a", need = "maybe", weight = -1, skills = ["python"]}]\n')
    for arguments in (("score", resume, "--profile", path), ("profile", "show", path)):
        result = run(*arguments)
        assert result.exit_code == 2
        assert "requirements[0].need" in result.stderr
        assert "requirements[0].weight" in result.stderr
    checked = run("profile", "check", path)
    assert checked.exit_code == 1
    assert "2 problems" in checked.stdout
    assert len(read(run("profile", "check", path, "--json"))[0]["problems"]) == 2


def test_a_batch_becomes_ranked_results(tmp_path: Path, resume: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    resume.rename(folder / "zoe.txt")
    (folder / "cook.txt").write_text("Ann Cook\n\nExperience\nChef, Acme, 2015 - 2020\n- Cooked\n")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (folder / ".hidden").write_text("x")
    out = folder / "out"  # below the folder itself: a second run must not score its own results
    for _ in range(2):
        result = run("batch", folder, "--out", out, "--as-of", "2026-11-01", "--workers", 2)
        assert result.exit_code == 1
        assert "2 of 3 files scored, 1 could not be, 1 passed over (.hidden); results in" in result.stdout
        assert "not scored: broken.pdf:" in result.stdout
        assert list(pd.read_csv(out / "results.csv")["file"]) == ["zoe.txt", "cook.txt", "broken.pdf"]
    assert sorted(path.name for path in out.iterdir()) == [
        "json", "report.html", "results.csv", "results.parquet", "run.json",
    ]  # fmt: skip
    summary = read(run("batch", folder, "--out", out, "--as-of", "2026-11-01", "--workers", 1, "--json"))
    assert (summary["files"], summary["scored"], summary["failed"], summary["passed_over"]) == (3, 2, 1, 1)
    assert (summary["passed_over_files"], summary["not_reached"]) == ([".hidden"], 0)
    assert [one["file"] for one in summary["results"]] == ["zoe.txt", "cook.txt", "broken.pdf"]


def test_a_limit_that_a_message_names_can_be_raised(tmp_path: Path, resume: Path) -> None:
    for command in (["score", resume], ["extract", resume], ["batch", resume.parent, "--out", tmp_path / "out"]):
        refused = run(*command, "--limit", "max_characters=100")
        assert refused.exit_code == 1, command
        said = " ".join((refused.stderr + refused.stdout).split())
        assert "--limit max_characters=NUMBER" in said, command
        assert "Limits." not in said, command
        assert run(*command, "--limit", "Limits.max_characters=1_000,000", "--limit", "max_pages=3").exit_code == 0
    row = read(run("batch", resume.parent, "--out", tmp_path / "out", "--limit", "max_bytes=10", "--json"))["results"][
        0
    ]
    assert "Limits.max_bytes" in row["remedy"], "a program reads the name that the library has"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ("max_words=3", "'max_words' is no limit; there are max_bytes"),
        ("max_bytes", "write max_bytes=1000"),
        ("max_bytes=many", "write max_bytes=1000"),
        ("max_bytes=1.5", "write max_bytes=1000"),
        ("max_pages=0", "no number above 0"),
        ("seconds=-1", "no number above 0"),
    ],
)
def test_a_wrong_limit_is_wrong_usage(resume: Path, given: str, says: str) -> None:
    result = run("score", resume, "--limit", given)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())


def test_an_engine_that_is_not_there_costs_no_results(
    tmp_path: Path, resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    assert run("batch", resume.parent, "--out", out, "--engine", "inline").exit_code == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    monkeypatch.setitem(sys.modules, "distributed", None)
    result = run("batch", resume.parent, "--out", out, "--engine", "dask")
    assert result.exit_code == 1
    assert "cluster" in result.stderr
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_progress_goes_to_the_standard_error(tmp_path: Path, resume: Path) -> None:
    quiet = run("batch", resume.parent, "--out", tmp_path / "out", "--engine", "inline")
    assert quiet.exit_code == 0
    assert quiet.stderr == ""
    shown = run("batch", resume.parent, "--out", tmp_path / "out", "--engine", "inline", "--progress")
    assert "1/1 files" in shown.stderr
    assert "1/1 files" not in shown.stdout


def test_an_empty_folder_is_said_to_be_empty(tmp_path: Path) -> None:
    result = run("batch", tmp_path, "--out", tmp_path / "out")
    assert result.exit_code == 2
    assert "holds no files to score" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_leaves_complete_results(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(3_000):
        (folder / f"{number:04}.txt").write_text(RESUME)
    command = [sys.executable, "-m", "aimatch", "batch", str(folder), "--out", str(tmp_path / "out"), "--workers", "2"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True) as process:
        # Wait for the first results, not for a time.
        while not (tmp_path / "out" / "results.csv").exists() or not (tmp_path / "out/json/0000.txt.json").exists():
            assert process.poll() is None, process.stderr.read()  # type: ignore[union-attr]
        os.killpg(process.pid, signal.SIGINT)
        _, complaints = process.communicate(timeout=120)
    assert process.returncode == 130
    assert complaints.decode().splitlines()[-1] == "aimatch: interrupted; the results hold what was done"
    done = pd.read_csv(tmp_path / "out" / "results.csv")
    assert 0 < len(done) < 3_000
    assert set(done["status"]) == {"scored"}
    told = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert (told["state"], told["files"], told["scored"]) == ("interrupted", 3_000, len(done))
    assert len(told["not_reached"]) == 3_000 - len(done)
    assert set(done["incomplete"]) == {f"{len(done)} of 3000 files"}
    assert f"Only {len(done)} of 3000 files have a result" in (tmp_path / "out" / "report.html").read_text("utf-8")
    assert len(pd.read_parquet(tmp_path / "out" / "results.parquet")) == len(done)
    assert (tmp_path / "out" / "report.html").read_text("utf-8").rstrip().endswith("</html>")
    # What has a file of its own has a row, and the other way round.
    assert sorted(path.name for path in (tmp_path / "out" / "json").iterdir()) == sorted(done["file"] + ".json")
    for path in (tmp_path / "out" / "json").iterdir():
        jsonschema.validate(json.loads(path.read_text("utf-8")), SCHEMA)


def test_extract_shows_true_offsets(resume: Path) -> None:
    found = read(run("extract", resume, "--json"))
    assert {"python", "pytorch"} <= {one["skill"] for one in found["mentions"]}
    for one in found["mentions"]:
        assert found["text"][one["start"] : one["end"]] == one["quote"]
    listed = run("extract", resume).stdout
    assert "Python" in listed
    assert all(line.split()[1] == "–" for line in listed.splitlines()[1:]), "a text has no pages"


def test_extract_of_an_unreadable_file_ends_with_1(tmp_path: Path) -> None:
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("extract", tmp_path / "broken.pdf")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"aimatch: {tmp_path / 'broken.pdf'}: can't be opened as PDF")


def test_profiles_are_listed_shown_and_taken_back(tmp_path: Path, resume: Path) -> None:
    assert "ai-engineer" in run("profile", "list").stdout
    assert {one["id"] for one in read(run("profile", "list", "--json"))} >= {"ai-engineer", "computer-vision-engineer"}
    shown = run("profile", "show", "ai-engineer")
    assert "Python" in shown.stdout
    path = tmp_path / "mine.json"
    path.write_text(run("profile", "show", "ai-engineer", "--json").stdout)
    assert run("profile", "check", path).exit_code == 0
    with_mine = read(run("score", resume, "--profile", path, "--json", "--as-of", "2026-11-01"))
    with_shipped = read(run("score", resume, "--json", "--as-of", "2026-11-01"))
    assert with_mine == with_shipped


def test_a_profile_is_read_off_a_posting(tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text("Data Engineer\n\nRequirements\n- 3+ years of Python and SQL\n\nNice to have\n- Kafka\n")
    role = read(run("profile", "from-job", posting, "--json"))
    assert {"python", "sql", "kafka"} <= {skill for one in role["requirements"] for skill in one.get("skills", [])}
    path = tmp_path / "role.json"
    path.write_text(json.dumps(role))
    assert run("profile", "check", path).exit_code == 0
    written = run("profile", "from-job", "-", stdin=posting.read_text())
    assert written.exit_code == 0
    path = tmp_path / "role.toml"
    path.write_text(written.stdout)
    assert read(run("profile", "show", path, "--json")) == role


def test_a_file_without_text_is_told_as_not_scored(tmp_path: Path) -> None:
    blank = tmp_path / "blank.txt"
    blank.write_text(" \n\n")
    found = run("score", blank)
    assert "Not scored: the file holds no text" in found.stdout
    assert "Coverage" not in found.stdout
    assert "No evidence" not in found.stdout
    blank.write_text("Ana")
    assert "Coverage 0 %" in run("score", blank).stdout


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Clerk, Foo Ltd, 2019 - 2021\nAnalyst, Bar Ltd, 2021 - 2023\n", True),
        ("Analyst, Bar Ltd, 2021 - 2023\n\nEducation\nBSc Physics, Example University, 2019\n", True),
        ("Start: January 2027. Foo Ltd, founded in 1999, seeks an analyst with a degree.\n", False),
    ],
)
def test_a_role_made_of_a_resume_is_doubted(text: str, told: bool, tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text(f"Ana Lopes\n\nExperience\n{text}\nSkills\nPython, SQL\n")
    found = run("profile", "from-job", posting)
    assert found.exit_code == 0
    assert ("reads like a resume" in found.stderr) is told


def test_a_role_is_checked_against_a_pool(tmp_path: Path, resume: Path) -> None:
    pool = tmp_path / "pool"
    pool.mkdir()
    for number in range(5):
        (pool / f"{number}.txt").write_text(f"Rea Doe {number}\nSkills\nPython\n")
    role = tmp_path / "role.toml"
    role.write_text('id = "role"\n[[requirements]]\nid = "cobol"\nskills = ["cobol"]\n')
    result = run("profile", "check", role, "--pool", pool, "--as-of", "2026-11-01")
    assert result.exit_code == 0
    assert "met-by-nobody: cobol" in result.stdout
    assert "shortlist of 5 out of 5" in result.stdout
    found = read(run("profile", "check", role, "--pool", pool, "--shortlist", "2", "--json"))
    assert found[0]["check"]["shortlist"] == ["0.txt", "1.txt"]


def test_the_taxonomy_is_looked_up() -> None:
    result = run("taxonomy", "find", "k8s", "K8S", "kubernetes")
    assert result.exit_code == 0
    assert result.stdout.count("kubernetes (Kubernetes, technology)") == 3
    unknown = run("taxonomy", "find", "k8s", "zzyzx", "--json")
    assert unknown.exit_code == 1
    assert [one["skill"] is None for one in read(unknown)] == [False, True]
    assert "kubernetes" in run("taxonomy", "show", "k8s").stdout
    assert read(run("taxonomy", "show", "pytorch", "--json"))["id"] == "pytorch"


def test_own_skills_are_checked(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text('[[skill]]\nid = "acme-tool"\nname = "Acme Tool"\nkind = "gadget"\nsource = "field"\n')
    problems = own_problems(path)
    assert any("acme-tool" in one and "kind" in one for one in problems)


def test_terms_are_suggested_and_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "resumes"
    folder.mkdir()
    for name in ("a.txt", "b.md"):
        (folder / name).write_text("Skills\n\nPython, Flurbix, PostgreSQL, Docker\n")
    assert 'name = "Flurbix"' in run("taxonomy", "suggest", folder).stdout
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    result = run("taxonomy", "suggest", folder, "--json")
    assert [one["term"] for one in read(result)] == ["Flurbix"]
    assert result.exit_code == 1
    assert "broken.pdf" in result.stderr


POSTING = "- Design and maintain the nightly pipelines that bring the orders of all shops into the warehouse before markets open\n"
POSTING += (
    "- Work closely with the analysts of four countries and explain to them why a number changed since yesterday\n"
)


def test_a_posting_tells_what_was_copied_and_a_flag_can_be_switched_off(resume: Path, tmp_path: Path) -> None:
    posting = tmp_path / "posting.txt"
    posting.write_text("Data Engineer\n" + POSTING)
    copied = tmp_path / "in" / "copied.txt"
    copied.parent.mkdir()
    copied.write_text(RESUME.replace("- Built", POSTING + "- Built"))
    plain = read(run("score", copied, "--json"))
    asked = read(run("score", copied, "--json", "--posting", posting))
    silent = read(run("score", copied, "--json", "--posting", posting, "--no-flag", "copied-posting"))
    ids = [[flag["id"] for flag in one["flags"]] for one in (plain, asked, silent)]
    assert ["copied-posting" in one for one in ids] == [False, True, False]
    assert plain["coverage"] == asked["coverage"] == silent["coverage"]
    done = run("batch", copied.parent, "--out", tmp_path / "out", "--posting", posting, "--workers", 1, "--json")
    assert "copied-posting" in read(done)["results"][0]["flags"].split()


@pytest.mark.parametrize("command", ["score", "batch"])
def test_an_unknown_flag_is_wrong_usage(command: str, resume: Path) -> None:
    result = run(command, resume if command == "score" else resume.parent, "--no-flag", "timeline-gaps")
    assert result.exit_code == 2
    assert "timeline-gap may be meant" in result.output


def test_flags_are_listed_and_explained() -> None:
    listed = read(run("flags", "list", "--json"))
    assert {"timeline-gap", "hidden-text", "prompt-injection"} <= {one["id"] for one in listed}
    shown = run("flags", "show", "timeline-gap")
    assert "Raised when 12 whole months or more lie between a dated job and the next" in shown.stdout
    assert "May be innocent:" in shown.stdout
    assert read(run("flags", "show", "timeline-gap", "--json"))["innocent_explanations"]
    assert len(run("flags", "list").stdout.splitlines()) == len(listed)


def test_the_module_is_the_command(resume: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "aimatch", "score", str(resume)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0
    assert "zoe.txt" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error(resume: Path) -> None:
    command = f"{sys.executable} -m aimatch extract {resume} --json | head -c 10"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=120)
    assert done.stderr == ""


def test_help_loads_nothing_heavy() -> None:
    code = """
import sys
from click.testing import CliRunner
from aimatch.cli import main
from aimatch.cli.taxonomy import own_problems
CliRunner().invoke(main, ["--help"])
print(*sorted({name if name.startswith("aimatch.") else name.partition(".")[0] for name in sys.modules}))
"""
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    ).stdout
    assert not set(loaded.split()) & {"pandas", "numpy", "rich", "jinja2", "spacy", "sklearn", "lxml", "pypdfium2"}
    assert not set(loaded.split()) & {"aimatch.resume", "aimatch.extract", "aimatch.evidence", "aimatch.what_if"}
