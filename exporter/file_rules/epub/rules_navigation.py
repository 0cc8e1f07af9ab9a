"""Rules on finding the way: contents, landmarks, pages, links from text to text, headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.epub_file import Book, Node, fragment, named, outside, resolved
from exporter.file_rules.epub.catalogue import found
from exporter.file_rules.epub.texts import (
    Text,
    kinds,
    line_of,
    list_of_kind,
    tag_of,
    words_of,
)

_HEADINGS = tuple(f"h{level}" for level in range(1, 7))


def check(book: Book, texts: list[Text]) -> Iterator[Diagnostic]:
    """What these rules find."""
    by_name = {text.name: text for text in texts}
    navigation = navigation_of(book)
    if navigation is None:
        if not any("x-dtbncx" in item.media for item in book.items):  # the contents of EPUB 2
            yield found("epub-navigation-missing", "The book has no table of contents.")
    else:
        name, root = navigation
        by_name.setdefault(name, Text(name, root))
        yield from _contents(book, name, root, texts, by_name)
        yield from _landmarks(name, root)
    yield from _pages(book, navigation, texts)
    for text in texts:
        yield from _links(book, text, by_name)
    yield from _headings(texts)


def navigation_of(book: Book) -> tuple[str, Node] | None:
    """The navigation document: its name and root, where it can be read."""
    item = book.with_property("nav")
    if item is None or item.name not in book.names:
        return None
    try:
        return item.name, book.tree(item.name)
    except Unreadable:
        return None


def _entries(file: str, holder: Node) -> Iterator[tuple[Node, str, str]]:
    """The links of a list: each with the file and the place that it leads to."""
    for link in named(holder, "a"):
        href = link.get("href", "")
        if href and not outside(href):
            yield link, resolved(file, href), fragment(href)


def _contents(
    book: Book, name: str, root: Node, texts: list[Text], by_name: Mapping[str, Text]
) -> Iterator[Diagnostic]:
    holder = list_of_kind(root, "toc")
    if holder is None:
        yield found("epub-navigation-missing", "The book has no table of contents.", name)
        return
    reached = set()
    for link, file, place in _entries(name, holder):
        reached.add(file)
        if not _is_there(book, file, place, by_name):
            message = f"The entry “{words_of(link)}” leads nowhere."
            yield found("epub-navigation-dead", message, name, line_of(link))
    for text in texts:
        marked = next((one for one in text.elements("h1", "h2") if not _furniture(one)), None)
        first = text is texts[0]  # a cover, or a page with the title
        if marked is not None and text.name not in reached and text.name != name and not first:
            message = f"“{words_of(marked)}” is not in the table of contents."
            yield found("epub-navigation-thin", message, text.name, line_of(marked))


def _furniture(element: Node) -> bool:
    return any(one.get("data-furniture") is not None for one in (element, *element.iterancestors()))


def _is_there(book: Book, file: str, place: str, by_name: Mapping[str, Text]) -> bool:
    text = by_name.get(file)
    if text is None:
        return file in book.names
    return not place or place in text.ids or place.startswith(("xywh=", "epubcfi("))


def _landmarks(name: str, root: Node) -> Iterator[Diagnostic]:
    holder = list_of_kind(root, "landmarks")
    marked = set() if holder is None else {kind for a in named(holder, "a") for kind in kinds(a)}
    if "bodymatter" not in marked:
        message = "The book does not say where its text begins."
        yield found("epub-landmarks-missing", message, name)


def _pages(
    book: Book, navigation: tuple[str, Node] | None, texts: list[Text]
) -> Iterator[Diagnostic]:
    marks = [(text.name, page) for text in texts for page in text.pages()]
    holder = None if navigation is None else list_of_kind(navigation[1], "page-list")
    if holder is None:
        if marks:
            message = f"The book has {len(marks)} marks of pages, but no list of them."
            yield found("epub-page-list-missing", message)
        return
    assert navigation is not None
    unread = {item.name for item in book.texts()} - {text.name for text in texts}
    entries = _entries(navigation[0], holder)
    listed = [(file, place) for _, file, place in entries if file not in unread]
    if listed != marks:
        message = f"The list has {len(listed)} pages, the text has {len(marks)} marks of pages"
        same = " in another order or with other names" if len(listed) == len(marks) else ""
        yield found("epub-page-list-wrong", f"{message}{same}.", navigation[0])
    sources = {"pageBreakSource", "a11y:pageBreakSource", "source-of"}
    told = any(one.get("property") in sources for one in named(book.package, "meta"))
    if not told and not any(True for _ in named(book.package, "source")):
        message = "The book does not say whose pages it lists."
        yield found("epub-page-source-missing", message, book.package_name)


def _links(book: Book, text: Text, by_name: Mapping[str, Text]) -> Iterator[Diagnostic]:
    if any("toc" in kinds(one) for one in text.elements("nav")):
        return  # judged as contents
    for link, file, place in _entries(text.name, text.root):
        if not _is_there(book, file, place, by_name):
            message = f"The link “{words_of(link)}” leads nowhere."
            yield found("epub-link-dead", message, text.name, line_of(link))


_LEVEL = re.compile(r"h([1-6])\Z")


def _headings(texts: list[Text]) -> Iterator[Diagnostic]:
    before = 0
    for text in texts:
        for heading in text.elements(*_HEADINGS):
            if any(one.get("hidden") is not None for one in (heading, *heading.iterancestors())):
                continue
            found_level = _LEVEL.match(tag_of(heading))
            level = int(found_level[1]) if found_level else before
            if before and level > before + 1:
                message = (
                    f"“{words_of(heading)}” is of level {level}, but stands below level {before}."
                )
                yield found("epub-heading-skipped", message, text.name, line_of(heading))
            before = level
