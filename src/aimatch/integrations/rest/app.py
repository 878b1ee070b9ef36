"""The application: takes requests in, up to the limits, and answers with what a child process makes of them."""

from __future__ import annotations

import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager, suppress

import anyio
import anyio.to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from aimatch import __version__
from aimatch.batch import worker_count
from aimatch.errors import LimitExceeded, UnsupportedFormat
from aimatch.integrations.rest import form, openapi, problems, work
from aimatch.integrations.rest.pool import Pool
from aimatch.integrations.rest.problems import BadRequest, NotAllowed, NotFound, TooSlow, Unavailable, written
from aimatch.outputs.json import SCHEMA_VERSION, profile_list, profile_to_dict, taxonomy_find, to_json_types
from aimatch.pipeline import limits_of, score
from aimatch.profile import load_profile
from aimatch.readers.limits import Limits
from aimatch.taxonomy import Taxonomy, load_taxonomy

#: Bytes that a request may hold beside a file of the largest size: the other fields, and the form around them.
BESIDE_THE_FILE = 1_000_000
#: Requests under way, those that wait for a process included, for each process.
AHEAD = 8
#: Seconds for which what a refused client still sends is thrown away.
_LINGER = 30.0
_MOST_NAMES = 100

_log = logging.getLogger("aimatch.rest")

Endpoint = Callable[[Request], Awaitable[Response]]


def build(*, workers: int | None, limits: Limits | None, taxonomy: str | os.PathLike[str] | None) -> Starlette:
    """The application; see :func:`aimatch.integrations.rest.create_app`."""
    count = worker_count(workers)
    own = None if taxonomy is None else os.path.abspath(taxonomy)  # noqa: PTH100 - keeps what is no path for the error
    skills = load_taxonomy(own)
    # What is compiled of a new taxonomy is made once here, where nothing limits its time, and found by each process.
    score("Skills: Python", taxonomy=skills)
    service = _Service(Pool(count, limits_of(limits), own), skills, count)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await anyio.to_thread.run_sync(service.pool.start)
        try:
            yield
        finally:
            await anyio.to_thread.run_sync(service.pool.close)

    app = Starlette(
        routes=[
            Route(path, _guarded(endpoint), methods=[method])
            for path, method, endpoint in (
                ("/health", "GET", service.health),
                ("/openapi.json", "GET", service.openapi),
                ("/v1/score", "POST", service.work(work.score_resume)),
                ("/v1/extract", "POST", service.work(work.extract)),
                ("/v1/profiles", "GET", service.profiles),
                ("/v1/profiles/from-job", "POST", service.work(work.profile_of_posting)),
                ("/v1/profiles/{name}", "GET", service.profile),
                ("/v1/taxonomy/find", "GET", service.find),
            )
        ],
        exception_handlers={HTTPException: _of_routing},
        lifespan=lifespan,
    )
    # A redirect would lead past a gateway.
    app.router.redirect_slashes = False
    return app


