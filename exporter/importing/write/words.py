"""The words of one paragraph with their marks: inlines of the model as an author types them."""

from __future__ import annotations

import re
from typing import assert_never

from exporter.authored import values
from exporter.authored.spelling import as_words, at_start
from exporter.model import (
    Abbreviation,
    Address,
    Foreign,
    Inline,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    PageNumber,
    Reference,
    Stress,
    Strong,
    Term,
    Text,
)
from exporter.walk import plain_text

_WIDTH = 98
_PLAIN_ADDRESS = re.compile(r"(?:https?|mailto|tel):[^\s<>]*")
_ROUGH = re.compile(r"[\s()<>\\]")


def paragraph(inlines: Inlines) -> list[str]:
    """The lines of a paragraph, none of which begins a block of its own."""
    return [at_start(line) for line in _wrapped(marked(inlines))]


def kept_lines(inlines: Inlines) -> list[str]:
    """The same for words between `::: lines` and `:::`, where each line stays a line."""
    lines: list[list[Inline]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return [at_start(marked(tuple(line)).strip()) for line in lines]


def has_lines(inlines: Inlines) -> bool:
    """Whether its lines are kept."""
    return any(isinstance(inline, LineBreak) for inline in inlines)


def marked(inlines: Inlines) -> str:
    """The words on one line."""
    return _pieces(inlines, "", "").strip()


def _pieces(inlines: Inlines, before: str, after: str) -> str:
    written = ""
    for index, inline in enumerate(inlines):
        rest = inlines[index + 1 :]
        left = written[-1:] or before
        right = _first(rest[0]) if rest else after
        written += _inline(inline, left, right)
    return written


def _inline(inline: Inline, left: str, right: str) -> str:
    match inline:
        case Text(text) | Abbreviation(text):
            return as_words(text, left, right)
        case LineBreak():
            return " "
        case Strong() | Term():
            return f"**{_pieces(inline.children, '*', '*')}**"
        case Stress():
            return f"*{_pieces(inline.children, '*', '*')}*"
        case Foreign():
            return f"[{_pieces(inline.children, '[', ']')}]{{lang={inline.language}}}"
        case Link():
            return _link(inline)
        case Reference():
            return f"[{_pieces(inline.children, '[', ']')}](#{inline.target})"
        case NoteMark():
            return f"[^{inline.anchor}]"
        case PageNumber() | Address():
            return ""
        case _:
            assert_never(inline)


def _link(link: Link) -> str:
    shown = plain_text(link.children)
    if values.small_scheme(shown) == link.url and _PLAIN_ADDRESS.fullmatch(link.url):
        return f"<{shown}>"
    address = link.url
    if _ROUGH.search(address):
        address = re.sub(r"[<>\\\n]", lambda match: f"%{ord(match.group()):02X}", address)
        address = f"<{address}>"
    return f"[{_pieces(link.children, '[', ']')}]({address})"


def _first(inline: Inline) -> str:
    """The sign that an inline begins with."""
    match inline:
        case Text(text) | Abbreviation(text):
            return text[:1]
        case Strong() | Stress() | Term():
            return "*"
        case _:
            return "["


def _wrapped(text: str) -> list[str]:
    """Lines of a bearable length. A line ends before a letter only, where nothing can begin."""
    lines = []
    while len(text) > _WIDTH:
        cut = _cut(text)
        if cut <= 0:
            break
        lines.append(text[:cut])
        text = text[cut + 1 :]
    return [*lines, text]


def _cut(text: str) -> int:
    spaces = [
        match.start()
        for match in _MAY_END.finditer(text, 0, min(len(text), 3 * _WIDTH))
        if not _in_brackets(text, match.start())
    ]
    near = [one for one in spaces if one <= _WIDTH]
    return near[-1] if near else spaces[0] if spaces else -1


_MAY_END = re.compile(r"(?<=[^ \\]) (?=[^\W\d_]{2,}[^.)\w])")


def _in_brackets(text: str, at: int) -> bool:
    """Whether the place is inside the address of a link, which must stay on its line."""
    opened = text.rfind("(<", 0, at)
    return opened >= 0 and text.find(">)", opened) > at
