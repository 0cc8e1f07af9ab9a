"""Words that somebody typed and that are in no file yet, and the place to which they belong.

A draft remembers what its field said when it was typed, and in which items of lists it stands. It
belongs to a field only for as long as that says the same: so a row that was moved in an editor, by
a step back or by a Word file takes its draft along, and no draft ever covers other words. One that
has lost its place is kept, and told, until somebody forgets it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from exporter.authored.located import Path
from exporter.fingerprint import key_of, sha256
from exporter.load.parser import LONGEST_TEXT
from exporter.saving import NotSaved, Yaml
from exporter.studio.changes import Add, Change, Move, Put, Remove, changed, fields_of
from exporter.studio.forms import as_name, as_path
from exporter.studio.wrapping import unwrapped

WHOLE = ""
"""The name of the field that is a whole file, as its source page has it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What somebody typed. `why` it is in no file, in one sentence."""

    file: str
    field: str
    typed: str
    why: str
    was: str = ""
    """What the field said then, as pages show it; of a whole file its hash."""
    beside: tuple[str | None, ...] = ()
    """What told each item of a list in which it stands from its neighbours; None: a new one."""

    @property
    def key(self) -> str:
        """By which somebody says that it may be forgotten."""
        return key_of(self.file, self.field, self.typed, self.was)[:16]


@dataclass(frozen=True, slots=True)
class Standing:
    """Drafts by whether they have a place. `placed` are called by the field where it is now."""

    placed: tuple[Draft, ...] = ()
    lost: tuple[Draft, ...] = ()

    @property
    def every(self) -> tuple[Draft, ...]:
        return (*self.lost, *self.placed)

    def at(self, file: str, field: str) -> Draft | None:
        """The draft of a field."""
        return next((d for d in self.placed if (d.file, d.field) == (file, field)), None)

    def without(self, file: str, field: str) -> Standing:
        """All but the draft of a field."""
        own = self.at(file, field)
        return Standing(tuple(d for d in self.placed if d is not own), self.lost)


class _Typed:
    """What a file says, and what tells the items of its lists apart."""

    def __init__(self, text: str) -> None:
        yaml = Yaml(text)
        self._items = yaml.items
        self._texts = {path: as_shown(said) for path, said in fields_of(yaml).items()}
        self._around: dict[Path, dict[object, str]] = {}
        for path, value in self._texts.items():
            self._around.setdefault(path[:-1], {})[path[-1] if path else ""] = value

    def says(self, path: Path) -> str:
        return self._texts.get(path, "")

    def beside(self, path: Path) -> tuple[str | None, ...]:
        """Of each item on the way to a field its id; without one, all else that stands in it."""
        ends = [at + 1 for at, step in enumerate(path) if isinstance(step, int)]
        return tuple(self._item(path[:end], path[end : end + 1]) for end in ends)

    def _item(self, item: Path, own: Path) -> str | None:
        if item not in self._items:
            return None
        around = self._around.get(item, {})
        named: dict[object, str] = (
            {"id": around["id"]} if "id" in around and own != ("id",) else around
        )
        return key_of([[str(key), named[key]] for key in named if (key,) != own])

    def count(self, listed: Path) -> int:
        return sum(len(one) == len(listed) + 1 and one[:-1] == listed for one in self._items)

    def holds(self, path: Path) -> bool:
        return not path or path in self._items


def as_shown(value: str) -> str:
    """A value as it is compared: without breaks and spaces that mean nothing."""
    return unwrapped(value.replace("\r\n", "\n").replace("\r", "\n").strip()).strip()


def anchored(draft: Draft, text: str) -> Draft:
    """A draft that knows what its field says in the text of its file."""
    if draft.field == WHOLE:
        return replace(draft, was=sha256(text.encode()))
    try:
        typed, path = _Typed(text), as_path(draft.field)
    except NotSaved:
        return draft
    return replace(draft, was=typed.says(path), beside=typed.beside(path))


def standing(texts: Mapping[str, str], drafts: Iterable[Draft]) -> Standing:
    """Which drafts have a place in these files, and where. Those that a file already says go.

    Of two for one place the later one has it. A file that is no YAML now says nothing about them.
    """
    placed: dict[tuple[str, str], Draft] = {}
    lost: list[Draft] = []
    read = {one.file: _read(texts.get(one.file)) for one in drafts}
    for one in drafts:
        typed = read[one.file]
        if _is_said(one, texts.get(one.file), typed):
            continue
        field = _field_now(one, texts.get(one.file), typed)
        if field is None:
            lost.append(one)
            continue
        before = placed.pop((one.file, field), None)
        lost += [before] if before and before.typed != one.typed else []
        placed[one.file, field] = replace(one, field=field)
    said = {(file, field, one.typed) for (file, field), one in placed.items()}
    left = tuple(one for one in lost if (one.file, one.field, one.typed) not in said)
    return Standing(tuple(placed.values()), left)


def _read(text: str | None) -> _Typed | None:
    try:
        return None if text is None else _Typed(text)
    except NotSaved:
        return None


def _is_said(one: Draft, text: str | None, typed: _Typed | None) -> bool:
    if one.field == WHOLE:
        return one.typed == text
    return typed is not None and typed.says(as_path(one.field)) == as_shown(one.typed)


def _field_now(one: Draft, text: str | None, typed: _Typed | None) -> str | None:
    """The field to which a draft belongs now; None where it is not there any more."""
    if text is None:
        return None
    if one.field == WHOLE:
        return WHOLE if one.was == sha256(text.encode()) else None
    if typed is None:
        return one.field
    path = as_path(one.field)
    if _is_at(one, path, typed):
        return one.field
    ends = [at for at, step in enumerate(path) if isinstance(step, int)]
    if not ends:
        return None
    listed, rest = path[: ends[-1]], path[ends[-1] + 1 :]
    count = typed.count(listed)
    if one.beside[-1:] == (None,):
        others = [(*listed, count, *rest)] if typed.holds(listed[:-1]) else []
    else:
        others = [(*listed, number, *rest) for number in range(count)]
    found = [other for other in others if _is_at(one, other, typed)]
    return as_name(found[0]) if len(found) == 1 else None


def _is_at(one: Draft, path: Path, typed: _Typed) -> bool:
    return typed.says(path) == one.was and typed.beside(path) == one.beside


# ---- and through a change ------------------------------------------------------------------------


def followed(drafts: Iterable[Draft], file: str, change: Change) -> Standing:
    """Placed drafts after a change to a file: called as their fields are then, or without a place.

    Those of a row that is added now go: they were the words that it is made of.
    """
    placed, lost = [], []
    for one in drafts:
        if one.file != file or one.field == WHOLE:
            placed.append(one)
            continue
        path = as_path(one.field)
        if (
            isinstance(change, Add)
            and path[: len(change.path)] == change.path
            and None in one.beside
        ):
            continue
        after = _after(path, change)
        if after is None:
            lost.append(one)
        else:
            placed.append(replace(one, field=as_name(after)))
    return Standing(tuple(placed), tuple(lost))


def _after(path: Path, change: Change) -> Path | None:
    """The path of a field after a change; None where the change takes it out."""
    depth = len(change.path)
    listed, last = change.path[:-1], change.path[-1]
    step = path[depth - 1] if path[: depth - 1] == listed and len(path) >= depth else None
    match change:
        case Put():
            return path
        case Remove() if path[:depth] == change.path:
            return None
        case Add() | Remove() | Move() if not isinstance(step, int) or not isinstance(last, int):
            return path
        case Add():
            number = step + (step >= last)
        case Remove():
            number = step - (step > last)
        case Move(_, to):
            number = to if step == last else step - (step > last)
            number += step != last and number >= to
        case _:
            assert_never(change)
    return (*listed, number, *path[depth:])


def with_drafts(text: str, drafts: Iterable[Draft]) -> str:
    """A text with the drafts that its YAML can hold; the others wait.

    One that is longer than any text that loads is not tried: nobody waits for the reading of it.
    """
    for one in drafts:
        if one.field == WHOLE or len(one.typed) > LONGEST_TEXT:
            continue
        try:
            text = changed(text, Put(as_path(one.field), one.typed))
        except NotSaved:
            continue
    return text


def overlaid(texts: Mapping[str, str], drafts: tuple[Draft, ...]) -> dict[str, str]:
    """The files with their drafts."""
    return {
        file: with_drafts(text, [one for one in drafts if one.file == file])
        for file, text in texts.items()
    }


def left(texts: Mapping[str, str], drafts: Iterable[Draft]) -> tuple[Draft, ...]:
    """The drafts that are in none of these texts; each knows what its field says there."""
    return tuple(
        anchored(one, texts[one.file]) if one.file in texts and one.field != WHOLE else one
        for one in drafts
        if one.file not in texts or not _is_said(one, texts[one.file], _read(texts[one.file]))
    )
