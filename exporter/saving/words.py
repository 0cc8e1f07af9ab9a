"""Words as they are compared: what Word corrects by itself is no change."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\.{3}|…|-{2,3}>?|[‐‑‒–—―−-]|\((?:c|r|tm)\)|[©®™]|(?<![\w/])[13]/[24](?![\w/])|[½¼¾→]|"
    r"\w+|\S"
)
_FOLDED = {
    **dict.fromkeys("‘’‚‛′`´", "'"),
    **dict.fromkeys("“”„‟″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys(("--", "---"), "-"),
    "...": "…",
    "(c)": "©",
    "(r)": "®",
    "(tm)": "™",
    "1/2": "½",
    "1/4": "¼",
    "3/4": "¾",
    "-->": "→",
}


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign of a text, with whether a space stands before it."""

    text: str
    start: int
    end: int
    spaced: bool

    @property
    def folded(self) -> str:
        """As it is compared: a dash is a dash, a quotation mark a quotation mark."""
        return _FOLDED.get(self.text.lower() if "(" in self.text else self.text, self.text)

    @property
    def loose(self) -> bool:
        """Whether it is a dash, whose spaces Word and people set as they like."""
        return self.folded == "-"


def tokens_of(text: str) -> list[Token]:
    """The words and signs of a text."""
    return [
        Token(one[0], one.start(), one.end(), one.start() > 0 and text[one.start() - 1].isspace())
        for one in _TOKEN.finditer(text)
    ]


def folded(text: str) -> str:
    """A text as it is compared: quotation marks, dashes and spaces as Word may have them."""
    return "".join((" " if one.spaced else "") + one.folded for one in tokens_of(text)).strip()
