"""The engine for many machines: a dask cluster (extra ``cluster``), the same call as on a laptop."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Any

from aimatch.batch.task import Item, Task
from aimatch.errors import MissingExtra
from aimatch.report import Failure

#: Files handed out for each thread of the cluster; more would only fill its memory.
_AHEAD = 8


def run(items: Iterable[Item], task: Task, *, workers: int) -> Iterator[Any]:
    """Yield what ``task`` makes of each item, in order, on the current client or a local cluster of ``workers``.

    The files' paths must mean the same on all machines of the cluster.

    Raises:
        MissingExtra: ``dask[distributed]`` is not installed.
    """
    try:
        import distributed
    except ImportError:
        raise MissingExtra("the dask engine", "cluster") from None
    return _run(distributed, items, task, workers)


def _run(distributed: Any, items: Iterable[Item], task: Task, workers: int) -> Iterator[Any]:
    try:
        client = distributed.get_client()
        own = False
    except ValueError:
        client = distributed.Client(n_workers=workers, threads_per_worker=1, dashboard_address=None)
        own = True
    try:
        window = _AHEAD * max(1, sum(client.nthreads().values()))
        shared = client.scatter(task, broadcast=True)
        under_way: deque[tuple[Item, Any]] = deque()
        for item in items:
            under_way.append((item, client.submit(_do, shared, item, pure=False)))
            if len(under_way) >= window:
                yield _outcome(task, *under_way.popleft())
        while under_way:
            yield _outcome(task, *under_way.popleft())
    finally:
        if own:
            client.shutdown()


def _do(task: Task, item: Item) -> Any:
    return task.run(item)


def _outcome(task: Task, item: Item, future: Any) -> Any:
    error = future.exception()
    if error is None:
        return future.result()
    return task.finish(
        Failure(
            source=item.name,
            error=type(error).__name__,
            reason=f"the cluster gave it up: {error}",
            remedy="see the workers' logs; the file may be damaged, or their memory too small",
        )
    )
