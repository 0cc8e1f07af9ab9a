"""A web page, ours or anybody's, as a tree: forgiving as browsers are, and within bounds.

What the elements mean is for whoever reads them: reading back, the rules and importing share no
tables of marks.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from exporter.diagnostics import Unreadable
from exporter.web_page.encodings import decoded
from exporter.web_page.tokens import EndTag, StartTag, Tokens

MOST_BYTES = 60_000_000
MOST_ELEMENTS = 500_000
"""A book of a thousand pages has a fifth of it."""
MOST_DEPTH = 120
"""Elements below this depth become siblings, so that no file can exhaust the stack."""
DIGITS = 5
"""Of a number in an attribute: no list of a page begins later, and no cell is wider."""


def tags(names: str) -> frozenset[str]:
    """The names of some elements."""
    return frozenset(names.split())


_VOID = tags("area base br col embed hr img input link meta param source track wbr")
_CLOSED_BY: dict[str, frozenset[str]] = {
    "li": frozenset({"li"}),
    "dt": frozenset({"dt", "dd"}),
    "dd": frozenset({"dt", "dd"}),
    "tr": frozenset({"tr", "td", "th"}),
    "td": frozenset({"td", "th"}),
    "th": frozenset({"td", "th"}),
    "thead": frozenset({"tr", "td", "th", "thead", "tbody", "caption"}),
    "tbody": frozenset({"tr", "td", "th", "thead", "tbody", "caption"}),
    "tfoot": frozenset({"tr", "td", "th", "thead", "tbody", "caption"}),
    "option": frozenset({"option"}),
}
"""An element that begins closes these, when they are open and nothing of `_FENCES` is between."""
_FENCES = tags("ul ol dl table td th blockquote section aside article div body")
_CLOSES_P = tags(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 "
    "h6 header hr main nav ol p pre section table ul"
)
_TABLE_PARTS = tags("table thead tbody tfoot tr td th caption")
_DRAWINGS = tags("svg math")


@dataclass(slots=True, eq=False)
class Element:
    """An element; text stands among its children as str. Whoever is given one changes nothing."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)
    line: int = 0
    """Of its tag in the file, from 1."""
    parent: Element | None = None

    def get(self, name: str) -> str:
        """The value of an attribute; empty if it is not there."""
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes

    def has_class(self, name: str) -> bool:
        return name in self.get("class").split()

    @property
    def roles(self) -> list[str]:
        return self.get("role").split()

    def elements(self) -> Iterator[Element]:
        """Its children that are elements."""
        return (child for child in self.children if isinstance(child, Element))

    def ancestors(self) -> Iterator[Element]:
        """The elements around it, the nearest first."""
        around = self.parent
        while around is not None and around.tag:
            yield around
            around = around.parent

    def within(self, *names: str) -> Element | None:
        """The nearest element of these names around it."""
        return next((around for around in self.ancestors() if around.tag in names), None)

    def all_elements(self) -> Iterator[Element]:
        """Every element inside it, in the order of their tags."""
        waiting = list(self.elements())[::-1]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(list(element.elements())[::-1])


def around(root: Element, names: frozenset[str]) -> frozenset[Element]:
    """Every element of these names, and all that stands around one, but for the root."""
    found: set[Element] = set()
    for element in root.all_elements():
        if element.tag in names and element not in found:
            found.add(element)
            for outer in element.ancestors():
                if outer in found:
                    break
                found.add(outer)
    return frozenset(found)


@lru_cache(maxsize=1)
def parse(data: bytes) -> Element:
    """The root of the tree: an element without a name. The last one is remembered.

    Raises Unreadable.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(
            "This web page is larger than 60 MB; that is too large to be read.", "too large"
        )
    page = decoded(data)
    opened = page.count("<")
    if opened > 2 * MOST_ELEMENTS or opened - page.count("</") > MOST_ELEMENTS:
        raise Unreadable(
            "This web page has more elements than any book; that is too large to be read.",
            "too large",
        )
    builder = _Builder(Tokens(page))
    builder.build()
    return builder.root


class _Builder:
    def __init__(self, tokens: Tokens) -> None:
        self.tokens = tokens
        self.root = Element("", {})
        self.open = [self.root]

    def build(self) -> None:
        for token in self.tokens:
            match token:
                case StartTag():
                    self.start(token)
                case EndTag(name):
                    self.end(name)
                case str():
                    self.open[-1].children.append(token)

    def start(self, tag: StartTag) -> None:
        name = tag.name
        if name in _CLOSES_P:
            self.close(frozenset({"p"}))
        if name in _CLOSED_BY:
            self.close(_CLOSED_BY[name])
        parent = self.open[-1]
        element = Element(name, tag.attributes, line=tag.line, parent=parent)
        parent.children.append(element)
        # html knows no self-closing tags outside SVG and MathML
        drawing = self.tokens.in_drawing or name in _DRAWINGS
        if name not in _VOID and not (tag.closed and drawing) and len(self.open) < MOST_DEPTH:
            self.open.append(element)
            self.tokens.in_drawing = drawing

    def end(self, name: str) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == name:
                self.cut(index)
                return
            if self.open[index].tag in ("td", "th", "table") and name not in _TABLE_PARTS:
                return

    def close(self, names: frozenset[str]) -> None:
        """Close the outermost of these that is open inside the nearest fence."""
        cut = 0
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag in names:
                cut = index
            elif self.open[index].tag in _FENCES:
                break
        if cut:
            self.cut(cut)

    def cut(self, index: int) -> None:
        del self.open[index:]
        self.tokens.in_drawing = any(one.tag in _DRAWINGS for one in self.open)
