"""What can't be answered: the status, the words, and that nothing else is said, read or kept."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from aimatch.integrations.rest import app, create_app, form, work
from aimatch.integrations.rest.problems import BadRequest
from aimatch.profile import profile_names
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from tests.integrations.rest.conftest import Client, Serve

TEXT = "Skills: Python"


@pytest.mark.parametrize(
    ("request_", "status", "says"),
    [
        ({"json": {}}, 400, "gives no resume (give one of file, text, json_resume)"),
        ({"json": {"text": TEXT, "json_resume": {}}}, 400, "gives text and json_resume, which are several resumes"),
        ({"json": {"text": None}}, 400, "gives no resume"),
        ({"json": {"text": 3}}, 400, "text is no text"),
        ({"json": {"file": "zoe.pdf"}}, 400, "send it as a part of multipart/form-data"),
        ({"json": {"text": TEXT, "asof": "2026-11-01"}}, 400, "asof: 'asof' is no field of this request (the fields are file, text,"),
        ({"json": {"text": TEXT, "as_of": "1.11.2026"}}, 400, "as_of: as_of is no day (write one as 2026-11-30)"),
        ({"json": {"text": TEXT, "as_of": 2026}}, 400, "as_of is no text"),
        ({"json": {"text": TEXT, "flags_off": "timeline-gap"}}, 400, "flags_off is no list"),
        ({"json": {"text": TEXT, "profile": 3}}, 400, "profile is no text"),
        ({"json": {"text": TEXT, "profile": "{]"}}, 400, "profile is no JSON"),
        ({"json": {"json_resume": "Zoe"}}, 400, "json_resume is no JSON object"),
        ({"json": [TEXT]}, 400, "is no JSON object"),
        ({"content": b"{", "headers": {"content-type": "application/json"}}, 400, "the body is no JSON"),
        ({"content": b'{"text": NaN}', "headers": {"content-type": "application/json"}}, 400, "NaN is no number of JSON"),
        ({"content": b"[" * 100_000, "headers": {"content-type": "application/json"}}, 400, "nests too deeply"),
        ({"content": b"\xff", "headers": {"content-type": "application/json"}}, 400, "not in UTF-8"),
        ({"content": b"x", "headers": {"content-type": "multipart/form-data; boundary=y"}}, 400, "no multipart/form-data"),
        ({"content": b"--y\r\n", "headers": {"content-type": "multipart/form-data"}}, 400, "its boundary is missing"),
        ({"files": [("file", ("a.txt", b"a")), ("file", ("b.txt", b"b"))]}, 400, "'file' is given twice"),
        ({"files": {"text": b"\xff\xfe"}}, 400, "text is not in UTF-8"),
        ({"json": {"text": TEXT, "profile": "ai-enginer"}}, 404, f"(the profiles are {', '.join(profile_names())}; "),
        ({"json": {"text": TEXT, "profile": "x" * 100_000}}, 404, f"{'x' * 60}…"),
        ({"files": {"file": ("zoe.pdf", b"%PDF-1.4 broken")}}, 422, "zoe.pdf: can't be opened as PDF"),
        ({"files": {"file": ("zoe.txt", b"")}}, 422, "zoe.txt: is empty (ask for the file again)"),
        ({"files": {"file": ("zoe.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))}}, 415, "DOCX"),
        ({"files": {"file": ("zoe.html", b"<div>" * 100_000 + b"Zoe")}}, 413, "nests its elements deeper"),
        ({"json": {"text": '{"basics": {"name": "Zoe"}}'}}, 422, "the text is the JSON of a resume"),
        ({"json": {"text": TEXT, "profile": {"id": "r", "requirements": [{"id": "a", "skils": ["x"]}]}}}, 422, "requirements[0].skils: unknown field"),
        ({"json": {"text": TEXT, "flags_off": ["gap"]}}, 422, "'gap'"),
        ({"json": {"text": TEXT, "posting": {"@type": "Person"}}}, 422, "holds no schema.org JobPosting"),
        ({"data": {"text": TEXT}}, 415, "the body is application/x-www-form-urlencoded (send multipart/form-data"),
        ({"content": b"x"}, 415, "the body is of no type"),
        ({"content": b"x", "headers": {"content-type": "application/json", "content-encoding": "gzip"}}, 415, "is compressed"),
    ],
)  # fmt: skip
def test_a_wrong_request_is_told_what_is_wrong(
    client: Client, request_: dict[str, Any], status: int, says: str
) -> None:
    answer = client.post("/v1/score", **request_)
    assert answer.status_code == status, answer.text
    assert says in answer.json()["detail"]
    assert "Traceback" not in answer.text


def test_every_mistake_of_a_role_is_listed(client: Client) -> None:
    wrong = {"id": "r", "requirements": [{"id": "a", "skils": ["python"]}]}
    answer = client.post("/v1/score", json={"text": TEXT, "profile": wrong}).json()
    assert [one.partition(":")[0] for one in answer["problems"]] == ["requirements[0].skils", "requirements[0].skills"]


def test_halves_of_characters_are_answered(client: Client) -> None:
    body = b'{"text": "Python", "profile": "\\ud800"}'
    answer = client.post("/v1/score", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 404
    assert (
        client.post(
            "/v1/extract", content=b'{"text": "Python \\ud800"}', headers={"content-type": "application/json"}
        ).status_code
        == 200
    )


def test_a_posting_without_skills_or_missing(client: Client) -> None:
    assert client.post("/v1/profiles/from-job", json={"posting": "Baker wanted"}).status_code == 422
    assert "gives no posting" in client.post("/v1/profiles/from-job", json={}).json()["detail"]


@pytest.mark.parametrize(("query", "status"), [("", 400), ("&".join(["name=python"] * 101), 400), ("name=", 200)])
def test_how_many_skills_are_looked_up(client: Client, query: str, status: int) -> None:
    assert client.get(f"/v1/taxonomy/find?{query}").status_code == status


def test_paths_and_methods(client: Client) -> None:
    for method, path, status in (("GET", "/docs", 404), ("GET", "/v1/score", 405), ("POST", "/v1/score/", 404), ("GET", "/v1/profiles/from-job", 404), ("GET", "/v1/profiles/..%2Fetc", 404)):  # fmt: skip
        answer = client.ask(method, path)
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), path
        assert answer.json()["status"] == status
    assert client.ask("GET", "/v1/score").headers["allow"] == "POST"


# ------------------------------------------------------------------------------------------- what names a file here
def test_no_name_of_a_request_opens_a_file(client: Client, tmp_path: Path) -> None:
    resume, role = tmp_path / "zoe.txt", tmp_path / "role.json"
    resume.write_text("Skills: Kubernetes")
    role.write_text('{"id": "r", "requirements": [{"id": "a", "skills": ["kubernetes"]}]}')
    assert "kubernetes" not in client.post("/v1/extract", json={"text": str(resume)}).text
    assert client.post("/v1/score", json={"text": TEXT, "profile": str(role)}).status_code == 404
    for given in ({"json": {"posting": str(resume)}}, {"files": {"posting": str(resume)}}):
        assert "kubernetes" not in client.post("/v1/profiles/from-job", **given).text  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["../../etc/zoe.txt", "C:\\cv\\zoe.txt", "/zoe.txt", "zoe.txt"])
def test_the_folder_of_an_upload_is_not_looked_at(client: Client, name: str) -> None:
    assert client.post("/v1/extract", files={"file": (name, b"Python")}).json()["source"] == "zoe.txt"


def test_nothing_of_an_upload_goes_to_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    import python_multipart.multipart as parser

    monkeypatch.setattr(parser.File, "flush_to_disk", lambda _: pytest.fail("went to the disk"))
    body = (
        b'--y\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'
        + bytes(5_000_000)
        + b"\r\n--y--\r\n"
    )
    asked = form.parse("multipart/form-data; boundary=y", body, form.RESUME)
    assert asked.file is not None
    assert len(asked.file.getvalue()) == 5_000_000


def test_half_a_form_is_none() -> None:
    body = b'--y\r\nContent-Disposition: form-data; name="text"\r\n\r\nPython\r\n--y\r\nContent-Disposition: form-data; name="as_of"\r\n\r\n2026'
    with pytest.raises(BadRequest, match="ends in the middle"):
        form.parse("multipart/form-data; boundary=y", body, form.SCORE)


# ---------------------------------------------------------------------------------------------------------- too much
@pytest.mark.parametrize(("announced", "read"), [(True, 0), (False, 4)])
def test_what_is_too_large_is_refused_before_it_is_read(announced: bool, read: int) -> None:
    happened: list[str] = []

    async def receive() -> dict[str, Any]:
        happened.append("read")
        return {"type": "http.request", "body": bytes(1_000_000), "more_body": happened.count("read") < 50}

    async def send(message: dict[str, Any]) -> None:
        happened.append(message["type"])
        bodies.append(message.get("body", b""))

    bodies: list[bytes] = []
    headers = [(b"content-type", b"application/json"), *([(b"content-length", b"50000000")] if announced else [])]
    scope = {"type": "http", "method": "POST", "path": "/v1/score", "headers": headers, "query_string": b""}
    asyncio.run(create_app(workers=1, limits=Limits(max_bytes=2_000_000))(scope, receive, send))  # type: ignore[arg-type]
    assert "larger than 3,000,000 bytes (raise Limits.max_bytes (--max-bytes)" in json.loads(b"".join(bodies))["detail"]
    assert happened.index("http.response.start") == read
    # The answer is out; what the client sends before it reads is thrown away.
    assert happened[read + 1 :] == ["http.response.body", *["read"] * (50 - read), "http.response.body"]


def test_the_file_has_its_own_limit(serve: Serve) -> None:
    with serve(workers=1, limits=Limits(max_bytes=1_000)) as client:
        answer = client.post("/v1/score", files={"file": ("zoe.txt", b"Python " * 200)})
        assert (answer.status_code, answer.json()["source"]) == (413, "zoe.txt")
        assert client.post("/v1/score", files={"file": ("zoe.txt", b"Python")}).status_code == 200


async def _never() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.Event().wait()


def test_a_body_that_does_not_come_is_not_waited_for(serve: Serve) -> None:
    with serve(lifespan=False, workers=1, limits=Limits(seconds=0.1)) as client:
        answer = client.post("/v1/score", content=_never(), headers={"content-type": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (408, "TooSlow")


# ----------------------------------------------------------------------------------------------------------- defects
def _defect(content_type: str, body: bytes, limits: Limits, taxonomy: str | None) -> bytes:
    raise KeyError(body.decode())


def test_a_defect_says_where_and_nothing_of_the_resume(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(work, "extract", _defect)
    with caplog.at_level(logging.DEBUG), serve(workers=1) as client:
        answer = client.post("/v1/extract", json={"text": "Zoe Quist"})
        assert (answer.status_code, answer.json()["error"]) == (500, "AimatchError")
        assert "an unexpected KeyError" in answer.json()["detail"]
        monkeypatch.setattr(app, "written", lambda _: json.loads("Zoe Quist"))
        assert client.get("/v1/profiles").status_code == 500
    logged = [one.getMessage() for one in caplog.records if one.name == "aimatch.rest"]
    assert logged[0].startswith("unexpected KeyError at integrations/rest/test_refusals.py:")
    assert logged[1].startswith("unexpected JSONDecodeError at ")
    assert not any("Zoe" in one.getMessage() for one in caplog.records)
    assert "Zoe" not in answer.text


def test_nothing_of_a_resume_is_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        client.post("/v1/score", json={"text": "Zoe Quist, Python"})
        client.post("/v1/score", files={"file": ("Quist.pdf", b"%PDF Zoe Quist")})
        client.post("/v1/score", json={"text": "Zoe Quist, Python", "as_of": "Quist"})
    assert not any("Quist" in one.getMessage() for one in caplog.records)
