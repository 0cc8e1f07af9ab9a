"""The word of the dictionary for a word of a text: "decisions" is "decision", "hoping" "hope".

By its ending; where two words could be meant, the commoner one is. Forms that no ending explains
stand in data/irregular_forms.txt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from exporter.checks.word_lists import frequency, lines, mapping, words

_SHORTEST = 3
"""Letters of a word that can have an ending, without the ending."""
_VOWELS = "aeiouy"


@lru_cache(maxsize=32768)
def lemma(word: str) -> str:
    """The word of the dictionary for a word in small letters. Raises ExtraMissing."""
    if word in _irregular():
        return _irregular()[word]
    found = tuple(one for one in _candidates(word) if len(one) > 1)
    best = max(found, key=lambda one: (frequency(one), _is_listed(one)), default=word)
    if frequency(best) or _is_listed(best):
        return best
    rare = found and (not frequency(word) or found[0].endswith(("ate", "ise", "ify")))
    return found[0] if rare else word


def _is_listed(word: str) -> bool:
    return (
        word in words("everyday_words")
        or word in words("abstract_words")
        or word in mapping("hard_words")
    )


def _candidates(word: str) -> Iterator[str]:
    """What the word may be without its ending, the likeliest first."""
    if word.endswith(("ies", "ied")) and len(word) > _SHORTEST + 1:
        yield f"{word[:-3]}y"
    elif word.endswith("es") and word[-3:-2] in tuple("sxzho") and len(word) > _SHORTEST + 1:
        yield word[:-2]
    if word.endswith("ves") and len(word) > _SHORTEST + 1:
        for one in (f"{word[:-3]}f", f"{word[:-3]}fe"):
            if frequency(one) > frequency(word[:-1]):
                yield one
    if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST:
        yield from _singular(word)
    for ending in ("ed", "ing"):
        if word.endswith(ending):
            yield from _stems(word.removesuffix(ending))
    for ending in ("est", "er"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            yield from _adjectives(word.removesuffix(ending))


def _singular(word: str) -> Iterator[str]:
    """Of "menus" menu; of "status" and "basis" nothing: no such word is commoner than they are."""
    if not word.endswith(("us", "is")) or frequency(word[:-1]) > frequency(word):
        yield word[:-1]


def _stems(stem: str) -> Iterator[str]:
    """Of "hop" hope and hop, of "hopp" hop, of "call" call; "cl" and "ne" are none."""
    if len(stem) < _SHORTEST:
        if stem[:1] in tuple(_VOWELS) or stem.endswith("y"):
            yield f"{stem}e"
    elif any(vowel in stem for vowel in _VOWELS):
        if stem[-1] == stem[-2]:
            yield stem[:-1]
        elif stem[-1] != "w":
            yield f"{stem}e"
        yield stem


def _adjectives(stem: str) -> Iterator[str]:
    """ "Poor" of "poorest", "happy" of "happier": only where people say it of the adjective."""
    doubled = stem[:-1] if stem[-1] == stem[-2] else stem
    for one in (f"{stem[:-1]}y" if stem.endswith("i") else stem, f"{stem}e", doubled):
        if one in words("compared"):
            yield one


@cache
def _irregular() -> Mapping[str, str]:
    pairs = (line.partition(": ") for line in lines("irregular_forms"))
    return MappingProxyType({form: word for word, _, forms in pairs for form in forms.split()})
