"""The shape of the examples, so that a slip in one is a sentence that says what to write."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ROW = "- {text: Words of a row., pictures: [{alt: Sam}]}"
_BLOCK = "- list: [One., Two.]"
_KEYS: dict[str, tuple[tuple[type, ...], str]] = {
    "text": ((str, list), "text: Words of a row."),
    "many": ((int,), "many: 40"),
    "rows": ((list,), f"rows:\n    {_ROW}"),
    "blocks": ((list,), f"blocks:\n    {_BLOCK}"),
    "heading": ((str,), "heading: Meet our friends"),
    "headings": ((list,), "headings:\n    - {text: Part two, level: 3}"),
    "title": ((str,), "title: People and gardens"),
    "subtitle": ((str,), "subtitle: For all"),
    "words": ((str,), "words: cy"),
    "words_unread": ((str,), "words_unread: cy"),
    "font": ((str,), "font: Arimo"),
    "notes": ((list,), "notes: [A note.]"),
    "document": ((dict,), 'document: {date: "2026-11"}'),
    "source": ((dict,), "source: {glossary: {grant: {meaning: Money.}}}"),
}
_BLOCKS = ("list", "table", "figure", "quote", "contact", "paragraph", "question")


def faults_of(example: Any) -> Iterator[str]:
    """What is wrong with the shape of an `error` or a `valid`, each as a sentence."""
    if not isinstance(example, dict):
        yield f"An example holds keys, as in  text: Words of a row.  It is {_called(example)}."
        return
    for key, value in example.items():
        if key not in _KEYS:
            yield f"“{key}” is no key of an example. There are: {', '.join(_KEYS)}."
            continue
        types, written = _KEYS[key]
        if not isinstance(value, types) or isinstance(value, bool):
            yield f"“{key}” is {_called(value)}. Write  {written}"
        elif key == "text" and isinstance(value, list):
            yield from _each(value, str, "text", "- Words of a row.")
        elif key == "rows":
            yield from _each(value, dict, "rows", _ROW)
            for row in (one for one in value if isinstance(one, dict)):
                yield from _each(row.get("pictures", []), dict, "pictures", "[{alt: Sam}]")
                yield from _blocks(row.get("blocks", []))
        elif key == "blocks":
            yield from _blocks(value)
        elif key == "headings":
            yield from _each(value, dict, "headings", "- {text: Part two, level: 3}")


def _blocks(value: Any) -> Iterator[str]:
    yield from _each(value, dict, "blocks", _BLOCK)
    for block in value if isinstance(value, list) else ():
        if isinstance(block, dict) and (len(block) != 1 or next(iter(block)) not in _BLOCKS):
            keys = ", ".join(map(str, block))
            yield f"Each of “blocks” is one of {', '.join(_BLOCKS)}; this one is {keys}."


def _each(value: Any, kind: type, key: str, written: str) -> Iterator[str]:
    if not isinstance(value, list):
        yield f"“{key}” is {_called(value)}. Write a list:  {written}"
        return
    for one in value:
        if not isinstance(one, kind):
            yield f"Each of “{key}” is written like this:  {written}  One is {_called(one)}."


def _called(value: Any) -> str:
    match value:
        case None:
            return "empty"
        case str():
            return f"words, “{value[:40]}”"
        case dict():
            return f"keys, {', '.join(map(str, value))}"
        case list():
            return "a list"
        case _:
            return f"{value!r}"
