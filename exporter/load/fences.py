"""The `:::` blocks of a text, found before any Markdown is read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from exporter.authored.findings import Findings, did_you_mean, nearest
from exporter.authored.located import Lines
from exporter.diagnostics import Place, short
from exporter.load.fence_rule import LINES

BOXES = ("activity", "note", "warning", "example", "story")
THINGS = ("figure", "chart", "table", "numbers", "media", "contact", "organisations")
LISTS = ("contents", "glossary", "references", "credits", "formats")
QUESTION = "question"
WORDS = (*BOXES, *THINGS, *LISTS, QUESTION, LINES)

FenceKind: TypeAlias = Literal["box", "thing", "list", "question"]

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


def split_box(inside: Passage, where: Lines, findings: Findings) -> list[Passage | Fence]:
    """The same of what stands in a box: the questions in it."""
    return _Scan(where, findings, inside.line).pieces(inside.text.split("\n"))


class _Scan:
    def __init__(self, where: Lines, findings: Findings, first: int = 0) -> None:
        self._where = where
        self._findings = findings
        self._pieces: list[Passage | Fence] = []
        self._passage: list[str] = []
        self._start = self._first = first
        self._open: _Open | None = None
        self._nested: list[_Open] = []
        self._kept_from = -1
        """Where lines begin that are read later: those of `::: lines`, and a question in a box."""
        self._kept = LINES

    def pieces(self, lines: list[str]) -> list[Passage | Fence]:
        for number, line in enumerate(lines, self._first):
            match = _FENCE.match(line)
            if not match or self._is_inner(match, number):
                self._around.append(line)
                continue
            rest = match["rest"].strip()
            self._look_at_marks(match, number, rest)
            if rest.strip(":").strip():
                self._begin(rest, number)
            else:
                self._end(number)
        self._finish()
        return self._pieces

    @property
    def _around(self) -> list[str]:
        """The lines of the block, or of the passage between blocks, that is being read."""
        return self._open.lines if self._open else self._passage

    def _is_inner(self, match: re.Match[str], number: int) -> bool:
        """Whether this line of a block is read later: in an item, of lines that are kept, or of a
        question in a box."""
        rest = match["rest"].strip()
        if self._kept_from >= 0:
            self._kept_from = self._kept_from if rest else -1
            return True
        if match["colons"] == ":::" and match["rest"].startswith(" "):
            in_box = self._open is not None and self._open.word in BOXES
            if rest == LINES or (in_box and rest.partition(" ")[0] == QUESTION):
                self._kept_from, self._kept = number, rest.partition(" ")[0]
                return True
        return bool(match["indent"]) and match["indent"].isspace() and self._in_item(match)

    def _in_item(self, match: re.Match[str]) -> bool:
        """Whether a line stands under the words of an item."""
        column = len(match["indent"])
        for line in reversed(self._around):
            indent = len(line) - len(line.lstrip(" "))
            if not line.strip() or indent >= column:
                continue
            item = _ITEM.match(line)
            return item is not None and len(item.group()) <= column
        return False

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
        inside = Passage("\n".join(fence.lines), fence.line + 1)
        made = fence_of(fence.word, fence.title, inside, fence.line, self._where, self._findings)
        self._pieces.append(made)

    def _keep_beginning(self, fence: _Open) -> None:
        """A block that is never closed probably ends at its first empty line."""
        end = next((n for n, line in enumerate(fence.lines) if n and not line.strip()), None)
        rest = fence.lines[end:] if end is not None else []
        fence.lines = fence.lines[:end]
        self._keep(fence)
        self._pieces.append(Passage("\n".join(rest), fence.line + 1 + len(fence.lines)))

    def _finish(self) -> None:
        """Say what was left open, else what was nested: of the two only the one that explains."""
        if self._kept_from >= 0:
            message = f"The block “::: {self._kept}” is never closed."
            self._tell("fence-unclosed", self._kept_from, message, _CLOSE)
            opened = [n for n, line in enumerate(self._around) if _opens(line, self._kept)]
            self._around[opened[-1]] = ""
        unclosed = []
        fence = self._open
        while fence:
            unclosed.append(fence)
            fence = fence.holder
        for fence in reversed(unclosed):
            message = f"The block “::: {fence.word}” is never closed."
            self._tell("fence-unclosed", fence.line, message, _CLOSE)
            self._keep_beginning(fence)
        for fence in self._nested:
            if not unclosed and fence.holder:
                message = f"“::: {fence.word}” begins inside “::: {fence.holder.word}”."
                self._tell("fence-nested", fence.line, message, _NESTED)
        if not unclosed:
            self._pieces.append(Passage("\n".join(self._passage), self._start))

    def _tell(self, code: str, line: int, message: str, hint: str = "") -> None:
        self._findings.add(code, self._where.place(line), message, hint)


def _opens(line: str, word: str) -> bool:
    """Whether a line begins a block of this word, perhaps behind the sign of an item."""
    return word in line.partition(":::")[2].split()[:1]


def fence_of(
    word: str, title: str, inside: Passage, line: int, where: Lines, findings: Findings
) -> Fence:
    """A block; a word that there is not is told."""
    if word not in WORDS or word == LINES:
        title = title.rstrip("}") if word.startswith("{") else title
        word = _meant(word, where.place(line), findings)
    return Fence(_kind(word), word, title, inside, line)


def _kind(word: str) -> FenceKind:
    if word == QUESTION:
        return "question"
    return "box" if word in BOXES else "thing" if word in THINGS else "list"


def _meant(word: str, place: Place, findings: Findings) -> str:
    """Tell of an unknown word; go on with the word that was probably meant."""
    meant = nearest(word.strip("{}.").lower(), WORDS)
    if word.startswith("{"):
        hint = "Write the word alone, without braces:  ::: activity Think about it"
    elif word.lower() in WORDS:
        hint = f"Write it in small letters:  ::: {word.lower()}"
    else:
        hint = did_you_mean(word, WORDS)
    message = f"“::: {short(word)}” is none of the words for a block."
    findings.add("fence-word", place, message, hint, suggestion=meant)
    return meant if meant in (*BOXES, *THINGS, *LISTS, QUESTION) else "note"


_ITEM = re.compile(r" *(?:[-*+]|\d{1,9}[.)]|[A-Za-z]{1,6}[.)]|\([A-Za-z\d]{1,6}\)) +")
_INDENTED = (
    "A line with ::: begins at the left edge of the text, or below the words of an item of a list.",
    "Put it on a line of its own. In an item words come first; it begins below where they begin.",
)
_CLOSE = "Write ::: alone on a line where it ends."
_COLONS = ("A block begins and ends with three colons, not more.", "Write :::")
_CLOSES_NOTHING = (
    "This ::: closes a block, but none is open.",
    "Delete it, or write the block's word after it:  ::: activity Think about it",
)
_NESTED = (
    "Close the first with ::: on a line of its own. A block cannot stand inside another one; only "
    "a question can, in a box."
)
