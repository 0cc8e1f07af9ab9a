"""Easy-read rows: one idea. The picture at the left, the words at the right, never parted.

Words begin at the same place in every row, with a picture or without (Department of Health, 2010;
RNIB: the eye finds the next line where it found the last).
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from exporter.model import PictureRow
from exporter.writers.drawings.ink import inked
from exporter.writers.pdf_reportlab.look import Style
from exporter.writers.pdf_reportlab.strips import (
    Beside,
    Column,
    Line,
    Strip,
    gap_between,
    keep_together,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Setting

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter

_HIGH, _LONGEST = 0.82, 0.935
"""The height of a picture, for one unit of the column's width; but its longer side is no shorter
than this, so that round and tall ones have six centimetres of ink too."""
_MOST_OF_WIDTH = 0.45
"""What the column of pictures may have of it, at the end of a leaflet that stands in columns."""


def picture_row(
    setter: BlockSetter, block: PictureRow, node: Node, width: float, setting: Setting
) -> list[Strip]:
    theme = setter.shop.theme
    column = min(theme.row_picture_width, width * _MOST_OF_WIDTH)
    pictures: list[Strip] = []
    for picture in block.pictures:
        drawn = inked(picture)
        least = max(_HIGH, _LONGEST * min(1.0, drawn.height / drawn.width))
        strip = setter.shop.picture(drawn, node, column, column * least)
        strip.x = (column - strip.width) / 2
        strip.above = setting.gap * 0.6
        pictures.append(strip)
    side_by_side = len(pictures) > 1 and 2 * column + theme.row_gap <= width
    if block.number:
        pictures = [_number(setter, block.number, column)]
    if theme.rows == "stacked":
        return _stacked(setter, block, node, width, setting, pictures)
    left = column + theme.row_gap
    words = setter.blocks(block.blocks, node, width - left, setting)
    if side_by_side:
        return [_two_pictures(setter, pictures, words, left, setting)]
    # Where there is room the words begin at the middle third of the picture, where eyes rest.
    tall, said = stack_height(pictures), stack_height(words)
    down = min(tall / 3, max(0.0, tall - said)) if not block.number else 0.0
    columns = (Column(0, 0, tuple(pictures)), Column(left, down, tuple(words)))
    height = max(tall, down + said)
    return [Beside(height=height, columns=columns, above=theme.row_space, below=theme.row_space)]


def spread(strips: list[Strip], height: float, room: float) -> None:
    """The rows of a page that goes on, further apart, so that they fill it as other pages are.

    A heading keeps its distance to what it heads, and the lines of one text theirs; `room` is what
    a gap may have more.
    """
    free = height - stack_height(strips)
    gaps = [
        (upper, lower)
        for upper, lower in pairwise(strips)
        if upper.hug is None and gap_between(upper, lower) > 0
    ]
    for upper, lower in gaps:
        wide = max(upper.below, lower.above)
        upper.below = lower.above = wide + min(room, free / len(gaps))


def _two_pictures(
    setter: BlockSetter, pictures: list[Strip], words: list[Strip], left: float, setting: Setting
) -> Strip:
    """Side by side, each as large as in other rows; the words below, where words always begin."""
    theme = setter.shop.theme
    high = max(strip.height for strip in pictures)
    placed = [
        Column(place, high - strip.height, (strip,))
        for place, strip in zip((0.0, left), pictures, strict=True)
    ]
    down = high + setting.gap * 0.6
    height = down + stack_height(words)
    columns = (*placed, Column(left, down, tuple(words)))
    return Beside(height=height, columns=columns, above=theme.row_space, below=theme.row_space)


def _stacked(
    setter: BlockSetter,
    block: PictureRow,
    node: Node,
    width: float,
    setting: Setting,
    pictures: list[Strip],
) -> list[Strip]:
    words = setter.blocks(block.blocks, node, width, setting)
    if pictures:
        pictures[-1].hug = setting.gap * 0.6
    strips = keep_together(pictures + words)
    strips[0].above = strips[-1].below = setter.shop.theme.row_space
    return strips


def _number(setter: BlockSetter, number: str, column: float) -> Strip:
    """A number as large as its place allows: decoration, for the words say it too."""
    look = setter.shop.look
    width = setter.shop.lettering.spell(number, "bold").width / 1000
    size = min(look.theme.size * 3.2, column * 0.98 / width)
    words = setter.shop.setter.plain(number, Style("bold", size, size * 1.1, look.accent), None)
    line = Line(height=size * 1.1, words=words, rise=size * 0.2, width=width * size)
    line.x = (column - line.width) / 2
    line.decoration = True
    return line
