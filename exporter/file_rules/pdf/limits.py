"""What each set of rules asks of a page, in numbers; from the table of easy-read standards.

Lengths in points. `must` is crossed only by a fault; `wish` by what somebody should look at.
"""

from __future__ import annotations

from dataclasses import dataclass

from exporter.diagnostics import Severity

_CM = 72 / 2.54
_MUST, _ASK, _INFORM = Severity.MUST_FIX, Severity.PLEASE_ANSWER, Severity.FOR_INFORMATION


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    name: str
    size_must: float
    small_severity: Severity
    """When the body is large enough but other words (captions, page numbers) are not."""
    pitch_must: float = 1.15
    pitch_wish: float = 1.25
    pitch_most: float = 2.0
    line_must: int
    margin_must: float
    margin_wish: float
    contrast_must: float = 4.5
    contrast_wish: float = 7.0
    hyphens: Severity
    italics: Severity
    capitals: Severity
    page_numbers: Severity
    split_sentence: Severity | None
    columns: Severity
    lines_alone: Severity | None
    """None where a paragraph on two pages is told of anyway."""
    blurred: Severity
    row_picture: float = 0
    """The least width of the picture of a row; 0 where there are no rows."""
    pages_wish: int = 0
    pages_must: int = 0
    most: Severity = Severity.MUST_FIX
    """No finding of these rules is more severe."""


CLEAR_PRINT = Limits(
    name="clear print",
    size_must=12,
    small_severity=_ASK,
    line_must=80,
    margin_must=0,
    margin_wish=2 * _CM,
    hyphens=_ASK,
    italics=_ASK,
    capitals=_ASK,
    page_numbers=_ASK,
    split_sentence=None,
    columns=_ASK,
    lines_alone=_INFORM,
    blurred=_ASK,
)
LARGE_PRINT = Limits(
    name="large print",
    size_must=16,
    small_severity=_MUST,
    line_must=70,
    margin_must=2 * _CM,
    margin_wish=2.5 * _CM,
    hyphens=_MUST,
    italics=_MUST,
    capitals=_ASK,
    page_numbers=_MUST,
    split_sentence=None,
    columns=_MUST,
    lines_alone=_ASK,
    blurred=_ASK,
)
EASY_READ = Limits(
    name="easy read",
    size_must=14,
    small_severity=_ASK,
    pitch_wish=1.4,
    line_must=60,
    margin_must=2 * _CM,
    margin_wish=2.5 * _CM,
    hyphens=_MUST,
    italics=_MUST,
    capitals=_ASK,
    page_numbers=_MUST,
    split_sentence=_MUST,
    columns=_MUST,
    lines_alone=None,
    blurred=_MUST,
    row_picture=5 * _CM,
    pages_wish=20,
    pages_must=24,
)
ANY_FILE = Limits(
    name="clear print",
    size_must=12,
    small_severity=_INFORM,
    line_must=80,
    margin_must=0,
    margin_wish=2 * _CM,
    hyphens=_INFORM,
    italics=_INFORM,
    capitals=_INFORM,
    page_numbers=_INFORM,
    split_sentence=None,
    columns=_INFORM,
    lines_alone=_INFORM,
    blurred=_INFORM,
    most=_INFORM,
)
"""A file that promises no edition is only told about, by the numbers of clear print."""

_BY_NAME = {"clear-print": CLEAR_PRINT, "large-print": LARGE_PRINT, "easy-read": EASY_READ}


def limits_of(rules: str) -> Limits:
    return _BY_NAME.get(rules, ANY_FILE)
