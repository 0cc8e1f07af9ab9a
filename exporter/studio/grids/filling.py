"""What was copied from a spreadsheet, in the cells of a grid, which grows as it must."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from typing import Literal

from exporter.authored.located import Path
from exporter.load.tables import MOST_COLUMNS
from exporter.model import Words
from exporter.saving import NotSaved, with_added, with_keys, with_values
from exporter.saving.spelling import as_prose
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, back, value_of
from exporter.studio.forms import as_name, as_path, grid_at
from exporter.studio.grids.new_words import new_words
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
    lines = _cells(value_of(asked, "text"))
    words = new_words(desk.view(name), desk.styles)
    made = filled(desk.on_disk(name, file), table, int(row), int(column), lines, words)
    desk.write_files(name, {file: made})
    return f"{back(asked)}#{as_name(table)}", say("table-filled")


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
    """The text of a section file with these words in a table, from a cell on to the right and down.

    Rows and columns are counted from 0; row -1 is the header. Raises NotSaved, ValueError.
    """
    grid = grid_at(text, table)
    if not grid.rows or row >= len(grid.rows) or column >= len(grid.columns):
        raise ValueError(say("no-row"))
    wide = column + max((len(line) for line in lines), default=0)
    if wide > MOST_COLUMNS or len(lines) > _MOST_ROWS:
        raise NotSaved(say("table-too-much"))
    keys, rows = [one.key for one in grid.columns], len(grid.rows)
    for number in range(len(keys) + 1, wide + 1):
        key = free(f"column-{number}", keys.__contains__)
        head = words("new-table-column", number=number)
        text = with_added(text, (*table, "columns", key), head)
        nothing = words("new-table-empty-cell")
        text = with_keys(text, {(*table, "rows", at, key): nothing for at in range(rows)})
        keys.append(key)
    there: dict[Path, str] = {}
    for at, line in enumerate(lines, row):
        cells = dict(zip(keys[column:], line, strict=False))
        if at >= rows:
            typed = {key: _prose(cells.get(key, ""), words) for key in keys}
            text = with_added(text, (*table, "rows", at), typed)
            continue
        for key, said in cells.items():
            if at >= 0:
                there[(*table, "rows", at, key)] = _prose(said, words)
            elif heads := " ".join(said.split()):
                there[(*table, "columns", key)] = heads
    return with_values(text, there)


def _prose(said: str, words: Words) -> str:
    """Words of a cell as they must be typed; an empty one says that there is nothing to say."""
    return as_prose(" ".join(said.split()), first=True) or words("new-table-empty-cell")
