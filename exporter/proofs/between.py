"""A text with slots: the pieces of the template in their order, and only a brand between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_SLOT = re.compile(r"<!--slot:(\w+)-->")
Inside = Callable[[str], object]
"""Whether something may stand in a slot; what it gives is true if so."""


def fault_between(template: str, text: str, inside: Mapping[str, Inside]) -> str:
    """Why a text is not its template with a brand in its slots; empty when it is."""
    first, *rest = _SLOT.split(template)
    if not rest:
        return "its template has no slots"
    if not text.startswith(first):
        return "its beginning differs from the template's"
    position = len(first)
    for name, piece in zip(rest[::2], rest[1::2], strict=True):
        last = piece is rest[-1]
        end = len(text) - len(piece) if last else text.find(piece, position)
        if end < position or not text.endswith(piece if last else ""):
            return f"its text differs after the slot “{name}”"
        if name not in inside or not inside[name](text[position:end]):
            return f"the slot “{name}” holds something else than a brand"
        position = end + len(piece)
    return ""
