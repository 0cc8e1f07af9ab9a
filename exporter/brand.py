"""Brands: what a publisher or partner brings and what moves no line.

A brand is a file in styles/brands/: two colours, a logo, and four texts in boxes of fixed size.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exporter.model import Picture

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


class DoesNotFit(ValueError):
    """A brand's words are too long for their box. Raised by stamping; nothing is ever cut."""

    def __init__(self, slot: str, words: str) -> None:
        self.slot = slot
        self.words = words
        super().__init__(f"the words of {slot} do not fit their box: {words!r}")


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", 0 to 1 (WCAG 2.2, definition)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3)."""
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def tint(colour: str, share: float) -> str:
    """`share` of the colour (0 to 1) on white, as "#rrggbb"."""
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - c) * share):02x}" for c in channels)
