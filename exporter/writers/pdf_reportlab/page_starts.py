"""Where each page begins in the document, for formats without pages that tell the pages of the PDF.

A person with the e-book and one with the print can then look at the same page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.writers.pdf_reportlab.book import Book
from exporter.writers.pdf_reportlab.strips import Beside, Strip
from exporter.writers.pdf_reportlab.words import is_unread


@dataclass(frozen=True, slots=True)
class PageStart:
    """The page `number`, counted from 1 as the PDF counts, begins in `source`.

    `source` is the very object of the document: the Document itself (the cover), its contents, a
    Section, a block, or the inlines of a paragraph, of which `letters` letters and figures stand on
    pages before. It is None where only what a brand fills is left.
    """

    number: int
    source: object
    letters: int = 0


def starts_of(book: Book) -> tuple[PageStart, ...]:
    """A page that begins with nothing of the document begins where the next one does."""
    found: list[PageStart] = []
    source: object = None
    letters = 0
    for number, page in reversed(list(enumerate(book.pages, start=book.first + 1))):
        strips = book.chapters.strips[page.first : page.last + 1] if page else []
        first = next(_with_source(strips), None)
        if first is not None:
            source, letters = first.source, _letters_before(first)
        found.append(PageStart(number, source, letters))
    after = found if book.first else found[:-1]  # without a cover the first page has the title
    return (PageStart(1, book.shop.document), *reversed(after))


def _letters_before(strip: Strip) -> int:
    """How many letters and figures of its source stand before it."""
    return sum(
        sum(map(str.isalnum, fragment.text))
        for line in strip.source_lines[: strip.source_line]
        for word in line
        for fragment in word.fragments
        if not is_unread(fragment.run)
    )


def _with_source(strips: list[Strip] | tuple[Strip, ...]) -> Iterator[Strip]:
    """Strips that know where they come from, in reading order."""
    for strip in strips:
        if strip.source is not None:
            yield strip
        elif isinstance(strip, Beside):
            for column in strip.columns:
                yield from _with_source(column.strips)
