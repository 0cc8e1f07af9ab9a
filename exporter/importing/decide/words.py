"""The words of a paragraph: runs that are alike become strong words, links, words of a language.

A mark of the dialect stands around whole words only; where Word's stands inside one, it is moved.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, TypeAlias

from exporter import languages
from exporter.authored import values
from exporter.importing.decide.decisions import Decisions
from exporter.importing.decide.signs import proper
from exporter.importing.walk.pieces import Anchor, Inline, LineEnd, NoteHere, Run, Shown, Told
from exporter.model import (
    Foreign,
    Inlines,
    LineBreak,
    Link,
    NoteMark,
    Reference,
    Stress,
    Strong,
    Text,
)
from exporter.model import Inline as Made

Weight: TypeAlias = Literal["", "strong", "stress"]
ANCHOR = "#"
"""Before the target of a reference: it is still a name of the imported file."""
_FILLED = "##"
"""The same, where the program fills in the words."""


@dataclass(frozen=True, slots=True)
class Manner:
    """Which marks may stand where the words go."""

    notes: bool = True
    bold: bool = True
    lines: bool = True
    links: bool = True


TEXT = Manner()
ONE_LINE = Manner(lines=False)
ROW = Manner(notes=False, bold=False)
NOTE = Manner(notes=False, lines=False)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Words that are alike, or (with `made`) something else that stands among them."""

    text: str
    weight: Weight = ""
    language: str = ""
    address: str = ""
    target: str = ""
    made: Made | None = None

    @property
    def look(self) -> tuple[str, ...]:
        """All that is said of its words."""
        return (self.weight, self.language, self.address, self.target)


@dataclass(frozen=True, slots=True)
class WordsReader:
    """Turns inlines of a walked file into inlines of the model."""

    language: str
    decisions: Decisions

    def read(self, inlines: tuple[Inline, ...], number: int, manner: Manner = TEXT) -> Inlines:
        """The words of a paragraph; what cannot stand in it is told."""
        pieces = list(_smoothed(list(self._pieces(inlines, number, manner))))
        if not manner.bold and any(one.weight for one in pieces):
            self.decisions.add("bold-dropped", _bold_words(pieces), number)
            pieces = [replace(one, weight="") for one in pieces]
        return tuple(_made(_weighed(_spaced(pieces), self.decisions, number)))

    def plain(self, inlines: tuple[Inline, ...], number: int) -> str:
        """The words alone, for where no marks are; marks of notes there are told."""
        for inline in inlines:
            if isinstance(inline, NoteHere):
                self.decisions.add("note-moved", inline.note, number)
        pieces = self._pieces(inlines, number, Manner(notes=False, lines=False))
        return " ".join("".join(one.text for one in pieces).split())

    def _pieces(self, inlines: tuple[Inline, ...], number: int, manner: Manner) -> Iterator[_Piece]:
        before = ""
        for inline in inlines:
            match inline:
                case Run():
                    yield from self._run(inline, number, before)
                    before = inline.language
                case NoteHere():
                    if manner.notes:
                        yield _Piece("", made=NoteMark(inline.note))
                case LineEnd():
                    yield _Piece("", made=LineBreak()) if manner.lines else _Piece(" ")
                case Told(code, words):
                    self.decisions.add(code, words, number)
                case Anchor() | Shown():
                    pass

    def _run(self, run: Run, number: int, before: str) -> Iterator[_Piece]:
        """The pieces of one run; `before` is the language of the run before it."""
        text = proper(run.text, self.decisions, number).replace("\t", " ")
        weight: Weight = "strong" if run.bold else "stress" if run.italic else ""
        goes_on = run.language == before
        language = self._foreign(run.language, text, number, goes_on=goes_on)
        address = self._address(run.address, text, number)
        sign = _FILLED if run.filled else ANCHOR
        target = f"{sign}{run.target}" if run.target and not address else ""
        if address or target:
            yield _Piece(text, weight, language, address, target)
            return
        at = 0
        for match in _BARE.finditer(text):
            yield _Piece(text[at : match.start()], weight, language)
            self.decisions.add("address-made-link", match.group(), number)
            yield _Piece(match.group(), "", "", values.small_scheme(match.group()))
            at = match.end()
        yield _Piece(text[at:], weight, language)

    def _foreign(self, language: str, text: str, number: int, *, goes_on: bool) -> str:
        """The language of words where readers must be told of it (WCAG 2.2, 3.1.2).

        Signs have no language of their own; those that go on in that of the words before them do.
        """
        if not language or languages.same(language, self.language):
            return ""
        if not any(sign.isalnum() for sign in text) and not (goes_on and text.strip()):
            return ""
        tag = values.language_tag(language)
        if tag is None:
            self.decisions.add("language-unknown", f"{language}: {text}", number)
        return tag or ""

    def _address(self, address: str, words: str, number: int) -> str:
        """An address that a reader can follow, or nothing."""
        if not address:
            return ""
        address = address.strip()
        if re.match(r"www\.\S+\.\S", address):
            address = f"https://{address}"
        if _FOLLOWED.fullmatch(address):
            return address
        self.decisions.add("link-without-target", f"{words.strip()} ({address})", number)
        return ""


