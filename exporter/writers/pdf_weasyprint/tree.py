"""The structure tree: made from the page's elements, so that no page break can cut it in two.

Every element that means something has one node, however many pages its words are on. Nodes stand
in the order of the page; the marks of words (one for each run of text on each page) are added as
WeasyPrint's boxes give them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from exporter.writers.pdf_weasyprint.roles import ARTIFACT, Around, path


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text or a picture: a marked sequence of one page."""

    page: int
    number: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """The place of a link, or of a field, on one page; with the size of the words there, in points,
    and their typeface."""

    page: int
    object: Any
    size: float = 0.0
    family: str = ""


@dataclass(slots=True, eq=False)
class Node:
    """One structure element."""

    role: str
    position: int
    """Its place in the order of the page; 0 for what is only a run of words."""
    parent: Node | None = None
    element: Any = None
    language: str = ""
    kids: list[Node | Mark | Annotation] = field(default_factory=list)
    joined: bool = False
    """Whether it stands among the kids of its parent yet."""
    box: tuple[float, float, float, float] | None = None
    """The rectangle of a picture, in points."""
    reads: str = ""
    """The words in the order of reading, where the order of painting is another."""

    def add(self, kid: Mark | Annotation) -> None:
        """A mark at the end; the node joins its parent with its first one."""
        self.join()
        self.kids.append(kid)

    def join(self) -> None:
        """Stand among the kids of the parent, after what is there already."""
        if not self.joined and self.parent is not None:
            self.joined = True
            self.parent.join()
            self.parent.kids.append(self)

    def within(self, role: str) -> Node | None:
        """The nearest node of this role around it, or itself."""
        node: Node | None = self
        while node is not None and node.role != role:
            node = node.parent
        return node


@dataclass(slots=True)
class Tree:
    """The nodes of a page by its elements. `words` is the node that an element's words go to."""

    root: Node
    words: dict[Any, Node]
    labels: dict[Any, Node]
    """The node of a list item's marker."""

    @staticmethod
    def of(page: Any) -> Tree:
        """The tree of a page (its root element), still without marks."""
        body = page.find("body")
        tree = Tree(Node("Document", 0, element=body, joined=True), {}, {})
        counter = iter(range(1, 10**9))
        tree._grow(body, tree.root, Around(), counter)
        return tree

    def _grow(self, element: Any, node: Node, around: Around, counter: Iterator[int]) -> None:
        """The nodes for the children of an element whose words go to `node`."""
        item: Node | None = None
        for child in element:
            roles = path(child, around)
            parent = node
            if child.tag == "dd" and item is not None:
                parent = item
            language = child.get("lang") or ""
            first = True
            for role in roles:
                parent = Node(role, next(counter), parent, child)
                if first:
                    parent.language, first = language, False
                if role == "LI":
                    item = parent
                    if child.tag == "li":
                        self.labels[child] = Node("Lbl", next(counter), parent, child)
            self.words[child] = parent
            inside = Around(
                parent=child.tag,
                contents=around.contents or child.get("class") == "contents",
                furniture=around.furniture or "Furniture" in roles,
            )
            self._grow(child, parent, inside, counter)

    def settle(self) -> None:
        """After all marks: what must be there without words joins too, and order is put right."""
        for node in self.words.values():
            table = node.within("Table")
            if node.role in ("TH", "TD") and table is not None and table.joined:
                node.join()
        _put_in_order(self.root)


def is_artifact(node: Node) -> bool:
    """Whether it, or something around it, is decoration."""
    return node.within(ARTIFACT) is not None


def _put_in_order(node: Node) -> None:
    """Kids that are all elements stand in the order of the page: of two cells side by side the
    second may have begun a page earlier than the first."""
    elements = [kid for kid in node.kids if isinstance(kid, Node)]
    if len(elements) == len(node.kids) and all(kid.position for kid in elements):
        elements.sort(key=lambda kid: kid.position)
        node.kids[:] = elements
    for kid in elements:
        _put_in_order(kid)
