"""So many people out of so many: one figure for each, those that are meant dark."""

from __future__ import annotations

from exporter.charts.canvas import Canvas, num
from exporter.charts.fills import DEEP, WHITE
from exporter.charts.frame import Frame
from exporter.source import SourceChart

_WIDE, _HIGH = 1.35, 2.5
"""Of one figure with the room around it, in sizes of the type."""
_MOST_IN_ROW = 10
_MOST_OF_PAGE = 0.6
"""The share of a page that the figures of a row may fill."""


def pictograms(chart: SourceChart, canvas: Canvas, said: tuple[str, ...], rows: range) -> float:
    """Draw the figures of these rows; the height in points. `said` is "15 out of 20" for each row
    of the chart."""
    frame, y = canvas.frame, 0.0
    whole = int(chart.whole.amount) if chart.whole else 0
    wide, across = _figures(frame, whole)
    for number in rows:
        row, value = chart.rows[number], said[number]
        y += frame.size * 0.9 if number > rows.start else 0.0
        for line in frame.lines(row.label, frame.width):
            canvas.words(line, 0, y)
            y += frame.leading
        for line in frame.lines(value, frame.width, "bold"):
            canvas.words(line, 0, y, weight="bold")
            y += frame.leading
        y += frame.size * 0.25
        canvas.begin(f"people-{number + 1}")
        y += people(canvas, (0.0, y), (whole, int(row.cells[0].amount)), across, wide)
        canvas.end()
    return y


def _figures(frame: Frame, whole: int) -> tuple[float, int]:
    """The width of a figure, and how many stand in a row: smaller ones where so many of the usual
    size would leave no room for the words of their row, for figures are no words."""
    wide = frame.size * _WIDE
    most = min(_MOST_IN_ROW if whole <= 2 * _MOST_IN_ROW else 2 * _MOST_IN_ROW, whole)
    across = max(1, min(most, int(frame.width / wide)))
    if -(-whole // across) * frame.size * _HIGH > _MOST_OF_PAGE * frame.tallest:
        return frame.width / most, most
    return wide, across


def people(
    canvas: Canvas, at: tuple[float, float], count: tuple[int, int], across: int, wide: float
) -> float:
    """So many figures, of which the first so many are dark, in rows; the height in points."""
    every, dark = count
    high = wide * _HIGH / _WIDE
    for number in range(every):
        x = at[0] + number % across * wide
        y = at[1] + number // across * high
        _person(canvas, (x, y), wide, DEEP if number < dark else WHITE)
    return -(-every // across) * high


def _person(canvas: Canvas, at: tuple[float, float], wide: float, fill: str) -> None:
    """A head, and shoulders that are rounded: nobody in particular."""
    unit = wide / _WIDE
    x, y = at[0] + wide / 2, at[1]
    canvas.circle(x, y + unit * 0.5, unit * 0.36, fill, DEEP)
    left, right, top, foot = x - unit * 0.5, x + unit * 0.5, y + unit * 0.98, y + unit * 2.2
    bend = unit * 0.4
    canvas.body(
        f"M{num(left)} {num(foot)}L{num(left)} {num(top + bend)}"
        f"Q{num(left)} {num(top)} {num(left + bend)} {num(top)}"
        f"L{num(right - bend)} {num(top)}Q{num(right)} {num(top)} {num(right)} {num(top + bend)}"
        f"L{num(right)} {num(foot)}Z",
        fill,
        DEEP,
    )
