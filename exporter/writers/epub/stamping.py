"""Fill in a brand: publisher, identifier, colours, logo, cover line, contact, legal line.

Only the small files that hold them are packed again; the rest of the book is copied as it is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from exporter.brand import Brand
from exporter.model import Document, Picture, Words
from exporter.template import Template
from exporter.web_page.markup import NOTHING, Xml, as_xml, xml, xml_text
from exporter.writers.epub.book import COVER, END
from exporter.writers.epub.look import brand_sheet
from exporter.writers.epub.package import IDENTIFIER, LOGO, MEDIA, PUBLISHER, meta
from exporter.writers.html import slots as html
from exporter.writers.html.pictures import shown
from exporter.zip_file import Member, member, zipped

PACKAGE = "package.opf"
_FOLDER = "EPUB"
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
    f'<rootfile full-path="{_FOLDER}/{PACKAGE}" media-type="application/oebps-package+xml"/>'
    "</rootfiles></container>\n"
)
_OPEN = (PACKAGE, COVER, END)
_NAMESPACE = uuid5(NAMESPACE_URL, "https://exporter.example/epub")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """What stamping needs of a compiled document: files that are packed, and files with slots."""

    first: tuple[Member, ...]
    rest: tuple[Member, ...]
    open: tuple[tuple[str, str], ...]
    about: tuple[str, ...]
    """What the identifier of the book is made of, beside the brand."""
    words: Words
    language: str
    pictures: html.ContactPictures


def template_of(
    document: Document, files: dict[str, bytes], pictures: html.ContactPictures
) -> Template:
    """A template of the files of a book."""
    first = (
        member("mimetype", b"application/epub+zip"),
        member("META-INF/container.xml", _CONTAINER.encode()),
    )
    rest = tuple(_file(name, data) for name, data in files.items() if name not in _OPEN)
    unfilled = tuple((name, files[name].decode()) for name in _OPEN)
    about = (document.name, document.edition, document.language, document.title)
    slots = Slots(
        first=first,
        rest=rest,
        open=unfilled,
        about=(*about, document.version, document.date),
        words=document.words,
        language=document.language,
        pictures=pictures,
    )
    data = zipped([*first, *(_file(name, text.encode()) for name, text in unfilled), *rest])
    return Template(format="epub", data=data, slots=slots)


def stamped(slots: Slots, brand: Brand) -> bytes:
    """The finished book of one brand."""
    logo = f"pictures/brand-logo.{brand.logo.media}" if brand.logo else ""

    def source(_: Picture) -> str:
        return logo

    contents = {
        IDENTIFIER: xml_text(identifier(slots.about, brand)),
        PUBLISHER: Xml(f"{_publisher(brand)}{_seen(brand, dict(slots.open)[PACKAGE])}"),
        LOGO: _logo_item(logo),
        html.COVER: as_xml(html.cover(brand, slots.language, source)),
        html.END: as_xml(html.end(brand, slots.words, slots.language, pictures=slots.pictures)),
    }
    made = []
    for name, text in slots.open:
        for slot, content in contents.items():
            text = text.replace(slot, content, 1)
        made.append(_file(name, text.encode()))
    made.append(_file("brand.css", brand_sheet(brand).encode()))
    drawn = [_file(logo, shown(brand.logo))] if brand.logo else []
    return zipped([*slots.first, *made, *slots.rest, *drawn])


def identifier(about: tuple[str, ...], brand: Brand) -> str:
    """The same for the same document, edition, version and publisher, on every machine."""
    return f"urn:uuid:{uuid5(_NAMESPACE, json.dumps((*about, brand.name, brand.publisher)))}"


def _publisher(brand: Brand) -> Xml:
    if not brand.publisher:
        return Xml(NOTHING)
    return xml("dc:publisher", xml_text(brand.publisher))


def _seen(brand: Brand, package: str) -> Xml:
    """With its logo a book without other pictures has something to see (EPUB Accessibility 1.1)."""
    seen = meta("schema:accessMode", "visual")
    return seen if brand.logo and seen not in package else Xml(NOTHING)


def _logo_item(name: str) -> Xml:
    if not name:
        return Xml(NOTHING)
    return xml("item", id="brand-logo", href=name, media_type=MEDIA[name.rsplit(".", 1)[1]])


def _file(name: str, data: bytes) -> Member:
    return member(f"{_FOLDER}/{name}", data)
