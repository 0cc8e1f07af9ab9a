"""A PDF back to the Outline, by its structure tree and nothing else.

pikepdf reads the tree, pdfium the words; neither is the library that wrote the file.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter.outline import Entry, Outline, ReadBack, Role, clean
from exporter.pdf_file.fields import Field
from exporter.pdf_file.tree import Goal, Kid, Mark, Node, Tree, read_tree
from exporter.readback import tables
from exporter.readback.blocks import Scribe, Words
from exporter.readback.numerals import is_marker, marker_in
from exporter.readback.pdf_claims import claimed_in
from exporter.readback.pdf_roles import (
    FURNITURE,
    GROUPS,
    NO_WORDS,
    PARAGRAPHS,
    PICTURES,
    STRONG,
    is_inline,
    is_note,
    stands_in_words,
)
from exporter.readback.pdf_tables import is_cell, rows_of
from exporter.readback.pdf_text import Pages
from exporter.readback.pdf_untagged import paragraphs
from exporter.readback.tables import RawCell, RawRow

_SCOPES: dict[str, tables.Scope] = {"Row": "row", "Column": "column", "Both": "both"}


def read_back(data: bytes) -> Outline:
    """What a reader of this PDF meets, in order. Raises Unreadable."""
    return read(data).outline


def read(data: bytes) -> ReadBack:
    """The same, and what the program has added around it."""
    tree = read_tree(data)
    pages = Pages(data, claimed=claimed_in(tree), drawn_only=tree.keeps_our_marks)
    try:
        reader = _Reader(tree, pages)
        reader.flow(tree.kids, _Where(language=tree.language, outermost=True))
        reader.outside(tree.pages)
        return reader.scribe.all_read()
    finally:
        pages.close()


@dataclass(frozen=True, slots=True)
class _Where:
    """What holds where we are: the language, the depth of lists, what a paragraph is here."""

    language: str
    level: int = 0
    paragraph: Role = "paragraph"
    outermost: bool = False
    """Whether words of the page that are in no tag may be told here: between blocks."""


class _Reader:
    def __init__(self, tree: Tree, pages: Pages) -> None:
        self.language = tree.language
        self.pages = pages
        self.next_page = 0
        """The first page whose words outside the tags are not yet told."""
        self.ours = tree.keeps_our_marks
        self.languages = tree.content_languages
        self.loose_fields = tree.loose_fields
        self.fields: set[tuple[int, int]] = set()
        """Those that are told; a field may stand in several places."""
        self.scribe = Scribe()
        self.notes = {node.name for node in tree.every_node() if is_note(node) and node.name}

    def outside(self, page: int) -> None:
        """Tell the words in no tag of all pages before this one: nobody shall lose them."""
        while self.next_page < page:
            for text in paragraphs(self.pages.outside(self.next_page)):
                words = Words()
                words.add(text)
                self.scribe.tell(Entry("paragraph"), words)
            fields = Words()
            for field in self.loose_fields.get(self.next_page, ()):
                self.field(field, fields)
            self.scribe.paragraph(fields)
            self.next_page += 1

    # ---- blocks ----

    def flow(self, kids: list[Kid], where: _Where) -> None:
        """Blocks in order; words that stand between them are paragraphs too."""
        words = Words()
        for kid in kids:
            if not isinstance(kid, Node) or is_inline(kid):
                self.inline(kid, words, where.language)
            else:
                self.scribe.paragraph(words, self.entry(where.paragraph, where))
                words = Words()
                if where.outermost:
                    self.outside(next((page for page, _ in kid.all_marks()), 0))
                self.block(kid, where)
        self.scribe.paragraph(words, self.entry(where.paragraph, where))

    def entry(self, role: Role, where: _Where, level: int = 0) -> Entry:
        language = "" if _same(where.language, self.language) else where.language
        return Entry(role, level=level, language=language)

    def block(self, node: Node, where: _Where) -> None:
        outermost = where.outermost and node.role in GROUPS
        where = replace(where, language=node.language or where.language, outermost=outermost)
        match node.own:
            case "Label":
                self.scribe.tell(self.entry("label", where), self.words(node, where))
                return
            case "Source":
                self.scribe.tell(self.entry("source", where), self.words(node, where))
                return
            case "Term":
                self.scribe.tell(self.entry("term", where), self.words(node, where))
                return
            case "Definition":
                self.first(self.entry("definition", where), node, replace(where, level=0))
                return
            case "Callout" | "Question":
                self.flow(node.kids, replace(where, level=0))
                return
        if node.own in FURNITURE or node.role in FURNITURE:
            self.notes_in_furniture(node, where)
            if node.own == "Furniture":
                with self.scribe.furniture():
                    self.flow(node.kids, replace(where, level=0, outermost=False))
        else:
            self.standard_block(node, where)

    def standard_block(self, node: Node, where: _Where) -> None:
        """A block whose type is one of the standard's own."""
        match node.role:
            case "H1" | "H2" | "H3" | "H4" | "H5" | "H6" | "H" | "Title":
                level = int(node.role[1:]) if node.role[1:].isdigit() else 1
                self.scribe.tell(self.entry("heading", where, level), self.words(node, where))
            case role if role in PARAGRAPHS:
                self.paragraph(node, where)
            case "L":
                self.flow(node.kids, replace(where, level=where.level + 1, paragraph="paragraph"))
            case "LI":
                self.item(node, where)
            case "BlockQuote":
                self.scribe.settle()
                self.flow(node.kids, replace(where, paragraph="quote"))
            case "Caption":
                self.scribe.tell(self.entry("caption", where), self.words(node, where))
            case role if role in PICTURES:
                self.figure(node, where)
            case "Table":
                self.table(node, where)
            case "Note" | "FENote" if self.scribe.in_furniture:
                pass
            case "Note" | "FENote":
                with self.scribe.note(node.name or f"note {id(node)}"):
                    self.flow(self.unmarked(node), replace(where, level=0))
            case _:
                self.flow(node.kids, where)

    def paragraph(self, node: Node, where: _Where) -> None:
        """A paragraph; in strangers' files it may hold blocks, which then follow it."""
        if node.actual is None and not all(map(stands_in_words, node.nodes())):
            self.flow(node.kids, where)
        else:
            self.scribe.paragraph(self.words(node, where), self.entry(where.paragraph, where))

    def first(self, entry: Entry, node: Node, where: _Where) -> None:
        """A block whose first paragraph is told with it."""
        self.scribe.begin(entry)
        self.flow(node.kids, where)
        self.scribe.settle()

    def item(self, node: Node, where: _Where) -> None:
        kids = list(node.nodes())
        if any(kid.own in ("Term", "Definition") for kid in kids):
            self.flow(node.kids, where)
            return
        level, inside = max(1, where.level), self.unmarked(node)
        term = next((kid for kid in inside if isinstance(kid, Node) and kid.role == "Lbl"), None)
        if term:
            self.scribe.tell(self.entry("term", where), self.words(term, where))
            inside.remove(term)
            begun = self.entry("definition", where)
        else:
            begun = replace(self.entry("item", where, level), marker=self.marker(node))
        if inside or not term:
            self.scribe.begin(begun)
            self.flow(inside, replace(where, level=level))
            self.scribe.settle()

    def unmarked(self, node: Node) -> list[Kid]:
        """The kids but for the marker of an item or the number of a note.

        A stranger's label may be words: ISO 32000-1, 14.8.4.3.3, has the terms of a dictionary
        list in Lbl.
        """
        return [kid for kid in node.kids if not (isinstance(kid, Node) and self.is_mark(kid))]

    def is_mark(self, node: Node) -> bool:
        if node.role != "Lbl" or self.ours:
            return node.role == "Lbl"
        words = Words()
        self.run(node, words, "")
        return is_marker(words.text)

    def marker(self, node: Node) -> str:
        """The number or letter of an item, as it is drawn."""
        words = Words()
        for kid in node.nodes():
            if kid.role == "Lbl":
                self.run(kid, words, "")
        return marker_in(words.text)

    def figure(self, node: Node, where: _Where) -> None:
        """A picture is its alternative text; its caption may be one of its kids."""
        entry = self.entry("figure", where)
        words = Words()
        words.add(node.alt if node.alt is not None else node.actual or "")
        self.scribe.tell(entry, words)
        for kid in node.nodes():
            if kid.role == "Caption":
                self.block(kid, where)
        if not words.text and not self.ours:
            # all that there is of it, and what a screen reader reads
            kids = [k for k in node.kids if not (isinstance(k, Node) and k.role == "Caption")]
            self.flow(kids, where)

    def notes_in_furniture(self, node: Node, where: _Where) -> None:
        """Notes may stand among what the program adds; they are told where they are cited."""
        for kid in node.nodes():
            if is_note(kid):
                with self.scribe.note(kid.name, here=False):
                    self.flow(self.unmarked(kid), replace(where, level=0))
            else:
                self.notes_in_furniture(kid, where)

    # ---- tables ----

    def table(self, node: Node, where: _Where) -> None:
        found = rows_of(node)
        for caption in found.captions:
            self.block(caption, where)
        self.scribe.tell(self.entry("table", where))
        inner = replace(where, level=0, paragraph="paragraph")
        rows = [
            RawRow(head, [cell for kid in kids if (cell := self.cell(kid, inner))])
            for kids, head in found.rows
        ]
        self.scribe.extend(tables.told(rows))
        self.flow(found.loose, inner)

    def cell(self, kid: Kid, where: _Where) -> RawCell | None:
        """A cell; or what stands in a row in the place of one, if it says anything."""
        if isinstance(kid, Node) and is_cell(kid):
            where = replace(where, language=kid.language or where.language)
            cell = RawCell(
                kid.role == "TH",
                scope=_SCOPES.get(kid.scope, ""),
                columns=kid.columns,
                rows=kid.rows,
                name=kid.name,
                named_headers=kid.headers,
            )
        else:
            cell = RawCell(header=False)
        with self.scribe.aside(cell.blocks):
            self.scribe.begin(self.entry("header-cell" if cell.header else "cell", where))
            self.flow(kid.kids if isinstance(kid, Node) and is_cell(kid) else [kid], where)
        says = cell.words or len(cell.blocks) > 1
        return cell if says or is_cell(kid) else None

    # ---- inlines ----

    def words(self, node: Node, where: _Where) -> Words:
        words = Words()
        self.run(node, words, where.language)
        return words

    def inline(self, kid: Kid, words: Words, language: str) -> None:
        match kid:
            case Goal():
                pass
            case Field():
                self.field(kid, words)
            case Mark():
                self.mark(kid, words, language)
            case Node() if kid.own in NO_WORDS or kid.own in FURNITURE or kid.role in FURNITURE:
                pass
            case Node() if self.cited(kid):
                words.cite(self.cited(kid))
            case Node() if kid.role == "Link":
                self.link(kid, words, language)
            case Node() if kid.role in PICTURES:
                words.figure(kid.alt or kid.actual or "")
            case Node() if is_note(kid):
                name = kid.name or f"note {id(kid)}"
                with self.scribe.note(name, here=False):
                    self.flow(self.unmarked(kid), _Where(language))
                words.cite(name)
            case Node():
                self.span(kid, words, language)

    def mark(self, mark: Mark, words: Words, language: str) -> None:
        """Words of the page, which may say there which language they are in."""
        own = "" if mark.in_form else self.languages.get((mark.page, mark.number), "")
        foreign = bool(own) and not _same(own, language)
        number = words.open_foreign(own) if foreign else -1
        words.add(self.pages.words(mark.page, mark.number, mark.in_form))
        if foreign:
            words.close(number)

    def field(self, field: Field, words: Words) -> None:
        """A field of a form stands after the words that it stands in."""
        if field.hidden or field.key in self.fields:
            return
        self.fields.add(field.key)
        words.beside(
            Entry(
                "field",
                clean(field.asks),
                kind=field.kind,
                value=clean(field.value),
                choices=tuple(map(clean, field.choices)),
            )
        )

    def cited(self, node: Node) -> str:
        """The note that this is the mark of, if it is one."""
        if node.role != "Reference":
            return ""
        goals = (link.goal() for link in node.nodes() if link.role == "Link")
        names = (goal.name for goal in goals if goal and goal.name)
        return next((name for name in names if name in self.notes), "")

    def link(self, node: Node, words: Words, language: str) -> None:
        goal = node.goal()
        if goal is None:
            self.run(node, words, language)
            return
        number = words.open_link(goal.address)
        self.run(node, words, language)
        words.close(number)

    def span(self, node: Node, words: Words, language: str) -> None:
        """An inline element; one with a language of its own is a foreign run."""
        foreign = bool(node.language) and not _same(node.language, language)
        number = words.open_foreign(node.language) if foreign else -1
        apart = not is_inline(node)
        words.add(" " if apart else "")
        with words.strong(node.own in STRONG or node.role in STRONG):
            self.run(node, words, node.language or language)
        words.add(" " if apart else "")
        if foreign:
            words.close(number)

    def run(self, node: Node, words: Words, language: str) -> None:
        if node.actual is not None:
            words.add(node.actual)
            return
        for kid in node.kids:
            self.inline(kid, words, language)


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower()
