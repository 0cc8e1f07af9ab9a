"""Tables: a quiet header, thin lines between rows, no row cut that fits on a page.

Each table is one Table element however many pages it goes over; the header row that comes again at
the head of a page is an artifact. Contract: widths are fractions that add up to 1; a
column too narrow for its longest word takes room from the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from exporter.model import Cell, Inlines, List, Paragraph, Records, Table
from exporter.walk import blocks_within
from exporter.writers.pdf_reportlab.lines import WordTooWide, widest
from exporter.writers.pdf_reportlab.look import Style, accent
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    Strip,
    first_anchor,
    gap_between,
    keep_together,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node, header_scope
from exporter.writers.pdf_reportlab.words import Word
from exporter.writers.pdf_reportlab.workshop import Setting

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter


def table(
    setter: BlockSetter, block: Table, node: Node, width: float, level: int = 0
) -> list[Strip]:
    look = setter.shop.look
    holder = node.add("Table")
    setter.shop.target(block.anchor, holder)
    strips = setter.caption(block.label, block.caption, holder, "Caption", width)
    if strips:
        keep_together(strips)[-1].price = NEVER
        strips[-1].hug = look.gap * 0.4
    columns = _widths(setter, block, width)
    head = _header_row(setter, block, holder, columns, width) if block.columns else None
    if head:
        head.price = NEVER
        strips.append(head)
    body = holder.add("TBody")
    rows = [_row(setter, block, cells, body, columns, width) for cells in block.rows]
    if head:
        again = Beside(
            height=head.height, columns=head.columns, grounds=head.grounds, repeated=True
        )
        for row in rows:
            for strip in row:
                strip.head = again
    if not head and rows:
        rows[0][0].grounds = (*rows[0][0].grounds, (0, 0, width, look.hairline, look.line))
    for row in rows:
        strips.extend(row)
    if len(rows) > 1:
        rows[0][-1].price = NEVER if len(rows) <= 4 else 400.0
        rows[-2][-1].price = max(rows[-2][-1].price, 400.0)
    strips[0].above = look.gap * 1.6
    strips[-1].below = look.gap * 1.6
    first_anchor(strips, block.anchor)
    return strips


def records(setter: BlockSetter, block: Records, node: Node, width: float) -> list[Strip]:
    """A table set as rows: a small table for each record, under one label."""
    look = setter.shop.look
    strips = setter.caption(block.label, block.caption, node, "Label", width)
    setter.shop.target(block.anchor, node)
    if strips:
        keep_together(strips)[-1].price = NEVER
    for record in block.tables:
        new = table(setter, record, node, width)
        new[0].above, new[-1].below = look.gap * 1.9, look.gap * 1.9
        if len(record.rows) <= 6:
            keep_together(new)
        strips.extend(new)
    strips[0].above = look.gap * 1.6
    first_anchor(strips, block.anchor)
    return strips


def _header_row(
    setter: BlockSetter, block: Table, holder: Node, columns: list[float], width: float
) -> Beside:
    look = setter.shop.look
    row = holder.add("THead").add("TR")
    stacks = []
    for words, column in zip(block.columns, columns, strict=True):
        cell = row.add("TH")
        cell.attributes.append(header_scope("Column"))
        stacks.append(
            setter.shop.plain_lines(words, look.cell.bolder(), cell, column - _gutter(setter))
        )
    strip = _beside(setter, stacks, columns, bottom=True)
    thick = 1.5
    strip.grounds = (
        (0, 0, width, strip.height, accent(0.1)),
        (0, strip.height - thick, width, thick, accent()),
    )
    return strip


def _row(
    setter: BlockSetter,
    block: Table,
    cells: tuple[Cell, ...],
    body: Node,
    columns: list[float],
    width: float,
) -> list[Beside]:
    """A row as one strip; as several where it is taller than a page."""
    look = setter.shop.look
    row = body.add("TR")
    stacks: list[list[Strip]] = []
    for index, cell in enumerate(cells):
        heads = block.header_column and index == 0
        holder = row.add("TH" if heads else "TD")
        if heads:
            holder.attributes.append(header_scope("Row"))
        style = look.cell.bolder() if heads else look.cell
        setting = Setting(style, look.gap * 0.5)
        stacks.append(
            setter.first_words(cell.blocks, holder, columns[index] - _gutter(setter), setting)
        )
    room = look.text_height - 8 * look.cell.leading
    parts = [stacks]
    if max(map(stack_height, stacks)) > room:
        parts = _parted(stacks, room)
    strips = [_beside(setter, part, columns, bottom=part is parts[-1]) for part in parts]
    last = strips[-1]
    last.grounds = ((0, last.height - look.hairline, width, look.hairline, look.line),)
    return strips


def _parted(stacks: list[list[Strip]], room: float) -> list[list[list[Strip]]]:
    """The strips of a row's cells, shared out to rows no taller than `room`."""
    parts: list[list[list[Strip]]] = []
    for index, stack in enumerate(stacks):
        number, height = 0, 0.0
        above: Strip | None = None
        for strip in stack:
            more = strip.height + (gap_between(above, strip) if above else 0)
            if height + more > room and above:
                number, height, more = number + 1, 0.0, strip.height
            while len(parts) <= number:
                parts.append([[] for _ in stacks])
            parts[number][index].append(strip)
            height += more
            above = strip
    return parts


