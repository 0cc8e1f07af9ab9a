"""Strips: all that stands on pages is a column of strips, none of which is ever cut.

A line of words is a strip, so is a picture, a row of a table, an easy-read row. Blocks become
strips (`blocks`), strips are shared out to pages (`pagination`), pages are painted (`painting`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from exporter.model import BoxKind
from exporter.writers import icons
from exporter.writers.pdf_reportlab.structure import Content
from exporter.writers.pdf_reportlab.words import Word

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.painting import Painter

NEVER = 1_000_000.0
"""The price of a page break that must not be."""

FREE = 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Panel:
    """The ground, the bar and the frame behind the strips of a box, on each page anew."""

    ground: str
    """The operator of the ground's colour; empty for none."""
    bar: str
    bar_width: float
    left: float
    width: float
    pad: float
    frame: str = ""
    """The colour of the lines around; empty for none."""
    frame_width: float = 0.0
    rules: str = ""
    """The colour of a line above and one below, as wide as the bar would be."""


@dataclass(slots=True, eq=False)
class Strip:
    """Something of a height. Spaces above and below collapse to the larger."""

    height: float = 0.0
    x: float = 0.0
    above: float = 0.0
    below: float = 0.0
    hug: float | None = None
    """The space below, whatever the next strip asks for (headings)."""
    price: float = FREE
    """What it costs to begin a new page after this strip."""
    panel: Panel | None = None
    head: Strip | None = None
    """What is repeated above when a page begins with this strip (header rows)."""
    anchors: tuple[str, ...] = ()
    new_page: bool = False
    """A page must begin with this strip."""
    opens_part: float = 0.0
    """What it is worth that a page begins with this strip: it is the first of a part."""
    begins: bool = False
    """A block begins here."""
    floats: int = 0
    """So many strips from here are a figure that words name: it may be seen further down."""
    source: object = None
    """What of the document begins here, or goes on: a section, a block, or some inlines."""
    source_lines: tuple[list[Word], ...] = ()
    """All lines of its source, if that is some inlines,"""
    source_line: int = 0
    """and which of them it is."""

    def paint(self, painter: Painter, left: float, top: float) -> None:
        """Draw with the top left corner there; `top` counts upwards."""

    def all_anchors(self) -> tuple[str, ...]:
        return self.anchors

    def moved(self, right: float) -> None:
        self.x += right


@dataclass(slots=True, eq=False)
class Line(Strip):
    """A line of words. `rise` is the height of its baseline above its bottom."""

    words: list[Word] = field(default_factory=list)
    rise: float = 0.0
    mark: Line | None = None
    """The marker of a list item, on the same baseline; its x counts from that of the line."""
    width: float = 0.0
    decoration: bool = False

    def paint(self, painter: Painter, left: float, top: float) -> None:
        baseline = top - self.height + self.rise
        if self.decoration:
            painter.mute(True)
        if self.mark:
            painter.line(self.mark.words, left + self.x + self.mark.x, baseline)
        hang = self.words[0].lead if self.words else 0.0
        painter.line(self.words, left + self.x - hang, baseline)
        if self.words and self.words[-1].hyphen:
            self._hyphen(self.words[-1], painter, left + self.x + self.width, baseline)
        if self.decoration:
            painter.mute(False)

    def _hyphen(self, word: Word, painter: Painter, right: float, baseline: float) -> None:
        """The hyphen of a parted word, as a stroke: it is not in the text."""
        style = word.fragments[-1].run.style
        height = style.size * (0.11 if style.weight == "bold" else 0.075)
        width, x = word.hyphen * 0.75, right - word.hyphen * 0.88
        painter.ground(x, baseline + style.size * 0.24, width, height, style.colour)


@dataclass(slots=True, eq=False)
class PictureStrip(Strip):
    """A picture. Without a content it is decoration."""

    name: str = ""
    width: float = 0.0
    content: Content | None = None

    def paint(self, painter: Painter, left: float, top: float) -> None:
        painter.picture(
            self.name, self.content, left + self.x, top - self.height, self.width, self.height
        )


@dataclass(slots=True, eq=False)
class Sign(Strip):
    """What kind of box it is, beside its label: decoration of no height of its own."""

    kind: BoxKind = "note"
    size: float = 0.0
    down: float = 0.0
    colour: str = ""

    def paint(self, painter: Painter, left: float, top: float) -> None:
        drawn = icons.operators(self.kind, left + self.x, top - self.down, self.size)
        painter.under.append(f"{self.colour} {drawn}")


@dataclass(slots=True, eq=False)
class Rule(Strip):
    """A thin line across."""

    width: float = 0.0
    colour: str = ""

    def paint(self, painter: Painter, left: float, top: float) -> None:
        painter.ground(left + self.x, top - self.height, self.width, self.height, self.colour)


