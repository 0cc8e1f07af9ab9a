"""The package: python-docx holds the parts and their relationships, all of them ours."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.parser import parse_xml
from docx.package import Package
from docx.parts.document import DocumentPart

from exporter.model import Document
from exporter.writers.docx import origin
from exporter.writers.docx.embedded import EmbeddedFont
from exporter.writers.docx.ledger import Ledger, Links, Media
from exporter.writers.docx.markup import escape, legal

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MEDIA_TYPES = {"png": "image/png", "jpeg": "image/jpeg", "svg": "image/svg+xml"}
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"


@dataclass(frozen=True, slots=True)
class PartText:
    """A part that the document is related to: how it is called, and its XML."""

    relationship: str
    kind: str
    name: str
    content_type: str
    text: str


def part_text(relationship: str, kind: str, name: str, text: str) -> PartText:
    """A part of WordprocessingML; `kind` is both its content type and its relationship."""
    return PartText(relationship, kind, name, f"{_WML}.{kind}+xml", text)


def package_of(
    body: str, parts: Iterable[PartText], ledger: Ledger, embedded: Iterable[EmbeddedFont]
) -> Package:
    """The package of a document. `body` is the whole of document.xml, and is parsed here once."""
    package = Package()
    main = DocumentPart(
        PackURI("/word/document.xml"),
        CONTENT_TYPE.WML_DOCUMENT_MAIN,
        parse_xml(body.encode()),
        package,
    )
    package.load_rel(RELATIONSHIP_TYPE.OFFICE_DOCUMENT, main, "rIdDocument")
    for text in parts:
        part = _part(package, f"word/{text.name}", text.content_type, text.text.encode())
        main.load_rel(_relationship(text.kind), part, text.relationship)
        if text.kind == "endnotes":
            _relate_links(part, ledger.note_links)
        elif text.kind == "fontTable":
            for font in embedded:
                file = _part(package, f"word/{font.name}", _FONT_TYPE, font.data)
                part.load_rel(RELATIONSHIP_TYPE.FONT, file, font.relationship)
    for media in ledger.media.values():
        part = _part(package, f"word/{media.name}", _media_type(media), media.data)
        main.load_rel(RELATIONSHIP_TYPE.IMAGE, part, media.relationship)
    _relate_links(main, ledger.links)
    return package


def add_origin(package: Package, document: Document) -> None:
    """Where the file comes from, in a store of Word's that keeps what it does not know.

    It is related to the document, as Word and LibreOffice do it, and not to the package.
    """
    item = _part(package, origin.PART, "application/xml", origin.origin_xml(document).encode())
    properties = origin.properties_xml().encode()
    kept = _part(package, origin.PROPERTIES, origin.PROPERTIES_TYPE, properties)
    item.load_rel(_relationship("customXmlProps"), kept, "rIdProperties")
    package.main_document_part.load_rel(_relationship("customXml"), item, "rIdOrigin")


def set_properties(package: Package, document: Document) -> None:
    """Title, subject, keywords, language and date; the publisher is filled in by stamping."""
    part = CorePropertiesPart(
        PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES, CT_CoreProperties.new(),
        package,
    )  # fmt: skip
    package.load_rel(RELATIONSHIP_TYPE.CORE_PROPERTIES, part, "rIdCore")
    core = package.core_properties
    # Word cuts what is longer than 255 characters, and python-docx refuses it.
    core.title = _short(document.title)
    core.subject = _short(document.subtitle or document.description)
    if document.keywords:
        core.keywords = _short(", ".join(document.keywords))
    core.comments = _short(document.description)
    core.language = document.language
    core.version = _short(document.version)
    core.revision = 1
    core.author = core.last_modified_by = PUBLISHER
    date = _date(document.date)
    if date:
        core.created = core.modified = date


PUBLISHER = "@publisher@"


def files_of(package: Package) -> dict[str, bytes]:
    """Every file of the zip by its name, in the order in which it is written."""
    parts = list(package.iter_parts())
    files = {
        "[Content_Types].xml": _content_types(parts).encode(),
        "_rels/.rels": package.rels.xml,
    }
    for part in parts:
        files[part.partname.membername] = part.blob
        if len(part.rels):
            files[part.partname.rels_uri.membername] = part.rels.xml
    return files


def _part(package: Package, name: str, content_type: str, data: bytes) -> Part:
    return Part(PackURI(f"/{name}"), content_type, data, package)


def _relate_links(part: Part, links: Links) -> None:
    for url, relationship in links.ids.items():
        part.load_rel(RELATIONSHIP_TYPE.HYPERLINK, url, relationship, is_external=True)


def _relationship(kind: str) -> str:
    base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return f"{base}/{kind}"


def _media_type(media: Media) -> str:
    return _MEDIA_TYPES[media.name.rsplit(".", 1)[1]]


def _content_types(parts: list[Part]) -> str:
    """Pictures by their suffix, so that a brand's logo needs no new entry; other parts by name."""
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml",
        "xml": "application/xml",
        **_MEDIA_TYPES,
        "odttf": _FONT_TYPE,
    }
    listed = "".join(
        f'<Default Extension="{suffix}" ContentType="{kind}"/>' for suffix, kind in defaults.items()
    )
    named = "".join(
        f'<Override PartName="{part.partname}" ContentType="{escape(part.content_type)}"/>'
        for part in parts
        if part.content_type not in defaults.values()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{listed}{named}</Types>"
    )


def _short(text: str) -> str:
    return " ".join(legal(text).split())[:255]


def _date(date: str) -> datetime.datetime | None:
    """The day a source gives; the first of the month or year if it gives no day."""
    parts = [int(part) for part in date.split("-") if part.isdigit()]
    if not parts:
        return None
    year, month, day = [*parts, 1, 1][:3]
    return datetime.datetime(year, month, day, tzinfo=datetime.UTC)
