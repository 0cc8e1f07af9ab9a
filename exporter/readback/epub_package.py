"""What is in an e-book: its language, and its files in reading order, as trees.

Everything is bounded: a stranger's file may be a zip bomb, or no e-book at all.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import html5
from typing import TypeAlias
from urllib.parse import unquote, urlsplit

from lxml import etree
from lxml.etree import _Element

from exporter.readback import Unreadable

Node: TypeAlias = _Element

MOST_BYTES = 100_000_000
"""Of XML, unpacked; a book of a thousand pages has about a twentieth of it."""
MOST_PARTS = 20_000
CONTAINER = "META-INF/container.xml"
_LOCKS = "META-INF/encryption.xml"
_TYPEFACES_ONLY = (
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
)
"""Ways to disguise typefaces, which lock no words (EPUB 3.3, 4.3)."""
_NOT_A_BOOK = "This is not an e-book (.epub) that can be read."
_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_ENTITIES = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))
_DEFINES = re.compile(rb"<!ENTITY|<!DOCTYPE[^>]*\[")


@dataclass(frozen=True, slots=True)
class Package:
    """The text of a book: name and tree of each file, in reading order."""

    language: str
    files: tuple[tuple[str, Node], ...]


def open_package(data: bytes) -> Package:
    """All that the reader needs. Raises Unreadable."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Opened(archive).package()
    except (
        zipfile.BadZipFile, zlib.error, EOFError, KeyError, OSError, NotImplementedError,
        RuntimeError, ValueError, etree.XMLSyntaxError,
    ) as error:  # fmt: skip
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(_NOT_A_BOOK) from error


class _Opened:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.left = MOST_BYTES
        self.names = set(archive.namelist())
        if len(self.names) > MOST_PARTS:
            raise Unreadable("This e-book has too many parts to be read.")

    def package(self) -> Package:
        self._refuse_locks()
        rootfile = next(_named(self._tree(CONTAINER), "rootfile"), None)
        if rootfile is None:
            raise Unreadable(_NOT_A_BOOK)
        name = rootfile.get("full-path", "")
        root = self._tree(name)
        language = next((_words(one) for one in _named(root, "language")), "")
        listed = {item.get("id", ""): item for item in _named(root, "item")}
        files = []
        for reference in _named(root, "itemref"):
            item = listed.get(reference.get("idref", ""))
            if item is None:
                continue
            file = resolved(name, item.get("href", ""))
            if file in self.names and item.get("media-type") == "application/xhtml+xml":
                files.append((file, self._tree(file)))
        if not files:
            raise Unreadable("This e-book lists no text in its reading order.")
        return Package(language, tuple(files))

    def _refuse_locks(self) -> None:
        """Whatever is encrypted, but for typefaces, is locked."""
        if _LOCKS not in self.names:
            return
        methods = {
            one.get("Algorithm", "") for one in _named(self._tree(_LOCKS), "EncryptionMethod")
        }
        if methods - set(_TYPEFACES_ONLY):
            raise Unreadable("This e-book is locked (DRM), so nobody can read it back.")

    def _tree(self, name: str) -> Node:
        with self.archive.open(name) as stream:
            data = stream.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable("This e-book unpacks to more than 100 MB of text; that is too large.")
        if _DEFINES.search(data):
            raise Unreadable("This e-book holds definitions that no e-book may hold.")
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        return etree.fromstring(_ENTITY.sub(_sign, data), parser)


def _sign(found: re.Match[bytes]) -> bytes:
    """A named sign of HTML, which XHTML of old books has, by its number."""
    if found[1] in _XML_ENTITIES:
        return found[0]
    sign = html5.get(f"{found[1].decode('ascii')};")
    return "".join(f"&#{ord(one)};" for one in sign).encode() if sign else found[0]


def _named(root: Node, name: str) -> Iterator[Node]:
    """Elements of this name, in whatever namespace."""
    yield from root.iter(f"{{*}}{name}")


def _words(element: Node) -> str:
    return " ".join((element.text or "").split())


def resolved(file: str, href: str) -> str:
    """The name, inside the book, of what a file refers to."""
    path = unquote(urlsplit(href).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
