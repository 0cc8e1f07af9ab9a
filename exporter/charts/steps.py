"""Steps, one after another: each numbered, in a box of its own, with an arrow to the next."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import DEEP, PALE, WHITE
from exporter.languages.numbers import number_in
from exporter.source import SourceChart


def steps(chart: SourceChart, canvas: Canvas, rows: range) -> float:
    """Draw these of the steps in their order; the height in points."""
    frame, y = canvas.frame, 0.0
    size, pad = frame.size, frame.size * 0.55
    mark = size * 1.9
    left = mark + pad * 2
    last = len(chart.rows) - 1
    for number in rows:
        row = chart.rows[number]
        lines = frame.lines(row.label, frame.width - left - pad)
        height = max(mark, len(lines) * frame.leading) + 2 * pad
        canvas.rectangle(0, y, frame.width, height, PALE)
        canvas.rectangle(0, y, size * 0.3, height, DEEP)
        middle = pad + mark / 2
        canvas.begin(f"step-{number + 1}")
        canvas.circle(middle, y + height / 2, mark / 2, DEEP)
        canvas.end()
        shown = number_in(number + 1, frame.language)
        top = y + (height - frame.leading) / 2
        canvas.words(shown, middle, top, weight="bold", anchor="middle", fill=WHITE)
        top = y + (height - len(lines) * frame.leading) / 2
        for line in lines:
            canvas.words(line, left, top)
            top += frame.leading
        y += height
        if number < last:
            y = _arrow(canvas, middle, y)
    return y


def _arrow(canvas: Canvas, x: float, y: float) -> float:
    """From one box down to the next; where that begins."""
    size = canvas.frame.size
    foot = y + size
    canvas.rule(x, y, x, foot - size * 0.4, DEEP, size * 0.16)
    canvas.shape(((x - size * 0.4, foot - size * 0.5), (x + size * 0.4, foot - size * 0.5),
                  (x, foot)), DEEP)  # fmt: skip
    return foot
