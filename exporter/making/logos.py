"""Whether readers can see a logo: on white paper, sharp, and not as thin as a hair."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import lru_cache

from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import SlotBox
from exporter.model import Picture
from exporter.writers.bitmaps import draw

UNFIT = "publisher-logo-unfit"

_SEEN = 1.5
"""Contrast with white, 1 to 21, below which a shape is taken for paper. Logotypes need not have
3 to 1 (WCAG 2.2, 1.4.11); but they must be there."""
_SHARE = 0.004
"""The share of a logo's area that must be seen: thin letters cover little more."""
_SIDE = 160
"""Pixels to which a logo is drawn to be looked at."""
_DOTS = 150
"""Dots an inch below which a picture is blurred in print (UKAAF; print shops ask 300)."""
_THIN = 0.2
"""The share of the box's height or width below which nobody can read what stands in a logo."""


def logo_findings(brand: Brand, box: SlotBox) -> Iterator[Diagnostic]:
    """What readers would not see of a brand's logo in its box on the cover."""
    logo = brand.logo
    if logo is None:
        return
    scale = min(box.width / logo.width, box.height / logo.height)
    width, height = logo.width * scale, logo.height * scale
    if not is_seen_on_white(logo):
        message = "The logo cannot be seen on white paper."
        yield _told(brand, message, "Ask its owner for the one that is made for white.")
    dots = logo.width / (width / 72)
    if logo.media != "svg" and dots < _DOTS:
        least = round(_DOTS * width / 72)
        message = f"The logo is blurred in print: {dots:.0f} dots an inch."
        yield _told(brand, message, f"Take an SVG, or one of {least} pixels or more in width.")
    if height < _THIN * box.height or width < _THIN * box.width:
        across, up = (f"{points / 72 * 25.4:.0f}" for points in (width, height))
        message = f"The logo would be {across} millimetres wide and {up} high: too small to read."
        ratio = box.width / box.height
        yield _told(brand, message, f"One that is about {ratio:.0f} times as wide as high fits.")


def _told(brand: Brand, message: str, hint: str) -> Diagnostic:
    return Diagnostic(
        code=UNFIT, message=message, place=brand.place, severity=Severity.PLEASE_ANSWER, hint=hint
    )


def is_seen_on_white(logo: Picture) -> bool:
    """Whether anything of a logo differs from the paper; true of what cannot be drawn here."""
    return _is_seen(logo.data, logo.media)


@lru_cache(maxsize=512)
def _is_seen(data: bytes, media: str) -> bool:
    from PIL import Image

    try:
        png = draw(data, _SIDE) if media == "svg" else data
        with Image.open(io.BytesIO(png)) as opened:
            opened.thumbnail((_SIDE, _SIDE))
            picture = opened.convert("RGBA")
    except (OSError, ValueError):
        return True  # what cannot be drawn is told where it is read
    paper = Image.new("RGBA", picture.size, "white")
    grey = Image.alpha_composite(paper, picture).convert("L")
    darkest = sum(grey.histogram()[: _limit() + 1])
    return darkest >= _SHARE * grey.width * grey.height


def _limit() -> int:
    """The lightest grey, 0 to 255, that has the contrast with white."""
    luminance = 1.05 / _SEEN - 0.05
    return int(255 * (1.055 * luminance ** (1 / 2.4) - 0.055))
