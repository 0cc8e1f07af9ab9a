"""The sentences of the program: what a line may say that nobody typed.

Sentences are followed word by word, with every place at which one could end. A pattern of them all
would hold every value in every hole: it takes longer to build than the whole proof, and a line that
almost fits could keep it busy for ever.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import chain
from typing import TypeAlias, assert_never

from exporter.model import Words as Locale
from exporter.typed.words import Words, words_of

CLAIMED = "§"
"""Stands for words that a piece has claimed."""


class _Hole(Enum):
    """What the program sets into a sentence."""

    NUMBER = "a number that it counts"
    VALUE = "one or more values: titles, versions, dates, headings"
    TOLD = "what a review says, in the words of whoever recorded it"


_Part: TypeAlias = str | _Hole
_Saying: TypeAlias = tuple[_Part, ...]
_HOLE = re.compile(r"\{(\w+)\}")
_HOLES = {
    **dict.fromkeys(("number", "total", "minutes", "pages", "page", "sheets"), _Hole.NUMBER),
    **dict.fromkeys(("who", "when"), _Hole.TOLD),
}


class Said:
    """What the program may say: the sentences of the locale, one after the other.

    `values` are what it may set into them beside numbers: titles, versions, dates, headings.
    """

    def __init__(self, locale: Locale, values: Iterable[Words]) -> None:
        self._sayings = _sayings(locale)
        self._values = _by_first((CLAIMED,), *values)

    def covers(self, words: Words) -> bool:
        """Whether these words are what the program may say."""
        line = _Line(words, self._values)
        reached = {0}
        for at, word in enumerate(words):
            if at in reached:
                reached |= line.after(_Hole.VALUE, {at})
                for saying in chain(self._sayings.get(word, ()), self._sayings.get("", ())):
                    reached |= line.after_all(saying, at)
        return len(words) in reached


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of a line, and the values that may stand among them."""

    words: Words
    values: Mapping[str, tuple[Words, ...]]

    def after_all(self, saying: _Saying, at: int) -> Set[int]:
        """Where a saying that begins there can end."""
        ends: Set[int] = {at}
        for part in saying:
            ends = self.after(part, ends)
            if not ends:
                break
        return ends

    def after(self, part: _Part, begins: Set[int]) -> Set[int]:
        """Where a part can end that begins at one of these places."""
        words = self.words
        match part:
            case str():
                return {at + 1 for at in begins if words[at : at + 1] == (part,)}
            case _Hole.NUMBER:
                return {at + 1 for at in begins if "".join(words[at : at + 1]).isdecimal()}
            case _Hole.VALUE:
                return self._after_values(begins)
            case _Hole.TOLD:
                return self._after_told(begins)
        assert_never(part)

    def _after_values(self, begins: Set[int]) -> Set[int]:
        ends: set[int] = set()
        waiting = list(begins)
        while waiting:
            at = waiting.pop()
            for value in self.values.get("".join(self.words[at : at + 1]), ()):
                end = at + len(value)
                if end not in ends and self.words[at:end] == value:
                    ends.add(end)
                    waiting.append(end)
        return ends

    def _after_told(self, begins: Set[int]) -> Set[int]:
        """Any words but claimed ones: each place is looked at once."""
        ends: set[int] = set()
        for begin in sorted(begins):
            at = begin
            while at < len(self.words) and at + 1 not in ends and self.words[at] != CLAIMED:
                at += 1
                ends.add(at)
        return ends


def _by_first(*values: Words) -> dict[str, tuple[Words, ...]]:
    """Values by their first words."""
    found: dict[str, tuple[Words, ...]] = {}
    for value in dict.fromkeys(filter(None, values)):
        found[value[0]] = (*found.get(value[0], ()), value)
    return found


@lru_cache(maxsize=4)
def _sayings(locale: Locale) -> dict[str, tuple[_Saying, ...]]:
    """The sentences of a locale by their first words; those that begin with a hole by none."""
    found: dict[str, list[_Saying]] = {}
    for text in dict.fromkeys(_texts(locale)):
        if saying := _saying(text):
            first = saying[0]
            found.setdefault(first if isinstance(first, str) else "", []).append(saying)
    return {first: tuple(dict.fromkeys(all_of)) for first, all_of in found.items()}


def _texts(locale: Locale) -> Iterator[str]:
    for _, text in (*locale.entries, *locale.english):
        if isinstance(text, str):
            yield text


def _saying(text: str) -> _Saying:
    """A sentence of the locale, with holes for what is set into it; empty without own words."""
    pieces = _HOLE.split(text)
    parts: list[_Part] = []
    for index, piece in enumerate(pieces):
        parts.extend(words_of(piece) if index % 2 == 0 else [_HOLES.get(piece, _Hole.VALUE)])
    return tuple(parts) if any(isinstance(part, str) for part in parts) else ()
