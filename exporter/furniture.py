"""What the program adds around an author's words, as readers of every format meet it.

It is no part of the Outline, for it may differ by format: the e-book has landmarks, paper has
running lines. But whatever a Document says of it must be in every file: the lines of the cover,
the headings, the credits, the other editions. A brand's own words are proved elsewhere (`proofs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.model import Document, Furniture, Paragraph, QrCode, Section, in_language
from exporter.outline import Entry, Outline, clean, entries_of
from exporter.walk import blocks_within, sections_within

TOP = 2
"""The level of headings outside the sections: contents, other formats, who made this."""


def furniture_of(document: Document, *, on_paper: bool = False) -> Outline:
    """What must be met around the author's words, in order. Of the contents only the heading:
    its entries are the headings of the document again. The codes of addresses are `on_paper`."""
    return tuple(_furniture(document, on_paper))


def heading_level(section: Section) -> int:
    """The level of a heading that the program sets in a section; one below its own, 6 at most."""
    return min(6, section.level + 1)


def _furniture(document: Document, on_paper: bool) -> Iterator[Entry]:
    words = document.words
    for line in document.cover_lines:
        yield from entries_of(document, (Paragraph(document.cover_words(line)),))
    if document.contents:
        yield from _heading(document, words("contents"), TOP)
    for section in document.sections:
        for part in sections_within((section,)):
            for block in blocks_within(part.blocks):
                if isinstance(block, Furniture):
                    yield from _block(document, block, heading_level(part))
                elif isinstance(block, QrCode) and on_paper:
                    yield Entry("figure", clean(block.alt), place=block.place)
                    yield from entries_of(document, (Paragraph(block.words),))
        if section.notes:
            yield from _heading(document, words("notes"), heading_level(section))
    for block in document.end:
        yield from _block(document, block, TOP)
    yield from _heading(document, words("publisher"), TOP)


def _block(document: Document, block: Furniture, level: int) -> Iterator[Entry]:
    yield from _heading(document, block.heading, level)
    yield from entries_of(document, block.blocks)


def _heading(document: Document, words: str, level: int) -> Iterator[Entry]:
    """A heading of the program's own, and the language of its words where it is another."""
    if clean(words):
        said = in_language(words, document.words.other_than(document.language))
        first, *more = entries_of(document, (Paragraph(said),))
        yield replace(first, role="heading", level=level)
        yield from more
