"""What a PDF says of itself: catalogue, structure tree, pages, fonts; read with pikepdf.

Facts only, no judgement. Bounded, and forgiving: what is broken on a page is left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import pikepdf

from exporter.file_rules.pdf.fonts import fonts_lacking, get, list_of
from exporter.pdf_file.opening import opened
from exporter.pdf_file.packed import beginning_of
from exporter.pdf_file.tree import Node, PageMark, Tree, read_tree

MOST_ANNOTATIONS = 200_000
"""In the whole file."""
_MOST_METADATA = 1_000_000


@dataclass(frozen=True, slots=True)
class PageFacts:
    links: int = 0
    links_without_contents: int = 0
    links_outside_tree: int = 0
    tabs: str = ""
    annotations: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    language: str
    title: str
    title_shown: bool
    tagged: bool
    marked: bool
    """Whether the file says that its tags count."""
    standard: str
    """ "ua-1", "ua-2", or nothing where the file claims neither."""
    bookmarks: bool
    readable_by_machines: bool
    pages: tuple[PageFacts, ...]
    elements: tuple[Node, ...]
    """Every element in reading order."""
    fonts_not_embedded: tuple[str, ...]
    fonts_without_letters: tuple[str, ...]
    """Fonts that do not say which letters their signs are."""

    def owners(self) -> dict[PageMark, Node]:
        """For every marked sequence the element that it belongs to."""
        return {mark: element for element in self.elements for mark in element.marks()}


def read_facts(data: bytes) -> Facts | None:
    """None if the file or its structure tree cannot be read at all."""
    try:
        with opened(data) as file:
            return _FactsReader(file, read_tree(data)).facts()
    except Exception:
        # what a damaged file of a stranger makes qpdf raise is not told in one place
        return None


class _FactsReader:
    def __init__(self, file: pikepdf.Pdf, tree: Tree) -> None:
        self.file = file
        self.root = file.Root
        self.tree = tree
        self.annotations = 0

    def facts(self) -> Facts:
        metadata = _bytes(get(self.root, "/Metadata"))
        not_embedded, without_letters = fonts_lacking(self.file)
        return Facts(
            language=self.tree.language,
            title=_title(self.file, metadata),
            title_shown=_is_true(get(get(self.root, "/ViewerPreferences"), "/DisplayDocTitle")),
            tagged=self.tree.tagged,
            marked=_is_true(get(get(self.root, "/MarkInfo"), "/Marked")),
            standard=_standard(metadata),
            bookmarks=get(get(self.root, "/Outlines"), "/First") is not None,
            readable_by_machines=self.file.allow.accessibility,
            pages=tuple(self.page(page.obj) for page in self.file.pages),
            elements=tuple(self.tree.every_node()),
            fonts_not_embedded=not_embedded,
            fonts_without_letters=without_letters,
        )

    def page(self, page: pikepdf.Object) -> PageFacts:
        given = list_of(get(page, "/Annots"))
        self.annotations += len(given)
        if self.annotations > MOST_ANNOTATIONS:
            return PageFacts()
        annotations = [a for a in given if get(a, "/Subtype") is not None]
        links = [a for a in annotations if str(get(a, "/Subtype")) == "/Link"]
        return PageFacts(
            links=len(links),
            links_without_contents=sum(not _text(get(a, "/Contents")) for a in links),
            links_outside_tree=sum(get(a, "/StructParent") is None for a in links),
            tabs=str(get(page, "/Tabs") or "")[1:],
            annotations=len(annotations),
        )


def _title(file: pikepdf.Pdf, metadata: bytes) -> str:
    found = re.search(rb"<dc:title>.*?<rdf:li[^>]*>(.*?)</rdf:li>", metadata, re.DOTALL)
    if found:
        return found[1].decode("utf-8", "replace").strip()
    return _text(get(file.trailer.get("/Info"), "/Title")).strip()


def _standard(metadata: bytes) -> str:
    found = re.search(rb"pdfuaid:part(?:>|=[\"'])\s*(\d)", metadata)
    return f"ua-{found[1].decode()}" if found else ""


def _text(thing: Any) -> str:
    return str(thing) if isinstance(thing, pikepdf.String | str) else ""


def _is_true(thing: Any) -> bool:
    return thing is True or (isinstance(thing, pikepdf.Object) and str(thing) == "true")


def _bytes(thing: Any) -> bytes:
    return beginning_of(thing, _MOST_METADATA) if isinstance(thing, pikepdf.Stream) else b""
