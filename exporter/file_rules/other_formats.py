"""The sentence on other ways to have a document, as each language that we know says it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from exporter.styles.words import load_words

LEAST_SIZE = 16.0
"""Points (COV-05). In standard print too: it is for those who cannot read the rest."""
_OURS = ("formats", "formats-introduction", "formats-ask")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Whole phrases; to look for their letters first is quicker than for the phrases."""

    letters: tuple[str, ...]
    whole: re.Pattern[str]

    def are_in(self, text: str) -> bool:
        flat = _flat(text)
        return any(phrase in flat for phrase in self.letters) and bool(self.whole.search(flat))


@dataclass(frozen=True, slots=True)
class Statement:
    """How a language says it: in whole phrases, or only by naming a kind of format."""

    phrases: Phrases
    kinds: Phrases

    def is_in(self, text: str) -> bool:
        return self.phrases.are_in(text) or self.kinds.are_in(text)

    def is_said_by(self, text: str) -> bool:
        """Whether it is said in a whole phrase."""
        return self.phrases.are_in(text)


@lru_cache(maxsize=64)
def statement_in(language: str) -> Statement | None:
    """None for a language of which styles/locales/ has no words."""
    words = load_words(language)
    if words.other_than(language, *_OURS, "formats-said", "formats-kinds"):
        return None
    own = [words(key).rstrip(".: ") for key in _OURS]
    return Statement(_any_of([*own, *_listed(words("formats-said"))]),
                     _any_of(_listed(words("formats-kinds"))))  # fmt: skip


def _listed(text: str) -> list[str]:
    return [phrase.strip() for phrase in text.split("|") if phrase.strip()]


def _any_of(phrases: list[str]) -> Phrases:
    letters = tuple(map(_flat, phrases))
    any_of = "|".join(map(re.escape, letters))
    return Phrases(letters, re.compile(rf"(?<!\w)(?:{any_of})s?(?!\w)"))


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
