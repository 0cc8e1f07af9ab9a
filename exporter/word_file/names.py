"""The namespaces of a Word file, and the values that its elements hold."""

from __future__ import annotations

from typing import TypeAlias

from lxml.etree import _Element

Element: TypeAlias = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
V = "{urn:schemas-microsoft-com:vml}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

WRAPPERS = frozenset(
    (
        *(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "dir", "bdo")),
        *(f"{W}{name}" for name in ("ins", "moveTo")),
        *(f"{MC}{name}" for name in ("AlternateContent", "Choice")),
    )
)
"""What may stand around runs, paragraphs, tables, rows and cells, and is none of them itself.

Words that are deleted, or moved away, stand in others, and are not read.
"""


def is_contents(wrapper: Element) -> bool:
    """Whether a content control holds the contents, which the program counts and writes."""
    return value(wrapper, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"


_VALUE = f"{W}val"
_OFF = ("0", "false", "off")


def value(element: Element | None, *path: str) -> str:
    """The `w:val` at the end of a path of elements; empty where there is none."""
    for step in path:
        if element is None:
            return ""
        element = child_of(element, f"{W}{step}")
    return element.get(_VALUE, "") if element is not None else ""


def child_of(element: Element, tag: str) -> Element | None:
    """Its first child with this tag. Properties are few: looking is quicker than asking lxml."""
    for child in element:
        if child.tag == tag:
            return child
    return None


def is_on(parent: Element | None, name: str) -> bool | None:
    """Whether a switch is on; None where it is not there."""
    element = child_of(parent, f"{W}{name}") if parent is not None else None
    if element is None:
        return None
    return element.get(_VALUE, "1") not in _OFF
