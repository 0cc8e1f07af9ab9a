"""Named derivations: the words that the program may add to what was typed, and no others.

Each is a small function. What a name is called where `[](#name)` stands; dates in words; the signs
of numbered things. The sentences of the locale, with what is set into them, are in `sayings`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from exporter.model import Words as Locale
from exporter.typed.expected import word_of
from exporter.typed.reading import Mapping, Typed
from exporter.typed.words import words_of

NUMBER = "\\d"
"""Stands in a pattern for any number that the program counts."""
Pattern: TypeAlias = tuple[str, ...]


def names_of(typed: Typed, locale: Locale) -> dict[str, tuple[Pattern, ...]]:
    """What each name of a document may be called where the text points to it."""
    called: dict[str, list[Pattern]] = {}

    def call(name: str, *texts: str) -> None:
        patterns = [_pattern(text) for text in texts]
        called.setdefault(name, []).extend(one for one in patterns if one)

    for name, picture in typed.document.named("pictures"):
        call(name, _numbered(locale, "figure"), picture.text("alt"))
    for name, section in typed.sections:
        heading = section.text("heading")
        part = locale("part", number=_N, heading=heading)
        appendix = locale("appendix-reference", number=_N, heading=heading)
        call(name, part, appendix, heading)
        for inner, one in _within(name, section):
            call(inner, one.text("heading"))
            for table, _ in one.named("tables"):
                call(table, _numbered(locale, "table"), locale("table", number="").strip())
            for chart, _ in one.named("charts"):
                call(chart, _numbered(locale, "figure"))
            for numbers in one.mapping("numbers").items:
                call(numbers, numbers)
            for media, film in one.named("media"):
                call(media, film.text("title") or locale(f"media-{film.text('kind')}"))
    for name, work in typed.document.named("references"):
        call(name, work.text("cite"))
    for name, entry in typed.document.named("glossary"):
        called.setdefault(name, []).append(_words_only(word_of(name, entry).atoms))
    return {name: tuple(dict.fromkeys(patterns)) for name, patterns in called.items()}


_N = 987654321
"""A number that nobody types: it marks where the locale puts one."""


def _numbered(locale: Locale, key: str) -> str:
    return locale(key, number=_N)


def _pattern(text: str) -> Pattern:
    return tuple(NUMBER if word == str(_N) else word for word in words_of(text))


def _words_only(atoms: tuple[object, ...]) -> Pattern:
    return tuple(atom for atom in atoms if isinstance(atom, str))


def _within(name: str, section: Mapping) -> Iterator[tuple[str, Mapping]]:
    """A section and its parts, each with its name."""
    yield name, section
    for part in section.mappings("sections"):
        yield from _within(part.text("id"), part)
