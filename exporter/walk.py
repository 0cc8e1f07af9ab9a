"""Ways through a document: every block, every inline, the plain words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from exporter.diagnostics import NOWHERE, Place
from exporter.model import (
    Abbreviation,
    Address,
    Block,
    Blocks,
    Box,
    Definitions,
    Document,
    Figure,
    Foreign,
    Furniture,
    Inline,
    Inlines,
    Link,
    List,
    NoteMark,
    PageNumber,
    Paragraph,
    Picture,
    PictureRow,
    Quote,
    Records,
    Reference,
    Section,
    Stress,
    Strong,
    Table,
    Term,
    Text,
    heading_text,
)


def plain_text(inlines: Inlines) -> str:
    """The words of some inlines as the Outline has them: no note marks, no print-only words."""
    return "".join(text for text, _ in pieces(inlines))


def pieces(inlines: Inlines, strong: bool = False) -> Iterator[tuple[str, bool]]:
    """The words of some inlines piece by piece, each with whether it is strong."""
    for inline in inlines:
        match inline:
            case Text(text) | Abbreviation(text):
                yield text, strong
            case NoteMark() | PageNumber() | Address():
                pass
            case Strong() | Stress() | Term():
                yield from pieces(inline.children, True)
            case Foreign() | Link() | Reference():
                yield from pieces(inline.children, strong)
            case _:
                assert_never(inline)


def inlines_within(inlines: Inlines) -> Iterator[Inline]:
    """Each inline and those inside it, in reading order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Stress | Term | Foreign | Link | Reference):
            yield from inlines_within(inline.children)


def blocks_within(blocks: Blocks) -> Iterator[Block]:
    """Each block and those inside it, in reading order."""
    for block in blocks:
        yield block
        match block:
            case List():
                for item in block.items:
                    yield from blocks_within(item.blocks)
            case Definitions():
                for entry in block.entries:
                    yield from blocks_within(entry.blocks)
            case Box() | PictureRow() | Furniture():
                yield from blocks_within(block.blocks)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from blocks_within(cell.blocks)
            case Records():
                yield from blocks_within(block.tables)
            case Paragraph() | Quote() | Figure():
                pass
            case _:
                assert_never(block)


def inlines_of(block: Block) -> Iterator[Inline]:
    """The inlines of a block itself, not of blocks inside it."""
    match block:
        case Paragraph():
            yield from inlines_within(block.children)
        case Quote():
            for paragraph in block.paragraphs:
                yield from inlines_within(paragraph)
            yield from inlines_within(block.source)
        case Definitions():
            for entry in block.entries:
                yield from inlines_within(entry.term)
        case Figure() | Table() | Records():
            yield from inlines_within(block.caption)
        case List() | Box() | PictureRow() | Furniture():
            pass
        case _:
            assert_never(block)


def texts_of(document: Document) -> Iterator[tuple[str, Place]]:
    """All words that are set on the pages of a document, with where each stands in the source."""
    for words in (document.title, document.subtitle, *document.cover_lines, document.running):
        yield words, NOWHERE
    for section in sections_within(document.sections):
        yield heading_text(section), section.place
        yield from _texts_in(section.blocks)
        for note in section.notes:
            yield from _texts(inlines_within(note.children), note.place)
    yield from _texts_in(document.end)


def _texts_in(blocks: Blocks) -> Iterator[tuple[str, Place]]:
    for block in blocks_within(blocks):
        match block:
            case Box() | Figure() | Records():
                yield block.label, block.place
            case Table():
                yield block.label, block.place
                for words in block.columns:
                    yield words, block.place
            case Furniture():
                yield block.heading, block.place
            case Paragraph() | List() | Quote() | Definitions() | PictureRow():
                pass
            case _:
                assert_never(block)
        yield from _texts(inlines_of(block), block.place)


def _texts(inlines: Iterable[Inline], place: Place) -> Iterator[tuple[str, Place]]:
    for inline in inlines:
        if isinstance(inline, Text | Abbreviation):
            yield inline.text, place


def sections_within(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Each section and its sub-sections, in reading order."""
    for section in sections:
        yield section
        yield from sections_within(section.sections)


def pictures_of(document: Document) -> Iterator[Picture]:
    """Every picture of a document in reading order; one used twice comes twice."""
    if document.cover:
        yield document.cover
    for section in sections_within(document.sections):
        if section.picture:
            yield section.picture
        for block in blocks_within(section.blocks):
            match block:
                case Figure():
                    yield block.picture
                case PictureRow():
                    yield from block.pictures
                case _:
                    pass
