"""What the program adds around an author's words, as readers of every format meet it.

It is no part of the Outline, for it may differ by format: the e-book has landmarks, paper has
running lines. But whatever a Document says of it must be in every file: the lines of the cover,
the headings, the credits, the other editions. A brand's own words are proved elsewhere (`proofs`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.known import known
from exporter.model import (
    Blocks,
    Document,
    Furniture,
    Inlines,
    PageNumber,
    Paragraph,
    PictureRow,
    QrCode,
    Reference,
    Section,
    heading_words,
    in_language,
)
from exporter.outline import Entry, Outline, clean, entries_of
from exporter.walk import blocks_within, sections_within

CONTENTS = "to.contents"
"""Where a way back to the contents leads. No name of an author's has a point."""
TOP = 2
"""The level of headings outside the sections: contents, other formats, who made this."""


@known
def furniture_of(document: Document, *, on_paper: bool = False) -> Outline:
    """What must be met around the author's words, in order. Of the contents only the heading:
    its entries are the headings of the document again. The codes of addresses are `on_paper`."""
    return tuple(_furniture(document, on_paper))


def ways_of(document: Document, section: Section) -> tuple[Inlines, ...]:
    """At the end of a top section: to the one before it, to the contents, to the next one.

    None without contents: a leaflet is no place to find one's way in. On paper each has its page.
    """
    if not document.contents:
        return ()
    parts = document.sections
    at = next(n for n, part in enumerate(parts) if part.anchor == section.anchor)
    back = _way(document.says("back-to-contents"), CONTENTS)
    before = (_to(document, "part-before", part) for part in parts[max(0, at - 1) : at])
    after = (_to(document, "part-next", part) for part in parts[at + 1 : at + 2])
    return (*before, back, *after)


def _to(document: Document, key: str, part: Section) -> Inlines:
    return _way(_named(document, key, part), part.anchor)


def way_to_whole(document: Document, section: Section) -> Inlines:
    """What the link says that leads from a part of a document of summaries to all of it."""
    return _named(document, "part-in-whole", section)


def _named(document: Document, key: str, part: Section) -> Inlines:
    """A sentence of the program's own with the heading of a part in it."""
    return document.words.around(document.language, key, heading_words(part), heading="\0")


def _way(words: Inlines, anchor: str) -> Inlines:
    return (Reference(words, anchor), PageNumber(anchor))


def heading_level(section: Section) -> int:
    """The level of a heading that the program sets in a section; one below its own, 6 at most."""
    return min(6, section.level + 1)


def _furniture(document: Document, on_paper: bool) -> Iterator[Entry]:
    told = set[int]()
    for line in document.cover_lines:
        yield from entries_of(document, (Paragraph(document.cover_words(line)),))
    if document.contents:
        yield from _said(document, "contents", TOP)
    for section in document.sections:
        for part in sections_within((section,)):
            for block in blocks_within(part.blocks):
                if isinstance(block, Furniture):
                    told |= {id(one) for one in blocks_within(block.blocks)}
                    yield from _block(document, block, heading_level(part), on_paper)
                elif isinstance(block, QrCode) and on_paper and id(block) not in told:
                    yield from _code(document, block)
        if section.notes:
            yield from _said(document, "notes", heading_level(section))
    for block in document.end:
        yield from _block(document, block, TOP, on_paper)
    yield from _said(document, "publisher", TOP)


def _block(document: Document, block: Furniture, level: int, on_paper: bool) -> Iterator[Entry]:
    yield from _heading(document, block.heading, block.heading_language, level)
    yield from _inside(document, block.blocks, on_paper)


def _inside(document: Document, blocks: Blocks, on_paper: bool) -> Iterator[Entry]:
    """Of a row of easy read its pictures, if they are heard, and what is beside them."""
    for inner in blocks:
        if isinstance(inner, QrCode):
            yield from _code(document, inner) if on_paper else ()
        elif isinstance(inner, PictureRow):
            yield from entries_of(document, (replace(inner, blocks=()),))
            yield from _inside(document, inner.blocks, on_paper)
        else:
            yield from entries_of(document, (inner,))


def _code(document: Document, block: QrCode) -> Iterator[Entry]:
    yield Entry("figure", clean(block.alt), place=block.place)
    yield from entries_of(document, (Paragraph(block.words),))


def _said(document: Document, key: str, level: int) -> Iterator[Entry]:
    other = document.words.other_than(document.language, key)
    yield from _heading(document, document.words(key), other, level)


def _heading(document: Document, words: str, language: str, level: int) -> Iterator[Entry]:
    """A heading of the program's own, and the language of its words where it is another."""
    if clean(words):
        said = in_language(words, language)
        first, *more = entries_of(document, (Paragraph(said),))
        yield replace(first, role="heading", level=level)
        yield from more
