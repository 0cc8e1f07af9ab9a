"""What CLDR knows of each language, from `cldr.jsonl` beside this file: one line a locale.

The file is written by `make languages` (tests/cldr.py) and held equal to its sources by a test. A
line has only what differs from its parent (en-GB: other dates than en), so a look-up walks upwards.
Only lines that are asked for are parsed: a start costs one reading of the file.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("cldr.jsonl")
ROOT = "und"
"""The locale above all others: CLDR's answer for a language of which it knows nothing more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """One language, or one language as it is written in one place."""

    months: tuple[str, ...]
    """As they stand in a date: "2 November", "2 listopada"."""
    months_alone: tuple[str, ...]
    months_short: tuple[str, ...]
    date: str
    """The pattern of a long date, in CLDR's letters: "d MMMM y"."""
    month: str
    """The pattern of a month with its year."""
    era: str
    plural: tuple[tuple[str, str], ...]
    """Category and rule (UTS #35, plural rules); what none takes is "other"."""
    decimal: str
    group: str
    sizes: tuple[int, int]
    """How many digits stand in the last group, and in the others."""
    called: str
    """What those who speak it call it: Cymraeg; empty where CLDR does not know."""
    letters: frozenset[str]
    """Small and capital letters that the language is written with; empty where CLDR has none."""


@lru_cache(maxsize=256)
def locale(name: str) -> Locale | None:
    """A locale by CLDR's name ("cy", "pa-Arab", "en-GB"); None if CLDR does not have it."""
    if name != ROOT and name not in _lines():
        return None
    values: dict[str, Any] = {}
    step = name
    while True:
        own = json.loads(_lines()[step]) if step in _lines() else {}
        values = {**own, **values}
        if step == ROOT:
            return _locale(values)
        step = own.get("parent") or step.rpartition("-")[0] or ROOT


def _locale(values: dict[str, Any]) -> Locale:
    months = tuple(values["months"])
    return Locale(
        months=months,
        months_alone=tuple(values["alone"]) or months,
        months_short=tuple(values["short"]) or months,
        date=values["date"],
        month=values["month"],
        era=values["era"],
        plural=tuple(values["plural"].items()),
        decimal=values["decimal"],
        group=values["group"],
        sizes=(values["sizes"][0], values["sizes"][1]),
        called=values["called"],
        letters=unpacked(values["letters"]),
    )


def unpacked(pairs: str) -> frozenset[str]:
    """Letters from a row of first and last ones: "azéé" is a to z, and é."""
    edges = zip(pairs[::2], pairs[1::2], strict=True)
    return frozenset(chr(code) for a, z in edges for code in range(ord(a), ord(z) + 1))


@cache
def scripts() -> dict[str, str]:
    """The script of each language that is not written in Latin letters: "ar" → "Arab"."""
    return {
        language: script
        for script, languages in json.loads(_lines()["scripts"]).items()
        for language in languages.split()
    }


@cache
def _lines() -> dict[str, str]:
    """The file by the name of each line, not parsed yet: `"cy": {…}`."""
    text = _FILE.read_text("utf-8")
    return {name[1:-1]: rest for name, _, rest in (row.partition(": ") for row in text.split("\n"))}
