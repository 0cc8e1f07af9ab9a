"""package.opf: what the book is called, what is in it, and in what order it is read."""

from __future__ import annotations

from collections.abc import Iterator

from exporter import languages
from exporter.model import Document
from exporter.web_page.markup import Xml, xml, xml_text
from exporter.writers.epub.accessibility import SUMMARY, statements
from exporter.writers.epub.book import CONTENTS, COVER, END, Book
from exporter.writers.epub.navigation import in_text

IDENTIFIER, PUBLISHER, LOGO = (
    Xml(f"<!--slot:{name}-->") for name in ("identifier", "publisher", "logo")
)
"""The places that a brand fills."""
MEDIA = {
    "xhtml": "application/xhtml+xml",
    "css": "text/css",
    "woff2": "font/woff2",
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpeg": "image/jpeg",
}
SHELF = "shelf.png"
"""What stands for the book on the shelf of a reading app."""
_NO_DATE = "1980-01-01"
"""The day that every file of the zip has."""


def package(book: Book, names: tuple[str, ...]) -> str:
    """The package document for these files, which lie beside it."""
    document = book.document
    root = xml(
        "package",
        xml("metadata", *_metadata(book), xmlns__dc="http://purl.org/dc/elements/1.1/"),
        xml("manifest", *(_item(book, name) for name in (*names, "brand.css")), LOGO),
        xml(
            "spine",
            *(xml("itemref", idref=_id(name)) for name in _spine(book)),
            page_progression_direction=languages.direction(document.language),
        ),
        xmlns="http://www.idpf.org/2007/opf",
        version="3.0",
        unique_identifier="id",
        xml__lang=document.language,
        dir=languages.direction(document.language),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n'


def _metadata(book: Book) -> Iterator[Xml]:
    document = book.document
    yield xml("dc:identifier", IDENTIFIER, id="id")
    yield xml("dc:title", xml_text(title_of(document)))
    yield xml("dc:language", xml_text(document.language))
    yield PUBLISHER
    if document.description:
        yield xml("dc:description", xml_text(document.description))
    for keyword in document.keywords:
        yield xml("dc:subject", xml_text(keyword))
    if document.date:
        yield xml("dc:date", xml_text(document.date))
    yield meta("dcterms:modified", f"{first_day(document.date)}T00:00:00Z")
    yield from _translations(document)
    words = document.words
    if book.pages:
        other = words.other_than(document.language, "book-page-source")
        yield meta("pageBreakSource", words("book-page-source"), other)
    other = words.other_than(document.language, "book-said-")
    for name, value in statements(book):
        yield meta(name, value, other if name == SUMMARY else "")


def _translations(document: Document) -> Iterator[Xml]:
    """The same book in other languages: its file, and in which language it is."""
    for number, one in enumerate(document.languages, 1):
        for file in one.addresses(".epub"):
            name = f"language-{number}"
            yield xml("dc:relation", xml_text(file), id=name)
            yield xml(
                "meta", xml_text(one.language), property="dcterms:language", refines=f"#{name}"
            )
            yield meta("schema:workTranslation", file)


def meta(name: str, value: str, language: str = "") -> Xml:
    """A property of the book."""
    return xml("meta", xml_text(value), property=name, xml__lang=language)


def title_of(document: Document) -> str:
    """The title with the edition: on the shelf of a reading app two editions are told apart."""
    edition = edition_of(document)
    return f"{document.title} ({edition})" if edition else document.title


def edition_of(document: Document) -> str:
    """The edition in plain words; empty for standard print."""
    return dict(document.words.entries).get(document.edition, "")


def first_day(date: str) -> str:
    """The first day of the date of the source. No clock: the same book on every day."""
    return f"{date}-01-01"[: len("2026-01-01")] if date else _NO_DATE


def _item(book: Book, name: str) -> Xml:
    kind = {CONTENTS: "nav", SHELF: "cover-image"}.get(name, "")
    media = MEDIA[name.rsplit(".", 1)[1]]
    return xml("item", id=_id(name), href=name, media_type=media, properties=kind)


def _spine(book: Book) -> Iterator[str]:
    yield COVER
    if in_text(book):
        yield CONTENTS
    yield from (name for name in book.files if name not in (COVER, END))
    yield END


def _id(name: str) -> str:
    """A name for the manifest, which may hold no slash."""
    return name.replace("/", ".")
