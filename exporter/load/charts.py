"""Charts: records in YAML, or a CSV file beside it; each slip is told at its line."""

from __future__ import annotations

from dataclasses import dataclass, field

from exporter.authored.files import MOST_TEXT, Folder, text_of
from exporter.authored.findings import Findings, did_you_mean
from exporter.authored.located import Located, Path
from exporter.diagnostics import Place, short
from exporter.load.chart_kinds import KINDS, ChartKindRule
from exporter.load.chart_rows import TypedRow, TypedValue
from exporter.load.chart_values import judge
from exporter.load.csv_lines import CsvLine, csv_lines
from exporter.load.plain import plain
from exporter.load.schema import ChartShape
from exporter.source import ChartCell, ChartRow, SourceChart


@dataclass(frozen=True, slots=True)
class Columns:
    """The keys of the values, and the words of the series among them."""

    keys: tuple[str, ...]
    series: dict[str, str] = field(default_factory=dict)
    labels: str = ""


@dataclass(frozen=True, slots=True)
class ChartReader:
    """Reads the charts of one section file."""

    folder: Folder
    located: Located
    findings: Findings
    language: str

    def chart(
        self, name: str, shape: ChartShape, path: Path, *, in_rows: bool = False
    ) -> SourceChart:
        """One chart; whatever does not fit in it is told. `in_rows`: easy read has rows of it."""
        rule = KINDS[shape.kind]
        place = self.located.place(path)
        self._look_at_keys(name, shape, path, rule)
        columns, typed = self._typed(name, shape, path, rule)
        rows = tuple(self._row(row, columns, rule) for row in typed)
        forms = shape.unit if isinstance(shape.unit, dict) else {}
        unit = shape.unit if isinstance(shape.unit, str) else forms.get("other", "")
        if forms and not unit:
            message = "The forms of a unit have one for all other numbers."
            hint = "Write it so:  unit: {one: person, other: people}"
            self._tell("chart-unit", self._at(path, "unit"), message, hint)
        self._look_at_what_is_counted(name, shape, path, rule)
        whole = shape.whole or ("100%" if unit == "%" and shape.kind == "parts" else "")
        chart = SourceChart(
            name=name,
            kind=shape.kind,
            labels=self._plain(shape.labels or columns.labels, (*path, "labels")),
            unit=self._plain(unit, (*path, "unit")),
            unit_forms=tuple(
                (key, self._plain(one, (*path, "unit", key))) for key, one in forms.items()
            ),
            whole=ChartCell(self._plain(whole, (*path, "whole"))) if whole else None,
            series=tuple(columns.series.values()),
            rows=rows,
            data="list" if shape.data == "list" or rule.listed else "table",
            alt=self._plain(shape.alt, (*path, "alt")),
            place=place,
        )
        judged = judge(
            chart,
            tuple(typed),
            columns.keys,
            {key: self._at(path, key) for key in ("unit", "whole", "series", "alt")},
            self.language,
            self.findings,
            in_rows=in_rows,
        )
        return judged

    def _at(self, path: Path, key: str) -> Place:
        """Where a key stands; that of the chart where it is not there."""
        return self.located.place((*path, key))

    def _plain(self, text: str, path: Path) -> str:
        return plain(text, self.located.place(path), "a word of a chart", self.findings)

    def _look_at_keys(self, name: str, shape: ChartShape, path: Path, rule: ChartKindRule) -> None:
        """Keys that mean nothing in a chart of this kind: what they say would be lost."""
        for key in ("unit", "whole", "series", "labels"):
            if getattr(shape, key) and key not in rule.keys:
                message = f"“{key}:” means nothing in a chart of the kind “{shape.kind}”."
                self._tell("chart-key", self._at(path, key), message, "Delete it.")
        if shape.data == "table" and rule.listed:
            message = f"The data of “{name}” have no columns, so they cannot be a table."
            self._tell("chart-key", self._at(path, "data"), message, "Write  data: list")

    def _look_at_what_is_counted(
        self, name: str, shape: ChartShape, path: Path, rule: ChartKindRule
    ) -> None:
        """Numbers without a unit, and parts without a whole, tell nobody anything."""
        place = self.located.place(path)
        if "unit" in rule.keys and not shape.unit and self.located.lacks((*path, "unit")):
            message = f"The chart “{name}” does not say what is counted."
            hint = "Write it, for example  unit: people  or  unit: %"
            self._tell("chart-unit", place, message, hint)
        known = shape.whole or (shape.unit == "%" and shape.kind == "parts")
        if "whole" in rule.keys and not known and self.located.lacks((*path, "whole")):
            message = f"The chart “{name}” does not say what the whole is."
            self._tell("chart-whole", place, message, "Write it, for example  whole: 20")

    # -- values

    def _typed(
        self, name: str, shape: ChartShape, path: Path, rule: ChartKindRule
    ) -> tuple[Columns, list[TypedRow]]:
        if shape.file:
            return self._from_file(name, shape, path, rule)
        series = {
            key: self._plain(words, (*path, "series", key)) for key, words in shape.series.items()
        }
        if rule.needs_series and not series and self.located.lacks((*path, "series")):
            message = f"A chart of the kind “{shape.kind}” tells things apart, and has no series."
            hint = "Write  series:  and below it the key and the words of each:  before: Before"
            self._tell("chart-row", self.located.place(path), message, hint)
        if not shape.values and self.located.lacks((*path, "values")):
            message = f"The chart “{name}” has no values."
            hint = f"Write  values:  and below it, for each:  - {rule.example(tuple(series))}"
            self._tell("chart-row", self.located.place(path), message, hint)
        rows = [self._record((*path, "values", n), row) for n, row in enumerate(shape.values)]
        return Columns(rule.row_keys(tuple(series)), series), rows

    def _record(self, path: Path, row: dict[str, str]) -> TypedRow:
        values = {
            key: TypedValue(plain(text, self.located.place((*path, key)), "a value", self.findings),
                       self.located.place((*path, key)))
            for key, text in row.items()
        }  # fmt: skip
        missing = [
            key for key in ("label", "value", "date") if not self.located.lacks((*path, key))
        ]
        place = self.located.place(path)
        empty = {key: TypedValue("", place) for key in missing if key not in values}
        return TypedRow({**values, **empty}, place)

    def _from_file(
        self, name: str, shape: ChartShape, path: Path, rule: ChartKindRule
    ) -> tuple[Columns, list[TypedRow]]:
        asked = self._at(path, "file")
        for key in ("values", "series"):
            if getattr(shape, key):
                message = f"The chart “{name}” has {key} and a file."
                self._tell("chart-file", asked, message, "Keep one of the two.")
        data = self.folder.read(shape.file, MOST_TEXT, self.findings, asked)
        file = self.folder.file(shape.file)
        text = text_of(data, file, self.findings) if data is not None else None
        nothing: tuple[Columns, list[TypedRow]] = Columns(rule.row_keys(())), []
        if text is None:
            return nothing
        lines = csv_lines(text, file, "chart-file", self.findings)
        if len(lines) < 2:
            message = "This file holds no values."
            self._tell("chart-file", Place(file), message, _FIRST_LINE)
            return nothing
        columns = self._columns(lines[0], file, rule)
        return columns, [self._line(line, columns, file) for line in lines[1 : _MOST_LINES + 1]]

    def _columns(self, head: CsvLine, file: str, rule: ChartKindRule) -> Columns:
        """What the first line of a file names: the labels, then the values or each series."""
        line, cells = head
        place = Place(file, line)
        words = [plain(cell, place, "a column", self.findings) for cell in cells]
        while words and not words[-1]:
            words.pop()
        if "" in words:
            self._tell("chart-file", place, "A column has no name in the first line.", _FIRST_LINE)
        named = len(rule.row_keys(()))
        if (rule.takes_series and len(words) != 2) or rule.needs_series:
            series = {f"series-{n}": word for n, word in enumerate(words[1 : _MOST_COLUMNS + 1], 1)}
            return Columns(rule.row_keys(tuple(series)), series, words[0] if words else "")
        if len(words) != named:
            many = "1 column" if len(words) == 1 else f"{len(words)} columns"
            message = f"This file has {many}, and the chart needs {named}."
            self._tell("chart-file", place, message, _FIRST_LINE)
        labels = words[0] if words and "labels" in rule.keys else ""
        return Columns(rule.row_keys(()), {}, labels)

    def _line(self, line: CsvLine, columns: Columns, file: str) -> TypedRow:
        number, cells = line
        place = Place(file, number)
        for cell in cells[len(columns.keys) :]:
            if cell.strip():
                message = f"This line has more cells than there are columns: “{short(cell)}”."
                self._tell("chart-file", place, message, "Put quotation marks around commas.")
        values = {
            key: TypedValue(plain(cell, place, "a value", self.findings), place)
            for key, cell in zip(columns.keys, cells, strict=False)
            if cell.strip()
        }
        return TypedRow(values, place)

    # -- rows

    def _row(self, row: TypedRow, columns: Columns, rule: ChartKindRule) -> ChartRow:
        for key in [key for key in row.values if key not in columns.keys]:
            message = f"“{key}” is no key of a value here."
            hint = (
                did_you_mean(key, columns.keys) or f"Write  {rule.example(tuple(columns.series))}"
            )
            self._tell("chart-row", row.values[key].place, message, hint)
        for key in [key for key in columns.keys if key not in row.values]:
            message = f"This value has no “{key}”."
            hint = "Each has the same keys: else nobody knows what is missing."
            self._tell("chart-row", row.place, message, hint)

        def text(key: str) -> str:
            return row.values[key].text if key in row.values else ""

        def place(key: str) -> Place:
            return row.values[key].place if key in row.values else row.place

        cells = [key for key in columns.keys if key not in ("label", "date")]
        return ChartRow(
            label=text("label"),
            cells=tuple(ChartCell(text(key), place=place(key)) for key in cells),
            date=text("date"),
            place=place("label"),
        )

    def _tell(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.findings.add(code, place, message, hint)


_MOST_LINES, _MOST_COLUMNS = 200, 20
"""More are told as too many, but not read."""
_FIRST_LINE = "The first line names the columns, the labels first; every other line is a value."
