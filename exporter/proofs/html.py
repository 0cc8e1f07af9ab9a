"""The proof of a stamped web page: the pieces of the template, and only a brand between them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from exporter.brand import Brand
from exporter.proofs import Witnessed
from exporter.proofs.slot_words import Said, bare

_SLOT = re.compile(rb"<!--slot:(\w+)-->")
_PROPERTY = rb"--[\w-]+:#[0-9a-f]{6};?"
_INSIDE = {
    b"author": re.compile(rb'<meta name="author" content="[^"<>]*">'),
    b"colours": re.compile(rb"<style>:root\{(?:" + _PROPERTY + rb")*\}</style>"),
    b"cover": re.compile(rb"(?:<p .*</p>)?", re.DOTALL),
    b"end": re.compile(rb"<div .*</div>", re.DOTALL),
}


def fault_of(layout: Witnessed, data: bytes, brand: Brand) -> str:
    """Why `data` is not the template with a brand in its slots; empty when it is.

    Each piece of the template must follow the one before it, with one slot between them. Which
    brand it is, its words tell.
    """
    first, *rest = _SLOT.split(layout.template.data)
    if not rest:
        return "its template has no slots"
    if not data.startswith(first):
        return "its beginning differs from the template's"
    position = len(first)
    for name, piece in zip(rest[::2], rest[1::2], strict=True):
        last = piece is rest[-1]
        end = len(data) - len(piece) if last else data.find(piece, position)
        if end < position or not data.endswith(piece if last else b""):
            return f"its text differs after the slot “{name.decode()}”"
        if name not in _INSIDE or not _INSIDE[name].fullmatch(data[position:end]):
            return f"the slot “{name.decode()}” holds something else than a brand"
        position = end + len(piece)
    return ""


# ---- the words in the slots -------------------------------------------------------------------


class _Page(HTMLParser):
    """Gathers the words of the header and of the footer, and every link."""

    def __init__(self) -> None:
        super().__init__()
        self.inside = ""
        self.words: dict[str, list[str]] = {"header": [], "footer": []}
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.words:
            self.inside = tag
        if tag == "a":
            self.links.add(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.inside:
            self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside:
            self.words[self.inside].append(data)


_HEADER = re.compile(r"<header\b.*?</header>", re.DOTALL)


def said(data: bytes) -> Said:
    """The words of header and footer, read by the standard parser."""
    text = data.decode()
    header, footer = _HEADER.search(text), text.rfind("<footer")
    page = _Page()
    page.feed((header[0] if header else "") + text[footer:])
    cover, end = (bare("".join(page.words[tag])) for tag in ("header", "footer"))
    return Said(cover, end, frozenset(page.links))
