"""A key, a row or a list that is not there yet, typed as this project types its files.

Two spaces a level, a bar before a text of several lines, a hyphen for each item. Only whole lines
are put in, so all others stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from exporter.authored.located import Path
from exporter.saving.braces import pair_at, with_pair
from exporter.saving.lines import last_line, lines_at, put_lines, values_of, values_without
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml
from exporter.saving.spelling import as_value

Value: TypeAlias = "str | bool | Sequence[Value] | Mapping[str, Value]"
"""A text, a yes or no, a list, or keys with their values."""


def with_added(text: str, path: Path, value: Value, after: Sequence[str] = ()) -> str:
    """The text of a file with a value more, at `path`: a key, or the item of a list.

    A key stands below the last of the keys `after` that are there, else below all. Raises NotSaved
    where there is such a key already, or no mapping or list of lines that could hold it.
    """
    yaml = Yaml(text)
    if not path:
        raise NotSaved("A whole file is not added to itself.")
    last = path[-1]
    if isinstance(last, int):
        line, column = _place_of_item(yaml, path[:-1], last)
        typed = [*_typed_item(value, column)]
    else:
        if path in yaml.items:
            raise NotSaved("This is there already.")
        if path[:-1] in yaml.flows:
            return _between_braces(text, path, value)
        line, column = _place_of_key(yaml, path[:-1], after)
        typed = [*_typed_key(last, value, column)]
    made = put_lines(yaml, line, typed)
    after_it = Yaml(made)
    there = {p[len(path) :]: v.rstrip("\n") for p, v in values_of(after_it).items() if _in(p, path)}
    if there != dict(_flat((), value)) or values_without(after_it, path) != values_of(yaml):
        raise NotSaved("What is new would not be read as it stands there.")
    return made


def with_keys(text: str, values: Mapping[Path, str]) -> str:
    """The same for many keys at once, each of another mapping and with a line of words.

    The file is read again once, and not for each of them.
    """
    yaml = Yaml(text)
    made = text
    places = (_key_more(yaml, path, value) for path, value in values.items())
    for at, typed in sorted(places, reverse=True):
        made = made[:at] + typed + made[at:]
    wanted = {path: value.strip() for path, value in values.items()}
    if values_of(Yaml(made)) != {**values_of(yaml), **wanted}:
        raise NotSaved("What is new would not be read as it stands there.")
    return made


def _key_more(yaml: Yaml, path: Path, value: str) -> tuple[int, str]:
    """Where a key more goes, behind those beside it, and how it is typed."""
    if path in yaml.items or "\n" in value:
        raise NotSaved("This is there already.")
    if path[:-1] in yaml.flows:
        return pair_at(yaml, path, value)
    line, column = _place_of_key(yaml, path[:-1], ())
    return lines_at(yaml, line, [*_typed_key(str(path[-1]), value, column)])


def _between_braces(text: str, path: Path, value: Value) -> str:
    match value:
        case str() if "\n" not in value.strip("\n"):
            return with_pair(text, path, value)
        case list() | tuple() if texts := [one for one in value if isinstance(one, str)]:
            if len(texts) == len(value):
                return with_pair(text, path, texts)
    raise NotSaved("It stands between braces: please add it by hand.")


def _in(path: Path, whole: Path) -> bool:
    return path[: len(whole)] == whole


def _place_of_key(yaml: Yaml, parent: Path, after: Sequence[str]) -> tuple[int, int]:
    """Before which line a new key comes (counted from 1), and in which column (from 0)."""
    keys = [one for one in yaml.items if len(one) == len(parent) + 1 and _in(one, parent)]
    if not keys or not all(isinstance(one[-1], str) for one in keys):
        raise NotSaved("There are no keys at this place.")
    keys.sort(key=lambda one: yaml.keys[one])
    before = [one for one in keys if one[-1] in after] or (keys if not after else keys[:1])
    start = yaml.keys[keys[-1]]
    column = start - yaml.starts[yaml.line_of(start) - 1]
    return last_line(yaml, before[-1]) + 1, column


def _place_of_item(yaml: Yaml, listed: Path, number: int) -> tuple[int, int]:
    if listed not in yaml.items or listed in yaml.flows:
        raise NotSaved("There is no list of lines here.")
    items = [one for one in yaml.items if len(one) == len(listed) + 1 and _in(one, listed)]
    count = len(items)
    if not all(isinstance(one[-1], int) for one in items):
        raise NotSaved("Here stand keys, and no list.")
    if not 0 <= number <= count or count == 0:
        raise NotSaved("There is no item beside which it could stand.")
    beside = (*listed, max(0, number - 1))
    start = yaml.keys[beside]
    begin = yaml.starts[yaml.line_of(start) - 1]
    lead = yaml.text[begin:start]
    if lead.strip() != "-":
        raise NotSaved("The list is not typed with a hyphen for each item.")
    line = yaml.line_of(start) if number == 0 else last_line(yaml, beside) + 1
    return line, lead.index("-")


# ---- what is typed -----------------------------------------------------------------------------


def _typed_key(key: str, value: Value, column: int) -> Iterator[str]:
    indent = " " * column
    match value:
        case bool():
            yield f"{indent}{key}: {_yes_or_no(value)}"
        case str() if "\n" in value.strip("\n"):
            yield f"{indent}{key}: |"
            yield from _below_bar(value, column + 2)
        case str():
            yield f"{indent}{key}: {as_value(value.strip(), flow=False)}"
        case Mapping():
            yield f"{indent}{key}:"
            for name, one in value.items():
                yield from _typed_key(name, one, column + 2)
        case _:
            yield f"{indent}{key}:"
            for one in value:
                yield from _typed_item(one, column + 2)


def _typed_item(value: Value, column: int) -> Iterator[str]:
    indent = " " * column
    match value:
        case bool():
            yield f"{indent}- {_yes_or_no(value)}"
        case str() if "\n" in value.strip("\n"):
            yield f"{indent}- |"
            yield from _below_bar(value, column + 2)
        case str():
            yield f"{indent}- {as_value(value.strip(), flow=False)}"
        case Mapping():
            lines = [line for k, one in value.items() for line in _typed_key(k, one, column + 2)]
            yield f"{indent}- {lines[0].lstrip(' ')}"
            yield from lines[1:]
        case _:
            raise NotSaved("A list in a list is for a person to type.")


def _yes_or_no(value: bool) -> str:
    return "true" if value else "false"


def _below_bar(value: str, column: int) -> Iterator[str]:
    for line in value.strip("\n").split("\n"):
        yield f"{' ' * column}{line}" if line.strip() else ""


def _flat(path: Path, value: Value) -> Iterator[tuple[Path, str]]:
    match value:
        case bool():
            yield path, _yes_or_no(value)
        case str():
            yield path, value.strip() if "\n" not in value.strip("\n") else value.strip("\n")
        case Mapping():
            for key, one in value.items():
                yield from _flat((*path, key), one)
        case _:
            for number, one in enumerate(value):
                yield from _flat((*path, number), one)
