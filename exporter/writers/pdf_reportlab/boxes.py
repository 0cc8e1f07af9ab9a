"""Boxes: a label that says what they are, a bar at the side, a pale ground."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from exporter.model import (
    Block,
    Blocks,
    Box,
    BoxKind,
    Figure,
    Records,
    Table,
    Text,
    label_words,
)
from exporter.writers.icons import has_icon
from exporter.writers.pdf_reportlab.look import Style, accent, second
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    Line,
    Panel,
    Sign,
    Strip,
    first_anchor,
    keep_together,
    move,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import Node
from exporter.writers.pdf_reportlab.workshop import Setting

if TYPE_CHECKING:
    from exporter.writers.pdf_reportlab.blocks import BlockSetter

_SIGN = 1.2
"""The size of a box's sign, in sizes of its label."""
_LOW, _TORN_LOW_BOX = 9, 8.0
"""A box of so few lines is rather whole; but a page is rather not left a third empty."""
_GROUND = 0.04
"""The tint of a box: so pale that headings and links on it keep a contrast of 7:1 (WCAG 1.4.6)."""


def box(setter: BlockSetter, block: Box, node: Node, width: float, setting: Setting) -> list[Strip]:
    callout = node.add("Callout")
    setter.shop.target(block.anchor, callout)
    match block.kind:
        case "number":
            strips = _number(setter, block, callout, width, setting)
        case "contact":
            strips = _contact(setter, block, callout, width, setting)
        case "description" | "media" | "organisation":
            bar = setter.shop.look.line if block.kind == "description" else second()
            strips = _labelled(
                setter, block, callout, width, setting, Panel("", bar, 2, 0, width, 2)
            )
        case "activity" | "note" | "warning" | "example" | "story":
            panel = _panel(setter, block.kind, width)
            strips = _labelled(setter, block, callout, width, setting, panel)
        case _:
            assert_never(block.kind)
    first_anchor(strips, block.anchor)
    return strips


def _panel(setter: BlockSetter, kind: BoxKind, width: float) -> Panel:
    """Each kind can be told in grey: a bar, two rules, a line around, a heavy frame."""
    look = setter.shop.look
    ground = accent(_GROUND)
    match kind:
        case "activity":
            return Panel(ground, "", look.bar / 2, 0, width, look.pad, rules=accent())
        case "example":
            return Panel("", "", 0, 0, width, look.pad, frame=look.line, frame_width=1)
        case "story":
            return Panel("", second(), look.bar * 2, 0, width, look.pad)
        case "warning":
            return Panel("", accent(), look.bar * 2, 0, width, look.pad, accent(), 2)
        case _:
            return Panel(ground, accent(), look.bar, 0, width, look.pad)


def _labelled(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting, panel: Panel
) -> list[Strip]:
    """The label on a line of its own, the blocks below it."""
    look = setter.shop.look
    left = panel.bar_width + look.pad * 1.25
    room = width - left - (look.pad if panel.ground or panel.frame else 0)
    sign = look.label.size * _SIGN if has_icon(block.kind) else 0.0
    beside = sign * 1.35
    label = setter.shop.plain_lines(
        label_words(block), look.label, callout.add("Label"), room - beside
    )
    strips = keep_together(move(label, beside))
    if sign:
        down = (look.label.leading - sign) / 2
        drawn = Sign(kind=block.kind, size=sign, down=down, colour=look.accent, hug=0)
        strips = [drawn, *strips]
    keep_together(strips)[-1].price = NEVER
    gap = setting.gap * 0.8
    inner = setter.blocks(block.blocks, callout, room, Setting(setting.style, gap, setting.level))
    if inner:
        inner[0].above = look.gap * 0.35
    strips += inner
    for strip in move(strips, left):
        strip.panel = panel
    if len(strips) <= _LOW:
        keep_together(strips, _TORN_LOW_BOX)
    _tell_that_it_goes_on(setter, block, strips, width)
    strips[0].above = strips[-1].below = look.gap * 1.3
    return strips


def _tell_that_it_goes_on(
    setter: BlockSetter, block: Box, strips: list[Strip], width: float
) -> None:
    """Above what is left of a box on the next page: for eyes only, like a header row."""
    look = setter.shop.look
    said = setter.shop.document.words("continued", label=block.label)
    again = setter.shop.plain_lines((Text(said),), look.running, None, width)[0]
    if not isinstance(again, Line):
        return
    again.decoration = True
    again.height += look.pad * 0.5
    again.rise += look.pad * 0.5
    for strip in strips[1:]:
        strip.head = strip.head or again


