"""The head of a leaflet: title, subtitle, publisher and logo on the first page, above the text."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.writers.pdf_reportlab.cover import BoxPlace, BrandPage, cover_lines, even_lines
from exporter.writers.pdf_reportlab.look import accent
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.strips import Strip, keep_together, stack_height
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Workshop

_BAR = 6.0
"""The height of the stroke of colour above the title."""
_ALONE = 500.0
"""What it costs to leave the head alone on its page: much, but less than to part a heading from its
text, where the two are taller than a page."""


@dataclass(frozen=True, slots=True)
class Head:
    """The strips of the head; the last of them only holds the room of the brand's boxes."""

    furniture: Node
    strips: tuple[Strip, ...]
    logo: tuple[float, float]
    words: tuple[float, float]
    """Width and height of the brand's two boxes."""
    beside: bool
    """Whether the words stand beside the logo, on the line of its foot, or above it."""


def set_head(shop: Workshop, node: Node) -> Head:
    """Everything at the head of the first page, in the order in which it is read."""
    look, theme = shop.look, shop.theme
    width = theme.page.text_width
    strips = even_lines(shop, shop.document.title, look.heading(1), node.add("H1"), width)
    if shop.document.subtitle:
        style = look.style(max(theme.size * 1.2, 16), pitch=1.3)
        strips += even_lines(shop, shop.document.subtitle, style, node.add("P"), width)
    furniture = node.add("Furniture")
    lines = cover_lines(shop, furniture, width, shop.document.cover_lines, first_large=True)
    if lines:
        lines[0].above = look.gap
    strips += lines
    gap = theme.size
    left_over = width - theme.logo.width - gap
    beside = left_over >= width * 0.4
    high = max(theme.publisher.height, look.body.leading) + theme.size * 0.5
    high = max(high + theme.cover_line.height, 2 * look.body.leading + theme.size * 1.1)
    words = (left_over if beside else width, high)
    logo = (theme.logo.width, theme.logo.height)
    height = max(high, logo[1]) if beside else high + gap * 0.5 + logo[1]
    strips.append(Strip(height=height, above=look.gap, below=look.gap * 2))
    keep_together(strips)[-1].price = _ALONE
    return Head(furniture, tuple(strips), logo, words, beside)


def paint_head(shop: Workshop, head: Head, painter: Painter, left: float) -> BrandPage:
    """The stroke above the title; and where the boxes of the brand are on this page."""
    page = shop.theme.page
    top = page.height - page.top
    painter.ground(left, top + _BAR, page.text_width, _BAR, accent())
    bottom = top - stack_height(head.strips)
    top = bottom + head.strips[-1].height
    logo_width, logo_height = head.logo
    width, height = head.words
    right = left + logo_width + shop.theme.size if head.beside else left
    logo = BoxPlace(left, bottom, logo_width, logo_height)
    words = BoxPlace(right, top - height, width, height)
    return BrandPage(painter.page, head.furniture, {"cover_words": words, "logo": logo})
