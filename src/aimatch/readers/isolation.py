"""Runs work on files from strangers in a child process that may hang or die without harm.

A :class:`Worker` keeps one child. Each call may take ``limits.seconds`` and ``limits.memory_mb``; a child that goes
beyond, or that a parser brings down, is replaced, and the call ends in an error that names the file. The child is a
fresh interpreter, not a fork, and does not import the caller's main module: scripts need no ``__main__`` guard.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from aimatch.errors import LimitExceeded, ReadError
from aimatch.model import Document
from aimatch.readers.limits import Limits
from aimatch.readers.serving import EXIT_NO_MEMORY, GRACE, hello, receive, send

_T = TypeVar("_T")
_START = "import sys; sys.path[:] = {path!r}; from aimatch.readers.serving import serve; serve({memory})"
_READY = 60.0
"""Seconds that a child may take to start on a busy machine; no file is involved yet."""
_CHECK = "check sys.executable and sys.path"


class Worker:
    """One child process and the calls it makes, one at a time; safe to use from several threads.

    Use it as a context manager, or :meth:`close` it.

    Args:
        limits: What each call may cost.
        ready: Called first in each new child, so that what it loads costs no file its time.
    """

    def __init__(self, limits: Limits | None = None, *, ready: Callable[[], object] = hello) -> None:
        self.limits = limits or Limits()
        self._ready = ready
        self._lock = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._owner = os.getpid()
        self._timed_out = False
        #: Calls of :func:`read_isolated` under way.
        self.users = 0

    def call(self, function: Callable[..., _T], *arguments: object, name: str | None = None) -> _T:
        """Call an importable function in the child and return what it returns.

        Args:
            function: A function at the top level of a module that the child can import.
            arguments: Its arguments; they and the result have to be picklable.
            name: The file at hand, for the error.

        Raises:
            LimitExceeded: The call took longer than ``limits.seconds`` or more memory than ``limits.memory_mb``.
            ReadError: The child died.
            AimatchError: The function raised it. Other exceptions of the function are raised as they are.
        """
        request = pickle.dumps((function, arguments, self.limits.seconds), protocol=pickle.HIGHEST_PROTOCOL)
        with self._lock:
            child = self._running()
            answer = self._exchange(child, request, self.limits.seconds)
            if answer is None:
                raise self._lost(child, name)
        failed, value = pickle.loads(answer)
        if not failed:
            result: _T = value
            return result
        if isinstance(value, MemoryError):
            # What the child holds by now is anyone's guess; the next file gets a new one.
            self.close()
            raise self._out_of_memory(name) from None
        raise value

    def start(self) -> None:
        """Start the child, unless it runs; a call does so by itself.

        Raises:
            ReadError: It could not be started.
        """
        with self._lock:
            self._running()

    def close(self) -> None:
        """End the child. The next call starts another one."""
        with self._lock:
            self._end()

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # ------------------------------------------------------------------------------------------------ the child
    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():
            # This process was forked off the one that started the child, which goes on answering that one alone.
            self._child, self._owner = None, os.getpid()
        # One that is being ended may still look alive.
        if self._child is None or self._timed_out or self._child.poll() is not None:
            self._end()
            code = _START.format(path=[str(Path(entry).absolute()) for entry in sys.path], memory=self.limits.memory_mb)
            try:
                self._child = subprocess.Popen(
                    [sys.executable, "-c", code],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                )
            except OSError as error:
                raise ReadError(f"the reading process could not be started: {error}", remedy=_CHECK) from error
            answer = self._exchange(self._child, pickle.dumps((self._ready, (), _READY)), _READY)
            failed, value = (True, None) if answer is None else pickle.loads(answer)
            if failed:
                self._end()
                said = "" if value is None else f": {value}"
                raise ReadError(f"the reading process could not be started{said}", remedy=_CHECK)
        return self._child

    def _exchange(self, child: subprocess.Popen[bytes], request: bytes, seconds: float) -> bytes | None:
        """The child's answer, or ``None`` when it died or had to be ended."""
        assert child.stdin is not None
        assert child.stdout is not None
        self._timed_out = False

        def expire() -> None:
            self._timed_out = True
            child.kill()

        timer = threading.Timer(seconds, expire)
        timer.daemon = True
        timer.start()
        try:
            send(child.stdin, request)
            return receive(child.stdout)
        except OSError:
            return None
        finally:
            timer.cancel()
            # One that goes off at this very moment must not be taken for the next call's.
            timer.join()

    def _lost(self, child: subprocess.Popen[bytes], name: str | None) -> ReadError:
        timed_out = self._timed_out
        self._end()
        if timed_out:
            return LimitExceeded(
                f"took longer than {self.limits.seconds:g} s to read",
                source=name,
                remedy="raise Limits.seconds if this is a resume, or save it again as PDF",
            )
        if child.returncode == EXIT_NO_MEMORY:
            return self._out_of_memory(name)
        return ReadError(
            f"brought the reading process down (exit code {child.returncode})",
            source=name,
            remedy="it is damaged or made to do harm; save it again as PDF if it is neither",
        )

    def _out_of_memory(self, name: str | None) -> LimitExceeded:
        return LimitExceeded(
            f"needs more than {self.limits.memory_mb:,} MiB of memory to read",
            source=name,
            remedy="raise Limits.memory_mb if this is a resume, or save it again as PDF",
        )

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None or self._owner != os.getpid():
            return
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        try:
            # An idle child leaves by itself when its input ends.
            child.wait(timeout=GRACE if child.poll() is None and not self._timed_out else 0)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


_MOST_WORKERS = 4
"""Children that are kept, each for its own limits; those beyond, used least recently, are ended."""
_workers: dict[Limits, Worker] = {}
"""The last one used comes last."""
_workers_lock = threading.Lock()


def _forget_workers() -> None:
    global _workers_lock  # noqa: PLW0603 - a lock that another thread held at the fork would never be released
    _workers.clear()
    _workers_lock = threading.Lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_workers)


def read_isolated(data: bytes, name: str | None, limits: Limits) -> Document:
    """:func:`aimatch.readers.read_bytes` in a child process that is kept for the next file with the same limits.

    Raises:
        ReadError: The file can't be read, or brought the child down.
        LimitExceeded: It took too long or too much memory.
    """
    from aimatch.readers import read_bytes

    with _workers_lock:
        worker = _workers[limits] = _workers.pop(limits) if limits in _workers else Worker(limits)
        worker.users += 1
        idle = [one for one, other in _workers.items() if not other.users]
        ended = [_workers.pop(one) for one in idle[: max(0, len(_workers) - _MOST_WORKERS)]]
    for other in ended:
        other.close()
    try:
        return worker.call(read_bytes, data, name, limits, name=name)
    finally:
        with _workers_lock:
            worker.users -= 1


@atexit.register
def _end_workers() -> None:
    for worker in _workers.values():
        worker.close()
