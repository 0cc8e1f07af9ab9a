"""A document as passages, in the order in which a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from exporter.checks.apart import Stretch
from exporter.checks.reading import Bold, LinkWords, Passage, PassageKind
from exporter.diagnostics import NOWHERE, Place
from exporter.model import (
    Abbreviation,
    Address,
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
    NoteMark,
    PageNumber,
    Paragraph,
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
)
from exporter.walk import inlines_within, plain_text


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Every passage but furniture, which is the program's own words."""
    return tuple(_Walk(document).passages())


class _Walk:
    """Goes through one document once; knows the section and the row that it is in."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._section = ""
        self._place = NOWHERE
        self._row = -1
        self._rows = 0

    def passages(self) -> Iterator[Passage]:
        document = self._document
        yield Passage(text=document.title, kind="title", level=1)
        if document.subtitle:
            yield Passage(text=document.subtitle, kind="title", level=2)
        for section in document.sections:
            yield from self._in_section(section)

    def _in_section(self, section: Section) -> Iterator[Passage]:
        self._section = section.anchor
        self._place = section.place
        yield Passage(
            text=section.heading,
            kind="heading",
            place=section.place,
            section=section.anchor,
            level=section.level,
        )
        yield from self._blocks(section.blocks, "paragraph", section.place)
        for part in section.sections:
            yield from self._in_section(part)
        self._section = section.anchor
        for note in section.notes:
            yield self._passage(note.children, "note", _known(note.place, section.place))

    def _passage(
        self, inlines: Inlines, kind: PassageKind, place: Place, level: int = 0
    ) -> Passage:
        bold: list[Bold] = []
        links: list[LinkWords] = []
        expansions: list[tuple[str, str]] = []
        foreign: list[str] = []
        apart = tuple(_foreign(inlines))
        for inline in inlines_within(inlines):
            match inline:
                case Term():
                    bold.append(Bold(_words(inline.children), term=True))
                case Strong() | Stress():
                    bold.append(Bold(_words(inline.children)))
                case Link():
                    links.append(LinkWords(_words(inline.children), inline.url))
                case Reference():
                    links.append(LinkWords(_words(inline.children), inline.target, True))
                case Abbreviation():
                    expansions.append((inline.text, inline.expansion))
                case Foreign():
                    foreign.append(_words(inline.children))
                case Text() | LineBreak() | NoteMark() | PageNumber() | Address():
                    pass
                case _:
                    assert_never(inline)
        return Passage(
            text=_words(inlines),
            kind=kind,
            place=place,
            section=self._section,
            row=self._row,
            level=level,
            bold=tuple(bold),
            links=tuple(links),
            expansions=tuple(expansions),
            foreign=tuple(foreign),
            apart=apart,
        )

    def _label(self, text: str, place: Place, kind: PassageKind = "label") -> Iterator[Passage]:
        if text:
            yield Passage(text=text, kind=kind, place=place, section=self._section, row=self._row)

    def _blocks(
        self, blocks: Blocks, kind: PassageKind, place: Place, level: int = 0
    ) -> Iterator[Passage]:
        for block in blocks:
            here = _known(block.place, place)
            match block:
                case Paragraph():
                    yield _as_label(self._passage(block.children, kind, here, level))
                case List():
                    yield from self._list(block, kind, here, level + 1)
                case Quote():
                    for paragraph in block.paragraphs:
                        yield self._passage(paragraph, "quote", here)
                    if block.source:
                        yield self._passage(block.source, "source", here)
                case Definitions():
                    for entry in block.entries:
                        yield self._passage(entry.term, "label", here)
                        yield from self._blocks(entry.blocks, "definition", here)
                case Box():
                    yield from self._label(block.label, here)
                    inside: PassageKind = "contact" if block.kind == "contact" else "paragraph"
                    yield from self._blocks(block.blocks, inside, here)
                case Figure():
                    if block.caption:
                        yield self._passage(block.caption, "caption", here)
                case Table():
                    yield from self._table(block, here)
                case Records():
                    if block.caption:
                        yield self._passage(block.caption, "caption", here)
                    for table in block.tables:
                        yield from self._table(table, here)
                case PictureRow():
                    self._row, self._rows = self._rows, self._rows + 1
                    said: PassageKind = "contact" if block.contact else "paragraph"
                    yield from self._blocks(block.blocks, said, here)
                    self._row = -1
                case Question():
                    yield from self._question(block, here)
                case QrCode() | Furniture():
                    pass
                case _:
                    assert_never(block)

    def _question(self, block: Question, place: Place) -> Iterator[Passage]:
        yield self._passage(block.children, "question", place)
        for answer in block.answers:
            if not answer.mood:  # yes, no and not sure are the program's own
                yield self._passage(answer.words, "item", place, 1)

    def _list(self, block: List, kind: PassageKind, place: Place, level: int) -> Iterator[Passage]:
        inside: PassageKind = "cited" if block.style == "plain" else "item"
        if kind == "contact":
            inside = "contact"
        for item in block.items:
            yield from self._blocks(item.blocks, inside, place, level)

    def _table(self, table: Table, place: Place) -> Iterator[Passage]:
        if table.caption:
            yield self._passage(table.caption, "caption", place)
        for column in table.columns:
            yield from self._label(column, place, "header-cell")
        for row in table.rows:
            for index, cell in enumerate(row):
                header = index == 0 and table.header_column
                yield from self._blocks(cell.blocks, "header-cell" if header else "cell", place)


def _as_label(passage: Passage) -> Passage:
    """A glossary word that stands alone before its meaning ("Evidence:") is no sentence."""
    alone = passage.row >= 0 and len(passage.bold) == 1 and passage.text.endswith(":")
    if alone and passage.bold[0].text.strip(" :") == passage.text.strip(" :"):
        return replace(passage, kind="label")
    return passage


def _known(place: Place, otherwise: Place) -> Place:
    return place if place != NOWHERE else otherwise


def _foreign(inlines: Inlines, start: int = 0) -> Iterator[Stretch]:
    """Where the words of a passage are in another language."""
    for inline in inlines:
        end = start + len(plain_text((inline,)))
        match inline:
            case Foreign():
                yield Stretch(start, end, inline.language)
            case Strong() | Stress() | Term() | Link() | Reference():
                yield from _foreign(inline.children, start)
            case Text() | LineBreak() | Abbreviation() | NoteMark() | PageNumber() | Address():
                pass
            case _:
                assert_never(inline)
        start = end


def _words(inlines: Inlines) -> str:
    """As they are read: where a line may not break is for the page, not for the rules."""
    return plain_text(inlines).replace("\u00a0", " ")
