"""Page numbers: the numbers at the edge of pages that count on with them, in digits or in Roman."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from exporter.file_rules.pdf_layout_lines import Line
from exporter.file_rules.pdf_layout_page import Page

EDGE = 0.13
"""The share of a page at its top and bottom where running lines and page numbers stand."""
_NUMBER = re.compile(r"(?<![\w.,/])(?:\d{1,4}|[ivxlc]{1,7})(?![\w,/]|\.\d)")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

Shift = tuple[bool, int]
"""Whether it is in digits, and how far the number is from the place of its page in the file."""


def at_edge(page: Page, line: Line) -> bool:
    return not EDGE * page.height < line.baseline < (1 - EDGE) * page.height


def shifts(page: Page, line: Line) -> set[Shift]:
    """What the numbers of a line at the edge would be, if they were page numbers."""
    if line.is_heading or not at_edge(page, line):
        return set()
    found = set()
    for word in _NUMBER.findall(line.words.lower()):
        value = int(word) if word.isdigit() else _roman(word)
        found.add((word.isdigit(), value - page.number))
    return found


def counting(pages: Sequence[tuple[Page, Iterable[Line]]]) -> frozenset[Shift]:
    """The shifts that so many pages share that they are no chance: a year never counts on."""
    often = Counter(
        shift
        for page, lines in pages
        for shift in {shift for line in lines for shift in shifts(page, line)}
    )
    enough = min(3, len(pages) - 1) if len(pages) > 1 else 1
    return frozenset(
        shift for shift, count in often.items() if count >= (enough if shift[0] else min(2, enough))
    )


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
