"""The numbers that Word sets before the items of lists: it keeps them apart and counts anew."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exporter.readback.numerals import Numerals, numeral
from exporter.word_file.names import Element, W

_NUMERALS: dict[str, Numerals] = {
    "decimal": "decimal",
    "lowerRoman": "lower-roman",
    "upperRoman": "upper-roman",
}
_LETTERS = {"lowerLetter": "a", "upperLetter": "A"}
_NONE = ("bullet", "none", "")
_PLACES = re.compile(r"%[1-9](?:.*%[1-9])?")
"""From the first number of a marker to its last: without "Step", brackets and full stop."""
_MOST_LETTERS = 26 * 20


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it begins, in which numerals, with which signs around."""

    start: int = 1
    numerals: str = ""
    text: str = ""
    only_figures: bool = False


@dataclass(frozen=True, slots=True)
class Numbering:
    """One `w:num`: the list that it counts in, and where it begins anew."""

    list: str
    levels: dict[int, Level]
    restarts: frozenset[int] = frozenset()


@dataclass(slots=True)
class Counter:
    """Counts the items of one story of the file (the text, or the notes), in reading order."""

    numberings: dict[str, Numbering]
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def marker(self, number: str, level: int) -> str:
        """What Word sets before the next paragraph of this `w:num`; empty for a bullet."""
        numbering = self.numberings.get(number)
        if numbering is None or level not in numbering.levels:
            return ""
        counts = self._counts.setdefault(numbering.list, {})
        if level in numbering.restarts and (number, level) not in self._begun:
            counts.pop(level, None)
        self._begun.add((number, level))
        own = numbering.levels[level]
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        found = None if own.numerals in _NONE else _PLACES.search(own.text)
        if found is None:
            return ""
        return re.sub(
            "%([1-9])",
            lambda place: _written(numbering.levels, int(place[1]) - 1, counts, own.only_figures),
            found[0],
        )


def _written(
    levels: dict[int, Level], index: int, counts: dict[int, int], only_figures: bool
) -> str:
    level = levels.get(index, Level())
    number = counts.get(index, level.start)
    first = "" if only_figures else _LETTERS.get(level.numerals, "")
    if first and 0 < number <= _MOST_LETTERS:
        # after z Word writes aa, bb, cc
        return chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1)
    return numeral(number, "decimal" if only_figures else _NUMERALS.get(level.numerals, "decimal"))


def numberings(root: Element) -> dict[str, Numbering]:
    """Every `w:num` of numbering.xml by its id."""
    lists = {
        one.get(f"{W}abstractNumId", ""): {
            _number(level.get(f"{W}ilvl", ""), 0): _level(level, Level())
            for level in one.iter(f"{W}lvl")
        }
        for one in root.iter(f"{W}abstractNum")
    }
    found = {}
    for one in root.iter(f"{W}num"):
        name = _value(one, "abstractNumId")
        levels, restarts = dict(lists.get(name, {})), set()
        for override in one.iter(f"{W}lvlOverride"):
            index = _number(override.get(f"{W}ilvl", ""), 0)
            level = override.find(f"{W}lvl")
            if level is not None:
                levels[index] = _level(level, levels.get(index, Level()))
            start = _value(override, "startOverride")
            if start:
                restarts.add(index)
                own = levels.get(index, Level())
                levels[index] = Level(
                    _number(start, own.start), own.numerals, own.text, own.only_figures
                )
        found[one.get(f"{W}numId", "")] = Numbering(name, levels, frozenset(restarts))
    return found


def _level(element: Element, otherwise: Level) -> Level:
    return Level(
        start=_number(_value(element, "start"), otherwise.start),
        numerals=_value(element, "numFmt"),
        text=_value(element, "lvlText"),
        only_figures=element.find(f"{W}isLgl") is not None,
    )


def _value(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return "" if found is None else found.get(f"{W}val", "")


def _number(text: str, otherwise: int) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else otherwise
