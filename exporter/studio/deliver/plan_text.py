"""The lines of a partner plan in the text of its file: read, changed, added and taken out by place.

Pure: text in, text out. What a line says is typed words; whether they are right the plan's own
reader tells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exporter.authored.located import Path
from exporter.batch.partner import KEYS, Value, one_line
from exporter.saving import (
    NotSaved,
    Yaml,
    with_added,
    with_item,
    with_value,
    without_item,
)
from exporter.studio.saying import say

Line = Mapping[str, Value]
"""What the plan itself says of a partner, by key: a text, or the names of a list."""
_LISTED = ("partners",)


def lines_of(text: str) -> tuple[Line, ...]:
    """The partners that are typed in a plan, in order. Raises NotSaved when it is no YAML."""
    yaml = Yaml(text)
    values: dict[int, dict[str, dict[Path, str]]] = {}
    for one in yaml.scalars:
        if len(one.path) > 2 and one.path[:1] == _LISTED and isinstance(one.path[1], int):
            key = str(one.path[2])
            values.setdefault(one.path[1], {}).setdefault(key, {})[one.path[3:]] = one.value
    count = sum(len(path) == 2 and path[:1] == _LISTED for path in yaml.items)
    return tuple(_line(values.get(number, {})) for number in range(count))


def _line(values: Mapping[str, Mapping[Path, str]]) -> Line:
    return {
        key: one[()] if () in one else tuple(one.values())
        for key, one in values.items()
        if key in KEYS
    }


def line_at(yaml: Yaml, at: Path) -> Line:
    """What a plan says at a place that holds keys: for everybody, or for a group."""
    values: dict[str, dict[Path, str]] = {}
    for one in yaml.scalars:
        if one.path[: len(at)] == at and len(one.path) > len(at):
            values.setdefault(str(one.path[len(at)]), {})[one.path[len(at) + 1 :]] = one.value
    return _line(values)


def table_beside(text: str) -> str:
    """The name of the CSV file that holds the partners of a plan; empty where the plan does."""
    return next((one.value for one in Yaml(text).scalars if one.path == _LISTED), "")


def as_typed(value: Value) -> str:
    """A value as it is shown in one field."""
    return one_line(value) if isinstance(value, str) else ", ".join(map(one_line, value))


def with_line(text: str, line: Line) -> str:
    """The plan with one partner more, behind the others. Raises NotSaved."""
    line = {key: line[key] for key in KEYS if line.get(key)}
    if not text.strip():
        return with_line(f"{say('plan-head')}\n{_LISTED[0]}:\n", line)
    yaml = Yaml(text)
    count = len(lines_of(text))
    if count:
        like = (*_LISTED, count - 1)
        only_texts = all(isinstance(value, str) for value in line.values())
        if like in yaml.flows or only_texts:
            texts = {key: value for key, value in line.items() if isinstance(value, str)}
            made = with_item(text, (*_LISTED, count), texts)
            for key, value in line.items():
                if not isinstance(value, str):
                    made = with_added(made, (*_LISTED, count, key), value)
            return made
        return with_added(text, (*_LISTED, count), line)
    if _LISTED in yaml.items:
        return _begun(text, yaml, line)
    return with_added(text, _LISTED, [line], ("defaults", "groups"))


def _begun(text: str, yaml: Yaml, line: Line) -> str:
    """The first partner of a plan whose list is there, and empty."""
    start, end = yaml.items[_LISTED]
    if table_beside(text):
        raise NotSaved(say("plan-in-table", file=table_beside(text)))
    begin = text.index(":", yaml.keys[_LISTED]) + 1
    rest = text[max(begin, end) :] if text[start:end].strip() else text[begin:]
    bare = f"{text[: yaml.keys[_LISTED]]}partners:\n  - id: x{rest}"
    number = len(lines_of(bare))
    if number != 1:
        raise NotSaved("There is no list of lines here.")
    return without_item(with_added(bare, (*_LISTED, 1), line), (*_LISTED, 0))


def with_values(text: str, number: int, wanted: Line) -> str:
    """The plan in which a partner says other things: only keys that differ are touched.

    An empty value takes its key out; a key that is not in `wanted` stays as it is.
    """
    now = lines_of(text)
    if not 0 <= number < len(now):
        raise NotSaved(say("no-such-partner"))
    for key in KEYS:
        if key in wanted and as_typed(now[number].get(key, "")) != as_typed(wanted[key]):
            text = with_one(text, (*_LISTED, number, key), wanted[key])
    return text


def with_one(text: str, path: Path, value: Value) -> str:
    """The plan with one value put at a path, changed there, or taken out where it is empty."""
    yaml = Yaml(text)
    if not value:
        return without_item(text, path)
    if path not in yaml.items:
        return with_added(text, path, value)
    if any(one.path == path for one in yaml.scalars):
        return with_value(text, path, as_typed(value))
    return with_added(without_item(text, path), path, value)


def without_line(text: str, number: int) -> str:
    """The plan without one partner; without its last, the list is there and empty."""
    count = len(lines_of(text))
    if not 0 <= number < count:
        raise NotSaved(say("no-such-partner"))
    if count > 1:
        return without_item(text, (*_LISTED, number))
    yaml = Yaml(text)
    start, (_, end) = yaml.keys[_LISTED], yaml.items[_LISTED]
    line_end = text.find("\n", max(0, end - 1))
    rest = text[line_end + 1 :] if line_end >= 0 else ""
    return f"{text[:start]}partners: []\n{rest}"


def with_lines_typed_here(text: str, lines: Sequence[Line]) -> str:
    """The plan with these partners in the place of the name of a CSV file."""
    yaml = Yaml(text)
    start, end = yaml.items[_LISTED]
    text = f"{text[:start]}[]{text[end:]}"
    for line in lines:
        text = with_line(text, line)
    return text
