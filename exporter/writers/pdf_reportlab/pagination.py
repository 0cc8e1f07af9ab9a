"""Sharing strips out to pages: the cheapest of all ways.

A page that ends half empty costs, a break at a bad place costs (inside a paragraph it is
forbidden where one line would be alone), and so does a last page with next to nothing on it. The
whole chapter is weighed at once, so that a good page is never bought with a bad one after it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Line,
    Strip,
    gap_between,
    space_between,
    stack_height,
)

_EMPTY = 100.0
"""What a page without anything on it would cost; half empty costs a quarter."""
_SEEN, _HOLE = 0.19, 200.0
"""A foot that is empty by a fifth is seen as a hole (PAG-04): from where on, and what all of a page
would cost more. However small, it costs a fifth of that."""
_TORN_BOX, _TORN_PARAGRAPH = 4.0, 2.0
"""The price of parting what is one: better a fifth, or a seventh, of a page left empty."""
_MID_SENTENCE = 3.0
"""The price of parting a sentence too: better a sixth of a page left empty (PAG-04)."""
_TORN_BEFORE_HOLE = 60.0
"""What a parted paragraph costs more where lines are free below it: that looks like a mistake."""
NEW_PART = 6.0
"""What a page that begins with a part is worth: about a quarter of the page before it."""
PART_APART = 40.0
"""The same in large sizes: then the page before costs nothing, if it is at least so full:"""
_PART_SHARE = 1 / 3
ROWS_APART = 50.0
"""The same in easy read, where one row on a page looks forgotten."""
_LONELY = 300.0
"""What a last page costs that holds less than this share of a page; before a part in large sizes
as much of that as is missing to the share:"""
_LONELY_SHARE = 0.24  # one row of easy read


_CLOSER, _CLOSED_UP = 0.2, 8.0
"""The share of the space between its strips that a page may lose so that one more stands on it, and
what that costs: better a quarter of a page left empty."""


@dataclass(frozen=True, slots=True)
class PageOfStrips:
    """The strips of one page: those from `first` up to `last`, both included."""

    first: int
    last: int
    hole: float = 0.0
    """The share of it that is left empty at its foot, if that is seen and no part ends there."""


def paginate(strips: list[Strip], height: float) -> list[PageOfStrips]:
    """The pages, each no taller than `height`."""
    starts = [0] + [i for i, strip in enumerate(strips) if strip.new_page and i]
    ends = [*starts[1:], len(strips)]
    pages: list[PageOfStrips] = []
    for start, end in zip(starts, ends, strict=True):
        if end > start:
            pages += _chapter(strips, start, end, height)
    return pages


def _chapter(strips: list[Strip], start: int, end: int, height: float) -> list[PageOfStrips]:
    depth, space = _depths(strips, start, end), _spaces(strips, start, end)
    free = _breaks(strips, start, end, height, depth)
    tops = [_top(strips, at + 1, depth, space, start) for at in free[:-1]]
    # best[k]: the least cost of all pages up to the break `free[k]`, and the break before.
    best: list[tuple[float, int]] = [(0.0, -1)]
    for k in range(1, len(free)):
        last = free[k]
        lower = strips[last]
        foot = lower.panel.pad if lower.panel and _panel_goes_on(strips, last, end) else 0.0
        if lower.panel and not foot:
            foot = lower.panel.pad
        ending = _ending(strips, last, end)
        least, found = float("inf"), k - 1
        deep, gives = depth[last - start], space[last - start]
        for before in range(k - 1, -1, -1):
            down, high, pad, head, given = tops[before]
            used = deep - down + high + pad + head + foot
            closer = used - height
            if closer <= 0:
                cost = best[before][0] + _cost(used, height, ending)
            elif closer <= _CLOSER * (gives - given):
                cost = best[before][0] + _cost(used - closer, height, ending) + _CLOSED_UP
            elif before == k - 1:
                cost = best[before][0] + _cost(used, height, ending)
            else:
                break
            if cost < least:
                least, found = cost, before
        best.append((least + (_price(lower, strips[last + 1]) if last < end - 1 else 0.0), found))
    pages: list[PageOfStrips] = []
    k = len(free) - 1
    while k > 0:
        before = best[k][1]
        first, last = free[before] + 1, free[k]
        empty = 1 - _used(strips, first, last, depth, start) / height
        seen = empty > _SEEN and _goes_on(strips, last, end)
        pages.append(PageOfStrips(first, last, empty if seen else 0.0))
        k = before
    return pages[::-1]


def close_up(strips: list[Strip], height: float) -> None:
    """Bring the strips of a page that was given a little too much to this height."""
    over = stack_height(strips) - height
    space = sum(space_between(upper, lower) for upper, lower in pairwise(strips))
    if over <= 0 or not space:
        return
    share = max(1 - _CLOSER, 1 - over / space)
    for upper, lower in pairwise(strips):
        if upper.hug is None:
            upper.below = lower.above = max(upper.below, lower.above) * share


def _price(upper: Strip, lower: Strip) -> float:
    """What it costs to begin a new page between two strips."""
    if upper.panel and upper.panel is lower.panel:
        return upper.price + _TORN_BOX
    if _tears(upper, lower):
        return upper.price + _TORN_PARAGRAPH + (0.0 if _ends_sentence(upper) else _MID_SENTENCE)
    return upper.price - lower.opens_part


def _tears(upper: Strip, lower: Strip) -> bool:
    """Whether two strips are lines of one paragraph."""
    return isinstance(upper, Line) and gap_between(upper, lower) == 0


def _ends_sentence(strip: Strip) -> bool:
    words = strip.words if isinstance(strip, Line) else []
    return bool(words) and words[-1].text.rstrip(_CLOSING).endswith((".", "?", "!", ":"))


_CLOSING = ")]’”'\" "


def _panel_goes_on(strips: list[Strip], last: int, end: int) -> bool:
    return last + 1 < end and strips[last + 1].panel is strips[last].panel


def _depths(strips: list[Strip], start: int, end: int) -> list[float]:
    """How deep the bottom of each strip would be on one endless page."""
    depth, down = [], 0.0
    for index in range(start, end):
        if index > start:
            down += gap_between(strips[index - 1], strips[index])
        down += strips[index].height
        depth.append(down)
    return depth


def _spaces(strips: list[Strip], start: int, end: int) -> list[float]:
    """How much space down to each strip may give way: none between a heading and its text."""
    spaces = [0.0]
    for upper, lower in pairwise(strips[start:end]):
        spaces.append(spaces[-1] + (space_between(upper, lower)))
    return spaces


def _used(strips: list[Strip], first: int, last: int, depth: list[float], start: int) -> float:
    """The height of strips on a page of their own, with what is repeated above them."""
    top = strips[first]
    used = depth[last - start] - depth[first - start] + top.height
    if top.panel:
        used += top.panel.pad
    if top.head and first > start:
        used += top.head.height
    return used


def _top(
    strips: list[Strip], first: int, depth: list[float], space: list[float], start: int
) -> tuple[float, float, float, float, float]:
    """What `_used` asks of the first strip of a page, and how much space gives way above it."""
    top = strips[first]
    head = top.head.height if top.head and first > start else 0.0
    pad = top.panel.pad if top.panel else 0.0
    return depth[first - start], top.height, pad, head, space[first - start]


@dataclass(frozen=True, slots=True)
class _Ending:
    """What is asked of a page that ends there."""

    full: float
    """The share of it: the last one, and one before a part, need less."""
    goes_on: bool
    torn: bool
    """Whether a paragraph is parted there."""
    kinder: bool
    """Whether a part of a large size comes next, which begins a page even after a few lines."""


def _ending(strips: list[Strip], last: int, end: int) -> _Ending:
    following = strips[last + 1] if last + 1 < len(strips) else None
    if last == end - 1:
        kinder = following is not None and PART_APART <= following.opens_part < ROWS_APART
        return _Ending(_LONELY_SHARE, goes_on=False, torn=False, kinder=kinder)
    assert following is not None
    apart = following.opens_part >= PART_APART
    torn = _tears(strips[last], following)
    return _Ending(_PART_SHARE if apart else 1.0, _goes_on(strips, last, end), torn, kinder=False)


def _goes_on(strips: list[Strip], last: int, end: int) -> bool:
    """Whether more of the same part comes after a page that ends there: then its empty foot is
    seen as a hole."""
    return last < end - 1 and not strips[last + 1].opens_part


def _cost(used: float, height: float, ending: _Ending) -> float:
    if used > height:
        return NEVER  # taller than a page: nothing helps
    share = used / height
    if ending.full < 1:
        missing = max(0.0, 1 - share / ending.full)
        return 10.0 + _LONELY * (missing if ending.kinder else missing > 0)
    empty = 1 - share
    hole = 0.0
    if empty > _SEEN and ending.goes_on:
        hole = _HOLE * (0.2 + empty) + (_TORN_BEFORE_HOLE if ending.torn else 0.0)
    return 10.0 + _EMPTY * empty**2 + hole


def _breaks(
    strips: list[Strip], start: int, end: int, height: float, depth: list[float]
) -> list[int]:
    """Where a page may end: before the first strip, after strips that allow it, at the end.

    Where strips kept together are taller than a page, every one of them allows it.
    """
    free = [start - 1]
    for index in range(start, end):
        if strips[index].price < NEVER or index == end - 1:
            first = free[-1] + 1
            if index > first and _used(strips, first, index, depth, start) > height:
                free += range(first, index)
            free.append(index)
    return free
