"""Words within a block: marked, linked, cited; and what only paper shows of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Text:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: Inlines


@dataclass(frozen=True, slots=True)
class Stress:
    """Stressed words; every edition of ours sets them bold, never italic (UKAAF, EMP-01)."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary word at its first use in easy read: bold, explained close by."""

    children: Inlines


@dataclass(frozen=True, slots=True)
class Abbreviation:
    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """A run in another language (WCAG 3.1.2); `language` is a BCP 47 tag."""

    children: Inlines
    language: str


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document: https, http, mailto or tel."""

    children: Inlines
    url: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to another place of this document. In a Document the words are always filled in."""

    children: Inlines
    target: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note. In a Source `anchor` is the note's name and `number` is 0."""

    anchor: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Print only: " (page 7)" of the target, in the words of `Words`. Not in the Outline.

    `within` brackets of the author's it has none of its own: ", page 7".
    """

    target: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """Print only: " (www.example.org)", the written-out address of a link. Not in the Outline.

    `within` brackets of the author's it has none of its own: ", www.example.org".
    """

    url: str
    within: bool = False


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line of an address or a poem, which is kept. A space in the Outline."""


Inline: TypeAlias = (
    Text
    | LineBreak
    | Strong
    | Stress
    | Term
    | Abbreviation
    | Foreign
    | Link
    | Reference
    | NoteMark
    | PageNumber
    | Address
)
Inlines: TypeAlias = tuple[Inline, ...]


def in_language(text: str, language: str) -> Inlines:
    """Words, marked with their language where it is given: it is another than that around them."""
    if language and any(sign.isalpha() for sign in text):
        return (Foreign((Text(text),), language),)
    return (Text(text),) if text else ()
