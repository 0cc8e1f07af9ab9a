"""The room that a chart has, and its words in it: measured, and broken into lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exporter import fonts
from exporter.fonts import Weight

_WORDS_OWN = "Arimo"
"""As wide as Arial, in which Word sets the words of a drawing (writers/docx/pictures.py)."""
LINE = 1.25
"""From one line of words to the next, in sizes."""
ASCENT = 0.95
"""From the top of a line of words to where its letters stand, in sizes: capitals and figures, 0.7
high, then stand in the middle of it."""


@dataclass(frozen=True, slots=True)
class Frame:
    """How wide a chart is and in which type. Lengths in points."""

    width: float
    size: float
    family: str
    ink: str
    paper: str
    line: str
    language: str

    @property
    def leading(self) -> float:
        return self.size * LINE

    def measure(self, words: str, weight: Weight = "regular") -> float:
        """The width of some words, in whichever of the two typefaces is wider."""
        families = {self.family, _WORDS_OWN}
        return max(fonts.width(words, family, self.size, weight) for family in families)

    def widest(self, several: Iterable[str], weight: Weight = "regular") -> float:
        return max((self.measure(words, weight) for words in several), default=0.0)

    def lines(self, words: str, room: float, weight: Weight = "regular") -> list[str]:
        """Words in lines that are no wider than the room. A longer word is broken."""
        made: list[str] = []
        for word in words.split():
            longer = f"{made[-1]} {word}" if made else word
            if made and self.measure(longer, weight) <= room:
                made[-1] = longer
            else:
                made += self._broken(word, room, weight)
        return made or [""]

    def _broken(self, word: str, room: float, weight: Weight) -> list[str]:
        pieces = [""]
        for sign in word:
            if pieces[-1] and self.measure(pieces[-1] + sign, weight) > room:
                pieces.append("")
            pieces[-1] += sign
        return pieces


def family_with(words: str, wanted: str) -> str:
    """The typeface for the words of a chart: that of the document, or the first that has them all.

    Empty where none has: such words cannot be drawn.
    """
    needed = frozenset(words) - frozenset(" \u00a0\n")
    families = (wanted, *(name for name in fonts.FAMILIES if name != wanted))
    known = (name for name in families if name in fonts.FAMILIES)
    return next((name for name in known if needed <= fonts.repertoire(name)), "")
