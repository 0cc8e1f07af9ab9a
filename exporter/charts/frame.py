"""The room that a chart has, and its words in it: measured, and broken into lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf

from exporter import fonts, languages
from exporter.charts.outlines import outline
from exporter.fonts import Weight
from exporter.languages import letters

_WORDS_OWN = "Arimo"
"""As wide as Arial, in which Word sets the words of a drawing (writers/docx/pictures.py)."""
_LINE, _ASCENT = 1.25, 0.95
"""From one line of words to the next, and from its top to where its letters stand, in sizes:
capitals and figures, 0.7 high, then stand in the middle of it."""
_LINE_OF_SHAPES, _ASCENT_OF_SHAPES = 1.5, 1.05
"""The same of scripts whose letters reach higher and lower: Arabic, Devanagari."""


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
    tallest: float = inf
    """The room of a chart on a page: what can be drawn lower is, where it would not fit."""
    shapes: bool = False
    """Whether words are drawn as shapes, since not every program would set them alike."""

    @property
    def leading(self) -> float:
        return self.size * (_LINE_OF_SHAPES if self.shapes else _LINE)

    @property
    def ascent(self) -> float:
        """From the top of a line of words to where its letters stand."""
        return self.size * (_ASCENT_OF_SHAPES if self.shapes else _ASCENT)

    def measure(self, words: str, weight: Weight = "regular") -> float:
        """The width of some words; in letters, in whichever of the two typefaces is wider."""
        if self.shapes:
            return self.size * outline(words, self.family, self.language, weight).width
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


def drawn_as_shapes(words: str, language: str) -> bool:
    """Whether the words of a chart in this language are no plain letters from left to right."""
    return languages.right_to_left(language) or letters.needs_shaping(words)


def family_with(words: str, wanted: str) -> str:
    """The typeface for the words of a chart: that of the document, or the first that has them all.

    Empty where none has: such words cannot be drawn.
    """
    needed = frozenset(words) - frozenset(" \u00a0\n")
    families = (wanted, *(name for name in fonts.FAMILIES if name != wanted))
    known = (name for name in families if name in fonts.FAMILIES)
    return next((name for name in known if needed <= fonts.repertoire(name)), "")
