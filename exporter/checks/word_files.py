"""The paragraphs of a Word file, read with care: strangers' files are not to be trusted."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from exporter.checks.reading import PassageKind
from exporter.checks.text_paragraph import NotReadable, TextParagraph
from exporter.diagnostics import Place

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
MOST_BYTES = 50_000_000
"""The largest part of a Word file that we read, unpacked."""


def docx_paragraphs(data: bytes, file: str = "") -> Iterator[TextParagraph]:
    """The paragraphs of the body; `line` of their place is their number, from 1."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            body = _part(archive, "word/document.xml")
            styles = _part(archive, "word/styles.xml", needed=False)
            links = _part(archive, "word/_rels/document.xml.rels", needed=False)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError) as error:
        raise NotReadable("This is not a Word file (.docx), or it is damaged.") from error
    assert body is not None
    return _Body(_style_names(styles), _targets(links), file).paragraphs(body)


def _part(archive: zipfile.ZipFile, name: str, needed: bool = True) -> ElementTree.Element | None:
    try:
        with archive.open(name) as part:
            content = part.read(MOST_BYTES + 1)
    except KeyError as error:
        if not needed:
            return None
        raise NotReadable("This is not a Word file: it has no text in it.") from error
    except (zipfile.BadZipFile, zipfile.zlib.error) as error:  # type: ignore[attr-defined]
        raise NotReadable("This Word file is damaged.") from error
    if len(content) > MOST_BYTES:
        raise NotReadable("This Word file is too large to be checked.")
    if b"<!DOCTYPE" in content[:2000] or b"<!ENTITY" in content:
        raise NotReadable("This Word file holds things that Word never writes.")
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError as error:
        raise NotReadable("This Word file is damaged.") from error


def _style_names(styles: ElementTree.Element | None) -> dict[str, str]:
    if styles is None:
        return {}
    names = {}
    for style in styles.iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        if name is not None:
            names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "").lower()
    return names


def _targets(links: ElementTree.Element | None) -> dict[str, str]:
    if links is None:
        return {}
    return {link.get("Id", ""): link.get("Target", "") for link in links}


class _Body:
    def __init__(self, styles: dict[str, str], targets: dict[str, str], file: str) -> None:
        self._styles = styles
        self._targets = targets
        self._file = file
        self._number = 0

    def paragraphs(
        self, element: ElementTree.Element, in_cell: bool = False
    ) -> Iterator[TextParagraph]:
        for child in element:
            if child.tag == f"{_W}p":
                self._number += 1
                paragraph = self._paragraph(child, in_cell)
                if paragraph is not None:
                    yield paragraph
                for box in _boxes(child):
                    yield from self.paragraphs(box)
            elif child.tag not in (f"{_W}sectPr", _FALLBACK):
                yield from self.paragraphs(child, in_cell or child.tag == f"{_W}tc")

    def _paragraph(self, element: ElementTree.Element, in_cell: bool) -> TextParagraph | None:
        text = _text(element)
        if not text.strip():
            return None
        style = element.find(f"{_W}pPr/{_W}pStyle")
        identifier = style.get(f"{_W}val", "") if style is not None else ""
        name = self._styles.get(identifier, identifier.lower())
        kind, level = self._kind(element, name, in_cell)
        return TextParagraph(
            text=text.strip(),
            place=Place(self._file, self._number),
            kind=kind,
            level=level,
            bold=tuple(_bold(element)),
            links=tuple(self._links(element)),
        )

    def _kind(
        self, element: ElementTree.Element, style: str, in_cell: bool
    ) -> tuple[PassageKind, int]:
        heading = re.match(r"heading (\d)", style)
        if heading or style == "title":
            return "heading", int(heading[1]) if heading else 1
        numbered = element.find(f"{_W}pPr/{_W}numPr")
        if numbered is not None or style.startswith("list"):
            depth = numbered.find(f"{_W}ilvl") if numbered is not None else None
            return "item", 1 + int(depth.get(f"{_W}val", "0") if depth is not None else "0")
        if "quot" in style:
            return "quote", 0
        if "caption" in style:
            return "caption", 0
        return ("cell" if in_cell else "paragraph"), 0

    def _links(self, element: ElementTree.Element) -> Iterator[tuple[str, str]]:
        for link in element.iter(f"{_W}hyperlink"):
            target = self._targets.get(link.get(f"{_R}id", ""), "")
            if target:
                yield _text(link).strip(), target


def _boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Text boxes inside a paragraph; what older programs get instead of them is left out."""
    stack = list(paragraph)
    while stack:
        element = stack.pop(0)
        if element.tag == f"{_W}txbxContent":
            yield element
        elif element.tag != _FALLBACK:
            stack[:0] = list(element)


def _text(element: ElementTree.Element) -> str:
    pieces = []
    stack = [element]
    while stack:
        part = stack.pop()
        if part.tag == f"{_W}t":
            pieces.append(part.text or "")
        elif part.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            pieces.append(" ")
        elif part.tag == f"{_W}noBreakHyphen":
            pieces.append("-")
        elif part.tag not in (f"{_W}txbxContent", f"{_W}pPr", f"{_W}rPr", _FALLBACK):
            stack.extend(reversed(part))
    return "".join(pieces)


def _bold(paragraph: ElementTree.Element) -> Iterator[str]:
    """Runs of bold words, joined where Word has cut them."""
    pieces: list[str] = []
    for run in paragraph.iter(f"{_W}r"):
        mark = run.find(f"{_W}rPr/{_W}b")
        if mark is not None and mark.get(f"{_W}val", "1") not in ("0", "false", "off"):
            pieces.append(_text(run))
        elif pieces:
            yield "".join(pieces).strip()
            pieces = []
    if "".join(pieces).strip():
        yield "".join(pieces).strip()
