"""Every word that a person may meet in a built file, wherever the format keeps it.

Read with lxml, pikepdf and pdfium alone: what our own readers pass over must be seen here.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pikepdf
import pypdfium2
from lxml import etree, html

_FOR_PEOPLE = {
    "alt", "title", "aria-label", "aria-description", "placeholder", "label", "abbr", "summary",
}  # fmt: skip
_TOLD = {
    "/Title", "/Alt", "/ActualText", "/E", "/Contents", "/TU", "/Subject", "/Author", "/Keywords",
}  # fmt: skip
_WORD_ATTRIBUTES = {"descr", "title"}
_WORD_VALUES = {"tblCaption", "tblDescription", "alias", "placeholder"}


def words_in(name: str, data: bytes, but_in: str = "") -> list[str]:
    """The texts of a file, by the ending of its name; on a page, `but_in` one language."""
    match name.rpartition(".")[2]:
        case "html":
            return list(_page(data, but_in))
        case "pdf":
            return list(_pdf(data))
        case "docx":
            return list(_word(data))
        case "epub":
            return list(_book(data))
        case other:
            raise AssertionError(f"no words are known in a file of the kind {other}")


def _whole(page: str) -> str:
    """A page or a chapter with its addresses in one piece, wherever they may be broken."""
    page = re.sub(r"<wbr */?>", "", page)
    return re.sub(r'<span class="domain">([^<]*)</span>', r"\1", page)


def _page(data: bytes, but_in: str = "") -> Iterator[str]:
    root = html.document_fromstring(
        _whole(data.decode("utf-8")).encode("ascii", "xmlcharrefreplace")
    )
    yield from _element(root, but_in)


def _element(element: Any, but_in: str) -> Iterator[str]:
    marked = element.get("lang", "").split("-")[0]
    if not (but_in and marked == but_in):
        for key, value in element.attrib.items():
            told = key in _FOR_PEOPLE or (key.startswith("data-") and " " in value)
            if told or (element.tag == "meta" and key == "content" and "=" not in value):
                yield value
        if element.tag not in ("script", "style"):
            yield element.text or ""
        for child in element.iterchildren(etree.Element):
            yield from _element(child, but_in)
    yield element.tail or ""


def _pdf(data: bytes) -> Iterator[str]:
    for page in pypdfium2.PdfDocument(data):
        yield page.get_textpage().get_text_range()
    with pikepdf.open(io.BytesIO(data)) as file:
        for one in file.objects:
            if isinstance(one, pikepdf.Dictionary):
                for key, value in one.items():
                    if key in _TOLD and isinstance(value, pikepdf.String):
                        yield str(value)
        with file.open_metadata() as told:
            for key, value in told.items():
                if key.startswith("dc:") or "{http://purl.org/dc" in key:
                    yield str(value)


def _word(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if not name.endswith(".xml") or "customXml" in name or "styles" in name:
                continue
            for element in etree.fromstring(package.read(name)).iter(etree.Element):
                kind = etree.QName(element).localname
                if kind == "t" or (name == "docProps/core.xml" and not kind.startswith("W3C")):
                    yield element.text or ""
                for key, value in element.attrib.items():
                    plain = etree.QName(key).localname
                    if plain in _WORD_ATTRIBUTES or (kind in _WORD_VALUES and plain == "val"):
                        yield value


def _book(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xhtml", ".html")):
                yield from _page(package.read(name))
            elif name.endswith(".opf"):
                for element in etree.fromstring(package.read(name)).iter(etree.Element):
                    if etree.QName(element).localname in ("title", "description", "subject"):
                        yield element.text or ""
                    if element.get("property") == "schema:accessibilitySummary":
                        yield element.text or ""
