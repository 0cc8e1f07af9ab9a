"""Which letters a language is written with, and how those of its script are set.

A typeface is right for a language if it has every letter of its alphabet, small and capital (CLDR's
exemplar letters). Signs are left out: CLDR counts primes and daggers among those of English.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from exporter import languages

_JOINING = re.compile(
    # Arabic, Syriac, Thaana, N'Ko, Mandaic …; Mongolian, Phags-pa; forms that are joined
    "[\u0600-\u08ff\u1800-\u18af\ua840-\ua87f\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010d00-\U00010d3f\U0001e900-\U0001e95f"
    # Brahmic scripts, Tibetan, Myanmar, Khmer, Balinese …: signs change places and join
    "\u0900-\u0dff\u0e00-\u0eff\u0f00-\u109f\u1700-\u17ff\u1900-\u1aff\u1b00-\u1c4f\ua800-\ua82f"
    "\ua880-\ua8df\ua900-\ua9df\uaa00-\uaa7f\uabc0-\uabff\U00011000-\U000118ff]"
)
_LEFTWARD = frozenset(("R", "AL", "AN", "RLE", "RLO", "RLI"))


@lru_cache(maxsize=64)
def alphabet(tag: str) -> frozenset[str]:
    """The letters of a language, small and capital; empty where CLDR does not know them."""
    return languages.of(tag).letters


def needs_shaping(text: str) -> bool:
    """Whether letters of the text join, change places or run to the left.

    An engine that draws one glyph for each character, from left to right, cannot set it.
    """
    if text.isascii():
        return False
    if _JOINING.search(text):
        return True
    return any(unicodedata.bidirectional(sign) in _LEFTWARD for sign in set(text))
