"""The picture of a chart, drawn for one edition: its words have the size of the edition's text."""

from __future__ import annotations

from typing import assert_never

from exporter.charts import outlines
from exporter.charts.bars import bars
from exporter.charts.canvas import Canvas
from exporter.charts.comparison import comparison
from exporter.charts.frame import Frame, drawn_as_shapes, family_with
from exporter.charts.lines import lines
from exporter.charts.parts import parts
from exporter.charts.pictograms import pictograms
from exporter.charts.sentences import alternative_text, out_of
from exporter.charts.steps import steps
from exporter.charts.timeline import timeline
from exporter.edition import Theme
from exporter.fonts import DEFAULT_FAMILY
from exporter.languages import right_to_left
from exporter.languages.dates import date_in_words
from exporter.model import Picture, Words
from exporter.source import SourceChart


def drawn(chart: SourceChart, theme: Theme, words: Words, language: str) -> Picture:
    """A chart as wide as the text of the page. Its lengths are points."""
    every = _all_words(chart, words, language)
    frame = Frame(
        width=theme.page.text_width,
        size=theme.size,
        family=_family(every, theme.family),
        ink=theme.colours.ink,
        paper=theme.colours.paper,
        line=theme.colours.line,
        language=language,
        shapes=drawn_as_shapes(every, language),
    )
    canvas = Canvas(frame, right_to_left(language))
    height = _draw(chart, canvas, words)
    return Picture(
        name=chart.name,
        media="svg",
        data=canvas.svg(height).encode(),
        alt=alternative_text(chart, words, language),
        width=frame.width,
        height=height,
        ems=frame.width / frame.size,
    )


def height_of(chart: SourceChart, words: Words, width: float, size: float, language: str) -> float:
    """How high the chart is with words of this size, on a page with lines of this width; points."""
    every = _all_words(chart, words, language)
    shapes = drawn_as_shapes(every, language)
    frame = Frame(width, size, _family(every, DEFAULT_FAMILY), "", "", "", language, shapes)
    return _draw(chart, Canvas(frame), words)


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


def _draw(chart: SourceChart, canvas: Canvas, words: Words) -> float:
    match chart.kind:
        case "bar" | "grouped":
            return bars(chart, canvas)
        case "line":
            return lines(chart, canvas)
        case "parts":
            return parts(chart, canvas)
        case "pictograms":
            return pictograms(chart, canvas, out_of(chart, words))
        case "timeline":
            return timeline(chart, canvas)
        case "steps":
            return steps(chart, canvas)
        case "comparison":
            return comparison(chart, canvas)
        case _:
            assert_never(chart.kind)
