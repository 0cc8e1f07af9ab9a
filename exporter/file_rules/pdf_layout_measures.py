"""The numbers of a PDF that the evidence page prints: sizes, distances, contrast, pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from statistics import median

from exporter.file_rules.pdf_layout_contrast import Pair
from exporter.file_rules.pdf_layout_lines import in_picture
from exporter.file_rules.pdf_layout_rules_lines import lengths, margins, pitches, usual_length
from exporter.file_rules.pdf_layout_sheets import Sheets


@dataclass(frozen=True, slots=True, kw_only=True)
class Margins:
    """The narrowest at each side, in millimetres; None where it cannot be told."""

    left: float | None = None
    right: float | None = None
    top: float | None = None
    bottom: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What was measured; None where there was nothing to measure. Sizes in points."""

    pages: int = 0
    measured_pages: int = 0
    smallest_type: float | None = None
    """Of all words outside pictures."""
    smallest_in_pictures: float | None = None
    body_type: float | None = None
    line_pitch: float | None = None
    """Usual distance of baselines in the running text, divided by its size."""
    longest_line: int | None = None
    usual_line: int | None = None
    """The length that nine full lines of ten keep to."""
    margins: Margins = Margins()
    lowest_contrast: float | None = None
    fonts: tuple[str, ...] = ()
    """Typefaces, the most used first."""

    def as_measured(self) -> dict[str, object]:
        """What is known, as the evidence page and report.json take it."""
        sides = {"left", "right", "top", "bottom"}
        known: dict[str, object] = {
            name: value
            for name in self.__dataclass_fields__
            if name not in ("margins", "fonts") and (value := getattr(self, name)) is not None
        }
        widths = {side: getattr(self.margins, side) for side in sorted(sides)}
        known["margins"] = {side: width for side, width in widths.items() if width is not None}
        known["fonts"] = list(self.fonts)
        return known if self.pages else {}


def measures_of(sheets: Sheets, pairs: tuple[Pair, ...]) -> Measures:
    sizes: list[float] = []
    inner: list[float] = []
    fonts: Counter[str] = Counter()
    for page, run in sheets.runs():
        if any(sign.isalnum() for sign in run.words):
            if run.size:
                (inner if in_picture(page, run) else sizes).append(run.size)
            fonts[run.face.name] += len(run.words)
    steps = [
        pitch
        for pitch, line in pitches(sheets)
        if abs(line.size - sheets.body_size) < 0.3 and not line.is_aside
    ]
    lines = lengths(sheets)
    widths = {side: width for side, (width, _) in margins(sheets).items()}
    return Measures(
        pages=sheets.count,
        measured_pages=len(sheets.pages),
        smallest_type=min(sizes, default=None),
        smallest_in_pictures=min(inner, default=None),
        body_type=sheets.body_size or None,
        line_pitch=round(median(steps), 2) if steps else None,
        longest_line=lines[-1][0] if lines else None,
        usual_line=usual_length(lines) or None,
        margins=Margins(**widths),
        lowest_contrast=pairs[0].ratio if pairs else None,
        fonts=tuple(name for name, _ in fonts.most_common() if name),
    )
