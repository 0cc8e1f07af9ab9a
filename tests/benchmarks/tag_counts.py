"""How many elements of each kind a document should have as a tagged PDF, and how many a PDF has.

The number in the source is counted from the Document alone, without asking the Outline or an
engine. Headings of furniture ("Contents", "Notes", "Who made this") are no headings of the source,
and so are not counted in our files, where they are marked. In all else furniture counts too.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from exporter.model import (
    Blocks,
    Definitions,
    Document,
    Figure,
    Link,
    List,
    NoteMark,
    Picture,
    PictureRow,
    QrCode,
    Question,
    Reference,
    Table,
)
from exporter.walk import blocks_within, inlines_of, inlines_within, sections_within

ROWS = (
    "H1", "H2", "H3", "H4", "H5", "H6", "Table", "TR", "TH", "TH with Scope", "TD",
    "L", "L with ListNumbering", "LI", "TOCI", "Link", "Note", "Figure", "Figure with Alt",
)  # fmt: skip
"""What is counted, in the order of the table."""


# ---- in the source ---------------------------------------------------------------------------


def source_counts(document: Document) -> Counter[str]:
    """How many of each the document has, under a brand without logo and links."""
    found = Counter({row: 0 for row in ROWS})
    found["H1"] = 1
    found["TOCI"] = found["Link"] = len(document.contents)
    _count_pictures(found, document.cover)
    for section in sections_within(document.sections):
        found[f"H{section.level}"] += 1
        _count_pictures(found, section.picture)
        _count_blocks(found, section.blocks)
        for note in section.notes:
            found["Note"] += 1
            found["Link"] += 1  # back to where it is cited
            _count_links(found, inlines_within(note.children))
    _count_blocks(found, document.end)
    found["TH with Scope"] = found["TH"]
    found["L with ListNumbering"] = found["L"]
    found["Figure with Alt"] = found["Figure"]
    return found


def _count_blocks(found: Counter[str], blocks: Blocks) -> None:
    for block in blocks_within(blocks):
        _count_links(found, inlines_of(block))
        match block:
            case List():
                found["L"] += 1
                found["LI"] += len(block.items)
            case Definitions():
                found["L"] += 1
                found["LI"] += len(block.entries)
            case Table():
                rows, columns = len(block.rows), len(block.rows[0])
                in_column = rows if block.header_column else 0
                found["Table"] += 1
                found["TR"] += rows + bool(block.columns)
                found["TH"] += len(block.columns) + in_column
                found["TD"] += rows * columns - in_column
            case Figure():
                _count_pictures(found, block.picture)
            case PictureRow():
                _count_pictures(found, *block.pictures)
            case QrCode():
                found["Figure"] += 1
            case Question() if block.answers:
                found["L"] += 1
                found["LI"] += len(block.answers)
            case _:
                pass


def _count_links(found: Counter[str], inlines: Iterator[Any]) -> None:
    found["Link"] += sum(isinstance(inline, Link | Reference | NoteMark) for inline in inlines)


def _count_pictures(found: Counter[str], *pictures: Picture | None) -> None:
    """Decorative pictures have no alternative text and are no figures."""
    found["Figure"] += sum(bool(picture and picture.alt) for picture in pictures)


# ---- in a PDF --------------------------------------------------------------------------------


def pdf_counts(data: bytes) -> Counter[str]:
    """How many of each the structure tree of a PDF has; a file without tags has none."""
    found = Counter({row: 0 for row in ROWS})
    with pikepdf.open(io.BytesIO(data)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            return found
        root = pdf.Root.StructTreeRoot
        roles = {str(own): str(standard) for own, standard in root.get("/RoleMap", {}).items()}
        for element, furniture in _elements(root.get("/K"), False):
            role = str(element.S)
            while roles.get(role, role) != role:
                role = roles[role]
            _count_element(found, role.removeprefix("/"), element, furniture)
    return found


def _count_element(found: Counter[str], role: str, element: Any, furniture: bool) -> None:
    if role not in ROWS or (furniture and role[0] == "H"):
        return
    found[role] += 1
    if role == "TH" and _attribute(element, "/Scope"):
        found["TH with Scope"] += 1
    if role == "L" and _attribute(element, "/ListNumbering"):
        found["L with ListNumbering"] += 1
    if role == "Figure" and str(element.get("/Alt", "")):
        found["Figure with Alt"] += 1


def _elements(kids: Any, furniture: bool) -> Iterator[tuple[Any, bool]]:
    """Every structure element in order, and whether it stands inside our Furniture."""
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            inside = furniture or str(kid.S) == "/Furniture"
            yield kid, inside
            yield from _elements(kid.get("/K"), inside)


def _attribute(element: Any, name: str) -> str:
    attributes = element.get("/A", [])
    for each in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
        if isinstance(each, pikepdf.Dictionary) and name in each:
            return str(each[name])
    return ""
