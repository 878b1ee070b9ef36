"""The REST service: resumes and postings in, the JSON of ``--json`` out, for those who do not run Python.

``aimatch serve`` runs it; ``docs/service.md`` tells how it is used. As an ASGI application:

    uvicorn --factory aimatch.integrations.rest:create_app

The process that answers requests reads no document itself: it takes a body in, up to a limit, and hands it to one of
several child processes (:mod:`aimatch.readers.isolation`), in which everything is done that looks at it. A child that takes
too long or too much memory, or that a file brings down, costs that one request and is replaced. Nothing of a request is
logged or written to disk.
"""

from __future__ import annotations

from os import PathLike
from typing import TYPE_CHECKING

from aimatch.errors import MissingExtra
from aimatch.readers.limits import Limits

if TYPE_CHECKING:
    from starlette.applications import Starlette

__all__ = ["create_app"]


def create_app(
    *, workers: int | None = None, limits: Limits | None = None, taxonomy: str | PathLike[str] | None = None
) -> Starlette:
    """The service as an ASGI application; its child processes start and end with its lifespan.

    Args:
        workers: How many requests are worked on at once, each in a process. Default: one a processor.
        limits: What one request may cost, its time and memory included.
        taxonomy: Skills of one's own beside the shipped ones, a TOML file or a folder of them.

    Raises:
        MissingExtra: The packages of ``aimatch[serve]`` are not installed.
        TaxonomyError, FileNotFoundError: As :func:`aimatch.load_taxonomy`.
        ValueError, TypeError: ``workers`` is no whole number from 1 up.
    """
    try:
        import python_multipart  # noqa: F401 - needed by the children; said here, once
        import starlette  # noqa: F401
    except ImportError:
        raise MissingExtra("the REST service", "serve") from None
    from aimatch.integrations.rest.app import build

    return build(workers=workers, limits=limits, taxonomy=taxonomy)
