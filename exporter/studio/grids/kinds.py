"""Another kind of chart for the same numbers: none is lost, and none is made up but a nought."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

from exporter.authored.located import Path
from exporter.load.amounts import amount
from exporter.load.chart_kinds import KINDS
from exporter.model import Words
from exporter.saving import Yaml, with_added, with_keys, with_value, without_keys
from exporter.source import ChartKind
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, back, value_of
from exporter.studio.forms import as_name, as_path
from exporter.studio.grids.grid import Grid, grid_at
from exporter.studio.grids.new_cells import NOUGHT, new_words
from exporter.studio.saying import say


def change_kind(desk: Desk, asked: Fields) -> Done:
    """Show the numbers of a chart in another way."""
    name, file, chart = asked["name"], value_of(asked, "file"), as_path(value_of(asked, "chart"))
    text, wanted = desk.on_disk(name, file), value_of(asked, "kind")
    kind = next((one for one in kinds_for(grid_at(text, chart)) if one == wanted), None)
    if kind is None:
        raise ValueError(say("no-row"))
    words = new_words(desk.view(name), desk.styles)
    desk.write_files(name, {file: with_kind(text, chart, kind, words)})
    return f"{back(asked)}#{as_name(chart)}", say("chart-kind-changed")


def kinds_for(grid: Grid) -> tuple[ChartKind, ...]:
    """The kinds that can show all that a chart says: its own is the first."""
    if grid.kind is None:
        return ()
    own = KINDS[grid.kind]
    others = [
        one
        for one, rule in KINDS.items()
        if one != grid.kind
        and not (own.words or rule.words)
        and (rule.takes_series or not any(column.path for column in grid.columns))
    ]
    return (grid.kind, *(one for one in get_args(ChartKind) if one in others))


def with_kind(text: str, chart: Path, kind: ChartKind, words: Words) -> str:
    """The text of a section file in which a chart is of another kind. Raises NotSaved."""
    grid, rule = grid_at(text, chart), KINDS[kind]
    if kind == grid.kind or grid.kind is None:
        return text
    before = KINDS[grid.kind]
    text = with_value(text, (*chart, "kind"), kind)
    whole = (*chart, "whole")
    if "whole" not in rule.keys and whole in Yaml(text).items:
        text = without_keys(text, [whole])
    elif "whole" in rule.keys and "whole" not in before.keys:
        text = with_added(text, whole, _whole(grid, kind), ("labels", "unit"))
    if rule.needs_series and not any(one.path for one in grid.columns):
        text = _with_series(text, grid, words)
    return text


def _whole(grid: Grid, kind: ChartKind) -> str:
    """What the parts add up to; people are counted out of as many as the most of them are."""
    amounts = [amount(line[-1]) or Decimal(0) for line in grid.rows]
    return str(sum(amounts) if kind == "parts" else max(amounts, default=Decimal(0)))


def _with_series(text: str, grid: Grid, words: Words) -> str:
    """The numbers as the first of two series; the other has none yet."""
    first, second = (words("new-table-column", number=number) for number in (1, 2))
    rows = range(len(grid.rows))
    value = len(grid.columns) - 1
    text = with_keys(text, {
        **{(*grid.rows_at, n, "first"): grid.rows[n][value] for n in rows},
        **{(*grid.rows_at, n, "second"): NOUGHT for n in rows},
    })  # fmt: skip
    text = without_keys(text, [(*grid.rows_at, n, grid.columns[value].key) for n in rows])
    heads = {"first": first, "second": second}
    return with_added(text, grid.heads_at, heads, ("labels", "unit"))
