"""Every block of the model as HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never

from exporter import qr_codes
from exporter.model import (
    Block,
    Blocks,
    Box,
    Cell,
    Definitions,
    Figure,
    Furniture,
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
    label_words,
)
from exporter.walk import words_of
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.writers.css import COUNTERS, list_class
from exporter.writers.drawings.ink import inked
from exporter.writers.html import questions
from exporter.writers.html.inlines import Counted, InlineWriter
from exporter.writers.html.room import room_for

_TYPES: dict[ListStyle, str] = {
    "lower-letter": "a", "upper-letter": "A", "lower-roman": "i", "upper-roman": "I",
}  # fmt: skip
"""What HTML calls each kind of marker."""
_UNGROUPED = frozenset({"number", "contact"})
"""Boxes so small that hearing where they begin and end would only be in the way."""

_SIDEWAYS = 3
"""From this many columns a table may be wider than a telephone, and can be moved sideways."""
_WIDE = 8
"""From this many columns it may be wider than any column of text. A page in a window sets the rows
of every other one below each other where there is no room."""
_WHOLE_LINES = 10
"""A box of no more lines stands on one page of paper, if a page has room for it."""


@dataclass(slots=True)
class BlockWriter:
    """Writes blocks; it numbers the ids that authors give no name to."""

    inlines: InlineWriter
    _names: int = field(default=0)

    @property
    def counted(self) -> Counted:
        """What was counted so far: all that it knows of what it has written."""
        return self._names, self.inlines.cited

    @counted.setter
    def counted(self, counted: Counted) -> None:
        self._names, self.inlines.cited = counted

    def write(self, blocks: Blocks, level: int) -> Html:
        """Blocks of a section whose heading has this level."""
        marks = self.inlines.setting.pages
        return join(*(join(marks.before(block), self._block(block, level)) for block in blocks))

    def first_inside(self, blocks: Blocks, level: int) -> Html:
        """Blocks of an item, a cell or a definition: its first words stand in it directly."""
        if blocks and isinstance(blocks[0], Paragraph):
            words = self.inlines.write(blocks[0].children)
            return join(words, self.write(blocks[1:], level))
        return self.write(blocks, level)

    def _block(self, block: Block, level: int) -> Html:
        match block:
            case Paragraph(children, lead):
                return element("p", self.inlines.write(children), class_="lead" if lead else "")
            case List():
                return self._list(block, level)
            case Quote():
                return self._quote(block)
            case Definitions():
                return self._definitions(block, level)
            case Box():
                return self._box(block, level)
            case Figure():
                return self._figure(block)
            case Table():
                return self._table(block, level)
            case Records():
                return self._records(block, level)
            case PictureRow():
                return self._row(block, level)
            case QrCode():
                return self._code(block)
            case Question():
                return questions.question(
                    block, self.inlines, block.anchor or self._name("question")
                )
            case Furniture():
                return self.furniture(block, level)
            case _:
                assert_never(block)

    def _name(self, kind: str) -> str:
        self._names += 1
        return f"{kind}.{self._names}"

    def _list(self, block: List, level: int) -> Html:
        items = (element("li", self.first_inside(item.blocks, level)) for item in block.items)
        match block.style:
            case "number" | "lower-letter" | "upper-letter" | "lower-roman" | "upper-roman":
                start = str(block.start) if block.start > 1 else ""
                return element(
                    "ol",
                    *items,
                    type=_TYPES.get(block.style, ""),
                    start=start,
                    class_=list_class(block),
                    style=self._counted(block),
                )
            case "bullet":
                return element("ul", *items)
            case "plain":  # Safari forgets that a list without markers is one, but for the role
                return element("ul", *items, class_="plain", role="list")
            case _:
                assert_never(block.style)

    def _counted(self, block: List) -> str:
        """On paper the style sheet counts: WeasyPrint reads neither `type` nor `start`."""
        if self.inlines.setting.medium != "paper":
            return ""
        rules = [f"counter-reset:list-item {block.start - 1}"] if block.start > 1 else []
        if block.style in _TYPES and not list_class(block):
            rules.append(f"list-style-type:{COUNTERS[block.style]}")
        return ";".join(rules)

    def _quote(self, block: Quote) -> Html:
        paragraphs = (element("p", self.inlines.write(words)) for words in block.paragraphs)
        source = element("footer", self.inlines.write(block.source)) if block.source else NOTHING
        return element("blockquote", *paragraphs, source)

    def _definitions(self, block: Definitions, level: int) -> Html:
        entries = []
        for entry in block.entries:
            entries.append(element("dt", self.inlines.write(entry.term), id=entry.anchor))
            entries.append(element("dd", self.first_inside(entry.blocks, level)))
        return element("dl", *entries)

    def _box(self, block: Box, level: int) -> Html:
        grouped = block.kind not in _UNGROUPED
        name = self._name("label") if grouped else ""
        return element(
            "div",
            element("p", self.inlines.write(label_words(block)), data_label=True, id=name),
            self.write(block.blocks, level),
            id=block.anchor,
            class_="box long" if self._is_long(block) else "box",
            data_box=block.kind,
            role="group" if grouped else "",
            aria_labelledby=name,
        )

    def _is_long(self, block: Box) -> bool:
        """Whether it may go on over a page: whole, it would leave much of the one before empty."""
        room = self.inlines.setting.line
        lines = sum(1 + len(words) // room for words in words_of(block)) if room else 0
        return lines > _WHOLE_LINES

    def _figure(self, block: Figure) -> Html:
        words = self._caption(block)
        picture = join(*map(self.inlines.picture, block.pictures))
        if not (block.picture.ems and words and self.inlines.setting.medium == "window"):
            caption = element("figcaption", words) if words else NOTHING
            return element("figure", picture, caption, id=block.anchor)
        name = self._name("caption")
        moved = element(
            "div", picture, class_="moved", role="region", tabindex="0", aria_labelledby=name
        )
        caption = element("figcaption", words, id=name)
        return element("figure", moved, caption, id=block.anchor)

    def _caption(self, block: Figure | Table | Records) -> Html:
        lead = self.inlines.write(caption_words(block))
        start = element("span", lead, class_="caption-lead") if lead else NOTHING
        return join(start, self.inlines.write(block.caption))

    def _table(self, block: Table, level: int) -> Html:
        words = self._caption(block)
        stacks = self.inlines.setting.medium == "window"
        sideways = len(block.widths) >= (_WIDE if stacks else _SIDEWAYS) and bool(words)
        name = self._name("caption") if sideways else ""
        table = element(
            "table",
            element("caption", words, id=name) if words else NOTHING,
            element("colgroup", *(self._column(width) for width in block.widths)),
            element("thead", self._header_row(block), role=self._role("rowgroup"))
            if block.columns
            else NOTHING,
            element(
                "tbody",
                *(self._table_row(block, row, level) for row in block.rows),
                role=self._role("rowgroup"),
            ),
            id=block.anchor,
            role=self._role("table"),
        )
        if stacks:
            return element(
                "div",
                table,
                class_="fits",
                style=f"--room:{room_for(block):g}",
                role="group" if sideways else "",
                tabindex="0" if sideways else "",
                aria_labelledby=name,
            )
        if not sideways:
            return table
        return element(
            "div", table, class_="sideways", role="region", tabindex="0", aria_labelledby=name
        )

    def _role(self, role: str) -> str:
        """What an element of a table is anyway, said for browsers that forget it where a style
        sheet sets rows one below the other (Safari)."""
        return role if self.inlines.setting.medium == "window" else ""

    def _column(self, width: float) -> Html:
        return element("col", style=f"width:{100 * width:.4g}%")

    def _header_row(self, block: Table) -> Html:
        role = self._role("columnheader")
        cells = (
            element("th", self.inlines.text(column), scope="col", role=role)
            for column in block.columns
        )
        return element("tr", *cells, role=self._role("row"))

    def _table_row(self, block: Table, row: tuple[Cell, ...], level: int) -> Html:
        cells = []
        for index, cell in enumerate(row):
            words = self.first_inside(cell.blocks, level)
            if index == 0 and block.header_column:
                role = self._role("rowheader")
                cells.append(element("th", words, scope="row", role=role))
            else:
                head = block.columns[index] if block.columns and self._role("cell") else ""
                cells.append(element("td", words, role=self._role("cell"), data_column=head))
        return element("tr", *cells, role=self._role("row"))

    def _records(self, block: Records, level: int) -> Html:
        marks = self.inlines.setting.pages
        words = self._caption(block)
        name = self._name("label") if words else ""
        return element(
            "div",
            element("p", words, data_label=True, id=name) if words else NOTHING,
            *(join(marks.before(table), self._table(table, level)) for table in block.tables),
            id=block.anchor,
            class_="records above" if block.above else "records",
            role="group" if name else "",
            aria_labelledby=name,
        )

    def _row(self, block: PictureRow, level: int) -> Html:
        pictures = [self.inlines.picture(inked(picture)) for picture in block.pictures]
        if block.number:
            pictures.append(
                element(
                    "span",
                    escape(block.number),
                    class_="row-number",
                    aria_hidden="true",
                    data_furniture=True,
                )
            )
        return element(
            "div",
            element("div", *pictures, class_="row-pictures"),
            element("div", self.write(block.blocks, level), class_="row-words"),
            class_="row",
        )

    def _code(self, block: QrCode) -> Html:
        """On a screen the link is there to be pressed: a code is for paper."""
        if not self.inlines.setting.paged:
            return NOTHING
        return element(
            "div",
            self.inlines.picture(qr_codes.drawn(block)),
            element("p", self.inlines.write(block.words)),
            class_="code",
            style=f"--code:{qr_codes.side(block):.4g}pt",
            data_furniture=True,
        )

    def furniture(self, block: Furniture, level: int) -> Html:
        """Words of the program, under a heading one level below the section they stand in."""
        words = self.inlines.write(in_language(block.heading, block.heading_language))
        heading = element(f"h{min(6, level + 1)}", words) if words else NOTHING
        return element(
            "div",
            heading,
            self.write(block.blocks, level + 1),
            class_="furniture",
            data_furniture=True,
        )
