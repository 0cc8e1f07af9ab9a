"""The cover, read as title, subtitle, picture, edition, version, publisher, logo; and where
on it a brand has its boxes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from exporter.writers.pdf_reportlab.lines import WordTooWide
from exporter.writers.pdf_reportlab.look import Style, accent, second
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.strips import (
    Line,
    Strip,
    paint_stack,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Workshop, fitted

_EDGE = 20.0
"""How far colour runs over the edge of the sheet, for the bleed of a print shop."""
_RULE = 7.0
"""The height of the stroke of the second colour under the field of the title."""
_LEAST_PICTURE = 100.0
"""The height that the boxes of a brand leave for the picture of the cover."""
_SMALLEST_PICTURE = 60.0
"""What they leave for it, with its air, where very large letters fill the cover."""
_BADGE = 30.0
"""The least size in points of the edition's name: read from two metres, as on a shelf."""
_TITLE_SHARE = 0.2
"""Of the page's height: what a title at its full size may take."""
_TITLE_SIZES = (1.5, 1.3, 1.15, 1.0)
"""Of the size of a title in the text; a long one is set smaller."""
_LARGEST_TITLE = 50.0
_BADGE_SIZES = (1.0, 0.85, 0.7, 0.55)
_MOST_AIR = 16.0
"""Of the field, whose distances go by the size of the text: the words need the room."""
_WHITE = "1 g"
"""On the accent colour it has the contrast that the accent has on white."""


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


def paint_cover(shop: Workshop, node: Node, painter: Painter, left: float) -> BrandPage:
    """Paint what no brand changes; colours are the brand's, by name.

    A field of the accent colour from edge to edge has the title in white, and over it hangs a
    badge with the edition's name; picture, version and the boxes of the brand stand below.
    """
    document = shop.document
    width = shop.theme.page.text_width
    title = _title(shop, node.add("H1"), width)
    about = _subtitle(shop, node, width)
    figure = document.cover
    holder = node.add("Figure", alt=figure.alt).content() if figure and figure.alt else None
    furniture = node.add("Furniture")
    badge, lines = _edition_lines(shop, furniture, width)
    top = _paint_field(shop, painter, left, (badge, title, about))
    air = min(shop.theme.size * 1.6, 26)
    height = stack_height(lines) + shop.theme.size * 0.3
    least = _LEAST_PICTURE + 2 * air if figure else air
    boxes, foot = _boxes(shop, left, top - height - least, least - _SMALLEST_PICTURE)
    foot += height
    if top - foot < least:
        air = (top - foot) * 0.15
    paint_stack(lines, painter, left, foot)
    if figure:
        room = top - foot - 2 * air
        across, up = fitted(figure, width, max(room, shop.theme.size))
        bottom = foot + air + (room - up) / 2
        name = shop.picture_name(figure)
        painter.picture(name, holder, left + (width - across) / 2, bottom, across, up)
    return BrandPage(painter.page, furniture, boxes)


def _paint_field(
    shop: Workshop, painter: Painter, left: float, parts: tuple[list[Strip], ...]
) -> float:
    """Badge, title and subtitle on their field of colour; where the field ends."""
    page, size = shop.theme.page, min(shop.theme.size, _MOST_AIR)
    badge, title, about = parts
    top = page.height - page.top * 0.9
    if badge:
        pad = size * 0.7
        bottom = page.height - page.top * 0.55 - stack_height(badge) - pad
        across = max(line.width for line in badge if isinstance(line, Line)) + 2 * pad
        painter.ground(left - pad, bottom, across, page.height + _EDGE - bottom, _WHITE)
        paint_stack(badge, painter, left, bottom + pad * 0.8 + stack_height(badge))
        top = bottom - size * 1.7
    top = paint_stack(title, painter, left, top)
    if about:
        top = paint_stack(about, painter, left, top - size * 0.8)
    top -= size * 1.6
    over = page.width + 2 * _EDGE
    painter.panel(-_EDGE, top, over, page.height + _EDGE - top, accent())
    painter.ground(-_EDGE, top - _RULE, over, _RULE, second())
    return top - _RULE


def _title(shop: Workshop, node: Node, width: float) -> list[Strip]:
    """As large as leaves room for the rest of the cover: a long title is set smaller."""
    look, text = shop.look, shop.document.title
    whole = [_white(look.heading(1).scaled(share)) for share in _TITLE_SIZES]
    whole = [style for style in whole if style.size <= _LARGEST_TITLE] or whole[-1:]
    smaller = [_white(look.heading(level)) for level in (2, 3)]

    def set_in(style: Style) -> list[Strip]:
        return even_lines(shop, text, style, Node("H1"), width)

    most = shop.theme.page.height * _TITLE_SHARE
    style = _largest([*whole, *smaller], set_in, most)
    return even_lines(shop, text, style, node, width)


def _largest(styles: list[Style], set_in: Callable[[Style], list[Strip]], most: float) -> Style:
    """The first style in which some words are no higher than `most`; else the last."""
    for style in styles[:-1]:
        try:
            if stack_height(set_in(style)) <= most:
                return style
        except WordTooWide:
            continue
    return styles[-1]


def _subtitle(shop: Workshop, node: Node, width: float) -> list[Strip]:
    if not shop.document.subtitle:
        return []
    style = shop.look.style(max(shop.theme.size * 1.2, 16), pitch=1.3)
    return even_lines(shop, shop.document.subtitle, _white(style), node.add("P"), width)


def _white(style: Style) -> Style:
    return replace(style, colour=_WHITE)


def _edition_lines(
    shop: Workshop, furniture: Node, width: float
) -> tuple[list[Strip], list[Strip]]:
    """The badge with the first of several lines, which says what edition this is; the others."""
    look, lines = shop.look, shop.document.cover_lines
    if len(lines) < 2:
        return [], cover_lines(shop, furniture, width, lines)
    words = shop.document.cover_words(lines[0])
    size, room = max(min(shop.theme.headings[0], 40) * 0.9, _BADGE), width - 2 * look.theme.size
    styles = [
        look.style(size * share, bold=True, colour=look.accent, pitch=1.15)
        for share in _BADGE_SIZES
    ]

    def set_in(style: Style) -> list[Strip]:
        return shop.plain_lines(words, style, Node("P"), room)

    style = _largest(styles, set_in, styles[0].leading * 1.1)
    badge = shop.plain_lines(words, style, furniture.add("P"), room)
    return badge, cover_lines(shop, furniture, width, lines[1:])


def even_lines(shop: Workshop, text: str, style: Style, node: Node, width: float) -> list[Strip]:
    """Words in lines of about the same length."""
    words = shop.setter.plain(text, style, node.words())
    return shop.word_lines(words, style, width, even=True)


def cover_lines(
    shop: Workshop,
    furniture: Node,
    width: float,
    lines: tuple[str, ...],
    *,
    first_large: bool = False,
) -> list[Strip]:
    """Draft, version and date, and which short version of what this is."""
    look = shop.look
    strips: list[Strip] = []
    for index, words in enumerate(lines):
        first = first_large and index == 0 and len(lines) > 1
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
