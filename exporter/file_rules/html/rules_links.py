"""Rules on links, on the keyboard, and on what can be pressed or filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from exporter.diagnostics import Diagnostic
from exporter.file_rules.html.catalogue import found
from exporter.file_rules.html.words import is_hidden, is_shown_to_nobody, words
from exporter.web_page.tree import Element

_VAGUE = frozenset(
    (
        "here", "click here", "click", "click this", "click this link", "this link", "this", "link",
        "more", "read more", "read more here", "see more", "learn more", "find out more", "details",
        "more details", "more information", "more info", "info", "go", "go here", "this page",
        "this website", "website", "web page", "page", "download", "download here", "continue",
        "see here", "view", "view more", "open", "document", "pdf", "follow this link",
    )
)  # fmt: skip
_ADDRESS = re.compile(r"(https?://|www\.(?=\S*/))\S{25,}\Z", re.IGNORECASE)
"""A long address. The bare name of a site is how people call it: www.example.org."""
_POSITIVE = re.compile(r"\+?0*[1-9][0-9]*")
_FIELDS = frozenset({"input", "select", "textarea"})
_UNLABELLED_TYPES = frozenset({"hidden", "submit", "button", "reset", "image"})
_FOCUSED = frozenset({"button", "input", "select", "textarea", "iframe"})


def check(page: list[Element]) -> Iterator[Diagnostic]:
    """What these rules find on a page."""
    names = {element.get("id") for element in page}
    names |= {element.get("name") for element in page if element.tag == "a"}
    for element in page:
        if element.tag == "a" and element.has("href"):
            yield from _link(element, names)
        yield from _keyboard(element)
        if element.tag in _FIELDS:
            yield from _field(element, page)


def _link(link: Element, names: set[str]) -> Iterator[Diagnostic]:
    told = _name(link)
    href = link.get("href").strip()
    if not told:
        yield found("html-link-empty", f"The link to {href or 'nowhere'} has no words.", link.line)
    elif told.lower().strip(" .:…>»→()[]") in _VAGUE:
        message = f'The words "{told}" do not say where the link goes.'
        yield found("html-link-vague", message, link.line, words=told)
    elif _ADDRESS.match(told):
        message = f"The words of a link are the address {told}."
        yield found("html-link-address", message, link.line, words=told)
    there = names | {"", "top"}
    if href.startswith("#") and href[1:] not in there and unquote(href[1:]) not in there:
        message = f'The link "{told}" goes to {href}, which is not on the page.'
        yield found("html-link-dead", message, link.line, words=told)


def _name(element: Element) -> str:
    """What a screen reader calls it."""
    if element.get("aria-labelledby"):
        return element.get("aria-labelledby")
    return element.get("aria-label").strip() or words(element) or element.get("title").strip()


def _keyboard(element: Element) -> Iterator[Diagnostic]:
    index = element.get("tabindex").strip()
    if _POSITIVE.fullmatch(index):
        message = f"An element of the kind {element.tag} jumps the queue of the keyboard."
        yield found("html-tabindex-positive", message, element.line)
    reached = element.tag in _FOCUSED or (element.tag == "a" and element.has("href"))
    reached = (reached or index == "0") and index != "-1" and element.get("type") != "hidden"
    if reached and is_hidden(element) and not is_shown_to_nobody(element):
        told = words(element)
        message = f'"{told or element.tag}" can be reached, but is not read out.'
        yield found("html-hidden-focus", message, element.line, words=told)


def _field(field: Element, page: list[Element]) -> Iterator[Diagnostic]:
    if field.get("type").lower() in _UNLABELLED_TYPES:
        return
    labels = {element.get("for") for element in page if element.tag == "label"}
    named = field.within("label") is not None or (field.get("id") and field.get("id") in labels)
    if not named and not any(map(field.get, ("aria-label", "aria-labelledby", "title"))):
        yield found("html-field-unlabelled", "A field has no label.", field.line)
