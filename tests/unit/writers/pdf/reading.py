"""A PDF taken apart for the tests of this folder: its tags, pages and links, by pypdf."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from exporter.brand import Brand, ContactLine
from exporter.edition import Theme
from exporter.model import Document
from exporter.readback.pdf_text import Pages
from exporter.styles.editions import load_edition
from exporter.writers import pdf_reportlab
from tests.build import picture

BRAND = Brand(
    name="house",
    publisher="The River Trust",
    accent="#0f5c63",
    second="#c9862b",
    logo=picture("logo", "The River Trust, a river between two hills"),
    contact=(
        ContactLine("name", "The guide team"),
        ContactLine("phone", "01632 960123", "tel:+441632960123"),
        ContactLine("web", "www.example.org", "https://www.example.org/"),
    ),
    cover_line="Made with people who use services",
    legal_line="You may copy this guide.",
)


def theme(edition: str = "standard", **changes: Any) -> Theme:
    return replace(load_edition(edition).theme, **changes)


def made(document: Document, edition: str = "standard", **options: Any) -> bytes:
    """The finished file of a document, under our example brand."""
    template = pdf_reportlab.compile(document, load_edition(edition).theme, **options)
    return pdf_reportlab.stamp(template, BRAND)


def reader(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def root(data: bytes) -> DictionaryObject:
    return reader(data).trailer["/Root"]


class Tag:
    """An element of the structure tree with its words and kids."""

    def __init__(self, element: DictionaryObject, file: File) -> None:
        self.element = element
        self.name = str(element["/S"])[1:]
        self.kids: list[Tag] = []
        self.annotations: list[DictionaryObject] = []
        words: list[str] = []
        page = element.raw_get("/Pg") if "/Pg" in element else None
        listed = element.get("/K", [])
        for kid in listed if isinstance(listed, list) else [element.raw_get("/K")]:
            thing = kid.get_object() if isinstance(kid, IndirectObject) else kid
            if isinstance(thing, int):
                words.append(file.words(page, thing))
            elif thing.get("/Type") == "/MCR":
                words.append(file.words(thing.raw_get("/Pg"), int(thing["/MCID"])))
            elif thing.get("/Type") == "/OBJR":
                self.annotations.append(thing["/Obj"].get_object())
            else:
                self.kids.append(Tag(thing, file))
                words.append(self.kids[-1].words)
        self.words = "".join(words)

    def every(self, name: str) -> list[Tag]:
        """The elements of that name within, in order."""
        return [tag for tag in self.walk() if tag.name == name]

    def walk(self) -> Iterator[Tag]:
        yield self
        for kid in self.kids:
            yield from kid.walk()

    def shape(self) -> Any:
        """The names alone, nested."""
        return (self.name, *(kid.shape() for kid in self.kids)) if self.kids else self.name

    def attribute(self, key: str) -> str:
        attributes = self.element.get("/A", {})
        listed = attributes if isinstance(attributes, list) else [attributes]
        return next((str(a.get_object()[key]) for a in listed if key in a.get_object()), "")


class File:
    """A file with its tags."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = reader(data)
        self.texts = Pages(data)
        self.numbers = {
            page.indirect_reference.idnum: number
            for number, page in enumerate(self.pdf.pages)
            if page.indirect_reference
        }
        tree = self.pdf.trailer["/Root"]["/StructTreeRoot"]
        self.tags = Tag(tree["/K"].get_object(), self)

    def words(self, page: Any, number: int) -> str:
        return self.texts.words(self.numbers[page.idnum], number, False)

    def code(self, page: int) -> str:
        contents = self.pdf.pages[page].get_contents()
        return "" if contents is None else contents.get_data().decode("latin-1")

    def links(self, page: int) -> list[DictionaryObject]:
        return [link.get_object() for link in self.pdf.pages[page].get("/Annots", [])]


def lines_of(code: str) -> list[str]:
    """The lines of a page in the order drawn, each as plain letters (ASCII only)."""
    lines: list[str] = []
    for part in re.split(r"1 0 0 1 [\d.\- ]+ Tm", code)[1:]:
        strings = re.findall(r"\(((?:\\.|[^\\()])*)\)", part)
        lines.append("".join(strings).replace("\\(", "(").replace("\\)", ")"))
    return [line for line in lines if line]
