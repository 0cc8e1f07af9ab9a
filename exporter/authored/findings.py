"""The list in which loading collects what it finds, and the words that go with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator
from difflib import get_close_matches

from exporter.authored.rules import RULES
from exporter.diagnostics import Diagnostic, Place

MOST_OF_ONE_KIND = 50
"""So many findings of one rule in one file are told; more would only frighten."""


class Findings:
    """Every finding of one reading, in the order in which they were found.

    `also` are rules beside those of `authored`, by their codes.
    """

    def __init__(self, also: Container[str] = ()) -> None:
        self._also = also
        self._found: dict[tuple[str, Place, str], Diagnostic] = {}
        self._counts: Counter[tuple[str, str]] = Counter()

    def add(
        self,
        code: str,
        place: Place,
        message: str,
        hint: str = "",
        *,
        words: str = "",
        suggestion: str = "",
    ) -> None:
        """Keep one finding; the same one twice is kept once."""
        assert code in RULES or code in self._also, code
        key = (code, place, message)
        self._counts[place.file, code] += 1
        if key in self._found or self._counts[place.file, code] > MOST_OF_ONE_KIND:
            return
        self._found[key] = Diagnostic(
            code=code,
            message=message,
            place=place,
            hint=hint,
            words=words,
            suggestion=suggestion,
        )

    def join(self, others: Findings) -> None:
        """Keep the findings of others, too."""
        for one in others:
            self.add(
                one.code, one.place, one.message, one.hint,
                words=one.words, suggestion=one.suggestion,
            )  # fmt: skip

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self._found.values())

    def __len__(self) -> int:
        return len(self._found)

    def within(self, file: str) -> bool:
        """Whether anything was found in this file."""
        return any(place.file == file for _, place, _ in self._found)


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like `word`, or nothing."""
    matches = get_close_matches(word[:100], list(known), n=1, cutoff=0.6)
    return matches[0] if matches else ""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The sentence that offers the nearest known word, or else lists the known ones."""
    words = list(known)
    match = nearest(word, words)
    if match:
        return f"Did you mean “{match}”?"
    if 0 < len(words) <= 20:
        return f"Known here: {', '.join(words)}."
    return ""
