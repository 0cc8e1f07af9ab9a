"""A Word file back to the Outline, by the names of its styles and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exporter.outline import Entry, Outline, ReadBack
from exporter.readback import Unreadable, docx_apart, tables
from exporter.readback.blocks import PARAGRAPH, Scribe, Words
from exporter.readback.docx_numbers import Counter
from exporter.readback.docx_package import Package, Part, number_of, open_package
from exporter.readback.docx_words import WordsReader, entry_of
from exporter.readback.tables import RawCell, RawRow
from exporter.word_file import form_fields
from exporter.word_file.names import WRAPPERS, Element, R, W, is_contents, is_on, value
from exporter.word_file.styles import LISTS, Style
from exporter.word_file.tables import (
    Merge,
    cells_of,
    first_column_stands_out,
    is_head,
    is_layout,
    merge_of,
    rows_of,
)
from exporter.word_file.tracked import runs_on

MOST_DEPTH = 60
"""Tables in tables, and whatever wraps them."""

_ROLES: dict[str, Entry] = {
    "quotation": Entry("quote"),
    "quote": Entry("quote"),
    "intense quote": Entry("quote"),
    "quotation source": Entry("source"),
    "quotations": Entry("quote"),
    "block text": Entry("quote"),
    "term": Entry("term"),
    "definition term": Entry("term"),
    "list heading": Entry("term"),
    "definition": Entry("definition"),
    "list contents": Entry("definition"),
    "caption": Entry("caption"),
    "caption above": Entry("caption"),
    "title": Entry("heading", level=1),
}


def read_back(data: bytes) -> Outline:
    """What a reader of this Word file meets, in order. Raises Unreadable."""
    return read(data).outline


def read(data: bytes) -> ReadBack:
    """The same, and what the program has added around it."""
    return _read(data, whole=True)


def _read(data: bytes, whole: bool) -> ReadBack:
    """`whole`: with the text that stands in other files inside this one."""
    package = open_package(data)
    reader = _Reader(package, whole)
    for kind, part in package.notes.items():
        reader.notes(kind, part)
    reader.counter = Counter(package.numberings)
    reader.flow(package.body, package.document, 0)
    reader.end_section()
    return reader.scribe.all_read()


class _Reader:
    def __init__(self, package: Package, whole: bool) -> None:
        self.package = package
        self.whole = whole
        self.scribe = Scribe()
        self.words = WordsReader(package)
        self.counter = Counter(package.numberings)
        self.over_notes: list[tuple[Entry, Words]] = []
        """The words in the line that Word draws over the notes of a section."""
        self.cited = False
        """Whether this section of the file cites a note."""

    def notes(self, kind: str, part: Part) -> None:
        """Take down every note under the name that its mark will call it by."""
        for note in part.root:
            if note.get(f"{W}type", "normal") == "normal":
                with self.scribe.note(f"{kind}-{note.get(f'{W}id', '')}", here=False):
                    self.flow(note, part, 0)
            elif note.get(f"{W}type") == "separator":
                for element in note.iter(f"{W}p"):
                    style = self.package.styles.of(element)
                    words, _ = self.words.read(element, part, style)
                    if style.name.startswith("furniture") and words.text:
                        self.over_notes.append((self.added_entry(element, style), words))

    def flow(self, parent: Element, part: Part, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise Unreadable("This Word file is nested too deeply to be read.")
        before: list[Element] = []
        """Paragraphs whose words go on in the next."""
        for child in parent:
            if child.tag == f"{W}p":
                if runs_on(child):
                    before.append(child)
                    continue
                self.paragraph(child, part, depth, before)
                before = []
                if child.find(f"{W}pPr/{W}sectPr") is not None:
                    self.end_section()
                continue
            if before and (child.tag == f"{W}tbl" or child.tag in WRAPPERS):
                self.paragraph(before[-1], part, depth, before[:-1])
                before = []
            if child.tag == f"{W}tbl":
                self.table(child, part, depth)
            elif child.tag == f"{W}altChunk" and self.whole:
                self.apart(part.targets.get(child.get(f"{R}id", ""), ""))
            elif child.tag in WRAPPERS and not is_contents(child):
                self.flow(child, part, depth + 1)
                self.answer(child)
            elif child.tag in WRAPPERS:
                self.contents(child, part)
        if before:
            self.paragraph(before[-1], part, depth, before[:-1])

    def apart(self, name: str) -> None:
        """A file inside this one; files inside that are not gone after."""
        for entry in docx_apart.entries(
            self.package.file, name, lambda data: _read(data, whole=False).outline
        ):
            self.scribe.tell(entry)

    def answer(self, control: Element) -> None:
        """What a content control around whole paragraphs asks for."""
        asked = form_fields.of_control(control) if control.tag == f"{W}sdt" else None
        if asked is not None:
            self.scribe.tell(entry_of(asked))

    def contents(self, element: Element, part: Part) -> None:
        """Of the contents only the heading is told: the entries are the headings again."""
        for paragraph in element.iter(f"{W}p"):
            style = self.package.styles.of(paragraph)
            if style.name == "toc heading":
                self.added(paragraph, part, style)

    # ---- paragraphs ----

    def paragraph(
        self, element: Element, part: Part, depth: int, before: Sequence[Element]
    ) -> None:
        style = self.package.styles.of(element)
        if style.name.startswith(("furniture", "toc")):
            self.added(element, part, style)
            return
        entry = self.entry(element, style)
        words, boxes = self.words.read(element, part, style, entry.role == "heading", before)
        marker = self.marker(element, style)
        if entry == PARAGRAPH:
            self.scribe.paragraph(words)
        elif entry.role in ("item", "definition"):
            if not words.empty:
                own = replace(entry, marker=marker) if entry.role == "item" else entry
                self.scribe.begin(own)
                self.scribe.paragraph(words)
        elif words.text:
            self.scribe.tell(entry, words)
        else:
            self.scribe.paragraph(words)
        for box in boxes:
            self.flow(box, part, depth + 1)
        self.cited = self.cited or element.find(f".//{W}endnoteReference") is not None

    def added(self, element: Element, part: Part, style: Style) -> None:
        """A paragraph of the program's own."""
        words, _ = self.words.read(element, part, style)
        if not words.empty and (style.name == "toc heading" or style.name[:3] != "toc"):
            with self.scribe.furniture():
                self.scribe.begin(self.added_entry(element, style))
                self.scribe.paragraph(words)

    def added_entry(self, element: Element, style: Style) -> Entry:
        level = self.package.styles.heading_level(element, style)
        if level:
            return Entry("heading", level=level)
        item = style.name.startswith("furniture list")  # also one that is kept with the next
        return Entry("item", level=1) if item else PARAGRAPH

    def end_section(self) -> None:
        """Below the text of a section stand its notes, under the words that the program sets."""
        if self.cited:
            with self.scribe.furniture():
                for entry, words in self.over_notes:
                    self.scribe.tell(entry, words)
        self.cited = False

    def entry(self, element: Element, style: Style) -> Entry:
        """What a paragraph is: by the name of its style, else by what Word itself knows."""
        name, styles = style.name, self.package.styles
        if name.startswith("label"):
            return Entry("label")
        if name in _ROLES:
            return _ROLES[name]
        level = styles.heading_level(element, style)
        if level:
            return Entry("heading", level=level)
        if styles.is_item(element, style):
            return Entry("item", level=self.list_level(element, style) + 1)
        return PARAGRAPH

    def marker(self, element: Element, style: Style) -> str:
        """The number that Word sets before a paragraph; each paragraph is asked once, in order."""
        if is_on(element.find(f"{W}pPr/{W}rPr"), "vanish"):
            return ""
        number = self.package.styles.list_number(element, style)
        return self.counter.marker(number, self.list_level(element, style)) if number else ""

    def list_level(self, element: Element, style: Style) -> int:
        given = value(element, "pPr", "numPr", "ilvl")
        named = number_of(style.name[-1:], 0) if style.name.startswith(LISTS) else 0
        if named and not given:
            return named - 1
        return self.package.styles.list_level(element, style)

    # ---- tables ----

    def table(self, element: Element, part: Part, depth: int) -> None:
        rows = rows_of(element)
        if is_layout(element):
            for row in rows:
                for cell in cells_of(row):
                    self.flow(cell, part, depth + 1)
            return
        self.scribe.tell(Entry("table"))
        heads_rows = first_column_stands_out(element)
        raw = [self.row(row, part, heads_rows, depth) for row in rows]
        self.scribe.extend(tables.told(_with_row_spans(raw)))

    def row(self, row: Element, part: Part, heads_rows: bool, depth: int) -> list[_Cell]:
        head = is_head(row)
        column = 0
        cells: list[_Cell] = []
        for element in cells_of(row):
            header = head or (heads_rows and column == 0)
            cell = RawCell(header, "column" if head else "row")
            cell.columns = number_of(value(element, "tcPr", "gridSpan"), 1)
            with self.scribe.aside(cell.blocks):
                self.scribe.begin(Entry("header-cell" if header else "cell"))
                self.flow(element, part, depth + 1)
                self.answer(element.getparent().getparent())
            cells.append(_Cell(cell, column, merge_of(element)))
            column += max(1, cell.columns)
        return cells


@dataclass(frozen=True, slots=True)
class _Cell:
    raw: RawCell
    column: int
    merge: Merge


def _with_row_spans(rows: list[list[_Cell]]) -> list[RawRow]:
    """Rows whose cells span those below that Word calls their continuation.

    A continuation of nothing begins merged cells of its own (ISO 29500-1, 17.4.84).
    """
    merged: dict[int, RawCell] = {}
    result = []
    for row in rows:
        kept = []
        for cell in row:
            if cell.merge == "lower" and cell.column in merged:
                merged[cell.column].rows += 1
                continue
            merged.pop(cell.column, None)
            if cell.merge:
                merged[cell.column] = cell.raw
            kept.append(cell.raw)
        result.append(RawRow(cells=kept))
    return result
