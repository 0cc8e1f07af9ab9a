"""How series and parts are told from one another: never by colour alone (WCAG 2.2, 1.4.1).

The colours are those of the house's drawings, so that a chart stands among them as one of them; in
grey each has another pattern or a lightness of its own. Every outline, and every ground or the
pattern on it, has 3:1 on paper (WCAG 2.2, 1.4.11).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, assert_never

from exporter.charts.canvas import Canvas, num

DEEP = "#34495e"
PALE = "#e2e9ee"
AMBER = "#d6a04c"
SAND = "#f6ead6"
WHITE = "#ffffff"

Pattern = Literal["none", "slanted", "dots", "upright"]


@dataclass(frozen=True, slots=True)
class Fill:
    """The ground of a bar or a part, the pattern on it, and the line around it."""

    ground: str
    pattern: Pattern
    line: str = DEEP


FILLS = (
    Fill(DEEP, "none"),
    Fill(PALE, "slanted"),
    Fill(AMBER, "none"),
    Fill(WHITE, "dots"),
    Fill(SAND, "upright"),
)
"""In this order; no chart has more of them than it can hold side by side."""


def filled(canvas: Canvas, x: float, y: float, width: float, height: float, fill: Fill) -> None:
    """A rectangle with its pattern, whose line lies inside it: its edge is where its value ends."""
    if width <= 0 or height <= 0:
        return
    canvas.rectangle(x, y, width, height, fill.ground)
    step, thin = canvas.frame.size * 0.42, canvas.thin
    match fill.pattern:
        case "none":
            pass
        case "slanted":
            _path(canvas, _slanted(x, y, width, height, step), fill.line, thin)
        case "upright":
            _path(canvas, _upright(x, y, width, height, step), fill.line, thin)
        case "dots":
            _dots(canvas, (x, y, width, height), step, fill.line)
        case _:
            assert_never(fill.pattern)
    if fill.ground != fill.line and min(width, height) > thin:
        half = thin / 2
        canvas.rectangle(x + half, y + half, width - thin, height - thin, "none", fill.line)


def _path(canvas: Canvas, code: str, line: str, width: float) -> None:
    if code:
        canvas.path(code, line, width)


def _slanted(x: float, y: float, width: float, height: float, step: float) -> str:
    """Lines from the lower left to the upper right, cut off at the edges."""
    code, along = [], step
    while along < width + height:
        right, top = min(along, width), max(0.0, along - width)
        left, foot = max(0.0, along - height), min(along, height)
        code.append(f"M{num(x + left)} {num(y + foot)}L{num(x + right)} {num(y + top)}")
        along += step
    return "".join(code)


def _upright(x: float, y: float, width: float, height: float, step: float) -> str:
    count = int((width - step / 2) / step)
    lines = (num(x + step * (number + 1)) for number in range(max(0, count)))
    return "".join(f"M{at} {num(y)}L{at} {num(y + height)}" for at in lines)


def _dots(canvas: Canvas, box: tuple[float, float, float, float], step: float, line: str) -> None:
    x, y, width, height = box
    radius = step * 0.2
    across, down = int(width / step), int(height / step)
    for row in range(down):
        for column in range(across):
            left = x + (width - (across - 1) * step) / 2 + column * step
            canvas.circle(left, y + (height - (down - 1) * step) / 2 + row * step, radius, line)
