"""Pictures of a chart for rows of easy read: one value each, without words, which stand beside."""

from __future__ import annotations

from exporter.charts.canvas import Canvas
from exporter.charts.fills import DEEP, PALE, Fill, filled
from exporter.charts.frame import Frame
from exporter.charts.parts import squares
from exporter.charts.pictograms import people
from exporter.edition import Theme
from exporter.fonts import DEFAULT_FAMILY
from exporter.languages import right_to_left
from exporter.model import Picture
from exporter.source import SourceChart

_SIDE = 300.0
"""Units of the drawing; it is shown as wide as the other pictures of rows."""
_MEANT, _OTHER = Fill(DEEP, "none"), Fill(PALE, "none")
_MOST_PEOPLE = 10


def picture_of_row(chart: SourceChart, number: int, theme: Theme, language: str) -> Picture:
    """The value of one row among the others. Its alternative text is empty: the words beside it
    say it, and nobody need hear it twice."""
    colours = theme.colours
    family = DEFAULT_FAMILY
    frame = Frame(_SIDE, 22.0, family, colours.ink, colours.paper, colours.line, language)
    canvas = Canvas(frame, right_to_left(language))
    height = _draw(chart, number, canvas)
    name = f"{chart.name}-{number + 1}"
    data = canvas.svg(height).encode()
    return Picture(name=name, media="svg", data=data, alt="", width=_SIDE, height=height)


def _draw(chart: SourceChart, number: int, canvas: Canvas) -> float:
    amounts = [float(row.cells[0].amount) for row in chart.rows]
    whole = float(chart.whole.amount) if chart.whole else 0.0
    if chart.kind == "pictograms":
        across = max(1, min(int(whole), 5 if whole <= _MOST_PEOPLE * 2 else _MOST_PEOPLE))
        wide = _SIDE / max(across, 4)
        return people(canvas, (0.0, 0.0), (int(whole), int(amounts[number])), across, wide)
    if chart.kind == "parts" and whole:
        shares = [amount / whole * 100 for amount in amounts]
        begin = sum(shares[:number])
        box = (0.0, 0.0, _SIDE)
        squares(canvas, box, (0.0, begin), _OTHER)
        squares(canvas, box, (begin, begin + shares[number]), _MEANT)
        squares(canvas, box, (begin + shares[number], 100.0), _OTHER)
        return _SIDE
    high = _SIDE / len(amounts)
    scale = (_SIDE - 8) / (max(amounts) or 1.0)
    for index, amount in enumerate(amounts):
        fill = _MEANT if index == number else _OTHER
        filled(canvas, 4, index * high + high * 0.12, amount * scale, high * 0.76, fill)
    canvas.rule(4, 0, 4, _SIDE, canvas.frame.ink, 3)
    return _SIDE
