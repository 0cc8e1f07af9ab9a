"""The text of a section: paragraphs and `:::` blocks in their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import Place, short
from exporter.load.fences import Fence, split, split_box
from exporter.load.lists import Counting
from exporter.load.markdown import (
    read_inlines,
    read_passage,
    tell_looks,
)
from exporter.load.parser import BODY, BOX, CAPTION, Gathered
from exporter.load.plain import plain, typed_number
from exporter.load.questions import read_question
from exporter.load.refusals import BLOCKS_STAND
from exporter.model import Block, Blocks, Box
from exporter.source import Call, SourceBlocks, SourceList


def read_body(text: str, where: Lines, findings: Findings, gathered: Gathered) -> SourceBlocks:
    """The blocks of a body, boxes and calls among them."""
    body = _Body(where, findings, gathered)
    counting = Counting()
    blocks: list[Block | Call | SourceList] = []
    for piece in split(text, where, findings):
        if isinstance(piece, Fence):
            blocks.append(body.fence(piece))
        elif piece.text.strip():
            blocks += read_passage(piece, where, BODY, findings, gathered, counting, body.fence)
    tell_looks(tuple(blocks), findings)
    return tuple(blocks)


@dataclass(frozen=True, slots=True)
class _Body:
    where: Lines
    findings: Findings
    gathered: Gathered

    def fence(self, fence: Fence) -> Block | Call:
        place = self.where.place(fence.line)
        match fence.kind:
            case "box":
                return self._box(fence, place)
            case "thing":
                return self._thing(fence, place)
            case "list":
                return self._list(fence, place)
            case "question":
                return read_question(fence, self.where, self.findings, self.gathered)

    def _box(self, fence: Fence, place: Place) -> Box:
        label = plain(fence.title, place, "the title of a block", self.findings)
        if not fence.inside.text.strip():
            message = f"There is nothing inside “::: {fence.word}”."
            self.findings.add("fence-empty", place, message, "Write its words, or delete it.")
        blocks = tuple(self._in_box(fence))
        return Box(fence.word, label, blocks, place=place)  # type: ignore[arg-type]

    def _in_box(self, fence: Fence) -> Iterator[Block]:
        """What stands in a box: text, and questions."""
        counting = Counting()
        for piece in split_box(fence.inside, self.where, self.findings):
            if isinstance(piece, Fence):
                asked = self._asked(piece)
                yield from () if asked is None else (asked,)
            elif piece.text.strip():
                blocks = read_passage(
                    piece, self.where, BOX, self.findings, self.gathered, counting, self._asked
                )
                tell_looks(blocks, self.findings)
                yield from cast("Blocks", blocks)

    def _asked(self, fence: Fence) -> Block | None:
        """The question of a block in a box; that nothing else can stand there is told."""
        if fence.kind == "question":
            return read_question(fence, self.where, self.findings, self.gathered)
        place = self.where.place(fence.line)
        message = f"“::: {fence.word}” cannot stand in a block."
        self.findings.add("fence-in-paragraph", place, message, BLOCKS_STAND)
        return None

    def _thing(self, fence: Fence, place: Place) -> Call:
        name, _, more = fence.title.partition(" ")
        if not name:
            message = f"“::: {fence.word}” does not say which."
            hint = f"Write its name after the word:  ::: {fence.word} its-name"
            self.findings.add("fence-name-missing", place, message, hint)
        if more.strip():
            message = f"There is more than a name after “::: {fence.word}”: “{short(more)}”."
            self.findings.add("fence-words-after-name", place, message, _CAPTION_INSIDE)
        inside = fence.inside
        caption = read_inlines(
            inside.text, self.where, CAPTION, self.findings, self.gathered, inside.line
        )
        first = next((line for line in inside.text.split("\n") if line.strip()), "")
        typed_number(first, place, self.findings)
        return Call(fence.word, name.removeprefix("#"), caption, place)  # type: ignore[arg-type]

    def _list(self, fence: Fence, place: Place) -> Call:
        if fence.title or fence.inside.text.strip():
            message = f"“::: {fence.word}” is filled by the program: no words of yours stand there."
            hint = f"Write only  ::: {fence.word}  and  :::  on the next line."
            self.findings.add("fence-not-empty", place, message, hint)
        return Call(fence.word, place=place)  # type: ignore[arg-type]


_CAPTION_INSIDE = "Write the caption on the next line, before the closing :::"
