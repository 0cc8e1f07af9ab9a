"""From inlines to words: each with its width, its place in the tag tree and its link.

A space belongs to the element in which it was written, and is drawn even at the end of a line:
without it a screen reader says "canuse" (ReportLab's own paragraphs drop it).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import assert_never

from exporter.addresses import is_said, shown_address
from exporter.model import (
    Abbreviation,
    Address,
    Foreign,
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
    Words,
)
from exporter.walk import plain_text
from exporter.writers.operators import normal
from exporter.writers.pdf_reportlab.lettering import Lettering, Spelled
from exporter.writers.pdf_reportlab.look import Style
from exporter.writers.pdf_reportlab.structure import Content, LinkTarget, Node
from exporter.writers.pdf_reportlab.ties import tie


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """What some words have in common: how they are set, where they belong, where they lead."""

    style: Style
    content: Content | None
    link: Node | None = None
    anchor: str = ""
    """Name of the destination that is here (the mark of a note)."""


@dataclass(slots=True)
class Fragment:
    """A part of a word in one run. `page_of` is the anchor whose page it tells, set at painting;
    `here` is what it says where that is the very page: that the place is above, or below."""

    run: Run
    spelled: Spelled
    text: str
    page_of: str = ""
    here: tuple[Spelled, Spelled] | None = None


@dataclass(slots=True)
class Word:
    """Letters between two places where a line may break."""

    text: str
    fragments: list[Fragment]
    width: float = 0.0
    space: float = 0.0
    """The width of the space after it, which `width` leaves out."""
    tied: bool = False
    """No line breaks after it."""
    last: bool = False
    """It ends a line that is kept."""
    address: bool = False
    """A part of an address, which may break where a word may not."""
    hyphen: float = 0.0
    """The width of the hyphen at its end, if it was parted at a soft hyphen. It is drawn and is no
    sign: whoever copies or hears the words gets the whole word."""
    lead: float = 0.0
    """The width of a space that its own first letters begin with, drawn in place of the space
    after the word before; at the beginning of a line it hangs out to the left."""


@dataclass(frozen=True, slots=True)
class WordSetter:
    """Sets inlines into words for one document."""

    lettering: Lettering
    words: Words
    page_digits: str
    """Digits as wide as any page number of this document."""
    accent: str
    language: str = ""
    """Of the document."""
    small: float = 12.0
    """The size of the marks of notes: never smaller than the notes themselves."""
    backlinks: dict[str, str] = field(default_factory=dict)
    """Note anchor → destination of its mark; the first mark counts."""
    citations: dict[str, list[Node]] = field(default_factory=dict)
    """Note anchor → the elements of its marks."""
    marks: set[str] = field(default_factory=set)
    """Destinations of marks that stand on no line yet."""

    def set(
        self, inlines: Inlines, style: Style, node: Node | None, link: Node | None = None
    ) -> list[Word]:
        """The words of some inlines. Without a node they are decoration."""
        line = _Composing(self)
        line.inlines(inlines, style, node, link)
        return line.finish()

    def plain(
        self, text: str, style: Style, content: Content | None, link: Node | None = None
    ) -> list[Word]:
        line = _Composing(self)
        line.text(text, Run(style, content, link))
        return line.finish()


_SPACES = re.compile("[ \t\r\n\f]+")


class _Composing:
    """The words of one paragraph while they are being put together."""

    def __init__(self, setter: WordSetter) -> None:
        self.setter = setter
        self.done: list[Word] = []
        self.open: Word | None = None
        self.owed = False
        """Whether the next letters are to begin with a space."""
        """Of the link before, without spaces."""

    def finish(self) -> list[Word]:
        if self.open:
            self.done.append(self.open)
        tie(self.done)
        return self.done

    def inlines(self, inlines: Inlines, style: Style, node: Node | None, link: Node | None) -> None:
        for inline in inlines:
            match inline:
                case Text(text):
                    self.text(text, Run(style, node.words() if node else None, link))
                case LineBreak():
                    self._end_of_line()
                case Strong(children) | Term(children):
                    inside = node.add("Strong") if node else None
                    self.inlines(children, style.bolder(), inside, link)
                case Stress(children):
                    inside = node.add("Em") if node else None
                    self.inlines(children, style.bolder(), inside, link)
                case Abbreviation(text, expansion):
                    span = node.add("Span", expansion=expansion) if node else None
                    self.text(text, Run(style, span.words() if span else None, link))
                case Foreign(children, language):
                    span = node.add("Span", language=language) if node else None
                    self.inlines(children, style, span, link)
                case Link(children, url):
                    self._link(children, style, node, LinkTarget(url=url))
                case Reference(children, target):
                    self._link(children, style, node, LinkTarget(anchor=target))
                case NoteMark(anchor, number):
                    self._note_mark(anchor, number, style, node)
                case PageNumber(target, within):
                    self._page_number(target, style, node, within=within)
                case Address(url, within):
                    self._address(url, style, node, within=within)
                case _:
                    assert_never(inline)

    def _link(self, children: Inlines, style: Style, node: Node | None, target: LinkTarget) -> None:
        if node is None:
            self.inlines(children, style, None, None)
            return
        words = plain_text(children)
        # ISO 14289-1, 7.18.5: Contents; screen readers say it in place of the words.
        address = shown_address(target.url) if target.url else ""
        told = not address or is_said(words, target.url)
        target.contents = words if told else f"{words} ({address})"
        link = node.add("Link")
        link.link = target
        coloured = Style(style.weight, style.size, style.leading, self.setter.accent)
        self.inlines(children, coloured, link, link)

    def _note_mark(self, anchor: str, number: int, style: Style, node: Node | None) -> None:
        if node is None:
            return
        reference = node.add("Reference")
        self.setter.citations.setdefault(anchor, []).append(reference)
        link = reference.add("Link")
        link.link = LinkTarget(
            anchor=anchor, contents=self.setter.words("note-mark", number=number), quiet=True
        )
        size = min(style.size, self.setter.small)
        mark = Style("bold", size, style.leading, self.setter.accent)
        first = anchor not in self.setter.backlinks
        here = self.setter.backlinks.setdefault(anchor, f"{anchor}-mark")
        if first:
            self.setter.marks.add(here)
        self.text(f"[{number}]", Run(mark, link.words(), link, here if first else ""))

    def _page_number(self, target: str, style: Style, node: Node | None, *, within: bool) -> None:
        key = "page-within" if within else "page"
        own = self.setter.words.other_than(self.setter.language, key)
        content = node.add("PageRef", language=own).words() if node else None
        run = Run(style.lighter(), content)
        before, after = self.setter.words(key, number="\x00").split("\x00")
        if within:  # a line may end behind the comma
            comma, _, before = before.partition(" ")
            self.letters(comma, run)
        self._space(run)
        # One word, so that "(page 7)" never breaks; the number is put in at painting.
        letters = f"{before}{self.setter.page_digits}{after}".replace(" ", "\u00a0")
        self.letters(letters, run, page_of=target)
        if self.open and self.open.fragments[-1].page_of:
            fragment = self.open.fragments[-1]
            fragment.here = self._here(key, fragment)

    def _here(self, key: str, fragment: Fragment) -> tuple[Spelled, Spelled] | None:
        """ "(above)" and "(below)"; None where either is wider than the number's place."""
        said = (self.setter.words(f"{key}-{where}") for where in ("above", "below"))
        letters = (words.removeprefix(",").lstrip().replace(" ", "\u00a0") for words in said)
        above, below = (self.setter.lettering.spell(x, fragment.run.style.weight) for x in letters)
        widest = max(above.width, below.width)
        return (above, below) if widest <= fragment.spelled.width else None

    def _address(self, url: str, style: Style, node: Node | None, *, within: bool) -> None:
        shown = shown_address(url)
        content = node.add("WebAddress").words() if node else None
        run = Run(style.lighter(), content)
        key, space = ("link-address-within", "") if within else ("link-address", " ")
        self.text(space + self.setter.words(key, address=shown), run)

    def text(self, text: str, run: Run) -> None:
        pieces = _SPACES.split(normal(text))
        if not any(pieces):
            self._lone_space()
            return
        end = pieces.pop()
        style, lettering, done = run.style, self.setter.lettering, self.done
        spelled_before = lettering.common(style.weight).get
        scale = style.size / 1000
        space = lettering.spell(" ", style.weight).width * scale
        for piece in pieces:
            if not piece:
                self._space(run)
            elif self.open or self.owed:
                self.letters(f"{piece} ", run)
            else:  # a whole word, as most are
                letters = f"{piece} "
                spelled = spelled_before(letters) or lettering.spell(letters, style.weight)
                width = spelled.width * scale - space
                done.append(Word(piece, [Fragment(run, spelled, letters)], width, space))
        if end:
            self.letters(end, run)

    def _space(self, run: Run) -> None:
        """A space at the beginning of a run closes the word that is open."""
        word = self.open
        if word is None:
            return
        spelled = self.setter.lettering.spell(" ", run.style.weight)
        word.fragments.append(Fragment(run, spelled, " "))
        word.space = spelled.width * run.style.size / 1000
        self._close()

    def _lone_space(self) -> None:
        """A space that is all of its run joins its neighbour: readers of PDF lose one alone."""
        word = self.open
        if word is None:
            return
        last = word.fragments[-1]
        style = last.run.style
        word.space = self.setter.lettering.spell(" ", style.weight).width * style.size / 1000
        if is_unread(last.run):
            self.owed = True
        else:
            letters = last.text + " "
            spelled = self.setter.lettering.spell(letters, style.weight)
            word.fragments[-1] = Fragment(last.run, spelled, letters, last.page_of)
        self._close()

    def _end_of_line(self) -> None:
        """The word before is the last of its line, with the space that parts it from the next."""
        self._lone_space()
        if self.done:
            self.done[-1].last = True

    def letters(self, letters: str, run: Run, page_of: str = "") -> None:
        style = run.style
        if self.owed:
            self.owed = False
            self._owed_letters(letters, run)
            return
        spelled = self.setter.lettering.spell(letters, style.weight)
        word = self.open
        if word is None:
            word = self.open = Word("", [])
        word.fragments.append(Fragment(run, spelled, letters, page_of))
        width = spelled.width * style.size / 1000
        if letters[-1] == " ":
            space = self.setter.lettering.spell(" ", style.weight).width * style.size / 1000
            word.text += letters[:-1]
            word.width += width - space
            word.space = space
            self._close()
        else:
            word.text += letters
            word.width += width

    def _owed_letters(self, letters: str, run: Run) -> None:
        """Letters with the space that was owed before them."""
        self.letters(letters, run)
        word = self.open or self.done[-1]
        word.lead = lead_with_space(word, self.setter.lettering)

    def _close(self) -> None:
        if self.open:
            self.done.append(self.open)
            self.open = None


def is_unread(run: Run) -> bool:
    """Whether readers of the words pass over the run: print-only words, marks of notes."""
    if run.content is None:
        return False
    node = run.content.node
    above = node.parent.role if node.parent else ""
    return node.role in ("PageRef", "WebAddress") or above == "Reference"


def lead_with_space(word: Word, lettering: Lettering) -> float:
    """Let the first letters of a word begin with a space; its width."""
    first = word.fragments[0]
    style = first.run.style
    letters = " " + first.text
    spelled = lettering.spell(letters, style.weight)
    word.fragments[0] = Fragment(first.run, spelled, letters, first.page_of)
    return lettering.spell(" ", style.weight).width * style.size / 1000
