"""The tag tree: what each piece of the page is, in reading order (ISO 32000-1, 14.7 and 14.8).

The tree is built before anything is laid out and knows nothing of pages. A `Content` is a place in
it for drawn words; the painter fills it with marked sequences, wherever on the pages they fall.
So a paragraph over two pages is one P, and a table over five pages one Table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from exporter.writers.fields import Field
from exporter.writers.operators import numbers
from exporter.writers.pdf_reportlab.objects import Objects, text_string

Standard = Literal["ua-1", "ua-2"]

ROLE_MAP = {
    "Furniture": "Sect",
    "Callout": "Sect",
    "Question": "Div",
    "Term": "Lbl",
    "Definition": "LBody",
    "PageRef": "Span",
    "WebAddress": "Span",
    "Source": "P",
    "Label": "P",
}
"""Our own names and what they are (see ARCHITECTURE.md, "The marks")."""

NEW_ONLY = {"Strong": "Span", "Em": "Span"}
"""Types of PDF 2.0 that PDF 1.7 does not have, and what they are there."""

_NEW_NAMES = {"Note": "FENote"}
"""What PDF 2.0 calls some elements of PDF 1.7."""

_OLD_ONLY = frozenset({"TOC", "TOCI", "BlockQuote", "Reference"})
"""Types of PDF 1.7 that PDF 2.0 does not have; they stay in the namespace of PDF 1.7."""

_KEPT_EMPTY = frozenset({"TD", "TH"})


class Content:
    """A place in the tree for drawn words: (page, number of the sequence) each."""

    __slots__ = ("marks", "node")

    def __init__(self, node: Node) -> None:
        self.node = node
        self.marks: list[tuple[int, int]] = []


@dataclass(slots=True)
class LinkTarget:
    """Where a link leads: an address, or a named destination of this document."""

    url: str = ""
    anchor: str = ""
    contents: str = ""
    quiet: bool = False
    """Not underlined: its words show by themselves that they lead somewhere."""


class Node:
    """A structure element."""

    __slots__ = (
        "alt", "attributes", "expansion", "field", "identity", "kids", "language", "link", "number",
        "objects", "parent", "refers_to", "role",
    )  # fmt: skip

    def __init__(self, role: str, parent: Node | None = None) -> None:
        self.role = role
        self.parent = parent
        self.kids: list[Node | Content] = []
        self.attributes: list[str] = []
        self.alt = self.expansion = self.language = self.identity = ""
        self.link: LinkTarget | None = None
        self.field: Field | None = None
        self.objects: list[tuple[int, int]] = []
        """Annotations of this element: (page, object number)."""
        self.refers_to: list[Node] = []
        self.number = 0

    def add(self, role: str, **values: str) -> Node:
        node = Node(role, self)
        self.kids.append(node)
        for name, value in values.items():
            setattr(node, name, value)
        return node

    def content(self) -> Content:
        content = Content(self)
        self.kids.append(content)
        return content

    def words(self) -> Content:
        """The place for more words at the end of this element."""
        last = self.kids[-1] if self.kids else None
        return last if isinstance(last, Content) else self.content()

    def every(self) -> Iterator[Node]:
        """This element and all within it, in order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.every()


@dataclass(frozen=True, slots=True)
class Pages:
    """What the tree must know of pages: their object numbers."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Namespaces:
    """Object numbers of the namespaces of PDF 2.0; zeros in PDF 1.7."""

    new: int = 0
    own: int = 0


def number_nodes(node: Node, objects: Objects) -> bool:
    """Give each element that says something its object number; the others stay 0."""
    says = bool(node.objects) or node.field is not None or node.role in _KEPT_EMPTY
    for kid in node.kids:
        if isinstance(kid, Content):
            says = says or bool(kid.marks)
        elif number_nodes(kid, objects):
            says = True
    if says:
        node.number = objects.reserve()
    return says


def write_nodes(node: Node, objects: Objects, pages: Pages, spaces: Namespaces, above: int) -> None:
    """Put the element and all within it into the file."""
    objects.plain[node.number] = element(node, pages, spaces, above, kids_of(node, pages))
    for kid in node.kids:
        if isinstance(kid, Node) and kid.number:
            write_nodes(kid, objects, pages, spaces, node.number)


def home_page(node: Node) -> int:
    """The page of the first sequence of the element itself; -1 where it has none."""
    for kid in node.kids:
        if isinstance(kid, Content) and kid.marks:
            return kid.marks[0][0]
    return node.objects[0][0] if node.objects else -1


def kids_of(node: Node, pages: Pages) -> list[str]:
    home = home_page(node)
    kids: list[str] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            if kid.number:
                kids.append(f"{kid.number} 0 R")
        else:
            for page, mark in kid.marks:
                kids.append(
                    str(mark)
                    if page == home
                    else f"<</Type/MCR/Pg {pages.numbers[page]} 0 R/MCID {mark}>>"
                )
    for page, annotation in node.objects:
        on = "" if page == home else f"/Pg {pages.numbers[page]} 0 R"
        kids.append(f"<</Type/OBJR{on}/Obj {annotation} 0 R>>")
    return kids


def element(node: Node, pages: Pages, spaces: Namespaces, above: int, kids: Iterable[str]) -> str:
    """One structure element (ISO 32000-1, table 323)."""
    home = home_page(node)
    parts = [f"<</S/{_role(node, spaces)}/P {above} 0 R"]
    if spaces.new:
        parts.append(_namespace(node, spaces))
    if home >= 0:
        parts.append(f"/Pg {pages.numbers[home]} 0 R")
    if node.alt:
        parts.append(f"/Alt{text_string(node.alt)}")
    if node.expansion:
        parts.append(f"/E{text_string(node.expansion)}")
    if node.language:
        parts.append(f"/Lang{text_string(node.language)}")
    if node.identity:
        parts.append(f"/ID{text_string(node.identity)}")
    if node.attributes:
        attributes = node.attributes
        parts.append(
            f"/A{attributes[0] if len(attributes) == 1 else '[' + ''.join(attributes) + ']'}"
        )
    refers_to = [other.number for other in node.refers_to if other.number]
    if spaces.new and refers_to:
        parts.append("/Ref[" + " ".join(f"{other} 0 R" for other in refers_to) + "]")
    listed = list(kids)
    if len(listed) == 1:
        parts.append(f"/K {listed[0]}")
    elif listed:
        parts.append(f"/K[{' '.join(listed)}]")
    parts.append(">>")
    return "".join(parts)


def _role(node: Node, spaces: Namespaces) -> str:
    return _NEW_NAMES.get(node.role, node.role) if spaces.new else node.role


def _namespace(node: Node, spaces: Namespaces) -> str:
    if node.role in _OLD_ONLY:
        return ""
    return f"/NS {spaces.own if node.role in ROLE_MAP else spaces.new} 0 R"


def list_numbering(style: str) -> str:
    return f"<</O/List/ListNumbering/{style}>>"


def header_scope(scope: str) -> str:
    """ISO 14289-1, 7.5: header cells say what they head."""
    return f"<</O/Table/Scope/{scope}>>"


def placement(box: tuple[float, float, float, float] | None) -> str:
    place = f"/BBox[{numbers(*box)}]" if box else ""
    return f"<</O/Layout/Placement/Block{place}>>"
