"""Words inside a block: stress, links, abbreviations, other languages, note marks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, assert_never

from exporter import languages
from exporter.addresses import shown_address
from exporter.languages import Direction
from exporter.languages.signs import is_sign
from exporter.model import (
    Abbreviation,
    Address,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    PageNumber,
    Picture,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
    Words,
)
from exporter.walk import plain_text
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.writers.html.page_marks import PageMarks, Waiting
from exporter.writers.html.pictures import data_uri, image

_NUMBER = re.compile(r"(\+?\d+(?: \d+)+)")


def isolated(text: str, language: str) -> Html:
    """Words of a brand, which may be in another script than the document in this language."""
    own, around = languages.direction_of_text(text), languages.direction(language)
    return element("span", escape(text), dir=own) if own and own != around else escape(text)


_JOINT = re.compile(r"(?<=/)(?=\w)|(?=\.\w)")
_DOMAIN = re.compile(r"@([\w.-]+)")
_PIECES, _LONGEST_PIECE = re.compile(r"<[^>]*>|[\s/.@-]+"), 22
"""Letters of an address that stay together, and how many of them a column of easy read holds."""


def parted(address: Html) -> Html:
    """An address that may be broken after / and before a point; after @ rather than within what
    follows. Nowhere else, for a piece of a name on a narrow telephone would look like all of it."""
    pieces = re.split(r"(<[^>]*>|&[^;]*;)", address)
    return Html("".join(piece if n % 2 else _joined(piece) for n, piece in enumerate(pieces)))


def _joined(address: str) -> str:
    before, *after = _DOMAIN.split(address)
    found = [_JOINT.sub("<wbr>", before)]
    for index, piece in enumerate(after):
        joined = _JOINT.sub("<wbr>", piece)
        found.append(joined if index % 2 else f'@<wbr><span class="domain">{joined}</span>')
    return "".join(found)


def is_address(text: str, url: str) -> bool:
    """Whether the words of a link are where it leads: an address of e-mail or of the web."""
    return url.startswith("mailto:") or (":" in url and shown_address(url) == text)


_HYPHENED = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)+)")
_SHORT = 14
"""Letters that have room on the narrowest telephone, also in a title."""


def whole(text: str) -> Html:
    """Words with a hyphen, such as co-production, keep on one line: half of one is no word."""
    if "-" not in text:
        return escape(text)
    pieces = enumerate(_HYPHENED.split(text))
    return join(
        *(
            element("span", escape(piece), class_="whole")
            if index % 2 and len(piece) <= _SHORT
            else escape(piece)
            for index, piece in pieces
        )
    )


def own_words(words: Words, key: str, language: str) -> Html:
    """Words of the program's own in a slot of a document in this language."""
    other = words.other_than(language, key)
    turned = languages.direction_within(other or language, languages.direction(language))
    said = escape(words(key))
    return element("span", said, lang=other, dir=turned) if other else said


def mark_id(anchor: str, times: int) -> str:
    """The id of a note's mark. The point keeps it apart from every name that an author gives."""
    return f"mark.{anchor}" if times == 1 else f"mark.{anchor}.{times}"