_BARE = re.compile(r"(?i:https?)://[^\s<>\"“”]*[^\s<>\"“”.,;:!?)\]’']")
_FOLLOWED = re.compile(r"(?:https?://[^/?#\s]+\S*|(?:mailto|tel):[^\s/]\S*)", re.IGNORECASE)


_JOINERS = " \t\u00a0\u202f\u00ad\u2011-"


def _smoothed(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Blanks and hyphens between pieces that are alike are like them: Word often forgets it."""
    for index, one in enumerate(pieces):
        near = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
        if one.made is None and len(near) == 2 and not one.text.strip(_JOINERS):
            first, second = near
            if first.look == second.look and first.made is None and second.made is None:
                one = replace(first, text=one.text)
        yield one


def _bold_words(pieces: Iterable[_Piece]) -> str:
    return " ".join("".join(one.text if one.weight else " " for one in pieces).split())


# ---- spaces --------------------------------------------------------------------------------------


def _spaced(pieces: list[_Piece]) -> list[_Piece]:
    """One blank where there are many; none at either end, nor at the ends of lines."""
    result: list[_Piece] = []
    blank = True
    for one in pieces:
        if one.made is not None:
            if isinstance(one.made, LineBreak):
                _strip_end(result)
                blank = True
            result.append(one)
            continue
        text = re.sub(r"[ \n]+", " ", one.text)
        text = text.lstrip(" ") if blank else text
        if text:
            blank = text.endswith(" ")
            result.append(replace(one, text=text))
    while result and isinstance(result[-1].made, LineBreak):
        result.pop()
    _strip_end(result)
    while result and isinstance(result[0].made, LineBreak):
        result.pop(0)
    return result


def _strip_end(pieces: list[_Piece]) -> None:
    while pieces and pieces[-1].made is None:
        text = pieces[-1].text.rstrip(" ")
        if text:
            pieces[-1] = replace(pieces[-1], text=text)
            return
        pieces.pop()


# ---- weight --------------------------------------------------------------------------------------


def _weighed(pieces: list[_Piece], decisions: Decisions, number: int) -> list[_Piece]:
    """Weights that stand around whole words, with no blank or comma at their edges."""
    pieces = _joined(pieces)
    for index, one in enumerate(pieces):
        if one.weight and not any(sign.isalnum() for sign in one.text):
            pieces[index] = replace(one, weight="")
    pieces = _joined(pieces)
    pieces = _joined(part for one in pieces for part in _trimmed(one))
    pieces = _joined(_loosened(pieces))
    for index, one in enumerate(pieces):
        if one.weight and _in_word(pieces, index):
            decisions.add("bold-in-word", one.text, number)
            pieces[index] = replace(one, weight="")
    return _joined(pieces)


def _joined(pieces: Iterable[_Piece]) -> list[_Piece]:
    """Neighbours that are alike as one."""
    result: list[_Piece] = []
    for one in pieces:
        if one.made is None and result and result[-1].made is None:
            last = result[-1]
            if last.look == one.look:
                result[-1] = replace(last, text=last.text + one.text)
                continue
        if one.text or one.made is not None:
            result.append(one)
    return result


_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)
_SIGNS_BEFORE, _SIGNS_AFTER = re.compile(r"^[\W_]+"), re.compile(r"[\W_]+$")


def _trimmed(one: _Piece) -> Iterator[_Piece]:
    """A piece with weight, the blanks at its edges without."""
    match = _EDGES.match(one.text) if one.weight else None
    if match is None:
        yield one
        return
    yield replace(one, text=match[1], weight="")
    yield replace(one, text=match[2])
    yield replace(one, text=match[3], weight="")


def _loosened(pieces: list[_Piece]) -> Iterator[_Piece]:
    """Signs that touch a word outside stand outside, too: the star after them would not be read."""
    for index, one in enumerate(pieces):
        if not one.weight:
            yield one
            continue
        before = pieces[index - 1].text[-1:] if index else ""
        after = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
        first = _SIGNS_BEFORE.search(one.text) if before.isalnum() else None
        last = _SIGNS_AFTER.search(one.text) if after.isalnum() else None
        begin = first.end() if first else 0
        end = last.start() if last else len(one.text)
        yield replace(one, text=one.text[:begin], weight="")
        yield replace(one, text=one.text[begin:end])
        yield replace(one, text=one.text[end:], weight="")


def _in_word(pieces: list[_Piece], index: int) -> bool:
    """Whether a weight begins or ends in the midst of a word."""
    one = pieces[index]
    before = pieces[index - 1] if index else None
    after = pieces[index + 1] if index + 1 < len(pieces) else None
    begins = before is not None and not before.weight and _touch(before.text, one.text)
    ends = after is not None and not after.weight and _touch(one.text, after.text)
    return begins or ends


def _touch(left: str, right: str) -> bool:
    return left[-1:].isalnum() and right[:1].isalnum()


# ---- into the model ------------------------------------------------------------------------------


def _made(pieces: list[_Piece]) -> Iterator[Made]:
    """Links around languages around weights around words."""
    pieces = [replace(one, weight="strong") if _beside(pieces, n) else one
              for n, one in enumerate(pieces)]  # fmt: skip
    for (made, address, target), group in groupby(
        pieces, lambda one: (one.made, one.address, one.target)
    ):
        if made is not None:
            yield made
            continue
        inside = tuple(_in_languages(list(group)))
        if address and any(isinstance(one, Text) and not one.text.strip() for one in inside[:1]):
            yield from inside
        elif address:
            yield Link(inside, address)
        elif target:
            yield Reference(inside, target)
        else:
            yield from inside


def _beside(pieces: list[_Piece], index: int) -> bool:
    """Whether stressed words stand right beside strong ones: their stars would run together."""
    if pieces[index].weight != "stress":
        return False
    near = pieces[max(0, index - 1) : index] + pieces[index + 1 : index + 2]
    return any(one.weight == "strong" for one in near)


def _in_languages(pieces: list[_Piece]) -> Iterator[Made]:
    for language, group in groupby(pieces, lambda one: one.language):
        inside = tuple(_with_weights(list(group)))
        yield from (Foreign(inside, language),) if language else inside


def _with_weights(pieces: list[_Piece]) -> Iterator[Made]:
    for weight, group in groupby(pieces, lambda one: one.weight):
        text = (Text("".join(one.text for one in group)),)
        match weight:
            case "strong":
                yield Strong(text)
            case "stress":
                yield Stress(text)
            case _:
                yield from text


def lines_of(inlines: Inlines) -> tuple[Inlines, ...]:
    """The words between the ends of lines."""
    lines: list[list[Made]] = [[]]
    for inline in inlines:
        if isinstance(inline, LineBreak):
            lines.append([])
        else:
            lines[-1].append(inline)
    return tuple(tuple(line) for line in lines)


def on_one_line(inlines: Inlines) -> Inlines:
    """The same words with blanks in the place of the ends of lines."""
    joined = [Text(" ") if isinstance(one, LineBreak) else one for one in inlines]
    result: list[Made] = []
    for one in joined:
        if result and isinstance(one, Text) and isinstance(result[-1], Text):
            result[-1] = Text(result[-1].text + one.text)
        else:
            result.append(one)
    return tuple(result)
