"""Any text as paragraphs with places: .md, .txt, .docx and .html."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from exporter.checks.markdown_words import LanguageMarks, words_of_token
from exporter.checks.reading import PassageKind
from exporter.checks.text_paragraph import LONGEST, NotReadable, TextParagraph
from exporter.diagnostics import Place

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

__all__ = ["SUFFIXES", "NotReadable", "TextParagraph", "paragraphs_of"]

SUFFIXES = (".md", ".markdown", ".txt", ".text", ".docx", ".html", ".htm")
"""What can be read, also in capitals. Lines of a .docx are its paragraphs, counted from 1."""


def most_of(suffix: str) -> int:
    """How many bytes of such a file are read. Packed files have bounds of their own."""
    return 5_000_000 if suffix.lower() in (".md", ".markdown", ".txt", ".text", "") else 300_000_000


def paragraphs_of(data: bytes, suffix: str, file: str = "") -> tuple[TextParagraph, ...]:
    """The paragraphs of a text. Raises NotReadable, with a sentence that says why.

    What opens Word files and web pages is imported for those alone.
    """
    match suffix.lower():
        case ".docx":
            from exporter.checks.word_files import docx_paragraphs

            return tuple(docx_paragraphs(data, file))
        case ".html" | ".htm":
            from exporter.checks.web_pages import html_paragraphs

            return tuple(html_paragraphs(data, file))
        case ".md" | ".markdown":
            return tuple(_markdown(_decoded(data), file))
        case ".txt" | ".text" | "":
            return tuple(_plain(_decoded(data), file))
        case _:
            raise NotReadable(f"Only {', '.join(SUFFIXES)} can be checked, not {suffix}.")


def _decoded(data: bytes) -> str:
    """The text. Raises NotReadable rather than guess: other letters would be judged."""
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        code = "UTF-16" if marked else "UTF-8"
        raise NotReadable(
            f"This file is not saved as {code}: a letter in line {line} cannot be read.",
            "In your editor choose “Save with encoding” and then “UTF-8”.",
            line,
        ) from error


# ---- Markdown --------------------------------------------------------------------------------

_LANGUAGE = re.compile(r"^lang(?:uage)?: *[\"']?([A-Za-z][\w-]{1,34})", re.MULTILINE)
_FRONT = re.compile(r"\A---\n.*?\n(?:---|\.\.\.)\n", re.DOTALL)


def _markdown(text: str, file: str) -> Iterator[TextParagraph]:
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    skipped = front.group().count("\n") if front else 0
    tokens = _parser().parse(text[front.end() if front else 0 :])
    said = _LANGUAGE.search(front.group()) if front else None
    marks = LanguageMarks()
    inside: list[str] = []
    for token, before in zip(tokens, [None, *tokens], strict=False):
        name = token.type.rsplit("_", 1)[0]
        if token.nesting == 1:
            inside.append(name)
        elif token.nesting == -1:
            inside.pop()
        elif token.type == "html_block":
            marks.read(token.content)
        elif token.type == "inline" and token.map:
            words = words_of_token(token)
            if words.text.strip():
                yield TextParagraph(
                    text=words.text,
                    place=Place(file, token.map[0] + 1 + skipped),
                    kind=_kind(inside),
                    level=_level(inside, before),
                    bold=words.bold,
                    links=words.links,
                    apart=words.apart,
                    language=marks.language or (said[1] if said else ""),
                )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark").enable("table")
    made.core.ruler.at("inline", _read_inlines)
    return made


def _read_inlines(state: StateCore) -> None:
    """As the rule `inline`; where marks could take for ever to read, they stay as they were typed.

    Each open bracket is followed to the end of its paragraph.
    """
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type != "inline":
            continue
        words = token.content
        if len(words) > LONGEST or any(words.count(sign) > _MOST_MARKS for sign in "[]*_`<&~"):
            token.children = [Token("text", "", 0, content=words)]
        else:
            token.children = []
            state.md.inline.parse(words, state.md, state.env, token.children)


_MOST_MARKS = 1_000


def _kind(inside: list[str]) -> PassageKind:
    for name in reversed(inside):
        match name:
            case "heading":
                return "heading"
            case "list_item":
                return "item"
            case "th":
                return "header-cell"
            case "td":
                return "cell"
            case "blockquote":
                return "quote"
            case _:
                pass
    return "paragraph"


def _level(inside: list[str], before: Token | None) -> int:
    if inside and inside[-1] == "heading" and before is not None:
        return int(before.tag[1:])
    return sum(1 for name in inside if name == "list_item")


# ---- plain text ------------------------------------------------------------------------------

_BULLET = re.compile(r"^(\s*)(?:[-*•·▪◦‣–]|\d{1,3}[.)]|\([a-z0-9]\))\s+(?=\S)")
_MOST_OF_A_HEADING = 10


def _plain(text: str, file: str) -> Iterator[TextParagraph]:
    block: list[str] = []
    first = 1
    item_level = 0
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate([*lines, ""], start=1):
        bullet = _BULLET.match(line)
        if not line.strip() or bullet:
            if block:
                yield _plain_paragraph(block, Place(file, first), item_level, not line.strip())
            block = []
            item_level = 0
        if bullet:
            item_level = 1 + len(bullet.group(1).expandtabs(4)) // 2
            first, block = number, [line[bullet.end() :]]
        elif line.strip():
            if not block:
                first = number
            block.append(line.strip())


def _plain_paragraph(block: list[str], place: Place, item_level: int, alone: bool) -> TextParagraph:
    text = "\n".join(block)
    if item_level:
        return TextParagraph(text=text, place=place, kind="item", level=item_level)
    short = len(block) == 1 and len(text.split()) <= _MOST_OF_A_HEADING
    if short and alone and text[0].isupper() and text[-1] not in ".:;,!?…”\"')":
        return TextParagraph(text=text, place=place, kind="heading", level=2)
    quoted = text[0] in '“"' and text[-1] in '”"'
    return TextParagraph(text=text, place=place, kind="quote" if quoted else "paragraph")
