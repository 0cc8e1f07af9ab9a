"""A Word file back to the Outline, by the names of its styles and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporter.outline import Entry, Outline, ReadBack
from exporter.readback import Unreadable, tables
from exporter.readback.blocks import PARAGRAPH, Scribe, Words
from exporter.readback.docx_numbers import Counter
from exporter.readback.docx_package import Package, Part, Style, number_of, open_package, switch
from exporter.readback.docx_words import WordsReader
from exporter.readback.tables import RawCell, RawRow
from exporter.word_file.names import Element, W

MOST_DEPTH = 60
"""Tables in tables, and whatever wraps them."""

_WRAPPERS = {
    f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "body")
}
_ROLES: dict[str, Entry] = {
    "quotation": Entry("quote"),
    "quote": Entry("quote"),
    "intense quote": Entry("quote"),
    "quotation source": Entry("source"),
    "term": Entry("term"),
    "definition": Entry("definition"),
    "caption": Entry("caption"),
    "title": Entry("heading", level=1),
}
_ITEMS = ("list bullet", "list number", "list plain")


def read_back(data: bytes) -> Outline:
    """What a reader of this Word file meets, in order. Raises Unreadable."""
    return read(data).outline


def read(data: bytes) -> ReadBack:
    """The same, and what the program has added around it."""
    package = open_package(data)
    reader = _Reader(package)
    for kind, part in package.notes.items():
        reader.notes(kind, part)
    reader.counter = Counter(package.numberings)
    reader.flow(package.body, package.document, 0)
    reader.end_section()
    return reader.scribe.all_read()


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
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
                    style = self.style_of(element)
                    words = self.words.read(element, part, style)
                    if style.name.startswith("furniture") and words.text:
                        self.over_notes.append((self.added_entry(element, style), words))

    def flow(self, parent: Element, part: Part, depth: int) -> None:
        if depth > MOST_DEPTH:
            raise Unreadable("This Word file is nested too deeply to be read.")
        for child in parent:
            if child.tag == f"{W}p":
                self.paragraph(child, part, depth)
                if child.find(f"{W}pPr/{W}sectPr") is not None:
                    self.end_section()
            elif child.tag == f"{W}tbl":
                self.table(child, part, depth)
            elif child.tag in _WRAPPERS and not _is_contents(child):
                self.flow(child, part, depth + 1)
            elif child.tag in _WRAPPERS:
                self.contents(child, part)

    def contents(self, element: Element, part: Part) -> None:
        """Of the contents only the heading is told: the entries are the headings again."""
        for paragraph in element.iter(f"{W}p"):
            style = self.style_of(paragraph)
            if style.name == "toc heading":
                self.added(paragraph, part, style)

    # ---- paragraphs ----

    def paragraph(self, element: Element, part: Part, depth: int) -> None:
        style = self.style_of(element)
        if style.name.startswith(("furniture", "toc")):
            self.added(element, part, style)
            return
        entry = self.entry(element, style)
        words = self.words.read(element, part, style, heading=entry.role == "heading")
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
        for box in _text_boxes(element):
            self.flow(box, part, depth + 1)
        self.cited = self.cited or element.find(f".//{W}endnoteReference") is not None

    def added(self, element: Element, part: Part, style: Style) -> None:
        """A paragraph of the program's own."""
        words = self.words.read(element, part, style)
        if not words.empty and (style.name == "toc heading" or style.name[:3] != "toc"):
            with self.scribe.furniture():
                self.scribe.begin(self.added_entry(element, style))
                self.scribe.paragraph(words)

    def added_entry(self, element: Element, style: Style) -> Entry:
        level = self.outline_level(element, style)
        if level >= 0:
            return Entry("heading", level=level + 1)
        return Entry("item", level=1) if style.name == "furniture list" else PARAGRAPH

    def end_section(self) -> None:
        """Below the text of a section stand its notes, under the words that the program sets."""
        if self.cited:
            with self.scribe.furniture():
                for entry, words in self.over_notes:
                    self.scribe.tell(entry, words)
        self.cited = False

    def entry(self, element: Element, style: Style) -> Entry:
        """What a paragraph is: by the name of its style, else by what Word itself knows."""
        name = style.name
        level = number_of(name[8:], 0) if name.startswith("heading ") else 0
        if level:
            return Entry("heading", level=level)
        if name.startswith("label"):
            return Entry("label")
        if name in _ROLES:
            return _ROLES[name]
        level = self.outline_level(element, style)
        if 0 <= level < 9:
            return Entry("heading", level=level + 1)
        numbering = element.find(f"{W}pPr/{W}numPr")
        if name.startswith(_ITEMS) or self.is_numbered(numbering, style):
            return Entry("item", level=self.list_level(numbering, style) + 1)
        return PARAGRAPH

    def style_of(self, element: Element) -> Style:
        found = element.find(f"{W}pPr/{W}pStyle")
        name = "" if found is None else found.get(f"{W}val", "")
        return self.package.styles.get(name, Style(name.lower(), "paragraph"))

    def outline_level(self, element: Element, style: Style) -> int:
        """For strangers' headings, whose styles have names of their own."""
        own = element.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            return number_of(own.get(f"{W}val", ""), -1)
        levels = (one.outline_level for one in self.package.chain(style))
        return next((level for level in levels if level >= 0), -1)

    def is_numbered(self, numbering: Element | None, style: Style) -> bool:
        if numbering is not None:
            number = numbering.find(f"{W}numId")
            return number is not None and number.get(f"{W}val") != "0"
        return any(one.numbered for one in self.package.chain(style))

    def marker(self, element: Element, style: Style) -> str:
        """The number that Word sets before a paragraph; each paragraph is asked once, in order."""
        if switch(element, f"pPr/{W}rPr/{W}vanish"):
            return ""
        numbering = element.find(f"{W}pPr/{W}numPr")
        number = "" if numbering is None else _value(numbering, "numId")
        styled = (one.list_number for one in self.package.chain(style) if one.numbered)
        number = number or next(styled, "")
        return self.counter.marker(number, self.list_level(numbering, style)) if number else ""

    def list_level(self, numbering: Element | None, style: Style) -> int:
        own = None if numbering is None else numbering.find(f"{W}ilvl")
        if own is not None:
            return number_of(own.get(f"{W}val", ""), 0)
        last = style.name[-1:]
        if style.name.startswith(_ITEMS) and number_of(last, 0):
            return int(last) - 1
        return next((one.list_level for one in self.package.chain(style) if one.numbered), 0)

    # ---- tables ----

    def table(self, element: Element, part: Part, depth: int) -> None:
        rows = list(_within(element, "tr", depth))
        if _is_layout(element, rows):
            for row in rows:
                for cell in _within(row, "tc", depth):
                    self.flow(cell, part, depth + 1)
            return
        self.scribe.tell(Entry("table"))
        heads_rows = _first_column_heads(element)
        raw = [self.row(row, part, heads_rows, depth) for row in rows]
        self.scribe.extend(tables.told(_with_row_spans(raw)))

    def row(self, row: Element, part: Part, heads_rows: bool, depth: int) -> list[_Cell]:
        head = _is_on(row.find(f"{W}trPr/{W}tblHeader"))
        column = 0
        cells: list[_Cell] = []
        for element in _within(row, "tc", depth):
            header = head or (heads_rows and column == 0)
            cell = RawCell(header, "column" if head else "row")
            cell.columns = number_of(_value(element, "tcPr", "gridSpan"), 1)
            with self.scribe.aside(cell.blocks):
                self.scribe.begin(Entry("header-cell" if header else "cell"))
                self.flow(element, part, depth + 1)
            merge = element.find(f"{W}tcPr/{W}vMerge")
            continued = merge is not None and merge.get(f"{W}val") != "restart"
            cells.append(_Cell(cell, column, continued))
            column += max(1, cell.columns)
        return cells


