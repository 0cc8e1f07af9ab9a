"""What was pasted from Word or a spreadsheet: rows with tabs, columns of blanks, addresses.

In a paragraph all of these run together, and nobody who listens can tell where a cell ended (WCAG
1.3.1). So each is told with what it would be in this dialect, ready to paste.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from exporter.load.fence_rule import LINES
from exporter.load.looks import name_of


@dataclass(frozen=True, slots=True)
class Pasted:
    """Rows that follow one another. `line` counts from 0 in the text."""

    line: int
    rows: tuple[tuple[str, ...], ...]


_GAP = re.compile(r"(?<=[^\s.!?:;]) {2,}(?=\S)| {3,}(?=\S)")
_SHORTEST_GAP = 3
"""Two blanks are a habit of the hand; three draw a column."""
_BEGINS = re.compile(r"^\s*(?:[-*+>]|\d{1,9}[.)])?\s*")


def pasted_tables(lines: list[str]) -> Iterator[Pasted]:
    """Rows of a table in a text: two or more with as many cells, or one with three or more."""
    kept = False
    found: list[tuple[int, tuple[str, ...], bool]] = []
    for number, line in enumerate(lines):
        kept = re.match(rf"^\s*:::\s+{LINES}\s*$", line) is not None or (
            kept and line.strip() != ":::"
        )
        if line.strip():
            cells, by_tabs = ((), False) if kept else _cells(line)
            found.append((number, cells, by_tabs))
    for (count, by_tabs), group in groupby(found, _kind):
        rows = list(group)
        most = max(len(cells) for _, cells, _ in rows)
        if count and (len(rows) > 1 or (by_tabs and most > 2)):
            whole = (cells + ("",) * (most - len(cells)) for _, cells, _ in rows)
            yield Pasted(rows[0][0], tuple(whole))


def _kind(row: tuple[int, tuple[str, ...], bool]) -> tuple[int, bool]:
    """What rows of one table have in common. Of rows with tabs the last cells may be empty."""
    _, cells, by_tabs = row
    return (1 if by_tabs else len(cells)), by_tabs


def _cells(line: str) -> tuple[tuple[str, ...], bool]:
    """The cells of a row, and whether tabs part them; none where the line is no row."""
    words = line[_BEGINS.match(line).end() :].rstrip()  # type: ignore[union-attr]
    if "\t" in words:
        return tuple(cell.strip() for cell in re.split(r"\t+", words)), True
    gaps = _GAP.findall(words)
    if gaps and max(map(len, gaps)) >= _SHORTEST_GAP:
        return tuple(cell.strip() for cell in _GAP.split(words)), False
    return (), False


def as_table(pasted: Pasted) -> str:
    """The rows as a table of the dialect; the first one names the columns."""
    head, *rows = pasted.rows
    keys: list[str] = []
    for number, words in enumerate(head, 1):
        key = name_of(words, f"column-{number}")
        keys.append(f"{key}-{number}" if key in keys else key)
    columns = ", ".join(f"{key}: {_value(words)}" for key, words in zip(keys, head, strict=True))
    text = [f"tables:\n  {keys[0]}-table:\n    columns: {{{columns}}}\n    rows:"]
    for row in rows:
        pairs = [f"{key}: {_value(words)}" for key, words in zip(keys, row, strict=True)]
        text.append("      - " + "\n        ".join(pair.rstrip() for pair in pairs))
    return "\n".join(text)


def name_of_table(pasted: Pasted) -> str:
    """The name that `as_table` gives it."""
    return f"{name_of(pasted.rows[0][0], 'column-1')}-table"


def _value(words: str) -> str:
    """Words as a value of YAML, in quotation marks where they need them."""
    plain = re.fullmatch(r"[^\W_][^:#,\[\]{}\"]*", words) or not words
    return words if plain else json.dumps(words, ensure_ascii=False)


_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$")
_LONGEST_LINE = 40


_TICKS = re.compile(r"\s*[☐☑☒□■✓✔✗✘]\s*\w")


def ticked_list(typed: str) -> str:
    """The list that lines with boxes or ticks before them mean; empty where none of them would run
    into the line above it."""
    lines = typed.split("\n")
    if not any(map(_TICKS.match, lines[1:])):
        return ""
    return "\n".join(f"- {line.strip()}" if _TICKS.match(line) else line for line in lines)


def are_lines_of_their_own(typed: str) -> bool:
    """Whether the lines of a paragraph look like those of an address, and no wrapped sentence."""
    if re.search(r"(?:  |\\)\n|\t| {3}", typed):
        return False  # their ends were forced, or they are rows, and that is told
    lines = [line.strip() for line in typed.split("\n")]
    least = 2 if _POSTCODE.search(lines[-1]) else 3
    if len(lines) < least or any(len(line) > _LONGEST_LINE for line in lines):
        return False
    begin = all(line[:1].isupper() or line[:1].isdigit() for line in lines)
    return begin and not any(
        line.endswith((".", ",", ";", ":", "!", "?", "–")) for line in lines[:-1]
    )
