"""The lines on which the items and keys of a file stand, and what the file says by path."""

from __future__ import annotations

from exporter.authored.located import Path
from exporter.saving.scalars import Yaml


def count_in(yaml: Yaml, path: Path) -> int:
    return sum(len(one) == len(path) + 1 and one[:-1] == path for one in yaml.items)


def first_line(yaml: Yaml, path: Path) -> int:
    return yaml.line_of(yaml.keys[path])


def last_line(yaml: Yaml, path: Path) -> int:
    """The last line with words of an item; comments below it are its neighbour's."""
    ends = [
        max((letter.end for letter in one.letters if letter.sign.strip()), default=one.end)
        if one.style in ("|", ">")
        else one.end
        for one in yaml.scalars
        if one.path[: len(path)] == path
    ]
    flows = [yaml.items[one][1] for one in yaml.flows if one[: len(path)] == path]
    return yaml.line_of(max([*ends, *flows], default=yaml.items[path][1]) - 1)


def lines_of(yaml: Yaml, path: Path) -> tuple[int, int]:
    """From where to where the lines of an item or key go."""
    return yaml.starts[first_line(yaml, path) - 1], yaml.after(last_line(yaml, path))


def shares_line(yaml: Yaml, path: Path) -> bool:
    start = yaml.starts[first_line(yaml, path) - 1]
    return bool(yaml.text[start : yaml.keys[path]].strip())


def put_lines(yaml: Yaml, line: int, typed: list[str]) -> str:
    at, block = lines_at(yaml, line, typed)
    return yaml.text[:at] + block + yaml.text[at:]


def lines_at(yaml: Yaml, line: int, typed: list[str]) -> tuple[int, str]:
    """Where lines go in before line `line`, and what is put there."""
    newline = yaml.newline
    at = yaml.after(line - 1)
    block = newline.join(typed)
    if at and not yaml.text[:at].endswith(("\n", "\r")):
        return at, newline + block
    return at, block + newline


def beside(yaml: Yaml, path: Path) -> list[Path]:
    """The keys of the mapping in which a key stands, in order."""
    keys = [one for one in yaml.items if len(one) == len(path) and one[:-1] == path[:-1]]
    return sorted(keys, key=lambda one: yaml.keys[one])


def values_of(yaml: Yaml) -> dict[Path, str]:
    return {one.path: one.value for one in yaml.scalars}


def values_without(yaml: Yaml, path: Path) -> dict[Path, str]:
    """All values but those at a path; items after it have a number less."""
    depth, last = len(path), path[-1]
    kept: dict[Path, str] = {}
    for one in yaml.scalars:
        if one.path[:depth] == path:
            continue
        now = one.path
        if isinstance(last, int) and now[: depth - 1] == path[:-1] and len(now) >= depth:
            step = now[depth - 1]
            if isinstance(step, int) and step > last:
                now = (*now[: depth - 1], step - 1, *now[depth:])
        kept[now] = one.value
    return kept
