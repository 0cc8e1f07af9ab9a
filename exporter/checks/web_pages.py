"""The paragraphs of a web page: what people read in it, without its menus."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.checks.reading import PassageKind
from exporter.checks.text_paragraph import NotReadable, TextParagraph
from exporter.diagnostics import Place, Unreadable
from exporter.web_page.tree import Element, parse, tags

Node = Element | str

_INLINE = tags(
    "a abbr b bdi bdo big br button cite code data del dfn em font i img ins kbd label mark q rp "
    "rt ruby s samp small span strong sub sup time tt u var wbr"
)
_UNREAD = tags(
    "audio canvas datalist head iframe link map math meta nav noscript object script select style "
    "svg template textarea title video"
)
_KINDS: dict[str, PassageKind] = {
    "li": "item", "dd": "item", "td": "cell", "th": "header-cell", "blockquote": "quote",
    "caption": "caption", "figcaption": "caption",
}  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = tags("ul ol")


def html_paragraphs(data: bytes, file: str = "") -> Iterator[TextParagraph]:
    """The paragraphs of the page; `line` of their place is that of the element around them."""
    try:
        root = parse(data)
    except Unreadable as error:
        raise NotReadable(str(error), error.hint or "Save the page anew.") from error
    yield from _Page(file).paragraphs(root, "paragraph", 0)


class _Page:
    def __init__(self, file: str) -> None:
        self._file = file

    def paragraphs(
        self, element: Element, kind: PassageKind, level: int
    ) -> Iterator[TextParagraph]:
        """Each run of words that no block parts; within a block of another kind, of that kind."""
        run: list[Node] = []
        for child in element.children:
            if isinstance(child, str) or child.tag in _INLINE:
                run.append(child)
                continue
            yield from self._told(run, element, kind, level)
            run = []
            if child.tag not in _UNREAD and not _is_hidden(child):
                yield from self.paragraphs(child, *_kind_of(child, kind, level))
        yield from self._told(run, element, kind, level)

    def _told(
        self, run: list[Node], around: Element, kind: PassageKind, level: int
    ) -> Iterator[TextParagraph]:
        text = "\n".join(" ".join(line.split()) for line in _words(run).split("\0")).strip()
        if text:
            inside = [one for node in run for one in _elements(node)]
            yield TextParagraph(
                text=text,
                place=Place(self._file, around.line),
                kind=kind,
                level=level,
                bold=tuple(filter(None, (_flat(one) for one in inside if one.tag in _BOLD))),
                links=tuple((_flat(one), one.get("href")) for one in inside if one.has("href")),
            )


_BOLD = tags("b strong")


def _kind_of(element: Element, kind: PassageKind, level: int) -> tuple[PassageKind, int]:
    if element.tag in _HEADINGS:
        return "heading", _HEADINGS[element.tag]
    if element.tag in ("li", "dd"):
        return "item", max(1, sum(one.tag in _LISTS for one in element.ancestors()))
    return _KINDS.get(element.tag, kind), level


def _is_hidden(element: Element) -> bool:
    return element.has("hidden") or element.get("aria-hidden") == "true"


def _elements(node: Node) -> Iterator[Element]:
    """The element and those in it that people meet."""
    if isinstance(node, Element) and node.tag not in _UNREAD and not _is_hidden(node):
        yield node
        for child in node.children:
            yield from _elements(child)


def _words(nodes: list[Node]) -> str:
    """The words of a run; the end of a line is NUL, which no page has."""
    pieces: list[str] = []
    waiting = nodes[::-1]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node.replace("\0", " "))
        elif node.tag == "br":
            pieces.append("\0")
        elif node.tag not in _UNREAD and not _is_hidden(node):
            pieces += [] if node.tag in _INLINE else [" "]
            waiting += reversed(node.children)
    return "".join(pieces)


def _flat(element: Element) -> str:
    return " ".join(_words([element]).replace("\0", " ").split())
