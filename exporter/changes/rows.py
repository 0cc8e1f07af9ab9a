"""Rows of tables that are new, gone or elsewhere: patches of the list `rows:` in the source."""

from __future__ import annotations

from exporter.authored.located import Path
from exporter.changes.change import Change
from exporter.changes.coming_back import CameBack
from exporter.changes.patch import Patch
from exporter.changes.units import Unit
from exporter.saving import NotSaved, with_item, with_moved_item, without_item


def row(change: Change, back: CameBack) -> Patch:
    """The patch of a row that is new or gone. Raises NotSaved."""
    if change.ours is not None:
        name, path, line = _path_of(change.ours, back)

        def take_out(text: str) -> str:
            return without_item(text, path)

        return Patch(name, line, ("gone", name, *path), take_out)
    new = change.theirs
    assert new is not None
    name, path, line = _path_for(change, back)
    columns = _columns(name, path, back)
    if len(columns) != len(new.cells):
        raise NotSaved("The row has other cells than the table has columns.")
    if new.inside_keys:
        raise NotSaved("It holds links, whose marks a person types.")
    cells = {key: cell.text for key, cell in zip(columns, new.cells, strict=True) if cell.text}

    def put_in(text: str) -> str:
        return with_item(text, path, cells, prose=True)

    return Patch(name, line, ("new", id(new)), put_in)


def _path_of(row: Unit, back: CameBack) -> tuple[str, Path, int]:
    """The file, the path and the line of a row that is typed under `rows:`."""
    for cell in row.cells:
        found = back.compared.sources.found(cell)
        path = () if found is None else found.passage.path
        if found is not None and path[-3:-2] == ("rows",):
            return found.name, path[:-1], found.passage.first
    raise NotSaved("The row does not stand under rows: in the source.")


def _path_for(change: Change, back: CameBack) -> tuple[str, Path, int]:
    """The same of a new row, beside those that are there."""
    try:
        name, path, _ = _path_of(_is_row(change.beside), back)
    except NotSaved:
        name, path, line = _path_of(_is_row(change.followed), back)
        return name, path, line
    end = back.compared.sources.yaml(name)
    listed, number = path[:-1], path[-1]
    assert isinstance(number, int)
    return name, (*listed, number + 1), end.line_of(end.items[path][1] - 1) + 1


def _is_row(unit: Unit | None) -> Unit:
    if unit is None or not unit.cells:
        raise NotSaved("There is no row beside it.")
    return unit


def _columns(name: str, path: Path, back: CameBack) -> list[str]:
    table = path[:-2]
    scalars = back.compared.sources.yaml(name).scalars
    return [str(one.path[-1]) for one in scalars if one.path[:-1] == (*table, "columns")]


def moved_row(change: Change, ours: Unit, back: CameBack) -> Patch:
    """The patch of a row that stands elsewhere in its table. Raises NotSaved."""
    name, path, line = _path_of(ours, back)
    try:
        beside, other, near = _path_of(_is_row(change.beside), back)
        after = 1
    except NotSaved:
        beside, other, near = _path_of(_is_row(change.followed), back)
        after = 0
    if (beside, other[:-1]) != (name, path[:-1]):
        raise NotSaved("It went to another table.")
    was, at = path[-1], other[-1]
    assert isinstance(was, int)
    assert isinstance(at, int)
    number = at + after - (was < at + after)

    def make(text: str) -> str:
        return with_moved_item(text, path, number)

    return Patch(name, min(line, near), ("moved", name, *path), make)
