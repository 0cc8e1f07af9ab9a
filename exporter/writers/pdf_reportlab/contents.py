"""The contents: each line a link, its page number at the right, a thin line to lead the eye."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from exporter.furniture import CONTENTS
from exporter.model import ContentsEntry
from exporter.writers.drawings.ink import inked
from exporter.writers.pdf_reportlab.look import Style
from exporter.writers.pdf_reportlab.painting import Painter
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Line,
    PictureStrip,
    Strip,
    first_anchor,
    keep_together,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Content, LinkTarget, Node
from exporter.writers.pdf_reportlab.words import Word
from exporter.writers.pdf_reportlab.workshop import Workshop

_LARGEST, _SMALLEST, _ACROSS = 62.0, 40.0, 1.35
"""The height of a picture in the contents of an easy read, and its width for a unit of that."""
_MOST_CLOSED_UP = 0.75
"""The share of the space between entries that may go, so that they stay apart."""


@dataclass(slots=True, eq=False)
class Entry(Strip):
    """One entry. The page number is known when it is painted."""

    lines: tuple[Strip, ...] = ()
    style: Style = field(default_factory=lambda: Style("regular", 1, 1, ""))
    link: Node | None = None
    number: Content | None = None
    anchor: str = ""
    width: float = 0.0
    rule: str = ""
    picture: PictureStrip | None = None

    @property
    def words_height(self) -> float:
        return sum(line.height for line in self.lines)

    @property
    def least(self) -> float:
        """The height without any space above and below."""
        return max(self.words_height, self.picture.height if self.picture else 0)

    def paint(self, painter: Painter, left: float, top: float) -> None:
        bottom = top - self.height
        if self.rule:
            painter.ground(left, top, self.width, 0.6, self.rule)
        if self.picture:
            self.picture.paint(painter, left, top - (self.height - self.picture.height) / 2)
        line_top = top - (self.height - self.words_height) / 2
        for line in self.lines:
            line.paint(painter, left, line_top)
            line_top -= line.height
        last = self.lines[-1]
        assert isinstance(last, Line)
        painter.right(
            painter.pages[self.anchor] + 1, self.style, self.number, left + self.width,
            line_top + last.rise,
        )  # fmt: skip
        if self.link:
            painter.links.append((self.link, (left, bottom, left + self.width, top)))


def contents(shop: Workshop, node: Node) -> list[Strip]:
    """The strips of the contents, one to an entry."""
    document, look = shop.document, shop.look
    width = look.theme.page.text_width
    furniture = node.add("Furniture")
    style = look.heading(2)
    title = furniture.add("H2")
    heading = shop.plain_lines(document.says("contents"), style, title, width)
    if document.part_links:
        first_anchor(heading, CONTENTS)
        shop.target(CONTENTS, title)
    keep_together(heading)[-1].price = NEVER
    heading[-1].hug = look.gap * 1.5
    strips = list(heading)
    holders: list[tuple[int, Node]] = []
    pictures = _pictures(shop, look.text_height - stack_height(heading))
    beside = next((2 * one.x + one.width + look.theme.size for one in pictures.values()), 0.0)
    for entry in document.contents:
        while holders and holders[-1][0] > entry.level:
            holders.pop()
        if not holders or holders[-1][0] < entry.level:
            above = holders[-1][1] if holders else furniture
            holders.append((entry.level, above.add("TOC")))
        depth = len(holders) - 1
        picture = pictures.get(entry.anchor)
        strips.append(_entry(shop, entry, holders[-1][1], depth, width, beside, picture))
    for strip, after in pairwise(strips):
        if isinstance(after, Entry) and not after.rule and strip.price == 0:
            strip.price = 10.0  # rather keep the parts of a section with it
    for strip in strips:
        strip.source = document.contents
    _fit_one_page(strips, look.text_height)
    return strips


def _fit_one_page(strips: list[Strip], available: float) -> None:
    """Close the entries up where that saves a second page with only a few of them."""
    entries = [strip for strip in strips if isinstance(strip, Entry)]
    space = sum(entry.height - entry.least for entry in entries)
    space += sum(entry.above for entry in entries[1:])  # the heading keeps its distance
    over = stack_height(strips) - available
    if over <= 0 or over > space * _MOST_CLOSED_UP:
        return
    share = 1 - over / space - 0.01
    for entry in entries:
        entry.height = entry.least + (entry.height - entry.least) * share
        entry.above *= share


def _pictures(shop: Workshop, height: float) -> dict[str, PictureStrip]:
    """Those of the parts, by their anchors: so large that all stand on one page, or on several
    pages where they would be too small to tell."""
    entries = shop.document.contents
    high = min(_LARGEST, height / len(entries) - shop.theme.size)
    high = high if high >= _SMALLEST else _LARGEST
    found: dict[str, PictureStrip] = {}
    for entry in entries:
        if entry.picture:
            drawn = inked(entry.picture)
            strip = shop.picture(drawn, Node("Figure"), high * _ACROSS, high)
            strip.x = (high * _ACROSS - strip.width) / 2
            found[entry.anchor] = strip
    return found


def _entry(
    shop: Workshop,
    entry: ContentsEntry,
    holder: Node,
    depth: int,
    width: float,
    beside: float,
    picture: PictureStrip | None,
) -> Entry:
    """`beside` is what the pictures have of the width; words begin at one place, also without."""
    look = shop.look
    style = look.body.bolder() if depth == 0 else look.body
    item = holder.add("TOCI")
    reference = item.add("Reference")
    link = reference.add("Link")
    link.link = LinkTarget(anchor=entry.anchor, contents=entry.text)
    number = reference.content()
    shop.contents_items.append((item, entry.anchor))
    indent = beside + depth * look.theme.size * 1.4
    column = look.theme.size * 3
    words: list[Word] = shop.setter.plain(entry.text + " ", style, link.words())
    lines = shop.word_lines(words, style, width - indent - column)
    for line in lines:
        line.x = indent
    pad = look.theme.size * (0.36 if depth == 0 else 0.12)
    height = max(sum(line.height for line in lines), picture.height if picture else 0) + 2 * pad
    return Entry(
        height=height,
        lines=tuple(lines),
        style=style,
        link=link,
        number=number,
        anchor=entry.anchor,
        width=width,
        rule=look.line if depth == 0 else "",
        picture=picture,
        above=look.theme.size * 0.35 if depth == 0 else 0,
    )
