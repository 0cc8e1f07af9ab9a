"""The structure tree of a PDF as plain nodes, read with pikepdf.

Bounded: a stranger's tree may go round in a circle, be endlessly deep, or be no tree at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, TypeAlias

import pikepdf

from exporter.diagnostics import Unreadable
from exporter.pdf_file.bounds import refuse_bombs
from exporter.pdf_file.content_languages import languages_in_content
from exporter.pdf_file.fields import Field, field_of, text
from exporter.pdf_file.opening import opened
from exporter.pdf_file.roles import NOTHING, Roles, dictionary

MOST_PAGES = 10_000
MOST_NODES = 500_000
MOST_DEPTH = 150

_WITH_ATTRIBUTES = frozenset(("TH", "TD", "Figure", "Formula"))
"""Those of which anybody asks."""


PageMark: TypeAlias = tuple[int, int]
"""A page's number, from 0, and a marked sequence of it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked sequence of a page, or of a form that is drawn on it."""

    page: int
    number: int
    in_form: bool = False


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link leads: an address, or the name of a place in this document."""

    address: str = ""
    name: str = ""
    said: str = ""
    """What its annotation says of it."""


@dataclass(slots=True, eq=False)
class Node:
    """An element. `own` is its type as written, `role` what the role map makes of it."""

    own: str = ""
    role: str = ""
    parent: Node | None = field(default=None, repr=False)
    alt: str | None = None
    actual: str | None = None
    language: str = ""
    name: str = ""
    scope: str = ""
    headers: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1
    width: float = 0
    """Of a picture, in points, where the file tells it."""

    kids: list[Kid] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        return (kid for kid in self.kids if isinstance(kid, Node))

    def goal(self) -> Goal | None:
        return next((kid for kid in self.kids if isinstance(kid, Goal)), None)

    def marks(self) -> Iterator[PageMark]:
        """Its own marked sequences."""
        return ((kid.page, kid.number) for kid in self.kids if isinstance(kid, Mark))

    def within(self) -> Iterator[Node]:
        """The element and all inside it, in reading order."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(list(node.nodes())))

    def all_marks(self) -> Iterator[PageMark]:
        for node in self.within():
            yield from node.marks()

    def ancestors(self) -> Iterator[Node]:
        node = self.parent
        while node is not None:
            yield node
            node = node.parent


Kid: TypeAlias = Node | Mark | Goal | Field


@dataclass(frozen=True, slots=True)
class Tree:
    """The root's kids, the document's language, and whether there is a tree at all."""

    kids: list[Kid]
    language: str
    tagged: bool
    pages: int
    loose_fields: Mapping[int, tuple[Field, ...]] = field(default_factory=dict)
    """Of each page the fields that no element has."""
    holders: Mapping[tuple[int, int], Node] = field(default_factory=dict)
    """For each annotation that has one the element that it belongs to."""
    roles: Roles = field(default_factory=lambda: Roles(NOTHING))
    keeps_our_marks: bool = False
    """Whether it is written as ARCHITECTURE.md says: then nothing in it has to be guessed."""
    content_languages: Mapping[PageMark, str] = field(default_factory=dict)
    """Of marked sequences whose language stands in the page; ours says it of elements only."""

    def every_node(self) -> Iterator[Node]:
        """All nodes, in reading order."""
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.within()


@lru_cache(maxsize=1)
def read_tree(data: bytes) -> Tree:
    """The structure tree; the last one is remembered. Raises Unreadable."""
    try:
        with opened(data) as file:
            refuse_bombs(file, len(data))
            return _TreeReader(file).tree()
    except Unreadable:
        raise
    except Exception as error:
        # what qpdf and its wrapper raise for damaged files is not told in one place
        raise Unreadable("This PDF is damaged and cannot be read.") from error


