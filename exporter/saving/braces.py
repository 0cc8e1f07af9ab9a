"""A key more between braces: {id: hilltop, name: Hilltop Surgery}."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.authored.located import Path
from exporter.saving.keys import keys_of_braces
from exporter.saving.lines import values_of, values_without
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml
from exporter.saving.spelling import as_value


def with_pair(text: str, path: Path, value: str | Sequence[str]) -> str:
    """The text of a file with a key more in a mapping between braces, behind all others.

    Raises NotSaved where there is no such mapping, or the key is there.
    """
    yaml = Yaml(text)
    at, typed = pair_at(yaml, path, value)
    made = text[:at] + typed + text[at:]
    after = Yaml(made)
    flat = {(): value.strip()} if isinstance(value, str) else {(n,): v for n, v in enumerate(value)}
    there = {p[len(path) :]: v for p, v in values_of(after).items() if p[: len(path)] == path}
    if there != flat or values_without(after, path) != values_of(yaml):
        raise NotSaved("What is new would not be read as it stands there.")
    return made


def pair_at(yaml: Yaml, path: Path, value: str | Sequence[str]) -> tuple[int, str]:
    """Where the new key goes, and what is put there. Raises NotSaved."""
    keys = keys_of_braces(yaml, path[:-1])
    if path in yaml.items:
        raise NotSaved("This is there already.")
    typed = f"{path[-1]}: {_typed(value)}"
    if keys:
        return yaml.items[keys[-1]][1], f", {typed}"
    return yaml.items[path[:-1]][1] - 1, typed


def _typed(value: str | Sequence[str]) -> str:
    if isinstance(value, str):
        return as_value(value.strip(), flow=True)
    return f"[{', '.join(as_value(one, flow=True) for one in value)}]"
