"""The rule on words that are divided at the end of a line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf_layout_judge import Judge, Spot
from exporter.file_rules.pdf_layout_sheets import Sheets

_SPLIT = re.compile(r"([^\W\d_]+)([-\u2010\u00ad])$")
_START = re.compile(r"[^\W\d_]+")
_APART = re.compile(r"-?[^\w-]+")
_ADDRESS = re.compile(r"[/@_]|\w\.\w")
_HABIT = 4
"""So many words that are perhaps divided are."""
_LONG_HALF = 7
_PREFIXES = frozenset(
    {"all", "anti", "co", "counter", "cross", "ex", "full", "half", "high", "low", "mid", "multi"}
    | {"near", "no", "non", "off", "on", "out", "over", "part", "post", "pre", "pro", "re", "self"}
    | {"semi", "short", "single", "sub", "three", "two", "un", "under", "up", "well"}
)


def check(sheets: Sheets, judge: Judge) -> Iterator[Diagnostic]:
    """Words divided by a program. A compound that breaks at its own hyphen is none.

    The rest of the text tells which is which: a word that stands there whole was divided; one that
    stands there with its hyphen, or whose halves are words, was not. What is left is only taken as
    divided where it happens again and again.
    """
    ends = [
        (one, match[1], match[2], start[0])
        for paragraph in sheets.paragraphs
        for one, two in pairwise(paragraph)
        if (match := _SPLIT.search(one.words)) and two.goes_on_from_before
        if (start := _START.match(two.words)) and not _is_address(one.words, two.words)
    ]
    if not ends:
        return
    words = _vocabulary(sheets)
    words.subtract(half.lower() for _, first, _, second in ends for half in (first, second))
    sure: list[Spot] = []
    perhaps: list[Spot] = []
    for line, first, sign, second in ends:
        message = f"The word “{first}{second}” is divided at the end of a line on page {line.page}."
        spot = Spot(line.page, message, f"{first}-{second}")
        one, two = first.lower(), second.lower()
        if sign == "\u00ad" or (words[one + two] > 0 and not words[f"{one}-{two}"]):
            sure.append(spot)
        elif not _is_compound(one, two, words):
            perhaps.append(spot)
    if len(perhaps) >= _HABIT:
        sure, perhaps = sure + perhaps, []
    yield from judge.tell("pdf-hyphenated", sure)
    yield from judge.tell("pdf-hyphenated", perhaps, guessed=True)


def _is_address(one: str, two: str) -> bool:
    """Whether the hyphen is inside a web address or the name of a file."""
    return bool(_ADDRESS.search(one.split()[-1] + two.split()[0]))


def _is_compound(one: str, two: str, words: Counter[str]) -> bool:
    """Whether the hyphen is its own: the text has it inside a line, or has the halves as words."""
    if words[f"{one}-{two}"] > 0 or one in _PREFIXES:
        return True
    known, other = words[one] > 0, words[two] > 0
    return (known and (other or len(two) >= _LONG_HALF)) or (other and len(one) >= _LONG_HALF)


def _vocabulary(sheets: Sheets) -> Counter[str]:
    """How often each word stands in the text, and each compound with a hyphen."""
    text = " ".join(line.words.lower() for line in sheets.body())
    return Counter(_APART.split(re.sub("[\u2010\u2011]", "-", text)))
