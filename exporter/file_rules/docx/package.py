"""Open anybody's Word file, with bounds, and hand out its parts.

What cannot be opened is told in one sentence for people; nothing in a file can use up the memory or
bring an error nobody expected.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from lxml import etree
from lxml.etree import _Element

Element: TypeAlias = _Element

MOST_BYTES = 80 * 2**20
"""Of one XML part when unpacked. The largest guides that we know of have 8 MB."""
MOST_TOGETHER = 240 * 2**20
MOST_MEMBERS = 20_000

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
V = "{urn:schemas-microsoft-com:vml}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0"

# Files that Word saved as "Strict Open XML" differ in the names of their namespaces alone.
_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W,
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R,
    b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": WP,
    b"http://purl.oclc.org/ooxml/drawingml/main": A,
}


class CannotOpen(Exception):
    """The file cannot be judged. `code` is the rule that it breaks."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        self.code, self.message, self.hint = code, message, hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Relationship:
    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """A Word file: the names of its members, its XML parts, and what each is related to."""

    archive: zipfile.ZipFile
    names: frozenset[str]
    main: str = ""
    spent: int = 0
    _parts: dict[str, Element | None] = field(default_factory=dict)

    def part(self, name: str) -> Element | None:
        """The root of an XML part; None where there is none. Read once."""
        if name not in self._parts:
            self._parts[name] = self._read(name) if name in self.names else None
        return self._parts[name]

    def related(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by their ids."""
        folder, name = posixpath.split(part)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return {}
        return {
            entry.get("Id", ""): Relationship(
                entry.get("Type", "").rsplit("/", 1)[-1],
                entry.get("Target", ""),
                entry.get("TargetMode") == "External",
            )
            for entry in root.iter(f"{_PACKAGE}Relationship")
        }

    def path(self, part: str, target: str) -> str:
        """The name of a member that `part` is related to."""
        if target.startswith("/"):
            return target.lstrip("/")
        return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))

    def of_kind(self, kind: str) -> list[str]:
        """The members that the document is related to in this way, in their order."""
        return [
            self.path(self.main, one.target)
            for one in self.related(self.main).values()
            if one.kind == kind and not one.external
        ]

    def one(self, kind: str) -> Element | None:
        """The first part of a kind: styles, numbering, settings …"""
        found = self.of_kind(kind)
        return self.part(found[0]) if found else None

    @cached_property
    def document(self) -> Element:
        root = self.part(self.main)
        if root is None or root.find(f"{W}body") is None:
            raise CannotOpen("word-unreadable", "This file has no document in it.")
        return root

    def picture(self, name: str) -> bytes:
        """The bytes of a picture; none where it is lost, damaged or larger than any picture."""
        try:
            with self.archive.open(name) as member:
                data = member.read(MOST_BYTES + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            return b""
        return data if len(data) <= MOST_BYTES else b""

    def counted(self, name: str) -> str:
        """What the program that saved the file counted: Pages, Words …"""
        for relationship in self.related("").values():
            if relationship.kind == "extended-properties":
                return _entry(self.part(self.path("", relationship.target)), name)
        return ""

    def core(self, name: str) -> str:
        """A property: title, creator, subject, keywords, language …"""
        for relationship in self.related("").values():
            if relationship.kind == "core-properties":
                return _entry(self.part(self.path("", relationship.target)), name)
        return ""

    def _read(self, name: str) -> Element:
        left = min(MOST_BYTES, MOST_TOGETHER - self.spent)
        try:
            with self.archive.open(name) as member:
                data = member.read(left + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
            raise CannotOpen(
                "word-unreadable", f"A part of this file is damaged: {name}."
            ) from error
        except RuntimeError as error:  # zipfile says so when a member has a password
            raise _locked() from error
        if len(data) > left:
            raise CannotOpen("word-unreadable", f"{name} is too large when it is unpacked.")
        self.spent += len(data)
        return _parsed(name, data)


def _entry(root: Element | None, name: str) -> str:
    for entry in root if root is not None else ():
        if isinstance(entry.tag, str) and etree.QName(entry).localname == name:
            return (entry.text or "").strip()
    return ""


def open_package(data: bytes) -> Package:
    """The package of a Word file. Raises CannotOpen."""
    if data.startswith(_COMPOUND_FILE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise _locked()
        raise CannotOpen(
            "word-old-format",
            "This file has the format of Word 97 to 2003 (.doc).",
            "Open it in Word and save it as a Word document (.docx).",
        )
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        raise CannotOpen("word-unreadable", "This is not a Word file, or it is damaged.") from error
    if len(names) > MOST_MEMBERS:
        raise CannotOpen("word-unreadable", "This file has more parts than any Word file has.")
    package = Package(archive, names)
    package.main = _main(package)
    if not package.main:
        raise CannotOpen("word-unreadable", "This is not a Word file: it has no document in it.")
    _ = package.document
    return package


def _main(package: Package) -> str:
    for relationship in package.related("").values():
        if relationship.kind == "officeDocument":
            name = package.path("", relationship.target)
            return name if name in package.names else ""
    return ""


def _parsed(name: str, data: bytes) -> Element:
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise CannotOpen("word-unreadable", f"{name} declares entities, which no Word file does.")
    for strict, usual in _STRICT.items():
        if strict in data:
            data = data.replace(strict, usual.strip("{}").encode())
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CannotOpen("word-unreadable", f"A part of this file is damaged: {name}.") from error
    # What old Words are given instead would be found twice.
    for old in list(root.iter(_FALLBACK)):
        parent = old.getparent()
        if parent is not None:
            parent.remove(old)
    return root


def _locked() -> CannotOpen:
    return CannotOpen(
        "word-encrypted",
        "This file is locked with a password, so nobody can check it.",
        "Save it without a password. Screen readers may not get into it either.",
    )


def value(element: Element | None, *path: str) -> str:
    """The `w:val` at the end of a path of elements; empty where there is none."""
    for step in path:
        element = element.find(f"{W}{step}") if element is not None else None
    return element.get(f"{W}val", "") if element is not None else ""


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a switch is on; None where it is not there."""
    element = parent.find(f"{W}{name}") if parent is not None else None
    if element is None:
        return None
    return element.get(f"{W}val", "1") not in ("0", "false", "off")
