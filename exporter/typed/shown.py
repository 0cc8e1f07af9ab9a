"""What readers of one edition get: the Outline of its Document, and the words around it.

The Outline is parted at its headings. Cells of tables stand beside, as `cells_in` gives them,
so that a table set as rows is the same table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.compare.cells import cells_in, without_cells
from exporter.diagnostics import Place
from exporter.model import Abbreviation, Block, Blocks, Document, Furniture, PictureRow
from exporter.outline import Entry, Outline, outline_of
from exporter.typed.words import Words, words_of
from exporter.walk import blocks_within, inlines_of, plain_text, sections_within

_REPEATS = ("link", "foreign", "strong", "table", "field")
"""Entries whose words stand in their block too, and those that have none."""


@dataclass(slots=True)
class Line:
    """One entry with its words, and which of them a piece has claimed."""

    role: str
    words: Words
    text: str
    place: Place
    claimed: bytearray = field(init=False)

    def __post_init__(self) -> None:
        self.claimed = bytearray(len(self.words))


@dataclass(frozen=True, slots=True)
class Region:
    """What stands under one heading, to the next one."""

    heading: Line
    lines: tuple[Line, ...]
    cells: tuple[tuple[Words, Words, Words], ...]
    """Row header, column header, words."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that readers of one edition get. The first region is the title's."""

    regions: tuple[Region, ...]
    furniture: tuple[Line, ...]
    numbers: tuple[Words, ...]
    """The big numbers beside rows of easy read."""
    expansions: frozenset[Words]
    """The full words of the abbreviations that it uses."""
    targets: frozenset[str]
    """Where its links lead, outside the document."""

    def lines(self) -> Iterator[Line]:
        """Every line of the text, headings too."""
        for region in self.regions:
            yield region.heading
            yield from region.lines


def shown_in(document: Document) -> Shown:
    """What this document shows."""
    outline = outline_of(document)
    blocks = [b for s in sections_within(document.sections) for b in blocks_within(s.blocks)]
    rows = [block.number for block in blocks if isinstance(block, PictureRow) and block.number]
    expansions = {
        words_of(inline.expansion)
        for block in blocks
        for inline in inlines_of(block)
        if isinstance(inline, Abbreviation)
    }
    return Shown(
        regions=tuple(_regions(outline)),
        furniture=tuple(_furniture(document, blocks)),
        numbers=tuple(map(words_of, rows)),
        expansions=frozenset(expansions),
        targets=frozenset(entry.target for entry in outline if entry.target),
    )


def _line(entry: Entry) -> Line:
    return Line(entry.role, words_of(entry.text), entry.text, entry.place)


def _regions(outline: Outline) -> Iterator[Region]:
    begins = [index for index, entry in enumerate(outline) if entry.role == "heading"]
    for index, end in zip(begins, [*begins[1:], len(outline)], strict=True):
        inside = outline[index + 1 : end]
        lines = tuple(_line(one) for one in without_cells(inside) if one.role not in _REPEATS)
        cells = tuple(
            (words_of(row), words_of(column), words_of(words))
            for row, column, words in sorted(cells_in(inside))
        )
        yield Region(_line(outline[index]), lines, cells)


def _furniture(document: Document, blocks: list[Block]) -> Iterator[Line]:
    """What the program adds around the author's words, each line once."""
    for words in (*document.cover_lines, document.running, document.description):
        yield Line("furniture", words_of(words), words, Place())
    for words in document.keywords:
        yield Line("keyword", words_of(words), words, Place())
    for part in (*(b for b in blocks if isinstance(b, Furniture)), *document.end):
        yield Line("furniture", words_of(part.heading), part.heading, part.place)
        for words in _texts(part.blocks):
            yield Line("furniture", words_of(words), words, part.place)


def _texts(blocks: Blocks) -> Iterator[str]:
    """The words of each block of some furniture."""
    for block in blocks_within(blocks):
        words = plain_text(tuple(getattr(block, "children", ())))
        if words:
            yield words
        label = getattr(block, "label", "")
        if label:
            yield str(label)
