"""Why a picture cannot be used, and how large one may be."""

from __future__ import annotations

MOST_PIXELS = 60_000_000
LONGEST_SIDE = 30_000
WIDEST, TALLEST = 2480, 3508
"""Pixels: a whole page of A4 at 300 dots an inch. Print shows no more."""


class PictureFault(Exception):
    """Why a picture cannot be used: rule code, message, hint; and the line in an SVG file."""

    def __init__(self, code: str, message: str, hint: str = "", line: int = 0) -> None:
        self.code, self.message, self.hint, self.line = code, message, hint, line
        super().__init__(message)


def huge(most: int) -> PictureFault:
    return PictureFault(
        "picture-too-many-pixels",
        f"This picture has more than {most // 1_000_000} million pixels.",
        f"Save a smaller copy: {WIDEST:,} pixels wide are enough for a whole page.",
    )
