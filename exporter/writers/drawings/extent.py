"""How far the ink of a plain drawing reaches, by the code that paints it (ISO 32000-1, 8.5)."""

from __future__ import annotations

from math import hypot, sqrt
from typing import TypeAlias

from fontTools.misc.transform import Transform

from exporter.writers.drawings.plain import Drawing

Extent: TypeAlias = tuple[float, float, float, float]
"""Left, top, right and bottom, in a drawing's own units from its top left."""
_STROKED = frozenset(("S", "B", "B*"))
_PAINTED = _STROKED | {"f", "f*"}
_POINTED = 4.0
"""A pointed corner reaches so many half widths of its line, at most: SVG's own limit."""
_SQUARE = sqrt(2)
"""The corner of a square end."""


def extent_of(drawing: Drawing) -> Extent | None:
    """How far its ink reaches: never less than it does, and no farther than the page.

    None where the code does not tell: there are words in it, or nothing at all.
    """
    if drawing.strings:
        return None
    ink = _Ink()
    for line in drawing.code.splitlines():
        ink.read(line.split())
    if not ink.xs:
        return None
    tall = drawing.height  # the code counts upwards from the bottom
    left, right = max(0.0, min(ink.xs)), min(drawing.width, max(ink.xs))
    top, bottom = max(0.0, tall - max(ink.ys)), min(tall, tall - min(ink.ys))
    return (left, top, right, bottom) if left < right and top < bottom else None


class _Ink:
    """Where all that is painted ends, as the code is read from its beginning."""

    def __init__(self) -> None:
        self.turn = Transform()
        self.pen, self.cap, self.join = 1.0, "0", "0"
        self.kept: list[tuple[Transform, float, str, str]] = []
        self.path: list[tuple[float, float]] = []
        self.xs: list[float] = []
        self.ys: list[float] = []

    def read(self, words: list[str]) -> None:
        start = 0
        for at, word in enumerate(words):
            if word[0] not in "0123456789-.[":
                self.do(word, words[start:at])
                start = at + 1

    def do(self, operator: str, given: list[str]) -> None:
        match operator:
            case "m" | "l":
                self.path.append((float(given[0]), float(given[1])))
            case "c":
                self.curve(*map(float, given))
            case "re":
                x, y, wide, high = map(float, given)
                self.path += ((x, y), (x + wide, y), (x, y + high), (x + wide, y + high))
            case "w":
                self.pen = float(given[0])
            case "J":
                self.cap = given[0]
            case "j":
                self.join = given[0]
            case "cm":
                a, b, c, d, e, f = map(float, given)
                self.turn = self.turn.transform((a, b, c, d, e, f))
            case "q":
                self.kept.append((self.turn, self.pen, self.cap, self.join))
            case "Q":
                self.turn, self.pen, self.cap, self.join = self.kept.pop()
            case _ if operator in _PAINTED:
                self.paint(self.beyond() if operator in _STROKED else 0.0)
            case _:
                pass

    def curve(self, *values: float) -> None:
        """A Bézier curve stays within its ends and the parts of it where it turns back."""
        (x0, y0), end = self.path[-1], (values[4], values[5])
        xs = (x0, *values[0::2])
        ys = (y0, *values[1::2])
        for time in (*_turns(*xs), *_turns(*ys)):
            self.path.append((_at(time, *xs), _at(time, *ys)))
        self.path.append(end)

    def beyond(self) -> float:
        """How far the line that is drawn reaches beyond its middle."""
        wide = _POINTED if self.join == "0" else _SQUARE if self.cap == "2" else 1.0
        return self.pen / 2 * wide

    def paint(self, beyond: float) -> None:
        a, b, c, d, e, f = self.turn
        across, up = beyond * hypot(a, c), beyond * hypot(b, d)
        xs = [a * x + c * y + e for x, y in self.path]
        ys = [b * x + d * y + f for x, y in self.path]
        self.xs += (min(xs) - across, max(xs) + across)
        self.ys += (min(ys) - up, max(ys) + up)
        self.path.clear()


def _turns(p0: float, p1: float, p2: float, p3: float) -> tuple[float, ...]:
    """When a coordinate of a Bézier curve turns back: where its first derivative is nought."""
    low, high = min(p0, p3), max(p0, p3)
    if low <= p1 <= high and low <= p2 <= high:
        return ()
    a, b, c = p3 - 3 * p2 + 3 * p1 - p0, 2 * (p2 - 2 * p1 + p0), p1 - p0
    times: tuple[float, ...] = ()
    under = b * b - 4 * a * c
    if abs(a) < 1e-9:
        times = (-c / b,) if b else ()
    elif under >= 0:
        times = ((-b - sqrt(under)) / (2 * a), (-b + sqrt(under)) / (2 * a))
    return tuple(time for time in times if 0 < time < 1)


def _at(time: float, p0: float, p1: float, p2: float, p3: float) -> float:
    left = 1 - time
    return left**3 * p0 + 3 * left**2 * time * p1 + 3 * left * time**2 * p2 + time**3 * p3
