"""What was copied from a spreadsheet, in the cells of a grid, which grows as it must."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Literal

from exporter.authored.located import Path
from exporter.load.amounts import amount
from exporter.load.chart_kinds import KINDS
from exporter.load.tables import MOST_COLUMNS
from exporter.model import Words
from exporter.saving import NotSaved, with_added, with_keys, with_values
from exporter.saving.spelling import as_prose
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, back, value_of
from exporter.studio.forms import as_name, as_path
from exporter.studio.grids.grid import Grid, grid_at
from exporter.studio.grids.new_cells import new_cell, new_head, new_words
from exporter.studio.naming import free
from exporter.studio.saying import say

_MOST_ROWS = 100
"""So many rows are pasted at once: more of them are a file of their own (CSV)."""


def fill(desk: Desk, asked: Fields) -> Done:
    """What was copied from a spreadsheet, in the cells of a table; it grows as it must."""
    name, file, table = asked["name"], value_of(asked, "file"), as_path(value_of(asked, "table"))
    row, column = value_of(asked, "row"), value_of(asked, "column")
    if not re.fullmatch("-1|[0-9]{1,4}", row) or not re.fullmatch("[0-9]{1,2}", column):
        raise ValueError(say("no-row"))
    text, lines = desk.on_disk(name, file), _cells(value_of(asked, "text"))
    heads = are_heads(grid_at(text, table), int(row), int(column), lines)
    words = new_words(desk.view(name), desk.styles)
    made = filled(text, table, int(row), int(column), lines[heads:], words)
    desk.write_files(name, {file: made})
    said = [say("chart-filled") if table[-2:-1] == ("charts",) else say("table-filled")]
    said += [say("chart-heads-left-out", heads=" | ".join(lines[0]))] if heads else []
    return f"{back(asked)}#{as_name(table)}", "\n".join(said)


def _cells(text: str) -> list[list[str]]:
    """The lines of what was copied. Spreadsheets quote cells of several lines; Word never does, so
    a quotation mark that ends no cell is one of the words."""
    try:
        return _read(text, csv.QUOTE_MINIMAL)
    except csv.Error:
        try:
            return _read(text, csv.QUOTE_NONE)
        except csv.Error as error:
            raise NotSaved(say("table-too-much")) from error


def _read(text: str, quoting: Literal[0, 3]) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    return [*csv.reader(lines, delimiter="\t", quoting=quoting, strict=True)]


def filled(
    text: str, table: Path, row: int, column: int, lines: Sequence[Sequence[str]], words: Words
) -> str:
    """The text of a section file with these words in a table or chart, from a cell on to the right
    and down.

    Rows and columns are counted from 0; row -1 is the header. Raises NotSaved, ValueError.
    """
    grid = grid_at(text, table)
    if not grid.rows or row >= len(grid.rows) or column >= len(grid.columns):
        raise ValueError(say("no-row"))
    wide = column + max((len(line) for line in lines), default=0)
    if wide > MOST_COLUMNS or len(lines) > _MOST_ROWS:
        raise NotSaved(say("table-too-much"))
    if wide > len(grid.columns) and not grid.widens:
        raise NotSaved(say("chart-too-wide", number=len(grid.columns) - column))
    for number in range(len(grid.columns) + 1, wide + 1):
        text = _wider(text, grid, number, words)
        grid = grid_at(text, table)
    keys = [one.key for one in grid.columns]
    there: dict[Path, str] = {}
    for at, line in enumerate(lines, row):
        cells = dict(zip(keys[column:], line, strict=False))
        if at >= len(grid.rows):
            typed = {key: _typed(grid, cells.get(key, ""), words) for key in keys}
            text = with_added(text, (*grid.rows_at, at), typed)
            continue
        for one in grid.columns:
            if one.key in cells and at >= 0:
                there[(*grid.rows_at, at, one.key)] = _typed(grid, cells[one.key], words)
            elif one.path and (heads := " ".join(cells.get(one.key, "").split())):
                there[one.path] = heads
    return with_values(text, there)


def _wider(text: str, grid: Grid, number: int, words: Words) -> str:
    """The text with a column more, of this number, which says that there is nothing."""
    key = free(f"column-{number}", [one.key for one in grid.columns].__contains__)
    text = with_added(text, (*grid.heads_at, key), new_head(grid, words))
    nothing = words("new-table-empty-cell")
    return with_keys(text, {
        (*grid.rows_at, at, key): new_cell(grid, number, at, words) if grid.kind else nothing
        for at in range(len(grid.rows))
    })  # fmt: skip


def are_heads(grid: Grid, row: int, column: int, lines: Sequence[Sequence[str]]) -> bool:
    """Whether the first line only says what the numbers of a chart are, as spreadsheets do."""
    if grid.kind is None or KINDS[grid.kind].words or row != 0 or column or len(lines) < 2:
        return False
    first, below = ([amount(cell) for cell in line[1:]] for line in lines[:2])
    return bool(below) and None not in below and not any(one is not None for one in first)


def _typed(grid: Grid, said: str, words: Words) -> str:
    """Words of a cell as they must be typed; an empty one says that there is nothing to say.

    No number of a chart may be made up, and its words have no marks.
    """
    line = " ".join(said.split())
    if grid.kind and not line:
        raise NotSaved(say("chart-cell-empty"))
    return line if grid.kind else as_prose(line, first=True) or words("new-table-empty-cell")
