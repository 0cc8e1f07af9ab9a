"""A key more or less between braces: {id: hilltop, name: Hilltop Surgery}."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.authored.located import Path
from exporter.saving.items import values_of, values_without
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml
from exporter.saving.spelling import as_value


def with_pair(text: str, path: Path, value: str | Sequence[str]) -> str:
    """The text of a file with a key more in a mapping between braces, behind all others.

    Raises NotSaved where there is no such mapping, or the key is there.
    """
    yaml = Yaml(text)
    keys = _keys(yaml, path[:-1])
    if path in yaml.items:
        raise NotSaved("This is there already.")
    typed = f"{path[-1]}: {_typed(value)}"
    if keys:
        at, typed = yaml.items[keys[-1]][1], f", {typed}"
    else:
        at = yaml.items[path[:-1]][1] - 1
    made = text[:at] + typed + text[at:]
    after = Yaml(made)
    flat = {(): value.strip()} if isinstance(value, str) else {(n,): v for n, v in enumerate(value)}
    there = {p[len(path) :]: v for p, v in values_of(after).items() if p[: len(path)] == path}
    if there != flat or values_without(after, path) != values_of(yaml):
        raise NotSaved("What is new would not be read as it stands there.")
    return made


def without_pair(text: str, path: Path) -> str:
    """The text of a file without one key of a mapping between braces, and the comma beside it."""
    yaml = Yaml(text)
    keys = _keys(yaml, path[:-1])
    if path not in keys:
        raise NotSaved("There is nothing at this place.")
    number = keys.index(path)
    start, end = yaml.keys[path], yaml.items[path][1]
    if number:
        start = yaml.items[keys[number - 1]][1]
    elif len(keys) > 1:
        end = yaml.keys[keys[1]]
    made = text[:start] + text[end:]
    if values_of(Yaml(made)) != values_without(yaml, path):
        raise NotSaved("Something else would change with it.")
    return made


def _keys(yaml: Yaml, parent: Path) -> list[Path]:
    """The paths of the keys of a mapping between braces, in order."""
    if parent not in yaml.flows:
        raise NotSaved("There are no braces at this place.")
    keys = [one for one in yaml.items if len(one) == len(parent) + 1 and one[:-1] == parent]
    if any(isinstance(one[-1], int) for one in keys):
        raise NotSaved("There are no keys at this place.")
    return sorted(keys, key=lambda one: yaml.keys[one])


def _typed(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return as_value(value.strip(), flow=True)
    return f"[{', '.join(as_value(one, flow=True) for one in value)}]"
