"""The numbers in some words, the same whichever language they are written in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from exporter import languages

_SPACES = "\u00a0\u2009\u202f"
_ARABIC = str.maketrans({"٫": ".", "٬": "\u2009"})
"""The decimal sign and the sign between groups of Arabic script, whatever CLDR prefers there."""
_APOSTROPHES = "'’"


def figures(words: str, language: str) -> Counter[str]:
    """How often each number stands in some words: 1,200 in English and 1.200 in German are 1200.

    Digits of any script are read as ours. Numbers in words are not counted, and of what is no
    number of the language (22.11.2026 in English, a phone number) each run of digits is one.
    """
    text = "".join(map(_our_digit, words.translate(_ARABIC)))
    grouped = _grouped(languages.of(language).group, languages.of(language).decimal)
    return Counter(_plain(match) for match in grouped.finditer(text))


def _our_digit(sign: str) -> str:
    value = unicodedata.decimal(sign, None)
    return sign if value is None else str(value)


@lru_cache(maxsize=64)
def _grouped(group: str, decimal: str) -> re.Pattern[str]:
    """A number with groups, or a run of digits; each with decimals if it has some.

    The sign between groups that is a thin space may be typed as any space, and the apostrophe
    straight. Groups have two digits or three (1,20,000); the last has three.
    """
    signs = {group, "\u2009"} | ({*_SPACES, " "} if group in _SPACES else set())
    signs |= set(_APOSTROPHES) if group in _APOSTROPHES else set()
    between = "[" + "".join(map(re.escape, sorted(signs))) + "]"
    whole = rf"[0-9]{{1,3}}(?:{between}[0-9]{{2,3}}){{0,9}}{between}[0-9]{{3}}(?![0-9])"
    return re.compile(
        rf"(?<![0-9])(?P<whole>{whole}|[0-9]+)(?:{re.escape(decimal)}(?P<decimals>[0-9]+))?"
    )


def _plain(match: re.Match[str]) -> str:
    whole = re.sub("[^0-9]", "", match["whole"])
    return f"{whole}.{match['decimals']}" if match["decimals"] else whole
