"""Our own lists of words, from data/, and the frequency list of the `easy-read` extra."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

from exporter import styles_folder

_DATA = Path(__file__).parent / "data"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of data/<name>.txt, without comments and empty lines."""
    text = (_DATA / f"{name}.txt").read_text("utf-8")
    return tuple(
        line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")
    )


@cache
def words(name: str) -> frozenset[str]:
    """Every word of data/<name>.txt, where many words stand on one line."""
    return frozenset(word for line in lines(name) for word in line.split())


@cache
def mapping(name: str) -> Mapping[str, str]:
    """data/<name>.yaml, one text for each key."""
    values = yaml.load((_DATA / f"{name}.yaml").read_text("utf-8"), Loader=_LOADER)
    return MappingProxyType({str(key): str(value or "") for key, value in values.items()})


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """data/<name>.yaml, a list of lists of texts."""
    values = yaml.load((_DATA / f"{name}.yaml").read_text("utf-8"), Loader=_LOADER)
    return tuple(tuple(str(word) for word in group) for group in values)


@cache
def ideas_without_symbol() -> frozenset[str]:
    """The names, in styles/concepts.yaml, of ideas that need a real picture."""
    file = styles_folder.find("concepts.yaml")
    if file is None:
        return frozenset()
    values = yaml.load(file.read_text("utf-8"), Loader=_LOADER)
    return frozenset(
        form
        for name, entry in values.items()
        if entry.get("needs_real_picture")
        for form in (str(name), *(str(word).replace(" ", "-") for word in entry["words"]))
    )


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in some words: from word `start` to before word `end`."""

    start: int
    end: int
    phrase: str


class Phrases:
    """Finds any of many phrases in a row of words. "take|takes the lead" gives two."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[frozenset[str], ...], str]]] = {}
        for phrase in phrases:
            slots = tuple(frozenset(slot.split("|")) for slot in phrase.lower().split())
            for first in slots[0]:
                self._by_first.setdefault(first, []).append((slots, phrase))
        for found in self._by_first.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def matches(self, lower: Sequence[str]) -> Iterator[Match]:
        """The longest phrases, from left to right, without overlap."""
        position = 0
        while position < len(lower):
            for slots, phrase in self._by_first.get(lower[position], ()):
                end = position + len(slots)
                if end <= len(lower) and all(
                    word in slot for word, slot in zip(lower[position:end], slots, strict=True)
                ):
                    yield Match(position, end, phrase)
                    position = end
                    break
            else:
                position += 1


@cache
def phrases(name: str) -> Phrases:
    """The keys of data/<name>.yaml as phrases."""
    return Phrases(mapping(name))


class ExtraMissing(ImportError):
    """The `easy-read` extra is not installed."""


@cache
def _frequencies() -> Mapping[str, float]:
    """Words from Zipf 3.0 up; our limits are all above that, so the short list is enough."""
    try:
        import wordfreq
    except ImportError as error:
        raise ExtraMissing(str(error)) from error
    table: Mapping[str, float] = wordfreq.get_frequency_dict("en", wordlist="small")
    return table


@cache
def lemma(word: str) -> str:
    """The word as a dictionary has it: "decisions" is "decision"."""
    try:
        import simplemma
    except ImportError as error:
        raise ExtraMissing(str(error)) from error
    found = str(simplemma.lemmatize(word, lang="en"))
    return found.lower() if word.islower() else found


@cache
def frequency(word: str) -> float:
    """How common a word is, on the Zipf scale: 7 is "the", 4 "sandwich", 3 rare, 0 unknown."""
    share = _frequencies().get(word, 0.0)
    return math.log10(share) + 9 if share else 0.0
