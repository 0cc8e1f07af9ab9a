"""What Word sets before the items of its lists, as far as an author could type it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exporter.attributes import whole_number
from exporter.importing.walk.pieces import Counted
from exporter.model import Delimiter, ListStyle
from exporter.readback.docx_numbers import Counter, Level, numberings
from exporter.word_file.opening import WordFile

_STYLES: dict[str, ListStyle] = {
    "decimal": "number", "decimalZero": "number", "lowerLetter": "lower-letter",
    "upperLetter": "upper-letter", "lowerRoman": "lower-roman", "upperRoman": "upper-roman",
}  # fmt: skip
_LAST = re.compile(r"[^.\W]+$")
_MOST_LETTERS = 26


@dataclass(slots=True)
class Lists:
    """Counts the items of a file in reading order."""

    file: WordFile
    _counter: Counter = field(init=False)

    def __post_init__(self) -> None:
        root = self.file.numbering
        self._counter = Counter({} if root is None else numberings(root))

    def counted(self, number: str, level: int) -> Counted:
        """What stands before the next paragraph of this `w:num`; levels are counted from 0."""
        marker = self._counter.marker(number, level)
        numbering = self._counter.numberings.get(number)
        own = numbering.levels.get(level, Level()) if numbering else Level()
        thread = f"{numbering.list if numbering else number}-{level}"
        numerals = "decimal" if own.only_figures else own.numerals
        style = _STYLES.get(numerals, "number") if marker else "bullet"
        last = _LAST.search(marker)
        amount = _amount(last[0], style) if last else 0
        if style == "bullet" or amount < 1:
            return Counted("bullet", thread=thread)
        if style.endswith("letter") and amount > _MOST_LETTERS:
            style = "number"
        return Counted(style, amount, _delimiter(own.text), thread)


def _amount(marker: str, style: ListStyle) -> int:
    """What a marker counts; 0 for one with other signs in it, as a stranger's level may say."""
    if style == "number":
        return whole_number(marker, 0) if len(marker) < 6 else 0
    marker = marker.lower()
    if not marker.isascii() or not marker.isalpha():
        return 0
    if style.endswith("letter"):
        return (len(marker) - 1) * 26 + ord(marker[0]) - ord("a") + 1
    total = before = 0
    for sign in reversed(marker):
        amount = _ROMAN.get(sign, 0)
        total += amount if amount >= before else -amount
        before = max(before, amount)
    return total


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


def _delimiter(text: str) -> Delimiter:
    if "(" in text and ")" in text:
        return "()"
    return ")" if ")" in text else "."
