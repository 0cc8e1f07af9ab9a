"""The words of an element of a web page, and whether anybody meets it."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.web_page.tree import Element, tags

_UNREAD = tags("script style template noscript")
_BLOCKS = tags(
    "address article aside blockquote br div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr main nav ol p pre section table ul"
)


def words(element: Element) -> str:
    """The words inside it, those of its elements too, and the alternative texts of its pictures."""
    return " ".join("".join(_pieces(element)).split())


def _pieces(element: Element) -> Iterator[str]:
    waiting: list[Element | str] = [element]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            yield node
            continue
        if node.tag in ("img", "input") and node.get("alt"):
            yield f" {node.get('alt')} "
        unread = node.tag in _UNREAD
        if node.tag in _BLOCKS:
            waiting.append(" ")
        waiting.extend(
            child for child in reversed(node.children) if not (unread and isinstance(child, str))
        )


def is_hidden(element: Element) -> bool:
    """Whether screen readers do not meet it."""
    return any(
        one.get("aria-hidden") == "true" or one.has("hidden")
        for one in (element, *element.ancestors())
    )


def is_shown_to_nobody(element: Element) -> bool:
    """Whether the keyboard does not reach it either."""
    return any(one.has("hidden") for one in (element, *element.ancestors()))
