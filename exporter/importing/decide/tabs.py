"""Lines whose words stand in columns by tabs: a table that somebody typed."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from exporter.importing.decide.decisions import Decisions
from exporter.importing.walk.pieces import Block, Grid, GridCell, Inline, Para, Run, words_of

_MARKER = re.compile(r"\s*(?:[^\w\s]|\(?\w{1,4}[.)]|\d+(?:\.\d+)+)\s*")


def as_tables(blocks: tuple[Block, ...], decisions: Decisions) -> tuple[Block, ...]:
    """The blocks with such lines as tables: two or more that have as many cells."""
    made: list[Block] = []
    for count, group in groupby(blocks, _cells):
        many = list(group)
        if count < 2 or len(many) < 2:
            made += many
            continue
        rows = [one for one in many if isinstance(one, Para)]
        first = rows[0]
        decisions.add("table-by-tabs", words_of(first.inlines), first.number)
        made.append(Grid(tuple(map(_row, rows)), first.number))
    return tuple(made)


def _cells(block: Block) -> int:
    """How many cells a line has; 0 where it is none of a table."""
    if not isinstance(block, Para) or block.role != "plain" or block.item or block.boxed:
        return 0
    texts = ["".join(one.text for one in cell if isinstance(one, Run)) for cell in _parted(block)]
    if len(texts) < 2 or not all(text.strip() for text in texts) or _MARKER.fullmatch(texts[0]):
        return 0
    return len(texts)


def _row(para: Para) -> tuple[GridCell, ...]:
    return tuple(GridCell((replace(para, inlines=cell),)) for cell in _parted(para))


def _parted(para: Para) -> list[tuple[Inline, ...]]:
    """The inlines between tabs; several tabs in a row are one."""
    cells: list[list[Inline]] = [[]]
    for one in para.inlines:
        if not isinstance(one, Run):
            cells[-1].append(one)
            continue
        for index, text in enumerate(one.text.split("\t")):
            if index and any(isinstance(inline, Run) for inline in cells[-1]):
                cells.append([])
            if text.strip():
                cells[-1].append(replace(one, text=text))
    while len(cells) > 1 and not cells[-1]:
        cells.pop()
    return [tuple(cell) for cell in cells]
