"""What references name: headings and the numbers of figures and tables, each in a bookmark.

A reference is a link with a field in it. The link is what a screen reader tells; the field is what
Word puts right when somebody has changed a heading or put in a figure, and asks for it (F9). Until
then it shows the words that we wrote, which are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.model import Blocks, Document, Figure, Furniture, Records, Table
from exporter.walk import blocks_within, sections_within


@dataclass(frozen=True, slots=True)
class Named:
    """The words that references to an anchor end in, and the bookmark around them."""

    bookmark: str
    words: str


def named_targets(document: Document) -> dict[str, Named]:
    """By anchor. Bookmarks whose names begin with a sign are not listed to people who edit."""
    return {
        anchor: Named(f"_Ref{number}", words)
        for number, (anchor, words) in enumerate(_targets(document), 1)
    }


def _targets(document: Document) -> Iterator[tuple[str, str]]:
    for section in sections_within(document.sections):
        if section.anchor and section.heading.strip():
            yield section.anchor, section.heading.strip()
        for block in _of_the_author(section.blocks):
            match block:
                case (
                    Figure(anchor=anchor, label=label)
                    | Table(anchor=anchor, label=label)
                    | (Records(anchor=anchor, label=label))
                ) if anchor and label:
                    yield anchor, label
                case _:
                    pass


def _of_the_author(blocks: Blocks) -> Blocks:
    """All but what the program adds, where tables have no captions."""
    every = tuple(blocks_within(blocks))
    added = {
        id(inner)
        for block in every
        if isinstance(block, Furniture)
        for inner in blocks_within(block.blocks)
    }
    return tuple(block for block in every if id(block) not in added)
