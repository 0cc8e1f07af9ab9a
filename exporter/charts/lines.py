"""Lines through points: each with a mark and a dash of its own, and its words at its end.

Time runs from left to right in every language: so it does in schoolbooks of Jordan and Palestine,
whose formulas run from the right (B. Gorelik, X-axis direction in right-to-left languages, part
two), and in most charts of newspapers there (N. Doiron, Charts when you read right-to-left).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from decimal import Decimal

from exporter.charts.canvas import Anchor, Canvas
from exporter.charts.fills import DEEP
from exporter.charts.frame import Frame
from exporter.charts.scale import steps_to, written
from exporter.charts.sentences import shown, with_sign
from exporter.source import SourceChart

_HIGH, _LEAST = 9.0, 5.0
"""The height of the field of the lines, in sizes of the type; the least is where many long words
leave no more of the page."""
_ABOVE = 0.45
"""Between the field and the labels under it, in sizes."""
_AT_END = 0.36
"""The widest that the words at the ends of the lines may be, as a share of the chart."""
_COLOURS = (DEEP, "#8a5a12", "#4f7396", "#6b4a2f")
"""Each has 3:1 and more on paper; in grey the marks and the dashes tell the lines apart."""
_DASHES = ("", "7 3", "2 3", "10 3 2 3")


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the points stand."""

    left: float
    top: float
    width: float
    height: float
    most: float

    def at(self, number: int, count: int, amount: float) -> tuple[float, float]:
        across = number / (count - 1) if count > 1 else 0.5
        return self.left + self.width * across, self.foot - self.height * amount / self.most

    @property
    def foot(self) -> float:
        return self.top + self.height


def lines(chart: SourceChart, canvas: Canvas) -> float:
    """Draw the lines; the height in points."""
    frame, size = canvas.frame, canvas.frame.size
    scale = steps_to(max(cell.amount for row in chart.rows for cell in row.cells))
    numbers = [with_sign(chart, written(one, frame.language)) for one in scale]
    ends = _ends(chart)
    aside = frame.widest(ends, "bold")
    named = aside <= _AT_END * frame.width
    top = size * 0.6 if named else _key(chart, canvas) + size * 0.6
    left = frame.widest(numbers) + size * 0.5
    right = size * 0.9 + (aside if named else 0.0)
    field = _Field(left, top, frame.width - left - right, size * _HIGH, float(scale[-1]))
    below = _below(chart, frame, field)[1]
    room = max(_LEAST * size, min(_HIGH * size, frame.tallest - top - below))
    field = replace(field, height=room)
    with canvas.unmirrored():
        _scale(canvas, field, scale, numbers)
        for series in range(max(1, len(chart.series))):
            _line(chart, canvas, field, series)
        if named:
            _at_ends(chart, canvas, field, ends)
        return _labels(chart, canvas, field)


def _scale(canvas: Canvas, field: _Field, scale: tuple[Decimal, ...], numbers: list[str]) -> None:
    """Lines across the field, each with its number."""
    frame, left = canvas.frame, field.left
    for number, words in zip(scale, numbers, strict=True):
        y = field.at(0, 2, float(number))[1]
        weight, colour = (1.4, frame.ink) if number == 0 else (0.5, frame.line)
        canvas.rule(left, y, left + field.width, y, colour, canvas.thin * weight)
        middle = y - frame.leading / 2
        canvas.words(words, left - frame.size * 0.4, middle, anchor="end")


def _ends(chart: SourceChart) -> list[str]:
    """What stands at the end of each line: whose it is, and its last value."""
    last = [shown(chart, cell) for cell in chart.rows[-1].cells]
    names = chart.series or ("",)
    return [f"{name} {value}".strip() for name, value in zip(names, last, strict=True)]


def _line(chart: SourceChart, canvas: Canvas, field: _Field, series: int) -> None:
    count, size = len(chart.rows), canvas.frame.size
    points = tuple(
        field.at(number, count, float(row.cells[series].amount))
        for number, row in enumerate(chart.rows)
    )
    canvas.begin(f"line-{series + 1}")
    dashes = " ".join(f"{float(one) * size / 14:.2f}" for one in _DASHES[series].split())
    canvas.polyline(points, _COLOURS[series], size * 0.17, dashes)
    canvas.end()
    for x, y in points:
        _mark(canvas, x, y, series)


