"""Numbers of lists as readers see them: 3, c, C, iii, III."""

from __future__ import annotations

import re
from typing import Literal

Numerals = Literal["decimal", "lower-letter", "upper-letter", "lower-roman", "upper-roman"]
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_MOST_ROMAN = 3999
_MARKER = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
_WITHOUT_SIGNS = re.compile(r"[^\W_].*[^\W_]|[^\W_]", re.DOTALL)
"""What stands between the signs at both ends; of strangers' words, which may be long."""
_NUMBERED = re.compile(r"([^\W_]+)(?:\.\w+)*")


def numeral(number: int, numerals: Numerals) -> str:
    """A number in the numerals of its list; those that cannot write it leave it in figures."""
    match numerals:
        case "lower-letter" | "upper-letter" if number > 0:
            written = _letters(number)
        case "lower-roman" | "upper-roman" if 0 < number <= _MOST_ROMAN:
            written = _roman(number)
        case _:
            return str(number)
    return written.upper() if numerals.startswith("upper") else written


def marker_in(text: str) -> str:
    """The number or letter in what a file sets before an item: "3" in "3.", "b" in "(b)".

    Empty for a bullet, and for anything too long to be a marker.
    """
    found = _MARKER.search(text)
    return found[0] if found and len(found[0]) < 12 else ""


def is_marker(text: str) -> bool:
    """Whether what stands before an item only marks or numbers it: •, 3., (b), iv), 2.1."""
    inner = _WITHOUT_SIGNS.search(text)
    if inner is None:
        return True
    found = _NUMBERED.fullmatch(inner[0])
    sign = found[1] if found else text
    return len(sign) < 2 or sign.isdecimal() or sign.lower() in _ROMAN_NUMBERS


def _letters(number: int) -> str:
    """a … z, aa, ab … as web pages count; Word says aa, bb."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) + letters
    return letters


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


_ROMAN_NUMBERS = frozenset(map(_roman, range(1, 200)))
