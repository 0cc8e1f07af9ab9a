"""What the program adds around an author's words, as readers of every format meet it.

It is no part of the Outline, for it may differ by format: the e-book has landmarks, paper has
running lines. But whatever a Document says of it must be in every file: the lines of the cover,
the headings, the credits, the other editions. A brand's own words are proved elsewhere (`proofs`).
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Document, Furniture, Section
from exporter.outline import Entry, Outline, clean, entries_of
from exporter.walk import blocks_within, sections_within

TOP = 2
"""The level of headings outside the sections: contents, other formats, who made this."""


def furniture_of(document: Document) -> Outline:
    """What must be met around the author's words, in order. Of the contents only the heading:
    its entries are the headings of the document again."""
    return tuple(_furniture(document))


def heading_level(section: Section) -> int:
    """The level of a heading that the program sets in a section; one below its own, 6 at most."""
    return min(6, section.level + 1)


def _furniture(document: Document) -> Iterator[Entry]:
    words = document.words
    for line in document.cover_lines:
        yield Entry("paragraph", clean(line))
    if document.contents:
        yield Entry("heading", clean(words("contents")), level=TOP)
    for section in document.sections:
        for part in sections_within((section,)):
            for block in blocks_within(part.blocks):
                if isinstance(block, Furniture):
                    yield from _block(document, block, heading_level(part))
        if section.notes:
            yield Entry("heading", clean(words("notes")), level=heading_level(section))
    for block in document.end:
        yield from _block(document, block, TOP)
    yield Entry("heading", clean(words("publisher")), level=TOP)


def _block(document: Document, block: Furniture, level: int) -> Iterator[Entry]:
    if clean(block.heading):
        yield Entry("heading", clean(block.heading), level=level)
    yield from entries_of(document, block.blocks)
