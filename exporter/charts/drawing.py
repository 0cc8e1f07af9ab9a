"""The picture of a chart, drawn for one edition: its words have the size of the edition's text."""

from __future__ import annotations

from typing import assert_never

from exporter.charts import outlines
from exporter.charts.bars import bars
from exporter.charts.canvas import Canvas
from exporter.charts.comparison import comparison, one_below_other
from exporter.charts.cutting import cut
from exporter.charts.frame import Frame, drawn_as_shapes, family_with
from exporter.charts.lines import lines
from exporter.charts.parts import parts
from exporter.charts.pictograms import pictograms
from exporter.charts.sentences import alternative_text, out_of
from exporter.charts.steps import steps
from exporter.charts.timeline import timeline
from exporter.edition import Theme, chart_height
from exporter.fonts import DEFAULT_FAMILY
from exporter.languages import right_to_left
from exporter.languages.dates import date_in_words
from exporter.model import Picture, Words
from exporter.source import SourceChart


def drawn(chart: SourceChart, theme: Theme, words: Words, language: str) -> tuple[Picture, ...]:
    """A chart as wide as the text of the page: one picture, or where it is higher than a page
    several, one below the other. The first has the alternative text, which is that of all of them.
    Lengths are points."""
    every = _all_words(chart, words, language)
    frame = Frame(
        width=theme.page.text_width,
        size=theme.size,
        family=_family(every, theme.family),
        ink=theme.colours.ink,
        paper=theme.colours.paper,
        line=theme.colours.line,
        language=language,
        tallest=chart_height(theme),
        shapes=drawn_as_shapes(every, language),
    )
    alt = alternative_text(chart, words, language)
    return tuple(
        _picture(chart, rows, frame, words, "" if number else alt)
        for number, rows in enumerate(_pieces(chart, frame, words))
    )


def height_of(
    chart: SourceChart, words: Words, room: tuple[float, float], size: float, language: str
) -> float:
    """How high the chart is, or its highest piece, with words of this size on a page with room for
    a chart so wide and so high; points."""
    every = _all_words(chart, words, language)
    shapes = drawn_as_shapes(every, language)
    family, (width, tallest) = _family(every, DEFAULT_FAMILY), room
    frame = Frame(width, size, family, "", "", "", language, tallest, shapes)
    pieces = _pieces(chart, frame, words)
    return max(_draw(chart, Canvas(frame), words, rows) for rows in pieces)


def lacking(words: str, language: str) -> str:
    """The signs of some words that no typeface has in which a chart can be drawn; or all of them,
    where each has a typeface, but none has all."""
    if drawn_as_shapes(words, language):
        return outlines.lacking(words)
    if family_with(words, DEFAULT_FAMILY):
        return ""
    odd = {sign for sign in set(words) - {" "} if not family_with(sign, DEFAULT_FAMILY)}
    return "".join(sorted(odd)) or words


def _family(every: str, wanted: str) -> str:
    return family_with(every, wanted) or DEFAULT_FAMILY


def _all_words(chart: SourceChart, words: Words, language: str) -> str:
    cells = (cell.text for row in chart.rows for cell in row.cells)
    labels = (row.label for row in chart.rows)
    dates = (date_in_words(row.date, language) for row in chart.rows if row.date)
    said = out_of(chart, words) if chart.kind == "pictograms" else ()
    return " ".join((*labels, *dates, *cells, *chart.series, chart.unit, *said))


def _picture(chart: SourceChart, rows: range, frame: Frame, words: Words, alt: str) -> Picture:
    canvas = Canvas(frame, right_to_left(frame.language))
    height = _draw(chart, canvas, words, rows)
    return Picture(
        name=chart.name,
        media="svg",
        data=canvas.svg(height).encode(),
        alt=alt,
        width=frame.width,
        height=height,
        ems=frame.width / frame.size,
    )


def _pieces(chart: SourceChart, frame: Frame, words: Words) -> tuple[range, ...]:
    """Which rows each piece of the chart has; of a comparison, which halves of its points."""

    def height(rows: range) -> float:
        return _draw(chart, Canvas(frame), words, rows)

    def of_points(rows: range) -> float:
        return height(range(2 * rows.start, 2 * rows.stop))

    count = len(chart.rows)
    if chart.kind == "line":  # lines go from the first point to the last
        return (range(count),)
    if chart.kind != "comparison":
        return cut(count, frame.tallest, height)
    points = cut(count, frame.tallest, of_points)
    if max(map(of_points, points)) > frame.tallest and one_below_other(chart, frame):
        return cut(2 * count, frame.tallest, height)
    return tuple(range(2 * rows.start, 2 * rows.stop) for rows in points)


def _draw(chart: SourceChart, canvas: Canvas, words: Words, rows: range) -> float:
    match chart.kind:
        case "bar" | "grouped":
            return bars(chart, canvas, rows)
        case "line":
            return lines(chart, canvas)
        case "parts":
            return parts(chart, canvas, rows)
        case "pictograms":
            return pictograms(chart, canvas, out_of(chart, words), rows)
        case "timeline":
            return timeline(chart, canvas, rows)
        case "steps":
            return steps(chart, canvas, rows)
        case "comparison":
            return comparison(chart, canvas, rows)
        case _:
            assert_never(chart.kind)
