"""Boxes: a label that says what they are, a bar at the side, a pale ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporter.model import Box
from exporter.writers.pdf_reportlab.look import Style, accent, second
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    Panel,
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

_GROUND = 0.07
"""The tint of a box: words on it keep a contrast of 7:1."""


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
        case _:
            look = setter.shop.look
            panel = Panel(accent(_GROUND), accent(), look.bar, 0, width, look.pad)
            strips = _labelled(setter, block, callout, width, setting, panel)
    first_anchor(strips, block.anchor)
    return strips


def _labelled(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting, panel: Panel
) -> list[Strip]:
    """The label on a line of its own, the blocks below it."""
    look = setter.shop.look
    left = panel.bar_width + look.pad * 1.25
    room = width - left - (look.pad if panel.ground else 0)
    strips = keep_together(
        setter.shop.plain_lines(block.label, look.label, callout.add("Label"), room)
    )
    strips[-1].price = NEVER
    gap = setting.gap * 0.8
    inner = setter.blocks(block.blocks, callout, room, Setting(setting.style, gap, setting.level))
    if inner:
        inner[0].above = look.gap * 0.35
    strips += inner
    for strip in move(strips, left):
        strip.panel = panel
    if len(strips) <= 8:
        keep_together(strips)
    strips[0].above = strips[-1].below = look.gap * 1.3
    return strips


def _number(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting
) -> list[Strip]:
    """A key number: the number large at the left, the words beside it on its baseline."""
    look = setter.shop.look
    size = look.theme.size * 2.5
    style = Style("bold", size, size * 1.1, look.accent)
    label = setter.shop.plain_lines(block.label, style, callout.add("Label"), width)
    wide = max(getattr(line, "width", 0.0) for line in label)
    column = max(width * 0.2, wide + look.pad)
    if len(label) > 1 or column > width * 0.42:
        return _labelled(
            setter, block, callout, width, setting, Panel("", second(), 2, 0, width, 2)
        )
    words = setter.blocks(block.blocks, callout, width - column, setting)
    return [_beside(label, words, column, look.gap)]


def _contact(
    setter: BlockSetter, block: Box, callout: Node, width: float, setting: Setting
) -> list[Strip]:
    """One way to reach somebody: its kind at the left, the words at the right."""
    look = setter.shop.look
    style = setting.style.bolder()
    label = setter.shop.plain_lines(block.label, style, callout.add("Label"), width)
    wide = max(getattr(line, "width", 0.0) for line in label)
    column = max(look.theme.size * 7, wide + look.pad)
    if len(label) > 1 or column > width * 0.45:
        return _labelled(
            setter, block, callout, width, setting, Panel("", second(), 2, 0, width, 2)
        )
    words = setter.blocks(block.blocks, callout, width - column, setting)
    return [_beside(label, words, column, look.gap * 0.8)]


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
