"""Ways through a document: every block, every inline, the plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar, assert_never

from exporter.diagnostics import NOWHERE, Place
from exporter.known import known
from exporter.model import (
    Abbreviation,
    Address,
    Answer,
    Block,
    Blocks,
    Box,
    Cell,
    Definition,
    Definitions,
    Document,
    Figure,
    Foreign,
    Furniture,
    Inline,
    Inlines,
    Item,
    LineBreak,
    Link,
    List,
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
    heading_text,
)

T = TypeVar("T")


def plain_text(inlines: Inlines) -> str:
    """The words of some inlines as the Outline has them: no note marks, no print-only words."""
    return "".join(text for text, _ in pieces(inlines))


def pieces(inlines: Inlines, strong: bool = False) -> Iterator[tuple[str, bool]]:
    """The words of some inlines piece by piece, each with whether it is strong."""
    for inline in inlines:
        match inline:
            case Text(text) | Abbreviation(text):
                yield text, strong
            case LineBreak():
                yield " ", strong
            case NoteMark() | PageNumber() | Address():
                pass
            case Strong() | Stress() | Term():
                yield from pieces(inline.children, True)
            case Foreign() | Link() | Reference():
                yield from pieces(inline.children, strong)
            case _:
                assert_never(inline)


def inlines_within(inlines: Inlines) -> Iterator[Inline]:
    """Each inline and those inside it, in reading order."""
    for inline in inlines:
        yield inline
        match inline:
            case Strong() | Stress() | Term() | Foreign() | Link() | Reference():
                yield from inlines_within(inline.children)
            case Text() | LineBreak() | Abbreviation() | NoteMark() | PageNumber() | Address():
                pass
            case _:
                assert_never(inline)


def _same(part: T) -> T:
    return part


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of each part of a block; parts of a kind that is not given stay as they are."""

    words: Callable[[Inlines], Inlines] = _same
    blocks: Callable[[Blocks], Blocks] = _same
    picture: Callable[[Picture], Picture] = _same
    name: Callable[[str], str] = _same
    """Words without marks: the label of a box, "Figure 3", the header of a column."""
    anchor: Callable[[str], str] = _same
    made: Callable[..., Block] = replace
    """Makes the block anew of its changed parts; who looks (`parts`) keeps the one there is."""


def changed(block: Block, change: Change) -> Block:
    """The block with each of its parts changed, in reading order; blocks inside are `blocks`' care.

    The one place that knows what a block holds: whoever looks for words, blocks or pictures asks
    it, through `parts`.
    """
    words, blocks, anchor, made = change.words, change.blocks, change.anchor, change.made
    match block:
        case Paragraph():
            return made(block, children=words(block.children))
        case List():
            return made(block, items=tuple(Item(blocks(item.blocks)) for item in block.items))
        case Quote():
            paragraphs = tuple(map(words, block.paragraphs))
            return made(block, paragraphs=paragraphs, source=words(block.source))
        case Definitions():
            entries = tuple(
                Definition(
                    words(entry.term), blocks(entry.blocks), anchor(entry.anchor), entry.place
                )
                for entry in block.entries
            )
            return made(block, entries=entries)
        case Box():
            label, own = change.name(block.label), anchor(block.anchor)
            return made(block, label=label, blocks=blocks(block.blocks), anchor=own)
        case Figure():
            picture, label = change.picture(block.picture), change.name(block.label)
            more = tuple(map(change.picture, block.more))
            caption, own = words(block.caption), anchor(block.anchor)
            named = {"label": label, "caption": caption, "anchor": own}
            return made(block, **named, picture=picture, more=more)
        case Table():
            label, caption = change.name(block.label), words(block.caption)
            columns, own = tuple(map(change.name, block.columns)), anchor(block.anchor)
            rows = tuple(tuple(Cell(blocks(cell.blocks)) for cell in row) for row in block.rows)
            named = {"label": label, "caption": caption, "anchor": own}
            return made(block, **named, columns=columns, rows=rows)
        case Records():
            label, caption = change.name(block.label), words(block.caption)
            tables = tuple(one for one in blocks(block.tables) if isinstance(one, Table))
            own = anchor(block.anchor)
            return made(block, label=label, caption=caption, tables=tables, anchor=own)
        case PictureRow():
            pictures = tuple(map(change.picture, block.pictures))
            return made(block, pictures=pictures, blocks=blocks(block.blocks))
        case QrCode():
            alt = change.name(block.alt)
            return made(block, alt=alt, words=words(block.words))
        case Question():
            asked, hint = words(block.children), words(block.hint)
            answers = tuple(Answer(words(one.words), one.mood, one.place) for one in block.answers)
            own = anchor(block.anchor)
            return made(block, children=asked, hint=hint, answers=answers, anchor=own)
        case Furniture():
            heading = change.name(block.heading)
            return made(block, heading=heading, blocks=blocks(block.blocks))
        case _:
            assert_never(block)


@dataclass(frozen=True, slots=True)
class Parts:
    """What a block holds. Of the blocks inside it only the blocks themselves, not their parts."""

    content: tuple[str | Inlines | Block | Picture, ...]
    """Names, words, blocks and pictures in reading order."""
    inlines: tuple[Inlines, ...] = ()
    blocks: Blocks = ()
    pictures: tuple[Picture, ...] = ()
    anchors: tuple[str, ...] = ()