Medium = Literal["window", "paper", "book"]


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set, and for what: a browser's window, paper (page numbers, no ways to jump
    about), or an e-book, whose reading app has its own ways to jump about.

    `spell` turns words of the document into HTML; a paged engine chooses typefaces there.
    """

    words: Words
    language: str
    """Of the document."""
    medium: Medium = "window"
    spell: Callable[[str], Html] = escape
    source: Callable[[Picture], str] = data_uri
    """The address of a picture."""
    pages: PageMarks = field(default_factory=PageMarks)
    line: int = 0
    """About how many letters a line of text has on paper; 0 where nobody knows."""
    close: bool = False
    """Whether paragraphs stand so close that a document without a cover is one sheet."""

    @property
    def direction(self) -> Direction:
        return languages.direction(self.language)

    @property
    def paged(self) -> bool:
        return self.medium == "paper"


Cited: TypeAlias = tuple[tuple[str, int], ...]
Counted: TypeAlias = tuple[int, Cited]
"""Ids that were given, and notes that were cited."""


@dataclass(slots=True)
class InlineWriter:
    """Writes inlines; it counts the marks of each note, so that every id is there once."""

    setting: Setting
    _marks: dict[str, int] = field(default_factory=dict)
    _waiting: Waiting = field(default_factory=Waiting)
    """Pages that begin inside the inlines being written."""

    @property
    def words(self) -> Words:
        """The program's own words in the language of the document."""
        return self.setting.words

    @property
    def cited(self) -> Cited:
        """Each note that was cited so far, and how often."""
        return tuple(self._marks.items())

    @cited.setter
    def cited(self, cited: Cited) -> None:
        self._marks = dict(cited)

    def times_cited(self, anchor: str) -> int:
        """How many marks of a note have been written; a note that nothing cites yet has one."""
        return self._marks.get(anchor, 1)

    def text(self, text: str) -> Html:
        """Plain words of the document. Among words from right to left the groups of a telephone
        number would change places, so each such number keeps its own direction."""
        return self._waiting.among(text, self._spelled) if self._waiting else self._spelled(text)

    def picture(self, picture: Picture, css_class: str = "") -> Html:
        """A picture of the document."""
        return image(picture, self.setting.source(picture), css_class)

    def _spelled(self, text: str) -> Html:
        spell = self.setting.spell
        if self.setting.direction == "ltr":
            return spell(text)
        pieces = _NUMBER.split(text)
        return join(
            *(
                element("span", spell(piece), dir="ltr") if index % 2 else spell(piece)
                for index, piece in enumerate(pieces)
            )
        )

    def write(self, inlines: Inlines) -> Html:
        """All inlines of a block; where a page begins among them, its mark stands there."""
        self._waiting = self.setting.pages.within(inlines)
        words = self._within(inlines)
        return join(words, self._waiting.rest()) if self._waiting else words

    def _within(self, inlines: Inlines) -> Html:
        return join(*(self._inline(inline) for inline in inlines))

    def _whole(self, inline: Abbreviation | Foreign | Link | Reference) -> Html:
        """An element that no mark of a page may stand in: it would be heard as a part of it."""
        before = self._waiting.before()
        with self._waiting.held():
            return join(before, self._element(inline))

    def _inline(self, inline: Inline) -> Html:
        match inline:
            case Text(text):
                return self.text(text)
            case LineBreak():
                return element("br")
            case Strong(children):
                return element("strong", self._within(children))
            case Stress(children):
                return element("em", self._within(children))
            case Term(children):
                return element("strong", self._within(children), class_="term")
            case Abbreviation() | Foreign() | Link() | Reference():
                return self._whole(inline) if self._waiting else self._element(inline)
            case NoteMark(anchor, number):
                return self._mark(anchor, number)
            case PageNumber(target, within):
                return self._page(target, within=within) if self.setting.paged else NOTHING
            case Address(url, within):
                key, space = ("link-address-within", "") if within else ("link-address", " ")
                words = self.words(key, address=shown_address(url))
                shown = self._parted(escape(f"{space}{words}"))
                return element("span", shown, class_="web-address")
            case _:
                assert_never(inline)

    def _element(self, inline: Abbreviation | Foreign | Link | Reference) -> Html:
        match inline:
            case Abbreviation(text, expansion) if is_sign(text):
                return element("span", self.text(text), role="img", aria_label=expansion)
            case Abbreviation(text, expansion):
                return element("abbr", self.text(text), title=expansion)
            case Foreign(children, language):
                turned = languages.direction_within(language, self.setting.direction)
                return element("span", self._within(children), lang=language, dir=turned)
            case Link(children, url):
                words = self._within(children)
                if is_address(plain_text(children), url):
                    words = self._parted(words)
                return element("a", words, href=url)
            case Reference(children, target):
                return element("a", self._within(children), href=f"#{target}")
            case _:
                assert_never(inline)

    def _parted(self, address: Html) -> Html:
        """On paper not where a piece would run out of a column of easy read: it breaks anywhere.
        Nor in a document from right to left, where WeasyPrint would set piece after piece so."""
        if not self.setting.paged:
            return parted(address)
        long = any(len(piece) > _LONGEST_PIECE for piece in _PIECES.split(address))
        return address if long or self.setting.direction == "rtl" else parted(address)

    def _page(self, target: str, *, within: bool) -> Html:
        """The page of a target: the style sheet counts it and sets the words around it."""
        key, space = ("page-within", "") if within else ("page", " ")
        before, after = self.words(key, number="\0").split("\0")
        return element(
            "span", class_="page-ref", data_page=f"#{target}", data_before=f"{space}{before}",
            data_after=after, lang=self.words.other_than(self.setting.language, key),
        )  # fmt: skip

    def _mark(self, anchor: str, number: int) -> Html:
        times = self._marks[anchor] = self._marks.get(anchor, 0) + 1
        link = element(
            "a",
            escape(str(number)),
            role="doc-noteref",
            href=f"#{anchor}",
            id=mark_id(anchor, times),
            aria_label=self.words("note-mark", number=number),
            lang=self.words.other_than(self.setting.language, "note-mark"),
        )
        return element("sup", link)
