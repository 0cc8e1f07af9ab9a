"""Syllables and the Flesch-Kincaid grade, by rules of our own; for hints only."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from exporter.checks.reading import Sentence

_KNOWN = {"idea": 3, "area": 3, "being": 2, "doing": 2, "going": 2, "every": 2, "something": 2}
_VOWELS = re.compile(r"[aeiouy]+")


@lru_cache(maxsize=32768)
def syllables(word: str) -> int:
    """About how many syllables a word has; right for nine English words in ten."""
    plain = re.sub(r"[^a-z]", "", word.lower())
    if not plain:
        return 1
    if plain in _KNOWN:
        return _KNOWN[plain]
    count = len(_VOWELS.findall(plain))
    if plain.endswith("e") and not plain.endswith(("le", "ee", "ye")) and count > 1:
        count -= 1
    if plain.endswith(("es", "ed")) and not plain.endswith(
        ("ted", "ded", "ses", "zes", "ces", "ges", "xes", "shes", "ches", "ies", "ees", "les")
    ):
        count -= 1 if count > 1 else 0
    if re.search(r"(?:ia|io(?!n|u)|ua|uou|iu)", plain):
        count += 1
    return max(1, count)


def grade_of(sentences: Sequence[Sentence]) -> float:
    """The Flesch-Kincaid grade of some sentences."""
    words = [word.lower for sentence in sentences for word in sentence.words]
    if not words or not sentences:
        return 0.0
    spoken = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59
