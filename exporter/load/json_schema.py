"""The JSON Schema of the shapes: files for editors, and which keys may stand where."""

from __future__ import annotations

import json
from pathlib import Path as FilePath
from typing import Any

from exporter.authored.located import Step
from exporter.load.schema import DocumentShape, Model, SectionShape, json_schema


def keys_of(shape: type[Model], path: tuple[Step, ...]) -> tuple[str, ...]:
    """The keys that may stand at `path`, for “did you mean”."""
    schema = json_schema(shape)
    node: Any = schema
    for step in path:
        node = _inside(schema, node, step)
    return tuple(key for key in _properties(schema, node) if key not in _HIDDEN)


def meaning_of(shape: type[Model], path: tuple[Step, ...]) -> str:
    """What the schema says of the value at `path`, for whoever types one."""
    schema = json_schema(shape)
    node: Any = schema
    for step in path:
        node = _inside(schema, node, step)
    return str(node.get("description", ""))


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


def _tidy(node: Any) -> Any:
    """The schema without titles and empty defaults, which only fill an editor's hints."""
    if isinstance(node, list):
        return [_tidy(one) for one in node]
    if not isinstance(node, dict):
        return node
    noise = {"title": str, "default": (str, list, dict, bool, type(None))}
    return {
        key: _tidy(value)
        for key, value in node.items()
        if not (key in noise and isinstance(value, noise[key]))  # type: ignore[arg-type]
    }


def json_schemas() -> dict[str, str]:
    """The JSON Schema files for editors, by file name."""
    shapes = {
        "document.schema.json": json_schema(DocumentShape),
        "section.schema.json": json_schema(SectionShape),
    }
    texts = {}
    for name, shape in shapes.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_tidy(shape)}
        texts[name] = json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
    return texts


def write_json_schemas(folder: FilePath) -> None:
    """Write the JSON Schema files anew, after the shapes have changed."""
    for name, text in json_schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
