"""Prose: paragraphs, lists, quotations, lists of words, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeAlias, cast

from exporter.diagnostics import Place
from exporter.importing.decide import boxes, lists, surviving
from exporter.importing.decide.boxes import Asked
from exporter.importing.decide.draft import Draft
from exporter.importing.decide.lists import Items
from exporter.importing.decide.words import (
    NOTE,
    ONE_LINE,
    ROW,
    TEXT,
    Manner,
    lines_of,
    on_one_line,
)
from exporter.importing.walk.pieces import (
    Apart,
    Block,
    Grid,
    Para,
    Remark,
    Shown,
    paras_in,
    words_of,
)
from exporter.load.parser import LONGEST_PARAGRAPH
from exporter.model import (
    Answer,
    Definition,
    Definitions,
    Inlines,
    Item,
    LineBreak,
    List,
    Paragraph,
    Question,
    Quote,
    Text,
)
from exporter.model import Block as Made
from exporter.source import Call, SourceBlocks, SourceList
from exporter.walk import plain_text

Where: TypeAlias = Literal["text", "box", "cell", "row", "note"]
_MANNERS: dict[Where, Manner] = {
    "text": TEXT, "box": TEXT, "cell": TEXT, "row": ROW, "note": NOTE,
}  # fmt: skip
_LONGEST_LINE = 60
_MOST_LINES = 12
_SENTENCE = re.compile(r"(?<=[.!?]) ")


@dataclass(slots=True)
class Prose:
    """Turns pieces into blocks of one place. Pictures in it are lifted: they stand elsewhere."""

    draft: Draft
    where: Where
    lifted: list[tuple[Shown, int]] = field(default_factory=list)

    @property
    def manner(self) -> Manner:
        return _MANNERS[self.where]

    def blocks(self, pieces: Sequence[Block]) -> SourceBlocks:
        """The blocks of some pieces, all of which can be typed where they stand."""
        made: list[Made | Call | SourceList] = []
        flat = tuple(self._flat(pieces))
        for part in self._parted_by_questions(flat):
            if isinstance(part, Asked):
                made.append(self._question(part))
            else:
                typed = lists.typed(part, self.draft.decisions)
                made += self._made(lists.gathered(typed))
        return surviving.together(tuple(made), self.draft)

    def _parted_by_questions(
        self, pieces: tuple[Block, ...]
    ) -> Sequence[Asked | tuple[Block, ...]]:
        """Questions stand in text and in boxes; a row of easy read is one, or has none."""
        if self.where not in ("text", "box", "row"):
            return (pieces,)
        parts = tuple(boxes.parted(pieces))
        alone = len(parts) == 1 and isinstance(parts[0], Asked)
        return parts if alone or self.where != "row" else (pieces,)

    def _question(self, asked: Asked) -> Question:
        """Under boxes of which nobody says how many, readers may tick as many as they want."""
        number = asked.words.number
        if not asked.words.asks:
            self.draft.decisions.add("question-from-boxes", words_of(asked.words.inlines), number)
        answers = tuple(Answer(self._one_line(para)) for para in asked.answers)
        words = self._one_line(asked.words)
        return Question(asked.kind, words, answers, asked.lines, place=Place(line=number))

    def _one_line(self, para: Para) -> Inlines:
        self.lift(para)
        words = self.draft.words.read(para.inlines, para.number, ONE_LINE)
        return surviving.words(words, para.number, self.draft, self.where)

    # ---- what cannot stand here ----

    def _flat(self, pieces: Sequence[Block]) -> Iterator[Block]:
        """Only paragraphs: those of tables and boxes that stand inside something else."""
        for piece in pieces:
            match piece:
                case Para():
                    yield piece
                case Grid():
                    words = " | ".join(
                        filter(None, (words_of(one.inlines) for one in paras_in((piece,))))
                    )
                    self.draft.decisions.add("nested-table", words, piece.number)
                    yield from paras_in((piece,))
                case Apart():
                    yield from self._flat(piece.blocks)
                case Remark():
                    self.draft.decisions.add(piece.told.code, piece.told.words, piece.number)

    # ---- one block after the other ----

    def _made(self, pieces: Iterator[Block | Items]) -> Iterator[Made | Call | SourceList]:
        for kind, group in groupby(pieces, _kind):
            many = list(group)
            if kind == "quote":
                yield from self._quote(cast("list[Para]", many))
            elif kind == "definitions" and self.where in ("text", "box"):
                yield from self._definitions(cast("list[Para]", many))
            else:
                for one in many:
                    if isinstance(one, Items):
                        yield from self.items(one, 1)
                    elif isinstance(one, Para):
                        yield from self.paragraphs(one)

    def paragraphs(self, para: Para) -> Iterator[Paragraph]:
        """A paragraph; several where one is too long, or where its lines are paragraphs."""
        self.lift(para)
        inlines = self.draft.words.read(para.inlines, para.number, self.manner)
        for part in self._parted(inlines, para.number):
            yield Paragraph(part, place=Place(line=para.number))

    def lift(self, para: Para) -> None:
        """Keep the pictures of a paragraph for where they can stand."""
        self.lifted += [(one, para.number) for one in para.inlines if isinstance(one, Shown)]

    def _parted(self, inlines: Inlines, number: int) -> Iterator[Inlines]:
        """Words in bearable pieces: lines that are kept, paragraphs, or one after the other."""
        lines = lines_of(inlines)
        if len(lines) > 1:
            texts = [plain_text(line).strip() for line in lines]
            if (
                self.manner.lines
                and max(map(len, texts)) <= _LONGEST_LINE
                and (len(texts) <= _MOST_LINES)
            ):
                self.draft.decisions.add("lines-kept", " / ".join(filter(None, texts)), number)
                kept = [line for line, text in zip(lines, texts, strict=True) if text]
                kept = [surviving.words(line, number, self.draft, self.where) for line in kept]
                yield _with_breaks(kept) if len(kept) > 1 else kept[0] if kept else ()
                return
            if self.manner.lines and all(
                text.endswith((".", "!", "?", ":")) for text in texts if text
            ):
                self.draft.decisions.add("lines-paragraphs", texts[0], number)
                for line, text in zip(lines, texts, strict=True):
                    if text:
                        yield from self._bearable(line, number)
                return
            self.draft.decisions.add("lines-run-on", texts[0], number)
        yield from self._bearable(on_one_line(inlines), number)

    def _bearable(self, inlines: Inlines, number: int) -> Iterator[Inlines]:
        if not plain_text(inlines).strip() and not surviving.cites(inlines):
            return
        if len(plain_text(inlines)) <= LONGEST_PARAGRAPH - 500:
            yield surviving.words(inlines, number, self.draft, self.where)
            return
        self.draft.decisions.add("paragraph-parted", plain_text(inlines)[:80], number)
        for part in _sentences(plain_text(inlines)):
            yield surviving.words((Text(part),), number, self.draft, self.where)

    # ---- lists ----

    def items(self, found: Items, level: int) -> Iterator[List | SourceList]:
        """A list, with the lists in it; deeper ones than three levels are flattened."""
        made: list[tuple[SourceBlocks, Items | None]] = []
        for head, rest in found.items:
            self.lift(head)
            first = tuple(self._parted(self.draft.words.read(
                head.inlines, head.number, self.manner), head.number))  # fmt: skip
            blocks: list[Made | Call | SourceList] = [
                Paragraph(one, place=Place(line=head.number)) for one in first
            ]
            for one in rest:
                if isinstance(one, Items) and level >= lists.DEEPEST:
                    self.draft.decisions.add("list-flattened", _words(one), head.number)
                    for deeper, _ in one.items:
                        blocks += self.paragraphs(deeper)
                elif isinstance(one, Items):
                    blocks += self.items(one, level + 1)
                elif isinstance(one, Para):
                    blocks += self.paragraphs(one)
            if blocks and isinstance(blocks[0], Paragraph):
                made.append((tuple(blocks), None))
            elif blocks and made:
                made[-1] = ((*made[-1][0], *blocks), None)
            elif blocks:
                yield from cast("list[List]", blocks)
        items = tuple(Item(cast("tuple[Made, ...]", blocks)) for blocks, _ in made)
        if items:
            number = found.items[0][0].number
            start = found.first.value or 1
            style, sign = found.first.style, found.first.delimiter
            yield List(style, items, start, sign, place=Place(line=number))

    # ---- quotations and lists of words ----

    def _quote(self, paras: list[Para]) -> Iterator[Made]:
        said: list[Inlines] = []
        source: Inlines = ()
        number = paras[0].number
        for para in paras:
            self.lift(para)
            words = self.draft.words.read(para.inlines, para.number, ONE_LINE)
            if not plain_text(words).strip():
                continue
            words = surviving.words(words, para.number, self.draft, self.where)
            if para.role == "source" and said:
                source = words
                yield Quote(tuple(said), source, place=Place(line=number))
                said, source, number = [], (), para.number
            else:
                said.append(words)
        if said and self.where in ("text", "box", "row"):
            yield Quote(tuple(said), place=Place(line=number))
        elif said:
            for words in said:
                yield Paragraph(words, place=Place(line=number))

    def _definitions(self, paras: list[Para]) -> Iterator[Made]:
        entries: list[Definition] = []
        for para in paras:
            self.lift(para)
            words = self.draft.words.read(para.inlines, para.number, ONE_LINE)
            if not plain_text(words).strip():
                continue
            words = surviving.words(words, para.number, self.draft, self.where)
            if para.role == "term":
                entries.append(Definition(words, ()))
            elif entries:
                block = Paragraph(words, place=Place(line=para.number))
                entries[-1] = Definition(entries[-1].term, (*entries[-1].blocks, block))
            else:
                yield Paragraph(words, place=Place(line=para.number))
        whole = tuple(one for one in entries if one.blocks)
        for one in entries:
            if not one.blocks:
                yield Paragraph(one.term, place=Place(line=paras[0].number))
        if whole:
            yield Definitions(whole, place=Place(line=paras[0].number))


def _kind(piece: Block | Items) -> str:
    if isinstance(piece, Para) and piece.role in ("quote", "source"):
        return "quote"
    if isinstance(piece, Para) and piece.role in ("term", "definition"):
        return "definitions"
    return "other"


def _with_breaks(lines: list[Inlines]) -> Inlines:
    joined: Inlines = ()
    for line in lines:
        joined = (*joined, LineBreak(), *line) if joined else line
    return joined


def _sentences(text: str) -> Iterator[str]:
    """Pieces of a very long text that end where sentences do."""
    part = ""
    for sentence in _SENTENCE.split(text):
        while len(sentence) > LONGEST_PARAGRAPH // 2:
            cut = sentence.rfind(" ", 0, LONGEST_PARAGRAPH // 2)
            cut = cut if cut > 0 else LONGEST_PARAGRAPH // 2
            yield from filter(None, (part.strip(), sentence[:cut].strip()))
            part, sentence = "", sentence[cut:]
        if part and len(part) + len(sentence) > LONGEST_PARAGRAPH // 3:
            yield part.strip()
            part = ""
        part = f"{part} {sentence}"
    if part.strip():
        yield part.strip()


def _words(items: Items) -> str:
    return " / ".join(words_of(head.inlines) for head, _ in items.items)
