"""What the service answers is what the commands print, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from aimatch.cli import main

if TYPE_CHECKING:
    from tests.integrations.rest.conftest import Client, Serve

ROOT = Path(__file__).parents[3]
RESUMES = sorted((ROOT / "examples" / "resumes").iterdir())
DAY = "2026-11-01"
POSTING = "Data Engineer\n\n**Requirements**\n- 3+ years of Python\n- Airflow or Dagster\n\nNice to have\n- dbt\n"
ROLE = {"id": "own", "requirements": [{"id": "python", "skills": ["python"]}, {"id": "sql", "skills": ["sql"]}]}


def printed(*arguments: str | Path, stdin: bytes | None = None) -> bytes:
    return CliRunner().invoke(main, [*map(str, arguments), "--json"], input=stdin).stdout_bytes


def form(path: Path) -> dict[str, tuple[str, bytes]]:
    return {"file": (path.name, path.read_bytes())}


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.name)
def test_a_file_is_scored_as_the_command_does(client: Client, path: Path) -> None:
    answer = client.post("/v1/score", files=form(path), data={"profile": "ai-engineer", "as_of": DAY})
    if "coverage" in answer.json():
        assert answer.content == printed("score", path, "--as-of", DAY)
    else:
        said = json.loads(printed("score", path, "--as-of", DAY))
        assert answer.status_code == 422
        assert {name: answer.json()[name] for name in ("error", "reason", "place", "remedy")} == {
            name: said[name] for name in ("error", "reason", "place", "remedy")
        }


def test_text_is_scored_as_the_command_does(client: Client) -> None:
    text = (ROOT / "examples" / "resumes" / "leila-haddad.txt").read_text("utf-8")
    answer = client.post("/v1/score", json={"text": text, "as_of": DAY, "profile": "generative-ai-engineer"})
    assert answer.content == printed("score", "-", "--as-of", DAY, "-p", "generative-ai-engineer", stdin=text.encode())
    assert (
        client.post(
            "/v1/score", data={"text": text, "as_of": DAY}, files={"profile": b"generative-ai-engineer"}
        ).content
        == answer.content
    )


def test_all_options_reach_the_score(client: Client, tmp_path: Path) -> None:
    path = ROOT / "examples" / "resumes" / "jordan-ellery.pdf"
    role, posting = tmp_path / "role.json", tmp_path / "posting.md"
    role.write_text(json.dumps(ROLE))
    posting.write_text(POSTING)
    wanted = printed(
        "score",
        path,
        "--as-of",
        DAY,
        "-p",
        role,
        "--posting",
        posting,
        "--no-flag",
        "timeline-gap",
        "--no-flag",
        "keyword-stuffing",
    )
    answer = client.post(
        "/v1/score",
        files=[
            *form(path).items(),
            ("posting", ("posting.md", POSTING.encode())),
            ("profile", ("role.json", json.dumps(ROLE).encode())),
        ],
        data={"as_of": DAY, "flags_off": ["timeline-gap", "keyword-stuffing"]},
    )
    assert answer.content == wanted
    assert client.post("/v1/score", files=form(path), data={"as_of": DAY}).content != wanted


def test_a_json_resume_is_scored(client: Client, tmp_path: Path) -> None:
    work = {"name": "Acme", "position": "Engineer", "startDate": "2020-01", "endDate": "2021-12", "summary": "Python"}
    resume = {"basics": {"name": "Zoe Quist"}, "work": [work]}
    request = {"json_resume": resume, "profile": ROLE, "as_of": DAY}
    answer = client.post("/v1/score", json=request).json()
    (tmp_path / "zoe.json").write_text(json.dumps(resume))
    (tmp_path / "role.json").write_text(json.dumps(ROLE))
    told = json.loads(printed("score", tmp_path / "zoe.json", "--as-of", DAY, "-p", tmp_path / "role.json"))
    assert answer["coverage"] == told["coverage"] > 0
    assert (
        client.post(
            "/v1/score", files={name: json.dumps(one) if name != "as_of" else one for name, one in request.items()}
        ).json()
        == answer
    )  # type: ignore[misc]


def test_the_copied_posting_is_told(client: Client) -> None:
    posting = "Requirements\n" + "".join(
        f"- Design and operate the {name} pipelines of our factory in Python\n"
        for name in ("billing", "weather", "energy", "traffic", "harvest")
    )
    flags = [
        client.post("/v1/score", json={"text": f"Zoe Quist\n\n{posting}", "posting": given}).json()["flags"]
        for given in (posting, None)
    ]
    assert [["copied-posting" in [one["id"] for one in row]] for row in flags] == [[True], [False]]


@pytest.mark.parametrize("name", ["amara-nwosu.pdf", "fatima-zahra-benali.html"])
def test_extract_answers_as_the_command_does(client: Client, name: str) -> None:
    path = ROOT / "examples" / "resumes" / name
    assert json.loads(client.post("/v1/extract", files=form(path)).content) == {
        **json.loads(printed("extract", path)),
        "source": name,
    }
    text = "Skills: Python, k8s"
    assert client.post("/v1/extract", json={"text": text}).content == printed("extract", "-", stdin=text.encode())


def test_a_posting_becomes_the_profile_that_the_command_prints(client: Client, tmp_path: Path) -> None:
    for name in ("posting.txt", "posting.md"):
        (tmp_path / name).write_text(POSTING)
        answer = client.post("/v1/profiles/from-job", files={"posting": (name, POSTING.encode())})
        assert answer.content == printed("profile", "from-job", tmp_path / name)
    posting = {"@type": "JobPosting", "title": "Data Engineer", "description": "<p>We need 3+ years of Python.</p>"}
    (tmp_path / "posting.json").write_text(json.dumps(posting))
    answer = client.post("/v1/profiles/from-job", json={"posting": posting})
    assert answer.content == printed("profile", "from-job", tmp_path / "posting.json")
    scored = client.post("/v1/score", json={"text": "Skills: Python", "profile": answer.json()})
    assert (scored.status_code, scored.json()["profile"]) == (200, "data-engineer")


def test_profiles_and_skills_are_looked_up_as_the_commands_do(client: Client) -> None:
    assert client.get("/v1/profiles").content == printed("profile", "list")
    for role in client.get("/v1/profiles").json():
        assert client.get(f"/v1/profiles/{role['id']}").content == printed("profile", "show", role["id"])
    assert client.get("/v1/taxonomy/find?name=k8s&name=flurbo&name=sklearn").content == printed(
        "taxonomy", "find", "k8s", "flurbo", "sklearn"
    )


def test_skills_of_ones_own(serve: Serve, tmp_path: Path) -> None:
    own = tmp_path / "skills.toml"
    own.write_text('[[skill]]\nid = "acme-forge"\nname = "Acme Forge"\nkind = "technology"\nsource = "ours"\n')
    with serve(workers=1, taxonomy=own) as client:
        found = client.post("/v1/extract", json={"text": "Rolled it out with Acme Forge."}).json()
        assert [one["skill"] for one in found["mentions"]] == ["acme-forge"]
        assert client.get("/v1/taxonomy/find?name=acme+forge").json()[0]["skill"]["id"] == "acme-forge"


def test_health_tells_the_versions_of_a_report(client: Client) -> None:
    health = client.get("/health").json()
    versions = client.post("/v1/score", json={"text": "Skills: Python"}).json()["versions"]
    assert (health["status"], health["versions"]) == ("ok", {name: versions[name] for name in ("aimatch", "taxonomy")})
    assert (health["workers"], health["under_way"], health["limits"]["seconds"]) == (1, 0, 120)
