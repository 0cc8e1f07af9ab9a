"""Links inside rows, when the places that they lead to have other names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from exporter.model import (
    Block,
    Foreign,
    Inline,
    Inlines,
    Item,
    Link,
    List,
    PageNumber,
    Paragraph,
    PictureRow,
    Quote,
    Reference,
    Section,
    Stress,
    Strong,
    Term,
)


def retarget(section: Section, moved: Mapping[str, str]) -> Section:
    """The section with its references led to where their places are now.

    A reference to a place that is not there any more becomes its words.
    """
    return replace(section, blocks=tuple(_block(block, moved) for block in section.blocks))


def _block(block: Block, moved: Mapping[str, str]) -> Block:
    match block:
        case Paragraph():
            return replace(block, children=_inlines(block.children, moved))
        case List():
            items = (Item(tuple(_block(one, moved) for one in item.blocks)) for item in block.items)
            return replace(block, items=tuple(items))
        case Quote():
            paragraphs = tuple(_inlines(words, moved) for words in block.paragraphs)
            return replace(block, paragraphs=paragraphs, source=_inlines(block.source, moved))
        case PictureRow():
            return replace(block, blocks=tuple(_block(one, moved) for one in block.blocks))
        case _:
            return block


def _inlines(inlines: Inlines, moved: Mapping[str, str]) -> Inlines:
    return tuple(made for inline in inlines for made in _inline(inline, moved))


def _inline(inline: Inline, moved: Mapping[str, str]) -> Inlines:
    match inline:
        case Reference(children, target):
            return (Reference(children, moved[target]),) if target in moved else children
        case PageNumber(target):
            return (PageNumber(moved[target]),) if target in moved else ()
        case Strong() | Stress() | Term() | Foreign() | Link():
            return (replace(inline, children=_inlines(inline.children, moved)),)
        case _:
            return (inline,)
