"""The engine for one machine: child processes that do one file at a time, each watched by a thread."""

from __future__ import annotations

import json
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator
from typing import Any

from aimatch.batch.task import Item, Task
from aimatch.errors import AimatchError
from aimatch.readers.serving import EXIT_NO_MEMORY
from aimatch.report import Failure

#: Files under way or done but not yet handed on, for each worker: enough that a slow file stalls nobody for long.
_AHEAD = 16
#: A worker is replaced after so many files, so that whatever a library leaks stays small.
_FILES_PER_WORKER = 2_000

_START = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from aimatch.batch.worker import main; main()"


def run(items: Iterable[Item], task: Task, *, workers: int) -> Iterator[Any]:
    """Yield what ``task`` makes of each item, in order.

    Raises:
        AimatchError: ``task.then`` failed, or no worker could be started.
    """
    crew = _Crew(iter(items), task, workers)
    try:
        yield from crew.results()
    finally:
        crew.stop()


class _Crew:
    """Threads that each drive one worker, and the results they bring, put back in order."""

    def __init__(self, items: Iterator[Item], task: Task, workers: int) -> None:
        self._items = items
        self._task = task
        self._taken = 0
        self._done: dict[int, Any] = {}
        self._error: BaseException | None = None
        self._stopped = False
        # One condition guards all of the above.
        self._changed = threading.Condition()
        self._room = threading.Semaphore(workers * _AHEAD)
        self._workers = [_Worker(task) for _ in range(workers)]
        self._threads = [threading.Thread(target=self._drive, args=(one,), daemon=True) for one in self._workers]
        self._running = workers

    def results(self) -> Iterator[Any]:
        for thread in self._threads:
            thread.start()
        wanted = 0
        while True:
            with self._changed:
                while wanted not in self._done and self._running and self._error is None:
                    self._changed.wait()
                if self._error is not None:
                    raise self._error
                if wanted not in self._done:
                    return
                result = self._done.pop(wanted)
            self._room.release()
            wanted += 1
            yield result

    def stop(self) -> None:
        """End all workers at once and wait for their threads."""
        with self._changed:
            self._stopped = True
        for worker in self._workers:
            worker.end()
        for _ in self._threads:
            self._room.release()
        for thread in self._threads:
            if thread.ident is not None:
                thread.join()

    def _drive(self, worker: _Worker) -> None:
        try:
            while True:
                self._room.acquire()
                with self._changed:
                    if self._stopped or self._error is not None:
                        return
                    item = next(self._items, None)
                    if item is None:
                        return
                    number = self._taken
                    self._taken += 1
                result = worker.ask(item)
                with self._changed:
                    self._done[number] = result
                    self._changed.notify_all()
        except BaseException as error:  # raised again by results(), in the caller's thread
            with self._changed:
                if not self._stopped and self._error is None:
                    self._error = error
        finally:
            with self._changed:
                self._running -= 1
                self._changed.notify_all()
            worker.close()


class _Worker:
    """A child process, started at its first file and again after it was lost. Used by one thread, but for ``end``."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._process: subprocess.Popen[bytes] | None = None
        self._files = 0
        self._late = False
        self._ended = False

    def ask(self, item: Item) -> Any:
        """What the task makes of an item; a :class:`Failure`, finished likewise, where the process was lost."""
        process = self._ready()
        seconds = self._task.limits.seconds
        self._late = False
        watch = threading.Timer(seconds, self._too_late, (process,))
        watch.daemon = True
        watch.start()
        try:
            _send(process, item)
            worked, result = _receive(process)
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            process.kill()
            code = process.wait()
            if self._ended:
                raise AimatchError(f"{item.name}: not done, the batch was stopped") from None
            return self._task.finish(self._lost(item, code, seconds))
        finally:
            watch.cancel()
            # A watch that has just gone off must not be mistaken for the next file's.
            watch.join()
        if not worked:
            raise AimatchError(f"{item.name}: the result could not be handed on: {result}")
        self._files += 1
        return result

    def end(self) -> None:
        """End the process, in the middle of a file if need be; any thread may call it."""
        self._ended = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """End the process and let go of its pipes."""
        process = self._process
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            _close(pipe)
        self._process = None

    def _ready(self) -> subprocess.Popen[bytes]:
        process = self._process
        if process is not None and process.poll() is None and not self._late and self._files < _FILES_PER_WORKER:
            return process
        self.close()
        with tempfile.TemporaryFile() as complaints:
            process = self._process = subprocess.Popen(
                [sys.executable, "-c", _START, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=complaints,
                # A group of its own: Ctrl-C reaches the parent alone, and no worker dies of it while it starts.
                process_group=0,
            )
            self._files = 0
            try:
                _send(process, self._task)
                _receive(process)
            except (EOFError, BrokenPipeError, pickle.UnpicklingError):
                process.kill()
                code = process.wait()
                complaints.seek(0)
                said = complaints.read()[-2_000:].decode("utf-8", "replace").strip()
                raise AimatchError(f"a worker process could not be started (code {code}): {said}") from None
        return process

    def _too_late(self, process: subprocess.Popen[bytes]) -> None:
        self._late = True
        process.kill()

    def _lost(self, item: Item, code: int, seconds: float) -> Failure:
        if self._late:
            return Failure(
                source=item.name,
                error="LimitExceeded",
                reason=f"took longer than {seconds:g} seconds",
                remedy="if the file is a real resume, allow it more time (--seconds, Limits.seconds)",
            )
        if code == EXIT_NO_MEMORY:
            return self._task.out_of_memory(item)
        how = f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"
        return Failure(
            source=item.name,
            error="ReadError",
            reason=f"the process that read it {how}",
            remedy="the file is damaged or hostile, or memory ran out; save it anew as PDF and try again",
        )


def _send(process: subprocess.Popen[bytes], message: object) -> None:
    assert process.stdin is not None
    pickle.dump(message, process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()


def _receive(process: subprocess.Popen[bytes]) -> Any:
    assert process.stdout is not None
    return pickle.load(process.stdout)  # from our own child


def _close(pipe: Any) -> None:
    try:
        pipe.close()
    except OSError:
        return  # bytes for a process that is gone
