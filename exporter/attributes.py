"""What the attributes of strangers' files hold, whatever the kind of file."""

from __future__ import annotations

_LONGEST = 9
"""Digits: no column, list or size of anybody's needs more."""


def whole_number(text: str, otherwise: int, digits: int = _LONGEST) -> int:
    """The number that an attribute holds; `otherwise` where it holds none, or one of too many
    digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= digits else otherwise
