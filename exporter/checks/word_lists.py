"""Our own lists of words, from data/, and the frequency list of the `easy-read` extra."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from itertools import product, zip_longest
from operator import contains
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

import yaml

_DATA = Path(__file__).parent / "data"


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
    values = _read_yaml(f"{name}.yaml")
    return MappingProxyType({str(key): str(value or "") for key, value in values.items()})


@cache
def groups(name: str) -> tuple[tuple[str, ...], ...]:
    """data/<name>.yaml, a list of lists of texts."""
    values = _read_yaml(f"{name}.yaml")
    return tuple(tuple(str(word) for word in group) for group in values)


def _read_yaml(name: str) -> Any:
    """Our own data: libyaml reads it where the wheel has it, ten times as fast."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((_DATA / name).read_text("utf-8"), Loader=loader)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found in some words: from word `start` to before word `end`."""

    start: int
    end: int
    phrase: str


_Slots: TypeAlias = tuple[frozenset[str], ...]


class Phrases:
    """Finds any of many phrases in a row of words. "take|takes the lead" gives two."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._known: dict[tuple[str, ...], list[tuple[_Slots, str]]] = {}
        """By their first two words, or the only one: few words begin a phrase with the next."""
        for phrase in phrases:
            slots = tuple(frozenset(slot.split("|")) for slot in phrase.lower().split())
            for beginning in product(*slots[:2]):
                self._known.setdefault(beginning, []).append((slots, phrase))
        for found in self._known.values():
            found.sort(key=lambda entry: -len(entry[0]))

    def matches(self, lower: Sequence[str]) -> Iterator[Match]:
        """The longest phrases, from left to right, without overlap."""
        told = 0
        for position, pair in enumerate(zip_longest(lower, lower[1:])):
            if position < told:
                continue
            for slots, phrase in (*self._known.get(pair, ()), *self._known.get(pair[:1], ())):
                end = position + len(slots)
                if end <= len(lower) and all(map(contains, slots, lower[position:end])):
                    yield Match(position, end, phrase)
                    told = end
                    break


@cache
def _phrases(name: str) -> Phrases:
    return Phrases(mapping(name))


@lru_cache(maxsize=20_000)
def phrases_in(name: str, lower: tuple[str, ...]) -> tuple[Match, ...]:
    """The keys of data/<name>.yaml that stand in some words; several rules ask for them."""
    return tuple(_phrases(name).matches(lower))


class ExtraMissing(ImportError):
    """The `easy-read` extra is not installed."""


@cache
def _scale() -> Mapping[str, float]:
    """Words from Zipf 3.0 up; our limits are all above that, so the short list is enough.

    wordfreq's list is read without wordfreq, whose import (languages, tokens) takes twelve times
    as long; where its form should change, wordfreq is asked.
    """
    spec = find_spec("wordfreq")
    if spec is None or not spec.submodule_search_locations:
        raise ExtraMissing("No module named 'wordfreq'")
    file = Path(spec.submodule_search_locations[0]) / "data" / "small_en.msgpack.gz"
    try:
        import msgpack

        with gzip.open(file) as stream:
            header, *groups = msgpack.load(stream, raw=False)
        if header == {"format": "cB", "version": 1}:  # centibels down from "every word is this"
            return {word: 9 - step / 100 for step, group in enumerate(groups) for word in group}
    except (ImportError, OSError):
        pass
    import wordfreq

    table: Mapping[str, float] = wordfreq.get_frequency_dict("en", wordlist="small")
    return {word: math.log10(share) + 9 for word, share in table.items()}


@lru_cache(maxsize=32768)
def frequency(word: str) -> float:
    """How common a word is, on the Zipf scale: 7 is "the", 4 "sandwich", 3 rare, 0 unknown."""
    return _scale().get(word, 0.0)
