"""What stays on one page with what follows it.

By styles, for nothing is formatted directly: `Body Text Kept` is `Body Text` that keeps with the
next paragraph. Lengths are told at the size of large print, so that every edition keeps the same.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from exporter.model import Block, Blocks, List, Paragraph, Question, Records, Table
from exporter.walk import blocks_within, plain_text
from exporter.writers.docx import measures
from exporter.writers.docx.markup import style_id
from exporter.writers.docx.style_sheet import Style

_LINE = 24.0
"""Letters of a line are told in sizes; so many of large print have room on one."""
_BOX_LINE = _LINE - 3
_WHOLE_BOX, _ANNOUNCES = 9, 3
_WHOLE_RECORD = 10
"""The most lines of a box, of words before a list or table, and of a record that stay together."""

_LOW_ROW = 3
"""The most paragraphs beside the picture of a row that stays with another."""

_LISTS = ("List Bullet", "List Number", "List Plain", "List Continue")
_IN_BOXES = tuple(
    f"{name} {place}" for name in _LISTS for place in ("Box", "Box 2", "Light", "Light 2")
)
KEPT = (
    "Body Text", "Box Text", "Box Text Light", "Row Picture", "Furniture Text", "Furniture List",
    "Furniture Text Small", "Furniture List Small",
    *_LISTS, *_IN_BOXES,
)  # fmt: skip
"""The styles that have a form which keeps with the next paragraph."""
_IDS = frozenset(map(style_id, KEPT))
_START = '<w:p><w:pPr><w:pStyle w:val="'


def kept_styles() -> Iterator[Style]:
    for name in KEPT:
        yield Style(name=f"{name} Kept", based_on=name, next=name, keep_next=True, shown=False)


def kept(element: str) -> str:
    """A paragraph that keeps with the next, if its style has such a form."""
    if not element.startswith(_START):
        return element
    end = element.index('"', len(_START))
    name = element[len(_START) : end]
    return f"{_START}{name}Kept{element[end:]}" if name in _IDS else element


def items(written: Iterable[list[str]], lengths: Iterable[int]) -> Iterator[str]:
    """The items of a list: the last does not begin a page alone, nor do a few words end one whose
    own list or question is on the next. `lengths` are the lines of their first paragraphs."""
    every = [list(item) for item in written]
    for item, length in zip(every, lengths, strict=True):
        if len(item) > 1 and length < _ANNOUNCES:
            item[0] = kept(item[0])
    if len(every) > 1:
        every[-2][-1] = kept(every[-2][-1])
    for item in every:
        yield from item


def answers(written: list[str]) -> list[str]:
    """The answers to a question: few are seen at once; of many, not all need be."""
    if len(written) > _WHOLE_BOX:
        return written
    return [*map(kept, written[:-1]), *written[-1:]]


def announces(block: Block, after: Block | None, *, first: bool) -> bool:
    """Whether words stay with what follows: before a list, or alone between heading and table."""
    if not isinstance(block, Paragraph) or lines((block,)) > _ANNOUNCES:
        return False
    return isinstance(after, List) or (first and isinstance(after, Table | Records))


def box(blocks: Blocks, written: list[str]) -> list[str]:
    """What stands in a box, under its label: all of a short one on one page."""
    if lines(blocks, _BOX_LINE) > _WHOLE_BOX:
        return written
    return [*map(kept, written[:-1]), *written[-1:]]


def rows(pairs: Iterable[tuple[str, str]], *, goes_on: bool) -> Iterator[tuple[str, str]]:
    """Rows of easy read: the last of a part does not begin a page alone, if it is no higher than
    its one picture and so is the row before. Word asks the first paragraph of the first cell of a
    row."""
    every = list(pairs)
    low = (
        not goes_on
        and len(every) > 1
        and all(
            left.count(_START) == 1 and right.count(_START) <= _LOW_ROW
            for left, right in every[-2:]
        )
    )
    for index, (left, right) in enumerate(every):
        yield (kept(left) if low and index == len(every) - 2 else left), right


def row_of_table(table: Table, row: int) -> bool:
    """Whether a row stays on the page of the next: a record whole, and no row of a table alone.

    Word asks the first paragraph of a row's first cell, and gives up where a page is too short. A
    record that is long would leave the page before it empty, so it may go on like a table.
    """
    last = len(table.rows) - 1
    if not table.columns and _height(table) <= _WHOLE_RECORD:
        return row < last
    two = not table.columns and last == 1  # of a long record each has its own page, if need be
    return row < last and row in (0, last - 1) and not two


def _height(table: Table) -> int:
    return sum(
        max(
            lines(cell.blocks, max(4.0, _LINE * width))
            for cell, width in zip(row, table.widths, strict=True)
        )
        for row in table.rows
    )


def lines(blocks: Blocks, width: float = _LINE) -> int:
    """About how many lines some blocks have, in a column so many sizes wide."""
    return sum(
        max(1, math.ceil(measures.estimated(plain_text(part.children)) / width)) + _to_fill_in(part)
        for part in blocks_within(blocks)
        if isinstance(part, Paragraph | Question)
    )


def _to_fill_in(block: Paragraph | Question) -> int:
    """The lines of answers, and of those to write on, which are twice as high."""
    return len(block.answers) + 2 * block.lines if isinstance(block, Question) else 0
