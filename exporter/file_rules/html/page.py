"""A web page as a flat list of its elements, each with its line, its words and what holds it.

Read with the standard parser, which takes whatever a browser would; strangers' pages are never
perfect. An element left open is closed by the end of the one that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

MOST_BYTES = 60_000_000
MOST_DEPTH = 400
"""Elements below this depth become siblings, so that no page costs more than it is long."""


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


_VOID = _tags("area base br col embed hr img input link meta param source track wbr")
_UNREAD = frozenset({"script", "style", "template", "noscript"})
_CELLS = frozenset({"td", "th"})
_TERMS = frozenset({"dt", "dd"})
_LISTS = frozenset({"ul", "ol", "dl", "table"})
_TABLE = frozenset({"table"})
_CLOSES = {
    "li": (frozenset({"li"}), _LISTS),
    "dt": (_TERMS, _LISTS),
    "dd": (_TERMS, _LISTS),
    "tr": (frozenset({"tr"}), _TABLE),
    "td": (_CELLS, _TABLE),
    "th": (_CELLS, _TABLE),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
"""An element that begins closes one of these that is open, unless one of those is between."""
_PARAGRAPH = (frozenset({"p"}), frozenset({"table", "td", "th", "li", "div", "section"}))
_BLOCKS = _tags(
    "address article aside blockquote div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header "
    "hr main nav ol p pre section table ul"
)


class NotHtml(ValueError):
    """The bytes are no web page that can be read."""


@dataclass(slots=True, eq=False)
class Element:
    """One element. `pieces` are the words inside it, those of its elements too, and the
    alternative texts of its pictures."""

    tag: str
    attributes: dict[str, str]
    line: int
    parent: Element | None
    pieces: list[str] = field(default_factory=list)

    def get(self, name: str) -> str:
        """The value of an attribute; empty if it is not there."""
        return self.attributes.get(name, "")

    def has(self, name: str) -> bool:
        return name in self.attributes

    @property
    def words(self) -> str:
        return " ".join("".join(self.pieces).split())

    def within(self, *tags: str) -> Element | None:
        """The nearest element of these kinds around it."""
        around = self.parent
        while around is not None and around.tag not in tags:
            around = around.parent
        return around

    @property
    def hidden(self) -> bool:
        """Whether screen readers do not meet it."""
        return any(e.get("aria-hidden") == "true" or e.has("hidden") for e in self._outwards())

    @property
    def shown_to_nobody(self) -> bool:
        """Whether the keyboard does not reach it either."""
        return any(element.has("hidden") for element in self._outwards())

    def _outwards(self) -> Iterator[Element]:
        element: Element | None = self
        while element is not None:
            yield element
            element = element.parent


def read(data: bytes) -> list[Element]:
    """All elements of a page in order. Raises NotHtml."""
    if len(data) > MOST_BYTES:
        raise NotHtml("The page is larger than any page that people could read.")
    text = _decoded(data)
    parser = _Parser()
    parser.feed(text)
    parser.close()
    if not parser.elements:
        raise NotHtml("There is not one element of HTML in this file.")
    return parser.elements


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _BLOCKS:
            self._close_open(*_PARAGRAPH)
        if tag in _CLOSES:
            self._close_open(*_CLOSES[tag])
        attributes = {name: value or "" for name, value in reversed(attrs)}
        parent = self.open[-1] if self.open else None
        element = Element(tag, attributes, self.getpos()[0], parent)
        self.elements.append(element)
        if tag in ("img", "input") and attributes.get("alt"):
            self._add(f" {attributes['alt']} ")
        if tag in _VOID:
            if tag == "br":
                self._add(" ")
            return
        if len(self.open) < MOST_DEPTH:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID and self.open and self.open[-1].within("svg", "math"):
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._add(" ")
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1].tag not in _UNREAD:
            self._add(data)

    def _add(self, words: str) -> None:
        for element in self.open:
            element.pieces.append(words)

    def _close_open(self, tags: frozenset[str], fences: frozenset[str]) -> None:
        """Close the nearest open element of these kinds, unless a fence is between."""
        for index in range(len(self.open) - 1, -1, -1):
            if self.open[index].tag in tags:
                del self.open[index:]
                return
            if self.open[index].tag in fences:
                return
