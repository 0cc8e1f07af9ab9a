"""html as a tree, with the standard parser; forgiving, and never deeper than MOST_DEPTH."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from exporter.readback import Unreadable

MOST_BYTES = 60_000_000
MOST_DEPTH = 120
"""Elements below this depth become siblings, so that no file can exhaust the stack."""


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


@dataclass(slots=True)
class Element:
    """An element; text stands among its children as str."""

    tag: str
    attributes: dict[str, str]
    children: list[Element | str] = field(default_factory=list)

    def get(self, name: str) -> str:
        return self.attributes.get(name, "")

    def has_class(self, name: str) -> bool:
        return name in self.get("class").split()

    @property
    def roles(self) -> list[str]:
        return self.get("role").split()

    def elements(self) -> Iterator[Element]:
        return (child for child in self.children if isinstance(child, Element))


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSES_P:
            self._close(frozenset({"p"}))
        if tag in _CLOSED_BY:
            self._close(_CLOSED_BY[tag])
        element = Element(tag, {name: value or "" for name, value in reversed(attrs)})
        self.open[-1].children.append(element)
        if tag not in _VOID and len(self.open) < MOST_DEPTH:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # html knows no self-closing tags outside SVG and MathML
        self.handle_starttag(tag, attrs)
        opened = tag not in _VOID and self.open[-1].tag == tag
        if opened and any(element.tag in ("svg", "math") for element in self.open):
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag == tag:
                del self.open[index:]
                return
            if self.open[index].tag in ("td", "th", "table") and tag not in _TABLE_PARTS:
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def _close(self, tags: frozenset[str]) -> None:
        """Close the outermost of these that is open inside the nearest fence."""
        cut = 0
        for index in range(len(self.open) - 1, 0, -1):
            if self.open[index].tag in tags:
                cut = index
            elif self.open[index].tag in _FENCES:
                break
        if cut:
            del self.open[cut:]


_TABLE_PARTS = tags("table thead tbody tfoot tr td th caption")


def parse(data: bytes) -> Element:
    """The root of the tree: an element without a name."""
    if len(data) > MOST_BYTES:
        raise Unreadable("This web page is larger than 60 MB; that is too large to be read.")
    builder = _Builder()
    try:
        builder.feed(_decoded(data))
        builder.close()
    except (AssertionError, ValueError) as error:
        raise Unreadable("This file is not a web page that can be read.") from error
    return builder.root


def _decoded(data: bytes) -> str:
    """The text, in the encoding that the page names; UTF-8 unless it says otherwise."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    named = re.search(rb"charset\s*=\s*[\"']?([\w-]{1,30})", data[:2048])
    name = named[1].decode("ascii", "replace") if named else "utf-8"
    try:
        return data.decode("utf-8-sig" if name.lower() == "utf-8" else name, "replace")
    except LookupError:
        return data.decode("utf-8", "replace")
