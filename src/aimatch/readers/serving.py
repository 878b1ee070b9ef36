"""What a child process of :mod:`aimatch.readers.isolation` does: answers calls, within the limits on memory and time."""

from __future__ import annotations

import contextlib
import errno
import os
import pickle
import struct
from typing import IO

from aimatch.errors import AimatchError

EXIT_NO_MEMORY = 77
GRACE = 5
"""Seconds that a child gets beyond its limit."""
_LENGTH = struct.Struct("<Q")
# What the loader of libraries says where memory is short, in errors without a number, and what Python itself does.
_NO_ROOM = ("failed to map segment", "annot allocate memory", "without exception set")


def send(stream: IO[bytes], message: bytes) -> None:
    """Write a message, its length before it."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """The next message; ``None`` at the end of the stream."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None


def hello() -> bool:
    """The first call, which tells that the child has started."""
    return True


def serve(memory_mb: int) -> None:
    """Answer calls from standard input until it ends. Runs in the child only."""
    # Parsers written in C print to the standard streams; the answers must not get mixed up with that.
    answers = os.fdopen(os.dup(1), "wb")
    requests = os.fdopen(os.dup(0), "rb")
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)
    limit_memory(memory_mb)
    while (request := receive(requests)) is not None:
        try:
            function, arguments, seconds = pickle.loads(request)
            _limit_processor(seconds)
            answer = pickle.dumps((False, function(*arguments)), protocol=pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            if of_memory(error):
                os._exit(EXIT_NO_MEMORY)
            answer = _pickled(error)
        send(answers, answer)


def of_memory(error: BaseException | None) -> bool:
    """Whether an error comes of a lack of memory: a library that found no room, whatever was made of that above it."""
    while error is not None:
        if isinstance(error, MemoryError) or getattr(error, "errno", None) == errno.ENOMEM:
            return True
        if isinstance(error, (OSError, ImportError, SystemError)) and any(words in str(error) for words in _NO_ROOM):
            return True
        error = error.__cause__ or error.__context__
    return False


def _pickled(error: Exception) -> bytes:
    try:
        answer = pickle.dumps((True, error))
        pickle.loads(answer)
        return answer
    except Exception:  # an exception of a lower library that does not survive the way back; only its text can
        return pickle.dumps((True, AimatchError(f"{type(error).__name__}: {error}")))


def limit_memory(memory_mb: int) -> None:
    """Hold this process to so many MiB of address space from here on, and let it leave no image of its memory behind."""
    try:
        import resource
    except ImportError:  # not POSIX: time is limited all the same
        return
    size = memory_mb * 1024 * 1024
    # Systems that do not let the address space be limited refuse it; the time limit still holds.
    with contextlib.suppress(ValueError, OSError):
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        size = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_processor(seconds: float) -> None:
    """End the process by itself some time after its parent should have, for the case that the parent is gone."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + seconds) + GRACE
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.getrlimit(resource.RLIMIT_CPU)[1]))
