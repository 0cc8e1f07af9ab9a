"""Signs that show nothing by themselves: they say where a line may break, what joins, and how.

Unicode calls them default ignorable (UAX 44, Default_Ignorable_Code_Point). No typeface needs to
have them, and nobody reads them. The signs that turn the order of letters are none of these.
"""

from __future__ import annotations

import re

_RANGES = (
    *((0x00AD, 0x00AD), (0x034F, 0x034F), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200D)),
    *((0x2060, 0x2064), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xE0020, 0xE007F)),
    *((0x1F3FB, 0x1F3FF), (0xE0100, 0xE01EF)),
)
UNSEEN = frozenset(chr(code) for first, last in _RANGES for code in range(first, last + 1))
"""Soft hyphen, joiners, spaces of no width, and what chooses a form or a skin of a sign."""
_PATTERN = re.compile("[" + "".join(f"{chr(a)}-{chr(b)}" for a, b in _RANGES) + "]")
CHOOSES_A_FORM = re.compile(
    "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]|(?<=[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
"""After a sign: as text or as a coloured picture, in which colour, and joined to the next sign."""


def seen(text: str) -> str:
    """The text without what nobody sees."""
    return text if text.isascii() else _PATTERN.sub("", text)
