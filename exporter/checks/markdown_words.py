"""The words of a piece of Markdown, and what of it is bold, a link, code or in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from exporter.checks.apart import Stretch

if TYPE_CHECKING:
    from markdown_it.token import Token


class Words(NamedTuple):
    """What is read of a paragraph, a heading, an item or a cell."""

    text: str
    bold: tuple[str, ...]
    links: tuple[tuple[str, str], ...]
    apart: tuple[Stretch, ...]


def words_of_token(token: Token) -> Words:
    """What an `inline` token of markdown-it says."""
    text, apart = _without_marks(*_text_of(token))
    return Words(text, tuple(_between(token, "strong")), tuple(_links(token)), apart)


class LanguageMarks:
    """The languages that open html elements give: `<div lang="cy">` … `</div>`."""

    def __init__(self) -> None:
        self._open: list[tuple[str, str]] = []

    @property
    def language(self) -> str:
        """That of what comes next; "" outside every such element."""
        return next((language for _, language in reversed(self._open) if language), "")

    def read(self, html: str) -> None:
        """Go on after some html."""
        for closes, name, attributes, alone in _TAG.findall(html):
            if closes:
                names = [each for each, _ in self._open]
                if name.lower() in names:
                    last = len(names) - 1 - names[::-1].index(name.lower())
                    del self._open[last:]
            elif not alone and name.lower() not in _EMPTY and len(self._open) < _DEEPEST:
                found = _LANG.search(attributes)
                self._open.append((name.lower(), found[1] if found else ""))


_TAG = re.compile(r"<(/?)([A-Za-z][\w-]{0,30})\b([^<>]{0,500}?)(/?)>")
_LANG = re.compile(r"(?<![\w:-])lang\s*=\s*[\"']?([A-Za-z][\w-]{1,34})")
_EMPTY = frozenset(("area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"))
_DEEPEST = 100


def _text_of(token: Token) -> tuple[str, list[Stretch]]:
    pieces: list[str] = []
    apart: list[Stretch] = []
    marks = LanguageMarks()
    start = 0
    for child in token.children or []:
        match child.type:
            case "text" | "code_inline":
                words = child.content
            case "softbreak" | "hardbreak":
                words = "\n"
            case "html_inline":
                marks.read(child.content)
                continue
            case _:
                continue
        pieces.append(words)
        if child.type == "code_inline":
            apart.append(Stretch(start, start + len(words)))
        elif marks.language and words.strip():
            apart.append(Stretch(start, start + len(words), marks.language))
        start += len(words)
    return "".join(pieces), apart


_SPAN = re.compile(
    r"\[(?P<words>[^\[\]\n]{1,400})\]"
    r"(?:\{[^{}\n]{0,80}?\blang=[\"']?(?P<language>[A-Za-z][\w-]{1,34})[^{}\n]{0,80}\}"
    r"|\([^()\n]{0,200}\{[{%][^()\n]{0,300}\))"
)
"""`[Croeso]{lang=cy}`, and links whose address a template makes: `[Help]({{ url }}/help)`."""


def _without_marks(text: str, apart: list[Stretch]) -> tuple[str, tuple[Stretch, ...]]:
    """The same, where such marks are only their words, in their language."""
    pieces: list[str] = []
    told: list[Stretch] = []
    cuts: list[tuple[int, int]] = []
    done = length = 0
    for match in _SPAN.finditer(text):
        before = text[done : match.start()]
        length += len(before)
        if match["language"]:
            told.append(Stretch(length, length + len(match[1]), match["language"]))
        pieces += [before, match[1]]
        length += len(match[1])
        cuts += [(match.start(), match.start(1)), (match.end(1), match.end())]
        done = match.end()

    def moved(place: int) -> int:
        return place - sum(min(place, end) - start for start, end in cuts if start < place)

    kept = (Stretch(moved(one.start), moved(one.end), one.language) for one in apart)
    return "".join((*pieces, text[done:])), (*kept, *told)


def _between(token: Token, kind: str) -> Iterator[str]:
    words: list[str] | None = None
    for child in token.children or []:
        if child.type == f"{kind}_open":
            words = []
        elif child.type == f"{kind}_close" and words is not None:
            yield "".join(words)
            words = None
        elif words is not None and child.type == "text":
            words.append(child.content)


def _links(token: Token) -> Iterator[tuple[str, str]]:
    targets = [
        str(child.attrGet("href") or "")
        for child in token.children or []
        if child.type == "link_open"
    ]
    yield from zip(_between(token, "link"), targets, strict=False)
