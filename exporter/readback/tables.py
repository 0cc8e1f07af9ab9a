"""Which cells head which: the headers of every cell of a table, from scopes and positions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from exporter.readback.blocks import Block, Told

Scope = Literal["", "row", "column", "both"]

MOST_SPANNED = 200
"""No cell is taken to span more than this, whatever a stranger's file says."""


@dataclass(slots=True)
class RawCell:
    """A cell as it stands in the file. Its first block is the cell itself."""

    header: bool
    scope: Scope = ""
    columns: int = 1
    rows: int = 1
    name: str = ""
    """What other cells call it by."""
    named_headers: tuple[str, ...] = ()
    blocks: list[Block] = field(default_factory=list)

    @property
    def words(self) -> str:
        first = self.blocks[0] if self.blocks else None
        return first.entry.text if isinstance(first, Told) else ""


@dataclass(slots=True)
class RawRow:
    head: bool = False
    """Whether the row stands in the head of the table."""
    cells: list[RawCell] = field(default_factory=list)


def told(rows: list[RawRow]) -> Iterator[Block]:
    """The blocks of all cells in reading order, with their headers."""
    by_name = {cell.name: cell for row in rows for cell in row.cells if cell.name}
    over: dict[int, list[str]] = {}
    """The words of the header cells met so far in each column."""
    taken: dict[int, tuple[int, tuple[str, ...]]] = {}
    """For each column how many rows below are taken by a cell above, and its row headers."""
    for row in rows:
        placed = list(_placed(row, taken))
        beside = _row_headers(row, taken)
        taken = _below(row, placed, taken)
        new_heads: dict[int, list[str]] = {}
        for column, cell in placed:
            if cell.header and _scope(cell, row) in ("column", "both"):
                for spanned in range(column, column + _span(cell.columns)):
                    new_heads.setdefault(spanned, []).append(cell.words)
            headers = () if cell.header else _headers(cell, row, beside, over.get(column, []))
            if not cell.header and cell.named_headers:
                headers = _named(cell, row, by_name)
            yield from _with_headers(cell, headers)
        for column, words in new_heads.items():
            over.setdefault(column, []).extend(words)


def _headers(cell: RawCell, row: RawRow, beside: list[str], over: list[str]) -> tuple[str, ...]:
    return tuple(words for words in (*beside, *over) if words)


def _named(cell: RawCell, row: RawRow, by_name: dict[str, RawCell]) -> tuple[str, ...]:
    """Headers that the cell names itself: those of its own row first, as everywhere."""
    heads = [by_name[name] for name in cell.named_headers if name in by_name]
    own = [id(one) for one in row.cells]
    ordered = sorted(heads, key=lambda head: id(head) not in own)
    return tuple(head.words for head in ordered if head.words)


def _scope(cell: RawCell, row: RawRow) -> Scope:
    if cell.scope:
        return cell.scope
    return "column" if row.head or all(one.header for one in row.cells) else "row"


def _span(number: int) -> int:
    return max(1, min(number, MOST_SPANNED))


def _placed(
    row: RawRow, taken: dict[int, tuple[int, tuple[str, ...]]]
) -> Iterator[tuple[int, RawCell]]:
    """Each cell with its column, past those that cells above still cover."""
    column = 0
    for cell in row.cells:
        while column in taken:
            column += 1
        yield column, cell
        column += _span(cell.columns)


def _row_headers(row: RawRow, taken: dict[int, tuple[int, tuple[str, ...]]]) -> list[str]:
    spanning = [words for _, heads in taken.values() for words in heads]
    own = [c.words for c in row.cells if c.header and _scope(c, row) in ("row", "both")]
    return spanning + own


def _below(
    row: RawRow,
    placed: list[tuple[int, RawCell]],
    taken: dict[int, tuple[int, tuple[str, ...]]],
) -> dict[int, tuple[int, tuple[str, ...]]]:
    """What is taken in the next row."""
    below = {column: (left - 1, heads) for column, (left, heads) in taken.items() if left > 1}
    for column, cell in placed:
        if _span(cell.rows) > 1:
            heads_row = cell.header and _scope(cell, row) in ("row", "both")
            for offset in range(_span(cell.columns)):
                heads = (cell.words,) if heads_row and offset == 0 else ()
                below[column + offset] = (_span(cell.rows) - 1, heads)
    return below


def _with_headers(cell: RawCell, headers: tuple[str, ...]) -> Iterator[Block]:
    for index, block in enumerate(cell.blocks):
        if index == 0 and isinstance(block, Told):
            yield replace(block, entry=replace(block.entry, headers=headers))
        else:
            yield block
