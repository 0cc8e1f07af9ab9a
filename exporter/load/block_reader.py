"""Tokens of Markdown → blocks of the model, each with its line, and nothing not understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeAlias, cast

from markdown_it.token import Token

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import Place, short
from exporter.load.fence_rule import LINES
from exporter.load.fences import Fence, Passage, fence_of
from exporter.load.inlines import InlineReader
from exporter.load.kept_lines import kept_lines
from exporter.load.lettered import Marker
from exporter.load.lists import Counting, ReadItem, lists_of
from exporter.load.looks import (
    begins_with_figure,
    heading_typed_with_hash,
    is_no_quotation,
    sub_section,
)
from exporter.load.parser import NOTE, Gathered, Kind
from exporter.load.pasted import are_lines_of_their_own, ticked_list
from exporter.load.refusals import (
    AFTER,
    BLOCKS_STAND,
    KEEP_LINES,
    LISTS,
    MORE_THAN,
    ONE_PARAGRAPH,
    OR_HEADING,
    PARAGRAPHS,
    PLUS,
    REFUSED,
    TICKS,
    TILDE,
    UNDERLINE,
    WORDS_FIRST,
    Holder,
    called,
)
from exporter.load.unread import HEADING
from exporter.model import (
    Block,
    Blocks,
    Box,
    Definition,
    Definitions,
    Inlines,
    List,
    Paragraph,
    Question,
    Quote,
    Text,
)
from exporter.source import Call, SourceBlocks, SourceList, SourceNote
from exporter.walk import plain_text

DEEPEST_LIST = 3
InnerFence: TypeAlias = Callable[[Fence], Block | Call | None]
"""What becomes of a `:::` block that stands in an item; nothing of one that cannot."""


class BlockReader:
    """Walks over the tokens of one text."""

    def __init__(
        self,
        tokens: list[Token],
        lines: list[str],
        where: Lines,
        kind: Kind,
        findings: Findings,
        gathered: Gathered,
        line: int,
    ) -> None:
        self._tokens = tokens
        self._typed = lines
        self._where = where
        self._kind = kind
        self._findings = findings
        self._gathered = gathered
        self._offset = line
        self._at = 0
        self._line = line
        self._lists = 0
        self.markers: dict[int, Marker] = {}
        self.inner_fence: InnerFence | None = None

    # -- one level of blocks

    def blocks(self, closing: str, counting: Counting | None = None) -> SourceBlocks:
        """The blocks up to the token `closing`, which is passed over."""
        found: list[Block | Call | SourceList] = []
        counting = counting or Counting()
        while self._at < len(self._tokens):
            token = self._next()
            if token.type == closing:
                break
            if token.type in ("bullet_list_open", "ordered_list_open"):
                found.extend(self._lists_of(token, counting))
            elif token.type == "inner_fence":
                found.extend(self._inner_fence(token))
            elif (block := self._block(token)) is not None:
                found.append(block)
        return tuple(found)

    def _next(self) -> Token:
        token = self._tokens[self._at]
        self._at += 1
        if token.map and token.nesting >= 0:
            self._line = self._offset + token.map[0]
        return token

    def _block(self, token: Token) -> Block | None:
        readers: dict[str, Callable[[Token], Block | None]] = {
            "paragraph_open": self._paragraph,
            "blockquote_open": self._quote,
            "dl_open": self._definitions,
            "footnote_reference_open": self._note,
            "heading_open": self._heading,
        }
        reader = readers.get(token.type)
        return reader(token) if reader else self._refuse(token)

    def _paragraph(self, token: Token) -> Block | None:
        del token
        place, typed = self._place(), self._tokens[self._at].content
        if self._kind.lists and are_lines_of_their_own(typed):
            joined = short(" ".join(typed.split()), 50)
            message = f"These lines would run together into one: “{joined}”."
            kept = f"::: {LINES}\n{typed}\n:::"
            self._findings.add("lines-joined", place, message, KEEP_LINES, suggestion=kept)
        elif self._kind.lists and (listed := ticked_list(typed)):
            message = "Lines with boxes or ticks before them would run together into one."
            self._findings.add("lines-joined", place, message, TICKS, suggestion=listed)
        inlines = self._inlines("paragraph_close")
        if heading := heading_typed_with_hash(typed):
            self._tell_heading("A line that begins with # is no heading here.", heading)
        return Paragraph(inlines, place=place) if inlines else None

    def _inlines(self, closing: str) -> Inlines:
        inlines: Inlines = ()
        while (token := self._next()).type != closing:
            if token.meta.get("too_long"):
                self._tell(
                    "paragraph-endless",
                    "This paragraph is far too long, or full of marks.",
                    PARAGRAPHS,
                )
            elif token.type == "inline":
                reader = InlineReader(self._where, self._kind.marks, self._findings)
                inlines = reader.read(token.children or [], self._line)
                self._gathered.mentions.extend(reader.mentions)
        return inlines

    # -- lists

    def _lists_of(self, token: Token, counting: Counting) -> tuple[List | SourceList, ...]:
        self._look_at_bullet(token)
        if not self._kind.lists:
            self._tell("list-here", f"There can be no list in {self._kind.what}.", ONE_PARAGRAPH)
        elif self._lists == DEEPEST_LIST:
            self._tell(
                "list-too-deep", f"This list is more than {DEEPEST_LIST} levels deep.", LISTS
            )
        self._lists += 1
        items = []
        while (item := self._next()).type == "list_item_open":
            items.append(self._item(item))
        self._lists -= 1
        if not items or not self._kind.lists:
            return ()
        return lists_of(items, counting, self._findings)

    def _look_at_bullet(self, token: Token) -> None:
        """`+ 44 20` is half of a telephone number, and no item."""
        if token.markup == "+" and begins_with_figure(self._typed_line(token), "+"):
            self._tell("list-mark", *PLUS)

    def _item(self, token: Token) -> ReadItem:
        place = self._place()
        marker = self.markers.get(token.map[0]) if token.map else None
        if marker is None and token.info:
            marker = Marker("number", int(token.info), ")" if token.markup == ")" else ".")
        blocks = self.blocks("list_item_close")
        if not blocks or not isinstance(blocks[0], Paragraph):
            message = "This item of a list does not begin with words."
            hint = WORDS_FIRST if blocks else "Write words, or delete the item."
            if self._kind.what == "a cell":
                hint += " If the cell has nothing to say, write: Does not apply, or: None"
            self._findings.add("list-item-empty", place, message, hint)
            return ReadItem(marker, (Paragraph((Text("?"),), place=place),), place)
        kinds = (Paragraph, List, SourceList, Box, Question, Call)
        return ReadItem(marker, self._only(blocks, kinds, "an item of a list"), place)

    # -- ::: blocks inside an item, and lines that are kept

    def _inner_fence(self, token: Token) -> SourceBlocks:
        word, title = str(token.meta["word"]), str(token.meta["title"])
        if word == LINES and self._kind.lists:
            lines = token.content.split("\n")
            return kept_lines(
                lines, self._line, self._where, self._kind, self._findings, self._gathered
            )
        if self.inner_fence and self._lists:
            inside = Passage(token.content, self._line + 1)
            fence = fence_of(word, title, inside, self._line, self._where, self._findings)
            made = self.inner_fence(fence)
            return () if made is None else (made,)
        message = f"“::: {short(word)}” cannot stand in {self._kind.what}."
        self._tell("fence-in-paragraph", message, BLOCKS_STAND)
        return ()

    def _only(self, blocks: SourceBlocks, kinds: tuple[type, ...], what: Holder) -> SourceBlocks:
        """Tell of blocks that cannot stand inside another."""
        for block in blocks:
            if not isinstance(block, kinds):
                message = f"There can be no {called(block)} in {what}."
                self._findings.add("block-here", block.place, message, AFTER[what])
        return tuple(block for block in blocks if isinstance(block, kinds))

    # -- quotations and definitions

    def _quote(self, token: Token) -> Block | None:
        place = self._place()
        above = self._typed[token.map[0] - 1] if token.map and token.map[0] else ""
        if is_no_quotation(above, self._typed_line(token)):
            self._tell("quote-mark", *MORE_THAN)
        first = self._at
        blocks = self.blocks("blockquote_close")
        if not self._kind.quotes:
            message = f"There can be no quotation in {self._kind.what}."
            self._findings.add("block-here", place, message, "Put it into the text.")
            return None
        paragraphs = self._only(blocks, (Paragraph,), "a quotation")
        said = [block.children for block in paragraphs if isinstance(block, Paragraph)]
        source: Inlines = ()
        if said and self._begins_with_dashes(first):
            source = said.pop()
        if not said:
            message = "This quotation has no words." if not source else "Only a source stands here."
            self._findings.add("quote-empty", place, message, "Write > before the words, too.")
            return None
        return Quote(tuple(said), source, place=place)

    def _begins_with_dashes(self, first: int) -> bool:
        """Whether the last paragraph of the quotation begins with `-- `."""
        inline = [t for t in self._tokens[first : self._at] if t.type == "inline"]
        return bool(inline) and bool(inline[-1].meta.get("source"))

    def _definitions(self, token: Token) -> Block | None:
        del token
        place = self._place()
        entries: list[Definition] = []
        while (token := self._next()).type != "dl_close":
            if token.type == "dt_open":
                entries.append(Definition(self._inlines("dt_close"), ()))
            elif token.type == "dd_open":
                if self._typed_line(token).lstrip(" >").startswith("~"):
                    self._tell("definition-mark", *TILDE)
                blocks = self._meaning()
                entries[-1] = replace(entries[-1], blocks=entries[-1].blocks + blocks)
        if not self._kind.definitions:
            message = f"There can be no list of words in {self._kind.what}."
            self._findings.add("block-here", place, message, "Write sentences.")
            return None
        return Definitions(tuple(entries), place=place)

    def _meaning(self) -> Blocks:
        place = self._place()
        blocks = self.blocks("dd_close")
        if not blocks or not isinstance(blocks[0], Paragraph):
            message = "What the word means does not begin with words."
            self._findings.add("list-item-empty", place, message, "Write a sentence first.")
            return (Paragraph((Text("?"),), place=place),)
        return cast("Blocks", self._only(blocks, (Paragraph, List), "what a word means"))

    # -- notes, and what is refused

    def _note(self, token: Token) -> Block | None:
        name = str(token.meta["label"])
        start = self._tokens[self._at].map if self._at < len(self._tokens) else None
        self._line = self._offset + start[0] if start else self._line
        place = self._place()
        kind, self._kind = self._kind, NOTE
        blocks = self.blocks("footnote_reference_close")
        self._kind = kind
        if not kind.note_words:
            message = f"The words of a note cannot stand in {kind.what}."
            self._findings.add("note-here", place, message, "Put them at the end of the body.")
            return None
        paragraphs = [block.children for block in blocks if isinstance(block, Paragraph)]
        if len(paragraphs) > 1:
            message = f"The note “{short(name)}” has more than one paragraph."
            self._findings.add("paragraphs-too-many", blocks[1].place, message, ONE_PARAGRAPH)
        if not paragraphs:
            message = f"The note “{short(name)}” has no words."
            self._findings.add("note-empty", place, message, "Write its words after the colon.")
        children = paragraphs[0] if paragraphs else ()
        self._gathered.notes.append(SourceNote(name=name, children=children, place=place))
        return None

    def _heading(self, token: Token) -> Block | None:
        if token.markup.startswith("#"):
            message = "A heading cannot stand inside a text."
        else:
            line = "equals signs" if token.markup == "=" else "hyphens"
            message = f"A line of {line} under words makes them a heading."
        place = self._place()
        words = plain_text(self._inlines("heading_close"))
        hint = HEADING if token.markup.startswith("#") else f"{UNDERLINE} {OR_HEADING}"
        example = sub_section(words) if words else ""
        self._findings.add("heading-in-text", place, message, hint, suggestion=example)
        return None

    def _tell_heading(self, message: str, words: str) -> None:
        example = sub_section(words)
        self._findings.add("heading-in-text", self._place(), message, HEADING, suggestion=example)

    def _typed_line(self, token: Token) -> str:
        """The line on which something begins, as it was typed."""
        return self._typed[token.map[0]] if token.map else ""

    def _refuse(self, token: Token) -> Block | None:
        if token.type in REFUSED:
            self._tell(*REFUSED[token.type])
        return None

    def _tell(self, code: str, message: str, hint: str = "") -> None:
        self._findings.add(code, self._place(), message, hint)

    def _place(self) -> Place:
        return self._where.place(self._line)
