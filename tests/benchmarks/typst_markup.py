"""A document as Typst markup: the same words, the same structure, tagged for PDF/UA-1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from exporter.brand import Brand
from exporter.edition import Theme
from exporter.model import (
    Abbreviation,
    Address,
    Block,
    Blocks,
    Box,
    Cell,
    Definitions,
    Document,
    Figure,
    Foreign,
    Furniture,
    Inlines,
    LineBreak,
    Link,
    List,
    Note,
    NoteMark,
    PageNumber,
    Paragraph,
    Picture,
    PictureRow,
    QrCode,
    Question,
    Quote,
    Records,
    Reference,
    Section,
    Stress,
    Strong,
    Table,
    Term,
    Text,
    caption_lead,
    heading_text,
)
from tests.benchmarks.typst_settings import escape, picture_file, settings, string


def typst(document: Document, theme: Theme, brand: Brand) -> str:
    """The whole file. Pictures are looked for in `pictures/`."""
    return _Writer(document, theme, brand).write()


@dataclass
class _Writer:
    document: Document
    theme: Theme
    brand: Brand

    def __post_init__(self) -> None:
        self.notes: dict[str, Note] = {}
        self.told: set[str] = set()

    def write(self) -> str:
        document = self.document
        deepest = max((entry.level for entry in document.contents), default=0)
        parts = [
            settings(document, self.theme, self.brand),
            f"#heading(level: 1, outlined: false)[{escape(document.title)}]",
            escape(document.subtitle),
            self._picture(document.cover, 300) if document.cover else "",
            *(escape(line) for line in (*document.cover_lines, self.brand.publisher)),
            "#pagebreak()",
            f"#strong[{escape(document.words('contents'))}]",
            f"#outline(title: none, depth: {deepest})" if deepest else "",
            *(text for section in document.sections for text in self._section(section)),
            *(self._block(furniture) for furniture in document.end),
            f"#strong[{escape(document.words('publisher'))}]",
            escape(self.brand.publisher),
        ]
        return "\n\n".join(part for part in parts if part) + "\n"

    # ---- sections ----------------------------------------------------------------------------

    def _section(self, section: Section) -> Iterator[str]:
        self.notes.update((note.anchor, note) for note in section.notes)
        if section.level == 2 and self.theme.section_on_new_page:
            yield "#pagebreak(weak: true)"
        heading = f"#heading(level: {section.level})[{escape(heading_text(section))}]"
        yield heading + self._label(section.anchor)
        if section.picture:
            yield self._picture(section.picture, self.theme.section_picture_width or 100)
        yield self._blocks(section.blocks)
        for inner in section.sections:
            yield from self._section(inner)

    def _label(self, anchor: str) -> str:
        return f" #label({string(anchor)})" if anchor else ""

    def _place(self, anchor: str) -> str:
        """A place to lead to, for what has no label of its own."""
        return f"#metadata(none)#label({string(anchor)})" if anchor else ""

    # ---- blocks ------------------------------------------------------------------------------

    def _blocks(self, blocks: Blocks) -> str:
        return "\n\n".join(self._block(block) for block in blocks)

    def _block(self, block: Block) -> str:
        match block:
            case Paragraph():
                return self._words(block.children)
            case List():
                items = ", ".join(f"[{self._blocks(item.blocks)}]" for item in block.items)
                name = "enum" if block.style == "number" else "list"
                bare = "marker: [], " if block.style == "plain" else ""
                return f"#{name}({bare}{items})"
            case Quote():
                paragraphs = "\n\n".join(map(self._words, block.paragraphs))
                source = f"attribution: [{self._words(block.source)}]" if block.source else ""
                return f"#quote(block: true, {source})[{paragraphs}]"
            case Definitions():
                items = ", ".join(
                    f"terms.item([{self._words(entry.term)}], "
                    f"[{self._place(entry.anchor)}{self._blocks(entry.blocks)}])"
                    for entry in block.entries
                )
                return f"#terms({items})"
            case Box():
                words = f"#strong[{escape(block.label)}]\n\n{self._blocks(block.blocks)}"
                stroke = f"stroke: (left: 3pt + rgb({string(self.brand.second)}))"
                place = self._place(block.anchor)
                return f"{place}#block(inset: 10pt, width: 100%, {stroke})[{words}]"
            case Figure():
                caption = self._caption(block.label, block.caption)
                image = self._picture(block.picture, self.theme.page.text_width * 0.8, code=True)
                return f"#figure({image}{caption}){self._label(block.anchor)}"
            case Table():
                return self._table(block)
            case Records():
                lead = f"*{escape(caption_lead(block.label, block.caption))}* "
                tables = "\n\n".join(map(self._table, block.tables))
                return f"{self._place(block.anchor)}{lead}{self._words(block.caption)}\n\n{tables}"
            case PictureRow():
                width = self.theme.row_picture_width
                pictures = " ".join(self._picture(picture, width) for picture in block.pictures)
                pictures = pictures or (f"#strong[{escape(block.number)}]" if block.number else "")
                columns = f"columns: ({width}pt, 1fr), column-gutter: {self.theme.row_gap}pt"
                row = f"grid({columns}, [{pictures}], [{self._blocks(block.blocks)}])"
                return f"#block(breakable: false, {row})"
            case Question():  # drawn boxes and lines: Typst has no fields
                answers = (f"- ☐ {self._words(answer.words)}" for answer in block.answers)
                lines = ["#line(length: 100%)"] * block.lines
                return "\n\n".join((self._words(block.children), *answers, *lines))
            case QrCode():
                return self._words(block.words)
            case Furniture():
                return f"#strong[{escape(block.heading)}]\n\n{self._blocks(block.blocks)}"
            case _:
                assert_never(block)

    def _table(self, block: Table) -> str:
        columns = ", ".join(f"{width:.4f}fr" for width in block.widths)
        heads = ", ".join(f"[{escape(column)}]" for column in block.columns)
        header = f"table.header({heads}), " if block.columns else ""
        cells = ", ".join(
            f"[{self._cell(cell, strong=block.header_column and index == 0)}]"
            for row in block.rows
            for index, cell in enumerate(row)
        )
        caption = self._caption(block.label, block.caption)
        inner = f"table(columns: ({columns},), {header}{cells})"
        return f"#figure(kind: table, {inner}{caption}){self._label(block.anchor)}"

    def _cell(self, cell: Cell, *, strong: bool) -> str:
        words = self._blocks(cell.blocks)
        return f"#strong[{words}]" if strong else words

    def _caption(self, label: str, caption: Inlines) -> str:
        if not label and not caption:
            return ""
        lead = escape(caption_lead(label, caption))
        return f", caption: [{lead + ' ' if lead else ''}{self._words(caption)}]"

    def _picture(self, picture: Picture, width: float, *, code: bool = False) -> str:
        told = f", alt: {string(picture.alt)}" if picture.alt else ""
        image = f"image({string(picture_file(picture))}, width: {width:.1f}pt{told})"
        if not picture.alt:
            image = f"pdf.artifact({image})"
        return image if code else f"#{image}"

    # ---- words -------------------------------------------------------------------------------

    def _words(self, inlines: Inlines) -> str:
        return "".join(self._inlines(inlines))

    def _inlines(self, inlines: Inlines) -> Iterator[str]:
        for inline in inlines:
            match inline:
                case Text(text) | Abbreviation(text):
                    yield escape(text)
                case Strong(children) | Stress(children) | Term(children):
                    yield f"#strong[{self._words(children)}]"
                case Foreign(children, language):
                    yield f"#text(lang: {string(language[:2])})[{self._words(children)}]"
                case Link(children, url):
                    yield f"#link({string(url)})[{self._words(children)}]"
                case Reference(children, target):
                    yield f"#link(label({string(target)}))[{self._words(children)}]"
                case NoteMark(anchor):
                    yield self._note(anchor)
                case PageNumber(target, within):
                    number = f"#context counter(page).at(label({string(target)})).first()"
                    key, space = ("page-within", "") if within else ("page", " ")
                    words = escape(self.document.words(key, number="\x00"))
                    yield space + words.replace("\x00", number)
                case Address(url, within):
                    shown = url.partition("://")[2] or url
                    key, space = ("link-address-within", "") if within else ("link-address", " ")
                    yield space + escape(self.document.words(key, address=shown))
                case LineBreak():
                    yield " #linebreak() "
                case _:
                    assert_never(inline)

    def _note(self, anchor: str) -> str:
        if anchor in self.told:
            return f"#footnote(label({string(anchor)}))"
        self.told.add(anchor)
        note = self.notes[anchor]
        return f"#footnote[{self._words(note.children)}]{self._label(anchor)}"
