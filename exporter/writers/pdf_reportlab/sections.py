"""Sections: their opening, their blocks, their notes."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.edition import opens_page
from exporter.furniture import ways_of
from exporter.model import (
    Blocks,
    Item,
    List,
    Note,
    Paragraph,
    Picture,
    Section,
    heading_words,
)
from exporter.writers.pdf_reportlab.blocks import BlockSetter
from exporter.writers.pdf_reportlab.lines import break_lines
from exporter.writers.pdf_reportlab.look import Style
from exporter.writers.pdf_reportlab.pagination import NEW_PART, PART_APART, ROWS_APART
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Beside,
    Column,
    Line,
    PictureStrip,
    Rule,
    Strip,
    first_anchor,
    keep_together,
    move,
    stack_height,
)
from exporter.writers.pdf_reportlab.structure import LinkTarget, Node
from exporter.writers.pdf_reportlab.workshop import Setting, Workshop

_FEW, _MANY = 3, 100
"""Of so many lines between a heading and a table or list, none stays behind with the heading."""
_ROW = 100.0
"""A row of easy read, or of a table, that is so tall is enough below a heading."""
_STRANDED = 200.0
"""What it costs to leave them with the heading."""
_SUMMARY_APART = 6.0
"""The same where the summary stands beside the picture, too: there is something to see."""
_OF_A_SUBSECTION = 0.75
"""The share of the width of a part's picture that the picture of a section in it has."""
_NARROWEST = 0.6
"""The share of the text width that a heading keeps beside its picture; else it stands above."""
_TALLEST_BESIDE = 1.5
"""Heading and summary beside a picture are at most so many times as tall as the picture."""
_WAYS_APART = 400.0
"""What it costs to begin a page with the ways to other parts: nobody needs a page of them."""
_NOTES_APART = 60.0
"""What it costs to begin a page with the notes of a section: its last words go with them."""


