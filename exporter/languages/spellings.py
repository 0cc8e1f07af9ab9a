"""A word in every way in which it may be typed: whoever pastes one brings signs that look alike.

A space that keeps a line together is a space, a curly apostrophe an apostrophe, a hyphen that does
not break a hyphen, a capital its small letter; what shows nothing by itself is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from exporter.languages.unseen import UNSEEN

_ALIKE: dict[int, str | None] = {
    **{ord(sign): None for sign in UNSEEN},
    **{ord(sign): "'" for sign in "\u2018\u2019\u02bc\u2032"},
    **{ord(sign): "-" for sign in "\u2010\u2011"},
}


@dataclass(frozen=True, slots=True)
class Spelt:
    """A text as its words are compared, and where each of its signs was typed."""

    text: str
    places: Sequence[int]

    def typed(self, start: int, end: int) -> slice:
        """Where a part of it stands in what was typed."""
        return slice(self.places[start], self.places[end - 1] + 1)


def spelt(text: str) -> Spelt:
    """A text as its words are compared, with places; spaces stay at its ends."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return Spelt(text.lower(), range(len(text)))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        plain = " " if sign.isspace() else sign.translate(_ALIKE).casefold()
        if plain == " " and signs and signs[-1] == " ":
            continue
        signs += plain
        places += [place] * len(plain)
    return Spelt("".join(signs), places)


def spelling(text: str) -> str:
    """The same of words alone: equal for those that readers take for the same."""
    return plainly(text).casefold()


def plainly(text: str) -> str:
    """The same with its capitals."""
    return " ".join((text if text.isascii() else text.translate(_ALIKE)).split())


def pattern(words: str) -> str:
    """What finds words, with their capitals, in a text as it was typed."""
    return "".join(_FOUND.get(sign) or re.escape(sign) for sign in plainly(words))


_FOUND = {" ": r"\s+", "'": "['\u2018\u2019\u02bc\u2032]", "-": "[-\u2010\u2011]"}
