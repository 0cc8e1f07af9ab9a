"""A table, or the numbers of a chart, as rows and columns whose cells are typed in a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import get_args

from exporter.authored.located import Path
from exporter.load.chart_kinds import KINDS
from exporter.saving import Yaml
from exporter.source import ChartKind
from exporter.studio.saying import say
from exporter.studio.values import Values


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in each row, what heads it, and where that is typed, if it is."""

    key: str
    words: str
    path: Path | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table whose cells are typed in this file; without rows where they are in one of its own."""

    path: Path
    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    file: str = ""
    headed: bool = True
    """Whether its first column says what each row is about."""
    kind: ChartKind | None = None
    """Of a chart; None: it is a table."""

    @property
    def rows_at(self) -> Path:
        return (*self.path, "values" if self.kind else "rows")

    @property
    def heads_at(self) -> Path:
        return (*self.path, "series" if self.kind else "columns")

    @property
    def widens(self) -> bool:
        """Whether columns can come and go: those of a table, and of series that are there."""
        return self.kind is None or (
            KINDS[self.kind].takes_series and any(one.path for one in self.columns)
        )


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart, and what else is typed of it: path, key and words of each line."""

    grid: Grid
    lines: tuple[tuple[Path, str, str], ...]


def table_of(values: Values, path: Path) -> Grid:
    columns = tuple(
        Column(str(one[-1]), values.text(one), one) for one in values.below((*path, "columns"))
    )
    grid = Grid(
        path=path,
        name=str(path[-1]),
        columns=columns,
        rows=(),
        file=values.text((*path, "file")),
        headed=values.text((*path, "header_column")) != "none",
    )
    return _filled(grid, values)


def chart_of(values: Values, path: Path) -> Chart:
    """A chart; of a kind that there is not it has no columns."""
    typed = values.text((*path, "kind"))
    kind = next((one for one in get_args(ChartKind) if one == typed), None)
    grid = Grid(path, str(path[-1]), (), (), values.text((*path, "file")), kind=kind)
    if kind is None:
        return Chart(grid, ())
    series = {str(one[-1]): one for one in values.below((*path, "series"))}
    columns = tuple(
        Column(key, values.text(series[key]), series[key])
        if key in series
        else Column(key, say(f"chart-column-{key}"), None)
        for key in KINDS[kind].row_keys(tuple(series))
    )
    return Chart(_filled(replace(grid, columns=columns), values), tuple(_lines(values, grid, kind)))


def _filled(grid: Grid, values: Values) -> Grid:
    rows = tuple(
        tuple(values.text((*row, one.key)) for one in grid.columns)
        for row in values.below(grid.rows_at)
    )
    return replace(grid, rows=rows)


def _lines(values: Values, grid: Grid, kind: ChartKind) -> list[tuple[Path, str, str]]:
    """What is typed of a chart beside its numbers; a unit may have a form for one and for many."""
    found: list[tuple[Path, str, str]] = []
    for key in (*(one for one in KINDS[kind].keys if one != "series"), "alt"):
        path = (*grid.path, key)
        forms = values.below(path) if key == "unit" else []
        if forms:
            found += [(one, f"unit-{one[-1]}", values.text(one)) for one in forms]
        else:
            found.append((path, key, values.text(path)))
    return found


def grid_at(text: str, path: Path) -> Grid:
    """The table or chart at a place of a section file; without columns where there is none."""
    values = Values(Yaml(text))
    return chart_of(values, path).grid if path[-2:-1] == ("charts",) else table_of(values, path)
