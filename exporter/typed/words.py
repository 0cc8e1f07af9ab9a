"""Words as the second proof compares them: what a person would miss if it were gone.

A text is an ordered run of words: letters, digits and the marks that belong to them, in NFC. Signs
that carry meaning in a leaflet (£, %, ×, the star of 2*500) are words of one sign each. Quotes,
dashes and spaces are dropped, and so is the case of a word's first letter: the program may turn
quotation marks round or begin a sentence, and nobody would miss them.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TypeAlias

Words: TypeAlias = tuple[str, ...]

_IGNORED = re.compile(
    "[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff\U0001f3fb-\U0001f3ff]"
)
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
_RUN = re.compile(r"[^\W_]+|\S")
"""Letters and digits that stand together, or one sign."""
_MARKS_OF_THE_DIALECT = frozenset("`^~|<>=$")
"""Signs that a text may be written with; whether they are marks or words only their place tells."""


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or (not sign.isascii() and unicodedata.category(sign)[0] == "M")


def _carries_meaning(text: str, at: int) -> bool:
    """Whether a sign that is no letter would be missed."""
    sign = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    match sign:
        case "%" | "&" | "@":
            return True
        case "*":
            return _is_letter(before) and _is_letter(after)
        case "." | ",":
            return before.isdigit() and after.isdigit()
        case "<" | ">":
            return text[at + 1 : at + 3].strip()[:1].isdigit()
        case "#":
            return after.isalnum()
        case "$":
            return after.isdigit()
        case _:
            return unicodedata.category(sign)[0] == "S" and sign not in _MARKS_OF_THE_DIALECT


@lru_cache(maxsize=4096)
def words_of(text: str) -> Words:
    """The words of a text, in order."""
    plain = _IGNORED.sub("", text).translate(_LIGATURES)
    plain = unicodedata.normalize("NFC", plain)
    found: list[str] = []
    end = -1
    for match in _RUN.finditer(plain):
        run, start = match.group(), match.start()
        if _is_letter(run[0]):
            if start == end:  # a mark on a letter, or what follows it
                found[-1] += run
            else:
                found.append(_small(run))
            end = match.end()
        elif _carries_meaning(plain, start):
            found.append(run)
    return tuple(found)


def _small(word: str) -> str:
    """The word with a small first letter: a sentence may begin with it, or not."""
    return word[:1].lower() + word[1:]
