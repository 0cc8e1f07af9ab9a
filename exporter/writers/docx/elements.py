"""Whole elements of a body: what must stand between them, and what a cell must end in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporter.writers.docx.ledger import Ledger
from exporter.writers.docx.markup import paragraph

_GAP = paragraph("Furniture Gap", "")
"""Word makes one table of two that touch; an empty paragraph is the only thing that parts them."""


def ended_cell(content: str) -> str:
    """A cell's content: Word cannot read a cell that does not end in a paragraph."""
    return content if content.endswith("</w:p>") else content + _GAP


def marked(cell: str, ledger: Ledger, name: str, anchor: str) -> str:
    """A cell with a bookmark around the words of its first paragraph."""
    start = cell.index("</w:pPr>") + len("</w:pPr>")
    end = cell.index("</w:p>", start)
    words = cell[start:end]
    if name:
        words = ledger.named(name, words)
    return cell[:start] + ledger.bookmark(anchor, words) + cell[end:]


def parted(elements: Iterable[str]) -> Iterator[str]:
    """The elements of a body with a gap between tables that would touch."""
    after_table = False
    for element in elements:
        is_table = element.startswith("<w:tbl>")
        if after_table and is_table:
            yield _GAP
        after_table = is_table
        yield element
