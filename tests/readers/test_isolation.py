"""Files that hang or kill the process that reads them harm no other file."""

from __future__ import annotations

import errno
import functools
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import aimatch
from aimatch.errors import LimitExceeded, MissingExtra, ReadError, UnsupportedFormat
from aimatch.readers import Limits, isolation, read_document
from aimatch.readers.isolation import Worker

posix = pytest.mark.skipif(os.name != "posix", reason="memory is limited on POSIX only")


@pytest.fixture
def worker() -> Iterator[Worker]:
    with Worker(Limits(seconds=20, memory_mb=1024)) as worker:
        yield worker


def test_reads_the_same_as_in_process(tmp_path: Path) -> None:
    file = tmp_path / "cv.html"
    file.write_text("<h1>Jane</h1><p style='color:white'>secret words")
    assert read_document(file, isolate=True) == read_document(file)


def test_a_caller_may_ask_for_it(tmp_path: Path) -> None:
    page = b"<h1>Jane</h1><h2>Skills</h2><p>Python"
    assert aimatch.read(page, isolate=True) == aimatch.read(page)
    in_no_time = Limits(seconds=1e-6)  # which holds in a child process only
    assert aimatch.read(page, limits=in_no_time) == aimatch.read(page)
    with pytest.raises(LimitExceeded, match=r"Limits\.seconds"):
        aimatch.read(page, limits=in_no_time, isolate=True)


def test_errors_come_back_whole(tmp_path: Path) -> None:
    file = tmp_path / "cv.doc"
    file.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    with pytest.raises(UnsupportedFormat) as caught:
        read_document(file, isolate=True)
    assert (caught.value.source, "DOCX" in str(caught.value)) == ("cv.doc", True)


def test_child_is_kept(worker: Worker) -> None:
    assert worker.call(os.getpid) == worker.call(os.getpid) != os.getpid()


def test_hang_is_ended_and_the_next_file_is_read() -> None:
    with Worker(Limits(seconds=0.5)) as worker:
        first = worker.call(os.getpid)
        with pytest.raises(LimitExceeded, match=r"slow\.pdf: took longer than 0\.5 s.*Limits\.seconds"):
            worker.call(time.sleep, 60, name="slow.pdf")
        assert worker.call(os.getpid) != first


def test_crash_is_named_and_the_next_file_is_read(worker: Worker) -> None:
    with pytest.raises(ReadError, match=r"evil\.pdf: brought the reading process down"):
        worker.call(os.abort, name="evil.pdf")
    assert worker.call(len, "ab") == 2


@posix
def test_memory_is_limited_and_the_next_file_is_read(worker: Worker) -> None:
    with pytest.raises(LimitExceeded, match=r"fat\.pdf: needs more than 1,024 MiB.*Limits\.memory_mb"):
        worker.call(bytearray, 4_000_000_000, name="fat.pdf")
    assert worker.call(len, "ab") == 2


@posix
def test_a_library_that_finds_no_room_is_the_limit_on_memory() -> None:
    with pytest.raises(LimitExceeded, match=r"more than 20 MiB.*Limits\.memory_mb"):
        aimatch.read(b"%PDF-1.4\n%%EOF", isolate=True, limits=Limits(memory_mb=20))


@pytest.mark.parametrize("lack", ["number", "mapped", "behind"])
def test_a_lack_of_memory_is_told_by_its_causes(worker: Worker, lack: str) -> None:
    with pytest.raises(LimitExceeded, match=r"cv\.png: needs more than 1,024 MiB"):
        worker.call(_find_no_room, lack, name="cv.png")
    assert worker.call(len, "ab") == 2


def _find_no_room(lack: str) -> None:
    if lack == "number":
        raise OSError(errno.ENOMEM, "Cannot allocate memory")
    if lack == "mapped":
        raise ImportError("libsome.so: failed to map segment from shared object")
    try:
        raise MemoryError
    except MemoryError as error:
        raise MissingExtra("reading scans", "ocr") from error


def test_few_children_are_kept() -> None:
    workers = set()
    for seconds in range(20, 28):
        read_document(b"<p>Jane", limits=Limits(seconds=seconds), isolate=True)
        workers |= set(isolation._workers.values())
    assert [other._child is not None for other in workers].count(True) == len(isolation._workers) == 4
    kept = list(isolation._workers.values())
    read_document(b"<p>Jane", limits=Limits(seconds=24), isolate=True)
    assert list(isolation._workers.values()) == [*kept[1:], kept[0]], "the last one used comes last"


def test_other_exceptions_are_raised_as_they_are(worker: Worker) -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        worker.call(int, "x")
    assert worker.call(int, "7") == 7


def test_missing_extra_survives_the_way_back(worker: Worker) -> None:
    with pytest.raises(MissingExtra, match=r"aimatch\[ocr\]"):
        worker.call(_raise_missing)


def _raise_missing() -> None:
    raise MissingExtra("reading scans", "ocr")


def test_prints_of_a_parser_do_not_disturb(worker: Worker) -> None:
    assert worker.call(print, "noise") is None
    assert worker.call(os.write, 1, b"more noise") == 10
    assert worker.call(len, "ab") == 2


def test_what_is_to_be_loaded_is_loaded_first_in_each_child() -> None:
    with Worker(Limits(seconds=0.5), ready=functools.partial(time.sleep, 0.6)) as slow:  # which costs no call its time
        slow.start()
        first = slow.call(os.getpid)
        slow.close()
        assert slow.call(os.getpid) != first


def test_a_child_that_can_not_be_made_ready_is_told() -> None:
    with (
        Worker(ready=_raise_missing) as worker,
        pytest.raises(ReadError, match=r"could not be started: .*aimatch\[ocr\]"),
    ):
        worker.start()


def test_a_child_that_is_being_ended_gets_no_other_file(worker: Worker) -> None:
    first = worker.call(os.getpid)
    worker._timed_out = True  # its time ran out while it answered
    assert worker.call(os.getpid) != first


def test_closed_worker_starts_again(worker: Worker) -> None:
    first = worker.call(os.getpid)
    worker.close()
    assert worker.call(os.getpid) != first


def test_script_without_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "from aimatch.readers import read_document\n"
        "print(read_document(b'<p>Jane', isolate=True).text)\n"
        "print(read_document(b'<p>Doe', isolate=True).text)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script)], capture_output=True, text=True, check=True, timeout=60
    )
    assert (done.stdout.split(), done.stderr) == (["Jane", "Doe"], "")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_forked_process_gets_a_child_of_its_own(worker: Worker) -> None:
    first = worker.call(os.getpid)
    read_end, write_end = os.pipe()
    forked = os.fork()
    if forked == 0:
        os.write(write_end, str(worker.call(os.getpid)).encode())
        worker.close()
        os._exit(0)
    os.waitpid(forked, 0)
    assert os.read(read_end, 100) not in {b"", str(first).encode()}
    os.close(read_end)
    os.close(write_end)
    assert worker.call(os.getpid) == first
