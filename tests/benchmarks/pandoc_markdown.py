"""A document as Markdown for pandoc: the same words and the same structure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from exporter.brand import Brand
from exporter.model import (
    Abbreviation,
    Address,
    Block,
    Blocks,
    Box,
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

READER = "markdown-smart-citations"
"""What pandoc is told that this is."""

_SIGNS = re.compile(r"[!-/:-@\[-`{-~]")
_BESIDE = "\\ "
"""A space after a picture that is no figure: else its alternative text becomes a caption."""


def markdown(document: Document, brand: Brand) -> str:
    """The whole file. Pictures are looked for in `pictures/`, as PNG: pandoc draws no SVG."""
    return "\n".join(_Writer(document, brand).write()) + "\n"


def escape(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", unicodedata.normalize("NFC", " ".join(text.split("\n"))))


def bitmap_file(picture: Picture) -> str:
    return f"pictures/{picture.name}.{'png' if picture.media == 'svg' else picture.media}"


@dataclass
class _Writer:
    document: Document
    brand: Brand
    notes: dict[str, Note] = field(default_factory=dict)

    def write(self) -> Iterator[str]:
        document = self.document
        yield from ("---", f'pagetitle: "{document.title}"', f"lang: {document.language}", "---")
        yield from ("", f"# {escape(document.title)}", "", escape(document.subtitle), "")
        if document.cover:
            yield from (self._image(document.cover) + _BESIDE, "")
        for line in (*document.cover_lines, self.brand.publisher):
            yield from (escape(line), "")
        for section in document.sections:
            yield from self._section(section)
        yield from self._blocks(document.end)
        yield from ("", f"**{escape(document.words('publisher'))}**", "")
        yield from (escape(self.brand.publisher), "")
        for note in self.notes.values():
            yield from (f"[^{note.anchor}]: {self._words(note.children)}", "")

    def _section(self, section: Section) -> Iterator[str]:
        self.notes.update((note.anchor, note) for note in section.notes)
        heading = f"{'#' * section.level} {escape(heading_text(section))}"
        yield from ("", f"{heading} {{#{section.anchor}}}", "")
        if section.picture:
            yield from (self._image(section.picture) + _BESIDE, "")
        yield from self._blocks(section.blocks)
        for inner in section.sections:
            yield from self._section(inner)

    # ---- blocks ------------------------------------------------------------------------------

    def _blocks(self, blocks: Blocks) -> Iterator[str]:
        previous: Block | None = None
        for block in blocks:
            if previous is not None:
                yield ""
            if isinstance(block, List) and isinstance(previous, List):
                yield from ("<!-- -->", "")
            yield from self._block(block)
            previous = block

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Paragraph():
                yield self._words(block.children)
            case List():
                for number, item in enumerate(block.items, 1):
                    marker = f"{number}." if block.style == "number" else "-"
                    yield from _hung(marker, self._blocks(item.blocks))
            case Quote():
                for paragraph in (*block.paragraphs, *((block.source,) if block.source else ())):
                    yield from (f"> {self._words(paragraph)}", ">")
            case Definitions():
                for entry in block.entries:
                    yield from (f"{_place(entry.anchor)}{self._words(entry.term)}", "")
                    yield from (*_hung(":", self._blocks(entry.blocks)), "")
            case Box():
                yield f"::: {{.{block.kind}{f' #{block.anchor}' if block.anchor else ''}}}"
                yield from (f"**{escape(block.label)}**", "")
                yield from (*self._blocks(block.blocks), ":::")
            case Figure():
                caption = self._caption(block.label, block.caption)
                end = "" if caption else _BESIDE
                yield self._image(block.picture, caption, block.anchor) + end
            case Table():
                yield from self._table(block)
            case Records():
                yield _place(block.anchor) + self._caption(block.label, block.caption)
                for table in block.tables:
                    yield from ("", *self._table(table))
            case PictureRow():
                pictures = (self._image(picture) + _BESIDE for picture in block.pictures)
                yield from (" ".join(pictures) or escape(block.number), "")
                yield from self._blocks(block.blocks)
            case Question():
                yield self._words((*block.children, Text(" "), *block.hint))
                yield ""
                for answer in block.answers:
                    yield f"- ☐ {self._words(answer.words)}"
                for _ in range(block.lines):
                    yield from ("", "\\_" * 40)
            case QrCode():  # pandoc draws none
                yield self._words(block.words)
            case Furniture():
                yield from (f"**{escape(block.heading)}**", "", *self._blocks(block.blocks))
            case _:
                assert_never(block)

    def _table(self, block: Table) -> Iterator[str]:
        """A grid table: the only kind whose cells hold lists."""
        rows = [[list(self._blocks(cell.blocks)) for cell in row] for row in block.rows]
        heads = [[escape(column)] for column in block.columns]
        every = [heads, *rows] if heads else rows
        widths = [
            max(len(line) for row in every for line in row[column]) + 2
            for column in range(len(every[0]))
        ]

        def rule(sign: str) -> str:
            return "+" + "+".join(sign * width for width in widths) + "+"

        yield rule("-")
        for number, row in enumerate(every):
            for line in range(max(map(len, row))):
                cells = (lines[line] if line < len(lines) else "" for lines in row)
                joined = (
                    f" {text.ljust(width - 1)}" for text, width in zip(cells, widths, strict=True)
                )
                yield "|" + "|".join(joined) + "|"
            yield rule("=" if heads and number == 0 else "-")
        caption = self._caption(block.label, block.caption)
        if caption or block.anchor:
            yield from ("", f": {_place(block.anchor)}{caption}")

    def _caption(self, label: str, caption: Inlines) -> str:
        return f"{escape(caption_lead(label, caption))} {self._words(caption)}".strip()

    def _image(self, picture: Picture, caption: str = "", anchor: str = "") -> str:
        names = f"#{anchor} " if anchor else ""
        alt = picture.alt.replace('"', "'")
        shown = caption or escape(picture.alt)
        return f'![{shown}]({bitmap_file(picture)}){{{names}alt="{alt}" width="50%"}}'

    # ---- words -------------------------------------------------------------------------------

    def _words(self, inlines: Inlines) -> str:
        return "".join(self._inlines(inlines))

    def _inlines(self, inlines: Inlines) -> Iterator[str]:
        for inline in inlines:
            match inline:
                case Text(text) | Abbreviation(text):
                    yield escape(text)
                case Strong(children) | Stress(children) | Term(children):
                    yield f"**{self._words(children)}**"
                case Foreign(children, language):
                    yield f"[{self._words(children)}]{{lang={language}}}"
                case Link(children, url):
                    yield f"[{self._words(children)}](<{url}>)"
                case Reference(children, target):
                    yield f"[{self._words(children)}](#{target})"
                case NoteMark(anchor):
                    yield f"[^{anchor}]"
                case Address(url, within):
                    shown = url.partition("://")[2] or url
                    key, space = ("link-address-within", "") if within else ("link-address", " ")
                    yield space + escape(self.document.words(key, address=shown))
                case LineBreak():
                    yield " "  # a line of a grid's cell is no line of the file
                case PageNumber():
                    pass  # pandoc knows no pages
                case _:
                    assert_never(inline)


def _place(anchor: str) -> str:
    return f"[]{{#{anchor}}}" if anchor else ""


def _hung(marker: str, lines: Iterator[str]) -> Iterator[str]:
    """Lines hung on a marker."""
    start = marker.ljust(4)
    for line in lines:
        yield (start + line).rstrip() if line or start.strip() else ""
        start = "    "
