"""A web page back to the Outline, by the marks of ARCHITECTURE.md and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporter.attributes import whole_number
from exporter.outline import Entry, Outline, ReadBack, Role, clean
from exporter.readback import tables
from exporter.readback.blocks import Scribe, Words
from exporter.readback.numerals import Numerals, numeral
from exporter.readback.tables import RawCell, RawRow
from exporter.web_page.tree import DIGITS, Element, parse, tags

_INLINE = tags(
    "a abbr acronym b bdi bdo big br button cite code data del dfn em font i img input ins kbd "
    "label mark math meter output picture progress q rp rt ruby s samp select small span strong "
    "sub sup svg textarea time tt u var wbr"
)
_STRONG = tags("strong b em dfn")
_NOTHING = tags(
    "head script style template noscript title meta link base object iframe audio video canvas "
    "datalist map track param source"
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_NUMERALS: dict[str, Numerals] = {
    "a": "lower-letter", "A": "upper-letter", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_SCOPES: dict[str, tables.Scope] = {
    "row": "row", "rowgroup": "row", "col": "column", "colgroup": "column",
}  # fmt: skip


def read_back(data: bytes) -> Outline:
    """What a reader of this web page meets, in order. Raises Unreadable."""
    return read(data).outline


def read(data: bytes) -> ReadBack:
    """The same, and what the program has added around it."""
    root = parse(data)
    page = next((element for element in root.elements() if element.tag == "html"), root)
    return read_tree(root, page.get("lang"))


def read_tree(root: Element, language: str) -> ReadBack:
    """What a reader of these elements meets, in order; `language` is that of the document."""
    reader = _Reader(language, frozenset(map(id, _notes(root))))
    reader.flow(root, _Where(language=language))
    return reader.scribe.all_read()


def _notes(parent: Element, inside: bool = False) -> Iterator[Element]:
    """Items of a list of notes are notes: DPUB-ARIA 1.1 wants no role on each any more."""
    for child in parent.elements():
        within = inside or "doc-endnotes" in child.roles
        if within and child.tag == "li" and child.get("id"):
            yield child
            continue
        if {"doc-endnote", "doc-footnote"} & set(child.roles):
            yield child
        yield from _notes(child, within)


class _Numbers:
    """The markers of one ordered list, item by item."""

    def __init__(self, element: Element) -> None:
        self.numerals = _NUMERALS.get(element.get("type"), "decimal")
        self.step = -1 if "reversed" in element.attributes else 1
        items = sum(child.tag == "li" for child in element.elements())
        self.next = whole_number(element.get("start"), items if self.step < 0 else 1, DIGITS)

    def of(self, item: Element) -> str:
        number = whole_number(item.get("value"), self.next, DIGITS)
        self.next = number + self.step
        return numeral(number, self.numerals)


@dataclass(frozen=True, slots=True)
class _Where:
    """What holds where we are: the language, the depth of lists, what a paragraph is here."""

    language: str
    level: int = 0
    paragraph: Role = "paragraph"
    numbers: _Numbers | None = None
    """Those of the ordered list whose items come next."""


class _Reader:
    def __init__(self, language: str, notes: frozenset[int]) -> None:
        self.language = language
        self.notes = notes
        """The elements that are notes, by their ids."""
        self.scribe = Scribe()
        self.asked = ""
        """The words of the question that is being read."""
        self.answer = ""
        """Those of the answer."""

    # ---- blocks ----

    def flow(self, parent: Element, where: _Where) -> None:
        """Blocks in order; words that stand between them are paragraphs too."""
        words = Words()
        for child in parent.children:
            if isinstance(child, str) or child.tag in _INLINE:
                self.inline(child, words, where.language)
            else:
                self.scribe.paragraph(words, self.entry(where.paragraph, where))
                words = Words()
                self.block(child, where)
        self.scribe.paragraph(words, self.entry(where.paragraph, where))

    def entry(self, role: Role, where: _Where, level: int = 0) -> Entry:
        language = where.language if not _same(where.language, self.language) else ""
        return Entry(role, level=level, language=language)

    def block(self, element: Element, where: _Where) -> None:
        if element.tag in _NOTHING or _is_silent(element):
            return
        if "data-furniture" in element.attributes and not self.scribe.in_furniture:
            self.notes_in_furniture(element, where)
            with self.scribe.furniture():
                self.block(element, where)
            return
        if language := element.get("lang"):
            where = replace(where, language=language)
        match element.tag:
            case "p":
                self.paragraph(element, where)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                level = _HEADINGS[element.tag]
                self.scribe.tell(self.entry("heading", where, level), self.words(element, where))
            case "nav" if self.scribe.in_furniture:
                self.headings(element, where)
            case "ul" | "ol" | "menu":
                numbers = _Numbers(element) if element.tag == "ol" else None
                level = where.level + 1
                self.flow(element, _Where(where.language, level, "paragraph", numbers))
            case "li":
                self.item(element, where)
            case "dt":
                self.scribe.tell(self.entry("term", where), self.words(element, where))
            case "dd":
                self.scribe.begin(self.entry("definition", where))
                self.flow(element, replace(where, level=0))
                self.scribe.settle()
            case "blockquote":
                self.scribe.settle()
                self.flow(element, replace(where, paragraph="quote"))
            case "footer" if where.paragraph == "quote":
                self.scribe.tell(self.entry("source", where), self.words(element, where))
            case "figcaption" | "caption":
                self.scribe.tell(self.entry("caption", where), self.words(element, where))
            case "figure":
                self.flow(_caption_last(element), where)
            case "table" if not {"presentation", "none"} & set(element.roles):
                self.table(element, where)
            case "fieldset" if "data-question" in element.attributes:
                self.asked = self.legend(element, where)
                self.flow(element, replace(where, level=0))
                self.asked = ""
            case "legend" if self.asked:
                self.scribe.tell(self.entry("label", where), self.words(element, where))
            case "aside" | "div" if "data-box" in element.attributes:
                self.flow(element, replace(where, level=0))
            case _:
                self.flow(element, where)

    def legend(self, element: Element, where: _Where) -> str:
        """The words of a question, which its fields ask for."""
        legends = (child for child in element.elements() if child.tag == "legend")
        return next((self.words(one, where).text for one in legends), "")

    def paragraph(self, element: Element, where: _Where) -> None:
        words = self.words(element, where)
        if "data-label" in element.attributes:
            self.scribe.tell(self.entry("label", where), words)
        else:
            self.scribe.paragraph(words, self.entry(where.paragraph, where))

    def item(self, element: Element, where: _Where) -> None:
        if id(element) in self.notes:
            if self.scribe.in_furniture:
                return
            with self.scribe.note(element.get("id")):
                self.flow(element, replace(where, level=0))
            return
        level = max(1, where.level)
        marker = where.numbers.of(element) if where.numbers else ""
        self.scribe.begin(replace(self.entry("item", where, level), marker=marker))
        self.flow(element, replace(where, level=level, numbers=None))
        self.scribe.settle()

    def headings(self, element: Element, where: _Where) -> None:
        """The headings of the contents: their entries are the headings of the page again."""
        for child in element.elements():
            if child.tag in _HEADINGS:
                self.block(child, where)
            else:
                self.headings(child, where)

    def notes_in_furniture(self, element: Element, where: _Where) -> None:
        """Notes may stand among what the program adds; they are told where they are cited."""
        for child in element.elements():
            if id(child) in self.notes:
                with self.scribe.note(child.get("id"), here=False):
                    self.flow(child, replace(where, level=0))
            else:
                self.notes_in_furniture(child, where)

    # ---- tables ----

    def table(self, element: Element, where: _Where) -> None:
        for child in element.elements():
            if child.tag == "caption":
                self.block(child, where)
        self.scribe.tell(self.entry("table", where))
        rows: list[RawRow] = []
        self.rows(element, replace(where, level=0, paragraph="paragraph"), False, rows)
        self.scribe.extend(tables.told(rows))

    def rows(self, element: Element, where: _Where, head: bool, rows: list[RawRow]) -> None:
        for child in element.elements():
            inner = replace(where, language=child.get("lang") or where.language)
            match child.tag:
                case "thead" | "tbody" | "tfoot":
                    self.rows(child, inner, child.tag == "thead", rows)
                case "tr" if not _is_silent(child):
                    cells = [cell for cell in child.elements() if cell.tag in ("td", "th")]
                    rows.append(RawRow(head, [self.cell(cell, inner) for cell in cells]))
                case _:
                    pass

    def cell(self, element: Element, where: _Where) -> RawCell:
        header = element.tag == "th"
        where = replace(where, language=element.get("lang") or where.language)
        cell = RawCell(
            header,
            scope=_SCOPES.get(element.get("scope").lower(), ""),
            columns=whole_number(element.get("colspan"), 1, DIGITS),
            rows=whole_number(element.get("rowspan"), 1, DIGITS),
            name=element.get("id"),
            named_headers=tuple(element.get("headers").split()),
        )
        with self.scribe.aside(cell.blocks):
            self.scribe.begin(self.entry("header-cell" if header else "cell", where))
            self.flow(element, where)
        return cell

    # ---- inlines ----

    def words(self, element: Element, where: _Where) -> Words:
        words = Words()
        for child in element.children:
            self.inline(child, words, where.language)
        return words

    def inline(self, node: Element | str, words: Words, language: str) -> None:
        if isinstance(node, str):
            words.add(node)
            return
        if node.tag in _NOTHING or _is_silent(node) or _is_no_words(node):
            return
        match node.tag:
            case "br":
                words.add(" ")
            case "img" | "svg":
                if node.tag == "img" or node.get("aria-label"):
                    _picture(node, words)
            case "input" | "textarea" if self.asked:
                self.field(node, words)
            case "label" if self.asked and not self.answer:
                self.answer = self.words(node, _Where(language)).text
                self.run(node, words, language)
                self.answer = ""
            case "a" if "href" in node.attributes:
                self.link(node, words, language)
            case _:
                self.run(node, words, language)

    def field(self, node: Element, words: Words) -> None:
        """A field of a question: a box to tick, of several or the only one, or room for words."""
        ticks = node.get("type") in ("checkbox", "radio")
        value = "checked" if ticks and "checked" in node.attributes else ""
        words.beside(
            Entry(
                "field",
                clean(f"{self.asked} {self.answer}"),
                kind="check" if ticks else "text",
                value=value or clean("".join(c for c in node.children if isinstance(c, str))),
            )
        )

    def link(self, node: Element, words: Words, language: str) -> None:
        href = node.get("href").strip()
        if "doc-noteref" in node.roles:
            words.cite(href.removeprefix("#"))
            return
        number = words.open_link("" if href.startswith("#") else href)
        self.run(node, words, language)
        words.close(number)

    def run(self, node: Element, words: Words, language: str) -> None:
        """An inline element; one with a language of its own is a foreign run."""
        own = node.get("lang")
        inside = node.tag not in _INLINE
        foreign = bool(own) and not _same(own, language)
        number = words.open_foreign(own) if foreign else -1
        if inside:
            words.add(" ")
        with words.strong(node.tag in _STRONG):
            for child in node.children:
                self.inline(child, words, own or language)
        if inside:
            words.add(" ")
        if foreign:
            words.close(number)


def _is_silent(element: Element) -> bool:
    """Whether neither eye nor screen reader meets it, or only the eye does."""
    return "hidden" in element.attributes or element.get("aria-hidden") == "true"


def _is_no_words(element: Element) -> bool:
    return (
        "data-furniture" in element.attributes
        or "doc-backlink" in element.roles
        or element.has_class("page-ref")
        or element.has_class("web-address")
    )


def _picture(element: Element, words: Words) -> None:
    """A picture; an empty `alt` says that it is decorative, none at all is a fault to be seen."""
    alt = element.attributes.get("alt", element.get("aria-label"))
    decorative = "alt" in element.attributes and not alt.strip()
    if not decorative and not {"presentation", "none"} & set(element.roles):
        words.figure(alt)


def _caption_last(figure: Element) -> Element:
    """The figure with its caption behind the picture, wherever the page sets it."""
    captions = [c for c in figure.elements() if c.tag == "figcaption"]
    if not captions or any(c.tag == "table" for c in figure.elements()):
        return figure
    rest = [c for c in figure.children if isinstance(c, str) or c.tag != "figcaption"]
    return Element(figure.tag, figure.attributes, [*rest, *captions])


def _same(one: str, other: str) -> bool:
    return one.lower() == other.lower()
