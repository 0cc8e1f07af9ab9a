"""Named derivations: the words that the program may add to what was typed, and no others.

Each is a small function. What a name is called where `[](#name)` stands; the sentences of the
locale, with what is set into them; dates in words; the signs of numbered things.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import TypeAlias

from exporter.model import Words as Locale
from exporter.typed.expected import word_of
from exporter.typed.reading import Mapping, Typed
from exporter.typed.words import Words, words_of

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


# ---- sentences of the program ------------------------------------------------------------------

CLAIMED = "§"
"""Stands for words that a piece has claimed."""
_HOLE = re.compile(r"\{(\w+)\}")
_COUNTED = ("number", "total", "minutes", "pages", "page", "sheets")
_SAID = ("who", "when")
"""What a review says: it is typed in review.yaml, by whoever recorded it."""


class Said:
    """What the program may say: the sentences of the locale, one after the other.

    `values` are what it may set into them beside numbers: titles, versions, dates, headings.
    """

    def __init__(self, locale: Locale, values: Iterable[Words]) -> None:
        self._locale = locale
        known = sorted({" ".join(value) for value in values if value}, key=len, reverse=True)
        self._values = "|".join(map(re.escape, known))

    def covers(self, text: str) -> bool:
        """Whether these words, each followed by a space, are what the program may say.

        Nearly all are known once the values in them are one sign. Where a sentence of the program
        holds a value as words of its own, only the pattern of all tells, and that takes long.
        """
        return bool(self._signed.fullmatch(self._with_signs(text)) or self._whole.fullmatch(text))

    def _with_signs(self, text: str) -> str:
        return self._any_value.sub(CLAIMED, text) if self._values else text

    @cached_property
    def _any_value(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![^ ])(?:{self._values})(?= )")

    @cached_property
    def _signed(self) -> re.Pattern[str]:
        return _sayings(self._locale, CLAIMED)

    @cached_property
    def _whole(self) -> re.Pattern[str]:
        return _sayings(self._locale, "|".join(filter(None, (CLAIMED, self._values))))


@lru_cache(maxsize=4)
def _sayings(locale: Locale, value: str) -> re.Pattern[str]:
    told = [_template(text, value) for text in _texts(locale)]
    told = sorted({one for one in told if one}, key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join([*told, value])}) )*")


def _texts(locale: Locale) -> Iterator[str]:
    for _, text in (*locale.entries, *locale.english):
        if isinstance(text, str):
            yield text


def _template(text: str, value: str) -> str:
    """A sentence of the locale, with holes for what is set into it."""
    parts: list[str] = []
    pieces = _HOLE.split(text)
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            parts.extend(map(re.escape, words_of(piece)))
        elif piece in _COUNTED:
            parts.append(r"\d+")
        elif piece in _SAID:
            parts.append(r"[^§]+?")
        else:
            parts.append(f"(?:{value})(?: (?:{value}))*")
    return " ".join(parts) if any(words_of(piece) for piece in pieces[::2]) else ""
