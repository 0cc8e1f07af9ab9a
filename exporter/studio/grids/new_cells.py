"""What a new row or column says: in the language of the document, for it stands in its files."""

from __future__ import annotations

from exporter.languages import HOUSE
from exporter.load.chart_kinds import KINDS
from exporter.model import Words
from exporter.studio.grids.grid import Grid
from exporter.studio.view import View
from exporter.styles.folder import Styles
from exporter.styles.words import load_words

NOUGHT = "0"


def new_words(view: View, styles: Styles | None) -> Words:
    """Those of the locale of the document; English where it cannot be read at all."""
    return view.loaded.words if view.loaded else load_words(HOUSE, styles)


def new_row(grid: Grid, at: int, words: Words) -> dict[str, str]:
    """The cells of a row that becomes the one of this number, by key."""
    return {one.key: new_cell(grid, column, at, words) for column, one in enumerate(grid.columns)}


def new_cell(grid: Grid, column: int, row: int, words: Words) -> str:
    """The words of one cell. Labels tell things apart, so each is another; an event without a date
    has that of the one before it."""
    key = grid.columns[column].key if column < len(grid.columns) else ""
    if grid.kind is None:
        return words("new-table-row", number=row + 1) if column == 0 else words("new-table-cell")
    if key == "label":
        return unlike("new-chart-label", words, {line[column] for line in grid.rows})
    if key == "date":
        return grid.rows[max(0, row - 1)][column]
    return words("new-chart-words") if KINDS[grid.kind].words else NOUGHT


def new_head(grid: Grid, words: Words) -> str:
    """What heads a column more."""
    return unlike("new-table-column", words, {one.words for one in grid.columns})


def unlike(key: str, words: Words, there: set[str]) -> str:
    """A sentence with a number, which is higher by one for each that is there."""
    number = len(there) + 1
    while words(key, number=number) in there:
        number += 1
    return words(key, number=number)
