"""The OpenAPI document of the service: ``openapi.json`` beside this file, with what it takes from the published schemas.

There a type is named by its schema (``report.schema.json#/$defs/report``); here it and all that it needs become components.
"""

from __future__ import annotations

import json
from collections import deque
from importlib import resources
from typing import Any

from aimatch import __version__
from aimatch.integrations.rest.problems import written

_MARK = ".schema.json#/$defs/"


def document() -> bytes:
    """The whole document, as it is served."""
    content = json.loads(resources.files(__package__).joinpath("openapi.json").read_text("utf-8"))
    content["info"]["version"] = __version__
    wanted: deque[tuple[str, str]] = deque()
    content = _resolved(content, "", wanted)
    components = content["components"]["schemas"]
    schemas: dict[str, dict[str, Any]] = {}
    while wanted:
        schema, name = wanted.popleft()
        if _component(schema, name) in components:
            continue
        if schema not in schemas:
            text = resources.files("aimatch.outputs").joinpath(f"{schema}.schema.json").read_text("utf-8")
            schemas[schema] = json.loads(text)["$defs"]
        components[_component(schema, name)] = _resolved(schemas[schema][name], schema, wanted)
    return written(content)


def _component(schema: str, name: str) -> str:
    return f"{schema}_{name}"


def _resolved(node: Any, schema: str, wanted: deque[tuple[str, str]]) -> Any:
    """A part of the document, or of a schema, with its references to schemas as references to components."""
    if isinstance(node, list):
        return [_resolved(one, schema, wanted) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _resolved(one, schema, wanted) for key, one in node.items()}
    reference = found.get("$ref")
    if isinstance(reference, str) and "/$defs/" in reference:
        file, _, name = (
            reference.rpartition(_MARK) if _MARK in reference else (schema, "", reference.rpartition("/")[2])
        )
        wanted.append((file, name))
        found["$ref"] = f"#/components/schemas/{_component(file, name)}"
    return found
