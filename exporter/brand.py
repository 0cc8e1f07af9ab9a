"""Brands: what a publisher or partner brings and what moves no line.

A brand is a file in styles/brands/: two colours, a logo, and four texts in boxes of fixed size.
"""

from __future__ import annotations

import colorsys
from dataclasses import dataclass, field, replace
from typing import Literal

from exporter.diagnostics import NOWHERE, Diagnostic, Place, Severity, short
from exporter.model import Picture
from exporter.rules import table

ContactKind = Literal["name", "phone", "email", "web", "post"]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """One way to reach the publisher. `url` is empty for a name or a postal address."""

    kind: ContactKind
    words: str
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brand:
    """Colours are "#rrggbb". `accent` is for headings, `second` for bars and small ornaments."""

    name: str
    publisher: str
    accent: str
    second: str
    logo: Picture | None = None
    contact: tuple[ContactLine, ...] = ()
    cover_line: str = ""
    legal_line: str = ""
    adjust: Literal["", "nearest"] = ""
    """What to do about an accent colour that is too light; nothing: it is a fault."""
    file: str = ""
    """Where the brand was read, for findings."""
    place: Place = field(default=NOWHERE, compare=False, repr=False)
    """Where the publisher's name stands."""
    packaged: bool = field(default=False, compare=False, repr=False)
    """Whether it came with the program: an example, that is nobody's own."""


_ON_COVER = ("cover_line", "publisher")
"""The boxes that share a page with the title."""


class DoesNotFit(ValueError):
    """A brand's words are too long for their box. Raised by stamping; nothing is ever cut."""

    def __init__(self, slot: str, words: str) -> None:
        self.slot = slot
        self.words = words
        others = ", the title or the subtitle" if slot in _ON_COVER else ""
        super().__init__(
            f"there is no room for “{short(words)}” ({slot.replace('_', ' ')}). Shorten it{others}"
        )


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2, definition)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tint(colour: str, share: float, ground: str = "#ffffff") -> str:
    """`share` of the colour (0 to 1) on white, or on another ground, as "#rrggbb"."""
    pairs = ((int(colour[i : i + 2], 16), int(ground[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(below - (below - c) * share):02x}" for c, below in pairs)


CONTRAST = {"easy-read": 7.0, "large-print": 7.0, "clear-print": 4.5}
"""What text in a brand colour needs on white, by the rules of the edition (WCAG 1.4.3, 1.4.6)."""


def nearest_passing(colour: str, ratio: float) -> str:
    """The lightest darker shade with `ratio` on white: the same hue, the same strength."""
    if contrast(colour, "#ffffff") >= ratio:
        return colour
    hue, _, strength = colorsys.rgb_to_hls(*(int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)))
    for lightness in range(99, -1, -1):
        channels = colorsys.hls_to_rgb(hue, lightness / 100, strength)
        shade = "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
        if contrast(shade, "#ffffff") >= ratio:
            return shade
    return "#000000"


def seen_on(paper: str, colour: str, ratio: float) -> str:
    """The nearest colour with `ratio` on this paper: mixed with white where the paper is dark, with
    black where it is pale."""
    end = "#ffffff" if luminance(paper) < 0.18 else "#000000"
    shades = (tint(end, share / 50, colour) for share in range(51))
    return next((shade for shade in shades if contrast(shade, paper) >= ratio), end)


def fitted(brand: Brand, rules: str) -> tuple[Brand, Diagnostic | None]:
    """The brand as an edition may use it, and what has to be said about its accent colour.

    A colour that is too light is a fault that proposes the nearest shade; with `adjust: nearest`
    the shade is taken, and that is said for information.
    """
    ratio = CONTRAST.get(rules, 4.5)
    found = contrast(brand.accent, "#ffffff")
    if found >= ratio:
        return brand, None
    shade = nearest_passing(brand.accent, ratio)
    taken = brand.adjust == "nearest"
    finding = Diagnostic(
        code="brand-contrast-low",
        message=(
            f"The accent colour {brand.accent} of the brand {brand.name} has a contrast of "
            f"{found:.1f} to 1 on white; this edition needs {ratio:g} to 1."
        ),
        severity=Severity.FOR_INFORMATION if taken else Severity.MUST_FIX,
        hint=(
            f"The nearest shade that passes was taken: {shade}."
            if taken
            else f"Take {shade}, or write  adjust: nearest  in the brand's file."
        ),
        words=brand.accent,
        suggestion=shade,
        place=Place(brand.file),
    )
    return (replace(brand, accent=shade) if taken else brand), finding


_TOLD = {
    "brand-contrast-low": (
        "Headings and links stand in the brand's accent colour. Readers of large print and easy "
        "read need strong contrast at any size; the relaxation for large text is not used.",
        "WCAG 1.4.3; WCAG 1.4.6; S8",
    )
}

RULES = table(_TOLD)
