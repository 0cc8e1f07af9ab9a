"""A Word file opened for looking into."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from exporter.brand import Brand, ContactLine
from exporter.edition import Theme
from exporter.model import Document
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from tests import build

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
BRAND = Brand(
    name="house",
    publisher="The River Trust",
    accent="#0f5c63",
    second="#c9862b",
    logo=build.picture("logo", "The River Trust"),
    contact=(ContactLine("phone", "01632 960123", "tel:01632960123"),),
    cover_line="Made with people who use services",
    legal_line="You may copy this guide.",
)


def theme(edition: str = "standard") -> Theme:
    return load_edition(edition).theme


def written(document: Document, edition: str = "standard", brand: Brand = BRAND) -> bytes:
    return writer.stamp(writer.compile(document, theme(edition)), brand)


class Opened:
    """The members of a file, and their XML."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))

    def text(self, name: str) -> str:
        return self.archive.read(name).decode()

    def xml(self, name: str) -> etree._Element:
        return etree.fromstring(self.archive.read(name))

    @property
    def body(self) -> etree._Element:
        found = self.xml("word/document.xml").find(f"{W}body")
        assert found is not None
        return found

    def style_of(self, words: str) -> str:
        """The style of the first paragraph that holds these words."""
        for paragraph in self.body.iter(f"{W}p"):
            if words in "".join(part.text or "" for part in paragraph.iter(f"{W}t")):
                return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        raise AssertionError(f"{words!r} is not there")
