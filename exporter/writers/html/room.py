"""How much room a table asks for before its rows are set one below the other."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Table
from exporter.walk import words_of

_LETTER = 0.55
"""The width of a letter in a table, in the text size of the page; a bold heading included."""
_BESIDE = 0.9
"""Between one column and the next, in the same."""
_READS_WELL = 9.0
"""A column of many words asks for no more than this: about 18 letters a line."""


def room_for(table: Table) -> float:
    """The least width in which a table reads well, as a multiple of the text size: no word of it
    is cut (the names of days), and longer texts have fair columns."""
    columns = range(len(table.widths))
    return round(sum(_column(list(_texts(table, column))) for column in columns), 1)


def _texts(table: Table, column: int) -> Iterator[str]:
    if table.columns:
        yield table.columns[column]
    for row in table.rows:
        for block in row[column].blocks:
            yield from words_of(block)


def _column(texts: list[str]) -> float:
    text = max(map(len, texts), default=0) * _LETTER
    word = max((len(word) for text in texts for word in text.split()), default=0) * _LETTER
    return max(min(_READS_WELL, text), word) + _BESIDE
