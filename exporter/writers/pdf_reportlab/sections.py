"""Sections: their opening, blocks and notes; and the contents before them."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.model import ContentsEntry, NoteMark, Section, heading_text
from exporter.walk import inlines_within
from exporter.writers.pdf_reportlab.blocks import BlockSetter
from exporter.writers.pdf_reportlab.look import Style
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    Line,
    Rule,
    Strip,
    first_anchor,
    keep_together,
    move,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import LinkTarget, Node
from exporter.writers.pdf_reportlab.words import Fragment, Run, Word

_NARROWEST = 0.6
"""The share of the text width that a heading must keep beside its picture."""


@dataclass(frozen=True, slots=True)
class SectionSetter:
    """Sets the sections of one document."""

    blocks: BlockSetter

    @property
    def width(self) -> float:
        return self.blocks.shop.theme.page.text_width

    def section(self, section: Section, node: Node) -> list[Strip]:
        """One section with all that is in it."""
        holder = node.add("Sect")
        strips = self._opening(section, holder)
        setting = self.blocks.setting(section.level)
        blocks = section.blocks
        if section.level == 2:
            blocks = blocks[self._lead_in_opening(section) :]
        body = self.blocks.blocks(blocks, holder, self.width, setting)
        if body and strips:
            body[0].above = max(body[0].above, setting.gap)
        strips += body
        for inner in section.sections:
            strips += self.section(inner, holder)
        if section.notes:
            strips += self._notes(section, holder)
        return strips

    # ---- the opening -------------------------------------------------------------------------

    def _opening(self, section: Section, holder: Node) -> list[Strip]:
        """Heading and picture; and the summary beside the picture where there is room."""
        shop = self.blocks.shop
        look = shop.look
        wide = look.theme.section_picture_width
        picture = section.picture if wide else None
        room = self.width - wide - look.theme.size * 1.5 if picture else self.width
        beside = picture is not None and room >= self.width * _NARROWEST
        if not beside:
            room = self.width
        heading = self.blocks.heading(heading_text(section), holder, room, section.level)
        shop.target(section.anchor, holder.kids[-1])  # type: ignore[arg-type]
        first_anchor(heading, section.anchor)
        if picture is None:
            if section.picture and section.picture.alt:
                # Editions without section pictures do not show it; nothing to tag either.
                pass
            return heading
        drawn = shop.picture(picture, holder, wide, wide)
        if not beside:
            heading[-1].hug = look.gap
            drawn.above = drawn.below = look.gap
            drawn.price = NEVER
            return [*heading, drawn]
        left = heading
        if self._lead_in_opening(section):
            left = left + self.blocks.blocks(
                section.blocks[:1], holder, room, self.blocks.setting(section.level)
            )
        drawn.x = 0
        above = left[0].above
        columns = (
            Column(0, 0, tuple(left)),
            Column(self.width - drawn.width, look.theme.size * 0.15, (drawn,)),
        )
        height = max(stack_height(left), drawn.height + look.theme.size * 0.15)
        return [
            Beside(height=height, columns=columns, above=above, below=look.gap * 1.2, price=NEVER)
        ]

    def _lead_in_opening(self, section: Section) -> int:
        """How many blocks stand beside the picture: the summary, if it is short enough."""
        return 0


def cited_in(section: Section) -> set[str]:
    """The notes that the blocks of a section cite."""
    return {
        inline.anchor
        for inline in inlines_within(())
        if isinstance(inline, NoteMark)
    }


_ = (ContentsEntry, Fragment, Run, Word, Line, Rule, LinkTarget, Style, keep_together, move)
