"""The pages of the PDF: a person with the e-book and one with the print find the same place.

They are those of the default PDF engine for this edition, found by its layout alone: the book has
the same bytes whether a PDF was ordered or not.
"""

from __future__ import annotations

from exporter.edition import Theme
from exporter.fonts import needs_shaping
from exporter.model import Document
from exporter.web_page.markup import NOTHING, Html, element
from exporter.writers.html.page_marks import PageMarks
from exporter.writers.pdf_reportlab import NOT_SET, page_starts


def marks_of(document: Document, theme: Theme) -> PageMarks:
    """A mark for each page; none for a document that the default engine does not set."""
    marks = PageMarks()
    if needs_shaping(document):  # also where only the cover does, which is no part of the layout
        return marks
    try:
        starts = page_starts(document, theme)
    except NOT_SET:
        return marks
    for start in starts:
        marks.add(start.source, start.letters, _mark(document, start.number))
    return marks


def _mark(document: Document, number: int) -> Html:
    """Not seen, but heard and found (DPUB-ARIA 1.1, doc-pagebreak)."""
    said = document.words("page-short", number=number)
    other = document.words.other_than(document.language, "page-short")
    return element(
        "span", NOTHING, role="doc-pagebreak", id=f"page.{number}", aria_label=said, lang=other
    )
