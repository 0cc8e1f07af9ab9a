"""A web page cut into tags and text, as browsers cut it, in time that grows with its length alone.

The standard parser of some Pythons needs quadratic time for comments and tags that never end
(CVE-2025-6069). Here every search either finds its end or ends the page, so nothing is read twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from exporter.diagnostics import Unreadable

MOST_ATTRIBUTES = 3_000_000
"""Of all elements together."""
MOST_OF_ONE = 1_000
"""Attributes of one element; further ones are left out."""

_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*")
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)"
    r"(?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:\"([^\"]*)\"|'([^']*)'|([^\t\n\f\r >\"'][^\t\n\f\r >]*))?)?"
)
_TAG_END = re.compile(r"[\t\n\f\r ]*(/?)[\t\n\f\r /]*>?")
_LONG_NUMBER = re.compile(r"&#(?:[0-9]{20,}|[xX][0-9a-fA-F]{20,});?")
_RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_RAW_WITH_SIGNS = frozenset({"title", "textarea"})
"""Nothing in these is a tag but their own end; in the latter &amp; is still a sign."""
_RAW_ENDS = {
    name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE)
    for name in _RAW | _RAW_WITH_SIGNS
}


@dataclass(frozen=True, slots=True)
class StartTag:
    """A tag that opens an element; of attributes that are there twice the first counts."""

    name: str
    line: int
    attributes: dict[str, str]
    closed: bool
    """Whether it ends in "/>", which has a meaning in SVG and MathML only."""


@dataclass(frozen=True, slots=True)
class EndTag:
    name: str


Token = StartTag | EndTag | str


@dataclass(slots=True)
class Tokens:
    """The tokens of a page, to be taken one after the other."""

    page: str
    in_drawing: bool = False
    """Set by whoever takes them while they stand in SVG or MathML, where other rules hold."""
    _at: int = 0
    _line: int = 1
    _counted: int = 0
    _attributes: int = field(default=0)

    def __iter__(self) -> Iterator[Token]:
        page, end = self.page, len(self.page)
        while self._at < end:
            start = page.find("<", self._at)
            start = end if start < 0 else start
            if start > self._at:
                yield _text(page[self._at : start])
            self._at = start
            if start < end:
                yield from self._markup(start)

    def _markup(self, start: int) -> Iterator[Token]:
        """What begins with "<" here."""
        page, sign = self.page, self.page[start + 1 : start + 2]
        if sign == "/":
            yield from self._end_tag(start)
        elif sign == "!" or sign == "?":
            yield from self._remark(start)
        elif name := _NAME.match(page, start + 1):
            tag = self._start_tag(start, name)
            if tag is not None:
                yield tag
                yield from self._raw(tag)
        else:
            self._at = start + 1
            yield "<"

    def _start_tag(self, start: int, name: re.Match[str]) -> StartTag | None:
        """The tag; None where the page ends inside it, as browsers have it."""
        page, at = self.page, name.end()
        attributes: dict[str, str] = {}
        while found := _ATTRIBUTE.match(page, at):
            at = found.end()
            key = found[1].lower()
            if key not in attributes and len(attributes) < MOST_OF_ONE:
                attributes[key] = _text(found[2] or found[3] or found[4] or "")
        self._attributes += len(attributes)
        if self._attributes > MOST_ATTRIBUTES:
            raise Unreadable("This web page has too many attributes to be read.", "too large")
        ended = _TAG_END.match(page, at)
        assert ended is not None
        self._at = ended.end()
        if not ended[0].endswith(">"):
            self._at = len(page)
            return None
        self._line += page.count("\n", self._counted, start)
        self._counted = start
        return StartTag(name[0].lower(), self._line, attributes, "/" in ended[0])

    def _end_tag(self, start: int) -> Iterator[Token]:
        name = _NAME.match(self.page, start + 2)
        if name is None and start + 2 >= len(self.page):
            self._at = len(self.page)
            yield "</"
            return
        self._skip_to(">", start + 2)
        if name is not None:
            yield EndTag(name[0].lower())

    def _remark(self, start: int) -> Iterator[Token]:
        """A comment, a document type, or what browsers take for a comment."""
        if self.page.startswith("<!--", start):
            self._skip_to("-->", start + 2)
        elif self.in_drawing and self.page.startswith("<![CDATA[", start):
            self._skip_to("]]>", start + 9)
            yield self.page[start + 9 : self._at].removesuffix("]]>")
        else:
            self._skip_to(">", start + 2)

    def _raw(self, tag: StartTag) -> Iterator[Token]:
        """The text of an element in which nothing else can stand, up to its end."""
        if self.in_drawing or tag.name not in _RAW_ENDS:
            return
        ended = _RAW_ENDS[tag.name].search(self.page, self._at)
        text = self.page[self._at : ended.start() if ended else len(self.page)]
        self._at += len(text)
        if text:
            yield _text(text) if tag.name in _RAW_WITH_SIGNS else text

    def _skip_to(self, sign: str, start: int) -> None:
        """Go on after the next such sign; where there is none, the page ends here."""
        found = self.page.find(sign, start)
        self._at = len(self.page) if found < 0 else found + len(sign)


def _text(text: str) -> str:
    """Text with its signs written out: &amp; and &#233;."""
    if "&" not in text:
        return text
    # html.unescape raises ValueError for numbers of thousands of digits
    return unescape(_LONG_NUMBER.sub("\ufffd", text))
