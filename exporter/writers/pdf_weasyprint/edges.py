"""A mark at the outer edge of a page for each part on it, at the same height throughout: seen when
a copy is bent, so that people find a part by hand. The same as the other engine's (frame.py)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from exporter.brand import Brand, tint
from exporter.edition import Theme
from exporter.model import Document
from exporter.writers.operators import numbers

_MARK, _TALLEST = 16.0, 56.0
_FEWEST_PARTS = 3
_PALE = 0.55


@dataclass(frozen=True, slots=True)
class Edges:
    """Where marks stand, in points from the foot of the sheet; `step` is from one to the next."""

    width: float
    top: float
    step: float

    def marks(self, parts: list[int], brand: Brand, *, left: bool) -> bytes:
        """Operators that draw the marks of a page, as decoration, in the sheet's own units."""
        colours = (
            brand.accent, brand.second, tint(brand.accent, _PALE), tint(brand.second, _PALE),
        )  # fmt: skip
        drawn = []
        for part in parts:
            foot = self.top - part * self.step - self.step * 0.85
            place = numbers(0 if left else self.width - _MARK, foot, _MARK, self.step * 0.85)
            drawn.append(f"{_fill(colours[part % len(colours)])} rg {place} re f")
        return f"/Artifact <</Type/Layout>> BDC q {' '.join(drawn)} Q EMC".encode()


def edges_of(document: Document, theme: Theme) -> Edges | None:
    """None for a leaflet, and for a document of so few parts that nobody looks for them."""
    page, total = theme.page, len(document.sections)
    if not document.cover_page or total < _FEWEST_PARTS:
        return None
    step = min(_TALLEST, (page.height - page.top - page.bottom) / total)
    return Edges(page.width, page.height - page.top, step)


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
