"""What each command prints with ``--json`` holds to its published schema."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from aimatch.cli import main
from aimatch.flags import HEURISTICS
from aimatch.outputs.json import SCHEMA_VERSION
from aimatch.outputs.row import COLUMNS
from aimatch.profile import load_profile, profile_names

RESUME = """Zoe Quist

Experience
Machine Learning Engineer, Acme, Jan 2020 - Present
- Built PyTorch models in Python, serving 2M users

Career break, Jan 2019 - Dec 2019: parental leave

Projects
Plant names, 2018
- Trained an image classifier in Keras

Summary
6 years of experience with SQL

Education
MSc Physics, 2018
"""
ROLE = 'id = "r"\n[[requirements]]\nid = "a"\nskills = ["python"]\nmin_years = 1\n[[requirements]]\nid = "b"\nskills = ["sql"]'


def schema(name: str) -> Any:
    return json.loads(resources.files("aimatch.outputs").joinpath(f"{name}.schema.json").read_text("utf-8"))


COMMANDS = schema("commands")


def valid(content: object, definition: str, of: Any = COMMANDS) -> None:
    rooted = {"$schema": of["$schema"], "$ref": f"#/$defs/{definition}", "$defs": of["$defs"]}
    jsonschema.Draft202012Validator(rooted, format_checker=jsonschema.FormatChecker()).validate(content)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "zoe.txt").write_text(RESUME)
    (tmp_path / "in" / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (tmp_path / "role.toml").write_text(ROLE)
    (tmp_path / "wrong.toml").write_text("id = 1")
    (tmp_path / "results.csv").write_text("file,status,coverage\na,scored,0.5\nb,scored,0.2\nc,failed,\n")
    (tmp_path / "groups.csv").write_text("file,sex,origin\na,f,x\nb,m,y\nc,m,x\nd,f,x\n")
    (tmp_path / "posting.txt").write_text(
        "Requirements\n- 3+ years of Python\n- PyTorch or TensorFlow\nNice to have: SQL"
    )
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--json"])


CASES = [
    (("extract", "in/zoe.txt"), 0, "extract"),
    (("extract", "in/broken.pdf"), 1, "failure"),
    (("batch", "in", "--engine", "inline", "-p", "role.toml"), 1, "batch"),
    (("profile", "list"), 0, "profile_list"),
    (("profile", "from-job", "posting.txt"), 0, "profile"),
    (("profile", "from-job", "nowhere.txt"), 1, "failure"),
    (("profile", "check", "role.toml", "wrong.toml", "ai-engineer"), 1, "profile_check"),
    (("profile", "check", "role.toml", "--pool", "in", "--shortlist", "1"), 0, "profile_check"),
    (("taxonomy", "find", "k8s", "flurbo"), 1, "taxonomy_find"),
    (("taxonomy", "show", "go"), 0, "skill"),
    (("taxonomy", "show", "pytorch"), 0, "skill"),
    (("taxonomy", "suggest", "in", "--documents", "1"), 1, "taxonomy_suggest"),
    (("flags", "list"), 0, "flags_list"),
    (("audit", "ratios", "results.csv", "-g", "groups.csv", "--cutoff", "0.3"), 0, "audit_ratios"),
    (("audit", "ratios", "in", "-g", "groups.csv"), 1, "failure"),
    (("audit", "swaps", "in", "-p", "role.toml"), 1, "audit_swaps"),
    *((("profile", "show", name), 0, "profile") for name in profile_names()),
    *((("flags", "show", flag.id), 0, "flag") for flag in HEURISTICS),
]


@pytest.mark.parametrize(
    ("arguments", "code", "definition"), CASES, ids=lambda one: " ".join(one) if isinstance(one, tuple) else ""
)
def test_a_command_prints_what_its_schema_says(
    here: Path, arguments: tuple[str, ...], code: int, definition: str
) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    valid(json.loads(result.stdout), definition)


def test_reports_and_answers_from_the_command_hold_to_theirs(here: Path) -> None:
    report, answers = schema("report"), schema("answers")
    for arguments in (("score", "in/zoe.txt"), ("score", "in/zoe.txt", "in/broken.pdf"), ("score", "in/broken.pdf")):
        content = json.loads(run(*arguments).stdout)
        for one in content if isinstance(content, list) else [content]:
            valid(one, "failure" if "error" in one else "report", report)
    valid(json.loads(run("compare", "in/zoe.txt", "in/zoe.txt").stdout), "comparison", answers)
    valid(json.loads(run("interview", "in/zoe.txt").stdout), "interview", answers)
    valid(json.loads(run("what-if", "in/zoe.txt", "--add", "sql").stdout), "what_if", answers)
    valid(json.loads(run("what-if", "in/zoe.txt").stdout), "next_best", answers)
    for arguments in (
        ("what-if", "in/broken.pdf"),
        ("interview", "in/broken.pdf"),
        ("compare", "in/broken.pdf", "in/zoe.txt"),
    ):
        valid(json.loads(run(*arguments).stdout), "failure", answers)


def test_extract_holds_all_that_a_mention_points_to(here: Path) -> None:
    content = json.loads(run("extract", "in/zoe.txt").stdout)
    assert content["projects"]
    assert content["breaks"]
    assert content["stated_years"]
    for mention in content["mentions"]:
        assert content["text"][mention["start"] : mention["end"]] == mention["quote"]
        assert mention["position"] is None or mention["position"] < len(content["positions"])
        assert mention["project"] is None or mention["project"] < len(content["projects"])


def test_the_schema_is_one_and_agrees_with_the_others() -> None:
    jsonschema.Draft202012Validator.check_schema(COMMANDS)
    report = schema("report")["$defs"]
    for name in ("mention", "failure", "share", "count", "id", "day", "digest"):
        assert COMMANDS["$defs"][name] == report[name]
    for name in ("extract", "batch"):
        assert COMMANDS["$defs"][name]["properties"]["schema"] == {"const": SCHEMA_VERSION}
    assert list(COMMANDS["$defs"]["row"]["properties"]) == list(COLUMNS)
    assert {case[2] for case in CASES} | {"taxonomy_check"} == {
        one["$ref"].rpartition("/")[2] for one in COMMANDS["anyOf"]
    }


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"weight": -1}, "a weight is not negative"),
        ({"need": "maybe"}, "must or nice"),
        ({"skils": ["python"]}, "a field that there is not"),
        ({"partial": {"aws": 2}}, "a share lies in 0 to 1"),
    ],
)
def test_the_schema_of_a_profile_refuses_what_loading_refuses(change: dict[str, object], why: str) -> None:
    row = {"id": "a", "skills": ["python"]}
    valid({"id": "r", "requirements": [row]}, "profile")
    load_profile({"id": "r", "requirements": [row]})
    wrong = {"id": "r", "requirements": [row | change]}
    with pytest.raises(jsonschema.ValidationError):
        valid(wrong, "profile")
    with pytest.raises(Exception, match="problem"):
        load_profile(wrong)
