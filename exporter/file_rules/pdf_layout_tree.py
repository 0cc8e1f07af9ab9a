"""What the tags of a page say: for each marked sequence the block that it belongs to.

pdfium reads the structure tree page by page. A kid of an element that stands on another page has no
answer there; so a block that goes on over the page is known by the kids that do not answer.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass, replace

import pypdfium2.raw as raw

from exporter.file_rules.pdf_layout_geometry import Box, Matrix, moved

MOST_KIDS = 1_000_000
"""In the whole file; pages after that are taken as if they had no tags."""
_DEPTH = 80
_INLINE = frozenset(
    ["Span", "Quote", "Link", "Reference", "Annot", "Em", "Strong", "Sub", "BibEntry", "Code",
     "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Form"]
)  # fmt: skip
_PICTURES = frozenset(["Figure", "Formula"])
_ASIDE = frozenset(["Table", "TOC", "Note", "FENote", "Caption", "Figure", "Formula", "Index"])
"""What is not running text, with all that is inside."""


@dataclass(frozen=True, slots=True)
class Block:
    """The innermost element that is not a part of a line. `number` counts in reading order."""

    role: str
    number: int
    goes_on: bool = False
    """Its words go on over the page."""
    from_before: bool = False
    picture: int = 0
    """The number of the picture that it is or stands in, 0 for none."""
    frame: Box | None = None
    """The place of that picture, where the file tells it."""
    aside: bool = False
    """Not running text: in a table, contents, a note, a caption or a picture."""

    @property
    def is_heading(self) -> bool:
        return self.role == "Title" or (self.role[:1] == "H" and self.role[1:].isdigit()) or (
            self.role == "H"
        )  # fmt: skip


class Tree:
    """Reads the tags of one page after the other, within one bound for the file."""

    def __init__(self) -> None:
        self.left = MOST_KIDS
        self.buffer = ctypes.create_string_buffer(128)
        self.number = 0

    def blocks(self, page: raw.FPDF_PAGE, seen: Matrix) -> dict[int, Block]:
        """For each marked sequence of the page its block. `seen` moves what the tree says."""
        if self.left <= 0:
            return {}
        tree = raw.FPDF_StructTree_GetForPage(page)
        if not tree:
            return {}
        self.number = 0
        found: dict[int, Block] = {}
        try:
            for index in range(max(0, raw.FPDF_StructTree_CountChildren(tree))):
                kid = raw.FPDF_StructTree_GetChildAtIndex(tree, index)
                if kid:
                    self.element(kid, Block("", 0), found, seen, 0)
        finally:
            raw.FPDF_StructTree_Close(tree)
        return found

    def element(
        self,
        element: raw.FPDF_STRUCTELEMENT,
        around: Block,
        found: dict[int, Block],
        seen: Matrix,
        depth: int,
    ) -> None:
        role = self.role(element)
        count = max(0, raw.FPDF_StructElement_CountChildren(element))
        self.left -= count
        if self.left <= 0 or depth > _DEPTH:
            return
        kids = [raw.FPDF_StructElement_GetChildAtIndex(element, index) for index in range(count)]
        marks = [
            -1 if kid else raw.FPDF_StructElement_GetChildMarkedContentID(element, index)
            for index, kid in enumerate(kids)
        ]
        block = around
        if role not in _INLINE or not around.role:
            here = [bool(kid) or mark >= 0 for kid, mark in zip(kids, marks, strict=True)]
            block = self.block(element, role, around, here, seen)
        for kid, mark in zip(kids, marks, strict=True):
            if mark >= 0:
                found[mark] = block
            elif kid:
                self.element(kid, block, found, seen, depth + 1)

    def block(
        self,
        element: raw.FPDF_STRUCTELEMENT,
        role: str,
        around: Block,
        here: list[bool],
        seen: Matrix,
    ) -> Block:
        self.number += 1
        block = Block(
            role=role,
            number=self.number,
            goes_on=bool(here) and not here[-1],
            from_before=bool(here) and not here[0],
            picture=around.picture,
            frame=around.frame,
            aside=around.aside or role in _ASIDE,
        )
        if role in _PICTURES and not around.picture:
            frame = self.frame(element)
            return replace(block, picture=self.number, frame=moved(frame, seen) if frame else None)
        return block

    def role(self, element: raw.FPDF_STRUCTELEMENT) -> str:
        """Its role, after the role map of the file."""
        length = int(raw.FPDF_StructElement_GetType(element, self.buffer, 128))
        return self.buffer.raw[: max(0, min(length, 128) - 2)].decode("utf-16-le", "replace")

    def frame(self, element: raw.FPDF_STRUCTELEMENT) -> Box | None:
        number = ctypes.c_float()
        for index in range(min(8, max(0, raw.FPDF_StructElement_GetAttributeCount(element)))):
            attribute = raw.FPDF_StructElement_GetAttributeAtIndex(element, index)
            value = raw.FPDF_StructElement_Attr_GetValue(attribute, b"BBox") if attribute else None
            if value and raw.FPDF_StructElement_Attr_CountChildren(value) == 4:
                sides = []
                for side in range(4):
                    part = raw.FPDF_StructElement_Attr_GetChildAtIndex(value, side)
                    raw.FPDF_StructElement_Attr_GetNumberValue(part, number)
                    sides.append(number.value)
                return Box(*sides)
        return None
