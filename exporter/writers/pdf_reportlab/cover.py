"""The cover, read as title, subtitle, picture, edition, version, publisher, logo; and where
on the cover and on the back a brand has its boxes.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporter.writers.pdf_reportlab.look import Style, accent, second
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Strip,
    keep_together,
    paint_stack,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Workshop, fitted

_BAND = 14.0
"""The height of the band of colour at the head of the cover and at the foot of the back."""
_LEAST_PICTURE = 100.0
"""The height that the boxes of a brand leave for the picture of the cover."""
_SMALLEST_PICTURE = 60.0
"""What they leave for it, with its air, where very large letters fill the cover."""
_LEAFLET_SHARE = 0.8
"""Of the boxes on the back of a leaflet, of few pages; who needs more gets a roomier layout."""
_TITLE_SHARE = 0.2
"""Of the page's height: what a title at its full size may take."""


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """A box that a brand fills: left, bottom, width and height on its page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class BrandPage:
    """A page on which a brand has boxes: its number from 0, and the element they go into."""

    page: int
    furniture: Node
    boxes: dict[str, BoxPlace]


@dataclass(frozen=True, slots=True)
class Back:
    """The contact block of the back cover: its element, heading and two boxes."""

    furniture: Node
    heading: tuple[Strip, ...]
    contact: Strip
    legal: Strip

    @property
    def strips(self) -> tuple[Strip, ...]:
        return (*self.heading, self.contact, self.legal)


def paint_cover(shop: Workshop, node: Node, painter: Painter, left: float) -> BrandPage:
    """Paint what no brand changes; colours are the brand's, by name."""
    look, document = shop.look, shop.document
    page, width = look.theme.page, look.theme.page.text_width
    painter.ground(-20, page.height - _BAND, page.width + 40, _BAND + 20, accent())
    title = even_lines(shop, document.title, _title_style(shop, width), node.add("H1"), width)
    bar = look.theme.size * 0.4
    top = page.height - page.top - _BAND
    top = paint_stack(title, painter, left, top)
    painter.ground(left, top - look.theme.size * 1.1, look.theme.size * 4.5, bar, second())
    top -= look.theme.size * 1.9
    if document.subtitle:
        style = look.style(max(look.theme.size * 1.2, 16), pitch=1.3)
        subtitle = even_lines(shop, document.subtitle, style, node.add("P"), width)
        top = paint_stack(subtitle, painter, left, top)
    figure = document.cover
    holder = node.add("Figure", alt=figure.alt).content() if figure and figure.alt else None
    furniture = node.add("Furniture")
    lines = cover_lines(shop, furniture, width)
    air = min(look.theme.size * 1.6, 26)
    height = stack_height(lines) + look.theme.size * 0.3
    least = _LEAST_PICTURE + 2 * air if figure else air
    boxes, foot = _boxes(shop, left, top - height - least, least - _SMALLEST_PICTURE)
    foot += height
    if top - foot < least:
        air = (top - foot) * 0.15
    paint_stack(lines, painter, left, foot)
    if figure:
        room = top - foot - 2 * air
        across, up = fitted(figure, width, max(room, look.theme.size))
        bottom = foot + air + (room - up) / 2
        name = shop.picture_name(figure)
        painter.picture(name, holder, left + (width - across) / 2, bottom, across, up)
    return BrandPage(painter.page, furniture, boxes)


def _title_style(shop: Workshop, width: float) -> Style:
    """As large as leaves room for the rest of the cover: a long title is set smaller."""
    most = shop.theme.page.height * _TITLE_SHARE
    for level in (1, 2):
        style = shop.look.heading(level)
        lines = even_lines(shop, shop.document.title, style, Node("H1"), width)
        if stack_height(lines) <= most:
            return style
    return shop.look.heading(3)


def even_lines(shop: Workshop, text: str, style: Style, node: Node, width: float) -> list[Strip]:
    """Words in lines of about the same length."""
    words = shop.setter.plain(text, style, node.words())
    return shop.word_lines(words, style, width, even=True)


def cover_lines(shop: Workshop, furniture: Node, width: float) -> list[Strip]:
    """Edition, draft, version: the first of several larger, as it says which edition this is."""
    look = shop.look
    strips: list[Strip] = []
    lines = shop.document.cover_lines
    for index, words in enumerate(lines):
        first = index == 0 and len(lines) > 1
        style = look.style(
            look.theme.headings[2] if first else look.theme.size, bold=first, pitch=1.3
        )
        new = shop.plain_lines(shop.document.cover_words(words), style, furniture.add("P"), width)
        new[0].above = look.theme.size * 0.2
        strips += new
    return strips


def _boxes(
    shop: Workshop, left: float, top: float, spare: float
) -> tuple[dict[str, BoxPlace], float]:
    """Logo and, above it, cover line and publisher, no higher than `top`; where they begin.

    The two texts share their room: whichever is longer may have more of it. Where there is not
    even room for a line of each, they take what they need of the `spare` room above `top`.
    """
    look, theme = shop.look, shop.theme
    bottom = theme.page.bottom * 0.6
    logo = BoxPlace(left, bottom, theme.logo.width, theme.logo.height)
    bottom += theme.logo.height + theme.size * 0.9
    publisher = max(theme.publisher.height, look.body.leading)
    height = min(publisher + theme.size * 0.5 + theme.cover_line.height, top - bottom)
    two_lines = 2 * look.body.leading + theme.size * 1.1
    height = max(height, min(two_lines, top + spare - bottom))
    width = min(max(theme.publisher.width, theme.cover_line.width), theme.page.text_width)
    words = BoxPlace(left, bottom, width, height)
    return {"cover_words": words, "logo": logo}, bottom + height


def set_back(shop: Workshop, node: Node) -> Back:
    """The heading of the contact block, and two empty strips as tall as the boxes."""
    look, theme = shop.look, shop.theme
    furniture = node.add("Furniture")
    heading = shop.plain_lines(
        shop.document.says("publisher"),
        look.heading(3),
        furniture.add("H2"),
        theme.page.text_width,
    )
    heading[0].above = look.above_heading(2)
    keep_together(heading)[-1].price = NEVER
    heading[-1].hug = look.gap * 0.6
    # However large the boxes of a theme: all of them stand on one page.
    room = look.text_height - stack_height(heading) - look.gap * 1.6 - theme.size * 0.3
    share = 1.0 if shop.document.cover_page else _LEAFLET_SHARE
    legal = min(theme.legal_line.height * share, room * 0.35)
    contact = min(theme.contact.height * share, room - legal)
    return Back(
        furniture,
        tuple(heading),
        Strip(height=contact, price=NEVER, below=look.gap),
        Strip(height=legal),
    )


def paint_back(shop: Workshop, back: Back, painter: Painter, left: float) -> BrandPage:
    """The contact block stands at the foot of the last page; the places of its boxes."""
    look, theme = shop.look, shop.theme
    painter.ground(-20, -20, theme.page.width + 40, _BAND + 20, accent())
    foot = theme.page.bottom + theme.size * 0.3
    legal = BoxPlace(left, foot, theme.legal_line.width, back.legal.height)
    bottom = legal.y + legal.height + look.gap
    contact = BoxPlace(left, bottom, theme.contact.width, back.contact.height)
    top = bottom + contact.height + look.gap * 0.6 + stack_height(back.heading)
    painter.ground(left, top + look.theme.size * 0.7, look.theme.size * 4.5, 3, second())
    paint_stack(back.heading, painter, left, top)
    boxes = {"contact": contact, "legal_line": legal}
    return BrandPage(painter.page, back.furniture, boxes)
