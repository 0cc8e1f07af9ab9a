"""Links inside rows, when the places that they lead to have other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from exporter.model import (
    Abbreviation,
    Address,
    Blocks,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    PageNumber,
    Reference,
    Section,
    Stress,
    Strong,
    Term,
    Text,
)
from exporter.walk import Change, changed


def retarget(section: Section, moved: Mapping[str, str]) -> Section:
    """The section with its references led to where their places are now.

    A reference to a place that is not there any more becomes its words.
    """
    return replace(section, blocks=_blocks(section.blocks, moved))


def _blocks(blocks: Blocks, moved: Mapping[str, str]) -> Blocks:
    change = Change(
        words=lambda inlines: _inlines(inlines, moved),
        blocks=lambda inside: _blocks(inside, moved),
    )
    return tuple(changed(block, change) for block in blocks)


def _inlines(inlines: Inlines, moved: Mapping[str, str]) -> Inlines:
    return tuple(made for inline in inlines for made in _inline(inline, moved))


def _inline(inline: Inline, moved: Mapping[str, str]) -> Inlines:
    match inline:
        case Reference(children, target):
            return (Reference(children, moved[target]),) if target in moved else children
        case PageNumber(target, within):
            return (PageNumber(moved[target], within),) if target in moved else ()
        case Strong() | Stress() | Term() | Foreign() | Link():
            return (replace(inline, children=_inlines(inline.children, moved)),)
        case Text() | LineBreak() | Abbreviation() | NoteMark() | Address():
            return (inline,)
        case _:
            assert_never(inline)
