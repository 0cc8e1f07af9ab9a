"""What happened when: from the top downwards, each event with its date and its words."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import DEEP
from exporter.languages.dates import date_in_words
from exporter.source import SourceChart


def timeline(chart: SourceChart, canvas: Canvas, rows: range) -> float:
    """Draw these of the events in their order; the height in points.

    Where more of them stand on another page, the line goes on to the edge.
    """
    frame, y = canvas.frame, 0.0
    size, radius = frame.size, frame.size * 0.38
    middles = []
    left = size * 1.6
    for number in rows:
        row = chart.rows[number]
        y += size * 0.75 if number > rows.start else 0.0
        middles.append(y + frame.leading / 2)
        date = date_in_words(row.date, frame.language)
        for line in frame.lines(date, frame.width - left, "bold"):
            canvas.words(line, left, y, weight="bold")
            y += frame.leading
        for line in frame.lines(row.label, frame.width - left):
            canvas.words(line, left, y)
            y += frame.leading
    x = size * 0.5
    begin = 0.0 if rows.start else middles[0]
    end = y if rows.stop < len(chart.rows) else middles[-1]
    canvas.rule(x, begin, x, end, DEEP, size * 0.16)
    canvas.begin("events")
    for middle in middles:
        canvas.circle(x, middle, radius, frame.paper, DEEP)
        canvas.circle(x, middle, radius * 0.6, DEEP)
    canvas.end()
    return y
