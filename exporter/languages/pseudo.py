"""Two languages that nobody speaks: English in other letters, to try the program with.

Every word that the program says comes out changed, so that one which is typed in code, and which
nobody could translate, is seen at once: in the first with accents and in brackets, in the second in
Arabic letters, from right to left. `qps` is one of BCP 47's tags for private use, and what other
programs call theirs.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from exporter.languages.table import Locale

ACCENTED = "qps"
MIRRORED = "qps-Arab"
TAGS = (ACCENTED, MIRRORED)

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ACCENTED = "āþčđēŧğħīĵķļŋňōøœřşţūũŵæŷż"
"""Letters that a brand may be written with, too (writers/pdf_reportlab/lettering.py)."""
_ARABIC = "ابچدعفگہیجکلمنوپقرستغطشخےز"
_LETTERS = {
    ACCENTED: str.maketrans(_LATIN + _LATIN.upper(), _ACCENTED + _ACCENTED.upper()),
    MIRRORED: str.maketrans(_LATIN + _LATIN.upper(), _ARABIC + _ARABIC),
}
_ALPHABETS = {ACCENTED: frozenset(_ACCENTED + _ACCENTED.upper()), MIRRORED: frozenset(_ARABIC)}
FIELD = re.compile(r"(\{[^{}]*\})")
"""What is filled into a sentence."""
_CHOICES = " | "


def is_pseudo(tag: str) -> bool:
    """Whether a language is one of these two."""
    return tag.replace("_", "-").split("-")[0].lower() == ACCENTED


def turned(text: str, tag: str) -> str:
    """English words in the letters of a pseudo-language."""
    return text.translate(_LETTERS[_normal(tag)])


def sentence(text: str, tag: str) -> str:
    """A sentence of a locale in a pseudo-language: what is filled in stays, and so do signs alone.

    Brackets show where it begins and ends; wordings that are looked for (`a | b`) have none.
    """
    if _CHOICES in text or not any(sign.isalpha() for sign in FIELD.sub("", text)):
        return turned(text, tag) if _CHOICES in text else text
    parts = FIELD.split(text)
    words = "".join(part if at % 2 else turned(part, tag) for at, part in enumerate(parts))
    return f"[{words}]"


@lru_cache(maxsize=64)
def like(english: Locale, tag: str) -> Locale:
    """What is true of English, with months in the letters of the pseudo-language."""

    def months(names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(turned(name, tag) for name in names)

    return replace(
        english,
        months=months(english.months),
        months_alone=months(english.months_alone),
        months_short=months(english.months_short),
        called=turned(english.called, tag),
        letters=_ALPHABETS[_normal(tag)],
    )


def _normal(tag: str) -> str:
    return MIRRORED if tag.lower().endswith("-arab") else ACCENTED
