"""A text as a row of marks: which kinds of blocks follow one another, and what each one holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import NOWHERE, Place
from exporter.load.body import read_body
from exporter.load.parser import Gathered
from exporter.model import (
    Box,
    Definitions,
    Inlines,
    List,
    NoteMark,
    Paragraph,
    Question,
    Quote,
    Reference,
)
from exporter.source import Call, SourceBlocks, SourceList
from exporter.typed.reading import Scalar
from exporter.walk import inlines_within, parts, plain_text


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that readers meet: what it is, in words that a sentence can hold."""

    what: str
    words: str = ""
    points: tuple[str, ...] = ()
    """The notes and the places of the document that its words lead to, in alphabetical order."""
    place: Place = NOWHERE


def marks_of(text: Scalar) -> tuple[Mark, ...]:
    """The marks of a text that loads, its notes at the end."""
    gathered = Gathered()
    lines = Lines(text.file, text.line, literal=text.literal)
    blocks = read_body(text.text, lines, Findings(), gathered)
    notes = sorted(gathered.notes, key=lambda one: one.name)
    return (
        *_marks(blocks, text.place(), 0),
        *(_mark(f"the note “{one.name}”", one.children, one.place) for one in notes),
    )


def _mark(what: str, words: Inlines, place: Place) -> Mark:
    within = [*inlines_within(words)]
    points = [f"[^{one.anchor}]" for one in within if isinstance(one, NoteMark)]
    points += [f"#{one.target}" for one in within if isinstance(one, Reference)]
    return Mark(what, plain_text(words), tuple(sorted(points)), place)


def _marks(blocks: SourceBlocks, around: Place, depth: int) -> Iterator[Mark]:
    for block in blocks:
        place = block.place if block.place.file else around
        match block:
            case Call(kind, name, caption):
                shown = f"the {kind} “{name}”" if name else f"“::: {kind}”"
                yield _mark(shown, caption, place)
            case Paragraph(children):
                yield _mark("a paragraph", children, place)
            case List() | SourceList():
                counted = "" if block.style == "bullet" else "numbered "
                for item in block.items:
                    first, *more = item.blocks
                    words = first.children if isinstance(first, Paragraph) else ()
                    where = first.place if first.place.file else place
                    level = f" of level {depth + 1}" if depth else ""
                    yield _mark(f"an item of a {counted}list{level}", words, where)
                    yield from _marks(tuple(more), where, depth + 1)
            case Quote(paragraphs, source):
                yield from (_mark("a quotation", one, place) for one in paragraphs)
                if source:
                    yield _mark("the source of a quotation", source, place)
            case Definitions(entries):
                for entry in entries:
                    yield _mark("a term", entry.term, place)
                    yield from _marks(entry.blocks, place, depth + 1)
            case Box(kind, label, inner):
                yield Mark(f"a block “::: {kind}”", label, (), place)
                yield from _marks(inner, place, depth)
            case Question(kind, children, answers):
                lines = f" {block.lines}" if kind == "lines" else ""
                named = f" {{#{block.anchor}}}" if block.anchor else ""
                yield _mark(f"a question “{kind}{lines}{named}”", children, place)
                yield from (_mark("an answer", one.words, place) for one in answers)
            case _:  # nothing else is typed in a text
                yield from (_mark("words", one, place) for one in parts(block).inlines)
