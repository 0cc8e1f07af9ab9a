"""What a Word file holds beside its text: comments, running heads, its colours, who owns it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exporter.attributes import whole_number
from exporter.importing.walk.pieces import Para, Remark, Told, words_of
from exporter.word_file.comments import written_beside
from exporter.word_file.names import A, Element, W
from exporter.word_file.opening import WordFile

Paragraph = Callable[[Element, str], Para]


def comments(file: WordFile) -> dict[str, str]:
    """What each comment says, with its author, by its id."""
    return {
        name: f"{one.author.name}: {one.says}" if one.author.name else one.says
        for name, one in written_beside(file).items()
    }


def running(file: WordFile, kind: str, read: Paragraph) -> tuple[Para, ...]:
    """The paragraphs of all headers or footers, each said once."""
    found: dict[str, Para] = {}
    for name in file.of_kind(kind):
        root = file.part(name)
        for element in () if root is None else root.iter(f"{W}p"):
            para = read(element, name)
            found.setdefault(repr(para.inlines), para)
    return tuple(found.values())


def accent(file: WordFile) -> str:
    """The first colour of the theme, unless it is one that every new file has."""
    root = file.one("theme")
    colour = None if root is None else root.find(f".//{A}accent1/{A}srgbClr")
    code = "" if colour is None else colour.get("val", "").lower()
    ours = len(code) == 6 and all(sign in "0123456789abcdef" for sign in code)
    return f"#{code}" if ours and code not in _EVERY_FILE else ""


_EVERY_FILE = ("4f81bd", "5b9bd5", "4472c4", "156082", "18a303", "4285f4")
"""The first colours of Word since 2007, of LibreOffice and of Google Docs."""


def about_pages(file: WordFile) -> Iterator[Remark]:
    """What pages do that a source does not say."""
    columns = [whole_number(one.get(f"{W}num", "1"), 1) for one in file.document.iter(f"{W}cols")]
    if any(number > 1 for number in columns):
        yield Remark(Told("columns"), 0)
    if any(one.get(f"{W}orient") == "landscape" for one in file.document.iter(f"{W}pgSz")):
        yield Remark(Told("landscape"), 0)
    if file.document.find(f".//{W}altChunk") is not None:
        yield Remark(Told("object-lost", "altChunk"), 0)


def is_page_number(para: Para) -> bool:
    """Whether a line of a header or footer only counts pages."""
    words = [word.strip(".,|/-–") for word in words_of(para.inlines).lower().split()]
    return all(word.isdigit() or word in ("", "page", "of", "tudalen", "o") for word in words)


def language_of(file: WordFile) -> str:
    return file.styles.language or file.core("language")


def publisher_of(file: WordFile) -> str:
    return file.counted("Company")


def level_of_style(name: str) -> int:
    """The level that stands at the end of the name of a style: 2 of "List Bullet 2"."""
    return whole_number(name[-1:], 1) or 1
