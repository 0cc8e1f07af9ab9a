"""Where a line may end inside an address, and in which words with a hyphen it may not.

Word ends a line anywhere in an address that is wider than its column, and after every hyphen. A
space of no width says where it may; a hyphen that does not break is a hyphen for all who read.
"""

from __future__ import annotations

import re

from exporter.edition import Theme
from exporter.writers.docx import measures
from exporter.writers.docx.markup import WHOLE_HYPHEN

MAY_END = "\u200b"

_ADDRESS = re.compile(r"[^\s/]+\.[^\s/]+(?:/\S*)?|\S+@\S+|\S*/\S*/\S*")
_PATH = re.compile(r"(?<=/)(?=[^/])")
_NAME = re.compile(r"(?<=[.@])(?<!www\.)(?=[^/]{8})")
"""The end of a name is known by itself if it is long; “co.uk” or “example” is not."""
_SIGNS = (_PATH, _NAME, re.compile(r"(?<=[.@])"), re.compile(r"(?<=[-_?&=])"))
_LARGE = 18.0
AROUND = 2.0
"""The width of brackets around an address and of the indent of an item, in sizes."""
_WIDER = 1.1
"""The width of words is only estimated, and a reader's typeface may be wider than Arial."""
_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")


def room(width: float, theme: Theme) -> float:
    """How many sizes of the text a column of `width` points has: at least at the size of large
    print, so that standard and large print have the same places."""
    return width / max(theme.size, _LARGE)


def is_address(text: str) -> bool:
    """Whether the words of a link are an address."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def address(text: str, room: float) -> str:
    """An address whose lines end after / alone; after . and @ where a name is too wide for its
    column, and after other signs where nothing else helps. `room` is in sizes of the text."""
    return MAY_END.join(_parts(text, room, _SIGNS))


def _parts(text: str, room: float, signs: tuple[re.Pattern[str], ...]) -> list[str]:
    if _width(text) <= room:
        return [text.replace("-", WHOLE_HYPHEN)]
    if not signs:
        return [text]
    first, *others = signs
    return [
        part for piece in first.split(text) if piece for part in _parts(piece, room, (*others,))
    ]


def compounds(text: str, room: float) -> str:
    """Words of a narrow cell, in which each with a hyphen keeps whole if the cell has room."""
    if "-" not in text:
        return text
    return _COMPOUND.sub(
        lambda found: found[0].replace("-", WHOLE_HYPHEN) if _width(found[0]) <= room else found[0],
        text,
    )


def _width(text: str) -> float:
    return measures.estimated(text) * _WIDER
