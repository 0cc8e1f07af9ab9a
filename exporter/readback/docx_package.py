"""What the reader needs of a Word file: the document, its notes, its styles and its lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.readback.docx_numbers import Numbering, numberings
from exporter.word_file.names import Element, W
from exporter.word_file.opening import WordFile, open_word

MOST_ANCESTORS = 20
"""Styles that a style is based on."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as reading needs it; `name` in lower case."""

    name: str
    kind: str
    parent: str = ""
    outline_level: int = -1
    numbered: bool = False
    list_number: str = ""
    """The `w:num` that counts its paragraphs."""
    list_level: int = 0
    language: str = ""
    bold: bool | None = None
    hidden: bool | None = None
    """None where the style says nothing of it, and so does what it is based on."""


@dataclass(frozen=True, slots=True)
class Part:
    """One XML part with the addresses that its relationships lead to."""

    root: Element
    targets: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Package:
    document: Part
    body: Element
    notes: dict[str, Part]
    """"endnote" and "footnote", where the file has them."""
    styles: dict[str, Style]
    numberings: dict[str, Numbering]
    language: str

    def chain(self, style: Style) -> Iterator[Style]:
        """A style and those that it is based on; never round in a circle."""
        for _ in range(MOST_ANCESTORS):
            yield style
            if style.parent not in self.styles:
                return
            style = self.styles[style.parent]

    def bold(self, style: Style) -> bool:
        return next((one.bold for one in self.chain(style) if one.bold is not None), False)

    def hidden(self, style: Style) -> bool:
        return next((one.hidden for one in self.chain(style) if one.hidden is not None), False)


def open_package(data: bytes) -> Package:
    """All that the reader needs. Raises Unreadable."""
    file = open_word(data)
    styled = file.one("styles")
    styles = {} if styled is None else _styles(styled)
    notes = {}
    for kind in ("endnote", "footnote"):
        there = ((name, file.part(name)) for name in file.of_kind(f"{kind}s"))
        name, root = next(((name, root) for name, root in there if root is not None), ("", None))
        if root is not None:
            notes[kind] = Part(root, _targets(file, name))
    return Package(
        document=Part(file.document, _targets(file, file.main)),
        body=file.body,
        notes=notes,
        styles=styles,
        numberings={} if file.numbering is None else numberings(file.numbering),
        language="" if styled is None else _language(styled, styles),
    )


def _targets(file: WordFile, part: str) -> dict[str, str]:
    """The addresses that the relationships of a part lead to, by their ids."""
    return {
        key: one.target if one.external else file.path(part, one.target)
        for key, one in file.related(part).items()
    }


def _styles(root: Element) -> dict[str, Style]:
    styles = {}
    for element in root.iter(f"{W}style"):
        numbering = element.find(f"{W}pPr/{W}numPr")
        styles[element.get(f"{W}styleId", "")] = Style(
            name=" ".join(_value(element, "name").lower().split()),
            kind=element.get(f"{W}type", ""),
            parent=_value(element, "basedOn"),
            outline_level=number_of(_value(element, f"pPr/{W}outlineLvl"), -1),
            numbered=numbering is not None and _value(numbering, "numId") != "0",
            list_number="" if numbering is None else _value(numbering, "numId"),
            list_level=0 if numbering is None else number_of(_value(numbering, "ilvl"), 0),
            language=_value(element, f"rPr/{W}lang"),
            bold=switch(element, f"rPr/{W}b"),
            hidden=switch(element, f"rPr/{W}vanish"),
        )
    return styles


def _language(root: Element, styles: dict[str, Style]) -> str:
    """The language of the document: the default style's, else that of the defaults."""
    for element in root.iter(f"{W}style"):
        default = element.get(f"{W}default") in ("1", "true", "on")
        if default and element.get(f"{W}type") == "paragraph":
            style = styles[element.get(f"{W}styleId", "")]
            if style.language:
                return style.language
    return _value(root, f"docDefaults/{W}rPrDefault/{W}rPr/{W}lang")


def _value(element: Element, path: str) -> str:
    found = element.find(f"{W}{path}")
    return "" if found is None else found.get(f"{W}val", "")


def switch(element: Element, path: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said of it."""
    found = element.find(f"{W}{path}")
    return None if found is None else found.get(f"{W}val", "1") not in ("0", "false", "off")


def number_of(text: str, otherwise: int) -> int:
    """The number that an attribute holds; `otherwise` where a stranger's holds none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else otherwise
