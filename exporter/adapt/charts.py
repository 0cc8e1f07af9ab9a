"""A chart as blocks: its picture, drawn for this edition, and its data in words beside it."""

from __future__ import annotations

from dataclasses import replace

from exporter.adapt import tables
from exporter.adapt.inlines import Filler
from exporter.charts import drawn, picture_of_row, shown
from exporter.charts.sentences import easy_sentence, is_sign
from exporter.diagnostics import NOWHERE, Place
from exporter.languages.dates import date_in_words
from exporter.model import (
    Block,
    Blocks,
    Box,
    Figure,
    Inlines,
    Item,
    List,
    Paragraph,
    PictureRow,
    Text,
)
from exporter.source import Call, ChartRow, SourceChart, SourceTable


def chart_blocks(chart: SourceChart, call: Call, filler: Filler) -> Blocks:
    """The figure with its caption, then the data: as a table, or as a list under a label."""
    plan = filler.plan
    language = plan.source.language
    first, *more = drawn(chart, plan.edition.theme, plan.words, language)
    figure = Figure(
        first,
        plan.things[call.name],
        filler.fill(call.caption),
        chart.name,
        plan.other("figure"),
        tuple(more),
        place=call.place,
    )
    data = _list(chart, filler) if chart.data == "list" else _table(chart, filler)
    return (figure, replace(data, place=chart.place))


def easy_rows(chart: SourceChart, filler: Filler) -> Blocks:
    """Easy read: a row for each value, its picture without words beside a sentence."""
    plan = filler.plan
    rows = []
    for number, row in enumerate(chart.rows):
        language = plan.source.language
        picture = picture_of_row(chart, number, plan.edition.theme, language)
        said = easy_sentence(chart, number, plan.words, language)
        rows.append(PictureRow((picture,), _words(said, filler, row.place), place=row.place))
    return tuple(rows)


def _caption(chart: SourceChart, filler: Filler) -> Inlines:
    """What the numbers are: “The numbers of this chart, in people”."""
    plan = filler.plan
    if chart.kind == "comparison":
        return plan.says("description")
    values: dict[str, object] = {}
    if chart.unit and not is_sign(chart.unit):
        values["unit"] = chart.unit
    if chart.whole and chart.unit != "%":
        values["whole"] = shown(chart, chart.whole)
    key = "-".join(("chart-data", *values))
    return plan.says(key, **values)


def _table(chart: SourceChart, filler: Filler) -> Block:
    plan = filler.plan
    columns = (
        chart.labels or plan.words("chart-label"),
        *(chart.series or (_capital(chart.unit),)),
    )
    cells = [
        [
            _words(row.label, filler, row.place),
            *(_words(shown(chart, cell), filler, cell.place) for cell in row.cells),
        ]
        for row in chart.rows
    ]
    keys = tuple((f"column-{number}", words) for number, words in enumerate(columns))
    short = len(columns) == 2  # a word and a number: they have room side by side in any size
    table = SourceTable("", keys, tuple(map(tuple, cells)), show_as="table" if short else "auto")
    return tables.table_block(table, cells, plan.edition, "", _caption(chart, filler))


def _list(chart: SourceChart, filler: Filler) -> Block:
    plan = filler.plan
    items = tuple(_item(chart, row, filler) for row in chart.rows)
    listed = List("number" if chart.kind == "steps" else "bullet", items)
    introduced: Blocks = (listed,)
    if chart.unit:
        introduced = (Paragraph(_caption(chart, filler)), listed)
    label = plan.words("description")
    return Box("description", label, introduced, label_language=plan.other("description"))


def _values(chart: SourceChart, row: ChartRow) -> list[str]:
    return [shown(chart, cell) for cell in row.cells]


def _item(chart: SourceChart, row: ChartRow, filler: Filler) -> Item:
    date = date_in_words(row.date, filler.plan.source.language)
    values = _values(chart, row)
    if chart.series:
        inside = tuple(
            Item(_words(f"{name}: {value}", filler, cell.place))
            for name, value, cell in zip(chart.series, values, row.cells, strict=True)
        )
        return Item((*_words(row.label, filler, row.place), List("bullet", inside)))
    return Item(_words(": ".join(filter(None, (date, row.label, *values))), filler, row.place))


def _words(text: str, filler: Filler, place: Place = NOWHERE) -> Blocks:
    return (Paragraph(filler.fill((Text(text),)), place=place),)


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]


def chart_named(name: str, charts: tuple[SourceChart, ...]) -> SourceChart:
    """The chart that a call or a row of easy read names."""
    return next(chart for chart in charts if chart.name == name)
