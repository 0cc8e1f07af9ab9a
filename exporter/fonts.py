"""The typefaces that we ship, and which of them can spell a word.

A word that the first family cannot spell is set *whole* in the next one, so that no word changes
its face half-way; a word that none can spell is a finding before layout, never an empty box.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import fontpkg
from fontTools.ttLib import TTFont

Weight = Literal["regular", "bold"]
_WEIGHTS: dict[Weight, int] = {"regular": 400, "bold": 700}

DEFAULT_FAMILY = "Atkinson Hyperlegible"
FALLBACKS = ("Arimo", "Source Sans 3")
FAMILIES = (DEFAULT_FAMILY, *FALLBACKS)

SHAPED_LANGUAGES = frozenset(
    ("ar", "fa", "ur", "ps", "sd", "he", "hi", "mr", "ne", "pa", "bn", "as")
)
"""Languages whose letters join or reorder: only an engine with shaping (Pango) can set them."""

_WORD = re.compile(r"\S+|\s+")
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\n\t\r")


@dataclass(frozen=True, slots=True)
class Run:
    """Some text that one family can spell."""

    family: str
    text: str


class CannotSpell(ValueError):
    """No family that we ship has these characters."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        super().__init__(f"no typeface that we ship has {characters!r}")


@cache
def path(family: str, weight: Weight) -> Path:
    """The font file; for a variable font both weights are in one file."""
    return Path(fontpkg.path(family, weight=_WEIGHTS[weight]))


@cache
def data(family: str, weight: Weight) -> bytes:
    """A static TrueType font. Variable ones are cut to the weight (about half a second)."""
    file = path(family, weight)
    font = TTFont(file, recalcTimestamp=False)
    if "fvar" not in font:
        return file.read_bytes()
    from fontTools.varLib import instancer  # slow to import, and rarely needed

    static = instancer.instantiateVariableFont(font, {"wght": _WEIGHTS[weight]}, inplace=True)
    buffer = io.BytesIO()
    static.save(buffer, reorderTables=False)
    return buffer.getvalue()


@cache
def repertoire(family: str) -> frozenset[str]:
    """Every character that the family has."""
    with TTFont(path(family, "regular"), lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


@cache
def _advances(family: str, weight: Weight) -> tuple[dict[int, float], float]:
    with TTFont(path(family, weight), lazy=True) as font:
        unit = font["head"].unitsPerEm
        widths = font["hmtx"].metrics
        glyphs = font.getBestCmap()
        return {code: widths[name][0] / unit for code, name in glyphs.items()}, 0.5


def width(text: str, family: str, size: float, weight: Weight = "regular") -> float:
    """The width of `text` in points, without kerning; for estimates before layout."""
    advances, usual = _advances(family, weight)
    return size * sum(advances.get(ord(character), usual) for character in text)


def needs_shaping(language: str) -> bool:
    """Whether the language is written in a script that only the weasyprint engine can set."""
    return language.split("-")[0] in SHAPED_LANGUAGES


def runs(text: str, family: str) -> Iterator[Run]:
    """`text` in runs of one family each; words are never cut.

    Raises CannotSpell when a word has a character that no family has.
    """
    if set(text) - _INVISIBLE <= repertoire(family):
        if text:
            yield Run(family, text)  # nearly always
        return
    families = (family, *(name for name in FALLBACKS if name != family))
    current, pieces = family, ""
    for word in _WORD.findall(text):
        needed = set(word) - _INVISIBLE
        chosen = next((name for name in families if needed <= repertoire(name)), None)
        if word.isspace() and needed <= repertoire(current):
            chosen = current
        if chosen is None:
            missing = needed - frozenset().union(*(repertoire(name) for name in families))
            raise CannotSpell("".join(sorted(missing or needed)))
        if chosen != current and pieces:
            yield Run(current, pieces)
            pieces = ""
        current, pieces = chosen, pieces + word
    if pieces:
        yield Run(current, pieces)
