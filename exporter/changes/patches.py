"""What saving a change does to a text: one patch of one file, found while the lines are as read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exporter.authored.located import Path
from exporter.changes.change import Change
from exporter.changes.coming_back import CameBack
from exporter.changes.placing import Found
from exporter.changes.units import Unit
from exporter.saving import (
    NotSaved,
    Passage,
    Yaml,
    passage_at,
    reworded,
    with_block,
    with_item,
    with_merged,
    with_moved_block,
    with_moved_item,
    with_split,
    with_target,
    without_block,
    without_item,
)

_BLOCKS = ("paragraph", "item")


@dataclass(frozen=True, slots=True)
class Patch:
    """One patch: the file by its name in the document's folder, and what becomes of its text."""

    name: str
    line: int
    """From which line on it changes the text. Nothing above is touched."""
    key: tuple[object, ...]
    """Two changes with one key are one patch: an alternative text that is shown five times."""
    make: Callable[[str], str]
    above: bool = False
    """Whether it puts something above that line; several such follow one another as they come."""


def patch_of(change: Change, back: CameBack) -> Patch:
    """The patch of a change. Raises NotSaved, with why it is for a person."""
    match change.kind:
        case "changed" | "heading" | "alt-text" | "cell" | "note" if change.ours and change.new:
            return _reworded(change, change.ours, back)
        case "link-target" if change.ours and change.old and change.new:
            return _target(change, change.ours, back)
        case "inserted":
            return _inserted(change, back)
        case "deleted" if change.ours:
            return _deleted(change.ours, back)
        case "moved" if change.ours:
            return _moved(change, change.ours, back)
        case "row":
            return _row(change, back)
        case "split" if change.ours:
            return _split(change, change.ours, back)
        case "merged" if change.ours:
            return _merged(change.ours, back)
        case _:
            raise NotSaved(_FOR_A_PERSON)


_FOR_A_PERSON = "This changes more than words, so a person decides what it means in the source."
_NOT_VERBATIM = "These words do not stand so in the source: the program makes them, or a part."


def _found(unit: Unit | None, back: CameBack) -> Found:
    found = None if unit is None else back.compared.sources.found(unit)
    if found is None:
        raise NotSaved(_NOT_VERBATIM)
    return found


def _again(found: Found, text: str) -> Passage:
    """The passage in the text as it is now: at its line, or else where its words are now."""
    one, yaml = found.passage, Yaml(text)
    scalar = yaml.scalar(one.path)
    lines = range(scalar.line, yaml.line_of(max(scalar.end - 1, 0)) + 1)
    here = []
    for line in (one.first, *lines):
        try:
            passage = passage_at(yaml, line, one.words, before=bool(one.before))
        except NotSaved:
            continue
        if passage.path == one.path and passage.first == line:
            if line == one.first:
                return passage
            here.append(passage)
    if len(here) != 1:
        raise NotSaved("Its lines have moved.")
    return here[0]


def _reworded(change: Change, ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)
    _refuse_disagreement(found, ours, change.new, back)
    passage = found.passage
    new = change.new
    if passage.before and not new.startswith(passage.before):
        raise NotSaved("The program's own words before it were changed, too.")

    def make(text: str) -> str:
        return reworded(text, passage.first, passage.words, new, before=bool(passage.before))

    return Patch(found.name, passage.first, ("words", *found.key), make)


def _refuse_disagreement(found: Found, ours: Unit, new: str, back: CameBack) -> None:
    """One place of the source may be shown often: all that the file shows of it must agree."""
    told = set()
    for base, now, theirs in back.compared.shown():
        if now.words != ours.words or base.cells:
            continue
        other = found if now is ours else back.compared.sources.found(now)
        if other is not None and other.key == found.key:
            told.add(theirs.text if theirs is not None else "")
    if len(told) > 1:
        raise NotSaved("It is typed once and shown more often, and was not changed everywhere.")


def _target(change: Change, ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)

    def make(text: str) -> str:
        return with_target(text, _again(found, text), change.old, change.new)

    return Patch(found.name, found.passage.first, ("target", change.old, *found.key), make)


# ---- paragraphs and items ----------------------------------------------------------------------


