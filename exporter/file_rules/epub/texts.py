"""The texts of a book in reading order, and what many rules ask of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.epub_file import Book, Node, named
from exporter.file_rules.epub.catalogue import found
from exporter.web_page.tree import Element

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

    @cached_property
    def _named(self) -> tuple[tuple[str, Node], ...]:
        """Every element with its name; many rules ask for some of them."""
        return tuple((tag_of(one), one) for one in self.root.iter(etree.Element))

    def elements(self, *tags: str) -> Iterator[Node]:
        """Elements of these names, in order; without a name all of them."""
        return (one for tag, one in self._named if not tags or tag in tags)

    def pages(self) -> list[str]:
        """The ids of the marks of pages, in order."""
        marks = (one for one in self.elements() if kinds(one) & _PAGE_MARKS)
        return [one.get("id", "") for one in marks]

    def as_web_page(self) -> Element:
        """The same as a web page, whose rules hold in a book too."""
        page = Element("", {})
        made: dict[Node, Element] = {}
        for one in self.root.iter():
            around = made[one.getparent()] if one is not self.root else page
            if isinstance(one.tag, str):
                named = {name: value for name, value in one.attrib.items() if "{" not in name}
                made[one] = Element(tag_of(one).lower(), named, line=line_of(one), parent=around)
                made[one].children.extend([one.text] if one.text else [])
                around.children.append(made[one])
            if one.tail and one is not self.root:
                around.children.append(one.tail)
        return page


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
    return str(element.tag).rpartition("}")[2]


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
