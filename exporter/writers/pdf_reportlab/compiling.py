"""From a document to a template: set, share out to pages, paint, write."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from exporter.edition import Theme
from exporter.model import Document
from exporter.template import Template
from exporter.writers.pdf_reportlab.book import Book
from exporter.writers.pdf_reportlab.printing import PrintOptions
from exporter.writers.pdf_reportlab.structure import Standard
from exporter.writers.pdf_reportlab.workshop import new_workshop
from exporter.writers.pdf_reportlab.writing import write_book


class ScriptNotSet(ValueError):
    """A script that this engine cannot set; the weasyprint engine can."""

    def __init__(self, language: str) -> None:
        self.language = language
        super().__init__(
            f"the reportlab engine cannot set text in {language!r}; use --pdf-engine weasyprint"
        )


def compile_document(
    document: Document, theme: Theme, standard: Standard, options: PrintOptions | None
) -> Template:
    if document.right_to_left:
        raise ScriptNotSet(document.language)
    with _no_garbage_collection():
        for page_digits in ("00", "000", "0000"):
            book = Book(new_workshop(document, theme, standard, options, page_digits))
            if len(book.pages) < 10 ** len(page_digits):
                break
        return write_book(book.paint())


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
