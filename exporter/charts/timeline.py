"""What happened when: from the top downwards, each event with its date and its words."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import DEEP
from exporter.languages.dates import date_in_words
from exporter.source import SourceChart


def timeline(chart: SourceChart, canvas: Canvas) -> float:
    """Draw the events in their order; the height in points."""
    frame, y = canvas.frame, 0.0
    size, radius = frame.size, frame.size * 0.38
    middles = []
    left = size * 1.6
    for number, row in enumerate(chart.rows):
        y += size * 0.75 if number else 0.0
        middles.append(y + frame.leading / 2)
        date = date_in_words(row.date, frame.language)
        for line in frame.lines(date, frame.width - left, "bold"):
            canvas.words(line, left, y, weight="bold")
            y += frame.leading
        for line in frame.lines(row.label, frame.width - left):
            canvas.words(line, left, y)
            y += frame.leading
    x = size * 0.5
    canvas.rule(x, middles[0], x, middles[-1], DEEP, size * 0.16)
    canvas.begin("events")
    for middle in middles:
        canvas.circle(x, middle, radius, frame.paper, DEEP)
        canvas.circle(x, middle, radius * 0.6, DEEP)
    canvas.end()
    return y
