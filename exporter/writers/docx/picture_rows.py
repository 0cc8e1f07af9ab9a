"""Rows of easy read: the picture beside its words in a layout table, or above them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from exporter.edition import Theme
from exporter.model import Block, Furniture, PictureRow, Records, Table
from exporter.walk import blocks_within
from exporter.writers.docx import keeping, measures
from exporter.writers.docx.elements import ended_cell
from exporter.writers.docx.markup import paragraph
from exporter.writers.docx.pictures import drawing, number_picture
from exporter.writers.docx.places import Position
from exporter.writers.docx.tables import layout_table
from exporter.writers.drawings.ink import inked

if TYPE_CHECKING:
    from exporter.writers.docx.blocks import BlockWriter

_NOT_IN_CELLS = (Table, Records, PictureRow, Furniture)


def goes_in_rows(block: Block, theme: Theme) -> bool:
    """Whether a block is set as a row of a layout table: only with something on the left.

    A cell must not be empty, and a table in a table cannot be read in order.
    """
    return (
        isinstance(block, PictureRow)
        and theme.rows == "side-by-side"
        and bool(block.pictures or block.number)
        and bool(block.blocks)
        and not any(isinstance(part, _NOT_IN_CELLS) for part in blocks_within(block.blocks))
    )


def together(writer: BlockWriter, rows: Iterable[PictureRow], position: Position) -> str:
    """Rows that follow one another, as one table; of the text, or of the program's own words."""
    added = position.place == "furniture"
    inside = position if added else Position("row")
    indent = measures.words_indent(writer.theme)
    beside = writer.within(writer.text_width - indent)
    pairs = (
        (
            "".join(_pictures(writer, row, *_styles(row, added=added))),
            ended_cell("".join(beside.blocks(row.blocks, inside))),
        )
        for row in rows
    )
    return layout_table(
        keeping.rows(pairs, goes_on=writer.goes_on),
        (indent, writer.text_width - indent),
        space=measures.row_space(writer.theme),
        right_to_left=writer.document.right_to_left,
    )


def _styles(row: PictureRow, *, added: bool) -> tuple[str, str]:
    """Of the first picture and of those below it: of the program's own only what is heard is told
    by its style, for what decorates is nothing to whoever reads the file back."""
    if added and any(picture.alt for picture in row.pictures):
        return "Furniture Figure", "Furniture Figure"
    return "Row Picture", "Row Picture Below"


def stacked(writer: BlockWriter, row: PictureRow, position: Position) -> Iterator[str]:
    """The picture above its words; or the words alone, where the words of other rows stand."""
    if position.place == "furniture":
        yield from _pictures(writer, row, "Furniture Figure")
        yield from writer.blocks(row.blocks, position)
        return
    yield from _pictures(writer, row, "Row Picture Above")
    if writer.theme.rows == "stacked" or row.pictures or row.number:
        yield from writer.blocks(row.blocks, Position("text"))
        return
    beside = writer.within(writer.text_width - measures.words_indent(writer.theme))
    yield from beside.blocks(row.blocks, Position("alone"))


def _pictures(writer: BlockWriter, row: PictureRow, style: str, below: str = "") -> Iterator[str]:
    """The pictures of a row; `below` is the style of those under the first."""
    pictures = tuple(map(inked, row.pictures))
    if row.number and not pictures:
        pictures = (number_picture(row.number, writer.theme.colours.ink),)
    for picture in pictures:
        size = measures.row_picture(picture, writer.theme)
        yield paragraph(style, drawing(writer.ledger, picture, *size))
        style = below or style
