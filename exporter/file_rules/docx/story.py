"""The words of a Word file in order, each paragraph with the heading that it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from exporter.file_rules.docx.look import Look, Looks, number
from exporter.word_file.names import Element, W, value
from exporter.word_file.opening import WordFile

_LONGEST_QUOTE = 60
_NOTES = {"footnotes": "in a footnote", "endnotes": "in an endnote", "comments": "in a comment"}
_NUMBERED_HEADING = re.compile(r"heading ([1-9])$")


@dataclass(eq=False)
class Paragraph:
    """One paragraph. `where` says to people where it stands: under which heading, in a note …"""

    element: Element
    part: str
    where: str
    style: str
    look: Look
    level: int
    """Of a heading, from 1; 0 for other paragraphs."""
    table: Element | None

    @cached_property
    def runs(self) -> list[Element]:
        """The runs of this paragraph itself, not those of text boxes in it, none deleted."""
        return [run for run in self.element.iter(f"{W}r") if _belongs(run, self.element)]

    @cached_property
    def text(self) -> str:
        return "".join(_signs(self.runs))

    @property
    def words(self) -> str:
        """The beginning of its words, to be quoted."""
        plain = " ".join(self.text.split())
        if len(plain) > _LONGEST_QUOTE:
            return plain[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return plain

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

    def where(self, element: Element) -> str:
        """Where an element stands: that of the paragraph, table or part around it."""
        node: Element | None = element
        while node is not None:
            if node in self.places:
                return self.places[node]
            node = node.getparent()
        return ""

    def _read(self, root: Element, part: str, fixed: str) -> None:
        where = fixed or "before the first heading"
        for element in root.iter(f"{W}p", f"{W}tbl"):
            if element.tag == f"{W}tbl":
                self.places[element] = where
                continue
            paragraph = self._paragraph(element, part, where)
            if paragraph.level and not fixed and paragraph.text.strip():
                where = f"under the heading “{paragraph.words}”"
            self.places[element] = where
            self.paragraphs.append(paragraph)

    def _paragraph(self, element: Element, part: str, where: str) -> Paragraph:
        identity = value(element, "pPr", "pStyle")
        style = self.looks.styles.get(identity or self.looks.normal)
        look = self.looks.of_paragraph(element)
        table = next(element.iterancestors(f"{W}tbl"), None)
        name = style.name if style else identity.lower()
        return Paragraph(element, part, where, name, look, self._level(identity, look), table)

    def _level(self, identity: str, look: Look) -> int:
        """The level of a heading: by its outline level, else by the name of a style."""
        given = look.get("outlineLvl", "")
        if given:
            level = int(number(given, 9))
            return level + 1 if 0 <= level < 9 else 0
        for style in self.looks.chain(identity):
            named = _NUMBERED_HEADING.match(style.name)
            if named:
                return int(named[1])
        return 0


def _belongs(run: Element, paragraph: Element) -> bool:
    node = run.getparent()
    while node is not None and node is not paragraph:
        if node.tag in (f"{W}p", f"{W}del", f"{W}moveFrom"):
            return False
        node = node.getparent()
    return node is not None


def _signs(runs: list[Element]) -> Iterator[str]:
    for run in runs:
        for child in run:
            match child.tag:
                case str(tag) if tag == f"{W}t":
                    yield child.text or ""
                case str(tag) if tag == f"{W}tab":
                    yield "\t"
                case str(tag) if tag in (f"{W}br", f"{W}cr"):
                    yield "\n"
                case _:
                    pass


def text_of(element: Element) -> str:
    """The words of any element: a cell, a link."""
    return "".join(part.text or "" for part in element.iter(f"{W}t"))
