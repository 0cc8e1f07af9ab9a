"""Marks of parts at the outer edges of pages: how they are drawn, and which parts a page has."""

from __future__ import annotations

from typing import Any

from exporter.brand import Brand, tint
from exporter.writers.operators import numbers
from exporter.writers.part_marks import PALE, WIDTH, PartMarks


def drawn(marks: PartMarks, parts: list[int], brand: Brand, *, left: bool) -> bytes:
    """Operators that draw the marks of a page, as decoration, in the sheet's own units."""
    colours = (brand.accent, brand.second, tint(brand.accent, PALE), tint(brand.second, PALE))
    x = 0 if left else marks.width - WIDTH
    code = []
    for part in parts:
        place = numbers(x, marks.foot(part), WIDTH, marks.height)
        code.append(f"{_fill(colours[part % len(colours)])} rg {place} re f")
    return f"/Artifact <</Type/Layout>> BDC q {' '.join(code)} Q EMC".encode()


def parts_on(page: Any, parts: list[Any]) -> list[int]:
    """The parts of which something stands on a laid-out page, counted from 0. `parts` are the
    elements of all of them."""
    found: set[int] = set()
    waiting = [page._page_box]
    while waiting:
        box = waiting.pop()
        box = getattr(box, "_box", box)
        element = box.element
        if element is not None and element.tag == "section" and element in parts:
            found.add(parts.index(element))
        else:
            waiting.extend(getattr(box, "children", ()))
    return sorted(found)


def _fill(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.4g}" for at in (1, 3, 5))
