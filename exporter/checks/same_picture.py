"""Whether two pictures are the same to the eye."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from exporter.model import Picture

if TYPE_CHECKING:
    from PIL import Image

_SIDE = 32
"""Pixels to which a picture is made small, so that its file, its size and its maker are gone."""
_MOST = 24
"""So far apart, of 255, may the same spot of two small pictures be.

Measured on the 4,495 symbols of OpenMoji: the same photo in another size differs by up to 14; a
smile and a frown, or one o'clock and two o'clock, by 200. Of all pairs of symbols that are not the
same, 34 differ by less, and nobody could tell those apart at this size.
"""
_STEP = 53
"""Of the values of a small picture every so many is looked at first: no column, no one colour."""
_NOISE = re.compile(
    rb"<!--.*?-->|<\?xml.*?\?>|<metadata.*?</metadata>|<title.*?</title>", re.DOTALL
)


def alike(one: Picture, other: Picture) -> bool:
    """Whether two pictures show the same. A drawing and its photo are not compared."""
    if one.data == other.data:
        return True
    if (one.media == "svg") != (other.media == "svg"):
        return False
    first, second = _small(one.data, one.media), _small(other.data, other.media)
    if first is None or second is None:
        return _written(one.data) == _written(other.data)
    if _differ_at_spots(one, other):
        return False
    from PIL import ImageChops

    apart = ImageChops.difference(first, second).getextrema()
    return all(high <= _MOST for _, high in apart)  # type: ignore[misc]


def _differ_at_spots(one: Picture, other: Picture) -> bool:
    """Whether a few spots tell already: nearly all pairs of a document are told apart by them."""
    first, second = _spots(one.data, one.media), _spots(other.data, other.media)
    return any(abs(here - there) > _MOST for here, there in zip(first, second, strict=True))


@lru_cache(maxsize=512)
def _spots(data: bytes, media: str) -> bytes:
    small = _small(data, media)
    return small.tobytes()[::_STEP] if small else b""


@lru_cache(maxsize=512)
def _small(data: bytes, media: str) -> Image.Image | None:
    """The picture on white, 32 pixels wide and high; None if it cannot be drawn here."""
    try:
        return _drawn(data) if media == "svg" else _reduced(data)
    except (OSError, ValueError):
        return None


def _drawn(svg: bytes) -> Image.Image:
    """Not a drawing with words: without our typefaces they would be missing."""
    import resvg_py
    from PIL import Image

    if b"<text" in svg:
        raise ValueError
    drawn = resvg_py.svg_to_bytes(
        svg_string=svg.decode("utf-8-sig"),
        width=_SIDE,
        background="white",
        skip_system_fonts=True,
    )
    image = Image.open(io.BytesIO(bytes(drawn))).convert("RGB")
    return image if image.size == (_SIDE, _SIDE) else image.resize((_SIDE, _SIDE))


def _reduced(data: bytes) -> Image.Image:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", (8 * _SIDE, 8 * _SIDE))
        clear = image.convert("RGBA").resize((_SIDE, _SIDE), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")


@lru_cache(maxsize=512)
def _written(data: bytes) -> bytes:
    """The file of a drawing without what nobody sees."""
    return re.sub(rb"\s+", b" ", _NOISE.sub(b"", data)).replace(b"> <", b"><").strip()
