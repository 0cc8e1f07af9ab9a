"""How wide the columns of a table are: as asked for, but each holds its longest word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from exporter.model import Cell, Inlines, List, Table
from exporter.walk import blocks_within, parts
from exporter.writers.pdf_reportlab.lines import WordTooWide, widest
from exporter.writers.pdf_reportlab.words import Word

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter

_HEADS = 0.4
"""The share of the width that row headings may take so as to stand on one line."""


def gutter(setter: BlockSetter) -> float:
    """What a column needs beside its words."""
    return setter.shop.look.cell.size


def column_widths(setter: BlockSetter, tables: Sequence[Table], width: float) -> list[float]:
    """The widths in points, the same for all these tables (the records of one table).

    Raises WordTooWide where a word has no room even if all columns share.
    """
    table = tables[0]
    asked = [share * width for share in table.widths]
    words = [list(_words_of(setter, tables, index)) for index in range(len(asked))]
    edge = gutter(setter)
    needs = [max(map(_need, column), default=0.0) + edge + 0.01 for column in words]
    if table.header_column and len(asked) > 1:
        whole = max((_whole(line) for line, _ in words[0]), default=0.0) + edge + 0.01
        comfortable = [max(needs[0], whole), *needs[1:]]
        if whole <= width * _HEADS and sum(comfortable) <= width:
            needs = comfortable
    short = sum(max(0.0, need - has) for need, has in zip(needs, asked, strict=True))
    if short == 0:
        return asked
    spare = [max(0.0, has - need) for need, has in zip(needs, asked, strict=True)]
    if sum(spare) < short:
        index = max(range(len(needs)), key=lambda each: needs[each] - asked[each])
        longest = max((word for line, _ in words[index] for word in line), key=_whole_part)
        raise WordTooWide(longest.text, longest.width, asked[index] - edge, table.place)
    return [
        max(need, has) - part * short / sum(spare)
        for need, has, part in zip(needs, asked, spare, strict=True)
    ]


def _need(line: tuple[list[Word], float]) -> float:
    words, indent = line
    return widest(words) + indent


def _whole(words: list[Word]) -> float:
    """The width of some words on one line."""
    return sum(word.width + word.space for word in words)


def _whole_part(word: Word) -> float:
    """The width of what cannot be parted: a long address is not what has no room."""
    return widest([word])


def _words_of(
    setter: BlockSetter, tables: Sequence[Table], index: int
) -> Iterator[tuple[list[Word], float]]:
    """The words of each paragraph of a column, and how far it is indented."""
    look, words = setter.shop.look, setter.shop.setter
    bold = look.cell.bolder()
    for table in tables:
        if table.columns:
            yield words.plain(table.columns[index], bold, None), 0.0
        for row in table.rows:
            style = bold if table.header_column and index == 0 else look.cell
            for inlines, depth in _paragraphs(row[index]):
                yield words.set(inlines, style, None), depth * style.size


def _paragraphs(cell: Cell) -> Iterator[tuple[Inlines, float]]:
    """The paragraphs of a cell, with the indent of the list they stand in, in sizes."""
    lists = sum(isinstance(block, List) for block in blocks_within(cell.blocks))
    for block in blocks_within(cell.blocks):
        for inlines in parts(block).inlines:
            yield inlines, 1.65 * min(lists, 2)
