"""Pictures on a page: what the tags call so, else what is made of dots."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.file_rules.pdf_layout_geometry import Box
from exporter.file_rules.pdf_layout_page import Page

_SMALLEST = 20.0
"""Points; what is smaller is a sign and no picture."""


@dataclass(frozen=True, slots=True)
class Picture:
    box: Box
    framed: bool
    """Whether the file tells its frame; else the box is only what is drawn of it."""


def pictures_of(page: Page) -> tuple[Picture, ...]:
    found = _tagged(page) if page.blocks else _untagged(page)
    return tuple(one for one in found if max(one.box.width, one.box.height) >= _SMALLEST)


def _tagged(page: Page) -> list[Picture]:
    pictures: dict[int, Picture] = {}
    for mark, block in page.blocks.items():
        if not block.picture:
            continue
        if block.frame:
            pictures[block.picture] = Picture(block.frame, True)
        elif mark in page.drawn:
            known = pictures.get(block.picture)
            box = page.drawn[mark]
            pictures[block.picture] = Picture(known.box.joined(box) if known else box, False)
    return list(pictures.values())


def _untagged(page: Page) -> list[Picture]:
    return [Picture(image.box, True) for image in page.images if not image.artifact]
