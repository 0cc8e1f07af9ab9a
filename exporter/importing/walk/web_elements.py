"""What an element of a web page is to a reader of the page, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.attributes import whole_number
from exporter.web_page.tree import DIGITS, Element, tags

SKIPPED = tags("script style head template noscript link meta")


def is_hidden(element: Element) -> bool:
    style = element.get("style").replace(" ", "").lower()
    return (
        element.has("hidden")
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def is_around(element: Element) -> bool:
    """Whether a header or footer is that of the page, and not of an article."""
    if element.tag == "header" and any(one.tag == "h1" for one in element.all_elements()):
        return False  # the title stands in it
    return element.tag == "nav" or not element.within("article", "section", "main", "blockquote")


def is_notes(element: Element) -> bool:
    around = next(element.ancestors(), None)
    return around is not None and "doc-endnotes" in around.roles


def rows_of(element: Element) -> Iterator[Element]:
    for one in element.elements():
        if one.tag == "tr":
            yield one
        elif one.tag in ("thead", "tbody", "tfoot"):
            yield from rows_of(one)


def span(text: str) -> int:
    return min(100, max(1, whole_number(text, 1, DIGITS)))


def asked_by(field: Element) -> str:
    """What a field of a form asks for: the legend of its group, and its own name."""
    group = field.within("fieldset")
    legends = (one for one in (group.elements() if group else ()) if one.tag == "legend")
    legend = "".join(words_of(one) for one in legends)[:_LONGEST_LEGEND]
    label = field.within("label")
    name = field.get("aria-label") or (words_of(label) if label else "")
    name = name or field.get("placeholder") or ("" if legend else field.get("name"))
    return " ".join(filter(None, (legend, name)))


_LONGEST_LEGEND = 2_000
"""Letters. It is said again with each field: a stranger's page must not grow without end."""


def all_words(element: Element) -> str:
    """The words inside an element, and those of its pictures."""
    alts = (one.get("alt") for one in element.all_elements() if one.tag == "img")
    return " ".join(filter(None, (words_of(element), *alts)))


def words_of(element: Element, *, keep: bool = False) -> str:
    """The words inside an element; `keep`: with the ends of its lines."""
    found: list[str] = []
    waiting: list[Element | str] = [element]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.append(one)
        elif one.tag not in SKIPPED:
            waiting += [" ", *reversed(one.children)] if not keep else [*reversed(one.children)]
    text = "".join(found)
    return text if keep else " ".join(text.split())
