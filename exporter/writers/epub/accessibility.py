"""What the book says about how it can be read (EPUB Accessibility 1.1, 2; schema.org).

Only what is true of this very book is stated. No conformance is claimed: that is for a person who
has looked (dcterms:conformsTo is not written).
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.walk import pictures_of
from exporter.writers.epub.book import Book

SUMMARY = "schema:accessibilitySummary"
"""The one statement in words of a language."""


def statements(book: Book) -> Iterator[tuple[str, str]]:
    """Properties of package metadata with their values, in order."""
    pictures = tuple(pictures_of(book.document))
    described = any(picture.alt for picture in pictures)
    yield "schema:accessMode", "textual"
    if pictures:
        yield "schema:accessMode", "visual"
    # Every picture has its words, or is decoration: the text alone tells all.
    yield "schema:accessModeSufficient", "textual"
    yield "schema:accessibilityFeature", "structuralNavigation"
    yield "schema:accessibilityFeature", "tableOfContents"
    yield "schema:accessibilityFeature", "readingOrder"
    yield "schema:accessibilityFeature", "displayTransformability"
    if described:
        yield "schema:accessibilityFeature", "alternativeText"
    if book.pages:
        yield "schema:accessibilityFeature", "pageNavigation"
        yield "schema:accessibilityFeature", "pageBreakMarkers"
    # No script, no sound and no picture that moves can be in a document.
    yield "schema:accessibilityHazard", "none"
    yield SUMMARY, " ".join(_summary(book, described))


def _summary(book: Book, described: bool) -> Iterator[str]:
    words = book.document.words.together("book-said-")
    yield words("book-said-words")
    if described:
        yield words("book-said-pictures")
    if book.pages:
        yield words("book-said-pages")
    yield words("book-said-nobody")
