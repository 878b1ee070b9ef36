"""A child process of a batch: takes one file after another from its standard input, answers on its standard output.

The messages are pickles: first the task, then an item each; the answers are pairs (whether it worked, what came out).
A plain program and not :mod:`multiprocessing`, which would import the caller's main script anew in each child: a
script without a ``__main__`` guard, a notebook and an embedding service can all call ``score_folder`` this way.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import sys
from typing import BinaryIO

from aimatch.readers.serving import EXIT_NO_MEMORY, limit_memory, of_memory


def main() -> None:
    """Serve until the standard input ends."""
    # Ctrl-C reaches the whole group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # The answers get a private descriptor, so that a library which prints can't break them.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    requests = sys.stdin.buffer
    gc.disable()  # until all is loaded
    with contextlib.suppress(EOFError, BrokenPipeError):  # the parent is gone, or needs no more
        _serve(requests, answers)
    # Without the interpreter's own end, which frees memory that the system is about to take back anyway.
    os._exit(0)


def _serve(requests: BinaryIO, answers: BinaryIO) -> None:
    task = pickle.load(requests)  # from our own parent
    limit_memory(task.limits.memory_mb)
    # What is loaded once must not count as the first file's time.
    task.warm_up()
    # What is loaded stays: the search for garbage passes it over from here on.
    gc.freeze()
    gc.enable()
    _answer(answers, pickle.dumps((True, None)))
    # What libraries print about broken files says nothing that the failure's row doesn't.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    os.dup2(2, 1)
    while True:
        item = pickle.load(requests)
        try:
            result = task.finish(task.attempt(item))
            message = pickle.dumps((True, result), protocol=pickle.HIGHEST_PROTOCOL)
        except Exception as error:
            if of_memory(error):
                os._exit(EXIT_NO_MEMORY)  # what it holds by now is anyone's guess; the parent starts another
            # What `then` raised, or a result that can't travel: the parent raises it.
            message = pickle.dumps((False, f"{type(error).__name__}: {error}"))
        _answer(answers, message)


def _answer(answers: BinaryIO, message: bytes) -> None:
    answers.write(message)
    answers.flush()