class _TreeReader:
    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.structure = dictionary(file.Root.get("/StructTreeRoot"))
        self.roles = Roles(self.structure)
        self.class_map = dictionary(self.structure.get("/ClassMap"))
        self.seen: set[tuple[int, int]] = set()
        self.holders: dict[tuple[int, int], Node] = {}
        self.count = 0
        self.top = Node()

    def tree(self) -> Tree:
        if len(self.file.pages) > MOST_PAGES:
            raise Unreadable(f"This PDF has more than {MOST_PAGES} pages; that is too many.")
        self.pages = {page.obj.objgen: number for number, page in enumerate(self.file.pages)}
        waiting: list[tuple[Node, pikepdf.Object, int, int]] = [(self.top, self.structure, -1, 0)]
        while waiting:
            node, element, page, depth = waiting.pop()
            if depth > MOST_DEPTH:
                raise Unreadable("This PDF is nested too deeply to be read.")
            self.fill(node, element, page, depth, waiting)
        ours = "Furniture" in self.roles.map
        return Tree(
            kids=self.top.kids,
            language=_text(self.file.Root.get("/Lang")),
            tagged=bool(len(self.structure)),
            pages=len(self.pages),
            loose_fields=self.loose_fields(),
            holders=self.holders,
            roles=self.roles,
            keeps_our_marks=ours,
            content_languages={} if ours else languages_in_content(self.file),
        )

    def fill(
        self,
        node: Node,
        element: pikepdf.Object,
        page: int,
        depth: int,
        waiting: list[tuple[Node, pikepdf.Object, int, int]],
    ) -> None:
        """Give a node its kids; those that are elements wait for theirs."""
        page = self.page_of(element, page)
        for kid in _items(element.get("/K")):
            self.count += 1
            if self.count > MOST_NODES:
                raise Unreadable("This PDF has too many elements to be read.", "too large")
            if isinstance(kid, int):
                node.kids.append(Mark(page, kid))
            elif isinstance(kid, pikepdf.Dictionary):
                match str(kid.get("/Type", "")):
                    case "/MCR":
                        number = _whole(kid.get("/MCID"), -1)
                        node.kids.append(Mark(self.page_of(kid, page), number, "/Stm" in kid))
                    case "/OBJR":
                        annotation = dictionary(kid.get("/Obj"))
                        self.holders[annotation.objgen] = node
                        node.kids.extend(self.annotation(annotation))
                    case _:
                        self.once(kid)
                        child = self.node(kid)
                        child.parent = node if node is not self.top else None
                        node.kids.append(child)
                        waiting.append((child, kid, page, depth + 1))

    def once(self, element: pikepdf.Object) -> None:
        if element.is_indirect:
            if element.objgen in self.seen:
                raise Unreadable("The structure of this PDF goes round in a circle.")
            self.seen.add(element.objgen)

    def page_of(self, element: pikepdf.Object, otherwise: int) -> int:
        page = element.get("/Pg")
        return otherwise if page is None else self.pages.get(page.objgen, -1)

    def node(self, element: pikepdf.Object) -> Node:
        own = str(element.get("/S", "/"))[1:]
        node = Node(
            own=own,
            role=self.roles.standard(own, dictionary(element.get("/NS"))),
            alt=_text(element.Alt) if "/Alt" in element else None,
            actual=_text(element.ActualText) if "/ActualText" in element else None,
            language=_text(element.get("/Lang")),
            name=_text(element.get("/ID")),
        )
        if node.role in _WITH_ATTRIBUTES:
            for attributes in self.attributes(element):
                box = _items(attributes.get("/BBox"))
                if len(box) == 4:
                    node.width = _width(box)
                node.scope = str(attributes.get("/Scope", "/" + node.scope))[1:]
                node.columns = _whole(attributes.get("/ColSpan"), node.columns)
                node.rows = _whole(attributes.get("/RowSpan"), node.rows)
                if "/Headers" in attributes:
                    node.headers = tuple(map(_text, _items(attributes.Headers)))
        return node

    def attributes(self, element: pikepdf.Object) -> Iterator[pikepdf.Object]:
        for name in _items(element.get("/C")):
            yield from map(dictionary, _items(self.class_map.get(str(name))))
        yield from (
            item for item in _items(element.get("/A")) if isinstance(item, pikepdf.Dictionary)
        )

    def annotation(self, annotation: pikepdf.Object) -> Iterator[Goal | Field]:
        """Where a link leads, or what a field asks for; of other annotations nothing."""
        kind = annotation.get("/Subtype")
        if kind == "/Widget":
            field = field_of(annotation)
            if field:
                yield field
        if kind != "/Link":
            return
        action = dictionary(annotation.get("/A"))
        said = _text(annotation.get("/Contents")).strip()
        if action.get("/S") == "/URI":
            yield Goal(address=_text(action.get("/URI")), said=said)
        else:
            place = annotation.get("/Dest", action.get("/D"))
            name = "" if isinstance(place, pikepdf.Array) else _name(place)
            yield Goal(name=name, said=said)

    def loose_fields(self) -> dict[int, tuple[Field, ...]]:
        """Of each page the fields that no element has."""
        loose: dict[int, tuple[Field, ...]] = {}
        if "/AcroForm" not in self.file.Root:
            return loose
        for number, page in enumerate(self.file.pages):
            found = []
            for annotation in _items(page.obj.get("/Annots")):
                self.count += 1
                if self.count > MOST_NODES:
                    raise Unreadable("This PDF has too many annotations to be read.", "too large")
                if dictionary(annotation).get("/Subtype") != "/Widget":
                    continue
                if annotation.objgen not in self.holders:
                    found.append(field_of(annotation))
            if any(found):
                loose[number] = tuple(filter(None, found))
        return loose


def _items(thing: Any) -> list[Any]:
    """The items of an array; one thing alone is an array of one."""
    if isinstance(thing, pikepdf.Array):
        return list(thing)
    return [] if thing is None else [thing]


def _name(thing: Any) -> str:
    """A destination's name; the old kind is a name object, the newer one a string."""
    return str(thing)[1:] if isinstance(thing, pikepdf.Name) else _text(thing)


def _text(thing: Any) -> str:
    return str(thing) if isinstance(thing, pikepdf.Name | str) else text(thing)


def _whole(thing: Any, otherwise: int) -> int:
    """A number as it should be; in strangers' files anything may stand there."""
    return thing if isinstance(thing, int) and abs(thing) < 1 << 31 else otherwise


def _width(box: list[Any]) -> float:
    try:
        return abs(float(box[2]) - float(box[0]))
    except (TypeError, ValueError, IndexError, OverflowError):
        return 0
