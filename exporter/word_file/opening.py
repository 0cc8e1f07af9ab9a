"""Open anybody's Word file: bounds first, then one tree for each part, read when it is asked for.

Nothing in a file can use up the memory, reach outside, or bring an error that nobody expected:
what cannot be opened is Unreadable, with its kind and one sentence for people.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lxml import etree

from exporter.diagnostics import Unreadable
from exporter.word_file.names import MC, PACKAGE, TYPES, Element, W
from exporter.word_file.note_marks import drop_chosen_marks
from exporter.word_file.other_kinds import refuse_other_kinds
from exporter.word_file.styles import Styles
from exporter.zip_file import ZipParts

CALLED = "Word file"
MOST_ELEMENTS = 1_500_000
"""In all parts together. A book of a thousand pages has about half of it."""
MOST_ATTRIBUTES = 6_000_000
MOST_PARAGRAPHS = 150_000
"""Cells of tables count. A book of a thousand pages has twenty thousand."""
_MAIN = "word/document.xml"
_MACROS = "macroEnabled"

_STRICT = re.compile(rb"http://purl\.oclc\.org/ooxml/(officeDocument|wordprocessingml|drawingml)/")
_USUAL = {
    b"officeDocument": b"http://schemas.openxmlformats.org/officeDocument/2006/",
    b"wordprocessingml": b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
    b"drawingml": b"http://schemas.openxmlformats.org/drawingml/2006/",
}
"""Files saved as "Strict Open XML" have other namespaces for the same things."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part is related to: the last word of the relationship's type, and its address."""

    kind: str
    target: str
    external: bool