@dataclass(frozen=True, slots=True)
class SectionSetter:
    """Sets the sections of one document."""

    blocks: BlockSetter
    in_rows: bool
    """Whether the document is easy read: there each part begins a page, whatever it costs."""

    @property
    def shop(self) -> Workshop:
        return self.blocks.shop

    @property
    def width(self) -> float:
        return self.shop.theme.page.text_width

    def section(self, section: Section, node: Node) -> list[Strip]:
        """One section with all that is in it."""
        holder = node.add("Sect")
        strips, rest = self._opening(section, holder)
        body = self.blocks.blocks(rest, holder, self.width, self.blocks.setting(section.level))
        if body and isinstance(body[0], Beside) and strips[-1].hug is not None:
            strips[-1].hug = max(strips[-1].hug, self.shop.theme.row_space * 0.65)
        strips[0].source = section
        _not_one_line(body, *self._under_heading(section, rest))
        strips = strips + body
        if section.level == 2:
            apart = opens_page(self.shop.theme, self.shop.document)
            strips[0].new_page = apart
            if self.in_rows or self.shop.document.cover_page:
                large = ROWS_APART if self.in_rows else PART_APART
                strips[0].opens_part = large if apart else NEW_PART
        for inner in section.sections:
            strips += self.section(inner, holder)
        if section.notes:
            strips[-1].price = max(strips[-1].price, _NOTES_APART)
            strips += self._notes(section, holder)
        if section.level == 2 and self.shop.document.part_links:
            strips += self._ways(section, holder, strips[-1])
        return strips

    def _ways(self, section: Section, holder: Node, last: Strip) -> list[Strip]:
        """To the part before, the contents and the next part: a list, as on the web."""
        look = self.shop.look
        items = tuple(Item((Paragraph(way),)) for way in ways_of(self.shop.document, section))
        if not items:
            return []
        last.price = max(last.price, _WAYS_APART)
        rule = Rule(
            height=look.hairline, width=self.width, colour=look.line,
            above=look.gap * 2.2, price=NEVER, hug=look.gap * 0.6,
        )  # fmt: skip
        setting = Setting(look.small, look.gap * 0.5, section.level)
        listed = self.blocks.list_of_items(
            List("plain", items), holder.add("Furniture"), self.width, setting
        )
        return keep_together([rule, *listed])

    def _under_heading(self, section: Section, rest: Blocks) -> tuple[int, float]:
        """Up to how many lines of the first block below an opening are few, and what it costs to
        leave them there. Beside a picture, or below one, a summary is seen as it is."""
        first = rest[0] if rest else None
        summary = isinstance(first, Paragraph) and first.lead
        if summary and section.level == 2:
            return _MANY, _STRANDED
        if len(rest) < len(section.blocks):
            return _FEW + 1, _SUMMARY_APART
        if summary and section.picture:
            return _FEW, _STRANDED
        return _FEW + 1, _STRANDED

    # ---- the opening -------------------------------------------------------------------------

    def _opening(self, section: Section, holder: Node) -> tuple[list[Strip], Blocks]:
        """Heading and picture, and beside the picture the summary; and the blocks left over."""
        look = self.shop.look
        picture = section.picture
        wide = look.theme.section_picture_width or look.theme.row_picture_width
        if section.level > 2:
            wide *= _OF_A_SUBSECTION
        beside_it = self.width - wide - look.theme.size * 1.5
        room = beside_it if picture and beside_it >= self.width * _NARROWEST else self.width
        heading = self.blocks.heading(heading_words(section), holder, room, section.level)
        title = holder.kids[-1]
        assert isinstance(title, Node)
        self.shop.target(section.anchor, title)
        first_anchor(heading, section.anchor)
        if picture is None:
            return heading, section.blocks
        drawn = self.shop.picture(picture, holder, wide, wide)
        if room == self.width:
            heading[-1].hug = look.gap
            drawn.below, drawn.price = look.gap, NEVER
            return [*heading, drawn], section.blocks
        left, rest = heading, section.blocks
        if self._lead_fits(section, heading, drawn, room):
            setting = self.blocks.setting(section.level)
            left = left + self.blocks.blocks(rest[:1], holder, room, setting)
            rest = rest[1:]
        return [self._side_by_side(left, drawn, picture)], rest

    def _side_by_side(self, left: list[Strip], drawn: PictureStrip, picture: Picture) -> Beside:
        look = self.shop.look
        down = look.theme.size * 0.2
        columns = (
            Column(0, 0, tuple(left)),
            Column(self.width - drawn.width, down, (drawn,)),
        )
        return Beside(
            height=max(stack_height(left), drawn.height + down),
            columns=columns,
            above=left[0].above,
            below=look.gap * 1.2,
            price=NEVER,
        )

    def _lead_fits(
        self, section: Section, heading: list[Strip], drawn: PictureStrip, room: float
    ) -> bool:
        """Whether the summary stands well beside the picture."""
        first = section.blocks[0] if section.blocks else None
        if not isinstance(first, Paragraph) or not first.lead:
            return False
        style = self.shop.look.lead
        words = self.shop.setter.set(first.children, style, None)
        count = len(break_lines(words, room, self.shop.lettering, first.place))
        height = stack_height(heading) + count * style.leading
        return height <= drawn.height * _TALLEST_BESIDE

    # ---- notes -------------------------------------------------------------------------------

    def _notes(self, section: Section, holder: Node) -> list[Strip]:
        look = self.shop.look
        furniture = holder.add("Furniture")
        style = Style("bold", look.theme.size, look.theme.size * 1.3, look.ink)
        heading = self.shop.plain_lines(
            self.shop.document.says("notes"),
            style,
            furniture.add(f"H{section.level + 1}"),
            self.width,
        )
        rule = Rule(
            height=look.hairline, width=self.width * 0.3, colour=look.line,
            above=look.gap * 2.2, price=NEVER, hug=look.gap,
        )  # fmt: skip
        keep_together(heading)[-1].price = NEVER
        heading[-1].hug = look.gap * 0.5
        strips: list[Strip] = [rule, *heading]
        indent = look.small.size * (1.25 + 0.6 * len(str(section.notes[-1].number)))
        for note in section.notes:
            strips += self._note(note, holder, indent)
        return strips

    def _note(self, note: Note, holder: Node, indent: float) -> list[Strip]:
        """ISO 14289-1, 7.9: a Note has an ID. Its label leads back to its mark."""
        style = self.shop.look.small
        element = holder.add("Note", identity=note.anchor)
        link = element.add("Lbl").add("Link")
        back = self.shop.setter.backlinks.get(note.anchor, "")
        bold = Style("bold", style.size, style.leading, self.shop.look.accent)
        if back:
            words = self.shop.document.words("note-back", number=note.number)
            link.link = LinkTarget(anchor=back, contents=words, quiet=True)
        label = self.shop.setter.plain(
            f"{note.number}.", bold, link.words(), link if back else None
        )
        strips = move(
            self.shop.lines(note.children, style, element, self.width - indent, note.place), indent
        )
        first = strips[0]
        if isinstance(first, Line):
            first.mark = Line(words=label, x=-indent)
        first.above = self.shop.look.gap * 0.5
        first_anchor(strips, note.anchor)
        self.shop.target(note.anchor, element)
        self.shop.cite(note.anchor, element)
        return strips


def _not_one_line(body: list[Strip], few: int, price: float) -> None:
    """A heading with only a line or two under it looks lost, and so does a part's with its summary
    alone: what follows comes with them, or the break costs a `price`."""
    if body and body[0].height > _ROW:
        return
    for index, strip in enumerate(body[1:few], start=1):
        if strip.begins:
            body[index - 1].price = max(body[index - 1].price, price)
            return
