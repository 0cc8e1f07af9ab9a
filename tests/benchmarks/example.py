"""The example guide as documents: as it is, made longer, and with other words."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import Any

from exporter.adapt import adapt
from exporter.brand import Brand
from exporter.edition import Edition
from exporter.load import load
from exporter.model import (
    ContentsEntry,
    Document,
    Inlines,
    PageNumber,
    Picture,
    Reference,
    Section,
    Text,
    Words,
    heading_text,
)
from exporter.source import Source
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.walk import sections_within

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "sources" / "co-production-guide"
EDITIONS = ("standard", "large-print", "easy-read")

BRAND = Brand(
    name="house", publisher="The Exporter Example Press", accent="#0f5c63", second="#c9862b"
)
"""A brand without logo and contact, so that every link and picture is one of the document."""

_NEW_WORDS = (
    "amber", "basil", "cedar", "delta", "ember", "fable", "grove", "harbour", "island", "jasper",
    "kettle", "lantern", "meadow", "nutmeg", "orchard", "pebble", "quarry", "ribbon", "saddle",
    "timber", "umbrella", "velvet", "willow", "yonder", "zephyr",
)  # fmt: skip


@cache
def source() -> Source:
    return load(FOLDER)


@cache
def edition(name: str) -> Edition:
    return load_edition(name)


@cache
def guide(name: str = "standard") -> Document:
    """The example guide in one edition."""
    return adapt(
        source(), edition(name), load_words(source().language), offers=dict.fromkeys(EDITIONS, ())
    )


def of_length(sections: int, name: str = "standard") -> Document:
    """The guide with so many top sections: its own, round and round, under other anchors."""
    document = guide(name)
    own = list(_copies(document.sections))
    chosen = tuple(
        _numbered(section, number) for number, section in enumerate(islice(own, sections), 1)
    )
    return _with_contents(document, _only_known(chosen))


def reworded(document: Document, seed: int) -> Document:
    """The document with one word in twelve changed, and at least one in each run of text.

    No two seeds give the same runs: what an engine remembers of the last run does not answer.
    """
    counter = iter(range(seed * 7, 10**9))

    def change(value: Any) -> Any:
        if isinstance(value, Text):
            return Text(_reworded(value.text, next(counter), seed))
        return value

    sections = _changed(document.sections, change)
    return _with_contents(replace(document, title=f"{document.title} {seed}"), sections)


def _reworded(text: str, number: int, seed: int) -> str:
    words = text.split(" ")
    places = [index for index, word in enumerate(words) if word.isalpha()]
    for step, index in enumerate(places[number % 3 :: 12] or places[:1]):
        new = _NEW_WORDS[(number + step) % len(_NEW_WORDS)]
        tail = chr(ord("a") + seed % 26) + chr(ord("a") + seed // 26 % 26)
        words[index] = f"{new}{tail}"
    return " ".join(words)


def _copies(sections: tuple[Section, ...]) -> Iterator[Section]:
    for copy in range(1000):
        for section in sections:
            yield _changed(section, partial(_own_anchors, copy)) if copy else section


def _own_anchors(copy: int, value: Any) -> Any:
    """Anchors and targets with the number of their copy."""
    if not dataclasses.is_dataclass(value) or isinstance(value, type):
        return value
    names = {field.name for field in dataclasses.fields(value)} & {"anchor", "target"}
    renamed = {name: f"{getattr(value, name)}-{copy}" for name in names if getattr(value, name)}
    return replace(value, **renamed) if renamed else value


def _numbered(section: Section, number: int) -> Section:
    return replace(section, label=f"{number}.") if section.label else section


def _only_known(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """References to places that are not here become plain words."""
    known: set[str] = set()

    def note(value: Any) -> Any:
        known.add(getattr(value, "anchor", ""))
        return value

    def plain(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(_without_dangling(value, known))
        return value

    _changed(sections, note)
    changed: tuple[Section, ...] = _changed(sections, plain)
    return changed


def _without_dangling(values: tuple[Any, ...], known: set[str]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, Reference | PageNumber) and value.target not in known:
            children: Inlines = value.children if isinstance(value, Reference) else ()
            yield from children
        else:
            yield value


def _with_contents(document: Document, sections: tuple[Section, ...]) -> Document:
    deepest = max((entry.level for entry in document.contents), default=0)
    contents = tuple(
        ContentsEntry(section.level, heading_text(section), section.anchor)
        for section in sections_within(sections)
        if section.level <= deepest
    )
    return replace(document, sections=sections, contents=contents)


def _changed(value: Any, change: Callable[[Any], Any]) -> Any:
    """The value with `change` done to it and to all that is in it, from the inside out."""
    if isinstance(value, tuple):
        return change(tuple(_changed(part, change) for part in value))
    if isinstance(value, Picture | Words) or not dataclasses.is_dataclass(value):
        return change(value)
    parts = {
        field.name: _changed(getattr(value, field.name), change)
        for field in dataclasses.fields(value)
        if field.name != "place"
    }
    return change(replace(value, **parts))  # type: ignore[type-var]
