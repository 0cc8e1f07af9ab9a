"""Tables: how wide each column is, and when a table is set as rows."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import fonts
from exporter.edition import Edition
from exporter.model import Blocks, Cell, Inlines, Paragraph, Records, Table, Text
from exporter.source import SourceTable
from exporter.walk import blocks_within, parts, plain_text

LEAST_CHARACTERS = 25
"""A column that holds fewer characters of longer words than this tires a reader; the table is set
as rows."""

_LEAST_BESIDE = 60
"""Of fewer on a whole line, the heads of cells take too many: they stand above."""

_AVERAGE_CHARACTER = 0.45
"""The usual width of a character of English, in ems: Atkinson 0.447, Arial 0.452 (measured)."""

_BOLD_CHARACTER = 0.5
"""The same of bold ones, such as heads of rows."""

_CELL_PADDING = 12


def table_block(
    table: SourceTable, cells: list[list[Blocks]], edition: Edition, label: str, caption: Inlines
) -> Table | Records:
    """The table, as a grid or as rows. `cells` are its rows with their inlines filled in."""
    as_rows = _as_rows(table, cells, edition)
    grid = Table(
        columns=tuple(words for _, words in table.columns),
        rows=tuple(tuple(Cell(blocks) for blocks in row) for row in cells),
        header_column=table.header_column,
        widths=() if as_rows else _widths(table, cells, edition),
        label=label,
        caption=caption,
        anchor=table.name,
        place=table.place,
    )
    return _records(grid, edition) if as_rows else grid


def _as_rows(table: SourceTable, cells: list[list[Blocks]], edition: Edition) -> bool:
    if len(table.columns) < 2 or not table.header_column:
        return False
    choice = table.show_as if table.show_as != "auto" else edition.tables
    if choice != "auto":
        return choice == "rows"
    characters = _letters(edition)
    if characters < _LEAST_BESIDE and _too_narrow(table, cells, edition):
        return True
    columns = list(zip(*cells, strict=True)) or [()] * len(table.columns)
    asked = (
        _characters(words, column, edition)
        for (_, words), column in zip(table.columns, columns, strict=True)
    )
    return sum(asked) > characters + 1


def _too_narrow(table: SourceTable, cells: list[list[Blocks]], edition: Edition) -> bool:
    """Whether a column would have less than it asks for, now that the large type leaves no room."""
    theme = edition.theme
    letter = theme.small * _BOLD_CHARACTER
    columns = list(zip(*cells, strict=True))
    return any(
        share * theme.page.text_width - _CELL_PADDING < _characters(words, column, edition) * letter
        for share, (_, words), column in zip(
            _widths(table, cells, edition), table.columns, columns, strict=True
        )
    )  # fmt: skip


def _letters(edition: Edition) -> float:
    """How many characters of a cell stand on a line as wide as the page."""
    theme = edition.theme
    return theme.page.text_width / (theme.small * _AVERAGE_CHARACTER)


def _characters(heading: str, column: tuple[Blocks, ...], edition: Edition) -> float:
    """What a column asks for: 25 characters, or less where nothing in it is so long (a timetable:
    the day, the time, the place)."""
    theme = edition.theme
    texts = [text for blocks in column for text in _texts(blocks)]
    widths = [fonts.width(text, theme.family, theme.small, "bold") for text in texts]
    widest = max(_longest_word(heading, edition), *widths, 0.0) + _CELL_PADDING
    return min(LEAST_CHARACTERS, widest / (theme.small * _AVERAGE_CHARACTER))


def _records(table: Table, edition: Edition) -> Records:
    """Each record becomes a small table of two columns under its first cell as caption."""
    return Records(
        tables=tuple(_record(table, row, edition) for row in table.rows),
        above=_letters(edition) < _LEAST_BESIDE,
        label=table.label,
        caption=table.caption,
        anchor=table.anchor,
        place=table.place,
    )


def _record(table: Table, row: tuple[Cell, ...], edition: Edition) -> Table:
    first = row[0].blocks[0]
    assert isinstance(first, Paragraph), "the loader lets a header cell hold one paragraph"
    words = [(column, cell) for column, cell in zip(table.columns[1:], row[1:], strict=True)]
    widest = max(_longest_word(column, edition) for column, _ in words)
    share = min(0.4, max(0.24, (widest + _CELL_PADDING) / edition.theme.page.text_width))
    return Table(
        columns=(),
        rows=tuple((Cell((Paragraph((Text(column),)),)), cell) for column, cell in words),
        header_column=True,
        widths=(share, 1 - share),
        caption=first.children,
        place=table.place,
    )


def _widths(table: SourceTable, cells: list[list[Blocks]], edition: Edition) -> tuple[float, ...]:
    """Columns by the amount they hold, none narrower than its longest word. Sums to 1."""
    available = edition.theme.page.text_width
    columns = list(zip(*cells, strict=True))
    least, wish = [], []
    for (_, heading), column in zip(table.columns, columns, strict=True):
        texts = [heading, *(text for blocks in column for text in _texts(blocks))]
        longest = max(_longest_word(text, edition) for text in texts) + _CELL_PADDING
        least.append(min(longest, available / len(columns)))
        wish.append(max(1.0, sum(map(len, texts))) ** 0.5)
    spare = available - sum(least)
    shares = [low + spare * part / sum(wish) for low, part in zip(least, wish, strict=True)]
    rounded = [round(share / available, 3) for share in shares[:-1]]
    return (*rounded, round(1 - sum(rounded), 3))


def _longest_word(text: str, edition: Edition) -> float:
    theme = edition.theme
    words = text.split() or [""]
    return max(fonts.width(word, theme.family, theme.small, "bold") for word in words)


def _texts(blocks: Blocks) -> Iterator[str]:
    for block in blocks_within(blocks):
        yield from map(plain_text, parts(block).inlines)
