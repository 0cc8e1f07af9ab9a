"""An e-book back to the Outline: its files in reading order, each by the marks of a web page.

The book is opened by zip and lxml; what its elements mean is what `readback/html` says of the same
marks (ARCHITECTURE.md). Names that hold for one file only are made names of the whole book.
"""

from __future__ import annotations

from lxml import etree

from exporter.epub_file import Book, Node, fragment, named, open_book, outside, resolved
from exporter.outline import Outline, ReadBack
from exporter.readback import Unreadable
from exporter.readback.html import read_tree
from exporter.web_page.tree import MOST_DEPTH, Element

_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_TYPE = "{http://www.idpf.org/2007/ops}type"
_ROLES = {
    "noteref": "doc-noteref",
    "footnote": "doc-footnote",
    "endnote": "doc-endnote",
    "rearnote": "doc-endnote",
    "endnotes": "doc-endnotes",
    "rearnotes": "doc-endnotes",
    "backlink": "doc-backlink",
}
"""What strangers' books call by `epub:type` alone."""
_NAMES = ("headers", "aria-labelledby", "aria-describedby")
"""Attributes that hold names of other elements."""


def read_back(data: bytes) -> Outline:
    """What a reader of this e-book meets, in order. Raises Unreadable."""
    return read(data).outline


def read(data: bytes) -> ReadBack:
    """The same, and what the program has added around it."""
    book = open_book(data)
    trees = [(item.name, book.tree(item.name)) for item in book.texts()]
    if not trees:
        raise Unreadable("This e-book lists no text in its reading order.")
    root = Element("", {})
    for name, tree in trees:
        root.children.append(_File(name).element(tree, 0))
    return read_tree(root, _language(book, trees[0][1]))


def _language(book: Book, first: Node) -> str:
    """The language of the book; where the package does not say it, that of its first text."""
    said = next((one.text or "" for one in named(book.package, "language")), "").strip()
    return said or first.get(_LANGUAGE) or first.get("lang") or ""


class _File:
    """Turns the elements of one file into those of the whole book."""

    def __init__(self, name: str) -> None:
        self.name = name

    def element(self, node: Node, depth: int) -> Element:
        """The element with all that is in it; what lies too deep keeps its words only."""
        made = Element(etree.QName(node).localname, self.attributes(node))
        if node.text:
            made.children.append(node.text)
        for child in node:
            if not isinstance(child.tag, str):
                pass
            elif depth < MOST_DEPTH:
                made.children.append(self.element(child, depth + 1))
            else:
                made.children.append("".join(child.itertext(with_tail=False)))
            if child.tail:
                made.children.append(child.tail)
        return made

    def attributes(self, node: Node) -> dict[str, str]:
        kept = {str(key): str(value) for key, value in node.attrib.items()}
        language = kept.pop(_LANGUAGE, "")
        if language:
            kept["lang"] = language
        roles = [_ROLES[kind] for kind in kept.pop(_TYPE, "").split() if kind in _ROLES]
        if roles:
            kept["role"] = " ".join(dict.fromkeys([*kept.get("role", "").split(), *roles]))
        if "id" in kept:
            kept["id"] = self.global_name(kept["id"])
        for key in _NAMES:
            if key in kept:
                kept[key] = " ".join(map(self.global_name, kept[key].split()))
        if "href" in kept:
            kept["href"] = self.address(kept["href"])
        return kept

    def global_name(self, name: str) -> str:
        return f"{self.name}#{name}"

    def address(self, href: str) -> str:
        """An address inside the book as one inside a page; others as they are."""
        if outside(href):
            return href
        return f"#{resolved(self.name, href)}#{fragment(href)}"
