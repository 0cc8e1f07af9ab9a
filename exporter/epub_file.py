"""An e-book, ours or a stranger's, opened within bounds: its package, and its files as trees.

Reading back and the rules open it the same way; what its marks mean each knows for itself. A
stranger's file may be a zip bomb, or no e-book at all.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from html.entities import html5
from typing import TypeAlias
from urllib.parse import unquote

from lxml import etree
from lxml.etree import _Element

from exporter.diagnostics import Unreadable
from exporter.zip_file import ZipParts

Node: TypeAlias = _Element

CALLED = "e-book"
MOST_ELEMENTS = 1_500_000
MOST_PAGES = 10_000
"""Files in the order of reading."""
"""In all texts together; a book of a thousand pages has about a twentieth of it."""
MIMETYPE, CONTAINER, LOCKS = "mimetype", "META-INF/container.xml", "META-INF/encryption.xml"
TEXT = "application/xhtml+xml"
_NOT_A_BOOK = "This is not an e-book (.epub), or it is damaged."
_TYPEFACES_ONLY = {"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"}
"""Ways to disguise typefaces, which lock no words (EPUB 3.3, 4.3)."""
_OUTSIDE = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DEFINES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[")


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of the manifest. `name` is that of the file in the zip."""

    id: str
    name: str
    media: str
    properties: tuple[str, ...]
    remote: bool
    line: int


@dataclass
class Book:
    """The package of an e-book. Trees are read when they are asked for, once."""

    zipped: ZipParts
    package_name: str = ""
    items: tuple[Item, ...] = ()
    spine: tuple[str, ...] = ()
    """The ids of the items in reading order, as the package says them."""
    _elements: int = 0
    _trees: dict[str, Node] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The names of all files in the zip."""
        return self.zipped.names

    @property
    def package(self) -> Node:
        return self.tree(self.package_name)

    def texts(self) -> tuple[Item, ...]:
        """The files of the reading order that are there and are XHTML."""
        by_id = {item.id: item for item in self.items}
        listed = (by_id[name] for name in self.spine if name in by_id)
        return tuple(item for item in listed if item.media == TEXT and item.name in self.names)

    def with_property(self, name: str) -> Item | None:
        """The first item that the manifest gives this property: nav, cover-image."""
        return next((item for item in self.items if name in item.properties), None)

    def tree(self, name: str) -> Node:
        """The root of an XML file. Raises Unreadable."""
        if name not in self._trees:
            data = self.data(name)
            self._elements += data.count(b"<") - data.count(b"</")
            if self._elements > MOST_ELEMENTS:
                raise self.zipped.too_large("has more elements than any book")
            self._trees[name] = _parsed(name, data)
        return self._trees[name]

    def data(self, name: str) -> bytes:
        """The bytes of a file, within the bounds of all together. Raises Unreadable."""
        if name not in self.names:
            raise Unreadable(f"A part of this e-book is missing: {name}.")
        return self.zipped.read(name)


def open_book(data: bytes) -> Book:
    """The package of an e-book. Raises Unreadable."""
    book = Book(ZipParts(data, CALLED))
    if CONTAINER not in book.names:
        raise Unreadable(_NOT_A_BOOK)
    _refuse_locks(book)
    rootfile = next(named(book.tree(CONTAINER), "rootfile"), None)
    book.package_name = "" if rootfile is None else rootfile.get("full-path", "")
    if book.package_name not in book.names:
        raise Unreadable(_NOT_A_BOOK)
    book.items = tuple(_item(book.package_name, one) for one in named(book.package, "item"))
    book.spine = tuple(one.get("idref", "") for one in named(book.package, "itemref"))
    if len(book.spine) > MOST_PAGES:
        raise Unreadable(
            "This e-book has more pages than any book; it cannot be read.", "too large"
        )
    return book


def _refuse_locks(book: Book) -> None:
    """Whatever is encrypted, but for typefaces, is locked."""
    if LOCKS in book.names:
        methods = named(book.tree(LOCKS), "EncryptionMethod")
        if {one.get("Algorithm", "") for one in methods} - _TYPEFACES_ONLY:
            message = "This e-book is locked (DRM), so nobody can check it."
            raise Unreadable(message, "encrypted", _UNLOCKED)


_UNLOCKED = "Give the book out without a lock. Screen readers may not get into it either."


def _item(package: str, element: Node) -> Item:
    href = element.get("href", "")
    return Item(
        id=element.get("id", ""),
        name=resolved(package, href),
        media=element.get("media-type", "").strip().lower(),
        properties=tuple(element.get("properties", "").split()),
        remote=outside(href),
        line=_line(element),
    )


def _parsed(name: str, data: bytes) -> Node:
    if _DEFINES.search(data):
        raise Unreadable("This e-book holds definitions that no e-book may hold.")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        return etree.fromstring(_ENTITY.sub(_sign, data), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Unreadable(f"A part of this e-book is not well-formed: {name}.") from error


def _sign(found: re.Match[bytes]) -> bytes:
    """A named sign of HTML, which XHTML of old books has, by its number."""
    if found[1] in _XML_ENTITIES:
        return found[0]
    sign = html5.get(f"{found[1].decode('ascii')};")
    return "".join(f"&#{ord(one)};" for one in sign).encode() if sign else found[0]


def named(root: Node, name: str) -> Iterator[Node]:
    """Elements of this name, in whatever namespace, in order."""
    yield from root.iter(f"{{*}}{name}")


def _line(element: Node) -> int:
    return int(element.sourceline or 0)


def resolved(file: str, href: str) -> str:
    """The name, inside the zip, of the file that an address in `file` leads to."""
    path = re.split("[?#]", href.strip(), maxsplit=1)[0]
    return _joined(file, path) if path else file


@lru_cache(maxsize=1024)
def _joined(file: str, path: str) -> str:
    """Most addresses of a book lead to few files."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(path)))


def fragment(href: str) -> str:
    """The name of the place inside a file that an address leads to; empty for the file itself."""
    return href.strip().partition("#")[2]


def outside(href: str) -> bool:
    """Whether an address leads out of the book."""
    return _OUTSIDE.match(href) is not None
