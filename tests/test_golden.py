"""Golden texts: what each writer makes of the sample documents, readable, never binaries.

`make golden` writes them again; read the difference before you commit it.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.dom import minidom

import pikepdf
import pytest

from exporter.brand import Brand, ContactLine
from exporter.model import Document
from exporter.styles.editions import load_edition
from exporter.writers import docx, epub, html, pdf_reportlab
from tests import build

GOLDEN = Path(__file__).parent / "golden"
BRAND = Brand(
    name="house",
    publisher="The River Trust",
    accent="#0f5c63",
    second="#c9862b",
    contact=(ContactLine("phone", "01632 960123", "tel:01632960123"),),
    cover_line="Written together",
    legal_line="Example charity 0000000",
)
DOCUMENTS: dict[str, tuple[Callable[[], Document], str]] = {
    "everything": (build.everything, "standard"),
    "easy": (build.easy, "easy-read"),
}


def tag_tree(data: bytes) -> str:
    """The structure tree of a PDF: one element a line, with what a screen reader is told."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return "\n".join(_elements(pdf.Root.StructTreeRoot.K, 0)) + "\n"


def _elements(kids: Any, depth: int) -> Iterator[str]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        told = [str(kid.S).lstrip("/")]
        told += [
            f"{key}={kid[f'/{key}']}" for key in ("Alt", "E", "Lang", "ID") if f"/{key}" in kid
        ]
        attributes = kid.get("/A", [])
        for owner in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            told += [
                f"{k.lstrip('/')}={owner[k]}" for k in ("/Scope", "/ListNumbering") if k in owner
            ]
        yield "  " * depth + " ".join(told)
        if "/K" in kid:
            yield from _elements(kid.K, depth + 1)


def body_xml(data: bytes) -> str:
    """document.xml of a Word file, indented."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    return minidom.parseString(text).toprettyxml(indent=" ")


def page(data: bytes) -> str:
    """The body of a web page, a tag a line; fonts and pictures by their length."""
    text = re.sub(
        r"data:[\w/+.-]+;base64,([A-Za-z0-9+/=]+)",
        lambda match: f"data:{len(match.group(1))}",
        data.decode(),
    )
    return text[text.index("<body") :].replace("><", ">\n<")


def book(data: bytes) -> str:
    """The texts of an e-book, a tag a line; its typefaces and pictures by their names."""
    pieces = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            held = archive.read(name)
            words = name.endswith((".xhtml", ".opf", ".xml", "brand.css", "mimetype"))
            text = held.decode().replace("><", ">\n<").strip() if words else "…"
            pieces.append(f"==== {name}\n{text}\n")
    return "".join(pieces)


KINDS: dict[str, tuple[Any, Callable[[bytes], str], str]] = {
    "pdf": (pdf_reportlab, tag_tree, "pdf.txt"),
    "docx": (docx, body_xml, "docx.xml"),
    "html": (html, page, "html"),
    "epub": (epub, book, "epub.txt"),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_file_is_the_one_that_a_person_has_read(name: str, kind: str) -> None:
    document, edition = DOCUMENTS[name]
    writer, shown, suffix = KINDS[kind]
    data = writer.stamp(writer.compile(document(), load_edition(edition).theme), BRAND)
    found = shown(data)
    golden = GOLDEN / f"{name}.{suffix}"
    if os.environ.get("EXPORTER_GOLDEN") == "write":
        golden.write_text(found, "utf-8")
    assert found == golden.read_text("utf-8")