class _Service:
    """The endpoints and what they share."""

    def __init__(self, pool: Pool, taxonomy: Taxonomy, workers: int) -> None:
        self.pool = pool
        self._taxonomy = taxonomy
        self._workers = workers
        self._under_way = 0
        self._turns = anyio.CapacityLimiter(workers)
        self._threads = anyio.CapacityLimiter(workers)
        self._openapi = openapi.document()

    async def health(self, _: Request) -> Response:
        """That it answers, with which versions and limits."""
        return _answer(
            written(
                {
                    "status": "ok",
                    "schema": SCHEMA_VERSION,
                    "versions": {"aimatch": __version__, "taxonomy": self._taxonomy.version},
                    "workers": self._workers,
                    "under_way": self._under_way,
                    "limits": to_json_types(self.pool.limits),
                }
            )
        )

    async def openapi(self, _: Request) -> Response:
        """The description of all this."""
        return _answer(self._openapi)

    async def profiles(self, _: Request) -> Response:
        """What ``aimatch profile list --json`` prints."""
        return _answer(written(profile_list()))

    async def profile(self, request: Request) -> Response:
        """What ``aimatch profile show NAME --json`` prints."""
        name = form.known_profile(request.path_params["name"])
        return _answer(written(profile_to_dict(load_profile(name, taxonomy=self._taxonomy))))

    async def find(self, request: Request) -> Response:
        """What ``aimatch taxonomy find NAME… --json`` prints."""
        names = request.query_params.getlist("name")
        if not 1 <= len(names) <= _MOST_NAMES:
            raise BadRequest(
                f"the request names {len(names)} skills",
                place="name",
                remedy=f"give 1 to {_MOST_NAMES} as ?name=k8s&name=sklearn",
            )
        return _answer(written(taxonomy_find(names, self._taxonomy)))

    def work(self, job: work.Job) -> Endpoint:
        """The endpoint that has a child do a job."""

        async def endpoint(request: Request) -> Response:
            content_type = request.headers.get("content-type", "")
            form.kind_of(content_type)
            if "content-encoding" in request.headers:
                raise UnsupportedFormat("the body is compressed", remedy="send it as it is")
            if self._under_way >= self._workers * AHEAD:
                raise Unavailable("too many requests are under way", remedy="try again in a moment")
            self._under_way += 1
            try:
                body = await _body(request, self.pool.limits)
                async with self._turns:
                    if await request.is_disconnected():
                        raise ClientDisconnect
                    done = await anyio.to_thread.run_sync(self.pool.do, job, content_type, body, limiter=self._threads)
                    return _answer(done)
            finally:
                self._under_way -= 1

        return endpoint


async def _body(request: Request, limits: Limits) -> bytes:
    most = limits.max_bytes + BESIDE_THE_FILE
    refused = LimitExceeded(
        f"the request is larger than {most:,} bytes", remedy="raise Limits.max_bytes (--max-bytes) if this is a resume"
    )
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and int(announced) > most:
        raise refused  # before anything of it is read
    body = bytearray()
    try:
        with anyio.fail_after(limits.seconds):
            async for chunk in request.stream():
                if len(body) + len(chunk) > most:
                    raise refused
                body += chunk
    except TimeoutError:
        raise TooSlow(f"the request did not arrive within {limits.seconds:g} s", remedy="send it again") from None
    return bytes(body)


def _guarded(endpoint: Endpoint) -> Endpoint:
    """The endpoint with its errors as answers; nothing of them but their class and place is logged."""

    async def guarded(request: Request) -> Response:
        try:
            return await endpoint(request)
        except ClientDisconnect:
            return Response(status_code=400)  # nobody is there to read it
        except Exception as error:
            if problems.status_of(error) == 500:
                place = next(iter(getattr(error, "__notes__", ())), problems.place_of(error))
                _log.error("unexpected %s at %s", type(error).__name__, place)
            return _Refusal(request, error)

    return guarded


async def _of_routing(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == 404:
        said: Exception = NotFound("there is nothing at this path", remedy="/openapi.json names all that there is")
    else:
        allowed = (error.headers or {}).get("Allow", "")
        said = NotAllowed(f"this path does not take {request.method}", remedy=f"use {allowed}")
    return _Refusal(request, said, error.headers)


def _answer(body: bytes) -> Response:
    return Response(body, media_type="application/json")


class _Refusal(Response):
    """An error as an answer. It goes out at once, whatever of the request has not been read.

    That is thrown away behind it: most clients send all before they read anything, and one whose connection is closed
    while it sends sees a broken connection and no answer.
    """

    def __init__(self, request: Request, error: Exception, headers: Mapping[str, str] | None = None) -> None:
        status = problems.status_of(error)
        added = {**(headers or {}), **({"Retry-After": "1"} if status == 503 else {})}
        super().__init__(problems.problem(error), status, added, problems.MEDIA_TYPE)
        self._request = request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        # The request says so by a RuntimeError where it has been read to its end.
        with suppress(ClientDisconnect, RuntimeError), anyio.move_on_after(_LINGER):
            async for _ in self._request.stream():
                pass
        await send({"type": "http.response.body", "body": b""})
