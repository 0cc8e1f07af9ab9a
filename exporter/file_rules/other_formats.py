"""The sentence on other ways to have a document, as each language that we know says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from exporter import styles_folder
from exporter.edition import load_words

LEAST_SIZE = 16.0
"""Points (COV-05). In standard print too: it is for those who cannot read the rest."""
_OURS = ("formats", "formats-introduction", "formats-ask")


@dataclass(frozen=True, slots=True)
class Statement:
    """How a language says it: in whole phrases, or only by naming a kind of format."""

    phrases: re.Pattern[str]
    kinds: re.Pattern[str]

    def is_in(self, text: str) -> bool:
        flat = _flat(text)
        return bool(self.phrases.search(flat) or self.kinds.search(flat))

    def size(self, paragraphs: Iterable[tuple[str, float]]) -> float | None:
        """The largest size in which a paragraph says it; None if none does in a whole phrase."""
        sizes = [size for words, size in paragraphs if self.phrases.search(_flat(words))]
        return max(sizes, default=None)


@cache
def statement_in(language: str) -> Statement | None:
    """None for a language of which styles/locales/ has no words."""
    names = (language, language.split("-")[0].lower())
    if not any(name and styles_folder.find(f"locales/{name}.yaml") for name in names):
        return None
    words = load_words(language)
    own = [words(key).rstrip(".: ") for key in _OURS]
    return Statement(_any_of([*own, *_listed(words("formats-said"))]),
                     _any_of(_listed(words("formats-kinds"))))  # fmt: skip


def _listed(text: str) -> list[str]:
    return [phrase.strip() for phrase in text.split("|") if phrase.strip()]


def _any_of(phrases: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\w){re.escape(_flat(phrase))}s?(?!\w)" for phrase in phrases))


def _flat(text: str) -> str:
    return " ".join(text.casefold().split())
