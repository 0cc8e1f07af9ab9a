"""Blocks of prose as an author types them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, assert_never

from exporter.importing.write.lines import Line, moved
from exporter.importing.write.words import has_lines, kept_lines, marked, paragraph
from exporter.markers import marker_with_sign
from exporter.model import (
    Answer,
    Block,
    Box,
    Definitions,
    Figure,
    Furniture,
    Inlines,
    Item,
    List,
    Paragraph,
    PictureRow,
    QrCode,
    Question,
    Quote,
    Records,
    Table,
)
from exporter.source import Call, SourceBlocks, SourceItem, SourceList, SourceNote

AnyBlock: TypeAlias = Block | Call | SourceList


def blocks(many: SourceBlocks) -> list[Line]:
    """The lines of some blocks, with an empty one between each and the next."""
    written: list[Line] = []
    before: AnyBlock | None = None
    sign = "-"
    for block in many:
        if written:
            written.append(("", 0))
        if _is_list(block):
            # a list begins anew where its sign changes
            sign = "*" if _is_list(before) and sign == "-" else "-"
        written += _block(block, sign)
        before = block
    return written


def note(one: SourceNote) -> list[Line]:
    """The words of a note."""
    return moved([(marked(one.children), one.place.line)], "    ", f"[^{one.name}]: ")


def _is_list(block: AnyBlock | None) -> bool:
    return isinstance(block, List | SourceList)


def _block(block: AnyBlock, sign: str) -> list[Line]:
    number = block.place.line
    match block:
        case Paragraph():
            return _paragraph(block.children, number)
        case List() | SourceList():
            return _list(block, sign)
        case Quote():
            return _quote(block)
        case Definitions():
            return _definitions(block)
        case Box():
            title = f"::: {block.kind} {block.label}".rstrip()
            return [(title, number), *blocks(block.blocks), (":::", number)]
        case Question():
            return _question(block)
        case Call():
            head = (f"::: {block.kind} {block.name}".rstrip(), number)
            caption = [(line, number) for line in paragraph(block.caption) if line]
            return [head, *caption, (":::", number)]
        case Figure() | Table() | Records() | PictureRow() | QrCode() | Furniture():
            raise TypeError(f"a {type(block).__name__} is called by name in a source")
        case _:
            assert_never(block)


def _paragraph(inlines: Inlines, number: int) -> list[Line]:
    if has_lines(inlines):
        kept = [(line, number) for line in kept_lines(inlines)]
        return [("::: lines", number), *kept, (":::", number)]
    return [(line, number) for line in paragraph(inlines)]


def _question(block: Question) -> list[Line]:
    """The kind, the words, and the answers of the author's own."""
    number = block.place.line
    items = tuple(Item((Paragraph(one.words, place=block.place),)) for one in own_answers(block))
    asked: tuple[Block, ...] = (Paragraph(block.children, place=block.place),)
    inside = blocks((*asked, List("bullet", items, place=block.place)) if items else asked)
    return [(f"::: question {kind_of(block)}", number), *inside, (":::", number)]


def kind_of(block: Question) -> str:
    """What stands after the word `question`."""
    kind = f"lines {block.lines}" if block.kind == "lines" else block.kind
    return f"{kind} {{#{block.anchor}}}" if block.anchor else kind


def own_answers(block: Question) -> tuple[Answer, ...]:
    """The answers that an author types: yes, no and not sure are the program's."""
    return () if block.kind == "yes-no" else block.answers


def _list(block: List | SourceList, sign: str) -> list[Line]:
    written: list[Line] = []
    items: Iterable[Item | SourceItem] = block.items
    loose = any(len(item.blocks) > 1 for item in block.items)
    for index, item in enumerate(items):
        if loose and written:
            written.append(("", 0))
        marker = sign if block.style in ("bullet", "plain") else _counted(block, index)
        written += moved(blocks(item.blocks), " " * (len(marker) + 1), f"{marker} ")
    return written


def _counted(block: List | SourceList, index: int) -> str:
    return marker_with_sign(List(block.style, (), block.start, block.delimiter), index)


def _quote(block: Quote) -> list[Line]:
    written: list[Line] = []
    for words in block.paragraphs:
        if written:
            written.append(("", 0))
        written += [(line, block.place.line) for line in paragraph(words)]
    if block.source:
        written += [("", 0), (f"-- {marked(block.source)}", block.place.line)]
    return [(f"> {text}".rstrip(), number) for text, number in written]


def _definitions(block: Definitions) -> list[Line]:
    written: list[Line] = []
    for entry in block.entries:
        if written:
            written.append(("", 0))
        written.append((" ".join(paragraph(entry.term)), block.place.line))
        written += moved(blocks(entry.blocks), "  ", ": ")
    return written
