"""What each kind of chart is made of, and how much of it can still be read."""

from __future__ import annotations

from dataclasses import dataclass

from exporter.source import ChartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartKindRule:
    """One kind: its keys, and how many rows and series it has at least and at most."""

    keys: tuple[str, ...]
    """Those of the chart that mean something here, beside kind, values, file, data and alt."""
    rows: tuple[int, int]
    series: tuple[int, int] = (0, 0)
    words: bool = False
    """Its cells, if it has any, are words and no numbers."""
    dated: bool = False
    label: int = 40
    """Letters of a label, or of a cell of words, at most."""
    listed: bool = False
    """Its data have no columns, so they are said as a list."""
    thing: str = "bars"
    """What it is made of, in a message."""

    @property
    def needs_series(self) -> bool:
        return self.series[0] > 0

    @property
    def takes_series(self) -> bool:
        return self.series[1] > 0

    def row_keys(self, series: tuple[str, ...]) -> tuple[str, ...]:
        """The keys of each value."""
        if self.dated:
            return ("date", "label")
        if series or self.needs_series:
            return ("label", *series)
        return ("label",) if self.words else ("label", "value")

    def example(self, series: tuple[str, ...]) -> str:
        """How a value is typed."""
        said = {"label": "label: Monday", "value": "value: 12", "date": "date: 2026-03"}
        words = "Words" if self.words else "12"
        return "  ".join(said.get(key, f"{key}: {words}") for key in self.row_keys(series))


MOST_BARS = 16
"""Bars of all groups together."""

KINDS: dict[ChartKind, ChartKindRule] = {
    "bar": ChartKindRule(keys=("labels", "unit"), rows=(2, 12)),
    "grouped": ChartKindRule(
        keys=("labels", "unit", "series"), rows=(2, 8), series=(2, 3), thing="groups"
    ),
    "line": ChartKindRule(
        keys=("labels", "unit", "series"), rows=(2, 36), series=(0, 4), thing="points"
    ),
    "parts": ChartKindRule(keys=("labels", "unit", "whole"), rows=(2, 5), thing="parts"),
    "pictograms": ChartKindRule(keys=("labels", "unit", "whole"), rows=(1, 5), thing="rows"),
    "timeline": ChartKindRule(
        keys=(), rows=(2, 10), words=True, dated=True, label=90, listed=True, thing="events"
    ),
    "steps": ChartKindRule(keys=(), rows=(2, 8), words=True, label=90, listed=True, thing="steps"),
    "comparison": ChartKindRule(
        keys=("labels", "series"), rows=(1, 6), series=(2, 2), words=True, label=90, thing="points"
    ),
}
