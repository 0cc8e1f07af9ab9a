"""A row, an item of a list or a key more, less or elsewhere: whole lines, typed as those beside.

ruamel.yaml could do it, but writes the whole file anew: it joins lines that it folds, and takes
spaces and breaks for its own. Lines put in and taken out leave all others as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from exporter.authored.located import Path
from exporter.saving.refusal import NotSaved
from exporter.saving.scalars import Yaml
from exporter.saving.spelling import as_prose, as_value

Item = str | Mapping[str, str]
"""A value, or a row: its cells by their keys."""


def with_item(text: str, path: Path, item: Item, *, prose: bool = False) -> str:
    """The text of a file with one item more in a list, at `path`, which ends in its number.

    It is typed as the item before it is, or the one after: between brackets, on a line of its
    own, cells below a bar. `prose`: signs that could be marks are typed as signs. Raises NotSaved.
    """
    yaml = Yaml(text)
    listed, number = path[:-1], path[-1] if path else None
    if not isinstance(number, int) or (*listed, 0) not in yaml.items:
        raise NotSaved("There is no list here.")
    if not 0 <= number <= _count(yaml, listed):
        raise NotSaved("There is no item beside which it could stand.")
    like = (*listed, max(0, number - 1))
    words = _as_prose(item) if prose else item
    if listed in yaml.flows:
        made = _in_brackets(yaml, like, words, first=number == 0)
    else:
        typed = _typed(yaml, like, words)
        line = _first(yaml, like) if number == 0 else last_line(yaml, like) + 1
        made = put_lines(yaml, line, typed)
    _look(yaml, made, listed, number, words)
    return made


def _as_prose(item: Item) -> Item:
    if isinstance(item, str):
        return as_prose(item, first=True)
    return {key: as_prose(value, first=True) for key, value in item.items()}


def without_item(text: str, path: Path) -> str:
    """The text of a file without the item or key at `path`. Raises NotSaved."""
    yaml = Yaml(text)
    if not path or path not in yaml.items:
        raise NotSaved("There is nothing at this place.")
    if path[:-1] in yaml.flows and isinstance(path[-1], str):
        return without_pair(text, path)
    if _count(yaml, path[:-1]) == 1:
        raise NotSaved("Nothing would be left around it.")
    if path[:-1] in yaml.flows:
        return _out_of_brackets(yaml, path)
    first, last = _first(yaml, path), last_line(yaml, path)
    if isinstance(path[-1], str) and _shares_line(yaml, path):
        raise NotSaved("It begins the line of its row: please take it out by hand.")
    made = text[: yaml.starts[first - 1]] + text[yaml.after(last) :]
    if values_of(Yaml(made)) != values_without(yaml, path):
        raise NotSaved("Something else would change with it.")
    return made


def without_pair(text: str, path: Path) -> str:
    """The text of a file without one key of a mapping between braces, and the comma beside it."""
    yaml = Yaml(text)
    keys = keys_of_braces(yaml, path[:-1])
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


def keys_of_braces(yaml: Yaml, parent: Path) -> list[Path]:
    """The paths of the keys of a mapping between braces, in order."""
    if parent not in yaml.flows:
        raise NotSaved("There are no braces at this place.")
    keys = [one for one in yaml.items if len(one) == len(parent) + 1 and one[:-1] == parent]
    if any(isinstance(one[-1], int) for one in keys):
        raise NotSaved("There are no keys at this place.")
    return sorted(keys, key=lambda one: yaml.keys[one])


def with_moved_item(text: str, path: Path, number: int) -> str:
    """The text of a file in which an item of a list has another number. Raises NotSaved."""
    yaml = Yaml(text)
    listed, before = path[:-1], path[-1] if path else None
    if not isinstance(before, int) or path not in yaml.items:
        raise NotSaved("There is no list of lines here.")
    if not 0 <= number < _count(yaml, listed):
        raise NotSaved("The list is shorter.")
    if number == before:
        return text
    if listed in yaml.flows:
        return _moved_in_brackets(yaml, path, number)
    first, last = yaml.starts[_first(yaml, path) - 1], yaml.after(last_line(yaml, path))
    beside = (*listed, number)
    at = (
        yaml.after(last_line(yaml, beside))
        if number > before
        else yaml.starts[_first(yaml, beside) - 1]
    )
    moved = text[first:last]
    if not moved.endswith(("\n", "\r")) or not text[:at].endswith(("\n", "\r")):
        raise NotSaved("The file does not end with a line break.")
    if at > first:
        made = text[:first] + text[last:at] + moved + text[at:]
    else:
        made = text[:at] + moved + text[at:first] + text[last:]
    order = list(range(_count(yaml, listed)))
    order.insert(number, order.pop(before))
    at_now = {(*listed, old): (*listed, new) for new, old in enumerate(order)}
    depth = len(listed) + 1
    wanted = {
        at_now.get(one.path[:depth], one.path[:depth]) + one.path[depth:]: one.value
        for one in yaml.scalars
    }
    if values_of(Yaml(made)) != wanted:
        raise NotSaved("Something else would change with it.")
    return made


# ---- lines -------------------------------------------------------------------------------------


def _count(yaml: Yaml, path: Path) -> int:
    return sum(len(one) == len(path) + 1 and one[:-1] == path for one in yaml.items)


def _first(yaml: Yaml, path: Path) -> int:
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


def _shares_line(yaml: Yaml, path: Path) -> bool:
    start = yaml.starts[_first(yaml, path) - 1]
    return bool(yaml.text[start : yaml.keys[path]].strip())


def put_lines(yaml: Yaml, line: int, typed: list[str]) -> str:
    newline = yaml.newline
    at = yaml.after(line - 1)
    block = newline.join(typed)
    if at and not yaml.text[:at].endswith(("\n", "\r")):
        return yaml.text[:at] + newline + block + yaml.text[at:]
    return yaml.text[:at] + block + newline + yaml.text[at:]


# ---- what is typed -----------------------------------------------------------------------------


def _typed(yaml: Yaml, like: Path, item: Item) -> list[str]:
    """The lines of a new item, typed as its neighbour is."""
    start = yaml.keys[like]
    begin = yaml.starts[yaml.line_of(start) - 1]
    lead = yaml.text[begin:start]
    if lead.strip() != "-":
        raise NotSaved("The list is not typed with a hyphen for each item.")
    if isinstance(item, str):
        return [f"{lead}{as_value(item, flow=False)}"]
    if like in yaml.flows:
        cells = ", ".join(f"{key}: {as_value(value, flow=True)}" for key, value in item.items())
        return [f"{lead}{{{cells}}}"]
    lines = []
    for number, (key, value) in enumerate(item.items()):
        around = lead if number == 0 else " " * len(lead)
        below = next((one for one in yaml.scalars if one.path == (*like, key)), None)
        if below is not None and below.style == "|":
            indent = next((one.start for one in below.letters if one.sign.strip()), below.end)
            column = indent - yaml.starts[yaml.line_of(indent) - 1]
            lines += [f"{around}{key}: |", f"{' ' * column}{value}"]
        else:
            lines.append(f"{around}{key}: {as_value(value, flow=False)}")
    return lines


def _in_brackets(yaml: Yaml, like: Path, item: Item, *, first: bool) -> str:
    if not isinstance(item, str):
        raise NotSaved("Rows between brackets are for a person to add.")
    start, end = yaml.items[like]
    typed = as_value(item, flow=True)
    if first:
        return f"{yaml.text[:start]}{typed}, {yaml.text[start:]}"
    return f"{yaml.text[:end]}, {typed}{yaml.text[end:]}"


def _out_of_brackets(yaml: Yaml, path: Path) -> str:
    """Without one value of a list between brackets, and without the comma beside it."""
    listed, number = path[:-1], path[-1]
    assert isinstance(number, int)
    start, end = yaml.items[path]
    if number:
        start = yaml.items[(*listed, number - 1)][1]
    else:
        end = yaml.items[(*listed, 1)][0]
    made = yaml.text[:start] + yaml.text[end:]
    if values_of(Yaml(made)) != values_without(yaml, path):
        raise NotSaved("Something else would change with it.")
    return made


def _moved_in_brackets(yaml: Yaml, path: Path, number: int) -> str:
    """The values of a list between brackets in another order; what stands between them stays."""
    listed, before = path[:-1], path[-1]
    assert isinstance(before, int)
    places = [yaml.items[(*listed, one)] for one in range(_count(yaml, listed))]
    order = [yaml.text[start:end] for start, end in places]
    order.insert(number, order.pop(before))
    made, at = "", 0
    for (start, end), typed in zip(places, order, strict=True):
        made += yaml.text[at:start] + typed
        at = end
    made += yaml.text[at:]
    values = [yaml.scalar((*listed, one)).value for one in range(len(places))]
    values.insert(number, values.pop(before))
    wanted = {**values_of(yaml), **{(*listed, at): one for at, one in enumerate(values)}}
    if values_of(Yaml(made)) != wanted:
        raise NotSaved("Something else would change with it.")
    return made


# ---- what must be the same ---------------------------------------------------------------------


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


def _look(yaml: Yaml, made: str, listed: Path, number: int, item: Item) -> None:
    """Look that the new item is there, and all else as it was."""
    after = Yaml(made)
    path = (*listed, number)
    there = {one.path[len(path) :]: one.value.rstrip("\n") for one in after.scalars
             if one.path[: len(path)] == path}  # fmt: skip
    wanted: dict[Path, str] = (
        {(): item} if isinstance(item, str) else {(key,): value for key, value in item.items()}
    )
    if there != wanted or values_without(after, path) != values_of(yaml):
        raise NotSaved("The new item would not be read as it stands there.")
