"""Shapes: paths and circles as numbers, moved and turned before they are written, so that every
line keeps its one weight."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

INK, WHITE = "#1f2933", "#fff"
DARK, MIDDLE, PALE = "#34495e", "#6f8ea6", "#e2e9ee"
SAND, CREAM, GREY, LIGHT = "#d6a04c", "#f6ead6", "#6b7680", "#e8ecee"
LINE = 5.0
"""The weight of every outline, in a drawing 400 wide."""
FINE = 3.4
"""Of what stands within an outline: a mouth, the lines of a page."""

Step: TypeAlias = tuple[str, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Shape:
    """One path or circle. `bone` is width that belongs to the shape and grows with it (an arm);
    `line` is the weight of an outline, which never does."""

    steps: tuple[Step, ...] = ()
    circle: tuple[float, float, float] | None = None
    fill: str = ""
    ink: str = INK
    line: float = LINE
    bone: float = 0.0


Shapes: TypeAlias = tuple[Shape, ...]

_TOKEN = re.compile(r"[MLHVCSQZmlhvcsqz]|-?(?:\d+\.?\d*|\.\d+)")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "Z": 0}


def steps(d: str) -> tuple[Step, ...]:
    """The steps of a path's data as M, L, C, Q and Z, from one fixed origin."""
    tokens = _TOKEN.findall(d)
    found: list[Step] = []
    x = y = left = top = 0.0
    control: tuple[float, float] | None = None
    place, letter = 0, ""
    while place < len(tokens):
        if tokens[place].isalpha():
            letter = tokens[place]
            place += 1
        kind, taken = letter.upper(), _TAKES[letter.upper()]
        numbers = [float(token) for token in tokens[place : place + taken]]
        place += taken
        dx, dy = (x, y) if letter.islower() else (0.0, 0.0)
        match kind:
            case "Z":
                found.append(("Z", ()))
                x, y = left, top
                continue
            case "H":
                numbers = [numbers[0] + dx, y]
            case "V":
                numbers = [x, numbers[0] + dy]
            case _:
                numbers = [n + (dy if i % 2 else dx) for i, n in enumerate(numbers)]
        if kind == "S":
            before = (2 * x - control[0], 2 * y - control[1]) if control else (x, y)
            numbers = [*before, *numbers]
        x, y = numbers[-2:]
        if kind == "M":
            left, top = x, y
            letter = "l" if letter == "m" else "L"
        control = (numbers[-4], numbers[-3]) if kind in "CS" else None
        found.append(({"H": "L", "V": "L", "S": "C"}.get(kind, kind), tuple(numbers)))
    return tuple(found)


def path(d: str, fill: str = "", ink: str = INK, line: float = LINE) -> Shape:
    return Shape(steps(d), None, fill, ink, line)


def patch(d: str, fill: str) -> Shape:
    """Colour without an outline."""
    return Shape(steps(d), None, fill, "", 0)


def fine(d: str, ink: str = INK, line: float = FINE) -> Shape:
    return Shape(steps(d), None, "", ink, line)


def circle(
    x: float, y: float, r: float, fill: str = "", ink: str = INK, line: float = LINE
) -> Shape:
    return Shape((), (x, y, r), fill, ink, line)


def dot(x: float, y: float, r: float, fill: str = INK) -> Shape:
    return Shape((), (x, y, r), fill, "", 0)


def ellipse(
    x: float, y: float, rx: float, ry: float, fill: str = "", ink: str = INK, line: float = LINE
) -> Shape:
    kx, ky = rx * 0.5523, ry * 0.5523
    d = (
        f"M{x - rx} {y}C{x - rx} {y - ky} {x - kx} {y - ry} {x} {y - ry}"
        f"S{x + rx} {y - ky} {x + rx} {y}S{x + kx} {y + ry} {x} {y + ry}"
        f"S{x - rx} {y + ky} {x - rx} {y}Z"
    )
    return path(d, fill, ink, line)


