"""One change to the text of a file, as the studio asks for it. Pure: text in, text out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, assert_never

from exporter.authored.located import Path
from exporter.saving import (
    NotSaved,
    Yaml,
    with_added,
    with_item,
    with_moved_item,
    with_value,
    with_values,
    without_item,
)
from exporter.saving.adding import Value
from exporter.studio.forms import LISTS, ORDER, document_keys


@dataclass(frozen=True, slots=True)
class Put:
    """Other words in a field; without any, the field goes."""

    path: Path
    value: str


@dataclass(frozen=True, slots=True)
class Add:
    """One more row, part or key."""

    path: Path
    value: Value


@dataclass(frozen=True, slots=True)
class Remove:
    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """Another number in its list."""

    path: Path
    number: int


Change: TypeAlias = Put | Add | Remove | Move


def changed(text: str, change: Change) -> str:
    """The text of a file after one change. Raises NotSaved."""
    match change:
        case Put(path, value):
            return _put(text, path, value)
        case Add(path, value):
            return _add(text, path, value)
        case Remove(path):
            return _remove(text, path)
        case Move(path, number):
            return with_moved_item(text, path, number)
        case _:
            assert_never(change)


def value_at(text: str, path: Path) -> str:
    """What a field says; empty where there is none."""
    return fields_of(Yaml(text)).get(path, "")


def fields_of(yaml: Yaml) -> dict[Path, str]:
    """What each field of a file says; names in a list stand on one line, with commas."""
    said = {one.path: one.value.rstrip("\n") for one in yaml.scalars}
    for path in yaml.items:
        if path and path[-1] in LISTS and path not in said:
            said[path] = ", ".join(said[one] for one in said if one[:-1] == path)
    return said


def _put(text: str, path: Path, value: str) -> str:
    yaml = Yaml(text)
    value = value.replace("\r\n", "\n").replace("\r", "\n").rstrip()
    if path[-1] in LISTS and not any(one.path == path for one in yaml.scalars):
        return _put_names(text, path, [one for one in map(str.strip, value.split(",")) if one])
    if path not in yaml.items:
        return with_added(text, path, value, _above(path)) if value else text
    if any(one.path == path for one in yaml.scalars):
        if value:
            return with_value(text, path, value)
        return _remove(text, path) if isinstance(path[-1], str) else with_value(text, path, "")
    raise NotSaved("Here stands more than one value: please change it in the source.")


def _put_names(text: str, path: Path, names: list[str]) -> str:
    """Other names in a list: those that stay are not touched, a list without any goes."""
    listed = [one.path for one in Yaml(text).scalars if one.path[:-1] == path]
    if not listed:
        return with_added(text, path, names, _above(path)) if names else text
    if not names:
        return _remove(text, path)
    there = dict(zip(listed, names, strict=False))
    text = with_values(text, {at: name for at, name in there.items() if value_at(text, at) != name})
    for at in reversed(listed[len(names) :]):
        text = without_item(text, at)
    for number in range(len(listed), len(names)):
        text = with_item(text, (*path, number), names[number])
    return text


def _add(text: str, path: Path, value: Value) -> str:
    yaml = Yaml(text)
    listed, last = path[:-1], path[-1]
    if isinstance(last, int) and (listed not in yaml.items or _is_empty(yaml, listed)):
        if listed in yaml.items:
            text = without_item(text, listed)
        return with_added(text, listed, [value], (*_above(listed), *_BEFORE.get(listed[-1], ())))
    return with_added(text, path, value, _above(path))


def _above(path: Path) -> tuple[str, ...]:
    """The keys below which a new one stands, in the order in which authors type them."""
    document = document_keys()
    if len(path) != 1 or path[0] in ORDER or path[0] not in document:
        return ORDER
    return document[: document.index(str(path[0]))]


_BEFORE: dict[object, tuple[str, ...]] = {
    "easy_read": ("tables", "charts", "numbers", "media", "sections"),
    "sections": ("tables", "charts", "numbers", "media"),
    "accept": ("tables", "charts", "numbers", "media", "sections", "easy_read"),
}
"""Below which keys a new list stands, beside those of the text."""


def _is_empty(yaml: Yaml, listed: Path) -> bool:
    """`easy_read: none`, or a list without anything in it."""
    return not any(len(one) == len(listed) + 1 and one[:-1] == listed for one in yaml.items)


def _remove(text: str, path: Path) -> str:
    """Without a value; the last of a list goes with the list."""
    yaml = Yaml(text)
    if path not in yaml.items:
        raise NotSaved("There is nothing at this place.")
    beside = [one for one in yaml.items if len(one) == len(path) and one[:-1] == path[:-1]]
    if len(beside) == 1 and len(path) > 1:
        return _remove(text, path[:-1])
    return without_item(text, path)
