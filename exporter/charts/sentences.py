"""What a chart says in words, made of its data: for whoever does not see it, and in easy read."""

from __future__ import annotations

from exporter.languages import plurals
from exporter.languages.dates import date_in_words
from exporter.model import Words
from exporter.source import ChartCell, SourceChart

LONGEST = 150
"""Letters of an alternative text (checks/alternative_text.py): it is read in one breath."""
_BEFORE = frozenset("£$€¥₹")
"""Units that stand before their number, without a space."""
_MOST_NAMED = 3


def shown(chart: SourceChart, cell: ChartCell) -> str:
    """A value as readers see it: as it was typed, with the sign of its unit."""
    return with_sign(chart, cell.text)


def with_sign(chart: SourceChart, number: str) -> str:
    """A number with the sign of the chart's unit, if that is a sign: 31%, £1,200."""
    unit = chart.unit
    if unit in _BEFORE:
        return number if number.startswith(unit) else f"{unit}{number}"
    if unit == "%":
        return number if number.endswith("%") else f"{number}%"
    return number


def is_sign(unit: str) -> bool:
    """Whether a unit is a sign that stands with each number, and no word."""
    return unit in _BEFORE or unit == "%"


def alternative_text(chart: SourceChart, words: Words, language: str) -> str:
    """The author's own, or one of the data: what kind of chart, what is counted, the most and the
    least. In a language that the program has no words for, the words of the author alone."""
    if chart.alt:
        return chart.alt
    if words.other_than(language, "chart-"):
        return _without_sentences(chart, language)
    sentences = [*_kind(chart, words), *_gist(chart, words, language)]
    while len(sentences) > 1 and len(" ".join(sentences)) > LONGEST:
        sentences.pop()
    return " ".join(sentences)


def easy_sentence(chart: SourceChart, number: int, words: Words, language: str) -> str:
    """One value as a sentence of easy read: “Yes: 15 out of 20 people.”"""
    row = chart.rows[number]
    of = cell = row.cells[0]
    unit = "" if is_sign(chart.unit) else chart.unit
    if chart.whole and chart.kind in ("parts", "pictograms"):
        of = chart.whole
    forms = dict(chart.unit_forms)
    unit = forms.get(plurals.category(of.amount, language), unit) if unit else ""
    value = _bare(cell.text) if chart.unit == "%" and chart.whole else shown(chart, cell)
    said = {"label": row.label, "value": value, "unit": unit}
    if of is not cell:
        said["whole"] = _bare(of.text) if chart.unit == "%" else shown(chart, of)
        return words("chart-easy-of" if unit else "chart-easy-of-all", **said)
    return words("chart-easy" if unit else "chart-easy-bare", **said)


def out_of(chart: SourceChart, words: Words) -> tuple[str, ...]:
    """ "15 out of 20", for each row of pictograms."""
    whole = chart.whole.text if chart.whole else ""
    said = (words("chart-out-of", value=row.cells[0].text, whole=whole) for row in chart.rows)
    return tuple(said)


def _bare(number: str) -> str:
    return number.removesuffix("%").strip()


# ---- the kind --------------------------------------------------------------------------------


def _kind(chart: SourceChart, words: Words) -> list[str]:
    count = len(chart.rows)
    first = words(f"chart-{chart.kind}", number=count)
    told = [first]
    if chart.unit and not is_sign(chart.unit):
        told.append(words("chart-unit", unit=chart.unit))
    if chart.whole and chart.unit != "%":
        told.append(words("chart-whole", whole=shown(chart, chart.whole)))
    if chart.series:
        told.append(", ".join(chart.series) + ".")
    return told


def _gist(chart: SourceChart, words: Words, language: str) -> list[str]:
    """What somebody sees at a glance."""
    match chart.kind:
        case "timeline":
            first, last = (date_in_words(chart.rows[n].date, language) for n in (0, -1))
            return [words("chart-from-to", first=first, last=last)]
        case "steps":
            first, last = (chart.rows[n].label.rstrip(". ") for n in (0, -1))
            return [words("chart-first-last", first=first, last=last)]
        case "comparison":
            return []
        case "line" if len(chart.series) != 1:
            return _from_to(chart, words)
        case _:
            return _most_and_least(chart, words)


def _from_to(chart: SourceChart, words: Words) -> list[str]:
    """Where each line begins and ends."""
    told = []
    for number, name in enumerate(chart.series or ("",)):
        first, last = (shown(chart, chart.rows[n].cells[number]) for n in (0, -1))
        said = words("chart-from-to", first=first, last=last)
        told.append(f"{name}: {said}" if name else said)
    return told


def _most_and_least(chart: SourceChart, words: Words) -> list[str]:
    values = [
        (cell.amount, shown(chart, cell), ", ".join(filter(None, (row.label, name))))
        for row in chart.rows
        for cell, name in zip(row.cells, chart.series or ("",), strict=True)
    ]
    told = []
    amounts = [amount for amount, _, _ in values]
    if min(amounts) == max(amounts):
        return [words("chart-all", value=values[0][1])]
    for key, wanted in (("chart-most", max(amounts)), ("chart-least", min(amounts))):
        named = [name for amount, _, name in values if amount == wanted]
        value = next(value for amount, value, _ in values if amount == wanted)
        if len(named) <= _MOST_NAMED:
            told.append(words(key, label="; ".join(named), value=value))
    return told


def _without_sentences(chart: SourceChart, language: str) -> str:
    told = []
    for row in chart.rows:
        cells = ", ".join(shown(chart, cell) for cell in row.cells)
        date = date_in_words(row.date, language)
        told.append(": ".join(filter(None, (date, row.label, cells))))
    while len(told) > 1 and len("; ".join(told)) > LONGEST:
        told.pop()
    return "; ".join(told)
