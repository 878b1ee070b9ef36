"""``aimatch serve``: a service on a socket of this machine."""

from __future__ import annotations

import inspect
import json
import os
import re
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.error import HTTPError

import pytest
from click.testing import CliRunner

from aimatch.cli import main
from aimatch.cli.serve import serve
from aimatch.integrations.rest.app import AHEAD, BESIDE_THE_FILE
from aimatch.integrations.rest.problems import STATUS
from aimatch.readers.limits import Limits

START = [sys.executable, "-m", "aimatch", "serve", "--port", "0", "--workers", "1", "--max-bytes", "1000"]


@pytest.mark.skipif(os.name != "posix", reason="sends signals of POSIX")
@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_told_to_stop(end: signal.Signals) -> None:
    with subprocess.Popen(START, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            address = listening(process)
            with urllib.request.urlopen(f"{address}/health") as answer:
                assert json.load(answer)["limits"]["max_bytes"] == 1000
            request = urllib.request.Request(
                f"{address}/v1/score", b'{"text": "Quist, Python"}', {"Content-Type": "application/json"}
            )
            with urllib.request.urlopen(request) as answer:
                assert json.load(answer)["requirements"]
                assert "server" not in answer.headers
            # This client sends all before it reads: it gets the answer all the same.
            request.data = bytes(20_000_000)
            with pytest.raises(HTTPError, match="413") as refused:
                urllib.request.urlopen(request)
            refused.value.close()
            process.send_signal(end)
            assert process.stderr is not None
            rest = process.stderr.read()
        finally:
            process.kill()
    assert "Traceback" not in rest
    assert "Quist" not in rest
    assert "Finished server process" in rest


def listening(process: subprocess.Popen[str]) -> str:
    assert process.stderr is not None
    said = []
    for line in process.stderr:
        if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
            return found[1]
        said.append(line)
    pytest.fail(f"it did not start: {''.join(said)}")


def test_its_limits_are_those_of_the_library() -> None:
    defaults = {one.name: one.default for one in serve.params}
    assert {name: defaults[name] for name in ("max_bytes", "seconds", "memory_mb")} == {
        name: inspect.signature(Limits).parameters[name].default for name in ("max_bytes", "seconds", "memory_mb")
    }


def test_the_page_of_the_service_is_true() -> None:
    page = (Path(__file__).parents[2] / "docs" / "service.md").read_text("utf-8")
    told = {
        name.replace("-", "_"): float(value.replace(",", ""))
        for name, value in re.findall(r"^\| `--([\w-]+)` \| ([\d,]+) \|", page, re.MULTILINE)
    }
    assert told == {one.name: one.default for one in serve.params if one.name in ("max_bytes", "seconds", "memory_mb")}
    statuses = {int(one) for one in re.findall(r"^\| (\d{3}) \|", page, re.MULTILINE)}
    assert statuses == {*STATUS.values(), 500} - {405}
    assert (BESIDE_THE_FILE, AHEAD) == (1_000_000, 8)


def test_nobody_else_is_served_unless_asked_for() -> None:
    assert {one.name: one.default for one in serve.params}["host"] == "127.0.0.1"


@pytest.mark.parametrize("package", ["uvicorn", "starlette"])
def test_what_is_not_installed_is_said(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    result = CliRunner().invoke(main, ["serve"])
    assert result.exit_code == 1
    assert "pip install 'aimatch[serve]'" in result.stderr


def test_wrong_skills_are_wrong_usage() -> None:
    assert CliRunner().invoke(main, ["serve", "--taxonomy", "/nowhere.toml"]).exit_code == 2
    assert CliRunner().invoke(main, ["serve", "--port", "70000"]).exit_code == 2
