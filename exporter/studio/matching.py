"""Which pictures of a document may fit the words of a row. It only suggests: people look."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.studio.forms import Part, as_name
from exporter.studio.pages.field import Shown

MOST = 3
_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL = frozenset(
    word
    for line in (
        "and are but can for from has have her his how its not one our out she that the",
        "their them then there they this to was what when who will with you your",
    )
    for word in line.split()
)


def suggestions(part: Part, pictures: tuple[Shown, ...]) -> dict[str, tuple[Shown, ...]]:
    """Up to three pictures for each row, the best first, by the name of the row."""
    stems = [(one, _stems(f"{one.name.replace('-', ' ')} {one.alt}")) for one in pictures]
    found = {}
    for path, text in _rows(part):
        wanted = _stems(text)
        fits = [(len(wanted & own), one) for one, own in stems if wanted & own]
        fits.sort(key=lambda fit: -fit[0])
        found[as_name(path)] = tuple(one for _, one in fits[:MOST])
    return found


def _rows(part: Part) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for row in part.rows:
        yield row.path, row.text
    for inner in part.parts:
        yield from _rows(inner)


def _stems(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in words if word not in _SMALL)


def _stem(word: str) -> str:
    """A word without its most common endings, so that "decide" meets "decided"."""
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word
