"""How large a drawing is by itself."""

from __future__ import annotations

import math
import re

_PIXELS_IN = {
    **{"pt": 96 / 72, "pc": 16.0, "in": 96.0},
    **{"mm": 96 / 25.4, "cm": 96 / 2.54, "q": 96 / 101.6},
}
"""CSS Values 3, 6.2."""
_SAME = 0.001


def natural_size(attributes: dict[str, str]) -> tuple[float, float]:
    """The size in pixels or, where it has the same proportions, in units of the viewBox.

    A width or height that depends on something else (`100%`, `2em`) is none (CSS Images 3, 4.1).
    """
    given = _number(attributes.get("width", "")), _number(attributes.get("height", ""))
    box = [_number(part) for part in re.split(r"[\s,]+", attributes.get("viewBox", "").strip())]
    if len(box) != 4 or min(box[2:]) <= 0:
        return given
    width, height = box[2:]
    stretched = abs(given[0] * height - given[1] * width) > _SAME * given[0] * height
    return given if min(given) > 0 and stretched else (width, height)


def _number(text: str) -> float:
    """A length in pixels; nothing sensible is 0."""
    match = re.fullmatch(
        r"([+-]?(?:\d{1,9}(?:\.\d{0,18})?|\.\d{1,18})(?:[eE][+-]?\d)?)(px|pt|pc|mm|cm|in|q)?",
        text.strip(),
        re.IGNORECASE,
    )
    if not match:
        return 0.0
    value = float(match[1]) * _PIXELS_IN.get((match[2] or "px").lower(), 1.0)
    return value if math.isfinite(value) else 0.0
