"""A drawing without the empty room around it: so pictures of one width are seen as one size."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import lru_cache

from PIL import Image

from exporter.model import Picture
from exporter.writers.bitmaps import draw
from exporter.writers.operators import number, numbers

_SEEN = 120
"""Pixels across, in which the ink is looked for."""
_FULL = 0.96
"""A drawing that fills its frame so far stays as it is."""
_ROOT = re.compile(rb"<svg\b[^>]*>", re.DOTALL)
_MEASURES = re.compile(rb"""\s(?:viewBox|width|height)\s*=\s*(?:"[^"]*"|'[^']*')""")
_VIEW = re.compile(rb"""\sviewBox\s*=\s*["']\s*([-\d.eE+]+)[\s,]+([-\d.eE+]+)""")


def inked(picture: Picture) -> Picture:
    """The picture cut to its ink; a photograph, or a drawing without any, as it is."""
    if picture.media != "svg":
        return picture
    data, width, height = _cut(picture.data, picture.width, picture.height)
    return replace(picture, data=data, width=width, height=height)


@lru_cache(maxsize=512)
def _cut(data: bytes, width: float, height: float) -> tuple[bytes, float, float]:
    root = _ROOT.search(data)
    try:
        with Image.open(io.BytesIO(draw(data, _SEEN))) as image:
            box, pixels = image.convert("RGBA").getchannel("A").getbbox(), image.size
    except (OSError, ValueError):
        return data, width, height
    if root is None or box is None:
        return data, width, height
    across, up = width / pixels[0], height / pixels[1]
    left, top = max(0, box[0] - 1) * across, max(0, box[1] - 1) * up
    wide = min(pixels[0], box[2] + 1) * across - left
    high = min(pixels[1], box[3] + 1) * up - top
    if wide > width * _FULL and high > height * _FULL:
        return data, width, height
    view = _VIEW.search(root[0])
    x, y = (float(view[1]), float(view[2])) if view else (0.0, 0.0)
    measures = (
        f' viewBox="{numbers(x + left, y + top, wide, high)}"'
        f' width="{number(wide)}" height="{number(high)}"'
    ).encode()
    tag = _MEASURES.sub(b"", root[0])
    cut = tag[: len(b"<svg")] + measures + tag[len(b"<svg") :]
    return data[: root.start()] + cut + data[root.end() :], wide, high
