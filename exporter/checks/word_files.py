"""The paragraphs of a Word file, read with care: strangers' files are not to be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exporter.checks.apart import Stretch
from exporter.checks.reading import PassageKind
from exporter.checks.text_paragraph import NotReadable, TextParagraph
from exporter.diagnostics import Place, Unreadable
from exporter.word_file.names import Element, R, W, is_on, value
from exporter.word_file.opening import open_word
from exporter.word_file.pictures import BOX, boxes_in
from exporter.word_file.styles import Style, Styles
from exporter.word_file.symbols import in_typeface, symbol

_NOT_READ = {BOX, *(f"{W}{name}" for name in ("pPr", "rPr", "del", "moveFrom", "rt"))}
"""Boxes are paragraphs of their own; the others are no words, or words that nobody meets."""


def docx_paragraphs(data: bytes, file: str = "") -> Iterator[TextParagraph]:
    """The paragraphs of the body; `line` of their place is their number, from 1."""
    try:
        word = open_word(data)
        targets = {key: one.target for key, one in word.related(word.main).items()}
        styles = word.styles
    except Unreadable as error:
        raise NotReadable(" ".join(filter(None, (str(error), error.hint)))) from error
    return _Body(styles, targets, file).paragraphs(word.body)


class _Body:
    def __init__(self, styles: Styles, targets: dict[str, str], file: str) -> None:
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
                for box in boxes_in(child):
                    yield from self.paragraphs(box)
            elif child.tag != f"{W}sectPr":
                yield from self.paragraphs(child, in_cell or child.tag == f"{W}tc")

    def _paragraph(self, element: Element, in_cell: bool) -> TextParagraph | None:
        style = self._styles.of(element)
        text = self._text(element, style)
        if not text.strip() or style.name.startswith("toc"):
            return None
        kind, level = self._kind(element, style, in_cell)
        set_in, apart = self._languages(element, style)
        return TextParagraph(
            text=text.strip(),
            place=Place(self._file, self._number),
            kind=kind,
            level=level,
            bold=tuple(self._bold(element, style)),
            links=tuple(self._links(element, style)),
            apart=apart,
            set_in=set_in,
        )

    def _kind(self, element: Element, style: Style, in_cell: bool) -> tuple[PassageKind, int]:
        level = 1 if style.name == "title" else self._styles.heading_level(element, style)
        if level:
            return "heading", level
        if self._styles.is_item(element, style):
            return "item", 1 + self._styles.list_level(element, style)
        if "quot" in style.name:
            return "quote", 0
        if "caption" in style.name:
            return "caption", 0
        return ("cell" if in_cell else "paragraph"), 0

    def _links(self, element: Element, style: Style) -> Iterator[tuple[str, str]]:
        for link in element.iter(f"{W}hyperlink"):
            target = self._targets.get(link.get(f"{R}id", ""), "")
            if target:
                yield self._text(link, style).strip(), target

    def _bold(self, paragraph: Element, style: Style) -> Iterator[str]:
        """Runs of bold words, joined where Word has cut them."""
        pieces: list[str] = []
        for run in paragraph.iter(f"{W}r"):
            if is_on(run.find(f"{W}rPr"), "b"):
                pieces.append(self._text(run, style))
            elif pieces:
                yield "".join(pieces).strip()
                pieces = []
        if "".join(pieces).strip():
            yield "".join(pieces).strip()

    def _languages(self, paragraph: Element, style: Style) -> tuple[str, tuple[Stretch, ...]]:
        """The language of most letters of a paragraph, and where its runs are in another."""
        own = (one.language for one in self._styles.chain(style) if one.language)
        usual = next(own, "") or self._styles.language
        stretches: list[Stretch] = []
        letters: Counter[str] = Counter()
        start = 0
        for words, run in self._pieces(paragraph, style):
            tag = value(run, "rPr", "lang") or usual
            words = words if start else words.lstrip()
            letters[tag] += len(words)
            stretches.append(Stretch(start, start + len(words), tag))
            start += len(words)
        most = max(letters, key=lambda tag: letters[tag], default=usual)
        other = (one for one in stretches if one.language not in ("", most))
        return most, tuple(one for one in other if one.start < one.end)

    def _text(self, element: Element, style: Style) -> str:
        """The words that are seen in an element of a paragraph in this style."""
        return "".join(words for words, _ in self._pieces(element, style))

    def _pieces(self, element: Element, style: Style) -> Iterator[tuple[str, Element | None]]:
        """The same in pieces, each with its run."""
        stack = [element]
        while stack:
            part = stack.pop()
            if part.tag == f"{W}t":
                run = part.getparent()
                yield in_typeface(part.text or "", run.find(f"{W}rPr")), run
            elif part.tag in (f"{W}tab", f"{W}br", f"{W}cr"):
                yield " ", part.getparent()
            elif part.tag == f"{W}noBreakHyphen":
                yield "-", part.getparent()
            elif part.tag == f"{W}sym":
                yield symbol(part), part.getparent()
            elif part.tag not in _NOT_READ and not self._is_hidden(part, style):
                stack.extend(reversed(part))

    def _is_hidden(self, part: Element, style: Style) -> bool:
        return part.tag == f"{W}r" and self._styles.hides(part, style)