def _mark(canvas: Canvas, x: float, y: float, series: int) -> None:
    """A round, a square, a triangle or a diamond: another for each line."""
    r, paper, colour = canvas.frame.size * 0.27, canvas.frame.paper, _COLOURS[series]
    match series:
        case 0:
            canvas.circle(x, y, r, colour)
        case 1:
            canvas.rectangle(x - r, y - r, 2 * r, 2 * r, paper, colour)
        case 2:
            canvas.shape(((x, y - 1.3 * r), (x + 1.2 * r, y + r), (x - 1.2 * r, y + r)), colour)
        case _:
            corners = ((x, y - 1.4 * r), (x + 1.4 * r, y), (x, y + 1.4 * r), (x - 1.4 * r, y))
            canvas.shape(corners, paper, colour)


def _at_ends(chart: SourceChart, canvas: Canvas, field: _Field, ends: list[str]) -> None:
    """The words at the ends of the lines, moved apart where two end close together."""
    leading, count = canvas.frame.leading, len(chart.rows)
    wanted = [
        field.at(count - 1, count, float(cell.amount))[1] - leading / 2
        for cell in chart.rows[-1].cells
    ]
    order = sorted(range(len(ends)), key=lambda one: wanted[one])
    tops: list[float] = []
    for one in order:
        tops.append(max(wanted[one], tops[-1] + leading if tops else wanted[one]))
    over = max(0.0, tops[-1] + leading / 2 - field.foot)
    for place in range(len(tops) - 1, -1, -1):
        most = field.foot - leading / 2 - (len(tops) - 1 - place) * leading
        tops[place] = min(tops[place], most) if over else tops[place]
    x = field.left + field.width + canvas.frame.size * 0.7
    for one, top in zip(order, tops, strict=True):
        canvas.words(ends[one], x, top, weight="bold", fill=_COLOURS[one])


def _key(chart: SourceChart, canvas: Canvas) -> float:
    """Above the field, where there is no room at the ends: each line with its words."""
    frame, y = canvas.frame, 0.0
    sample = frame.size * 2.2
    for series, words in enumerate(_ends(chart)):
        middle = y + frame.leading / 2
        if chart.series:
            ends = ((0.0, middle), (sample, middle))
            canvas.polyline(ends, _COLOURS[series], frame.size * 0.17)
            _mark(canvas, sample / 2, middle, series)
        for line in frame.lines(words, frame.width - sample - frame.size * 0.5, "bold"):
            canvas.words(line, sample + frame.size * 0.5, y, weight="bold")
            y += frame.leading
    return y


def _labels(chart: SourceChart, canvas: Canvas, field: _Field) -> float:
    """As many labels under the points as have room, always the first and the last."""
    frame, count = canvas.frame, len(chart.rows)
    top = field.foot + frame.size * _ABOVE
    spans, height = _below(chart, frame, field)
    if not spans:
        _first_and_last(chart, canvas, top)
    for one, (begin, _) in spans.items():
        x = field.at(one, count, 0)[0]
        canvas.rule(x, field.foot, x, field.foot + frame.size * 0.3, frame.ink, canvas.thin)
        canvas.words(chart.rows[one].label, begin, top)
    return field.foot + height


def _below(
    chart: SourceChart, frame: Frame, field: _Field
) -> tuple[dict[int, tuple[float, float]], float]:
    """Where each label begins and ends that has room under its point, and the height of all of
    them; no label where even two have none, and stand below one another."""
    count = len(chart.rows)
    spans = [_span(frame, row.label, field, number, count) for number, row in enumerate(chart.rows)]
    for step in range(1, count):
        chosen = [*range(0, count - 1, step)]
        while len(chosen) > 1 and count - 1 - chosen[-1] < step:
            chosen.pop()
        chosen.append(count - 1)
        if _apart([spans[one] for one in chosen], frame.size * 0.6):
            return {one: spans[one] for one in chosen}, frame.size * _ABOVE + frame.leading
    both = sum(len(frame.lines(chart.rows[one].label, frame.width)) for one in (0, -1))
    return {}, frame.size * _ABOVE + both * frame.leading


def _span(frame: Frame, words: str, field: _Field, number: int, count: int) -> tuple[float, float]:
    """Where a label begins and ends: under its point, but within the drawing."""
    width = frame.measure(words)
    begin = field.at(number, count, 0)[0] - width / 2
    begin = max(0.0, min(begin, frame.width - width))
    return begin, begin + width


def _apart(spans: list[tuple[float, float]], gap: float) -> bool:
    return all(right[0] - left[1] >= gap for left, right in itertools.pairwise(spans))


def _first_and_last(chart: SourceChart, canvas: Canvas, top: float) -> None:
    """Labels so long that even two stand below one another: the first, and the last at the end."""
    frame = canvas.frame
    ends: tuple[tuple[int, float, Anchor], ...] = ((0, 0.0, "start"), (-1, frame.width, "end"))
    for index, x, anchor in ends:
        for line in frame.lines(chart.rows[index].label, frame.width):
            canvas.words(line, x, top, anchor=anchor)
            top += frame.leading
