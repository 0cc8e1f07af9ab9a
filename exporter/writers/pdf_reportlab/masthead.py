"""The head of a leaflet: title, subtitle, publisher and logo on the first page, above the text."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter.writers.pdf_reportlab.cover import BoxPlace, BrandPage, cover_lines, even_lines
from exporter.writers.pdf_reportlab.look import accent
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.strips import Beside, Column, Strip, keep_together, stack_height
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Workshop

_BAR = 6.0
"""The height of the stroke of colour above the title."""
_ALONE = 500.0
"""What it costs to leave the head alone on its page: much, but less than to part a heading from its
text, where the two are taller than a page."""


_COVER_LINE_SHARE = 0.5
"""Of the box of the cover line: a leaflet has few words there, and needs its page for others."""
_FIFTY_LETTERS = 23.0
"""How wide in sizes of the text a cover line of fifty letters is; where there is less, it has two
lines."""
_LOGO_SHARE = 0.45
"""The most of the width that the logo has, on pages however small."""
_LEAST_LINES, _LEAST_WORDS = 9.0, 15.0
"""The widths in sizes of the text that lines and a brand's words keep beside the logo; else they
stand above it, or below."""


@dataclass(frozen=True, slots=True)
class Head:
    """The strips of the head; the last of them holds its lines, and the room of the brand's boxes
    below and beside them."""

    furniture: Node
    strips: tuple[Strip, ...]
    boxes: dict[str, BoxPlace]
    """The brand's two boxes, counted from the upper left corner of the last strip."""


def set_head(shop: Workshop, node: Node) -> Head:
    """Everything at the head of the first page, in the order in which it is read."""
    look, theme = shop.look, shop.theme
    width = theme.page.text_width
    strips = even_lines(shop, shop.document.title, look.heading(1), node.add("H1"), width)
    if shop.document.subtitle:
        style = look.style(max(theme.size * 1.2, 16), pitch=1.3)
        strips += even_lines(shop, shop.document.subtitle, style, node.add("P"), width)
    furniture = node.add("Furniture")
    across, up = min(theme.logo.width, width * _LOGO_SHARE), theme.logo.height
    left_over = width - across - theme.size
    beside = left_over >= theme.size * _LEAST_LINES
    room = left_over if beside else width
    lines = cover_lines(shop, furniture, room, shop.document.cover_lines, first_large=True)
    down = stack_height(lines)
    if left_over < theme.size * _LEAST_WORDS:
        room, down = width, max(down, up) if beside else down
    high = _words_height(shop, room)
    height = down + high
    if not beside:
        height += theme.size * 0.5 + up
    height = max(height, up)
    boxes = {
        "cover_words": BoxPlace(0, -down - high, room, high),
        "logo": BoxPlace(width - across if beside else 0, -up if beside else -height, across, up),
    }
    columns = (Column(0, 0, tuple(lines)),)
    strips.append(Beside(height=height, above=look.gap, below=look.gap, columns=columns))
    keep_together(strips)[-1].price = _ALONE
    return Head(furniture, tuple(strips), boxes)


def _words_height(shop: Workshop, width: float) -> float:
    """Of the box of cover line and publisher: a line for each, and two for a long cover line."""
    leading, theme = shop.look.body.leading, shop.theme
    lines = 1 if width >= theme.size * _FIFTY_LETTERS else 2
    publisher = max(theme.publisher.height, leading) + theme.size * 0.5
    return publisher + max(theme.cover_line.height * _COVER_LINE_SHARE, lines * leading)


def paint_head(shop: Workshop, head: Head, painter: Painter, left: float) -> BrandPage:
    """The stroke above the title; and where the boxes of the brand are on this page."""
    page = shop.theme.page
    top = page.height - page.top
    painter.ground(left, top + _BAR, page.text_width, _BAR, accent())
    top += head.strips[-1].height - stack_height(head.strips)
    boxes = {name: replace(box, x=left + box.x, y=top + box.y) for name, box in head.boxes.items()}
    return BrandPage(painter.page, head.furniture, boxes)
