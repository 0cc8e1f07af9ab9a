"""The files of a book: cover, one for each part, end; as XHTML, with links from one to another."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exporter import languages
from exporter.edition import Theme
from exporter.furniture import CONTENTS as TO_CONTENTS
from exporter.model import Document, Picture, heading_text
from exporter.web_page.markup import Html, as_xml, element, escape, join
from exporter.writers.epub.page_list import marks_of
from exporter.writers.html.blocks import BlockWriter
from exporter.writers.html.contents import picture
from exporter.writers.html.document import PageWriter
from exporter.writers.html.inlines import InlineWriter, Setting
from exporter.writers.html.pictures import shown
from exporter.writers.html.slots import ContactPictures, contact_pictures

COVER, END = "cover.xhtml", "end.xhtml"
CONTENTS = "nav.xhtml"
_ID = re.compile(r' id="([^"]*)"')
_LINK = re.compile(r' href="#([^"]*)"')
_ROLE = re.compile(r' role="doc-(noteref|backlink|endnotes|pagebreak)"')


@dataclass(frozen=True, slots=True)
class Book:
    """The files of one document before they are packed, by their names inside the book."""

    document: Document
    files: dict[str, str]
    """XHTML in reading order, without the table of contents."""
    pictures: dict[str, bytes]
    places: dict[str, str]
    """Which file each anchor is in; pages are `page.1`, `page.2` …"""
    contents_pictures: dict[str, Html]
    """The pictures of the parts in the contents, by their anchors."""
    contact_pictures: ContactPictures
    contents_mark: Html
    """The marks of the pages on which the PDF has its contents."""

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages of the PDF, counted from 1; none where it has no layout of ours."""
        numbers = (name.removeprefix("page.") for name in self.places if name.startswith("page."))
        return tuple(sorted(map(int, numbers)))


def book_of(document: Document, theme: Theme) -> Book:
    """The document as files that link to one another."""
    shelf = _Pictures()
    marks = marks_of(document, theme)
    setting = Setting(document.words, document.language, "book", source=shelf.source, pages=marks)
    bodies: dict[str, Html] = {}
    titles: dict[str, str] = {}

    def add(name: str, title: str, *pieces: Html) -> None:
        bodies[name], titles[name] = join(*pieces), title

    def writer() -> PageWriter:  # each file numbers its own ids
        return PageWriter(document, BlockWriter(InlineWriter(setting)))

    add(COVER, document.title, marks.before(document), writer().cover())
    contents = marks.before(document.contents)
    if not document.contents:
        bodies[COVER] = join(bodies[COVER], contents)
    for number, section in enumerate(document.sections, start=1):
        words = element("main", writer().section(section))
        add(f"part-{number}.xhtml", heading_text(section), words)
    add(END, document.words("publisher"), writer().end())
    places = {name: file for file, body in bodies.items() for name in _ID.findall(body)}
    if document.contents:
        places |= {name: CONTENTS for name in (TO_CONTENTS, *_ID.findall(contents))}
    files = {
        file: page(
            document,
            titles[file],
            _linked(body, file, places),
            document.words.other_than(document.language, "publisher") if file == END else "",
        )
        for file, body in bodies.items()
    }
    inlines = InlineWriter(setting)
    pictures = {e.anchor: picture(e.picture, inlines) for e in document.contents if e.picture}
    contacts = contact_pictures(document, shelf.source)
    return Book(document, files, shelf.files, places, pictures, contacts, contents)


def page(document: Document, title: str, body: Html, language: str = "") -> str:
    """One file of the book; `language` is that of its title, where it is not the document's.

    The title of the book goes with that of the file, but not in two languages: it has no marks.
    """
    named = title if language or title == document.title else f"{title} – {document.title}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("title", escape(named), lang=language),
        element("link", rel="stylesheet", type="text/css", href="book.css"),
        element("link", rel="stylesheet", type="text/css", href="brand.css"),
    )
    root = element(
        "html",
        head,
        element(
            "body", Html(_ROLE.sub(r'\g<0> epub:type="\1"', body)), data_edition=document.edition
        ),
        xmlns="http://www.w3.org/1999/xhtml",
        xmlns__epub="http://www.idpf.org/2007/ops",
        lang=document.language,
        dir=languages.direction(document.language),
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{as_xml(root)}\n'


def _linked(body: Html, file: str, places: dict[str, str]) -> Html:
    """The body with the file before the anchor wherever that is in another one."""

    def address(found: re.Match[str]) -> str:
        there = places.get(found[1], file)
        return found[0] if there == file else f' href="{there}#{found[1]}"'

    return Html(_LINK.sub(address, body))


@dataclass(slots=True)
class _Pictures:
    """Pictures as files of the book, each once however often it is shown."""

    files: dict[str, bytes] = field(default_factory=dict)
    names: dict[Picture, str] = field(default_factory=dict)
    """Picture → its file."""

    def source(self, picture: Picture) -> str:
        name = self.names.get(picture)
        if name is None:
            name = self.names[picture] = self._file(picture)
        return name

    def _file(self, picture: Picture) -> str:
        data = shown(picture)
        plain = re.sub(r"[^a-z0-9]+", "-", picture.name.lower()).strip("-") or "picture"
        name, number = f"pictures/{plain}.{picture.media}", 1
        while self.files.get(name, data) != data:
            number += 1
            name = f"pictures/{plain}-{number}.{picture.media}"
        self.files[name] = data
        return name
