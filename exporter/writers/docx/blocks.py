"""The blocks of a document as paragraphs and tables.

Everything yields whole elements of the body, one string each, so that the body can see where two
tables would run into one and where a section may end.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import assert_never

from exporter import qr_codes
from exporter.edition import Theme
from exporter.model import (
    Block,
    Blocks,
    Box,
    Cell,
    Definitions,
    Document,
    Figure,
    Furniture,
    Inlines,
    List,
    Paragraph,
    PictureRow,
    QrCode,
    Question,
    Quote,
    Records,
    Table,
    caption_lead,
)
from exporter.walk import plain_text
from exporter.writers import icons
from exporter.writers.docx import breaking, keeping, measures, picture_rows, questions
from exporter.writers.docx.captions import caption
from exporter.writers.docx.elements import ended_cell, marked
from exporter.writers.docx.inlines import InlineWriter, Manner, language_mark
from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import paragraph, run, twips
from exporter.writers.docx.numbering import FIRST_LIST, item_indent
from exporter.writers.docx.pictures import drawing
from exporter.writers.docx.places import (
    Markers,
    Position,
    box_place,
    box_styles,
    list_place,
    list_style,
    list_template,
    paragraph_style,
    quotation_style,
)
from exporter.writers.docx.tables import (
    Grid,
    data_table,
    grid_of,
)

_DEEPEST_LIST = 8


def heading_style(level: int) -> str:
    """The style of a heading that the program sets."""
    return "Furniture Heading" if level == 2 else f"Furniture Heading {min(6, level)}"


@dataclass(frozen=True, slots=True)
class BlockWriter:
    """Writes the blocks of one section. `heading` names a table that has no caption; `level` is
    that of the headings that the program sets here."""

    document: Document
    theme: Theme
    ledger: Ledger
    inlines: InlineWriter
    heading: str = ""
    level: int = 2
    goes_on: bool = False
    """Whether more of the same part follows, so that a last row of easy read is not alone."""

    @property
    def text_width(self) -> float:
        return measures.word_page(self.theme.page).text_width

    def blocks(self, blocks: Blocks, position: Position = Position()) -> Iterator[str]:  # noqa: B008
        """Every block; rows of easy read that follow each other share one table."""
        in_text = replace(position, large=False) in (Position(), Position("furniture"))
        for in_table, group in groupby(
            blocks, lambda b: in_text and picture_rows.goes_in_rows(b, self.theme)
        ):
            if in_table:
                rows = [block for block in group if isinstance(block, PictureRow)]
                last = rows[-1] is blocks[-1]
                writer = self if last else replace(self, goes_on=True)
                yield picture_rows.together(writer, rows, position)
            else:
                for block, after in pairwise((*group, None)):
                    assert block is not None
                    written = self.block(block, position)
                    first = block is blocks[0]
                    held = keeping.announces(block, after, first=first)
                    yield from map(keeping.kept, written) if held else written

    def block(self, block: Block, position: Position) -> Iterator[str]:
        match block:
            case Paragraph():
                lead = block.lead and position == Position()
                style = "Lead" if lead else paragraph_style(position)
                yield paragraph(style, self.inlines.write(block.children))
            case List():
                yield from self._list(block, position)
            case Quote():
                yield from self._quote(block, position)
            case Definitions():
                yield from self._definitions(block, position)
            case Box():
                yield from self._box(block, position)
            case Figure():
                yield from self._figure(block, position)
            case Table():
                yield from self._table(block, "Data Table", position)
            case Records():
                yield from self._records(block, position)
            case PictureRow():
                yield from picture_rows.stacked(self, block, position)
            case QrCode():
                yield from self._code(block, position)
            case Question():
                yield from questions.question(block, position, self.theme, self.inlines)
            case Furniture():
                words = run(block.heading, language_mark(block.heading_language))
                yield paragraph(heading_style(self.level), words)
                yield from self.blocks(block.blocks, Position("furniture", large=block.large))
            case _:
                assert_never(block)

    # ---- lists, quotations, definitions ------------------------------------------------------

    def _list(self, block: List, position: Position) -> Iterator[str]:
        level = position.level + 1
        inside = replace(position, level=level)
        depth = min(level, _DEEPEST_LIST) - 1
        if block.style in ("bullet", "plain"):
            number = list_template(block.style, position.place) + 1
        else:
            template = self._template(block, position)
            number = self.ledger.new_list(template, depth, block.start, FIRST_LIST)
        marker = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'
        style = list_style(block.style, inside)
        written = []
        for item in block.items:
            first, rest = _first(item.blocks)
            words = paragraph(style, self.inlines.write(first), marker)
            written.append([words, *self.blocks(rest, inside)])
        lengths = [keeping.lines(item.blocks[:1]) for item in block.items]
        yield from keeping.items(written, lengths)

    def _template(self, block: List, position: Position) -> int:
        """The abstract list with the markers of a list that counts."""
        if block.style == "number" and block.delimiter == ".":
            return list_template(block.style, position.place)
        kind = Markers(block.style, block.delimiter, list_place(position.place))
        return self.ledger.kind_of_list(kind, FIRST_LIST - 1)

    def _quote(self, block: Quote, position: Position) -> Iterator[str]:
        for words in block.paragraphs:
            yield paragraph(quotation_style(position), self.inlines.write(words))
        if block.source:
            style = quotation_style(position, source=True)
            yield paragraph(style, self.inlines.write(block.source))

    def _definitions(self, block: Definitions, position: Position) -> Iterator[str]:
        furniture = position.place == "furniture"
        term, meaning = (
            ("Furniture Label", "Furniture Text") if furniture else ("Term", "Definition")
        )
        inside = replace(position, level=0, in_definition=True)
        for entry in block.entries:
            words = self.inlines.write(entry.term, Manner(bold=True))
            yield paragraph(term, self.ledger.bookmark(entry.anchor, words))
            first, rest = _first(entry.blocks)
            yield paragraph(meaning, self.inlines.write(first))
            yield from self.blocks(rest, inside)

    # ---- boxes and figures -------------------------------------------------------------------

    def _box(self, block: Box, position: Position) -> Iterator[str]:
        label, words = box_styles(block.kind, position)
        named = run(block.label, language_mark(block.label_language))
        if icons.has_icon(block.kind) and position.place != "furniture":
            colours = self.theme.colours
            on_dark = label == "Label Warning"
            sign = icons.picture(block.kind, colours.paper if on_dark else colours.ink)
            named = drawing(self.ledger, sign, *measures.SIGN) + run("\u2002") + named
        yield paragraph(label, self.ledger.bookmark(block.anchor, named))
        furniture = position.place == "furniture"
        inside = Position("furniture" if furniture else box_place(block.kind))
        written: list[str] = []
        for part in block.blocks:
            if isinstance(part, Paragraph):
                written.append(paragraph(words, self.inlines.write(part.children)))
            else:
                written += self.block(part, inside)
        yield from keeping.box(block.blocks, written)

    def _figure(self, block: Figure, position: Position) -> Iterator[str]:
        indent = item_indent(position.level, list_place(position.place), self.theme)
        indent = indent if position.level else 0.0
        room = self.text_width - indent
        under = f'<w:ind w:left="{twips(indent)}"/>' if indent else ""
        words = caption(block, self.inlines)
        style = "Figure with Caption" if words else "Figure Alone"
        if position.place == "furniture":
            style = "Furniture Figure"
        for number, picture in enumerate(block.pictures):
            content = drawing(self.ledger, picture, *measures.figure(picture, room, self.theme))
            last = number == len(block.more)
            held = style if last or style == "Furniture Figure" else "Figure Alone"
            anchor = "" if number else block.anchor
            yield paragraph(held, self.ledger.bookmark(anchor, content), under)
        if words:
            name = "Furniture Text" if position.place == "furniture" else "Caption"
            yield paragraph(name, words, under)

    def _code(self, block: QrCode, position: Position) -> Iterator[str]:
        """The code above its words: furniture, wherever it stands."""
        side = min(qr_codes.side(block), self.text_width)
        within = " Box" if list_place(position.place) == "box" else ""
        content = drawing(self.ledger, qr_codes.drawn(block), side, side)
        yield paragraph(f"Furniture Code{within}", content)
        yield paragraph(f"Furniture Code Words{within}", self.inlines.write(block.words))

    # ---- tables ------------------------------------------------------------------------------

    def _table(self, block: Table, style: str, position: Position) -> Iterator[str]:
        if position.place == "furniture":
            yield from self._lines(block)
            return
        words = caption(block, self.inlines)
        if words:
            yield paragraph("Caption Above", self.ledger.bookmark(block.anchor, words))
        title = caption_lead(block.label, block.caption) + plain_text(block.caption)
        turned = self.document.right_to_left
        grid = grid_of(block, style, self.text_width, title or self.heading, turned)
        anchor = "" if words else block.anchor
        yield data_table(grid, self._rows_of_cells(block, grid, anchor))

    def _rows_of_cells(self, block: Table, grid: Grid, anchor: str) -> Iterator[tuple[str, ...]]:
        """The cells of each row. The first header cell says to JAWS which headers there are."""
        self.ledger.tables += 1
        kind = "Title" if grid.header_row and grid.header_column else (
            "ColumnTitle" if grid.header_row else "RowTitle"
        )  # fmt: skip
        name = f"{kind}{self.ledger.tables}" if grid.header_row or grid.header_column else ""
        if block.columns:
            words = [run(column) for column in block.columns]
            words[0] = self.ledger.bookmark(anchor, self.ledger.named(name, words[0]))
            yield tuple(paragraph("Table Header Kept", content) for content in words)
        for index, row in enumerate(block.rows):
            first = index == 0 and not block.columns
            head = "Table Header Kept" if keeping.row_of_table(block, index) else "Table Header"
            cells = [
                self.within(grid.widths[column]).cell(
                    cell, head if block.header_column and column == 0 else ""
                )
                for column, cell in enumerate(row)
            ]
            if first:
                cells[0] = marked(cells[0], self.ledger, name, anchor)
            yield tuple(cells)

    def within(self, width: float) -> BlockWriter:
        """The writer of what stands in a cell, whose words must not break where lines are short."""
        room = breaking.room(width - 2 * _CELL_SIDE, self.theme)
        return replace(self, inlines=replace(self.inlines, room=room, in_cell=True))

    def cell(self, cell: Cell, header: str) -> str:
        """`header` is the style of a header cell."""
        if not header:
            return ended_cell("".join(self.blocks(cell.blocks, Position("cell"))))
        first, rest = _first(cell.blocks)
        words = paragraph(header, self.inlines.write(first, Manner(bold=True)))
        return ended_cell(words + "".join(self.blocks(rest, Position("cell"))))

    def _records(self, block: Records, position: Position) -> Iterator[str]:
        titled = bool(block.label or block.caption)
        if titled:
            label = "Furniture Label" if position.place == "furniture" else "Label Records"
            words = caption(block, self.inlines, Manner(bold=True))
            yield paragraph(label, self.ledger.bookmark(block.anchor, words))
        for index, table in enumerate(block.tables):
            anchor = block.anchor if not titled and index == 0 else table.anchor
            table = replace(table, anchor=anchor, widths=self._widths(table))
            yield from self._table(table, "Record Table", position)

    def _widths(self, record: Table) -> tuple[float, float]:
        """The heads of a record's cells need more room than on paper: Word parts them at a hyphen,
        and the reader's typeface may be wide."""
        heads = [plain_text(_first(row[0].blocks)[0]) for row in record.rows]
        longest = max((word for head in heads for word in head.split()), key=len, default="")
        room = measures.estimated(longest) * self.theme.size * _BOLD + 2 * _CELL_SIDE
        share = min(_MOST_OF_HEADS, max(record.widths[0], room / self.text_width))
        return share, 1 - share

    def _lines(self, block: Table) -> Iterator[str]:
        """A table among the program's own words: a line for each row, so it stays furniture."""
        for row in block.rows:
            words = " – ".join(plain_text(_first(cell.blocks)[0]) for cell in row)
            yield paragraph("Furniture Text", run(words))


_BOLD, _CELL_SIDE, _MOST_OF_HEADS = 1.2, 6.0, 0.45


def _first(blocks: Blocks) -> tuple[Inlines, Blocks]:
    """The words of the first paragraph, and the blocks after it."""
    if blocks and isinstance(blocks[0], Paragraph):
        return blocks[0].children, blocks[1:]
    return (), blocks
