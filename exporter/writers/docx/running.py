"""Headers and footers: the section's name above, the running words and "Page X of Y" below."""

from __future__ import annotations

from exporter.edition import Theme
from exporter.model import Document
from exporter.writers.docx import measures
from exporter.writers.docx.inlines import own_mark
from exporter.writers.docx.markup import DECLARATION, NAMESPACES, field, paragraph, run

_ROOM = 1.1
"""The width of a line is only estimated, and a reader's face may be wider than Arial."""


def title_header_xml(document: Document) -> str:
    """For the pages before the first and after the last section: the document's title."""
    return _header(run(document.title))


def section_header_xml(document: Document) -> str:
    """The name of the section, by a field, so that one header serves every section.

    The field names the heading's level and not its style, whose name Word translates. Programs
    that do not know the field show its stored result, the document's title.
    """
    return _header(field("STYLEREF 2", document.title))


def _header(content: str) -> str:
    words = paragraph("Header", content)
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{words}</w:hdr>"


def footer_xml(document: Document, theme: Theme) -> str:
    """Running words and number on one line. Where the words need more the number stands first,
    and they hang beside it: so it is always on the first line. Never smaller than the text."""
    number, total, own = field("PAGE", "1"), field("NUMPAGES", "1"), own_mark(document, "page-of")
    before, between, after = _page_words(document)
    pages = run(before, own) + number + run(between, own) + total + run(after, own)
    longest = f"{document.running}   {before}000{between}000{after}"
    width = measures.estimated(longest) * theme.size * _ROOM
    if not document.running:
        lines = paragraph("Footer", pages)
    elif width <= measures.word_page(theme.page).text_width:
        lines = paragraph("Footer", run(document.running) + "<w:r><w:tab/></w:r>" + pages)
    else:
        words = pages + "<w:r><w:tab/></w:r>" + run(document.running)
        lines = paragraph("Footer Long", words)
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{lines}</w:ftr>"


def _page_words(document: Document) -> tuple[str, str, str]:
    """What stands around the two numbers of "Page X of Y", in the order of the language."""
    words = document.words("page-of", number="\0", total="\1")
    before, rest = words.split("\0")
    between, after = rest.split("\1")
    return before, between, after
