"""A Word file as neutral pieces: paragraphs with their roles, tables, boxes, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from exporter.diagnostics import Unreadable
from exporter.importing.walk import word_margins
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
from exporter.importing.walk.word_looks import Looks
from exporter.importing.walk.word_words import Changes, WordsWalker
from exporter.word_file import tables
from exporter.word_file.names import WRAPPERS, Element, W, value, whole_number
from exporter.word_file.opening import WordFile, open_word
from exporter.word_file.pictures import boxes_in
from exporter.word_file.styles import Style

MOST_DEPTH = 60
_ROLES: dict[str, Role] = {
    "title": "title", "subtitle": "subtitle", "quote": "quote", "intense quote": "quote",
    "quotation": "quote", "quotations": "quote", "quotation source": "source",
    "caption": "caption", "term": "term", "definition": "definition",
}  # fmt: skip
_ITEMS = ("list bullet", "list number", "list plain")
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
    looks: Looks = field(init=False)
    comments: dict[str, str] = field(init=False)
    _words: dict[str, WordsWalker] = field(default_factory=dict)
    _carried: tuple[Inline, ...] = ()
    """The words of a paragraph whose end was taken out: they go on in the next."""

    def __post_init__(self) -> None:
        self.lists = Lists(self.file)
        self.looks = Looks(self.file)
        self.comments = word_margins.comments(self.file)

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
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child, part, depth)
            elif child.tag == f"{W}tbl":
                yield self._table(child, part, depth)
            elif child.tag in WRAPPERS:
                if _is_contents(child):
                    self.number += sum(1 for _ in child.iter(f"{W}p"))
                    yield Remark(Told("contents-dropped"), self.number)
                else:
                    yield from self.flow(child, part, depth + 1)

    def aside(self, element: Element, part: str) -> Para:
        """A paragraph outside the text: of a running head. It is not counted."""
        return Para(self._inlines(element, part), 0)

    # ---- paragraphs ----

    def _inlines(self, element: Element, part: str) -> tuple[Inline, ...]:
        if part not in self._words:
            language = self.file.styles.language
            self._words[part] = WordsWalker(self.file, part, self.changes, language)
        found = self._words[part].inlines(element)
        return tuple(map(self._with_comment, found)) if self.comments else found

    def _with_comment(self, inline: Inline) -> Inline:
        if isinstance(inline, Told) and inline.code == "comment":
            return replace(inline, words=self.comments.get(inline.words, ""))
        return inline

    def _paragraph(self, element: Element, part: str, depth: int) -> Iterator[Block]:
        self.number += 1
        style = self.file.styles.of(element)
        inlines = self._carried + self._inlines(element, part)
        self._carried = ()
        if self._ends_no_more(element):
            self._carried = inlines
            return
        number = self.number
        if style.name.startswith("furniture"):
            yield Remark(Told("program-words", words_of(inlines)), number)
            return
        if style.name.startswith(("toc ", "table of figures", "contents ")):
            yield Remark(Told("contents-dropped"), number)
            return
        yield self._para(element, style, inlines)
        for box in boxes_in(element):
            inside = tuple(self.flow(box, part, depth + 1))
            words = " ".join(words_of(para.inlines) for para in paras_in(inside))
            yield Remark(Told("text-box-moved", words), number)
            yield Apart(inside, number)

    def _ends_no_more(self, element: Element) -> bool:
        """Whether the end of a paragraph was taken out while changes were tracked, or put in."""
        mark = element.find(f"{W}pPr/{W}rPr")
        if mark is None:
            return False
        gone = "del" if self.changes == "accept" else "ins"
        return mark.find(f"{W}{gone}") is not None

    def _para(self, element: Element, style: Style, inlines: tuple[Inline, ...]) -> Para:
        role, level = self._role(element, style)
        item, item_level = (None, 0) if role != "plain" else self._item(element, style)
        continues = style.name.startswith("list continue")
        if continues:
            item_level = word_margins.level_of_style(style.name)
        return Para(
            inlines,
            self.number,
            role,
            level or item_level,
            item,
            continues_item=continues,
            boxed=role in ("plain", "label") and self.looks.is_boxed(element),
            bold=self.file.styles.is_bold(style),
            size=self.looks.size(element),
        )

    def _role(self, element: Element, style: Style) -> tuple[Role, int]:
        for one in self.file.styles.chain(style):
            if one.name in _ROLES:
                return _ROLES[one.name], 0
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
            if style.name.startswith(_ITEMS) and level == 1:
                level = word_margins.level_of_style(style.name)
            return counted, level
        if style.name.startswith(_ITEMS):
            name = "number" if style.name.startswith(_NUMBERED) else "bullet"
            counted = Counted("number" if name == "number" else "bullet", thread=style.name)
            return counted, word_margins.level_of_style(style.name)
        return None, 0

    # ---- tables ----

    def _table(self, element: Element, part: str, depth: int) -> Grid:
        number = self.number + 1
        rows = tables.rows_of(element)
        heads = 0
        while heads < len(rows) and tables.is_head(rows[heads]):
            heads += 1
        raw = [self._row(row, part, depth) for row in rows]
        return Grid(
            _with_row_spans(raw),
            number,
            heads,
            heads_rows=tables.first_column_stands_out(element),
            styled=value(element, "tblPr", "tblStyle") != "",
            layout=tables.is_layout(element),
        )

    def _row(self, row: Element, part: str, depth: int) -> list[tuple[GridCell, int, bool]]:
        head = tables.is_head(row)
        column = whole_number(value(row, "trPr", "gridBefore"), 0)
        cells = []
        for element in tables.cells_of(row):
            blocks = tuple(self.flow(element, part, depth + 1))
            columns = max(1, whole_number(value(element, "tcPr", "gridSpan"), 1))
            merge = element.find(f"{W}tcPr/{W}vMerge")
            goes_on = merge is not None and merge.get(f"{W}val") != "restart"
            cells.append((GridCell(blocks, columns, head=head), column, goes_on))
            column += columns
        return cells


def _with_row_spans(
    rows: list[list[tuple[GridCell, int, bool]]],
) -> tuple[tuple[GridCell, ...], ...]:
    """Rows whose cells cover those below that Word calls their continuation."""
    spans: dict[tuple[int, int], int] = {}
    last: dict[int, tuple[int, int]] = {}
    for index, row in enumerate(rows):
        for place, (_, column, goes_on) in enumerate(row):
            if goes_on and column in last:
                spans[last[column]] = spans.get(last[column], 1) + 1
            else:
                last[column] = (index, place)
    kept = (
        tuple(
            replace(cell, rows=spans.get((index, place), 1))
            for place, (cell, column, goes_on) in enumerate(row)
            if not (goes_on and last.get(column) is not None and _has_above(rows, index, column))
        )
        for index, row in enumerate(rows)
    )
    return tuple(kept)


def _has_above(rows: list[list[tuple[GridCell, int, bool]]], index: int, column: int) -> bool:
    """Whether a cell begins above in this column that goes on here."""
    return any(
        place == column and not goes_on for _, place, goes_on in chain.from_iterable(rows[:index])
    )


def _is_contents(element: Element) -> bool:
    return value(element, "sdtPr", "docPartObj", "docPartGallery") == "Table of Contents"
