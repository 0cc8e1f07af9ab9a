"""Keys less or elsewhere; the same key of many mappings, which is the column of a table."""

from __future__ import annotations

from collections.abc import Sequence

from exporter.authored.located import Path
from exporter.saving.lines import beside, count_in, last_line, lines_of, shares_line, values_of
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml


def without_pair(text: str, path: Path) -> str:
    """The text of a file without one key of a mapping between braces, and the comma beside it."""
    yaml = Yaml(text)
    keys_of_braces(yaml, path[:-1])
    return _without(yaml, (path,))


def without_keys(text: str, paths: Sequence[Path]) -> str:
    """The text of a file without these keys, each of another mapping. Raises NotSaved."""
    yaml = Yaml(text)
    for path in paths:
        if path in yaml.items and path[:-1] not in yaml.flows and count_in(yaml, path[:-1]) == 1:
            raise NotSaved("Nothing would be left around it.")
    return _without(yaml, paths)


def _without(yaml: Yaml, paths: Sequence[Path]) -> str:
    made = yaml.text
    for start, end in sorted((_key_at(yaml, path) for path in paths), reverse=True):
        made = made[:start] + made[end:]
    wanted = {at: value for at, value in values_of(yaml).items()
              if not any(at[: len(path)] == path for path in paths)}  # fmt: skip
    if values_of(Yaml(made)) != wanted:
        raise NotSaved("Something else would change with it.")
    return made


def _key_at(yaml: Yaml, path: Path) -> tuple[int, int]:
    """From where to where a key goes, with its value and what parts it from the next."""
    if path not in yaml.items:
        raise NotSaved("There is nothing at this place.")
    keys = beside(yaml, path)
    number = keys.index(path)
    after = yaml.keys[keys[number + 1]] if number + 1 < len(keys) else None
    start, end = yaml.keys[path], yaml.items[path][1]
    if path[:-1] in yaml.flows:
        if number:
            return yaml.items[keys[number - 1]][1], end
        return start, end if after is None else after
    if not shares_line(yaml, path):
        return lines_of(yaml, path)
    if after is None or "#" in yaml.text[yaml.after(last_line(yaml, path)) : after]:
        raise NotSaved("It begins the line of its row: please take it out by hand.")
    return start, after


def with_moved_key(text: str, path: Path, number: int) -> str:
    """The text of a file in which a key of a mapping has another number among those beside it.

    Lines go with what stands behind them; between braces only keys and values change places.
    Raises NotSaved.
    """
    yaml = Yaml(text)
    if path not in yaml.items or not isinstance(path[-1], str):
        raise NotSaved("There is nothing at this place.")
    keys = beside(yaml, path)
    if not 0 <= number < len(keys):
        raise NotSaved("The list is shorter.")
    if path[:-1] in yaml.flows:
        places = [(yaml.keys[one], yaml.items[one][1]) for one in keys]
    elif any(shares_line(yaml, one) for one in keys):
        raise NotSaved("It begins the line of its row: please move it by hand.")
    else:
        places = [lines_of(yaml, one) for one in keys]
    order = [text[start:end] for start, end in places]
    if path[:-1] not in yaml.flows and not all(one.endswith(("\n", "\r")) for one in order):
        raise NotSaved("The file does not end with a line break.")
    order.insert(number, order.pop(keys.index(path)))
    made, at = "", 0
    for (start, end), typed in zip(places, order, strict=True):
        made += text[at:start] + typed
        at = end
    made += text[at:]
    after = Yaml(made)
    moved = [*keys]
    moved.insert(number, moved.pop(keys.index(path)))
    if values_of(after) != values_of(yaml) or beside(after, path) != moved:
        raise NotSaved("Something else would change with it.")
    return made


def keys_of_braces(yaml: Yaml, parent: Path) -> list[Path]:
    """The paths of the keys of a mapping between braces, in order."""
    if parent not in yaml.flows:
        raise NotSaved("There are no braces at this place.")
    keys = beside(yaml, (*parent, ""))
    if any(isinstance(one[-1], int) for one in keys):
        raise NotSaved("There are no keys at this place.")
    return keys