@dataclass(eq=False)
class WordFile:
    """A Word file. A name of a part is its path in the zip, as "word/document.xml"."""

    zipped: ZipParts
    main: str = ""
    """The part that is the document."""
    declared: bool = True
    """Whether the file itself says which part that is. Word does not open one that does not."""
    _elements: int = 0
    _attributes: int = 0
    _paragraphs: int = 0
    _trees: dict[str, Element | None] = field(default_factory=dict)
    _related: dict[str, dict[str, Relationship]] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts, pictures too."""
        return self.zipped.names

    def part(self, name: str) -> Element | None:
        """The root of an XML part; None where there is none. Read once; not to be changed."""
        if name not in self._trees:
            self._trees[name] = self._tree(name) if name in self.zipped else None
        return self._trees[name]

    def related(self, part: str) -> dict[str, Relationship]:
        """The relationships of a part by their ids; "" is the file itself."""
        if part not in self._related:
            folder, name = posixpath.split(part)
            root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._related[part] = {
                entry.get("Id", ""): Relationship(
                    entry.get("Type", "").rsplit("/", 1)[-1],
                    entry.get("Target", ""),
                    entry.get("TargetMode") == "External",
                )
                for entry in (() if root is None else root.iter(f"{PACKAGE}Relationship"))
            }
        return self._related[part]

    def path(self, part: str, target: str) -> str:
        """The name of the part that `part` is related to by this address."""
        if target.startswith("/"):
            return posixpath.normpath(target).lstrip("/")
        return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")

    def of_kind(self, kind: str) -> list[str]:
        """The parts that the document is related to in this way, in their order."""
        return [
            self.path(self.main, one.target)
            for one in self.related(self.main).values()
            if one.kind == kind and not one.external
        ]

    def one(self, kind: str) -> Element | None:
        """The first part of a kind that is there: styles, numbering, settings …"""
        there = (self.part(name) for name in self.of_kind(kind))
        return next((root for root in there if root is not None), None)

    @cached_property
    def document(self) -> Element:
        """The root of the document."""
        root = self.part(self.main)
        assert root is not None
        return root

    @cached_property
    def body(self) -> Element:
        """The `w:body` of the document."""
        body = self.document.find(f"{W}body")
        assert body is not None
        return body

    @cached_property
    def styles(self) -> Styles:
        """The styles, as far as they say what a paragraph is."""
        return Styles.read(self.one("styles"))

    @property
    def numbering(self) -> Element | None:
        """The lists: `w:num` and `w:abstractNum`."""
        return self.one("numbering")

    @cached_property
    def content_types(self) -> dict[str, str]:
        """What kind each part is said to be, by "/" and its name, or by its suffix, no dot."""
        root = self.part("[Content_Types].xml")
        kinds: dict[str, str] = {}
        for one in () if root is None else root:
            key = "PartName" if one.tag == f"{TYPES}Override" else "Extension"
            kinds[one.get(key, "").lower()] = one.get("ContentType", "")
        return kinds

    def content_type(self, name: str) -> str:
        """What kind a part is said to be; empty where nothing is said."""
        suffix = posixpath.splitext(name)[1].lstrip(".").lower()
        return self.content_types.get(f"/{name.lower()}") or self.content_types.get(suffix, "")

    def picture(self, name: str) -> bytes:
        """The bytes of a picture; none where it is lost, damaged or larger than any picture."""
        return self.zipped.picture(name)

    def counted(self, name: str) -> str:
        """What the program that saved the file counted: Pages, Words …"""
        return self._entry("extended-properties", name)

    def core(self, name: str) -> str:
        """A property: title, creator, subject, keywords, language …"""
        return self._entry("core-properties", name)

    def _entry(self, kind: str, name: str) -> str:
        for relationship in self.related("").values():
            if relationship.kind == kind:
                root = self.part(self.path("", relationship.target))
                for entry in () if root is None else root:
                    if etree.QName(entry).localname == name:
                        return (entry.text or "").strip()
                return ""
        return ""

    def _tree(self, name: str) -> Element:
        data = self.zipped.read(name)
        # counted before any tree is built: 80 kB can hold nine million empty paragraphs
        self._elements += data.count(b"<") - data.count(b"</")
        self._attributes += data.count(b"=")
        if self._elements > MOST_ELEMENTS or self._attributes > MOST_ATTRIBUTES:
            raise self.zipped.too_large("holds more pieces than any book")
        root = _parsed(name, data)
        self._paragraphs += sum(1 for _ in root.iter(f"{W}p"))
        if self._paragraphs > MOST_PARAGRAPHS:
            raise self.zipped.too_large("holds more paragraphs than any book")
        return root


@lru_cache(maxsize=1)
def open_word(data: bytes) -> WordFile:
    """The file, opened; the last one is remembered. Raises Unreadable."""
    refuse_other_kinds(data)
    file = WordFile(ZipParts(data, CALLED))
    declared = [one for one in file.related("").values() if one.kind == "officeDocument"]
    there = [name for one in declared if (name := file.path("", one.target)) in file.zipped]
    file.declared = bool(there)
    file.main = next(iter(there), _MAIN)
    if _MACROS in file.content_type(file.main):
        raise Unreadable(
            "This Word file holds macros, which are programs; such files are not opened.",
            "macro-enabled",
            "Open it in Word and save it as a Word document (.docx), without macros.",
        )
    root = file.part(file.main)
    if root is None or root.find(f"{W}body") is None:
        raise Unreadable("This is not a Word file: it has no document in it.", "another kind")
    return file


def _parsed(name: str, data: bytes) -> Element:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise _definitions()
    if b"purl.oclc.org" in data:
        data = _STRICT.sub(lambda found: _USUAL[found[1]], data)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise Unreadable(
                "This Word file is nested too deeply to be read.", "too large"
            ) from error
        raise Unreadable(f"A part of this Word file is damaged: {name}.", "damaged") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _definitions()
    _choose(root)
    drop_chosen_marks(root)
    return root


def _definitions() -> Unreadable:
    return Unreadable("This Word file holds definitions that no Word file may hold.", "damaged")


def _choose(root: Element) -> None:
    """Of what stands there in several ways, for new Words and old, only the first is kept."""
    for ways in list(root.iter(f"{MC}AlternateContent")):
        if ways.find(f"{MC}Choice") is not None:
            for other in ways[1:]:
                ways.remove(other)
