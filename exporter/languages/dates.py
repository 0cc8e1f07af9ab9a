"""Dates in words, as each language writes them. Digits are the European ones, as on our pages."""

from __future__ import annotations

import re

from exporter import languages
from exporter.languages.table import Locale

_NAMELESS = "M01"
"""What CLDR calls January where it has no word for it."""
_FIELD = re.compile(r"'([^']*)'|(G+|y+|M+|L+|d+)")


def date_in_words(date: str, tag: str) -> str:
    """ "2026-11-02" is "2 November 2026" in en-GB; a month or a year alone stays one.

    Where CLDR does not know the months, the date stays as it is: there are no words for it.
    """
    parts = [int(part) for part in date.split("-")] if date else []
    if len(parts) < 2 or not months(tag):
        return date
    locale = languages.of(tag)
    year, month, day = (*parts, 0)[:3]
    return _filled(locale.date if day else locale.month, locale, year, month, day)


def months(tag: str) -> tuple[str, ...]:
    """The months as they stand after a day; none where CLDR does not know the language."""
    named = languages.of(tag).months
    return () if named[0] == _NAMELESS else named


def _filled(pattern: str, locale: Locale, year: int, month: int, day: int) -> str:
    def field(match: re.Match[str]) -> str:
        letters = match[2]
        if letters is None:
            return match[1] or "'"
        match letters[0]:
            case "y":
                return str(year)
            case "G":
                return locale.era
            case "d":
                return str(day).zfill(len(letters))
            case _:
                return _month(letters, locale, month)

    return _FIELD.sub(field, pattern)


def _month(letters: str, locale: Locale, month: int) -> str:
    if len(letters) < 3:
        return str(month).zfill(len(letters))
    if len(letters) == 3:
        return locale.months_short[month - 1]
    return (locale.months_alone if letters[0] == "L" else locale.months)[month - 1]
