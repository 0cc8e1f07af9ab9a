"""The proof of a stamped web page: the pieces of the template, and only a brand between them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from exporter.brand import Brand
from exporter.proofs import Witnessed
from exporter.proofs.between import fault_between
from exporter.proofs.slot_words import Said, bare

_PROPERTY = r"--[\w-]+:#[0-9a-f]{6};?"
_INSIDE = {
    "author": re.compile(r'<meta name="author" content="[^"<>]*">').fullmatch,
    "colours": re.compile(rf"<style>:root\{{(?:{_PROPERTY})*\}}</style>").fullmatch,
    "cover": re.compile(r"(?:<p .*</p>)?", re.DOTALL).fullmatch,
    "end": re.compile(r"<div .*</div>", re.DOTALL).fullmatch,
}


def fault_of(layout: Witnessed, data: bytes, brand: Brand) -> str:
    """Why `data` is not the template with a brand in its slots; empty when it is.

    Which brand it is, its words tell.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return "its bytes are no text"
    return fault_between(layout.template.data.decode(), text, _INSIDE)


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
