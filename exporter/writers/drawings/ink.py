"""A drawing without the empty room around it: so pictures of one width are seen as one size."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import lru_cache

from PIL import Image

from exporter.model import Picture
from exporter.writers.bitmaps import draw
from exporter.writers.drawings.extent import Extent, extent_of
from exporter.writers.drawings.plain import ROOT_TAG, plain, without_view
from exporter.writers.operators import number, numbers

_SEEN = 120
"""Pixels across, in which the ink is looked for where the drawing's code does not tell."""
_AROUND = 0.0025
"""Of a drawing's width: so much room stays around its ink, for its edges are soft on a screen."""
_FULL = 0.96
"""A drawing that fills its frame so far stays as it is."""
_VIEW = re.compile(
    rb"""\sviewBox\s*=\s*["']\s*(%s)[\s,]+(%s)[\s,]+(%s)[\s,]+(%s)\s*["']"""
    % ((rb"[-\d.eE+]+",) * 4)
)


def inked(picture: Picture) -> Picture:
    """The picture cut to its ink; a photograph, or a drawing without any, as it is."""
    if picture.media != "svg":
        return picture
    data, width, height = _cut(picture.data, picture.width, picture.height)
    return replace(picture, data=data, width=width, height=height)


@lru_cache(maxsize=512)
def _cut(data: bytes, width: float, height: float) -> tuple[bytes, float, float]:
    root = ROOT_TAG.search(data)
    ink = _ink(data, width, height)
    if root is None or ink is None:
        return data, width, height
    left, top = ink[0], ink[1]
    wide, high = ink[2] - left, ink[3] - top
    if wide > width * _FULL and high > height * _FULL:
        return data, width, height
    view = _VIEW.search(root[0])
    x, y, across, down = map(float, view.groups()) if view else (0.0, 0.0, width, height)
    unit = across / width  # a drawing may be shown larger or smaller than it was drawn
    if abs(down - unit * height) > 0.001 * down:
        return data, width, height  # stretched, or with a margin of its own
    seen = numbers(x + left * unit, y + top * unit, wide * unit, high * unit)
    measures = f' viewBox="{seen}" width="{number(wide)}" height="{number(high)}"'.encode()
    tag = without_view(root[0])
    cut = tag[: len(b"<svg")] + measures + tag[len(b"<svg") :]
    return data[: root.start()] + cut + data[root.end() :], wide, high


def _ink(data: bytes, width: float, height: float) -> Extent | None:
    """Where the ink is, with a little room around it, in the units of the picture's size."""
    drawing = plain(data)
    extent = extent_of(drawing) if drawing else None
    if drawing and extent:
        scale, room = width / drawing.width, width * _AROUND
    else:
        extent, pixels = _seen(data)
        if extent is None:
            return None
        scale = room = width / pixels
    left, top, right, bottom = (side * scale for side in extent)
    return (
        max(0.0, left - room),
        max(0.0, top - room),
        min(width, right + room),
        min(height, bottom + room),
    )


def _seen(data: bytes) -> tuple[Extent | None, int]:
    """Where the ink is in pixels, by a small bitmap of it; and how many pixels it is wide."""
    try:
        with Image.open(io.BytesIO(draw(data, _SEEN))) as image:
            return image.convert("RGBA").getchannel("A").getbbox(), image.width
    except (OSError, ValueError):
        return None, _SEEN
