"""A book: a document set and shared out to pages, then painted.

Layout is finished before anything is painted, so the contents, "(page 7)" and "Page 3 of 24" know
their numbers in one pass.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import pairwise

from exporter.edition import MOST_EASY_PAGES
from exporter.model import heading_text
from exporter.walk import has_rows
from exporter.writers.pdf_reportlab import contents
from exporter.writers.pdf_reportlab.back import Back, offered_width, paint_back, set_back
from exporter.writers.pdf_reportlab.blocks import BlockSetter
from exporter.writers.pdf_reportlab.cover import BrandPage, paint_cover
from exporter.writers.pdf_reportlab.floating import float_figures
from exporter.writers.pdf_reportlab.frame import Frame
from exporter.writers.pdf_reportlab.masthead import paint_head, set_head
from exporter.writers.pdf_reportlab.pagination import NEW_PART, PageOfStrips, close_up
from exporter.writers.pdf_reportlab.painting import Painted, Painter
from exporter.writers.pdf_reportlab.picture_rows import spread
from exporter.writers.pdf_reportlab.sections import SectionSetter
from exporter.writers.pdf_reportlab.strips import (
    Strip,
    gap_between,
    keep_together,
    paint_stack,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Setting, Workshop


@dataclass(slots=True)
class Sheet:
    """One page of the file; its object number and its annotations are given in writing."""

    painted: Painted
    number: int = 0
    annotations: list[int] = field(default_factory=list)


@dataclass(slots=True)
class PaintedBook:
    """All pages painted, and what writing the file must know of them."""

    shop: Workshop
    tree: Node
    sheets: list[Sheet]
    places: dict[str, tuple[int, float, float]]
    """Anchor → page, left and top."""
    brand_pages: tuple[BrandPage, ...]


@dataclass(slots=True)
class _Chapters:
    """The strips of a whole document, and at which of them each top section begins."""

    strips: list[Strip] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    """Of which part each of them is, counted from 0; -1 for the program's own."""

    def add(self, strips: list[Strip], name: str, part: int = -1) -> None:
        self.starts.append(len(self.strips))
        self.names.append(name)
        self.parts.append(part)
        self.strips += strips

    def parts_on(self, page: PageOfStrips) -> list[int]:
        """The parts of which something stands on a page."""
        first = bisect_right(self.starts, page.first) - 1
        last = bisect_right(self.starts, page.last)
        return [part for part in self.parts[first:last] if part >= 0]

    def goes_on(self, page: PageOfStrips, after: PageOfStrips) -> bool:
        """Whether the part of a page goes on on the next."""
        part = bisect_right(self.starts, after.first) - 1
        return self.parts[part] >= 0 and self.starts[part] <= page.last

    def running(self, page: PageOfStrips) -> str:
        """The section that a page goes on with; nothing where the page begins with its heading."""
        index = bisect_right(self.starts, page.first) - 1
        return "" if self.starts[index] == page.first else self.names[index]


