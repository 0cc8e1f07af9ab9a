"""The words of a Word file in order, each paragraph with the heading that it stands under."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from exporter.file_rules.docx.look import Look, Looks
from exporter.word_file.names import Element, W
from exporter.word_file.opening import WordFile
from exporter.word_file.symbols import in_typeface, symbol

_LONGEST_QUOTE = 60
_SHORTEST_QUOTE = 40
_PAGE = f"{W}lastRenderedPageBreak"
_NOTES = {"footnotes": "in a footnote", "endnotes": "in an endnote", "comments": "in a comment"}


@dataclass(eq=False)
class Paragraph:
    """One paragraph. `where` says to people where it stands: under which heading, in a note …"""

    element: Element
    part: str
    where: str
    section: str
    """The same for all between two headings."""
    style: str
    look: Look
    level: int
    """Of a heading, from 1; 0 for other paragraphs."""
    table: Element | None
    runs: list[Element]
    """The runs of this paragraph itself, not those of text boxes in it, none deleted or hidden."""

    @cached_property
    def text(self) -> str:
        return "".join(_signs(self.runs))

    @property
    def words(self) -> str:
        """The beginning of its words, to be quoted."""
        return _quoted(self.text)

    @property
    def properties(self) -> Element | None:
        return self.element.find(f"{W}pPr")


@dataclass
class Story:
    """A Word file as rules see it."""

    package: WordFile
    looks: Looks
    paragraphs: list[Paragraph] = field(default_factory=list)
    places: dict[Element, str] = field(default_factory=dict)
    """Where each table, and each part's root, stands."""

    @classmethod
    def of(cls, package: WordFile) -> Story:
        story = cls(package, Looks.of(package))
        story._read(package.body, package.main, "")
        for kind, where in {**_NOTES, "header": "in a header", "footer": "in a footer"}.items():
            for name in package.of_kind(kind):
                root = package.part(name)
                if root is not None:
                    story._read(root, name, where)
        return story

    @cached_property
    def body(self) -> list[Paragraph]:
        """The paragraphs of the document itself."""
        return [one for one in self.paragraphs if one.part == self.package.main]

    @cached_property
    def headings(self) -> list[Paragraph]:
        return [one for one in self.body if one.level]

    @cached_property
    def parts(self) -> list[tuple[str, Element, str]]:
        """Every part with words: its name, its root, and where it is for people."""
        found: dict[str, tuple[str, Element, str]] = {}
        found[self.package.main] = (self.package.main, self.package.document, "")
        for kind, where in {**_NOTES, "header": "in a header", "footer": "in a footer"}.items():
            for name in self.package.of_kind(kind):
                root = self.package.part(name)
                if root is not None:
                    found[name] = (name, root, where)
        return list(found.values())

    @cached_property
    def _met(self) -> frozenset[Element]:
        return frozenset(run for paragraph in self.paragraphs for run in paragraph.runs)

    def is_met(self, element: Element) -> bool:
        """Whether a reader meets what stands in a run: neither it nor what is around is hidden."""
        return all(run in self._met for run in element.iterancestors(f"{W}r"))

    def where(self, element: Element) -> str:
        """Where an element stands: that of the paragraph, table or part around it."""
        node: Element | None = element
        while node is not None:
            if node in self.places:
                return self.places[node]
            node = node.getparent()
        return ""

    def _read(self, root: Element, part: str, fixed: str) -> None:
        reading = _Reading(fixed)
        for element in root.iter(f"{W}p", f"{W}tbl", _PAGE):
            if element.tag == _PAGE:
                reading.page += 1
            elif element.tag == f"{W}tbl":
                self.places[element] = reading.table(element)
            else:
                paragraph = self._paragraph(element, part, reading)
                if paragraph.level and not fixed and paragraph.text.strip():
                    reading.heading = paragraph.words
                self.places[element] = paragraph.where
                self.paragraphs.append(paragraph)

    def _paragraph(self, element: Element, part: str, reading: _Reading) -> Paragraph:
        style = self.package.styles.of(element)
        level = self.package.styles.heading_level(element, style)
        runs = [
            run
            for run in element.iter(f"{W}r")
            if _belongs(run, element) and not self.package.styles.hides(run, style)
        ]
        paragraph = Paragraph(
            element, part, "", reading.section,
            style.name or self._usual_name,
            self.looks.of_paragraph(element), level,
            next(element.iterancestors(f"{W}tbl"), None), runs,
        )  # fmt: skip
        paragraph.where = reading.paragraph(paragraph.text)
        return paragraph

    @cached_property
    def _usual_name(self) -> str:
        usual = self.looks.styles.get(self.looks.normal)
        return usual.name if usual else ""


@dataclass
class _Reading:
    """Where we are in a part, in words that help to find it again."""

    fixed: str
    """Of a part that is not the document: “in a footnote”."""
    page: int = 1
    """As the program that saved the file laid it out; no other than 1 where it did not say."""
    heading: str = ""
    number: int = 0
    before: str = ""
    """The last words met."""

    @property
    def section(self) -> str:
        if self.fixed:
            return self.fixed
        heading = f"under the heading “{self.heading}”" if self.heading else ""
        return heading or "before the first heading"

    def paragraph(self, text: str) -> str:
        self.number += 1
        words = _quoted(text, _SHORTEST_QUOTE)
        after = f"after “{self.before}”, paragraph {self.number}" if self.before else (
            f"paragraph {self.number}"
        )  # fmt: skip
        self.before = words or self.before
        return self._at(f"at “{words}”" if words else after)

    def table(self, element: Element) -> str:
        words = table_words(element)
        return self._at(f"the table “{words}”" if words else f"paragraph {self.number + 1}")

    def _at(self, words: str) -> str:
        if self.fixed:
            return self.fixed
        place = self.section if self.heading else words
        return f"page {self.page}, {place}" if self.page > 1 else place


def _belongs(run: Element, paragraph: Element) -> bool:
    node = run.getparent()
    while node is not None and node is not paragraph:
        if node.tag in (f"{W}p", f"{W}del", f"{W}moveFrom"):
            return False
        node = node.getparent()
    return node is not None


def _quoted(text: str, most: int = _LONGEST_QUOTE) -> str:
    plain = " ".join(text[: 4 * most].split())
    return plain if len(plain) <= most else plain[:most].rsplit(" ", 1)[0] + " …"


def _signs(runs: list[Element]) -> Iterator[str]:
    for run in runs:
        for child in run:
            match child.tag:
                case str(tag) if tag == f"{W}t":
                    yield in_typeface(child.text or "", run.find(f"{W}rPr"))
                case str(tag) if tag == f"{W}sym":
                    yield symbol(child)
                case str(tag) if tag == f"{W}noBreakHyphen":
                    yield "\u2011"
                case str(tag) if tag == f"{W}tab":
                    yield "\t"
                case str(tag) if tag in (f"{W}br", f"{W}cr"):
                    yield "\n"
                case _:
                    pass


def text_of(element: Element) -> str:
    """The words of any element: a cell, a link."""
    return "".join(part.text or "" for part in element.iter(f"{W}t"))


def table_words(table: Element) -> str:
    """The first words of a table, by which it is known."""
    paragraphs = islice(table.iter(f"{W}p"), _SHORTEST_QUOTE)
    return _quoted(" ".join(map(text_of, paragraphs)), _SHORTEST_QUOTE)
