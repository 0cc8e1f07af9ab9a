"""The paragraphs of a web page: what people read in it, without its menus."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.checks.apart import Stretch
from exporter.checks.reading import PassageKind
from exporter.checks.text_paragraph import NotReadable, TextParagraph
from exporter.diagnostics import Place, Unreadable
from exporter.web_page.tree import Element, around, parse, tags

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS: dict[str, PassageKind] = {
    "li": "item", "td": "cell", "th": "header-cell", "dt": "label", "dd": "definition",
    "blockquote": "quote", "caption": "caption", "figcaption": "caption",
}  # fmt: skip
_BLOCKS = tags(
    "address article aside body center details dialog div dl fieldset figure footer form header "
    "hgroup hr html legend main menu nav ol p section summary table tbody tfoot thead tr ul"
) | {*_HEADINGS, *_KINDS}
_NO_WORDS = tags(
    "audio canvas datalist head iframe map math nav noscript object pre rp rt script select style "
    "svg template textarea title video"
)
"""What holds no words of the text: menus, programs, code, drawings, choices of a form."""
_CODE = tags("code kbd samp var")
_BOLD = tags("b strong")


def html_paragraphs(data: bytes, file: str = "") -> Iterator[TextParagraph]:
    """The paragraphs of the page; `line` of their place is that of the element around them.

    Raises NotReadable.
    """
    try:
        root = parse(data)
    except Unreadable as error:
        raise NotReadable(str(error), error.hint or "Save the page anew.") from error
    return _flow(root, _Where(file), around(root, _BLOCKS))


@dataclass(frozen=True, slots=True)
class _Where:
    """What holds where we are."""

    file: str
    kind: PassageKind = "paragraph"
    level: int = 0
    language: str = ""
    line: int = 0
    page: str = ""
    """The language of the whole page, which often is that of its template and not of its words."""

    def inside(self, element: Element) -> _Where:
        """The same in an element in here. A paragraph in an item is one of the item's."""
        name = element.tag
        heading = _HEADINGS.get(name, 0)
        own: PassageKind = "heading" if heading else _KINDS.get(name, self.kind)
        level = heading or (self.level + 1 if name == "li" else self.level)
        named = element.get("lang")
        if name == "html":
            return _Where(self.file, own, level, "", element.line, named)
        return _Where(self.file, own, level, named or self.language, element.line, self.page)


@dataclass(slots=True)
class _Words:
    """The words of one paragraph as they are gathered."""

    pieces: list[str] = field(default_factory=list)
    bold: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    apart: list[Stretch] = field(default_factory=list)
    length: int = 0

    def add(self, text: str) -> None:
        """White space is one blank, and none at the beginning, as browsers show it."""
        words = " ".join(text.split())
        if words and text[:1].isspace():
            words = f" {words}"
        if text[-1:].isspace():
            words = f"{words} "
        if not self.length or self.pieces[-1][-1].isspace():
            words = words.lstrip()
        if words:
            self.pieces.append(words)
            self.length += len(words)

    def end_line(self) -> None:
        if self.pieces:
            self.length -= len(self.pieces[-1]) - len(self.pieces[-1].rstrip())
            self.pieces[-1] = f"{self.pieces[-1].rstrip()}\n"
            self.length += 1

    def since(self, start: int) -> str:
        return "".join(self.pieces)[start:].strip()


def _flow(parent: Element, where: _Where, blocks: frozenset[Element]) -> Iterator[TextParagraph]:
    """Blocks in order; words that stand between them are paragraphs too."""
    words = _Words()
    for child in parent.children:
        if isinstance(child, Element) and child in blocks:
            yield from _paragraph(words, where)
            words = _Words()
            if not _is_silent(child):
                yield from _flow(child, where.inside(child), blocks)
        else:
            _inline(child, words, where)
    yield from _paragraph(words, where)


def _is_silent(element: Element) -> bool:
    return element.tag in _NO_WORDS or element.has("hidden") or element.get("aria-hidden") == "true"


def _inline(child: Element | str, words: _Words, where: _Where) -> None:
    if isinstance(child, str):
        words.add(child)
        return
    if child.tag == "br":
        words.end_line()
    if _is_silent(child):
        return
    start = words.length
    for inner in child.children:
        _inline(inner, words, where)
    if child.tag in _BOLD and words.since(start):
        words.bold.append(words.since(start))
    if child.tag == "a" and child.get("href"):
        words.links.append((words.since(start), child.get("href")))
    language = child.get("lang")
    if child.tag in _CODE or language:
        words.apart.append(Stretch(start, words.length, language))


def _paragraph(words: _Words, where: _Where) -> Iterator[TextParagraph]:
    text = "".join(words.pieces).rstrip()
    if text:
        yield TextParagraph(
            text=text,
            place=Place(where.file, where.line),
            kind=where.kind,
            level=where.level if where.kind in ("heading", "item") else 0,
            bold=tuple(words.bold),
            links=tuple(words.links),
            apart=tuple(one for one in words.apart if one.start < one.end),
            language=where.language,
            set_in=where.page,
        )
