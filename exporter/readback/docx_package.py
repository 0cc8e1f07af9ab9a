"""What is in a Word file: its parts as trees, its relationships, the names of its styles.

Everything is bounded: a stranger's file may be a zip bomb, or no Word file at all.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from exporter.readback import Unreadable
from exporter.readback.docx_numbers import Numbering, numberings

MOST_BYTES = 100_000_000
"""Of XML, unpacked; a book of a thousand pages has about a fifth of it."""
MOST_PARTS = 20_000
MOST_ANCESTORS = 20
"""Styles that a style is based on."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = {
    b"http://purl.oclc.org/ooxml/officeDocument/": (
        b"http://schemas.openxmlformats.org/officeDocument/2006/"
    ),
    b"http://purl.oclc.org/ooxml/wordprocessingml/": (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/"
    ),
    b"http://purl.oclc.org/ooxml/drawingml/": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""The strict kind of Word file has other namespaces for the same things."""

_NOT_WORD = "This is not a Word file (.docx) that can be read."


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as reading needs it; `name` in lower case."""

    name: str
    kind: str
    parent: str = ""
    outline_level: int = -1
    numbered: bool = False
    list_number: str = ""
    """The `w:num` that counts its paragraphs."""
    list_level: int = 0
    language: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    """None where the style says nothing of it, and so does what it is based on."""


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part with the addresses that its relationships lead to."""

    root: ElementTree.Element
    targets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Package:
    document: Part
    notes: dict[str, Part]
    """"endnote" and "footnote", where the file has them."""
    styles: dict[str, Style]
    numberings: dict[str, Numbering]
    language: str

    def chain(self, style: Style) -> Iterator[Style]:
        """A style and those that it is based on; never round in a circle."""
        for _ in range(MOST_ANCESTORS):
            yield style
            if style.parent not in self.styles:
                return
            style = self.styles[style.parent]

    def bold(self, style: Style) -> bool:
        return next((one.bold for one in self.chain(style) if one.bold is not None), False)

    def hidden(self, style: Style) -> bool:
        return next((one.hidden for one in self.chain(style) if one.hidden is not None), False)


def open_package(data: bytes) -> Package:
    """All that the reader needs. Raises Unreadable."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable("This Word file is locked with a password, or is of the old kind (.doc).")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _Opened(archive).package()
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        KeyError,
        OSError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        ElementTree.ParseError,
    ) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(_NOT_WORD) from error


class _Opened:
    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.left = MOST_BYTES
        self.names = {info.filename.lower(): info.filename for info in archive.infolist()}
        if len(self.names) > MOST_PARTS:
            raise Unreadable("This Word file has too many parts to be read.")

    def package(self) -> Package:
        main = self._main()
        kinds = self._relationships(main)
        document = self._part(main)
        styles_name = self._of_kind(kinds, "styles")
        styles_root = self._tree(styles_name) if styles_name else None
        styles = {} if styles_root is None else _styles(styles_root)
        notes = {}
        for kind in ("endnote", "footnote"):
            name = self._of_kind(kinds, f"{kind}s")
            if name:
                notes[kind] = self._part(name)
        lists = self._of_kind(kinds, "numbering")
        counted = numberings(self._tree(lists)) if lists else {}
        language = "" if styles_root is None else _language(styles_root, styles)
        return Package(document, notes, styles, counted, language)

    def _main(self) -> str:
        for kind, target, _ in self._relationships("").values():
            if kind == "officeDocument" and self._has(target):
                return target
        if self._has("word/document.xml"):
            return "word/document.xml"
        raise Unreadable(_NOT_WORD)

    def _of_kind(self, relationships: dict[str, tuple[str, str, bool]], kind: str) -> str:
        targets = (target for own, target, outside in relationships.values() if own == kind)
        return next((target for target in targets if self._has(target)), "")

    def _has(self, name: str) -> bool:
        return name.lower() in self.names

    def _part(self, name: str) -> Part:
        relationships = self._relationships(name).items()
        return Part(self._tree(name), {key: target for key, (_, target, _) in relationships})

    def _relationships(self, name: str) -> dict[str, tuple[str, str, bool]]:
        """For each id its kind, its target, and whether it leads outside the file."""
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if not self._has(rels):
            return {}
        found = {}
        for one in self._tree(rels).iter(_RELATIONSHIP):
            outside = one.get("TargetMode") == "External"
            target = one.get("Target", "")
            if not outside:
                joined = posixpath.normpath(posixpath.join("/", folder, target))
                target = joined.lstrip("/")
            kind = one.get("Type", "").rsplit("/", 1)[-1]
            found[one.get("Id", "")] = (kind, target, outside)
        return found

    def _tree(self, name: str) -> ElementTree.Element:
        with self.archive.open(self.names[name.lower()]) as stream:
            data = stream.read(self.left + 1)
        self.left -= len(data)
        if self.left < 0:
            raise Unreadable("This Word file unpacks to more than 100 MB; that is too large.")
        if re.search(rb"<!(DOCTYPE|ENTITY)", data):
            raise Unreadable("This Word file holds definitions that no Word file may hold.")
        if b"purl.oclc.org" in data:
            for strict, usual in _STRICT.items():
                data = data.replace(strict, usual)
        return ElementTree.fromstring(data)


def _styles(root: ElementTree.Element) -> dict[str, Style]:
    styles = {}
    for element in root.iter(f"{W}style"):
        numbering = element.find(f"{W}pPr/{W}numPr")
        styles[element.get(f"{W}styleId", "")] = Style(
            name=" ".join(_value(element, "name").lower().split()),
            kind=element.get(f"{W}type", ""),
            parent=_value(element, "basedOn"),
            outline_level=number_of(_value(element, f"pPr/{W}outlineLvl"), -1),
            numbered=numbering is not None and _value(numbering, "numId") != "0",
            list_number="" if numbering is None else _value(numbering, "numId"),
            list_level=0 if numbering is None else number_of(_value(numbering, "ilvl"), 0),
            language=_value(element, f"rPr/{W}lang"),
            bold=switch(element, f"rPr/{W}b"),
            hidden=switch(element, f"rPr/{W}vanish"),
        )
    return styles


def _language(root: ElementTree.Element, styles: dict[str, Style]) -> str:
    """The language of the document: the default style's, else that of the defaults."""
    for element in root.iter(f"{W}style"):
        default = element.get(f"{W}default") in ("1", "true", "on")
        if default and element.get(f"{W}type") == "paragraph":
            style = styles[element.get(f"{W}styleId", "")]
            if style.language:
                return style.language
    return _value(root, f"docDefaults/{W}rPrDefault/{W}rPr/{W}lang")


def _value(element: ElementTree.Element, path: str) -> str:
    found = element.find(f"{W}{path}")
    return "" if found is None else found.get(f"{W}val", "")


def switch(element: ElementTree.Element, path: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said of it."""
    found = element.find(f"{W}{path}")
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off")


def number_of(text: str, otherwise: int) -> int:
    """The number that an attribute holds; `otherwise` where a stranger's holds none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise
