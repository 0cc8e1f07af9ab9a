"""Letters that run from the right, in the order of their places: pdfium turns some words round."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import pypdfium2.raw as raw

FIRST = 0x0590
"""No script that runs from the right has a letter before this one."""
_RIGHT_TO_LEFT = ("R", "AL", "NSM")

Drawn: TypeAlias = tuple[list[str], int, int]
"""The pieces that a character is one of, its place among them, and its number on the page."""


@dataclass(frozen=True, slots=True)
class _Letter:
    pieces: list[str]
    place: int
    x: float
    y: float

    def goes_on(self, other: _Letter) -> bool:
        """Whether the other one follows on the same line, with at most spaces between."""
        between = self.pieces[self.place + 1 : other.place]
        same_line = self.pieces is other.pieces and abs(self.y - other.y) < 1
        return same_line and not "".join(between).strip()


def put_in_order(text: raw.FPDF_TEXTPAGE, drawn: Iterable[Drawn]) -> None:
    """Mend the pieces, where words are in another order than on the page."""
    run: list[_Letter] = []
    for pieces, place, index in drawn:
        if unicodedata.bidirectional(pieces[place][:1] or " ") not in _RIGHT_TO_LEFT:
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text, index, x, y)
        letter = _Letter(pieces, place, x.value, y.value)
        if run and not run[-1].goes_on(letter):
            _mend(run)
            run = []
        run.append(letter)
    _mend(run)


def _mend(run: list[_Letter]) -> None:
    """Each word by the places of its letters, and the words by theirs."""
    if not run:
        return
    words: list[list[_Letter]] = []
    for letter in run:
        if words and letter.place == words[-1][-1].place + 1:
            words[-1].append(letter)
        else:
            words.append([letter])
    ordered = sorted(map(_from_the_right, words), key=lambda word: -word[0].x)
    if ordered == words:
        return
    pieces, first, last = run[0].pieces, run[0].place, run[-1].place
    told = " ".join("".join(pieces[letter.place] for letter in word) for word in ordered)
    pieces[first : last + 1] = [told, *[""] * (last - first)]


def _from_the_right(word: list[_Letter]) -> list[_Letter]:
    """Letters of one sign (a ligature) have one place; they are turned with their word."""
    turned = word[0].x < word[-1].x
    return sorted(reversed(word) if turned else word, key=lambda letter: -letter.x)
