"""Tables begun in the studio, and filled from a spreadsheet. Each press is one step."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from exporter.authored.located import Path
from exporter.load.lettered import lettered
from exporter.load.looks import name_of
from exporter.load.tables import MOST_COLUMNS
from exporter.saving import NotSaved, Yaml, with_added, with_values
from exporter.saving.adding import Value
from exporter.saving.spelling import as_prose
from exporter.studio.changes import Put, changed, value_at
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, back, value_of
from exporter.studio.forms import as_name, as_path, grid_at
from exporter.studio.naming import free, section_of
from exporter.studio.saying import say
from exporter.studio.wrapping import unwrapped, wrapped

HELD_BY = ("body", "detail")
"""The texts in which a table can stand."""
_MOST_ROWS = 100
"""So many rows are pasted at once: more of them are a file of their own (CSV)."""
_MOST_NEW = 100
"""So many cells of new columns are put into rows that are there: each is a line of its own."""
_BEGIN, _END = re.compile(r":::[ \t]+\S.*"), ":::"
_CODE = ("```", "~~~")
_GOES_ON = re.compile(r"[ \t]|[-+*] |\d{1,9}[.)] |: |> ?")
"""How a line begins that belongs to what stands above the empty line before it."""


# ---- a table more ------------------------------------------------------------------------------


def begin(desk: Desk, asked: Fields) -> Done:
    """A small table below the paragraph in which somebody writes, ready to be filled."""
    name, file, field = asked["name"], value_of(asked, "file"), value_of(asked, "field")
    path, section, at = as_path(field), section_of(file), asked.get("at", "")
    if path[-1] not in HELD_BY or not section or not re.fullmatch("[0-9]{0,7}", at):
        raise ValueError(say("no-row"))
    view = desk.view(name)
    if any((one.file, one.field) == (file, field) for one in view.drafts):
        raise NotSaved(say("table-waits"))
    known = "\n".join(view.texts.values())
    table = free(name_of(f"{section}-table", "table"), lambda one: _stands(one, known))
    made = begun(desk.on_disk(name, file), path, table, int(at) if at else None)
    desk.write_files(name, {file: made})
    first = (*path[:-1], "tables", table, "columns", "first")
    line = next(one.key_line for one in Yaml(made).scalars if one.path == first)
    return f"/d/{name}/s/{section}?line={line}", say("table-begun")


def begun(text: str, field: Path, table: str, at: int | None = None) -> str:
    """The text of a section file with a table of two columns and two rows more.

    It stands in `field`, below the block that holds the sign `at` (counted from 0 as the field
    shows it), else at its end. Raises NotSaved.
    """
    now = value_at(text, field)
    shown = unwrapped(now).rstrip()
    place = _below(shown, len(shown) if at is None else at)
    block = f"::: table {table}\n{say('table-caption')}\n:::"
    parts = (shown[:place].rstrip(), block, shown[place:].lstrip("\n"))
    made = changed(text, Put(field, wrapped(now, "\n\n".join(one for one in parts if one))))
    heads = (say("table-row-first"), say("table-row-second"))
    value: Mapping[str, Value] = {
        "columns": {key: say(f"table-column-{key}") for key in ("first", "second")},
        "rows": [{"first": head, "second": say("table-cell")} for head in heads],
    }
    tables = (*field[:-1], "tables")
    if tables in Yaml(made).items:
        return with_added(made, (*tables, table), value)
    return with_added(made, tables, {table: value}, ("picture", "summary", "body", "detail"))


def _stands(name: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text) is not None


def _below(shown: str, at: int) -> int:
    """Where the first block ends that does so at this sign or behind it: between two blocks."""
    return next((place for place in _between(shown) if place >= at), len(shown))


def _between(shown: str) -> Iterator[int]:
    """The end of each block that stands at the left edge, with all that belongs to it."""
    depth, code, end = 0, "", 0
    lines = shown.split("\n")
    items = lettered(lines)
    for number, (line, after) in enumerate(zip(lines, [*lines[1:], ""], strict=True)):
        end += len(line)
        if code:
            code = "" if line.startswith(code) else code
        elif line.startswith(_CODE):
            code = line[:3]
        elif line.rstrip() == _END:
            depth = max(0, depth - 1)
        elif _BEGIN.fullmatch(line):
            depth += 1
        ends = line.strip() and not after.strip()
        if ends and not depth and not code:
            below = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), 0)
            if below not in items and not _GOES_ON.match(lines[below] if below else ""):
                yield end
        end += 1


# ---- cells from a spreadsheet ------------------------------------------------------------------


def fill(desk: Desk, asked: Fields) -> Done:
    """What was copied from a spreadsheet, in the cells of a table; it grows as it must."""
    name, file, table = asked["name"], value_of(asked, "file"), as_path(value_of(asked, "table"))
    row, column = value_of(asked, "row"), value_of(asked, "column")
    if not re.fullmatch("-1|[0-9]{1,4}", row) or not re.fullmatch("[0-9]{1,2}", column):
        raise ValueError(say("no-row"))
    lines = _cells(value_of(asked, "text"))
    made = filled(desk.on_disk(name, file), table, int(row), int(column), lines)
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


def filled(text: str, table: Path, row: int, column: int, lines: Sequence[Sequence[str]]) -> str:
    """The text of a section file with these words in a table, from a cell on to the right and down.

    Rows and columns are counted from 0; row -1 is the header. Raises NotSaved, ValueError.
    """
    grid = grid_at(text, table)
    if not grid.rows or row >= len(grid.rows) or column >= len(grid.columns):
        raise ValueError(say("no-row"))
    wide = column + max((len(line) for line in lines), default=0)
    keys, rows = [key for key, _ in grid.columns], len(grid.rows)
    new_cells = max(0, wide - len(keys)) * rows
    if wide > MOST_COLUMNS or len(lines) > _MOST_ROWS or new_cells > _MOST_NEW:
        raise NotSaved(say("table-too-much"))
    for number in range(len(keys) + 1, wide + 1):
        key = free(f"column-{number}", keys.__contains__)
        text = with_added(text, (*table, "columns", key), say("table-column", number=number))
        for at in range(rows):
            text = with_added(text, (*table, "rows", at, key), say("table-empty-cell"))
        keys.append(key)
    there: dict[Path, str] = {}
    for at, line in enumerate(lines, row):
        cells = dict(zip(keys[column:], line, strict=False))
        if at >= rows:
            typed = {key: _prose(cells.get(key, "")) for key in keys}
            text = with_added(text, (*table, "rows", at), typed)
            continue
        for key, words in cells.items():
            if at >= 0:
                there[(*table, "rows", at, key)] = _prose(words)
            elif heads := " ".join(words.split()):
                there[(*table, "columns", key)] = heads
    return with_values(text, there)


def _prose(words: str) -> str:
    """Words of a cell as they must be typed; an empty one says that there is nothing to say."""
    return as_prose(" ".join(words.split()), first=True) or say("table-empty-cell")
