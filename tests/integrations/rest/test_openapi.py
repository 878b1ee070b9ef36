"""The document names all that the service does, and its examples work."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

import aimatch
from aimatch.integrations.rest import create_app, form, openapi

if TYPE_CHECKING:
    from tests.integrations.rest.conftest import Client

OPENAPI: dict[str, Any] = json.loads(openapi.document())


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
    for one in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from nodes(one)


def test_it_names_what_there_is() -> None:
    there = {(route.path, method) for route in create_app(workers=1).routes for method in route.methods - {"HEAD"}}  # type: ignore[attr-defined]
    assert there == {(path, method.upper()) for path, methods in OPENAPI["paths"].items() for method in methods}
    assert OPENAPI["info"]["version"] == aimatch.__version__


def test_references_lead_somewhere_and_all_components_are_used() -> None:
    used = {node["$ref"] for node in nodes(OPENAPI) if "$ref" in node}
    there = {f"#/components/{kind}/{name}" for kind, named in OPENAPI["components"].items() for name in named}
    assert used == there


def test_it_is_served_as_it_is(client: Client) -> None:
    assert client.get("/openapi.json").json() == OPENAPI


@pytest.mark.parametrize(
    ("path", "fields"),
    [("/v1/score", form.SCORE), ("/v1/extract", form.RESUME), ("/v1/profiles/from-job", form.POSTING)],
)
def test_the_fields_are_those_that_are_read(path: str, fields: tuple[str, ...]) -> None:
    content = OPENAPI["paths"][path]["post"]["requestBody"]["content"]
    assert tuple(content["multipart/form-data"]["schema"]["properties"]) == fields
    assert tuple(content["application/json"]["schema"]["properties"]) == tuple(one for one in fields if one != "file")


EXAMPLES = [
    (path, name, one["value"])
    for path, methods in OPENAPI["paths"].items()
    for name, one in methods.get("post", {}).get("requestBody", {}).get("content", {}).get("application/json", {}).get("examples", {}).items()
]  # fmt: skip


@pytest.mark.parametrize(("path", "name", "value"), EXAMPLES)
def test_the_examples_of_requests_work(client: Client, path: str, name: str, value: Any) -> None:
    client.valid(value, OPENAPI["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"])
    assert client.post(path, json=value).status_code == 200


def test_the_other_examples_hold_to_their_schemas(client: Client) -> None:
    found = [node for node in nodes(OPENAPI) if "example" in node and "schema" in node]
    for node in found:
        client.valid(node["example"], node["schema"])
    assert len(found) >= 5
