"""Good Word files, and ways to spoil one thing in them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from exporter.brand import Brand, ContactLine
from exporter.model import Document, PictureRow, Section
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from tests import build

Files = dict[str, str]
Spoil = Callable[[Files], None]

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CORE, THEME, FOOTER = "docProps/core.xml", "word/theme/theme1.xml", "word/footer1.xml"
ENDNOTES, HEADER = "word/endnotes.xml", "word/header1.xml"
NUMBERING, TYPES = "word/numbering.xml", "[Content_Types].xml"

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


def _file(document: Document, edition: str) -> bytes:
    return writer.stamp(writer.compile(document, load_edition(edition).theme), BRAND)


@cache
def good() -> bytes:
    """Every block, in the standard edition."""
    return _file(build.everything(), "standard")


@cache
def easy() -> bytes:
    return _file(build.easy(), "easy-read")


@cache
def long() -> bytes:
    """Six parts of many words, with contents."""
    words = "People decide together what is asked and what is done with the answers. " * 40
    parts = tuple(
        Section(anchor=f"part{n}", heading=f"Part {n}", level=2, blocks=(build.para(words),))
        for n in range(1, 7)
    )
    entries = tuple(
        replace(build.everything().contents[0], text=part.heading, anchor=part.anchor)
        for part in parts
    )
    return _file(build.document(sections=parts, contents=entries), "standard")


@cache
def decorative() -> bytes:
    """A picture that is only there to be looked at."""
    row = PictureRow((build.picture("leaf", ""),), (build.para("A leaf."),))
    return _file(build.document(row, edition="easy-read"), "easy-read")


def unpacked(data: bytes) -> tuple[Files, dict[str, bytes]]:
    """The texts of a file, and its other members."""
    texts, others = {}, {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            if name.endswith((".xml", ".rels")):
                texts[name] = content.decode()
            else:
                others[name] = content
    return texts, others


def packed(texts: Files, others: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
        for name, content in others.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def spoiled(data: bytes, spoil: Spoil) -> bytes:
    texts, others = unpacked(data)
    spoil(texts)
    return packed(texts, others)


def change(name: str, old: str, new: str, count: int = 1) -> Spoil:
    """Replace some words of one part; they must be there."""

    def spoil(files: Files) -> None:
        assert old in files[name], f"{old!r} is not in {name}"
        files[name] = files[name].replace(old, new, count)

    return spoil


def rewrite(name: str, pattern: str, new: str, count: int = 1) -> Spoil:
    """The same with a regular expression."""

    def spoil(files: Files) -> None:
        files[name], found = re.subn(pattern, new, files[name], count=count, flags=re.DOTALL)
        assert found, f"{pattern!r} is not in {name}"

    return spoil


def counted(pages: int) -> Spoil:
    """Say how many pages there were when the file was saved."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties"

    def spoil(files: Files) -> None:
        files["docProps/app.xml"] = (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'extended-properties"><Pages>{pages}</Pages></Properties>'
        )
        link = f'<Relationship Id="rIdApp" Type="{kind}" Target="docProps/app.xml"/>'
        files["_rels/.rels"] = files["_rels/.rels"].replace(
            "</Relationships>", f"{link}</Relationships>"
        )

    return spoil


def in_style(style: str, *, run: str = "", paragraph: str = "") -> Spoil:
    """Add a property to a style, in the place that the schema wants."""

    def spoil(files: Files) -> None:
        start = files[STYLES].index(f'w:styleId="{style}"')
        end = files[STYLES].index("</w:style>", start)
        own = files[STYLES][start:end]
        if run:
            own = (
                own.replace("<w:rPr>", f"<w:rPr>{run}", 1)
                if "<w:rPr>" in own
                else f"{own}<w:rPr>{run}</w:rPr>"
            )
        if paragraph:
            own = (
                own.replace("</w:pPr>", f"{paragraph}</w:pPr>", 1)
                if "</w:pPr>" in own
                else own.replace("<w:qFormat/>", f"<w:qFormat/><w:pPr>{paragraph}</w:pPr>", 1)
            )
        files[STYLES] = files[STYLES][:start] + own + files[STYLES][end:]

    return spoil


def together(*spoils: Spoil) -> Spoil:
    def spoil(files: Files) -> None:
        for one in spoils:
            one(files)

    return spoil


def paragraph(text: str, style: str = "BodyText", run: str = "") -> str:
    properties = f"<w:rPr>{run}</w:rPr>" if run else ""
    words = f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{words}</w:p>'


def after(words: str, new: str) -> Spoil:
    """Put something after the paragraph that holds these words."""

    def spoil(files: Files) -> None:
        at = files[DOCUMENT].index("</w:p>", files[DOCUMENT].index(words)) + len("</w:p>")
        files[DOCUMENT] = files[DOCUMENT][:at] + new + files[DOCUMENT][at:]

    return spoil
