"""Which keys may stand where, for “did you mean”: read from the JSON Schema of a shape."""

from __future__ import annotations

from typing import Any

from exporter.load.schema import Model, Step, json_schema


def keys_of(shape: type[Model], path: tuple[Step, ...]) -> tuple[str, ...]:
    """The keys that may stand at `path`, for “did you mean”."""
    schema = json_schema(shape)
    node: Any = schema
    for step in path:
        node = _inside(schema, node, step)
    return tuple(key for key in _properties(schema, node) if key not in _HIDDEN)


_HIDDEN = {"allow", "diagram", "chart", "items", "values"}


def _resolve(schema: Any, node: Any) -> Any:
    while isinstance(node, dict) and "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def _branches(schema: Any, node: Any) -> list[Any]:
    node = _resolve(schema, node)
    if not isinstance(node, dict):
        return []
    return [node, *(_resolve(schema, one) for one in node.get("oneOf", []) + node.get("anyOf", []))]


def _inside(schema: Any, node: Any, step: Step) -> Any:
    for branch in _branches(schema, node):
        if isinstance(step, int) and "items" in branch:
            return branch["items"]
        if isinstance(step, str) and step in branch.get("properties", {}):
            return branch["properties"][step]
        if isinstance(step, str) and isinstance(branch.get("additionalProperties"), dict):
            return branch["additionalProperties"]
        if isinstance(step, str) and "patternProperties" in branch:
            return next(iter(branch["patternProperties"].values()))
    return {}


def _properties(schema: Any, node: Any) -> list[str]:
    return [key for branch in _branches(schema, node) for key in branch.get("properties", {})]
