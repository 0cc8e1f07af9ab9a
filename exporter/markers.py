"""What stands before the items of a list: 3, c, C, iii, III, with the sign that was typed.

Readers of files count for themselves (readback/numerals.py): a common mistake would not be seen.
"""

from __future__ import annotations

from typing import assert_never

from exporter.model import List

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def marker(block: List, index: int) -> str:
    """The number or letter of an item, as readers see it; nothing where the list has none."""
    number = block.start + index
    match block.style:
        case "bullet" | "plain":
            return ""
        case "number":
            return str(number)
        case "lower-letter":
            return letters(number)
        case "upper-letter":
            return letters(number).upper()
        case "lower-roman":
            return roman(number)
        case "upper-roman":
            return roman(number).upper()
        case _:
            assert_never(block.style)


def marker_with_sign(block: List, index: int) -> str:
    """The marker with its full stop or bracket: "3.", "b)", "(iv)"."""
    text = marker(block, index)
    return f"({text})" if block.delimiter == "()" else f"{text}{block.delimiter}"


def letters(number: int) -> str:
    """A whole number from 1 as a … z, aa, ab …"""
    written = ""
    while number:
        number, letter = divmod(number - 1, 26)
        written = chr(ord("a") + letter) + written
    return written


def roman(number: int) -> str:
    """A whole number from 1 in Roman numerals."""
    written = ""
    for value, signs in _ROMAN:
        times, number = divmod(number, value)
        written += signs * times
    return written
