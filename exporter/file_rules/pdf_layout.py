"""The look of a PDF, ours or anybody's: measured on its pages, and held to what its edition asks.

One pass over the pages with pdfium. It shares nothing with the writer: a common table would hide a
common mistake.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from exporter.diagnostics import Diagnostic
from exporter.edition import Theme
from exporter.file_rules import (
    pdf_layout_contrast,
    pdf_layout_rules_hyphens,
    pdf_layout_rules_lines,
    pdf_layout_rules_pages,
    pdf_layout_rules_pictures,
    pdf_layout_rules_type,
)
from exporter.file_rules.pdf_layout_catalogue import CATALOGUE
from exporter.file_rules.pdf_layout_contrast import Pair, pairs_of
from exporter.file_rules.pdf_layout_judge import Judge, judge_for
from exporter.file_rules.pdf_layout_measures import Margins, Measures, measures_of
from exporter.file_rules.pdf_layout_objects import read
from exporter.file_rules.pdf_layout_sheets import Sheets, sheets_of

RULES: dict[str, tuple[str, str]] = {
    code: (rule.explain, rule.source) for code, rule in CATALOGUE.items()
}
"""What `exporter explain` says of each rule, and who asks for it."""

__all__ = [
    "CATALOGUE", "RULES", "Layout", "Margins", "Measures", "check_layout", "layout_of", "measure",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Layout:
    """A file that was read once, to be judged and measured as often as needed."""

    sheets: Sheets
    pairs: tuple[Pair, ...]

    def check(self, theme: Theme | None = None, rules: str = "") -> tuple[Diagnostic, ...]:
        """What is wrong with the look, the most serious first."""
        findings = _findings(self, judge_for(rules, theme))
        return tuple(sorted(findings, key=lambda finding: finding.severity))

    def measures(self) -> Measures:
        return measures_of(self.sheets, self.pairs)


def layout_of(data: bytes) -> Layout | None:
    """Read the pages of a file; None if it cannot be opened."""
    file = read(data)
    if file is None:
        return None
    sheets = sheets_of(file)
    return Layout(sheets, pairs_of(sheets, data))


def check_layout(
    data: bytes, theme: Theme | None = None, rules: str = ""
) -> tuple[Diagnostic, ...]:
    """What is wrong with the look of a PDF, the most serious first.

    `theme` and `rules` ("easy-read", "large-print", "clear-print") say what its edition promises;
    without rules a file is held to clear print, and nothing is said that must be fixed. A file that
    cannot be opened has no look: to say so is for whoever checks its structure.
    """
    layout = layout_of(data)
    return layout.check(theme, rules) if layout else ()


def measure(data: bytes) -> Measures:
    """The numbers of a PDF; none of them if it cannot be opened."""
    layout = layout_of(data)
    return layout.measures() if layout else Measures()


def _findings(layout: Layout, judge: Judge) -> Iterator[Diagnostic]:
    sheets = layout.sheets
    yield from pdf_layout_rules_type.check(sheets, judge)
    yield from pdf_layout_contrast.check(layout.pairs, judge)
    yield from pdf_layout_rules_lines.check(sheets, judge)
    yield from pdf_layout_rules_hyphens.check(sheets, judge)
    yield from pdf_layout_rules_pages.check(sheets, judge)
    yield from pdf_layout_rules_pictures.check(sheets, judge)
