"""From a document to a template: set, share out to pages, paint, write."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock

from exporter.edition import Theme
from exporter.languages.letters import needs_shaping
from exporter.model import Document, Text
from exporter.template import Template
from exporter.walk import every_block, inlines_of, texts_of
from exporter.writers.pdf_reportlab.book import Book
from exporter.writers.pdf_reportlab.frame import Frame
from exporter.writers.pdf_reportlab.lettering import ScriptNotSet
from exporter.writers.pdf_reportlab.page_starts import PageStart, starts_of
from exporter.writers.pdf_reportlab.printing import PrintOptions
from exporter.writers.pdf_reportlab.structure import Standard
from exporter.writers.pdf_reportlab.workshop import new_workshop
from exporter.writers.pdf_reportlab.writing import write_book


def compile_document(
    document: Document, theme: Theme, standard: Standard, options: PrintOptions | None
) -> Template:
    with _no_garbage_collection():
        return write_book(_lay_out(document, theme, standard, options).paint())


def page_starts(document: Document, theme: Theme) -> tuple[PageStart, ...]:
    """Where each page of the PDF begins, found without painting it; see `compile_document`."""
    with _no_garbage_collection():
        return starts_of(_lay_out(document, theme, "ua-1", None))


def pages_by_anchor(document: Document, theme: Theme) -> dict[str, int]:
    """The page of each anchor, counted from 1 as the PDF counts; see `compile_document`."""
    with _no_garbage_collection():
        book = _lay_out(document, theme, "ua-1", None)
    return {anchor: page + 1 for anchor, page in book.anchors.items()}


def _lay_out(
    document: Document, theme: Theme, standard: Standard, options: PrintOptions | None
) -> Book:
    try:
        return _laid_out(document, theme, standard, options)
    except ValueError:
        _refuse_shaped(document)
        raise


def _laid_out(
    document: Document, theme: Theme, standard: Standard, options: PrintOptions | None
) -> Book:
    digits = 2 if _words_in(document) < _WORDS_OF_A_HUNDRED_PAGES else 3
    while True:
        fitting = _with_a_foot(document, theme, options, digits)
        book = Book(new_workshop(document, fitting, standard, options, "0" * digits))
        if book.head_alone:
            document = replace(document, cover_page=True)
        elif len(book.pages) + 1 < 10**digits:
            return book
        else:
            digits += 1


def _with_a_foot(
    document: Document, theme: Theme, options: PrintOptions | None, digits: int
) -> Theme:
    """The theme with room at the foot for its running words: the text stands higher, where the
    margin above it allows that, so that no page loses a line.

    They are measured in a workshop of their own: the letters of a page number that no page has are
    none of the file's.
    """
    shop, page = new_workshop(document, theme, "ua-1", options, "0" * digits), theme.page
    foot = max(page.bottom, Frame(shop, 10**digits - 1).foot)
    top = page.top - min(foot - page.bottom, page.top * _RAISED)
    return replace(theme, page=replace(page, top=top, bottom=foot))


_RAISED = 0.15
"""The share of the margin at the head that the text may be raised by."""


def _refuse_shaped(document: Document) -> None:
    """Say first of all, and where, that there are words which only the other engine can set."""
    for text, place in texts_of(document):
        if needs_shaping(text):
            word = next(word for word in text.split() if needs_shaping(word))
            raise ScriptNotSet(word, place)


_WORDS_OF_A_HUNDRED_PAGES = 18_000
"""About; it only says how much room "(page 7)" gets at first."""


def _words_in(document: Document) -> int:
    return sum(
        inline.text.count(" ") + 1
        for block in every_block(document.sections)
        for inline in inlines_of(block)
        if isinstance(inline, Text)
    )


_PAUSED = [0, False]
_PAUSE_LOCK = Lock()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Pause the collector: a document is a hundred thousand objects, all of them in use."""
    with _PAUSE_LOCK:
        if _PAUSED[0] == 0:
            _PAUSED[1] = gc.isenabled()
            gc.disable()
        _PAUSED[0] += 1
    try:
        yield
    finally:
        with _PAUSE_LOCK:
            _PAUSED[0] -= 1
            if _PAUSED[0] == 0 and _PAUSED[1]:
                gc.enable()
