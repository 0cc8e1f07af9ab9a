"""Which structure element each element of the page becomes (the PDF column of ARCHITECTURE.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from exporter.writers.html.questions import FIELD


class Element(Protocol):
    """What we need of an element of the page (xml.etree)."""

    tag: str

    def get(self, name: str, default: str = "") -> str: ...


ROLE_MAP = {
    "Furniture": "Sect",
    "Callout": "Sect",
    "Question": "Div",
    "Label": "P",
    "Source": "P",
    "Term": "Lbl",
    "Definition": "LBody",
    "PageRef": "Span",
    "WebAddress": "Span",
    "Strong": "Span",
    "Em": "Span",
}
"""Our own structure types and the standard ones that they stand for."""

ARTIFACT = "Artifact"
"""Not a structure type: what is under such an element is decoration."""

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_SIMPLE = {
    "section": "Sect",
    "blockquote": "BlockQuote",
    "figcaption": "Caption",
    "caption": "Caption",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "th": "TH",
    "td": "TD",
    "dl": "L",
    "strong": "Strong",
    "em": "Em",
}


@dataclass(frozen=True, slots=True)
class Around:
    """What an element stands in, as far as it changes what the element becomes."""

    parent: str = ""
    """The tag of its parent element."""
    contents: bool = False
    """Inside the contents, where lists are TOC and items TOCI."""
    furniture: bool = False


def path(element: Element, around: Around) -> tuple[str, ...]:
    """The structure types that an element becomes, outermost first; none if it is only looks.

    Words and children of the element go into the last of them.
    """
    tag = element.tag
    if element.get("aria-hidden") == "true":
        return (ARTIFACT,)
    own = _path(element, tag, around)
    if element.get("data-furniture") is not None and not around.furniture:
        return ("Furniture", *own)
    return own


def _path(element: Element, tag: str, around: Around) -> tuple[str, ...]:
    role = element.get("role") or ""
    match tag:
        case "section" if role:
            return ()  # the notes of a part
        case "p":
            return ("P",) if element.get("data-label") is None else ("Label",)
        case "ul" | "ol":
            if around.contents:
                return ("TOC",)
            return () if _holds_notes(element) else ("L",)
        case "li":
            if role == "doc-endnote":
                return ("Note",)
            return ("TOCI",) if around.contents else ("LI", "LBody")
        case "dt":
            return ("LI", "Term")
        case "dd":
            return ("Definition",)  # its LI is that of its term
        case "div":
            return ("Callout",) if element.get("data-box") is not None else ()
        case "fieldset":
            return ("Question",)
        case "legend":
            return ("Label",)
        case "footer" if around.parent == "blockquote":
            return ("Source",)
        case "img":
            return ("Figure",) if element.get("alt") else (ARTIFACT,)
        case "a":
            is_field = element.get("href", "").startswith(FIELD)
            return ("Form",) if is_field else _link(role, around)
        case "abbr":
            return ("Span",)
        case "span":
            return _span(element)
        case _ if tag in _HEADINGS:
            return (tag.upper(),)
        case _:
            return (_SIMPLE[tag],) if tag in _SIMPLE else ()


def _link(role: str, around: Around) -> tuple[str, ...]:
    match role:
        case "doc-noteref":
            return ("Reference", "Link")
        case "doc-backlink":
            return ("Lbl", "Link")
        case _:
            return ("Reference", "Link") if around.contents else ("Link",)


def _span(element: Element) -> tuple[str, ...]:
    match element.get("class"):
        case "page-ref":
            return ("PageRef",)
        case "web-address":
            return ("WebAddress",)
        case _:
            return ("Span",) if element.get("lang") else ()


def _holds_notes(element: Element) -> bool:
    children = list(element)  # type: ignore[call-overload]
    return bool(children) and children[0].get("role") == "doc-endnote"
