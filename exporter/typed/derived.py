"""Named derivations: the words that the program may add to what was typed, and no others.

Each is a small function. What a name is called where `[](#name)` stands; dates in words; the signs
of numbered things. The sentences of the locale, with what is set into them, are in `sayings`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeAlias

from exporter.model import Words as Locale
from exporter.typed.expected import word_of
from exporter.typed.pieces import Piece, pieces_of
from exporter.typed.reading import Mapping, Scalar, Typed
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
            for asked, words in _questions(one):
                called.setdefault(asked, []).append(words)
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


_ASKED = re.compile(r"^[\s>]*:::+\s*question\b[^\n{]*\{\s*#(?P<name>[^\s}]+)\s*\}\s*$")
_IN_ROW = re.compile(r"\{\s*#(?P<name>[^\s}]+)\s*\}\s*$")


def _questions(section: Mapping) -> Iterator[tuple[str, Pattern]]:
    """The name of each question that has one, and its words."""
    for key in ("body", "detail"):
        typed = section.scalar(key)
        lines = typed.text.split("\n") if typed else []
        for number, line in enumerate(lines):
            if found := _ASKED.match(line):
                yield found["name"], _first_words("\n".join(lines[number + 1 :]))
    for row in section.mappings("easy_read"):
        if found := _IN_ROW.search(row.text("question")):
            yield found["name"], _first_words(row.text("text"))


def _first_words(text: str) -> Pattern:
    """The words of the first piece of a text."""
    pieces = (one for one in pieces_of(Scalar(text, "", 0)) if isinstance(one, Piece))
    first = next(pieces, None)
    return _words_only(first.atoms) if first else ()


def _words_only(atoms: tuple[object, ...]) -> Pattern:
    return tuple(atom for atom in atoms if isinstance(atom, str))


def _within(name: str, section: Mapping) -> Iterator[tuple[str, Mapping]]:
    """A section and its parts, each with its name."""
    yield name, section
    for part in section.mappings("sections"):
        yield from _within(part.text("id"), part)
