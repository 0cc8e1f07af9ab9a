"""The paragraphs of a Word file, read with care: strangers' files are not to be trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.checks.reading import PassageKind
from exporter.checks.text_paragraph import NotReadable, TextParagraph
from exporter.diagnostics import Place, Unreadable
from exporter.word_file.names import Element, R, W, value, whole_number
from exporter.word_file.opening import open_word


def docx_paragraphs(data: bytes, file: str = "") -> Iterator[TextParagraph]:
    """The paragraphs of the body; `line` of their place is their number, from 1."""
    try:
        word = open_word(data)
        targets = {key: one.target for key, one in word.related(word.main).items()}
        names = word.style_names
    except Unreadable as error:
        raise NotReadable(" ".join(filter(None, (str(error), error.hint)))) from error
    return _Body(names, targets, file).paragraphs(word.body)


class _Body:
    def __init__(self, styles: dict[str, str], targets: dict[str, str], file: str) -> None:
        self._styles = styles
        self._targets = targets
        self._file = file
        self._number = 0

    def paragraphs(self, element: Element, in_cell: bool = False) -> Iterator[TextParagraph]:
        for child in element:
            if child.tag == f"{W}p":
                self._number += 1
                paragraph = self._paragraph(child, in_cell)
                if paragraph is not None:
                    yield paragraph
                for box in _boxes(child):
                    yield from self.paragraphs(box)
            elif child.tag != f"{W}sectPr":
                yield from self.paragraphs(child, in_cell or child.tag == f"{W}tc")

    def _paragraph(self, element: Element, in_cell: bool) -> TextParagraph | None:
        text = _text(element)
        if not text.strip():
            return None
        identifier = value(element, "pPr", "pStyle")
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

    def _kind(self, element: Element, style: str, in_cell: bool) -> tuple[PassageKind, int]:
        heading = re.match(r"heading (\d)", style)
        if heading or style == "title":
            return "heading", int(heading[1]) if heading else 1
        numbered = element.find(f"{W}pPr/{W}numPr")
        if numbered is not None or style.startswith("list"):
            return "item", 1 + whole_number(value(numbered, "ilvl"), 0)
        if "quot" in style:
            return "quote", 0
        if "caption" in style:
            return "caption", 0
        return ("cell" if in_cell else "paragraph"), 0

    def _links(self, element: Element) -> Iterator[tuple[str, str]]:
        for link in element.iter(f"{W}hyperlink"):
            target = self._targets.get(link.get(f"{R}id", ""), "")
            if target:
                yield _text(link).strip(), target


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Text boxes inside a paragraph."""
    stack = list(paragraph)
    while stack:
        element = stack.pop(0)
        if element.tag == f"{W}txbxContent":
            yield element
        else:
            stack[:0] = list(element)


def _text(element: Element) -> str:
    pieces = []
    stack = [element]
    while stack:
        part = stack.pop()
        if part.tag == f"{W}t":
            pieces.append(part.text or "")
        elif part.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
            pieces.append(" ")
        elif part.tag == f"{W}noBreakHyphen":
            pieces.append("-")
        elif part.tag not in (f"{W}txbxContent", f"{W}pPr", f"{W}rPr"):
            stack.extend(reversed(part))
    return "".join(pieces)


def _bold(paragraph: Element) -> Iterator[str]:
    """Runs of bold words, joined where Word has cut them."""
    pieces: list[str] = []
    for run in paragraph.iter(f"{W}r"):
        mark = run.find(f"{W}rPr/{W}b")
        if mark is not None and mark.get(f"{W}val", "1") not in ("0", "false", "off"):
            pieces.append(_text(run))
        elif pieces:
            yield "".join(pieces).strip()
            pieces = []
    if "".join(pieces).strip():
        yield "".join(pieces).strip()
