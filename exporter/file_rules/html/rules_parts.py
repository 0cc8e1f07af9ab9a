"""Rules on headings, pictures, tables, lists and whatever plays or moves."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.html.catalogue import found
from exporter.file_rules.html.words import is_hidden, words
from exporter.web_page.tree import Element

_HEADING = re.compile(r"h[1-6]\Z")
_FILE_NAME = re.compile(
    r"\S+\.(png|jpe?g|gif|svg|webp|tiff?|bmp)\Z|(img|dsc|image|picture|screenshot)[-_ ]?\d+\Z",
    re.IGNORECASE,
)
_HOLDERS = {"li": ("ul", "ol", "menu"), "dt": ("dl",), "dd": ("dl",)}
_NO_TABLE = frozenset({"presentation", "none"})


def check(page: list[Element]) -> Iterator[Diagnostic]:
    """What these rules find on a page."""
    yield from _headings(page)
    yield from _tables(page)
    for element in page:
        match element.tag:
            case "img" | "area":
                yield from _picture(element)
            case "li" | "dt" | "dd":
                yield from _item(element)
            case "iframe" | "frame" if not element.get("title").strip() and not is_hidden(element):
                yield found("html-frame-untitled", "A frame has no title.", element.line)
            case "audio" | "video" if element.has("autoplay") and not element.has("muted"):
                message = f"The {element.tag} plays by itself."
                yield found("html-plays-by-itself", message, element.line)
            case "marquee" | "blink":
                yield found("html-moves", "Words move or blink.", element.line)
            case _:
                pass


def _headings(page: list[Element]) -> Iterator[Diagnostic]:
    headings = [e for e in page if _HEADING.match(e.tag) and not is_hidden(e)]
    titles = [heading for heading in headings if heading.tag == "h1"]
    if not titles:
        yield found("html-heading-first", "The page has no heading of level 1.")
    elif headings[0].tag != "h1":
        told = words(headings[0])
        message = f'The first heading, "{told}", is not of level 1.'
        yield found("html-heading-first", message, headings[0].line, words=told)
    for title in titles[1:]:
        told = words(title)
        message = f'"{told}" is a further heading of level 1.'
        yield found("html-heading-several", message, title.line, words=told)
    before = 1
    for heading in headings:
        level = int(heading.tag[1])
        told = words(heading)
        if not told:
            yield found("html-heading-empty", f"A heading of level {level} is empty.", heading.line)
        if level > before + 1:
            message = f'"{told}" is of level {level}, but stands below level {before}.'
            yield found("html-heading-skipped", message, heading.line, words=told)
        before = level


def _picture(picture: Element) -> Iterator[Diagnostic]:
    if is_hidden(picture) or picture.get("role") in _NO_TABLE:
        return
    named = any(map(picture.get, ("aria-label", "aria-labelledby")))
    if picture.tag == "area" and not picture.has("href"):
        return
    if not picture.has("alt") and not named:
        source = picture.get("src")
        which = "" if source.startswith("data:") or not source else f" {source}"
        message = f"The picture{which} has no alternative text."
        yield found("html-picture-alternative-missing", message, picture.line)
    alternative = picture.get("alt").strip()
    if _FILE_NAME.match(alternative):
        message = f'The alternative text "{alternative}" is the name of a file.'
        yield found("html-picture-alternative-file-name", message, picture.line, words=alternative)


def _tables(page: list[Element]) -> Iterator[Diagnostic]:
    heads: dict[Element, list[Element]] = {e: [] for e in page if e.tag == "table"}
    cells = dict.fromkeys(heads, 0)
    for element in page:
        table = element.within("table") if element.tag in ("th", "td") else None
        if table is None:
            continue
        cells[table] += 1
        if element.tag == "th" or element.get("role") in ("columnheader", "rowheader"):
            heads[table].append(element)
    for table, headers in heads.items():
        if table.get("role") in _NO_TABLE or is_hidden(table) or cells[table] < 2:
            continue
        if not headers:
            message = "A table has no header cells."
            yield found("html-table-headers-missing", message, table.line)
        elif _both_ways(headers) and not all(head.get("scope") for head in headers if words(head)):
            message = "Header cells of rows and of columns do not say which they are."
            yield found("html-table-scope-missing", message, table.line)


def _both_ways(headers: list[Element]) -> bool:
    """Whether a table has header cells in more than one row: then some of them head rows."""
    return len({id(head.parent) for head in headers}) > 1


def _item(item: Element) -> Iterator[Diagnostic]:
    parent = item.parent
    if parent is not None and parent.tag == "div" and item.tag != "li":
        parent = parent.parent
    holders = _HOLDERS[item.tag]
    if parent is None or (parent.tag not in holders and parent.get("role") != "list"):
        told = words(item)[:60]
        message = f'"{told}" is an item that stands in no list.'
        yield found("html-list-broken", message, item.line, words=told)
