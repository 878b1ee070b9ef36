"""The service in this process: a client that holds every answer to what the service says of itself."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import httpx
import jsonschema
import pytest
from anyio.from_thread import BlockingPortal, start_blocking_portal
from starlette.applications import Starlette

from aimatch.integrations.rest import create_app, openapi
from aimatch.readers.limits import Limits

OPENAPI: dict[str, Any] = json.loads(openapi.document())


def documented(method: str, path: str) -> dict[str, Any] | None:
    """What the document says of a path, if it names it."""
    for template in (path, f"{path.rpartition('/')[0]}/{{name}}"):
        if method.lower() in OPENAPI["paths"].get(template, {}):
            found: dict[str, Any] = OPENAPI["paths"][template][method.lower()]
            return found
    return None


class Client:
    """Asks the service; several questions at once with ``begin``."""

    def __init__(self, app: Starlette, portal: BlockingPortal) -> None:
        self._transport = httpx.ASGITransport(app)
        self._portal = portal

    def begin(self, method: str, path: str, **request: Any) -> Future[httpx.Response]:
        return self._portal.start_task_soon(self._send, method, path, request)

    def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        answer = self.begin(method, path, **request).result()
        self.check(method, path, answer)
        return answer

    def post(self, path: str, **request: Any) -> httpx.Response:
        return self.ask("POST", path, **request)

    def get(self, path: str, **request: Any) -> httpx.Response:
        return self.ask("GET", path, **request)

    async def _send(self, method: str, path: str, request: dict[str, Any]) -> httpx.Response:
        async with httpx.AsyncClient(transport=self._transport, base_url="http://service", timeout=None) as client:
            return await client.request(method, path, **request)

    @staticmethod
    def valid(content: object, schema: dict[str, Any]) -> None:
        """That JSON holds to a schema of the document."""
        rooted = {**schema, "components": OPENAPI["components"]}
        jsonschema.Draft202012Validator(rooted, format_checker=jsonschema.FormatChecker()).validate(content)

    @staticmethod
    def check(method: str, path: str, answer: httpx.Response) -> None:
        said = documented(method, path.partition("?")[0])
        if said is None:
            return
        response = said["responses"][str(answer.status_code)]
        if "$ref" in response:
            response = OPENAPI["components"]["responses"][response["$ref"].rpartition("/")[2]]
        ((media_type, content),) = response["content"].items()
        assert answer.headers["content-type"] == media_type
        Client.valid(answer.json(), content["schema"])
        if answer.status_code >= 400:
            assert answer.json()["status"] == answer.status_code


Serve = Callable[..., AbstractContextManager[Client]]


@contextmanager
def serving(*, lifespan: bool = True, **settings: Any) -> Iterator[Client]:
    app = create_app(**settings)
    with start_blocking_portal() as portal:
        if not lifespan:
            yield Client(app, portal)
            return
        with portal.wrap_async_context_manager(app.router.lifespan_context(app)):
            yield Client(app, portal)


@pytest.fixture(scope="session")
def serve() -> Serve:
    """A service with settings of its own; without its lifespan no process is started before it is needed."""
    return serving


@pytest.fixture(scope="session")
def client() -> Iterator[Client]:
    with serving(workers=1, limits=Limits(seconds=120)) as made:
        yield made
