"""An Outline as what is compared: a paragraph with its runs, a row of a table with its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import unquote

from exporter.outline import TOLD_AGAIN, Entry, Outline
from exporter.saving.words import folded, tokens_of

_CELLS = ("cell", "header-cell")


@dataclass(frozen=True, eq=False)
class Unit:
    """One thing that is compared. A row has the role "table" and cells; each is known by itself."""

    entry: Entry
    inside: tuple[Entry, ...] = ()
    """Its strong runs, links and foreign runs."""
    cells: tuple[Unit, ...] = ()
    fields: tuple[Entry, ...] = ()
    """The fields of a form that stand in it or right after it."""

    @property
    def is_row(self) -> bool:
        return bool(self.cells)

    @property
    def text(self) -> str:
        """Its words; of a row those of its cells."""
        return " | ".join(cell.text for cell in self.cells) if self.cells else self.entry.text

    @cached_property
    def words(self) -> str:
        """Its words as they are compared."""
        return folded(self.text)

    @cached_property
    def counts(self) -> Counter[str]:
        """How often it has each word."""
        return Counter(token.folded for token in tokens_of(self.text))

    @property
    def key(self) -> tuple[str, str]:
        return ("row" if self.cells else self.entry.role, self.words)

    @cached_property
    def inside_keys(self) -> tuple[tuple[str, str], ...]:
        """Its links with their addresses; what is strong a program may decide (glossary words)."""
        links = (one for part in self.parts() for one in part.inside if one.target)
        return tuple((folded(one.text), address(one.target)) for one in links)

    def takes(self, kind: str) -> bool:
        """Whether there is a field of this kind: "check", "text" …"""
        return any(one.kind == kind for one in self.fields)

    def parts(self) -> tuple[Unit, ...]:
        """Its cells, or itself."""
        return self.cells or (self,)


def address(target: str) -> str:
    """An address as it is compared: Word and LibreOffice end one without a path with a slash, and
    spell signs that are not ASCII in their own way."""
    return unquote(target).rstrip("/")


def units_of(outline: Outline) -> list[Unit]:
    """The units of an Outline, in order.

    What else stands in a cell follows its row. Pictures without words are no units: LibreOffice
    drops the mark that says they decorate. Nor are fields: the name of each is made of a question
    and its answer, which are compared, and LibreOffice keeps only the first of them.
    """
    return list(_with_rows(list(_singles(outline))))


def _singles(outline: Outline) -> Iterator[Unit]:
    begun: list[tuple[Entry, list[Entry], list[Entry]]] = []
    """Each thing, with its runs and its fields."""
    fields: list[Entry] = []
    for entry in outline:
        if entry.role == "field":
            fields.append(entry)
        elif entry.role in TOLD_AGAIN and begun:
            begun[-1][1].append(entry)
        elif entry.role == "figure" and not entry.text:
            begun.append((entry, [], []))
        else:
            fields = []
            begun.append((entry, [], fields))
    for entry, inside, asked in begun:
        if entry.role != "figure" or entry.text:
            yield Unit(entry, tuple(inside), fields=tuple(asked))


def _with_rows(singles: list[Unit]) -> Iterator[Unit]:
    """The cells of a table put together in rows."""
    tables = [n for n, one in enumerate(singles) if one.entry.role == "table"]
    ends = [*tables[1:], len(singles)][: len(tables)]
    rows: dict[int, Unit] = {}
    for begin, end in zip(tables, ends, strict=True):
        cells = [one for one in singles[begin:end] if one.entry.role in _CELLS]
        for row in _rows(cells):
            rows[id(row[0])] = Unit(Entry("table", place=row[0].entry.place), cells=tuple(row))
    for one in singles:
        if one.entry.role not in _CELLS:
            yield one
        elif id(one) in rows:
            yield rows[id(one)]


def _rows(cells: list[Unit]) -> Iterable[list[Unit]]:
    """The rows of one table: Outlines tell cells, and which header each has."""
    lead = next((n for n, one in enumerate(cells) if one.entry.role == "cell"), len(cells))
    if lead == len(cells):
        return [cells] if cells else []
    if lead == 0:
        return [[one] for one in cells]
    heads = cells[lead].entry.headers
    later = any(one.entry.role == "header-cell" for one in cells[lead:])
    beside = cells[lead - 1].entry.text
    by_row = len(heads) > 1 or (later and (lead == 1 or heads[:1] == (beside,)))
    width = lead - 1 if by_row else lead
    rows = [cells[:width]] if width else []
    rest = cells[width:]
    if not by_row:
        return [*rows, *(rest[n : n + width] for n in range(0, len(rest), width))]
    for one in rest:
        if one.entry.role == "header-cell" or not rows:
            rows.append([])
        rows[-1].append(one)
    return rows
