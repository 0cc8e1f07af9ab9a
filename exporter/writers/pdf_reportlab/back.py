"""The end of a document: how else to read it, who made it, and the boxes of a brand.

It stands at the foot of the last page. A leaflet has little room: there the two stand side by side
where the lines stay long enough to be read.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporter.writers.pdf_reportlab.cover import BoxPlace, BrandPage
from exporter.writers.pdf_reportlab.look import accent, second
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Strip,
    keep_together,
    paint_stack,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Workshop

_BAND = 14.0
"""The height of the band of colour at the foot."""
_EDGE = 20.0
"""How far colour runs over the edge of the sheet, for the bleed."""
_GROUND = 0.04
"""The tint of the ground: as pale as that of boxes, so that links on it keep a contrast of 7:1."""
_LEAFLET_SHARE = 0.67
"""Of the boxes of a leaflet: five contacts, one of two lines, and two lines of law. Who needs more
gets a roomier layout. In a column, where addresses need two lines, boxes keep their height."""
_WIDE_ENOUGH = 30.0
"""The width of a page's words, in sizes of the text, that gives two columns of some words each."""
_LEFT_SHARE = 0.56
"""What the left one of two columns has of it, whose words are larger (COV-05)."""


@dataclass(frozen=True, slots=True)
class Back:
    """The contact block: its element, its heading, and the height of its two boxes."""

    furniture: Node
    heading: tuple[Strip, ...]
    contact: float
    legal: float
    offered: tuple[Strip, ...]
    """What stands at the left of it."""
    x: float
    strips: tuple[Strip, ...]
    """They only hold its room."""


def offered_width(shop: Workshop) -> float:
    """How wide what stands before the contact block is, in points."""
    width = shop.theme.page.text_width
    return width * _LEFT_SHARE - shop.theme.size if _in_columns(shop) else width


def _in_columns(shop: Workshop) -> bool:
    wide = shop.theme.page.text_width >= _WIDE_ENOUGH * shop.theme.size
    return wide and not shop.document.cover_page


def set_back(shop: Workshop, node: Node, offered: list[Strip]) -> Back:
    """The heading of the contact block, and strips as tall as it with its boxes; beside `offered`
    in a leaflet, if that is something."""
    look, theme = shop.look, shop.theme
    furniture = node.add("Furniture")
    x = theme.page.text_width * _LEFT_SHARE if offered and _in_columns(shop) else 0.0
    heading = shop.plain_lines(
        shop.document.says("publisher"),
        look.heading(3),
        furniture.add("H2"),
        theme.page.text_width - x,
    )
    leaflet = not shop.document.cover_page
    above = look.above_heading(3 if leaflet else 2)
    keep_together(heading)[-1].price = NEVER
    heading[-1].hug = look.gap * 0.6
    # However large the boxes of a theme: all of them stand on one page.
    room = look.text_height - stack_height(heading) - look.gap * 1.6 - theme.size * 0.3
    share = 1.0 if x or not leaflet else _LEAFLET_SHARE
    two_lines = 2 * look.small.leading + look.small.size * 0.6
    legal = min(max(theme.legal_line.height * share, two_lines), room * 0.35)
    contact = min(theme.contact.height * share, room - legal)
    if shop.document.contact_pictures:  # large, as far as what stands before leaves the room
        spare = room - legal - contact - stack_height(offered) - above
        contact = max(contact, min(theme.contact.height, contact + spare))
    height = stack_height(heading) + look.gap * 1.6 + contact + legal
    if not x:
        heading[0].above = above
        holds = (
            *heading,
            Strip(height=contact, price=NEVER, below=look.gap),
            Strip(height=legal),
        )
        return Back(furniture, tuple(heading), contact, legal, (), x, holds)
    contact += max(0.0, stack_height(offered) - height)
    whole = max(height, stack_height(offered))
    room_of = Beside(height=whole, above=above, source=offered[0].source)
    return Back(furniture, tuple(heading), contact, legal, tuple(offered), x, (room_of,))


def paint_back(shop: Workshop, back: Back, painter: Painter, left: float, free: float) -> BrandPage:
    """The contact block stands at the foot of the last page; the places of its boxes.

    The back of a book is seen from afar, as its cover is: the block has a ground to the edges of
    the sheet, and the logo where `free` points of the page are left for it.
    """
    look, theme = shop.look, shop.theme
    page = theme.page
    x = left + back.x
    width = page.text_width - back.x
    foot = page.bottom + theme.size * 0.3
    legal = BoxPlace(x, foot, min(theme.legal_line.width, width), back.legal)
    bottom = legal.y + legal.height + look.gap
    contact = BoxPlace(x, bottom, min(theme.contact.width, width), back.contact)
    top = bottom + contact.height + look.gap * 0.6 + stack_height(back.heading)
    boxes = {"contact": contact, "legal_line": legal}
    above = top
    if shop.document.cover_page and free >= theme.logo.height + 2 * theme.size:
        boxes["logo"] = BoxPlace(x, top + theme.size, theme.logo.width, theme.logo.height)
        above += theme.logo.height + theme.size
    _paint_ground(shop, painter, left, above + theme.size * 0.7, bool(back.x))
    paint_stack(back.offered, painter, left, top)
    paint_stack(back.heading, painter, x, top)
    return BrandPage(painter.page, back.furniture, boxes)


def _paint_ground(
    shop: Workshop, painter: Painter, left: float, top: float, in_columns: bool
) -> None:
    """The band at the foot of the sheet, and a stroke above the block; a book has a ground too."""
    page, over = shop.theme.page, shop.theme.page.width + 2 * _EDGE
    if shop.document.cover_page:
        painter.panel(-_EDGE, -_EDGE, over, top + _EDGE, accent(_GROUND))
        painter.ground(-_EDGE, top, over, 3, second())
    else:
        stroke = page.text_width if in_columns else shop.theme.size * 4.5
        painter.ground(left, top, stroke, 3, second())
    painter.ground(-_EDGE, -_EDGE, over, _BAND + _EDGE, accent())
