"""Numbers as people type them: 1,200 or 4.5 or 31%."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(r"\s*(\d{1,3}(?:[, \u00a0\u202f]\d{3})+|\d{1,12})(\.\d{1,6})?\s*%?\s*")


def amount(text: str) -> Decimal | None:
    """The number that a value says; None if it says none, or one below nought."""
    match = _NUMBER.fullmatch(text)
    return Decimal(re.sub(r"\D", "", match[1]) + (match[2] or "")) if match else None
