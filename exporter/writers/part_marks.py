"""A mark at the outer edge of a page for each part on it, at the same height throughout, in a tint
of its own: seen when a copy is bent, so that people find a part by hand. The same in both PDF
engines.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporter.edition import Theme
from exporter.model import Document

WIDTH = 16.0
"""How far a mark stands on the page, in points."""
PALE = 0.55
"""The tint of the third and fourth marks, which have the brand's two colours again."""
_TALLEST = 56.0
_HIGH = 0.85
"""The height of a mark, for one unit of the distance from one to the next."""
_FEWEST_PARTS = 3


@dataclass(frozen=True, slots=True)
class PartMarks:
    """Where marks stand on pages of this width, in points from their foot; `step` is from one mark
    to the next."""

    width: float
    top: float
    step: float

    @property
    def height(self) -> float:
        return self.step * _HIGH

    def foot(self, part: int) -> float:
        """Of the mark of a part, counted from 0."""
        return self.top - part * self.step - self.height


def marks_of(document: Document, theme: Theme) -> PartMarks | None:
    """None for a leaflet, and for a document of so few parts that nobody looks for them."""
    page, total = theme.page, len(document.sections)
    if not document.cover_page or total < _FEWEST_PARTS:
        return None
    step = min(_TALLEST, (page.height - page.top - page.bottom) / total)
    return PartMarks(page.width, page.height - page.top, step)
