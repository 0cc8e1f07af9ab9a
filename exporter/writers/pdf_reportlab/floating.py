"""Figures that words name may be seen a little further down, where a page would else end in a hole.

Only what is seen moves: in the tag tree a figure stays where its author put it, so every reader of
the file meets it there (ISO 14289-1, 7.2). Whole blocks of the same section go before it, words and
boxes, as far as about a page.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Section
from exporter.writers.pdf_reportlab.pagination import PART_APART, PageOfStrips, paginate
from exporter.writers.pdf_reportlab.strips import NEVER, Line, Sign, Strip, stack_height

_FARTHEST = 8
"""Blocks that a figure is tried behind."""
_NEAR = 3
"""Pages before it among which a hole may be its doing."""


def float_figures(strips: list[Strip], height: float) -> list[PageOfStrips]:
    """The pages of these strips, which are put in the order in which they are seen."""
    pages = paginate(strips, height)
    for start in [index for index, strip in enumerate(strips) if strip.floats]:
        first, last = _part_of(strips, pages, start)
        now = [page for page in pages if first <= page.first <= last]
        before = [page for page in now if page.first < start][-_NEAR:]
        if not any(page.hole for page in before):
            continue
        found = _better(strips[first : last + 1], start - first, height, now)
        if found:
            strips[start].source = None  # no page begins there for formats that keep its place
            strips[first : last + 1], again = found
            moved = [PageOfStrips(p.first + first, p.last + first, p.hole) for p in again]
            earlier = [page for page in pages if page.last < first]
            pages = [*earlier, *moved, *(page for page in pages if page.first > last)]
    return pages


def _part_of(strips: list[Strip], pages: list[PageOfStrips], index: int) -> tuple[int, int]:
    """From the page that begins a part up to the page before the next: they are weighed alone."""
    first, last = 0, len(strips) - 1
    for page in pages:
        opening = strips[page.first]
        if opening.new_page or opening.opens_part >= PART_APART:
            if page.first > index:
                return first, page.first - 1
            first = page.first
    return first, last


def _better(
    strips: list[Strip], start: int, height: float, pages: list[PageOfStrips]
) -> tuple[list[Strip], list[PageOfStrips]] | None:
    """The order with the fewest and smallest holes, if they are less than those of `pages`."""
    least, found = _holes(pages), None
    figure = start + strips[start].floats
    for end in _places(strips, figure, height):
        order = [*strips[:start], *strips[figure:end], *strips[start:figure], *strips[end:]]
        again = paginate(order, height)
        holes = _holes(again)
        if holes < least and len(again) <= len(pages):
            least, found = holes, (order, again)
    return found


def _holes(pages: list[PageOfStrips]) -> tuple[int, float]:
    return sum(page.hole > 0 for page in pages), sum(page.hole for page in pages)


def _places(strips: list[Strip], figure: int, height: float) -> Iterator[int]:
    """The strips before which a figure that ends before `figure` could be seen too."""
    tried = 0
    for index in range(figure, len(strips)):
        strip = strips[index]
        after = strips[index + 1] if index + 1 < len(strips) else None
        if _stays(strip) or stack_height(strips[figure : index + 1]) > height:
            return
        if strip.price < NEVER and _begins_anew(strip, after):
            tried += 1
            yield index + 1
        if tried == _FARTHEST:
            return


def _stays(strip: Strip) -> bool:
    """Whether no figure goes behind it: headings, tables, pictures, notes."""
    if strip.panel:
        return not isinstance(strip, Line | Sign)
    # only words of a document, and no headings, know their inlines
    return not isinstance(strip, Line) or not isinstance(strip.source, tuple)


def _begins_anew(strip: Strip, after: Strip | None) -> bool:
    """Whether a section begins with `after` or a block of one, and not a block within another."""
    if after is None or isinstance(after.source, Section):
        return True
    return after.begins and (after.x == 0 or after.panel is not strip.panel)
