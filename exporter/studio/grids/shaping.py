"""Rows and columns of a table more, less and elsewhere. Each press is one step."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.authored.located import Path
from exporter.load.tables import MOST_COLUMNS, MOST_ROWS
from exporter.model import Words
from exporter.saving import (
    NotSaved,
    Yaml,
    with_added,
    with_item,
    with_keys,
    with_moved_item,
    with_moved_key,
    without_item,
    without_keys,
)
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, value_of
from exporter.studio.forms import as_path
from exporter.studio.grids.grid import Grid, grid_at
from exporter.studio.grids.new_cells import new_cell, new_head, new_row, new_words
from exporter.studio.naming import free, section_of
from exporter.studio.saying import say

_ASKED = re.compile(r"(row|column)-(back|on|add|out)\.(-1|[0-9]{1,4})")
"""A row or column, what to do with it, and its number; with what is added below or behind it."""


def shape(desk: Desk, asked: Fields) -> Done:
    """What a button of a grid asks; then somebody goes on in the cell that it concerns."""
    name, file, table = asked["name"], value_of(asked, "file"), as_path(value_of(asked, "table"))
    wanted, section = _ASKED.fullmatch(value_of(asked, "do")), section_of(file)
    if not wanted or not section:
        raise ValueError(say("no-row"))
    shaper = Shaper(desk.on_disk(name, file), table, new_words(desk.view(name), desk.styles))
    text, cell = shaper.shaped(wanted[1], wanted[2], int(wanted[3]))
    desk.write_files(name, {file: text})
    line = next(one.key_line for one in Yaml(text).scalars if one.path == cell)
    said = say(f"grid-{wanted[1]}-is-out") if wanted[2] == "out" else ""
    return f"/d/{name}/s/{section}?line={line}", said


@dataclass(frozen=True, slots=True)
class Shaper:
    """A grid in the text of a section file. `words` are those of what is new in it."""

    text: str
    table: Path
    words: Words

    def shaped(self, kind: str, what: str, at: int) -> tuple[str, Path]:
        """The text after one change, and the cell in which somebody goes on.

        `kind` is row or column, `what` back, on, add or out, `at` its number from 0; behind -1
        comes what is the first then. Raises NotSaved, ValueError.
        """
        grid = grid_at(self.text, self.table)
        count = len(grid.rows if kind == "row" else grid.columns)
        if not grid.rows or not grid.columns or not (-1 if what == "add" else 0) <= at < count:
            raise ValueError(say("no-row"))
        to = {"back": at - 1, "on": at + 1, "add": at + 1, "out": at}[what]
        if what in ("back", "on") and not 0 <= to < count:
            raise ValueError(say("no-row"))
        if what == "out" and count == 1:
            raise NotSaved(say(f"grid-last-{kind}"))
        if kind == "row":
            left = to if what != "out" else min(at, count - 2)
            return self._row(grid, what, at, to), (*grid.rows_at, left, grid.columns[0].key)
        fixed = sum(one.path is None for one in grid.columns)
        if not grid.widens or min(at, to) < fixed - (what == "add"):
            raise ValueError(say("no-row"))
        return self._column(grid, what, at - fixed, to - fixed)

    def _row(self, grid: Grid, what: str, at: int, to: int) -> str:
        match what:
            case "add":
                if len(grid.rows) >= MOST_ROWS:
                    raise NotSaved(say("table-too-much"))
                return with_item(self.text, (*grid.rows_at, to), new_row(grid, to, self.words))
            case "out":
                return without_item(self.text, (*grid.rows_at, at))
            case _:
                return with_moved_item(self.text, (*grid.rows_at, at), to)

    def _column(self, grid: Grid, what: str, at: int, to: int) -> tuple[str, Path]:
        """The same for a column, counted among those whose heads are typed."""
        keys = [one.key for one in grid.columns if one.path]
        rows = range(len(grid.rows))
        match what:
            case "add":
                if len(grid.columns) >= MOST_COLUMNS:
                    raise NotSaved(say("table-too-much"))
                key = free(f"column-{len(keys) + 1}", keys.__contains__)
                head = (*grid.heads_at, key)
                text = with_added(self.text, head, new_head(grid, self.words))
                column = to + len(grid.columns) - len(keys)
                cells = {
                    (*grid.rows_at, n, key): new_cell(grid, column, n, self.words) for n in rows
                }
                return with_moved_key(with_keys(text, cells), head, to), head
            case "out":
                there = Yaml(self.text).items
                cells_at = [(*grid.rows_at, n, keys[at]) for n in rows]
                gone = [(*grid.heads_at, keys[at]), *(one for one in cells_at if one in there)]
                left = [key for key in keys if key != keys[at]]
                return without_keys(self.text, gone), (*grid.heads_at, left[min(to, len(left) - 1)])
            case _:
                head = (*grid.heads_at, keys[at])
                return with_moved_key(self.text, head, to), head
