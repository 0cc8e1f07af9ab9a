"""Words inside a block: stress, links, abbreviations, other languages, note marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from exporter.model import (
    Abbreviation,
    Address,
    Foreign,
    Inline,
    Inlines,
    Link,
    NoteMark,
    PageNumber,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
    Words,
)
from exporter.web_page.markup import NOTHING, Html, element, escape, join

_NUMBER = re.compile(r"(\+?\d+(?: \d+)+)")
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ps", "sd", "ug", "ur", "yi", "dv", "ckb"})


def direction(language: str, around: bool) -> str:
    """The `dir` of words in a language, empty where it is that of the words `around`."""
    right_to_left = language.split("-")[0].lower() in _RIGHT_TO_LEFT
    return "" if right_to_left is around else "rtl" if right_to_left else "ltr"


def isolated(text: str, right_to_left: bool) -> Html:
    """Words of a brand, which may be in another script than the document."""
    strong = (unicodedata.bidirectional(character) for character in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "")
    if not first or (first != "L") is right_to_left:
        return escape(text)
    return element("span", escape(text), dir="ltr" if first == "L" else "rtl")


def address_words(url: str) -> str:
    """An address as people write it: without https://, mailto: or a last slash."""
    for start in ("https://", "http://", "mailto:", "tel:"):
        url = url.removeprefix(start)
    return url.removesuffix("/")


def mark_id(anchor: str, times: int) -> str:
    """The id of a note's mark. The point keeps it apart from every name that an author gives."""
    return f"mark.{anchor}" if times == 1 else f"mark.{anchor}.{times}"


@dataclass(frozen=True, slots=True)
class Setting:
    """How a page is set. `paged` is for paper and PDF: page numbers, no ways to jump about.

    `spell` turns words of the document into HTML; a paged engine chooses typefaces there.
    """

    words: Words
    right_to_left: bool
    paged: bool = False
    spell: Callable[[str], Html] = escape


@dataclass(slots=True)
class InlineWriter:
    """Writes inlines; it counts the marks of each note, so that every id is there once."""

    setting: Setting
    _marks: dict[str, int] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The program's own words in the language of the document."""
        return self.setting.words

    def text(self, text: str) -> Html:
        """Plain words of the document. Among words from right to left the groups of a telephone
        number would change places, so each such number keeps its own direction."""
        spell = self.setting.spell
        if not self.setting.right_to_left:
            return spell(text)
        pieces = _NUMBER.split(text)
        return join(
            *(
                element("span", spell(piece), dir="ltr") if index % 2 else spell(piece)
                for index, piece in enumerate(pieces)
            )
        )

    def write(self, inlines: Inlines) -> Html:
        return join(*(self._inline(inline) for inline in inlines))

    def _inline(self, inline: Inline) -> Html:
        match inline:
            case Text(text):
                return self.text(text)
            case Strong(children):
                return element("strong", self.write(children))
            case Stress(children):
                return element("em", self.write(children))
            case Term(children):
                return element("strong", self.write(children), class_="term")
            case Abbreviation(text, expansion):
                return element("abbr", self.text(text), title=expansion)
            case Foreign(children, language):
                turned = direction(language, self.setting.right_to_left)
                return element("span", self.write(children), lang=language, dir=turned)
            case Link(children, url):
                return element("a", self.write(children), href=url)
            case Reference(children, target):
                return element("a", self.write(children), href=f"#{target}")
            case NoteMark(anchor, number):
                return self._mark(anchor, number)
            case PageNumber(target):
                return self._page(target) if self.setting.paged else NOTHING
            case Address(url):
                words = self.words("link-address", address=address_words(url))
                return element("span", escape(f" {words}"), class_="web-address")
            case _:
                assert_never(inline)

    def _page(self, target: str) -> Html:
        """The page of a target: the style sheet counts it and sets the words around it."""
        before, after = self.words("page", number="\0").split("\0")
        return element(
            "span", class_="page-ref", data_page=f"#{target}", data_before=f" {before}",
            data_after=after,
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
        )
        return element("sup", link)
