"""The shapes of plain SVG, each traced with the operators of PDF (ISO 32000-1, 8.5.2)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.svgLib.path import parse_path

from exporter.writers.operators import numbers

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
Own = Mapping[str, str]
"""The attributes of a shape."""

_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_BOW = 4 / 3 * (math.sqrt(2) - 1)
"""How far the handles of a quarter circle reach, for a radius of one."""


class NotPlain(Exception):
    """The drawing says something that is not said here."""


def length(text: str) -> float:
    """A length without unit, as drawings have it."""
    text = text.strip().removesuffix("px")
    if not _NUMBER.fullmatch(text):
        raise NotPlain
    value = float(text)
    if abs(value) > 1e6:
        raise NotPlain
    return value


def lengths(text: str, count: int = 0) -> list[float]:
    found = [length(part) for part in text.replace(",", " ").split()]
    if count and len(found) != count:
        raise NotPlain
    return found


class _Pen:
    """Writes what the path says as the operators of PDF (ISO 32000-1, 8.5.2)."""

    def __init__(self) -> None:
        self.code: list[str] = []
        self.here: Point = (0.0, 0.0)

    def moveTo(self, to: Point) -> None:  # noqa: N802
        self.here = to
        self.code.append(f"{numbers(*to)} m")

    def lineTo(self, to: Point) -> None:  # noqa: N802
        self.here = to
        self.code.append(f"{numbers(*to)} l")

    def curveTo(self, one: Point, two: Point, to: Point) -> None:  # noqa: N802
        self.here = to
        self.code.append(f"{numbers(*one, *two, *to)} c")

    def qCurveTo(self, handle: Point, to: Point) -> None:  # noqa: N802
        """A curve with one handle; PDF has only those with two."""
        one, two = _two_thirds(self.here, handle), _two_thirds(to, handle)
        self.curveTo(one, two, to)

    def closePath(self) -> None:  # noqa: N802
        self.code.append("h")

    def endPath(self) -> None:  # noqa: N802
        """An open path needs no end here."""


def _two_thirds(start: Point, end: Point) -> Point:
    return (start[0] + 2 / 3 * (end[0] - start[0]), start[1] + 2 / 3 * (end[1] - start[1]))


def path(data: str, matrix: Matrix | None = None) -> str:
    """The data of a path of SVG; with a matrix each point is moved by it."""
    pen = _Pen()
    if matrix:
        _read(data).replay(TransformPen(pen, matrix))
    else:
        parse_path(data, pen)
    return " ".join(pen.code)


@lru_cache(maxsize=32)
def _read(data: str) -> RecordingPen:
    """The path of a sign: the same few are drawn in many places."""
    pen = RecordingPen()
    parse_path(data, pen)
    return pen


def _path(own: Own) -> str:
    return path(own.get("d", ""))


def _rect(own: Own) -> str:
    x, y, width, height = (length(own.get(name, "0")) for name in ("x", "y", "width", "height"))
    if width <= 0 or height <= 0:
        return ""
    across, down = own.get("rx"), own.get("ry")
    rx = min(length(across or down or "0"), width / 2)
    ry = min(length(down or across or "0"), height / 2)
    if rx <= 0 or ry <= 0:
        return f"{numbers(x, y, width, height)} re"
    a, b = rx * (1 - _BOW), ry * (1 - _BOW)
    right, foot = x + width, y + height
    return (
        f"{numbers(x + rx, y)} m {numbers(right - rx, y)} l "
        f"{numbers(right - a, y, right, y + b, right, y + ry)} c {numbers(right, foot - ry)} l "
        f"{numbers(right, foot - b, right - a, foot, right - rx, foot)} c "
        f"{numbers(x + rx, foot)} l "
        f"{numbers(x + a, foot, x, foot - b, x, foot - ry)} c {numbers(x, y + ry)} l "
        f"{numbers(x, y + b, x + a, y, x + rx, y)} c h"
    )


def _round(x: float, y: float, rx: float, ry: float) -> str:
    if rx <= 0 or ry <= 0:
        return ""
    a, b = rx * _BOW, ry * _BOW
    return (
        f"{numbers(x + rx, y)} m {numbers(x + rx, y + b, x + a, y + ry, x, y + ry)} c "
        f"{numbers(x - a, y + ry, x - rx, y + b, x - rx, y)} c "
        f"{numbers(x - rx, y - b, x - a, y - ry, x, y - ry)} c "
        f"{numbers(x + a, y - ry, x + rx, y - b, x + rx, y)} c h"
    )


def _circle(own: Own) -> str:
    x, y, r = (length(own.get(name, "0")) for name in ("cx", "cy", "r"))
    return _round(x, y, r, r)


def _ellipse(own: Own) -> str:
    x, y, rx, ry = (length(own.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
    return _round(x, y, rx, ry)


def _line(own: Own) -> str:
    x1, y1, x2, y2 = (length(own.get(name, "0")) for name in ("x1", "y1", "x2", "y2"))
    return f"{numbers(x1, y1)} m {numbers(x2, y2)} l"


def _polyline(own: Own) -> str:
    found = lengths(own.get("points", ""))
    pairs = list(zip(found[::2], found[1::2], strict=True))
    steps = [f"{numbers(*pair)} {'l' if index else 'm'}" for index, pair in enumerate(pairs)]
    return " ".join(steps) if len(steps) > 1 else ""


def _polygon(own: Own) -> str:
    line = _polyline(own)
    return f"{line} h" if line else ""


SHAPES: dict[str, tuple[tuple[str, ...], Callable[[Own], str]]] = {
    "path": (("d",), _path),
    "rect": (("x", "y", "width", "height", "rx", "ry"), _rect),
    "circle": (("cx", "cy", "r"), _circle),
    "ellipse": (("cx", "cy", "rx", "ry"), _ellipse),
    "line": (("x1", "y1", "x2", "y2"), _line),
    "polyline": (("points",), _polyline),
    "polygon": (("points",), _polygon),
}
"""Each shape: the attributes that tell its form, and what traces it."""
