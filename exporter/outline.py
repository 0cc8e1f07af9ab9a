"""The Outline: the flat list of what a reader meets, in order.

The model projects to it (`outline_of`); every built file is read back to it; the two must be
equal. The rules stand in ARCHITECTURE.md, "The Outline".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, assert_never

from exporter.diagnostics import NOWHERE, Place
from exporter.known import known
from exporter.languages.unseen import seen
from exporter.markers import marker
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
    caption_words,
    heading_words,
    label_words,
)
from exporter.walk import asked_by, inlines_within, pieces, plain_text, sections_within

Role: TypeAlias = Literal[
    "heading", "paragraph", "item", "term", "definition", "quote", "source", "label",
    "figure", "caption", "table", "header-cell", "cell", "note", "link", "foreign", "strong",
    "equation", "field",
]  # fmt: skip

TOLD_AGAIN: tuple[Role, ...] = ("strong", "link", "foreign")
"""Entries whose words also stand in the block before them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that a reader meets. `place` says where it was written and is not compared."""

    role: Role
    text: str = ""
    level: int = 0
    language: str = ""
    headers: tuple[str, ...] = ()
    target: str = ""
    marker: str = ""
    """Of a numbered or lettered item, as readers see it: "3", "b", "iv"."""
    kind: str = ""
    """Of a form field: what it takes ("text", "choice", "check" …)."""
    value: str = ""
    choices: tuple[str, ...] = ()
    place: Place = NOWHERE

    def key(self) -> tuple[object, ...]:
        """All that is compared."""
        text = briefly(self.text) if self.role == "field" else self.text
        own = (self.role, text, self.level, self.language, self.headers, self.target)
        return (*own, self.marker, self.kind, self.value, self.choices)

    def as_json(self) -> dict[str, object]:
        """The entry with its empty keys left out."""
        pairs: dict[str, object] = {
            "role": self.role,
            "level": self.level,
            "text": self.text,
            "language": self.language,
            "headers": list(self.headers),
            "target": self.target,
            "marker": self.marker,
            "kind": self.kind,
            "value": self.value,
            "choices": list(self.choices),
        }
        return {key: value for key, value in pairs.items() if value}


Outline: TypeAlias = tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What is in a file: what its author says, and what the program has added around it."""

    outline: Outline
    furniture: Outline = ()


