"""Drawings that are not plain, as pixels: everybody draws those alike, at the size of a page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from exporter.model import Picture
from exporter.writers.bitmaps import bitmap
from exporter.writers.drawings.plain import plain

PRINTABLE = 2000
"""Pixels across or down: on paper 17 centimetres wide, 300 to the inch."""


def is_plain(picture: Picture) -> bool:
    """Whether every program draws a picture alike: a photo, or a drawing of plain shapes."""
    return picture.media != "svg" or plain(picture.data) is not None


def flattened(picture: Picture, width: int = 0, folder: Path | None = None) -> Picture:
    """The picture; if it is a drawing that programs draw each in its own way, its pixels.

    `width` is that of the bitmap in pixels, else enough to print it; it is kept in `folder`. The
    picture's own width and height stay. Raises ValueError for what is no drawing.
    """
    if is_plain(picture):
        return picture
    longest = max(picture.width, picture.height)
    across = width or round(PRINTABLE * picture.width / longest)
    return replace(picture, media="png", data=bitmap(picture.data, across, folder))
