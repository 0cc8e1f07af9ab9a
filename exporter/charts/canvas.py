"""What is drawn, as SVG of plain shapes and words: every format draws those alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from typing import Literal

from exporter.charts.frame import Frame
from exporter.charts.outlines import outline
from exporter.fonts import Weight

Anchor = Literal["start", "middle", "end"]
Points = tuple[tuple[float, float], ...]
_PAIR = re.compile(r"(-?[\d.]+) (-?[\d.]+)")
_OTHER_END: dict[Anchor, Anchor] = {"start": "end", "end": "start", "middle": "middle"}
_HELD = {"start": 0.0, "middle": 0.5, "end": 1.0}


@dataclass(slots=True)
class Canvas:
    """Gathers the parts of one drawing, from the top downwards.

    Whoever draws counts from the left. In a language that is read from the right all stands where a
    mirror would show it, and only words and numbers keep their own direction.
    """

    frame: Frame
    mirrored: bool = False
    _parts: list[str] = field(default_factory=list)

    def rectangle(
        self, x: float, y: float, width: float, height: float, fill: str, stroke: str = "none"
    ) -> None:
        if width > 0 and height > 0:
            x = self._across(x + width) if self.mirrored else x
            size = f'width="{num(width)}" height="{num(height)}"'
            self._add(f'<rect x="{num(x)}" y="{num(y)}" {size}{_paint(fill, stroke, self.thin)}/>')

    def circle(self, x: float, y: float, radius: float, fill: str, stroke: str = "none") -> None:
        at = f'cx="{num(self._across(x))}" cy="{num(y)}" r="{num(radius)}"'
        self._add(f"<circle {at}{_paint(fill, stroke, self.thin)}/>")

    def shape(self, points: Points, fill: str, stroke: str = "none") -> None:
        """A closed shape."""
        self._add(f'<polygon points="{self._list(points)}"{_paint(fill, stroke, self.thin)}/>')

    def body(self, code: str, fill: str, stroke: str) -> None:
        """A closed shape with curves."""
        self._add(f'<path d="{self._code(code)}"{_paint(fill, stroke, self.thin)}/>')

    def path(self, code: str, stroke: str, width: float, dashes: str = "") -> None:
        """Lines without an inside. `dashes` are lengths in points."""
        more = f' stroke-dasharray="{dashes}"' if dashes else ""
        self._add(f'<path d="{self._code(code)}"{_paint("none", stroke, width)}{more}/>')

    def polyline(self, points: Points, stroke: str, width: float, dashes: str = "") -> None:
        """A line through some points."""
        more = f' stroke-dasharray="{dashes}"' if dashes else ""
        round_ = ' stroke-linejoin="round"'
        line = _paint("none", stroke, width)
        self._add(f'<polyline points="{self._list(points)}"{line}{round_}{more}/>')

    def rule(self, x1: float, y1: float, x2: float, y2: float, stroke: str, width: float) -> None:
        left, right = self._across(x1), self._across(x2)
        ends = f'x1="{num(left)}" y1="{num(y1)}" x2="{num(right)}" y2="{num(y2)}"'
        self._add(f"<line {ends}{_paint('none', stroke, width)}/>")

    def words(
        self,
        words: str,
        x: float,
        top: float,
        *,
        weight: Weight = "regular",
        anchor: Anchor = "start",
        fill: str = "",
    ) -> None:
        """One line of words, with the top of the line at `top`."""
        if not words:
            return
        x, y, colour = self._across(x), top + self.frame.ascent, fill or self.frame.ink
        anchor = _OTHER_END[anchor] if self.mirrored else anchor
        if self.frame.shapes:
            self._shapes(words, weight, (x, y), anchor, colour)
            return
        bold = ' font-weight="bold"' if weight == "bold" else ""
        held = "" if anchor == "start" else f' text-anchor="{anchor}"'
        place = f'x="{num(x)}" y="{num(y)}"'
        self._add(f'<text {place}{bold}{held} fill="{colour}">{escape(words, quote=False)}</text>')

    def _shapes(
        self, words: str, weight: Weight, at: tuple[float, float], anchor: Anchor, colour: str
    ) -> None:
        frame = self.frame
        made = outline(words, frame.family, frame.language, weight)
        code = made.path(at[0] - _HELD[anchor] * made.width * frame.size, at[1], frame.size)
        title = f"<title>{escape(words, quote=False)}</title>"
        self._add(f'<g>{title}<path d="{code}" fill="{colour}"/></g>')

    @contextmanager
    def unmirrored(self) -> Iterator[None]:
        """What is drawn within runs from left to right in every language."""
        before, self.mirrored = self.mirrored, False
        yield
        self.mirrored = before

    def begin(self, name: str) -> None:
        """What follows belongs together, under a name of its own in the drawing."""
        self._add(f'<g id="{name}">')

    def end(self) -> None:
        self._add("</g>")

    @property
    def thin(self) -> float:
        """The width of an outline: a hair more than a twentieth of the type."""
        return self.frame.size * 0.07

    def svg(self, height: float) -> str:
        """The drawing. Its words have the size of the edition's text."""
        frame = self.frame
        size = f"{num(frame.width)} {num(height)}"
        width, high = size.split()
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{high}" '
            f'viewBox="0 0 {size}" font-family="{frame.family}" font-size="{num(frame.size)}">'
            + "".join(self._parts)
            + "</svg>"
        )

    def _across(self, x: float) -> float:
        return self.frame.width - x if self.mirrored else x

    def _list(self, points: Points) -> str:
        return " ".join(f"{num(self._across(x))},{num(y)}" for x, y in points)

    def _code(self, code: str) -> str:
        """The data of a path, whose places are all absolute."""
        if not self.mirrored:
            return code
        return _PAIR.sub(lambda at: f"{num(self._across(float(at[1])))} {at[2]}", code)

    def _add(self, part: str) -> None:
        self._parts.append(part)


def num(value: float) -> str:
    """A length with as many decimals as a data point needs, and no zeros after it."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _paint(fill: str, stroke: str, width: float) -> str:
    line = f' stroke="{stroke}" stroke-width="{num(width)}"' if stroke != "none" else ""
    return f' fill="{fill}"{line}'