def _beside(
    setter: BlockSetter, stacks: list[list[Strip]], columns: list[float], *, bottom: bool
) -> Beside:
    look = setter.shop.look
    pad = look.cell.size * 0.42
    x, placed = 0.0, []
    for stack, column in zip(stacks, columns, strict=True):
        placed.append(Column(x + _inset(setter), pad, tuple(stack)))
        x += column
    height = max(map(stack_height, stacks)) + pad + (pad + look.hairline if bottom else 0)
    return Beside(height=height, columns=tuple(placed))


def _inset(setter: BlockSetter) -> float:
    """From the edge of a column to its words."""
    return setter.shop.look.cell.size * 0.4


def _gutter(setter: BlockSetter) -> float:
    """What a column needs beside its words."""
    return setter.shop.look.cell.size * 1.0


# ---- widths ----------------------------------------------------------------------------------


def _widths(setter: BlockSetter, block: Table, width: float) -> list[float]:
    """The columns' widths in points; each holds its longest word."""
    asked = [share * width for share in block.widths]
    needs = [
        _need(setter, block, index) + _gutter(setter) + 0.01 for index in range(len(block.widths))
    ]
    short = sum(max(0.0, need - has) for need, has in zip(needs, asked, strict=True))
    if short == 0:
        return asked
    spare = [max(0.0, has - need) for need, has in zip(needs, asked, strict=True)]
    if sum(spare) < short:
        index = max(range(len(needs)), key=lambda each: needs[each] - asked[each])
        word = _longest_word(setter, block, index)
        raise WordTooWide(word, needs[index] - _gutter(setter), asked[index], block.place)
    return [
        max(need, has) - part * short / sum(spare)
        for need, has, part in zip(needs, asked, spare, strict=True)
    ]


def _need(setter: BlockSetter, block: Table, index: int) -> float:
    """The width of the widest word of a column, with the indent of a list that holds it."""
    look = setter.shop.look
    bold = look.cell.bolder()
    most = 0.0
    if block.columns:
        most = widest(setter.shop.setter.plain(block.columns[index], bold, None))
    for row in block.rows:
        style = bold if block.header_column and index == 0 else look.cell
        for inlines, indent in _inlines(row[index]):
            most = max(most, widest(_unclaimed(setter, inlines, style)) + indent * style.size)
    return most


def _inlines(cell: Cell) -> Iterator[tuple[Inlines, float]]:
    """All words of a cell, with the indent of the list in which they stand, in sizes."""
    inside = sum(isinstance(block, List) for block in blocks_within(cell.blocks))
    for block in blocks_within(cell.blocks):
        match block:
            case Paragraph():
                yield block.children, 1.65 * min(inside, 2)
            case _:
                pass


def _unclaimed(setter: BlockSetter, inlines: Inlines, style: Style) -> list[Word]:
    return setter.shop.setter.set(inlines, style, None)


def _longest_word(setter: BlockSetter, block: Table, index: int) -> str:
    words: list[Word] = []
    if block.columns:
        words += setter.shop.setter.plain(
            block.columns[index], setter.shop.look.cell.bolder(), None
        )
    for row in block.rows:
        for inlines, _ in _inlines(row[index]):
            words += _unclaimed(setter, inlines, setter.shop.look.cell)
    return max(words, key=lambda word: word.width).text if words else ""
