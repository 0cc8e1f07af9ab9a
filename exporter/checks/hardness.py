"""Whether a word is hard, taken by itself, and what to say instead."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.checks.endings import lemma
from exporter.checks.word_lists import frequency, mapping, words

EVERYDAY = 4.0
"""Zipf frequency under which a word is taken to be hard, if our lists do not know better.

From 4 upwards words are common ones (van Heuven and others, 2014, “SUBTLEX-UK”).
"""
ABSTRACT = 4.4
"""The same for long words with an ending that makes abstract words."""
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ity|ance|ence|ive|ous|ate|ise|ify|ary|ory|ism|ship|ency|ancy|ical|ible|"
    r"able|ics|ial|ology|ally|ively|ability|isation)s?$"
)


@lru_cache(maxsize=32768)
def is_hard(word: str) -> bool:
    """Whether a word in small letters is hard, taken by itself."""
    forms = {word, word.replace("iz", "is")}
    if forms & words("everyday_words") or word in mapping("abbreviations"):
        return False
    if _listed(word) is not None or forms & words("abstract_words"):
        return True
    if "-" in word:
        return any(is_hard(part) for part in word.split("-") if len(part) > 3)
    if not word.isalpha() or len(word) < 4:
        return False
    base = lemma(word)
    if base in words("everyday_words"):
        return False
    if base in words("abstract_words"):
        return True
    abstract = len(base) >= 8 and _ABSTRACT.search(base)
    return max(frequency(word), frequency(base)) < (ABSTRACT if abstract else EVERYDAY)


@lru_cache(maxsize=32768)
def _listed(word: str) -> str | None:
    """What our list gives for a word in any form and spelling; None if it is not there."""
    table = mapping("hard_words")
    for form in (word, lemma(word), word.replace("iz", "is"), lemma(word.replace("iz", "is"))):
        if form in table:
            return table[form]
    return None


def simpler(word: str) -> str:
    """Everyday words for a hard one, or nothing."""
    return _listed(word) or ""
