"""Plain data, and beside it where each value of it stands in its file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from exporter.diagnostics import Place

Step: TypeAlias = "str | int"
Path: TypeAlias = tuple[Step, ...]
Data: TypeAlias = "str | list[Data] | dict[str, Data]"


@dataclass(frozen=True, slots=True)
class Lines:
    """Where the lines of one text stand in its file."""

    file: str
    first: int
    column: int = 0
    literal: bool = False
    """Written after `|`, so that its lines are lines of the file."""

    def place(self, line: int = 0) -> Place:
        """Where the line numbered `line` (from 0) of this text stands."""
        if self.literal:
            return Place(self.file, self.first + line)
        return Place(self.file, self.first, self.column)


@dataclass(frozen=True, slots=True)
class Located:
    """The data of one file. Places are those of keys and of list items."""

    file: str
    data: dict[str, Data]
    places: dict[Path, Place] = field(default_factory=dict)
    texts: dict[Path, Lines] = field(default_factory=dict)
    empty: set[Path] = field(default_factory=set)
    """Keys that were told to have no value."""
    whole: bool = True
    """Whether the file could be read to its end."""

    def place(self, path: Path) -> Place:
        """Where the thing at `path` stands, or the nearest thing around it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(self.file, 1))

    def lacks(self, path: Path) -> bool:
        """Whether the author left a key out, and was not told of it otherwise."""
        return self.whole and not any(path[:end] in self.empty for end in range(1, len(path) + 1))

    def lines(self, path: Path) -> Lines:
        """Where the lines of the text at `path` stand."""
        if path in self.texts:
            return self.texts[path]
        place = self.place(path)
        return Lines(place.file, place.line, place.column)


def has(data: object, step: Step) -> bool:
    """Whether a mapping has this key, or a list this item."""
    if isinstance(step, int):
        return isinstance(data, list) and step < len(data)
    return isinstance(data, dict) and step in data


def steps_in(data: object, location: tuple[Step, ...]) -> Path:
    """A place in the data; pydantic also names the branches that it took."""
    path: list[Step] = []
    for step in location:
        if has(data, step):
            data = data[step]  # type: ignore[index]
        elif (
            step == "[key]" or step in ("one", "many", "none") or not isinstance(data, dict | list)
        ):
            continue
        else:
            data = None
        path.append(step)
    return tuple(path)