_SIDE_KINDS = ("number", "contact")
_WIDEST_SIDE = 0.4
"""The share of the width that a column of labels may take."""


def belong_together(first: Block | None, second: Block) -> bool:
    """Whether two boxes are lines of one list: key numbers, ways to reach somebody."""
    return (
        isinstance(first, Box)
        and isinstance(second, Box)
        and first.kind == second.kind
        and first.kind in _SIDE_KINDS
    )


def describes(block: Block, before: Block | None) -> bool:
    """Whether a box, or a table without a number of its own, says what the figure before it shows:
    the data of a chart."""
    match block:
        case Box(kind="description"):
            return isinstance(before, Figure)
        case Table(label="") | Records(label=""):
            return isinstance(before, Figure) and bool(before.picture.ems)
        case _:
            return False


def with_columns(setter: BlockSetter, blocks: Blocks, width: float, setting: Setting) -> Setting:
    """The setting with what all key numbers, or all contacts, of some blocks share: the width of
    their column, and the size of the numbers, so that none looks like less than the others."""
    labels = [block for block in blocks if isinstance(block, Box) and block.kind in _SIDE_KINDS]
    if not labels:
        return replace(setting, side=0.0) if setting.side else setting
    wide = {
        kind: max((_spelled(setter, one) for one in labels if one.kind == kind), default=0.0)
        for kind in _SIDE_KINDS
    }
    size, number = setter.shop.theme.size, max(wide["number"], 0.1)
    numeral = min(size * _LARGE, width * _WIDEST_SIDE / number)
    above = numeral < size * _LEAST_BESIDE
    if above:
        numeral = min(size * _LARGE, width / number)
    widest = max(0.0 if above else wide["number"] * numeral, wide["contact"] * size)
    if not widest:
        return replace(setting, side=0.0, numeral=numeral, above=above)
    side = min(max(widest + size, size * 6.4), width * _WIDEST_SIDE + size)
    return replace(setting, side=side, numeral=numeral, above=above)


def _spelled(setter: BlockSetter, block: Box) -> float:
    """The width of a label in bold, for a size of 1."""
    return setter.shop.lettering.spell(block.label, "bold").width / 1000


_LARGE, _LEAST_BESIDE = 2.5, 1.5
"""Sizes of a key number, for one of the text: the usual, and the least beside its words. Where the
longest has no room for that, all stand above their words."""


def _number(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting
) -> list[Strip]:
    """A key number: large at the left, the words beside it on its baseline, or below it."""
    look, size = setter.shop.look, setting.numeral
    style = Style("bold", size, size * 1.1, look.accent)
    if not setting.above:
        return _labelled_beside(setter, block, callout, width, setting, style)
    strips = setter.shop.plain_lines(label_words(block), style, callout.add("Label"), width)
    keep_together(strips)[-1].price = NEVER
    strips[-1].hug = look.gap * 0.2
    inner = Setting(setting.style, setting.gap * 0.8, setting.level)
    strips += setter.blocks(block.blocks, callout, width, inner)
    strips[0].above = strips[-1].below = look.gap * 1.3
    return strips


def _contact(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting
) -> list[Strip]:
    """One way to reach somebody: its kind at the left, the words at the right."""
    style = setting.style.bolder()
    spelled = setter.shop.lettering.spell(block.label, "bold").width * style.size / 1000
    if spelled > width * _WIDEST_SIDE:
        return _labelled(setter, block, callout, width, setting, _thin_bar(width))
    return _labelled_beside(setter, block, callout, width, setting, style)


def _thin_bar(width: float) -> Panel:
    return Panel("", second(), 2, 0, width, 2)


def _labelled_beside(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting, style: Style
) -> list[Strip]:
    look = setter.shop.look
    column = setting.side
    label = setter.shop.plain_lines(label_words(block), style, callout.add("Label"), width)
    inner = Setting(setting.style, setting.gap * 0.8, setting.level)
    words = setter.blocks(block.blocks, callout, width - column, inner)
    return [_beside(label, words, column, look.gap * 0.9)]


def _beside(label: list[Strip], words: list[Strip], column: float, gap: float) -> Beside:
    """Label and words as one strip, their first baselines level."""
    down = max(0.0, _baseline(label) - _baseline(words))
    left = Column(0, max(0.0, _baseline(words) - _baseline(label)), tuple(label))
    right = Column(column, down, tuple(words))
    height = max(left.down + stack_height(label), down + stack_height(words))
    return Beside(height=height, columns=(left, right), above=gap, below=gap)


def _baseline(strips: list[Strip]) -> float:
    """How far the first baseline is below the top."""
    return strips[0].height - getattr(strips[0], "rise", 0.0) if strips else 0.0
