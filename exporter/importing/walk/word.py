"""A Word file as neutral pieces: paragraphs with their roles, tables, boxes, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.attributes import whole_number
from exporter.diagnostics import Unreadable
from exporter.importing.walk import word_margins, word_questions, word_rows
from exporter.importing.walk.pieces import (
    Apart,
    Block,
    Counted,
    Grid,
    GridCell,
    Inline,
    Para,
    Remark,
    Role,
    Told,
    Walked,
    paras_in,
    words_of,
)
from exporter.importing.walk.word_lists import Lists
from exporter.importing.walk.word_looks import is_boxed, size_of
from exporter.importing.walk.word_questions import ASKED
from exporter.importing.walk.word_words import Changes, WordsWalker
from exporter.word_file import tables
from exporter.word_file.names import WRAPPERS, Element, W, is_contents, value
from exporter.word_file.opening import WordFile, open_word
from exporter.word_file.pictures import boxes_in
from exporter.word_file.styles import LISTS, Style
from exporter.word_file.tracked import runs_on

MOST_DEPTH = 60
_ROLES: dict[str, Role] = {
    "title": "title", "subtitle": "subtitle", "quote": "quote", "intense quote": "quote",
    "quotation": "quote", "quotations": "quote", "block text": "quote",
    "quotation source": "source", "caption": "caption",
    "term": "term", "definition term": "term", "list heading": "term",
    "definition": "definition", "list contents": "definition",
}  # fmt: skip
_NUMBERED = "list number"


def walk(data: bytes, name: str, changes: Changes = "accept") -> Walked:
    """The pieces of a Word file. Raises Unreadable."""
    file = open_word(data)
    walker = _Walker(file, changes)
    blocks = tuple(walker.flow(file.body, file.main, 0))
    walker.lists = Lists(file)  # notes count for themselves
    notes = dict(walker.notes())
    return Walked(
        file=name,
        unit="paragraph",
        blocks=blocks,
        notes=notes,
        title=file.core("title"),
        language=word_margins.language_of(file),
        publisher=word_margins.publisher_of(file),
        accent=word_margins.accent(file),
        header=word_margins.running(file, "header", walker.aside),
        footer=word_margins.running(file, "footer", walker.aside),
        remarks=(*walker.remarks, *word_margins.about_pages(file)),
        picture=file.picture,
    )


@dataclass(slots=True)
class _Walker:
    file: WordFile
    changes: Changes
    number: int = 0
    """How many paragraphs were met."""
    remarks: list[Remark] = field(default_factory=list)
    lists: Lists = field(init=False)
    comments: dict[str, str] = field(init=False)
    one_answer: dict[str, tuple[str, ...]] = field(init=False)
    _words: dict[str, WordsWalker] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.lists = Lists(self.file)
        self.comments = word_margins.comments(self.file)
        self.one_answer = word_questions.one_answer(self.file)

    def notes(self) -> Iterator[tuple[str, tuple[Block, ...]]]:
        """Every note by the name that its mark calls it by."""
        for kind in ("endnote", "footnote"):
            for name in self.file.of_kind(f"{kind}s"):
                root = self.file.part(name)
                for note in () if root is None else root:
                    if note.get(f"{W}type", "normal") == "normal":
                        blocks = tuple(self.flow(note, name, 0))
                        yield f"{kind}-{note.get(f'{W}id', '')}", blocks

    def flow(self, parent: Element, part: str, depth: int) -> Iterator[Block]:
        if depth > MOST_DEPTH:
            raise Unreadable("This Word file is nested too deeply to be read.", "too large")
        before: list[Element] = []
        """Paragraphs whose words go on in the next."""
        for child in parent:
            if child.tag == f"{W}p":
                self.number += 1
                before.append(child)
                if not runs_on(child, accepted=self.changes == "accept"):
                    yield from self._paragraph(before, part, depth)
                    before = []
                continue
            if before and (child.tag == f"{W}tbl" or child.tag in WRAPPERS):
                yield from self._paragraph(before, part, depth)
                before = []
            if child.tag == f"{W}tbl":
                table = self._table(child, part, depth)
                yield from _left_out(table) or (table,)
            elif child.tag in WRAPPERS:
                if is_contents(child):
                    self.number += sum(1 for _ in child.iter(f"{W}p"))
                    yield Remark(Told("contents-dropped"), self.number)
                else:
                    yield from self.flow(child, part, depth + 1)
        if before:
            yield from self._paragraph(before, part, depth)

    def aside(self, element: Element, part: str) -> Para:
        """A paragraph outside the text: of a running head. It is not counted."""
        return Para(self._inlines([element], part, self.file.styles.of(element)), 0)

    # ---- paragraphs ----

    def _inlines(self, elements: Sequence[Element], part: str, style: Style) -> tuple[Inline, ...]:
        """What stands in paragraphs that are one, in that style."""
        if part not in self._words:
            language = self.file.styles.language
            self._words[part] = WordsWalker(self.file, part, self.changes, language)
        walker = self._words[part]
        found = tuple(one for element in elements for one in walker.inlines(element, style))
        return tuple(map(self._with_comment, found)) if self.comments else found

    def _with_comment(self, inline: Inline) -> Inline:
        if isinstance(inline, Told) and inline.code == "comment":
            return replace(inline, words=self.comments.get(inline.words, ""))
        return inline

    def _paragraph(self, elements: Sequence[Element], part: str, depth: int) -> Iterator[Block]:
        """A paragraph: the last of these, with the words of those that run on into it."""
        element = elements[-1]
        style = self.file.styles.of(element)
        inlines = self._inlines(elements, part, style)
        number = self.number
        if style.name.startswith(("furniture", "question hint")):
            yield Remark(Told("program-words", words_of(inlines)), number)
            return
        if style.name.startswith(("toc ", "table of figures", "contents ")):
            yield Remark(Told("contents-dropped"), number)
            return
        yield self._para(element, style, inlines)
        for box in (box for one in elements for box in boxes_in(one)):
            inside = tuple(self.flow(box, part, depth + 1))
            words = " ".join(words_of(para.inlines) for para in paras_in(inside))
            yield Remark(Told("text-box-moved", words), number)
            yield Apart(inside, number)

    def _para(self, element: Element, style: Style, inlines: tuple[Inline, ...]) -> Para:
        role, level = self._role(element, style)
        item, item_level = (None, 0) if role != "plain" else self._item(element, style)
        continues = style.name.startswith("list continue")
        if continues:
            item_level = word_margins.level_of_style(style.name)
        asked = word_questions.asks(style, inlines, self.one_answer)
        return Para(
            inlines,
            self.number,
            role,
            level or item_level,
            item,
            continues_item=continues,
            boxed=role in ("plain", "label") and is_boxed(element, self.file.styles),
            bold=bool(style.bold) and not style.name.startswith(ASKED),
            size=size_of(element, self.file.styles),
            asks=asked.kind,
            answers=asked.answers,
            lines=word_questions.lines_in(element, style),
        )

    def _role(self, element: Element, style: Style) -> tuple[Role, int]:
        for one in self.file.styles.chain(style):
            if one.name in _ROLES:
                return _ROLES[one.name], 0
            if one.name.startswith(ASKED):
                return "plain", 0
            if one.name.startswith("label"):
                return "label", 0
        level = self.file.styles.heading_level(element, style)
        return ("heading", level) if level else ("plain", 0)

    def _item(self, element: Element, style: Style) -> tuple[Counted | None, int]:
        number = self.file.styles.list_number(element, style)
        if number:
            level = self.file.styles.list_level(element, style)
            counted = self.lists.counted(number, level)
            level += 1
            if style.name.startswith(LISTS) and level == 1:
                level = word_margins.level_of_style(style.name)
            return counted, level
        if self.file.styles.is_item(element, style):
            name = "number" if style.name.startswith(_NUMBERED) else "bullet"
            counted = Counted("number" if name == "number" else "bullet", thread=style.name)
            return counted, word_margins.level_of_style(style.name)
        return None, 0

    # ---- tables ----

    def _table(self, element: Element, part: str, depth: int) -> Grid:
        number = self.number + 1
        rows: list[Element] = []
        raw: list[list[_Cell]] = []
        for row, stays, told in word_rows.judged(element, self.changes):
            if told:
                self.remarks.append(Remark(told, self.number + 1))
            if stays:
                rows.append(row)
                raw.append(self._row(row, part, depth))
            else:
                self.number += sum(1 for _ in row.iter(f"{W}p"))
        heads = 0
        while heads < len(rows) and tables.is_head(rows[heads]):
            heads += 1
        return Grid(
            tuple(map(tuple, self._merged(raw))),
            number,
            heads,
            heads_rows=tables.first_column_stands_out(element),
            styled=value(element, "tblPr", "tblStyle") != "",
            layout=tables.is_layout(element),
        )

    def _row(self, row: Element, part: str, depth: int) -> list[_Cell]:
        head = tables.is_head(row)
        column = whole_number(value(row, "trPr", "gridBefore"), 0)
        cells = []
        for element in tables.cells_of(row):
            blocks = tuple(self.flow(element, part, depth + 1))
            columns = max(1, whole_number(value(element, "tcPr", "gridSpan"), 1))
            merge = tables.merge_of(element)
            cells.append((GridCell(blocks, columns, head=head), column, merge))
            column += columns
        return cells

    def _merged(self, rows: list[list[_Cell]]) -> list[list[GridCell]]:
        """Rows whose cells cover those below that Word calls their continuation.

        A continuation of nothing begins merged cells of its own (ISO 29500-1, 17.4.84). The words
        of a lower cell are shown by no program; they are told.
        """
        kept: list[list[GridCell]] = []
        merged: dict[int, tuple[int, int]] = {}
        """Where the merged cells of a column begin: the row, and the place in it."""
        for row in rows:
            kept.append([])
            for cell, column, merge in row:
                if merge == "lower" and column in merged:
                    index, place = merged[column]
                    first = kept[index][place]
                    kept[index][place] = replace(first, rows=first.rows + 1)
                    self.remarks += _hidden(cell)
                    continue
                merged.pop(column, None)
                if merge:
                    merged[column] = (len(kept) - 1, len(kept[-1]))
                kept[-1].append(cell)
        return kept


_Cell: TypeAlias = tuple[GridCell, int, tables.Merge]
"""A cell, its column from 0, and what it is of merged ones."""


def _left_out(table: Grid) -> tuple[Remark, ...]:
    """What is told of a table that holds nothing but words of the program, with its own drawings
    beside them; nothing where anybody else's words stand in it."""
    blocks = [block for row in table.rows for cell in row for block in cell.blocks]
    told = tuple(block for block in blocks if isinstance(block, Remark))
    ours = bool(told) and all(one.told.code == "program-words" for one in told)
    return () if not ours or any(words_of(one.inlines) for one in paras_in(tuple(blocks))) else told


def _hidden(cell: GridCell) -> Iterator[Remark]:
    for para in paras_in(cell.blocks):
        if words := words_of(para.inlines).strip():
            yield Remark(Told("hidden-words", words), para.number)
