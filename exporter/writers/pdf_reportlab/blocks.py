"""Blocks as strips, each with its place in the tag tree (ARCHITECTURE.md, "The marks")."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import assert_never

from exporter.markers import marker_with_sign
from exporter.model import (
    Block,
    Blocks,
    Box,
    Definitions,
    Figure,
    Furniture,
    Inlines,
    Item,
    List,
    ListStyle,
    Paragraph,
    PictureRow,
    QrCode,
    Question,
    Quote,
    Records,
    Table,
    caption_words,
    in_language,
)
from exporter.walk import plain_text
from exporter.writers.pdf_reportlab import boxes, codes, picture_rows, questions, tables
from exporter.writers.pdf_reportlab.look import Style, second
from exporter.writers.pdf_reportlab.strips import (
    NEVER,
    Line,
    Panel,
    Strip,
    first_anchor,
    keep_together,
    move,
)
from exporter.writers.pdf_reportlab.structure import Node, list_numbering
from exporter.writers.pdf_reportlab.workshop import Setting, Workshop

_RATHER_NOT = 40.0
"""The price of a page break that a half-empty page is better than."""

_FEW_LINES, _FIRST_ITEM = 3, 12.0
"""An item of more is not lost where it stands alone; a first one of two or three, below the words
that lead to it, hardly."""

_NUMBERING: dict[ListStyle, str] = {
    "bullet": "Disc",
    "number": "Decimal",
    "lower-letter": "LowerAlpha",
    "upper-letter": "UpperAlpha",
    "lower-roman": "LowerRoman",
    "upper-roman": "UpperRoman",
    "plain": "None",
}
"""What ISO 32000 calls each kind of marker."""


@dataclass(frozen=True, slots=True)
class BlockSetter:
    """Sets the blocks of one document."""

    shop: Workshop

    def setting(self, level: int = 2) -> Setting:
        return Setting(self.shop.look.body, self.shop.look.gap, level)

    def blocks(self, blocks: Blocks, node: Node, width: float, setting: Setting) -> list[Strip]:
        """Blocks one below the other."""
        strips: list[Strip] = []
        setting = boxes.with_columns(self, blocks, width, setting)
        before: Block | None = None
        began = 0
        for block in blocks:
            new = self.block(block, node, width, setting)
            if new:
                new[0].source = new[0].source or block
                new[0].begins = True
                if boxes.belong_together(before, block):
                    strips[-1].price = max(strips[-1].price, 4 * _RATHER_NOT)
                if boxes.describes(block, before) and strips[began].floats:
                    strips[began].floats += len(new)  # a picture is never seen after its words
                before, began = block, len(strips)
                new[0].above = max(new[0].above, setting.gap)
                if _leads_in(block):
                    if len(new) <= _FEW_LINES:
                        keep_together(new)
                    new[-1].price = NEVER
                strips.extend(new)
        if strips:
            strips[-1].price = 0.0
        return strips

    def block(self, block: Block, node: Node, width: float, setting: Setting) -> list[Strip]:
        match block:
            case Paragraph():
                return self.paragraph(block, node, width, setting)
            case List():
                return self.list_of_items(block, node, width, setting)
            case Quote():
                return self.quote(block, node, width, setting)
            case Definitions():
                return self.definitions(block, node, width, setting)
            case Box():
                return boxes.box(self, block, node, width, setting)
            case Figure():
                return self.figure(block, node, width)
            case Table():
                return tables.table(self, block, node, width)
            case Records():
                return tables.records(self, block, node, width)
            case PictureRow():
                return picture_rows.picture_row(self, block, node, width, setting)
            case QrCode():
                return codes.code(self, block, node, width, setting)
            case Question():
                return questions.question(self, block, node, width, setting)
            case Furniture():
                return self.furniture(block, node, width, setting)
            case _:
                assert_never(block)

    def paragraph(
        self, block: Paragraph, node: Node, width: float, setting: Setting
    ) -> list[Strip]:
        style = self.shop.look.lead if block.lead else setting.style
        strips = self.shop.lines(block.children, style, node.add("P"), width, block.place)
        look = self.shop.look
        if (
            setting.style is look.formats or setting.style is look.added
        ):  # furniture: short, and read at a glance
            return keep_together(strips, 10 * _RATHER_NOT)
        return keep_together(strips, _RATHER_NOT) if block.lead else strips

    def first_words(
        self, blocks: Blocks, node: Node, width: float, setting: Setting
    ) -> list[Strip]:
        """Blocks of which the first paragraph's words belong to the element itself."""
        strips: list[Strip] = []
        if blocks and isinstance(blocks[0], Paragraph):
            first = blocks[0]
            strips = self.shop.lines(first.children, setting.style, node, width, first.place)
            blocks = blocks[1:]
        more = self.blocks(blocks, node, width, setting)
        if strips and more and len(strips) < 3:
            keep_together(strips)[-1].price = NEVER
        return strips + more

    # ---- lists -------------------------------------------------------------------------------

    def list_of_items(self, block: List, node: Node, width: float, setting: Setting) -> list[Strip]:
        holder = node.add("L")
        holder.attributes.append(list_numbering(_NUMBERING[block.style]))
        indent = self._list_indent(block, setting.style)
        item_gap = setting.gap * 0.55 if setting.list_level == 0 else setting.gap * 0.4
        inner = Setting(setting.style, item_gap, setting.level, setting.list_level + 1)
        strips: list[Strip] = []
        for index, item in enumerate(block.items):
            new = self._item(block, index, item, holder, width - indent, indent, inner)
            new[0].above = item_gap if index else setting.gap
            if strips and index in (1, len(block.items) - 1):
                # neither the first item nor the last is alone on its page
                lonely = strips if index == 1 else new
                if len(lonely) <= _FEW_LINES:
                    seen = index == 1 and len(lonely) > 1
                    price = _FIRST_ITEM if seen else 3 * _RATHER_NOT
                    strips[-1].price = max(strips[-1].price, price)
            strips.extend(new)
        if len(strips) <= 3:
            keep_together(strips)
        return strips

    def _item(
        self,
        block: List,
        index: int,
        item: Item,
        holder: Node,
        width: float,
        indent: float,
        inner: Setting,
    ) -> list[Strip]:
        entry = holder.add("LI")
        marker = None
        if block.style != "plain":
            text = "•" if block.style == "bullet" else marker_with_sign(block, index)
            colour = self.shop.look.accent
            style = Style("bold", inner.style.size, inner.style.leading, colour)
            marker = self.shop.marker(text, style, entry.add("Lbl"))
            marker.x = -indent
        strips = move(self.first_words(item.blocks, entry.add("LBody"), width, inner), indent)
        first = strips[0]
        if marker and isinstance(first, Line):
            first.mark = marker
        return strips

    def _list_indent(self, block: List, style: Style) -> float:
        if block.style == "plain":
            return 0.0
        if block.style == "bullet":
            return style.size * 1.25
        markers = (marker_with_sign(block, index) for index in range(len(block.items)))
        if block.style == "number":
            markers = (re.sub(r"\d", "0", text) for text in markers)
        widest = max(self.shop.lettering.spell(text, "bold").width for text in set(markers))
        return max(style.size * 1.65, widest * style.size / 1000 + style.size * 0.55)

    def definitions(
        self, block: Definitions, node: Node, width: float, setting: Setting
    ) -> list[Strip]:
        """Term above, meaning below and indented a little."""
        holder = node.add("L")
        # PDF 2.0 names lists of terms; PDF 1.7 has no word for them.
        holder.attributes.append(
            list_numbering("Description" if self.shop.standard == "ua-2" else "None")
        )
        indent = setting.style.size * 1.25
        strips: list[Strip] = []
        for entry in block.entries:
            item = holder.add("LI")
            term = self.shop.lines(
                entry.term, setting.style.bolder(), item.add("Term"), width, block.place
            )
            term[0].above = setting.gap
            keep_together(term)[-1].price = NEVER
            term[-1].hug = setting.gap * 0.15
            body = item.add("Definition")
            inner = Setting(setting.style, setting.gap * 0.6, setting.level, 0)
            meaning = move(self.first_words(entry.blocks, body, width - indent, inner), indent)
            first_anchor(term, entry.anchor)
            self.shop.target(entry.anchor, item)
            strips.extend(term + meaning)
        return strips

    # ---- quotes ------------------------------------------------------------------------------

    def quote(self, block: Quote, node: Node, width: float, setting: Setting) -> list[Strip]:
        look = self.shop.look
        holder = node.add("BlockQuote")
        indent = look.pad * 1.5 + look.bar
        strips: list[Strip] = []
        for paragraph in block.paragraphs:
            new = self.shop.lines(
                paragraph, setting.style, holder.add("P"), width - indent, block.place
            )
            new[0].above = setting.gap * (0.7 if strips else 1)
            strips.extend(new)
        if block.source:
            strips[-1].price = NEVER
            source = self.shop.lines(
                block.source, look.running, holder.add("Source"), width - indent, block.place
            )
            source[0].above = setting.gap * 0.5
            strips.extend(keep_together(source))
        panel = Panel("", second(), look.bar, 0, width, look.pad * 0.25)
        for strip in move(strips, indent):
            strip.panel = panel
        strips[-1].below = setting.gap
        return strips

    # ---- figures and furniture ---------------------------------------------------------------

    def figure(self, block: Figure, node: Node, width: float) -> list[Strip]:
        look = self.shop.look
        strip = self.shop.picture(block.picture, node, width, look.tallest_figure)
        strip.above = look.gap * 1.5
        strips: list[Strip] = [strip]
        for picture in block.more:
            more = self.shop.drawn_in(strip.content, picture, width, look.tallest_figure)
            more.above = look.gap
            strips.append(more)
        holder = node
        if self.shop.standard == "ua-2" and (block.label or block.caption):
            # ISO 14289-2, 8.2.5.27: a Caption is the first or last kid of what it is about.
            holder = strip.content.node if strip.content else node.add("Aside")
        caption = self.caption(block, holder, "Caption", width)
        if caption:
            strips[-1].price, strips[-1].hug = NEVER, look.gap * 0.7
            strips += keep_together(caption)
        if block.label and not block.more:
            strip.floats = len(strips)
        strips[-1].below = look.gap * 1.5
        first_anchor(strips, block.anchor)
        self.shop.target(block.anchor, strip.content.node if strip.content else node)
        return strips

    def caption(
        self, block: Figure | Table | Records, node: Node, role: str, width: float
    ) -> list[Strip]:
        """ "Figure 3: words", the first part bold; [] where there is neither."""
        if not block.label and not block.caption:
            return []
        style = self.shop.look.caption
        holder = node.add(role)
        words = []
        if block.label:
            tied = replace(block, label=block.label.replace(" ", "\u00a0", 1))
            words = self.shop.setter.set(caption_words(tied), style.bolder(), holder)
        more = self.shop.setter.set(block.caption, style if block.label else style.bolder(), holder)
        return self.shop.word_lines(words + more, style, width)

    def furniture(
        self, block: Furniture, node: Node, width: float, setting: Setting
    ) -> list[Strip]:
        holder = node.add("Furniture")
        text = self.shop.look.formats if block.large else self.shop.look.added
        level = min(setting.level + 1, 6)
        strips = self.heading(
            in_language(block.heading, block.heading_language),
            holder,
            width,
            level,
            least=text.size,
            lower=level == 2 and not self.shop.document.cover_page,
        )
        strips[0].source = block
        strips += self.blocks(block.blocks, holder, width, replace(setting, style=text))
        return strips

    def heading(
        self,
        inlines: Inlines,
        node: Node,
        width: float,
        level: int,
        least: float = 0,
        *,
        lower: bool = False,
    ) -> list[Strip]:
        """A heading, kept with what it heads, and no smaller than that; `lower` if it looks as one
        of the level below, as what the program says in a leaflet does."""
        look = self.shop.look
        style = look.heading(level + lower)
        style = style.scaled(max(1.0, least / style.size))
        words = self.shop.setter.set(inlines, style, node.add(f"H{level}"))
        strips = self.shop.word_lines(words, style, width, even=True)
        leaflet = not self.shop.document.cover_page
        strips[0].above = look.above_heading(max(level, 3) if leaflet else level)
        for strip in strips:
            strip.price = NEVER
        strips[-1].hug = look.gap * 0.6
        return strips


_A_LINE = 90
"""Characters."""


def _leads_in(block: Block) -> bool:
    """A short paragraph belongs to what follows if it ends with a colon, or as no sentence does."""
    if not isinstance(block, Paragraph):
        return False
    words = plain_text(block.children).rstrip()
    return words.endswith(":") or (0 < len(words) < _A_LINE and words[-1].isalnum())
