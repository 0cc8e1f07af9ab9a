"""Who changed what, and what they wrote beside it: tracked changes and comments of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from exporter import zip_file
from exporter.outline import clean
from exporter.saving.words import folded, tokens_of
from exporter.word_file.comments import written_beside
from exporter.word_file.names import Element, W
from exporter.word_file.opening import WordFile
from exporter.word_file.tracked import Accepts, Author, author_of, decided, tracked_in

_MOST_LOOKED_AT = 2000
"""Traces that are looked through where the words around a change are not those of a paragraph."""
_STORIES = ("endnotes", "footnotes", "header", "footer")
_WORDS = (f"{W}t", f"{W}delText")
_OUT = (f"{W}del", f"{W}moveFrom")
_IN = (f"{W}ins", f"{W}moveTo")


@dataclass(frozen=True, slots=True)
class Trace:
    """What tracked changes did to one paragraph: its words before and after, and who did it."""

    before: str
    after: str
    put_in: frozenset[str]
    taken_out: frozenset[str]
    authors: tuple[Author, ...]
    moved: bool = False
    """Whether somebody moved it here as a whole."""

    @property
    def names(self) -> str:
        return ", ".join(dict.fromkeys(one.name for one in self.authors if one.name))

    @property
    def date(self) -> str:
        return max((one.date for one in self.authors), default="")


@dataclass(frozen=True, slots=True)
class Comment:
    """What somebody wrote beside some words; `around` is the paragraph in which those stand."""

    author: Author
    says: str
    about: str
    around: str


def with_decided(file: WordFile, accepts: Accepts) -> bytes:
    """The file with its tracked changes decided; without the pictures, which no reader needs."""
    anew = {file.main, *(name for kind in _STORIES for name in file.of_kind(kind))}
    members = []
    for name in sorted(file.names):
        if name in anew:
            root = file.part(name)
            assert root is not None
            members.append(zip_file.member(name, etree.tostring(decided(root, accepts))))
        elif name.endswith((".xml", ".rels")) and (root := file.part(name)) is not None:
            members.append(zip_file.member(name, etree.tostring(root)))
    return zip_file.zipped(members)


def traces(file: WordFile) -> list[Trace]:
    """Every paragraph with tracked changes in it, in order."""
    found = []
    for root in _stories(file):
        by_paragraph: dict[Element, list[Element]] = {}
        for element in tracked_in(root):
            for paragraph in _paragraphs_of(element):
                by_paragraph.setdefault(paragraph, []).append(element)
        found += [_trace(paragraph, made) for paragraph, made in by_paragraph.items()]
    return found


def _stories(file: WordFile) -> Iterator[Element]:
    yield file.document
    for kind in _STORIES:
        for name in file.of_kind(kind):
            root = file.part(name)
            if root is not None:
                yield root


def _paragraphs_of(element: Element) -> Iterator[Element]:
    """The paragraphs that a tracked change concerns: that around it, those of a row, or inside."""
    paragraph = next(element.iterancestors(f"{W}p"), None)
    if paragraph is not None:
        yield paragraph
        return
    holder = next(element.iterancestors(f"{W}tr", f"{W}tc"), None)
    properties = element.getparent()
    in_row = properties is not None and properties.tag in (f"{W}trPr", f"{W}tcPr")
    yield from (holder if in_row and holder is not None else element).iter(f"{W}p")


def _trace(paragraph: Element, made: list[Element]) -> Trace:
    put_in: list[str] = []
    taken_out: list[str] = []
    for element in made:
        words = _words(element)
        (put_in if element.tag in _IN else taken_out).append(words)
    return Trace(
        before=folded(_words(paragraph, without=_IN)),
        after=folded(_words(paragraph, without=_OUT)),
        put_in=frozenset(_tokens(put_in)),
        taken_out=frozenset(_tokens(taken_out)),
        authors=tuple(author_of(one) for one in made),
        moved=all(one.tag == f"{W}moveTo" for one in made),
    )


def _tokens(texts: list[str]) -> Iterator[str]:
    for text in texts:
        yield from (one.folded for one in tokens_of(text))


def _words(element: Element, without: tuple[str, ...] = ()) -> str:
    """The words of an element, but for those in what is left out."""
    return clean(
        "".join(
            one.text or ""
            for one in element.iter(*_WORDS)
            if not without or next(one.iterancestors(*without), None) is None
        )
    )


class Traces:
    """The traces of a file, found by the words before and after."""

    def __init__(self, every: Sequence[Trace]) -> None:
        self.every = every
        self._after = {one.after: one for one in reversed(every) if one.after}
        self._before = {one.before: one for one in reversed(every) if one.before}

    @property
    def moved(self) -> frozenset[str]:
        """The words of paragraphs that were moved as a whole."""
        return frozenset(one.after for one in self.every if one.moved)

    def of(self, old: str, new: str) -> Trace | None:
        """Whose tracked change it is that made `new` of `old`."""
        for found, text in ((self._after, new), (self._before, old)):
            for line in text.split("\n"):
                if folded(line) in found:
                    return found[folded(line)]
        words, others = set(_tokens([old])), set(_tokens([new]))
        for one in self.every[:_MOST_LOOKED_AT]:
            if (one.put_in or one.taken_out) and one.put_in <= others and one.taken_out <= words:
                return one
        return None


# ---- comments ----------------------------------------------------------------------------------


def comments(file: WordFile) -> list[Comment]:
    """Every comment, in the order of the words that they are about."""
    written = written_beside(file)
    if not written:
        return []
    found = []
    for story in _stories(file):
        for name, marked in _marked(story).items():
            if name in written:
                comment = written.pop(name)
                about = clean(marked.about[:_LONGEST])
                found.append(Comment(comment.author, comment.says, about, marked.around))
    for comment in written.values():  # beside nothing that is there any more
        found.append(Comment(comment.author, comment.says, "", ""))
    return found


_LONGEST = 2000
"""Letters of what a comment is about that are told."""


@dataclass(slots=True)
class _Marked:
    """What a comment is about: the paragraph in which it begins, and letters from there on."""

    around: str
    start: int
    about: str = ""


def _marked(story: Element) -> dict[str, _Marked]:
    """What each comment of a story is about, by its id. One walk, whatever ranges overlap."""
    said: list[str] = []
    length = 0
    ends: dict[str, int] = {}
    found: dict[str, _Marked] = {}
    paragraphs: dict[Element | None, str] = {}
    for element in story.iter():
        name = element.get(f"{W}id", "")
        if element.tag in (f"{W}commentRangeStart", f"{W}commentReference"):
            paragraph = _paragraph_of(element)
            if paragraph not in paragraphs:
                words = "" if paragraph is None else _words(paragraph, without=_OUT)
                paragraphs[paragraph] = words
            found.setdefault(name, _Marked(paragraphs[paragraph], length))
        elif element.tag == f"{W}commentRangeEnd":
            ends.setdefault(name, length)
        elif element.tag in (f"{W}t", f"{W}p"):
            said.append(element.text or "" if element.tag == f"{W}t" else " ")
            length += len(said[-1])
    whole = "".join(said)
    for name, marked in found.items():
        marked.about = whole[marked.start : ends.get(name, marked.start)]
    return found


def _paragraph_of(element: Element) -> Element | None:
    """The paragraph around a mark, or the next one."""
    around = next(element.iterancestors(f"{W}p"), None)
    return around if around is not None else next(element.itersiblings(f"{W}p"), None)
