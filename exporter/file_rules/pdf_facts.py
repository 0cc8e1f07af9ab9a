"""What a PDF says of itself: catalogue, structure tree, pages, fonts; read with pikepdf.

Facts only, no judgement. Bounded, and forgiving: what is broken is left out.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

from exporter.file_rules.pdf_fonts import fonts_lacking, get, items_of, list_of

logging.getLogger("pikepdf").setLevel(logging.CRITICAL)
# what qpdf mutters about damaged files is for nobody who reads our messages

MOST_ELEMENTS = 500_000
MOST_DEPTH = 150

Mark = tuple[int, int]
"""A page's number, from 0, and a marked sequence of it."""


@dataclass(slots=True, eq=False)
class Element:
    """An element of the structure tree; `own` as written, `role` after the role map."""

    own: str
    role: str
    parent: Element | None = None
    alt: str | None = None
    actual: str | None = None
    name: str = ""
    scope: str = ""
    headers: bool = False
    columns: int = 1
    rows: int = 1
    kids: list[Element] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    links: int = 0
    """Link annotations that belong to it."""
    width: float = 0
    """Of a picture, where the file tells it."""

    def within(self) -> Iterator[Element]:
        """The element and all inside it, in reading order."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.kids))

    def all_marks(self) -> Iterator[Mark]:
        for element in self.within():
            yield from element.marks

    def ancestors(self) -> Iterator[Element]:
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


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
    standard: str
    """ "ua-1", "ua-2", or nothing where the file claims neither."""
    bookmarks: bool
    readable_by_machines: bool
    pages: tuple[PageFacts, ...]
    elements: tuple[Element, ...]
    """Every element in reading order."""
    fonts_not_embedded: tuple[str, ...]
    fonts_without_letters: tuple[str, ...]
    """Fonts that do not say which letters their signs are."""

    def owners(self) -> dict[Mark, Element]:
        """For every marked sequence the element that it belongs to."""
        return {mark: element for element in self.elements for mark in element.marks}


def read_facts(data: bytes) -> Facts | None:
    """None if the file cannot be opened at all."""
    try:
        with pikepdf.open(io.BytesIO(data)) as file:
            return _FactsReader(file).facts()
    except pikepdf.PasswordError:
        return None
    except Exception:
        # what a damaged file of a stranger makes qpdf raise is not told in one place
        return None


class _FactsReader:
    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.root = file.Root
        self.tree = get(self.root, "/StructTreeRoot")
        self.role_map = {
            str(own): str(to) for own, to in items_of(get(self.tree, "/RoleMap")) if own and to
        }
        self.pages = {page.objgen: number for number, page in enumerate(file.pages)}
        self.seen: set[tuple[int, int]] = set()

    def facts(self) -> Facts:
        metadata = _bytes(get(self.root, "/Metadata"))
        not_embedded, without_letters = fonts_lacking(self.file)
        return Facts(
            language=_text(get(self.root, "/Lang")),
            title=_title(self.file, metadata),
            title_shown=_is_true(get(get(self.root, "/ViewerPreferences"), "/DisplayDocTitle")),
            tagged=self.tree is not None and _is_true(get(get(self.root, "/MarkInfo"), "/Marked")),
            standard=_standard(metadata),
            bookmarks=get(get(self.root, "/Outlines"), "/First") is not None,
            readable_by_machines=self.file.allow.accessibility,
            pages=tuple(self.page(page.obj) for page in self.file.pages),
            elements=tuple(self.elements()),
            fonts_not_embedded=not_embedded,
            fonts_without_letters=without_letters,
        )

    # ---- structure ----

    def elements(self) -> Iterator[Element]:
        """Every element, in reading order; the root itself is none."""
        top = Element("", "")
        waiting: list[tuple[Any, Element, int, int]] = [(self.tree, top, -1, 0)]
        count = 0
        while waiting and count < MOST_ELEMENTS:
            thing, element, page, depth = waiting.pop()
            count += 1
            if depth < MOST_DEPTH:
                waiting.extend(reversed(list(self.fill(thing, element, page, depth))))
        yield from list(top.within())[1:]

    def fill(
        self, thing: Any, element: Element, page: int, depth: int
    ) -> Iterator[tuple[Any, Element, int, int]]:
        """Give an element its marks and kids; yields the kids, which wait for theirs."""
        page = self.page_of(thing, page)
        for kid in list_of(get(thing, "/K")):
            if isinstance(kid, int):
                element.marks.append((page, kid))
            elif isinstance(kid, pikepdf.Dictionary):
                match str(kid.get("/Type", "")):
                    case "/MCR":
                        element.marks.append((self.page_of(kid, page), int(kid.get("/MCID", -1))))
                    case "/OBJR":
                        element.links += str(get(kid.get("/Obj"), "/Subtype")) == "/Link"
                    case _ if self.is_new(kid):
                        child = self.element(kid, element)
                        element.kids.append(child)
                        yield kid, child, page, depth + 1

    def is_new(self, thing: pikepdf.Object) -> bool:
        """Whether an element was not met before; trees of strangers may go in circles."""
        if not thing.is_indirect:
            return True
        new = thing.objgen not in self.seen
        self.seen.add(thing.objgen)
        return new

    def page_of(self, thing: Any, otherwise: int) -> int:
        page = get(thing, "/Pg")
        return otherwise if page is None else self.pages.get(page.objgen, -1)

    def element(self, thing: pikepdf.Object, parent: Element) -> Element:
        own = str(thing.get("/S", "/"))
        role = own
        for _ in range(10):
            if role not in self.role_map or self.role_map[role] == role:
                break
            role = self.role_map[role]
        element = Element(
            own=own[1:],
            role=role[1:],
            parent=parent,
            alt=_maybe(thing, "/Alt"),
            actual=_maybe(thing, "/ActualText"),
            name=_text(thing.get("/ID")),
        )
        for attributes in list_of(thing.get("/A")):
            if isinstance(attributes, pikepdf.Dictionary):
                _take_attributes(element, attributes)
        return element

    # ---- pages ----

    def page(self, page: pikepdf.Object) -> PageFacts:
        annotations = [a for a in list_of(get(page, "/Annots")) if get(a, "/Subtype") is not None]
        links = [a for a in annotations if str(get(a, "/Subtype")) == "/Link"]
        return PageFacts(
            links=len(links),
            links_without_contents=sum(not _text(get(a, "/Contents")) for a in links),
            links_outside_tree=sum(get(a, "/StructParent") is None for a in links),
            tabs=str(get(page, "/Tabs") or "")[1:],
            annotations=len(annotations),
        )


def _take_attributes(element: Element, attributes: pikepdf.Object) -> None:
    element.scope = str(attributes.get("/Scope", "/" + element.scope))[1:]
    element.columns = _number(attributes.get("/ColSpan"), element.columns)
    element.rows = _number(attributes.get("/RowSpan"), element.rows)
    element.headers = element.headers or "/Headers" in attributes
    box = list_of(attributes.get("/BBox"))
    if len(box) == 4:
        element.width = abs(float(box[2]) - float(box[0]))


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


def _maybe(thing: pikepdf.Object, name: str) -> str | None:
    return _text(thing.get(name)) if name in thing else None


def _number(thing: Any, otherwise: int) -> int:
    return int(thing) if isinstance(thing, int) else otherwise


def _is_true(thing: Any) -> bool:
    return thing is True or (isinstance(thing, pikepdf.Object) and str(thing) == "true")


def _bytes(thing: Any) -> bytes:
    return bytes(thing.read_bytes()[:1_000_000]) if isinstance(thing, pikepdf.Stream) else b""
