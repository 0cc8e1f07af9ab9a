"""Two things side by side, point by point; one below the other where columns are too narrow."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import DEEP, PALE, WHITE
from exporter.charts.frame import Frame
from exporter.fonts import Weight
from exporter.source import SourceChart

_LEAST = 11.0
"""The narrowest column, in sizes of the type."""
_GAP, _APART = 0.6, 0.75
"""Between the columns, and between the points."""


def comparison(chart: SourceChart, canvas: Canvas, halves: range) -> float:
    """Draw what stands on one page of the comparison, counted in halves of its points; the height
    in points. The names of the two stand on each page, and so does the label of a point."""
    frame = canvas.frame
    if one_below_other(chart, frame):
        return _below(chart, canvas, halves)
    gap = frame.size * _GAP
    wide = (frame.width - gap) / 2
    columns = [(0.0, wide), (wide + gap, wide)]
    y = _row(canvas, chart.series, columns, 0.0, head=True)
    for number in range(halves.start // 2, (halves.stop + 1) // 2):
        row = chart.rows[number]
        y = _label(canvas, row.label, y + frame.size * _APART)
        y = _row(canvas, tuple(cell.text for cell in row.cells), columns, y)
    return y


def one_below_other(chart: SourceChart, frame: Frame) -> bool:
    """Whether two columns would be too narrow for their words."""
    wide = (frame.width - frame.size * _GAP) / 2
    words = [*chart.series, *(cell.text for row in chart.rows for cell in row.cells)]
    longest = max((frame.measure(one, "bold") for text in words for one in text.split()), default=0)
    return wide < _LEAST * frame.size or longest > wide - 2 * _pad(frame)


def _below(chart: SourceChart, canvas: Canvas, halves: range) -> float:
    """Each point with both its boxes below it."""
    frame, column, y = canvas.frame, (0.0, canvas.frame.width), 0.0
    for half in halves:
        row, side = chart.rows[half // 2], half % 2
        if side == 0 or half == halves.start:
            y = _label(canvas, row.label, y + frame.size * (_APART if half > halves.start else 0.0))
        y = _row(canvas, (chart.series[side],), [column], y, head=True)
        y = _row(canvas, (row.cells[side].text,), [column], y) + frame.size * 0.25
    return y


def _label(canvas: Canvas, words: str, y: float) -> float:
    frame = canvas.frame
    for line in frame.lines(words, frame.width, "bold"):
        canvas.words(line, 0, y, weight="bold")
        y += frame.leading
    return y + frame.size * 0.2


def _pad(frame: Frame) -> float:
    return frame.size * 0.5


def _row(
    canvas: Canvas,
    texts: tuple[str, ...],
    columns: list[tuple[float, float]],
    y: float,
    *,
    head: bool = False,
) -> float:
    """Boxes of one height, with words in them; their lower end."""
    frame, pad = canvas.frame, _pad(canvas.frame)
    ground, ink = (DEEP, WHITE) if head else (PALE, frame.ink)
    weight: Weight = "bold" if head else "regular"
    every = zip(texts, columns, strict=True)
    lines = [frame.lines(text, width - 2 * pad, weight) for text, (_, width) in every]
    height = max(map(len, lines)) * frame.leading + pad * 1.2
    for several, (x, width) in zip(lines, columns, strict=True):
        canvas.rectangle(x, y, width, height, ground)
        top = y + pad * 0.6
        for line in several:
            canvas.words(line, x + pad, top, weight=weight, fill=ink)
            top += frame.leading
    return y + height
