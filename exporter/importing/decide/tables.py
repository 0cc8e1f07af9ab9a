"""Tables: what is one, what is a box, what are rows of easy read, and what heads the columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporter.importing.decide.decisions import Decisions
from exporter.importing.walk.pieces import (
    Apart,
    Block,
    Grid,
    GridCell,
    Para,
    Shown,
    Told,
    paras_in,
    words_of,
)

_LEAST_ROWS = 2
_MOST_HEADER = 60


@dataclass(frozen=True, slots=True)
class EasyRow:
    """One idea of easy read: its pictures, or a big number, and its words."""

    pictures: tuple[Shown, ...]
    blocks: tuple[Block, ...]
    number: int
    figure: str = ""
    """The big number."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table with a cell in each place."""

    columns: tuple[str, ...]
    """Empty where nothing heads a column."""
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    header_column: bool
    number: int
    heads: tuple[Block, ...] = ()
    """What stands in the rows that head the columns: there may be more than words."""


def words_in(blocks: tuple[Block, ...]) -> str:
    """All words of some blocks, on one line."""
    return " ".join(filter(None, (words_of(para.inlines) for para in paras_in(blocks))))


def shown_in(blocks: tuple[Block, ...]) -> tuple[Shown, ...]:
    """All pictures of some blocks, in order."""
    return tuple(one for para in paras_in(blocks) for one in para.inlines if isinstance(one, Shown))


def read(grid: Grid, decisions: Decisions) -> Iterator[Block | EasyRow | Matrix]:
    """What a table is."""
    rows = tuple(row for row in grid.rows if any(_has_something(cell) for cell in row))
    if not rows:
        decisions.add("table-dropped", "", grid.number)
        return
    easy = _easy_rows(rows)
    width = max(sum(cell.columns for cell in row) for row in rows)
    if easy is not None:
        decisions.add("easy-read-table", _count(easy), grid.number)
        yield from easy
    elif width == 1 and not grid.heads:
        yield from _box(rows, grid, decisions)
    elif len(rows) == 1 and not grid.heads:
        decisions.add("layout-table", words_in(_blocks(rows)), grid.number)
        yield from _blocks(rows)
    else:
        yield _matrix(rows, width, grid, decisions)


def _has_something(cell: GridCell) -> bool:
    return bool(words_in(cell.blocks) or shown_in(cell.blocks) or _losses(cell.blocks))


def _losses(blocks: tuple[Block, ...]) -> bool:
    return any(isinstance(one, Told) for para in paras_in(blocks) for one in para.inlines)


def _blocks(rows: tuple[tuple[GridCell, ...], ...]) -> tuple[Block, ...]:
    return tuple(block for row in rows for cell in row for block in cell.blocks)


def _box(
    rows: tuple[tuple[GridCell, ...], ...], grid: Grid, decisions: Decisions
) -> Iterator[Block]:
    inside = _blocks(rows)
    decisions.add("box-table", words_in(inside), grid.number)
    yield Apart(inside, grid.number)


# ---- easy read -----------------------------------------------------------------------------------


def _easy_rows(rows: tuple[tuple[GridCell, ...], ...]) -> list[EasyRow | Para] | None:
    """The rows of a table of pictures and words; None where it is another table."""
    found: list[EasyRow | Para] = []
    pictures = 0
    for row in rows:
        cells = [cell for cell in row if _has_something(cell)]
        if len(row) > 3 or len(cells) > 3:
            return None
        silent = [cell for cell in cells if shown_in(cell.blocks) and not words_in(cell.blocks)]
        spoken = [cell for cell in cells if words_in(cell.blocks)]
        if len(spoken) == 2 and not silent and _is_figure(spoken[0]):
            found.append(_row((), spoken[1], words_in(spoken[0].blocks)))
        elif len(spoken) != 1:
            return None
        elif not silent and _is_heading(spoken[0]):
            found.append(_heading(spoken[0]))
        else:
            shown = tuple(one for cell in silent for one in shown_in(cell.blocks))
            pictures += bool(shown)
            found.append(_row(shown, spoken[0]))
    if pictures < _LEAST_ROWS or pictures * 2 < len(rows):
        return None
    return found


