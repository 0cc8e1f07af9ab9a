"""Words inside a paragraph: runs, links, note marks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import assert_never

from exporter import languages
from exporter.addresses import shown_address
from exporter.model import (
    Abbreviation,
    Address,
    Document,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Note,
    NoteMark,
    PageNumber,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
    Words,
)
from exporter.writers.docx import breaking
from exporter.writers.docx.ledger import Ledger, Links
from exporter.writers.docx.markup import (
    character_style,
    escape,
    field,
    field_end,
    field_start,
    run,
    runs_from_left,
)

_ILLEGAL_IN_ADDRESS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in ' "<>\\^`{|}'})


@dataclass(frozen=True, slots=True)
class Manner:
    """How words are written at this point. `bold` is a style's own weight around them."""

    style: str = ""
    bold: bool = False
    link: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class InlineWriter:
    """Writes inlines of one part. `notes` are those that may be cited here."""

    ledger: Ledger
    links: Links
    words: Words
    right_to_left: bool = False
    language: str = ""
    """Of the document."""
    notes: Mapping[str, Note] | None = None
    pages: Mapping[str, int] | None = None
    room: float = 24.0
    """The width of the column, in sizes of the text (see breaking.py)."""
    in_cell: bool = False

    def write(self, inlines: Inlines, manner: Manner = Manner()) -> str:
        return "".join(self._inline(inline, manner) for inline in inlines)

    def _inline(self, inline: Inline, manner: Manner) -> str:
        match inline:
            case Text(text) | Abbreviation(text):
                return self._run(text, manner)
            case LineBreak():
                return "<w:r><w:br/></w:r>"
            case Strong(children):
                return self.write(children, replace(manner, style="Strong"))
            case Stress(children):
                return self.write(children, replace(manner, style="Emphasis"))
            case Term(children):
                return self.write(children, replace(manner, style="Glossary Word"))
            case Foreign(children, language):
                return self.write(children, replace(manner, language=language))
            case Link(children, url):
                target = f'r:id="{self.links.to(address(url))}"'
                return self._linked(children, target, manner)
            case Reference(children, target):
                return self._reference(children, target, manner)
            case NoteMark(anchor, number):
                return self._mark(anchor, number)
            case PageNumber(target, within):
                return self._page(target, within=within)
            case Address(url, within):
                key, space = ("link-address-within", "") if within else ("link-address", " ")
                room = self.room - breaking.AROUND
                shown = breaking.address(shown_address(url), room)
                words = self.words(key, address=shown)
                return run(f"{space}{words}", character_style("Web Address"))
            case _:
                assert_never(inline)

    def _linked(self, children: Inlines, target: str, manner: Manner) -> str:
        return _link(target, self.write(children, replace(manner, link=True)))

    def _reference(self, children: Inlines, target: str, manner: Manner) -> str:
        """A link; what it ends in, the name of its target, is a field (see references.py)."""
        anchor = f'w:anchor="{escape(self.ledger.names.get(target, target))}"'
        named = self.ledger.named_targets.get(target)
        match children:
            case [Text(words)] if named and words.endswith(named.words):
                manner = replace(manner, link=True)
                before = self._run(words.removesuffix(named.words), manner)
                instruction = f"REF {named.bookmark} \\* CHARFORMAT"
                return _link(anchor, before + self.field(instruction, named.words, manner))
            case _:
                return self._linked(children, anchor, manner)

    def field(self, instruction: str, result: str, manner: Manner, before: str = "") -> str:
        """A field whose result looks like the words around it.

        A number runs from the right only if the words `before` it do: "Table 1" stays so.
        """
        properties = self._properties(manner)
        kept = f"<w:rPr>{properties}</w:rPr>" if properties else ""
        turned = self.right_to_left and not runs_from_left(before)
        words = run(result, properties, around=turned)
        return field_start(instruction, kept) + words + field_end(kept)

    def _run(self, text: str, manner: Manner) -> str:
        if manner.link and breaking.is_address(text):
            text = breaking.address(text, self.room)
        elif self.in_cell:
            text = breaking.compounds(text, self.room)
        return run(text, self._properties(manner), around=self.right_to_left)

    def _properties(self, manner: Manner) -> str:
        style = manner.style
        if manner.link:
            style = "Strong Hyperlink" if style else "Hyperlink"
        parts = [character_style(style)] if style else []
        if manner.bold and style and style != "Hyperlink":
            # bold is a toggle in styles: within a bold one it would be plain (ISO 29500-1, 17.7.3)
            parts.append("<w:b/><w:bCs/>")
        if manner.language:
            parts.append(language_mark(manner.language))
        return "".join(parts)

    def _mark(self, anchor: str, number: int) -> str:
        """Word's own endnote; a second mark of a note is Word's own cross-reference to it."""
        mark = character_style("Endnote Reference")
        name = f"_Note_{number}"
        if anchor in self.ledger.notes:
            return field(f"NOTEREF {name} \\h", str(number), mark)
        note = (self.notes or {})[anchor]
        key = len(self.ledger.notes) + 1
        self.ledger.notes[anchor] = (key, note)
        reference = f'<w:r><w:rPr>{mark}</w:rPr><w:endnoteReference w:id="{key}"/></w:r>'
        return self.ledger.named(name, reference)

    def _page(self, target: str, *, within: bool) -> str:
        """ " (page 7)": only when the pages are known; a field, so that Word can put it right."""
        if not self.pages or target not in self.pages:
            return ""
        key, space = ("page-within", "") if within else ("page", " ")
        before, after = self.words(key, number="\0").split("\0")
        style = character_style("Page Reference") + language_mark(
            self.words.other_than(self.language, key)
        )
        name = self.ledger.names.get(target, target)
        number = field(f"PAGEREF {name} \\h", str(self.pages[target]), style)
        return run(f"{space}{before}", style) + number + run(after, style)


def _link(target: str, words: str) -> str:
    return f'<w:hyperlink {target} w:history="1">{words}</w:hyperlink>'


def language_mark(language: str) -> str:
    """`w:lang` for a run; scripts of other directions and of East Asia have their own keys."""
    more = ""
    if not language:
        return ""
    if languages.east_asian(language):
        more = f' w:eastAsia="{escape(language)}"'
    elif languages.right_to_left(language):
        more = f' w:bidi="{escape(language)}"'
    return f'<w:lang w:val="{escape(language)}"{more}/>'


def own_mark(document: Document, key: str) -> str:
    """`w:lang` for a sentence of the program's own, if it is not in the document's language."""
    return language_mark(document.words.other_than(document.language, key))


def address(url: str) -> str:
    """An address that a package may hold: Word refuses a file over a blank in one."""
    return url.translate(_ILLEGAL_IN_ADDRESS)
