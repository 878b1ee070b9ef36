"""A batch gives one result a file, in order, whatever the files and the engine are."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from aimatch import batch
from aimatch.batch import cluster, default_workers, find_files, score_folder, stream
from aimatch.batch.task import Item, Task
from aimatch.errors import AimatchError, MissingExtra, ProfileError, ReadError
from aimatch.outputs import table
from aimatch.profile import Profile
from aimatch.readers.limits import Limits
from aimatch.report import Failure, Report

RESUME = "{name}\n\nExperience\nData Engineer, Acme, Jan 2020 - Present\n- Built pipelines in {skill}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Six files of three fates, in folders, with things among them that no applicant sent."""
    root = tmp_path / "applications"
    (root / "late").mkdir(parents=True)
    for number, skill in enumerate(["Python", "SQL", "PyTorch", "cooking"]):
        place = root / "late" if number > 1 else root
        (place / f"{number}.txt").write_text(RESUME.format(name=f"Person {number}", skill=skill))
    (root / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (root / "empty.docx").write_bytes(b"")
    for name in (".DS_Store", "~$cv.docx", "Thumbs.db", ".hidden.pdf", "cv.pdf.part"):
        (root / name).write_bytes(b"x")
    return root


# Module-level, so that they can travel to the workers.
def length(result: Report | Failure) -> int:
    return len(result.source or "")


def name_and_process(result: Report | Failure) -> tuple[str | None, int]:
    return result.source, os.getpid()


def die_on_sql(result: Report | Failure) -> str | None:
    if isinstance(result, Report) and any(one.skill == "sql" for one in result.skills):
        os.kill(os.getpid(), signal.SIGKILL)
    return result.source


class DieOnSql:
    """Like `die_on_sql`, and tells a failure from a report."""

    def __call__(self, result: Report | Failure) -> tuple[str | None, str]:
        if isinstance(result, Failure):
            return result.source, result.reason
        return die_on_sql(result), "scored"


class HangOnSql:
    def __call__(self, result: Report | Failure) -> tuple[str | None, str]:
        if isinstance(result, Failure):
            return result.source, f"{result.error}: {result.reason}"
        if any(one.skill == "sql" for one in result.skills):
            time.sleep(600)
        return result.source, "scored"


class StarveOnSql:
    """What only a report of SQL makes: memory runs out, as Python says it, or as a library does."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def __call__(self, result: Report | Failure) -> tuple[str | None, str]:
        if isinstance(result, Failure):
            return result.source, f"{result.error}: {result.reason}"
        if any(one.skill == "sql" for one in result.skills):
            raise self.error
        return result.source, f"scored by {os.getpid()}"


def print_and_pass(result: Report | Failure) -> str | None:
    print("noise on the standard output")
    os.write(1, b"noise on the descriptor")
    return result.source


def unpicklable(result: Report | Failure) -> Any:
    return lambda: result


def test_files_are_found_in_order_and_leftovers_passed_over(folder: Path) -> None:
    found = find_files(folder)
    assert [item.name for item in found.items] == [
        "0.txt", "1.txt", "broken.pdf", "empty.docx", "late/2.txt", "late/3.txt",
    ]  # fmt: skip
    assert found.skipped == len(found.passed_over) == 5
    assert list(found.passed_over) == sorted(found.passed_over)
    assert "late/.DS_Store" in found.passed_over or ".DS_Store" in found.passed_over
    assert [item.name for item in find_files(folder, leave_out=folder / "late").items][-1] == "empty.docx"


def test_what_an_earlier_batch_made_is_no_resume(folder: Path) -> None:
    """`aimatch batch .` keeps its results in the folder; the next one, with another --out, must not score them."""
    results = folder / "aimatch-results"
    (results / "json").mkdir(parents=True)
    (results / "json" / "0.txt.json").write_text("{}", "utf-8")
    (results / "report.html").write_text("<p>Python", "utf-8")
    assert sum(item.name.startswith("aimatch-results") for item in find_files(folder).items) == 2
    (results / "results.csv").write_text("rank,rank_last,file,status,coverage\n", "utf-8")
    assert not any(item.name.startswith("aimatch-results") for item in find_files(folder).items)


def test_a_folder_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no such folder"):
        find_files(tmp_path / "absent")
    (tmp_path / "file").write_text("x")
    with pytest.raises(NotADirectoryError, match="is a file"):
        find_files(tmp_path / "file")


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    (folder / "late" / "loop").symlink_to(folder)
    assert len(find_files(folder).paths) == 6


def test_each_engine_gives_the_same_in_order(folder: Path, role: Profile, as_of: date) -> None:
    items = find_files(folder).items
    inline = list(stream(items, role, as_of=as_of, engine="inline"))
    assert [one.source for one in inline] == [item.name for item in items]
    assert [type(one).__name__ for one in inline] == ["Report", "Report", "Failure", "Failure", "Report", "Report"]
    assert list(stream(items, role, as_of=as_of, workers=1)) == inline
    assert list(stream(items, role, as_of=as_of, workers=3)) == inline


def test_items_are_taken_as_they_are_needed(folder: Path, role: Profile, as_of: date) -> None:
    taken = 0

    def endless() -> Iterator[Path]:
        nonlocal taken
        while True:
            taken += 1
            yield folder / "0.txt"

    results = stream(endless(), role, as_of=as_of, workers=2, then=length)
    for _ in range(40):
        next(results)
    results.close()  # type: ignore[attr-defined]
    assert taken < 40 + 2 * 16 + 2 * 2


def test_the_work_is_done_elsewhere_and_only_its_result_travels(folder: Path, role: Profile, as_of: date) -> None:
    results = list(stream(find_files(folder).items, role, as_of=as_of, workers=2, then=name_and_process))
    assert os.getpid() not in {process for _, process in results}


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_worker_that_is_killed_costs_only_its_file(folder: Path, role: Profile, as_of: date) -> None:
    results = list(stream(find_files(folder).items, role, as_of=as_of, workers=2, then=DieOnSql()))
    fates = dict(results)
    assert [name for name, _ in results] == [item.name for item in find_files(folder).items]
    assert fates["1.txt"] == "the process that read it was ended by SIGKILL"
    assert [fates[name] for name in ("0.txt", "late/2.txt", "late/3.txt")] == ["scored"] * 3


def test_a_file_that_takes_too_long_costs_only_itself(folder: Path, role: Profile, as_of: date) -> None:
    limits = Limits(seconds=3.0)
    fates = dict(stream(find_files(folder).items, role, as_of=as_of, workers=2, limits=limits, then=HangOnSql()))
    assert fates["1.txt"] == "LimitExceeded: took longer than 3 seconds"
    assert fates["late/3.txt"] == "scored"


def test_what_a_library_prints_breaks_nothing(folder: Path, role: Profile, as_of: date) -> None:
    results = list(stream(find_files(folder).items, role, as_of=as_of, workers=1, then=print_and_pass))
    assert results == [item.name for item in find_files(folder).items]


def test_a_result_that_can_not_travel_is_an_error(folder: Path, role: Profile, as_of: date) -> None:
    with pytest.raises(AimatchError, match="could not be handed on"):
        list(stream(find_files(folder).items, role, as_of=as_of, workers=1, then=unpicklable))


def test_an_error_of_the_source_of_items_comes_through(role: Profile, as_of: date) -> None:
    def failing() -> Iterator[Path]:
        raise RuntimeError("the list of files broke off")
        yield Path()

    with pytest.raises(RuntimeError, match="broke off"):
        list(stream(failing(), role, as_of=as_of, workers=2))


def test_a_defect_is_a_row_and_says_what_to_do(
    folder: Path, role: Profile, as_of: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr("aimatch.batch.task.read", broken)
    failure = Task(profile=role, as_of=as_of, limits=Limits()).run(Item(path=folder / "0.txt", name="0.txt"))
    assert failure == Failure(
        source="0.txt",
        error="ZeroDivisionError",
        reason="unexpected ZeroDivisionError: by nought",
        remedy=failure.remedy,
    )
    assert "--debug" in failure.remedy


def in_a_reader() -> Exception:
    try:
        raise MemoryError
    except MemoryError as error:
        broken = ReadError("is broken", remedy="save it anew")
        broken.__cause__ = error
        return broken


SHORT_OF_MEMORY = [
    (MemoryError(), "Python found no room"),
    (OSError(errno.ENOMEM, "Cannot allocate memory"), "the system did not"),
    (ImportError("libfoo.so: failed to map segment from shared object"), "the loader of a library did not"),
    (in_a_reader(), "a reader took it for a defect of the file"),
]


@pytest.mark.parametrize(("error", "why"), SHORT_OF_MEMORY, ids=lambda one: one if isinstance(one, str) else "")
def test_memory_that_runs_out_is_a_limit_and_no_defect(
    folder: Path, role: Profile, as_of: date, monkeypatch: pytest.MonkeyPatch, error: Exception, why: str
) -> None:
    def starving(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("aimatch.batch.task.read", starving)
    task = Task(profile=role, as_of=as_of, limits=Limits(memory_mb=4_096))
    failure = task.run(Item(path=folder / "0.txt", name="0.txt"))
    assert (failure.source, failure.error) == ("0.txt", "LimitExceeded"), why
    assert failure.reason == "needs more than 4,096 MiB of memory to read"
    assert "memory_mb" in failure.remedy


def test_a_worker_that_is_short_of_memory_is_replaced(folder: Path, role: Profile, as_of: date) -> None:
    then = StarveOnSql(ImportError("libfoo.so: failed to map segment from shared object"))
    fates = dict(stream(find_files(folder).items, role, as_of=as_of, workers=1, then=then))
    assert fates["1.txt"] == "LimitExceeded: needs more than 2,048 MiB of memory to read"
    assert fates["0.txt"].startswith("scored by")
    assert fates["late/2.txt"].startswith("scored by")
    assert fates["late/2.txt"] != fates["0.txt"], "by another process"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_batch_starts_where_the_address_space_can_not_be_limited(
    folder: Path, tmp_path: Path, role: Profile, as_of: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import resource\n"
        "def refuse(*limit):\n"
        "    raise ValueError('current limit exceeds maximum limit')\n"
        "resource.setrlimit = refuse\n"
    )
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(tmp_path), os.environ.get("PYTHONPATH", "")]))
    results = list(stream(find_files(folder).items, role, as_of=as_of, workers=1))
    assert [result.source for result in results] == [item.name for item in find_files(folder).items]


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"workers": 0}, ValueError),
        ({"engine": "threads"}, ValueError),
        ({"profile": {"id": "x", "requirements": []}}, ProfileError),
    ],
)
def test_wrong_arguments_are_refused_before_anything_is_read(options: dict[str, Any], error: type[Exception]) -> None:
    with pytest.raises(error):
        stream([], **options)


def test_score_folder_gives_a_row_a_file(folder: Path, role: Profile, as_of: date) -> None:
    frame = score_folder(folder, role, as_of=as_of, workers=2)
    assert list(frame["file"]) == [item.name for item in find_files(folder).items]
    assert list(frame["status"]) == ["scored", "scored", "failed", "failed", "scored", "scored"]
    assert frame.loc[0, "coverage"] > 0
    assert frame.loc[2, "reason"]
    assert frame["as_of"].replace("", "2026-11-01").eq("2026-11-01").all()


def test_score_folder_of_an_empty_folder_is_an_empty_table(tmp_path: Path, role: Profile) -> None:
    with pytest.warns(UserWarning, match="holds no files to score"):
        frame = score_folder(tmp_path, role)
    assert len(frame) == 0
    assert list(frame.columns) == [*table.COLUMNS, *(f"credit.{one.id}" for one in role.requirements)]


def test_a_script_without_a_main_guard_can_call_it(folder: Path, tmp_path: Path) -> None:
    # A plain script, as a notebook or a data scientist would write it: no `if __name__ == "__main__"`.
    script = tmp_path / "plain.py"
    script.write_text(f"import aimatch\nprint(len(aimatch.score_folder({str(folder)!r}, workers=2)))\n")
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=120, check=False)
    assert done.stdout.split() == ["6"], done.stderr


def test_dask_is_optional(folder: Path, role: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingExtra, match=r"aimatch\[cluster\]"):
        list(stream(find_files(folder).items, role, engine="dask"))


class FakeFuture:
    def __init__(self, work: Callable[[], Any]) -> None:
        self._error: BaseException | None = None
        try:
            self._result = work()
        except RuntimeError as error:
            self._error = error

    def exception(self) -> BaseException | None:
        return self._error

    def result(self) -> Any:
        return self._result


class FakeClient:
    """What the engine uses of a dask client, without a cluster."""

    def __init__(self) -> None:
        self.most = self.count = 0

    def nthreads(self) -> dict[str, int]:
        return {"worker": 1}

    def scatter(self, task: Task, broadcast: bool) -> Task:
        return task

    def submit(self, function: Callable[..., Any], task: Task, item: Item, pure: bool) -> FakeFuture:
        if item.name == "1.txt":
            return FakeFuture(lambda: (_ for _ in ()).throw(RuntimeError("worker lost")))
        return FakeFuture(lambda: function(task, item))


def test_dask_gives_the_same_in_order_and_a_lost_file_is_a_row(folder: Path, role: Profile, as_of: date) -> None:
    class Library:
        get_client = staticmethod(FakeClient)

    items = find_files(folder).items
    task = Task(profile=role, as_of=as_of, limits=Limits())
    results = list(cluster._run(Library, items, task, 2))
    expected = list(stream(items, role, as_of=as_of, engine="inline"))
    assert results[0] == expected[0]
    assert results[1] == Failure(
        source="1.txt", error="RuntimeError", reason="the cluster gave it up: worker lost", remedy=results[1].remedy
    )
    assert results[2:] == expected[2:]


def test_the_number_of_workers_has_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 1 <= default_workers() <= 32
    monkeypatch.setattr(batch.os, "sched_getaffinity", lambda _: set(range(500)), raising=False)
    assert default_workers() == 32


def test_results_do_not_depend_on_the_number_of_processes(folder: Path, role: Profile, as_of: date) -> None:
    items = find_files(folder).items
    texts = [
        [one.to_json() if isinstance(one, Report) else repr(one) for one in stream(items, role, as_of=as_of, **options)]
        for options in ({"engine": "inline"}, {"workers": 1}, {"workers": 3})  # type: ignore[arg-type]
    ]
    assert texts[0] == texts[1] == texts[2]
    assert replace(next(iter(stream(items, role, as_of=as_of, engine="inline"))), source=None).source is None


@pytest.mark.filterwarnings("ignore:.*holds no files to score")
def test_a_folder_has_the_same_columns_whatever_is_in_it(
    tmp_path: Path, folder: Path, role: Profile, as_of: date
) -> None:
    empty, failing = tmp_path / "empty", tmp_path / "failing"
    for each in (empty, failing):
        each.mkdir()
    (failing / "a.pdf").write_bytes(b"")
    full = score_folder(folder, role, as_of=as_of, engine="inline")
    for other in (empty, failing):
        frame = score_folder(other, role, as_of=as_of, engine="inline")
        assert list(frame.dtypes.items()) == list(full.dtypes.items())