class Book:
    """A document set and shared out to pages."""

    def __init__(self, shop: Workshop) -> None:
        self.shop = shop
        self.body = Node("Document")
        self.chapters = _Chapters()
        blocks = BlockSetter(shop)
        in_rows = has_rows(shop.document)
        sections = SectionSetter(blocks, in_rows)
        covered = shop.document.cover_page
        self.first = 1 if covered else 0
        """The number of the first page after the cover, counted from 0."""
        self.head = None if covered else set_head(shop, self.body)
        if self.head:
            self.chapters.add([*self.head.strips], "")
        if shop.document.contents:
            strips = contents.contents(shop, self.body)
            self.chapters.add(_new_page(strips) if covered else strips, "")
        for index, section in enumerate(shop.document.sections):
            strips = sections.section(section, self.body)
            if index == 0 and covered:
                _new_page(strips)
            self.chapters.add(strips, heading_text(section), index)
        self.back = self._end(blocks)
        measures = shop.theme.page
        height = measures.height - measures.top - measures.bottom
        if any(section.more for section in shop.document.sections):
            _close_up(self.chapters.strips, 2 * height - _LOST_AT_FOOT, _OF_HEADLINES)
        pages = float_figures(self.chapters.strips, height)
        if not covered and len(pages) > 1:
            pages = self._a_page_less(pages, height)
        if len(pages) + self.first > MOST_EASY_PAGES and in_rows:
            for start in self.chapters.starts:
                strip = self.chapters.strips[start]
                if strip.opens_part and strip.source is not shop.document.sections[0]:
                    strip.new_page = False
            pages = float_figures(self.chapters.strips, height)
        if in_rows:
            for page, after in pairwise(pages):
                if self.chapters.goes_on(page, after):
                    spread(self._strips(page), height, _SPREAD * shop.theme.row_space)
        for page in pages:
            strips = self._strips(page)
            again = strips[0].head if page.first else None
            close_up(strips, height - (again.height if again else 0.0))
        self.pages = self._padded(pages)
        self.anchors = self._anchors()

    def _a_page_less(self, pages: list[PageOfStrips], height: float) -> list[PageOfStrips]:
        """The pages of a leaflet, closed up where a few lines too many have one of their own."""
        strips, most = self.chapters.strips, len(pages) - 1
        usual = [(strip, strip.above, strip.below, strip.hug) for strip in strips]
        if _close_up(strips, most * height - (most - 1) * _LOST_AT_FOOT):
            closer = float_figures(strips, height)
            if len(closer) <= most:
                return closer
            for strip, above, below, hug in usual:
                strip.above, strip.below, strip.hug = above, below, hug
        return pages

    def _end(self, blocks: BlockSetter) -> Back:
        """Furniture after the last section, then the boxes of the back cover."""
        shop, wide = self.shop, self.shop.theme.page.text_width
        setting = Setting(shop.look.body, shop.look.gap, level=1)
        strips: list[Strip] = []
        offered: list[Strip] = []
        for block in shop.document.end:
            width = offered_width(shop) if block is shop.document.end[-1] else wide
            strips += offered
            offered = keep_together(
                blocks.furniture(block, self.body, width, setting), _TORN_FURNITURE
            )
        if strips and has_rows(shop.document):
            strips[0].opens_part = NEW_PART
        back = set_back(shop, self.body, offered)
        high, covered = shop.look.text_height, shop.document.cover_page
        fits = stack_height([*offered, *back.strips]) < high
        full = not covered or stack_height(strips) > high * _PAGE_OF_ITS_OWN
        if not back.offered:
            if offered and fits and full:
                offered[-1].price = _TORN_FURNITURE  # the back page says how else to read this
            strips += offered
        strips += back.strips
        self.chapters.add(_new_page(strips) if covered else strips, "")
        return back

    def _padded(self, pages: list[PageOfStrips]) -> list[PageOfStrips | None]:
        """The pages after the cover; None for an empty one before the back cover."""
        options = self.shop.look.options
        listed: list[PageOfStrips | None] = list(pages)
        if options and options.pad_to_four:
            listed[-1:-1] = [None] * (-(len(listed) + self.first) % 4)
        return listed

    def _anchors(self) -> dict[str, int]:
        """Anchor → page, counted from 0; the cover, if there is one, is page 0."""
        anchors: dict[str, int] = {}
        for number, page in enumerate(self.pages, start=self.first):
            if page:
                for strip in self._strips(page):
                    for anchor in strip.all_anchors():
                        anchors.setdefault(anchor, number)
        return anchors

    def _strips(self, page: PageOfStrips) -> list[Strip]:
        return self.chapters.strips[page.first : page.last + 1]

    @property
    def head_alone(self) -> bool:
        """Whether the head of a leaflet has a page to itself, so that it may as well be a cover."""
        first = self.pages[0]
        return bool(self.head and first and first.last < len(self.head.strips))

    # ---- painting ----------------------------------------------------------------------------

    def paint(self) -> PaintedBook:
        frame = Frame(self.shop, len(self.pages) + self.first)
        places: dict[str, tuple[int, float, float]] = {}
        tree, front = Node("Document"), Node("Document")
        brand_pages: list[BrandPage] = []
        sheets: list[Sheet] = []
        if self.head is None:
            painter = self._painter(0, places)
            brand_pages.append(paint_cover(self.shop, front, painter, frame.left(0)))
            sheets.append(Sheet(painter.finish()))
        last = len(self.pages) - 1 + self.first
        for number, page in enumerate(self.pages, start=self.first):
            painter = self._painter(number, places)
            if page is not None:
                self._paint_page(painter, page, frame, places)
            if self.head and number == 0:
                brand_pages.append(paint_head(self.shop, self.head, painter, frame.left(0)))
            if number == last:
                free = self.shop.look.text_height
                free -= stack_height(self._strips(page)) if page else 0.0
                left = frame.left(number)
                brand_pages.append(paint_back(self.shop, self.back, painter, left, free))
            sheets.append(Sheet(painter.finish()))
        for kid in (*front.kids, *self.body.kids):
            if isinstance(kid, Node):
                kid.parent = tree
                tree.kids.append(kid)
        return PaintedBook(self.shop, tree, sheets, places, tuple(brand_pages))

    def _painter(self, page: int, places: dict[str, tuple[int, float, float]]) -> Painter:
        return Painter(page, self.shop.lettering, self.anchors, places)

    def _paint_page(
        self,
        painter: Painter,
        page: PageOfStrips,
        frame: Frame,
        places: dict[str, tuple[int, float, float]],
    ) -> None:
        def seen(strip: Strip, left: float, top: float) -> None:
            for anchor in strip.all_anchors():
                places.setdefault(anchor, (painter.page, left, top))

        measures = self.shop.theme.page
        # The strips of the contact block only hold its room: it stands at the foot of the page.
        strips = [strip for strip in self._strips(page) if strip not in self.back.strips]
        left, top = frame.left(painter.page), measures.height - measures.top
        if strips and strips[0].head and page.first:
            strips[0].head.paint(painter, left, top)
            top -= strips[0].head.height
        paint_stack(strips, painter, left, top, seen)
        frame.paint(painter, painter.page, self.chapters.running(page))
        frame.index(painter, painter.page, self.chapters.parts_on(page))


