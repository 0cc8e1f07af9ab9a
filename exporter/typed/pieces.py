"""Pieces: what must arrive together, in this order: a paragraph, an item, a cell, a title.

A text with marks is cut where marks part it: empty lines, signs of lists and quotations, lines
with `:::`, notes. What no reader sees (an address behind a link, `{lang=cy}`, the name of a note)
is taken out; where the program fills words in (`[](#stages)`), a gap says for what.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from exporter.diagnostics import Place
from exporter.typed.reading import Scalar
from exporter.typed.words import words_of


@dataclass(frozen=True, slots=True)
class Gap:
    """Where the program fills in what a name is called: `[](#name)`."""

    name: str


@dataclass(frozen=True, slots=True)
class Aside:
    """After a link with words of its own to a place that this edition may lack."""

    name: str


Atom: TypeAlias = str | Gap | Aside


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that must arrive together. `signs` are the signs of lists that stood before them."""

    atoms: tuple[Atom, ...]
    place: Place
    signs: tuple[str, ...] = ()
    note: str = ""
    """Its name, if it is a note: told where it is cited, not where it was typed."""
    may_be_a_sign: bool = False
    """Numbers or letters alone: signs without an item, or a short sentence (“I.”, “X. Y.”)."""

    def __bool__(self) -> bool:
        return bool(self.atoms)

    def told(self) -> str:
        """The words, for a message."""
        return " ".join(a if isinstance(a, str) else f"[{a.name}]" for a in self.atoms)


@dataclass(frozen=True, slots=True)
class Called:
    """`::: table NAME`: here stands what is defined elsewhere, after the words that introduce it.

    Without a word it is the `:::` that closes a block.
    """

    word: str
    name: str


Part: TypeAlias = Piece | Called


def plain_piece(scalar: Scalar | None) -> tuple[Piece, ...]:
    """The one piece of a plain text; nothing where there are no words."""
    if scalar is None:
        return ()
    words = words_of(scalar.text)
    return (Piece(words, scalar.place()),) if words else ()


def pieces_of(scalar: Scalar | None) -> tuple[Part, ...]:
    """The pieces of a text with marks, in order."""
    return tuple(_Cutter(scalar).parts()) if scalar is not None else ()


BOXES = ("activity", "note", "warning", "example", "story", "lines")
_FENCE = re.compile(r"^\s*:{3,}\s*(?P<word>\S*)\s*(?P<rest>.*)$")
_QUOTED = re.compile(r"^\s*(?:>\s?)+")
_NOTE = re.compile(r"^\[\^(?P<note>[^\]\s]+)\]:\s*")
_BULLET = re.compile(r"^\s*(?P<sign>[-*+])(?:\s+|$)")
_NUMBER = re.compile(r"^\s*\(?(?P<sign>\d{1,9}|[A-Za-z]|[ivxlcIVXLC]{1,7})[.)](?:\s+|$)")
_MEANING = re.compile(r"^\s*:\s+")


class _Cutter:
    """Cuts one text into its pieces, line by line."""

    def __init__(self, scalar: Scalar) -> None:
        self._scalar = scalar
        self._lines: list[str] = []
        self._begins = 0
        self._signs: tuple[str, ...] = ()
        self._note = ""
        self._kept = False
        """Between `::: lines` and `:::`, where no sign begins anything."""

    def parts(self) -> Iterator[Part]:
        for number, typed in enumerate(self._scalar.text.split("\n")):
            line = _QUOTED.sub("", typed)
            if fence := _FENCE.match(line):
                yield from self._done(number)
                yield from self._fence(fence, number)
                continue
            if not line.strip():
                yield from self._done(number + 1)
                continue
            if not self._lines:
                self._begins = number
            signs: tuple[str, ...] = ()
            while not self._kept and (begins := self._beginning(line)):
                if not signs:
                    yield from self._done(number)
                signs += (begins.groupdict().get("sign") or "",)
                self._signs, self._note = signs, begins.groupdict().get("note") or self._note
                line = line[begins.end() :]
            self._lines.append(line)
        yield from self._done(0)

    def _beginning(self, line: str) -> re.Match[str] | None:
        """What stands at the start of a line and begins a new piece."""
        return (
            _NOTE.match(line) or _BULLET.match(line) or self._number(line) or _MEANING.match(line)
        )

    def _number(self, line: str) -> re.Match[str] | None:
        """The sign of a numbered item. In the middle of a paragraph only 1 begins a list; further
        left than the paragraph it goes on with the list that the paragraph stands in."""
        found = _NUMBER.match(line)
        if found and self._lines and not self._signs and found["sign"] not in ("1", "a", "A", "i"):
            return found if _indent(line) < _indent(self._lines[0]) else None
        return found

    def _fence(self, fence: re.Match[str], number: int) -> Iterator[Part]:
        word, rest = fence["word"], fence["rest"].strip()
        self._kept = word == "lines"
        if word == "question":
            return  # after it stands its kind; its words are those inside
        if word in BOXES:
            words = tuple(_atoms(rest))
            if words:
                yield Piece(words, self._scalar.place(number))
        else:
            yield Called(word, rest)

    def _done(self, next_line: int) -> Iterator[Part]:
        """The piece that ends here."""
        atoms = tuple(_atoms("\n".join(self._lines)))
        place = self._scalar.place(self._begins)
        signs = words_of(" ".join(self._signs))
        if atoms:
            yield Piece(atoms, place, signs, self._note)
        elif signs:
            yield Piece(signs, place, may_be_a_sign=True)
        self._lines, self._signs, self._note = [], (), ""
        self._begins = next_line


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(
    r"\[(?P<words>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"(?:\((?P<target>(?:[^()\s\\]|\\.|\([^()]*\))*)\)|\{lang=[^{}]*\})"
)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]+\]")


_GAP = re.compile("\ue000(\\d+)\ue001")


def _atoms(text: str) -> Iterator[Atom]:
    """The words of a paragraph, with gaps for what the program fills in."""
    gaps: list[Gap | Aside] = []
    words = _without_links(_NOTE_MARK.sub("\u200b", text), gaps)
    position = 0
    for gap in _GAP.finditer(words):
        yield from words_of(words[position : gap.start()])
        yield gaps[int(gap[1])]
        position = gap.end()
    yield from words_of(words[position:])


def _without_links(text: str, gaps: list[Gap | Aside]) -> str:
    """The text with the words of its links only; a sign stands where a gap is."""

    def shown(link: re.Match[str]) -> str:
        words, target = _without_links(link["words"], gaps), link["target"] or ""
        if not target.startswith("#"):
            return words
        name = target[1:]
        gaps.append(Aside(name) if words.strip() else Gap(name))
        return f"{words}\ue000{len(gaps) - 1}\ue001"

    return _ESCAPED.sub(r"\1", _LINK.sub(shown, text))


_CITED = re.compile(r"\[\^([^\]\s]+)\](?!:)")


def cited_in(text: str) -> Iterator[str]:
    """The names of the notes that a text cites."""
    yield from _CITED.findall(text)


def addresses_in(text: str) -> Iterator[str]:
    """Where the links of a text lead, outside the document."""
    for link in _LINK.finditer(text):
        target = link["target"] or ""
        if target and not target.startswith("#"):
            yield _ESCAPED.sub(r"\1", target)
