"""What styles make of a paragraph of a Word file: a heading, an item of a list, bold, hidden."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from exporter.attributes import whole_number
from exporter.word_file.names import Element, W, is_on, value

LISTS = ("list bullet", "list number", "list plain")
"""How the names of styles begin whose paragraphs are items, whatever counts them."""
MOST_ANCESTORS = 20
"""Styles that a style is based on."""
MOST_LEVELS = 9
"""Of headings and of lists; in `w:outlineLvl` the number of levels means: no heading."""
_NO_LIST = "0"
_HEADING = re.compile(r"heading ([1-9])$")


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as reading needs it; `name` in lower case.

    None, or -1, is where the style says nothing of it, and so does what it is based on.
    """

    name: str
    kind: str
    parent: str = ""
    outline_level: int = -1
    list_number: str = ""
    """The `w:num` that counts its paragraphs; "0": none does, whatever it is based on."""
    list_level: int = -1
    language: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    size: str = ""
    """Of its letters, in half points, as the file says it."""
    look: Element | None = None
    """What it says itself of whole paragraphs (`w:pPr`)."""
    named_level: int = 0
    """The level of heading that its name says, from 1; 0 for none."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Every style by its id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    usual: str = ""
    """The id of that which paragraphs have that name none."""
    language: str = ""
    """That of the document: the usual style's, else that of the defaults."""
    size: str = ""
    """That of the defaults."""

    @classmethod
    def read(cls, root: Element | None) -> Styles:
        """Of the root of styles.xml."""
        if root is None:
            return cls()
        own, usual = {}, ""
        for element in root.iter(f"{W}style"):
            identity = element.get(f"{W}styleId", "")
            own[identity] = _style(element)
            is_default = element.get(f"{W}default") in ("1", "true", "on")
            if is_default and element.get(f"{W}type") == "paragraph" and not usual:
                usual = identity
        by_id = {identity: _whole(cls(own).chain(style)) for identity, style in own.items()}
        defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        named = by_id[usual].language if usual else ""
        return cls(by_id, usual, named or value(defaults, "lang"), value(defaults, "sz"))

    def named(self, identity: str, kind: str) -> Style:
        """The style with this id; where there is none, one that is called so."""
        found = self.by_id.get(identity)
        return found if found is not None else _called(identity.lower(), kind)

    def of(self, paragraph: Element) -> Style:
        """The style of a paragraph; one without a name where it names none."""
        return self.named(value(paragraph, "pPr", "pStyle"), "paragraph")

    def looks_of(self, paragraph: Element) -> Iterator[Style]:
        """The styles that say how a paragraph looks: also the usual one, where it names none."""
        named = value(paragraph, "pPr", "pStyle") or self.usual
        return self.chain(self.named(named, "paragraph"))

    def chain(self, style: Style) -> Iterator[Style]:
        """A style and those that it is based on; never round in a circle."""
        for _ in range(MOST_ANCESTORS):
            yield style
            if style.parent not in self.by_id:
                return
            style = self.by_id[style.parent]

    def hides(self, run: Element, around: Style) -> bool:
        """Whether nobody sees a run of a paragraph in the style `around`.

        In styles it is a toggle: hidden in a hidden style is seen (ISO 29500-1, 17.7.3).
        """
        properties = run.find(f"{W}rPr")
        if properties is None:
            return bool(around.hidden)
        if is_on(properties, "specVanish"):
            return True
        own = is_on(properties, "vanish")
        if own is not None:
            return own
        name = value(properties, "rStyle")
        of_letters = bool(name and self.named(name, "character").hidden)
        return of_letters != bool(around.hidden)

    def heading_level(self, paragraph: Element, style: Style) -> int:
        """From 1; 0 for text that is no heading.

        By what Word itself goes by, the outline level; else by the name of a style, for programs
        that know no more of headings than that.
        """
        own = whole_number(value(paragraph, "pPr", "outlineLvl"), -1)
        level = own if own >= 0 else style.outline_level
        if level >= 0:
            return level + 1 if level < MOST_LEVELS else 0
        return style.named_level

    def list_number(self, paragraph: Element, style: Style) -> str:
        """The `w:num` that a paragraph is counted in; empty where it is in no list.

        A style with a level and no number is in none: Word's own Subtitle is such a one.
        """
        number = self._number(paragraph, style)
        return "" if number == _NO_LIST else number

    def is_item(self, paragraph: Element, style: Style) -> bool:
        """Whether it is an item: something counts it, or its style is called so.

        With the number 0 it is taken out of the list of its style (ISO 29500-1, 17.9.18).
        """
        number = self._number(paragraph, style)
        return number != _NO_LIST if number else style.name.startswith(LISTS)

    def _number(self, paragraph: Element, style: Style) -> str:
        return value(paragraph, "pPr", "numPr", "numId") or style.list_number

    def list_level(self, paragraph: Element, style: Style) -> int:
        """From 0."""
        own = whole_number(value(paragraph, "pPr", "numPr", "ilvl"), -1)
        level = own if own >= 0 else style.list_level
        return level if 0 <= level < MOST_LEVELS else 0


@lru_cache(maxsize=256)
def _called(name: str, kind: str) -> Style:
    return Style(name, kind, named_level=_level_named(name))


def _level_named(name: str) -> int:
    found = _HEADING.match(name)
    return int(found[1]) if found else 0


def _whole(chain: Iterable[Style]) -> Style:
    """The first of these styles, with what it has from those that it is based on."""
    style, *others = chain
    for other in others:
        style = replace(
            style,
            outline_level=style.outline_level if style.outline_level >= 0 else other.outline_level,
            list_number=style.list_number or other.list_number,
            list_level=style.list_level if style.list_level >= 0 else other.list_level,
            language=style.language or other.language,
            bold=other.bold if style.bold is None else style.bold,
            hidden=other.hidden if style.hidden is None else style.hidden,
            size=style.size or other.size,
            named_level=style.named_level or other.named_level,
        )
    return style


def _style(element: Element) -> Style:
    about, letters = element.find(f"{W}pPr"), element.find(f"{W}rPr")
    name = " ".join(value(element, "name").lower().split())
    return Style(
        name=name,
        kind=element.get(f"{W}type", ""),
        parent=value(element, "basedOn"),
        outline_level=whole_number(value(about, "outlineLvl"), -1),
        list_number=value(about, "numPr", "numId"),
        list_level=whole_number(value(about, "numPr", "ilvl"), -1),
        language=value(letters, "lang"),
        bold=is_on(letters, "b"),
        hidden=is_on(letters, "vanish"),
        size=value(letters, "sz"),
        look=about,
        named_level=_level_named(name),
    )
