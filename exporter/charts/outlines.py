"""Words of a chart as shapes, where their letters join, change places or run to the left.

Programs differ in how they set such words in a drawing, or in which typeface; shapes all draw
alike. What they say stands with them, as the title of each line.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from exporter import fonts
from exporter.fonts import FAMILIES, NASTALIQ, OTHER_SCRIPTS, SIGNS, Weight
from exporter.languages import direction
from exporter.languages.bidi import visual_runs
from exporter.languages.unseen import UNSEEN

_FAMILIES = (*FAMILIES, *(name for name in OTHER_SCRIPTS if name != NASTALIQ), *SIGNS)
"""Urdu too stands in plain Arabic letters here: lines of Nastaliq are twice as high as a bar."""
_UNSEEN = UNSEEN | fonts.TURNS | {"\n"}
_LETTERS = {"lineTo": "l", "qCurveTo": "q", "curveTo": "c"}
"""The commands of a path of SVG, with places counted from the one before."""


@dataclass(frozen=True, slots=True)
class _Glyph:
    family: str
    weight: Weight
    number: int


@dataclass(frozen=True, slots=True)
class Outline:
    """A line of words as shapes. Lengths in sizes of the type, upwards from where letters stand."""

    width: float
    glyphs: tuple[tuple[float, float, _Glyph], ...]
    """Each with its place across and up."""

    def path(self, x: float, y: float, size: float) -> str:
        """The data of a path of SVG, with the left end of the words at this place, in points."""
        code = []
        for across, up, glyph in self.glyphs:
            right, down, rest = _drawn(glyph, size)
            code.append(f"M{_short(x + across * size + right)} {_short(y - up * size + down)}")
            code.append(rest)
        return "".join(code)


def lacking(words: str) -> str:
    """The signs of some words that no typeface at hand has, in order."""
    return "".join(sorted(sign for sign in set(words) - _UNSEEN if not _family(sign, "")))


@lru_cache(maxsize=4096)
def outline(words: str, wanted: str, language: str, weight: Weight = "regular") -> Outline:
    """A line of words of a chart in this language, in the wanted typeface where that has them.

    It is as wide as its shapes: some reach beyond the place that their letters take.
    """
    across, begin, end, glyphs = 0.0, 0.0, 0.0, []
    for text, leftward in visual_runs(words, direction(language)):
        pieces = list(_pieces(text, wanted))
        for family, piece in reversed(pieces) if leftward else pieces:
            shaped = _shaped(piece, family, weight, leftward=leftward)
            for right, up, glyph, advance in shaped:
                if sides := _sides(glyph):
                    glyphs.append((across + right, up, glyph))
                    begin = min(begin, across + right + sides[0])
                    end = max(end, across + right + sides[1])
                across += advance
    moved = tuple((x - begin, y, glyph) for x, y, glyph in glyphs)
    return Outline(max(end, across) - begin, moved)


def _pieces(text: str, wanted: str) -> list[tuple[str, str]]:
    """Some words in pieces of one typeface each: a word whole, where any has all its letters."""
    named: list[tuple[str, str]] = []
    for word in _words(text):
        whole = _family(word, wanted)
        named += [(whole, word)] if whole else [(_family(one, wanted), one) for one in word]
    joined: list[tuple[str, str]] = []
    for family, group in groupby(named, key=lambda piece: piece[0]):
        joined.append((family or wanted, "".join(piece for _, piece in group)))
    return joined


def _words(text: str) -> list[str]:
    return ["".join(group) for _, group in groupby(text, key=str.isspace)]


def _family(text: str, wanted: str) -> str:
    """The first typeface that has all of it; empty where none has."""
    needed = set(text) - _UNSEEN
    families = (wanted, *_FAMILIES) if wanted else _FAMILIES
    return next((name for name in families if needed <= fonts.repertoire(name)), "")


def _shaped(
    text: str, family: str, weight: Weight, *, leftward: bool
) -> list[tuple[float, float, _Glyph, float]]:
    """The glyphs of a run from left to right: each with its shift, and what room it takes."""
    import uharfbuzz as harfbuzz

    font = fonts.shaper(family, weight)
    buffer = harfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if leftward else "ltr"
    buffer.guess_segment_properties()
    harfbuzz.shape(font, buffer)
    unit = 1.0 / font.face.upem
    return [
        (
            place.x_offset * unit,
            place.y_offset * unit,
            _Glyph(family, weight, info.codepoint),
            place.x_advance * unit,
        )
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    ]


@lru_cache(maxsize=4096)
def _steps(glyph: _Glyph) -> tuple[tuple[str, tuple[tuple[float, float], ...]], ...]:
    """The lines and curves of a glyph, in sizes of the type."""
    from fontTools.pens.recordingPen import RecordingPen  # few charts have words to draw

    font, pen = fonts.shaper(glyph.family, glyph.weight), RecordingPen()
    font.draw_glyph_with_pen(glyph.number, pen)
    unit = 1.0 / font.face.upem
    return tuple(
        (operator, tuple((x * unit, y * unit) for x, y in points)) for operator, points in pen.value
    )


@lru_cache(maxsize=4096)
def _sides(glyph: _Glyph) -> tuple[float, float] | None:
    """The left and the right end of a glyph; None of one that shows nothing."""
    across = [x for _, points in _steps(glyph) for x, _ in points]
    return (min(across), max(across)) if across else None


@lru_cache(maxsize=4096)
def _drawn(glyph: _Glyph, size: float) -> tuple[float, float, str]:
    """Where a glyph begins, right of and below its place, and its path from there; in points.

    Each place is counted from the one before, both as they are written, so that nothing adds up.
    """
    first: tuple[float, float] | None = None
    start = here = (0.0, 0.0)
    code = []
    for operator, points in _steps(glyph):
        to = [(round(x * size, 2), round(-y * size, 2)) for x, y in points]
        if operator == "moveTo":
            if first is None:
                first = here = to[0]
            else:
                code.append("m" + _from(here, to))
            start = here = to[0]
        elif operator in _LETTERS:
            code.append(_LETTERS[operator] + _from(here, to))
            here = to[-1]
        else:
            code.append("z")
            here = start
    right, down = first or (0.0, 0.0)
    return right, down, "".join(code)


def _from(here: tuple[float, float], points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_short(x - here[0])} {_short(y - here[1])}" for x, y in points)


def _short(value: float) -> str:
    """Hundredths of a point: nobody sees less in a letter."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
