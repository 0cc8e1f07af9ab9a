"""Bars, lying: their labels are read as they stand, and their values stand at their ends.

All begin at nought, on one upright line. A label stands left of its bar where it is short, else
above it. Bars of a group stand under the group's label, each with the words of its series.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporter.charts.canvas import Canvas
from exporter.charts.fills import FILLS, Fill, filled
from exporter.charts.frame import Frame
from exporter.charts.sentences import shown
from exporter.source import SourceChart

_LEFT = 0.4
"""The widest that the labels left of the bars may be, as a share of the chart."""


@dataclass(frozen=True, slots=True)
class _Bar:
    label: str
    value: str
    amount: float
    fill: Fill


@dataclass(frozen=True, slots=True)
class _Group:
    heading: str
    bars: tuple[_Bar, ...]


def bars(chart: SourceChart, canvas: Canvas, rows: range) -> float:
    """Draw the bars of these rows; the height in points. All rows have one scale and one edge, also
    where they stand on several pages."""
    groups = _groups(chart)
    frame, every = canvas.frame, [bar for group in groups for bar in group.bars]
    beside = frame.widest(bar.label for bar in every)
    gap = frame.size * 0.45
    left = beside + gap if beside <= _LEFT * frame.width else canvas.thin
    room = frame.width - left - frame.widest((bar.value for bar in every), "bold") - gap
    scale = room / (max(bar.amount for bar in every) or 1.0)
    setter = _Setter(canvas, left, scale, beside=left > canvas.thin)
    setter.count = rows.start * max(1, len(chart.series))
    y = 0.0
    for index, group in enumerate(_of(groups, rows)):
        y += frame.size * 0.7 if index and group.heading else 0.0
        y = setter.group(group, y)
    for top, foot in setter.axis:
        canvas.rule(left, top, left, foot, frame.ink, canvas.thin * 1.4)
    return y


def _groups(chart: SourceChart) -> list[_Group]:
    def bar(row: int, column: int, label: str, fill: Fill) -> _Bar:
        cell = chart.rows[row].cells[column]
        return _Bar(label, shown(chart, cell), float(cell.amount), fill)

    if not chart.series:
        every = (bar(n, 0, row.label, FILLS[0]) for n, row in enumerate(chart.rows))
        return [_Group("", tuple(every))]
    return [
        _Group(
            row.label,
            tuple(bar(n, one, words, FILLS[one]) for one, words in enumerate(chart.series)),
        )
        for n, row in enumerate(chart.rows)
    ]


def _of(groups: list[_Group], rows: range) -> list[_Group]:
    """Those of some rows of the chart; without series each row is a bar."""
    some = slice(rows.start, rows.stop)
    if groups[0].heading:
        return groups[some]
    return [replace(groups[0], bars=groups[0].bars[some])]


class _Setter:
    """Sets groups one below the other, and remembers where the line at nought goes."""

    def __init__(self, canvas: Canvas, left: float, scale: float, *, beside: bool) -> None:
        self._canvas, self._left, self._scale, self._beside = canvas, left, scale, beside
        self.count = 0
        """Bars so far, with those on pages before."""
        self.axis: list[tuple[float, float]] = []

    @property
    def _frame(self) -> Frame:
        return self._canvas.frame

    def group(self, group: _Group, y: float) -> float:
        frame = self._frame
        if group.heading:
            for line in frame.lines(group.heading, frame.width, "bold"):
                self._canvas.words(line, 0, y, weight="bold")
                y += frame.leading
            y += frame.size * 0.15
        return self._side_by_side(group, y) if self._beside else self._below(group, y)

    def _side_by_side(self, group: _Group, y: float) -> float:
        """Labels left, bars right."""
        size, height = self._frame.size, self._frame.size * 1.3
        step = height + size * (0.1 if group.heading else 0.35)
        top = y
        for bar in group.bars:
            line = y + (height - self._frame.leading) / 2
            right = self._left - size * 0.45
            self._canvas.words(bar.label, right, line, anchor="end")
            self._draw(bar, y, height, line)
            y += step
        foot = y - (step - height)
        self.axis.append((top - size * 0.15, foot + size * 0.15) if top else (0.0, foot))
        return foot + size * 0.15

    def _below(self, group: _Group, y: float) -> float:
        """Each label above its bar."""
        frame, height = self._frame, self._frame.size * 0.85
        for index, bar in enumerate(group.bars):
            y += frame.size * 0.45 if index else 0.0
            for line in frame.lines(bar.label, frame.width):
                self._canvas.words(line, 0, y)
                y += frame.leading
            self._draw(bar, y, height, y + (height - frame.leading) / 2)
            self.axis.append((y, y + height))
            y += height
        return y + frame.size * 0.2

    def _draw(self, bar: _Bar, y: float, height: float, line: float) -> None:
        length = bar.amount * self._scale
        self.count += 1
        self._canvas.begin(f"bar-{self.count}")
        filled(self._canvas, self._left, y, length, height, bar.fill)
        self._canvas.end()
        end = self._left + length + self._frame.size * 0.4
        self._canvas.words(bar.value, end, line, weight="bold")