def _row(shown: tuple[Shown, ...], cell: GridCell, figure: str = "") -> EasyRow:
    number = next((para.number for para in paras_in(cell.blocks)), 0)
    return EasyRow((*shown, *shown_in(cell.blocks)), cell.blocks, number, figure)


def _is_figure(cell: GridCell) -> bool:
    words = words_in(cell.blocks)
    return len(words) < 12 and words[:1].strip("£€$").isalnum() and any(map(str.isdigit, words))


def _is_heading(cell: GridCell) -> bool:
    paras = [para for para in paras_in(cell.blocks) if words_of(para.inlines)]
    return len(paras) == 1 and (paras[0].role == "heading" or cell.columns > 1)


def _heading(cell: GridCell) -> Para:
    para = next(para for para in paras_in(cell.blocks) if words_of(para.inlines))
    return replace(para, role="heading", level=para.level or 9)


def _count(rows: list[EasyRow | Para]) -> str:
    return f"{sum(isinstance(row, EasyRow) for row in rows)} rows"


# ---- tables of facts -----------------------------------------------------------------------------


def _matrix(
    rows: tuple[tuple[GridCell, ...], ...], width: int, grid: Grid, decisions: Decisions
) -> Matrix:
    unfolded = _unfolded(rows, width, decisions)
    heads = min(grid.heads, len(unfolded) - 1)
    if heads:
        columns = _columns(unfolded[:heads])
    elif _may_head(unfolded[0]) and len(unfolded) > 1:
        heads = _rows_of_heads(rows)
        columns = _columns(unfolded[:heads])
        decisions.add("table-head-proposed", " | ".join(columns), grid.number)
    else:
        columns = ("",) * width
        decisions.add("table-head-missing", words_in(tuple(unfolded[0][0])), grid.number)
    body = unfolded[heads:]
    header_column = grid.heads_rows and all(_is_line(row[0]) for row in body)
    above = tuple(block for row in unfolded[:heads] for cell in row for block in cell)
    return Matrix(columns, tuple(body), header_column, grid.number, above)


def _rows_of_heads(rows: tuple[tuple[GridCell, ...], ...]) -> int:
    """Under a header that covers columns stand their own, beside headers that cover both rows."""
    first = rows[0]
    deep = max(cell.rows for cell in first)
    return deep if any(cell.columns > 1 for cell in first) and deep < len(rows) else 1


def _unfolded(
    rows: tuple[tuple[GridCell, ...], ...], width: int, decisions: Decisions
) -> list[tuple[tuple[Block, ...], ...]]:
    """A cell in each place; what covers several stands in each of them."""
    places: dict[tuple[int, int], tuple[Block, ...]] = {}
    for index, row in enumerate(rows):
        column = 0
        for cell in row:
            while (index, column) in places:
                column += 1
            if cell.columns * cell.rows > 1 and words_in(cell.blocks):
                number = next((para.number for para in paras_in(cell.blocks)), 0)
                decisions.add("merged-cell", words_in(cell.blocks), number)
            for down in range(min(cell.rows, len(rows) - index)):
                for right in range(cell.columns):
                    covered = (index + down, column + right)
                    places.setdefault(covered, cell.blocks)
            column += cell.columns
    return [tuple(places.get((n, column), ()) for column in range(width)) for n in range(len(rows))]


def _columns(heads: list[tuple[tuple[Block, ...], ...]]) -> tuple[str, ...]:
    """The words that head each column; of several rows of headers, one after the other."""
    columns = []
    for cells in zip(*heads, strict=True):
        words = dict.fromkeys(filter(None, map(words_in, cells)))
        columns.append(": ".join(words))
    return tuple(columns)


def _may_head(row: tuple[tuple[Block, ...], ...]) -> bool:
    words = list(map(words_in, row))
    return all(one and len(one) <= _MOST_HEADER for one in words[1:]) and len(words[0]) <= (
        _MOST_HEADER
    )


def _is_line(blocks: tuple[Block, ...]) -> bool:
    """Whether a cell holds one paragraph with words, and nothing else."""
    said = [block for block in blocks if not isinstance(block, Para) or words_of(block.inlines)]
    return (
        len(said) == 1
        and isinstance(said[0], Para)
        and said[0].item is None
        and not shown_in(blocks)
    )