def _inserted(change: Change, back: CameBack) -> Patch:
    new = change.theirs
    if new is None or new.cells or new.entry.role not in _BLOCKS:
        raise NotSaved(_FOR_A_PERSON)
    if new.inside_keys:
        raise NotSaved("It holds links, whose marks a person types.")
    refusal = NotSaved(_NOT_VERBATIM)
    item = new.entry.role == "item"
    for unit, above in ((change.beside, False), (change.followed, True)):
        try:
            found = _found(unit, back)
            assert unit is not None
            if item and (unit.entry.role, unit.entry.level) != ("item", new.entry.level):
                raise NotSaved("There is no list beside it that it could go on with.")
            with_block(_text(back, found), found.passage, new.text, item=item, above=above)
        except NotSaved as error:
            refusal = error
            continue
        return _block(found, new, above=above)
    raise refusal


def _block(found: Found, new: Unit, *, above: bool) -> Patch:
    def make(text: str) -> str:
        item = new.entry.role == "item"
        return with_block(text, _again(found, text), new.text, item=item, above=above)

    line = found.passage.first if above else found.passage.last + 1
    return Patch(found.name, line, ("new", id(new)), make, above)


def _text(back: CameBack, found: Found) -> str:
    return back.compared.sources.texts[found.name].text


def _deleted(ours: Unit, back: CameBack) -> Patch:
    if ours.entry.role not in _BLOCKS:
        raise NotSaved(_FOR_A_PERSON)
    found = _found(ours, back)
    without_block(_text(back, found), found.passage)

    def make(text: str) -> str:
        return without_block(text, _again(found, text))

    return Patch(found.name, found.passage.first, ("gone", *found.key), make)


def _moved(change: Change, ours: Unit, back: CameBack) -> Patch:
    if ours.cells:
        return _moved_row(change, ours, back)
    found = _found(ours, back)
    refusal = NotSaved(_NOT_VERBATIM)
    for unit, above in ((change.beside, False), (change.followed, True)):
        try:
            beside = _found(unit, back)
            if beside.name != found.name:
                raise NotSaved("It went to another file.")
            with_moved_block(_text(back, found), found.passage, beside.passage, above=above)
        except NotSaved as error:
            refusal = error
            continue
        return _block_moved(found, beside, above=above)
    raise refusal


def _block_moved(found: Found, beside: Found, *, above: bool) -> Patch:
    def make(text: str) -> str:
        return with_moved_block(text, _again(found, text), _again(beside, text), above=above)

    line = min(found.passage.first, beside.passage.first)
    return Patch(found.name, line, ("moved", *found.key), make)


def _split(change: Change, ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)
    first = change.new.split("\n")[0]

    def make(text: str) -> str:
        return with_split(text, _again(found, text), first)

    return Patch(found.name, found.passage.first, ("split", *found.key), make)


def _merged(ours: Unit, back: CameBack) -> Patch:
    found = _found(ours, back)
    follower = _found(back.compared.follower(ours), back)

    def make(text: str) -> str:
        return with_merged(text, _again(found, text), _again(follower, text))

    return Patch(found.name, found.passage.first, ("merged", *found.key), make)


# ---- rows of tables ----------------------------------------------------------------------------


def _row(change: Change, back: CameBack) -> Patch:
    if change.ours is not None:
        name, path, line = _path_of(change.ours, back)

        def take_out(text: str) -> str:
            return without_item(text, path)

        return Patch(name, line, ("gone", name, *path), take_out)
    row = change.theirs
    assert row is not None
    name, path, line = _path_for(change, back)
    columns = _columns(name, path, back)
    if len(columns) != len(row.cells):
        raise NotSaved("The row has other cells than the table has columns.")
    if row.inside_keys:
        raise NotSaved("It holds links, whose marks a person types.")
    cells = {key: cell.text for key, cell in zip(columns, row.cells, strict=True) if cell.text}

    def put_in(text: str) -> str:
        return with_item(text, path, cells, prose=True)

    return Patch(name, line, ("new", id(row)), put_in)


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


def _moved_row(change: Change, ours: Unit, back: CameBack) -> Patch:
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
