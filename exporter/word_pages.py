"""Page numbers for the contents of a Word file, as LibreOffice counts them.

Word may break its pages elsewhere; it puts its own numbers in when the field is updated. So these
are only written when they are asked for (`--word-page-numbers`).
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from exporter import libreoffice
from exporter.diagnostics import Diagnostic, SourceError
from exporter.model import Document, heading_text
from exporter.outline import clean
from exporter.rules import table
from exporter.walk import sections_within

_FILTER = 'pdf:writer_pdf_Export:{"ExportBookmarks":{"type":"boolean","value":"true"}}'


def pages_by_anchor(data: bytes, document: Document) -> dict[str, int]:
    """The page, counted from 1, on which each section of a Word file begins.

    Raises SourceError when LibreOffice is absent or cannot open the file.
    """
    try:
        with pikepdf.open(io.BytesIO(libreoffice.converted(data, ".docx", _FILTER))) as paged:
            found = list(_bookmarks(paged))
    except libreoffice.AbsentError:
        message = "Page numbers in Word need LibreOffice, which is not on this machine."
        raise _fault(message) from None
    except (libreoffice.CannotError, pikepdf.PdfError) as error:
        raise _fault(f"LibreOffice could not count the pages: {error}.") from error
    return dict(_matched(document, found))


def _bookmarks(file: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    """The words of each bookmark and its page, in order."""
    numbers = {page.obj.objgen: number for number, page in enumerate(file.pages, 1)}
    with file.open_outline() as outline:
        waiting = list(reversed(outline.root))
        while waiting:
            item = waiting.pop()
            waiting.extend(reversed(item.children))
            place = item.destination
            if isinstance(place, pikepdf.Array) and len(place):
                yield clean(item.title), numbers.get(place[0].objgen, 1)


def _matched(document: Document, found: list[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Sections and bookmarks come in the same order; headings that LibreOffice lost are skipped."""
    rest = iter(found)
    for section in sections_within(document.sections):
        wanted = clean(heading_text(section))
        for title, page in rest:
            if title == wanted:
                yield section.anchor, page
                break


def _fault(message: str) -> SourceError:
    return SourceError([Diagnostic(code="word-pages-not-counted", message=message)])


_TOLD = {
    "word-pages-not-counted": (
        "Word's own page numbers can only be known by laying the file out, and LibreOffice does "
        "that. Without it the contents have links and no numbers, which is honest.",
        "exporter, README.md",
    )
}

RULES = table(_TOLD)
