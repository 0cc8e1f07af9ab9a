"""The order of words in a list, as readers of a language look for them.

Most languages in Latin letters: by the letter, accents only where all else is equal. Welsh and Urdu
have alphabets of their own (CLDR, collation cy and ur): in Welsh ch, dd, ff, ng, ll, ph, rh and th
are one letter each, so that “chwaer” stands behind “cyngor”.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from exporter import languages

Key = tuple[tuple[tuple[int, str], ...], str]

_ALPHABETS = {
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
    "ur": "ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے",
}
_SEPARATOR = "\u034f"
"""Combining grapheme joiner: typed between n and g it says that they are two letters, as in
Ban͏gor (Unicode, chapter 23.2)."""


def key(words: str, language: str) -> Key:
    """By what to sort words in a language."""
    plain = _plain(words)
    order = _order(languages.primary(language))
    if not order:
        return tuple((ord(sign), "") for sign in plain.replace(_SEPARATOR, "")), words
    letters = _letters(languages.primary(language)).findall(plain)
    places = ((order.get(one, len(order)), one) for one in letters if one != _SEPARATOR)
    return tuple(
        (0, one) if not one.isalpha() else (place + 1, one) for place, one in places
    ), words


def _plain(words: str) -> str:
    """Small letters without their accents; letters that no accent made stay."""
    apart = unicodedata.normalize("NFD", words.casefold())
    return "".join(one for one in apart if one == _SEPARATOR or not unicodedata.combining(one))


@lru_cache(maxsize=64)
def _order(language: str) -> dict[str, int]:
    return {letter: at for at, letter in enumerate(_ALPHABETS.get(language, "").split())}


@lru_cache(maxsize=64)
def _letters(language: str) -> re.Pattern[str]:
    """One letter of the alphabet, the longest first, or any other sign."""
    longest = sorted(_order(language), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, longest)) + "|.", re.DOTALL)
