"""The EPUB writer: an e-book without scripts and without network, of the blocks of the web page.

    book          the files of the book as XHTML, one for each part
    page_list     where the pages of the PDF begin
    navigation    the table of contents, the list of pages, the landmarks
    package       what the book says about itself; accessibility: what helps to read it
    look          style sheets and typefaces; shelf: the picture of the book
    stamping      the files that a brand fills

A word is marked up by `writers/html`: the web page and the e-book have the same marks.
"""

from __future__ import annotations

from pathlib import Path

from exporter.brand import Brand
from exporter.edition import Theme, in_language
from exporter.model import Document
from exporter.styles.folder import Styles
from exporter.template import Template
from exporter.writers.epub.book import book_of
from exporter.writers.epub.look import look_of
from exporter.writers.epub.navigation import navigation
from exporter.writers.epub.package import SHELF, edition_of, package
from exporter.writers.epub.shelf import shelf_picture
from exporter.writers.epub.stamping import PACKAGE, Slots, stamped, template_of

__all__ = ["Slots", "compile", "stamp"]


def compile(
    document: Document, theme: Theme, *, styles: Styles | None = None, bitmaps: Path | None = None
) -> Template:
    """The document as an e-book with its brand slots open.

    `styles` is the user's own folder of styles, if there is one; `bitmaps` is where drawn bitmaps
    are kept from build to build.
    """
    theme = in_language(theme, document.language)
    book = book_of(document, theme)
    look = look_of(document, theme, styles)
    files = {
        "nav.xhtml": navigation(book).encode(),
        **{name: text.encode() for name, text in book.files.items()},
        **look,
        **book.pictures,
    }
    shelf = shelf_picture(document, edition_of(document), theme, bitmaps)
    if shelf:
        files[SHELF] = shelf
    files[PACKAGE] = package(book, tuple(files)).encode()
    return template_of(document, files, book.contact_pictures)


def stamp(template: Template, brand: Brand) -> bytes:
    """The e-book of one publisher or partner."""
    slots = template.slots
    assert isinstance(slots, Slots)
    return stamped(slots, brand)
