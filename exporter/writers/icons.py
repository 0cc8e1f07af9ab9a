"""The signs of boxes, drawn here: what kind a box is, at a glance and in grey.

Each is decoration, for the box's word says it too. A path in a square of 24, in absolute lines and
curves, filled by the even-odd rule: so it is the same in SVG and in PDF.
"""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache

from exporter.model import BoxKind, Picture
from exporter.writers.drawings.shapes import path
from exporter.writers.operators import numbers

SQUARE = 24.0


def _ring(x: float, y: float, radius: float) -> str:
    """A circle, as four curves."""
    near = radius * 0.5523
    left, right, top, bottom = x - radius, x + radius, y - radius, y + radius
    return (
        f"M {numbers(left, y)} "
        f"C {numbers(left, y - near, x - near, top, x, top)} "
        f"C {numbers(x + near, top, right, y - near, right, y)} "
        f"C {numbers(right, y + near, x + near, bottom, x, bottom)} "
        f"C {numbers(x - near, bottom, left, y + near, left, y)} Z"
    )


PATHS: dict[BoxKind, str] = {
    "note": f"{_ring(12, 12, 11)} {_ring(12, 6.8, 1.7)} "
    "M 10.4 10.2 L 13.6 10.2 L 13.6 18.6 L 10.4 18.6 Z",
    "warning": f"M 12 1.5 L 23.5 22 L 0.5 22 Z {_ring(12, 18.8, 1.5)} "
    "M 10.3 8.5 L 13.7 8.5 L 13 16 L 11 16 Z",
    "activity": "M 16.5 1.5 L 22.5 7.5 L 8.5 21.5 L 1.5 22.5 L 2.5 15.5 Z "
    "M 14 5.4 L 15 4.4 L 19.6 9 L 18.6 10 Z",
    "example": f"{_ring(10, 10, 8.7)} {_ring(10, 10, 5.8)} "
    "M 16.6 14.5 L 23 20.9 L 20.9 23 L 14.5 16.6 Z",
    "story": "M 2 2 L 22 2 L 22 17 L 11 17 L 5 23 L 5 17 L 2 17 Z "
    "M 5.5 6 L 18.5 6 L 18.5 8.2 L 5.5 8.2 Z M 5.5 11 L 15 11 L 15 13.2 L 5.5 13.2 Z",
    "media": f"{_ring(12, 12, 11)} M 9 6.5 L 18 12 L 9 17.5 Z",
}


def has_icon(kind: BoxKind) -> bool:
    return kind in PATHS


def operators(kind: BoxKind, left: float, top: float, size: float) -> str:
    """The sign as a filled path of PDF, in the colour that is set."""
    scale = size / SQUARE
    return f"{path(PATHS[kind], (scale, 0, 0, -scale, left, top))} f*"


@lru_cache(maxsize=256)
def svg(kind: BoxKind, colour: str) -> bytes:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
        f'<path fill="{colour}" fill-rule="evenodd" d="{PATHS[kind]}"/></svg>'
    ).encode()


def picture(kind: BoxKind, colour: str) -> Picture:
    """The sign as a picture that nobody hears."""
    return Picture(
        name=f"{kind} sign",
        media="svg",
        data=svg(kind, colour),
        alt="",
        width=SQUARE,
        height=SQUARE,
    )


@lru_cache(maxsize=64)
def sheet(colour: str) -> str:
    """Rules that give each kind of box its sign, as `--sign`: a ground, or a mask."""
    return "".join(
        f'[data-box="{kind}"]{{--sign:url("data:image/svg+xml;base64,'
        f'{b64encode(svg(kind, colour)).decode()}")}}'
        for kind in PATHS
    )
