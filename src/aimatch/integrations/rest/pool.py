"""The child processes of the service, and whose turn it is."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import LifoQueue

from aimatch.errors import ReadError
from aimatch.integrations.rest import work
from aimatch.integrations.rest.problems import Unavailable
from aimatch.readers.isolation import Worker
from aimatch.readers.limits import Limits

#: A child is replaced after so many requests, so that whatever a library leaks stays small.
_REQUESTS_PER_CHILD = 2_000


class Pool:
    """Several workers, each used by one thread at a time; a child that is lost is replaced at its next request."""

    def __init__(self, workers: int, limits: Limits, taxonomy: str | None) -> None:
        self.limits = limits
        self.taxonomy = taxonomy
        self._workers = [Worker(limits, ready=partial(work.ready, taxonomy)) for _ in range(workers)]
        self._served = dict.fromkeys(self._workers, 0)
        self._idle: LifoQueue[Worker] = LifoQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def start(self) -> None:
        """Start all children at once, so that no request waits for it.

        Raises:
            Unavailable: One could not be started.
        """
        with ThreadPoolExecutor(len(self._workers)) as threads:
            list(threads.map(_started, self._workers))

    def do(self, job: work.Job, content_type: str, body: bytes) -> bytes:
        """What a job makes of a request's body, in a child; waits for one that is idle.

        Raises:
            Unavailable: No child could be started.
            LimitExceeded: It took longer or more memory than the limits allow.
            AimatchError: The job raised it; a ``ReadError`` too where the child was lost.
            Exception: A defect; its note tells where.
        """
        worker = self._idle.get()
        try:
            self._served[worker] += 1
            if self._served[worker] > _REQUESTS_PER_CHILD:
                worker.close()
                self._served[worker] = 1
            return _started(worker).call(work.run, job, content_type, body, self.limits, self.taxonomy)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all children, once each is done with what it does."""
        for worker in self._workers:
            worker.close()


def _started(worker: Worker) -> Worker:
    try:
        worker.start()
    except ReadError as error:
        raise Unavailable(error.message, remedy=error.remedy) from error
    return worker
