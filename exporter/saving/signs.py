"""The signs of a text that a reader sees, each with where it was typed; and the marks around them.

This is no second parser of the dialect: it goes through one paragraph, and whoever asks compares
what it sees with the words that a reader meets. Where they are not the same, nothing is changed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exporter.authored.spelling import ESCAPABLE
from exporter.outline import clean
from exporter.saving.scalars import Letter

_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufe00-\ufe0f\ufeff\u034f\u180e]")
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_TARGET = re.compile(r"\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_LANGUAGE = re.compile(r"\{\s*lang\s*=\s*[\"']?[A-Za-z0-9-]+[\"']?\s*\}")
_ADDRESS = re.compile(r"<(?:mailto:)?((?:https?:|tel:)?[^\s<>]+)>")
_STARS = re.compile(r"\*+")


@dataclass(frozen=True, slots=True)
class Sign:
    """What is seen at one place. Offsets are of the file. `computed`: the program's own words."""

    text: str
    start: int
    end: int
    depth: int = 0
    """In how many marks it stands."""
    computed: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Words between marks: `**words**`, `[words](address)`. Offsets are of the file."""

    start: int
    inside: int
    inside_end: int
    end: int
    target: tuple[int, int] = (0, 0)
    """Where the address of a link stands."""


@dataclass(slots=True)
class _Scan:
    letters: Sequence[Letter]
    typed: str
    """The letters as one text, a letter of each."""
    titles: bool
    signs: list[Sign] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    notes: dict[int, int] = field(default_factory=dict)

    def through(self, position: int, end: int, depth: int) -> None:
        while position < end:
            position = self._one(position, end, depth)

    def _one(self, position: int, end: int, depth: int) -> int:
        sign = self.typed[position]
        if sign == "\\":
            return self._backslashes(position, end, depth)
        if sign == "[" and (found := _NOTE.match(self.typed, position, end)):
            self.notes[self.letters[position].start] = self.letters[found.end() - 1].end
            return found.end()
        if sign == "[" and (after := self._bracket(position, end, depth)):
            return after
        if sign == "<" and (found := _ADDRESS.match(self.typed, position, end)):
            for index in range(*found.span(1)):
                self._see(index, index + 1, depth + 1)
            return found.end()
        if sign == "*" and (after := self._stars(position, end, depth)):
            return after
        self._see(position, position + 1, depth)
        return position + 1

    def _backslashes(self, position: int, end: int, depth: int) -> int:
        """Backslashes in a row: three are one, and five are two; an even number are as many. The
        last of an odd number belongs to the sign after it, where that could be a mark."""
        row = self.typed[position:end]
        count = len(row) - len(row.lstrip("\\"))
        is_mark = count % 2 == 1 and count < len(row) and row[count] in ESCAPABLE
        after = position + count - is_mark
        width = 2 if count % 2 and count > 1 else 1
        for begin in range(position, after - width + 1, width):
            last = begin + 2 * width > after
            self._see(begin, after if last else begin + width, depth)
        if not is_mark:
            return after
        self._see(after, after + 2, depth, row[count])
        return after + 2

    def _see(self, begin: int, end: int, depth: int, text: str = "") -> None:
        start, stop = self.letters[begin].start, self.letters[end - 1].end
        self.signs.append(Sign(text or self.typed[begin], start, stop, depth))

    def _bracket(self, position: int, end: int, depth: int) -> int:
        """A link or words of another language; 0 where the bracket is only a sign."""
        close = self._closing(position, end)
        if not close:
            return 0
        link = _TARGET.match(self.typed, close + 1, end)
        after = link or _LANGUAGE.match(self.typed, close + 1, end)
        if after is None:
            return 0
        if link and not self.typed[position + 1 : close].strip():
            start, stop = self.letters[position].start, self.letters[after.end() - 1].end
            self.signs.append(Sign("", start, stop, depth, computed=True))
            return after.end()
        self.through(position + 1, close, depth + 1)
        target = (0, 0)
        if link and link[1]:
            begun, ended = link.span(1)
            target = (self.letters[begun].start, self.letters[ended - 1].end)
        self._run(position, position + 1, close, after.end(), target)
        return after.end()

    def _closing(self, position: int, end: int) -> int:
        """Where the bracket that opens here is closed; 0 where it is not."""
        open_brackets = 0
        while position < end:
            sign = self.typed[position]
            if sign == "\\":
                position += 1
            elif sign == "[":
                open_brackets += 1
            elif sign == "]":
                open_brackets -= 1
                if open_brackets == 0:
                    return position
            position += 1
        return 0

    def _stars(self, position: int, end: int, depth: int) -> int:
        """Strong or stressed words; 0 where the star is only a sign."""
        opening = _STARS.match(self.typed, position, end)
        assert opening is not None
        marks = opening[0]
        after = self.typed[opening.end() : opening.end() + 1]
        if not after.strip() or len(marks) > 3:
            return 0
        close = opening.end()
        while (close := self.typed.find(marks, close + 1, end)) > 0:
            whole = _STARS.match(self.typed, close, end)
            before = self.typed[close - 1]
            if whole and whole[0] == marks and before.strip() and before != "\\":
                break
            close = whole.end() if whole else close + 1
        if close < 0:
            return 0
        mark = self.letters[position]
        if self.titles and len(marks) == 1:
            self.signs.append(Sign("“", mark.start, mark.end, depth, computed=True))
        self.through(opening.end(), close, depth + 1)
        if self.titles and len(marks) == 1:
            mark = self.letters[close]
            self.signs.append(Sign("”", mark.start, mark.end, depth, computed=True))
        self._run(position, opening.end(), close, close + len(marks), (0, 0))
        return close + len(marks)

    def _run(
        self, start: int, inside: int, inside_end: int, end: int, target: tuple[int, int]
    ) -> None:
        at = self.letters
        run = Run(at[start].start, at[inside].start, at[inside_end].start, at[end - 1].end, target)
        self.runs.append(run)


def seen(
    letters: Sequence[Letter], *, marks: bool, titles: bool = False
) -> tuple[list[Sign], list[Run], dict[int, int]]:
    """What a reader sees of a paragraph, the runs in it, and where marks of notes begin and end.

    Without `marks` all signs are seen.
    White space is one space; letters are composed (NFC); what nobody sees is left out.
    """
    typed = "".join(letter.sign[0] if letter.sign else " " for letter in letters)
    scan = _Scan(letters, typed, titles)
    if marks:
        scan.through(0, len(letters), 0)
    else:
        scan.signs = [Sign(one.sign, one.start, one.end) for one in letters]
    return list(_joined(scan.signs)), scan.runs, scan.notes


def _joined(signs: Sequence[Sign]) -> Iterator[Sign]:
    """The signs with spaces made one, and marks that belong to the letter before joined to it."""
    waiting: Sign | None = None
    begun = False
    for sign in signs:
        if not sign.computed and _UNSEEN.fullmatch(sign.text):
            continue
        space = not sign.computed and sign.text.isspace()
        if space and waiting is not None and waiting.text == " ":
            depth = min(waiting.depth, sign.depth)
            waiting = Sign(" ", waiting.start, sign.end, depth)
            continue
        if space and not begun:
            continue
        begun = True
        combining = bool(sign.text) and unicodedata.combining(sign.text[0]) > 0
        if combining and waiting is not None and not waiting.computed:
            text = unicodedata.normalize("NFC", waiting.text + sign.text)
            waiting = Sign(text, waiting.start, sign.end, waiting.depth)
            continue
        if waiting is not None:
            yield waiting
        text = " " if space else sign.text if sign.computed else clean(sign.text) or sign.text
        waiting = Sign(text, sign.start, sign.end, sign.depth, sign.computed)
    if waiting is not None and waiting.text != " ":
        yield waiting
