"""Tables: header row and header column, rows that do not split, title and description."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exporter.model import Paragraph, Table
from exporter.walk import plain_text
from exporter.writers.docx.markup import escape, style_id, twips


@dataclass(frozen=True, slots=True)
class Grid:
    """The frame of a table: its style, its columns in points, and what is said about it."""

    style: str
    widths: tuple[float, ...]
    header_row: bool
    header_column: bool
    title: str
    description: str
    right_to_left: bool = False


def grid_of(table: Table, style: str, text_width: float, title: str, turned: bool) -> Grid:
    """The frame of a table of the model."""
    return Grid(
        style=style,
        widths=tuple(width * text_width for width in table.widths),
        header_row=bool(table.columns),
        header_column=table.header_column,
        title=title,
        description=_description(table),
        right_to_left=turned,
    )


def _description(table: Table) -> str:
    """What the table is about, without words of any language: its header cells."""
    if table.columns:
        return "; ".join(table.columns)
    heads = [row[0].blocks[0] for row in table.rows]
    return "; ".join(plain_text(head.children) for head in heads if isinstance(head, Paragraph))


def data_table(grid: Grid, rows: Iterable[tuple[str, ...]]) -> str:
    """A table with headers; each cell is its paragraphs."""
    made = [
        _row(cells, grid, header=grid.header_row and not index) for index, cells in enumerate(rows)
    ]
    return f"<w:tbl>{_properties(grid)}{_columns(grid.widths)}{''.join(made)}</w:tbl>"


def _properties(grid: Grid) -> str:
    """In the order of the schema; Word's own check wants the description as well as the title."""
    total = sum(map(twips, grid.widths))
    value = 0x0600 | (0x0020 if grid.header_row else 0) | (0x0080 if grid.header_column else 0)
    turned = "<w:bidiVisual/>" if grid.right_to_left else ""
    return (
        f'<w:tblPr><w:tblStyle w:val="{style_id(grid.style)}"/>{turned}'
        f'<w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="{value:04X}" w:firstRow="{int(grid.header_row)}" w:lastRow="0" '
        f'w:firstColumn="{int(grid.header_column)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escape(grid.title)}"/>'
        f'<w:tblDescription w:val="{escape(grid.description)}"/></w:tblPr>'
    )


def _columns(widths: tuple[float, ...]) -> str:
    columns = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return f"<w:tblGrid>{columns}</w:tblGrid>"


def _row(cells: tuple[str, ...], grid: Grid, *, header: bool) -> str:
    marks = "<w:cantSplit/><w:tblHeader/>" if header else "<w:cantSplit/>"
    made = "".join(_cell(cell, width) for cell, width in zip(cells, grid.widths, strict=True))
    return f"<w:tr><w:trPr>{marks}</w:trPr>{made}</w:tr>"


def _cell(content: str, width: float, *, middle: bool = False) -> str:
    width_of = f'<w:tcW w:w="{twips(width)}" w:type="dxa"/>'
    aligned = '<w:vAlign w:val="center"/>' if middle else ""
    return f"<w:tc><w:tcPr>{width_of}{aligned}</w:tcPr>{content}</w:tc>"


def layout_table(
    pairs: Iterable[tuple[str, str]],
    widths: tuple[float, float],
    *,
    space: float,
    right_to_left: bool = False,
    middle: bool = False,
) -> str:
    """Picture left, words right: a plain table that says it is none. `middle`: the words stand
    beside the middle of the picture.

    No table style and no header (a false header would be read out in each cell); two cells in
    every row, neither empty; rows that do not split (reference/word.md, way A).
    """
    turned = "<w:bidiVisual/>" if right_to_left else ""
    rows = "".join(
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        f"{_cell(left, widths[0])}{_cell(right, widths[1], middle=middle)}</w:tr>"
        for left, right in pairs
    )
    margins = (
        f'<w:top w:w="{twips(space / 4)}" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        f'<w:bottom w:w="{twips(space * 3 / 4)}" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    )
    return (
        f'<w:tbl><w:tblPr>{turned}<w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{margins}</w:tblCellMar>'
        '<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" '
        'w:lastColumn="0" w:noHBand="0" w:noVBand="0"/></w:tblPr>'
        f"{_columns(widths)}{rows}</w:tbl>"
    )
