"""Rules on the zip and on the package: what is in the book, and what it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.epub_file import MIMETYPE, Book, named
from exporter.file_rules.epub.catalogue import found
from exporter.file_rules.epub.texts import line_of

_KIND = b"application/epub+zip"
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")


def check(book: Book, data: bytes) -> Iterator[Diagnostic]:
    """What these rules find."""
    if not data[30:].startswith(MIMETYPE.encode() + _KIND):
        yield found("epub-mimetype", "The file does not say at its beginning that it is an e-book.")
    version = book.package.get("version", "")
    if not version.startswith("3"):
        yield found("epub-old", f"The book is of version {version or 'unknown'}.")
    yield from _metadata(book)
    yield from _manifest(book)
    yield from _spine(book)


def _metadata(book: Book) -> Iterator[Diagnostic]:
    package, name = book.package, book.package_name

    def said(tag: str) -> list[str]:
        return [text for one in named(package, tag) if (text := (one.text or "").strip())]

    if not said("title"):
        yield found("epub-title-missing", "The book has no title.", name)
    languages = said("language")
    if not languages:
        yield found("epub-language-missing", "The book does not say its language.", name)
    for language in languages:
        if not _TAG.match(language):
            message = f"“{language}” is not the tag of a language."
            yield found("epub-language-wrong", message, name, words=language)
    ids = {one.get("id", "") for one in named(package, "identifier") if (one.text or "").strip()}
    unique = package.get("unique-identifier", "")
    if not unique or unique not in ids:
        yield found("epub-identifier-missing", "The book has no identifier of its own.", name)
    modified = [one for one in named(package, "meta") if one.get("property") == "dcterms:modified"]
    if len(modified) != 1 and package.get("version", "").startswith("3"):
        times = "never" if not modified else f"{len(modified)} times"
        message = f"The book says {times} when it was changed."
        yield found("epub-modified-missing", message, name)
    for one in named(package, "meta"):
        fixed = one.get("property") == "rendition:layout" and one.text == "pre-paginated"
        if fixed or (one.get("name") == "fixed-layout" and one.get("content") == "true"):
            message = "The layout of the book is fixed."
            yield found("epub-fixed-layout", message, name, line_of(one))


def _manifest(book: Book) -> Iterator[Diagnostic]:
    listed = {item.name for item in book.items}
    for item in book.items:
        if not item.remote and item.name not in book.names:
            message = f"{item.name} is listed, but it is not in the book."
            yield found("epub-file-missing", message, book.package_name, item.line)
    for name in sorted(book.names - listed - {MIMETYPE, book.package_name}):
        if not name.startswith("META-INF/") and not name.endswith("/"):
            yield found("epub-file-unlisted", f"{name} is in the book, but it is not listed.", name)


def _spine(book: Book) -> Iterator[Diagnostic]:
    ids = {item.id for item in book.items}
    if not book.spine:
        yield found("epub-spine-wrong", "The book has no reading order.", book.package_name)
    for one in book.spine:
        if one not in ids:
            message = f"The reading order names “{one}”, which the manifest does not list."
            yield found("epub-spine-wrong", message, book.package_name)
