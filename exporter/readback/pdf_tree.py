"""The structure tree of a PDF as plain nodes, read with pypdf.

Bounded: a stranger's tree may go round in a circle, be endlessly deep, or be no tree at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, StreamObject

from exporter.readback import Unreadable
from exporter.readback.pdf_file import opened, refuse_bombs

MOST_PAGES = 10_000
MOST_NODES = 3_000_000
MOST_DEPTH = 150

_STANDARD_TYPES = (
    "Document DocumentFragment Part Art Sect Div Aside NonStruct Private Index TOC TOCI Title Sub "
    "H H1 H2 H3 H4 H5 H6 P BlockQuote Quote Note FENote Code Reference Link Annot Span Em Strong "
    "BibEntry Ruby RB RT RP Warichu WT WP L LI Lbl LBody Table TR TH TD THead TBody TFoot Caption "
    "Figure Formula Form Artifact"
)
_STANDARD = frozenset(_STANDARD_TYPES.split())


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


@dataclass(slots=True)
class Node:
    """An element. `own` is its type as written, `role` what the role map makes of it."""

    own: str = ""
    role: str = ""
    alt: str | None = None
    actual: str | None = None
    language: str = ""
    name: str = ""
    scope: str = ""
    headers: tuple[str, ...] = ()
    columns: int = 1
    rows: int = 1
    kids: list[Kid] = field(default_factory=list)

    def nodes(self) -> Iterator[Node]:
        return (kid for kid in self.kids if isinstance(kid, Node))

    def goal(self) -> Goal | None:
        return next((kid for kid in self.kids if isinstance(kid, Goal)), None)


Kid: TypeAlias = Node | Mark | Goal


@dataclass(frozen=True, slots=True)
class Tree:
    """The root's kids, the document's language, and whether there is a tree at all."""

    kids: list[Kid]
    language: str
    tagged: bool
    pages: int


def every_node(kids: list[Kid]) -> Iterator[Node]:
    """All nodes below, in no order."""
    waiting = [kid for kid in kids if isinstance(kid, Node)]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(node.nodes())


def read_tree(data: bytes) -> Tree:
    """Raises Unreadable."""
    try:
        reader = opened(data)
        refuse_bombs(reader)
        return _TreeReader(reader).tree()
    except Unreadable:
        raise
    except Exception as error:
        # pypdf meets damaged files with whatever its own code happens to raise
        raise Unreadable("This PDF is damaged and cannot be read.") from error


class _TreeReader:
    def __init__(self, reader: PdfReader) -> None:
        self.reader = reader
        self.root = _dictionary(reader.trailer["/Root"])
        self.structure = _dictionary(self.root.get("/StructTreeRoot"))
        self.role_map = {
            str(key)[1:]: str(value)[1:]
            for key, value in _dictionary(self.structure.get("/RoleMap")).items()
        }
        self.class_map = _dictionary(self.structure.get("/ClassMap"))
        self.roles: dict[str, str] = {}
        self.seen: set[int] = set()
        self.count = 0

    def tree(self) -> Tree:
        if len(self.reader.pages) > MOST_PAGES:
            raise Unreadable(f"This PDF has more than {MOST_PAGES} pages; that is too many.")
        self.pages = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.reader.pages)
            if page.indirect_reference is not None
        }
        top = Node()
        waiting: list[tuple[Node, Any, int, int]] = [(top, self.structure, -1, 0)]
        while waiting:
            node, element, page, depth = waiting.pop()
            if depth > MOST_DEPTH:
                raise Unreadable("This PDF is nested too deeply to be read.")
            self.fill(node, element, page, depth, waiting)
        return Tree(
            kids=top.kids,
            language=_text(self.root.get("/Lang")),
            tagged=bool(self.structure),
            pages=len(self.pages),
        )

    def fill(
        self,
        node: Node,
        element: DictionaryObject,
        page: int,
        depth: int,
        waiting: list[tuple[Node, Any, int, int]],
    ) -> None:
        """Give a node its kids; those that are elements wait for theirs."""
        page = self.page_of(element, page)
        kids = element.get("/K")
        for raw in _items(element.raw_get("/K") if kids is not None else None, kids):
            kid = _resolved(raw)
            if isinstance(kid, int):
                node.kids.append(Mark(page, int(kid)))
            elif isinstance(kid, DictionaryObject):
                self.count += 1
                if self.count > MOST_NODES:
                    raise Unreadable("This PDF has too many elements to be read.")
                match kid.get("/Type"):
                    case "/MCR":
                        number = int(kid.get("/MCID", -1))
                        node.kids.append(Mark(self.page_of(kid, page), number, "/Stm" in kid))
                    case "/OBJR":
                        goal = self.goal(_dictionary(kid.get("/Obj")))
                        if goal:
                            node.kids.append(goal)
                    case _:
                        self.once(raw)
                        child = self.node(kid)
                        node.kids.append(child)
                        waiting.append((child, kid, page, depth + 1))

    def once(self, raw: Any) -> None:
        if isinstance(raw, IndirectObject):
            if raw.idnum in self.seen:
                raise Unreadable("The structure of this PDF goes round in a circle.")
            self.seen.add(raw.idnum)

    def page_of(self, element: DictionaryObject, otherwise: int) -> int:
        if "/Pg" not in element:
            return otherwise
        page = element.raw_get("/Pg")
        return self.pages.get(page.idnum, -1) if isinstance(page, IndirectObject) else otherwise

    def node(self, element: DictionaryObject) -> Node:
        own = str(element.get("/S", "/"))[1:]
        node = Node(
            own=own,
            role=self.role_of(own),
            alt=_text(element["/Alt"]) if "/Alt" in element else None,
            actual=_text(element["/ActualText"]) if "/ActualText" in element else None,
            language=_text(element.get("/Lang")),
            name=_text(element.get("/ID")),
        )
        if node.role in ("TH", "TD"):
            for attributes in self.attributes(element):
                node.scope = str(attributes.get("/Scope", "/" + node.scope))[1:]
                node.columns = int(attributes.get("/ColSpan", node.columns))
                node.rows = int(attributes.get("/RowSpan", node.rows))
                if "/Headers" in attributes:
                    node.headers = tuple(map(_text, _items(attributes["/Headers"])))
        return node

    def role_of(self, own: str) -> str:
        """The standard type that a type of the file's own stands for."""
        if own not in self.roles:
            role = own
            for _ in range(20):
                if role in _STANDARD or role not in self.role_map:
                    break
                role = self.role_map[role]
            self.roles[own] = role
        return self.roles[own]

    def attributes(self, element: DictionaryObject) -> Iterator[DictionaryObject]:
        for name in _items(element.get("/C")):
            yield from map(_dictionary, _items(self.class_map.get(str(_resolved(name)))))
        for item in _items(element.get("/A")):
            resolved = _resolved(item)
            if isinstance(resolved, DictionaryObject):
                yield resolved

    def goal(self, annotation: DictionaryObject) -> Goal | None:
        """Where a link annotation leads."""
        if annotation.get("/Subtype") != "/Link":
            return None
        action = _dictionary(annotation.get("/A"))
        if action.get("/S") == "/URI":
            return Goal(address=_text(action.get("/URI")))
        place = _resolved(annotation.get("/Dest", action.get("/D")))
        return Goal(name="" if isinstance(place, ArrayObject) else _name(place))


def _resolved(thing: Any) -> Any:
    return thing.get_object() if isinstance(thing, IndirectObject) else thing


def _dictionary(thing: Any) -> DictionaryObject:
    found = _resolved(thing)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _items(raw: Any, resolved: Any = None) -> list[Any]:
    """The items of an array; one thing alone is an array of one."""
    found = _resolved(raw) if resolved is None else resolved
    if isinstance(found, ArrayObject):
        return list(found)
    return [] if raw is None else [raw]


def _name(thing: Any) -> str:
    """A destination's name; the old kind is a name object, the newer one a string."""
    text = _text(thing)
    return text.removeprefix("/") if isinstance(thing, NameObject) else text


def _text(thing: Any) -> str:
    found = _resolved(thing)
    if found is None or isinstance(found, StreamObject | DictionaryObject | ArrayObject):
        return ""
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else str(found)
