"""The table of kinds is closed: it has every key of the schema, and no other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exporter.load.schema import DocumentShape, SectionShape, json_schema
from exporter.typed.kinds import DOCUMENT, SECTION, Kind, kind_of


def keys_of(schema: dict[str, Any]) -> set[str]:
    """Every path of a schema that holds a value, as the table writes paths."""
    return set(_paths(schema, schema, (), ()))


def _paths(
    schema: dict[str, Any], node: dict[str, Any], path: tuple[str, ...], inside: tuple[str, ...]
) -> Iterator[str]:
    if "$ref" in node:
        name = node["$ref"].rsplit("/", 1)[1]
        most = 2 if name == "NumberShape" else 1  # numbers have parts; parts have none
        if inside.count(name) < most:
            yield from _paths(schema, schema["$defs"][name], path, (*inside, name))
        return
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ()), *node.get("allOf", ())):
        yield from _paths(schema, choice, path, inside)
    deeper = node.get("properties", {}) or isinstance(node.get("additionalProperties"), dict)
    for key, value in node.get("properties", {}).items():
        yield from _paths(schema, value, (*path, key), inside)
    if isinstance(node.get("additionalProperties"), dict):
        yield from _paths(schema, node["additionalProperties"], (*path, "*"), inside)
    for value in node.get("patternProperties", {}).values():
        yield from _paths(schema, value, (*path, "*"), inside)
        deeper = True
    if isinstance(node.get("items"), dict):
        yield from _paths(schema, node["items"], (*path, "[]"), inside)
        deeper = True
    if not deeper and not any(key in node for key in ("anyOf", "oneOf", "allOf")):
        yield ".".join(path)


def test_the_table_for_document_yaml_has_every_key_of_the_schema_and_no_other() -> None:
    assert keys_of(json_schema(DocumentShape)) == set(DOCUMENT)


def test_the_table_for_section_files_has_every_key_of_the_schema_and_no_other() -> None:
    assert keys_of(json_schema(SectionShape)) == set(SECTION)


def test_a_key_is_found_at_any_depth() -> None:
    part = ("sections", "[]")
    assert kind_of((*part, *part, *part, "body"), SECTION) is Kind.PROSE
    assert kind_of(("tables", "days", "rows", "[]", "when"), SECTION) is Kind.PROSE
    assert kind_of(("contacts", "main", "post", "[]"), DOCUMENT) is Kind.WORDS
    assert kind_of(("pictures", "ring", "consent"), DOCUMENT) is Kind.DESK
    assert kind_of(("nonsense",), DOCUMENT) is None
