"""Tables: a quiet header, thin lines between rows, no row cut that fits on a page.

Each table is one Table element however many pages it goes over; the header row that comes again at
the head of a page is an artifact. Contract: widths are fractions that add up to 1; a
column too narrow for its longest word takes room from the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from exporter.model import Cell, Records, Table, Text
from exporter.writers.pdf_reportlab.columns import column_widths, gutter
from exporter.writers.pdf_reportlab.look import accent
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    Rule,
    Strip,
    first_anchor,
    gap_between,
    keep_together,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node, header_scope
from exporter.writers.pdf_reportlab.workshop import Setting

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter


_RATHER_WHOLE = 15.0
"""The price of cutting a record: better than a page that is two fifths empty."""

_TORN_RECORD = 3.0
"""The price of parting one whose heads stand above its cells: it may be as long as a page."""

_STANDS_ALONE = 4.5
"""A row of so many lines is seen as it is, also without another one beside it."""


def table(setter: BlockSetter, block: Table, node: Node, width: float) -> list[Strip]:
    strips = _table(setter, block, node, width, column_widths(setter, [block], width))
    strips[0].above = strips[-1].below = setter.shop.look.gap * 1.6
    return strips


def records(setter: BlockSetter, block: Records, node: Node, width: float) -> list[Strip]:
    """A table set as rows: a small table for each record, under one label."""
    look = setter.shop.look
    strips = setter.caption(block, node, "Label", width)
    setter.shop.target(block.anchor, node)
    if strips:
        keep_together(strips)[-1].price = NEVER
    columns = [] if block.above else column_widths(setter, block.tables, width)
    for record in block.tables:
        new = (
            _stacked(setter, record, node, width)
            if block.above
            else _table(setter, record, node, width, columns)
        )
        new[0].above = new[-1].below = look.gap * 1.9
        strips.extend(new)
    strips[0].above = look.gap * 1.6
    first_anchor(strips, block.anchor)
    return strips


def _stacked(setter: BlockSetter, block: Table, node: Node, width: float) -> list[Strip]:
    """A record with each head above its cell, whose lines share out to pages as text does."""
    look = setter.shop.look
    holder = node.add("Table")
    setter.shop.target(block.anchor, holder)
    caption = keep_together(setter.caption(block, holder, "Caption", width))
    strips: list[Strip] = [
        Rule(height=1.5, width=width, colour=accent(), price=NEVER, hug=look.gap * 0.5),
        *caption,
    ]
    if caption:
        strips[-1].price = NEVER
    body = holder.add("TBody")
    for head, cell in block.rows:
        row = body.add("TR")
        title, words = row.add("TH"), row.add("TD")
        title.attributes.append(header_scope("Row"))
        style = replace(look.cell.bolder(), colour=look.accent)
        label = setter.first_words(head.blocks, title, width, Setting(style, look.gap * 0.5))
        keep_together(label)[-1].price = NEVER
        label[0].above, label[-1].hug = look.gap * 0.7, look.gap * 0.15
        said = setter.first_words(cell.blocks, words, width, Setting(look.cell, look.gap * 0.5))
        strips += [*label, *_parting(said)]
    if caption:
        # said again, as the head of a table is: nobody turns back to see whose lines these are
        again = Beside(
            height=stack_height(caption) + look.gap * 0.5,
            columns=(Column(0, 0, tuple(caption)),),
            repeated=True,
        )
        for strip in strips[len(caption) + 1 :]:
            strip.head = again
        for strip in strips[len(caption) + 1 : -1]:
            strip.price += _TORN_RECORD
    strips[0].source = block
    first_anchor(strips, block.anchor)
    return strips


def _parting(said: list[Strip]) -> list[Strip]:
    """A page may begin after the first words of a cell, unless they are one line under a head."""
    first = sum(strip.source is said[0].source for strip in said)
    if 1 < first < len(said):
        said[first - 1].price = 0.0
    return said


def _table(
    setter: BlockSetter, block: Table, node: Node, width: float, columns: list[float]
) -> list[Strip]:
    look = setter.shop.look
    holder = node.add("Table")
    setter.shop.target(block.anchor, holder)
    strips = setter.caption(block, holder, "Caption", width)
    if strips:
        keep_together(strips)[-1].price = NEVER
        strips[-1].hug = look.gap * 0.4
    again: Beside | None = None
    if block.columns:
        head = _header_row(setter, block, holder, columns, width)
        head.price = NEVER
        again = Beside(
            height=head.height, columns=head.columns, grounds=head.grounds, repeated=True
        )
    elif strips:
        room = stack_height(strips) + look.gap * 0.4
        rule = (0.0, room - look.hairline, width, look.hairline, look.line)
        caption = (Column(0, 0, tuple(strips)),)
        again = Beside(height=room, columns=caption, grounds=(rule,), repeated=True)
    if block.columns:
        strips.append(head)
    body = holder.add("TBody")
    rows = [_row(setter, block, cells, body, columns, width) for cells in block.rows]
    for strip in (strip for row in rows for strip in row):
        strip.head = again
        strip.price = strip.price if block.columns else _RATHER_WHOLE
    if not block.columns:
        rows[0][0].grounds = (*rows[0][0].grounds, (0, 0, width, look.hairline, look.line))
    keep_ends(rows, 4 if block.columns else 3, look.cell.leading * _STANDS_ALONE)
    strips.extend(strip for row in rows for strip in row)
    strips[-1].price = 0.0
    strips[0].source = block
    first_anchor(strips, block.anchor)
    return strips


def keep_ends(rows: list[list[Beside]], least: int, tall: float) -> None:
    """No low row is alone at the head or the foot of a page; so many low rows stay together."""
    for row, alone in _ends(rows, least):
        if alone[0].height < tall:
            row[-1].price = max(row[-1].price, 400.0)


def _ends(rows: list[list[Beside]], least: int) -> Iterator[tuple[list[Beside], list[Beside]]]:
    """Each row after which a page should not begin, and the row that would then be alone."""
    if len(rows) > least:
        yield rows[0], rows[0]
        yield rows[-2], rows[-1]
    else:
        for upper, lower in pairwise(rows):
            yield upper, min(upper, lower, key=lambda row: row[0].height)


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
            setter.shop.plain_lines(
                (Text(words),), look.cell.bolder(), cell, column - gutter(setter)
            )
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
            setter.first_words(cell.blocks, holder, columns[index] - gutter(setter), setting)
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
