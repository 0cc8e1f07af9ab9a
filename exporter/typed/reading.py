"""The sources as they were typed: every scalar of the YAML and every cell of the CSV files.

Read from YAML's own events, without the loader: what the loader drops or changes must be seen here.
Only documents that the loader accepted are read, so depth, size and names are in bounds already.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from exporter.diagnostics import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was typed. `line` is the line of its file where its words begin."""

    text: str
    file: str
    line: int
    literal: bool = False
    """Written after `|`, so that its lines are lines of the file."""
    cut_off: str = ""
    """What stands behind it as a comment, and may have been meant as words."""

    def place(self, line: int = 0) -> Place:
        """Where the line numbered `line` (from 0) of the text stands."""
        return Place(self.file, self.line + line if self.literal else self.line)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys in the order in which they were typed."""

    items: dict[str, Node] = field(default_factory=dict)

    def scalar(self, key: str) -> Scalar | None:
        found = self.items.get(key)
        return found if isinstance(found, Scalar) else None

    def text(self, key: str) -> str:
        """The text under a key; empty where there is none."""
        found = self.scalar(key)
        return found.text if found else ""

    def mapping(self, key: str) -> Mapping:
        found = self.items.get(key)
        return found if isinstance(found, Mapping) else Mapping()

    def list(self, key: str) -> tuple[Node, ...]:
        found = self.items.get(key)
        return found.items if isinstance(found, Sequence) else ()

    def mappings(self, key: str) -> tuple[Mapping, ...]:
        return tuple(one for one in self.list(key) if isinstance(one, Mapping))

    def named(self, key: str) -> Iterator[tuple[str, Mapping]]:
        """The named things under a key, in order."""
        for name, one in self.mapping(key).items.items():
            if isinstance(one, Mapping):
                yield name, one


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...] = ()


Node: TypeAlias = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Typed:
    """One document folder as it was typed. `sections` are in the order of document.yaml."""

    document: Mapping
    sections: tuple[tuple[str, Mapping], ...]
    tables: dict[str, tuple[tuple[Scalar, ...], ...]]
    """The cells of each CSV file that a table or a chart names, by `file:`, without its line of
    names."""
    heads: dict[str, tuple[Scalar, ...]] = field(default_factory=dict)
    """That line of names, by `file:`."""


def scalars_in(node: Node, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Scalar]]:
    """Every value below a node, with the keys that lead to it."""
    match node:
        case Scalar():
            yield path, node
        case Mapping(items):
            for key, one in items.items():
                yield from scalars_in(one, (*path, key))
        case Sequence(items):
            for one in items:
                yield from scalars_in(one, (*path, "[]"))


def read_typed(folder: Path, foreword: Path | None = None) -> Typed:
    """What was typed into the files of a document; `foreword` is a partner's own first section."""
    document = _mapping(folder / "document.yaml")
    names = [one.text for one in document.list("sections") if isinstance(one, Scalar)]
    files = [(name, folder / "sections" / f"{name}.yaml") for name in names]
    sections = [(name, _mapping(file)) for name, file in files]
    if foreword is not None:
        sections.insert(0, (foreword.stem, _mapping(foreword)))
    read = {
        name: _cells(folder / name) for _, one in sections for name in dict.fromkeys(_files(one))
    }
    tables = {name: rows[1:] for name, rows in read.items()}
    heads = {name: rows[0] for name, rows in read.items() if rows}
    return Typed(document, tuple(sections), tables, heads)


def _files(section: Mapping) -> Iterator[str]:
    """The CSV files that the tables and charts of a section name."""
    for key in ("tables", "charts"):
        for _, one in section.named(key):
            if one.text("file"):
                yield one.text("file")
    for part in section.mappings("sections"):
        yield from _files(part)


# ---- YAML ------------------------------------------------------------------------------------


def _mapping(file: Path) -> Mapping:
    text = file.read_text("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    return _tree(file.as_posix(), text)


@lru_cache(maxsize=64)
def _tree(file: str, text: str) -> Mapping:
    """The tree of one file, by what stands in it: each edition asks for it."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return _Reader(file, text.split("\n"), iter(yaml.parse(text, Loader=loader))).root()


class _Reader:
    """Builds the tree of one file from the events of its YAML."""

    def __init__(self, file: str, lines: list[str], events: Iterator[Any]) -> None:
        self._file, self._lines, self._events = file, lines, events

    def root(self) -> Mapping:
        for event in self._events:
            if isinstance(event, yaml.MappingStartEvent):
                found = self._mapping()
                return found
        return Mapping()

    def _node(self, event: Any) -> Node:
        match event:
            case yaml.MappingStartEvent():
                return self._mapping()
            case yaml.SequenceStartEvent():
                items = []
                while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
                    items.append(self._node(event))
                return Sequence(tuple(items))
            case _:
                return self._scalar(event)

    def _mapping(self) -> Mapping:
        items: dict[str, Node] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            items[str(key.value)] = self._node(next(self._events))
        return Mapping(items)

    def _scalar(self, event: Any) -> Scalar:
        literal = event.style == "|"
        line = event.start_mark.line + (2 if event.style in ("|", ">") else 1)
        cut_off = "" if event.style else self._comment(event.end_mark)
        return Scalar(str(event.value), self._file, line, literal, cut_off)

    def _comment(self, end: Any) -> str:
        """What stands on the same line behind a value without quotation marks."""
        rest = self._lines[end.line][end.column :] if end.line < len(self._lines) else ""
        found = re.match(r"\s+(#.*\w.*)", rest)
        return found[1].strip() if found else ""


# ---- CSV -------------------------------------------------------------------------------------


def _cells(file: Path) -> tuple[tuple[Scalar, ...], ...]:
    """The rows of a CSV file, its line of names first, as they were typed."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ()
    text = text.replace("\r\n", "\n").replace("\r", "\n")  # some spreadsheets end lines so
    first = text.split("\n", 1)[0]
    sign = max((",", ";", "\t"), key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=sign)
    found = []
    begins = 1
    for row in rows:
        cells = tuple(Scalar(cell, file.as_posix(), begins) for cell in row)
        if any(cell.text.strip() for cell in cells):
            found.append(cells)
        begins = rows.line_num + 1
    return tuple(found)
