"""The navigation document: every heading in its level, the pages of the PDF, and the landmarks.

The table of contents is read in the book too: there it goes as deep as the edition's contents go,
and what is deeper is `hidden` (EPUB 3.3, 7.3); reading apps show all of it.
"""

from __future__ import annotations

from exporter.furniture import CONTENTS as TO_CONTENTS
from exporter.model import Section, heading_text
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.writers.epub.book import CONTENTS, COVER, END, Book, page
from exporter.writers.html.contents import beside, list_class


def navigation(book: Book) -> str:
    """nav.xhtml."""
    words = book.document.words("contents")
    body = join(
        book.contents_mark if book.document.contents else NOTHING,
        _contents(book),
        _pages(book) if book.pages else NOTHING,
        _landmarks(book),
    )
    return page(book.document, words, body, _other(book, "contents"))


def in_text(book: Book) -> bool:
    """Whether the table of contents is a part of the book that is read."""
    return bool(book.document.contents)


def _contents(book: Book) -> Html:
    document = book.document
    shown = max((entry.level for entry in document.contents), default=2)
    return element(
        "nav",
        element(
            "h2",
            escape(document.words("contents")),
            id=TO_CONTENTS,
            lang=_other(book, "contents"),
        ),
        _entries(book, document.sections, shown),
        class_="contents",
        epub__type="toc",
        role="doc-toc",
        aria_labelledby=TO_CONTENTS,
        data_furniture=True,
    )


def _entries(book: Book, sections: tuple[Section, ...], shown: int) -> Html:
    items = []
    css_class = list_class(book.document.contents) if sections == book.document.sections else ""
    for section in sections:
        href = f"{book.places[section.anchor]}#{section.anchor}"
        words = _heading(section)
        if css_class:
            words = beside(book.contents_pictures.get(section.anchor, NOTHING), words)
        link = element("a", words, href=href)
        inner = _entries(book, section.sections, shown) if section.sections else NOTHING
        items.append(element("li", link, inner))
    return element("ol", *items, hidden=sections[0].level > shown, class_=css_class)


def _heading(section: Section) -> Html:
    """The words of a heading; "Appendix 1:" may be in another language (WCAG 2.2, 3.1.2)."""
    if not section.label_language:
        return escape(heading_text(section))
    label = element("span", escape(section.label), lang=section.label_language)
    return join(label, escape(f" {section.heading}"))


def _other(book: Book, key: str) -> str:
    """The language of a sentence of the program's own, where it is not the book's."""
    return book.document.words.other_than(book.document.language, key)


def _pages(book: Book) -> Html:
    """The list of pages (EPUB 3.3, 7.4.3): what `Go to page` of a reading app offers."""
    listed = (
        element("li", element("a", escape(str(number)), href=_page(book, number)))
        for number in book.pages
    )
    return _hidden(book, "book-page-list", element("ol", *listed), "page-list", "doc-pagelist")


def _page(book: Book, number: int) -> str:
    return f"{book.places[f'page.{number}']}#page.{number}"


def _landmarks(book: Book) -> Html:
    words = book.document.words
    first = next(name for name in book.files if name not in (COVER, END))
    places = [("titlepage", COVER, "book-cover")]
    if in_text(book):
        places.append(("toc", f"{CONTENTS}#{TO_CONTENTS}", "contents"))
    places.append(("bodymatter", first, "book-text"))
    listed = (
        element(
            "li",
            element("a", escape(words(key)), epub__type=kind, href=href, lang=_other(book, key)),
        )
        for kind, href, key in places
    )
    return _hidden(book, "book-landmarks", element("ol", *listed), "landmarks", "")


def _hidden(book: Book, key: str, entries: Html, kind: str, role: str) -> Html:
    """A list for reading apps, which is not read in the book."""
    return element(
        "nav",
        element("h2", escape(book.document.words(key)), lang=_other(book, key)),
        entries,
        epub__type=kind,
        role=role,
        hidden=True,
        data_furniture=True,
    )
