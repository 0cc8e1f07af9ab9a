"""Whether the values of a chart can be drawn, and do not lie: each fault at its own line."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from exporter.authored import values
from exporter.authored.findings import Findings
from exporter.charts import height_of, lacking
from exporter.diagnostics import Place, short
from exporter.fonts import seen, shown
from exporter.languages import plurals
from exporter.load.amounts import amount
from exporter.load.chart_kinds import KINDS, MOST_BARS, ChartKindRule
from exporter.load.chart_rows import TypedRow
from exporter.load.plain import LONGEST_LINE
from exporter.model import Words
from exporter.source import ChartCell, SourceChart

_LONGEST_WORD = 24
"""Letters: in giant print a longer word fills the line, and would be broken."""
_MOST_PEOPLE, _MOST_FIGURES = 100, 200
_GIANT_SIZE, _GIANT_WIDTH, _GIANT_HEIGHT = 24.0, 453.0, 554.0
"""Points: the words of giant print (styles/editions/giant-print.yaml), its line, and its page less
a caption, which is largest in Word. A chart may go on over a page; where each row of it fits there,
it fits everywhere, in the size of its words."""
_STAND_IN = Words((("chart-out-of", "{value} out of {whole}"),))
"""English words of the usual length, for measuring only."""
_ROW_KINDS = ("bar", "parts", "pictograms")


def judge(
    chart: SourceChart,
    typed: Sequence[TypedRow],
    keys: tuple[str, ...],
    places: Mapping[str, Place],
    language: str,
    findings: Findings,
    *,
    in_rows: bool,
) -> SourceChart:
    """The chart with its amounts; all that is wrong with it is told."""
    judge = _Judge(chart, typed, keys, places, language, findings)
    return judge.judged(in_rows=in_rows)


@dataclass(frozen=True, slots=True)
class _Judge:
    chart: SourceChart
    typed: Sequence[TypedRow]
    keys: tuple[str, ...]
    places: Mapping[str, Place]
    language: str
    findings: Findings

    @property
    def rule(self) -> ChartKindRule:
        return KINDS[self.chart.kind]

    def judged(self, *, in_rows: bool) -> SourceChart:
        before = len(self.findings)
        self._sizes()
        self._labels()
        chart = self._counted() if not self.rule.words else self.chart
        if self.rule.dated:
            self._dates()
        if in_rows:
            self._in_rows(chart)
        if len(self.findings) == before and chart.rows:
            self._fits(chart)
        return chart

    # ---- how many ----------------------------------------------------------------------------

    def _sizes(self) -> None:
        chart, rule = self.chart, self.rule
        count, (least, most) = len(chart.rows), rule.rows
        if chart.rows and not least <= count <= most:
            things = rule.thing.removesuffix("s") if count == 1 else rule.thing
            message = f"This chart has {count} {things}; it can have {least} to {most}."
            more = "Make two charts of it." if count > most else "Say it in a sentence instead."
            self._tell("chart-size", chart.place, message, more)
        fewest, many = rule.series
        if chart.series and not fewest <= len(chart.series) <= many:
            message = f"This chart has {len(chart.series)} series; it can have "
            message += f"{fewest} to {many}." if fewest != many else f"{many}."
            self._tell("chart-size", self._at("series"), message, "Make two charts of it.")
        if chart.kind == "grouped" and count * len(chart.series) > MOST_BARS >= count:
            bars = count * len(chart.series)
            message = f"This chart has {bars} bars; it can have {MOST_BARS}."
            self._tell("chart-size", chart.place, message, "Make two charts of it.")

    def _at(self, key: str) -> Place:
        return self.places.get(key, self.chart.place)

    # ---- words -------------------------------------------------------------------------------

    def _labels(self) -> None:
        seen: dict[str, Place] = {}
        for row, typed in zip(self.chart.rows, self.typed, strict=True):
            label = typed.values.get("label")
            if label is None or not label.text:
                continue
            first = seen.setdefault(label.text.casefold(), label.place)
            if first is not label.place and not self.rule.listed:
                message = f"The label “{short(row.label)}” stands twice."
                self._tell("chart-label", label.place, message, "Tell the two apart.")
        names = [words.casefold() for words in self.chart.series]
        if len(set(names)) < len(names):
            message = "Two series have the same words."
            self._tell("chart-label", self._at("series"), message, "Tell the two apart.")
        for words, place in self._words():
            self._readable(words, place)

    def _words(self) -> Iterator[tuple[str, Place]]:
        """All that is drawn as words, with where it was typed."""
        yield from ((words, self._at("series")) for words in self.chart.series)
        yield self.chart.unit, self._at("unit")
        for typed in self.typed:
            for key in self.keys:
                if key in typed.values and (key == "label" or (self.rule.words and key != "date")):
                    yield typed.values[key].text, typed.values[key].place

    def _readable(self, words: str, place: Place) -> None:
        if len(words) > self.rule.label:
            more = "more than " if len(words) >= LONGEST_LINE else ""  # it was cut there
            message = f"“{short(words, 40)}” is too long for a chart: {more}{len(words):,} letters."
            hint = f"Take {self.rule.label} at most, and say the rest in the text."
            self._tell("chart-label", place, message, hint)
        longest = max(words.split(), key=len, default="")
        if len(longest) > _LONGEST_WORD:
            message = f"The word “{short(longest, 30)}” would be broken in a chart."
            self._tell("chart-label", place, message, f"Take words of {_LONGEST_WORD} letters.")
        if words and (without := lacking(words, self.language)):
            which = words if without == words else shown(without)
            message = f"No typeface that charts are drawn in has {which}."
            hint = "Write it in words, or show the data in a table."
            self._tell("chart-label", place, message, hint)

    # ---- numbers -----------------------------------------------------------------------------

    def _counted(self) -> SourceChart:
        """The chart with the amount of each value."""
        chart = self.chart
        cells = [key for key in self.keys if key not in ("label", "date")]
        rows = tuple(
            replace(
                row,
                cells=tuple(
                    self._amount(
                        cell, typed.values[key].place if key in typed.values else row.place
                    )
                    for cell, key in zip(row.cells, cells, strict=True)
                ),
            )
            for row, typed in zip(chart.rows, self.typed, strict=True)
        )
        whole = self._amount(chart.whole, self._at("whole")) if chart.whole else None
        counted = replace(chart, rows=rows, whole=whole)
        if chart.kind in ("parts", "pictograms"):
            self._whole(counted)
        return counted

    def _amount(self, cell: ChartCell, place: Place) -> ChartCell:
        if not cell.text:
            return cell
        bare = cell.text.removeprefix(self.chart.unit) if len(self.chart.unit) == 1 else cell.text
        found = amount(bare)
        if found is None:
            message = f"“{short(cell.text)}” is not a number that a chart can show."
            hint = "Write digits: 1,200 or 31 or 4.5 – none below nought."
            self._tell("chart-value", place, message, hint)
        elif "%" in cell.text and self.chart.unit != "%":
            message = f"“{short(cell.text)}” is a share, but this chart counts in something else."
            self._tell("chart-value", place, message, "Write  unit: %  or delete the sign.")
        return replace(cell, amount=found or Decimal(0))

    def _whole(self, chart: SourceChart) -> None:
        """Parts add up to the whole; of pictograms none is more than it."""
        if chart.whole is None:
            return
        amounts = [row.cells[0].amount for row in chart.rows if row.cells]
        whole, said = chart.whole.amount, chart.whole.text
        if chart.kind == "parts" and sum(amounts) != whole:
            message = f"The parts add up to {sum(amounts):,}, not to {said}."
            hint = "Put it right. Shares that overlap are no parts: draw bars."
            self._tell("chart-whole", self._at("whole"), message, hint)
        if chart.kind == "parts" and whole == 0:
            message = "There is nothing to show the parts of."
            self._tell("chart-whole", self._at("whole"), message)
        if chart.kind == "pictograms":
            self._people(chart, chart.whole)

    def _people(self, chart: SourceChart, counted_from: ChartCell) -> None:
        whole = counted_from.amount
        for row, typed in zip(chart.rows, self.typed, strict=True):
            found = row.cells[0].amount if row.cells else Decimal(0)
            place = typed.values["value"].place if "value" in typed.values else row.place
            if found > whole:
                message = f"{row.cells[0].text} are more than the whole, {counted_from.text}."
                self._tell("chart-whole", place, message, "Put one of the two right.")
            elif found != int(found):
                message = "Figures of people are counted, so each value is a whole number."
                self._tell("chart-value", place, message, "Round it, or draw bars.")
        if whole != int(whole) or not 1 <= whole <= _MOST_PEOPLE:
            message = f"So many figures cannot be drawn: {counted_from.text}."
            hint = f"The whole is 1 to {_MOST_PEOPLE}. Of more people, say how many in a hundred."
            self._tell("chart-whole", self._at("whole"), message, hint)
        elif whole * len(chart.rows) > _MOST_FIGURES:
            message = f"These are {whole * len(chart.rows):,} figures, too many to see anything."
            self._tell("chart-size", chart.place, message, "Draw bars, or fewer rows.")

    # ---- dates, easy read, the page ----------------------------------------------------------

    def _dates(self) -> None:
        before = ""
        for row, typed in zip(self.chart.rows, self.typed, strict=True):
            if not row.date:
                continue
            place = typed.values["date"].place
            if values.date(row.date) is None:
                message = f"“{short(row.date)}” is not a date that we can read."
                self._tell("chart-value", place, message, _DATE)
            elif before and _is_before(row.date, before):
                message = f"{row.date} comes before {before}, which stands above it."
                self._tell("chart-order", place, message, "Put the events in order of time.")
            before = row.date if values.date(row.date) else before

    def _in_rows(self, chart: SourceChart) -> None:
        if chart.kind not in _ROW_KINDS:
            message = f"Rows of easy read cannot show a chart of the kind “{chart.kind}”."
            hint = "Write what it says as rows of your own, each with a picture."
            self._tell("chart-in-rows", chart.place, message, hint)
            return
        counted = (
            [chart.whole] if chart.whole else [row.cells[0] for row in chart.rows if row.cells]
        )
        known = {key for key, _ in chart.unit_forms} | {"other"}
        wanted = {plurals.category(one.amount, self.language) for one in counted if one}
        if chart.unit and chart.unit[0].isalpha() and wanted - known:
            forms = ", ".join(sorted(wanted - known))
            message = f"Easy read says this chart in sentences, and the unit needs a form: {forms}."
            hint = "Write its forms, for example  unit: {one: person, other: people}"
            self._tell("chart-unit", self._at("unit"), message, hint)

    def _fits(self, chart: SourceChart) -> None:
        room = (_GIANT_WIDTH, _GIANT_HEIGHT)
        height = height_of(chart, _STAND_IN, room, _GIANT_SIZE, self.language)
        if height > _GIANT_HEIGHT:
            pages = math.ceil(height / _GIANT_HEIGHT * 10) / 10
            message = f"In giant print a row of this chart is {pages} pages high."
            hint = "Take shorter labels."
            self._tell("chart-size", chart.place, message, hint)

    def _tell(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.findings.add(code, place, seen(message), hint)


def _is_before(one: str, other: str) -> bool:
    """Whether a date is before another, as far as both are known."""
    length = min(len(one), len(other))
    return one[:length] < other[:length]


_DATE = "Write a date as 2026, 2026-11 or 2026-11-22."
