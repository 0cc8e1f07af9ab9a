"""Rules on the style sheets of a book: the reader's own size comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.epub_file import Book
from exporter.file_rules.epub.catalogue import found
from exporter.file_rules.epub.texts import Text

_SIZE = re.compile(r"(?:^|[;{\s\"'])font-size\s*:\s*(\d*\.?\d+)\s*(px|pt|pc|cm|mm|in|em|rem|%)")
_FIXED = frozenset(("px", "pt", "pc", "cm", "mm", "in"))
_SMALLEST = 0.75
_RAISED = re.compile(r"\b(sup|sub)\b")
"""The marks of notes are small everywhere."""
_FETCHES = re.compile(
    r"(?:url\(\s*[\"']?|@import\s+[\"'])\s*(?:https?:)?//[^\"')\s]+", re.IGNORECASE
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")


def check(book: Book, texts: list[Text]) -> Iterator[Diagnostic]:
    """What these rules find, once for each style sheet."""
    for name, css in _sheets(book, texts):
        yield from _sheet(name, _COMMENT.sub("", css))


def _sheets(book: Book, texts: list[Text]) -> Iterator[tuple[str, str]]:
    for item in book.items:
        if item.media == "text/css" and item.name in book.names:
            try:
                yield item.name, book.data(item.name).decode("utf-8", "replace")
            except Unreadable:
                continue
    for text in texts:
        for element in text.elements("style"):
            yield text.name, "".join(element.itertext())
        for element in text.root.iter():
            style = element.get("style", "") if isinstance(element.tag, str) else ""
            if style:
                yield text.name, f"this{{{style}}}"


def _sheet(name: str, css: str) -> Iterator[Diagnostic]:
    fetched = _FETCHES.search(css)
    if fetched:
        message = f"A style sheet fetches something from elsewhere: {fetched[0][:80]}."
        yield found("epub-network-needed", message, name)
    sizes = [
        (float(size[1]), size[2])
        for rule in _RULE.finditer(css)
        if not _RAISED.search(rule[1])
        for size in _SIZE.finditer(rule[2])
    ]
    fixed = [f"{value:g}{unit}" for value, unit in sizes if unit in _FIXED and value > 0]
    if fixed:
        message = f"A size of type is given as {fixed[0]}."
        yield found("epub-size-fixed", message, name, words=fixed[0])
    small = [one for one in sizes if 0 < _share(*one) < _SMALLEST]
    if small:
        value, unit = small[0]
        message = f"Some text is set at {value:g}{unit} of the size that the reader chose."
        yield found("epub-size-small", message, name)


def _share(value: float, unit: str) -> float:
    """A size as a share of the reader's; 0 where it cannot be told."""
    if unit == "%":
        return value / 100
    return value if unit in ("em", "rem") else 0.0