@dataclass(frozen=True, slots=True)
class _Cell:
    raw: RawCell
    column: int
    continued: bool
    """Whether it is the lower part of the cell above."""


def _with_row_spans(rows: list[list[_Cell]]) -> list[RawRow]:
    """Rows whose cells span those below that Word calls their continuation."""
    last: dict[int, RawCell] = {}
    result = []
    for row in rows:
        kept = []
        for cell in row:
            above = last.get(cell.column)
            if cell.continued and above is not None:
                above.rows += 1
            else:
                last[cell.column] = cell.raw
                kept.append(cell.raw)
        result.append(RawRow(cells=kept))
    return result


def _is_layout(table: Element, rows: list[Element]) -> bool:
    """Whether a table only sets things side by side: it has no style and heads nothing."""
    if table.find(f"{W}tblPr/{W}tblStyle") is not None or _first_column_heads(table):
        return False
    return not any(_is_on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows)


def _first_column_heads(table: Element) -> bool:
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return False
    named = look.get(f"{W}firstColumn")
    if named is not None:
        return named in ("1", "true", "on")
    try:
        return bool(int(look.get(f"{W}val", "0"), 16) & 0x80)
    except ValueError:
        return False


def _within(parent: Element, name: str, depth: int) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also those inside content controls."""
    if depth > MOST_DEPTH:
        raise Unreadable("This Word file is nested too deeply to be read.")
    for child in parent:
        if child.tag == f"{W}{name}":
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, name, depth + 1)


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _text_boxes(paragraph: Element) -> Iterator[Element]:
    """What stands in floating boxes; a box is in the file twice, for new and for old Words."""
    if paragraph.find(f".//{W}txbxContent") is None:
        return
    for run in paragraph.iter(f"{W}r"):
        boxes = run.findall(f".//{W}txbxContent")
        if boxes:
            yield boxes[0]


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def _value(element: Element, *path: str) -> str:
    found = element.find("/".join(f"{W}{step}" for step in path))
    return "" if found is None else found.get(f"{W}val", "")