_SAME = str.maketrans(
    {"\u2011": "-", "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)


def clean(text: str) -> str:
    """Words as they are compared: NFC, white space collapsed, no soft hyphens or ligatures; a
    hyphen that does not break is a hyphen.

    ZERO WIDTH JOINER and NON-JOINER are dropped too: they shape letters, and are no words.
    """
    if not text.isascii():  # nothing of all this is ASCII
        text = unicodedata.normalize("NFC", seen(text).translate(_SAME))
    return " ".join(text.split())


_MOST_ASKED = 64
"""Letters that a content control of Word may have as its title: of more Word says that the file is
damaged."""


def briefly(asked: str) -> str:
    """What a field asks for, as it is compared: the end of it, where it is longer than Word allows.

    The end, for there stands the answer that a box is for.
    """
    if len(asked) <= _MOST_ASKED:
        return asked
    end = asked[2 - _MOST_ASKED :]
    return f"… {end.partition(' ')[2] or end}"


def strong_runs(pieces: Iterable[tuple[str, bool]]) -> Iterator[str]:
    """The runs of strong words of one block; `pieces` are its words, each with whether strong.

    A run goes on as far as strong words follow one another: strong within strong is no run of its
    own, and what is only white space is neither strong nor not. So no format has to say where a
    mark begins and ends, which Word cannot.
    """
    run: list[str] = []
    for text, strong in pieces:
        if strong or (run and not clean(text)):
            run.append(text)
        elif run:
            yield from filter(None, (clean("".join(run)),))
            run = []
    yield from filter(None, (clean("".join(run)),))


@known
def outline_of(document: Document) -> Outline:
    """What a reader of this document must meet, in order.

    Kept for a while: each file of a document is compared with it, and Word files hold it.
    """
    return tuple(_Projection(document).entries())


def entries_of(document: Document, blocks: Blocks) -> Outline:
    """What a reader must meet of some blocks, without the notes that they cite."""
    return tuple(_Projection(document)._blocks(blocks, {}))


@dataclass(frozen=True, slots=True)
class _Projection:
    document: Document

    def entries(self) -> Iterator[Entry]:
        document = self.document
        yield Entry("heading", clean(document.title), level=1)
        if document.subtitle:
            yield Entry("paragraph", clean(document.subtitle))
        if document.cover and document.cover.alt:
            yield Entry("figure", clean(document.cover.alt))
        for section in document.sections:
            notes = {note.anchor: note for note in section.notes}
            for part in sections_within((section,)):
                yield from self._section(part, notes)

    def _section(self, section: Section, notes: dict[str, Note]) -> Iterator[Entry]:
        heading = Entry("heading", level=section.level, place=section.place)
        yield from _words(heading, heading_words(section), {})
        if section.picture and section.picture.alt:
            yield Entry("figure", clean(section.picture.alt), place=section.place)
        for entry in self._blocks(section.blocks, notes):
            yield entry if entry.place != NOWHERE else replace(entry, place=section.place)

    def _blocks(
        self, blocks: Blocks, notes: dict[str, Note], list_level: int = 0
    ) -> Iterator[Entry]:
        for block in blocks:
            for entry in self._block(block, notes, list_level):
                yield entry if entry.place != NOWHERE else replace(entry, place=block.place)

    def _block(self, block: Block, notes: dict[str, Note], list_level: int) -> Iterator[Entry]:
        match block:
            case Paragraph():
                yield from _words(Entry("paragraph"), block.children, notes)
            case List():
                level = list_level + 1
                for index, item in enumerate(block.items):
                    entry = Entry("item", level=level, marker=marker(block, index))
                    yield from self._first(entry, item.blocks, notes, level)
            case Quote():
                for paragraph in block.paragraphs:
                    yield from _words(Entry("quote"), paragraph, notes)
                if block.source:
                    yield from _words(Entry("source"), block.source, notes)
            case Definitions():
                for defined in block.entries:
                    yield from _words(Entry("term", place=defined.place), defined.term, notes)
                    yield from self._first(Entry("definition"), defined.blocks, notes, 0)
            case Box():
                yield from _words(Entry("label"), label_words(block), notes)
                yield from self._blocks(block.blocks, notes)
            case Figure():
                if block.picture.alt:
                    yield Entry("figure", clean(block.picture.alt))
                yield from _caption("caption", block, notes)
            case Table():
                yield from self._table(block, notes)
            case Records():
                yield from _caption("label", block, notes)
                for table in block.tables:
                    yield from self._table(table, notes)
            case PictureRow():
                for picture in block.pictures:
                    if picture.alt:
                        yield Entry("figure", clean(picture.alt))
                yield from self._blocks(block.blocks, notes)
            case Question():
                yield from self._question(block, notes)
            case QrCode() | Furniture():
                pass
            case _:
                assert_never(block)

    def _question(self, question: Question, notes: dict[str, Note]) -> Iterator[Entry]:
        yield from _words(Entry("label"), question.children, notes)
        if question.hint:
            yield from _words(Entry("paragraph"), question.hint, notes)
        asked = map(clean, asked_by(question))
        for answer, asks in zip(question.answers, asked, strict=False):
            field = Entry("field", asks, kind="check", place=question.place)
            item = Entry("item", level=1, place=answer.place)
            yield from _words(item, answer.words, notes, field)
        if not question.answers:
            yield Entry("field", next(asked), kind="text")

    def _first(
        self, entry: Entry, blocks: Blocks, notes: dict[str, Note], list_level: int
    ) -> Iterator[Entry]:
        """A block whose first paragraph is told with it; the others follow as themselves."""
        if blocks and isinstance(blocks[0], Paragraph):
            yield from _words(replace(entry, place=blocks[0].place), blocks[0].children, notes)
            blocks = blocks[1:]
        else:
            yield entry
        yield from self._blocks(blocks, notes, list_level)

    def _table(self, table: Table, notes: dict[str, Note]) -> Iterator[Entry]:
        yield from _caption("caption", table, notes)
        yield Entry("table")
        for column in table.columns:
            yield Entry("header-cell", clean(column))
        for row in table.rows:
            row_header = _cell_words(row[0]) if table.header_column else ""
            for index, cell in enumerate(row):
                if index == 0 and table.header_column:
                    entry = Entry("header-cell")
                else:
                    column_header = clean(table.columns[index]) if table.columns else ""
                    headers = tuple(words for words in (row_header, column_header) if words)
                    entry = Entry("cell", headers=headers)
                yield from self._first(entry, cell.blocks, notes, 0)


def _cell_words(cell: Cell) -> str:
    """The words of a header cell: its first paragraph."""
    first = cell.blocks[0]
    return clean(plain_text(first.children)) if isinstance(first, Paragraph) else ""


def _caption(
    role: Literal["caption", "label"], block: Figure | Table | Records, notes: dict[str, Note]
) -> Iterator[Entry]:
    if block.label or block.caption:
        yield from _words(Entry(role), (*caption_words(block), *block.caption), notes)


def _words(
    entry: Entry, inlines: Inlines, notes: dict[str, Note], field: Entry | None = None
) -> Iterator[Entry]:
    """A block's own entry, its strong runs, the field before its words; then its links, foreign
    runs and notes as they come."""
    yield replace(entry, text=clean(plain_text(inlines)))
    for words in strong_runs(pieces(inlines)):
        yield Entry("strong", words, place=entry.place)
    if field:
        yield field
    for inline in inlines_within(inlines):
        match inline:
            case Link():
                words = clean(plain_text(inline.children))
                yield Entry("link", words, target=inline.url, place=entry.place)
            case Reference():
                yield Entry("link", clean(plain_text(inline.children)), place=entry.place)
            case Foreign():
                words = clean(plain_text(inline.children))
                yield Entry("foreign", words, language=inline.language, place=entry.place)
            case NoteMark():
                # told where it is first cited, and not again
                note = notes.pop(inline.anchor, None)
                if note:
                    yield from _words(Entry("note", place=note.place), note.children, notes)
            case Text() | Strong() | Stress() | Term() | Abbreviation() | LineBreak():
                pass
            case PageNumber() | Address():
                pass
            case _:
                assert_never(inline)
