"""Tables: records in YAML, or a CSV file beside it."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings, did_you_mean
from exporter.authored.located import Lines, Located, Path
from exporter.diagnostics import Place, short
from exporter.load.csv_lines import csv_lines
from exporter.load.markdown import read_blocks
from exporter.load.parser import CELL, Gathered
from exporter.load.plain import plain
from exporter.load.schema import TableShape
from exporter.model import Blocks, Paragraph
from exporter.source import SourceTable

MOST_ROWS = 1_000
MOST_COLUMNS = 20


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    where: Lines


@dataclass(frozen=True, slots=True)
class _Row:
    cells: dict[str, _Cell]
    place: Place
    empty: frozenset[str] = frozenset()
    """Columns of which it was said already that nothing stands there."""


def read_table(
    name: str,
    shape: TableShape,
    path: Path,
    folder: Folder,
    located: Located,
    findings: Findings,
    gathered: Gathered,
) -> SourceTable:
    """One table; whatever does not fit in it is told."""
    reader = _Reader(name, shape, path, folder, located, findings, gathered)
    return reader.table()


@dataclass(frozen=True, slots=True)
class _Reader:
    name: str
    shape: TableShape
    path: Path
    folder: Folder
    located: Located
    findings: Findings
    gathered: Gathered

    def table(self) -> SourceTable:
        place = self.located.place(self.path)
        columns, rows = self._from_file() if self.shape.file else self._from_records()
        if len(columns) > MOST_COLUMNS or len(rows) > MOST_ROWS:
            message = f"The table “{self.name}” is too large for a page."
            self._tell("table-too-large", place, message, "Make several tables of it.")
            rows = rows[:MOST_ROWS]
        heads = self._heads_rows(columns)
        self._look_for_unknown(columns, rows)
        return SourceTable(
            name=self.name,
            columns=tuple(columns.items()),
            rows=tuple(self._row(row, columns, heads) for row in rows),
            header_column=heads,
            show_as=self.shape.show_as,
            place=place,
        )

    def _heads_rows(self, columns: dict[str, str]) -> bool:
        word = self.shape.header_column
        first = next(iter(columns), "")
        if word and word not in ("none", first):
            place = self.located.place((*self.path, "header_column"))
            message = f"The header column is always the first one, here “{first}”."
            hint = "Delete the line, or write  header_column: none"
            self._tell("table-header-column", place, message, hint)
        return word != "none"

    # -- rows from YAML

    def _from_records(self) -> tuple[dict[str, str], list[_Row]]:
        columns = {
            key: plain(
                words, self.located.place((*self.path, "columns", key)), "a column", self.findings
            )
            for key, words in self.shape.columns.items()
        }
        place = self.located.place(self.path)
        for key, there in (("columns", columns), ("rows", self.shape.rows)):
            if not there and self.located.lacks((*self.path, key)):
                message = f"The table “{self.name}” has no {key}."
                self._tell("table-empty", place, message, f"Write  {key}:  and list them below.")
        rows = [self._record(number, row) for number, row in enumerate(self.shape.rows)]
        return columns, rows

    def _record(self, number: int, row: dict[str, str]) -> _Row:
        path = (*self.path, "rows", number)
        cells = {key: _Cell(text, self.located.lines((*path, key))) for key, text in row.items()}
        keys = [*self.shape.columns]
        empty = frozenset(key for key in keys if not self.located.lacks((*path, key)))
        return _Row(cells, self.located.place(path), empty)

    # -- rows from a CSV file

    def _from_file(self) -> tuple[dict[str, str], list[_Row]]:
        asked = self.located.place((*self.path, "file"))
        if self.shape.rows:
            message = f"The table “{self.name}” has rows and a file."
            self._tell("table-origin", asked, message, "Keep one of the two.")
        data = self.folder.read(self.shape.file, MOST_TEXT, self.findings, asked)
        file = self.folder.file(self.shape.file)
        text = text_of(data, file, self.findings) if data is not None else None
        if text is None:
            return {}, []
        records = csv_lines(text, file, "table-file", self.findings)
        if not records:
            self._tell("table-empty", Place(file), "This file holds no table.", _FIRST_LINE)
            return {}, []
        columns = self._columns(records[0], file)
        rows = [self._line(record, list(columns), file) for record in records[1:]]
        if not rows:
            self._tell("table-empty", Place(file), "This table has no rows.", _FIRST_LINE)
        return columns, rows

    def _columns(self, head: tuple[int, list[str]], file: str) -> dict[str, str]:
        """Keys and words of the columns: the file's first line, or `columns:` for the same."""
        words = [cell.strip() for cell in head[1]]
        wanted = self.shape.columns
        if wanted and words not in (list(wanted), list(wanted.values())):
            message = "The first line of this file does not name the columns of the table."
            hint = f"It should be: {', '.join(wanted)}"
            self._tell("table-file", Place(file, head[0]), message, hint)
        if wanted:
            return dict(wanted)
        if "" in words:
            message = "A column has no name in the first line."
            self._tell("table-file", Place(file, head[0]), message, _FIRST_LINE)
        place = Place(file, head[0])
        return {
            f"column-{number}": plain(word, place, "a column", self.findings)
            for number, word in enumerate(words, 1)
        }

    def _line(self, record: tuple[int, list[str]], keys: list[str], file: str) -> _Row:
        line, cells = record
        place = Place(file, line)
        for cell in cells[len(keys) :]:
            if cell.strip():
                message = f"This row has more cells than there are columns: “{short(cell)}”."
                self._tell("table-ragged", place, message, "Put quotation marks around commas.")
        pairs = zip(keys, cells, strict=False)
        filled = {key: _Cell(text, Lines(file, line)) for key, text in pairs if text.strip()}
        return _Row(filled, place)

    # -- cells

    def _row(self, row: _Row, columns: dict[str, str], heads: bool) -> tuple[Blocks, ...]:
        first = next(iter(columns), "")
        return tuple(
            self._cell(row, key, words, head=heads and key == first)
            for key, words in columns.items()
        )

    def _look_for_unknown(self, columns: dict[str, str], rows: list[_Row]) -> None:
        """Cells of columns that the table has not, each column once."""
        unknown: dict[str, list[_Cell]] = {}
        for row in rows if columns else []:
            for key in [one for one in row.cells if one not in columns]:
                unknown.setdefault(key, []).append(row.cells[key])
        for key, cells in unknown.items():
            more = f" ({len(cells)} rows have it)" if len(cells) > 1 else ""
            message = f"The table “{self.name}” has no column “{key}”{more}."
            hint = did_you_mean(key, columns)
            self._tell("table-column-unknown", cells[0].where.place(), message, hint)

    def _cell(self, row: _Row, key: str, words: str, *, head: bool) -> Blocks:
        cell = row.cells.get(key)
        if cell is None:
            if key not in row.empty and not self._is_misspelt(row, key):
                message = f"This row has no cell for the column “{key}” ({words})."
                self._tell("table-ragged", row.place, message, _EMPTY_CELL)
            return ()
        blocks = read_blocks(cell.text, cell.where, CELL, self.findings, self.gathered)
        if head and (len(blocks) > 1 or not all(isinstance(one, Paragraph) for one in blocks)):
            message = "The first cell heads its row, so it holds one paragraph."
            self._tell("table-header-cell", cell.where.place(), message, _HEADER_CELL)
        return blocks

    def _is_misspelt(self, row: _Row, key: str) -> bool:
        """Whether a cell of an unknown column was told that probably is this one."""
        others = [one for one in row.cells if one not in self.shape.columns]
        return any(key in did_you_mean(one, [key]) for one in others if not self.shape.file)

    def _tell(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.findings.add(code, place, message, hint)


_FIRST_LINE = "The first line names the columns; every other line is a row."
_EMPTY_CELL = "Write its words. If there is nothing to say, write: Does not apply, or: None"
_HEADER_CELL = "Move the rest to another column, or write  header_column: none"
