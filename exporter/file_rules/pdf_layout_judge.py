"""What an edition asks of its pages, in numbers, and how findings are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from exporter.diagnostics import Diagnostic, Severity
from exporter.edition import Theme
from exporter.file_rules.pdf_layout_catalogue import ASK, CATALOGUE, INFORM, LEVELS, MUST, Levels

MOST_TOLD = 5
"""Places of one rule; the rest is counted."""
_LONGEST_WORDS = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Sizes in points, margins in millimetres, pitch as baseline distance divided by size."""

    name: str
    size_floor: float
    size_good: float
    pitch_floor: float = 1.15
    pitch_good: float = 1.25
    pitch_most: float = 2.0
    line_good: int
    line_most: int
    margin_floor: float
    margin_good: float
    contrast_floor: float = 4.5
    contrast_good: float = 7.0


_EASY_READ = Asked(
    name="easy read",
    size_floor=14,
    size_good=16,
    pitch_good=1.4,
    line_good=60,
    line_most=60,
    margin_floor=20,
    margin_good=25,
)
_LARGE_PRINT = Asked(
    name="large print",
    size_floor=16,
    size_good=18,
    line_good=60,
    line_most=70,
    margin_floor=20,
    margin_good=25,
)
_CLEAR_PRINT = Asked(
    name="clear print",
    size_floor=12,
    size_good=14,
    line_good=70,
    line_most=80,
    margin_floor=20,
    margin_good=20,
)
"""The numbers of section 2 of the table of standards."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place of a finding: the page, the words, and what was measured there."""

    page: int
    message: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Judge:
    """Holds a file to the rules of an edition; without rules to clear print, and more gently."""

    asked: Asked
    column: int
    promised: bool
    theme: Theme | None = None

    def tell(
        self,
        code: str,
        spots: Iterable[Spot],
        *,
        levels: Levels | None = None,
        guessed: bool = False,
    ) -> Iterator[Diagnostic]:
        """The first spots as findings, and one more that counts the rest.

        What is guessed, because the file has no tags, is never said to be wrong for certain.
        """
        severity = self.severity(levels or LEVELS[code], guessed=guessed)
        if severity is None:
            return
        ordered = sorted(spots, key=lambda spot: spot.page)
        told = ordered if len(ordered) <= MOST_TOLD + 1 else ordered[:MOST_TOLD]
        for spot in told:
            yield self.finding(code, severity, spot.message, spot.words)
        rest = ordered[len(told) :]
        if rest:
            where = on_pages(spot.page for spot in rest)
            message = f"And {len(rest)} more of the same, on {where}: {rest[0].message}"
            yield self.finding(code, severity, message, rest[0].words)

    def severity(self, levels: Levels, *, guessed: bool = False) -> Severity | None:
        level = levels[self.column]
        if level is None:
            return None
        if not self.promised:
            return ASK if level is MUST else INFORM
        return ASK if guessed and level is MUST else level

    def finding(self, code: str, severity: Severity, message: str, words: str) -> Diagnostic:
        return Diagnostic(
            code=code,
            message=message,
            severity=severity,
            hint=CATALOGUE[code].to_do,
            words=short(words, 120),
        )


def judge_for(rules: str, theme: Theme | None = None) -> Judge:
    """`rules` is "easy-read", "large-print", "clear-print", or nothing for a stranger's file."""
    match rules:
        case "easy-read":
            return Judge(_EASY_READ, 0, True, theme)
        case "large-print":
            return Judge(_LARGE_PRINT, 1, True, theme)
    return Judge(_CLEAR_PRINT, 2, rules == "clear-print", theme)


def on_pages(numbers: Iterable[int]) -> str:
    """ "page 3", "pages 3, 4 and 7", or "pages 3, 4, 7 and 12 more"."""
    pages = sorted(set(numbers))
    if len(pages) == 1:
        return f"page {pages[0]}"
    if len(pages) <= MOST_TOLD:
        return f"pages {', '.join(map(str, pages[:-1]))} and {pages[-1]}"
    return f"pages {', '.join(map(str, pages[:3]))} and {len(pages) - 3} more"


def short(words: str, most: int = _LONGEST_WORDS) -> str:
    words = " ".join(words.split())
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def points(size: float) -> str:
    return f"{size:.1f}".removesuffix(".0") + " pt"


def last_words(words: str, count: int = 6) -> str:
    parts: Sequence[str] = words.split()
    return ("… " if len(parts) > count else "") + " ".join(parts[-count:])
