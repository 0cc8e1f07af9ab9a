"""A row, an item of a list or a key more, less or elsewhere: whole lines, typed as those beside.

ruamel.yaml could do it, but writes the whole file anew: it joins lines that it folds, and takes
spaces and breaks for its own. Lines put in and taken out leave all others as they are.
"""

from __future__ import annotations

from collections.abc import Mapping

from exporter.authored.located import Path
from exporter.saving.keys import without_keys
from exporter.saving.lines import (
    count_in,
    first_line,
    last_line,
    lines_of,
    put_lines,
    values_of,
    values_without,
)
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
    if not 0 <= number <= count_in(yaml, listed):
        raise NotSaved("There is no item beside which it could stand.")
    like = (*listed, max(0, number - 1))
    words = _as_prose(item) if prose else item
    if listed in yaml.flows:
        made = _in_brackets(yaml, like, words, first=number == 0)
    else:
        typed = _typed(yaml, like, words)
        line = first_line(yaml, like) if number == 0 else last_line(yaml, like) + 1
        made = put_lines(yaml, line, typed)
    _look(yaml, made, listed, number, words)
    return made


def _as_prose(item: Item) -> Item:
    if isinstance(item, str):
        return as_prose(item, first=True)
    return {key: as_prose(value, first=True) for key, value in item.items()}


def without_item(text: str, path: Path) -> str:
    """The text of a file without the item or key at `path`. Raises NotSaved."""
    if path and isinstance(path[-1], str):
        return without_keys(text, (path,))
    yaml = Yaml(text)
    if not path or path not in yaml.items:
        raise NotSaved("There is nothing at this place.")
    if count_in(yaml, path[:-1]) == 1:
        raise NotSaved("Nothing would be left around it.")
    if path[:-1] in yaml.flows:
        return _out_of_brackets(yaml, path)
    start, end = lines_of(yaml, path)
    made = text[:start] + text[end:]
    if values_of(Yaml(made)) != values_without(yaml, path):
        raise NotSaved("Something else would change with it.")
    return made


def with_moved_item(text: str, path: Path, number: int) -> str:
    """The text of a file in which an item of a list has another number. Raises NotSaved."""
    yaml = Yaml(text)
    listed, before = path[:-1], path[-1] if path else None
    if not isinstance(before, int) or path not in yaml.items:
        raise NotSaved("There is no list of lines here.")
    if not 0 <= number < count_in(yaml, listed):
        raise NotSaved("The list is shorter.")
    if number == before:
        return text
    if listed in yaml.flows:
        return _moved_in_brackets(yaml, path, number)
    first, last = yaml.starts[first_line(yaml, path) - 1], yaml.after(last_line(yaml, path))
    beside = (*listed, number)
    at = (
        yaml.after(last_line(yaml, beside))
        if number > before
        else yaml.starts[first_line(yaml, beside) - 1]
    )
    moved = text[first:last]
    if not moved.endswith(("\n", "\r")) or not text[:at].endswith(("\n", "\r")):
        raise NotSaved("The file does not end with a line break.")
    if at > first:
        made = text[:first] + text[last:at] + moved + text[at:]
    else:
        made = text[:at] + moved + text[at:first] + text[last:]
    order = list(range(count_in(yaml, listed)))
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
    places = [yaml.items[(*listed, one)] for one in range(count_in(yaml, listed))]
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
