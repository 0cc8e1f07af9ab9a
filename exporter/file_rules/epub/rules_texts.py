"""Rules on the texts of a book: its own, and those for web pages that hold in a book too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.diagnostics import Diagnostic, Place
from exporter.epub_file import outside
from exporter.file_rules.epub.catalogue import found
from exporter.file_rules.epub.texts import LANGUAGE, Text, line_of, words_of
from exporter.file_rules.html import rules_links, rules_parts

_OF_WEB_PAGES = frozenset(
    (
        "html-heading-empty", "html-picture-alternative-missing",
        "html-picture-alternative-file-name", "html-table-headers-missing",
        "html-table-scope-missing", "html-list-broken", "html-link-empty", "html-link-vague",
        "html-link-address", "html-hidden-focus", "html-tabindex-positive", "html-frame-untitled",
        "html-field-unlabelled", "html-plays-by-itself", "html-moves",
    )
)  # fmt: skip
"""Rules for web pages that ask the same of a book; the others are about a page as a whole."""
_SHOWN = (("img", "src"), ("audio", "src"), ("video", "src"), ("source", "src"),
          ("iframe", "src"), ("embed", "src"), ("object", "data"), ("link", "href"))  # fmt: skip


def check(texts: list[Text]) -> Iterator[Diagnostic]:
    """What these rules find."""
    for text in texts:
        yield from _head(text)
        yield from _scripts(text)
        yield from _network(text)
        yield from _as_web_page(text)


def _head(text: Text) -> Iterator[Diagnostic]:
    root = text.root
    if not (root.get(LANGUAGE, "") or root.get("lang", "")).strip():
        message = f"{text.name} does not say its language."
        yield found("epub-text-language-missing", message, text.name)
    if not any(words_of(title) for title in text.elements("title")):
        yield found("epub-text-title-missing", f"{text.name} has no title.", text.name)


def _scripts(text: Text) -> Iterator[Diagnostic]:
    for one in text.elements():
        handlers = [name for name in one.attrib if str(name).lower().startswith("on")]
        if one.tag.endswith("}script") or handlers:
            yield found("epub-script", "There is a script in the text.", text.name, line_of(one))


def _network(text: Text) -> Iterator[Diagnostic]:
    for tag, name in _SHOWN:
        for one in text.elements(tag):
            address = one.get(name, "")
            if outside(address) and not address.strip().lower().startswith("data:"):
                message = f"The text fetches {address} from elsewhere."
                yield found("epub-network-needed", message, text.name, line_of(one))


def _as_web_page(text: Text) -> Iterator[Diagnostic]:
    """The findings on what stands in the text, with the file of the book as their place."""
    page = list(text.as_web_page().all_elements())
    for finding in (*rules_parts.check(page), *rules_links.check(page)):
        if finding.code in _OF_WEB_PAGES:
            yield replace(finding, place=Place(text.name))