_TORN_FURNITURE = 350.0
"""The price of parting what is said of one thing at the end: better nearly all of a page empty."""
_PAGE_OF_ITS_OWN = 0.33
"""The share of a page that what is said before that fills, if it has a page without it."""
_SPREAD = 2.5
"""How much wider the space between rows of easy read may be, so that a page is filled."""


_MOST_CLOSED_UP = 0.35
"""The share of the space between its strips that a leaflet may lose for the sake of one page."""
_OF_HEADLINES = 0.55
"""The same for the sake of two: half a line, at least, is left above a heading."""
_LOST_AT_FOOT = 45.0
"""What a part that is not torn leaves empty on the first of two pages, in points."""


def _close_up(strips: list[Strip], height: float, most: float = _MOST_CLOSED_UP) -> bool:
    """Bring strips nearer to one another where they then have this height: a notice, a letter."""
    gaps = [(upper, lower, gap_between(upper, lower)) for upper, lower in pairwise(strips)]
    over, space = stack_height(strips) - height, sum(gap for _, _, gap in gaps)
    if over <= 0 or over > space * most:
        return False
    share = 1 - over / space - 0.001
    for upper, lower, _ in gaps:
        if upper.hug is None:
            upper.below = lower.above = max(upper.below, lower.above) * share
        else:
            upper.hug *= share
    return True


def _new_page(strips: list[Strip]) -> list[Strip]:
    strips[0].new_page = True
    return strips
