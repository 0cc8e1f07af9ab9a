"""Which language some words are in: by their letters, and by the little words of each language.

Cautious: what is not clearly in one language is in none that we can name, and "" is the answer.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("function_words.txt")
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?['’]?")

_SCRIPTS = {
    "GREEK": "el", "HEBREW": "he", "ARMENIAN": "hy", "GEORGIAN": "ka", "THAI": "th", "LAO": "lo",
    "KHMER": "km", "MYANMAR": "my", "ETHIOPIC": "am", "DEVANAGARI": "hi", "BENGALI": "bn",
    "GURMUKHI": "pa", "GUJARATI": "gu", "TAMIL": "ta", "TELUGU": "te", "KANNADA": "kn",
    "MALAYALAM": "ml", "SINHALA": "si", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh",
}  # fmt: skip
"""Scripts of one language, or nearly so; others (Cyrillic, Arabic) are told by their words."""
_OWN = (("ї", "uk"), ("є", "uk"), ("і", "uk"), ("ы", "ru"), ("э", "ru"))
"""Cyrillic letters that tell the two languages apart in which most such texts here are."""
_OTHER_NAMES = {
    "am": "Amharic", "bn": "Bengali", "el": "Greek", "gu": "Gujarati", "he": "Hebrew",
    "hi": "Hindi", "hy": "Armenian", "ja": "Japanese", "ka": "Georgian", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "lo": "Lao", "ml": "Malayalam", "my": "Burmese",
    "pa": "Punjabi", "si": "Sinhala", "ta": "Tamil", "te": "Telugu", "th": "Thai", "zh": "Chinese",
    "und": "another language",
}  # fmt: skip

UNKNOWN = "und"
"""BCP 47: a language that nobody has determined; here one that is not written in Latin letters."""

_LEAST = 3
"""So many little words must be there, of two kinds at least; a name has one or two."""
_LEAST_WITHIN = 4
"""The same for a part of a text in another language: "Rue de la Paix" is no French there."""
_LEAST_ENGLISH = 2
"""The same for English within another language: there is more to be said of it."""
_SHARE = 0.12
"""So many of all words are little words of the language; in running text it is a third."""
_CLEARLY = 2.5
"""So many times as often as the little words of any other language that competes."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    words: int
    found: Mapping[str, int]
    """How many of the words are little words of each language."""
    kinds: Mapping[str, int]
    """How many different ones; the letters of “U.S.” are none."""


def recognised(text: str, *, among: str = "") -> str:
    """The tag of the language of a text, "und" if only its script is known, "" if it is not clear.

    `among`: the language of the text around it. It must be clearly another to be told.
    """
    foreign = _by_script(text)
    if foreign:
        return foreign
    evidence = _evidence(tuple(_WORDS.findall(text.lower().replace("’", "'"))))
    best = max(evidence.found, key=lambda tag: evidence.found[tag], default="")
    if not best or best == among:
        return best
    count = evidence.found[best]
    least = _LEAST
    if among:
        least = _LEAST_ENGLISH if best == "en" else _LEAST_WITHIN
    rival = evidence.found.get(among or "en", 0) if best != (among or "en") else 0
    enough = count >= least and evidence.kinds[best] >= 2 and count >= _SHARE * evidence.words
    return best if enough and count >= _CLEARLY * rival else ""


def name_of(tag: str) -> str:
    """What people call a language: "Welsh" for "cy"; the tag itself where we have no name."""
    short = tag.replace("_", "-").split("-")[0].lower()
    return _names().get(short) or _OTHER_NAMES.get(short) or f"“{tag}”"


def _by_script(text: str) -> str:
    """The language of a text whose letters are mostly of another script than the Latin one."""
    others = Counter(_script(sign) for sign in text if sign > "\u024f" and sign.isalpha())
    others.pop("LATIN", None)
    if not others:
        return ""
    latin = sum(1 for sign in text if sign <= "\u024f" and sign.isalpha())
    if sum(others.values()) <= latin:
        return ""
    if "HIRAGANA" in others or "KATAKANA" in others:
        return "ja"
    script = others.most_common(1)[0][0]
    if script == "CYRILLIC" and (tag := next((own for sign, own in _OWN if sign in text), "")):
        return tag
    return _SCRIPTS.get(script) or _by_words_alone(text)


def _by_words_alone(text: str) -> str:
    found = _evidence(tuple(_WORDS.findall(text.lower()))).found
    best = max(found, key=lambda tag: found[tag], default="")
    return best if found.get(best, 0) >= 2 else UNKNOWN


@lru_cache(maxsize=8192)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0].split("-")[0]


def _evidence(words: tuple[str, ...]) -> _Evidence:
    found: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for tag in _languages_of().get(word, ()):
            found[tag] += times
            kinds[tag] += len(word) > 1 or not word.isascii()
    return _Evidence(len(words), found, kinds)


@cache
def _entries() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Tag, name and words of each language; a line that begins with blanks goes on."""
    text = _FILE.read_text("utf-8").replace("\n  ", " ")
    entries = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return tuple(
        (head.split(" ", 1)[0], head.split(" ", 1)[1], tuple(words.split()))
        for head, _, words in entries
    )


@cache
def _names() -> Mapping[str, str]:
    return MappingProxyType({tag: name for tag, name, _ in _entries()})


@cache
def _languages_of() -> Mapping[str, tuple[str, ...]]:
    """The languages that each little word belongs to."""
    found: dict[str, list[str]] = {}
    for tag, _, words in _entries():
        for word in dict.fromkeys(words):
            found.setdefault(word, []).append(tag)
    return MappingProxyType({word: tuple(tags) for word, tags in found.items()})
