"""The cover, read as title, subtitle, picture, edition, version, publisher, logo; and where
on the cover and on the back a brand has its boxes.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporter.writers.pdf_reportlab.look import accent, second
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


@dataclass(frozen=True, slots=True)
class BoxPlace:
    """A box that a brand fills: left, bottom, width and height on its page."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover's element for furniture and the places of its boxes."""

    furniture: Node
    boxes: dict[str, BoxPlace]


def paint_cover(shop: Workshop, node: Node, painter: Painter, left: float) -> Cover:
    """Paint what no brand changes; colours are the brand's, by name."""
    look, document = shop.look, shop.document
    page, width = look.theme.page, look.theme.page.text_width
    band = 14.0
    painter.ground(-20, page.height - band, page.width + 40, band + 20, accent())
    title = shop.plain_lines(document.title, look.heading(1), node.add("H1"), width)
    title = _even(shop, node, title, width)
    bar = look.theme.size * 0.4
    top = page.height - page.top - band
    top = paint_stack(title, painter, left, top)
    painter.ground(left, top - look.theme.size * 1.1, look.theme.size * 4.5, bar, second())
    top -= look.theme.size * 1.9
    if document.subtitle:
        style = look.style(max(look.theme.size * 1.2, 16), pitch=1.3)
        subtitle = shop.plain_lines(document.subtitle, style, node.add("P"), width)
        top = paint_stack(subtitle, painter, left, top)
    boxes, foot = _boxes(shop, left)
    figure = document.cover
    holder = node.add("Figure", alt=figure.alt).content() if figure and figure.alt else None
    furniture = node.add("Furniture")
    lines = _cover_lines(shop, furniture, width)
    foot += stack_height(lines) + look.gap
    paint_stack(lines, painter, left, foot)
    if figure:
        room = top - foot - look.theme.size * 3.4
        across, up = fitted(figure, width, max(room, look.theme.size))
        bottom = foot + look.theme.size * 1.7 + (room - up) / 2
        name = shop.picture_name(figure)
        painter.picture(name, holder, left + (width - across) / 2, bottom, across, up)
    return Cover(furniture, boxes)


def _even(shop: Workshop, node: Node, lines: list[Strip], width: float) -> list[Strip]:
    """The title in lines of about the same length."""
    return lines


def _cover_lines(shop: Workshop, furniture: Node, width: float) -> list[Strip]:
    """Edition, draft, version: the first of several larger, as it says which edition this is."""
    look = shop.look
    strips: list[Strip] = []
    lines = shop.document.cover_lines
    for index, words in enumerate(lines):
        first = index == 0 and len(lines) > 1
        style = look.style(
            look.theme.headings[2] if first else look.theme.size, bold=first, pitch=1.3
        )
        new = shop.plain_lines(words, style, furniture.add("P"), width)
        new[0].above = look.theme.size * 0.2
        strips += new
    return strips


def _boxes(shop: Workshop, left: float) -> tuple[dict[str, BoxPlace], float]:
    """Cover line, publisher and logo, from the bottom of the page upwards; where they begin."""
    look = shop.look
    theme = look.theme
    bottom = theme.page.bottom * 0.75
    width = theme.page.text_width
    logo = BoxPlace(left, bottom, theme.logo.width, theme.logo.height)
    bottom += theme.logo.height + theme.size * 0.9
    publisher = BoxPlace(left, bottom, width, look.body.leading)
    bottom += publisher.height + theme.size * 0.5
    line = BoxPlace(left, bottom, theme.cover_line.width, theme.cover_line.height)
    bottom += line.height + theme.size * 0.5
    return {"cover_line": line, "publisher": publisher, "logo": logo}, bottom


def back_strips(shop: Workshop, furniture: Node) -> tuple[list[Strip], Strip, Strip]:
    """The heading of the contact block, and two empty strips as tall as the boxes."""
    look, theme = shop.look, shop.theme
    style = look.heading(3)
    heading = shop.plain_lines(
        shop.document.words("publisher"), style, furniture.add("H2"), theme.page.text_width
    )
    heading[0].above = look.above_heading(3)
    keep_together(heading)[-1].price = NEVER
    heading[-1].hug = look.gap * 0.6
    contact = Strip(height=theme.contact.height, price=NEVER, below=look.gap)
    legal = Strip(height=theme.legal_line.height)
    return heading, contact, legal