@dataclass(slots=True, eq=False)
class Beside(Strip):
    """Columns of strips side by side, all beginning at the top: rows of tables, easy-read rows."""

    columns: tuple[Column, ...] = ()
    grounds: tuple[tuple[float, float, float, float, str], ...] = ()
    """Rectangles behind: left, distance from top, width, height, colour."""
    repeated: bool = False
    """Painted as an artifact (a header row that comes again)."""

    def paint(self, painter: Painter, left: float, top: float) -> None:
        for x, down, width, height, colour in self.grounds:
            painter.ground(left + self.x + x, top - down - height, width, height, colour)
        if self.repeated:
            painter.mute(True)
        for column in self.columns:
            column.paint(painter, left + self.x, top)
        if self.repeated:
            painter.mute(False)

    def all_anchors(self) -> tuple[str, ...]:
        inner = (
            anchor
            for column in self.columns
            for strip in column.strips
            for anchor in strip.all_anchors()
        )
        return (*self.anchors, *inner)


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """Strips one below the other at a place inside a `Beside`."""

    x: float
    down: float
    strips: tuple[Strip, ...]

    def paint(self, painter: Painter, left: float, top: float) -> None:
        paint_stack(self.strips, painter, left + self.x, top - self.down)


def gap_between(upper: Strip, lower: Strip) -> float:
    """The space between two strips on one page."""
    space = max(upper.below, lower.above) if upper.hug is None else upper.hug
    if upper.panel is not lower.panel:
        space += (upper.panel.pad if upper.panel else 0) + (lower.panel.pad if lower.panel else 0)
    return space


def space_between(upper: Strip, lower: Strip) -> float:
    """The part of it that may give way, so that a page holds more: not between what belongs
    together, nor the padding of boxes."""
    return max(upper.below, lower.above) if upper.hug is None else 0.0


def stack_height(strips: tuple[Strip, ...] | list[Strip]) -> float:
    """The height of strips set one below the other."""
    if not strips:
        return 0.0
    height = strips[0].height + sum(
        gap_between(upper, lower) + lower.height for upper, lower in pairwise(strips)
    )
    for end in (strips[0], strips[-1]):
        height += end.panel.pad if end.panel else 0
    return height


Seen = Callable[[Strip, float, float], None]
"""Told each strip of a page, its left edge and its top."""


def paint_stack(
    strips: tuple[Strip, ...] | list[Strip],
    painter: Painter,
    left: float,
    top: float,
    seen: Seen | None = None,
) -> float:
    """Paint strips one below the other from `top`; where the last one ends."""
    above: Strip | None = None
    panel_top = top
    for strip in strips:
        if above is not None:
            if above.panel and above.panel is not strip.panel:
                _paint_panel(above.panel, painter, left, panel_top, top - above.panel.pad)
            top -= gap_between(above, strip)
        elif strip.panel:
            top -= strip.panel.pad
        if strip.panel and (above is None or above.panel is not strip.panel):
            panel_top = top + strip.panel.pad
        strip.paint(painter, left, top)
        if seen:
            seen(strip, left, top)
        top -= strip.height
        above = strip
    if above is not None and above.panel:
        top -= above.panel.pad
        _paint_panel(above.panel, painter, left, panel_top, top)
    return top


def _paint_panel(panel: Panel, painter: Painter, left: float, top: float, bottom: float) -> None:
    height = top - bottom
    if panel.ground:
        painter.panel(left + panel.left, bottom, panel.width, height, panel.ground)
    if panel.bar:
        painter.ground(left + panel.left, bottom, panel.bar_width, height, panel.bar)
    x, width = left + panel.left, panel.width
    if panel.rules:
        painter.ground(x, top - panel.bar_width, width, panel.bar_width, panel.rules)
        painter.ground(x, bottom, width, panel.bar_width, panel.rules)
    if panel.frame:
        thick = panel.frame_width
        for low in (bottom, top - thick):
            painter.ground(x, low, width, thick, panel.frame)
        for side in (x, x + width - thick):
            painter.ground(side, bottom, thick, height, panel.frame)


def keep_together(strips: list[Strip], price: float = NEVER) -> list[Strip]:
    """No page begins inside of these."""
    for strip in strips[:-1]:
        strip.price = max(strip.price, price)
    return strips


def move(strips: list[Strip], right: float) -> list[Strip]:
    """The strips further right, with the panels behind them: a box in an item of a list."""
    panels: dict[int, Panel] = {}
    for strip in strips:
        strip.moved(right)
        if (panel := strip.panel) is not None:
            moved = replace(panel, left=panel.left + right)
            strip.panel = panels.setdefault(id(panel), moved)
    return strips


def first_anchor(strips: list[Strip], anchor: str) -> None:
    """The first strip carries a destination."""
    if anchor and strips:
        strips[0].anchors = (anchor, *strips[0].anchors)