def box(
    x: float, y: float, w: float, h: float, r: float = 0, fill: str = "", ink: str = INK,
    line: float = LINE,
) -> Shape:  # fmt: skip
    """A rectangle, its corners rounded by `r`."""
    if not r:
        return path(f"M{x} {y}h{w}v{h}h{-w}z", fill, ink, line)
    k = r * 0.45
    d = (
        f"M{x + r} {y}h{w - 2 * r}c{r - k} 0 {r} {k} {r} {r}v{h - 2 * r}c0 {r - k} {-k} {r} {-r} {r}"
        f"h{2 * r - w}c{k - r} 0 {-r} {-k} {-r} {-r}v{2 * r - h}c0 {k - r} {k} {-r} {r} {-r}z"
    )
    return path(d, fill, ink, line)


def limb(d: str, colour: str, bone: float) -> Shapes:
    """A thick line with an outline: an arm, a leg, a finger, a rail."""
    way = steps(d)
    return (Shape(way, None, "", INK, 2 * LINE, bone), Shape(way, None, "", colour, 0, bone))


def moved(
    shapes: Iterable[Shape],
    x: float = 0,
    y: float = 0,
    size: float = 1,
    turn: float = 0,
    flip: bool = False,
) -> Shapes:
    """Shapes of another size, mirrored, turned (degrees, clockwise) about the origin, then moved."""
    cos, sin = math.cos(math.radians(turn)) * size, math.sin(math.radians(turn)) * size
    side = -1 if flip else 1

    def at(px: float, py: float) -> tuple[float, float]:
        px *= side
        return x + px * cos - py * sin, y + px * sin + py * cos

    def one(shape: Shape) -> Shape:
        bone = shape.bone * size
        if shape.circle:
            cx, cy, r = shape.circle
            return replace(shape, circle=(*at(cx, cy), r * size), bone=bone)
        way = tuple(
            (kind, tuple(n for i in range(0, len(ns), 2) for n in at(ns[i], ns[i + 1])))
            for kind, ns in shape.steps
        )
        return replace(shape, steps=way, bone=bone)

    return tuple(map(one, shapes))


def thinner(shapes: Iterable[Shape], by: float) -> Shapes:
    """Outlines of a figure that stands small in a scene."""
    return tuple(replace(shape, line=shape.line * by) for shape in shapes)


def svg(title: str, shapes: Iterable[Shape], width: int = 400, height: int = 320) -> str:
    """The file of a drawing. Numbers have one decimal at most."""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}">',
        f"<title>{title}</title>",
        f'<g fill="none" stroke="{INK}" stroke-width="{_number(LINE)}" stroke-linecap="round" '
        'stroke-linejoin="round">',
        *map(_written, _together(shapes)),
        "</g>",
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _together(shapes: Iterable[Shape]) -> Iterator[Shape]:
    """Lines of one look that follow one another become one path: the same drawing, a shorter file."""
    last: Shape | None = None
    for shape in shapes:
        if last and not last.circle and not last.fill and replace(last, steps=shape.steps) == shape:
            last = replace(last, steps=last.steps + shape.steps)
            continue
        if last:
            yield last
        last = shape
    if last:
        yield last


def _written(shape: Shape) -> str:
    paint = f' fill="{shape.fill}"' if shape.fill else ""
    width = round(shape.line + shape.bone, 1)
    if not width or not shape.ink:
        paint += ' stroke="none"'
    else:
        paint += f' stroke="{shape.ink}"' if shape.ink != INK else ""
        paint += f' stroke-width="{_number(width)}"' if width != LINE else ""
    if shape.circle:
        x, y, r = map(_number, shape.circle)
        return f'<circle cx="{x}" cy="{y}" r="{r}"{paint}/>'
    return f'<path d="{_data(shape.steps)}"{paint}/>'


def _data(way: tuple[Step, ...]) -> str:
    """Short path data: from point to point, each rounded where it lies, so that nothing drifts."""
    text = ""
    x = y = left = top = 0.0
    for kind, numbers in way:
        if kind == "Z":
            text += "z"
            x, y = left, top
            continue
        rounded = [round(n, 1) for n in numbers]
        if kind == "M":
            words = [_number(n) for n in rounded]
            left, top = rounded
        else:
            words = [_number(n - (y if i % 2 else x)) for i, n in enumerate(rounded)]
        text += kind if kind == "M" else kind.lower()
        text += "".join(w if i == 0 or w[0] == "-" else f" {w}" for i, w in enumerate(words))
        x, y = rounded[-2:]
    return text


def _number(number: float) -> str:
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text.replace("0.", ".", 1) if abs(number) < 1 else text
