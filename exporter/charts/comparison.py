"""Two things side by side, point by point; one below the other where columns are too narrow."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import DEEP, PALE, WHITE
from exporter.fonts import Weight
from exporter.source import SourceChart

_LEAST = 11.0
"""The narrowest column, in sizes of the type."""


def comparison(chart: SourceChart, canvas: Canvas) -> float:
    """Draw the points of the comparison; the height in points."""
    frame = canvas.frame
    gap = frame.size * 0.6
    wide = (frame.width - gap) / 2
    words = [*chart.series, *(cell.text for row in chart.rows for cell in row.cells)]
    longest = max((frame.measure(one, "bold") for text in words for one in text.split()), default=0)
    narrow = wide < _LEAST * frame.size or longest > wide - 2 * _pad(canvas)
    columns = [(0.0, frame.width)] * 2 if narrow else [(0.0, wide), (wide + gap, wide)]
    y = 0.0 if narrow else _row(canvas, chart.series, columns, 0.0, head=True)
    for number, row in enumerate(chart.rows):
        y += frame.size * (0.75 if number or not narrow else 0.0)
        for line in frame.lines(row.label, frame.width, "bold"):
            canvas.words(line, 0, y, weight="bold")
            y += frame.leading
        y += frame.size * 0.2
        texts = tuple(cell.text for cell in row.cells)
        if not narrow:
            y = _row(canvas, texts, columns, y)
            continue
        for name, text, column in zip(chart.series, texts, columns, strict=True):
            y = _row(canvas, (name,), [column], y, head=True)
            y = _row(canvas, (text,), [column], y) + frame.size * 0.25
    return y


def _pad(canvas: Canvas) -> float:
    return canvas.frame.size * 0.5


def _row(
    canvas: Canvas,
    texts: tuple[str, ...],
    columns: list[tuple[float, float]],
    y: float,
    *,
    head: bool = False,
) -> float:
    """Boxes of one height, with words in them; their lower end."""
    frame, pad = canvas.frame, _pad(canvas)
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