def _kept(block: Block, **_: object) -> Block:
    return block


def parts(block: Block) -> Parts:
    """What a block holds, by going through it with changes that change nothing."""
    if type(block) is Paragraph:  # four of five are, and all is asked of each many times
        return Parts((block.children,), (block.children,))
    before = _PARTS.get(id(block))
    if before is not None and before[0] is block:
        return before[1]
    found = _parts(block)
    if len(_PARTS) >= _MOST_PARTS:
        _PARTS.clear()
    _PARTS[id(block)] = block, found
    return found


_MOST_PARTS = 1024
"""About the blocks of one document: what holds pictures is not to be kept for long."""
_PARTS: dict[int, tuple[Block, Parts]] = {}
"""What was found of a block, by the very block: each is asked by every check, writer and proof."""


def _parts(block: Block) -> Parts:
    content: list[str | Inlines | Block | Picture] = []
    inlines: list[Inlines] = []
    inside: list[Block] = []
    pictures: list[Picture] = []
    anchors: list[str] = []

    def words(part: Inlines) -> Inlines:
        content.append(part)
        inlines.append(part)
        return part

    def blocks(part: Blocks) -> Blocks:
        content.extend(part)
        inside.extend(part)
        return part

    def picture(part: Picture) -> Picture:
        content.append(part)
        pictures.append(part)
        return part

    def name(part: str) -> str:
        content.append(part)
        return part

    def anchor(part: str) -> str:
        anchors.extend(filter(None, (part,)))
        return part

    changed(block, Change(words, blocks, picture, name, anchor, _kept))
    return Parts(tuple(content), tuple(inlines), tuple(inside), tuple(pictures), tuple(anchors))


def asked_by(block: Question) -> tuple[str, ...]:
    """What each field of a question asks for: its words, and those of the answer."""
    asked = plain_text(block.children)
    return tuple(f"{asked} {plain_text(one.words)}" for one in block.answers) or (asked,)


def blocks_within(blocks: Blocks) -> Iterator[Block]:
    """Each block and those inside it, in reading order."""
    for block in blocks:
        yield block
        if type(block) is not Paragraph:  # four of five are, and hold none
            yield from blocks_within(parts(block).blocks)


def inlines_of(block: Block) -> Iterator[Inline]:
    """The inlines of a block itself, not of blocks inside it."""
    for inlines in parts(block).inlines:
        yield from inlines_within(inlines)


def words_of(block: Block) -> Iterator[str]:
    """The words of a block and of all inside it, piece by piece, in reading order.

    Of a picture its alternative text.
    """
    for part in parts(block).content:
        match part:
            case str():
                yield part
            case tuple():
                yield plain_text(part)
            case Picture():
                yield part.alt
            case _:
                yield from words_of(part)


@known
def texts_of(document: Document) -> tuple[tuple[str, Place], ...]:
    """All words that are set on the pages of a document, with where each stands in the source."""
    return tuple(_texts_of(document))


def _texts_of(document: Document) -> Iterator[tuple[str, Place]]:
    for words in (document.title, document.subtitle, *document.cover_lines, document.running):
        yield words, NOWHERE
    for section in sections_within(document.sections):
        yield heading_text(section), section.place
        yield from _texts_in(section.blocks)
        for note in section.notes:
            yield from ((text, note.place) for text, _ in pieces(note.children))
    yield from _texts_in(document.end)


def _texts_in(blocks: Blocks) -> Iterator[tuple[str, Place]]:
    for block in blocks_within(blocks):
        for part in parts(block).content:
            match part:
                case str():
                    yield part, block.place
                case tuple():
                    yield from ((text, block.place) for text, _ in pieces(part))
                case _:
                    pass


def sections_within(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Each section and its sub-sections, in reading order."""
    for section in sections:
        yield section
        yield from sections_within(section.sections)


def every_block(sections: tuple[Section, ...]) -> Iterator[Block]:
    """Each block of some sections, and those inside it, in reading order."""
    for section in sections_within(sections):
        yield from blocks_within(section.blocks)


@known
def has_rows(document: Document) -> bool:
    """Whether it has rows of easy read: a picture beside its words."""
    return any(isinstance(block, PictureRow) for block in every_block(document.sections))


def pictures_within(blocks: Blocks) -> Iterator[Picture]:
    """Every picture of some blocks and of those inside them, in reading order."""
    for block in blocks_within(blocks):
        yield from parts(block).pictures


def part_picture(section: Section) -> Picture | None:
    """The picture that stands for a part in the contents, where it is decoration: its own, else
    the first that stands in it. None of a chart, whose words would be too small there."""
    inside = (picture for one in sections_within((section,)) for picture in _pictures_in(one))
    return next((replace(one, alt="") for one in inside if not one.ems), None)


def _pictures_in(section: Section) -> Iterator[Picture]:
    if section.picture:
        yield section.picture
    yield from pictures_within(section.blocks)


def pictures_of(document: Document) -> Iterator[Picture]:
    """Every picture of a document in reading order; one used twice comes twice."""
    if document.cover:
        yield document.cover
    for section in sections_within(document.sections):
        yield from _pictures_in(section)
