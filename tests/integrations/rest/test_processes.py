"""Requests run side by side in processes; one that hangs, dies or takes all memory costs itself only."""

from __future__ import annotations

import json
import os
import signal
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from aimatch.errors import MissingExtra
from aimatch.integrations.rest import app, create_app, pool, work
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from tests.integrations.rest.conftest import Client, Serve

posix = pytest.mark.skipif(os.name != "posix", reason="named pipes, limits on memory and signals are of POSIX")


def _act(content_type: str, body: bytes, limits: Limits, taxonomy: str | None) -> bytes:
    """Do what the body says, in the child."""
    asked = json.loads(body)
    if "hang" in asked:
        time.sleep(600)
    if "abort" in asked:
        os.abort()
    if "fill" in asked:
        bytearray(4_000_000_000)
    if "meet" in asked:  # opening a named pipe waits for the other end
        mine, others = asked["meet"]
        if mine < others:
            Path(mine).write_text("here")
            Path(others).read_text()
        else:
            Path(others).read_text()
            Path(mine).write_text("here")
    return json.dumps({"pid": os.getpid()}).encode()


@pytest.fixture
def pipes(tmp_path: Path) -> list[str]:
    names = [str(tmp_path / name) for name in ("a", "b", "c", "d")]
    for name in names:
        os.mkfifo(name)
    return names


@pytest.fixture(autouse=True)
def acting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(work, "extract", _act)


def ask(client: Client, **act: Any) -> Any:
    return client.begin("POST", "/v1/extract", json=act)


def pid(client: Client) -> int:
    found: int = ask(client).result().json()["pid"]
    return found


@posix
def test_requests_run_at_once(serve: Serve, pipes: list[str]) -> None:
    with serve(workers=2, limits=Limits(seconds=120)) as client:
        one, other = ask(client, meet=pipes[:2]), ask(client, meet=[pipes[1], pipes[0]])
        assert len({one.result().json()["pid"], other.result().json()["pid"]}) == 2


@posix
def test_a_hanging_one_blocks_nobody_else(serve: Serve, pipes: list[str]) -> None:
    with serve(workers=2, limits=Limits(seconds=120)) as client:
        stuck = ask(client, meet=pipes[:2])
        pids = {pid(client) for _ in range(5)}
        assert (len(pids), stuck.done()) == (1, False)
        Path(pipes[0]).read_text()
        Path(pipes[1]).write_text("go on")
        assert stuck.result().json()["pid"] not in pids


@posix
def test_too_many_are_told_to_come_again(serve: Serve, pipes: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(app, "AHEAD", 2)
    with serve(workers=1, limits=Limits(seconds=120)) as client:
        stuck, waiting = ask(client, meet=pipes[:2]), ask(client)
        while client.get("/health").json()["under_way"] < 2:
            pass
        refused = ask(client).result()
        assert (refused.status_code, refused.headers["retry-after"], refused.json()["error"]) == (
            503,
            "1",
            "Unavailable",
        )
        Path(pipes[0]).read_text()
        Path(pipes[1]).write_text("go on")
        assert stuck.result().json() == waiting.result().json()
        assert client.get("/health").json()["under_way"] == 0


def test_what_takes_too_long_is_ended_and_its_process_replaced(serve: Serve) -> None:
    with serve(workers=1, limits=Limits(seconds=3)) as client:
        before = pid(client)
        late = ask(client, hang=True).result()
        assert late.status_code == 413
        assert late.json()["detail"].startswith("took longer than 3 s")
        assert pid(client) != before


@posix
@pytest.mark.parametrize(
    ("act", "status", "says"),
    [
        ({"abort": True}, 422, "brought the reading process down"),
        ({"fill": True}, 413, "more than 1,500 MiB of memory"),
    ],
)
def test_what_kills_its_process_costs_itself_only(serve: Serve, act: dict[str, bool], status: int, says: str) -> None:
    with serve(workers=1, limits=Limits(seconds=120, memory_mb=1_500)) as client:
        before = pid(client)
        lost = ask(client, **act).result()
        client.check("POST", "/v1/extract", lost)
        assert (lost.status_code, says in lost.json()["detail"]) == (status, True)
        after = pid(client)
        assert after != before
        os.kill(after, signal.SIGKILL)
        assert ask(client).result().status_code in (200, 422)  # the signal may come in the middle of the request
        assert pid(client) != after


@posix
def test_the_signals_of_a_service_do_not_end_what_is_under_way(serve: Serve) -> None:
    with serve(workers=1, limits=Limits(seconds=120)) as client:
        before = pid(client)
        for one in (signal.SIGINT, signal.SIGTERM):
            os.kill(before, one)
        assert pid(client) == before


def test_a_process_is_replaced_before_it_is_worn(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "_REQUESTS_PER_CHILD", 2)
    with serve(workers=1, limits=Limits(seconds=120)) as client:
        first, second, third, fourth, fifth = (pid(client) for _ in range(5))
        assert first == second != third == fourth != fifth


def test_without_a_process_the_service_is_unavailable(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    with serve(lifespan=False, workers=1, limits=Limits(memory_mb=30)) as client:
        answer = ask(client).result()
        assert (answer.status_code, answer.json()["reason"]) == (503, "the reading process could not be started")
    with pytest.raises(Exception, match="could not be started"), serve(workers=1, limits=Limits(memory_mb=30)):
        pass


@pytest.mark.parametrize("workers", [0, 1.5])
def test_the_number_of_workers_is_checked(workers: Any) -> None:
    with pytest.raises((ValueError, TypeError), match="workers"):
        create_app(workers=workers)


@pytest.mark.parametrize("package", ["starlette", "python_multipart"])
def test_what_is_not_installed_is_said(package: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, package, None)
    with pytest.raises(MissingExtra, match=r"pip install 'aimatch\[serve\]'"):
        create_app()
