"""Numbers as PDF has them (ISO 32000-1, 7.3.3), and text as it is set."""

from __future__ import annotations

import unicodedata


def number(value: float) -> str:
    """A number, short."""
    return f"{value:.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"


def numbers(*values: float) -> str:
    return " ".join(map(number, values))


_THIN_SPACES = {code: "\u00a0" for code in (*range(0x2000, 0x200B), 0x202F, 0x205F)}


def normal(text: str) -> str:
    """Text as it is set: composed letters, which fonts have, and one width of no-break space."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text).translate(_THIN_SPACES)
