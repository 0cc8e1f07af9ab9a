"""An e-book taken apart by zipfile and lxml, for tests that look inside."""

from __future__ import annotations

import io
import zipfile
from functools import cache

from lxml import etree
from lxml.etree import _Element

from exporter.brand import Brand
from exporter.model import Document
from exporter.styles.editions import load_edition
from exporter.writers import epub
from tests.build import easy, everything
from tests.test_parity import BRAND

X = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = "{http://www.idpf.org/2007/opf}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
DC = "{http://purl.org/dc/elements/1.1/}"


def book(made: Document, edition: str = "standard", brand: Brand = BRAND) -> bytes:
    return epub.stamp(epub.compile(made, load_edition(edition).theme), brand)


@cache
def good(edition: str = "standard") -> bytes:
    """A sound e-book of the sample documents."""
    return book(easy() if edition == "easy-read" else everything(), edition)


def parts(data: bytes) -> dict[str, bytes]:
    """Every file of the zip, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, name: str) -> _Element:
    return etree.fromstring(parts(data)[f"EPUB/{name}"])


def spine(data: bytes) -> list[str]:
    """The files in reading order."""
    package = tree(data, "package.opf")
    items = {item.get("id"): item.get("href", "") for item in package.iter(f"{OPF}item")}
    return [items[one.get("idref")] for one in package.iter(f"{OPF}itemref")]


def said(data: bytes, name: str) -> list[str]:
    """The values of a property of the package's metadata."""
    package = tree(data, "package.opf")
    return [one.text or "" for one in package.iter(f"{OPF}meta") if one.get("property") == name]


def marks(data: bytes) -> list[str]:
    """The names of the page marks in reading order."""
    return [
        one.get("id", "")
        for name in spine(data)
        for one in tree(data, name).iter(f"{X}span")
        if one.get("role") == "doc-pagebreak"
    ]


def links(data: bytes, kind: str) -> list[tuple[str, str]]:
    """Where the entries of a list in the navigation document lead, and their words."""
    nav = next(
        one for one in tree(data, "nav.xhtml").iter(f"{X}nav") if one.get(f"{OPS}type") == kind
    )
    return [(one.get("href", ""), "".join(one.itertext())) for one in nav.iter(f"{X}a")]
