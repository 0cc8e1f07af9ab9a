"""A finished PDF opened with pikepdf: its structure tree as plain elements, its pages."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import pikepdf

from exporter.edition import Theme
from exporter.model import Document
from exporter.styles.editions import load_edition
from exporter.writers import pdf_weasyprint
from tests.conftest import referee_absent
from tests.test_parity import BRAND


@dataclass
class Element:
    """One structure element. `marks` counts its own marked sequences, `links` its annotations."""

    role: str
    dictionary: Any
    parent: Element | None
    pdf: pikepdf.Pdf
    """Kept, because its objects are nothing without it."""
    kids: list[Element] = field(default_factory=list)
    marks: int = 0
    links: int = 0
    pages: set[int] = field(default_factory=set)

    def every(self, role: str = "") -> Iterator[Element]:
        if not role or self.role == role:
            yield self
        for kid in self.kids:
            yield from kid.every(role)

    def text(self, key: str) -> str:
        return str(self.dictionary.get(key, ""))

    def attribute(self, key: str) -> str:
        return str(self.dictionary.get("/A", {}).get(key, ""))


def small_paper(theme: Theme) -> Theme:
    """Pages so low that nearly everything crosses one."""
    return replace(theme, page=replace(theme.page, height=330, top=36, bottom=40))


def build(document: Document, theme: Theme | None = None) -> bytes:
    try:
        template = pdf_weasyprint.compile(document, theme or load_edition("standard").theme)
        return pdf_weasyprint.stamp(template, BRAND)
    except pdf_weasyprint.EngineMissing as missing:
        referee_absent("Pango", str(missing))


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def tree(pdf: pikepdf.Pdf) -> Element:
    pages = {page.objgen: number for number, page in enumerate(pdf.pages)}
    (top,) = pdf.Root.StructTreeRoot.K

    def grow(dictionary: Any, parent: Element | None) -> Element:
        element = Element(str(dictionary.S).removeprefix("/"), dictionary, parent, pdf)
        for kid in dictionary.K:
            if isinstance(kid, int):
                element.marks += 1
                element.pages.add(pages[dictionary.Pg.objgen])
            elif kid.get("/Type") == "/MCR":
                element.marks += 1
                element.pages.add(pages[kid.Pg.objgen])
            elif kid.get("/Type") == "/OBJR":
                element.links += 1
                element.pages.add(pages[kid.Pg.objgen])
            else:
                element.kids.append(grow(kid, element))
                element.pages |= element.kids[-1].pages
        return element

    return grow(top, None)


def counts(top: Element) -> Counter[str]:
    return Counter(element.role for element in top.every())
