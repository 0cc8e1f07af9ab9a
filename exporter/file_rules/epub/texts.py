"""The texts of a book in reading order, and what many rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.epub_file import Book, Node, named
from exporter.file_rules.epub.catalogue import found

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPE = "{http://www.idpf.org/2007/ops}type"


@dataclass
class Text:
    """One XHTML file of the book."""

    name: str
    root: Node

    @cached_property
    def ids(self) -> frozenset[str]:
        return frozenset(one.get("id", "") for one in self.root.iter() if one.get("id"))

    def elements(self, *tags: str) -> Iterator[Node]:
        """Elements of these names, in order."""
        for one in self.root.iter(etree.Element):
            if tag_of(one) in tags:
                yield one

    def pages(self) -> list[str]:
        """The ids of the marks of pages, in order."""
        marks = (one for one in self.root.iter(etree.Element) if kinds(one) & _PAGE_MARKS)
        return [one.get("id", "") for one in marks]


_PAGE_MARKS = frozenset({"pagebreak", "doc-pagebreak"})


def texts_of(book: Book) -> tuple[list[Text], list[Diagnostic]]:
    """The texts that can be read, and a finding for each that cannot."""
    texts, broken = [], []
    for item in book.texts():
        try:
            texts.append(Text(item.name, book.tree(item.name)))
        except Unreadable as problem:
            broken.append(found("epub-text-broken", str(problem), item.name))
    return texts, broken


def tag_of(element: Node) -> str:
    return str(etree.QName(element).localname)


def kinds(element: Node) -> frozenset[str]:
    """What an element is by its `epub:type` and its role."""
    return frozenset(element.get(_TYPE, "").split()) | frozenset(element.get("role", "").split())


def words_of(element: Node) -> str:
    return " ".join("".join(element.itertext()).split())


def line_of(element: Node) -> int:
    return int(element.sourceline or 0)


def list_of_kind(navigation: Node, kind: str) -> Node | None:
    """The list of a navigation document of this kind: toc, page-list, landmarks."""
    return next((one for one in named(navigation, "nav") if kind in kinds(one)), None)
