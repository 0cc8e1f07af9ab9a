"""Lists that count in letters or Roman numerals, or between brackets: a. b)  (c) ii.

CommonMark knows figures only. So the marker of such an item is turned into a figure of the same
width before it is read, and what was typed is kept by its line. Whether “i.” is a letter or a
numeral, and whether “A. Smith” begins a list, the neighbours say: a list has two items or more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from exporter.markers import roman
from exporter.model import Delimiter, ListStyle


@dataclass(frozen=True, slots=True)
class Marker:
    """What was typed before an item."""

    style: ListStyle
    value: int
    delimiter: Delimiter


_ITEM = re.compile(
    r"^(?P<lead>(?:[ >]|[-*+] |\d{1,9}[.)] )*)"
    r"(?P<marker>\((?P<inside>[A-Za-z]{1,6}|\d{1,3})\)|(?P<word>[A-Za-z]{1,6})(?P<end>[.)]))"
    r"[ \t]+\S"
)
_NUMERALS = {roman(number): number for number in range(1, 50)}


@dataclass(slots=True)
class _Chain:
    """Items that follow one another: each is one more than the last."""

    column: int
    markers: dict[int, Marker] = field(default_factory=dict)
    """By line."""
    broken: bool = False
    """Whether something else stood between its items."""

    @property
    def last(self) -> Marker:
        return next(reversed(self.markers.values()))


def lettered(lines: list[str]) -> dict[int, Marker]:
    """The markers that no parser of Markdown knows, by the number of their line."""
    open_chains: list[_Chain] = []
    done: list[_Chain] = []
    in_block = False
    for number, line in enumerate(lines):
        in_block = _in_lines(line, in_block)
        match = None if in_block else _ITEM.match(line)
        column = len(match["lead"]) if match else len(line) - len(line.lstrip())
        if line.strip():
            done += [one for one in open_chains if one.column > column]
            open_chains = [one for one in open_chains if one.column <= column]
        if match:
            open_chains += _placed(open_chains, column, list(_readings(match)), number)
        elif line.strip():
            for chain in open_chains:
                chain.broken |= chain.column >= column
    return _accepted([*done, *open_chains])


def as_figures(lines: list[str], markers: dict[int, Marker]) -> str:
    """The text with each of these markers as a figure of the same width."""
    changed = list(lines)
    for number in markers:
        match = _ITEM.match(lines[number])
        assert match is not None
        start, end = match.span("marker")
        sign = match["end"] or ")"
        figure = "1".rjust(end - start - 1, "0") + sign
        changed[number] = lines[number][:start] + figure + lines[number][end:]
    return "\n".join(changed)


def _in_lines(line: str, inside: bool) -> bool:
    """Whether the lines that come next are those of a poem or an address."""
    if re.match(r"^\s*:::\s*lines\b", line):
        return True
    return inside and not re.match(r"^\s*:::\s*$", line)


def _readings(match: re.Match[str]) -> Iterator[Marker]:
    """What a marker can be: i is a letter, and a numeral."""
    word = match["inside"] or match["word"]
    delimiter: Delimiter = "()" if match["inside"] else ")" if match["end"] == ")" else "."
    if word.isdigit():
        yield Marker("number", int(word), delimiter)
        return
    if len(word) == 1:
        letter: ListStyle = "lower-letter" if word.islower() else "upper-letter"
        yield Marker(letter, ord(word.lower()) - ord("a") + 1, delimiter)
    if (word.islower() or word.isupper()) and word.lower() in _NUMERALS:
        numeral: ListStyle = "lower-roman" if word.islower() else "upper-roman"
        yield Marker(numeral, _NUMERALS[word.lower()], delimiter)


def _placed(chains: list[_Chain], column: int, readings: list[Marker], line: int) -> list[_Chain]:
    """Put an item into the chains that it goes on with; or begin new ones, which are given."""
    followed = False
    for chain in chains:
        follower = Marker(chain.last.style, chain.last.value + 1, chain.last.delimiter)
        if chain.column == column and follower in readings and not _is_prose(chain):
            chain.markers[line] = follower
            chain.broken = False
            followed = True
    if followed:
        return []
    return [_Chain(column, {line: one}) for one in readings if _may_begin(one)]


def _is_prose(chain: _Chain) -> bool:
    """After other words “B. Jones” is a person; “b)” may go on with a list."""
    return chain.broken and chain.last.style.startswith("upper") and chain.last.delimiter == "."


def _may_begin(marker: Marker) -> bool:
    """A list of capitals begins with A or I, for “S. Jones” and “T. Smith” are people."""
    if marker.style.startswith("upper"):
        return marker.value == 1
    return True


def _accepted(chains: list[_Chain]) -> dict[int, Marker]:
    """The markers of all lists of two items or more; where two claim a line, of the longer one."""
    found: dict[int, Marker] = {}
    for chain in sorted(chains, key=lambda one: -len(one.markers)):
        if len(chain.markers) > 1 and not any(line in found for line in chain.markers):
            found |= chain.markers
    return found
