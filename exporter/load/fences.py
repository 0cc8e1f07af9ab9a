"""The `:::` blocks of a text, found before any Markdown is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.located import Lines
from exporter.diagnostics import short

BOXES = ("activity", "note", "warning", "example", "story")
THINGS = ("figure", "table", "numbers", "media", "contact", "organisations")
LISTS = ("contents", "glossary", "references", "credits", "formats")
WORDS = BOXES + THINGS + LISTS

FenceKind: TypeAlias = Literal["box", "thing", "list"]

_FENCE = re.compile(r"^(?P<indent>\s*(?:(?:[-*+>]|\d+[.)])\s+)*)(?P<colons>:{3,})(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Passage:
    """Text between the blocks. `line` counts from 0 in the whole text."""

    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Fence:
    """One block: its word, what stands after the word, and what stands inside."""

    kind: FenceKind
    word: str
    title: str
    inside: Passage
    line: int


@dataclass(slots=True)
class _Open:
    word: str
    title: str
    line: int
    lines: list[str]
    holder: _Open | None = None


def split(text: str, where: Lines, findings: Findings) -> list[Passage | Fence]:
    """The passages and blocks of a text, in order."""
    return _Scan(where, findings).pieces(text.split("\n"))


class _Scan:
    def __init__(self, where: Lines, findings: Findings) -> None:
        self._where = where
        self._findings = findings
        self._pieces: list[Passage | Fence] = []
        self._passage: list[str] = []
        self._start = 0
        self._open: _Open | None = None
        self._nested: list[_Open] = []

    def pieces(self, lines: list[str]) -> list[Passage | Fence]:
        for number, line in enumerate(lines):
            match = _FENCE.match(line)
            if not match:
                (self._open.lines if self._open else self._passage).append(line)
                continue
            rest = match["rest"].strip()
            self._look_at_marks(match, number, rest)
            if rest.strip(":").strip():
                self._begin(rest, number)
            else:
                self._end(number)
        self._finish()
        return self._pieces

    def _look_at_marks(self, match: re.Match[str], number: int, rest: str) -> None:
        if match["indent"]:
            self._tell("fence-indented", number, *_INDENTED)
        if len(match["colons"]) > 3:
            self._tell("fence-colons", number, *_COLONS)
        elif rest and not match["rest"].startswith((" ", "\t")):
            hint = f"Write  ::: {short(rest)}"
            self._tell("fence-space-missing", number, "There must be a space after :::.", hint)

    def _begin(self, rest: str, number: int) -> None:
        word, _, title = rest.partition(" ")
        if self._open is None:
            self._pieces.append(Passage("\n".join(self._passage), self._start))
            self._passage = []
        self._open = _Open(word, title.strip(), number, [], self._open)
        if self._open.holder:
            self._nested.append(self._open)

    def _end(self, number: int) -> None:
        fence = self._open
        if fence is None:
            self._tell("fence-closes-nothing", number, *_CLOSES_NOTHING)
            self._passage.append("")
            return
        self._open = fence.holder
        self._keep(fence)
        self._start = number + 1

    def _keep(self, fence: _Open) -> None:
        word = fence.word if fence.word in WORDS else self._meant(fence)
        kind: FenceKind = "box" if word in BOXES else "thing" if word in THINGS else "list"
        inside = Passage("\n".join(fence.lines), fence.line + 1)
        self._pieces.append(Fence(kind, word, fence.title, inside, fence.line))

    def _keep_beginning(self, fence: _Open) -> None:
        """A block that is never closed probably ends at its first empty line."""
        end = next((n for n, line in enumerate(fence.lines) if n and not line.strip()), None)
        rest = fence.lines[end:] if end is not None else []
        fence.lines = fence.lines[:end]
        self._keep(fence)
        self._pieces.append(Passage("\n".join(rest), fence.line + 1 + len(fence.lines)))

    def _meant(self, fence: _Open) -> str:
        """Tell of an unknown word; go on with the word that was probably meant."""
        meant = nearest(fence.word.strip("{}.").lower(), WORDS)
        if fence.word.startswith("{"):
            hint = "Write the word alone, without braces:  ::: activity Think about it"
        elif fence.word.lower() in WORDS:
            hint = f"Write it in small letters:  ::: {fence.word.lower()}"
        else:
            hint = did_you_mean(fence.word, WORDS)
        message = f"“::: {short(fence.word)}” is none of the words for a block."
        place = self._where.place(fence.line)
        self._findings.add("fence-word", place, message, hint, suggestion=meant)
        return meant or "note"

    def _finish(self) -> None:
        """Say what was left open, else what was nested: of the two only the one that explains."""
        unclosed = []
        fence = self._open
        while fence:
            unclosed.append(fence)
            fence = fence.holder
        for fence in reversed(unclosed):
            message = f"The block “::: {fence.word}” is never closed."
            hint = "Write ::: alone on a line where it ends."
            self._tell("fence-unclosed", fence.line, message, hint)
            self._keep_beginning(fence)
        for fence in self._nested:
            if not unclosed and fence.holder:
                message = f"“::: {fence.word}” begins inside “::: {fence.holder.word}”."
                self._tell("fence-nested", fence.line, message, _NESTED)
        if not unclosed:
            self._pieces.append(Passage("\n".join(self._passage), self._start))

    def _tell(self, code: str, line: int, message: str, hint: str = "") -> None:
        self._findings.add(code, self._where.place(line), message, hint)


_INDENTED = (
    "A line with ::: must begin at the left edge of the text, outside lists and quotations.",
    "Put it on a line of its own, before or after the list.",
)
_COLONS = ("A block begins and ends with three colons, not more.", "Write :::")
_CLOSES_NOTHING = (
    "This ::: closes a block, but none is open.",
    "Delete it, or write the block's word after it:  ::: activity Think about it",
)
_NESTED = "Close the first with ::: on a line of its own. A block cannot stand inside another one."
