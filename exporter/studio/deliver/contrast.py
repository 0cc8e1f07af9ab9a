"""What the colours of a brand are on white paper: numbers, and what they mean. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exporter.brand import contrast, nearest_passing

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_WHITE = "#ffffff"


@dataclass(frozen=True, slots=True)
class Judged:
    """A colour against what is asked of it. `use` is what it is for: a key of words."""

    use: str
    colour: str
    ratio: float
    """To 1, rounded down: what is told as enough is enough."""
    needs: float
    nearest: str
    """The nearest shade that passes; empty where it passes itself."""

    @property
    def passes(self) -> bool:
        return not self.nearest


_ASKED = (
    ("headings-standard", 0, 4.5),  # WCAG 2.2, 1.4.3
    ("headings-large", 0, 7.0),  # WCAG 2.2, 1.4.6: large print and easy read
    ("ornaments", 1, 3.0),  # WCAG 2.2, 1.4.11
)
ORNAMENTS = "ornaments"


def colour(typed: str) -> str:
    """A colour as it is meant, "#rrggbb"; empty where nobody can tell."""
    typed = typed.strip()
    return typed.lower() if _COLOUR.fullmatch(typed) else ""


def judged(accent: str, second: str) -> tuple[Judged, ...]:
    """Every use of the two colours; of one that is no colour nothing is told."""
    both = (colour(accent), colour(second or accent))
    return tuple(_judged(use, both[which], needs) for use, which, needs in _ASKED if both[which])


def _judged(use: str, colour: str, needs: float) -> Judged:
    exact = contrast(colour, _WHITE)
    nearest = "" if exact >= needs else nearest_passing(colour, needs)
    return Judged(use, colour, int(exact * 10) / 10, needs, nearest)
