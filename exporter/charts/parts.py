"""Parts of a whole as a hundred squares, each part as large as its share, with its words beside."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import FILLS, Fill, filled
from exporter.charts.frame import Frame
from exporter.charts.sentences import shown
from exporter.source import SourceChart

_SIDE = 10
"""Squares in a row, and rows."""
_LARGEST = 13.0
"""The width of all squares together, in sizes of the type, at most."""
_LEAST_WORDS = 9.0
"""Sizes: with less room beside the squares, the words stand below."""


def parts(chart: SourceChart, canvas: Canvas, rows: range) -> float:
    """Draw the squares, and the words of these parts; the height in points.

    The squares stand wherever words tell what they are: none can be read without the other.
    """
    frame = canvas.frame
    whole = float(chart.whole.amount) if chart.whole else 100.0
    side = min(_LARGEST * frame.size, frame.width * 0.48)
    place = 0.0
    for number, row in enumerate(chart.rows):
        share = float(row.cells[0].amount) / whole * _SIDE * _SIDE if whole else 0.0
        canvas.begin(f"part-{number + 1}")
        squares(canvas, (0.0, 0.0, side), (place, place + share), FILLS[number])
        canvas.end()
        place += share
    beside = frame.width - side - frame.size
    if beside < _LEAST_WORDS * frame.size:
        return _words(chart, canvas, (0.0, side + frame.size * 0.7), frame.width, rows)
    high = _height_of_words(chart, frame, beside, rows)
    top = max(0.0, (side - high) / 2)
    return max(side, _words(chart, canvas, (side + frame.size, top), beside, rows))


def squares(
    canvas: Canvas,
    box: tuple[float, float, float],
    span: tuple[float, float],
    fill: Fill,
) -> None:
    """The squares from one place to another of a hundred, in a box (left, top, side).

    A square in which a part ends is cut there, so that areas are exact.
    """
    left, top, side = box
    cell = side / _SIDE
    gap = cell * 0.1
    inside = cell - gap
    for number in range(_SIDE * _SIDE):
        begin, end = max(span[0] - number, 0.0), min(span[1] - number, 1.0)
        if end - begin < 1e-9:
            continue
        x = left + number % _SIDE * cell + gap / 2
        y = top + number // _SIDE * cell + gap / 2
        filled(canvas, x + begin * inside, y, (end - begin) * inside, inside, fill)


def _lines(chart: SourceChart, frame: Frame, room: float) -> list[tuple[list[str], str]]:
    """The words of each part in lines, and its value."""
    inside = room - frame.size * 1.9
    return [(frame.lines(row.label, inside), shown(chart, row.cells[0])) for row in chart.rows]


def _height_of_words(chart: SourceChart, frame: Frame, room: float, rows: range) -> float:
    every = _lines(chart, frame, room)[rows.start : rows.stop]
    lines = sum(len(words) + 1 for words, _ in every)
    return lines * frame.leading + (len(every) - 1) * frame.size * 0.5


def _words(
    chart: SourceChart, canvas: Canvas, at: tuple[float, float], room: float, rows: range
) -> float:
    """Each of these parts: a square of its own, its words, its value below; the lower end."""
    frame = canvas.frame
    x, y = at
    indent = frame.size * 1.9
    every = _lines(chart, frame, room)
    for number in rows:
        words, value = every[number]
        y += frame.size * 0.5 if number > rows.start else 0.0
        filled(canvas, x, y, frame.size * 1.2, frame.size * 1.2, FILLS[number])
        for line in words:
            canvas.words(line, x + indent, y)
            y += frame.leading
        canvas.words(value, x + indent, y, weight="bold")
        y += frame.leading
    return y
